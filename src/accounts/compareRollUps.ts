import { tallyRows } from '../measures/computeMeasure.js';
import type { AccountResult } from './accountResult.js';
import { accountNpsMeasure, type AccountNpsOptions } from './accountNps.js';
import { ROLL_UP_RULES, type RollUpRule } from './rollUp.js';

/** Options of {@link compareRollUps}: those of the account NPS, but for the rule. */
export interface CompareRollUpsOptions<Row> extends Omit<AccountNpsOptions<Row>, 'rollUp' | 'roles'> {
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
  /** The roles that count, or `null` for all. */
  readonly roles: readonly string[] | null;
  /** The result under that rule. */
  readonly result: AccountResult<'account-nps'>;
}

/**
 * Computes the account NPS of the same answers under every roll-up rule, side by side.
 *
 * Use it once, before a rule is chosen, and whenever somebody quotes another score for the same answers: the rule must be agreed and
 * written down, not picked for its number.
 *
 * @param rows - One row per answer; read once.
 * @param options - Those of {@link computeAccountNps} but for the rule. With `role`, decision-makers alone get a line; with `revenue`,
 * the mean and the strict classification by revenue do.
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
  const { decisionMakers = ['decision-maker'], revenue, role } = options;
  const all = Array.from(rows);
  const line = (rollUp: RollUpRule, isByRevenue: boolean, roles: readonly string[] | null): RollUpComparison => {
    const measure = accountNpsMeasure<Row>({
      ...options,
      rollUp,
      revenue: isByRevenue ? revenue : undefined,
      ...(roles && { roles }),
    });
    return { rollUp, isByRevenue, roles, result: measure.toResult(tallyRows(all, measure)) };
  };
  return [
    ...ROLL_UP_RULES.map((rollUp) => line(rollUp, false, null)),
    ...(role === undefined ? [] : [line('mean', false, decisionMakers)]),
    ...(revenue === undefined ? [] : [line('mean', true, null), line('mean-then-classify', true, null)]),
  ];
}
