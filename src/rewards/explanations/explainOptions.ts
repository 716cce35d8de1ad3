import type { LocalizedText } from '../../core/definition.js';
import type { LocaleOptions } from '../../core/locale.js';
import { requireOption } from '../../core/options.js';
import type { SharedConditions } from '../conditions/compileCondition.js';
import { isFactPath, type FactPath } from '../conditions/factPath.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** What people call a fact. */
export interface FactLabel {
  /** Where the fact is, as the rule writes it; paths that begin with it are told by it too. */
  readonly fact: FactPath;
  /** Its names. */
  readonly names: LocalizedText;
}

/** What people call a unit of points. */
export interface UnitNames {
  /** One of it: `'point'`. */
  readonly one: LocalizedText;
  /** Several: `'points'`. */
  readonly many: LocalizedText;
}

/** In which words rules and conditions are told. */
export interface DescribeOptions extends LocaleOptions {
  /**
   * Names of facts.
   * @defaultValue the names of the path, such as `insight › actionable`
   */
  readonly labels?: readonly FactLabel[] | undefined;
  /**
   * Names by id: of rules, members, metrics, events, badges, budgets, catalogues and shared conditions.
   * @defaultValue the ids, and the `names` of a rule that is given
   */
  readonly names?: Readonly<Record<string, LocalizedText>> | undefined;
  /**
   * Names of units of points, by unit.
   * @defaultValue the unit itself, such as `50 pt`
   */
  readonly units?: Readonly<Record<string, UnitNames>> | undefined;
}

/** In which words decisions are told, and what is known beside them. */
export interface ExplainOptions extends DescribeOptions {
  /**
   * The rules that decided. A decision does not repeat its rule: with it the kind of the grant, the approval, the deadline and the policy
   * are told too. A rule of another version is not consulted.
   */
  readonly rules?: readonly RewardRule[] | undefined;
  /** Conditions that these rules share; what is left out is not checked. */
  readonly shared?: SharedConditions | undefined;
}

function isText(value: unknown): boolean {
  const { en, fr } = Object(value) as Partial<LocalizedText>;
  return typeof en === 'string' && typeof fr === 'string';
}

function isUnit(value: unknown): boolean {
  const { one, many } = Object(value) as Partial<UnitNames>;
  return isText(one) && isText(many);
}

function isLabel(value: unknown): boolean {
  const { fact, names } = Object(value) as Partial<FactLabel>;
  return isFactPath(fact) && isText(names);
}

function isRecordOf(value: unknown, isOwn: (own: unknown) => boolean): boolean {
  return Object(value) === value && !Array.isArray(value) && Object.values(value as object).every(isOwn);
}

/** Refuses words that are none. */
export function requireWords(where: string, { labels = [], names = {}, units = {} }: DescribeOptions): void {
  // Not `every` on the list itself, which passes over holes.
  const isList = Array.isArray(labels) && Array.from(labels as readonly unknown[]).every(isLabel);
  requireOption(isList, where, 'labels', 'a list of { fact, names: { en, fr } }', labels);
  requireOption(isRecordOf(names, isText), where, 'names', 'a record of { en, fr } by id', names);
  requireOption(
    isRecordOf(units, isUnit),
    where,
    'units',
    'a record of { one, many }, each { en, fr }, by unit',
    units,
  );
}
