import { UNDEFINED_DISTRIBUTION } from './countDistribution.js';
import type { CountDistribution } from './countDistribution.js';

/**
 * The most additions an exact distribution may cost, some tenths of a second.
 *
 * @internal
 */
export const MOST_ADDITIONS = 1e8;

/**
 * The distribution of the sum of `size` of the scores, each choice of so many being equally probable: what every two-sample
 * permutation test of whole-number scores asks for, ties and all.
 *
 * @param scores - Whole numbers.
 * @param size - How many are drawn, from 0 to all of them.
 * @returns The distribution of the sum; undefined when a score is not whole or the work is beyond `MOST_ADDITIONS`.
 * @remarks Streitberg, B. and Röhmel, J. (1986), Exact distributions for permutations and rank tests: an introduction to some
 * recently published algorithms, Statistical Software Newsletter 12, 10-17 (the shift algorithm). Only additions of positive
 * terms: tails keep their relative accuracy.
 * @internal
 */
export function subsetSumDistribution(scores: readonly number[], size: number): CountDistribution {
  const { minimum, step, shifted } = toSteps(scores);
  if (!(step > 0)) return UNDEFINED_DISTRIBUTION;
  const total = shifted.reduce((sum, score) => sum + score, 0);
  // Drawing the one part or the other is the same; the smaller costs less.
  const drawn = Math.min(size, scores.length - size);
  const descending = shifted.slice().sort((a, b) => b - a);
  const width = descending.slice(0, drawn).reduce((sum, score) => sum + score, 1);
  if (!(scores.length * drawn * width <= MOST_ADDITIONS)) return UNDEFINED_DISTRIBUTION;
  // Row k holds, by sum, the share of the ways to draw k that give it.
  const rows = Array.from({ length: drawn + 1 }, () => new Float64Array(width));
  (rows[0] as Float64Array)[0] = 1;
  for (const [seen, score] of shifted.entries()) {
    for (let k = Math.min(drawn, seen + 1); k > 0; k--) {
      const without = rows[k] as Float64Array;
      const before = rows[k - 1] as Float64Array;
      const share = k / (seen + 1);
      for (let i = 0; i < score; i++) without[i] = (1 - share) * (without[i] as number);
      for (let i = score; i < width; i++) {
        without[i] = share * (before[i - score] as number) + (1 - share) * (without[i] as number);
      }
    }
  }
  const probabilities = rows[drawn] as Float64Array;
  if (drawn === size) return { start: size * minimum, step, divisor: 1, probabilities };
  const start = size * minimum + (total - width + 1) * step;
  return { start, step, divisor: 1, probabilities: probabilities.reverse() };
}

/**
 * The distribution of the sum of the scores when each is left out or taken with equal probability.
 *
 * @param scores - Whole numbers, zero or more.
 * @returns The distribution of the sum; undefined when a score is not whole or the work is beyond `MOST_ADDITIONS`.
 * @internal
 */
export function signedSumDistribution(scores: readonly number[]): CountDistribution {
  const { step, shifted } = toSteps([0, ...scores]);
  if (!(step > 0)) return UNDEFINED_DISTRIBUTION;
  const width = shifted.reduce((sum, score) => sum + score, 1);
  if (!(shifted.length * width <= MOST_ADDITIONS)) return UNDEFINED_DISTRIBUTION;
  const probabilities = new Float64Array(width);
  probabilities[0] = 1;
  for (const score of shifted.slice(1)) {
    for (let i = width - 1; i >= score; i--) {
      probabilities[i] = 0.5 * ((probabilities[i] as number) + (probabilities[i - score] as number));
    }
    for (let i = 0; i < score; i++) probabilities[i] = 0.5 * (probabilities[i] as number);
  }
  return { start: 0, step, divisor: 1, probabilities };
}

// Scores as numbers of their greatest common step above the smallest; the step is NaN when one is not whole.
function toSteps(scores: readonly number[]): { minimum: number; step: number; shifted: number[] } {
  const minimum = scores.reduce((least, score) => Math.min(least, score), Infinity);
  let step = 0;
  for (const score of scores) {
    if (!Number.isSafeInteger(score)) return { minimum, step: NaN, shifted: [] };
    for (let rest = score - minimum; rest > 0;) [step, rest] = [rest, step % rest];
  }
  step ||= 1;
  return { minimum, step, shifted: scores.map((score) => (score - minimum) / step) };
}
