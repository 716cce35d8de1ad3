import { cxError } from '../core/errors.js';
import type { Field, Score } from '../core/field.js';
import { requireOption } from '../core/options.js';
import type { ComparabilityOverride, DistanceThresholds } from './comparabilityReport.js';

/** Text that may be missing; empty text is missing too. */
export type SampleText = string | null | undefined;

/** What is known of a whole side, where the rows do not say it. */
export interface StatedSides {
  /** The value of the first side. */
  readonly a: SampleText;
  /** The value of the second side. */
  readonly b: SampleText;
}

/** A property that both sides must share: a field of the rows, or what the caller states of each side. */
export type SharedProperty<Row> = Field<Row, SampleText> | StatedSides;

/** An attribute of the company that comes in classes: sector, class of size, class of age. */
export interface CategoryAttribute<Row> {
  /** Classes. */
  readonly kind: 'category';
  /** Where the class is. */
  readonly field: Field<Row, SampleText>;
  /**
   * Share of the rows of a side that may lack the value, 0..1.
   * @defaultValue 0.1
   */
  readonly missingShare?: number | undefined;
}

/** An attribute of the company that is a number: employees, years since it was founded. */
export interface NumberAttribute<Row> {
  /** A number. */
  readonly kind: 'number';
  /** Where the number is. What spans several orders of magnitude, such as revenue, is better given as its logarithm. */
  readonly field: Field<Row, Score>;
  /**
   * Share of the rows of a side that may lack the value, 0..1.
   * @defaultValue 0.1
   */
  readonly missingShare?: number | undefined;
}

/** An attribute of the company: its size, its age, its sector. Never one of the respondent, such as his or her own age. */
export type CompanyAttribute<Row> = CategoryAttribute<Row> | NumberAttribute<Row>;

/** From where distances ask for care and from where they stop a comparison. */
export interface ComparabilityThresholds {
  /**
   * For total variation distance.
   * @defaultValue `{ caution: 0.1, stop: 0.2 }`
   */
  readonly totalVariation?: DistanceThresholds | undefined;
  /**
   * For standardised differences.
   * @defaultValue `{ caution: 0.1, stop: 0.25 }`
   */
  readonly standardizedDifference?: DistanceThresholds | undefined;
}

/** What two samples should have in common. */
export interface ComparabilityOptions<Row> {
  /** Country of the company. Samples of several countries are not comparable, and a row without a country could be from anywhere. */
  readonly country: SharedProperty<Row>;
  /** Questionnaire and way of asking, such as `'relationship-2026/email'`. */
  readonly instrument: SharedProperty<Row>;
  /** Scale of the question, where the measure does not settle it. */
  readonly scale?: SharedProperty<Row> | undefined;
  /** Definition of what is counted, where the measure does not settle it. */
  readonly definition?: SharedProperty<Row> | undefined;
  /** Attributes of the company by name, at least one: size, age, sector. */
  readonly attributes: Readonly<Record<string, CompanyAttribute<Row>>>;
  /** Thresholds other than the usual ones. */
  readonly thresholds?: ComparabilityThresholds | undefined;
  /** Compares all the same; the reason is recorded. */
  readonly override?: ComparabilityOverride | undefined;
}

/** Resolves the thresholds. */
export function resolveThresholds(
  where: string,
  thresholds: ComparabilityThresholds | undefined,
): { readonly totalVariation: DistanceThresholds; readonly standardizedDifference: DistanceThresholds } {
  const resolve = (rule: keyof ComparabilityThresholds, stop: number): DistanceThresholds => {
    const own = thresholds?.[rule];
    if (own === undefined) return { caution: 0.1, stop };
    const { caution, stop: limit } = Object(own) as DistanceThresholds;
    const text = '{ caution, stop } with 0 <= caution <= stop';
    requireOption(caution >= 0 && limit >= caution, where, `thresholds.${rule}`, text, own);
    return { caution, stop: limit };
  };
  return {
    totalVariation: resolve('totalVariation', 0.2),
    standardizedDifference: resolve('standardizedDifference', 0.25),
  };
}

/** Resolves an override: a reason must be given. */
export function resolveOverride(
  where: string,
  override: ComparabilityOverride | undefined,
): ComparabilityOverride | null {
  if (override === undefined) return null;
  const { reason } = Object(override) as Partial<ComparabilityOverride>;
  const isGiven = typeof reason === 'string' && reason.trim() !== '';
  requireOption(isGiven, where, 'override.reason', 'a reason in words', reason);
  return { reason: reason as string };
}

/** Lists the attributes in code-unit order of their names, after checking them. */
export function resolveAttributes<Row>(
  where: string,
  attributes: Readonly<Record<string, CompanyAttribute<Row>>>,
): (readonly [string, CompanyAttribute<Row>])[] {
  const isRecord = typeof attributes === 'object' && Object(attributes) === attributes;
  const pairs = isRecord ? Object.entries(attributes) : [];
  requireOption(pairs.length > 0, where, 'attributes', 'at least one attribute of the company, by name', attributes);
  for (const [attribute, own] of pairs) {
    const { kind, field, missingShare = 0.1 } = Object(own) as Partial<CompanyAttribute<Row>>;
    const place = `attributes.${attribute}`;
    requireOption(kind === 'category' || kind === 'number', where, `${place}.kind`, '"category" or "number"', kind);
    requireOption(isField(field), where, `${place}.field`, 'a field name or a function', field);
    requireOption(missingShare >= 0 && missingShare <= 1, where, `${place}.missingShare`, 'from 0 to 1', missingShare);
  }
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Tells a field name or function. */
export function isField(field: unknown): boolean {
  return typeof field === 'function' || (typeof field === 'string' && field !== '');
}

/** Reads text that is stated in an option, `null` when it is missing. */
export function statedText(where: string, option: string, value: unknown): string | null {
  const isText = value === null || value === undefined || typeof value === 'string';
  requireOption(isText, where, option, 'text or missing', value);
  return value === '' ? null : ((value as SampleText) ?? null);
}

/** Reads text of a row, `null` when it is missing. */
export function sampleText(where: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  throw cxError('CX_INVALID_INPUT', where, 'text or missing', value);
}
