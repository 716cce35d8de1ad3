import { requireMeasure } from './requireMeasure.js';
import type { Comparison } from '../core/comparison.js';
import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOptions, resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import { addToMoments, createMoments } from '../statistics/moments.js';
import { momentsMean, momentsStandardError } from '../statistics/momentsSummary.js';
import type { CompareOptions } from './compareResults.js';
import { tEvidence, toComparison } from './evidence.js';
import { isIterable } from './input.js';
import type { Measure } from './measure.js';

/** Options of a paired comparison. */
export interface ComparePairsOptions<Row, Tally, Result> extends CompareOptions {
  /** What is compared: a measure over plain answers, such as `npsMeasure()`. */
  readonly measure: Measure<Score, Tally, Result>;
  /** The first answer of a pair. */
  readonly first: Field<Row, Score>;
  /** The second answer of the same respondent or account. */
  readonly second: Field<Row, Score>;
}

/**
 * Compares two answers of the same respondents or accounts: first minus second.
 *
 * Use it for a panel, one row per account with both waves: the pairs cancel what differs between accounts, which in
 * business-to-business halves the error of the usual comparison.
 *
 * @remarks
 * Each answer is scored by the measure alone (+100, 0 or -100 for an NPS), and the differences within pairs are tested with Student's t,
 * n - 1 degrees of freedom. Pairs with an answer missing are left out, with a warning. Where all pairs differ by the same amount there is
 * no error to know, and the verdict is unknown. Source: Student (1908), doi:10.1093/biomet/6.1.1.
 *
 * @param rows - One row per pair.
 * @param options - The measure, where the two answers are, and the confidence level.
 * @returns The signed difference over the complete pairs, with interval, p-value, minimum detectable difference and verdict.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when there are no rows to read, `CX_OFF_SCALE` for an answer off the scale,
 * `CX_INVALID_OPTION` for a confidence outside 0..1.
 * @example
 * ```ts
 * import { comparePairs, npsMeasure } from 'cx-scoring';
 *
 * const panel = [
 *   { before: 6, after: 9 },
 *   { before: 8, after: 8 },
 *   { before: 9, after: 10 },
 *   { before: 3, after: 7 },
 *   { before: 9, after: null },
 * ];
 * const change = comparePairs(panel, { measure: npsMeasure(), first: 'after', second: 'before' });
 * change.difference; // => 75
 * change.warnings; // => [{ code: 'unpaired-excluded', count: 1 }]
 * ```
 */
export function comparePairs<Row, Tally, Result extends MetricResult>(
  rows: Iterable<Row>,
  options: ComparePairsOptions<NoInfer<Row>, Tally, Result>,
): Comparison<Result['definition']['id']> {
  requireOptions('comparePairs', options);
  const { measure } = options;
  requireMeasure('comparePairs', measure);
  const confidence = resolveConfidence('comparePairs', options.confidence);
  if (!isIterable(rows)) throw cxError('CX_INVALID_INPUT', 'comparePairs: rows', 'an iterable of rows', rows);
  const readFirst = fieldReader(options.first);
  const readSecond = fieldReader(options.second);
  // An answer alone has the value that it contributes; a scale has few of them, so each is scored once.
  const known = new Map<Score, number | null>();
  const valueOf = (score: Score, index: number): number | null => {
    let value = known.get(score);
    if (value === undefined) {
      const tally = measure.createTally();
      measure.addRow(tally, score, index);
      value = measure.toResult(tally).value;
      known.set(score, value);
    }
    return value;
  };
  const differences = createMoments();
  let unpaired = 0;
  let index = 0;
  for (const row of rows) {
    const first = valueOf(readFirst(row, index), index);
    const second = valueOf(readSecond(row, index), index);
    if (first === null || second === null) unpaired++;
    else addToMoments(differences, first - second);
    index++;
  }
  const { count } = differences;
  const difference = count > 0 ? momentsMean(differences) + 0 : null;
  const error = momentsStandardError(differences);
  const evidence =
    difference !== null && error > 0 && count > 1
      ? tEvidence(difference, error, count - 1, confidence, 'paired-t')
      : null;
  const warnings = unpaired > 0 ? [{ code: 'unpaired-excluded' as const, count: unpaired }] : [];
  return toComparison(measure.definition, difference, evidence, [count, count], confidence, warnings);
}
