import { describe, expect, it } from 'vitest';
import { seriesOfSpectrum } from '../../../src/statistics/fft.js';

/** The definition, term by term, with the conjugates written out. */
function directSum(real: Float64Array, imaginary: Float64Array): number[] {
  const size = 2 * (real.length - 1);
  return Array.from({ length: size }, (_, k) => {
    let sum = 0;
    for (let j = 0; j < size; j++) {
      const at = Math.min(j, size - j);
      const sign = j > size / 2 ? -1 : 1;
      const angle = (-2 * Math.PI * ((j * k) % size)) / size;
      sum += (real[at] ?? NaN) * Math.cos(angle) - sign * (imaginary[at] ?? NaN) * Math.sin(angle);
    }
    return sum;
  });
}

describe('seriesOfSpectrum', () => {
  it.each([4, 8, 16, 64, 256])('is the sum it stands for, of size %d', (size) => {
    const real = Float64Array.from({ length: size / 2 + 1 }, (_, j) => Math.sin(3 * j + 1));
    const imaginary = Float64Array.from({ length: size / 2 + 1 }, (_, j) => Math.cos(5 * j * j));
    // Terms 0 and size/2 are their own conjugates.
    imaginary[0] = 0;
    imaginary[size / 2] = 0;
    const series = seriesOfSpectrum(real, imaginary);
    const expected = directSum(real, imaginary);
    expect(series).toHaveLength(size);
    expect(Math.max(...expected.map((value, k) => Math.abs(value - (series[k] ?? NaN))))).toBeLessThan(1e-13 * size);
  });

  it('is constant for a single term, and leaves the spectrum as it is', () => {
    const real = Float64Array.of(3, 0, 0);
    const imaginary = new Float64Array(3);
    expect(Array.from(seriesOfSpectrum(real, imaginary))).toEqual([3, 3, 3, 3]);
    expect(real).toEqual(Float64Array.of(3, 0, 0));
  });
});
