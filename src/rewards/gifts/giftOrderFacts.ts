import { requireObject } from '../../core/options.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { inTextOrder, orderFinding, type GiftOrderFinding } from './checkGiftEvent.js';
import { chainsOf, isGivenUp, requireOrders, type GiftChain } from './giftChains.js';
import { choiceFact, giftFact } from './giftFact.js';
import { readGrants, type GiftGrant } from './giftGrant.js';
import type { GiftOrder } from './giftOrder.js';

/** What {@link giftOrderFacts} reads. */
export interface GiftOrderFactsInput {
  /** The orders, as {@link foldGiftOrders} gives them. */
  readonly orders: readonly GiftOrder[];
  /** The ledger: all entries of the grants in question. */
  readonly ledger: readonly LedgerEntry[];
  /** The rules that granted. */
  readonly rules: readonly RewardRule[];
  /** Civil date: entries of a later day do not count. */
  readonly asOf: string;
}

/** The facts that orders give rise to: plain JSON. */
export interface GiftOrderFacts {
  /** For `evaluateRewards`, in code-unit order of their ids. */
  readonly facts: readonly RewardFact[];
  /** What does not fit, in text order. */
  readonly findings: readonly GiftOrderFinding[];
  /**
   * First civil date that a rebuild must decide anew, for what the ledger has `'posted-otherwise'`; `null` where there is nothing of the
   * kind.
   */
  readonly rebuildFrom: string | null;
}

const WHERE = 'giftOrderFacts';

/** The fact that takes a grant back; `null` where the rule does not wait for it. */
function reversalFact(rule: RewardRule, { subject, occurrence, award }: GiftGrant, last: GiftOrder): RewardFact | null {
  const { id, state, item, price, days } = last;
  const name = `gift.${state}`;
  if (rule.reversal?.on.includes(name) !== true) return null;
  return giftFact(WHERE, rule, {
    id: JSON.stringify([name, award]),
    event: name,
    on: days[state] ?? '',
    subject,
    occurrence,
    values: [
      [['order', 'id'], id],
      [['order', 'state'], state],
      [['order', 'sku'], item],
      [['order', 'priceMinor'], price.minorUnits],
    ],
  });
}

/** What the ledger should have posted for what stands. */
function dueOf(rule: RewardRule, { reserved }: GiftGrant, { price }: GiftOrder): number {
  const isPriced = rule.settle?.mode === 'two-phase' && rule.settle.postAmount !== undefined;
  return isPriced ? price.minorUnits : reserved;
}

function factsOf(
  { first, last }: GiftChain,
  grant: GiftGrant,
  rule: RewardRule,
): { readonly facts: readonly RewardFact[]; readonly findings: readonly GiftOrderFinding[] } {
  const { subject, occurrence, award, state, posted } = grant;
  const { item, price } = last;
  const on = first.days.chosen ?? '';
  const choice = choiceFact(WHERE, rule, { on, subject, occurrence, award, item, price });
  const reversal = isGivenUp(last) ? reversalFact(rule, grant, last) : null;
  if (isGivenUp(last) && reversal === null)
    return { facts: [choice], findings: [orderFinding('no-reversal', last.id, null, `gift.${last.state}`)] };
  const due = dueOf(rule, grant, last);
  // What is pending waits for the choice, and what was given up is taken back whatever it cost.
  const isRight = state === 'pending' || posted === due || reversal !== null;
  return {
    facts: reversal === null ? [choice] : [choice, reversal],
    findings: isRight ? [] : [orderFinding('posted-otherwise', last.id, null, [posted, due])],
  };
}

/**
 * Turns orders for gifts into the facts that move their money: choices, and gifts that were refused or returned.
 *
 * Use it before each evaluation, with all orders: what was decided already comes out as a duplicate. Money follows the order that stands.
 * A gift that was chosen posts its price and the rest of the reserved value returns to the budget. A gift that is refused or returned
 * makes a fact `gift.refused` or `gift.returned`, on which a rule whose `reversal.on` names it takes the grant back, and with
 * `release: true` gives it to the budget. A gift that is replaced restates the choice with its new item and price, no more than was
 * reserved: where that differs from what is posted, the ledger is corrected by the difference in mode `'rebuild'` from `rebuildFrom` on,
 * with these facts in the place of the former ones; in mode `'append'` it stays as it is. A rebuild decides anew what others were granted
 * since from what a cheaper gift had returned.
 *
 * @param input - The orders, the ledger, the rules and the day.
 * @returns The facts, what does not fit, and from where a rebuild is needed.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_INPUT` or `CX_INVALID_RULE` for what is not as said.
 * @remarks Reversal facts hold `order.id`, `order.state`, `order.sku` and `order.priceMinor`, choices what {@link chooseGift} says.
 * @example
 * ```ts
 * import { evaluateRewards, foldGiftOrders, giftOrderFacts, type RewardRule } from 'cx-scoring/rewards';
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
 *   reversal: {
 *     on: ['gift.refused', 'gift.returned'],
 *     when: { op: 'known', fact: ['order', 'state'] },
 *     policy: 'full',
 *     release: true,
 *   },
 *   onUnknown: 'hold',
 * };
 * const incident = { id: 'f1', trigger: rule.trigger, on: '2026-04-01', data: { customer: 'acme', incident: 'i7' } };
 * const granted = evaluateRewards({ rules: [rule], facts: [incident], asOf: '2026-04-01' });
 * const award = granted.entries[0]?.key ?? '';
 * const price = { minorUnits: 4290, currency: 'EUR' };
 * const { orders } = foldGiftOrders(
 *   [
 *     { id: 'e1', order: 'o1', kind: 'chosen', on: '2026-04-03', award, item: 'basket', price, reserved: 5000 },
 *     { id: 'e2', order: 'o1', kind: 'refused', on: '2026-04-09' },
 *   ],
 *   { asOf: '2026-04-30' },
 * );
 * const { facts } = giftOrderFacts({ orders, ledger: granted.entries, rules: [rule], asOf: '2026-04-30' });
 * const done = evaluateRewards({ rules: [rule], facts, ledger: granted.entries, asOf: '2026-04-30' });
 * done.decisions.map(({ outcome }) => outcome); // => ['clipped', 'reversed']
 * done.entries.map(({ amount }) => amount); // => [4290, -4290]
 * ```
 */
export function giftOrderFacts(input: GiftOrderFactsInput): GiftOrderFacts {
  requireObject(`${WHERE}: input`, 'an object', input);
  const { orders, ledger, rules, asOf } = input;
  requireOrders(WHERE, orders);
  const grants = new Map(readGrants(WHERE, { ledger, rules, asOf }).map((grant) => [grant.award, grant]));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const facts: RewardFact[] = [];
  const findings: GiftOrderFinding[] = [];
  const taken = new Set<string>();
  let rebuildFrom: string | null = null;
  for (const chain of chainsOf(orders)) {
    const { id, award } = chain.first;
    const grant = grants.get(award);
    const rule = byId.get(grant?.rule ?? '');
    if (grant === undefined) findings.push(orderFinding('unknown-award', id, null, award));
    else if (rule === undefined) findings.push(orderFinding('unknown-rule', id, null, grant.rule));
    else if (taken.has(award)) findings.push(orderFinding('chosen-twice', id, null, award));
    else {
      taken.add(award);
      const own = factsOf(chain, grant, rule);
      facts.push(...own.facts);
      findings.push(...own.findings);
      const isOther = own.findings.some(({ code }) => code === 'posted-otherwise');
      if (isOther && (rebuildFrom === null || grant.grantedOn < rebuildFrom)) rebuildFrom = grant.grantedOn;
    }
  }
  facts.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { facts, findings: inTextOrder(findings), rebuildFrom };
}
