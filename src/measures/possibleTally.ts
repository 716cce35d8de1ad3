import type { Moments } from '../statistics/moments.js';
import type { RatioTally } from './ratioTally.js';
import type { ScaleTally } from './scaleTally.js';

/** Rounding may move a sum by a few units of its last digit. */
const SLACK = 1e-9;

/** Weights of `count` answers: their sum and the sum of their squares, which Cauchy and Schwarz hold between two limits. */
function areWeights(count: number, sum: number, squares: number): boolean {
  if (count === 0) return sum === 0 && squares === 0;
  const square = sum * sum;
  return sum > 0 && squares <= square * (1 + SLACK) && squares * count >= square * (1 - SLACK);
}

function areScaleWeights({ counts, weights }: ScaleTally): boolean {
  if (weights === null) return true;
  const { sums, squares } = weights;
  const at = (pairs: readonly number[], bin: number): number => (pairs[2 * bin] ?? NaN) + (pairs[2 * bin + 1] ?? NaN);
  return counts.slice(0, -4).every((count, bin) => areWeights(count, at(sums, bin), at(squares, bin)));
}

function areMoments({ count, unitCount, minimum, maximum, sums }: Moments): boolean {
  const at = (place: number): number => (sums[place] ?? NaN) + (sums[place + 1] ?? NaN);
  // The second part is for numbers so small that their products have lost digits.
  const reach = Math.max(Math.abs(minimum), Math.abs(maximum)) * SLACK + 1e-280;
  // The sum of some values lies between so many times the smallest and so many times the largest.
  const between = (sum: number, weight: number): boolean =>
    sum >= weight * (minimum - reach) && sum <= weight * (maximum + reach);
  const others = count - unitCount;
  return (
    minimum <= maximum &&
    areWeights(others, at(4), at(6)) &&
    between(at(0), unitCount) &&
    between(at(8), at(4)) &&
    between(at(16), others) &&
    between(at(12), at(6))
  );
}

/** Sums of amounts and of their products, which Cauchy and Schwarz hold together. */
function areRatioSums({ rowCount, sums }: RatioTally): boolean {
  const at = (place: number): number => (sums[place] ?? NaN) + (sums[place + 1] ?? NaN);
  const [x, y, xx, xy, yy] = [0, 2, 4, 6, 8].map(at) as [number, number, number, number, number];
  const most = (1 + SLACK) * rowCount;
  const areSquares =
    xx >= 0 && yy >= 0 && x >= 0 && xx <= x * x * (1 + SLACK) && x * x <= most * xx && y * y <= most * yy;
  return areSquares && xy * xy <= xx * yy * (1 + SLACK) && (rowCount > 0 || (x === 0 && y === 0));
}

/**
 * Tells whether a tally that has the shape its measure makes can have come from rows: weights where there are answers and only
 * there, sums that agree with counts, smallest and largest values. What it lets through gives a number within its range.
 */
export function isPossibleTally(tally: unknown): boolean {
  if (typeof tally !== 'object' || tally === null) return true;
  if ('rowCount' in tally) return areRatioSums(tally as RatioTally);
  if ('unitCount' in tally) return areMoments(tally as Moments);
  if ('weights' in tally && !areScaleWeights(tally as ScaleTally)) return false;
  return Object.values(tally).every(isPossibleTally);
}
