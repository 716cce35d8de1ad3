import type { Comparison, Verdict } from '../core/comparison.js';
import type { Bounds } from '../core/interval.js';
import type { Warning } from '../core/warning.js';
import { normalCriticalValue } from '../statistics/criticalValue.js';
import { normalUpperTail } from '../statistics/normal.js';
import { studentTQuantile, studentTUpperTail } from '../statistics/studentT.js';

/** Below this many accounts nobody can know how much accounts differ. */
export const FEWEST_ACCOUNTS = 5;

/** From this many accounts on, the linearised error with accounts less one is as good as CR2 and says the same. */
export const MANY_ACCOUNTS = 40;

/** What the evidence of a difference is made of, in the unit of the metric. */
export interface Evidence {
  /** Standard error of the difference. */
  readonly standardError: number;
  /** Degrees of freedom of the test, or `null` for a normal one. */
  readonly degreesOfFreedom: number | null;
  /** Interval of the difference. */
  readonly bounds: Bounds;
  /** Two-sided p-value. */
  readonly pValue: number;
  /** Name of the method. */
  readonly method: string;
}

/** Power at which the minimum detectable difference is stated. */
const POWER_QUANTILE = 0.8416212335729143;

/** Evidence from the normal distribution. */
export function normalEvidence(
  difference: number,
  standardError: number,
  confidence: number,
  method: string,
): Evidence {
  const halfWidth = normalCriticalValue(confidence) * standardError;
  return {
    standardError,
    degreesOfFreedom: null,
    bounds: { lower: difference - halfWidth, upper: difference + halfWidth },
    pValue: 2 * normalUpperTail(Math.abs(difference) / standardError),
    method,
  };
}

/** Evidence from Student's t with given degrees of freedom. */
export function tEvidence(
  difference: number,
  standardError: number,
  freedom: number,
  confidence: number,
  method: string,
): Evidence {
  const halfWidth = studentTQuantile((1 + confidence) / 2, freedom) * standardError;
  return {
    standardError,
    degreesOfFreedom: freedom,
    bounds: { lower: difference - halfWidth, upper: difference + halfWidth },
    pValue: 2 * studentTUpperTail(Math.abs(difference) / standardError, freedom),
    method,
  };
}

/** Puts a comparison together from its evidence; without evidence it says why there is none. */
export function toComparison<Id extends string>(
  definition: Comparison<Id>['definition'],
  difference: number | null,
  evidence: Evidence | null,
  sampleSizes: readonly [number, number],
  confidence: number,
  warnings: Warning[],
  fewAccounts = false,
): Comparison<Id> {
  if (difference === null || evidence === null) {
    const reason = difference === null ? 'no-data' : fewAccounts ? 'few-accounts' : 'no-standard-error';
    return {
      definition,
      difference,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      pValue: null,
      minimumDetectableDifference: null,
      verdict: 'unknown',
      sampleSizes,
      warnings: [...warnings, { code: 'not-comparable', reason }],
    };
  }
  const { standardError, degreesOfFreedom, bounds, method } = evidence;
  // Nobody or everybody on both sides: there is an interval, but no test, and no error from which to plan.
  const tested = standardError > 0;
  const pValue = tested ? Math.min(1, evidence.pValue) : 1;
  const critical =
    degreesOfFreedom === null
      ? normalCriticalValue(confidence)
      : studentTQuantile((1 + confidence) / 2, degreesOfFreedom);
  const power = degreesOfFreedom === null ? POWER_QUANTILE : studentTQuantile(0.8, degreesOfFreedom);
  const { minimum, maximum } = definition.range ?? { minimum: -Infinity, maximum: Infinity };
  // Pseudo-answers weigh more on the smaller side: what they alone bring about is no evidence.
  const agrees = difference * (bounds.lower + bounds.upper) > 0;
  const significant = agrees && pValue < 1 - confidence;
  const verdict: Verdict = significant ? (difference > 0 ? 'higher' : 'lower') : 'no-evidence';
  return {
    definition,
    difference,
    standardError: tested ? standardError : null,
    degreesOfFreedom,
    interval: {
      // Around an adjusted difference the limits of one or two answers may miss the raw one.
      lower: Math.max(Math.min(bounds.lower, difference), minimum - maximum) + 0,
      upper: Math.min(Math.max(bounds.upper, difference), maximum - minimum) + 0,
      confidence,
      method,
    },
    pValue,
    minimumDetectableDifference: tested ? (critical + power) * standardError : null,
    verdict,
    sampleSizes,
    warnings,
  };
}
