import type { MetricResult } from '../core/result.js';

/** What the strict mode shows of a segment: no count, and nothing exact enough to work one out. */
export interface RoundedFigure {
  /** The value to the nearest step, or `null` when it is unknown. */
  readonly value: number | null;
  /** The step: 1, 2 or 5 times a power of ten, at most a hundredth of the metric's range; `null` for a metric without bounds. */
  readonly step: number | null;
  /** The interval rounded outwards to tens of steps and kept within the range, or `null`: unknown, or a metric without bounds. */
  readonly interval: {
    /** Lower limit. */
    readonly lower: number;
    /** Upper limit. */
    readonly upper: number;
    /** Confidence level, strictly between 0 and 1. */
    readonly confidence: number;
  } | null;
}

/** The nearest whole number of steps; division by a whole number keeps decimal steps free of rounding noise. */
function inSteps(value: number, step: number, round: (value: number) => number): number {
  const perUnit = Math.round(1 / step);
  return (step < 1 ? round(value * perUnit) / perUnit : round(value / step) * step) || 0;
}

/** The largest of 1, 2 and 5 times a power of ten that is no larger than a length. */
function stepWithin(length: number): number {
  const power = Math.floor(Math.log10(length) + 1e-9);
  const unit = power < 0 ? 1 / Math.round(10 ** -power) : 10 ** power;
  const most = (length / unit) * (1 + 1e-9);
  return unit * (most >= 5 ? 5 : most >= 2 ? 2 : 1);
}

/** Rounds a result so that neither its value nor its interval gives the number of respondents away. */
export function roundResult({ definition: { range }, value, interval }: MetricResult): RoundedFigure {
  if (range === null)
    return { value: value === null ? null : Number(value.toPrecision(2)), step: null, interval: null };
  const step = stepWithin((range.maximum - range.minimum) / 100);
  const lower = interval?.lower ?? null;
  const upper = interval?.upper ?? null;
  return {
    value: value === null ? null : inSteps(value, step, Math.round),
    step,
    interval:
      interval === null || lower === null || upper === null
        ? null
        : {
            lower: Math.max(range.minimum, inSteps(lower, 10 * step, Math.floor)),
            upper: Math.min(range.maximum, inSteps(upper, 10 * step, Math.ceil)),
            confidence: interval.confidence,
          },
  };
}
