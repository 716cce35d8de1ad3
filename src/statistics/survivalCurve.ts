import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import type { RiskStep } from './riskTable.js';

/** Options of `kaplanMeier`. */
export interface KaplanMeierOptions {
  /**
   * On which scale the interval is symmetric: `'log-log'` (default), which stays within 0 and 1, or `'plain'`, clipped to them.
   */
  readonly interval?: 'log-log' | 'plain' | undefined;
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** The curve at one time. */
export interface SurvivalStep {
  /** A time at which someone had the event or ceased to be followed. */
  readonly time: number;
  /** Units still followed just before it. */
  readonly atRisk: number;
  /** Events at it. */
  readonly events: number;
  /** Share that is still without event after it. */
  readonly survival: number;
  /** Greenwood's standard error of the share. */
  readonly standardError: number;
  /** Interval of the share; NaN on the log-log scale once the share is 0. */
  readonly interval: Bounds;
}

/**
 * The Kaplan–Meier curve of a table of risks: ascending times, units still followed just before each, events at each.
 *
 * While nobody ceases to be followed the share is one quotient and not a product, so that it is exact however many steps there are.
 *
 * @internal
 */
export function survivalCurve(table: readonly RiskStep[], options: KaplanMeierOptions = {}): SurvivalStep[] {
  const { interval = 'log-log', confidence = 0.95 } = options;
  const z = normalCriticalValue(confidence);
  let survival = 1;
  let hazardVariance = 0;
  let left = NaN;
  let base = { survival, atRisk: NaN };
  return table.map((step) => {
    if (step.atRisk !== left) base = { survival, atRisk: step.atRisk };
    left = step.atRisk - step.events;
    survival = base.survival * (left / base.atRisk);
    hazardVariance += step.events / (step.atRisk * left);
    // Greenwood's sum is infinite once nobody is left, and the share has no error then.
    const standardError = survival > 0 ? survival * Math.sqrt(hazardVariance) : 0;
    const bounds =
      interval === 'plain'
        ? plainInterval(survival, z * standardError)
        : logLogInterval(survival, z * Math.sqrt(hazardVariance));
    return { ...step, survival, standardError, interval: bounds };
  });
}

function plainInterval(survival: number, reach: number): Bounds {
  return { lower: Math.max(0, survival - reach), upper: Math.min(1, survival + reach) };
}

function logLogInterval(survival: number, reach: number): Bounds {
  if (survival === 1) return { lower: 1 - 0 * reach, upper: 1 - 0 * reach };
  const log = Math.log(survival);
  const factor = survival > 0 ? Math.exp(-reach / log) : NaN;
  return { lower: Math.exp(log * factor), upper: Math.exp(log / factor) };
}
