import { describe, expect, it } from 'vitest';
import {
  binomialLowerTail,
  binomialMass,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from '../../../src/statistics/binomial.js';
import { expectRelative } from './relative.js';

// mpmath 1.3 at 50 digits or more; large shapes by quadrature of the density.
const MASSES: readonly (readonly number[])[] = [
  [0, 10, 0.3, 0.028247524900000005],
  [3, 10, 0.3, 0.266827932],
  [4, 10, 0.3, 0.200120949],
  [10, 10, 0.3, 5.9048999999999975e-6],
  [10, 1000, 0.01, 0.12574021112620737],
  [13, 1000, 0.01, 0.07305328483094066],
  [26, 1000, 0.01, 1.0016120423871975e-5],
  [73, 1000, 0.01, 1.3600447646295592e-38],
  [4, 1000000, 1e-5, 0.01891633473460363],
  [10, 1000000, 1e-5, 0.12511066127589932],
  [13, 1000000, 1e-5, 0.07290809203986735],
  [73, 1000000, 1e-5, 1.0136555631643054e-37],
  [121, 1000000, 1e-5, 5.574766003436925e-85],
  [0, 1000000000, 1e-12, 0.9990004998333745],
  [1, 1000000000, 1e-12, 0.0009990004998343734],
  [299855086, 1000000000, 0.3, 5.285280120582652e-27],
  [299971017, 1000000000, 0.3, 3.725569617209081e-6],
  [300000000, 1000000000, 0.3, 2.7529632778422573e-5],
  [300014491, 1000000000, 0.3, 1.669784680692591e-5],
  [300289828, 1000000000, 0.3, 3.948925647502299e-92],
  [300507198, 1000000000, 0.3, 3.3111757225320924e-271],
  [965018, 1000000000, 0.001, 2.8645032843200645e-273],
  [998001, 1000000000, 0.001, 5.399995679716732e-5],
  [1000000, 1000000000, 0.001, 0.00039914186800791017],
  [1000999, 1000000000, 0.001, 0.00024213229396823744],
  [1004997, 1000000000, 0.001, 1.518654043091096e-9],
  [1034982, 1000000000, 0.001, 4.378817029933461e-267],
  [999888933, 1000000000, 0.9999, 2.4818685231302125e-260],
  [999896838, 1000000000, 0.9999, 4.0399158180335042e-25],
  [999899368, 1000000000, 0.9999, 0.00017137994901135356],
  [999900316, 1000000000, 0.9999, 0.0007665378893455648],
  [999901581, 1000000000, 0.9999, 4.439035455297798e-9],
  [999906324, 1000000000, 0.9999, 2.354743821695777e-92],
  [499982500000, 1000000000000, 0.5, 7.880791573587597e-273],
  [499995000000, 1000000000000, 0.5, 1.538919724135412e-28],
  [499999000000, 1000000000000, 0.5, 1.0798193302642109e-7],
  [500000000000, 1000000000000, 0.5, 7.978845608026659e-7],
  [500002500000, 1000000000000, 0.5, 2.9734390293501535e-12],
  [500010000000, 1000000000000, 0.5, 1.1041896579299857e-93],
  [500017500000, 1000000000000, 0.5, 7.880791573587597e-273],
];

const LOWER: readonly (readonly number[])[] = [
  [3, 10, 0.3, 0.6496107184000001],
  [4, 10, 0.3, 0.8497316674000001],
  [4, 1000, 0.01, 0.028686399999004724],
  [10, 1000, 0.01, 0.5830408033010982],
  [26, 1000, 0.01, 0.9999944294698945],
  [73, 1000, 0.01, 1],
  [120, 1000, 0.01, 1],
  [10, 1000000, 1e-5, 0.583039750194028],
  [13, 1000000, 1e-5, 0.8644655162453091],
  [26, 1000000, 1e-5, 0.99999357797774],
  [121, 1000000, 1e-5, 1],
  [1, 1000000000, 1e-12, 0.9999995003332088],
  [299492802, 1000000000, 0.3, 9.248710696793184e-269],
  [299855086, 1000000000, 0.3, 7.586291787123248e-24],
  [300000000, 1000000000, 0.3, 0.500015600125545],
  [300014491, 1000000000, 0.3, 0.8413468040874009],
  [300072457, 1000000000, 0.3, 0.9999997132475084],
  [300507198, 1000000000, 0.3, 1],
  [965018, 1000000000, 0.001, 8.174175195060006e-272],
  [990005, 1000000000, 0.001, 6.4793216735539154e-24],
  [1000000, 1000000000, 0.001, 0.5002659615195538],
  [1000999, 1000000000, 0.001, 0.8413447863854004],
  [1004997, 1000000000, 0.001, 0.9999997073646457],
  [1019990, 1000000000, 0.001, 1],
  [999888933, 1000000000, 0.9999, 2.488494438169948e-259],
  [999896838, 1000000000, 0.9999, 1.3051137241031499e-23],
  [999899368, 1000000000, 0.9999, 0.022993728922814184],
  [999900316, 1000000000, 0.9999, 0.841565396497272],
  [999901581, 1000000000, 0.9999, 0.9999997336343223],
  [999906324, 1000000000, 0.9999, 1],
];

const UPPER: readonly (readonly number[])[] = [
  [3, 10, 0.3, 0.3503892816],
  [4, 10, 0.3, 0.15026833259999997],
  [4, 1000, 0.01, 0.9713136000009953],
  [10, 1000, 0.01, 0.4169591966989018],
  [26, 1000, 0.01, 5.570530105473452e-6],
  [73, 1000, 0.01, 1.9655838577207176e-39],
  [120, 1000, 0.01, 1.0002187555396356e-87],
  [10, 1000000, 1e-5, 0.416960249805972],
  [13, 1000000, 1e-5, 0.1355344837546909],
  [26, 1000000, 1e-5, 6.422022259966217e-6],
  [121, 1000000, 1e-5, 4.9729446097110046e-86],
  [1, 1000000000, 1e-12, 4.996667911343395e-7],
  [299492802, 1000000000, 0.3, 1],
  [299855086, 1000000000, 0.3, 1],
  [300000000, 1000000000, 0.3, 0.499984399874455],
  [300014491, 1000000000, 0.3, 0.1586531959125991],
  [300072457, 1000000000, 0.3, 2.8675249166465773e-7],
  [300507198, 1000000000, 0.3, 1.3688466501199815e-268],
  [965018, 1000000000, 0.001, 1],
  [990005, 1000000000, 0.001, 1],
  [1000000, 1000000000, 0.001, 0.4997340384804462],
  [1000999, 1000000000, 0.001, 0.1586552136145995],
  [1004997, 1000000000, 0.001, 2.9263535428525575e-7],
  [1019990, 1000000000, 0.001, 1.0186827288116843e-88],
  [999888933, 1000000000, 0.9999, 1],
  [999896838, 1000000000, 0.9999, 1],
  [999899368, 1000000000, 0.9999, 0.9770062710771859],
  [999900316, 1000000000, 0.9999, 0.158434603502728],
  [999901581, 1000000000, 0.9999, 2.663656777291058e-7],
  [999906324, 1000000000, 0.9999, 3.479023983711442e-91],
];

describe('binomial', () => {
  it.each(MASSES)('mass at %s of %s with p %s', (k, n, p, expected) => {
    expectRelative(binomialMass(k, n, p), expected);
  });

  it.each(LOWER)('at most %s of %s with p %s', (k, n, p, expected) => {
    expectRelative(binomialLowerTail(k, n, p), expected);
  });

  it.each(UPPER)('more than %s of %s with p %s', (k, n, p, expected) => {
    expectRelative(binomialUpperTail(k, n, p), expected);
  });

  // Ten tosses: 1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1 of 1024.
  it.each([
    [0, 1, 1],
    [1, 10, 11],
    [2, 45, 56],
    [3, 120, 176],
    [4, 210, 386],
    [5, 252, 638],
    [6, 210, 848],
    [9, 10, 1023],
    [10, 1, 1024],
  ])('of ten tosses has %s heads in %s of 1024', (k, ways, below) => {
    expectRelative(binomialMass(k, 10, 0.5), ways / 1024, 4e-15);
    expectRelative(binomialLowerTail(k, 10, 0.5), below / 1024, 4e-15);
    expectRelative(binomialUpperTail(k, 10, 0.5), 1 - below / 1024, 1e-14);
    expect(binomialQuantile(below / 1024, 10, 0.5)).toBe(k);
    expect(binomialQuantile((below - 0.5) / 1024, 10, 0.5)).toBe(k);
    expect(binomialUpperQuantile(1 - below / 1024, 10, 0.5)).toBe(k);
    expect(binomialUpperQuantile(1 - (below - 0.5) / 1024, 10, 0.5)).toBe(k);
  });

  it('takes whole parts of k in tails and gives broken counts no mass', () => {
    expect(binomialLowerTail(3.9, 10, 0.5)).toBe(binomialLowerTail(3, 10, 0.5));
    expect(binomialUpperTail(3.9, 10, 0.5)).toBe(binomialUpperTail(3, 10, 0.5));
    expect(binomialMass(3.5, 10, 0.5)).toBe(0);
  });

  it.each([0, 0.3, 1])('has its ends for p %s', (p) => {
    expect(binomialMass(-1, 10, p)).toBe(0);
    expect(binomialMass(11, 10, p)).toBe(0);
    expect(binomialLowerTail(-0.5, 10, p)).toBe(0);
    expect(binomialUpperTail(-0.5, 10, p)).toBe(1);
    expect(binomialLowerTail(10, 10, p)).toBe(1);
    expect(binomialUpperTail(10, 10, p)).toBe(0);
    expect(binomialLowerTail(Infinity, 10, p)).toBe(1);
    expect(binomialUpperTail(-Infinity, 10, p)).toBe(1);
    expect(binomialMass(Infinity, 10, p)).toBe(0);
    expect(binomialQuantile(0, 10, p)).toBe(0);
    expect(binomialQuantile(1, 10, p)).toBe(10);
    expect(binomialUpperQuantile(1, 10, p)).toBe(0);
    expect(binomialUpperQuantile(0, 10, p)).toBe(10);
  });

  it('is certain for p 0 and p 1', () => {
    expect([0, 1, 10].map((k) => binomialMass(k, 10, 0))).toEqual([1, 0, 0]);
    expect([0, 9, 10].map((k) => binomialMass(k, 10, 1))).toEqual([0, 0, 1]);
    expect([0, 5].map((k) => binomialLowerTail(k, 10, 0))).toEqual([1, 1]);
    expect([0, 5].map((k) => binomialUpperTail(k, 10, 0))).toEqual([0, 0]);
    expect([0, 9].map((k) => binomialLowerTail(k, 10, 1))).toEqual([0, 0]);
    expect([0, 9].map((k) => binomialUpperTail(k, 10, 1))).toEqual([1, 1]);
    expect(binomialQuantile(0.3, 10, 0)).toBe(0);
    expect(binomialQuantile(0.3, 10, 1)).toBe(10);
    expect(binomialUpperQuantile(0.3, 10, 1)).toBe(10);
  });

  it('of no trials is always 0', () => {
    expect(binomialMass(0, 0, 0.3)).toBe(1);
    expect(binomialMass(0, 0, 0)).toBe(1);
    expect(binomialMass(0, 0, 1)).toBe(1);
    expect(binomialLowerTail(0, 0, 0.3)).toBe(1);
    expect(binomialUpperTail(0, 0, 0.3)).toBe(0);
    expect(binomialQuantile(0.7, 0, 0.3)).toBe(0);
    expect(binomialUpperQuantile(0.7, 0, 0.3)).toBe(0);
  });

  it('keeps the mass of the ends for many trials', () => {
    // n log(1 - p) and n log p, from mpmath.
    expectRelative(binomialMass(0, 1e9, 1e-9), 0.36787944098749655);
    expectRelative(binomialMass(10, 10, 1e-30), 1e-300);
    expectRelative(binomialMass(1, 5, 1e-300), 5e-300);
  });

  it.each([
    [1e-300, 1e9, 0.3],
    [1e-9, 1e9, 1e-8],
    [0.025, 1000, 0.01],
    [0.5, 1e9, 0.3],
    [0.975, 7, 0.9],
    [0.999999, 1e6, 0.5],
  ])('quantiles are the smallest counts that reach %s for n %s and p %s', (prob, n, p) => {
    const k = binomialQuantile(prob, n, p);
    expect(binomialLowerTail(k, n, p)).toBeGreaterThanOrEqual(prob);
    expect(k === 0 || binomialLowerTail(k - 1, n, p) < prob).toBe(true);
    const upper = binomialUpperQuantile(prob, n, p);
    expect(binomialUpperTail(upper, n, p)).toBeLessThanOrEqual(prob);
    expect(upper === 0 || binomialUpperTail(upper - 1, n, p) > prob).toBe(true);
  });

  it.each([
    [NaN, 10, 0.5],
    [1, NaN, 0.5],
    [1, -1, 0.5],
    [1, 2.5, 0.5],
    [1, Infinity, 0.5],
    [1, 2 ** 53, 0.5],
    [1, 10, NaN],
    [1, 10, -1e-300],
    [1, 10, 1.0000000000000002],
  ])('is NaN at %s of %s with p %s', (k, n, p) => {
    expect(binomialMass(k, n, p)).toBeNaN();
    expect(binomialLowerTail(k, n, p)).toBeNaN();
    expect(binomialUpperTail(k, n, p)).toBeNaN();
    expect(binomialQuantile(Number.isNaN(k) ? k : 0.5, n, p)).toBeNaN();
    expect(binomialUpperQuantile(Number.isNaN(k) ? k : 0.5, n, p)).toBeNaN();
  });

  // mpmath at 40 digits, for the double that each literal stands for.
  it.each([
    [1 - 1e-14, 67],
    [1 - 1e-15, 69],
  ])('has exact quantiles near certainty: %s', (prob, expected) => {
    expect(binomialQuantile(prob, 100, 0.3)).toBe(expected);
  });

  it.each([-1e-300, 1.0000000000000002])('has no quantile at probability %s', (prob) => {
    expect(binomialQuantile(prob, 10, 0.5)).toBeNaN();
    expect(binomialUpperQuantile(prob, 10, 0.5)).toBeNaN();
    expect(binomialQuantile(prob, 10, 0)).toBeNaN();
    expect(binomialUpperQuantile(prob, 0, 0.5)).toBeNaN();
  });
});
