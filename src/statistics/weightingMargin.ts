/** What a sample should look like in one attribute: the class of every row, and the total that each class should reach. */
export interface WeightingMargin {
  /** Class of each row, as its place in `targets`: whole numbers from 0. */
  readonly codes: ArrayLike<number>;
  /** Total weight each class should have, zero or more, in any unit: rows of the population or shares. */
  readonly targets: ArrayLike<number>;
}

/** A class that should have weight but has no row to carry it. */
export interface EmptyClass {
  /** Place of the margin among those given. */
  readonly margin: number;
  /** Code of the class. */
  readonly code: number;
}

/**
 * How an adjustment of weights ended: `'converged'`; `'not-converged'` within the iterations allowed, with the weights as they
 * were then; `'empty-class'` when a class with a target has no row with weight; `'unequal-totals'` when the margins do not add up
 * to the same total; `'invalid'` for lengths that differ, codes without a target, negative or missing numbers. In the last three
 * the weights are NaN.
 */
export type WeightingOutcome = 'converged' | 'not-converged' | 'empty-class' | 'unequal-totals' | 'invalid';

/** Adjusted weights together with how far they can be trusted. */
export interface WeightingResult {
  /** How the adjustment ended. */
  readonly outcome: WeightingOutcome;
  /** One weight for each row, in its order; all NaN unless the outcome is `'converged'` or `'not-converged'`. */
  readonly weights: number[];
  /** Number of rounds made. */
  readonly iterations: number;
  /** Largest distance left between a total and its target, as a share of the target; NaN without weights. */
  readonly discrepancy: number;
  /** The classes that stopped the adjustment with `'empty-class'`, otherwise none. */
  readonly emptyClasses: readonly EmptyClass[];
}

/**
 * The starting weights, all 1 unless given; `null` when they do not match the rows or one is negative or not finite.
 *
 * @internal
 */
export function startingWeights(rows: number, weights: ArrayLike<number> | undefined): Float64Array | null {
  if (weights === undefined) return new Float64Array(rows).fill(1);
  if (weights.length !== rows) return null;
  const copy = Float64Array.from(weights);
  return copy.every((weight) => weight >= 0 && weight < Infinity) ? copy : null;
}

/**
 * The result of an adjustment that could not be made.
 *
 * @internal
 */
export function failedWeighting(
  outcome: WeightingOutcome,
  rows: number,
  emptyClasses: readonly EmptyClass[] = [],
): WeightingResult {
  return {
    outcome,
    weights: Array.from({ length: rows }, () => NaN),
    iterations: 0,
    discrepancy: NaN,
    emptyClasses,
  };
}

/**
 * The weight of each class of a margin, by compensated sums.
 *
 * @internal
 */
export function classTotals({ codes, targets }: WeightingMargin, weights: ArrayLike<number>): Float64Array {
  const totals = new Float64Array(targets.length);
  const lost = new Float64Array(targets.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const weight = weights[i] as number;
    const total = totals[code] as number;
    const next = total + weight;
    lost[code] = (lost[code] as number) + (total >= weight ? total - next + weight : weight - next + total);
    totals[code] = next;
  }
  for (let code = 0; code < totals.length; code++) totals[code] = (totals[code] as number) + (lost[code] as number);
  return totals;
}

/**
 * Whether every code has a target, every target is zero or more and finite, and at least one is above zero.
 *
 * @internal
 */
export function isMargin({ codes, targets }: WeightingMargin, rows: number): boolean {
  if (codes.length !== rows) return false;
  let total = 0;
  for (let code = 0; code < targets.length; code++) {
    const target = targets[code] as number;
    if (!(target >= 0)) return false;
    total += target;
  }
  if (!(total > 0 && total < Infinity)) return false;
  for (let i = 0; i < rows; i++) {
    const code = codes[i] as number;
    if (!(Number.isInteger(code) && code >= 0 && code < targets.length)) return false;
  }
  return true;
}
