import { cxError } from './errors.js';

/** A source of random numbers: each call gives the next one, from 0 up to but not including 1. */
export type Random = () => number;

/** The seed used where none is given, so that a result computed twice is the same twice. */
export const DEFAULT_SEED: number = 42;

const WORD = 4294967296;

/**
 * Makes a seeded source of random numbers: the same seed gives the same sequence on every platform.
 *
 * Use it wherever a function of this library takes a `Random`. The numbers carry 53 random bits and the sequence repeats only
 * after 2^128 - 1 words. They are for statistics, not for secrets.
 *
 * @param seed - A whole number a double can hold exactly (`Number.isSafeInteger`); `DEFAULT_SEED` unless given.
 * @returns A function that holds its own state; two functions made from one seed do not disturb each other.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` when the seed is not such a number.
 * @remarks Blackman and Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4),
 * https://doi.org/10.1145/3460772 (xoshiro128**); its four words of state come from the 32-bit mixer of splitmix32 with the
 * constants 0x21f0aaad and 0x735a2d97 of Wellons' hash-prospector. Two words a, b make `(a>>>5 · 2^26 + b>>>6) / 2^53`.
 * @example
 * ```ts
 * import { createRandom } from 'cx-scoring/core';
 * const random = createRandom(42);
 * random(); // ~> 0.15377
 * createRandom(7)() === createRandom(7)(); // => true
 * ```
 */
export function createRandom(seed: number = DEFAULT_SEED): Random {
  if (!Number.isSafeInteger(seed)) throw cxError('CX_INVALID_OPTION', 'createRandom: "seed"', 'a safe integer', seed);
  // Both halves of the seed count, so that seeds that differ by 2^32 differ; small seeds keep the plain splitmix32 sequence.
  let mixer = (seed >>> 0) ^ Math.imul(Math.floor(seed / WORD), 0x85ebca6b);
  const mixed = (): number => {
    mixer = (mixer + 0x9e3779b9) | 0;
    let word = mixer ^ (mixer >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
  let a = mixed();
  let b = mixed();
  let c = mixed();
  let d = mixed();
  const nextWord = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return () => {
    const high = nextWord() >>> 5;
    const low = nextWord() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
}
