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
  return isSquare && response.every(Number.isFinite) && predictors.every((row) => row.every(Number.isFinite));
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
  const levels = new Float64Array(size * size * width);
  for (let i = 0; i < size; i++) {
    const row = predictors[i] as readonly number[];
    for (let j = i; j < size; j++) levels[i * width + j] = row[j] as number;
    levels[i * width + size] = response[i] as number;
  }
  const result = new Float64Array(2 ** size);
  visit(levels, result, size, 0, 0, 0, 0);
  return result;
}

// Decides predictors from `next` on, with those of `subset` taken in, whose elimination left the level that starts at `level`.
function visit(
  levels: Float64Array,
  result: Float64Array,
  size: number,
  next: number,
  level: number,
  subset: number,
  rSquared: number,
): void {
  const width = size + 1;
  for (let i = next; i < size; i++) {
    const row = level + i * width;
    const own = levels[row + i] as number;
    const withResponse = levels[row + size] as number;
    const isNew = own > EXPLAINED;
    const inverse = isNew ? 1 / own : 0;
    const into = rSquared + withResponse * withResponse * inverse;
    const place = subset + (1 << (size - 1 - i));
    result[place] = into;
    if (i + 2 === size) {
      // Both of the last two: one elimination of one number, without a level of its own.
      const share = (levels[row + i + 1] as number) * inverse;
      const last = row + width + i + 1;
      const rest = (levels[last] as number) - share * (levels[row + i + 1] as number);
      const gain = (levels[last + 1] as number) - share * withResponse;
      result[place + 1] = rest > EXPLAINED ? into + (gain * gain) / rest : into;
    } else if (i + 2 < size) {
      const after = isNew ? level + size * width : level;
      if (isNew) eliminate(levels, level, after, i, size, inverse);
      visit(levels, result, size, i + 1, after, place, into);
    }
  }
}

function eliminate(levels: Float64Array, from: number, to: number, i: number, size: number, inverse: number): void {
  const width = size + 1;
  const row = from + i * width;
  for (let j = i + 1; j < size; j++) {
    const at = j * width;
    const factor = (levels[row + j] as number) * inverse;
    for (let k = j; k < width; k++) {
      levels[to + at + k] = (levels[from + at + k] as number) - factor * (levels[row + k] as number);
    }
  }
}

/**
 * The mean gain in R² from each predictor when so many others are already in: row i, column q for q others.
 *
 * @param rSquared - From `subsetRSquared`.
 * @internal
 */
export function gainsBySize(rSquared: Float64Array, size: number): number[][] {
  const width = size + 1;
  const sums: SizeSums = {
    rSquared,
    width,
    holding: new Float64Array(size * width),
    scratch: new Float64Array(width * width),
  };
  addBlock(sums, 0, size, 0, size * width);
  const gains: number[][] = [];
  for (let i = 0; i < size; i++) {
    const holding = (size - 1 - i) * width;
    const own: number[] = [];
    let subsets = 1;
    for (let others = 0; others < size; others++) {
      // Of the subsets of so many others there are (size - 1 over others).
      if (others > 0) subsets = (subsets * (size - others)) / others;
      const all = sums.scratch[size * width + others] as number;
      const without = all - (sums.holding[holding + others] as number);
      own.push(((sums.holding[holding + others + 1] as number) - without) / subsets);
    }
    gains.push(own);
  }
  return gains;
}

/** Sums of R² over the subsets of each size, a row of `width` sizes for each bit. */
interface SizeSums {
  readonly rSquared: Float64Array;
  readonly width: number;
  /** Over those that hold the predictor of each bit. */
  readonly holding: Float64Array;
  /** Over those of the block with its highest bit, while it is added up; in the last row over all. */
  readonly scratch: Float64Array;
}

// Adds the subsets from `start` that differ in the lowest `bits`, of which `count` higher ones are set, to the row of `scratch` that
// begins at `into`. What is summed over the half with the highest bit serves both the block and that bit's predictor, instead of each
// subset serving each of its predictors.
function addBlock(sums: SizeSums, start: number, bits: number, count: number, into: number): void {
  const { rSquared, holding, scratch, width } = sums;
  const bit = bits - 1;
  const own = bit * width;
  if (bit === 0) {
    const value = rSquared[start + 1] as number;
    scratch[into + count] = (scratch[into + count] as number) + (rSquared[start] as number);
    scratch[into + count + 1] = (scratch[into + count + 1] as number) + value;
    holding[count + 1] = (holding[count + 1] as number) + value;
    return;
  }
  addBlock(sums, start, bit, count, into);
  for (let s = count + 1; s <= count + bits; s++) scratch[own + s] = 0;
  addBlock(sums, start + (1 << bit), bit, count + 1, own);
  for (let s = count + 1; s <= count + bits; s++) {
    const value = scratch[own + s] as number;
    scratch[into + s] = (scratch[into + s] as number) + value;
    holding[own + s] = (holding[own + s] as number) + value;
  }
}
