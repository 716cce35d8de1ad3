import { requireOption, requireOptions } from '../../core/options.js';
import { nelderMead } from '../../statistics/nelderMead.js';
import { groupedLogLikelihood, groupHistories, type BgNbdParameters } from './bgNbdLikelihood.js';
import { FARTHEST_LOG, searchWarnings, type ModelWarning } from './modelWarning.js';
import {
  sortOut,
  timingFault,
  type PurchaseHistory,
  type PurchaseHistoryExclusions,
  type PurchaseTimeUnit,
} from './purchaseHistory.js';

/** Options of {@link fitBgNbd}. */
export interface BgNbdOptions {
  /** Unit of the customers' times. It changes no number here; {@link predictLifetimeValue} needs it, to know what a month is. */
  readonly unit?: PurchaseTimeUnit | undefined;
}

/** A fitted BG/NBD model: plain data, to be stored and used again. */
export interface BgNbdFit {
  /** The parameters, or `null` when there is nothing to learn them from: no customer, or no repeat purchase. */
  readonly parameters: BgNbdParameters | null;
  /** Unit of the times, or `null` when it was not said. */
  readonly unit: PurchaseTimeUnit | null;
  /** Natural logarithm of the likelihood at the parameters. */
  readonly logLikelihood: number | null;
  /** Whether the search settled. */
  readonly converged: boolean;
  /** Iterations of the search. */
  readonly iterations: number;
  /** Customers used. */
  readonly sampleSize: number;
  /** Repeat purchases of these customers. */
  readonly repeatPurchases: number;
  /** Customers left out, by reason. */
  readonly excluded: PurchaseHistoryExclusions;
  /** Problems of the fit. */
  readonly warnings: readonly ModelWarning[];
}

/** What a fit asks of a prediction: parameters of one's own, or from a paper, serve as well. */
export type BgNbdModel = Pick<BgNbdFit, 'parameters'>;

const NAMES: readonly (keyof BgNbdParameters)[] = ['r', 'alpha', 'a', 'b'];

/** Where the search begins, as logarithms, alpha in units of the mean time between purchases: customers alike, and customers that differ. */
const STARTS: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 0, 1],
  [-1.5, -1.5, -0.5, 1],
];

/**
 * Fits the BG/NBD model of repeat purchases: how often customers buy while they are customers, and when they silently cease to be.
 *
 * Use it where no contract tells who has left: each order may be the last, and only the length of the silence speaks. Then ask
 * {@link predictPurchases} and {@link probabilityAlive}. The model takes the customers for draws from one population: fit large accounts and
 * small ones, dealers and end customers, apart.
 *
 * @param customers - Purchase histories, from {@link toPurchaseHistories} or your own; times in any one unit.
 * @param options - The unit of time.
 * @returns Parameters, log-likelihood, convergence, exclusions and warnings; `parameters: null` without a repeat purchase.
 * @throws TypeError with code `CX_INVALID_OPTION` for an unknown unit.
 * @remarks Fader, P., Hardie, B. and Lee, K. L. (2005), "Counting your customers" the easy way, Marketing Science 24(2), 275-284,
 * https://doi.org/10.1287/mksc.1040.0098. Maximum likelihood by Nelder and Mead on the logarithms of the parameters, from two starts; equal
 * histories are counted once. A prediction from it is no proof of what causes customers to stay.
 * @example
 * ```ts
 * import { fitBgNbd } from 'cx-scoring';
 *
 * const customers = [
 *   { frequency: 0, recency: 0, age: 40 }, { frequency: 0, recency: 0, age: 40 }, { frequency: 1, recency: 1, age: 40 },
 *   { frequency: 2, recency: 3, age: 40 }, { frequency: 9, recency: 39, age: 40 }, { frequency: 12, recency: 38, age: 40 },
 * ];
 * const fit = fitBgNbd(customers, { unit: 'week' });
 * fit.converged; // => true
 * fit.parameters; // ~> { r: 0.439, alpha: 1.687, a: 0.173, b: 0.460 }
 * fit.logLikelihood; // ~> -66.386
 * ```
 */
export function fitBgNbd(customers: Iterable<PurchaseHistory>, options: BgNbdOptions = {}): BgNbdFit {
  requireOptions('fitBgNbd', options);
  const { unit = null } = options;
  const isUnit = unit === null || unit === 'day' || unit === 'week' || unit === 'month';
  requireOption(isUnit, 'fitBgNbd', 'unit', '"day", "week" or "month"', unit);
  const { usable, excluded } = sortOut('fitBgNbd', customers, timingFault);
  const sampleSize = usable.length;
  const groups = groupHistories(usable);
  const totalOf = (values: readonly number[]): number =>
    values.reduce((sum, value, i) => sum + value * (groups.customers[i] as number), 0);
  const repeatPurchases = totalOf(groups.frequency);
  const time = totalOf(groups.age);
  const counts = { unit, sampleSize, repeatPurchases, excluded };
  if (!(repeatPurchases > 0 && time > 0)) {
    return {
      ...counts,
      parameters: null,
      logLikelihood: null,
      converged: false,
      iterations: 0,
      warnings: [{ code: 'no-data' }],
    };
  }
  // The mean time between purchases as unit makes the search independent of the unit of the data.
  const scale = time / repeatPurchases;
  const inUnits = { ...groups, recency: groups.recency.map((t) => t / scale), age: groups.age.map((t) => t / scale) };
  const objective = (logs: readonly number[]): number =>
    logs.some((log) => Math.abs(log) > FARTHEST_LOG) ? Infinity : -groupedLogLikelihood(inUnits, toParameters(logs, 1));
  const searches = STARTS.map((start) => nelderMead(objective, start, { tolerance: 1e-6 }));
  const best = searches.reduce((a, b) => (b.value < a.value ? b : a));
  const parameters = toParameters(best.point, scale);
  return {
    ...counts,
    parameters,
    logLikelihood: groupedLogLikelihood(groups, parameters),
    converged: best.converged,
    iterations: best.iterations,
    warnings: searchWarnings(NAMES, best),
  };
}

function toParameters([r, alpha, a, b]: readonly number[], scale: number): BgNbdParameters {
  return {
    r: Math.exp(r as number),
    alpha: Math.exp(alpha as number) * scale,
    a: Math.exp(a as number),
    b: Math.exp(b as number),
  };
}
