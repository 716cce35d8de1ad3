import { classTotals, failedWeighting, isMargin, startingWeights } from './weightingMargin.js';
import type { EmptyClass, WeightingMargin, WeightingResult } from './weightingMargin.js';

/** Options of `rakingWeights`. */
export interface RakingOptions {
  /** Weights to begin with, zero or more; 1 for each row unless given. */
  readonly weights?: ArrayLike<number> | undefined;
  /** Largest distance from a target, as a share of it, that counts as reached; 1e-10 by default. */
  readonly tolerance?: number | undefined;
  /** Most rounds over all margins, 1000 by default. */
  readonly maxIterations?: number | undefined;
}

/**
 * Raking weights (iterative proportional fitting): each margin in turn is brought to its targets, until all hold at once.
 *
 * Use it when the population is known attribute by attribute, not for their combinations. Of all weights that meet the targets
 * these stay closest to the ones it began with, in the sense of relative entropy. It converges quickly when every combination
 * has rows; combinations without rows can make the targets unattainable, which shows as `'not-converged'`.
 *
 * @param margins - One or more attributes, each with the class of every row and the targets of the classes. Their targets must
 * have the same total, to 1e-9 of it.
 * @param options - Starting weights, tolerance and most rounds.
 * @returns The weights with a report; see `WeightingOutcome` for what happens outside the domain.
 * @remarks Deming, W. and Stephan, F. (1940), On a Least Squares Adjustment of a Sampled Frequency Table, Annals of Mathematical
 * Statistics 11, 427-444, https://doi.org/10.1214/aoms/1177731829
 * @example
 * ```ts
 * import { rakingWeights } from 'cx-scoring/statistics';
 * // Four answers: small and large accounts, in two countries.
 * const size = { codes: [0, 0, 1, 0], targets: [60, 40] };
 * const country = { codes: [0, 1, 0, 1], targets: [50, 50] };
 * const { outcome, weights } = rakingWeights([size, country]);
 * outcome; // => 'converged'
 * weights; // ~> [10, 25, 40, 25]
 * ```
 */
export function rakingWeights(margins: readonly WeightingMargin[], options: RakingOptions = {}): WeightingResult {
  const { tolerance = 1e-10, maxIterations = 1000 } = options;
  const rows = margins[0]?.codes.length ?? 0;
  const start = startingWeights(rows, options.weights);
  const isUsable = tolerance >= 0 && maxIterations >= 1 && margins.length > 0;
  if (start === null || !isUsable || !margins.every((margin) => isMargin(margin, rows))) {
    return failedWeighting('invalid', rows);
  }
  const emptyClasses = emptyClassesOf(margins, start);
  if (emptyClasses.length > 0) return failedWeighting('empty-class', rows, emptyClasses);
  if (!haveEqualTotals(margins)) return failedWeighting('unequal-totals', rows);
  let iterations = 0;
  let discrepancy = Infinity;
  while (iterations < maxIterations && !(discrepancy <= tolerance)) {
    for (const margin of margins) rakeOnce(margin, start);
    iterations++;
    discrepancy = Math.max(...margins.map((margin) => discrepancyOf(margin, start)));
  }
  const outcome = discrepancy <= tolerance ? 'converged' : 'not-converged';
  return { outcome, weights: Array.from(start), iterations, discrepancy, emptyClasses };
}

function rakeOnce(margin: WeightingMargin, weights: Float64Array): void {
  const factors = classTotals(margin, weights);
  for (let code = 0; code < factors.length; code++) {
    const total = factors[code] as number;
    // A class that has lost all its weight cannot regain it; its target stays unmet and is reported.
    factors[code] = total > 0 ? (margin.targets[code] as number) / total : 0;
  }
  for (let i = 0; i < weights.length; i++) {
    weights[i] = (weights[i] as number) * (factors[margin.codes[i] as number] as number);
  }
}

function discrepancyOf(margin: WeightingMargin, weights: Float64Array): number {
  let largest = 0;
  classTotals(margin, weights).forEach((total, code) => {
    const target = margin.targets[code] as number;
    if (target > 0) largest = Math.max(largest, Math.abs(total - target) / target);
  });
  return largest;
}

function emptyClassesOf(margins: readonly WeightingMargin[], weights: Float64Array): EmptyClass[] {
  return margins.flatMap((margin, place) => {
    const empty: EmptyClass[] = [];
    classTotals(margin, weights).forEach((total, code) => {
      if (total === 0 && (margin.targets[code] as number) > 0) empty.push({ margin: place, code });
    });
    return empty;
  });
}

function haveEqualTotals(margins: readonly WeightingMargin[]): boolean {
  const totals = margins.map(({ targets }) => Array.from(targets).reduce((total, target) => total + target, 0));
  return Math.max(...totals) - Math.min(...totals) <= 1e-9 * Math.max(...totals);
}
