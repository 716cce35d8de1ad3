import { requireOptions } from '../core/options.js';
import { cxError } from '../core/errors.js';

import type { Field, Score } from '../core/field.js';
import type { IntervalResult } from '../core/result.js';
import type { ScoreExclusion, ScoreOptions } from './input.js';
import { estimateMean } from './meanEstimate.js';
import { identify, type MeasureIdentity } from './measureIdentity.js';
import { estimateNet, type NetOptions } from './netEstimate.js';
import type { ScaleMeasure } from './ratioMeasure.js';
import { measureScale } from './scaleMetric.js';
import type { ScaleTally } from './scaleTally.js';
import { netValue, ownValue, shareValue, type ScaleStatistic } from './scaleValue.js';
import { estimateShare } from './shareEstimate.js';
import type { ShareOptions } from './shareInterval.js';

/** Declaration of a metric over a scale of whole numbers. */
export interface ScaleDeclaration<Row, Id extends string> extends MeasureIdentity<Id>, ScoreOptions {
  /** Lowest point of the scale. */
  readonly minimum: number;
  /** Highest point of the scale, at most 1,000 above the lowest. */
  readonly maximum: number;
  /** What is taken from the answers: their mean, the share from `from` on, or the share from `from` on less the share up to `negativeTo`. */
  readonly statistic: 'mean' | 'share' | 'net';
  /** Lowest answer that counts as positive; for a share and a net score. */
  readonly from?: number | undefined;
  /** Highest answer that counts as negative; for a net score. */
  readonly negativeTo?: number | undefined;
  /** Where the score of a row is; leave it out when the row is the score. */
  readonly score?: Field<Row, Score> | undefined;
  /** Weight of a row, 0 or a number from 1e-25 to 1e25. */
  readonly weight?: Field<Row, Score> | undefined;
  /** Interval method of the statistic, by name or imported. */
  readonly interval?: NetOptions['interval'] | ShareOptions['interval'];
  /** Confidence level. */
  readonly confidence?: number | undefined;
  /** Population, when it is known. */
  readonly population?: number | undefined;
}

function requireWhole(name: string, value: number | undefined, least: number, most: number): number {
  if (!(Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most)) {
    const rule = `a whole number from ${least} to ${most}`;
    throw cxError('CX_INVALID_DEFINITION', `defineScale: "${name}"`, rule, value);
  }
  return value as number;
}

type Estimator = <Id extends string>(
  where: string,
  statistic: ScaleStatistic<Id>,
  tally: ScaleTally,
  options: object,
) => IntervalResult<Id, ScoreExclusion>;

/** What an answer contributes to the chosen statistic, and the function that estimates it. */
function chosen(
  { statistic, from, negativeTo }: Pick<ScaleDeclaration<never, string>, 'statistic' | 'from' | 'negativeTo'>,
  minimum: number,
  maximum: number,
): { readonly valueAt: (score: number) => number; readonly estimate: Estimator } {
  if (statistic === 'mean') return { valueAt: ownValue, estimate: estimateMean };
  const positiveFrom = requireWhole('from', from, minimum + 1, maximum);
  if (statistic === 'share') return { valueAt: shareValue(positiveFrom), estimate: estimateShare };
  return {
    valueAt: netValue(positiveFrom, requireWhole('negativeTo', negativeTo, minimum, positiveFrom - 1)),
    estimate: (...all) => estimateNet(...all).result,
  };
}

/**
 * Makes a measure of your own over a scale of whole numbers: a mean, a share of answers, or a net score.
 *
 * Use it for any closed question that is not one of the library's; it takes counts and columns as they do.
 *
 * @param declaration - Identity of the metric, its scale, its statistic and where the score is.
 * @returns A measure for {@link computeMeasure}.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` when the declaration contradicts itself. While reading rows:
 * `CX_OFF_SCALE` and `CX_INVALID_WEIGHT`.
 * @remarks Intervals: t for a mean, Wilson for a share, adjusted Wald for a net score, as for the library's own metrics.
 * @example
 * ```ts
 * import { computeMeasure, defineScale } from 'cx-scoring';
 *
 * const trust = defineScale({ id: 'trust', minimum: 1, maximum: 6, statistic: 'share', from: 5 });
 * computeMeasure([6, 5, 3, 2], trust).value; // => 0.5
 * ```
 */
export function defineScale<Row = Score, const Id extends string = string>(
  declaration: ScaleDeclaration<Row, Id>,
): ScaleMeasure<Row, IntervalResult<Id, ScoreExclusion>> {
  requireOptions('defineScale', declaration);
  const { id, statistic, from, negativeTo } = declaration;
  if (statistic !== 'mean' && statistic !== 'share' && statistic !== 'net') {
    throw cxError('CX_INVALID_DEFINITION', 'defineScale: "statistic"', '"mean", "share" or "net"', statistic);
  }
  const minimum = requireWhole('minimum', declaration.minimum, -1e6, 1e6);
  const maximum = requireWhole('maximum', declaration.maximum, minimum + 1, minimum + 1000);
  const unit = statistic === 'mean' ? 'score' : statistic === 'net' ? 'points' : 'share';
  const range =
    statistic === 'mean'
      ? { minimum, maximum }
      : statistic === 'net'
        ? { minimum: -100, maximum: 100 }
        : { minimum: 0, maximum: 1 };
  const scale = {
    minimum,
    maximum,
    ...(from !== undefined && { from }),
    ...(negativeTo !== undefined && { negativeTo }),
  };
  const parameters = { ...scale, ...declaration.parameters };
  const definition = identify('defineScale', { ...declaration, parameters }, 'scale', statistic, unit, range);
  const { valueAt, estimate } = chosen(declaration, minimum, maximum);
  const contribution = { definition, scale: { minimum, maximum }, valueAt };
  const metric = {
    ...contribution,
    classes: {},
    finish: (_where: string, tally: ScaleTally, options: object) => estimate(id, contribution, tally, options),
  };
  return measureScale(id, metric, declaration);
}
