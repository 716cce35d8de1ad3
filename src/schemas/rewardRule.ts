import * as z from 'zod/mini';
import type { LocalizedText } from '../core/definition.js';
import type { RewardRule, RuleState, RuleValidity } from '../rewards/rules/rewardRule.js';
import { civilDate, list, text, word, wordOf } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { conditionSchema } from './rewardCondition.js';
import { factPath, whole } from './rewardFields.js';
import { grantSchema } from './rewardGrant.js';
import { approvalSchema, capSchema, expirySchema, reversalSchema, settlementSchema } from './rewardSettlement.js';
import { triggerSchema } from './rewardTrigger.js';

function capFindings({ caps = [], account, network }: RewardRule): Finding[] {
  return caps.flatMap(({ scope }, at): Finding[] => {
    const isLost = (scope === 'account' && account === undefined) || (scope === 'network' && network === undefined);
    if (!isLost) return [];
    const rule = `a scope whose path the rule gives: it has no "${scope}"`;
    return [{ code: 'contradiction', rule, input: scope, path: ['caps', at, 'scope'] }];
  });
}

function giftFindings({ grant, settle }: RewardRule): Finding[] {
  if (grant.kind !== 'gift-choice' || settle?.mode === 'two-phase') return [];
  const rule = 'in two phases, since a gift is chosen after it is granted';
  return [{ code: 'contradiction', rule, input: settle?.mode, path: ['settle'] }];
}

function validityFindings({ from, through }: RuleValidity): Finding[] {
  if (from === undefined || through === undefined || from <= through) return [];
  return [{ code: 'out-of-order', rule: `no day before "from", ${from}`, input: through, path: ['through'] }];
}

function createRuleSchema(): z.ZodMiniType<RewardRule> {
  const states = { draft: true, active: true, paused: true, ended: true } satisfies Record<RuleState, true>;
  const validity = z
    .strictObject(
      {
        from: z.optional(civilDate('First day.')),
        through: z.optional(civilDate('Last day. Rule: no day before the first.')),
      } satisfies { [Name in keyof RuleValidity]-?: unknown },
      { error: issueMessage },
    )
    .check(findings(validityFindings), z.describe('Days between which it is in force.'));
  const names = z
    .strictObject(
      { en: text('In English.'), fr: text('In French.') } satisfies { [Name in keyof LocalizedText]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('Names for people.'));
  return z
    .strictObject(
      {
        format: z.literal(1, { error: issueMessage }).check(z.describe('Version of the language: 1.')),
        id: text('Id of the rule.'),
        version: whole('Version of the rule, from 1.', 1),
        generation: z.optional(whole('Raised to pay again for the same occurrences; 1 when left out.', 1)),
        names: z.optional(names),
        state: wordOf<RuleState>(states, 'Only an active rule grants.'),
        validity: z.optional(validity),
        trigger: triggerSchema('What makes it look at a fact.'),
        subject: factPath('Where the fact says who earns the reward.'),
        occurrence: factPath('Where the fact says what is rewarded, once for each subject.'),
        account: z.optional(factPath('Where the fact names the account, for caps.')),
        network: z.optional(factPath('Where the fact names the network, for caps.')),
        when: conditionSchema,
        grant: grantSchema(),
        settle: z.optional(settlementSchema()),
        approval: z.optional(approvalSchema()),
        caps: z.optional(list(capSchema(), 'The most that may be granted.')),
        budget: z.optional(text('Id of the budget it is paid from.')),
        exclusiveGroup: z.optional(text('Of the rules of one group, one grants.')),
        priority: z.optional(whole('Rules of a higher priority come first; 0 when left out.')),
        reversal: z.optional(reversalSchema()),
        expiry: z.optional(expirySchema()),
        correctionWindowDays: z.optional(whole('Days in which late facts still correct a closed period.', 0)),
        onUnknown: word(['hold', 'deny'], 'Whether what is unknown waits for its facts or is denied.'),
      } satisfies { [Name in keyof RewardRule]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(capFindings),
      findings(giftFindings),
      z.meta({ title: 'Reward rule', description: 'Who is rewarded for what, how much, and within which limits.' }),
    );
}

/**
 * The schema of a {@link RewardRule}, strict.
 *
 * Use it with {@link readRecord} for one rule; {@link parseRewardRules} reads whole documents, with what rules share. That `ref` names a
 * shared condition is checked there.
 *
 * @example
 * ```ts
 * import { readRecord, rewardRuleSchema } from 'cx-scoring/schemas';
 *
 * const rule = {
 *   format: 1,
 *   id: 'field-insight',
 *   version: 1,
 *   state: 'active',
 *   trigger: { kind: 'event', event: 'insight.submitted' },
 *   subject: ['author', 'id'],
 *   occurrence: ['insight', 'id'],
 *   when: { op: 'eq', fact: ['insight', 'actionable'], value: true },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   onUnknown: 'hold',
 * };
 * readRecord(rewardRuleSchema, rule).success; // => true
 * const capped = { ...rule, caps: [{ scope: 'network', period: 'quarter', limit: 500, overflow: 'clip' }] };
 * const refused = readRecord(rewardRuleSchema, capped);
 * if (!refused.success) refused.issues[0]?.path; // => ['caps', 0, 'scope']
 * ```
 */
export const rewardRuleSchema: z.ZodMiniType<RewardRule> = /* @__PURE__ */ createRuleSchema();
