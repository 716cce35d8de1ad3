import { requireOptions } from '../core/options.js';
import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import type { IntervalResult } from '../core/result.js';
import type { ScoreExclusion } from './input.js';
import { identify, type MeasureIdentity } from './measureIdentity.js';
import type { ScaleMeasure } from './ratioMeasure.js';
import { measureScale } from './scaleMetric.js';
import type { ScaleTally } from './scaleTally.js';
import { ownValue } from './scaleValue.js';
import { estimateShare } from './shareEstimate.js';
import type { ShareOptions } from './shareInterval.js';

/** Declaration of a share. */
export interface ProportionDeclaration<Row, Id extends string> extends MeasureIdentity<Id>, ShareOptions {
  /** Whether a row is a success: `true`, `false`, or missing. Nothing else is read as either. */
  readonly success: Field<Row, boolean | null | undefined>;
  /** Weight of a row, 0 or a number from 1e-25 to 1e25. */
  readonly weight?: Field<Row, Score> | undefined;
}

/** A share, 0..1, with its two counts. */
export interface ProportionResult<Id extends string> extends IntervalResult<Id, ScoreExclusion> {
  /** Rows that are a success. */
  readonly successes: number;
  /** Rows that are not. */
  readonly failures: number;
}

/**
 * Makes a measure of your own: the share of rows that are a success.
 *
 * Use it for anything that happened or did not: on time, fixed, accepted. The interval is Wilson's unless another is handed in.
 *
 * @param declaration - Identity of the metric and what a success is.
 * @returns A measure for {@link computeMeasure}.
 * @throws TypeError with code `CX_INVALID_DEFINITION` when the declaration is wrong. While reading rows: `CX_OFF_SCALE` for anything
 * but `true`, `false` and missing, `CX_INVALID_WEIGHT` for a negative weight.
 * @remarks Interval: Wilson (1927), doi:10.1080/01621459.1927.10502953.
 * @example
 * ```ts
 * import { computeMeasure, defineProportion } from 'cx-scoring';
 *
 * const onTime = defineProportion({ id: 'on-time', success: (order: { late: boolean | null }) => order.late === null ? null : !order.late });
 * const result = computeMeasure([{ late: false }, { late: true }, { late: null }], onTime);
 * result.value; // => 0.5
 * result.excluded.missing; // => 1
 * ```
 */
export function defineProportion<Row, const Id extends string = string>(
  declaration: ProportionDeclaration<Row, Id>,
): ScaleMeasure<Row, ProportionResult<Id>> {
  requireOptions('defineProportion', declaration);
  const { id, success, weight } = declaration;
  const definition = identify('defineProportion', declaration, 'proportion', 'share', 'share', {
    minimum: 0,
    maximum: 1,
  });
  const read = fieldReader<Row, unknown>(success);
  const statistic = { definition, scale: { minimum: 0, maximum: 1 }, valueAt: ownValue };
  const metric = {
    ...statistic,
    classes: {},
    finish: (_where: string, tally: ScaleTally, options: ShareOptions): ProportionResult<Id> => {
      const [failures = 0, successes = 0] = tally.counts;
      return Object.assign(estimateShare(id, statistic, tally, options), { successes, failures });
    },
  };
  const score = (row: Row, index: number): Score => {
    const outcome = read(row, index) ?? null;
    if (outcome === null || typeof outcome === 'boolean') return outcome === null ? null : Number(outcome);
    throw cxError('CX_OFF_SCALE', `${id}: success at row ${index}`, 'true, false or missing', outcome);
  };
  return measureScale(id, metric, { ...declaration, score, weight });
}
