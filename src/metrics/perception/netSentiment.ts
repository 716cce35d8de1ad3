import { requireOptions } from '../../core/options.js';
import type { MetricDefinition } from '../../core/definition.js';
import { cxError } from '../../core/errors.js';
import { fieldReader, type Field, type Score } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import type { CountedInput, ScoreExclusion } from '../../measures/input.js';
import type { ScaleMeasure } from '../../measures/ratioMeasure.js';
import { estimateNet, type NetOptions } from '../../measures/netEstimate.js';
import { computeScale, measureScale, type ScaleMetric } from '../../measures/scaleMetric.js';
import { ownValue } from '../../measures/scaleValue.js';

/** What a comment was found to say. `'mixed'` counts as neutral: it is scored, and leans neither way. */
export type Sentiment = 'positive' | 'neutral' | 'negative' | 'mixed';

/** Counts by sentiment, as a database returns them. */
export interface SentimentCounts {
  /** Comments that praise. */
  readonly positive: number;
  /** Comments that do neither, or both. */
  readonly neutral: number;
  /** Comments that complain. */
  readonly negative: number;
}

/** Options of net sentiment. */
export interface NetSentimentOptions<Row> extends NetOptions {
  /** Where the sentiment of a row is; leave it out for plain sentiments and counts. Missing means that the comment was not scored. */
  readonly sentiment?: Field<Row, Sentiment | null | undefined> | undefined;
  /** Weight of a comment, 0 or a number from 1e-25 to 1e25. */
  readonly weight?: Field<Row, Score> | undefined;
}

/** Net sentiment in points, -100..100, with the comments of each class. */
export interface NetSentimentResult extends IntervalResult<'net-sentiment', ScoreExclusion>, SentimentCounts {}

const SCORES: Readonly<Record<string, number>> = { negative: -1, neutral: 0, mixed: 0, positive: 1 };

const NET_SENTIMENT: ScaleMetric<NetOptions, NetSentimentResult> & {
  readonly definition: MetricDefinition<'net-sentiment'>;
} = {
  definition: {
    id: 'net-sentiment',
    family: 'scale',
    statistic: 'net',
    unit: 'points',
    direction: 'higher-is-better',
    range: { minimum: -100, maximum: 100 },
    parameters: {},
  },
  scale: { minimum: -1, maximum: 1 },
  valueAt: ownValue,
  classes: { negative: -1, neutral: 0, positive: 1 },
  finish: (where, tally, options) => {
    const { result, classes } = estimateNet(where, NET_SENTIMENT, tally, options);
    const [negative, neutral, positive] = classes;
    return Object.assign(result, { positive, neutral, negative });
  },
};

/** Options with the sentiment turned into a score; anything but the four words and missing is an error. */
function scored<Row>(
  where: string,
  options: NetSentimentOptions<Row>,
): NetOptions & { score: (row: Row, index: number) => Score } {
  requireOptions(where, options);
  const read =
    options.sentiment === undefined ? (row: Row): unknown => row : fieldReader<Row, unknown>(options.sentiment);
  const score = (row: Row, index: number): Score => {
    const sentiment = read(row, index) ?? null;
    if (sentiment === null) return null;
    if (typeof sentiment === 'string' && Object.hasOwn(SCORES, sentiment)) return SCORES[sentiment];
    throw cxError('CX_OFF_SCALE', `${where}: sentiment at row ${index}`, Object.keys(SCORES).join(', '), sentiment);
  };
  return { ...options, score };
}

/**
 * Computes net sentiment: share of positive minus share of negative comments among those that were scored, in points from -100 to 100.
 *
 * Use it on the output of whatever reads your comments; this library does not read them here, and a comment that could not be read is
 * missing, not neutral.
 *
 * @param input - Sentiments, rows, or `{ counts: { positive, neutral, negative } }`.
 * @param options - For rows, where the `sentiment` is; weight, confidence, interval method and population.
 * @returns The score with interval, classes, exclusions and warnings; `value: null` without scored comments.
 * @throws TypeError or RangeError with code `CX_OFF_SCALE` for an unknown sentiment, `CX_INVALID_OPTION`, `CX_INVALID_COUNTS`,
 * `CX_INVALID_WEIGHT`, `CX_POPULATION_TOO_SMALL` or `CX_INVALID_INPUT`.
 * @remarks Interval as for an NPS: adjusted Wald, Rocks (2016), doi:10.1080/00031305.2016.1158124. It covers the choice of comments,
 * not the errors of whoever scored them.
 * @example
 * ```ts
 * import { computeNetSentiment } from 'cx-scoring';
 *
 * computeNetSentiment(['positive', 'negative', 'positive', 'mixed', null]).value; // => 25
 * computeNetSentiment({ counts: { positive: 60, neutral: 25, negative: 15 } }).value; // => 45
 * ```
 */
export function computeNetSentiment<Row = Sentiment | null | undefined>(
  input: Iterable<Row> | CountedInput<SentimentCounts>,
  options: NetSentimentOptions<NoInfer<Row>> = {},
): NetSentimentResult {
  const isData = Symbol.iterator in Object(input);
  return computeScale(
    'computeNetSentiment',
    NET_SENTIMENT,
    input,
    isData ? scored('computeNetSentiment', options) : options,
  );
}

/**
 * Makes the measure behind {@link computeNetSentiment}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it where comments come in pieces, or per segment.
 *
 * @param options - The same options as {@link computeNetSentiment}.
 * @returns A measure over rows, or over plain sentiments when no `sentiment` is named.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks See {@link computeNetSentiment}.
 * @example
 * ```ts
 * import { computeMeasure, netSentimentMeasure } from 'cx-scoring';
 *
 * computeMeasure(['positive', 'neutral'], netSentimentMeasure()).value; // => 50
 * ```
 */
export function netSentimentMeasure<Row = Sentiment | null | undefined>(
  options: NetSentimentOptions<Row> = {},
): ScaleMeasure<Row, NetSentimentResult> {
  return measureScale('netSentimentMeasure', NET_SENTIMENT, scored('netSentimentMeasure', options));
}
