import type { Interval } from '../core/interval.js';
import type { Estimate } from '../core/estimate.js';
import { FEWEST_ACCOUNTS } from '../measures/evidence.js';
import { normalCriticalValue } from '../statistics/criticalValue.js';
import { studentTQuantile } from '../statistics/studentT.js';
import { sum } from '../statistics/sum.js';
import type { MixSide } from './mixSide.js';

/** A part of a change, or a difference, with its uncertainty. */
export interface MixEffect extends Estimate {
  /** The effect, in the unit of the metric; `null` when unknown. */
  readonly value: number | null;
  /** Its standard error; `null` when unknown. */
  readonly standardError: number | null;
  /** Its interval; `null` when there is no honest one. */
  readonly interval: Interval | null;
}

/** How a figure moves with the shares and the values of the segments of one side. */
export interface SideGradient {
  /** Per share, on the scale 0..1. */
  readonly shares: readonly number[];
  /** Per unit of the value; 0 where the segment has no data. */
  readonly values: readonly number[];
}

/** Variance of a figure. */
export interface MixVariance {
  /** The variance; NaN when unknown. */
  readonly variance: number;
  /** Accounts behind it; `null` where rows are independent. */
  readonly accounts: number | null;
  /** Name of the method. */
  readonly method: string;
}

/** The cells of all accounts of a side, flat, each with the place of its account. */
interface FlatCells {
  readonly owners: Int32Array;
  readonly places: Int32Array;
  readonly weights: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Makes the function that gives the variance of a smooth figure of shares and values, by the delta method. Rows independent: multinomial
 * shares, and the errors of the segments; in accounts: the influence of each account on all sides together, so that what moves both
 * sides cancels.
 */
export function mixVariance(sides: readonly MixSide[]): (gradients: readonly SideGradient[]) => MixVariance {
  const each = (gradients: readonly SideGradient[], variance: (side: MixSide, own: SideGradient) => number): number =>
    sum(sides.map((side, at) => variance(side, gradients[at] as SideGradient)));
  if (sides.some(({ accounts }) => accounts === null))
    return (gradients) => ({ variance: each(gradients, independentVariance), accounts: null, method: 'delta' });
  const owners = new Map<string, number>();
  const flat = sides.map((side) => flatCells(side, owners));
  const size = owners.size;
  return (gradients) => {
    const scores = new Float64Array(size);
    for (const [at, side] of sides.entries())
      addScores(scores, side, flat[at] as FlatCells, gradients[at] as SideGradient);
    const squares = scores.map((score) => score * score);
    const variance = size > 1 ? (size / (size - 1)) * sum(squares) : NaN;
    return { variance, accounts: size, method: 'linearized' };
  };
}

function flatCells({ accounts }: MixSide, owners: Map<string, number>): FlatCells {
  const entries = [...(accounts ?? [])];
  for (const [account] of entries) if (!owners.has(account)) owners.set(account, owners.size);
  const cells = entries.flatMap(([account, own]) =>
    own.map((cell) => ({ ...cell, owner: owners.get(account) as number })),
  );
  return {
    owners: Int32Array.from(cells, ({ owner }) => owner),
    places: Int32Array.from(cells, ({ at }) => at),
    weights: Float64Array.from(cells, ({ weight }) => weight),
    residuals: Float64Array.from(cells, ({ residual }) => residual),
  };
}

function meanGradient({ weights, weight }: MixSide, { shares }: SideGradient): number {
  return sum(shares.map((slope, at) => slope * (weights[at] as number))) / weight;
}

function independentVariance(side: MixSide, gradient: SideGradient): number {
  const center = meanGradient(side, gradient);
  const ofShares = gradient.shares.map(
    (slope, at) => ((side.squaredWeights[at] as number) * (slope - center) ** 2) / side.weight ** 2,
  );
  // A value that does not count may be unknown.
  const ofValues = gradient.values.map((slope, at) => (slope === 0 ? 0 : (slope * (side.errors[at] as number)) ** 2));
  return sum([...ofShares, ...ofValues]);
}

function addScores(scores: Float64Array, side: MixSide, cells: FlatCells, gradient: SideGradient): void {
  const center = meanGradient(side, gradient);
  const { owners, places, weights, residuals } = cells;
  for (let cell = 0; cell < owners.length; cell++) {
    const at = places[cell] as number;
    const ofShare = (((gradient.shares[at] as number) - center) * (weights[cell] as number)) / side.weight;
    const ofValue = (gradient.values[at] as number) * (residuals[cell] as number);
    (scores[owners[cell] as number] as number) += ofShare + ofValue;
  }
}

/** Makes an effect of a value and its variance; `unit` is the size below which an error is rounding. */
export function mixEffect(
  value: number,
  { variance, accounts, method }: MixVariance,
  sideCount: number,
  confidence: number,
  unit: number,
): MixEffect {
  const isFew = accounts !== null && accounts < FEWEST_ACCOUNTS;
  const error = Math.sqrt(variance);
  if (Number.isNaN(error) || isFew) return { value: value + 0, standardError: null, interval: null };
  if (!(error > 1e-12 * unit)) return { value: value + 0, standardError: 0, interval: null };
  const critical =
    accounts === null ? normalCriticalValue(confidence) : studentTQuantile((1 + confidence) / 2, accounts - sideCount);
  const halfWidth = critical * error;
  const interval = { lower: value - halfWidth + 0, upper: value + halfWidth + 0, confidence, method };
  return { value: value + 0, standardError: error, interval };
}
