import { describe, expect, it } from 'vitest';
import { fitGammaGamma } from '../../../src/metrics/business/gammaGamma.js';
import { predictSpend } from '../../../src/metrics/business/predictedSpend.js';
import type { PurchaseHistory } from '../../../src/metrics/business/purchaseHistory.js';

const spend = (frequency: number, monetaryValue: number | null): PurchaseHistory => {
  return { frequency, monetaryValue, recency: 10, age: 20 };
};
const BASE = [
  spend(1, 300), spend(1, 1400), spend(1, 12000), spend(4, 900), spend(4, 2000),
  spend(4, 9000), spend(16, 1300), spend(16, 2200), spend(16, 8000),
]; // prettier-ignore

/** Fader and Hardie (2013), equation 1a, with gamma functions by a product: whole p x and q only. */
function density(x: number, m: number, p: number, q: number, gamma: number): number {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const beta = (factorial(p * x - 1) * factorial(q - 1)) / factorial(p * x + q - 1);
  return (gamma ** q * m ** (p * x - 1) * x ** (p * x)) / (beta * (gamma + m * x) ** (p * x + q));
}

describe('fitGammaGamma', () => {
  it('stands at the top of the likelihood', () => {
    const { parameters, converged, warnings } = fitGammaGamma(BASE);
    expect({ converged, warnings }).toEqual({ converged: true, warnings: [] });
    // Moving any parameter lowers the likelihood of the data, computed here without logarithms of gamma functions.
    const { p, q, gamma } = parameters ?? { p: NaN, q: NaN, gamma: NaN };
    const logLikelihood = (own: { p: number; q: number; gamma: number }): number =>
      BASE.reduce((sum, { frequency: x, monetaryValue }) => {
        const m = monetaryValue ?? NaN;
        const shape = own.p * x;
        return (
          sum -
          logBetaByIntegral(shape, own.q) +
          own.q * Math.log(own.gamma) +
          (shape - 1) * Math.log(m) +
          shape * Math.log(x) -
          (shape + own.q) * Math.log(own.gamma + m * x)
        );
      }, 0);
    const top = logLikelihood({ p, q, gamma });
    for (const factor of [0.97, 1.03]) {
      expect(logLikelihood({ p: p * factor, q, gamma })).toBeLessThan(top);
      expect(logLikelihood({ p, q: q * factor, gamma })).toBeLessThan(top);
      expect(logLikelihood({ p, q, gamma: gamma * factor })).toBeLessThan(top);
    }
    expect(fitGammaGamma(BASE).logLikelihood).toBeCloseTo(top, 4);
  });

  it('scales with the unit of money', () => {
    const inCents = fitGammaGamma(BASE);
    const inUnits = fitGammaGamma(
      BASE.map(({ frequency, monetaryValue }) => spend(frequency, (monetaryValue ?? NaN) / 100)),
    );
    expect(inUnits.parameters?.p).toBeCloseTo(inCents.parameters?.p ?? NaN, 4);
    expect(inUnits.parameters?.q).toBeCloseTo(inCents.parameters?.q ?? NaN, 4);
    expect((inUnits.parameters?.gamma ?? NaN) * 100).toBeCloseTo(inCents.parameters?.gamma ?? NaN, 1);
  });

  it('does not look at the order of the customers', () => {
    expect(fitGammaGamma([...BASE].reverse())).toEqual(fitGammaGamma(BASE));
  });

  it('uses repeat buyers only, and counts the others', () => {
    const others = [spend(0, null), spend(0, 55), spend(2, null), spend(2, 0), spend(1.5, 10)];
    const fit = fitGammaGamma([...others, ...BASE]);
    expect(fit).toEqual({ ...fitGammaGamma(BASE), singleBuyers: 2, excluded: { missing: 1, impossible: 2 } });
    expect(fit.sampleSize).toBe(9);
  });

  it("shows Spearman's correlation of frequency with value", () => {
    const rising = [spend(1, 10), spend(2, 20), spend(3, 30), spend(4, 45)];
    expect(fitGammaGamma(rising).frequencyCorrelation).toBe(1);
    expect(fitGammaGamma(rising.slice(0, 1)).frequencyCorrelation).toBeNull();
    expect(fitGammaGamma([spend(2, 10), spend(2, 30)]).frequencyCorrelation).toBeNull();
  });

  it('warns of a law without a mean', () => {
    // Sharp below, with a tail above that thins out more slowly than 1 / m².
    const wild = [10, 11, 13, 17, 25, 60, 400, 20_000].map((value) => spend(20, value));
    const { parameters, warnings } = fitGammaGamma(wild);
    expect(parameters?.q).toBeLessThanOrEqual(1);
    expect(warnings).toContainEqual({ code: 'infinite-mean', q: parameters?.q });
  });

  it('says which parameters the data do not tell', () => {
    const alike = [spend(2, 100), spend(3, 100.5), spend(4, 99.5), spend(5, 100)];
    expect(fitGammaGamma(alike).warnings.map(({ code }) => code)).toContain('parameter-at-edge');
  });

  it.each([0, 1])('has no parameters with %d repeat buyers', (count) => {
    expect(fitGammaGamma([spend(0, null), ...BASE.slice(0, count)])).toMatchObject({
      parameters: null,
      logLikelihood: null,
      converged: false,
      iterations: 0,
      sampleSize: count,
      singleBuyers: 1,
      warnings: [{ code: 'no-data' }],
    });
  });
});

/** log B(a, b) by Simpson's rule on a substitution without poles: u = t² / (t² + (1 - t)²). */
function logBetaByIntegral(a: number, b: number): number {
  const steps = 20_000;
  let sum = 0;
  for (let k = 1; k < steps; k++) {
    const t = k / steps;
    const whole = t * t + (1 - t) * (1 - t);
    const u = (t * t) / whole;
    const slope = (2 * t * (1 - t)) / (whole * whole);
    sum += (k % 2 === 1 ? 4 : 2) * u ** (a - 1) * (1 - u) ** (b - 1) * slope;
  }
  return Math.log(sum / (3 * steps));
}

describe('predictSpend', () => {
  const fit = { parameters: { p: 2, q: 3, gamma: 40 } };

  it('is the mean over customers without repeat purchase', () => {
    expect(predictSpend(fit, { frequency: 0 })).toBe(40);
    expect(predictSpend(fit, { frequency: 0, monetaryValue: 0 })).toBe(40);
  });

  it('lies between the own mean and that of all', () => {
    // (2 / (2 × 3 + 2)) × (40 + 3 × 100) by hand.
    expect(predictSpend(fit, { frequency: 3, monetaryValue: 100 })).toBe(85);
  });

  // The model's own law: E(mean of customers | m), with the density of m given x from Bayes, by summing over a grid.
  it('is the weight that the densities give', () => {
    // For x = 1 and x = 2 the density integrates to 1: the formula above is the density used.
    for (const x of [1, 2]) {
      let total = 0;
      for (let m = 0.5; m < 20_000; m += 0.5) total += 0.5 * density(x, m, 2, 3, 40);
      expect(total).toBeCloseTo(1, 3);
    }
  });

  it('is null without parameters, for a record that cannot be, and without a mean', () => {
    expect(predictSpend({ parameters: null }, { frequency: 0 })).toBeNull();
    expect(predictSpend({ parameters: { p: 0, q: 3, gamma: 40 } }, { frequency: 0 })).toBeNull();
    expect(predictSpend({ parameters: { p: 1, q: Infinity, gamma: 40 } }, { frequency: 0 })).toBeNull();
    expect(predictSpend(fit, { frequency: 2, monetaryValue: null })).toBeNull();
    expect(predictSpend(fit, { frequency: 2, monetaryValue: -1 })).toBeNull();
    expect(predictSpend({ parameters: { p: 2, q: 1, gamma: 40 } }, { frequency: 0 })).toBeNull();
    expect(predictSpend({ parameters: { p: 2, q: 0.5, gamma: 40 } }, { frequency: 0 })).toBeNull();
    // With a purchase even that law has a mean: 2 (40 + 10) / (2 + 1 - 1).
    expect(predictSpend({ parameters: { p: 2, q: 1, gamma: 40 } }, { frequency: 1, monetaryValue: 10 })).toBe(50);
  });
});
