import { describe, expect, it } from 'vitest';
import { predictPurchases } from '../../../src/metrics/business/bgNbdPrediction.js';
import { predictLifetimeValue } from '../../../src/metrics/business/predictedLifetimeValue.js';

const models = {
  purchases: { parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: 'week' as const },
  spend: { parameters: { p: 6.25, q: 3.74, gamma: 1544 } },
};
const customer = { frequency: 2, recency: 30.43, age: 38.86, monetaryValue: 2235 };
const options = { months: 12, margin: 0.3, annualDiscountRate: 0.1, currency: 'EUR' };

describe('predictLifetimeValue', () => {
  it('is margin times spend times purchases, where nothing is discounted', () => {
    const { value, purchases, spend } = predictLifetimeValue(models, customer, { ...options, annualDiscountRate: 0 });
    expect(purchases).toBeCloseTo(predictPurchases(models.purchases, customer, 365.25 / 7) ?? NaN, 12);
    expect(spend).toBeCloseTo((6.25 * (1544 + 2 * 2235)) / (6.25 * 2 + 2.74), 10);
    expect(value).toBe(Math.round(0.3 * (purchases ?? NaN) * (spend ?? NaN)));
  });

  it('discounts each month at its end', () => {
    const month = 365.25 / 84;
    const [one, two] = [1, 2].map((k) => predictPurchases(models.purchases, customer, k * month) ?? NaN) as [
      number,
      number,
    ];
    const { value, spend } = predictLifetimeValue(models, customer, {
      ...options,
      months: 2,
      margin: 1,
      annualDiscountRate: 0.5,
    });
    expect(value).toBe(Math.round((spend ?? NaN) * (one * 1.5 ** (-1 / 12) + (two - one) * 1.5 ** (-2 / 12))));
  });

  it.each([
    ['day', 7],
    ['week', 1],
    ['month', 84 / 365.25],
  ] as const)('knows what a month is in units of a %s', (unit, factor) => {
    const { r, alpha, a, b } = models.purchases.parameters;
    const purchases = { parameters: { r, alpha: alpha * factor, a, b }, unit };
    const scaled = { ...customer, recency: customer.recency * factor, age: customer.age * factor };
    const expected = predictLifetimeValue(models, customer, options);
    const got = predictLifetimeValue({ ...models, purchases }, scaled, options);
    expect(got.value).toBe(expected.value);
    expect(got.purchases).toBeCloseTo(expected.purchases ?? NaN, 10);
  });

  it('counts in the chance to have left', () => {
    const { probabilityAlive } = predictLifetimeValue(models, customer, options);
    expect(probabilityAlive).toBeCloseTo(0.7266, 4);
  });

  it('is negative for a negative margin, and never minus 0', () => {
    expect(predictLifetimeValue(models, customer, { ...options, margin: -0.3 }).value).toBe(-1102);
    expect(Object.is(predictLifetimeValue(models, customer, { ...options, margin: -1e-9 }).value, 0)).toBe(true);
  });

  it('says what it means', () => {
    expect(predictLifetimeValue(models, customer, options).definition).toEqual({
      id: 'predicted-lifetime-value',
      family: 'model',
      statistic: 'mean',
      unit: 'money',
      direction: 'higher-is-better',
      range: null,
      parameters: { model: 'bg-nbd-gamma-gamma', months: 12, margin: 0.3, annualDiscountRate: 0.1, currency: 'EUR' },
    });
  });

  it('knows what it can', () => {
    const purchases = { parameters: null, unit: 'week' as const };
    const withoutPurchases = predictLifetimeValue({ ...models, purchases }, customer, options);
    expect(withoutPurchases).toMatchObject({ value: null, purchases: null, probabilityAlive: null, interval: null });
    expect(withoutPurchases.spend).toBeGreaterThan(0);
    const withoutSpend = predictLifetimeValue({ ...models, spend: { parameters: null } }, customer, options);
    expect(withoutSpend).toMatchObject({ value: null, spend: null });
    expect(withoutSpend.purchases).toBeGreaterThan(0);
    expect(predictLifetimeValue(models, { ...customer, recency: 50 }, options).value).toBeNull();
  });

  it.each([
    ['months', 0, 'a whole number from 1 to 1200'],
    ['months', 1201, 'a whole number from 1 to 1200'],
    ['months', 1.5, 'a whole number from 1 to 1200'],
    ['margin', 1.01, 'a share from -1 to 1'],
    ['margin', -1.01, 'a share from -1 to 1'],
    ['margin', NaN, 'a share from -1 to 1'],
    ['annualDiscountRate', -0.01, 'a finite number from 0'],
    ['annualDiscountRate', Infinity, 'a finite number from 0'],
  ])('refuses option %s of %d', (name, value, rule) => {
    expect(() => predictLifetimeValue(models, customer, { ...options, [name]: value })).toThrow(
      `predictLifetimeValue: option "${name}" must be ${rule}, received ${value}`,
    );
  });

  it.each([1, 1200])('takes %d months', (months) => {
    expect(predictLifetimeValue(models, customer, { ...options, months }).value).toBeGreaterThan(0);
  });

  it('takes margins of -1 and 1', () => {
    for (const margin of [-1, 1])
      expect(predictLifetimeValue(models, customer, { ...options, margin }).value).toBe(margin * 3675);
  });

  it('refuses a currency that is none, and a model of unknown unit', () => {
    expect(() => predictLifetimeValue(models, customer, { ...options, currency: 'euro' })).toThrow('option "currency"');
    const purchases = { ...models.purchases, unit: null };
    expect(() => predictLifetimeValue({ ...models, purchases }, customer, options)).toThrow(
      'predictLifetimeValue: unit of the purchase model must be known: name it in fitBgNbd, received null',
    );
    const odd = { ...models.purchases, unit: 'year' as 'week' };
    expect(() => predictLifetimeValue({ ...models, purchases: odd }, customer, options)).toThrow('received "year"');
  });
});
