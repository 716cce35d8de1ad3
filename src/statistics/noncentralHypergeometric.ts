/**
 * A 2 × 2 table with its margins fixed: what is left to chance is the count of one cell.
 *
 * @internal
 */
export interface FixedMargins {
  /** Total of the first row. */
  readonly firstRow: number;
  /** Total of the second row. */
  readonly secondRow: number;
  /** Total of the first column. */
  readonly firstColumn: number;
}

/**
 * Probability and mean of the first cell under Fisher's noncentral hypergeometric distribution.
 *
 * @internal
 */
export interface CellDistribution {
  /** Probability of the cell being below the count asked for. */
  readonly below: number;
  /** Probability of the cell being exactly that. */
  readonly at: number;
  /** Probability of the cell being above. */
  readonly above: number;
  /** Probability of cells no more probable than the one asked for, equal up to rounding included. */
  readonly noMoreProbable: number;
  /** Mean of the cell minus the count asked for. */
  readonly meanExcess: number;
}

/**
 * The smallest and the largest count of the first cell that the margins allow.
 *
 * @internal
 */
export function cellRange({ firstRow, secondRow, firstColumn }: FixedMargins): readonly [number, number] {
  return [Math.max(0, firstColumn - secondRow), Math.min(firstColumn, firstRow)];
}

/**
 * The distribution of the first cell around a count, by the ratios of neighbouring terms from the mode outwards.
 *
 * @param margins - The fixed margins.
 * @param count - The count asked for, within `cellRange`.
 * @param odds - The odds ratio, above zero.
 * @param negligible - Terms below this share of the largest are left out.
 * @returns Probabilities and mean of the cell; the cost grows with the square root of the counts.
 * @internal
 */
export function cellDistribution(
  margins: FixedMargins,
  count: number,
  odds: number,
  negligible: number,
): CellDistribution {
  const [lowest, highest] = cellRange(margins);
  const mode = modeOf(margins, lowest, highest, odds);
  const weight = relativeWeight(margins, mode, count, odds);
  // Ties that differ only by rounding are equally probable.
  const limit = weight * (1 + 1e-7);
  let below = 0;
  let above = 0;
  let noMoreProbable = 0;
  let meanExcess = 0;
  const add = (cell: number, term: number): void => {
    if (cell < count) below += term;
    else if (cell > count) above += term;
    if (term <= limit) noMoreProbable += term;
    meanExcess += (cell - count) * term;
  };
  add(mode, 1);
  // Next to the range the ratio is zero or infinite, which ends the sums.
  for (let cell = mode, term = 1; term > negligible; cell++) {
    term *= odds * stepRatio(margins, cell);
    add(cell + 1, term);
  }
  for (let cell = mode, term = 1; term > negligible; cell--) {
    term /= odds * stepRatio(margins, cell - 1);
    add(cell - 1, term);
  }
  const total = below + weight + above;
  return {
    below: below / total,
    at: weight / total,
    above: above / total,
    noMoreProbable: noMoreProbable / total,
    meanExcess: meanExcess / total,
  };
}

// Probability of `cell + 1` over that of `cell` at odds 1; it falls as the cell grows.
function stepRatio({ firstRow, secondRow, firstColumn }: FixedMargins, cell: number): number {
  return ((firstRow - cell) / (cell + 1)) * ((firstColumn - cell) / (secondRow - firstColumn + cell + 1));
}

function modeOf(margins: FixedMargins, lowest: number, highest: number, odds: number): number {
  let low = lowest;
  let high = highest;
  while (low < high) {
    const middle = Math.floor(low + (high - low) / 2);
    if (odds * stepRatio(margins, middle) > 1) low = middle + 1;
    else high = middle;
  }
  return low;
}

function relativeWeight(margins: FixedMargins, mode: number, count: number, odds: number): number {
  let term = 1;
  for (let cell = mode; cell < count && term > 0; cell++) term *= odds * stepRatio(margins, cell);
  for (let cell = mode; cell > count && term > 0; cell--) term /= odds * stepRatio(margins, cell - 1);
  return term;
}
