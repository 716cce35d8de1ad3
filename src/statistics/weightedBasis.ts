/**
 * Columns as an orthonormal basis: `√w X = Q R`, without the columns that depend on those before them.
 *
 * @internal
 */
export interface WeightedBasis {
  /** Places of the columns that were kept, in their order. */
  readonly kept: readonly number[];
  /** Orthonormal columns, one for each kept one. */
  readonly q: readonly Float64Array[];
  /** Coefficients of each kept column on the basis: `r[k][j]` for j up to k. */
  readonly r: readonly (readonly number[])[];
}

/**
 * Gram-Schmidt with a second pass; a column of which less than 1e-10 of its length is new counts as dependent.
 *
 * @param columns - Columns of equal length.
 * @param weights - One weight, zero or more, for each row.
 * @remarks Björck, Å. (1994), Numerics of Gram-Schmidt orthogonalization, Linear Algebra and its Applications 197, 297-316,
 * https://doi.org/10.1016/0024-3795(94)90493-6
 * @internal
 */
export function weightedBasis(columns: readonly ArrayLike<number>[], weights: ArrayLike<number>): WeightedBasis {
  const kept: number[] = [];
  const q: Float64Array[] = [];
  const r: number[][] = [];
  columns.forEach((column, place) => {
    const rest = Float64Array.from(column, (value, i) => Math.sqrt(weights[i] as number) * value);
    const length = Math.sqrt(product(rest, rest));
    const coefficients = q.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      q.forEach((direction, k) => {
        const share = product(direction, rest);
        coefficients[k] = (coefficients[k] as number) + share;
        for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - share * (direction[i] as number);
      });
    }
    const left = Math.sqrt(product(rest, rest));
    if (!(left > 1e-10 * length)) return;
    kept.push(place);
    r.push([...coefficients, left]);
    q.push(rest.map((value) => value / left));
  });
  return { kept, q, r };
}

/**
 * The coefficients `R⁻¹ v`, spread over all columns with 0 for those left out.
 *
 * @internal
 */
export function basisSolution({ kept, r }: WeightedBasis, right: readonly number[], size: number): number[] {
  const solution = Array.from({ length: size }, () => 0);
  const reduced: number[] = [];
  for (let k = kept.length - 1; k >= 0; k--) {
    let rest = right[k] as number;
    for (let j = kept.length - 1; j > k; j--)
      rest -= ((r[j] as readonly number[])[k] as number) * (reduced[j] as number);
    reduced[k] = rest / ((r[k] as readonly number[])[k] as number);
    solution[kept[k] as number] = reduced[k] as number;
  }
  return solution;
}

/**
 * The coefficients on the basis that give these totals over the kept columns: `R⁻ᵀ t`.
 *
 * @internal
 */
export function basisTotals({ kept, r }: WeightedBasis, totals: ArrayLike<number>): number[] {
  const solution: number[] = [];
  kept.forEach((place, k) => {
    const row = r[k] as readonly number[];
    let rest = totals[place] as number;
    for (let j = 0; j < k; j++) rest -= (row[j] as number) * (solution[j] as number);
    solution.push(rest / (row[k] as number));
  });
  return solution;
}

/**
 * The inner product of two columns.
 *
 * @internal
 */
export function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}
