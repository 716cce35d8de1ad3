import { cxError } from '../core/errors.js';
import { requireOption } from '../core/options.js';
import { quantileSorted } from '../statistics/quantile.js';
import { sortedCopy } from '../statistics/sortedCopy.js';
import { sum } from '../statistics/sum.js';
import { trimmedWeights } from '../statistics/trimmedWeights.js';
import { carryingRows, finishStep, setWeights, type FinishStep, type WeightingState } from './weightingState.js';
import type { TrimStep } from './weightingStep.js';

/** Cuts weights beyond limits and shares what was cut among the others. */
export function trim<Row>(where: string, state: WeightingState<Row>, step: TrimStep): FinishStep {
  const { kind, lower = 0, upper = Infinity, limits = 'mean', rounds = 'strict' } = step;
  requireOption(limits === 'mean' || limits === 'weight', where, 'limits', '"mean" or "weight"', limits);
  requireOption(rounds === 'strict' || rounds === 'once', where, 'rounds', '"strict" or "once"', rounds);
  const isLower = Number.isFinite(lower) && lower >= 0;
  requireOption(isLower, where, 'lower', 'a finite number from 0', lower);
  const isUpper = upper === 'iqr' || (typeof upper === 'number' && upper > 0 && upper >= lower);
  requireOption(isUpper, where, 'upper', 'above 0 and at least "lower", or "iqr"', upper);
  const before = state.weights.slice();
  const rows = carryingRows(state);
  const weights = rows.map((row) => before[row] as number);
  const total = sum(weights);
  const unit = limits === 'mean' && rows.length > 0 ? total / rows.length : 1;
  const bounds = { lower: lower * unit, upper: upper === 'iqr' ? interquartileLimit(weights) : upper * unit };
  const result = trimmedWeights(weights, { ...bounds, rounds });
  if (result.weights.some(Number.isNaN)) {
    const rule = `limits within which ${rows.length} weights can add up to ${total}`;
    throw cxError('CX_INVALID_OPTION', `${where}: "lower" and "upper"`, rule, `${bounds.lower} to ${bounds.upper}`);
  }
  setWeights(state, rows, result.weights);
  const beyond = weights.map((weight) => Math.max(bounds.lower - weight, weight - bounds.upper, 0));
  const end = { outcome: 'converged', iterations: 1, discrepancy: 0 } as const;
  const excluded = { missingClass: 0, withoutTarget: 0, missingAmount: 0 };
  const trimming = {
    lower: bounds.lower,
    upper: bounds.upper === Infinity ? null : bounds.upper,
    trimmedRows: result.trimmed,
    trimmedShare: total > 0 ? sum(beyond) / total : 0,
  };
  return finishStep({ kind, ...end, before, excluded, trimming }, state);
}

/** Third quartile plus three interquartile ranges; without a range it would cut every weight that differs, so there is no limit. */
function interquartileLimit(weights: readonly number[]): number {
  const sorted = sortedCopy(weights);
  const third = quantileSorted(sorted, 0.75);
  const range = third - quantileSorted(sorted, 0.25);
  return range > 0 ? third + 3 * range : Infinity;
}
