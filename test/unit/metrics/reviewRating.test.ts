import { describe, expect, it } from 'vitest';
import { toColumnTable } from '../../../src/measures/columns.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import {
  computeReviewRating,
  reviewRatingMeasure,
  type ReviewPrior,
} from '../../../src/metrics/perception/reviewRating.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Review {
  stars?: number | null;
  answered?: boolean | null;
}
const reviews: Review[] = [
  { stars: 5, answered: true },
  { stars: 5, answered: false },
  { stars: 4, answered: true },
  { stars: 1, answered: true },
];
const options = { score: 'stars', replied: 'answered', prior: { rating: 4.2, reviews: 10 } } as const;

describe('computeReviewRating', () => {
  it('is the mean of the stars with all that a review page shows', () => {
    const got = expectSound(computeReviewRating(reviews, options));
    expect(got).toMatchObject({
      definition: {
        id: 'review-rating',
        family: 'scale',
        statistic: 'mean',
        unit: 'score',
        direction: 'higher-is-better',
        range: { minimum: 1, maximum: 5 },
        parameters: {},
      },
      value: 3.75,
      degreesOfFreedom: 3,
      sampleSize: 4,
      stars: [1, 0, 0, 1, 2],
      replyRate: 0.75,
      // SciPy: 3.75 ± 3.01, clipped on both sides.
      interval: { lower: 1, upper: 5, method: 't' },
    });
    expect(got.standardError).toBeCloseTo(0.9464847243000456, 12);
    // (15 + 42) / 14
    expect(got.shrunkenValue).toBeCloseTo(57 / 14, 12);
  });

  it.each([
    [[], { value: null, shrunkenValue: null, replyRate: null, stars: [0, 0, 0, 0, 0] }],
    [[{ stars: null }], { value: null, shrunkenValue: null, excluded: { missing: 1 } }],
    [[{ stars: 5 }], { value: 5, shrunkenValue: 47 / 11, replyRate: null, standardError: null }],
    [[{ stars: 5, answered: null }], { replyRate: null }],
    [[{ stars: 5, answered: true }], { replyRate: 1 }],
    [[{ stars: 5, answered: false }], { replyRate: 0 }],
    [[{ stars: null, answered: true }, { stars: 3 }], { replyRate: 1, value: 3 }],
  ] as [Review[], object][])('of %j', (rows, expected) => {
    expect(expectSound(computeReviewRating(rows, options))).toMatchObject(expected);
  });

  it('is drawn nowhere without a prior, and knows no replies without their field', () => {
    expect(computeReviewRating(reviews, { score: 'stars' })).toMatchObject({
      shrunkenValue: null,
      replyRate: null,
      value: 3.75,
    });
  });

  it.each([
    ['a stream', readOnce(reviews)],
    ['frozen rows', deepFreeze(reviews.map((row) => ({ ...row })))],
    ['a table', toColumnTable({ stars: [5, 5, 4, 1], answered: [true, false, true, true] })],
  ])('reads %s, by name and by function', (_name, rows) => {
    expect(computeReviewRating(rows as Iterable<Review>, options)).toEqual(computeReviewRating(reviews, options));
    const byFunction = { ...options, score: (row: Review) => row.stars, replied: (row: Review) => row.answered };
    expect(computeReviewRating(reviews, byFunction)).toEqual(computeReviewRating(reviews, options));
  });

  it('takes confidence and population', () => {
    expect(computeReviewRating(reviews, { ...options, population: 4, confidence: 0.9 }).interval).toEqual({
      lower: 3.75,
      upper: 3.75,
      confidence: 0.9,
      method: 't',
    });
  });

  it.each([
    [6, 'RangeError', '6'],
    [0, 'RangeError', '0'],
    [4.5, 'RangeError', '4.5'],
    ['5', 'TypeError', '"5"'],
  ])('refuses %j stars, or counts them where asked', (stars, kind, shown) => {
    const rows = [{ stars: 3 }, { stars: stars as number }];
    expect(thrownBy(() => computeReviewRating(rows, { score: 'stars' }))).toEqual({
      kind,
      code: 'CX_OFF_SCALE',
      message: `computeReviewRating: score at row 1 must be a whole number from 1 to 5, received ${shown}`,
    });
    expect(computeReviewRating(rows, { score: 'stars', offScale: 'exclude' })).toMatchObject({
      value: 3,
      excluded: { offScale: 1 },
    });
  });

  it.each([
    [{ rating: 0.9, reviews: 10 }, 'rating', 'a number from 1 to 5, received 0.9'],
    [{ rating: 5.1, reviews: 10 }, 'rating', 'a number from 1 to 5, received 5.1'],
    [{ rating: NaN, reviews: 10 }, 'rating', 'a number from 1 to 5, received NaN'],
    [{ rating: '4', reviews: 10 }, 'rating', 'a number from 1 to 5, received "4"'],
    [{ reviews: 10 }, 'rating', 'a number from 1 to 5, received undefined'],
    [{ rating: 4, reviews: 0 }, 'reviews', 'a finite number above 0, received 0'],
    [{ rating: 4, reviews: -1 }, 'reviews', 'a finite number above 0, received -1'],
    [{ rating: 4, reviews: Infinity }, 'reviews', 'a finite number above 0, received Infinity'],
    [{ rating: 4, reviews: '10' }, 'reviews', 'a finite number above 0, received "10"'],
  ])('refuses the prior %j', (prior, name, message) => {
    expect(thrownBy(() => computeReviewRating(reviews, { score: 'stars', prior: prior as ReviewPrior }))).toMatchObject(
      {
        code: 'CX_INVALID_OPTION',
        message: `computeReviewRating: option "prior.${name}" must be ${message}`,
      },
    );
  });

  it.each([
    [{ rating: 1, reviews: 0.5 }, 15.5 / 4.5],
    [{ rating: 5, reviews: 4 }, 35 / 8],
  ])('takes the prior %j', (prior, expected) => {
    expect(computeReviewRating(reviews, { score: 'stars', prior }).shrunkenValue).toBeCloseTo(expected, 12);
  });

  it('refuses another policy off the scale, and a wrong confidence', () => {
    expect(() => computeReviewRating([], { score: 'stars', offScale: 'no' as 'throw' })).toThrow(
      'computeReviewRating: option "offScale"',
    );
    expect(() => computeReviewRating([], { score: 'stars', confidence: 2 })).toThrow(
      'computeReviewRating: option "confidence"',
    );
  });
});

describe('reviewRatingMeasure', () => {
  it('merges branches into the whole, replies included', () => {
    const measure = reviewRatingMeasure<Review>(options);
    const tally = tallyRows([...reviews.slice(0, 2), {}], measure);
    expect(tally.replies).toEqual([1, 1, 1]);
    measure.mergeTallies(tally, tallyRows(reviews.slice(2), measure));
    expect(tally.replies).toEqual([3, 1, 1]);
    expect(measure.toResult(tally)).toEqual(computeReviewRating([...reviews, {}], options));
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([{ stars: 6 }], reviewRatingMeasure<Review>(options))).toThrow(
      'reviewRatingMeasure: score at row 0',
    );
    expect(() => reviewRatingMeasure<Review>({ score: 'stars', prior: { rating: 9, reviews: 1 } })).toThrow(
      'reviewRatingMeasure: option "prior.rating"',
    );
  });

  it('is overridden in its last step', () => {
    const measure = reviewRatingMeasure<Review>(options);
    expect(computeMeasure(reviews, measure, { population: 4 }).interval).toMatchObject({ lower: 3.75, upper: 3.75 });
  });
});

describe('weighted reviews', () => {
  const weighted = [
    { stars: 5, weight: 3 },
    { stars: 2, weight: 1 },
    { stars: 1, weight: null },
  ];

  it('have the weighted mean, with the linearised error', () => {
    const got = expectSound(computeReviewRating(weighted, { score: 'stars', weight: 'weight' }));
    // (15 + 2) / 4; √(2 (9 × 0.75² + 2.25²)) / 4 about the mean of 4.25.
    expect(got.value).toBe(4.25);
    expect(got.standardError).toBeCloseTo(Math.sqrt(2 * (9 * 0.75 ** 2 + 2.25 ** 2)) / 4, 12);
    expect(got.effectiveSampleSize).toBeCloseTo(1.6, 12);
    expect(got.excluded.missingWeight).toBe(1);
  });

  it('draw the prior by what they are worth', () => {
    const prior = { rating: 4, reviews: 3.4 };
    const got = computeReviewRating(weighted, { score: 'stars', weight: 'weight', prior });
    // (4.25 × 1.6 + 4 × 3.4) / 5.
    expect(got.shrunkenValue).toBeCloseTo(4.08, 12);
  });
});
