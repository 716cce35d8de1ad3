import * as z from 'zod/mini';
import type {
  Cap,
  CapPeriod,
  CapScope,
  ImmediateSettlement,
  RuleApproval,
  RuleExpiry,
  RuleReversal,
  TwoPhaseSettlement,
} from '../rewards/rules/rewardRule.js';
import { flag, list, text, word, wordOf } from './fields.js';
import { issueMessage, messageWith } from './issues.js';
import { conditionSchema } from './rewardCondition.js';
import { factPath, whole } from './rewardFields.js';

function events(): z.ZodMiniType<string[]> {
  return list(text('Name of an event.'), 'Events whose facts count.', 1);
}

/** How a grant becomes final. */
export function settlementSchema(): z.ZodMiniType<ImmediateSettlement | TwoPhaseSettlement> {
  const immediate = {
    mode: word(['immediate'], 'At once and for good.'),
  } satisfies { [Name in keyof ImmediateSettlement]-?: unknown };
  const twoPhase = {
    mode: word(['two-phase'], 'Reserved first, then posted or voided.'),
    on: events(),
    post: conditionSchema,
    void: z.optional(conditionSchema),
    postAmount: z.optional(factPath('Where the settling fact says how much is posted.')),
    voidAfterDays: whole('Days after which what is not settled is voided.', 1),
  } satisfies { [Name in keyof TwoPhaseSettlement]-?: unknown };
  return z
    .discriminatedUnion(
      'mode',
      [z.strictObject(immediate, { error: issueMessage }), z.strictObject(twoPhase, { error: issueMessage })],
      { error: issueMessage },
    )
    .check(z.describe('How the grant becomes final; at once when left out.'));
}

/** Which grants wait for an approval. */
export function approvalSchema(): z.ZodMiniType<RuleApproval> {
  return z
    .strictObject(
      {
        above: whole('Amounts above this need an approval.', 0),
        fact: factPath('Where the fact says that it was given.'),
      } satisfies { [Name in keyof RuleApproval]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('Which grants wait for an approval.'));
}

/** The most that may be granted. */
export function capSchema(): z.ZodMiniType<Cap> {
  const scopes = { subject: true, beneficiary: true, account: true, network: true, programme: true } as const;
  const periods = {
    day: true,
    week: true,
    month: true,
    quarter: true,
    'civil-year': true,
    'fiscal-year': true,
    total: true,
  } as const;
  return z
    .strictObject(
      {
        scope: wordOf<CapScope>(scopes, 'Whose grants are counted together. Rule: an account or network has its path.'),
        period: wordOf<CapPeriod>(periods, 'Over which period.'),
        limit: whole('The most; zero means zero.', 0),
        overflow: word(['clip', 'deny'], 'What is left is granted, or nothing unless all fits.'),
        across: z.optional(word(['rule', 'all-rules'], 'Which grants count; those of the rule when left out.')),
      } satisfies { [Name in keyof Cap]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('The most that may be granted.'));
}

/** How a grant is taken back. */
export function reversalSchema(): z.ZodMiniType<RuleReversal> {
  const booking = word(['current-period', 'original-period'], 'Period it is booked in; the current when left out.');
  return z
    .strictObject(
      {
        on: events(),
        when: conditionSchema,
        policy: word(['pending-only', 'within-balance', 'full'], 'How much is taken back.'),
        booking: z.optional(booking),
        release: z.optional(flag('Whether the budget gets it back; it does not when left out.')),
      } satisfies { [Name in keyof RuleReversal]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('How a grant is taken back.'));
}

/** When points expire. */
export function expirySchema(): z.ZodMiniType<RuleExpiry> {
  const error = messageWith('{ afterDays } or { endOf, plusYears }');
  const afterDays = { afterDays: whole('Days after the day of the grant.', 0) };
  const endOf = {
    endOf: word(['civil-year', 'fiscal-year'], 'Last day of the year of the grant.'),
    plusYears: z.optional(whole('Whole years later.', 0)),
  };
  return z
    .union([z.strictObject(afterDays, { error: issueMessage }), z.strictObject(endOf, { error: issueMessage })], {
      error,
    })
    .check(z.describe('When points expire; never when left out.'));
}
