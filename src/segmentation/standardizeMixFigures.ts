import type { Interval } from '../core/interval.js';
import type { MetricResult } from '../core/result.js';
import { FEWEST_ACCOUNTS } from '../measures/evidence.js';
import { studentTQuantile } from '../statistics/studentT.js';
import { sum } from '../statistics/sum.js';
import type { MixSide } from './mixSide.js';
import { mixVariance } from './mixVariance.js';

/** What standardising gives. */
export interface StandardizedFigures {
  /** Sum of share times value. */
  readonly value: number;
  /** Its standard error. */
  readonly standardError: number | null;
  /** Degrees of freedom of the standard error. */
  readonly degreesOfFreedom: number | null;
  /** Its interval. */
  readonly interval: Interval | null;
  /** Accounts behind it; `null` where rows are independent. */
  readonly accounts: number | null;
  /** Why there is no interval, where there is none. */
  readonly reason: 'few-accounts' | 'single-answer' | 'no-variation';
}

/** Kish's effective size, every row weighing as the target makes it. */
export function effectiveSize({ weights, squaredWeights }: MixSide, shares: readonly number[]): number {
  const used = shares.map((share, at) => ((weights[at] as number) > 0 ? share : 0));
  const squares = used.map((share, at) =>
    share > 0 ? (share / (weights[at] as number)) ** 2 * (squaredWeights[at] as number) : 0,
  );
  return sum(used) ** 2 / sum(squares);
}

/** The standardised value with its error; the value of a segment without data is read nowhere, as its share is 0. */
export function standardizedFigures(
  side: MixSide,
  shares: readonly number[],
  confidence: number,
  range: MetricResult['definition']['range'],
): StandardizedFigures {
  const terms = shares.map((share, at) => (share === 0 ? 0 : share * (side.values[at] as number)));
  const value = sum(terms) + 0;
  const gradient = { shares: shares.map(() => 0), values: shares };
  const used = new Set(shares.keys());
  for (const at of shares.keys()) if (shares[at] === 0) used.delete(at);
  const cells = side.accounts && [...side.accounts].filter(([, own]) => own.some(({ at }) => used.has(at)));
  const { variance, accounts, method } = mixVariance([{ ...side, accounts: cells && new Map(cells) }])([gradient]);
  const error = Math.sqrt(variance);
  if (Number.isNaN(error))
    return { value, standardError: null, degreesOfFreedom: null, interval: null, accounts, reason: accounts === null ? 'single-answer' : 'few-accounts' }; // prettier-ignore
  const parts = shares.map((share, at) => (share === 0 ? 0 : (share * (side.errors[at] as number)) ** 2));
  const spread = sum(parts.map((part, at) => (part === 0 ? 0 : part ** 2 / (side.freedoms[at] as number))));
  const freedom = accounts === null ? variance ** 2 / spread : accounts - 1;
  const noise = 1e-12 * Math.max(1, ...terms.map(Math.abs));
  const isFew = accounts !== null && accounts < FEWEST_ACCOUNTS;
  const degreesOfFreedom = Number.isNaN(freedom) ? null : freedom;
  const halfWidth = studentTQuantile((1 + confidence) / 2, freedom) * error;
  const bounds = {
    lower: Math.max(range?.minimum ?? -Infinity, value - halfWidth) + 0,
    upper: Math.min(range?.maximum ?? Infinity, value + halfWidth) + 0,
  };
  const interval =
    isFew || !(error > noise) ? null : { ...bounds, confidence, method: accounts === null ? 'stratified-t' : method };
  const reason = isFew ? 'few-accounts' : 'no-variation';
  return { value, standardError: error, degreesOfFreedom, interval, accounts, reason };
}
