/**
 * Sums a spectrum into a real series: the returned `x[k]` is the sum over j of `spectrum[j] exp(-2πi jk/size)`, where only
 * j = 0..size/2 are given because the others are their conjugates.
 *
 * The even and the odd terms of the series travel as real and imaginary part of one complex transform of half the size.
 *
 * @param real - Real parts for j = 0..size/2; `size/2` is a power of two. Left as it is.
 * @param imaginary - Imaginary parts, of the same length.
 * @returns The `size` terms of the series.
 * @remarks Cooley and Tukey (1965), Mathematics of Computation 19, 297-301, https://doi.org/10.1090/S0025-5718-1965-0178586-1
 * @internal
 */
export function seriesOfSpectrum(real: Float64Array, imaginary: Float64Array): Float64Array {
  const half = real.length - 1;
  const cosines = new Float64Array(half);
  const sines = new Float64Array(half);
  for (let j = 0; j < half; j++) {
    cosines[j] = Math.cos((Math.PI * j) / half);
    sines[j] = Math.sin((Math.PI * j) / half);
  }
  const re = new Float64Array(half);
  const im = new Float64Array(half);
  for (let j = 0; j < half; j++) {
    // The conjugate turns the sum with exp(-…) of the given spectrum into one with exp(+…), as the series is real.
    const a = real[j] as number;
    const b = -(imaginary[j] as number);
    const c = real[half - j] as number;
    const d = imaginary[half - j] as number;
    const cosine = cosines[j] as number;
    const sine = sines[j] as number;
    re[j] = a + c - (a - c) * sine - (b - d) * cosine;
    im[j] = b + d + (a - c) * cosine - (b - d) * sine;
  }
  transform(re, im, cosines, sines);
  const series = new Float64Array(2 * half);
  for (let k = 0; k < half; k++) {
    series[2 * k] = re[k] as number;
    series[2 * k + 1] = im[k] as number;
  }
  return series;
}

/** In place, `X[k]` = sum of `x[j] exp(+2πi jk/n)`, n a power of two; the tables hold the angles `πj/n`, j below n. */
function transform(re: Float64Array, im: Float64Array, cosines: Float64Array, sines: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      swap(re, i, j);
      swap(im, i, j);
    }
  }
  for (let span = 1; span < n; span *= 2) {
    const stride = n / span;
    for (let start = 0; start < n; start += 2 * span) {
      for (let k = 0, at = 0; k < span; k++, at += stride) {
        const cosine = cosines[at] as number;
        const sine = sines[at] as number;
        const low = start + k;
        const high = low + span;
        const x = (re[high] as number) * cosine - (im[high] as number) * sine;
        const y = (re[high] as number) * sine + (im[high] as number) * cosine;
        re[high] = (re[low] as number) - x;
        im[high] = (im[low] as number) - y;
        re[low] = (re[low] as number) + x;
        im[low] = (im[low] as number) + y;
      }
    }
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const held = values[i] as number;
  values[i] = values[j] as number;
  values[j] = held;
}
