import type { Comparison } from '../core/comparison.js';
import { cxError } from '../core/errors.js';
import { resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { Warning } from '../core/warning.js';
import type { CompareOptions } from '../measures/compareResults.js';
import { compareTallies } from '../measures/compareTallies.js';
import { tallyRows } from '../measures/computeMeasure.js';
import type { Measure } from '../measures/measure.js';
import { readSamples, reasonsAgainst, reportComparability } from './comparability.js';
import type { ComparabilityOptions } from './comparabilityOptions.js';
import type { ComparabilityReport } from './comparabilityReport.js';

/** Options of {@link compareSamples}: the measure, and what the samples should have in common. */
export interface CompareSamplesOptions<Row, Tally, Result> extends ComparabilityOptions<Row>, CompareOptions {
  /** What is compared. */
  readonly measure: Measure<Row, Tally, Result>;
}

/** A comparison of two samples, with the reasons for and against making it. */
export interface SampleComparison<Id extends string = string> extends Comparison<Id> {
  /** The checks, and the override if there is one. */
  readonly comparability: ComparabilityReport;
}

/**
 * Compares two samples, first minus second, provided that they can be compared.
 *
 * Use it wherever somebody sets two groups of companies side by side: two regions, two networks, before and after. When the gate of
 * {@link checkComparability} does not open there is no difference, only the reason; when the mix is what differs,
 * {@link standardizeMix} brings both sides to a common one.
 *
 * @param a - Rows of the first sample, read once.
 * @param b - Rows of the second sample, of other respondents or, with a clustered measure, of accounts in common.
 * @param options - The measure, what the samples should share, and the confidence level.
 * @returns The comparison of {@link compareTallies} with the report of the gate. When it does not open: `difference` null, verdict
 * `'unknown'`, and a warning `not-comparable` for each reason; with an `override` the difference is given and the override recorded.
 * @throws What {@link checkComparability}, {@link compareTallies} and the measure throw.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { compareSamples } from 'cx-scoring/segmentation';
 *
 * const answers = (country: string, scores: number[]) => scores.map((q1) => ({ q1, country, sector: 'retail' }));
 * const options = {
 *   measure: npsMeasure<{ q1: number; country: string; sector: string }>({ score: 'q1' }),
 *   country: 'country',
 *   instrument: { a: 'relationship', b: 'relationship' },
 *   attributes: { sector: { kind: 'category', field: 'sector' } },
 * } as const;
 * const paris = answers('FR', [10, 9, 9, 8]);
 * compareSamples(paris, answers('FR', [6, 7, 9, 3]), options).difference; // => 100
 * const abroad = compareSamples(paris, answers('DE', [6, 7, 9, 3]), options);
 * abroad.difference; // => null
 * abroad.warnings; // => [{ code: 'not-comparable', reason: 'country' }]
 * ```
 */
export function compareSamples<Row, Tally, Result extends MetricResult>(
  a: Iterable<Row>,
  b: Iterable<Row>,
  options: CompareSamplesOptions<NoInfer<Row>, Tally, Result>,
): SampleComparison<Result['definition']['id']> {
  const { measure, confidence } = Object(options) as typeof options;
  if (typeof measure?.createTally !== 'function')
    throw cxError('CX_INVALID_OPTION', 'compareSamples: option "measure"', 'a measure', measure);
  resolveConfidence('compareSamples', confidence);
  const samples = readSamples('compareSamples', a, b);
  const comparability = reportComparability('compareSamples', samples, options);
  const [first, second] = [tallyRows(samples[0], measure), tallyRows(samples[1], measure)];
  const comparison = compareTallies(measure, first, second, { confidence });
  const reasons = reasonsAgainst(comparability);
  if (reasons.length === 0) return { ...comparison, comparability };
  const warnings = reasons.map((reason): Warning => ({ code: 'not-comparable', reason }));
  return { ...withheld(comparison, warnings), comparability };
}

/** A comparison that is not made: who was to be compared, and why it is not. */
export function withheld<Id extends string>(
  { definition, sampleSizes }: Pick<Comparison<Id>, 'definition' | 'sampleSizes'>,
  warnings: readonly Warning[],
): Comparison<Id> {
  return {
    definition,
    difference: null,
    standardError: null,
    degreesOfFreedom: null,
    interval: null,
    pValue: null,
    minimumDetectableDifference: null,
    verdict: 'unknown',
    sampleSizes,
    warnings,
  };
}
