/** Options of `nelderMead`. */
export interface NelderMeadOptions {
  /** Edge of the first simplex, in the unit of the parameters: a number above 0, 0.5 by default. */
  readonly step?: number | undefined;
  /** The search ends when all corners lie this near to the best one: a number above 0, 1e-8 by default. */
  readonly tolerance?: number | undefined;
  /** Most iterations, over all restarts: a whole number from 1, 2,000 per parameter by default. */
  readonly maximumIterations?: number | undefined;
}

/** Outcome of `nelderMead`. */
export interface Minimum {
  /** Where the function is least. */
  readonly point: readonly number[];
  /** The function there. */
  readonly value: number;
  /** Whether the search ended by itself, and a fresh simplex at its end found nothing lower. */
  readonly converged: boolean;
  /** Iterations made, restarts included. */
  readonly iterations: number;
}

interface Corner {
  readonly point: readonly number[];
  readonly value: number;
}

/**
 * The minimum of a function of a few variables, by the simplex of Nelder and Mead; no derivatives are needed.
 *
 * Use it for likelihoods of up to some six parameters, on the logarithms of those that must be positive. After each end it starts again
 * with a fresh simplex, since the method is known to stop short of a minimum; it finds a local minimum, so start near.
 *
 * @param objective - The function; NaN and infinities mark points that are not allowed.
 * @param start - Where to begin: at least one finite number, at a point that is allowed.
 * @param options - Size of the first simplex, tolerance and most iterations.
 * @returns Point, value and whether the search converged; the value is NaN for an empty start, options outside their range, or a start that is
 * not allowed.
 * @remarks Nelder, J. and Mead, R. (1965), A simplex method for function minimization, The Computer Journal 7, 308-313,
 * https://doi.org/10.1093/comjnl/7.4.308; coefficients 1, 2, 1/2, 1/2, as in Lagarias et al. (1998),
 * https://doi.org/10.1137/S1052623496303470
 * @example
 * ```ts
 * import { nelderMead } from 'cx-scoring/statistics';
 * const bowl = nelderMead(([x = 0, y = 0]) => (x - 3) ** 2 + 10 * (y + 1) ** 2, [0, 0]);
 * bowl.point; // ~> [3.000000, -1.000000]
 * ```
 */
export function nelderMead(
  objective: (point: readonly number[]) => number,
  start: readonly number[],
  options: NelderMeadOptions = {},
): Minimum {
  const { step = 0.5, tolerance = 1e-8, maximumIterations = 2000 * start.length } = options;
  const evaluate = (point: readonly number[]): Corner => {
    const value = objective(point);
    return { point, value: Number.isFinite(value) ? value : Infinity };
  };
  let best = evaluate(start);
  let iterations = 0;
  const isValid =
    start.length > 0 &&
    start.every(Number.isFinite) &&
    step > 0 &&
    tolerance > 0 &&
    maximumIterations >= 1 &&
    best.value < Infinity;
  if (!isValid) return { point: start, value: NaN, converged: false, iterations };
  for (;;) {
    const before = best.value;
    const simplex = [best, ...start.map((_, axis) => evaluate(best.point.map((x, i) => (i === axis ? x + step : x))))];
    simplex.sort(byValue);
    while (iterations < maximumIterations && extentOf(simplex) > tolerance) {
      improve(simplex, evaluate);
      iterations++;
    }
    best = simplex[0] as Corner;
    const isLower = before - best.value > 1e-12 * Math.abs(best.value) + Number.MIN_VALUE;
    const converged = extentOf(simplex) <= tolerance;
    if (!converged || !isLower) return { point: best.point, value: best.value, converged, iterations };
  }
}

function byValue(a: Corner, b: Corner): number {
  // Infinity minus itself is NaN.
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

/** The largest distance of a corner from the best one, along an axis. */
function extentOf([best, ...others]: readonly Corner[]): number {
  return Math.max(...others.flatMap(({ point }) => point.map((x, i) => Math.abs(x - (best?.point[i] as number)))));
}

/** One iteration: replaces the worst corner, or draws all of them towards the best. The simplex is sorted before and after. */
function improve(simplex: Corner[], evaluate: (point: readonly number[]) => Corner): void {
  const last = simplex.length - 1;
  const best = simplex[0] as Corner;
  const worst = simplex[last] as Corner;
  const center = best.point.map(
    (_, i) => simplex.slice(0, last).reduce((sum, { point }) => sum + (point[i] as number), 0) / last,
  );
  const at = (share: number): Corner => evaluate(center.map((x, i) => x + share * (x - (worst.point[i] as number))));
  const reflected = at(1);
  let replacement = reflected;
  if (reflected.value < best.value) {
    const expanded = at(2);
    if (expanded.value < reflected.value) replacement = expanded;
  } else if (reflected.value >= (simplex[last - 1] as Corner).value) {
    const contracted = at(reflected.value < worst.value ? 0.5 : -0.5);
    replacement = contracted;
    if (contracted.value >= Math.min(reflected.value, worst.value)) {
      for (let i = 1; i <= last; i++) {
        simplex[i] = evaluate(best.point.map((x, j) => x + ((simplex[i]?.point[j] as number) - x) / 2));
      }
      simplex.sort(byValue);
      return;
    }
  }
  simplex[last] = replacement;
  simplex.sort(byValue);
}
