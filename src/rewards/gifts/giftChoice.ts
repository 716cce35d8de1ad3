import { cxError } from '../../core/errors.js';
import { requireObject, requireOption } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import type { SharedConditions } from '../conditions/compileCondition.js';
import type { RewardDecision } from '../evaluation/rewardDecision.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { requireCatalogue } from './eligibleGifts.js';
import type { CompiledGiftCatalogue } from './giftCatalogue.js';
import { readGrants } from './giftGrant.js';
import type { GiftChosenEvent } from './giftOrder.js';
import { requireRestrictions, restrictionOf, type GiftExclusion, type GiftRestrictions } from './giftRestrictions.js';

/** What a choice is made from. */
export interface GiftChoiceInput extends GiftRestrictions {
  /** The grant: the entry that reserved the value, or the decision that made it. */
  readonly grant: LedgerEntry | RewardDecision;
  /** The rule that granted. */
  readonly rule: RewardRule;
  /** The ledger, to see what has become of the grant; left out, it is taken to be pending. */
  readonly ledger?: readonly LedgerEntry[] | undefined;
  /** The catalogue. */
  readonly catalogue: CompiledGiftCatalogue;
  /** Id of the item that was chosen. */
  readonly item: string;
  /** Civil date of the choice. */
  readonly on: string;
  /** Id of the order; left out, that of the fact. */
  readonly order?: string | undefined;
  /** What else the conditions of the rule read of the fact. */
  readonly data?: RewardFact['data'] | undefined;
  /** Conditions that rules share, by the id that `ref` names. */
  readonly shared?: SharedConditions | undefined;
}

/**
 * Why a choice is refused, in the order of looking: the grant is `'not-pending'` (it is awaited, held or denied), `'already-chosen'`,
 * `'lapsed'` or `'taken-back'`; the day lies `'before-grant'` or `'past-deadline'`; the item is `'no-such-gift'`, of `'other-currency'`
 * or `'other-catalogue'`, `'too-dear'`, `'unavailable'` (withdrawn, out of stock, not offered on the day) or `'not-eligible'` (country,
 * tag, age); `'not-posted'`: the rule would not post on this fact. More reasons may be added.
 */
export type GiftRefusal =
  | 'not-pending'
  | 'already-chosen'
  | 'lapsed'
  | 'taken-back'
  | 'before-grant'
  | 'past-deadline'
  | 'no-such-gift'
  | 'other-currency'
  | 'other-catalogue'
  | 'too-dear'
  | 'unavailable'
  | 'not-eligible'
  | 'not-posted';

/** What came of a choice: plain JSON. */
export interface GiftChoice {
  /** Whether it was accepted. */
  readonly outcome: 'accepted' | 'refused';
  /** Why it was refused; `null` when it was not. */
  readonly reason: GiftRefusal | null;
  /** Why the item is `'unavailable'` or `'not-eligible'`; `null` otherwise. */
  readonly because: GiftExclusion | null;
  /** The fact that posts the grant, for `evaluateRewards`; `null` when refused. */
  readonly fact: RewardFact | null;
  /** The event that begins the order, for {@link foldGiftOrders}; `null` when refused. */
  readonly event: GiftChosenEvent | null;
  /** What is reserved, in minor units; 0 where nothing is. */
  readonly reserved: number;
  /** What the fact posts: the price, or all where the rule has no `postAmount`; 0 when refused. */
  readonly posted: number;
  /** What returns to the budget; 0 when refused. */
  readonly returned: number;
  /** Last civil date of the choice. */
  readonly chooseBy: string | null;
}

/** What is set aside by a grant. */
export type PendingGift = Pick<GiftChoice, 'reason' | 'reserved'> & {
  readonly [Name in 'award' | 'subject' | 'occurrence' | 'on']: string;
};

const WHERE = 'chooseGift';

/** What is set aside by a grant, and why it cannot be chosen from. */
export function pendingOf({ grant, rule, ledger, on }: GiftChoiceInput): PendingGift {
  const isEntry = 'kind' in grant;
  const award = isEntry ? grant.award : (grant.entries[0] ?? null);
  const by = isEntry ? grant.rule?.id : grant.rule;
  if (by !== rule.id) throw cxError('CX_INVALID_OPTION', `${WHERE}: option "rule"`, 'the rule of the grant', rule.id);
  const isSetAside = isEntry ? grant.kind === 'reserve' : grant.outcome === 'pending';
  const { subject, occurrence } = grant;
  const reserved = isEntry ? grant.pending : grant.granted;
  const parts = { award: award ?? '', subject: subject ?? '', occurrence: occurrence ?? '', on: grant.on };
  const isWhole = award !== null && subject !== null && occurrence !== null;
  if (!isSetAside || !isWhole) return { ...parts, reason: 'not-pending', reserved: 0 };
  const own = ledger === undefined ? [] : readGrants(WHERE, { ledger, rules: [rule], asOf: '9999-12-31' });
  const known = own.find((one) => one.award === award);
  const { state = 'pending', pending = reserved } = known ?? {};
  const reason = state === 'chosen' ? 'already-chosen' : state === 'pending' ? null : state;
  if (reason !== null) return { ...parts, reason, reserved: 0 };
  return { ...parts, reason: on < grant.on ? 'before-grant' : null, reserved: pending };
}

/** Why an item cannot be chosen: both `null` where it can. */
export function refusalOf(input: GiftChoiceInput, reserved: number): Pick<GiftChoice, 'reason' | 'because'> {
  const { catalogue, item, rule, on } = input;
  const own = catalogue.find(item);
  const only = rule.grant.kind === 'gift-choice' ? rule.grant.catalogue : null;
  const plain = (reason: GiftRefusal): Pick<GiftChoice, 'reason' | 'because'> => ({ reason, because: null });
  if (own === null) return plain('no-such-gift');
  if (own.price.currency !== rule.grant.unit) return plain('other-currency');
  if (own.catalogue !== only) return plain('other-catalogue');
  if (own.price.minorUnits > reserved) return plain('too-dear');
  const { stock } = own;
  if (stock === 'withdrawn' || stock === 'out-of-stock') return { reason: 'unavailable', because: stock };
  const because = restrictionOf(own, on, input);
  if (because === null) return { reason: null, because };
  return { reason: because === 'not-offered' ? 'unavailable' : 'not-eligible', because };
}

/** Refuses a choice that is not what the types say. */
export function requireChoice(input: GiftChoiceInput): void {
  requireObject(`${WHERE}: input`, 'an object', input);
  const { grant, rule, ledger, catalogue, item, on, order = '-', data = {} } = input;
  const { kind, entries } = Object(grant) as Readonly<Record<string, unknown>>;
  const isGrant = typeof kind === 'string' || Array.isArray(entries);
  requireOption(isGrant, WHERE, 'grant', 'an entry of a ledger or a decision', grant);
  requireObject(`${WHERE}: option "rule"`, 'a rule', rule);
  const isGift = (Object(rule.grant) as Partial<RewardRule['grant']>).kind === 'gift-choice';
  requireOption(isGift, WHERE, 'rule', 'one that grants a gift to choose', rule.id);
  requireOption(ledger === undefined || Array.isArray(ledger), WHERE, 'ledger', 'a list of entries', ledger);
  requireCatalogue(WHERE, catalogue);
  requireOption(typeof item === 'string', WHERE, 'item', 'the id of an item', item);
  requireOption(isCivilDate(on), WHERE, 'on', 'a civil date YYYY-MM-DD', on);
  requireOption(typeof order === 'string' && order !== '', WHERE, 'order', 'text', order);
  requireOption(Object(data) === data && !Array.isArray(data), WHERE, 'data', 'an object', data);
  requireRestrictions(WHERE, input);
}
