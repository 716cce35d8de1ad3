import type { Random } from '../core/random.js';

/**
 * Puts the first `count` places of a list in random order, in place: they hold a random draw without replacement.
 *
 * @param list - The list to change.
 * @param random - Source of random numbers.
 * @param count - How many places, all by default.
 * @remarks Fisher and Yates; Durstenfeld, R. (1964), Algorithm 235, Communications of the ACM 7, 420,
 * https://doi.org/10.1145/364520.364540
 * @internal
 */
export function shuffle(list: number[], random: Random, count: number = list.length): void {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (list.length - i));
    const held = list[i] as number;
    list[i] = list[j] as number;
    list[j] = held;
  }
}
