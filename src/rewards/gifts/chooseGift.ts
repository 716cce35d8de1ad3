import { resultFinder } from '../conditions/resultFinder.js';
import { compileRule } from '../rules/compiledRule.js';
import {
  pendingOf,
  refusalOf,
  requireChoice,
  type GiftChoice,
  type GiftChoiceInput,
  type GiftRefusal,
} from './giftChoice.js';
import { choiceFact } from './giftFact.js';
import { chooseByOf } from './giftGrant.js';
import type { GiftChosenEvent } from './giftOrder.js';
import type { GiftExclusion } from './giftRestrictions.js';

const WHERE = 'chooseGift';

/**
 * Chooses a gift on a grant: gives the fact that posts it with its price, so that the remainder returns to the budget, or says why not.
 *
 * Use it when a customer has chosen. The fact goes to `evaluateRewards`, which decides: this function only sees to it beforehand that it
 * will be accepted, and says in which respect it would not.
 *
 * @param input - The grant, its rule, the catalogue, the item and the day.
 * @returns The fact and the event that begins the order, or a refusal. The same choice again gives the same fact, which posts once.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_INPUT` or `CX_INVALID_RULE` for what is not as said.
 * @remarks The fact holds `choice.sku`, `choice.priceMinor` and `choice.currency`, the price at the rule's `postAmount`, and subject and
 * occurrence where the rule reads them.
 * @example
 * ```ts
 * import { chooseGift, compileGiftCatalogue, evaluateRewards, type RewardRule } from 'cx-scoring/rewards';
 *
 * const rule: RewardRule = {
 *   format: 1,
 *   id: 'goodwill',
 *   version: 1,
 *   state: 'active',
 *   trigger: { kind: 'event', event: 'incident.closed' },
 *   subject: ['customer'],
 *   occurrence: ['incident'],
 *   when: { op: 'known', fact: ['incident'] },
 *   grant: { kind: 'gift-choice', catalogue: 'main', unit: 'EUR', amount: { kind: 'fixed', amount: 5000 } },
 *   settle: {
 *     mode: 'two-phase',
 *     on: ['gift.chosen'],
 *     post: { op: 'known', fact: ['choice', 'sku'] },
 *     postAmount: ['choice', 'priceMinor'],
 *     voidAfterDays: 90,
 *   },
 *   budget: 'goodwill',
 *   onUnknown: 'hold',
 * };
 * const catalogue = compileGiftCatalogue([
 *   {
 *     id: 'basket',
 *     catalogue: 'main',
 *     names: { en: 'Gourmet basket', fr: 'Panier gourmand' },
 *     category: 'gourmet',
 *     price: { minorUnits: 4290, currency: 'EUR' },
 *     stock: 'in-stock',
 *   },
 * ]);
 * const facts = [{ id: 'f1', trigger: rule.trigger, on: '2026-04-01', data: { customer: 'acme', incident: 'i7' } }];
 * const budgets = [{ id: 'goodwill', unit: 'EUR', limit: 20000, posted: 0, reserved: 0 }];
 * const granted = evaluateRewards({ rules: [rule], facts, budgets, asOf: '2026-04-01' });
 * granted.budgets[0]?.reserved; // => 5000
 * const [grant] = granted.entries;
 * if (grant === undefined) throw new Error('nothing was granted');
 * const choice = chooseGift({ grant, rule, catalogue, item: 'basket', on: '2026-04-03' });
 * choice.outcome; // => 'accepted'
 * choice.returned; // => 710
 * const posted = evaluateRewards({
 *   rules: [rule],
 *   facts: choice.fact === null ? [] : [choice.fact],
 *   ledger: granted.entries,
 *   budgets: granted.budgets,
 *   asOf: '2026-04-03',
 * });
 * posted.budgets[0]; // => { id: 'goodwill', unit: 'EUR', limit: 20000, posted: 4290, reserved: 0 }
 * chooseGift({ grant, rule, catalogue, item: 'clock', on: '2026-04-03' }).reason; // => 'no-such-gift'
 * ```
 */
export function chooseGift(input: GiftChoiceInput): GiftChoice {
  requireChoice(input);
  const { rule, catalogue, item, on, data, shared = {} } = input;
  const compiled = compileRule(WHERE, rule, shared, 1);
  const { award, subject, occurrence, reason: settled, reserved, on: grantedOn } = pendingOf(input);
  const chooseBy = chooseByOf(rule, grantedOn);
  const refused = (reason: GiftRefusal, because: GiftExclusion | null = null): GiftChoice => {
    return { outcome: 'refused', reason, because, fact: null, event: null, reserved, posted: 0, returned: 0, chooseBy };
  };
  if (settled !== null) return refused(settled);
  if (chooseBy !== null && on > chooseBy) return refused('past-deadline');
  const { reason, because } = refusalOf(input, reserved);
  if (reason !== null) return refused(reason, because);
  const price = catalogue.find(item)?.price ?? { minorUnits: 0, currency: rule.grant.unit };
  const fact = choiceFact(WHERE, rule, { on, subject, occurrence, award, item, price, data });
  const context = { data: fact.data, on, findResult: resultFinder([]) };
  const isVoided = compiled.void?.explain(context).truth === 'true';
  if (isVoided || compiled.post?.explain(context).truth !== 'true') return refused('not-posted');
  const posted = compiled.postAmount === null ? reserved : price.minorUnits;
  const { order = fact.id } = input;
  const event: GiftChosenEvent = { id: fact.id, order, kind: 'chosen', on, award, item, price, reserved };
  const returned = reserved - posted;
  return { outcome: 'accepted', reason: null, because: null, fact, event, reserved, posted, returned, chooseBy };
}
