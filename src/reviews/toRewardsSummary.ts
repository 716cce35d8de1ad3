import { cxError } from '../core/errors.js';
import { requireOptions } from '../core/options.js';
import { byCodeUnits, isPlainObject } from '../prioritization/findingPath.js';
import type { RewardDecision } from '../rewards/evaluation/rewardDecision.js';
import type { LedgerLiability } from '../rewards/ledger/foldLiability.js';
import type { RewardBudget } from '../rewards/rules/budget.js';
import type { RewardsSummary } from './quarterlyRecord.js';

/** What is known of rewards in a quarter. */
export interface RewardsSummaryInput {
  /** The decisions of the quarter. */
  readonly decisions?: readonly RewardDecision[] | undefined;
  /** The budgets as they stand. */
  readonly budgets?: readonly RewardBudget[] | undefined;
  /** What is owed to members, from `foldLiability`. */
  readonly liability?: readonly LedgerLiability[] | undefined;
}

const WAITING: readonly string[] = ['held', 'awaiting-approval'];
const FOR_GOOD: readonly string[] = ['granted', 'clipped'];

function readList<Item>(name: string, list: readonly Item[] | undefined): readonly Item[] {
  if (list === undefined) return [];
  const given: unknown = list;
  if (!Array.isArray(given) || !given.every(isPlainObject))
    throw cxError('CX_INVALID_INPUT', `toRewardsSummary: option "${name}"`, 'a list of records', list);
  return list;
}

function keysOf(values: readonly string[]): string[] {
  return Array.from(new Set(values)).sort(byCodeUnits);
}

/**
 * Puts together what rewards have done, for the quarterly review.
 *
 * Use it for the option `rewards` of {@link quarterlyReview}: what was granted, how decisions went, which ones wait for a fact or for an
 * approval, what is left of budgets, and what is owed. What was not handed over is left out, not zero.
 *
 * @param input - Decisions, budgets and liability, each where known.
 * @returns Plain data: `granted` by unit, `outcomes`, `waiting`, `budgets`, `liability`, all in code-unit order.
 * @throws TypeError with code `CX_INVALID_OPTION` when the input is no object, `CX_INVALID_INPUT` when a list is none.
 * @example
 * ```ts
 * import { toRewardsSummary } from 'cx-scoring/reviews';
 *
 * const budget = { id: 'network-2026', unit: 'EUR', limit: 500000, posted: 320000, reserved: 30000 };
 * toRewardsSummary({ budgets: [budget] }); // => { budgets: [{ id: 'network-2026', unit: 'EUR', limit: 500000, posted: 320000, reserved: 30000 }] }
 * toRewardsSummary({}); // => {}
 * ```
 */
export function toRewardsSummary(input: RewardsSummaryInput): RewardsSummary {
  requireOptions('toRewardsSummary', input);
  const decisions = readList('decisions', input.decisions);
  const budgets = readList('budgets', input.budgets);
  const liability = readList('liability', input.liability);
  const sum = (list: readonly RewardDecision[]): number => list.reduce((total, { granted }) => total + granted, 0);
  const paid = decisions.filter(({ outcome }) => FOR_GOOD.includes(outcome) || outcome === 'pending');
  const granted = keysOf(paid.map(({ unit }) => unit)).map((unit) => {
    const own = paid.filter((one) => one.unit === unit);
    const posted = own.filter(({ outcome }) => FOR_GOOD.includes(outcome));
    const reserved = own.filter(({ outcome }) => outcome === 'pending');
    return { unit, decisions: own.length, granted: sum(posted), reserved: sum(reserved) };
  });
  const outcomes = keysOf(decisions.map(({ outcome }) => outcome)).map((outcome) => ({
    outcome,
    decisions: decisions.filter((one) => one.outcome === outcome).length,
  }));
  const keyOf = ({ on, rule, fact, subject }: RewardDecision): string => JSON.stringify([on, rule, fact, subject]);
  const waiting = decisions
    .filter(({ outcome }) => WAITING.includes(outcome))
    .sort((a, b) => byCodeUnits(keyOf(a), keyOf(b)))
    .map(({ rule, fact, on, subject, outcome, missing }) => ({
      rule,
      fact,
      on,
      subject,
      outcome,
      missing: missing.map((path) => path.join('.')),
    }));
  return {
    ...(input.decisions === undefined ? {} : { granted, outcomes, waiting }),
    ...(input.budgets === undefined
      ? {}
      : {
          budgets: budgets
            .map(({ id, unit, limit, posted, reserved }) => ({ id, unit, limit, posted, reserved }))
            .sort((a, b) => byCodeUnits(a.id, b.id)),
        }),
    ...(input.liability === undefined
      ? {}
      : {
          liability: liability
            .map(({ asset, unit, available, pending, owed, members }) => ({
              asset,
              unit,
              available,
              pending,
              owed,
              members,
            }))
            .sort((a, b) => byCodeUnits(a.unit, b.unit) || byCodeUnits(a.asset, b.asset)),
        }),
  };
}
