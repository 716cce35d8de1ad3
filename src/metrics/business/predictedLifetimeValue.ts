import { cxError } from '../../core/errors.js';
import type { MetricDefinition } from '../../core/definition.js';
import { isWhole, requireObject, requireOption, requireOptions } from '../../core/options.js';
import type { BgNbdFit } from './bgNbd.js';
import { predictPurchases, probabilityAlive } from './bgNbdPrediction.js';
import type { GammaGammaModel } from './gammaGamma.js';
import { requireCurrency } from './money.js';
import { predictSpend } from './predictedSpend.js';
import { UNIT_DAYS } from './purchaseHistories.js';
import type { PurchaseHistory } from './purchaseHistory.js';

/** The two models behind a predicted lifetime value. */
export interface LifetimeValueModels {
  /** How often customers buy, with the unit of its times. */
  readonly purchases: Pick<BgNbdFit, 'parameters' | 'unit'>;
  /** How much they spend at a time, in minor units. */
  readonly spend: GammaGammaModel;
}

/** What a predicted lifetime value rests on. None of it has a default: margin and discount are yours to know. */
export interface LifetimeValueOptions {
  /** Months ahead, a whole number from 1 to 1,200. */
  readonly months: number;
  /** Share of the revenue that is margin, from -1 to 1; 1 for the value in revenue. */
  readonly margin: number;
  /** Discount rate a year, from 0: 0.1 makes a margin of a year from now worth 1 / 1.1. */
  readonly annualDiscountRate: number;
  /** Currency of the values, as an ISO 4217 code. */
  readonly currency: string;
}

/** The predicted lifetime value of one customer. */
export interface PredictedLifetimeValue {
  /** What the number means and under which parameters it was computed. */
  readonly definition: MetricDefinition<'predicted-lifetime-value'>;
  /** Discounted margin of the purchases expected, in whole minor units; `null` when unknown. */
  readonly value: number | null;
  /** A prediction for one customer has no interval here. */
  readonly interval: null;
  /** Purchases expected within the time. */
  readonly purchases: number | null;
  /** Value expected of each, in minor units. */
  readonly spend: number | null;
  /** Probability that the customer still is one. */
  readonly probabilityAlive: number | null;
}

function definitionOf({
  months,
  margin,
  annualDiscountRate,
  currency,
}: LifetimeValueOptions): PredictedLifetimeValue['definition'] {
  return {
    id: 'predicted-lifetime-value',
    family: 'model',
    statistic: 'mean',
    unit: 'money',
    direction: 'higher-is-better',
    range: null,
    parameters: { model: 'bg-nbd-gamma-gamma', months, margin, annualDiscountRate, currency },
  };
}

/**
 * Predicts what a customer will be worth: the margin of the purchases to be expected, month by month, discounted to today.
 *
 * Use it to weigh an account against the cost of keeping it. It is a forecast of what customers like this one did, not of what a measure
 * taken for them will do, and it is as good as the two models: large accounts that are one of a kind are better planned than predicted.
 *
 * @param models - The two fits; that of the purchases must know its unit.
 * @param customer - The purchase history, its `monetaryValue` in minor units.
 * @param options - Months ahead, margin, discount rate and currency.
 * @returns Value in whole minor units with its parts; all `null` when a model has no parameters or the history is missing or impossible.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range or the model's unit is not known.
 * @remarks Fader, Hardie and Lee (2005), Journal of Marketing Research 42(4), 415-430, https://doi.org/10.1509/jmkr.2005.42.4.415.
 * The purchases of the k-th month are discounted over k months; a month has 365.25 / 12 days.
 * @example
 * ```ts
 * import { predictLifetimeValue } from 'cx-scoring';
 *
 * const models = {
 *   purchases: { parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: 'week' as const },
 *   spend: { parameters: { p: 6.25, q: 3.74, gamma: 1544 } },
 * };
 * const customer = { frequency: 2, recency: 30.43, age: 38.86, monetaryValue: 2235 };
 * const worth = predictLifetimeValue(models, customer, { months: 12, margin: 0.3, annualDiscountRate: 0.1, currency: 'EUR' });
 * worth.spend; // ~> 2466
 * worth.purchases; // ~> 1.563
 * worth.value; // => 1102
 * ```
 */
export function predictLifetimeValue(
  models: LifetimeValueModels,
  customer: PurchaseHistory,
  options: LifetimeValueOptions,
): PredictedLifetimeValue {
  const where = 'predictLifetimeValue';
  requireOptions(where, options);
  requireObject(`${where}: models`, '{ purchases, spend }', models);
  requireObject(`${where}: models.purchases`, 'what fitBgNbd gives', models.purchases);
  const { months, margin, annualDiscountRate, currency } = options;
  const { unit } = models.purchases;
  requireOption(
    isWhole(months) && months >= 1 && months <= 1200,
    where,
    'months',
    'a whole number from 1 to 1200',
    months,
  );
  requireOption(margin >= -1 && margin <= 1, where, 'margin', 'a share from -1 to 1', margin);
  const isRate = annualDiscountRate >= 0 && annualDiscountRate < Infinity;
  requireOption(isRate, where, 'annualDiscountRate', 'a finite number from 0', annualDiscountRate);
  requireCurrency(where, currency);
  if (unit === null || !(unit in UNIT_DAYS)) {
    throw cxError('CX_INVALID_OPTION', `${where}: unit of the purchase model`, 'known: name it in fitBgNbd', unit);
  }
  const spend = predictSpend(models.spend, customer);
  const month = UNIT_DAYS.month / UNIT_DAYS[unit];
  const purchases = predictPurchases(models.purchases, customer, months * month);
  const known = { definition: definitionOf(options), interval: null, purchases, spend };
  const alive = probabilityAlive(models.purchases, customer);
  if (spend === null || purchases === null) return { ...known, value: null, probabilityAlive: alive };
  let before = 0;
  let discounted = 0;
  for (let k = 1; k <= months; k++) {
    const until = predictPurchases(models.purchases, customer, k * month) as number;
    discounted += (until - before) * (1 + annualDiscountRate) ** (-k / 12);
    before = until;
  }
  return { ...known, value: Math.round(margin * spend * discounted) + 0, probabilityAlive: alive };
}
