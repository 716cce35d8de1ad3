import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from '../../src/segmentation/bands.js';
import { bandsFromEdges } from '../../src/segmentation/bandsFromEdges.js';
import { bandsFromNaturalBreaks } from '../../src/segmentation/bandsFromNaturalBreaks.js';
import { bandsFromQuantiles } from '../../src/segmentation/bandsFromQuantiles.js';
import { toRfmScores } from '../../src/segmentation/rfmScores.js';
import { rankSegments } from '../../src/segmentation/rankSegments.js';
import { shrinkSegments } from '../../src/segmentation/shrinkSegments.js';
import { randomEffectsMean } from '../../src/statistics/betweenVariance.js';
import { naturalBreaks } from '../../src/statistics/naturalBreaks.js';
import { zone } from '../unit/segmentation/estimates.js';

const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });
const estimates = fc.array(
  fc.record({ value: fc.integer({ min: -90, max: 90 }), error: fc.integer({ min: 1, max: 30 }) }),
  { minLength: 4, maxLength: 8 },
);
const toZones = (list: readonly { value: number; error: number }[]) =>
  list.map(({ value, error }, i) => zone(String.fromCharCode(97 + i), value, error));

describe('bands', () => {
  it.each([
    ['quantiles', bandsFromQuantiles],
    ['natural breaks', bandsFromNaturalBreaks],
  ])('of %s each hold a value, in the order of their labels, whatever the order of the data', (_, cut) => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 12 }), (values, bands) => {
        const made = cut(values, { bands });
        expect(made.labels.length).toBeLessThanOrEqual(bands);
        expect(new Set(values.map((value) => bandOf(value, made)))).toEqual(new Set(made.labels));
        expect([...made.labels].sort()).toEqual(made.labels);
        expect(cut([...values].reverse(), { bands })).toEqual(made);
        const places = [...values]
          .sort((a, b) => a - b)
          .map((value) => made.labels.indexOf(bandOf(value, made) as string));
        expect([...places].sort((a, b) => a - b)).toEqual(places);
      }),
    );
  });

  it('of edges hold a value in the band whose lower edge is the last at or below it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 }),
        fc.integer(),
        (edges, value) => {
          const rising = edges.sort((a, b) => a - b);
          const bands = bandsFromEdges(rising);
          expect(bandOf(value, bands)).toBe(bands.labels[rising.filter((edge) => edge <= value).length]);
        },
      ),
    );
  });
});

describe('naturalBreaks', () => {
  const squares = (part: readonly number[]): number => {
    const center = part.reduce((total, value) => total + value, 0) / part.length;
    return part.reduce((total, value) => total + (value - center) ** 2, 0);
  };
  /** The least sum of squares over all ways of cutting. */
  const least = (sorted: readonly number[], classes: number): number => {
    if (classes === 1 || sorted.length === 1) return squares(sorted);
    let best = squares(sorted);
    for (let at = 1; at < sorted.length; at++)
      best = Math.min(best, squares(sorted.slice(0, at)) + least(sorted.slice(at), classes - 1));
    return best;
  };

  it('has the least sum of squares of all groupings', () => {
    const few = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 4 }), (values, classes) => {
        const sorted = [...values].sort((a, b) => a - b);
        expect(naturalBreaks(values, classes).withinSquares).toBeCloseTo(least(sorted, classes), 9);
      }),
    );
  });
});

describe('toRfmScores', () => {
  const customers = fc.array(
    fc.record({
      days: fc.integer({ min: 0, max: 9 }),
      orders: fc.integer({ min: 0, max: 5 }),
      spent: fc.integer({ min: -9, max: 9 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const fields = { account: 'id', recency: 'days', frequency: 'orders', monetary: 'spent' } as const;

  it.each(['independent', 'nested'] as const)(
    'does not depend on the order of rows, and equals score alike: %s',
    (binning) => {
      fc.assert(
        fc.property(customers, fc.integer({ min: 2, max: 9 }), (list, groups) => {
          const rows = list.map((own, i) => ({ ...own, id: i }));
          const scores = toRfmScores(rows, { ...fields, groups, binning });
          expect(toRfmScores([...rows].reverse(), { ...fields, groups, binning })).toEqual(scores);
          const codes = new Map<string, string>();
          for (const { recencyDays, frequency, monetary, code, r, f, m } of scores.customers) {
            const key = `${recencyDays} ${frequency} ${monetary}`;
            expect(codes.get(key) ?? code).toBe(code);
            codes.set(key, code);
            for (const own of [r, f, m]) expect(own >= 1 && own <= groups).toBe(true);
          }
          const byRecency = [...scores.customers].sort((a, b) => a.recencyDays - b.recencyDays).map(({ r }) => r);
          expect([...byRecency].sort((a, b) => b - a)).toEqual(byRecency);
        }),
      );
    },
  );
});

describe('randomEffectsMean', () => {
  it.each(['paule-mandel', 'reml', 'dersimonian-laird'] as const)(
    'moves and stretches with its values: %s',
    (method) => {
      fc.assert(
        fc.property(estimates, (list) => {
          const values = list.map(({ value }) => value);
          const errors = list.map(({ error }) => error);
          const plain = randomEffectsMean(values, errors, method);
          const moved = randomEffectsMean(
            values.map((value) => 3 - 2 * value),
            errors.map((error) => 2 * error),
            method,
          );
          const unit = 1 + plain.betweenVariance;
          expect(Math.abs(moved.betweenVariance - 4 * plain.betweenVariance) / unit).toBeLessThan(1e-5);
          expect(moved.mean).toBeCloseTo(3 - 2 * plain.mean, 3);
          expect(plain.mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(plain.mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        }),
      );
    },
  );

  it('solves the equation of Paule and Mandel', () => {
    fc.assert(
      fc.property(estimates, (list) => {
        const { betweenVariance, mean } = randomEffectsMean(
          list.map(({ value }) => value),
          list.map(({ error }) => error),
        );
        const squares = list.reduce(
          (total, { value, error }) => total + (value - mean) ** 2 / (error ** 2 + betweenVariance),
          0,
        );
        if (betweenVariance > 0) expect(squares).toBeCloseTo(list.length - 1, 8);
        else expect(squares).toBeLessThanOrEqual(list.length - 1 + 1e-9);
      }),
    );
  });
});

describe('shrinkSegments', () => {
  it('puts each value between the raw one and the mean, whatever the order of the segments', () => {
    fc.assert(
      fc.property(estimates, (list) => {
        const zones = toZones(list);
        const result = shrinkSegments(zones);
        expect(shrinkSegments([...zones].reverse())).toEqual(result);
        for (const { shrunkenValue, rawValue, shrunkenInterval, weightOfMean } of result.segments) {
          const [value, raw, center] = [shrunkenValue, rawValue, result.pooledMean] as [number, number, number];
          expect(value).toBeGreaterThanOrEqual(Math.min(raw, center) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(raw, center) + 1e-9);
          expect(weightOfMean).toBeGreaterThanOrEqual(0);
          expect(weightOfMean).toBeLessThanOrEqual(1);
          expect(shrunkenInterval?.lower).toBeLessThanOrEqual(value);
          expect(shrunkenInterval?.upper).toBeGreaterThanOrEqual(value);
        }
      }),
    );
  });

  it('gives wider intervals for more confidence', () => {
    fc.assert(
      fc.property(estimates, (list) => {
        const [narrow, wide] = [0.8, 0.99].map((confidence) => shrinkSegments(toZones(list), { confidence }));
        narrow?.segments.forEach(({ shrunkenInterval: inner }, i) => {
          const outer = wide?.segments[i]?.shrunkenInterval;
          expect(outer?.lower).toBeLessThanOrEqual(inner?.lower as number);
          expect(outer?.upper).toBeGreaterThanOrEqual(inner?.upper as number);
        });
      }),
    );
  });
});

describe('rankSegments', () => {
  const levels = fc.tuple(
    fc.double({ min: 0.05, max: 0.99, noNaN: true }),
    fc.double({ min: 0.05, max: 0.99, noNaN: true }),
  );

  it.each(['holm', 'tukey', 'intervals'] as const)(
    'keeps the rank inside its interval and does not mind the order: %s',
    (method) => {
      fc.assert(
        fc.property(estimates, (list) => {
          const zones = toZones(list);
          const ranking = rankSegments(zones, { method });
          expect(rankSegments([...zones].reverse(), { method })).toEqual(ranking);
          for (const { rank, rankInterval } of ranking.segments) {
            expect(rankInterval.lower).toBeGreaterThanOrEqual(1);
            expect(rankInterval.lower).toBeLessThanOrEqual(rank as number);
            expect(rankInterval.upper).toBeGreaterThanOrEqual(rank as number);
            expect(rankInterval.upper).toBeLessThanOrEqual(list.length);
          }
          const mirrored = rankSegments(zones, { method, order: 'lowest-first' });
          for (const { key, rankInterval } of ranking.segments) {
            const other = mirrored.segments.find((own) => own.key.zone === key.zone)?.rankInterval;
            expect(other).toMatchObject({
              lower: list.length + 1 - rankInterval.upper,
              upper: list.length + 1 - rankInterval.lower,
            });
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(['holm', 'tukey', 'intervals'] as const)('never narrows with more confidence: %s', (method) => {
    fc.assert(
      fc.property(estimates, levels, (list, pair) => {
        const [low, high] = [...pair].sort((a, b) => a - b) as [number, number];
        const inner = rankSegments(toZones(list), { method, confidence: low }).segments;
        const outer = rankSegments(toZones(list), { method, confidence: high }).segments;
        inner.forEach(({ rankInterval }, i) => {
          expect(outer[i]?.rankInterval.lower).toBeLessThanOrEqual(rankInterval.lower);
          expect(outer[i]?.rankInterval.upper).toBeGreaterThanOrEqual(rankInterval.upper);
        });
      }),
      { numRuns: 40 },
    );
  });
});
