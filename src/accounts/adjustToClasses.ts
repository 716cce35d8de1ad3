import { cxError } from '../core/errors.js';
import { requireOption } from '../core/options.js';
import { postStratificationWeights } from '../statistics/postStratificationWeights.js';
import { rakingWeights } from '../statistics/rakingWeights.js';
import type { WeightingResult } from '../statistics/weightingMargin.js';
import { showPath } from './weightingClasses.js';
import { alignTotals, prepareMargins, type PreparedMargin } from './weightingMargins.js';
import {
  endOf,
  finishStep,
  requireLimits,
  setWeights,
  type FinishStep,
  type WeightingState,
} from './weightingState.js';
import type { NonResponseStep, PostStratifyStep, RakeStep, WeightingTarget } from './weightingStep.js';

/** Weights each class by the inverse of its response rate. */
export function adjustForNonResponse<Row>(
  where: string,
  state: WeightingState<Row>,
  { kind, by, invited, withoutTarget }: NonResponseStep<Row>,
): FinishStep {
  const before = state.weights.slice();
  const { rows, margins, excluded } = prepareMargins(where, state, [{ by, targets: invited, withoutTarget }]);
  const { where: at, name, paths, codes, targets } = margins[0] as PreparedMargin;
  const answered = targets.map(() => 0);
  for (const code of codes) answered[code] = (answered[code] as number) + 1;
  const responseRates = targets.map((count, code) => {
    const rows = answered[code] as number;
    if (count < rows) {
      const place = `${at}: invited of class ${showPath(paths[code] as readonly string[])}`;
      throw cxError('CX_INVALID_OPTION', place, `at least ${rows}, the rows that answered`, count);
    }
    // Nobody invited, nobody answered.
    return count > 0 ? rows / count : 0;
  });
  const weights = rows.map((row, place) => (before[row] as number) / (responseRates[codes[place] as number] as number));
  setWeights(state, rows, weights);
  const trace = { name, paths, rows, codes, targets: null, responseRates };
  const end = { outcome: 'converged', iterations: 1, discrepancy: 0 } as const;
  return finishStep({ kind, ...end, before, excluded, margins: [trace] }, state);
}

/** Brings the classes of one margin to their targets. */
export function postStratify<Row>(where: string, state: WeightingState<Row>, step: PostStratifyStep<Row>): FinishStep {
  return adjustMargins(where, state, step.kind, [step], ([margin], weights) =>
    postStratificationWeights(margin as PreparedMargin, weights),
  );
}

/** Brings several margins to their targets. */
export function rake<Row>(where: string, state: WeightingState<Row>, step: RakeStep<Row>): FinishStep {
  const { kind, margins, tolerance, maxIterations } = step;
  requireOption(Array.isArray(margins) && margins.length > 0, where, 'margins', 'a list of one or more', margins);
  requireLimits(where, step);
  return adjustMargins(where, state, kind, margins, (prepared, weights) =>
    rakingWeights(prepared, { weights, tolerance, maxIterations }),
  );
}

function adjustMargins<Row>(
  where: string,
  state: WeightingState<Row>,
  kind: 'post-stratify' | 'rake',
  wanted: readonly WeightingTarget<Row>[],
  adjust: (margins: readonly PreparedMargin[], weights: readonly number[]) => WeightingResult,
): FinishStep {
  const before = state.weights.slice();
  const { rows, margins: prepared, excluded } = prepareMargins(where, state, wanted);
  const margins = alignTotals(prepared, rows, before);
  const result = adjust(
    margins,
    rows.map((row) => before[row] as number),
  );
  setWeights(state, rows, result.weights);
  const traces = margins.map((margin) => ({ ...margin, rows, responseRates: null }));
  return finishStep({ kind, ...endOf(result), before, excluded, margins: traces }, state);
}
