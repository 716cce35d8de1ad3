import { describe, expect, it } from 'vitest';
import { normalCriticalValue } from '../../../src/statistics/criticalValue.js';
import { expectRelative } from './relative.js';

describe('normalCriticalValue', () => {
  // mpmath at 60 digits: the root of erfc(x/√2) = 1 - confidence, for the double that each literal stands for.
  it.each([
    [1e-300, 1.2533141373155003e-300],
    [1e-10, 1.2533141373155003e-10],
    [1e-8, 1.2533141373155003e-8],
    [0.001, 0.0012533144654325545],
    [0.05, 0.062706777943213788],
    [0.25, 0.31863936396437516],
    [0.5, 0.67448975019608174],
    [0.6826894921370859, 0.99999999999999991],
    [0.8, 1.2815515655446006],
    [0.9, 1.6448536269514728],
    [0.94, 1.8807936081512505],
    [0.96, 2.0537489106318227],
    [0.975, 2.2414027276049451],
    [0.98, 2.3263478740408408],
    [0.99, 2.5758293035489005],
    [0.995, 2.8070337683438038],
    [0.996430582308617, 2.9139021488403158],
    [0.997, 2.9677379253417831],
    [0.9973, 2.999976992703389],
    [0.9974, 3.0114537584997786],
    [0.998, 3.0902323061678133],
    [0.999, 3.2905267314918945],
    [0.9999, 3.8905918864131207],
    [0.999999, 4.8916384756929318],
    [1 - 1e-9, 6.1094102093834491],
    [1 - 1e-12, 7.1305098928792725],
    [1 - 1e-15, 8.0269570180338919],
    [1 - 2 ** -53, 8.2923610758135955],
  ])('of %d is %d', (confidence, expected) => {
    expectRelative(normalCriticalValue(confidence), expected, 2e-15);
  });

  it('of 0.95 is the double next to the exact value', () => {
    expect(normalCriticalValue(0.95)).toBe(1.959963984540054);
  });

  it('grows where the area hands over to the tail', () => {
    // The value 2 has the confidence erf(√2).
    const confidences = Array.from({ length: 41 }, (_, i) => 0.9544997361036416 + (i - 20) * 1e-9);
    const values = confidences.map(normalCriticalValue);
    values.forEach((value, i) => {
      expect(value - 2).toBeCloseTo(((i - 20) * 1e-9) / 0.10798193302637613, 13);
    });
  });

  it.each([0, 1, -0.1, 1.1, NaN, -Infinity, Infinity])('is NaN at %d', (confidence) => {
    expect(normalCriticalValue(confidence)).toBeNaN();
  });
});
