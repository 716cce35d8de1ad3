import { describe, expect, it } from 'vitest';
import { normalDensity, normalUpperQuantile, normalUpperTail } from '../../../src/statistics/normal.js';
import { normalQuantile } from '../../../src/statistics/normalQuantile.js';
import {
  studentTDensity,
  studentTLowerTail,
  studentTQuantile,
  studentTUpperQuantile,
  studentTUpperTail,
} from '../../../src/statistics/studentT.js';
import { expectRelative } from './relative.js';

// mpmath 1.3 at 50 digits or more; large shapes by quadrature of the density.
const TAILS: readonly (readonly number[])[] = [
  [1e-10, 0.01, 0.49999999999503436],
  [0.5, 0.01, 0.4885901766846797],
  [1.3, 0.01, 0.4839846177450567],
  [12, 0.01, 0.4733534494699053],
  [37, 0.01, 0.4680534053456861],
  [10000000000, 0.01, 0.38545832915096484],
  [0.01, 0.5, 0.49730337181805223],
  [1, 0.5, 0.3011216108413221],
  [2, 0.5, 0.22275744509156561],
  [30, 0.5, 0.058546841490053445],
  [1000, 0.5, 0.010141454540857095],
  [1e80, 0.5, 3.207009754142229e-41],
  [0.5, 1, 0.35241638234956674],
  [1.3, 1, 0.20871440016015272],
  [5, 1, 0.06283295818900118],
  [37, 1, 0.008600876105433154],
  [10000000000, 1, 3.1830988618379065e-11],
  [1e-10, 2, 0.49999999996464467],
  [1, 2, 0.2113248654051871],
  [2, 2, 0.09175170953613698],
  [12, 2, 0.00343646683857923],
  [1000, 2, 4.9999925000125e-7],
  [1e80, 2, 5e-161],
  [0.01, 3.7, 0.4962684635059297],
  [1.3, 3.7, 0.13433336208631383],
  [5, 3.7, 0.00458198382244666],
  [30, 3.7, 7.428520626176011e-6],
  [10000000000, 3.7, 2.1825751953255145e-37],
  [1e-10, 30, 0.49999999996043676],
  [0.5, 30, 0.31036150244256366],
  [2, 30, 0.02731252248149155],
  [12, 30, 2.790092707599628e-13],
  [37, 30, 6.802903145709932e-27],
  [1e-10, 1000, 0.49999999996011574],
  [0.5, 1000, 0.3085925404169374],
  [1.3, 1000, 0.09695026420772865],
  [12, 1000, 2.1620286933872636e-31],
  [37, 1000, 8.650394404956531e-190],
  [0.01, 1000000, 0.49601064468277384],
  [1.3, 1000000, 0.09680063440456256],
  [5, 1000000, 2.866998935445371e-7],
  [30, 1000000, 6.010047116831719e-198],
  [0.01, 1000000000, 0.4960106436863658],
  [1, 1000000000, 0.1586552540524424],
  [2, 1000000000, 0.022750132083156623],
  [30, 1000000000, 4.9077098439837305e-198],
  [1e-10, 1000000000000000, 0.49999999996010575],
  [0.5, 1000000000000000, 0.30853753872598694],
  [2, 1000000000000000, 0.022750131948179344],
  [12, 1000000000000000, 1.7764821120870157e-33],
];

const DENSITIES: readonly (readonly number[])[] = [
  [1e-10, 0.01, 0.04965665197251149],
  [0.5, 0.01, 0.009581111489367947],
  [2, 0.01, 0.0024065202826870275],
  [30, 0.01, 0.00015634447209392116],
  [10000000000, 0.01, 3.8545832915096483e-13],
  [0.01, 0.5, 0.26963585622680586],
  [1.3, 0.5, 0.08907117861192829],
  [12, 0.5, 0.0038474182424763415],
  [1000, 0.5, 5.070725749210991e-6],
  [1e-10, 1, 0.3183098861837907],
  [1, 1, 0.15915494309189535],
  [2, 1, 0.06366197723675814],
  [30, 1, 0.00035328511230165447],
  [10000000000, 1, 3.1830988618379067e-21],
  [0.01, 2, 0.3535268757461641],
  [1.3, 2, 0.1410783756897977],
  [12, 2, 0.0005668533483577863],
  [1000, 2, 9.999970000075e-10],
  [1e-10, 3.7, 0.3731615494594903],
  [1, 3.7, 0.21268701353831673],
  [5, 3.7, 0.0030279484834194793],
  [30, 3.7, 9.130906084826196e-7],
  [10000000000, 3.7, 8.075528222704404e-47],
  [0.5, 30, 0.34787857969720454],
  [2, 30, 0.05685227504719796],
  [30, 30, 3.0282056123691798e-24],
  [10000000000, 30, 3.10936039576862e-288],
  [0.5, 1000, 0.351938830615914],
  [2, 1000, 0.05408517400975593],
  [30, 1000, 1.2151341190135477e-140],
  [0.01, 1000000, 0.39892223403556604],
  [1, 1000000, 0.2419706035338315],
  [5, 1000000, 1.4869328706530253e-6],
  [37, 1000000, 3.3832878204500016e-298],
  [0.5, 1000000000, 0.352065326637776],
  [2, 1000000000, 0.05399096660767224],
  [30, 1000000000, 1.4739439146150683e-196],
  [0.01, 1000000000000000, 0.39892233378608205],
  [1.3, 1000000000000000, 0.17136859204780727],
  [12, 1000000000000000, 2.1463837356740322e-32],
];

describe("Student's t", () => {
  it.each(TAILS)('beyond %s with df %s', (t, df, expected) => {
    expectRelative(studentTUpperTail(t, df), expected);
    expectRelative(studentTLowerTail(-t, df), expected);
    expectRelative(studentTUpperTail(-t, df), 1 - expected);
  });

  it.each(DENSITIES)('density at %s with df %s', (t, df, expected) => {
    expectRelative(studentTDensity(t, df), expected);
    expectRelative(studentTDensity(-t, df), expected);
  });

  it.each([1e149, 1e150, 1.1e150, 1e200, 1e300])('is 1 / (π t) beyond %s with df 1, where t² overflows', (t) => {
    expectRelative(studentTUpperTail(t, 1), 1 / Math.PI / t);
    expectRelative(studentTUpperQuantile(1 / Math.PI / t, 1), t);
  });

  it('has density df^((df + 1) / 2) Γ((df + 1) / 2) / (√(π df) Γ(df / 2) t^(df + 1)) where t² overflows', () => {
    // df = 0.5: Γ(3/4) / (√(π/2) Γ(1/4)) 0.5^(3/4) t^(-3/2).
    const scale = (1.2254167024651776 / 3.6256099082219083 / Math.sqrt(Math.PI / 2)) * 0.5 ** 0.75;
    expectRelative(studentTDensity(1e200, 0.5), scale * 1e-300);
  });

  // df = 1: tan; df = 2: (2p - 1) / √(2p (1 - p)).
  it.each([1e-300, 1e-12, 0.001, 0.2, 0.4, 0.49999])('quantiles of df 1 and 2 have closed forms: %s', (p) => {
    expectRelative(studentTUpperQuantile(p, 1), 1 / Math.tan(Math.PI * p), p > 0.4 ? 1e-10 : 1e-12);
    expectRelative(studentTUpperQuantile(p, 2), (1 - 2 * p) / Math.sqrt(2 * p * (1 - p)), 1e-12);
    expectRelative(studentTQuantile(p, 2), -(1 - 2 * p) / Math.sqrt(2 * p * (1 - p)), 1e-12);
  });

  it('quantiles above one half mirror those below', () => {
    expectRelative(studentTQuantile(0.75, 1), 1);
    expectRelative(studentTUpperQuantile(0.75, 1), -1);
    expectRelative(studentTQuantile(0.25, 1), -1);
  });

  it.each([1e-300, 1e-20, 0.01, 0.4, 0.6, 0.99])('quantiles undo tails at %s for any df', (p) => {
    for (const df of [1, 1.2, 3.5, 30, 1e3, 1e6, 1e9]) {
      const upper = studentTUpperQuantile(p, df);
      expectRelative(studentTUpperTail(upper, df), p, 1e-11);
      expectRelative(studentTLowerTail(studentTQuantile(p, df), df), p, 1e-11);
      expect(studentTQuantile(p, df)).toBe(-upper);
    }
  });

  it('with infinite df is the normal law', () => {
    expect(studentTDensity(1.5, Infinity)).toBe(normalDensity(1.5));
    expect(studentTUpperTail(1.5, Infinity)).toBe(normalUpperTail(1.5));
    expect(studentTLowerTail(1.5, Infinity)).toBe(normalUpperTail(-1.5));
    expect(studentTQuantile(0.9, Infinity)).toBe(normalQuantile(0.9));
    expect(studentTUpperQuantile(0.9, Infinity)).toBe(normalUpperQuantile(0.9));
  });

  it('with df 1e15 is the normal law to 12 digits', () => {
    expectRelative(studentTUpperTail(5, 1e15), normalUpperTail(5));
    expectRelative(studentTQuantile(0.975, 1e15), normalQuantile(0.975));
  });

  it.each([1e20, 1e100, 1e200, 1e300, Number.MAX_VALUE])('is nearly normal for df %d', (df) => {
    // qnorm(0.975) and pnorm(-2.3).
    expectRelative(studentTUpperQuantile(0.025, df), 1.959963984540054, 2e-15);
    expectRelative(studentTUpperTail(2.3, df), 0.010724110021675809, 1e-14);
  });

  it.each([0.5, 1, 7, 1e6, Infinity])('has its ends and centre for df %s', (df) => {
    expect(studentTUpperTail(0, df)).toBe(0.5);
    expect(studentTLowerTail(0, df)).toBe(0.5);
    expect(studentTUpperTail(Infinity, df)).toBe(0);
    expect(studentTUpperTail(-Infinity, df)).toBe(1);
    expect(studentTLowerTail(Infinity, df)).toBe(1);
    expect(studentTLowerTail(-Infinity, df)).toBe(0);
    expect(studentTDensity(Infinity, df)).toBe(0);
    expect(studentTDensity(-Infinity, df)).toBe(0);
    expect(studentTQuantile(0.5, df)).toBe(0);
    expect(studentTUpperQuantile(0.5, df)).toBe(0);
    expect(studentTQuantile(0, df)).toBe(-Infinity);
    expect(studentTQuantile(1, df)).toBe(Infinity);
    expect(studentTUpperQuantile(0, df)).toBe(Infinity);
    expect(studentTUpperQuantile(1, df)).toBe(-Infinity);
  });

  it.each([
    [NaN, 5],
    [1, NaN],
    [1, 0],
    [1, -3],
    [NaN, Infinity],
  ])('is NaN at %s with df %s', (t, df) => {
    expect(studentTDensity(t, df)).toBeNaN();
    expect(studentTUpperTail(t, df)).toBeNaN();
    expect(studentTLowerTail(t, df)).toBeNaN();
  });

  it.each([
    [-1e-300, 5],
    [1.0000000000000002, 5],
    [NaN, 5],
    [0.3, 0],
    [0.3, -1],
    [0.3, NaN],
    [-0.1, Infinity],
    [0, 0],
    [0.5, -1],
  ])('has no quantile at %s with df %s', (p, df) => {
    expect(studentTQuantile(p, df)).toBeNaN();
    expect(studentTUpperQuantile(p, df)).toBeNaN();
  });
});
