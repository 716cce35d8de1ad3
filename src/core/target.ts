import { requireDefinition } from './requireDefinition.js';
import { isSameDefinition, type MetricDefinition, type ParameterValue } from './definition.js';
import { cxError } from './errors.js';
import type { Estimate } from './estimate.js';
import { requireOption, requireOptions } from './options.js';

/** The metric a target is set for. */
export interface TargetDefinition {
  /** Id of the metric, in kebab case: `'nps'`, `'csat'`. */
  readonly id: string;
  /**
   * Parameters of the metric that differ from their defaults, as in the `parameters` of its results.
   * Left out, the target is set for the metric under its defaults only: a goal for CSAT of five points says nothing of CSAT of ten.
   */
  readonly parameters?: { readonly [name: string]: ParameterValue };
}

/** What a metric should reach, and from where it is no longer tolerable. */
export interface MetricTarget {
  /** The metric the target is set for. */
  readonly definition: TargetDefinition;
  /**
   * The part of the business it is set for, such as `{ network: 'north' }`; left out, the whole.
   * The caller picks the target that fits a result: a result does not know its scope.
   */
  readonly scope?: Readonly<Record<string, string>>;
  /** Key of the period it is set for, such as `'2026-Q3'`; `null` when it holds until replaced. */
  readonly period: string | null;
  /** Green from here on, the value itself included, in the unit of the metric: shares are 0..1, not percentages. */
  readonly green: number;
  /** Amber from here on, red beyond; at most as demanding as `green`, and equal to it where there is no amber. */
  readonly amber: number;
  /** Where the target comes from, such as a contract or the quartile of one's own history. */
  readonly source: string;
}

/** How a result stands against its target; `'unknown'` is neither good nor bad. */
export type MetricStatus = 'green' | 'amber' | 'red' | 'unknown';

/** `'point'` compares the value; `'bound'` the unfavourable end of the interval, so that luck does not turn a light green. */
export type StatusPolicy = 'point' | 'bound';

/** How a status is given. */
export interface StatusOptions {
  /**
   * What is compared with the thresholds.
   * @defaultValue `'point'`
   */
  readonly policy?: StatusPolicy | undefined;
}

/** A value that says what it means; every metric result is one. */
export interface DefinedEstimate extends Estimate {
  /** What the number means. */
  readonly definition: MetricDefinition;
}

/**
 * Gives the status of a result against a target, in the metric's own direction.
 *
 * Use it for a light on a sheet, or as a fact for reward rules. With the policy `'point'` the value counts; with `'bound'` a status
 * is given only when even the unfavourable end of the interval deserves it, which is what a payment should rest on.
 *
 * @param result - A metric result, or any estimate with its definition.
 * @param target - The target; its scope and its period are the caller's to match.
 * @param options - The policy.
 * @returns `'green'`, `'amber'` or `'red'`; a value at a threshold has reached it. `'unknown'` without a value, under `'bound'`
 * without an interval or with an open unfavourable end, and for a metric whose direction is contextual.
 * @throws TypeError or RangeError with code `CX_DEFINITION_MISMATCH` when the target is for another metric or other parameters, and
 * `CX_INVALID_OPTION` when a threshold is not finite, lies outside the range of the metric, or amber is more demanding than green.
 * @example
 * ```ts
 * import { computeNps, statusOf, type MetricTarget } from 'cx-scoring';
 *
 * const target: MetricTarget = {
 *   definition: { id: 'nps' },
 *   period: '2026-Q3',
 *   green: 30,
 *   amber: 10,
 *   source: 'network contract 2026',
 * };
 * const nps = computeNps({ counts: { promoters: 50, passives: 30, detractors: 20 } });
 * nps.value; // => 30
 * statusOf(nps, target); // => 'green'
 * statusOf(nps, target, { policy: 'bound' }); // => 'amber'
 * statusOf(computeNps([]), target); // => 'unknown'
 * ```
 */
export function statusOf(result: DefinedEstimate, target: MetricTarget, options: StatusOptions = {}): MetricStatus {
  requireOptions('statusOf', options);
  const { policy = 'point' } = options;
  requireOption(policy === 'point' || policy === 'bound', 'statusOf', 'policy', '"point" or "bound"', policy);
  requireDefinition('statusOf: result', 'a result', result);
  requireDefinition('statusOf: target', 'a target', target);
  const { definition, value, interval } = result;
  requireSameMetric(definition, target.definition);
  const isHigherBetter = definition.direction === 'higher-is-better';
  requireThresholds(definition, target);
  if (definition.direction === 'contextual' || value === null) return 'unknown';
  const judged = policy === 'point' ? value : isHigherBetter ? interval?.lower : interval?.upper;
  // Also guards against a NaN or an infinite bound that JavaScript may hand over.
  if (!isFiniteNumber(judged)) return 'unknown';
  const reaches = (threshold: number): boolean => (isHigherBetter ? judged >= threshold : judged <= threshold);
  return reaches(target.green) ? 'green' : reaches(target.amber) ? 'amber' : 'red';
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function requireSameMetric(definition: MetricDefinition, { id, parameters = {} }: TargetDefinition): void {
  const where = 'statusOf: the definition of the target';
  if (id !== definition.id)
    throw cxError('CX_DEFINITION_MISMATCH', where, `that of the result, "${definition.id}"`, id);
  if (!isSameDefinition({ ...definition, parameters }, definition)) {
    const rule = `that of the result, "${id}" with parameters ${JSON.stringify(definition.parameters)}`;
    throw cxError('CX_DEFINITION_MISMATCH', where, rule, JSON.stringify(parameters));
  }
}

function requireThresholds({ direction, range }: MetricDefinition, { green, amber }: MetricTarget): void {
  for (const [name, threshold] of [
    ['green', green],
    ['amber', amber],
  ] as const) {
    const where = `statusOf: threshold "${name}"`;
    if (!isFiniteNumber(threshold)) throw cxError('CX_INVALID_OPTION', where, 'a finite number', threshold);
    if (range && (threshold < range.minimum || threshold > range.maximum)) {
      const rule = `between ${range.minimum} and ${range.maximum}, the range of the metric`;
      throw cxError('CX_INVALID_OPTION', where, rule, threshold);
    }
  }
  const isOrdered = direction === 'contextual' || (direction === 'higher-is-better' ? green >= amber : green <= amber);
  const side = direction === 'higher-is-better' ? 'most' : 'least';
  if (!isOrdered)
    throw cxError(
      'CX_INVALID_OPTION',
      'statusOf: threshold "amber"',
      `at ${side} green, ${green} (${direction})`,
      amber,
    );
}
