import { requireOptions } from '../../core/options.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { requireWrittenRule } from './checkedRule.js';
import type { DescribeOptions } from './explainOptions.js';
import { ruleInEnglish } from './ruleInEnglish.js';
import { ruleInFrench } from './ruleInFrench.js';
import { resolveSpeech } from './speech.js';

/**
 * Reads a reward rule back in full sentences, in British English or French: when it looks, whom it rewards, under which condition, with
 * what, and within which limits.
 *
 * Use it so that people who do not read JSON can proofread a rule before it is put in force, and to publish the rules of a programme.
 *
 * @param rule - The rule.
 * @param options - The `locale`, English unless given; names of facts, ids and units.
 * @returns The sentences, in the same order for every rule; shared conditions are named, not told.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` when the rule is not written as the language says, and with code
 * `CX_INVALID_OPTION` for an option out of place.
 * @example
 * ```ts
 * import { describeRule, type RewardRule } from 'cx-scoring/rewards';
 *
 * const rule: RewardRule = {
 *   format: 1,
 *   id: 'field-insight',
 *   version: 1,
 *   state: 'active',
 *   trigger: { kind: 'event', event: 'insight.validated' },
 *   subject: ['author', 'id'],
 *   occurrence: ['insight', 'id'],
 *   when: { op: 'eq', fact: ['insight', 'actionable'], value: true },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   onUnknown: 'hold',
 * };
 * const sentences = describeRule(rule);
 * sentences.length; // => 6
 * sentences[3]; // => 'It grants when insight › actionable is true.'
 * sentences[4]; // => 'It grants 50 pt.'
 * ```
 */
export function describeRule(rule: RewardRule, options: DescribeOptions = {}): readonly string[] {
  const where = 'describeRule';
  requireOptions(where, options);
  requireWrittenRule(where, rule, {});
  const speech = resolveSpeech(where, options);
  return speech.locale.language === 'fr' ? ruleInFrench(speech, rule) : ruleInEnglish(speech, rule);
}
