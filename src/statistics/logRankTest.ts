import { chiSquaredUpperTail } from './chiSquared.js';
import { choleskyFactor, choleskySolution } from './cholesky.js';
import { riskTable } from './riskTable.js';

/** Outcome of `logRankTest`. */
export interface LogRankTest {
  /** Chi-square statistic. */
  readonly statistic: number;
  /** Groups less 1. */
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least that large when all groups follow one curve. */
  readonly pValue: number;
  /** The groups in ascending order, numbers before words. */
  readonly groups: readonly (string | number)[];
  /** Events of each group. */
  readonly observed: readonly number[];
  /** Events that each group would have had, were the curves the same. */
  readonly expected: readonly number[];
}

/**
 * The log-rank test: do two or more groups lose their units at the same pace?
 *
 * @param times - Time until the event or until the end of following, zero or more.
 * @param events - 1 where the event happened at that time, 0 where following ended without it.
 * @param groups - The group of each unit.
 * @returns Statistic, degrees of freedom, p-value and events by group; NaN with a single group, without events while groups overlap, and
 * outside the domain of `kaplanMeier` (no groups are named then).
 * @remarks Mantel, N. (1966), Evaluation of survival data and two new rank order statistics arising in its consideration, Cancer
 * Chemotherapy Reports 50, 163-170; Peto, R. and Peto, J. (1972), JRSS A 135, 185-207, https://doi.org/10.2307/2344317
 * @example
 * ```ts
 * import { logRankTest } from 'cx-scoring/statistics';
 * const test = logRankTest([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 0], ['a', 'a', 'a', 'b', 'b', 'b']);
 * test.pValue; // ~> 0.0246
 * ```
 */
export function logRankTest(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  groups: ArrayLike<string | number>,
): LogRankTest {
  const table = groups.length === times.length ? riskTable(times, events) : null;
  const names = table === null ? [] : [...new Set(Array.from(groups))].sort(ascending);
  const size = names.length;
  const observed = new Array<number>(size).fill(0);
  const expected = new Array<number>(size).fill(0);
  const variance = new Float64Array(size * size);
  const rows = Array.from(times, (time, i) => ({ time, group: names.indexOf(groups[i] as string | number), i }));
  for (const { group, i } of table === null ? [] : rows)
    observed[group] = (observed[group] as number) + (events[i] as number);
  rows.sort((a, b) => a.time - b.time);
  // Units leave the counts as their time passes.
  const atRisk = names.map((_, k) => rows.filter(({ group }) => group === k).length);
  let gone = 0;
  for (const step of table ?? []) {
    for (; (rows[gone]?.time ?? Infinity) < step.time; gone++) {
      const { group } = rows[gone] as { group: number };
      atRisk[group] = (atRisk[group] as number) - 1;
    }
    const spread = step.atRisk > 1 ? (step.events * (step.atRisk - step.events)) / (step.atRisk - 1) : 0;
    for (const [k, count] of atRisk.entries()) {
      const share = count / step.atRisk;
      expected[k] = (expected[k] as number) + step.events * share;
      for (const [j, other] of atRisk.entries()) {
        const both = share * ((k === j ? 1 : 0) - other / step.atRisk);
        variance[k * size + j] = (variance[k * size + j] as number) + spread * both;
      }
    }
  }
  const statistic = size > 1 ? quadraticForm(variance, observed, expected) : NaN;
  const degreesOfFreedom = size > 1 ? size - 1 : NaN;
  return {
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    groups: names,
    observed,
    expected,
  };
}

// The differences add up to zero, so the last group says nothing new.
function quadraticForm(variance: Float64Array, observed: readonly number[], expected: readonly number[]): number {
  const size = observed.length;
  const free = size - 1;
  const part = Float64Array.from({ length: free * free }, (_, at) => {
    return variance[Math.floor(at / free) * size + (at % free)] as number;
  });
  const factor = choleskyFactor(part, free);
  if (factor === null) return NaN;
  const difference = observed.slice(0, free).map((count, k) => count - (expected[k] as number));
  return choleskySolution(factor, free, difference).reduce(
    (sum, value, k) => sum + value * (difference[k] as number),
    0,
  );
}

function ascending(a: string | number, b: string | number): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : 1;
}
