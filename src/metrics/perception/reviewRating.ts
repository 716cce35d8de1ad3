import { requireOptions } from '../../core/options.js';
import type { MetricDefinition } from '../../core/definition.js';
import { cxError } from '../../core/errors.js';
import { fieldReader, type Field, type Score } from '../../core/field.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import type { ScoreExclusion, ScoreOptions } from '../../measures/input.js';
import { estimateMean } from '../../measures/meanEstimate.js';
import { scaleSums, type RatioMeasure } from '../../measures/ratioMeasure.js';
import { computeAs } from '../../measures/computeMeasure.js';
import { createScaleTally, mergeScaleTallies, scaleRowAdder, type ScaleTally } from '../../measures/scaleTally.js';
import { ownValue } from '../../measures/scaleValue.js';

/** A prior towards which small numbers of reviews are drawn: so many reviews of such a rating, as if they had been given before. */
export interface ReviewPrior {
  /** Rating of the prior, 1..5: the mean of your branches, or of the sector. */
  readonly rating: number;
  /** How many reviews the prior is worth, above 0. */
  readonly reviews: number;
}

/** Options of the review rating. */
export interface ReviewRatingOptions<Row> extends ScoreOptions, ResultOptions {
  /** Where the stars of a review are, 1..5, or missing. */
  readonly score: Field<Row, Score>;
  /** Weight of a review, 0 or a number from 1e-25 to 1e25, such as its recency or the sales of its branch. */
  readonly weight?: Field<Row, Score> | undefined;
  /** Whether the review was answered; leave it out when that is not known. */
  readonly replied?: Field<Row, boolean | null | undefined> | undefined;
  /** Prior of the shrunken rating, by which branches with few reviews can be ranked; `shrunkenValue` is `null` without one. */
  readonly prior?: ReviewPrior | undefined;
}

/** Tally of reviews. */
export interface ReviewTally extends ScaleTally {
  /** Reviews that were answered, that were not, and of which that is not known. */
  readonly replies: number[];
}

/** The mean of the stars, 1..5, with what a review page shows. */
export interface ReviewRatingResult extends IntervalResult<'review-rating', ScoreExclusion> {
  /** Number of reviews of 1, 2, 3, 4 and 5 stars. */
  readonly stars: readonly number[];
  /** The rating drawn towards the prior, or `null` without prior or reviews. */
  readonly shrunkenValue: number | null;
  /** Share of reviews that were answered, among those of which it is known; `null` when of none. */
  readonly replyRate: number | null;
}

const SCALE = { minimum: 1, maximum: 5 };

function ratingDefinition(): MetricDefinition<'review-rating'> {
  return {
    id: 'review-rating',
    family: 'scale',
    statistic: 'mean',
    unit: 'score',
    direction: 'higher-is-better',
    range: SCALE,
    parameters: {},
  };
}

function requirePrior(where: string, { rating, reviews }: ReviewPrior): void {
  if (!(Number.isFinite(rating) && rating >= SCALE.minimum && rating <= SCALE.maximum)) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "prior.rating"`, 'a number from 1 to 5', rating);
  }
  if (!(Number.isFinite(reviews) && reviews > 0)) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "prior.reviews"`, 'a finite number above 0', reviews);
  }
}

function measureReviews<Row>(
  where: string,
  options: ReviewRatingOptions<Row>,
): RatioMeasure<Row, ReviewTally, ReviewRatingResult> {
  requireOptions(where, options);
  const { score, weight, replied, prior } = options;
  const definition = ratingDefinition();
  if (prior) requirePrior(where, prior);
  const addStars = scaleRowAdder<Row>(where, SCALE, { score, weight, offScale: options.offScale });
  const readReply = replied && fieldReader(replied);
  const statistic = { definition, scale: SCALE, valueAt: ownValue };
  const { confidence, population } = options;
  return {
    definition,
    defaults: { confidence, population },
    toSums: (tally) => scaleSums(statistic, tally),
    createTally: () => ({ ...createScaleTally(SCALE, weight !== undefined), replies: [0, 0, 0] }),
    addRow: (tally, row, index) => {
      addStars(tally, row, index);
      const reply = readReply?.(row, index);
      (tally.replies[reply === true ? 0 : reply === false ? 1 : 2] as number)++;
    },
    mergeTallies: (into, from) => {
      mergeScaleTallies(into, from);
      from.replies.forEach((count, at) => ((into.replies[at] as number) += count));
    },
    toResult: (tally, override) => {
      const result = estimateMean(where, statistic, tally, { ...options, ...override });
      const { value, effectiveSampleSize: worth } = result;
      const [answered = 0, ignored = 0] = tally.replies;
      const shrunken =
        prior && value !== null ? (value * worth + prior.rating * prior.reviews) / (worth + prior.reviews) : null;
      return Object.assign(result, {
        stars: tally.counts.slice(0, 5),
        shrunkenValue: shrunken,
        replyRate: answered + ignored > 0 ? answered / (answered + ignored) : null,
      });
    },
  };
}

/**
 * Makes the measure behind {@link computeReviewRating}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per source and branch: one tally for each, merged into the whole.
 *
 * @param options - Where the `score` (the stars) is, whether reviews were answered, and the prior.
 * @returns A measure over rows.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks See {@link computeReviewRating}.
 * @example
 * ```ts
 * import { computeMeasure, reviewRatingMeasure } from 'cx-scoring';
 *
 * computeMeasure([{ stars: 5 }, { stars: 2 }], reviewRatingMeasure<{ stars: number }>({ score: 'stars' })).value; // => 3.5
 * ```
 */
export function reviewRatingMeasure<Row>(
  options: ReviewRatingOptions<Row>,
): RatioMeasure<Row, ReviewTally, ReviewRatingResult> {
  return measureReviews('reviewRatingMeasure', options);
}

/**
 * Computes the review rating: the mean of 1 to 5 stars, with volume, distribution, reply rate and a shrunken rating.
 *
 * Use it per source and branch. Between branches compare `shrunkenValue`: three reviews of five stars are no proof of the best branch.
 *
 * @param rows - One row per review.
 * @param options - Where the `score` (the stars) is, whether reviews were answered, and the prior.
 * @returns The rating with interval, stars, exclusions and warnings; `value: null` without reviews.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE` for anything but whole stars from 1 to 5, `CX_INVALID_OPTION`.
 * @remarks Reviewers choose themselves: the interval speaks of reviews like these, not of all customers. Interval: Student's t, clipped.
 * The shrunken rating is the mean with the prior's reviews added, each side for what it is worth (Kish's effective size with weights): Efron and Morris (1977), Scientific American 236(5), 119-127.
 * @example
 * ```ts
 * import { computeReviewRating } from 'cx-scoring';
 *
 * const reviews = [{ stars: 5, answered: true }, { stars: 5, answered: false }, { stars: 4, answered: true }, { stars: 1, answered: true }];
 * const rating = computeReviewRating(reviews, { score: 'stars', replied: 'answered', prior: { rating: 4.2, reviews: 10 } });
 * rating.value; // => 3.75
 * rating.shrunkenValue; // ~> 4.0714
 * rating.replyRate; // => 0.75
 * ```
 */
export function computeReviewRating<Row>(
  rows: Iterable<Row>,
  options: ReviewRatingOptions<NoInfer<Row>>,
): ReviewRatingResult {
  return computeAs('computeReviewRating', rows, measureReviews<Row>('computeReviewRating', options));
}
