import type { Comparison } from '../core/comparison.js';
import { cxError } from '../core/errors.js';
import { resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { Warning } from '../core/warning.js';
import type { CompareOptions } from '../measures/compareResults.js';
import { FEWEST_ACCOUNTS, toComparison } from '../measures/evidence.js';
import type { Benchmark } from './benchmark.js';
import { requireBenchmark } from './benchmarkCheck.js';
import { benchmarkError, evidenceOfErrors, resultError, type BenchmarkErrorSource } from './benchmarkError.js';
import { benchmarkPosition, type BenchmarkPosition } from './benchmarkPosition.js';
import { resolveOverride, statedText } from './comparabilityOptions.js';
import type { ComparabilityOverride, ComparabilityReason, RecordedOverride } from './comparabilityReport.js';
import { withheld } from './compareSamples.js';

/** Options of {@link compareToBenchmark}: what is known of the result, which does not say it itself. */
export interface CompareToBenchmarkOptions extends CompareOptions {
  /** Country the answers are from, as an ISO 3166-1 code; `null` when not known, which is not comparable. */
  readonly country: string | null;
  /** Sector of the companies; left out, the sector of the benchmark is not compared. */
  readonly sector?: string | undefined;
  /** How the answers were collected; left out, the mode of the benchmark is not compared. */
  readonly mode?: string | undefined;
  /** Compares all the same; the reason is recorded. */
  readonly override?: ComparabilityOverride | undefined;
}

/** A result against a benchmark: result minus benchmark. */
export interface BenchmarkComparison<Id extends string = string> extends Comparison<Id> {
  /** The benchmark as it was given. */
  readonly benchmark: Benchmark;
  /** Where the error of the benchmark's value was taken from. */
  readonly errorSource: BenchmarkErrorSource;
  /** Where the result lies on the curve; `null` without a curve or a value, and when they are not comparable. */
  readonly position: BenchmarkPosition | null;
  /** The override, or `null`. */
  readonly overridden: RecordedOverride | null;
}

/**
 * Compares a result with a benchmark: the average of a sector, a competitor, another department.
 *
 * Use it for the relative value of a score, which is what may be compared across countries ({@link compareRelative}), and for the place
 * of a score among others when the benchmark is a curve of percentiles.
 *
 * @param result - A metric result.
 * @param benchmark - The benchmark, of the same definition.
 * @param options - Country, sector and mode of the result, and the confidence level.
 * @returns Result minus value, with both errors in its interval; unknown where one of them is not known. With a curve, the position of
 * the result on it. Of another country, sector or mode, or of an unknown country: no number, and a warning `not-comparable`, unless an
 * `override` gives a reason.
 * @throws TypeError or RangeError with code `CX_DEFINITION_MISMATCH` when the benchmark is of another metric or other parameters,
 * `CX_INVALID_INPUT` when it is no benchmark, `CX_INVALID_OPTION` for an option that breaks its rule.
 * @remarks Difference of independent estimates, degrees of freedom by Welch (1947), doi:10.1093/biomet/34.1-2.28. A benchmark with nothing
 * but its `n` has the error of a share, or the largest that a net score can have.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { compareToBenchmark, type Benchmark } from 'cx-scoring/segmentation';
 *
 * const nps = computeNps({ counts: { promoters: 50, passives: 30, detractors: 20 } });
 * const sector: Benchmark = {
 *   kind: 'sector',
 *   definition: { id: 'nps' },
 *   value: 22,
 *   standardError: 3,
 *   country: 'FR',
 *   sector: 'building supplies',
 *   year: 2026,
 *   mode: null,
 *   source: 'trade association',
 *   licence: 'members only',
 * };
 * const { difference, standardError, verdict } = compareToBenchmark(nps, sector, { country: 'FR' });
 * difference; // => 8
 * standardError; // ~> 8.3666
 * verdict; // => 'no-evidence'
 * compareToBenchmark(nps, sector, { country: 'DE' }).warnings; // => [{ code: 'not-comparable', reason: 'country' }]
 * ```
 */
export function compareToBenchmark<Id extends string>(
  result: MetricResult<Id>,
  benchmark: Benchmark,
  options: CompareToBenchmarkOptions,
): BenchmarkComparison<Id> {
  const where = 'compareToBenchmark';
  const own = Object(options) as CompareToBenchmarkOptions;
  const confidence = resolveConfidence(where, own.confidence);
  const override = resolveOverride(where, own.override);
  requireResult(where, result);
  requireBenchmark(where, result.definition, benchmark);
  const reasons = reasonsOf(where, benchmark, own);
  const overridden = override && { ...override, attributes: reasons.map(([attribute]) => attribute) };
  const { standardError, errorSource } = benchmarkError(result.definition, benchmark);
  const shared = { benchmark, errorSource, overridden };
  const sampleSizes = [result.sampleSize, benchmark.n ?? 0] as const;
  if (reasons.length > 0 && overridden === null) {
    const codes = [...new Set(reasons.map(([, reason]) => reason))];
    const warnings = codes.map((reason): Warning => ({ code: 'not-comparable', reason }));
    return { ...withheld<Id>({ definition: result.definition, sampleSizes }, warnings), ...shared, position: null };
  }
  const { value, curve, n } = benchmark;
  const position =
    curve === undefined || result.value === null ? null : benchmarkPosition(curve, result.value, result.interval, n);
  if (value === undefined && position !== null)
    return { ...withheld<Id>({ definition: result.definition, sampleSizes }, []), ...shared, position };
  const difference = result.value === null || value === undefined ? null : result.value - value + 0;
  const error = resultError(result);
  const evidence =
    difference === null || error === null || standardError === null
      ? null
      : evidenceOfErrors(difference, [error, { standardError, freedom: freedomOf(benchmark) }], confidence);
  const isFew = result.accounts !== null && result.accounts < FEWEST_ACCOUNTS;
  const comparison = toComparison(result.definition, difference, evidence, sampleSizes, confidence, [], isFew);
  return { ...comparison, ...shared, position };
}

/** Refuses what is no metric result. */
export function requireResult(where: string, result: unknown): void {
  const { definition } = Object(result) as Partial<MetricResult>;
  if (Object(definition) !== definition)
    throw cxError('CX_INVALID_INPUT', `${where}: result`, 'a metric result', result);
}

/** Degrees of freedom of the error of a benchmark. */
export function freedomOf({ n }: Benchmark): number {
  return n === undefined || n < 2 ? Infinity : n - 1;
}

function reasonsOf(
  where: string,
  benchmark: Benchmark,
  { country, sector, mode }: CompareToBenchmarkOptions,
): (readonly [string, ComparabilityReason])[] {
  const read = (option: string, value: unknown): string | null => statedText(where, option, value);
  const differs = (stated: string | null, theirs: string | null): boolean => stated !== null && stated !== theirs;
  const own = read('country', country);
  const found: (readonly [string, ComparabilityReason])[] = [];
  if (own === null || differs(own, benchmark.country)) found.push(['country', 'country']);
  if (differs(read('mode', mode), benchmark.mode)) found.push(['mode', 'instrument']);
  if (differs(read('sector', sector), benchmark.sector)) found.push(['sector', 'mix']);
  return found;
}
