import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalCriticalValue } from '../../../src/statistics/criticalValue.js';
import {
  clopperPearsonInterval,
  jeffreysInterval,
  midPInterval,
} from '../../../src/statistics/exactProportionInterval.js';
import {
  agrestiCoullInterval,
  waldInterval,
  wilsonContinuityInterval,
  wilsonInterval,
} from '../../../src/statistics/proportionInterval.js';

const nothing = { lower: NaN, upper: NaN };
const closed = { wilsonInterval, wilsonContinuityInterval, agrestiCoullInterval, waldInterval };
const exact = { clopperPearsonInterval, midPInterval, jeffreysInterval };

describe.each(Object.entries({ ...closed, ...exact }))('%s', (_, interval) => {
  it.each<[number, number]>([
    [-1, 10],
    [11, 10],
    [10.001, 10],
    [NaN, 10],
    [1, NaN],
    [0, 0],
    [-1, -2],
    [3, Infinity],
    [Infinity, Infinity],
  ])('is NaN for %d of %d', (successes, n) => {
    expect(interval(successes, n)).toEqual(nothing);
  });

  it.each([0, 1, -0.5, 1.5, 95, NaN])('is NaN at confidence %d', (confidence) => {
    for (const successes of [0, 3, 10]) expect(interval(successes, 10, confidence)).toEqual(nothing);
  });

  it('is 95 % by default', () => {
    expect(interval(3, 10)).toEqual(interval(3, 10, 0.95));
  });
});

describe.each(Object.entries({ wilsonInterval, wilsonContinuityInterval, ...exact }))(
  '%s at the ends',
  (_, interval) => {
    it.each([1, 2, 7, 20, 1000, 1e9])('touches 0 and 1 exactly for n = %d', (n) => {
      expect(Object.is(interval(0, n).lower, 0)).toBe(true);
      expect(interval(n, n).upper).toBe(1);
      expect(interval(0, n).upper).toBeGreaterThan(0);
      expect(interval(n, n).lower).toBeLessThan(1);
    });
  },
);

describe('wilsonInterval', () => {
  // 30 digits, mpmath.
  it('takes fractions of a success', () => {
    const { lower, upper } = wilsonInterval(3.7, 10.4, 0.9);
    expect(lower).toBeCloseTo(0.16599344799197303, 14);
    expect(upper).toBeCloseTo(0.60509578531543969, 14);
  });

  it('loses no digit of one in a thousand million', () => {
    const { lower, upper } = wilsonInterval(1, 1e9);
    expect(lower / 1.7652455495696313e-10).toBeCloseTo(1, 13);
    expect(upper / 5.6649342432974394e-9).toBeCloseTo(1, 13);
  });

  it('imports no distribution but the normal quantile', () => {
    const imports = (file: string): string[] => {
      const text = readFileSync(new URL(`../../../src/statistics/${file}`, import.meta.url), 'utf8');
      return [...text.matchAll(/^import \{.*'\.\/(.*)\.js';$/gm)].map((match) => `${match[1] ?? ''}.ts`);
    };
    expect(imports('proportionInterval.ts')).toEqual(['criticalValue.ts', 'successCount.ts']);
    expect(imports('criticalValue.ts').filter((file) => file !== 'normalQuantile.ts')).toEqual([]);
    expect(imports('successCount.ts')).toEqual([]);
  });
});

describe('wilsonContinuityInterval', () => {
  it('corrects by at most the distance from half', () => {
    expect(wilsonContinuityInterval(5, 10)).toEqual(wilsonInterval(5, 10));
    expect(wilsonContinuityInterval(6, 10).lower).toBeLessThan(wilsonInterval(6, 10).lower);
    expect(wilsonContinuityInterval(4, 10).upper).toBeGreaterThan(wilsonInterval(4, 10).upper);
  });
});

describe('agrestiCoullInterval and waldInterval', () => {
  // 30 digits, mpmath.
  it('take fractions of a success', () => {
    expect(agrestiCoullInterval(3.7, 10.4, 0.9).lower).toBeCloseTo(0.16439701291724775, 14);
    expect(agrestiCoullInterval(3.7, 10.4, 0.9).upper).toBeCloseTo(0.60669222039016497, 14);
    expect(waldInterval(3.7, 10.4, 0.9).lower).toBeCloseTo(0.11158618235197002, 14);
    expect(waldInterval(3.7, 10.4, 0.9).upper).toBeCloseTo(0.59995227918649152, 14);
  });

  it('are not clipped', () => {
    expect(agrestiCoullInterval(0, 20).lower).toBeCloseTo(-0.028684402489669455, 14);
    expect(waldInterval(1, 29).lower).toBeLessThan(0);
  });

  it('has no width when everybody agrees (Wald)', () => {
    expect(waldInterval(0, 20)).toEqual({ lower: 0, upper: 0 });
    expect(waldInterval(20, 20)).toEqual({ lower: 1, upper: 1 });
  });
});

describe('exact intervals', () => {
  // SciPy 1.17, beta.ppf.
  it('take fractions of a success', () => {
    expect(clopperPearsonInterval(3.7, 10.4).lower).toBeCloseTo(0.09947887557880077, 12);
    expect(clopperPearsonInterval(3.7, 10.4).upper).toBeCloseTo(0.6946089713213319, 12);
    expect(jeffreysInterval(3.7, 10.4).lower).toBeCloseTo(0.1280410361344977, 12);
  });

  it.each([
    [2.5, 10],
    [2, 10.5],
  ])('ask for whole numbers in mid-P: %d of %d', (successes, n) => {
    expect(midPInterval(successes, n)).toEqual(nothing);
  });

  it('solve mid-P at any confidence', () => {
    // With half the outcome in each tail, (1 - p)^1 / 2 + 0 at 0 of 1.
    expect(midPInterval(0, 1, 0.001).upper).toBeCloseTo(0.001, 14);
    expect(midPInterval(1, 2, 0.001).lower).toBeCloseTo(0.4995, 12);
    expect(midPInterval(9, 10, 0.001).upper).toBeGreaterThan(0.85);
  });

  it('keep equal tails of Jeffreys at the ends on request', () => {
    expect(jeffreysInterval(0, 20, 0.95, 'equal-tailed').lower).toBeCloseTo(2.4246478459242767e-5, 14);
    expect(jeffreysInterval(20, 20, 0.95, 'equal-tailed').upper).toBeCloseTo(1 - 2.4246478459242767e-5, 14);
    expect(jeffreysInterval(0, 20)).toEqual(jeffreysInterval(0, 20, 0.95, 'boundary'));
    expect(jeffreysInterval(5, 20, 0.95, 'equal-tailed')).toEqual(jeffreysInterval(5, 20));
  });
});

describe('normalCriticalValue', () => {
  it('is the two-sided quantile', () => {
    expect(normalCriticalValue(0.95)).toBeCloseTo(1.959963984540054, 13);
    expect(normalCriticalValue(0.99)).toBeCloseTo(2.5758293035489, 12);
  });

  it.each([0, 1, -1, 2, NaN])('is NaN at %d', (confidence) => {
    expect(normalCriticalValue(confidence)).toBeNaN();
  });
});
