import type { Comparison } from '../core/comparison.js';
import type { CompareOptions } from '../measures/compareResults.js';
import { compareSums } from '../measures/compareClusters.js';
import { accountSums, type AccountMetric } from './accountResult.js';
import type { AccountTally } from './accountTally.js';

/** Compares two tallies of one account metric, first minus second; accounts on both sides are known by their keys. */
export function compareAccounts<Row, Id extends string>(
  metric: AccountMetric<Row, Id>,
  a: AccountTally,
  b: AccountTally,
  options: CompareOptions,
): Comparison<Id> {
  const sides = [a, b].map(
    (side) => new Map(accountSums(metric, side).map(({ account, sums }) => [account.account, sums])),
  );
  return compareSums(metric.definition, sides[0] ?? new Map(), sides[1] ?? new Map(), options);
}
