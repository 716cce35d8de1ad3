import { describe, expect, it } from 'vitest';
import { columnsOf } from './columnsOf.js';
import { expectGolden, goldenCases } from './goldenCases.js';
import { autocorrelation, crossCorrelation, partialAutocorrelation } from '../../src/statistics/autocorrelation.js';
import { cohensKappa } from '../../src/statistics/cohensKappa.js';
import { correlationDifferenceTest, dependentCorrelationTest } from '../../src/statistics/correlationDifference.js';
import { correlationMatrix } from '../../src/statistics/correlationMatrix.js';
import { cronbachAlpha } from '../../src/statistics/cronbachAlpha.js';
import { kendallTau } from '../../src/statistics/kendallTau.js';
import { leastSquares } from '../../src/statistics/leastSquares.js';
import { partialCorrelation } from '../../src/statistics/partialCorrelation.js';
import { pearsonCorrelation } from '../../src/statistics/pearsonCorrelation.js';
import { durbinWatson, ljungBoxTest } from '../../src/statistics/portmanteauTest.js';
import { spearmanCorrelation } from '../../src/statistics/spearmanCorrelation.js';
import { weightedCorrelation } from '../../src/statistics/weightedCorrelation.js';

const TOPIC = 'correlation';
const PAIRS = ['nps vs revenue', 'ties likert', 'random 30', 'perfect-ish', 'n=4', 'large offset'];

interface Pair {
  x: number[];
  y: number[];
  confidence: number;
}

describe('correlation.json', () => {
  it('selects every case', () => {
    const prefixes = [
      ...PAIRS,
      'partial correlation',
      'compare independent',
      'compare dependent',
      'weighted',
      'acf',
      'cronbach',
      'cohen',
    ];
    const counts = prefixes.map((prefix) => goldenCases(TOPIC, prefix).length);
    expect(counts).toEqual([2, 1, 1, 1, 1, 1, 2, 3, 2, 1, 1, 2, 1]);
    expect(goldenCases(TOPIC, '')).toHaveLength(19);
  });

  it.each(PAIRS.flatMap((prefix) => goldenCases<Pair, Record<string, object>>(TOPIC, prefix)))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { x, y, confidence } = input;
      const pearson = pearsonCorrelation(x, y, { confidence });
      const spearman = spearmanCorrelation(x, y, { method: 'asymptotic' });
      const kendall = kendallTau(x, y, { method: 'asymptotic' });
      const got = {
        n: pearson.degreesOfFreedom + 2,
        pearson: {
          r: pearson.coefficient,
          t: pearson.statistic,
          df: pearson.degreesOfFreedom,
          p: pearson.pValue,
          ci: pearson.interval,
          fisherZ: Math.atanh(pearson.coefficient),
          seZ: 1 / Math.sqrt(x.length - 3),
        },
        spearman: {
          rho: spearman.coefficient,
          pT: spearman.pValue,
          pExact: spearmanCorrelation(x, y, { method: 'exact' }).pValue,
        },
        kendall: {
          tauB: kendall.coefficient,
          S: kendall.score,
          z: kendall.statistic,
          p: kendall.pValue,
          pExact: kendallTau(x, y, { method: 'exact' }).pValue,
        },
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      for (const part of ['pearson', 'spearman', 'kendall'] as const) {
        expect(Object.keys(expected[part] ?? {})).toEqual(Object.keys(got[part]));
      }
      expectGolden(got, expected, tolerance);
      expectGolden(correlationMatrix([x, y])[1]?.[0], pearson.coefficient, { rel: 1e-14, abs: 0 });
    },
  );

  it.each(goldenCases<{ rows: number[][]; confidence: number }, object>(TOPIC, 'partial correlation'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const [x = [], y = [], ...controls] = columnsOf(input.rows);
      const partial = partialCorrelation(x, y, controls, { confidence: input.confidence });
      const got = {
        partial: partial.coefficient,
        t: partial.statistic,
        df: partial.degreesOfFreedom,
        p: partial.pValue,
        ci: partial.interval,
        semiPartial: partial.semiPartial,
        zeroOrder: pearsonCorrelation(x, y).coefficient,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  interface TwoCorrelations {
    r1: number;
    n1: number;
    r2: number;
    n2: number;
  }
  it.each(goldenCases<TwoCorrelations, object>(TOPIC, 'compare independent'))(
    '$name',
    ({ input: { r1, n1, r2, n2 }, expected, tolerance }) => {
      const { statistic: z, pValue: p, cohenQ } = correlationDifferenceTest(r1, n1, r2, n2);
      const got = { z, p, cohenQ };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  interface ThreeCorrelations {
    n: number;
    r12: number;
    r13: number;
    r23: number;
  }
  it.each(goldenCases<ThreeCorrelations, object>(TOPIC, 'compare dependent'))(
    '$name',
    ({ input: { n, r12, r13, r23 }, expected, tolerance }) => {
      const { statistic: t, degreesOfFreedom: df, pValue: p } = dependentCorrelationTest(r12, r13, r23, n);
      const got = { t, df, p };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Pair & { weights: number[] }, object>(TOPIC, 'weighted'))(
    '$name',
    ({ input: { x, y, weights }, expected, tolerance }) => {
      const got = { r: weightedCorrelation(x, y, weights).coefficient };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  interface Series {
    x: number[];
    y: number[];
    maxLag: number;
    boxLag: number;
  }
  it.each(goldenCases<Series, object>(TOPIC, 'acf'))('$name', ({ input, expected, tolerance }) => {
    const { x, y, maxLag, boxLag } = input;
    const cross = crossCorrelation(x, y, maxLag);
    const ljungBox = ljungBoxTest(x, boxLag);
    const boxPierce = ljungBoxTest(x, boxLag, { method: 'box-pierce' });
    const got = {
      acf: autocorrelation(x, maxLag),
      pacf: partialAutocorrelation(x, maxLag),
      ccf: { lags: cross.map(({ lag }) => lag), values: cross.map(({ coefficient }) => coefficient) },
      ljungBox: { Q: ljungBox.statistic, p: ljungBox.pValue },
      boxPierce: { Q: boxPierce.statistic, p: boxPierce.pValue },
      // Of the residuals about the line through time.
      durbinWatson: durbinWatson(leastSquares([x.map((_, i) => i)], x).residuals),
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<{ rows: number[][]; confidence: number }, object>(TOPIC, 'cronbach'))(
    '$name',
    ({ input: { rows, confidence }, expected, tolerance }) => {
      const cronbach = cronbachAlpha(columnsOf(rows), confidence);
      const got = {
        alpha: cronbach.alpha,
        standardizedAlpha: cronbach.standardizedAlpha,
        averageInterItemR: cronbach.averageCorrelation,
        feldtCi: cronbach.interval,
        alphaIfDropped: cronbach.alphaIfDropped,
        itemRestCorrelation: cronbach.itemRestCorrelations,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  interface KappaExpected {
    kappa: number;
    weightedKappaQuadratic: number;
    se: number;
    seWeighted: number;
  }
  it.each(goldenCases<{ table: number[][] }, KappaExpected>(TOPIC, 'cohen'))(
    '$name',
    ({ input: { table }, expected, tolerance }) => {
      const plain = cohensKappa(table);
      const weighted = cohensKappa(table, { weighting: 'quadratic' });
      const got = {
        kappa: plain.kappa,
        weightedKappaQuadratic: weighted.kappa,
        se: plain.standardError,
        // psych 2.2.9 sums the weights apart from the first rater's margin instead of with it; done its way the fixture is met.
        seWeighted: psychWeightedError(table),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
      // What is returned is what the delta method gives.
      expectGolden(weighted.standardError, deltaMethodError(table), { rel: 1e-6, abs: 0 });
    },
  );
});

const quadratic = (table: readonly (readonly number[])[]): number[][] =>
  table.map((row, i) => row.map((_, j) => 1 - ((i - j) / (table.length - 1)) ** 2));

interface Shares {
  p: number[][];
  rows: number[];
  columns: number[];
  observed: number;
  expected: number;
}

function sharesOf(table: readonly (readonly number[])[]): Shares {
  const w = quadratic(table);
  const n = table.flat().reduce((a, b) => a + b, 0);
  const p = table.map((row) => row.map((count) => count / n));
  const rows = p.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = columnsOf(p).map((column) => column.reduce((a, b) => a + b, 0));
  const observed = p.flatMap((row, i) => row.map((v, j) => v * (w[i]?.[j] as number))).reduce((a, b) => a + b, 0);
  const expected = p
    .flatMap((row, i) => row.map((_, j) => (w[i]?.[j] as number) * (rows[i] as number) * (columns[j] as number)))
    .reduce((a, b) => a + b, 0);
  return { p, rows, columns, observed, expected };
}

function psychWeightedError(table: readonly (readonly number[])[]): number {
  const w = quadratic(table);
  const n = table.flat().reduce((a, b) => a + b, 0);
  const { p, rows, columns, observed, expected } = sharesOf(table);
  const total = w.map((row) => row.reduce((a, b) => a + b, 0));
  const spread = p
    .flatMap((row, i) =>
      row.map((share, j) => {
        const ofColumns = columns.reduce((sum, column, k) => sum + column * (w[i]?.[k] as number), 0);
        const pull = ofColumns + (rows[j] as number) * (total[j] as number);
        return share * ((w[i]?.[j] as number) * (1 - expected) - pull * (1 - observed)) ** 2;
      }),
    )
    .reduce((a, b) => a + b, 0);
  return Math.sqrt((spread - (observed * expected - 2 * expected + observed) ** 2) / n) / (1 - expected) ** 2;
}

function deltaMethodError(table: readonly (readonly number[])[]): number {
  const n = table.flat().reduce((a, b) => a + b, 0);
  const step = 1e-4;
  const kappaWith = (i: number, j: number, by: number): number => {
    const moved = table.map((row, k) => row.map((count, l) => count / n + (k === i && l === j ? by : 0)));
    // Shares that do not add up to one: kappa of the table as it stands, not of its shares.
    const w = quadratic(moved);
    const rows = moved.map((row) => row.reduce((a, b) => a + b, 0));
    const columns = columnsOf(moved).map((column) => column.reduce((a, b) => a + b, 0));
    const sum = (value: (k: number, l: number) => number): number =>
      moved.flatMap((row, k) => row.map((_, l) => value(k, l))).reduce((a, b) => a + b, 0);
    const observed = sum((k, l) => (w[k]?.[l] as number) * (moved[k]?.[l] as number));
    const expected = sum((k, l) => (w[k]?.[l] as number) * (rows[k] as number) * (columns[l] as number));
    return (observed - expected) / (1 - expected);
  };
  let first = 0;
  let second = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const gradient = (kappaWith(i, j, step) - kappaWith(i, j, -step)) / (2 * step);
      first += (count / n) * gradient;
      second += (count / n) * gradient ** 2;
    }
  }
  return Math.sqrt((second - first ** 2) / n);
}
