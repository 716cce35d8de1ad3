import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderStatistics } from '../../src/statistics/orderStatistics.js';
import { quantile, quantiles } from '../../src/statistics/quantile.js';
import type { QuantileType } from '../../src/statistics/quantile.js';
import {
  addToQuantileSketch,
  createQuantileSketch,
  mergeQuantileSketches,
  quantileSketch,
} from '../../src/statistics/quantileSketch.js';
import { sketchQuantile } from '../../src/statistics/sketchQuantile.js';

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 0.9, 0.95, 1));
const type = fc.integer({ min: 1, max: 9 }).map((k) => k as QuantileType);
const duration = fc.double({ min: 0.001, max: 1e9, noNaN: true });
const durations = fc.array(duration, { minLength: 1, maxLength: 60 });
/** Doubles of every sign and magnitude, none of which counts as zero without being it. */
const anything = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Math.abs(x) < 2 ** -1022 ? 0 : x));

describe('orderStatistics', () => {
  it('agrees with sorting, for doubles of any bits', () => {
    const some = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 });
    const place = fc.integer({ min: 0, max: 9999 });
    fc.assert(
      fc.property(some, fc.uniqueArray(place, { minLength: 1, maxLength: 8 }), (few, chosen) => {
        const values = Float64Array.from({ length: 10_000 }, (_, k) => few[(k * k) % few.length] as number);
        const places = Array.from(chosen).sort((a, b) => a - b);
        const sorted = values.slice().sort();
        expect(orderStatistics(values, places)).toEqual(places.map((k) => sorted[k]));
      }),
      { numRuns: 50 },
    );
  });
});

describe('quantiles', () => {
  it('are each what quantile gives', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), fc.array(share), type, (values, shares, kind) => {
        expect(quantiles(values, shares, kind)).toEqual(shares.map((p) => quantile(values, p, kind)));
      }),
    );
  });
});

describe('a sketch of quantiles', () => {
  it('is within 1/256 of the quantile of the values, of every type', () => {
    fc.assert(
      fc.property(durations, share, type, (values, p, kind) => {
        const exact = quantile(values, p, kind);
        expect(Math.abs(sketchQuantile(quantileSketch(values), p, kind) / exact - 1)).toBeLessThanOrEqual(
          1 / 256 + 1e-15,
        );
      }),
    );
  });

  it('is within 1/256 of the value of a rank, of any sign', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 40 }), share, (values, p) => {
        const exact = quantile(values, p, 1);
        const error = Math.abs(sketchQuantile(quantileSketch(values), p, 1) - exact);
        expect(error).toBeLessThanOrEqual(Math.abs(exact) / 256);
      }),
    );
  });

  it('does not depend on the order of the values', () => {
    const shuffled = fc
      .array(anything, { maxLength: 40 })
      .chain((values) =>
        fc.tuple(
          fc.constant(values),
          fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([values, others]) => {
        expect(quantileSketch(others)).toEqual(quantileSketch(values));
      }),
    );
  });

  it('of parts, merged in any order, is that of the whole', () => {
    const parts = fc.array(fc.array(fc.oneof(anything, fc.constant(NaN)), { maxLength: 12 }), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (lists) => {
        const forwards = createQuantileSketch();
        const backwards = createQuantileSketch();
        for (const list of lists) mergeQuantileSketches(forwards, quantileSketch(list));
        for (const list of Array.from(lists).reverse()) mergeQuantileSketches(backwards, quantileSketch(list));
        const whole = quantileSketch(lists.flat());
        expect(forwards).toEqual(whole);
        expect(backwards).toEqual(whole);
      }),
    );
  });

  it('merges in groups of any kind', () => {
    fc.assert(
      fc.property(durations, durations, durations, (a, b, c) => {
        const left = quantileSketch(a);
        mergeQuantileSketches(left, quantileSketch(b));
        mergeQuantileSketches(left, quantileSketch(c));
        const rest = quantileSketch(b);
        mergeQuantileSketches(rest, quantileSketch(c));
        const right = quantileSketch(a);
        mergeQuantileSketches(right, rest);
        expect(left).toEqual(right);
      }),
    );
  });

  it('takes counts as repetitions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, fc.integer({ min: 0, max: 4 })), { maxLength: 20 }), (pairs) => {
        const sketch = createQuantileSketch();
        for (const [value, count] of pairs) addToQuantileSketch(sketch, value, count);
        expect(sketch).toEqual(quantileSketch(pairs.flatMap(([value, count]) => new Array<number>(count).fill(value))));
      }),
    );
  });

  it('never decreases as the share grows', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 30 }), share, share, type, (values, p, q, kind) => {
        const sketch = quantileSketch(values);
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        const difference = sketchQuantile(sketch, high, kind) - sketchQuantile(sketch, low, kind);
        // Between doubles of the largest magnitude the way itself is not a finite number.
        expect(Number.isNaN(difference) || difference >= 0).toBe(true);
      }),
    );
  });
});
