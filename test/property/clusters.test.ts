import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntervalResult } from '../../src/core/result.js';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { compareTallies } from '../../src/measures/compareTallies.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import { defineComposite } from '../../src/measures/defineComposite.js';
import { defineMean } from '../../src/measures/defineMean.js';
import type { RatioMeasure } from '../../src/measures/ratioMeasure.js';
import { csatMeasure } from '../../src/metrics/perception/csat.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import { expectSound } from '../tools/soundness.js';

interface Row {
  readonly account: string | null;
  readonly score: number | null;
  readonly w: number;
}
const rows = fc.array(
  fc.record({
    account: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'), { freq: 12 }),
    score: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 12 }),
    w: fc.integer({ min: 1, max: 40 }).map((w) => w / 4),
  }),
  { maxLength: 60 },
);

/** A measure made with a weight, of the rows above. */
type Weight = (row: Row) => number;
type Maker = (weight: Weight) => RatioMeasure<Row, never, IntervalResult>;
const MAKERS = [
  ['nps', (weight: Weight) => npsMeasure<Row>({ score: ({ score }) => score && score * 2, weight })],
  ['csat', (weight: Weight) => csatMeasure<Row>({ score: 'score', weight })],
  ['mean', (weight: Weight) => defineMean<Row, 'm'>({ id: 'm', value: 'score', weight })],
  [
    'composite',
    (weight: Weight) =>
      defineComposite<Row, 'c'>({
        id: 'c',
        items: [{ id: 'a', score: 'score', weight: 1, minimum: 1, maximum: 5 }],
        weight,
      }),
  ],
] as unknown as readonly [string, Maker][];

describe.each(MAKERS)('%s by account', (_name, make) => {
  const weigh = ({ w }: Row): number => w;
  const measure = make(weigh);
  const clustered = clusterBy(measure, 'account');

  it('keeps the value of the answers that have an account', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const known = data.filter(({ account }) => account !== null);
        const byAccount = expectSound(computeMeasure(data, clustered));
        const plain = computeMeasure(known, measure);
        if (plain.value === null) expect(byAccount.value).toBeNull();
        else expect(byAccount.value).toBeCloseTo(plain.value, 9);
        expect(byAccount.sampleSize).toBe(plain.sampleSize);
        expect(byAccount.effectiveSampleSize).toBeLessThanOrEqual(byAccount.sampleSize);
        expect(byAccount.interval === null || byAccount.accounts >= 5).toBe(true);
      }),
    );
  });

  it('does not depend on the order of rows, nor on shards', () => {
    fc.assert(
      fc.property(rows, fc.nat(60), (data, cut) => {
        const whole = computeMeasure(data, clustered);
        const shards = [data.slice(cut).slice().reverse(), data.slice(0, cut)].map((part) =>
          tallyRows(part, clustered),
        );
        clustered.mergeTallies(shards[0]!, shards[1]!);
        const merged = clustered.toResult(shards[0]!);
        expect(merged.excluded).toEqual(whole.excluded);
        expect(merged.accounts).toBe(whole.accounts);
        for (const key of ['value', 'standardError', 'degreesOfFreedom', 'designEffect'] as const) {
          const [got, wanted] = [merged[key], whole[key]];
          if (wanted === null) expect(got).toBeNull();
          else expect(Math.abs(got! - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
        }
      }),
    );
  });

  it('does not depend on the unit of the weights', () => {
    const scaled = clusterBy(
      make(({ w }) => w * 1024),
      'account',
    );
    fc.assert(
      fc.property(rows, (data) => {
        const [one, other] = [computeMeasure(data, clustered), computeMeasure(data, scaled)];
        for (const key of ['value', 'standardError', 'degreesOfFreedom', 'designEffect'] as const) {
          if (one[key] === null) expect(other[key]).toBeNull();
          else expect(other[key]).toBeCloseTo(one[key], 8);
        }
      }),
    );
  });

  it('differs from itself by nothing, and swaps its sign', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [first, second] = [tallyRows(a, clustered), tallyRows(b, clustered)];
        const there = compareTallies(clustered, first, second);
        const back = compareTallies(clustered, second, first);
        if (there.difference === null) expect(back.difference).toBeNull();
        else expect(back.difference).toBeCloseTo(-there.difference, 10);
        expect(back.pValue).toEqual(there.pValue === null ? null : expect.closeTo(there.pValue, 10));
        const same = compareTallies(clustered, first, first);
        expect([null, 0]).toContain(same.difference);
        expect(['no-evidence', 'unknown']).toContain(same.verdict);
      }),
    );
  });
});
