import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOption } from '../core/options.js';
import { isIterable } from '../measures/input.js';
import { sum } from '../statistics/sum.js';
import { adjustForNonResponse, postStratify, rake } from './adjustToClasses.js';
import { calibrate } from './calibrateToTotals.js';
import { trim } from './trimWeights.js';
import type { FinishStep, WeightingState } from './weightingState.js';
import type { WeightingStep } from './weightingStep.js';
import { summarizeWeighting, type WeightingReport } from './weightingSummary.js';

/** Options of {@link weightRows}. */
export interface WeightRowsOptions<Row> {
  /** What is done, in this order. Usual: non-response, then rake or post-stratify, then trim. */
  readonly steps: readonly WeightingStep<Row>[];
  /** Weight of each row to begin with, 0 or a number from 1e-25 to 1e25, such as the inverse of its chance to be invited; 1 unless given. */
  readonly baseWeight?: Field<Row, Score> | undefined;
  /**
   * `'mean-one'` gives the rows with weight a mean of 1; `'totals'` leaves the weights as the last step did, so that they add up to
   * the targets.
   * @defaultValue `'mean-one'`
   */
  readonly scale?: 'mean-one' | 'totals' | undefined;
}

/** Weights aligned with the rows, and how they came about. */
export interface WeightedRows {
  /** One weight for each row, in its order: `null` for a row that was taken out, 0 for one that a step brought to 0. */
  readonly weights: readonly (number | null)[];
  /** What was done and what it costs. */
  readonly report: WeightingReport;
}

/** Smallest weight that metrics take: contradictory margins can let the weight of a row fade away. */
const SMALLEST = 1e-25;

/**
 * Weights rows so that the sample looks like the population it stands for.
 *
 * Use it when those who answered differ from the customer base: response rates by class, known margins, known totals of revenue. The
 * weights go to any metric by the index of the row: `computeNps(rows, { score: 'q1', weight: (_, index) => weights[index] })`.
 *
 * @remarks
 * Each step starts from the weights of the step before. A row without class or amount gets `null` and is counted, and metrics count it
 * as `missingWeight`. A later step may move what an earlier one achieved: every class is reported before and after its step and at
 * the end. Weights do not remove the bias of those who would have answered differently within their class, and the standard error
 * of a metric knows their cost only through Kish's effective size.
 * Sources: Deville and Särndal (1992), doi:10.1080/01621459.1992.10475217; Deming and Stephan (1940), doi:10.1214/aoms/1177731829;
 * Kalton and Flores-Cervantes (2003), Weighting Methods, Journal of Official Statistics 19(2), 81-97; five times the mean: DeBell and
 * Krosnick (2009), Computing Weights for American National Election Study Survey Data, ANES Technical Report nes012427.
 *
 * @param rows - Rows, read once: any iterable or a column table.
 * @param options - The steps, the weights to begin with and the scale of the result.
 * @returns Weights aligned with the rows, and a report: plain data.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the rows cannot be iterated; `CX_INVALID_OPTION`, naming step,
 * margin and class, for a class that has a target and no row, a class of the rows that has no target, targets that do not add up,
 * totals that calibration does not reach, or limits that cannot hold the total; `CX_INVALID_WEIGHT` for a base weight that is negative
 * or not a number, and when calibration asks for a negative weight; `CX_OFF_SCALE` for an amount that is not a finite number.
 * @example
 * ```ts
 * import { computeNps, weightRows } from 'cx-scoring';
 *
 * const rows = [
 *   { q1: 10, size: 'small' },
 *   { q1: 9, size: 'small' },
 *   { q1: 8, size: 'small' },
 *   { q1: 3, size: 'large' },
 * ];
 * const { weights, report } = weightRows(rows, {
 *   steps: [{ kind: 'post-stratify', by: 'size', targets: { small: 50, large: 50 } }],
 * });
 * weights; // ~> [0.6667, 0.6667, 0.6667, 2]
 * report.after; // ~> { rows: 4, designEffect: 1.3333, effectiveSize: 3 }
 * computeNps(rows, { score: 'q1' }).value; // => 25
 * computeNps(rows, { score: 'q1', weight: (_, index) => weights[index] }).value; // ~> -16.6667
 * ```
 */
export function weightRows<Row>(rows: Iterable<Row>, options: WeightRowsOptions<NoInfer<Row>>): WeightedRows {
  if (!isIterable(rows)) throw cxError('CX_INVALID_INPUT', 'weightRows: rows', 'an iterable of rows', rows);
  const { steps, baseWeight, scale = 'mean-one' } = options ?? {};
  requireOption(Array.isArray(steps), 'weightRows', 'steps', 'a list of steps', steps);
  const isScale = scale === 'mean-one' || scale === 'totals';
  requireOption(isScale, 'weightRows', 'scale', '"mean-one" or "totals"', scale);
  const state = startingState([...rows], baseWeight);
  const start = state.weights.slice();
  const finishers = steps.map((step, place) => makeStep(place, state, step));
  const reports = finishers.map((finish) => finish(state.weights));
  const carried = state.weights.filter((weight) => weight > 0);
  const unit = scale === 'mean-one' && carried.length > 0 ? sum(carried) / carried.length : 1;
  const scaled = state.weights.map((weight) => (weight / unit < SMALLEST ? 0 : weight / unit));
  return {
    weights: Array.from(scaled, (weight) => (Number.isNaN(weight) ? null : weight)),
    report: summarizeWeighting(start, scaled, reports),
  };
}

function startingState<Row>(rows: readonly Row[], baseWeight: Field<Row, Score> | undefined): WeightingState<Row> {
  const read = baseWeight === undefined ? () => 1 : fieldReader<Row, unknown>(baseWeight);
  const weights = Float64Array.from(rows, (row, index) => {
    const weight = read(row, index) ?? null;
    if (weight === null) return NaN;
    if (weight === 0 || (typeof weight === 'number' && weight >= SMALLEST && weight <= 1e25)) return weight + 0;
    throw cxError(
      'CX_INVALID_WEIGHT',
      `weightRows: weight at row ${index}`,
      '0 or a number from 1e-25 to 1e25',
      weight,
    );
  });
  return { rows, weights };
}

function makeStep<Row>(place: number, state: WeightingState<Row>, step: WeightingStep<Row>): FinishStep {
  const where = `weightRows: step ${place + 1} (${step?.kind})`;
  switch (step?.kind) {
    case 'non-response':
      return adjustForNonResponse(where, state, step);
    case 'post-stratify':
      return postStratify(where, state, step);
    case 'rake':
      return rake(where, state, step);
    case 'calibrate':
      return calibrate(where, state, step);
    case 'trim':
      return trim(where, state, step);
    default: {
      const rule = '"non-response", "post-stratify", "rake", "calibrate" or "trim"';
      throw cxError(
        'CX_INVALID_OPTION',
        `weightRows: kind of step ${place + 1}`,
        rule,
        (step as { kind?: unknown } | null)?.kind,
      );
    }
  }
}
