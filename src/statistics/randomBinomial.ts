import type { Random } from '../core/random.js';

/** Below this expected number, counting up from 0 is quicker than rejection. */
const SMALL_MEAN = 10;
/** No sound source of random numbers is refused that often; a constant one would be for ever. */
const MOST_ATTEMPTS = 1000;

/**
 * A random number of successes in `trials` independent trials.
 *
 * Use it to resample counts: its cost does not grow with the number of trials.
 *
 * @param trials - Number of trials, a whole number from 0.
 * @param probability - Probability of success, from 0 to 1.
 * @param random - Source of random numbers, such as `createRandom(seed)`.
 * @returns A whole number from 0 to `trials`; NaN outside the domain or when `random` is no source of numbers in [0, 1).
 * @remarks Transformed rejection BTRS of Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101-110,
 * https://doi.org/10.1080/00949659308811496; sequential inversion where fewer than 10 successes (or failures) are expected.
 * @example
 * ```ts
 * import { createRandom } from 'cx-scoring/core';
 * import { randomBinomial } from 'cx-scoring/statistics';
 * randomBinomial(100, 1, createRandom(42)); // => 100
 * ```
 */
export function randomBinomial(trials: number, probability: number, random: Random): number {
  if (!(Number.isSafeInteger(trials) && trials >= 0 && probability >= 0 && probability <= 1)) return NaN;
  if (probability > 0.5) return trials - smallerHalf(trials, 1 - probability, random);
  return smallerHalf(trials, probability, random);
}

function smallerHalf(trials: number, probability: number, random: Random): number {
  if (trials === 0 || probability === 0) return 0;
  return trials * probability < SMALL_MEAN
    ? byInversion(trials, probability, random)
    : byRejection(trials, probability, random);
}

function byInversion(trials: number, probability: number, random: Random): number {
  const odds = probability / (1 - probability);
  let rest = random();
  if (!(rest >= 0 && rest < 1)) return NaN;
  let mass = Math.exp(trials * Math.log1p(-probability));
  // Far beyond what a mean below 10 can reach: there only the rounding of the masses is left to be used up.
  const most = Math.min(trials, 110);
  let successes = 0;
  while (rest >= mass && successes < most) {
    rest -= mass;
    mass *= (odds * (trials - successes)) / (successes + 1);
    successes++;
  }
  return successes;
}

function byRejection(trials: number, probability: number, random: Random): number {
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const quick = 0.92 - 4.2 / b;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const u = random() - 0.5;
    const v = random();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= quick) return k;
    if (!(k >= 0 && k <= trials)) continue;
    const alpha = (2.83 + 5.1 / b) * deviation;
    const height = Math.log((v * alpha) / (a / (edge * edge) + b));
    if (height <= logMassFromMode(k, trials, probability)) return k;
  }
  return NaN;
}

/** Logarithm of the probability of k successes relative to that of the mode, from Stirling's formula about both. */
function logMassFromMode(k: number, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  const mode = Math.floor((trials + 1) * probability);
  const failures = trials - mode + 1;
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * failures)) +
    (trials + 1) * Math.log1p((k - mode) / (trials - k + 1)) +
    (k + 0.5) * Math.log((odds * (trials - k + 1)) / (k + 1)) +
    stirlingExcess(mode) +
    stirlingExcess(trials - mode) -
    stirlingExcess(k) -
    stirlingExcess(trials - k)
  );
}

const SMALL_EXCESSES: readonly number[] = [
  0.08106146679532726, 0.0413406959554093, 0.0276779256849983, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
];

/** ln k! less the leading terms of Stirling's formula in k + 1. */
function stirlingExcess(k: number): number {
  if (k < 10) return SMALL_EXCESSES[k] as number;
  const next = k + 1;
  const square = next * next;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / next;
}
