import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autocorrelation } from '../../src/statistics/autocorrelation.js';
import { cohensKappa } from '../../src/statistics/cohensKappa.js';
import { correlationMatrix } from '../../src/statistics/correlationMatrix.js';
import { correlationRegression } from '../../src/statistics/correlationRegression.js';
import { cronbachAlpha } from '../../src/statistics/cronbachAlpha.js';
import { dominanceAnalysis } from '../../src/statistics/dominanceAnalysis.js';
import { kaplanMeier } from '../../src/statistics/kaplanMeier.js';
import { kendallTau } from '../../src/statistics/kendallTau.js';
import { leastSquares } from '../../src/statistics/leastSquares.js';
import { lmgImportance } from '../../src/statistics/lmgImportance.js';
import { logisticRegression } from '../../src/statistics/logisticRegression.js';
import { logRankTest } from '../../src/statistics/logRankTest.js';
import { partialCorrelation } from '../../src/statistics/partialCorrelation.js';
import { pearsonCorrelation } from '../../src/statistics/pearsonCorrelation.js';
import { relativeWeights } from '../../src/statistics/relativeWeights.js';
import { rocAuc } from '../../src/statistics/rocAuc.js';
import { spearmanCorrelation } from '../../src/statistics/spearmanCorrelation.js';
import type { DriverCorrelations } from '../../src/statistics/subsetRSquared.js';
import { weightedCorrelation } from '../../src/statistics/weightedCorrelation.js';

const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1000);
const rating = fc.integer({ min: 0, max: 10 });
const pairsOf = (entry: fc.Arbitrary<number>): fc.Arbitrary<[number, number][]> =>
  fc.array(fc.tuple(entry, entry), { minLength: 4, maxLength: 60 });
const pairs = fc.oneof(pairsOf(value), pairsOf(rating));

/** Equal to a relative and absolute tolerance, or NaN both. */
function near(got: number, wanted: number, tolerance = 1e-9): void {
  const isNear = Math.abs(got - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
  expect(isNear || (Number.isNaN(got) && Number.isNaN(wanted)), `${got} is not ${wanted}`).toBe(true);
}

const split = (rows: readonly (readonly [number, number])[]): [number[], number[]] => [
  rows.map(([x]) => x),
  rows.map(([, y]) => y),
];

const correlations = [
  ['pearsonCorrelation', pearsonCorrelation],
  ['spearmanCorrelation', spearmanCorrelation],
  ['kendallTau', kendallTau],
] as const;

describe.each(correlations)('%s', (_, correlation) => {
  it('lies from -1 to 1, within its interval, with a p-value from 0 to 1', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const { coefficient, pValue, interval } = correlation(...split(rows));
        if (Number.isNaN(coefficient)) return;
        expect(Math.abs(coefficient)).toBeLessThanOrEqual(1);
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
        if (rows.length < 5) return;
        expect(interval.lower).toBeLessThanOrEqual(coefficient + 1e-15);
        expect(interval.upper).toBeGreaterThanOrEqual(coefficient - 1e-15);
      }),
    );
  });

  it('does not depend on the order of the rows nor on which column comes first', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = split(rows);
        const test = correlation(x, y);
        for (const other of [correlation(y, x), correlation([...x].reverse(), [...y].reverse())]) {
          near(other.coefficient, test.coefficient, 1e-12);
          near(other.pValue, test.pValue, 1e-9);
        }
      }),
    );
  });

  it('is NaN just where a column is constant', () => {
    fc.assert(
      fc.property(pairsOf(fc.integer({ min: 0, max: 1 })), (rows) => {
        const [x, y] = split(rows);
        const isConstant = new Set(x).size === 1 || new Set(y).size === 1;
        expect(Number.isNaN(correlation(x, y).coefficient)).toBe(isConstant);
      }),
    );
  });

  it('stays under shifts and scales, and turns its sign with them', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 64 }),
        (rows, shift, scale) => {
          const [x, y] = split(rows);
          const { coefficient } = correlation(x, y);
          const moved = x.map((entry) => shift + scale * entry);
          near(correlation(moved, y).coefficient, coefficient, 1e-10);
          near(
            correlation(
              moved.map((entry) => -entry),
              y,
            ).coefficient,
            -coefficient,
            1e-10,
          );
        },
      ),
    );
  });
});

describe('rank correlations', () => {
  it('stay when a column is stretched', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = split(rows);
        const stretched = x.map((entry) => Math.atan(entry / 50) ** 3);
        // The cube of small numbers must not run together.
        fc.pre(new Set(stretched).size === new Set(x).size);
        near(spearmanCorrelation(stretched, y).coefficient, spearmanCorrelation(x, y).coefficient, 1e-12);
        near(kendallTau(stretched, y).coefficient, kendallTau(x, y).coefficient, 1e-12);
      }),
    );
  });

  it('are the same by table and by sorting', () => {
    fc.assert(
      fc.property(pairsOf(rating), (rows) => {
        const [x, y] = split(rows);
        const apart = x.map((entry) => entry / 7);
        near(spearmanCorrelation(apart, y).coefficient, spearmanCorrelation(x, y).coefficient, 1e-14);
        expect(kendallTau(apart, y)).toEqual(kendallTau(x, y));
      }),
    );
  });

  it('have exact p-values near the asymptotic ones', () => {
    const xs = Array.from({ length: 45 }, (_, i) => i);
    fc.assert(
      fc.property(fc.shuffledSubarray(xs, { minLength: 45 }), (order) => {
        const exact = kendallTau(xs, order, { method: 'exact' }).pValue;
        expect(Math.abs(exact - kendallTau(xs, order, { method: 'asymptotic' }).pValue)).toBeLessThan(0.02);
      }),
    );
  });
});

describe('other correlations', () => {
  it('count a weight of two as two rows', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = split(rows);
        const weights = x.map((_, i) => (i % 3 === 0 ? 2 : 1));
        const twice = (column: number[]): number[] =>
          column.flatMap((entry, i) => (i % 3 === 0 ? [entry, entry] : [entry]));
        const { coefficient } = pearsonCorrelation(twice(x), twice(y));
        near(weightedCorrelation(x, y, weights).coefficient, coefficient, 1e-10);
      }),
    );
  });

  it('hold constant what is a shift of the control', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { minLength: 6, maxLength: 30 }),
        fc.integer({ min: -9, max: 9 }),
        (rows, by) => {
          const [x, y, z] = [0, 1, 2].map((k) => rows.map((row) => row[k] as number)) as [number[], number[], number[]];
          const plain = partialCorrelation(x, y, [z]);
          const moved = partialCorrelation(
            x.map((entry, i) => entry + by * (z[i] as number)),
            y,
            [z],
          );
          near(moved.coefficient, plain.coefficient, 1e-8);
        },
      ),
    );
  });

  it('of a series with itself lie from -1 to 1', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 40 }), (series) => {
        for (const r of autocorrelation(series, series.length - 1)) {
          if (!Number.isNaN(r)) expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('of raters stay when categories are renamed, and swap with the raters', () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(table, (counts) => {
        const renamed = [2, 0, 1].map((i) => [2, 0, 1].map((j) => counts[i]?.[j] as number));
        const swapped = counts.map((row, i) => row.map((_, j) => counts[j]?.[i] as number));
        const { kappa, standardError } = cohensKappa(counts);
        near(cohensKappa(renamed).kappa, kappa, 1e-10);
        near(cohensKappa(swapped).kappa, kappa, 1e-10);
        near(cohensKappa(swapped).standardError, standardError, 1e-8);
      }),
    );
  });

  it('of items do not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating, rating), { minLength: 3, maxLength: 30 }), (rows) => {
        const columns = [0, 1, 2].map((k) => rows.map((row) => row[k] as number));
        near(cronbachAlpha([...columns].reverse()).alpha, cronbachAlpha(columns).alpha, 1e-12);
      }),
    );
  });
});

const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 12, max: 40 }))
  .chain(([size, rows]) =>
    fc.array(fc.array(value, { minLength: size + 1, maxLength: size + 1 }), { minLength: rows, maxLength: rows }),
  );

const columnsOf = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, k) => rows.map((row) => row[k] as number));

function driversOf(columns: readonly number[][]): DriverCorrelations {
  const matrix = correlationMatrix(columns);
  return { predictors: matrix.slice(1).map((row) => row.slice(1)), response: (matrix[0] ?? []).slice(1) };
}

describe('least squares', () => {
  it('leaves residuals that no predictor explains', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [y = [], ...x] = columnsOf(rows);
        const { residuals, leverages, rank } = leastSquares(x, y);
        for (const column of [y.map(() => 1), ...x]) {
          const product = column.reduce((total, entry, i) => total + entry * (residuals[i] as number), 0);
          const size = Math.hypot(...column) * Math.hypot(...y);
          expect(Math.abs(product)).toBeLessThanOrEqual(1e-12 * size);
        }
        near(
          leverages.reduce((a, b) => a + b, 0),
          rank,
          1e-10,
        );
      }),
    );
  });

  it('moves with the response and divides by the unit of a predictor', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: -100, max: 100 }), (rows, shift) => {
        const [y = [], first = [], ...x] = columnsOf(rows);
        const plain = leastSquares([first, ...x], y);
        const moved = leastSquares(
          [first.map((entry) => 1024 * entry), ...x],
          y.map((entry) => entry + shift),
        );
        near(moved.rSquared, plain.rSquared, 1e-9);
        near((moved.coefficients[1] as number) * 1024, plain.coefficients[1] as number, 1e-7);
        near(moved.statistics[1] as number, plain.statistics[1] as number, 1e-7);
      }),
    );
  });
});

describe('importance', () => {
  it('adds up to R², whatever the measure, and is never below zero', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [y = [], ...x] = columnsOf(rows);
        const { rSquared } = leastSquares(x, y);
        const drivers = driversOf([y, ...x]);
        fc.pre(drivers.predictors.flat().every(Number.isFinite) && drivers.response.every(Number.isFinite));
        const parts = [lmgImportance(drivers), relativeWeights(drivers).weights, dominanceAnalysis(drivers).general];
        for (const part of parts) {
          near(
            part.reduce((a, b) => a + b, 0),
            rSquared,
            1e-9,
          );
          for (const share of part) expect(share).toBeGreaterThanOrEqual(-1e-12);
        }
        near(
          correlationRegression(drivers).pratt.reduce((a, b) => a + b, 0),
          rSquared,
          1e-8,
        );
      }),
    );
  });

  it('follows its predictor into any place', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [y = [], ...x] = columnsOf(rows);
        const plain = driversOf([y, ...x]);
        fc.pre(plain.predictors.flat().every(Number.isFinite) && plain.response.every(Number.isFinite));
        const turned = driversOf([y, ...[...x].reverse()]);
        for (const measure of [lmgImportance, (d: DriverCorrelations) => relativeWeights(d).weights]) {
          const parts = [...measure(turned)].reverse();
          for (const [i, part] of measure(plain).entries()) near(parts[i] as number, part, 1e-9);
        }
      }),
    );
  });
});

describe('logistic regression', () => {
  it('expects as many events as there were, and turns its sign with them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.boolean()), { minLength: 10, maxLength: 40 }), (rows) => {
        const x = rows.map(([entry]) => entry);
        const events = rows.map(([, event]) => (event ? 1 : 0));
        const fit = logisticRegression([x], events);
        const firth = logisticRegression([x], events, { penalty: 'firth' });
        expect(firth.converged).toBe(true);
        const turned = logisticRegression(
          [x],
          events.map((event) => 1 - event),
          { penalty: 'firth' },
        );
        near(turned.coefficients[0] as number, -(firth.coefficients[0] as number), 1e-6);
        if (!fit.converged) return;
        const hits = events.reduce((total: number, event) => total + event, 0);
        near(
          fit.fitted.reduce((a, b) => a + b, 0),
          hits,
          1e-8,
        );
      }),
    );
  });

  it('of a score says the area under its curve, of its negative the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, fc.boolean()), { minLength: 2, maxLength: 40 }), (rows) => {
        const scores = rows.map(([entry]) => entry);
        const events = rows.map(([, event]) => (event ? 1 : 0));
        const { auc, standardError } = rocAuc(scores, events);
        const other = rocAuc(
          scores.map((score) => -score),
          events,
        );
        near(other.auc, 1 - auc, 1e-12);
        near(other.standardError, standardError, 1e-9);
      }),
    );
  });
});

describe('survival', () => {
  const followed = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean(), fc.boolean()), {
    minLength: 2,
    maxLength: 50,
  });

  it('never rises, and falls to the share left when all are followed', () => {
    fc.assert(
      fc.property(followed, (rows) => {
        const times = rows.map(([time]) => time);
        const curve = kaplanMeier(
          times,
          rows.map(([, event]) => (event ? 1 : 0)),
        );
        let before = 1;
        for (const { survival } of curve) {
          expect(survival).toBeLessThanOrEqual(before);
          before = survival;
        }
        for (const { time, survival } of kaplanMeier(
          times,
          times.map(() => 1),
        )) {
          near(survival, times.filter((other) => other > time).length / times.length, 1e-12);
        }
      }),
    );
  });

  it('gives the groups together the events that happened, whichever name they have', () => {
    fc.assert(
      fc.property(followed, (rows) => {
        const times = rows.map(([time]) => time);
        const events = rows.map(([, event]) => (event ? 1 : 0));
        const test = logRankTest(
          times,
          events,
          rows.map(([, , group]) => (group ? 1 : 2)),
        );
        const renamed = logRankTest(
          times,
          events,
          rows.map(([, , group]) => (group ? 'z' : 'a')),
        );
        near(renamed.statistic, test.statistic, 1e-9);
        near(
          test.expected.reduce((a, b) => a + b, 0),
          events.reduce((a: number, b) => a + b, 0),
          1e-10,
        );
      }),
    );
  });
});
