import { requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { readAsOf } from '../../core/moment.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { isInTime, isMature, resolveWindowDays } from './activityWindow.js';
import { readCart, type Cart } from './cart.js';

/** Options of the abandonment of carts. */
export interface CartAbandonmentOptions extends ShareOptions {
  /** The moment the figure speaks of: younger carts are not judged yet. */
  readonly asOf: string;
  /** Days within which a cart must become an order, online or not, so as not to be abandoned; part of the definition. */
  readonly windowDays: number;
}

/** Reasons for which a cart is left out: a time is missing or impossible, or its days are not over. */
export type CartExclusion = 'invalid' | 'notMature';

/** The share of carts that became no order, 0..1. */
export interface CartAbandonmentResult extends IntervalResult<'cart-abandonment', CartExclusion> {
  /** Carts that became no order within the window. */
  readonly abandoned: number;
  /** Carts that became an order online. */
  readonly online: number;
  /** Carts that became an order otherwise. */
  readonly offline: number;
}

function measureCarts(
  where: string,
  options: CartAbandonmentOptions,
): RatioMeasure<Cart, OutcomeTally, CartAbandonmentResult> {
  requireOptions(where, options);
  const { interval, confidence, population } = options;
  const asOf = readAsOf(where, options.asOf);
  const windowDays = resolveWindowDays(where, options.windowDays);
  return measureOutcomes({
    where,
    definition: shareDefinition('cart-abandonment', 'lower-is-better', { windowDays }),
    outcomes: { abandoned: true, online: false, offline: false },
    reasons: ['invalid', 'notMature'],
    classify: (cart) => {
      const times = readCart(cart);
      if ('code' in times) return 'invalid';
      const { created, online, offline } = times;
      // Whatever became of it: where young carts count once they are ordered, every figure begins too low.
      if (!isMature(created, asOf, windowDays)) return 'notMature';
      if (isInTime(created, online, windowDays)) return 'online';
      return isInTime(created, offline, windowDays) ? 'offline' : 'abandoned';
    },
    options: { interval, confidence, population },
  });
}

/**
 * Makes the measure behind {@link computeCartAbandonment}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per month of creation: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeCartAbandonment}.
 * @returns A measure over carts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { cartAbandonmentMeasure, computeMeasure } from 'cx-scoring';
 *
 * const measure = cartAbandonmentMeasure({ windowDays: 14, asOf: '2026-03-31' });
 * computeMeasure([{ createdAt: '2026-03-02' }], measure).value; // => 1
 * ```
 */
export function cartAbandonmentMeasure(
  options: CartAbandonmentOptions,
): RatioMeasure<Cart, OutcomeTally, CartAbandonmentResult> {
  return measureCarts('cartAbandonmentMeasure', options);
}

/**
 * Computes the abandonment of carts: the share of carts that became no order within the window, online or otherwise.
 *
 * Use it with a window as long as an approval takes: between companies a cart is often a quote that waits for a signature, and ends as an
 * order by phone.
 *
 * @param carts - One row per cart.
 * @param options - `asOf` and `windowDays`; interval, confidence and population.
 * @returns The share, 0..1, low is good, with Wilson's interval; `value: null` while no cart is old enough.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of
 * its range.
 * @remarks A cart ordered online and otherwise counts as online. Carts younger than the window at `asOf` are left out, whatever became of
 * them. Where a time is a civil date, whole days as written are counted.
 * @example
 * ```ts
 * import { computeCartAbandonment } from 'cx-scoring';
 *
 * const carts = [
 *   { createdAt: '2026-03-02', orderedAt: '2026-03-02' },
 *   { createdAt: '2026-03-02', offlineOrderedAt: '2026-03-12' },
 *   { createdAt: '2026-03-03' },
 *   { createdAt: '2026-03-04', orderedAt: '2026-03-25' },
 *   { createdAt: '2026-03-30' },
 * ];
 * const abandonment = computeCartAbandonment(carts, { windowDays: 14, asOf: '2026-03-31' });
 * abandonment.value; // => 0.5
 * abandonment.offline; // => 1
 * abandonment.excluded.notMature; // => 1
 * ```
 */
export function computeCartAbandonment(carts: Iterable<Cart>, options: CartAbandonmentOptions): CartAbandonmentResult {
  return computeAs('computeCartAbandonment', carts, measureCarts('computeCartAbandonment', options));
}
