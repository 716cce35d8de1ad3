import { requireObject } from '../../core/options.js';
import type { GammaGammaModel, GammaGammaParameters } from './gammaGamma.js';
import { spendFault, type PurchaseHistory } from './purchaseHistory.js';

/**
 * Predicts the mean value of a customer's future purchases: the own mean, drawn towards that of all customers the more, the fewer the
 * purchases.
 *
 * Use it for the value of an account with few orders, whose own mean is mostly chance.
 *
 * @param fit - What {@link fitGammaGamma} gave, or `{ parameters }` of your own.
 * @param customer - Frequency and mean value of the repeat purchases.
 * @returns The expected value of a purchase, in the unit of the histories; without repeat purchase the mean over customers. `null` when the
 * model has no parameters, the record is missing or impossible, or the mean is infinite.
 * @remarks Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis, Journal of Marketing Research
 * 42(4), 415-430, https://doi.org/10.1509/jmkr.2005.42.4.415
 * @example
 * ```ts
 * import { predictSpend } from 'cx-scoring';
 *
 * const published = { parameters: { p: 6.25, q: 3.74, gamma: 15.44 } };
 * predictSpend(published, { frequency: 2, monetaryValue: 22.35 }); // ~> 24.66
 * predictSpend(published, { frequency: 0 }); // ~> 35.2
 * ```
 */
export function predictSpend(
  fit: GammaGammaModel,
  customer: Pick<PurchaseHistory, 'frequency' | 'monetaryValue'>,
): number | null {
  requireObject('predictSpend: fit', 'what fitGammaGamma gives', fit);
  const { parameters } = fit;
  const isModel =
    (parameters ?? null) !== null &&
    Object.values(parameters as object).every((parameter) => parameter > 0 && parameter < Infinity);
  if (!isModel || spendFault(customer as PurchaseHistory) !== null) return null;
  const { p, q, gamma } = parameters as GammaGammaParameters;
  const { frequency } = customer;
  const spent = frequency > 0 ? frequency * (customer.monetaryValue as number) : 0;
  const weight = p * frequency + q - 1;
  return weight > 0 ? (p * (gamma + spent)) / weight : null;
}
