import { UNDEFINED_DISTRIBUTION, type CountDistribution } from './countDistribution.js';
import { seriesOfSpectrum } from './fft.js';

/** Probability that may be cut off at the far ends, and the size below which a term of the spectrum counts as nothing. */
const NEGLIGIBLE = 1e-18;
const LARGEST_GRID = 4_194_304;

/**
 * The exact bootstrap distribution of the mean of a whole-number score: that of the mean of n answers drawn with replacement
 * from the n answers given. No resampling, no seed, no Monte Carlo error.
 *
 * Use it for the mean of a rating, an effort score or 0/1 answers; its standard deviation is the bootstrap standard error and
 * its quantiles are percentile limits. It works on counts, so a million answers cost about a millisecond.
 *
 * The distribution covers every value that matters: what lies outside has, by Bernstein's inequality, a probability below 1e-18.
 * Each probability is right to about 1e-16, or 1e-16 times n where almost all answers share one spacing (all 0 or 10 but for a
 * single 5), which matters only for n above a million.
 *
 * @param counts - Number of answers at each score, beginning with `minimum`; whole numbers from 0.
 * @param minimum - The score of the first count, a whole number.
 * @returns The distribution of the mean; a single value when all answers are equal. Undefined (every question answered NaN) when
 * there are no answers, a count or `minimum` is not as said, or more than four million values would be needed (beyond a billion
 * answers from 0 to 10).
 * @remarks The n-th power of the characteristic function of one answer on a grid that holds the window, and one fast Fourier
 * transform: O(√n log n). Efron (1979), https://doi.org/10.1214/aos/1176344552, section 2, for the exact bootstrap.
 * @example
 * ```ts
 * import { distributionQuantile, scoreBootstrapDistribution } from 'cx-scoring/statistics';
 * // Scores 1 to 5: three answers 1, none 2, two 3, nine 4, six 5.
 * const distribution = scoreBootstrapDistribution([3, 0, 2, 9, 6], 1);
 * distributionQuantile(distribution, 0.025); // => 3.15
 * distributionQuantile(distribution, 0.975); // => 4.3
 * ```
 */
export function scoreBootstrapDistribution(counts: ArrayLike<number>, minimum: number = 0): CountDistribution {
  if (!Number.isSafeInteger(minimum)) return UNDEFINED_DISTRIBUTION;
  const places: number[] = [];
  let size = 0;
  let spacing = 0;
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place] as number;
    if (!Number.isSafeInteger(count) || count < 0) return UNDEFINED_DISTRIBUTION;
    if (count === 0) continue;
    places.push(place);
    size += count;
    spacing = greatestCommonDivisor(place - (places[0] as number), spacing);
  }
  const first = places[0];
  if (first === undefined) return UNDEFINED_DISTRIBUTION;
  const start = size * (minimum + first);
  if (spacing === 0) return { start, step: 1, divisor: size, probabilities: [1] };

  // From here scores are whole steps above the lowest given one, and sums are counted from the sum of the answers themselves,
  // so that the mean is exactly 0 and no large phase has to be cancelled.
  const scores = places.map((place) => (place - first) / spacing);
  const weights = places.map((place) => counts[place] as number);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += (scores[i] as number) * (weights[i] as number);
  const deviations = scores.map((score) => (size * score - sum) / size);
  const reach = windowReach(deviations, weights);
  const lower = Math.max(-reach, -sum);
  const upper = Math.min(reach, size * (scores[scores.length - 1] as number) - sum);
  let grid = 4;
  while (grid <= upper - lower) grid *= 2;
  if (grid > LARGEST_GRID) return UNDEFINED_DISTRIBUTION;

  const series = seriesOfSpectrum(...spectrumOf(deviations, weights, size, grid, slowestDecay(scores, weights, size)));
  const probabilities = new Float64Array(upper - lower + 1);
  let total = 0;
  for (let k = lower; k <= upper; k++) {
    const mass = Math.max(series[k < 0 ? k + grid : k] as number, 0);
    probabilities[k - lower] = mass;
    total += mass;
  }
  for (let k = 0; k < probabilities.length; k++) probabilities[k] = (probabilities[k] as number) / total;
  return { start: start + spacing * (sum + lower), step: spacing, divisor: size, probabilities };
}

/** Distance from the mean beyond which a sum falls with negligible probability (Bernstein's inequality, both sides). */
function windowReach(deviations: readonly number[], weights: readonly number[]): number {
  const surprise = Math.log(2 / NEGLIGIBLE);
  let variance = 0;
  let largest = 0;
  for (let i = 0; i < deviations.length; i++) {
    const deviation = deviations[i] as number;
    variance += (weights[i] as number) * deviation * deviation;
    largest = Math.max(largest, Math.abs(deviation));
  }
  const linear = (largest * surprise) / 3;
  return Math.ceil(linear + Math.sqrt(linear * linear + 2 * variance * surprise));
}

/**
 * A rate r such that the n-th power of the characteristic function at angle θ is at most exp(-r (1 - cos θ)), from the heaviest
 * pair of neighbouring scores; 0 when no two are neighbours.
 */
function slowestDecay(scores: readonly number[], weights: readonly number[], size: number): number {
  let rate = 0;
  for (let i = 1; i < scores.length; i++) {
    if ((scores[i] as number) - (scores[i - 1] as number) !== 1) continue;
    rate = Math.max(rate, ((weights[i - 1] as number) / size) * (weights[i] as number));
  }
  return rate;
}

/** The n-th power of the characteristic function of one deviation, divided by the grid, at the angles 2πj/grid up to π. */
function spectrumOf(
  deviations: readonly number[],
  weights: readonly number[],
  size: number,
  grid: number,
  decay: number,
): [real: Float64Array, imaginary: Float64Array] {
  const half = grid / 2;
  const real = new Float64Array(half + 1);
  const imaginary = new Float64Array(half + 1);
  const cosine = 1 + Math.log(NEGLIGIBLE) / decay;
  const last = cosine > -1 ? Math.min(half, Math.ceil((Math.acos(cosine) / Math.PI) * half)) : half;
  for (let j = 0; j <= last; j++) {
    const angle = (Math.PI * j) / half;
    // Real part minus 1 and imaginary part, each without cancellation: they are raised to a power that may be a billion.
    let fall = 0;
    let turn = 0;
    for (let i = 0; i < deviations.length; i++) {
      const x = angle * (deviations[i] as number);
      const sine = Math.sin(x / 2);
      fall -= 2 * (weights[i] as number) * sine * sine;
      turn += (weights[i] as number) * sineExcess(x);
    }
    fall /= size;
    turn /= size;
    const logModulus = Math.log1p(Math.max(2 * fall + fall * fall + turn * turn, -1)) / 2;
    const modulus = Math.exp(size * logModulus) / grid;
    const phase = size * Math.atan2(turn, 1 + fall);
    real[j] = modulus * Math.cos(phase);
    imaginary[j] = modulus * Math.sin(phase);
  }
  return [real, imaginary];
}

/** sin x - x. The weighted sum of x over all deviations is 0, so that leaving it out changes nothing but the rounding. */
function sineExcess(x: number): number {
  if (Math.abs(x) > 1) return Math.sin(x) - x;
  const s = x * x;
  return (
    ((-x * s) / 6) *
    (1 - (s / 20) * (1 - (s / 42) * (1 - (s / 72) * (1 - (s / 110) * (1 - (s / 156) * (1 - s / 210))))))
  );
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
