import { describe, expect, it } from 'vitest';
import { betaLowerTail, betaQuantile } from '../../src/statistics/beta.js';
import { binomialLowerTail, binomialMass } from '../../src/statistics/binomial.js';
import { chiSquaredLowerTail, chiSquaredQuantile, chiSquaredUpperTail } from '../../src/statistics/chiSquared.js';
import { erf, erfc } from '../../src/statistics/erf.js';
import { fQuantile, fUpperTail } from '../../src/statistics/fDistribution.js';
import { lowerRegularizedGamma, upperRegularizedGamma } from '../../src/statistics/incompleteGamma.js';
import { logGamma } from '../../src/statistics/logGamma.js';
import { normalDensity, normalLowerTail, normalUpperTail } from '../../src/statistics/normal.js';
import { normalQuantile } from '../../src/statistics/normalQuantile.js';
import { poissonLowerTail, poissonMass } from '../../src/statistics/poisson.js';
import { studentTLowerTail, studentTQuantile, studentTUpperTail } from '../../src/statistics/studentT.js';
import fixture from './fixtures/distributions.json' with { type: 'json' };

type Call = readonly [compute: (...values: number[]) => number, ...inputs: string[]];

const CALLS: Readonly<Record<string, Call>> = {
  'normal cdf': [normalLowerTail, 'x'],
  'normal sf': [normalUpperTail, 'x'],
  'normal pdf': [normalDensity, 'x'],
  'normal quantile': [normalQuantile, 'p'],
  't cdf': [studentTLowerTail, 'x', 'df'],
  't sf': [studentTUpperTail, 'x', 'df'],
  't quantile': [studentTQuantile, 'p', 'df'],
  'chi2 cdf': [chiSquaredLowerTail, 'x', 'df'],
  'chi2 sf': [chiSquaredUpperTail, 'x', 'df'],
  'chi2 quantile': [chiSquaredQuantile, 'p', 'df'],
  'F sf': [fUpperTail, 'x', 'df1', 'df2'],
  'F quantile': [fQuantile, 'p', 'df1', 'df2'],
  'beta cdf': [betaLowerTail, 'x', 'a', 'b'],
  'beta quantile': [betaQuantile, 'p', 'a', 'b'],
  'gammaRegularized P': [lowerRegularizedGamma, 'a', 'x'],
  'gammaRegularized Q': [upperRegularizedGamma, 'a', 'x'],
  'lgamma value': [logGamma, 'x'],
  'erf value': [erf, 'x'],
  'erfc value': [erfc, 'x'],
  'binomial pmf': [binomialMass, 'x', 'n', 'p'],
  'binomial cdf': [binomialLowerTail, 'x', 'n', 'p'],
  'poisson pmf': [poissonMass, 'x', 'lambda'],
  'poisson cdf': [poissonLowerTail, 'x', 'lambda'],
};

const asNumber = (value: unknown): number => (typeof value === 'number' ? value : Number(value));

const groups = new Map<string, typeof fixture.cases>();
for (const one of fixture.cases) {
  const key = `${one.input.dist} ${one.input.fn}`;
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}

describe('distributions against mpmath at 50 digits', () => {
  it('covers every kind of case of the fixture', () => {
    expect([...groups.keys()].sort()).toEqual(Object.keys(CALLS).sort());
    expect(fixture.cases).toHaveLength(830);
  });

  for (const [key, cases] of groups) {
    describe(key, () => {
      it.each(cases)('$name', ({ input, expected, tolerance }) => {
        const [compute, ...names] = CALLS[key] ?? [() => NaN];
        const values = new Map<string, unknown>(Object.entries(input));
        const got = compute(...names.map((name) => asNumber(values.get(name))));
        const wanted = asNumber(expected.value);
        // Written so that NaN fails.
        expect(Math.abs(got - wanted) <= tolerance.abs + tolerance.rel * Math.abs(wanted), `${got} for ${wanted}`).toBe(
          true,
        );
      });
    });
  }
});
