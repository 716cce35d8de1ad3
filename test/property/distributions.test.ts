import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaLowerTail, betaQuantile, betaUpperQuantile, betaUpperTail } from '../../src/statistics/beta.js';
import {
  binomialLowerTail,
  binomialMass,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from '../../src/statistics/binomial.js';
import { erf, erfc } from '../../src/statistics/erf.js';
import { fLowerTail, fQuantile, fUpperQuantile, fUpperTail } from '../../src/statistics/fDistribution.js';
import { gammaLowerTail, gammaQuantile, gammaUpperQuantile, gammaUpperTail } from '../../src/statistics/gamma.js';
import { lowerRegularizedGamma, upperRegularizedGamma } from '../../src/statistics/incompleteGamma.js';
import { regularizedBeta, upperRegularizedBeta } from '../../src/statistics/incompleteBeta.js';
import { logBeta, logGamma } from '../../src/statistics/logGamma.js';
import { normalLowerTail, normalUpperQuantile, normalUpperTail } from '../../src/statistics/normal.js';
import { normalQuantile } from '../../src/statistics/normalQuantile.js';
import {
  poissonLowerTail,
  poissonMass,
  poissonQuantile,
  poissonUpperQuantile,
  poissonUpperTail,
} from '../../src/statistics/poisson.js';
import {
  studentTLowerTail,
  studentTQuantile,
  studentTUpperQuantile,
  studentTUpperTail,
} from '../../src/statistics/studentT.js';

const power = (from: number, to: number): fc.Arbitrary<number> =>
  fc.double({ min: from, max: to, noNaN: true }).map((exponent) => 10 ** exponent);

const shape = power(-2, 7);
const largeShape = power(0, 6);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const real = fc.double({ min: -40, max: 40, noNaN: true });
const probability = fc.oneof(power(-250, -0.001), fc.double({ min: 0.001, max: 0.999, noNaN: true }));

function near(got: number, wanted: number, tolerance: number): void {
  expect(Math.abs(got - wanted) <= tolerance * Math.abs(wanted), `${got} is not ${wanted}`).toBe(true);
}

type Tail = (x: number) => number;

/** Lower and upper tails lie from 0 to 1, move the right way and add up to 1. */
function areTails(lower: Tail, upper: Tail, x: number, y: number): void {
  const [low, high] = x < y ? [x, y] : [y, x];
  // Two methods may meet between the points, so order holds up to rounding.
  expect(lower(low)).toBeLessThanOrEqual(lower(high) * (1 + 1e-11));
  expect(upper(high)).toBeLessThanOrEqual(upper(low) * (1 + 1e-11));
  for (const at of [low, high]) {
    expect(lower(at)).toBeGreaterThanOrEqual(0);
    expect(upper(at)).toBeGreaterThanOrEqual(0);
    near(lower(at) + upper(at), 1, 1e-13);
  }
}

describe('tails', () => {
  it('of the normal law', () => {
    fc.assert(fc.property(real, real, (x, y) => areTails(normalLowerTail, normalUpperTail, x, y)));
    fc.assert(fc.property(real, (x) => near(erf(x) + erfc(x), 1, 1e-15)));
    fc.assert(fc.property(real, (x) => near(erfc(x / Math.SQRT2) / 2, normalUpperTail(x), 1e-12)));
  });

  it('of the t law', () => {
    fc.assert(
      fc.property(shape, real, real, (df, x, y) => {
        areTails(
          (t) => studentTLowerTail(t, df),
          (t) => studentTUpperTail(t, df),
          x,
          y,
        );
        expect(studentTLowerTail(x, df)).toBe(studentTUpperTail(-x, df));
      }),
    );
  });

  it('of the gamma law', () => {
    fc.assert(
      fc.property(shape, power(-3, 3), power(-1, 1), power(-1, 1), (a, rate, x, y) =>
        areTails(
          (at) => gammaLowerTail(at, a, rate),
          (at) => gammaUpperTail(at, a, rate),
          (x * a) / rate,
          (y * a) / rate,
        ),
      ),
    );
  });

  it('of the F law', () => {
    fc.assert(
      fc.property(shape, shape, power(-2, 2), power(-2, 2), (df1, df2, x, y) =>
        areTails(
          (at) => fLowerTail(at, df1, df2),
          (at) => fUpperTail(at, df1, df2),
          x,
          y,
        ),
      ),
    );
  });

  it('of the beta law, which mirrors when its shapes change places', () => {
    fc.assert(
      fc.property(shape, shape, share, share, (a, b, x, y) => {
        areTails(
          (at) => betaLowerTail(at, a, b),
          (at) => betaUpperTail(at, a, b),
          x,
          y,
        );
        // Dyadic, so that 1 - x is exact.
        const exact = Math.round(x * 1024) / 1024;
        near(betaLowerTail(exact, a, b), betaUpperTail(1 - exact, b, a), 1e-11);
      }),
    );
  });

  it('of counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), share, share, share, (n, p, x, y) =>
        areTails(
          (k) => binomialLowerTail(k, n, p),
          (k) => binomialUpperTail(k, n, p),
          x * n,
          y * n,
        ),
      ),
    );
    fc.assert(
      fc.property(power(-3, 7), power(-1, 1), power(-1, 1), (mean, x, y) =>
        areTails(
          (k) => poissonLowerTail(k, mean),
          (k) => poissonUpperTail(k, mean),
          x * mean,
          y * mean,
        ),
      ),
    );
  });
});

describe('recurrences', () => {
  it('log Γ(x + 1) = log Γ(x) + log x', () => {
    fc.assert(
      fc.property(power(-5, 8), (x) => {
        const sum = logGamma(x) + Math.log(x);
        expect(Math.abs(logGamma(x + 1) - sum)).toBeLessThanOrEqual(1e-14 * (1 + Math.abs(logGamma(x))));
      }),
    );
  });

  it('B(a + 1, b) = B(a, b) a / (a + b)', () => {
    fc.assert(
      fc.property(power(-3, 8), power(-3, 8), (a, b) => {
        const step = logBeta(a + 1, b) - logBeta(a, b);
        expect(Math.abs(step - Math.log(a / (a + b)))).toBeLessThanOrEqual(1e-14 * (1 + Math.abs(logBeta(a, b))));
      }),
    );
  });

  it('P(a, x) - P(a + 1, x) = xᵃ e⁻ˣ / Γ(a + 1), whichever method serves each', () => {
    fc.assert(
      fc.property(power(-2, 5.5), power(-1.5, 1.5), (a, ratio) => {
        const x = a * ratio;
        const step = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
        const noise = 1e-15 * (a * Math.abs(Math.log(x)) + x + 1);
        const tolerance = step * (1e-11 + 4 * noise);
        const lower = lowerRegularizedGamma(a, x) - lowerRegularizedGamma(a + 1, x);
        const upper = upperRegularizedGamma(a + 1, x) - upperRegularizedGamma(a, x);
        expect(Math.abs(lower - step)).toBeLessThanOrEqual(tolerance + 1e-12 * lowerRegularizedGamma(a, x));
        expect(Math.abs(upper - step)).toBeLessThanOrEqual(tolerance + 1e-12 * upperRegularizedGamma(a + 1, x));
      }),
    );
  });

  it('Iₓ(a, b) - Iₓ(a + 1, b) = xᵃ (1 - x)ᵇ / (a B(a, b)), whichever method serves each', () => {
    fc.assert(
      fc.property(power(-2, 5.5), power(-2, 5.5), fc.integer({ min: 1, max: 1023 }), (a, b, part) => {
        const x = part / 1024;
        const parts = [a * Math.log(x), b * Math.log1p(-x), -logBeta(a, b), -Math.log(a)];
        const step = Math.exp(parts.reduce((sum, value) => sum + value, 0));
        const noise = 1e-15 * parts.reduce((sum, value) => sum + Math.abs(value), 1);
        const tolerance = step * (1e-11 + 4 * noise);
        const lower = regularizedBeta(x, a, b) - regularizedBeta(x, a + 1, b);
        const upper = upperRegularizedBeta(x, a + 1, b) - upperRegularizedBeta(x, a, b);
        expect(Math.abs(lower - step)).toBeLessThanOrEqual(tolerance + 1e-12 * regularizedBeta(x, a, b));
        expect(Math.abs(upper - step)).toBeLessThanOrEqual(tolerance + 1e-12 * upperRegularizedBeta(x, a + 1, b));
      }),
    );
  });

  it('masses are the steps of the tails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), share, share, (n, p, x) => {
        const k = Math.round(x * n);
        const step = binomialLowerTail(k, n, p) - binomialLowerTail(k - 1, n, p);
        expect(Math.abs(step - binomialMass(k, n, p))).toBeLessThanOrEqual(1e-12 * binomialLowerTail(k, n, p));
      }),
    );
    fc.assert(
      fc.property(power(-3, 4), power(-1, 1), (mean, x) => {
        const k = Math.round(x * mean);
        const step = poissonUpperTail(k - 1, mean) - poissonUpperTail(k, mean);
        expect(Math.abs(step - poissonMass(k, mean))).toBeLessThanOrEqual(1e-12 * poissonUpperTail(k - 1, mean));
      }),
    );
  });
});

describe('quantiles undo tails', () => {
  // A quantile is a double: the tail it gives back is limited by the spacing of doubles around it.
  it('of the normal law', () => {
    fc.assert(
      fc.property(probability, (p) => {
        near(normalLowerTail(normalQuantile(p)), p, 1e-12);
        near(normalUpperTail(normalUpperQuantile(p)), p, 1e-12);
      }),
    );
  });

  it('of the t law', () => {
    fc.assert(
      fc.property(probability, largeShape, (p, df) => {
        near(studentTLowerTail(studentTQuantile(p, df), df), p, 1e-11);
        near(studentTUpperTail(studentTUpperQuantile(p, df), df), p, 1e-11);
      }),
    );
  });

  it('of the gamma law', () => {
    fc.assert(
      fc.property(probability, largeShape, power(-3, 3), (p, a, rate) => {
        near(gammaLowerTail(gammaQuantile(p, a, rate), a, rate), p, 1e-10);
        near(gammaUpperTail(gammaUpperQuantile(p, a, rate), a, rate), p, 1e-10);
      }),
    );
  });

  it('of the F law', () => {
    fc.assert(
      fc.property(probability, largeShape, largeShape, (p, df1, df2) => {
        const lower = fQuantile(p, df1 + 1, df2 + 1);
        const upper = fUpperQuantile(p, df1 + 1, df2 + 1);
        near(fLowerTail(lower, df1 + 1, df2 + 1), p, 1e-10);
        near(fUpperTail(upper, df1 + 1, df2 + 1), p, 1e-10);
      }),
    );
  });

  it('of the beta law, below one half of its interval', () => {
    fc.assert(
      fc.property(probability, largeShape, largeShape, (p, a, b) => {
        const lower = betaQuantile(p, a, b);
        if (lower < 0.5) near(betaLowerTail(lower, a, b), p, 1e-10);
        const upper = betaUpperQuantile(p, a, b);
        if (upper < 0.5) near(betaUpperTail(upper, a, b), p, 1e-10);
      }),
    );
  });

  it('of counts: the quantile of a tail is the count itself', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }));
    fc.assert(
      fc.property(counts, fc.double({ min: -6, max: 6, noNaN: true }), ([n, p], z) => {
        const k = Math.min(n, Math.max(0, Math.round(n * p + z * Math.sqrt(n * p * (1 - p)))));
        // A tail next to 1 has lost the digits that tell neighbours apart.
        if (binomialLowerTail(k, n, p) < 0.9) expect(binomialQuantile(binomialLowerTail(k, n, p), n, p)).toBe(k);
        if (binomialUpperTail(k, n, p) < 0.9 && k < n)
          expect(binomialUpperQuantile(binomialUpperTail(k, n, p), n, p)).toBe(k);
      }),
    );
    fc.assert(
      fc.property(power(-1, 4), fc.double({ min: -6, max: 6, noNaN: true }), (mean, z) => {
        const k = Math.max(0, Math.round(mean + z * Math.sqrt(mean)));
        if (poissonLowerTail(k, mean) < 0.9) expect(poissonQuantile(poissonLowerTail(k, mean), mean)).toBe(k);
        if (poissonUpperTail(k, mean) < 0.9) expect(poissonUpperQuantile(poissonUpperTail(k, mean), mean)).toBe(k);
      }),
    );
  });
});
