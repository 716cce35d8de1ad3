import { requireOptions } from '../../core/options.js';
import type { Condition } from '../conditions/condition.js';
import { requireWrittenCondition } from './checkedRule.js';
import { claimOf } from './claim.js';
import { claimInEnglish } from './claimInEnglish.js';
import { claimInFrench } from './claimInFrench.js';
import type { DescribeOptions } from './explainOptions.js';
import { resolveSpeech } from './speech.js';

/**
 * Reads a condition of the rule language back as a clause, in British English or French.
 *
 * Use it beside an editor of rules, so that people who do not read JSON see what they have written; {@link describeRule} reads a whole
 * rule.
 *
 * @param condition - The condition.
 * @param options - The `locale`, English unless given; names of facts, ids and units.
 * @returns The clause, without a full stop; shared conditions are named, not told.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` when the condition is not written as the language says, and with code
 * `CX_INVALID_OPTION` for an option out of place.
 * @example
 * ```ts
 * import { describeCondition } from 'cx-scoring/rewards';
 *
 * const severe = { op: 'gte', fact: ['incident', 'severity'], value: 2 } as const;
 * describeCondition(severe); // => 'incident › severity is at least 2'
 * const labels = [{ fact: ['incident', 'severity'], names: { en: 'the severity', fr: 'la gravité' } }];
 * describeCondition(severe, { locale: 'fr', labels }); // => 'la gravité vaut au moins 2'
 * ```
 */
export function describeCondition(condition: Condition, options: DescribeOptions = {}): string {
  const where = 'describeCondition';
  requireOptions(where, options);
  requireWrittenCondition(where, condition);
  const speech = resolveSpeech(where, options);
  const claim = claimOf(condition);
  return speech.locale.language === 'fr' ? claimInFrench(speech, claim) : claimInEnglish(speech, claim);
}
