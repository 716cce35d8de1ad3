import { isSameDefinition, type MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { requireOptions } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import { statusOf, type MetricStatus, type MetricTarget } from '../core/target.js';
import { isPlainObject } from '../prioritization/findingPath.js';

/** What a target is looked for. */
export interface FindTargetOptions {
  /** What is known of the part of the business: its own properties and those it inherits; the whole unless given. */
  readonly scope?: Readonly<Record<string, string>> | undefined;
  /** Key of the period; only targets that hold until replaced unless given. */
  readonly period?: string | undefined;
}

/** A target, or why there is none. */
export interface FoundTarget {
  /** The target that fits best; `null` without one. */
  readonly target: MetricTarget | null;
  /** `true` when several fit equally well, so that none was taken. */
  readonly isAmbiguous: boolean;
}

/** A result against the target that fits best. */
export interface TargetStanding extends FoundTarget {
  /** How it stands; `'unknown'` without a target. */
  readonly status: {
    /** By the value. */
    readonly point: MetricStatus;
    /** By the unfavourable end of the interval. */
    readonly bound: MetricStatus;
  };
}

/** Checks a list of targets as far as they are looked through. */
export function requireTargets(where: string, targets: unknown): readonly MetricTarget[] {
  const isList =
    Array.isArray(targets) && targets.every((one) => isPlainObject(one) && isPlainObject(one['definition']));
  if (!isList) throw cxError('CX_INVALID_INPUT', `${where}: targets`, 'a list of targets with definitions', targets);
  return targets as readonly MetricTarget[];
}

/**
 * Finds the target that fits a metric in a part of the business best.
 *
 * Use it where targets of several scopes and periods are kept in one list: the most specific one wins.
 *
 * @param definition - Definition of the metric, as in its result; targets for other parameters do not fit.
 * @param targets - The targets, in any order.
 * @param options - What is known of the part of the business, and the period.
 * @returns The target all of whose scope is met: that with the most properties in its scope, among these one for that very period before
 * one that holds until replaced. Where two are left, none is taken and `isAmbiguous` is `true`.
 * @throws TypeError with code `CX_INVALID_INPUT` when targets are no list of targets or the definition is none.
 * @example
 * ```ts
 * import { computeNps, type MetricTarget } from 'cx-scoring';
 * import { findTarget } from 'cx-scoring/reviews';
 *
 * const common = { definition: { id: 'nps' }, period: null, amber: 0, source: 'contract' };
 * const targets: MetricTarget[] = [
 *   { ...common, green: 30 },
 *   { ...common, green: 40, scope: { network: 'north' } },
 * ];
 * const { definition } = computeNps([]);
 * findTarget(definition, targets, { scope: { network: 'north', branch: 'lille' } }).target?.green; // => 40
 * findTarget(definition, targets, { scope: { network: 'south' } }).target?.green; // => 30
 * ```
 */
export function findTarget(
  definition: MetricDefinition,
  targets: readonly MetricTarget[],
  options: FindTargetOptions = {},
): FoundTarget {
  requireTargets('findTarget', targets);
  if (!isPlainObject(definition))
    throw cxError('CX_INVALID_INPUT', 'findTarget: definition', 'a metric definition', definition);
  requireOptions('findTarget', options);
  const { scope = {}, period } = options;
  const rankOf = (target: MetricTarget): number =>
    Object.keys(target.scope ?? {}).length * 2 + Number(target.period !== null);
  const fitting = targets.filter((target) => {
    const { id, parameters = {} } = target.definition;
    const isSame = id === definition.id && isSameDefinition({ ...definition, parameters }, definition);
    const entries = Object.entries(target.scope ?? {});
    const isInScope = entries.every(([own, value]) => Object.hasOwn(scope, own) && scope[own] === value);
    return isSame && isInScope && (target.period === null || target.period === period);
  });
  const best = Math.max(...fitting.map(rankOf));
  const [target = null, ...others] = fitting.filter((one) => rankOf(one) === best);
  return others.length > 0 ? { target: null, isAmbiguous: true } : { target, isAmbiguous: false };
}

/** How a result stands against the target that fits best. */
export function standingOf(
  result: MetricResult,
  targets: readonly MetricTarget[],
  options: FindTargetOptions,
): TargetStanding {
  const found = findTarget(result.definition, targets, options);
  const { target } = found;
  const status = (policy: 'point' | 'bound'): MetricStatus =>
    target ? statusOf(result, target, { policy }) : 'unknown';
  return { ...found, status: { point: status('point'), bound: status('bound') } };
}
