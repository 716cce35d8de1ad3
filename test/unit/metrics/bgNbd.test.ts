import { describe, expect, it } from 'vitest';
import { fitBgNbd } from '../../../src/metrics/business/bgNbd.js';
import { bgNbdLogLikelihood } from '../../../src/metrics/business/bgNbdLikelihood.js';
import {
  predictNewCustomerPurchases,
  predictPurchases,
  probabilityAlive,
  probabilityNoRepeat,
} from '../../../src/metrics/business/bgNbdPrediction.js';
import type { PurchaseHistory } from '../../../src/metrics/business/purchaseHistory.js';

const PUBLISHED = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const history = (frequency: number, recency: number, age: number): PurchaseHistory => ({ frequency, recency, age });
const BASE = [
  history(0, 0, 40),
  history(0, 0, 40),
  history(1, 1, 40),
  history(2, 3, 40),
  history(9, 39, 40),
  history(12, 38, 40),
];

describe('fitBgNbd', () => {
  it('stands at the top of the likelihood', () => {
    const { parameters, logLikelihood, converged, warnings } = fitBgNbd(BASE);
    expect({ converged, warnings }).toEqual({ converged: true, warnings: [] });
    if (parameters === null || logLikelihood === null) throw new Error('no fit');
    expect(logLikelihood).toBe(bgNbdLogLikelihood(parameters, BASE));
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      for (const factor of [0.9, 0.999, 1.001, 1.1]) {
        const elsewhere = { ...parameters, [name]: parameters[name] * factor };
        expect(bgNbdLogLikelihood(elsewhere, BASE)).toBeLessThan(logLikelihood);
      }
    }
  });

  it('scales with the unit of time', () => {
    const inWeeks = fitBgNbd(BASE);
    const inDays = fitBgNbd(BASE.map(({ frequency, recency, age }) => history(frequency, 7 * recency, 7 * age)));
    expect(inDays.parameters?.r).toBeCloseTo(inWeeks.parameters?.r ?? NaN, 4);
    expect((inDays.parameters?.alpha ?? NaN) / 7).toBeCloseTo(inWeeks.parameters?.alpha ?? NaN, 4);
    expect(inDays.parameters?.a).toBeCloseTo(inWeeks.parameters?.a ?? NaN, 4);
    expect(inDays.parameters?.b).toBeCloseTo(inWeeks.parameters?.b ?? NaN, 4);
  });

  it('has the same parameters for each customer twice, and twice the log-likelihood', () => {
    const once = fitBgNbd(BASE);
    const twice = fitBgNbd([...BASE, ...BASE]);
    expect(twice.parameters?.r).toBeCloseTo(once.parameters?.r ?? NaN, 5);
    expect(twice.logLikelihood).toBeCloseTo(2 * (once.logLikelihood ?? NaN), 8);
    expect(twice).toMatchObject({ sampleSize: 12, repeatPurchases: 48 });
  });

  it('leaves out what is missing or impossible, and counts it', () => {
    const wrong = [history(1, 50, 40), history(0, 2, 40), { frequency: 1, recency: 2 } as PurchaseHistory];
    const fit = fitBgNbd([...wrong, ...BASE]);
    expect(fit).toEqual({ ...fitBgNbd(BASE), excluded: { missing: 1, impossible: 2 } });
  });

  it('says which parameters the data do not tell', () => {
    const alike = [6, 7, 8, 7].map((frequency) => history(frequency, 39, 40));
    const { warnings } = fitBgNbd(alike);
    const edges = warnings.flatMap((warning) => (warning.code === 'parameter-at-edge' ? [warning.parameter] : []));
    expect(edges).toContain('r');
    expect(edges).toContain('alpha');
    expect(edges).toContain('a');
  });

  it.each([
    ['no customer', []],
    ['no repeat purchase', [history(0, 0, 40), history(0, 0, 20)]],
    ['no time', [history(2, 0, 0)]],
  ])('has no parameters with %s', (_, customers) => {
    expect(fitBgNbd(customers)).toMatchObject({
      parameters: null,
      logLikelihood: null,
      converged: false,
      iterations: 0,
      sampleSize: customers.length,
      warnings: [{ code: 'no-data' }],
    });
  });

  it('keeps the unit', () => {
    expect(fitBgNbd(BASE).unit).toBeNull();
    for (const unit of ['day', 'week', 'month'] as const) expect(fitBgNbd(BASE, { unit }).unit).toBe(unit);
    expect(() => fitBgNbd(BASE, { unit: 'year' as 'month' })).toThrow(
      'fitBgNbd: option "unit" must be "day", "week" or "month", received "year"',
    );
  });

  it('survives JSON', () => {
    const fit = fitBgNbd(BASE, { unit: 'week' });
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });
});

describe('bgNbdLogLikelihood', () => {
  it('is 0 for a customer of today', () => {
    expect(bgNbdLogLikelihood(PUBLISHED, [history(0, 0, 0)])).toBeCloseTo(0, 14);
  });

  // Equation 6 with r = alpha = a = b = 1: 1/2 of (1/(1+T))², alive, plus (1/(1+tx))², gone.
  it('is what the formula says for parameters of 1', () => {
    expect(bgNbdLogLikelihood({ r: 1, alpha: 1, a: 1, b: 1 }, [history(1, 1, 3)])).toBeCloseTo(
      Math.log((1 / 16 + 1 / 4) / 2),
      14,
    );
  });

  it('adds up over customers', () => {
    const each = BASE.map((customer) => bgNbdLogLikelihood(PUBLISHED, [customer]) ?? NaN);
    expect(bgNbdLogLikelihood(PUBLISHED, BASE)).toBeCloseTo(
      each.reduce((sum, value) => sum + value, 0),
      12,
    );
  });

  it('is null without customers, and for no model', () => {
    expect(bgNbdLogLikelihood(PUBLISHED, [])).toBeNull();
    expect(bgNbdLogLikelihood(PUBLISHED, [history(0, 1, 2)])).toBeNull();
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      for (const value of [0, -1, NaN, Infinity])
        expect(bgNbdLogLikelihood({ ...PUBLISHED, [name]: value }, BASE)).toBeNull();
    }
  });
});

describe('predictions', () => {
  const fit = { parameters: PUBLISHED };
  const customer = history(2, 30.43, 38.86);

  it('expect nothing within no time', () => {
    expect(predictPurchases(fit, customer, 0)).toBe(0);
    expect(predictNewCustomerPurchases(fit, 0)).toBe(0);
    expect(probabilityNoRepeat(fit, 0)).toBe(1);
  });

  it('take a new customer for one without history', () => {
    expect(predictNewCustomerPurchases(fit, 30)).toBe(predictPurchases(fit, history(0, 0, 0), 30));
  });

  it('are certain of a customer without repeat purchase', () => {
    expect(probabilityAlive(fit, history(0, 0, 38.86))).toBe(1);
  });

  // 1 / (1 + a / (b + x - 1) ((alpha + T) / (alpha + tx)) ** (r + x)) by hand.
  it('give P(alive) of a simple model', () => {
    const simple = { parameters: { r: 1, alpha: 1, a: 1, b: 1 } };
    expect(probabilityAlive(simple, history(1, 1, 3))).toBeCloseTo(1 / 5, 14);
  });

  it('are null without parameters, and for a history that cannot be', () => {
    expect(predictPurchases({ parameters: null }, customer, 10)).toBeNull();
    expect(predictNewCustomerPurchases({ parameters: null }, 10)).toBeNull();
    expect(probabilityAlive({ parameters: null }, customer)).toBeNull();
    expect(probabilityNoRepeat({ parameters: null }, 10)).toBeNull();
    expect(probabilityNoRepeat({ parameters: { ...PUBLISHED, a: 0 } }, 10)).toBeNull();
    expect(predictPurchases(fit, history(2, 40, 38), 10)).toBeNull();
    expect(probabilityAlive(fit, history(0.5, 1, 38))).toBeNull();
  });

  it('are null where the numbers are too large', () => {
    expect(predictPurchases(fit, history(2_000_000, 30, 40), 10)).toBeNull();
  });

  it('give up on a customer who is silent for ever', () => {
    expect(probabilityAlive(fit, history(500, 1, 1e6))).toBe(0);
    expect(predictPurchases(fit, history(500, 1, 1e6), 10)).toBe(0);
  });

  it.each([-1, NaN, Infinity])('refuse a horizon of %d', (horizon) => {
    const rule = 'option "horizon" must be a finite number from 0';
    expect(() => predictPurchases(fit, customer, horizon)).toThrow(`predictPurchases: ${rule}`);
    expect(() => predictNewCustomerPurchases(fit, horizon)).toThrow(`predictNewCustomerPurchases: ${rule}`);
    expect(() => probabilityNoRepeat(fit, horizon)).toThrow(`probabilityNoRepeat: ${rule}`);
  });
});
