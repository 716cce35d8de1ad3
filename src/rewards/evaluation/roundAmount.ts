import type { RoundingMode } from '../rules/grant.js';

const WHOLE = 10_000n;

/** The amount that so many ten-thousandths of a whole number come to, without floating point. */
export function proportionOf(whole: number, basisPoints: number, rounding: RoundingMode): number {
  const product = BigInt(whole) * BigInt(basisPoints);
  const floor = product >= 0n ? product / WHOLE : -((-product + WHOLE - 1n) / WHOLE);
  const rest = product - floor * WHOLE;
  const isUp =
    rounding === 'ceil'
      ? rest > 0n
      : rounding === 'half-up'
        ? rest * 2n >= WHOLE
        : rounding === 'half-even' && (rest * 2n > WHOLE || (rest * 2n === WHOLE && floor % 2n !== 0n));
  return Number(floor + (isUp ? 1n : 0n));
}
