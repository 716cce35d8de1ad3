import { requireObject, requireOption } from '../../core/options.js';
import { hypergeometricArea } from '../../statistics/hypergeometricSeries.js';
import type { BgNbdModel } from './bgNbd.js';
import { isBgNbd, type BgNbdParameters } from './bgNbdLikelihood.js';
import { timingFault, type PurchaseHistory } from './purchaseHistory.js';

/** The history of a customer on the day of the first purchase. */
const NEW_CUSTOMER: PurchaseHistory = { frequency: 0, recency: 0, age: 0 };

function resolveHorizon(where: string, horizon: number): void {
  requireOption(horizon >= 0 && horizon < Infinity, where, 'horizon', 'a finite number from 0', horizon);
}

function parametersOf(where: string, fit: BgNbdModel): BgNbdParameters | null {
  requireObject(`${where}: fit`, 'what fitBgNbd gives', fit);
  const { parameters } = fit;
  return parameters !== null && isBgNbd(parameters) ? parameters : null;
}

/**
 * Predicts how often a customer will buy within a time from now.
 *
 * Use it to rank accounts by what is still to come of them; the chance that they have already left is counted in.
 *
 * @param fit - What {@link fitBgNbd} gave, or `{ parameters }` of your own.
 * @param customer - The purchase history.
 * @param horizon - Length of the time ahead, from 0, in the unit of the histories.
 * @returns The expected number of purchases, from 0; `null` when the model has no parameters or the history is missing or impossible.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` for a horizon that is not a number from 0.
 * @remarks Fader, Hardie and Lee (2005), equation 10, https://doi.org/10.1287/mksc.1040.0098, after Euler's transformation and with its
 * 0/0 at a = 1 and at a + b + x = 1 divided out.
 * @example
 * ```ts
 * import { predictPurchases } from 'cx-scoring';
 *
 * const published = { parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * predictPurchases(published, { frequency: 2, recency: 30.43, age: 38.86 }, 39); // ~> 1.226
 * ```
 */
export function predictPurchases(fit: BgNbdModel, customer: PurchaseHistory, horizon: number): number | null {
  resolveHorizon('predictPurchases', horizon);
  return expectPurchases(parametersOf('predictPurchases', fit), customer, horizon);
}

/**
 * Predicts how often a new customer will buy again within a time from the first purchase.
 *
 * Use it for the value of an acquisition, and to hold the model's growth of repeat purchases against the real one.
 *
 * @param fit - What {@link fitBgNbd} gave, or `{ parameters }` of your own.
 * @param horizon - Length of the time since the first purchase, from 0, in the unit of the histories.
 * @returns The expected number of repeat purchases, from 0; `null` when the model has no parameters.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` for a horizon that is not a number from 0.
 * @remarks Fader, Hardie and Lee (2005), equation 9, https://doi.org/10.1287/mksc.1040.0098
 * @example
 * ```ts
 * import { predictNewCustomerPurchases } from 'cx-scoring';
 *
 * const published = { parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * predictNewCustomerPurchases(published, 78); // ~> 1.8605
 * ```
 */
export function predictNewCustomerPurchases(fit: BgNbdModel, horizon: number): number | null {
  resolveHorizon('predictNewCustomerPurchases', horizon);
  return expectPurchases(parametersOf('predictNewCustomerPurchases', fit), NEW_CUSTOMER, horizon);
}

/**
 * The probability that a customer still is one.
 *
 * Use it to tell silence from loss: a dealer who orders every week has left after a month, one who orders twice a year has not.
 *
 * @param fit - What {@link fitBgNbd} gave, or `{ parameters }` of your own.
 * @param customer - The purchase history.
 * @returns A probability, 0..1; 1 without repeat purchase, since the model lets nobody leave before. `null` when the model has no parameters or
 * the history is missing or impossible.
 * @remarks Fader, P. and Hardie, B. (2008), Computing P(alive) using the BG/NBD model, http://www.brucehardie.com/notes/021/
 * @example
 * ```ts
 * import { probabilityAlive } from 'cx-scoring';
 *
 * const published = { parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * probabilityAlive(published, { frequency: 2, recency: 30.43, age: 38.86 }); // ~> 0.7266
 * ```
 */
export function probabilityAlive(fit: BgNbdModel, customer: PurchaseHistory): number | null {
  const parameters = parametersOf('probabilityAlive', fit);
  return parameters === null || timingFault(customer) !== null ? null : aliveShare(parameters, customer);
}

/**
 * The probability that a new customer buys nothing within a time from the first purchase.
 *
 * Use it for the time after which a welcome reminder is due.
 *
 * @param fit - What {@link fitBgNbd} gave, or `{ parameters }` of your own.
 * @param horizon - Length of the time since the first purchase, from 0, in the unit of the histories.
 * @returns A probability, 0..1; `null` when the model has no parameters.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` for a horizon that is not a number from 0.
 * @remarks Fader, Hardie and Lee (2005), equation 8 at x = 0: (alpha / (alpha + t)) ** r, https://doi.org/10.1287/mksc.1040.0098
 * @example
 * ```ts
 * import { probabilityNoRepeat } from 'cx-scoring';
 *
 * const published = { parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * probabilityNoRepeat(published, 39); // ~> 0.5737864
 * ```
 */
export function probabilityNoRepeat(fit: BgNbdModel, horizon: number): number | null {
  resolveHorizon('probabilityNoRepeat', horizon);
  const parameters = parametersOf('probabilityNoRepeat', fit);
  return parameters && Math.exp(-parameters.r * Math.log1p(horizon / parameters.alpha));
}

function aliveShare({ r, alpha, a, b }: BgNbdParameters, { frequency, recency, age }: PurchaseHistory): number {
  if (frequency === 0) return 1;
  const silence = (r + frequency) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + (a / (b + frequency - 1)) * Math.exp(silence));
}

function expectPurchases(
  parameters: BgNbdParameters | null,
  customer: PurchaseHistory,
  horizon: number,
): number | null {
  if (parameters === null || timingFault(customer) !== null) return null;
  const expected = aliveShare(parameters, customer) * Math.max(0, purchasesWhileAlive(parameters, customer, horizon));
  return Number.isNaN(expected) ? null : expected;
}

/** The purchases of a customer who still is one. Two forms of one formula: each is used where its numbers stay moderate. */
function purchasesWhileAlive(
  { r, alpha, a, b }: BgNbdParameters,
  { frequency, age }: PurchaseHistory,
  horizon: number,
): number {
  const x = frequency;
  const share = horizon / (alpha + age + horizon);
  const logRest = -Math.log1p(horizon / (alpha + age));
  if (a > 2 && a - 1 > r + x) {
    const { area } = hypergeometricArea(r + x + 1, b + x + 1, a + b + x, share);
    const first = -(a + b + x - 1) * Math.expm1((r + x) * logRest);
    return (first - Math.exp((r + x) * logRest) * (r + x) * (b + x) * area) / (a - 1);
  }
  // (1 - w ** (a - 1)) / (a - 1), which at a = 1 is -log w.
  const growth = a === 1 ? -logRest : -Math.expm1((a - 1) * logRest) / (a - 1);
  const { area } = hypergeometricArea(a, a + b - r, a + b + x, share);
  return (a + b + x - 1) * growth - Math.exp((a - 1) * logRest) * (a + b - 1 - r) * area;
}
