import { startingWeights } from './weightingMargin.js';

/**
 * What a stratum with a single sampling unit adds to a variance: `'nan'` (the variance is NaN: the default, because nothing says
 * how much it varies), `'certainty'` (nothing, as if the unit had been taken for sure), `'adjust'` (its distance from the mean of
 * all instead of its own stratum) or `'average'` (as much as the other strata on average).
 */
export type LonelyStratum = 'nan' | 'certainty' | 'adjust' | 'average';

/** How the rows were drawn. */
export interface SurveyDesign {
  /** Weight of each row, zero or more; 1 unless given. */
  readonly weights?: ArrayLike<number> | undefined;
  /** Stratum of each row; one stratum unless given. */
  readonly strata?: ArrayLike<string | number> | undefined;
  /** Cluster (sampling unit) of each row, such as the account; each row on its own unless given. A label that occurs in two strata means two clusters. */
  readonly clusters?: ArrayLike<string | number> | undefined;
  /**
   * Number of sampling units (clusters, or rows without clusters) in the population: one number, or for each row the number in
   * its stratum. Unlimited unless given.
   */
  readonly population?: number | ArrayLike<number> | undefined;
  /** What to do about a stratum with one sampling unit, `'nan'` by default. */
  readonly lonelyStratum?: LonelyStratum | undefined;
}

/**
 * The sampling units behind rows.
 *
 * @internal
 */
export interface SamplingUnits {
  /** Weight of each row. */
  readonly weights: Float64Array;
  /** Sampling unit of each row. */
  readonly unitOfRow: Int32Array;
  /** Stratum of each sampling unit. */
  readonly stratumOfUnit: readonly number[];
  /** Number of sampling units in each stratum. */
  readonly sizes: readonly number[];
  /** Share of each stratum that was not drawn. */
  readonly unsampledShares: readonly number[];
  /** Units less strata. */
  readonly degreesOfFreedom: number;
}

/**
 * Numbers the sampling units and strata of a design; `null` when its columns do not match the rows, a weight is negative, there
 * is no row, or a population is smaller than its sample or differs within a stratum.
 *
 * @internal
 */
export function samplingUnits(rows: number, design: SurveyDesign): SamplingUnits | null {
  const { strata, clusters, population = Infinity } = design;
  const weights = startingWeights(rows, design.weights);
  const columns = [strata, clusters, typeof population === 'number' ? undefined : population];
  if (weights === null || rows === 0) return null;
  if (columns.some((column) => column !== undefined && column.length !== rows)) return null;
  const unitOfRow = new Int32Array(rows);
  const stratumOfUnit: number[] = [];
  const sizes: number[] = [];
  const populations: number[] = [];
  const strataByLabel = new Map<string | number, number>();
  const unitsByStratum: Map<string | number, number>[] = [];
  for (let row = 0; row < rows; row++) {
    const label = strata?.[row] ?? 0;
    const here = typeof population === 'number' ? population : (population[row] as number);
    let stratum = strataByLabel.get(label);
    if (stratum === undefined) {
      stratum = sizes.length;
      strataByLabel.set(label, stratum);
      sizes.push(0);
      populations.push(here);
      unitsByStratum.push(new Map());
    } else if (populations[stratum] !== here) return null;
    const units = unitsByStratum[stratum] as Map<string | number, number>;
    const cluster = clusters?.[row] ?? row;
    let unit = units.get(cluster);
    if (unit === undefined) {
      unit = stratumOfUnit.length;
      units.set(cluster, unit);
      stratumOfUnit.push(stratum);
      sizes[stratum] = (sizes[stratum] as number) + 1;
    }
    unitOfRow[row] = unit;
  }
  const unsampledShares = sizes.map((size, stratum) => unsampledShare(size, populations[stratum] as number));
  if (!unsampledShares.every((share) => share >= 0)) return null;
  const degreesOfFreedom = stratumOfUnit.length - sizes.length;
  return { weights, unitOfRow, stratumOfUnit, sizes, unsampledShares, degreesOfFreedom };
}

function unsampledShare(size: number, population: number): number {
  return population === Infinity ? 1 : (population - size) / population;
}
