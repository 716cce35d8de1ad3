import { choleskyFactor, choleskySolution } from './cholesky.js';
import { fUpperTail } from './fDistribution.js';
import { linearizedCovariance } from './linearizedCovariance.js';
import { ratioInfluence } from './linearizedEstimate.js';
import { sum } from './sum.js';
import { samplingUnits } from './surveyDesign.js';
import type { SurveyDesign } from './surveyDesign.js';

/** Outcome of `raoScottTest`. */
export interface RaoScottTest {
  /** Pearson's statistic of the weighted table, scaled to the number of rows. */
  readonly chiSquared: number;
  /** The corrected statistic, to be read from an F distribution. */
  readonly statistic: number;
  /** Numerator degrees of freedom, a fraction. */
  readonly numeratorDegreesOfFreedom: number;
  /** Denominator degrees of freedom. */
  readonly denominatorDegreesOfFreedom: number;
  /** Probability of a statistic at least that large. */
  readonly pValue: number;
}

/**
 * The Rao-Scott test of independence in a two-way table from a weighted or clustered sample.
 *
 * Use it instead of the chi-square test whenever rows are weighted or several come from one account: the plain test takes
 * dependent answers for independent ones and rejects far too often.
 *
 * @param rows - Row class of each answer.
 * @param columns - Column class of each answer.
 * @param design - Weights, strata, clusters and finite population.
 * @returns Statistic, degrees of freedom and p-value; NaN when the columns do not match, there are fewer than two classes with
 * weight on a side, or the design has no degrees of freedom.
 * @remarks Rao, J. and Scott, A. (1984), On Chi-Squared Tests for Multiway Contingency Tables with Cell Proportions Estimated from
 * Survey Data, Annals of Statistics 12, 46-60, https://doi.org/10.1214/aos/1176346391; second-order correction as an F statistic
 * of Thomas and Rao (1987), as `survey::svychisq(statistic = "F")` in R.
 * @example
 * ```ts
 * import { raoScottTest } from 'cx-scoring/statistics';
 * const satisfied = [1, 1, 0, 1, 0, 0, 1, 0];
 * const country = ['fr', 'fr', 'fr', 'fr', 'de', 'de', 'de', 'de'];
 * raoScottTest(satisfied, country, { clusters: [1, 1, 2, 2, 3, 3, 4, 4] }).statistic; // ~> 2.25
 * ```
 */
export function raoScottTest(
  rows: ArrayLike<string | number>,
  columns: ArrayLike<string | number>,
  design: SurveyDesign = {},
): RaoScottTest {
  const units = samplingUnits(rows.length, design);
  if (units === null || columns.length !== rows.length) return resultOf(NaN, NaN, NaN, NaN);
  const { weights } = units;
  const counted = weights.filter((weight) => weight > 0).length;
  const rowClasses = classesOf(rows, weights);
  const columnClasses = classesOf(columns, weights);
  const cells = rowClasses.flatMap((row) =>
    columnClasses.map((column) => Array.from(rows, (own, i) => (own === row && columns[i] === column ? 1 : 0))),
  );
  if (rowClasses.length < 2 || columnClasses.length < 2) return resultOf(NaN, NaN, NaN, NaN);
  const ones = new Float64Array(rows.length).fill(1);
  const total = sum(weights);
  const shares = cells.map((cell) => sum(cell.map((isIn, i) => isIn * (weights[i] as number))) / total);
  const covariances = linearizedCovariance(
    cells.map((cell) => ratioInfluence(cell, ones, design.weights)),
    design,
  );
  const { trace, squaredTrace } = generalizedDesignEffects(
    shares,
    covariances,
    interactionContrasts(rowClasses.length, columnClasses.length),
    counted,
  );
  const numerator = trace ** 2 / squaredTrace;
  return resultOf(
    counted * pearson(shares, columnClasses.length),
    trace,
    numerator,
    numerator * units.degreesOfFreedom,
  );
}

function resultOf(chiSquared: number, trace: number, numerator: number, denominator: number): RaoScottTest {
  const statistic = chiSquared / trace;
  return {
    chiSquared,
    statistic,
    numeratorDegreesOfFreedom: numerator,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpperTail(statistic, numerator, denominator),
  };
}

function classesOf(labels: ArrayLike<string | number>, weights: Float64Array): (string | number)[] {
  return Array.from(new Set(Array.from(labels).filter((_, i) => (weights[i] as number) > 0)));
}

/** Pearson's statistic of a table of shares, rows one after the other. */
function pearson(shares: readonly number[], width: number): number {
  const height = shares.length / width;
  const share = (row: number, column: number): number => shares[row * width + column] as number;
  const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);
  const rowShares = places(height).map((row) => sum(places(width).map((column) => share(row, column))));
  const columnShares = places(width).map((column) => sum(places(height).map((row) => share(row, column))));
  return sum(
    shares.map((own, cell) => {
      const expected = (rowShares[Math.floor(cell / width)] as number) * (columnShares[cell % width] as number);
      return (own - expected) ** 2 / expected;
    }),
  );
}

/** Contrasts of the cells that rows and columns alone leave at zero. */
function interactionContrasts(height: number, width: number): number[][] {
  const contrasts: number[][] = [];
  for (let row = 1; row < height; row++) {
    for (let column = 1; column < width; column++) {
      const contrast = Array.from({ length: height * width }, () => 0);
      contrast[0] = 1;
      contrast[column] = -1;
      contrast[row * width] = -1;
      contrast[row * width + column] = 1;
      contrasts.push(contrast);
    }
  }
  return contrasts;
}

/** Trace and trace of the square of `Δ = (C'D⁻¹C/n)⁻¹ C'D⁻¹VD⁻¹C`, D holding the shares. */
function generalizedDesignEffects(
  shares: readonly number[],
  covariances: readonly (readonly number[])[],
  contrasts: readonly (readonly number[])[],
  counted: number,
): { readonly trace: number; readonly squaredTrace: number } {
  const size = contrasts.length;
  // Cells without answers say nothing; neither do they in R.
  const scaled = contrasts.map((contrast) =>
    contrast.map((value, cell) => (shares[cell] === 0 ? 0 : value / (shares[cell] as number))),
  );
  const simple = contrasts.flatMap((a) =>
    scaled.map((b) => sum(a.map((value, cell) => value * (b[cell] as number))) / counted),
  );
  const factor = choleskyFactor(simple, size);
  if (factor === null) return { trace: NaN, squaredTrace: NaN };
  const effects = scaled.map((a) => {
    const spread = covariances.map((row) => sum(row.map((value, cell) => value * (a[cell] as number))));
    const right = scaled.map((b) => sum(b.map((value, cell) => value * (spread[cell] as number))));
    return choleskySolution(factor, size, right);
  });
  let trace = 0;
  let squaredTrace = 0;
  for (let i = 0; i < size; i++) {
    trace += effects[i]?.[i] as number;
    for (let j = 0; j < size; j++) squaredTrace += (effects[i]?.[j] as number) * (effects[j]?.[i] as number);
  }
  return { trace, squaredTrace };
}
