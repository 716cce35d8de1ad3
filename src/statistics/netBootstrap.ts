import { UNDEFINED_DISTRIBUTION, type CountDistribution } from './countDistribution.js';
import type { NetCounts } from './netInterval.js';
import { scoreBootstrapDistribution } from './scoreBootstrap.js';

/** Up to here the recurrence is used, beyond it the Fourier transform, which needs only the window that matters. */
const LARGEST_RECURRENCE = 10_000;

/**
 * The exact bootstrap distribution of a net share, `(positive - negative) / n`: that of the net share of n answers drawn with
 * replacement from the n answers given. No resampling, no seed, no Monte Carlo error.
 *
 * Use it for percentile and BCa limits of a net score. Up to 10,000 answers every possible value is listed and each probability,
 * tails included, is right to a relative 1e-13; beyond, see `scoreBootstrapDistribution`.
 *
 * @param counts - Numbers of answers by sign; whole numbers from 0.
 * @returns The distribution on -1..1; a single value when all answers are equal. Undefined (every question answered NaN) when
 * there are no answers or a count is not a whole number from 0.
 * @remarks The probabilities are the coefficients of `(d + m x + p x²)^n`, found by the three-term recurrence that
 * `(d + m x + p x²) C' = n (m + 2 p x) C` gives, run from both ends where all of its terms are positive.
 * @example
 * ```ts
 * import { distributionQuantile, netBootstrapDistribution } from 'cx-scoring/statistics';
 * const distribution = netBootstrapDistribution({ negative: 3, neutral: 6, positive: 11 });
 * distributionQuantile(distribution, 0.025); // => 0.05
 * distributionQuantile(distribution, 0.975); // => 0.7
 * ```
 */
export function netBootstrapDistribution(counts: NetCounts): CountDistribution {
  const { negative, neutral, positive } = counts;
  const valid = [negative, neutral, positive].every((count) => Number.isSafeInteger(count) && count >= 0);
  const size = negative + neutral + positive;
  if (!valid || size === 0) return UNDEFINED_DISTRIBUTION;
  const kinds = Math.sign(negative) + Math.sign(neutral) + Math.sign(positive);
  if (size > LARGEST_RECURRENCE || kinds === 1) return scoreBootstrapDistribution([negative, neutral, positive], -1);
  if (negative === 0) return { start: 0, step: 1, divisor: size, probabilities: binomial(size, positive / neutral) };
  if (positive === 0)
    return { start: -size, step: 1, divisor: size, probabilities: binomial(size, neutral / negative) };
  if (neutral === 0)
    return { start: -size, step: 2, divisor: size, probabilities: binomial(size, positive / negative) };
  return { start: -size, step: 1, divisor: size, probabilities: trinomial(size, negative, neutral, positive) };
}

/** Binomial probabilities for the given odds, outwards from the mode so that nothing overflows. */
function binomial(size: number, odds: number): Float64Array {
  const masses = new Float64Array(size + 1);
  const mode = Math.min(size, Math.floor(((size + 1) * odds) / (1 + odds)));
  masses[mode] = 1;
  for (let k = mode; k < size; k++) masses[k + 1] = ((masses[k] as number) * odds * (size - k)) / (k + 1);
  for (let k = mode; k > 0; k--) masses[k - 1] = ((masses[k] as number) * k) / (odds * (size - k + 1));
  return normalized(masses);
}

/** Coefficients of `(d + m x + p x²)^n`: ratios of neighbours from both ends to the middle, then products outwards from the mean. */
function trinomial(n: number, d: number, m: number, p: number): Float64Array {
  const last = 2 * n;
  // ratios[k] = c[k] / c[k-1] up to k = n; above, ratios[k] = c[k-1] / c[k].
  const ratios = new Float64Array(last + 1);
  let rising = Infinity;
  let falling = Infinity;
  const mOverD = m / d;
  const pOverD = p / d;
  const mOverP = m / p;
  const dOverP = d / p;
  for (let k = 1; k <= n; k++) {
    // Two chains in one loop, so that the divisions of one overlap with those of the other.
    rising = (mOverD * (n - k + 1) + (pOverD * (last - k + 2)) / rising) / k;
    falling = (mOverP * (n - k + 1) + (dOverP * (last - k + 2)) / falling) / k;
    ratios[k] = rising;
    ratios[last + 1 - k] = falling;
  }
  const masses = new Float64Array(last + 1);
  const centre = n + p - d;
  masses[centre] = 1;
  let mass = 1;
  for (let k = centre + 1; k <= n; k++) masses[k] = mass *= ratios[k] as number;
  for (let k = Math.max(centre, n) + 1; k <= last; k++) masses[k] = mass /= ratios[k] as number;
  mass = 1;
  for (let k = centre; k > n; k--) masses[k - 1] = mass *= ratios[k] as number;
  for (let k = Math.min(centre, n); k > 0; k--) masses[k - 1] = mass /= ratios[k] as number;
  return normalized(masses);
}

function normalized(masses: Float64Array): Float64Array {
  let total = 0;
  for (let k = 0; k < masses.length; k++) total += masses[k] as number;
  for (let k = 0; k < masses.length; k++) masses[k] = (masses[k] as number) / total;
  return masses;
}
