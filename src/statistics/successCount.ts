/**
 * Whether there can be that many successes in n trials, fractions of a success included.
 *
 * @internal
 */
export function isSuccessCount(successes: number, n: number): boolean {
  return successes >= 0 && successes <= n && n > 0 && n < Infinity;
}

/**
 * Whether there can be that many successes in n trials, both whole numbers.
 *
 * @internal
 */
export function isWholeSuccessCount(successes: number, n: number): boolean {
  return isSuccessCount(successes, n) && Number.isInteger(successes) && Number.isInteger(n);
}
