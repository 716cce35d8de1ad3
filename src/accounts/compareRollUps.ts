import { requireOptions } from '../core/options.js';
import { cxError } from '../core/errors.js';
import { isIterable } from '../measures/input.js';
import { computeAccountNps, type AccountNpsResult, type ComputeAccountNpsOptions } from './accountNps.js';
import { ROLL_UP_RULES, type RollUpRule } from './rollUp.js';

/** Options of {@link compareRollUps}: those of the account NPS, but for the rule. */
export interface CompareRollUpsOptions<Row> extends Omit<ComputeAccountNpsOptions<Row>, 'rollUp' | 'roles'> {
  /**
   * Roles of those who decide: with `role`, a line is added on which only they count.
   * @defaultValue `['decision-maker']`
   */
  readonly decisionMakers?: readonly string[] | undefined;
}

/** The score under one rule. */
export interface RollUpComparison {
  /** The rule. */
  readonly rollUp: RollUpRule;
  /** Whether accounts weigh by revenue. */
  readonly isByRevenue: boolean;
  /** Whether only the latest answer of each contact counts. */
  readonly isLatestOnly: boolean;
  /** The roles that count, or `null` for all. */
  readonly roles: readonly string[] | null;
  /** The result under that rule. */
  readonly result: AccountNpsResult;
}

/**
 * Computes the account NPS of the same answers under every roll-up rule, side by side.
 *
 * Use it once, before a rule is chosen, and whenever somebody quotes another score for the same answers: the rule must be agreed and
 * written down, not picked for its number.
 *
 * @param rows - One row per answer; read once.
 * @param options - Those of {@link computeAccountNps} but for the rule. With `role`, decision-makers alone get a line; with `latest`, the
 * latest answer per contact; with `revenue`, the mean and the strict classification by revenue.
 * @returns One line for each rule, always in the same order; results of different rules have different definitions on purpose.
 * @throws What {@link computeAccountNps} throws.
 * @remarks The rules are those found in practice: all respondents, mean by customer, decision-makers only (Satrix Solutions), one score
 * per account (Bolstra), revenue (CustomerGauge).
 * @example
 * ```ts
 * import { compareRollUps } from 'cx-scoring/accounts';
 *
 * const answers = [
 *   { account: 'A', score: 10 },
 *   { account: 'A', score: 10 },
 *   { account: 'A', score: 9 },
 *   { account: 'B', score: 6 },
 *   { account: 'B', score: 9 },
 * ];
 * const lines = compareRollUps(answers, { account: 'account', score: 'score' });
 * lines.map(({ rollUp, result }) => `${rollUp} ${result.value}`); // => ['mean 50', 'pooled 60', 'mean-then-classify 50', 'rounded-mean-then-classify 50', 'majority 50', 'worst 0', 'best 100']
 * ```
 */
export function compareRollUps<Row>(
  rows: Iterable<Row>,
  options: CompareRollUpsOptions<NoInfer<Row>>,
): RollUpComparison[] {
  requireOptions('compareRollUps', options);
  const { decisionMakers = ['decision-maker'], revenue, role, latest } = options;
  if (!isIterable(rows)) throw cxError('CX_INVALID_INPUT', 'compareRollUps: rows', 'an iterable of rows', rows);
  const all = Array.from(rows);
  const line = (rollUp: RollUpRule, chosen: 'all' | 'deciders' | 'latest' | 'by-revenue'): RollUpComparison => {
    const roles = chosen === 'deciders' ? decisionMakers : null;
    const result = computeAccountNps<Row>(all, {
      ...options,
      rollUp,
      revenue: chosen === 'by-revenue' ? revenue : undefined,
      latest: chosen === 'latest' ? latest : undefined,
      ...(roles && { roles }),
    });
    return { rollUp, isByRevenue: chosen === 'by-revenue', isLatestOnly: chosen === 'latest', roles, result };
  };
  return [
    ...ROLL_UP_RULES.map((rollUp) => line(rollUp, 'all')),
    ...(role === undefined ? [] : [line('mean', 'deciders')]),
    ...(latest === undefined ? [] : [line('mean', 'latest')]),
    ...(revenue === undefined ? [] : [line('mean', 'by-revenue'), line('mean-then-classify', 'by-revenue')]),
  ];
}
