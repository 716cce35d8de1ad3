import { classTotals, failedWeighting, isMargin, startingWeights } from './weightingMargin.js';
import type { EmptyClass, WeightingMargin, WeightingResult } from './weightingMargin.js';

/**
 * Post-stratification weights: each row's weight times target over total of its class, so that the classes have their targets.
 *
 * Use it when the population is known for every combination of attributes that matters; where only single attributes are known,
 * use `rakingWeights`. Classes of very few rows give very large weights: look at `kishDesignEffect` afterwards.
 *
 * @param margin - Class of each row and the targets of the classes.
 * @param weights - Weights to begin with, zero or more; 1 for each row unless given.
 * @returns The weights with a report; see `WeightingOutcome` for what happens outside the domain. Never `'not-converged'` or
 * `'unequal-totals'`. Rows of a class whose target is 0 get the weight 0.
 * @remarks Holt, D. and Smith, T. (1979), Post Stratification, Journal of the Royal Statistical Society A 142, 33-46,
 * https://doi.org/10.2307/2344652
 * @example
 * ```ts
 * import { postStratificationWeights } from 'cx-scoring/statistics';
 * // Two small accounts and one large one answered; there are 30 small and 10 large ones.
 * postStratificationWeights({ codes: [0, 0, 1], targets: [30, 10] }).weights; // => [15, 15, 10]
 * postStratificationWeights({ codes: [0, 0], targets: [30, 10] }).outcome; // => 'empty-class'
 * ```
 */
export function postStratificationWeights(margin: WeightingMargin, weights?: ArrayLike<number>): WeightingResult {
  const rows = margin.codes.length;
  const start = startingWeights(rows, weights);
  if (start === null || !isMargin(margin, rows)) return failedWeighting('invalid', rows);
  const totals = classTotals(margin, start);
  const emptyClasses: EmptyClass[] = [];
  for (let code = 0; code < totals.length; code++) {
    if (totals[code] === 0 && (margin.targets[code] as number) > 0) emptyClasses.push({ margin: 0, code });
  }
  if (emptyClasses.length > 0) return failedWeighting('empty-class', rows, emptyClasses);
  const adjusted = Array.from(start, (weight, row) => {
    const code = margin.codes[row] as number;
    return weight === 0 ? 0 : weight * ((margin.targets[code] as number) / (totals[code] as number));
  });
  return { outcome: 'converged', weights: adjusted, iterations: 1, discrepancy: 0, emptyClasses };
}
