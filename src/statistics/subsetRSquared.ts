/**
 * Correlations of predictors with each other and with a response, as the drivers' algebra takes them.
 */
export interface DriverCorrelations {
  /** Correlations of the predictors by rows: symmetric, 1 on the diagonal. */
  readonly predictors: readonly (readonly number[])[];
  /** Correlation of each predictor with the response. */
  readonly response: readonly number[];
}

/** A predictor of which the others leave this share or less of its variance adds nothing. */
const EXPLAINED = 1e-12;

/**
 * Whether correlations have the shape they should, at least one predictor, and no number that is not finite.
 *
 * @internal
 */
export function areCorrelations({ predictors, response }: DriverCorrelations): boolean {
  const size = response.length;
  const isSquare = size > 0 && predictors.length === size && predictors.every((row) => row.length === size);
  return isSquare && [...predictors.flat(), ...response].every(Number.isFinite);
}

/**
 * The R² of every subset of 1 to 24 predictors: place `Σ 2^(size - 1 - i)` over the predictors i in it. `null` outside the domain.
 *
 * Depth first over the predictors. Taking one in is one step of elimination on what remains (a Schur complement), so that a subset costs
 * as much as the square of the predictors still to be decided, a constant on average.
 *
 * @internal
 */
export function subsetRSquared(correlations: DriverCorrelations): Float64Array | null {
  const { predictors, response } = correlations;
  const size = response.length;
  if (!areCorrelations(correlations) || size > 24) return null;
  // Row i of a level holds what is left of predictor i with the later ones, and in the last place with the response.
  const width = size + 1;
  const levels = Array.from({ length: size + 1 }, () => new Float64Array(size * width));
  const first = levels[0] as Float64Array;
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) first[i * width + j] = predictors[i]?.[j] as number;
    first[i * width + size] = response[i] as number;
  }
  const result = new Float64Array(2 ** size);
  visit(levels, result, size, 0, 0, 0, 0);
  return result;
}

// Decides predictors from `next` on, with those of `subset` taken in, whose elimination left `levels[taken]`.
function visit(
  levels: readonly Float64Array[],
  result: Float64Array,
  size: number,
  next: number,
  taken: number,
  subset: number,
  rSquared: number,
): void {
  const width = size + 1;
  const from = levels[taken] as Float64Array;
  for (let i = next; i < size; i++) {
    const row = i * width;
    const own = from[row + i] as number;
    const withResponse = from[row + size] as number;
    const isNew = own > EXPLAINED;
    const inverse = isNew ? 1 / own : 0;
    const into = rSquared + withResponse * withResponse * inverse;
    const place = subset + (1 << (size - 1 - i));
    result[place] = into;
    if (i + 2 === size) {
      // Both of the last two: one elimination of one number, without a level of its own.
      const share = (from[row + i + 1] as number) * inverse;
      const last = row + width + i + 1;
      const rest = (from[last] as number) - share * (from[row + i + 1] as number);
      const gain = (from[last + 1] as number) - share * withResponse;
      result[place + 1] = rest > EXPLAINED ? into + (gain * gain) / rest : into;
    } else if (i + 2 < size) {
      if (isNew) eliminate(from, levels[taken + 1] as Float64Array, i, size, inverse);
      visit(levels, result, size, i + 1, isNew ? taken + 1 : taken, place, into);
    }
  }
}

function eliminate(from: Float64Array, to: Float64Array, i: number, size: number, inverse: number): void {
  const width = size + 1;
  const row = i * width;
  for (let j = i + 1; j < size; j++) {
    const at = j * width;
    const factor = (from[row + j] as number) * inverse;
    for (let k = j; k < width; k++) to[at + k] = (from[at + k] as number) - factor * (from[row + k] as number);
  }
}

/**
 * The mean gain in R² from each predictor when so many others are already in: row i, column q for q others.
 *
 * @param rSquared - From `subsetRSquared`.
 * @internal
 */
export function gainsBySize(rSquared: Float64Array, size: number): number[][] {
  const sums: SizeSums = {
    rSquared,
    holding: Array.from({ length: size }, () => new Float64Array(size + 1)),
    scratch: Array.from({ length: size }, () => new Float64Array(size + 1)),
  };
  const all = new Float64Array(size + 1);
  addBlock(sums, 0, size, 0, all);
  return Array.from({ length: size }, (_, i) => {
    const holding = sums.holding[size - 1 - i] as Float64Array;
    let subsets = 1;
    return Array.from({ length: size }, (__, others) => {
      // Of the subsets of so many others there are (size - 1 over others).
      if (others > 0) subsets = (subsets * (size - others)) / others;
      const without = (all[others] as number) - (holding[others] as number);
      return ((holding[others + 1] as number) - without) / subsets;
    });
  });
}

/** Sums of R² over the subsets of each size. */
interface SizeSums {
  readonly rSquared: Float64Array;
  /** Over those that hold the predictor of each bit. */
  readonly holding: readonly Float64Array[];
  /** Over those of the block with its highest bit, while it is added up. */
  readonly scratch: readonly Float64Array[];
}

// Adds the subsets from `start` that differ in the lowest `bits`, of which `count` higher ones are set. What is summed over the half
// with the highest bit serves both the block and that bit's predictor, instead of each subset serving each of its predictors.
function addBlock(sums: SizeSums, start: number, bits: number, count: number, into: Float64Array): void {
  const { rSquared, holding, scratch } = sums;
  if (bits === 0) {
    into[count] = (into[count] as number) + (rSquared[start] as number);
    return;
  }
  const bit = bits - 1;
  addBlock(sums, start, bit, count, into);
  if (bit === 0) {
    const value = rSquared[start + 1] as number;
    into[count + 1] = (into[count + 1] as number) + value;
    const own = holding[0] as Float64Array;
    own[count + 1] = (own[count + 1] as number) + value;
    return;
  }
  const half = scratch[bit] as Float64Array;
  half.fill(0, count + 1, count + bits + 1);
  addBlock(sums, start + (1 << bit), bit, count + 1, half);
  const own = holding[bit] as Float64Array;
  for (let s = count + 1; s <= count + bits; s++) {
    const value = half[s] as number;
    into[s] = (into[s] as number) + value;
    own[s] = (own[s] as number) + value;
  }
}
