import { requireDefinition } from '../core/requireDefinition.js';
import { cxError } from '../core/errors.js';
import type { Comparison } from '../core/comparison.js';
import { isSameDefinition } from '../core/definition.js';
import { requireOptions, resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import { newcombeInterval } from '../statistics/proportionDifferenceInterval.js';
import { twoProportionTest } from '../statistics/twoProportionTest.js';
import { FEWEST_ACCOUNTS, normalEvidence, tEvidence, toComparison, type Evidence } from './evidence.js';

/** Options of a comparison. */
export interface CompareOptions {
  /**
   * Confidence level of the interval; `1 - confidence` is the level at which a verdict is given.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

/** A side of a normal comparison of net scores: three pseudo-answers are added, as to a single score. */
function adjustedNet({ value, standardError, sampleSize: n }: MetricResult): { net: number; variance: number } {
  const net = (value ?? 0) / 100;
  const error = (standardError ?? 0) / 100;
  // The standard error tells the shares: p + d = v + (p - d)². A single answer, which has none, is -1, 0 or 1.
  const polar = n > 1 ? error * error * n + net * net : Math.abs(net);
  const adjusted = (net * n) / (n + 3);
  return { net: adjusted, variance: ((polar * n + 1.5) / (n + 3) - adjusted * adjusted) / (n + 3) };
}

/** Welch's test from two standard errors; `null` when there is no spread on either side. */
function welch(a: MetricResult, b: MetricResult, difference: number, confidence: number): Evidence | null {
  const { standardError: errorA } = a;
  const { standardError: errorB } = b;
  if (errorA === null || errorB === null) return null;
  // One side may be without weights, and so without degrees of freedom of its own.
  const freedomA = a.degreesOfFreedom ?? a.sampleSize - 1;
  const freedomB = b.degreesOfFreedom ?? b.sampleSize - 1;
  // Shares of the variance, so that squares of small errors do not vanish.
  const error = Math.hypot(errorA, errorB);
  if (!(error > 0)) return null;
  const freedom = 1 / ((errorA / error) ** 4 / freedomA + (errorB / error) ** 4 / freedomB);
  return tEvidence(difference, error, freedom, confidence, 'welch');
}

/** Chooses the method by what the results know: degrees of freedom ask for Welch, counts for the methods of counts. */
function evidenceOf(a: MetricResult, b: MetricResult, difference: number, confidence: number): Evidence | null {
  const { statistic } = a.definition;
  if (statistic === 'rate' && a.degreesOfFreedom === null && b.degreesOfFreedom === null) {
    const error = Math.hypot(a.standardError ?? NaN, b.standardError ?? NaN);
    return error > 0 ? normalEvidence(difference, error, confidence, 'normal') : null;
  }
  // A quantile or a total has an interval of its own, but no standard error to compare by.
  if (statistic === 'quantile' || statistic === 'total') return null;
  if (statistic === 'mean' || statistic === 'ratio' || a.degreesOfFreedom !== null || b.degreesOfFreedom !== null)
    return welch(a, b, difference, confidence);
  if (statistic === 'net') {
    const [first, second] = [adjustedNet(a), adjustedNet(b)];
    const error = 100 * Math.sqrt(first.variance + second.variance);
    return normalEvidence(100 * (first.net - second.net), error, confidence, 'adjusted-wald');
  }
  const [n, m] = [a.sampleSize, b.sampleSize];
  const [successes, others] = [Math.round((a.value ?? 0) * n), Math.round((b.value ?? 0) * m)];
  const { standardError, pValue } = twoProportionTest(successes, n, others, m);
  const bounds = newcombeInterval(successes, n, others, m, confidence);
  return { standardError, degreesOfFreedom: null, bounds, pValue, method: 'newcombe' };
}

/**
 * Compares two results of one definition that come from independent samples: first minus second.
 *
 * Use it for two teams, two regions, two waves with other respondents. The same respondents twice need {@link comparePairs};
 * a segment against a total that contains it needs the segment against the rest.
 *
 * @remarks
 * Net scores: adjusted Wald with three pseudo-answers on each side (the point `difference` is raw, the interval is around the adjusted
 * one); shares: Newcombe's interval and the N - 1 test; means, weighted and clustered results: Welch. The verdict speaks of the number,
 * not of good and bad; `'no-evidence'` is not "equal": read `minimumDetectableDifference` beside it.
 * Sources: Rocks (2016), doi:10.1080/00031305.2016.1158124; Newcombe (1998), `doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I`;
 * Campbell (2007), doi:10.1002/sim.2832; Welch (1947), doi:10.1093/biomet/34.1-2.28.
 *
 * @param a - First result.
 * @param b - Second result, of the same definition.
 * @param options - Confidence level.
 * @returns The signed difference with interval, p-value, minimum detectable difference and verdict; unknown where a side is.
 * @throws TypeError with code `CX_DEFINITION_MISMATCH` when the definitions differ (a compile-time error where the types show it),
 * `CX_INVALID_OPTION` for a confidence outside 0..1.
 * @example
 * ```ts
 * import { compareResults, computeNps } from 'cx-scoring';
 *
 * const spring = computeNps({ counts: { promoters: 48, passives: 28, detractors: 19 } });
 * const summer = computeNps({ counts: { promoters: 35, passives: 32, detractors: 30 } });
 * const change = compareResults(summer, spring);
 * change.difference; // ~> -25.3717
 * change.pValue; // ~> 0.0301414
 * change.verdict; // => 'lower'
 * ```
 */
export function compareResults<Id extends string>(
  a: MetricResult<Id>,
  b: MetricResult<NoInfer<Id>>,
  options: CompareOptions = {},
): Comparison<Id> {
  requireOptions('compareResults', options);
  const confidence = resolveConfidence('compareResults', options.confidence);
  requireDefinition('compareResults: first result', 'a result', a);
  requireDefinition('compareResults: second result', 'a result', b);
  if (!isSameDefinition(a.definition, b.definition)) {
    const rule = `of the definition of the first, "${a.definition.id}", with equal parameters`;
    throw cxError('CX_DEFINITION_MISMATCH', 'compareResults: second result', rule, b.definition.id);
  }
  const known = a.value !== null && b.value !== null;
  const difference = known ? (a.value ?? 0) - (b.value ?? 0) + 0 : null;
  // As with five accounts each side needs for an interval of its own.
  const isFew = Math.min(a.accounts ?? Infinity, b.accounts ?? Infinity) < FEWEST_ACCOUNTS;
  const evidence = difference === null || isFew ? null : evidenceOf(a, b, difference, confidence);
  return toComparison(a.definition, difference, evidence, [a.sampleSize, b.sampleSize], confidence, [], isFew);
}
