import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/core/interval.js';
import { toColumnTable } from '../../src/measures/columns.js';
import { compareResults } from '../../src/measures/compareResults.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import { computeNps, npsMeasure } from '../../src/metrics/perception/nps.js';
import { npsBootstrap, npsT } from '../../src/metrics/perception/npsIntervals.js';
import type { NpsCounts, NpsOptions, NpsResult } from '../../src/metrics/perception/npsScore.js';
import { npsSilence } from '../../src/metrics/perception/npsSilence.js';
import { requiredAnswers } from '../../src/metrics/perception/samplePolicy.js';
import { expectSound } from '../tools/soundness.js';

const answer = fc.integer({ min: 0, max: 10 });
const maybe = fc.option(answer, { freq: 8 });
const answers = fc.array(maybe, { maxLength: 60 });
const classes = (most: number): fc.Arbitrary<NpsCounts> =>
  fc.record({ promoters: fc.nat(most), passives: fc.nat(most), detractors: fc.nat(most) });
const counted = (most: number): fc.Arbitrary<NpsCounts> => classes(most).filter((counts) => sizeOf(counts) > 0);
const confidences = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
const byName = fc.constantFrom('adjusted-wald', 'score', 'wald' as const);
const methods = fc.oneof(
  byName,
  fc.constantFrom(npsT(), npsBootstrap(), npsBootstrap({ type: 'bca' })),
) as fc.Arbitrary<NonNullable<NpsOptions['interval']>>;
const weights = fc.option(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), { freq: 8 });
interface Row {
  readonly q: number | null;
  readonly w: number | null;
}
const rowsOf: fc.Arbitrary<Row[]> = fc.array(fc.record({ q: maybe, w: weights }), { maxLength: 40 });
const weighted = { score: 'q', weight: 'w' } as const;

const sizeOf = ({ promoters, passives, detractors }: NpsCounts): number => promoters + passives + detractors;
const swap = ({ promoters, passives, detractors }: NpsCounts): NpsCounts => ({
  promoters: detractors,
  passives,
  detractors: promoters,
});
const widthOf = (interval: Interval | null): number => (interval === null ? Infinity : interval.upper - interval.lower);
/** A result without its warnings, whose numbers are compared one by one. */
function expectNear(a: NpsResult, b: NpsResult): void {
  for (const key of ['value', 'standardError', 'effectiveSampleSize'] as const) {
    if (a[key] === null || b[key] === null) expect(a[key]).toBe(b[key]);
    else expect(Math.abs(a[key] - b[key])).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(a[key])) * 100);
  }
  expect([a.promoters, a.passives, a.detractors, a.sampleSize]).toEqual([
    b.promoters,
    b.passives,
    b.detractors,
    b.sampleSize,
  ]);
  expect(a.excluded).toEqual(b.excluded);
}

describe('the three ways in', () => {
  it('agree: answers, bytes, rows by name and by function, columns, streams, counts', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const expected = expectSound(computeNps(given));
        const rows = given.map((q) => ({ q }));
        const counts = Array.from({ length: 11 }, (_, score) => given.filter((one) => one === score).length);
        const missing = given.filter((one) => one === null).length;
        const { promoters, passives, detractors } = expected;
        expect(computeNps(given.values())).toEqual(expected);
        expect(computeNps(rows, { score: 'q' })).toEqual(expected);
        expect(computeNps(rows, { score: (row) => row.q })).toEqual(expected);
        expect(computeNps(rows.values(), { score: 'q' })).toEqual(expected);
        expect(computeNps(toColumnTable({ q: given }), { score: 'q' })).toEqual(expected);
        expect(computeNps({ counts, missing })).toEqual(expected);
        expect(computeNps({ counts: { promoters, passives, detractors }, missing })).toEqual(expected);
        expect(computeMeasure(given, npsMeasure())).toEqual(expected);
        const known = given.filter((one) => one !== null);
        for (const kind of [Uint8Array, Int8Array, Int16Array, Uint32Array, Float32Array, Float64Array]) {
          expect(computeNps(kind.from(known))).toEqual(computeNps(known));
        }
      }),
    );
  });

  it('agree with one row after the other, long arrays and rare values included', () => {
    const odd = fc.constantFrom<unknown>(null, undefined, 11, -1, 8.5, NaN, '9', 2 ** 31, 2 ** 32 + 3, -0, true);
    const mixed = fc.array(fc.oneof({ weight: 9, arbitrary: answer }, { weight: 1, arbitrary: odd }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(mixed, fc.integer({ min: 1, max: 90 }), (given, times) => {
        const long = Array.from({ length: times }, () => given).flat() as number[];
        const measure = npsMeasure({ offScale: 'exclude' });
        const reference = measure.createTally();
        long.forEach((score, index) => measure.addRow(reference, score, index));
        expect(tallyRows(long, measure)).toEqual(reference);
        expect(computeNps(long, { offScale: 'exclude' })).toEqual(measure.toResult(reference));
      }),
    );
  });
});

describe('the order of answers', () => {
  it('does not matter', () => {
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = given.map((one) => [keys.next().value as number, one] as const).sort(([a], [b]) => a - b);
        expect(computeNps(shuffled.map(([, one]) => one))).toEqual(computeNps(given));
      }),
    );
  });

  it('does not matter to weighted sums but for the last digits', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        expectNear(computeNps([...rows].reverse(), weighted), expectSound(computeNps(rows, weighted)));
      }),
    );
  });
});

describe('tallies', () => {
  it('merged are the tally of all', () => {
    fc.assert(
      fc.property(answers, answers, answers, (a, b, c) => {
        const measure = npsMeasure();
        const [one, two, three] = [a, b, c].map((part) => tallyRows(part, measure)) as [never, never, never];
        measure.mergeTallies(two, three);
        measure.mergeTallies(one, two);
        expect(measure.toResult(one)).toEqual(computeNps([...a, ...b, ...c]));
      }),
    );
  });

  it('with weights merged are the tally of all but for the last digits', () => {
    fc.assert(
      fc.property(rowsOf, rowsOf, (a, b) => {
        const measure = npsMeasure<Row>(weighted);
        const tally = tallyRows(a, measure);
        measure.mergeTallies(tally, tallyRows(b, measure));
        expectNear(measure.toResult(tally), computeNps([...a, ...b], weighted));
      }),
    );
  });
});

describe('weights', () => {
  it('of two give the value of every row twice', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ q: answer, twice: fc.boolean() }), { minLength: 1, maxLength: 30 }), (rows) => {
        const repeated = rows.flatMap(({ q, twice }) => (twice ? [q, q] : [q]));
        const got = computeNps(rows, { score: 'q', weight: (row) => (row.twice ? 2 : 1) });
        expect(got.value).toBe(computeNps(repeated).value);
      }),
    );
  });

  it('all alike change neither value nor effective size', () => {
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 2, maxLength: 30 }),
        fc.double({ min: 1e-20, max: 1e20, noNaN: true }),
        (given, w) => {
          const got = expectSound(computeNps(given, { weight: () => w }));
          expect(got.value).toBeCloseTo(computeNps(given).value ?? NaN, 9);
          expect(got.effectiveSampleSize).toBeCloseTo(given.length, 9);
          expect(got.effectiveSampleSize).toBeLessThanOrEqual(given.length);
          // The linearised error has divisor n - 1.
          const { standardError } = computeNps(given, { interval: npsT() });
          expect(got.standardError).toBeCloseTo(standardError ?? NaN, 8);
        },
      ),
    );
  });

  it('never make more of the answers than there are', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { effectiveSampleSize, sampleSize } = computeNps(rows, weighted);
        expect(effectiveSampleSize).toBeLessThanOrEqual(sampleSize);
        expect(effectiveSampleSize).toBeGreaterThanOrEqual(Math.min(1, sampleSize) - 1e-12);
      }),
    );
  });
});

describe('promoters and detractors swapped', () => {
  it('negate the score and mirror its interval', () => {
    fc.assert(
      fc.property(counted(500), methods, confidences, (counts, interval, confidence) => {
        const one = computeNps({ counts }, { interval, confidence });
        const other = computeNps({ counts: swap(counts) }, { interval, confidence });
        expect(other.value).toBe(0 - (one.value ?? NaN));
        expect(other.interval === null).toBe(one.interval === null);
        if (one.interval && other.interval) {
          // The quantiles of a step function may fall on either side of a step.
          const digits = one.interval.method.startsWith('bootstrap') ? -2 : 7;
          expect(other.interval.lower).toBeCloseTo(-one.interval.upper, digits);
          expect(other.interval.upper).toBeCloseTo(-one.interval.lower, digits);
        }
      }),
    );
  });
});

describe('the interval', () => {
  const options = fc.record({ interval: methods, confidence: confidences });

  it('is sound, ordered, attainable and around the value, whatever the method', () => {
    fc.assert(
      fc.property(counted(200), options, fc.option(fc.nat(300)), (counts, how, silent) => {
        const n = sizeOf(counts);
        const population = silent === null ? undefined : n + silent;
        const { interval, value } = expectSound(computeNps({ counts }, { ...how, population }));
        if (interval === null) return;
        const { lower, upper } = interval;
        const most = npsSilence(counts, population ?? 1e15);
        expect(lower).toBeLessThanOrEqual(upper);
        expect(lower).toBeGreaterThanOrEqual(most.lower - 1e-9);
        expect(upper).toBeLessThanOrEqual(most.upper + 1e-9);
        if (!interval.method.startsWith('bootstrap')) {
          expect(lower).toBeLessThanOrEqual((value ?? NaN) + 1e-9);
          expect(upper).toBeGreaterThanOrEqual((value ?? NaN) - 1e-9);
        }
      }),
    );
  });

  it('is never narrower at a higher confidence', () => {
    fc.assert(
      fc.property(counted(200), methods, confidences, confidences, (counts, interval, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const narrow = computeNps({ counts }, { interval, confidence: low }).interval;
        const wide = computeNps({ counts }, { interval, confidence: high }).interval;
        // Both quantiles of a few resamples may be one value at a low confidence: then there is no interval.
        if (narrow === null) return;
        expect(wide).not.toBeNull();
        expect(widthOf(wide)).toBeGreaterThanOrEqual(widthOf(narrow) - 1e-9);
      }),
    );
  });

  it('has no width at a census, weighted or not', () => {
    fc.assert(
      fc.property(counted(200), options, (counts, how) => {
        const { interval, value } = computeNps({ counts }, { ...how, population: sizeOf(counts) });
        expect(interval?.lower).toBeCloseTo(value ?? NaN, 10);
        expect(interval?.upper).toBeCloseTo(value ?? NaN, 10);
      }),
    );
    fc.assert(
      fc.property(rowsOf, byName, (rows, interval) => {
        const { sampleSize } = computeNps(rows, weighted);
        const got = expectSound(computeNps(rows, { ...weighted, interval, population: sampleSize }));
        if (sampleSize > 0) expect(widthOf(got.interval)).toBe(0);
        else expect(got.interval).toBeNull();
      }),
    );
  });

  it('is never wider in a smaller population', () => {
    // Not so the adjusted one: fewer pseudo-answers are added in a smaller population, and with them goes their steadiness.
    const pure = fc.constantFrom('wald', 'score' as const);
    fc.assert(
      fc.property(counted(50), pure, fc.nat(200), fc.nat(200), (counts, interval, a, b) => {
        const n = sizeOf(counts);
        const widthIn = (population: number): number =>
          widthOf(computeNps({ counts }, { interval, population }).interval);
        const small = widthIn(n + Math.min(a, b));
        if (small < Infinity) expect(small).toBeLessThanOrEqual(widthIn(n + Math.max(a, b)) + 1e-9);
      }),
    );
  });

  it('of a large sample hardly depends on the method', () => {
    fc.assert(
      fc.property(
        fc.record({
          promoters: fc.integer({ min: 2000, max: 4000 }),
          passives: fc.integer({ min: 2000, max: 4000 }),
          detractors: fc.integer({ min: 2000, max: 4000 }),
        }),
        methods,
        (counts, interval) => {
          const wald = computeNps({ counts }, { interval: 'wald' }).interval;
          const other = computeNps({ counts }, { interval }).interval;
          expect(Math.abs((other?.lower ?? NaN) - (wald?.lower ?? NaN))).toBeLessThan(0.1);
          expect(Math.abs((other?.upper ?? NaN) - (wald?.upper ?? NaN))).toBeLessThan(0.1);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a comparison', () => {
  it('has the opposite sign when swapped, and is sound', () => {
    fc.assert(
      fc.property(classes(60), classes(60), confidences, (a, b, confidence) => {
        const [one, other] = [computeNps({ counts: a }), computeNps({ counts: b })];
        const forth = expectSound(compareResults(one, other, { confidence }));
        const back = expectSound(compareResults(other, one, { confidence }));
        if (forth.difference !== null) expect(back.difference).toBe(0 - forth.difference);
        expect(back.pValue).toBe(forth.pValue);
        if (forth.interval) {
          expect(back.interval?.lower).toBeCloseTo(-forth.interval.upper, 9);
          expect(forth.interval.lower).toBeLessThanOrEqual(forth.interval.upper);
          expect(Math.abs(forth.interval.lower)).toBeLessThanOrEqual(200);
        }
        const opposite = { higher: 'lower', lower: 'higher', 'no-evidence': 'no-evidence', unknown: 'unknown' };
        expect(back.verdict).toBe(opposite[forth.verdict]);
      }),
    );
  });

  it('of a score with itself gives no verdict', () => {
    fc.assert(
      fc.property(counted(100), confidences, (counts, confidence) => {
        const result = computeNps({ counts });
        expect(compareResults(result, result, { confidence })).toMatchObject({
          difference: 0,
          verdict: 'no-evidence',
          pValue: 1,
        });
      }),
    );
  });

  it('gives a verdict only with the sign of the difference', () => {
    fc.assert(
      fc.property(counted(40), counted(40), confidences, (a, b, confidence) => {
        const { difference, verdict } = compareResults(computeNps({ counts: a }), computeNps({ counts: b }), {
          confidence,
        });
        if (verdict === 'higher') expect(difference).toBeGreaterThan(0);
        if (verdict === 'lower') expect(difference).toBeLessThan(0);
      }),
    );
  });
});

describe('silence and sample policy', () => {
  it('bound the score of any completion', () => {
    fc.assert(
      fc.property(classes(50), classes(50), (heard, rest) => {
        const all = {
          promoters: heard.promoters + rest.promoters,
          passives: heard.passives + rest.passives,
          detractors: heard.detractors + rest.detractors,
        };
        fc.pre(sizeOf(all) > 0);
        const { lower, upper, silent, answered } = expectSound(npsSilence(heard, sizeOf(all)));
        const { value } = computeNps({ counts: all });
        expect(lower).toBeLessThanOrEqual((value ?? NaN) + 1e-9);
        expect(upper).toBeGreaterThanOrEqual((value ?? NaN) - 1e-9);
        expect(silent).toBe(sizeOf(rest));
        expect(answered).toBeCloseTo(1 - silent / sizeOf(all), 12);
      }),
    );
  });

  it('ask for no more answers than there are people, nor for more than of a multitude', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 100000 }), (base, population) => {
        const required = requiredAnswers({ id: 'p', unit: 'contacts', base }, population);
        expect(required).toBeGreaterThanOrEqual(1);
        expect(required).toBeLessThanOrEqual(Math.min(base, population));
      }),
    );
  });
});
