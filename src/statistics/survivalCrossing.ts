import type { SurvivalStep } from './survivalCurve.js';

/** Shares that are equal on paper may differ in the last digits; single units differ by far more. */
const SLACK = 1e-9;

/**
 * The first time at which a curve is at `1 - share` or below, the middle of the flat stretch when it is exactly that: up to where it
 * falls again or, where it never does, up to the last time. NaN when the curve never gets there, and for a share off 0 to 1.
 *
 * Which curve is for the caller to say: the survival, or one of its limits.
 *
 * @internal
 */
export function survivalCrossing(
  curve: readonly SurvivalStep[],
  share: number,
  curveAt: (step: SurvivalStep) => number,
): number {
  if (!(share > 0 && share < 1)) return NaN;
  const target = 1 - share;
  const reached = curve.find((step) => curveAt(step) <= target + SLACK);
  if (reached === undefined) return NaN;
  // Where the curve falls past the level at once, this is the same step.
  const next = curve.find((step) => curveAt(step) < target - SLACK);
  const last = curve[curve.length - 1] as SurvivalStep;
  // Limits are unknown once nobody is left: then nothing tells where the stretch ends.
  if (next === undefined && Number.isNaN(curveAt(last))) return NaN;
  return (reached.time + (next ?? last).time) / 2;
}
