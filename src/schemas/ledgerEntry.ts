import * as z from 'zod/mini';
import type { RewardBudget } from '../rewards/rules/budget.js';
import type { LedgerEntry, LedgerEntryKind, LedgerRule, LotAllocation } from '../rewards/ledger/ledgerEntry.js';
import { civilDate, flag, list, text, word, wordOf } from './fields.js';
import { issueMessage } from './issues.js';
import { plainJson, whole } from './rewardFields.js';

const LONGEST_KEY = 4096;

function key(description: string): z.ZodMiniType<string> {
  return z.string({ error: issueMessage }).check(z.minLength(1), z.maxLength(LONGEST_KEY), z.describe(description));
}

function createEntrySchema(): z.ZodMiniType<LedgerEntry> {
  const kinds = {
    award: true,
    reserve: true,
    post: true,
    void: true,
    reverse: true,
    correct: true,
    redeem: true,
    restore: true,
    expire: true,
    'transfer-out': true,
    'transfer-in': true,
  } satisfies Record<LedgerEntryKind, true>;
  const assets = ['points', 'money', 'gift-choice', 'badge'] as const;
  const rule = z.strictObject(
    {
      id: text('Id of the rule.'),
      version: whole('Version that decided.', 1),
      generation: whole('Generation of the rule.', 1),
    } satisfies { [Name in keyof LedgerRule]-?: unknown },
    { error: issueMessage },
  );
  const effect = z.strictObject(
    {
      posted: whole('Added to what is posted.'),
      reserved: whole('Added to what is reserved.'),
    } satisfies { [Name in keyof NonNullable<LedgerEntry['budgetEffect']>]-?: unknown },
    { error: issueMessage },
  );
  const lot = z.strictObject(
    {
      lot: key('Key of the entry that made the lot.'),
      amount: whole('How much, from 1.', 1),
    } satisfies { [Name in keyof LotAllocation]-?: unknown },
    { error: issueMessage },
  );
  const orNull = (description: string): z.ZodMiniType<string | null> =>
    z.nullable(text(description)).check(z.describe(`${description} Null when there is none.`));
  return z
    .strictObject(
      {
        key: key('Unique key.'),
        kind: wordOf<LedgerEntryKind>(kinds, 'What the entry does.'),
        on: civilDate('Civil date it takes effect on.'),
        bookedOn: civilDate('Civil date of the evaluation that wrote it.'),
        member: text('Whose it is.'),
        asset: word(assets, 'Kind of grant.') satisfies z.ZodMiniType<LedgerEntry['asset']>,
        unit: text('Unit: of points, the currency, or the badge.'),
        amount: whole('What the entry adds to the balance of the member.'),
        pending: whole('What it adds to what is reserved for the member.'),
        desired: z.nullable(whole('What would have been granted without limits.', 0)),
        rule: z.nullable(rule).check(z.describe('The rule behind it, null for what members do.')),
        subject: orNull('Who earned it.'),
        occurrence: orNull('What it is for.'),
        account: orNull('Account, for caps.'),
        network: orNull('Network, for caps.'),
        fact: orNull('Id of the fact that caused it.'),
        budget: orNull('Budget that pays.'),
        budgetEffect: z.nullable(effect).check(z.describe('What the entry adds to the budget.')),
        award: z.nullable(key('Key of the grant it belongs to.')),
        of: z.nullable(key('Key of the entry it answers.')),
        expiresOn: z.nullable(civilDate('Last day on which the lot can be spent.')),
        lots: list(lot.check(z.describe('A lot.')), 'Lots it took from or gave back to.'),
        negative: flag('Whether it left a negative balance, knowingly.'),
        payload: plainJson('What must be the same when the key comes again.'),
      } satisfies { [Name in keyof LedgerEntry]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Ledger entry', description: 'One line of the ledger of rewards.' }));
}

/**
 * The schema of a {@link LedgerEntry}, strict.
 *
 * Use it with {@link readRecords} for the ledger as it comes back from a store. That entries fit together, it does not check.
 *
 * @example
 * ```ts
 * import { ledgerEntrySchema, readRecord } from 'cx-scoring/schemas';
 *
 * const refused = readRecord(ledgerEntrySchema, { key: 'k1', kind: 'gift' });
 * if (!refused.success) refused.issues[0]?.path; // => ['kind']
 * ```
 */
export const ledgerEntrySchema: z.ZodMiniType<LedgerEntry> = /* @__PURE__ */ createEntrySchema();

function createBudgetSchema(): z.ZodMiniType<RewardBudget> {
  return z
    .strictObject(
      {
        id: text('Id of the budget.'),
        unit: text('Unit: of points, or the currency.'),
        limit: whole('The most that may be posted and reserved together; zero means zero.', 0),
        posted: whole('What is granted for good.'),
        reserved: whole('What is set aside.', 0),
        overflow: z.optional(
          word(['clip', 'deny'], 'What happens to a grant that does not fit; denied when left out.'),
        ),
      } satisfies { [Name in keyof RewardBudget]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Reward budget', description: 'A budget that grants are paid from.' }));
}

/**
 * The schema of a {@link RewardBudget}, strict.
 *
 * Use it with {@link readRecords} for budgets as they come back from a store.
 *
 * @example
 * ```ts
 * import { readRecord, rewardBudgetSchema } from 'cx-scoring/schemas';
 *
 * readRecord(rewardBudgetSchema, { id: 'goodwill', unit: 'EUR', limit: 0, posted: 0, reserved: 0 }).success; // => true
 * readRecord(rewardBudgetSchema, { id: 'goodwill', unit: 'EUR', limit: 0.5, posted: 0, reserved: 0 }).success; // => false
 * ```
 */
export const rewardBudgetSchema: z.ZodMiniType<RewardBudget> = /* @__PURE__ */ createBudgetSchema();
