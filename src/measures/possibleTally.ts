import type { Moments } from '../statistics/moments.js';
import type { QuantileSketch } from '../statistics/quantileSketch.js';
import { bucketOf } from '../statistics/sketchOctaves.js';
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

function isSketch({ count, minimum, maximum, invalid, octaves }: QuantileSketch): boolean {
  let total = 0;
  // Buckets ascend without overlap, and no count at either end of an octave is 0.
  let after = -Infinity;
  const ascend = octaves.every(({ octave, first, counts }) => {
    const follows = octave > after && Number.isInteger(octave);
    after = octave;
    const fits = first >= 0 && Number.isInteger(first) && first + counts.length <= 128;
    for (const own of counts) total += own;
    return follows && fits && (counts[0] ?? 0) > 0 && (counts[counts.length - 1] ?? 0) > 0;
  });
  const [lowest, highest] = [octaves[0], octaves[octaves.length - 1]];
  if (!ascend || invalid > 0 || total !== count) return false;
  if (lowest === undefined || highest === undefined) return minimum === 0 && maximum === 0;
  return (
    (count > 1 ? minimum <= maximum : minimum === maximum) &&
    bucketOf(minimum) === 128 * lowest.octave + lowest.first &&
    bucketOf(maximum) === 128 * highest.octave + highest.first + highest.counts.length - 1
  );
}

/**
 * Tells whether a tally that has the shape its measure makes can have come from rows: weights where there are answers and only
 * there, sums that agree with counts, smallest and largest values, buckets that hold as many as there are. What it lets through gives a number within its range.
 */
export function isPossibleTally(tally: unknown): boolean {
  if (typeof tally !== 'object' || tally === null) return true;
  if ('rowCount' in tally) return areRatioSums(tally as RatioTally);
  if ('unitCount' in tally) return areMoments(tally as Moments);
  if ('octaves' in tally) return isSketch(tally as QuantileSketch);
  if ('weights' in tally && !areScaleWeights(tally as ScaleTally)) return false;
  return Object.values(tally).every(isPossibleTally);
}
