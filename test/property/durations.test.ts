import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import { defineDuration } from '../../src/measures/defineDuration.js';
import type { DurationResult } from '../../src/measures/durationResult.js';
import { kaplanMeier } from '../../src/statistics/kaplanMeier.js';
import { median } from '../../src/statistics/quantile.js';
import { quantileInterval } from '../../src/statistics/quantileInterval.js';
import { bucketMiddle, bucketOf } from '../../src/statistics/sketchOctaves.js';
import { survivalQuantileInterval } from '../../src/statistics/survivalQuantileInterval.js';
import { expectSound } from '../tools/soundness.js';

interface Case {
  readonly hours: number;
  readonly open: boolean;
}
const hours = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  // Numbers so small that a sketch takes them for 0 are no hours.
  fc.double({ min: 0, max: 1e4, noNaN: true }).map((own) => (own < 1e-300 ? 0 : own)),
);
const cases = fc.array(fc.record({ hours, open: fc.boolean() }), { maxLength: 60 });
const closedCases = fc.array(hours, { maxLength: 80 }).map((all) => all.map((own) => ({ hours: own, open: false })));
const base = { id: 'd', unit: 'hours', value: 'hours' } as const;
const MEASURES = {
  exact: defineDuration<Case>(base),
  sketch: defineDuration<Case>({ ...base, storage: 'sketch' }),
  censored: defineDuration<Case>({ ...base, open: 'open' }),
  'censored sketch': defineDuration<Case>({ ...base, open: 'open', storage: 'sketch' }),
};

describe.each(Object.entries(MEASURES))('durations, %s', (_, measure) => {
  it('give the same of two months together as of the quarter, in any order', () => {
    fc.assert(
      fc.property(cases, fc.nat(60), fc.nat(60), (all, one, two) => {
        const [from, to] = [Math.min(one, two), Math.max(one, two)];
        const months = [all.slice(0, from), all.slice(from, to), all.slice(to)].map((rows) => tallyRows(rows, measure));
        const quarter = measure.createTally();
        for (const month of [months[2]!, months[0]!, months[1]!]) measure.mergeTallies(quarter, month);
        const whole = expectSound(computeMeasure(all, measure));
        expect(measure.toResult(quarter)).toEqual(whole);
        expect(computeMeasure(all.slice().reverse(), measure)).toEqual(whole);
        // As one merge of the others, too.
        measure.mergeTallies(months[1]!, months[2]!);
        measure.mergeTallies(months[0]!, months[1]!);
        expect(measure.toResult(months[0]!)).toEqual(whole);
      }),
    );
  });

  it('keep the value within an interval that widens with the confidence, and quantiles in order', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const wide = computeMeasure(all, measure, { confidence: 0.99 });
        const narrow = computeMeasure(all, measure, { confidence: 0.5 });
        let before = 0;
        narrow.quantiles.forEach(({ value, interval }, at) => {
          const outer = wide.quantiles[at]?.interval;
          expect(outer?.lower ?? 0).toBeLessThanOrEqual(interval?.lower ?? 0);
          expect(outer?.upper ?? Infinity).toBeGreaterThanOrEqual(interval?.upper ?? Infinity);
          expect(value ?? Infinity).toBeGreaterThanOrEqual(before);
          before = value ?? Infinity;
          if (value === null) return;
          expect(interval?.lower ?? 0).toBeLessThanOrEqual(value);
          expect(interval?.upper ?? Infinity).toBeGreaterThanOrEqual(value);
        });
      }),
    );
  });
});

describe('durations with open cases', () => {
  const valuesOf = ({ quantiles }: DurationResult<string>): number[] => quantiles.map(({ value }) => value ?? Infinity);

  it('never get shorter when more cases are open', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.boolean(), { maxLength: 60 }), (all, also) => {
        const fewer = valuesOf(computeMeasure(all, MEASURES.censored));
        const more = all.map((own, at) => ({ ...own, open: own.open || also[at] === true }));
        valuesOf(computeMeasure(more, MEASURES.censored)).forEach((value, at) =>
          expect(value).toBeGreaterThanOrEqual(fewer[at]!),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('have the median of type 7 while none is open', () => {
    fc.assert(
      fc.property(closedCases, (all) => {
        const known = all.map((own) => own.hours);
        const { value } = computeMeasure(all, MEASURES.censored);
        if (all.length === 0) expect(value).toBeNull();
        else expect(Math.abs((value ?? NaN) - median(known))).toBeLessThanOrEqual(1e-15 * median(known));
      }),
    );
  });

  it('have the limits of the curve of kaplanMeier', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const curve = kaplanMeier(
          all.map((own) => own.hours),
          all.map((own) => Number(!own.open)),
          { confidence: 0.9 },
        );
        for (const { quantile, interval } of computeMeasure(all, MEASURES.censored, { confidence: 0.9 }).quantiles) {
          const { lower, upper } = survivalQuantileInterval(curve, quantile);
          expect(interval?.lower ?? 0).toBe(lower || 0);
          expect(interval?.upper ?? Infinity).toBe(Number.isNaN(upper) ? Infinity : upper);
        }
      }),
    );
  });
});

describe('durations out of a sketch', () => {
  const isNear = (got: number | null | undefined, wanted: number | null | undefined): void => {
    if (wanted === null || wanted === undefined) expect(got ?? null).toBeNull();
    else expect(Math.abs((got ?? NaN) - wanted)).toBeLessThanOrEqual((wanted / 256) * (1 + 1e-12));
  };
  const areNear = (got: DurationResult<string>, wanted: DurationResult<string>): void => {
    isNear(got.value, wanted.value);
    wanted.quantiles.forEach(({ value, interval }, at) => {
      isNear(got.quantiles[at]?.value, value);
      isNear(got.quantiles[at]?.interval?.lower, interval?.lower);
      isNear(got.quantiles[at]?.interval?.upper, interval?.upper);
    });
  };

  it('are within 0.4 % of the exact ones', () => {
    fc.assert(
      fc.property(closedCases, (all) => {
        areNear(computeMeasure(all, MEASURES.sketch), computeMeasure(all, MEASURES.exact));
      }),
    );
  });

  it('are so with open cases that share no bucket with closed ones', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const taken = new Map<number, boolean>();
        const apart = all.filter((own) => {
          const bucket = bucketOf(own.hours);
          if (!taken.has(bucket)) taken.set(bucket, own.open);
          return taken.get(bucket) === own.open;
        });
        // The quantiles alone: closed cases of one bucket are one step of the curve, so that a limit may lie a step further or be open.
        const got = computeMeasure(apart, MEASURES['censored sketch']);
        const wanted = computeMeasure(apart, MEASURES.censored);
        isNear(got.value, wanted.value);
        wanted.quantiles.forEach(({ value }, at) => isNear(got.quantiles[at]?.value, value));
      }),
    );
  });

  it('are always so of the cases taken to the middle of their bucket', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const middles = all.map((own) => ({ ...own, hours: bucketMiddle(bucketOf(own.hours)) }));
        const got = computeMeasure(all, MEASURES['censored sketch']);
        const wanted = computeMeasure(middles, MEASURES.censored);
        expect(got).toMatchObject({ closed: wanted.closed, open: wanted.open });
        wanted.quantiles.forEach(({ value }, at) => {
          const own = got.quantiles[at]?.value ?? null;
          if (value === null) expect(own).toBeNull();
          else expect(Math.abs((own ?? NaN) - value)).toBeLessThanOrEqual((value / 128) * (1 + 1e-12));
        });
      }),
    );
  });
});

describe('quantileInterval', () => {
  it('turns with the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 99 }),
        (values, percent) => {
          const { lower, upper, coverage } = quantileInterval(values, percent / 100);
          const turned = quantileInterval(
            values.map((value) => -value),
            (100 - percent) / 100,
          );
          expect(turned.lower + 0).toBe(-upper + 0);
          expect(turned.upper + 0).toBe(-lower + 0);
          expect(turned.coverage).toBeCloseTo(coverage, 12);
          expect(coverage).toBeGreaterThanOrEqual(0.95 - 1e-13);
        },
      ),
    );
  });
});
