import { describe, expect, it } from 'vitest';
import { betaQuantileStart, betaRatioQuantile } from '../../../src/statistics/betaRatioQuantile.js';
import { expectRelative } from './relative.js';

// mpmath 1.3 at 30 digits: shapes, probability, leading term of the series, logarithm of the F ratio; and how far off the
// approximation of 26.5.22 and that of the series may be.
const QUANTILES: readonly (readonly [a: number, b: number, p: number, leading: number, w: number, near: number])[] = [
  [2, 3, 0.001, -4.349757374105096, -3.9224686977108205, 0.02],
  [2, 3, 0.1, -2.04717228111105, -1.3887287238216426, 0.02],
  [2, 3, 0.5, -1.2424533248940002, -0.05984208350031343, 0.02],
  [5, 2, 0.001, -1.7399029496420384, -2.4232751447046788, 0.04],
  [5, 2, 0.1, -0.8188689124444202, -0.9575618151768008, 0.04],
  [5, 2, 0.5, -0.4969813299576001, 0.10667567518642332, 0.04],
  [8, 20, 0.001, -2.6901008520054654, -1.5139413898586442, 0.003],
  [8, 20, 0.1, -2.114454578756954, -0.5937916051415865, 0.003],
  [8, 20, 0.5, -1.9132748397026915, -0.02543801132153238, 0.003],
  [60, 15, 0.001, -0.6776879128126458, -0.8163047402223561, 0.0005],
  [60, 15, 0.1, -0.6009350763795109, -0.3431490984001484, 0.0005],
  [60, 15, 0.5, -0.574111111172276, 0.016808539719085285, 0.0005],
  [500, 800, 0.001, -1.737601054394023, -0.1777700349411793, 2e-6],
  [500, 800, 0.1, -1.7283907140220467, -0.07353931636977992, 2e-6],
  [500, 800, 0.5, -1.7251718381971786, -0.00025008155216896797, 2e-6],
  [0.5, 2, 0.001, -14.626440774180603, -13.240145672319631, 1e-6],
  [0.5, 2, 0.1, -5.41610040220442, -4.022364396112337, 0.004],
  [0.5, 2, 0.5, -2.1972245773362196, -0.6003270612700744, 0.1],
  [3, 0.6, 0.001, -2.010228420087088, -3.4919748951007117, 0.02],
  [0.7, 0.7, 0.001, -9.461546879550236, -9.461482818574689, 2e-5],
  [0.7, 0.7, 0.1, -2.882732328138677, -2.835686288282642, 0.012],
  [40, 2.5, 0.001, -0.3050625791041588, -1.522225673015045, 0.001],
  [40, 2.5, 0.1, -0.18993332445445654, -0.652656361825926, 0.02],
  [40, 2.5, 0.5, -0.14969737664360402, 0.13046855692826578, 0.02],
];

describe('betaRatioQuantile', () => {
  it.each(QUANTILES)('of shapes %d and %d at %d', (a, b, p, _, w) => {
    expectRelative(betaRatioQuantile('lower', p, a, b), w, 2e-14);
    // Mirrored: the upper tail of the inverse ratio.
    expectRelative(betaRatioQuantile('upper', p, b, a), -w, 2e-14);
    expectRelative(betaRatioQuantile('upper', 1 - p, a, b), w, 1e-12);
  });

  it('takes the leading term alone far out', () => {
    // (log p + log a + log B(a, b)) / a + log(b / a), where B(a, 1) = 1 / a.
    expectRelative(betaRatioQuantile('lower', 0.5, 1e-4, 1), -10000 * Math.LN2 + Math.log(1e4), 1e-13);
    expectRelative(betaRatioQuantile('lower', 0.3, 1e-4, 1), 10000 * Math.log(0.3) + Math.log(1e4), 1e-13);
    expectRelative(betaRatioQuantile('upper', 0.3, 1e-4, 1), 10000 * Math.log(0.7) + Math.log(1e4), 1e-13);
    expectRelative(betaRatioQuantile('upper', 0.3, 1, 1e-4), -10000 * Math.log(0.3) - Math.log(1e4), 1e-13);
    expectRelative(betaRatioQuantile('lower', 0.3, 1, 1e-4), -10000 * Math.log(0.7) - Math.log(1e4), 1e-13);
  });
});

describe('betaQuantileStart', () => {
  it.each(QUANTILES)('of shapes %d and %d at %d begins next to the quantile', (a, b, p, leading, w, near) => {
    expect(Math.abs(betaQuantileStart(p, leading, a, b) - w)).toBeLessThan(near);
  });

  it('begins in the middle where neither approximation holds', () => {
    expect(betaQuantileStart(0.1, -0.4752, 3, 0.6)).toBe(0);
    expect(betaQuantileStart(0.1, -0.4752, 0.6, 3)).toBe(0);
  });
});
