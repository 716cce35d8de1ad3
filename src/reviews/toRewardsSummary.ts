import { cxError } from '../core/errors.js';
import { requireOptions } from '../core/options.js';
import { compareTexts } from '../core/textOrder.js';
import { isPlainObject } from '../prioritization/findingPath.js';
import type { RewardDecision } from '../rewards/evaluation/rewardDecision.js';
import type { LedgerLiability } from '../rewards/ledger/foldLiability.js';
import type { RewardBudget } from '../rewards/rules/budget.js';
import type { RewardsSummary } from './quarterlyRecord.js';

/** What is known of rewards in a quarter. */
export interface RewardsSummaryInput {
  /** The decisions of the quarter, in the order of deciding: what was set aside and then granted, voided or taken back counts once. */
  readonly decisions?: readonly RewardDecision[] | undefined;
  /** The budgets as they stand. */
  readonly budgets?: readonly RewardBudget[] | undefined;
  /** What is owed to members, from `foldLiability`. */
  readonly liability?: readonly LedgerLiability[] | undefined;
}

/** What became of one reward: the last word on it, and what it holds now. */
interface Award {
  last: RewardDecision;
  posted: number;
  reserved: number;
}

const WAITING: readonly string[] = ['held', 'awaiting-approval'];

function decideAgain(award: Award, { outcome, granted }: RewardDecision): void {
  if (outcome === 'pending') award.reserved = granted;
  else if (outcome === 'granted' || outcome === 'clipped') [award.posted, award.reserved] = [granted, 0];
  else if (outcome === 'voided') award.reserved = 0;
  // What a reversal takes back is told as a negative amount, of what is pending or of what was granted for good.
  else if (outcome === 'reversed') award[award.reserved > 0 ? 'reserved' : 'posted'] += granted;
}

/** One award for each rule, subject and occurrence, so that what was set aside and then granted counts once. */
function awardsOf(decisions: readonly RewardDecision[]): Award[] {
  const awards = new Map<string, Award>();
  for (const decision of decisions) {
    const { rule, subject, occurrence, fact, on, outcome } = decision;
    const key = JSON.stringify(occurrence === null ? [rule, subject, fact, on] : [rule, subject, occurrence]);
    const award = awards.get(key) ?? { last: decision, posted: 0, reserved: 0 };
    if (outcome !== 'duplicate') award.last = decision;
    decideAgain(award, decision);
    awards.set(key, award);
  }
  return Array.from(awards.values());
}

function readList<Item>(name: string, list: readonly Item[] | undefined): readonly Item[] {
  if (list === undefined) return [];
  const given: unknown = list;
  if (!Array.isArray(given) || !given.every(isPlainObject))
    throw cxError('CX_INVALID_INPUT', `toRewardsSummary: option "${name}"`, 'a list of records', list);
  return list;
}

function keysOf(values: readonly string[]): string[] {
  return Array.from(new Set(values)).sort(compareTexts);
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
  const awards = awardsOf(decisions);
  const paid = awards.filter(({ posted, reserved }) => posted !== 0 || reserved !== 0);
  const granted = keysOf(paid.map(({ last }) => last.unit)).map((unit) => {
    const own = paid.filter(({ last }) => last.unit === unit);
    const sum = (part: 'posted' | 'reserved'): number => own.reduce((total, award) => total + award[part], 0);
    return { unit, decisions: own.length, granted: sum('posted'), reserved: sum('reserved') };
  });
  const outcomes = keysOf(decisions.map(({ outcome }) => outcome)).map((outcome) => ({
    outcome,
    decisions: decisions.filter((one) => one.outcome === outcome).length,
  }));
  const keyOf = ({ on, rule, fact, subject }: RewardDecision): string => JSON.stringify([on, rule, fact, subject]);
  const waiting = awards
    .map(({ last }) => last)
    .filter(({ outcome }) => WAITING.includes(outcome))
    .sort((a, b) => compareTexts(keyOf(a), keyOf(b)))
    .map(({ rule, fact, occurrence, on, subject, outcome, missing }) => ({
      rule,
      fact,
      occurrence,
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
            .sort((a, b) => compareTexts(a.id, b.id)),
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
            .sort((a, b) => compareTexts(a.unit, b.unit) || compareTexts(a.asset, b.asset)),
        }),
  };
}
