import { solveUpper, solveUpperTransposed } from './householderQr.js';
import type { QrFactor } from './householderQr.js';

/**
 * The inverse of `A'A` from the factors of `A`, by rows, NaN where a column was left out.
 *
 * @internal
 */
export function inverseCrossProducts(qr: QrFactor, size: number): number[][] {
  const rows = qr.kept.map((_, k) => {
    const unit = new Float64Array(qr.kept.length);
    unit[k] = 1;
    solveUpperTransposed(qr, unit);
    solveUpper(qr, unit);
    return spreadOverAll(qr.kept, size, unit);
  });
  return spreadOverAll(qr.kept, size, rows, new Array<number>(size).fill(NaN));
}

/**
 * What belongs to the kept columns put in their places among all, NaN (or another value) elsewhere.
 *
 * @internal
 */
export function spreadOverAll(kept: readonly number[], size: number, values: ArrayLike<number>): number[];
export function spreadOverAll<T>(kept: readonly number[], size: number, values: ArrayLike<T>, missing: T): T[];
export function spreadOverAll<T>(
  kept: readonly number[],
  size: number,
  values: ArrayLike<T>,
  missing: T | number = NaN,
): (T | number)[] {
  const all = new Array<T | number>(size).fill(missing);
  for (const [k, place] of kept.entries()) all[place] = values[k] as T;
  return all;
}
