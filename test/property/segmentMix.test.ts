import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyRows } from '../../src/measures/computeMeasure.js';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import { checkComparability } from '../../src/segmentation/comparability.js';
import { compareSamples } from '../../src/segmentation/compareSamples.js';
import { decomposeChange } from '../../src/segmentation/decomposeChange.js';
import { toMix } from '../../src/segmentation/mixShares.js';
import { standardizeMix } from '../../src/segmentation/standardizeMix.js';

interface Row {
  readonly score: number;
  readonly sector: string;
  readonly account: string;
  readonly country: string;
  readonly employees: number | null;
  readonly weight: number;
}
const rowOf = fc.record({
  score: fc.integer({ min: 0, max: 10 }),
  sector: fc.constantFrom('a', 'b', 'c', 'd'),
  account: fc.constantFrom('u', 'v', 'w', 'x', 'y', 'z'),
  country: fc.constantFrom('FR', 'FR', 'FR', 'DE'),
  employees: fc.option(fc.integer({ min: 1, max: 500 }), { freq: 12 }),
  weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
});
const sample = fc.array(rowOf, { minLength: 1, maxLength: 40 });

const measure = npsMeasure<Row>({ score: 'score', weight: 'weight' });
const clustered = clusterBy(measure, 'account');
const options = {
  measure,
  country: 'country',
  instrument: { a: 'q', b: 'q' },
  attributes: { sector: { kind: 'category', field: 'sector' }, size: { kind: 'number', field: 'employees' } },
} as const;

function cut<Tally>(rows: readonly Row[], own: { readonly tally: (rows: readonly Row[]) => Tally }) {
  const sectors = [...new Set(rows.map(({ sector }) => sector))];
  return {
    dimensions: ['sector' as const],
    keys: sectors.map((sector) => ({ sector })),
    tallies: sectors.map((sector) => own.tally(rows.filter((row) => row.sector === sector))),
  };
}
const apart = { tally: (rows: readonly Row[]) => tallyRows(rows, measure) };
const together = { tally: (rows: readonly Row[]) => tallyRows(rows, clustered) };

describe('a change taken apart', () => {
  it('adds up: mix and rate to the whole, segments to mix and rate', () => {
    fc.assert(
      fc.property(sample, sample, (before, after) => {
        const runs = [
          decomposeChange(cut(before, apart), cut(after, apart), { measure }),
          decomposeChange(cut(before, together), cut(after, together), { measure: clustered }),
        ];
        for (const { total, mix, rate, segments } of runs) {
          const sum = (values: readonly (number | null)[]): number =>
            values.reduce<number>((all, own) => all + (own ?? NaN), 0);
          const change = total.difference ?? NaN;
          // In shares, so that 1e-12 is of the range of the metric.
          expect(Math.abs(sum([mix.value, rate.value]) - change) / 100).toBeLessThan(1e-12);
          expect(Math.abs(sum(segments.map((own) => own.mix.value)) - (mix.value ?? NaN)) / 100).toBeLessThan(1e-12);
          expect(Math.abs(sum(segments.map((own) => own.rate.value)) - (rate.value ?? NaN)) / 100).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(sample, sample, (before, after) => {
        const turned = decomposeChange(cut([...before].reverse(), together), cut([...after].reverse(), together), {
          measure: clustered,
        });
        const { mix, rate } = decomposeChange(cut(before, together), cut(after, together), { measure: clustered });
        expect(turned.mix.value).toBeCloseTo(mix.value ?? NaN, 10);
        expect(turned.rate.value).toBeCloseTo(rate.value ?? NaN, 10);
      }),
    );
  });

  it('is no change between a sample and itself', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const { mix, rate, reversal } = decomposeChange(cut(rows, apart), cut(rows, apart), { measure });
        expect([mix.value, rate.value, reversal]).toEqual([0, 0, null]);
      }),
    );
  });
});

describe('a standardised value', () => {
  it('is the value itself under the mix of its own sample', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const tally = cut(rows, apart);
        const { value, crude } = standardizeMix(tally, toMix(tally, { measure }), { measure });
        expect(value).toBeCloseTo(crude ?? NaN, 10);
      }),
    );
  });

  it('lies between the values of the segments', () => {
    fc.assert(
      fc.property(sample, sample, (rows, others) => {
        const target = toMix(cut(others, apart), { measure });
        const { value, segments } = standardizeMix(cut(rows, apart), target, { measure, withoutData: 'renormalize' });
        const values = segments.map((own) => own.value ?? NaN);
        if (value === null) expect(values).toEqual([]);
        else {
          expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-10);
          expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-10);
        }
      }),
    );
  });
});

describe('the gate', () => {
  it('is symmetric', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [there, back] = [checkComparability(a, b, options), checkComparability(b, a, options)];
        expect(back.isComparable).toBe(there.isComparable);
        for (const [at, own] of there.checks.entries()) {
          const other = back.checks[at]!;
          expect(other.verdict).toBe(own.verdict);
          expect(other.missing).toEqual([own.missing[1], own.missing[0]]);
          const distances = ({ totalVariation, standardizedDifference }: typeof own): (number | null)[] =>
            [totalVariation, standardizedDifference].map((distance) => distance?.value ?? null);
          const [first, second] = [distances(own), distances(other)];
          first.forEach((value, place) => {
            if (value === null) expect(second[place]).toBeNull();
            else expect(second[place]).toBeCloseTo(value, 10);
          });
        }
      }),
    );
  });

  it('opens for a sample and itself, which is no evidence of anything', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const own = rows.map((row) => ({ ...row, country: 'FR', employees: row.employees ?? 10 }));
        const found = compareSamples(own, own, { ...options, attributes: { sector: options.attributes.sector } });
        expect(found.comparability.isComparable).toBe(true);
        expect(found.comparability.checks.every(({ verdict }) => verdict === 'similar')).toBe(true);
        expect(found.difference).toBe(0);
        expect(['no-evidence', 'unknown']).toContain(found.verdict);
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [there, turned] = [
          checkComparability(a, b, options),
          checkComparability([...a].reverse(), [...b].reverse(), options),
        ];
        expect(turned.checks.map(({ verdict }) => verdict)).toEqual(there.checks.map(({ verdict }) => verdict));
      }),
    );
  });
});
