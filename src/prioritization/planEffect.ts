import { isSameDefinition, type Direction, type MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { Interval } from '../core/interval.js';
import { resolveConfidence } from '../core/options.js';
import type { DefinedEstimate } from '../core/target.js';
import { requireOptionsObject } from './findingPath.js';
import { studentTQuantile, studentTUpperTail } from '../statistics/studentT.js';

/** A measured value that can be compared: any metric result is one. */
export interface MeasuredEstimate extends DefinedEstimate {
  /** Standard error, in the unit of the value; `null` when unknown. */
  readonly standardError: number | null;
  /** Degrees of freedom of the standard error; `null` when it rests on the normal or an exact distribution. */
  readonly degreesOfFreedom: number | null;
  /** Answers behind it. */
  readonly sampleSize: number;
}

/** A metric before and after. */
export interface BeforeAndAfter {
  /** Before the plan began. */
  readonly before: MeasuredEstimate;
  /** After. */
  readonly after: MeasuredEstimate;
}

/** What the evidence says, in terms of good and bad; `'no-evidence'` is not "no difference". */
export type ChangeVerdict = 'better' | 'worse' | 'no-evidence' | 'unknown';

/** A change with its uncertainty. */
export interface PlanChange {
  /** The change, in the unit of the metric; `null` when a side has no value. */
  readonly change: number | null;
  /** Its standard error; `null` when a side has none. */
  readonly standardError: number | null;
  /** Degrees of freedom of the test; `null` when unknown. */
  readonly degreesOfFreedom: number | null;
  /** Its interval; `null` when unknown. */
  readonly interval: Interval | null;
  /** Two-sided p-value of "no change"; `null` when unknown. */
  readonly pValue: number | null;
  /** What the evidence says; `'unknown'` too for a metric whose direction is contextual. */
  readonly verdict: ChangeVerdict;
}

/** How a segment with a plan moved beside one without. */
export interface PlanEffect extends PlanChange {
  /** The metric that was compared. */
  readonly definition: MetricDefinition;
  /** Change of the segment with the plan. */
  readonly treatedChange: number | null;
  /** Change of the control segment over the same time. */
  readonly controlChange: number | null;
  /** Always `'association'`: the segments were not drawn by lot, so that other causes may have moved them apart. */
  readonly reading: 'association';
}

/** How a change is judged. */
export interface PlanEffectOptions {
  /**
   * Confidence level of the interval, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

function verdictOf(change: number, isSignificant: boolean, direction: Direction): ChangeVerdict {
  if (direction === 'contextual') return 'unknown';
  if (!isSignificant) return 'no-evidence';
  return change > 0 === (direction === 'higher-is-better') ? 'better' : 'worse';
}

/** Tests a sum of independent estimates with signs by Welch's t, Satterthwaite's degrees of freedom. */
export function welchChange(
  change: number | null,
  parts: readonly MeasuredEstimate[],
  direction: Direction,
  confidence: number,
): PlanChange {
  const errors = parts.map(({ standardError }) => standardError ?? NaN);
  const standardError = Math.hypot(...errors);
  if (change === null || !(standardError > 0 && standardError < Infinity))
    return { change, standardError: null, degreesOfFreedom: null, interval: null, pValue: null, verdict: 'unknown' };
  const lost = parts.reduce((total, { degreesOfFreedom, sampleSize }, at) => {
    const share = (errors[at]! / standardError) ** 4;
    // A side without an error of its own takes nothing away.
    return share === 0 ? total : total + share / (degreesOfFreedom ?? sampleSize - 1);
  }, 0);
  const freedom = 1 / lost;
  if (!(freedom > 0 && freedom < Infinity))
    return { change, standardError, degreesOfFreedom: null, interval: null, pValue: null, verdict: 'unknown' };
  const halfWidth = studentTQuantile((1 + confidence) / 2, freedom) * standardError;
  const pValue = Math.min(1, 2 * studentTUpperTail(Math.abs(change) / standardError, freedom));
  return {
    change,
    standardError,
    degreesOfFreedom: freedom,
    interval: { lower: change - halfWidth + 0, upper: change + halfWidth + 0, confidence, method: 'welch' },
    pValue,
    verdict: verdictOf(change, pValue < 1 - confidence, direction),
  };
}

/** Second minus first, `null` when either is unknown. */
export function differenceOf(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before + 0;
}

/**
 * Estimates by how much more a segment with a plan moved than a control segment did: the difference in differences.
 *
 * Use it where some segments follow a plan and others do not: what moves everybody, such as a season or a price rise, drops out. It tells
 * of an association: the segments were not drawn by lot, and without the plan they might have moved apart as well.
 *
 * @param treated - The segment with the plan, before and after.
 * @param control - A segment without the plan, before and after, over the same time.
 * @param options - Confidence level.
 * @returns Change of the one minus change of the other, with standard error, interval and verdict in the direction of the metric;
 * unknown where a value or a standard error is.
 * @throws TypeError with code `CX_DEFINITION_MISMATCH` when the four are not of one definition, `CX_INVALID_OPTION` for a confidence
 * outside 0..1.
 * @remarks The four samples are taken as independent, so that the variances add up; the same customers before and after mostly make the
 * true error smaller. Welch's t with Satterthwaite's degrees of freedom over the four (Satterthwaite, 1946, doi:10.2307/3002019), where
 * a side without degrees of freedom counts its answers less one. Difference in differences: Card and Krueger (1994), American Economic
 * Review 84, 772-793.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { planEffect } from 'cx-scoring/prioritization';
 *
 * const nps = (promoters: number, passives: number, detractors: number) =>
 *   computeNps({ counts: { promoters, passives, detractors } });
 * const north = { before: nps(80, 60, 60), after: nps(120, 50, 30) };
 * const south = { before: nps(85, 60, 55), after: nps(90, 60, 50) };
 * const effect = planEffect(north, south);
 * effect.treatedChange; // => 35
 * effect.controlChange; // => 5
 * effect.change; // => 30
 * effect.verdict; // => 'better'
 * ```
 */
export function planEffect(
  treated: BeforeAndAfter,
  control: BeforeAndAfter,
  options: PlanEffectOptions = {},
): PlanEffect {
  requireOptionsObject('planEffect', options);
  const confidence = resolveConfidence('planEffect', options.confidence);
  const sides = {
    'treated.before': treated?.before,
    'treated.after': treated?.after,
    'control.before': control?.before,
    'control.after': control?.after,
  };
  const parts = Object.entries(sides).map(([name, side]) => {
    if (!side?.definition) throw cxError('CX_INVALID_INPUT', `planEffect: ${name}`, 'a metric result', side);
    return side;
  });
  const { definition } = treated.after;
  for (const [name, side] of Object.entries(sides))
    if (!isSameDefinition(side.definition, definition)) {
      const rule = `of the definition of treated.after, "${definition.id}", with equal parameters`;
      throw cxError('CX_DEFINITION_MISMATCH', `planEffect: ${name}`, rule, side.definition.id);
    }
  const treatedChange = differenceOf(treated.before.value, treated.after.value);
  const controlChange = differenceOf(control.before.value, control.after.value);
  const change = differenceOf(controlChange, treatedChange);
  return {
    definition,
    ...welchChange(change, parts, definition.direction, confidence),
    treatedChange,
    controlChange,
    reading: 'association',
  };
}
