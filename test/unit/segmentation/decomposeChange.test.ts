import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { compareTallies } from '../../../src/measures/compareTallies.js';
import { tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineDuration } from '../../../src/measures/defineDuration.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { defineRatio } from '../../../src/measures/defineRatio.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { decomposeChange } from '../../../src/segmentation/decomposeChange.js';
import { jackknifeStandardError } from '../../../src/statistics/jackknife.js';
import { bySector, cutRows, nps, type NpsCounts, type SectorKey } from './segmentTallies.js';

interface Row extends SectorKey {
  readonly score: number;
  readonly account: string;
}
const measure = npsMeasure<Row>({ score: 'score' });
const clustered = clusterBy(measure, 'account');

// Shares .5/.3/.2 -> .3/.3/.4, NPS 50/30/-10 -> 54/33/-5.
const BEFORE = bySector({ a: [600, 300, 100], b: [270, 240, 90], c: [120, 120, 160] });
const AFTER = bySector({ a: [400, 124, 76], b: [298, 202, 100], c: [240, 280, 280] });

describe('decomposeChange', () => {
  it('takes a fall apart in which every segment improved', () => {
    const found = decomposeChange(BEFORE, AFTER, { measure: nps });
    expect(found.before).toBeCloseTo(32, 12);
    expect(found.after).toBeCloseTo(24.1, 12);
    expect(found.total.difference).toBeCloseTo(-7.9, 12);
    expect(found.mix.value).toBeCloseTo(-11.9, 12);
    expect(found.rate.value).toBeCloseTo(4, 12);
    expect(found.segments.map(({ mix }) => mix.value)).toEqual([
      expect.closeTo(-4.79, 10),
      expect.closeTo(0, 10),
      expect.closeTo(-7.11, 10),
    ]);
    expect(found.segments.map(({ rate }) => rate.value)).toEqual([
      expect.closeTo(1.6, 10),
      expect.closeTo(0.9, 10),
      expect.closeTo(1.5, 10),
    ]);
    expect(found.reversal).toBe('segments-rose-total-fell');
    expect(found.segments.map(({ isAgainstTotal }) => isAgainstTotal)).toEqual([true, true, true]);
    expect(found.warnings).toEqual([]);
    expect(found.withoutData).toEqual([]);
  });

  it('tells of each segment its shares and values, in order', () => {
    const { segments, definition } = decomposeChange(BEFORE, AFTER, { measure: nps });
    expect(definition).toBe(nps.definition);
    expect(segments.map(({ key, presence, shares, values }) => ({ key, presence, shares, values }))).toEqual([
      { key: { sector: 'a' }, presence: 'both', shares: [0.5, 0.3], values: [50, 54] },
      { key: { sector: 'b' }, presence: 'both', shares: [0.3, 0.3], values: [30, 33] },
      { key: { sector: 'c' }, presence: 'both', shares: [0.2, 0.4], values: [-10, -5] },
    ]);
  });

  it('gives the whole change as the comparison of the whole tallies', () => {
    const whole = (tally: typeof BEFORE): (typeof BEFORE)['tallies'][number] => {
      const sum = nps.createTally();
      for (const own of tally.tallies) nps.mergeTallies(sum, own);
      return sum;
    };
    const { total } = decomposeChange(BEFORE, AFTER, { measure: nps, confidence: 0.9 });
    expect(total).toEqual(compareTallies(nps, whole(AFTER), whole(BEFORE), { confidence: 0.9 }));
  });

  it('does not depend on the order of segments or of dimensions', () => {
    const turn = <Key extends object, Tally>(tally: {
      readonly dimensions: readonly (keyof Key & string)[];
      readonly keys: Key[];
      readonly tallies: Tally[];
    }) => ({
      dimensions: [...tally.dimensions].reverse(),
      keys: [...tally.keys].reverse(),
      tallies: [...tally.tallies].reverse(),
    });
    expect(decomposeChange(turn(BEFORE), AFTER, { measure: nps })).toEqual(
      decomposeChange(BEFORE, AFTER, { measure: nps }),
    );
    const twice = (tally: typeof BEFORE) => ({
      dimensions: ['sector', 'zone'] as ('sector' | 'zone')[],
      keys: tally.keys.map(({ sector }) => ({ sector, zone: null })),
      tallies: tally.tallies,
    });
    const found = decomposeChange(turn(twice(BEFORE)), twice(AFTER), { measure: nps });
    expect(found).toEqual(decomposeChange(twice(BEFORE), twice(AFTER), { measure: nps }));
    expect(found.segments.map(({ key }) => key)).toEqual(['a', 'b', 'c'].map((sector) => ({ sector, zone: null })));
  });

  it('names the opposite reversal', () => {
    expect(decomposeChange(AFTER, BEFORE, { measure: nps }).reversal).toBe('segments-fell-total-rose');
  });

  it('names no reversal when a segment stands still, and marks the one that moved against the total', () => {
    const before = bySector({ a: [50, 0, 50], b: [50, 0, 50], c: [50, 0, 50] });
    const after = bySector({ a: [50, 0, 50], b: [90, 0, 10], c: [40, 0, 60] });
    const found = decomposeChange(before, after, { measure: nps });
    expect(found.segments.map(({ isAgainstTotal }) => isAgainstTotal)).toEqual([false, false, true]);
    expect(found.reversal).toBeNull();
  });

  it('gives all to the values where the mix stays, and all to the mix where the values stay', () => {
    const same = decomposeChange(bySector({ a: [5, 3, 2], b: [1, 4, 5] }), bySector({ a: [6, 3, 1], b: [1, 5, 4] }), {
      measure: nps,
    });
    expect([same.mix.value, same.rate.value]).toEqual([0, expect.closeTo(15, 12)]);
    const moved = decomposeChange(bySector({ a: [5, 3, 2], b: [1, 4, 5] }), bySector({ a: [15, 9, 6], b: [1, 4, 5] }), {
      measure: nps,
    });
    expect([moved.mix.value, moved.rate.value]).toEqual([expect.closeTo(17.5, 12), 0]);
  });

  it('is the mirror image when the sides are swapped', () => {
    const [there, back] = [
      decomposeChange(BEFORE, AFTER, { measure: nps }),
      decomposeChange(AFTER, BEFORE, { measure: nps }),
    ];
    expect(back.mix.value).toBeCloseTo(-(there.mix.value ?? 0), 12);
    expect(back.mix.standardError).toBeCloseTo(there.mix.standardError ?? 0, 12);
    expect(back.rate.standardError).toBeCloseTo(there.rate.standardError ?? 0, 12);
  });

  it('counts a segment on one side only as mix, and names it', () => {
    const before = bySector({ a: [50, 30, 20], old: [40, 40, 20] });
    const after = bySector({ a: [60, 30, 10], fresh: [10, 20, 20] });
    const { segments, mix, rate, total } = decomposeChange(before, after, { measure: nps });
    expect(segments.map(({ key, presence, values }) => [key.sector, presence, values])).toEqual([
      ['a', 'both', [30, 50]],
      ['fresh', 'appeared', [null, -20]],
      ['old', 'vanished', [20, null]],
    ]);
    // Shares 1/2, 0, 1/2 -> 2/3, 1/3, 0; the mean of the totals 25 and 80/3 is 155/6.
    expect(segments[0]?.mix.value).toBeCloseTo((1 / 6) * (40 - 155 / 6), 10);
    expect(segments[1]?.mix.value).toBeCloseTo((1 / 3) * (-20 - 155 / 6), 10);
    expect(segments[2]?.mix.value).toBeCloseTo((-1 / 2) * (20 - 155 / 6), 10);
    expect(segments.map(({ rate: own }) => own.value)).toEqual([expect.closeTo((20 * 7) / 12, 10), 0, 0]);
    expect((mix.value ?? 0) + (rate.value ?? 0)).toBeCloseTo(total.difference ?? NaN, 12);
    expect(segments.map(({ isAgainstTotal }) => isAgainstTotal)).toEqual([false, false, false]);
    expect(mix.standardError).toBeGreaterThan(0);
    expect(segments[1]?.rate).toEqual({ value: 0, standardError: 0, interval: null });
  });

  it('names segments without an answer on either side', () => {
    const found = decomposeChange(bySector({ a: [5, 3, 2], z: [0, 0, 0] }), bySector({ a: [6, 3, 1] }), {
      measure: nps,
    });
    expect(found.withoutData).toEqual([{ sector: 'z' }]);
    expect(found.segments.map(({ key }) => key.sector)).toEqual(['a']);
    expect(found.rate.value).toBeCloseTo(20, 12);
  });

  it('knows nothing when a side has no data', () => {
    const found = decomposeChange(bySector({ a: [5, 3, 2] }), bySector({ a: [0, 0, 0] }), { measure: nps });
    const unknown = { value: null, standardError: null, interval: null };
    expect(found).toMatchObject({ before: 30, after: null, mix: unknown, rate: unknown, reversal: null });
    expect(found.segments).toEqual([
      {
        key: { sector: 'a' },
        presence: 'vanished',
        shares: [1, 0],
        values: [30, null],
        mix: unknown,
        rate: unknown,
        isAgainstTotal: false,
      },
    ]);
    expect(found.warnings).toEqual([{ code: 'not-comparable', reason: 'no-data' }]);
    const none = decomposeChange(bySector({}), bySector({}), { measure: nps });
    expect(none).toMatchObject({ before: null, after: null, segments: [], mix: unknown });
  });

  it('has no error where a segment has a single answer, and warns', () => {
    const found = decomposeChange(bySector({ a: [5, 3, 2], b: [1, 0, 0] }), bySector({ a: [6, 3, 1], b: [1, 1, 0] }), {
      measure: nps,
    });
    expect(found.warnings).toEqual([{ code: 'no-interval', reason: 'single-answer' }]);
    expect([found.mix.standardError, found.rate.standardError, found.segments[1]?.rate.standardError]).toEqual([
      null,
      null,
      null,
    ]);
    expect(found.segments[0]?.rate.standardError).toBeGreaterThan(0);
  });

  // One segment: all is rate, and its error is that of a difference of two independent means.
  it('gives one segment the error of a difference', () => {
    const { mix, rate } = decomposeChange(bySector({ a: [50, 30, 20] }), bySector({ a: [60, 30, 10] }), {
      measure: nps,
    });
    expect(mix).toEqual({ value: 0, standardError: 0, interval: null });
    const error = 100 * Math.sqrt((0.7 - 0.09) / 100 + (0.7 - 0.25) / 100);
    expect(rate.standardError).toBeCloseTo(error, 1);
    expect(rate.interval).toEqual({
      lower: expect.closeTo(20 - 1.959964 * (rate.standardError ?? 0), 4) as number,
      upper: expect.closeTo(20 + 1.959964 * (rate.standardError ?? 0), 4) as number,
      confidence: 0.95,
      method: 'delta',
    });
  });

  // Two segments of constant values 100 and -100: the mix effect is 200 (w1 - w0), its variance that of two binomial shares.
  it('gives a mix of constants the error of a share', () => {
    const { mix } = decomposeChange(
      bySector({ a: [30, 0, 0], b: [0, 0, 70] }),
      bySector({ a: [50, 0, 0], b: [0, 0, 50] }),
      { measure: nps },
    );
    expect(mix.value).toBeCloseTo(40, 10);
    expect(mix.standardError).toBeCloseTo(200 * Math.sqrt((0.3 * 0.7) / 100 + 0.25 / 100), 8);
  });

  it('gives the errors that drawing the samples again shows', () => {
    const random = createRandom(7);
    const shares = [
      [0.5, 0.3, 0.2],
      [0.3, 0.3, 0.4],
    ];
    const promoters = [
      [0.6, 0.45, 0.3],
      [0.66, 0.5, 0.3],
    ];
    const draw = (side: 0 | 1): Record<string, NpsCounts> => {
      const counts = [0, 1, 2].map(() => [0, 0, 0] as [number, number, number]);
      for (let answer = 0; answer < 300; answer++) {
        const [u, v] = [random(), random()];
        const at = u < shares[side]![0]! ? 0 : u < shares[side]![0]! + shares[side]![1]! ? 1 : 2;
        counts[at]![v < promoters[side]![at]! ? 0 : v < promoters[side]![at]! + 0.2 ? 1 : 2]++;
      }
      return { a: counts[0]!, b: counts[1]!, c: counts[2]! };
    };
    const runs = Array.from({ length: 2000 }, () =>
      decomposeChange(bySector(draw(0)), bySector(draw(1)), { measure: nps }),
    );
    const check = (
      pick: (run: (typeof runs)[number]) => { value: number | null; standardError: number | null },
      most = 1.05,
    ): void => {
      const values = runs.map((run) => pick(run).value ?? NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
      const claimed = Math.sqrt(
        runs.reduce((sum, run) => sum + (pick(run).standardError ?? NaN) ** 2, 0) / runs.length,
      );
      // The spread of 2,000 runs is known to within about 1.6 %; three times that.
      expect(claimed / spread).toBeGreaterThan(0.95);
      expect(claimed / spread).toBeLessThan(most);
    };
    check(({ mix }) => mix);
    check(({ rate }) => rate);
    for (const at of [0, 1, 2]) {
      // The second segment is near the average and keeps its share: of two factors near 0 each claims the error of both.
      check(({ segments }) => segments[at]!.mix, at === 1 ? 1.42 : 1.05);
      check(({ segments }) => segments[at]!.rate);
    }
  });

  describe('with accounts', () => {
    const random = createRandom(11);
    const panel = (side: number): Row[] =>
      Array.from({ length: 60 }, (_, account) => account).flatMap((account) => {
        const level = (account % 7) - 3;
        const size = 1 + Math.floor(random() * 4) + (account % 3 === 2 ? 2 * side : 0);
        const sector = 'abc'[account % 3] as string;
        return Array.from({ length: size }, () => ({
          account: `k${account}`,
          sector: random() < 0.9 ? sector : 'a',
          score: Math.max(0, Math.min(10, Math.round(8 + side / 2 + level / 1.5 + 2 * (random() - 0.5)))),
        }));
      });
    const [first, second] = [panel(0), panel(1)];
    const run = (before: readonly Row[], after: readonly Row[]) =>
      decomposeChange(cutRows(before, clustered), cutRows(after, clustered), { measure: clustered });
    const found = run(first, second);

    it('gives the same effects as without', () => {
      const apart = decomposeChange(cutRows(first, measure), cutRows(second, measure), { measure });
      expect(found.mix.value).toBeCloseTo(apart.mix.value ?? NaN, 12);
      expect(found.rate.value).toBeCloseTo(apart.rate.value ?? NaN, 12);
      expect(found.mix.interval?.method).toBe('linearized');
    });

    it.each<[string, (own: typeof found) => { value: number | null; standardError: number | null }]>([
      ['the mix', ({ mix }) => mix],
      ['the rate', ({ rate }) => rate],
      ['the mix of a segment', ({ segments }) => segments[2]!.mix],
      ['the rate of a segment', ({ segments }) => segments[1]!.rate],
    ])('has the error of %s that leaving out each account shows, accounts of both sides once', (_, pick) => {
      const accounts = [...new Set([...first, ...second].map(({ account }) => account))];
      const without = (rows: readonly Row[], left: string): Row[] => rows.filter(({ account }) => account !== left);
      const replicates = accounts.map((left) => pick(run(without(first, left), without(second, left))).value ?? NaN);
      const ratio = (pick(found).standardError ?? NaN) / jackknifeStandardError(replicates);
      expect(ratio).toBeGreaterThan(0.93);
      expect(ratio).toBeLessThan(1.04);
    });

    it('has accounts less two degrees of freedom', () => {
      const { interval, value, standardError } = found.rate;
      // qt(.975, 58).
      expect((interval?.upper ?? NaN) - (value ?? NaN)).toBeCloseTo(2.0017174830120923 * (standardError ?? NaN), 6);
    });

    it('adds mix and rate up to a change whose error is that of the comparison', () => {
      expect((found.mix.value ?? 0) + (found.rate.value ?? 0)).toBeCloseTo(found.total.difference ?? NaN, 11);
      const one = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, sector: 'a' }));
      const single = run(one(first), one(second));
      expect(single.rate.standardError).toBeCloseTo(single.total.standardError ?? NaN, 10);
    });

    it('has no interval below five accounts', () => {
      const rows = (accounts: number): Row[] =>
        Array.from({ length: 20 }, (_, at) => ({
          account: `k${at % accounts}`,
          sector: 'ab'[at % 2] as string,
          score: at % 11,
        }));
      const few = run(rows(4), rows(4).slice(3));
      expect([few.mix.interval, few.mix.standardError]).toEqual([null, null]);
      expect(few.warnings).toEqual([{ code: 'no-interval', reason: 'few-accounts' }]);
      expect(run(rows(5), rows(5).slice(3)).warnings).toEqual([]);
      expect(run(rows(5), rows(5).slice(3)).mix.interval).not.toBeNull();
    });
  });

  it('takes apart a ratio by the shares of its denominators', () => {
    interface Line extends SectorKey {
      readonly tickets: number;
      readonly orders: number;
    }
    const ratio = defineRatio<Line>({ id: 'tickets-per-order', numerator: 'tickets', denominator: 'orders' });
    const lines = (...own: [string, number, number][]): Line[] =>
      own.map(([sector, tickets, orders]) => ({ sector, tickets, orders }));
    const before = cutRows(lines(['a', 1, 10], ['a', 2, 10], ['b', 6, 10], ['b', 4, 10]), ratio);
    const after = cutRows(lines(['a', 3, 20], ['a', 5, 40], ['b', 9, 20], ['b', 3, 20], ['z', 0, 0]), ratio);
    const found = decomposeChange(before, after, { measure: ratio });
    // .5/.5 -> .6/.4 and .15/.5 -> 8/60, 12/40.
    expect(found.segments.map(({ shares }) => shares)).toEqual([
      [0.5, 0.6],
      [0.5, 0.4],
    ]);
    expect(found.withoutData).toEqual([{ sector: 'z' }]);
    expect(found.mix.value).toBeCloseTo(0.1 * ((0.15 + 8 / 60) / 2) - 0.1 * 0.4, 12);
    expect(found.rate.value).toBeCloseTo((8 / 60 - 0.15) * 0.55 - 0.2 * 0.45, 12);
  });

  it('counts weights', () => {
    interface Weighted extends SectorKey {
      readonly value: number;
      readonly weight: number;
    }
    const mean = defineMean<Weighted>({ id: 'level', value: 'value', weight: 'weight' });
    const rows: Weighted[] = [
      { sector: 'a', value: 1, weight: 3 },
      { sector: 'a', value: 2, weight: 3 },
      { sector: 'b', value: 5, weight: 1 },
      { sector: 'b', value: 4, weight: 1 },
    ];
    const found = decomposeChange(cutRows(rows, mean), cutRows(rows.slice().reverse(), mean), { measure: mean });
    expect(found.segments.map(({ shares }) => shares)).toEqual([
      [0.75, 0.75],
      [0.25, 0.25],
    ]);
    expect([found.mix.value, found.rate.value]).toEqual([0, 0]);
    // 2 × (6 × 3 × .25² + ... ): Σw²(1[s] - p)²/W² on each side, times the gap of the levels.
    const shareVariance = (18 * 0.0625 + 2 * 0.5625) / 64;
    expect(found.mix.standardError).toBeCloseTo(Math.sqrt(2 * shareVariance) * 3, 10);
  });

  it('gives plain JSON', () => {
    const found = decomposeChange(BEFORE, AFTER, { measure: nps });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it.each([
    [{}, 'option "measure" must be a measure of a mean, a share or a ratio, clustered or not'],
    [{ measure: null }, 'option "measure" must be a measure of a mean'],
    [
      { measure: defineDuration({ id: 'wait', unit: 'hours' } as never) },
      'option "measure" must be a measure of a mean',
    ],
    [{ measure: nps, confidence: 95 }, 'option "confidence" must be between 0 and 1'],
    [undefined, 'option "measure" must be'],
  ])('refuses the options %#', (own, message) => {
    const call = (): unknown => decomposeChange(BEFORE, AFTER, own as never);
    expect(call).toThrow(`decomposeChange: ${message}`);
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_OPTION' }) as Error);
  });

  it.each([
    [null, AFTER, 'before must be { dimensions, keys, tallies }, keys as many as tallies'],
    [BEFORE, undefined, 'after must be { dimensions, keys, tallies }'],
    [BEFORE, { ...AFTER, keys: AFTER.keys.slice(1) }, 'after must be { dimensions'],
    [BEFORE, { ...AFTER, keys: ['a', 'b', 'c'] }, 'after must be { dimensions'],
    [{ ...BEFORE, dimensions: 'sector' }, AFTER, 'before must be { dimensions'],
    [
      BEFORE,
      { ...AFTER, keys: [AFTER.keys[0], AFTER.keys[1], AFTER.keys[0]] },
      'after: key must be there once, received "[\\"a\\"]"',
    ],
    [
      BEFORE,
      { ...AFTER, dimensions: ['zone'], keys: ['a', 'b', 'c'].map((zone) => ({ zone })) },
      'dimensions of after must be those of before, sector, received "zone"',
    ],
  ])('refuses the tallies %#', (before, after, message) => {
    const call = (): unknown => decomposeChange(before as typeof BEFORE, after as typeof AFTER, { measure: nps });
    expect(call).toThrow(`decomposeChange: ${message}`);
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_INPUT' }) as Error);
  });

  it('knows the sums of accounts by the measure that clusters', () => {
    const rows: Row[] = [
      { account: 'x', sector: 'a', score: 10 },
      { account: 'x', sector: 'a', score: 3 },
      { account: 'y', sector: 'b', score: 9 },
    ];
    const sums = clustered.toAccountSums(tallyRows(rows, clustered));
    expect(
      [...sums].map(([account, { count, weightedTotal, scale }]) => [account, count, weightedTotal, scale]),
    ).toEqual([
      ['x', 2, 0, 100],
      ['y', 1, 1, 100],
    ]);
  });
});
