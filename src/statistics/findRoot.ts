/**
 * The root of a continuous function between two points where its signs differ, to the last digits of a double
 * (for roots above about 1e-30 of the larger end).
 *
 * Chandrupatla's method: inverse quadratic interpolation where it is safe, bisection elsewhere.
 *
 * @param f - The function; an infinite value is taken for its sign.
 * @param from - One end.
 * @param to - The other end.
 * @returns The root; NaN when the signs at the ends do not differ.
 * @remarks Chandrupatla, T. (1997), A new hybrid quadratic/bisection algorithm, Advances in Engineering Software 28, 145-149,
 * https://doi.org/10.1016/S0965-9978(96)00051-8
 * @internal
 */
export function findRoot(f: (x: number) => number, from: number, to: number): number {
  let a = from;
  let b = to;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (Math.sign(fa) !== -Math.sign(fb)) return NaN;
  let share = 0.5;
  // Bisection alone needs about 60 steps, and over a thousand only if the root lies next to zero.
  for (let step = 0; step < 1200; step++) {
    const x = a + share * (b - a);
    const fx = f(x);
    let c = b;
    let fc = fb;
    if (Math.sign(fx) === Math.sign(fa)) {
      c = a;
      fc = fa;
    } else {
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const tolerance = (2 * Number.EPSILON * Math.abs(a) + Number.MIN_VALUE) / Math.abs(b - a);
    if (fx === 0 || tolerance > 0.5) return x;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    share =
      phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
        ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
    share = Math.min(1 - tolerance, Math.max(tolerance, share));
  }
  return a;
}
