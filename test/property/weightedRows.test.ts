import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toClassTargets } from '../../src/accounts/classTargets.js';
import { weightRows, type WeightedRows } from '../../src/accounts/weightRows.js';
import type { WeightingStep } from '../../src/accounts/weightingStep.js';
import { computeNps } from '../../src/metrics/perception/nps.js';
import { expectSound } from '../tools/soundness.js';

interface Row {
  readonly size: string | null;
  readonly country: string | null;
  readonly q1: number | null;
  readonly w: number | null;
}
const SIZES = ['small', 'large'] as const;
const COUNTRIES = ['FR', 'DE', 'IT'] as const;
const scores = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 });
const positive = fc.double({ min: 0.1, max: 10, noNaN: true });
const full: fc.Arbitrary<Row> = fc.record({
  size: fc.constantFrom(...SIZES),
  country: fc.constantFrom(...COUNTRIES),
  q1: scores,
  w: positive,
});
const gappy: fc.Arbitrary<Row> = fc.record({
  size: fc.constantFrom(...SIZES, null),
  country: fc.constantFrom(...COUNTRIES, null),
  q1: scores,
  w: fc.option(fc.oneof(positive, fc.constant(0)), { freq: 8 }),
});
/** One row in every combination of classes, so that any targets can be reached. */
const everyCell: Row[] = SIZES.flatMap((size) => COUNTRIES.map((country) => ({ size, country, q1: 8, w: 1 })));
const samples = fc.array(full, { maxLength: 30 }).map((rows) => [...everyCell, ...rows]);
const gappySamples = fc.array(gappy, { maxLength: 30 }).map((rows) => [...everyCell, ...rows]);
const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });
const sizeTargets = share.map((small) => ({ small, large: 1 - small }));
const countryTargets = fc.tuple(share, share).map(([a, b]) => ({ FR: a * b, DE: a * (1 - b), IT: 1 - a }));
const rakings = fc
  .record({ size: sizeTargets, country: countryTargets })
  .map(({ size, country }): WeightingStep<Row> => ({
    kind: 'rake',
    margins: [
      { by: 'size', targets: size },
      { by: 'country', targets: country },
    ],
  }));
const otherSteps = fc.oneof(
  sizeTargets.map((targets): WeightingStep<Row> => ({ kind: 'post-stratify', by: 'size', targets })),
  rakings,
  fc.constant<WeightingStep<Row>>({ kind: 'non-response', by: 'country', invited: { FR: 90, DE: 40, IT: 60 } }),
);
const stepLists = fc.array(otherSteps, { minLength: 1, maxLength: 3 });

const numbers = ({ weights }: WeightedRows): number[] => weights.map((weight) => weight ?? -1);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
function expectNear(a: readonly number[], b: readonly number[], relative: number): void {
  expect(a.length).toBe(b.length);
  a.forEach((value, place) => {
    const other = b[place] ?? NaN;
    expect(Math.abs(value - other), `${String(value)} and ${String(other)}`).toBeLessThanOrEqual(
      relative * Math.abs(value),
    );
  });
}
const baseWeight = 'w';

describe('weighting rows', () => {
  it('gives plain data whose rows add up, with a mean of 1', () => {
    fc.assert(
      fc.property(gappySamples, stepLists, (rows, steps) => {
        const { weights, report } = expectSound(weightRows(rows, { steps, baseWeight }));
        const carried = weights.filter((weight) => weight !== null && weight > 0) as number[];
        expect(total(carried)).toBeCloseTo(carried.length, 6);
        expect(total(Object.values(report.excluded)) + carried.length).toBe(rows.length);
        expect(report.after.rows).toBe(carried.length);
        expect(report.after.effectiveSize).toBeLessThanOrEqual(carried.length * (1 + 1e-12));
        expect(weights.filter((weight) => weight === null)).toHaveLength(
          report.excluded.missingBaseWeight + report.excluded.missingClass,
        );
      }),
    );
  });

  it('does not depend on the unit of the base weights', () => {
    fc.assert(
      fc.property(samples, stepLists, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rows, steps, unit) => {
        const plain = numbers(weightRows(rows, { steps, baseWeight }));
        const scaled = numbers(weightRows(rows, { steps, baseWeight: ({ w }) => (w ?? 0) * unit }));
        expectNear(plain, scaled, 1e-8);
      }),
    );
  });

  it('gives downstream the same score under weights of any unit', () => {
    fc.assert(
      fc.property(samples, stepLists, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rows, steps, unit) => {
        const { weights } = weightRows(rows, { steps, baseWeight });
        const npsOf = (factor: number) =>
          computeNps(rows, { score: 'q1', weight: (_, index) => (weights[index] ?? 0) * factor });
        const [plain, scaled] = [npsOf(1), npsOf(unit)];
        expect(scaled.value).toBeCloseTo(plain.value ?? NaN, 8);
        expect(scaled.standardError).toBeCloseTo(plain.standardError ?? NaN, 8);
        expect(scaled.effectiveSampleSize).toBeCloseTo(plain.effectiveSampleSize, 8);
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    const shuffled = gappySamples.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(
          rows.map((_, index) => index),
          { minLength: rows.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, stepLists, ([rows, order], steps) => {
        const weights = numbers(weightRows(rows, { steps, baseWeight }));
        const moved = order.map((index) => rows[index] as Row);
        const again = numbers(weightRows(moved, { steps, baseWeight }));
        expectNear(again, order.map((index) => weights[index] ?? NaN), 1e-8); // prettier-ignore
      }),
    );
  });

  it('reaches the margins it was given, whatever their order', () => {
    fc.assert(
      fc.property(samples, sizeTargets, countryTargets, (rows, size, country) => {
        const margins = [{ by: 'size', targets: size } as const, { by: 'country', targets: country } as const];
        const there = weightRows(rows, { steps: [{ kind: 'rake', margins }], baseWeight });
        const back = weightRows(rows, { steps: [{ kind: 'rake', margins: [...margins].reverse() }], baseWeight });
        expect(there.report.outcome).toBe('converged');
        for (const { classes } of there.report.steps[0]?.margins ?? []) {
          for (const { target, after, final } of classes) {
            expect(after).toBeCloseTo(target ?? NaN, 8);
            expect(final).toBeCloseTo(after, 12);
          }
        }
        expectNear(numbers(there), numbers(back), 1e-6);
      }),
    );
  });

  it('calibrates to the same weights as it rakes to', () => {
    fc.assert(
      fc.property(samples, sizeTargets, countryTargets, (rows, size, country) => {
        const margins = [{ by: 'size', targets: size } as const, { by: 'country', targets: country } as const];
        const raked = weightRows(rows, { steps: [{ kind: 'rake', margins }], baseWeight });
        const calibrated = weightRows(rows, { steps: [{ kind: 'calibrate', margins }], baseWeight });
        expectNear(numbers(raked), numbers(calibrated), 1e-6);
      }),
    );
  });

  it('changes nothing that is as it should be', () => {
    fc.assert(
      fc.property(samples, rakings, (rows, step) => {
        const once = numbers(weightRows(rows, { steps: [step] }));
        expectNear(once, numbers(weightRows(rows, { steps: [step, step] })), 1e-8);
        const { targets } = toClassTargets(rows, ['size', 'country']);
        const census = { kind: 'non-response', by: ['size', 'country'], invited: targets } as const;
        const same = { kind: 'post-stratify', by: ['size', 'country'], targets } as const;
        for (const own of [census, same]) {
          expect(weightRows(rows, { steps: [own], scale: 'totals' }).weights).toEqual(rows.map(() => 1));
        }
      }),
    );
  });

  it('adds up to the targets of the last step on request', () => {
    fc.assert(
      fc.property(
        samples,
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        (rows, small, large) => {
          const steps = [{ kind: 'post-stratify', by: 'size', targets: { small, large } } as const];
          const weights = numbers(weightRows(rows, { steps, baseWeight, scale: 'totals' }));
          expect(total(weights)).toBeCloseTo(small + large, 6);
        },
      ),
    );
  });

  it('trims to the limits and keeps the total', () => {
    fc.assert(
      fc.property(samples, rakings, share, (rows, step, slack) => {
        const trim = { kind: 'trim', lower: slack, upper: 1 / slack } as const;
        const { weights, report } = weightRows(rows, { steps: [step, trim], baseWeight });
        for (const weight of weights) {
          expect(weight).toBeGreaterThanOrEqual(slack * (1 - 1e-9));
          expect(weight).toBeLessThanOrEqual((1 / slack) * (1 + 1e-9));
        }
        const [before, after] = [report.steps[1]?.before.designEffect, report.steps[1]?.after.designEffect];
        expect(after).toBeLessThanOrEqual((before ?? NaN) * (1 + 1e-9));
      }),
    );
  });
});
