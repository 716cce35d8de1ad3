import { readFileSync } from 'node:fs';
import { toPeriod } from 'cx-scoring';
import {
  chooseGift,
  compileGiftCatalogue,
  eligibleGifts,
  evaluateRewards,
  type Condition,
  type EligibleGifts,
  type GiftChoice,
  type LedgerEntry,
  type MetricFact,
  type RewardBudget,
  type RewardDecision,
  type RewardRule,
} from 'cx-scoring/rewards';
import { parseRewardRules } from 'cx-scoring/schemas';
import { GIFTS } from '../data/gifts.js';
import type { Operations } from '../data/operations.js';
import type { Answer } from './answers.js';
import { networkResults } from './networkResults.js';
import { rewardFacts } from './rewardFacts.js';

/** The day on which the quarter is closed. */
export const CLOSED_ON = '2026-10-05';

/** The customer who chooses a gift, and the gift. */
export const CHOICE = { customer: 'A132', item: 'basket' } as const;

const RULES_FILE = new URL('../data/reward-rules.json', import.meta.url);
const BUDGETS: readonly RewardBudget[] = [
  { id: 'goodwill-2026', unit: 'EUR', limit: 30_000, posted: 0, reserved: 0 },
  { id: 'network-2026', unit: 'pt', limit: 60_000, posted: 0, reserved: 0 },
];

/** What the close of a quarter came to. */
export interface ClosedQuarter {
  readonly quarter: string;
  readonly rules: readonly RewardRule[];
  readonly results: readonly MetricFact[];
  /** All decisions, that of the choice of the gift included. */
  readonly decisions: readonly RewardDecision[];
  readonly ledger: readonly LedgerEntry[];
  readonly budgets: readonly RewardBudget[];
  /** What the customer could choose from, and what was chosen. */
  readonly gifts: EligibleGifts;
  readonly choice: GiftChoice;
  /** Points of the network bonus, had each month to be green, or the unfavourable end of each interval. */
  readonly stricter: Readonly<Record<'everyMonth' | 'byBound', number>>;
}

/** Reads the rules of the programme. */
export function readRules(): readonly RewardRule[] {
  const read = parseRewardRules(readFileSync(RULES_FILE, 'utf8'));
  if (!read.success) throw new Error(`examples/data/reward-rules.json: ${read.issues[0]?.message ?? ''}`);
  return read.rules;
}

/** The rules with every metric condition asking otherwise. */
function asking(rule: RewardRule, change: (condition: Extract<Condition, { op: 'metric' }>) => Condition): RewardRule {
  const { when } = rule;
  if (when.op !== 'all') return rule;
  return { ...rule, when: { ...when, of: when.of.map((own) => (own.op === 'metric' ? change(own) : own)) } };
}

/** Closes the last quarter: facts from what the systems hold, decisions by the rules, one gift chosen. */
export function closeQuarter(answers: readonly Answer[], data: Operations): ClosedQuarter {
  const rules = readRules();
  const quarter = toPeriod(data.asOf, { unit: 'quarter' });
  const results = networkResults(data, quarter);
  const facts = rewardFacts(answers, data, results, { quarter, asOf: CLOSED_ON });
  const first = evaluateRewards({ rules, facts, results, budgets: BUDGETS, asOf: CLOSED_ON });

  const grant = first.decisions.find(({ unit, subject }) => unit === 'EUR' && subject === CHOICE.customer);
  const rule = rules.find(({ id }) => id === grant?.rule);
  if (grant === undefined || rule === undefined) throw new Error(`Nobody owes ${CHOICE.customer} a gift.`);
  const catalogue = compileGiftCatalogue(GIFTS);
  const country = data.customers.find(({ id }) => id === CHOICE.customer)?.country;
  const gifts = eligibleGifts(catalogue, { upTo: grant.granted, currency: 'EUR', asOf: CLOSED_ON, country });
  const choice = chooseGift({ grant, rule, ledger: first.entries, catalogue, item: CHOICE.item, on: CLOSED_ON });
  const second = evaluateRewards({
    rules,
    facts: choice.fact === null ? [] : [choice.fact],
    ledger: first.entries,
    budgets: first.budgets,
    asOf: CLOSED_ON,
  });

  const bonus = rules.filter(({ id }) => id === 'network-green-quarter');
  const pays = (change: Parameters<typeof asking>[1]): number =>
    evaluateRewards({
      rules: bonus.map((own) => asking(own, change)),
      facts,
      results,
      budgets: BUDGETS,
      asOf: CLOSED_ON,
    }).entries.reduce((sum, { amount }) => sum + amount, 0);
  return {
    quarter,
    rules,
    results,
    decisions: [...first.decisions, ...second.decisions],
    ledger: [...first.entries, ...second.entries],
    budgets: second.budgets,
    gifts,
    choice,
    stricter: {
      everyMonth: pays((own) => ({ ...own, over: 'every-month', minimumSample: undefined })),
      byBound: pays((own) => ({ ...own, test: { status: 'green', by: 'bound' } })),
    },
  };
}
