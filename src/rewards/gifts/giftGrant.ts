import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { requireObject, requireOption } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { awardTotal, toAwardState } from '../evaluation/awardState.js';
import { requireEntries, type LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardRule } from '../rules/rewardRule.js';

/**
 * What became of a gift that was granted: `'pending'` until it is chosen, `'chosen'`, `'lapsed'` when it was not chosen in time or was
 * voided, `'taken-back'` when it was refused, returned or otherwise reversed. More states may be added.
 */
export type GiftGrantState = 'pending' | 'chosen' | 'lapsed' | 'taken-back';

/** A gift to choose that was granted, as the ledger has it: plain JSON. `posted + pending + returned` is `reserved`. */
export interface GiftGrant {
  /** Key of the grant. */
  readonly award: string;
  /** Id of the rule. */
  readonly rule: string;
  /** Who was granted it. */
  readonly subject: string;
  /** What for, such as the incident. */
  readonly occurrence: string;
  /** Budget that pays; `null` when there is none. */
  readonly budget: string | null;
  /** Id of the catalogue; `null` when the rule is not among those given. */
  readonly catalogue: string | null;
  /** Currency of the amounts. */
  readonly currency: string;
  /** What was set aside, in minor units. */
  readonly reserved: number;
  /** What the chosen gift costs. */
  readonly posted: number;
  /** What is still set aside. */
  readonly pending: number;
  /** What went back to the budget, or would if the rule says that what is taken back does. */
  readonly returned: number;
  /** What became of it. */
  readonly state: GiftGrantState;
  /** Civil date of the incident; `null` when it is not known. */
  readonly incidentOn: string | null;
  /** Civil date of the grant. */
  readonly grantedOn: string;
  /** Last civil date of the choice; `null` when the rule is not among those given. */
  readonly chooseBy: string | null;
}

/** What {@link toGiftGrants} reads. */
export interface GiftGrantsInput {
  /** The ledger: all entries of the grants in question; others are passed over. */
  readonly ledger: readonly LedgerEntry[];
  /** The rules, for deadlines and catalogues. */
  readonly rules: readonly RewardRule[];
  /** Civil date: entries of a later day do not count. */
  readonly asOf: string;
  /** Civil dates of the incidents, by occurrence; what is left out is not known. */
  readonly incidents?: Readonly<Record<string, string>> | undefined;
}

/** The last day of the choice of what was granted on a day; `null` where the rule sets none. */
export function chooseByOf(rule: RewardRule | undefined, grantedOn: string): string | null {
  return rule?.settle?.mode === 'two-phase' ? toCivilDate(toDayNumber(grantedOn) + rule.settle.voidAfterDays) : null;
}

/** A grant as it was made: what has become of it comes from the other entries. */
function toGiftGrant(
  award: string,
  entries: readonly LedgerEntry[],
  rules: ReadonlyMap<string, RewardRule>,
  incidents: Readonly<Record<string, string>>,
): GiftGrant[] {
  const own = toAwardState(award, entries);
  if (own === undefined || own.rule === null || own.subject === null || own.occurrence === null) return [];
  const rule = rules.get(own.rule.id);
  const root = entries.filter(({ kind }) => kind === 'reserve');
  const posted = awardTotal(own, 'amount');
  const pending = awardTotal(own, 'pending');
  const set = root.reduce((sum, entry) => sum + entry.pending + entry.amount, 0);
  const { desired } = Object(own.payload) as { readonly desired?: unknown };
  const { desired: first } = Object(root[0]?.payload) as { readonly desired?: unknown };
  // A rebuild may have found that another value was due.
  const reserved = desired === first || !Number.isSafeInteger(desired) ? set : (desired as number);
  const isChosen = posted > 0 || entries.some(({ kind }) => kind === 'post');
  return [
    {
      award,
      rule: own.rule.id,
      subject: own.subject,
      occurrence: own.occurrence,
      budget: own.budget,
      catalogue: rule?.grant.kind === 'gift-choice' ? rule.grant.catalogue : null,
      currency: own.unit,
      reserved,
      posted,
      pending,
      returned: reserved - posted - pending,
      state: own.reversed ? 'taken-back' : pending > 0 ? 'pending' : isChosen ? 'chosen' : 'lapsed',
      incidentOn: Object.hasOwn(incidents, own.occurrence) ? (incidents[own.occurrence] ?? null) : null,
      grantedOn: own.on,
      chooseBy: chooseByOf(rule, own.on),
    },
  ];
}

/** Reads grants for the function that the caller called. */
export function readGrants(where: string, input: GiftGrantsInput): readonly GiftGrant[] {
  requireObject(`${where}: input`, 'an object', input);
  const { ledger, rules, asOf, incidents = {} } = input;
  requireEntries(where, ledger);
  const areRules = Array.isArray(rules) && Array.from(rules).every((rule) => Object(rule) === rule);
  requireOption(areRules, where, 'rules', 'a list of rules', rules);
  requireOption(isCivilDate(asOf), where, 'asOf', 'a civil date YYYY-MM-DD', asOf);
  const areDays = Object(incidents) === incidents && Object.values(incidents).every(isCivilDate);
  requireOption(areDays, where, 'incidents', 'civil dates YYYY-MM-DD by occurrence', incidents);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const awards = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) {
    if (entry.asset !== 'gift-choice' || entry.award === null || entry.on > asOf) continue;
    const own = awards.get(entry.award);
    if (own === undefined) awards.set(entry.award, [entry]);
    else own.push(entry);
  }
  return Array.from(awards)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([award, entries]) => toGiftGrant(award, entries, byId, incidents));
}

/**
 * Reads the gifts that were granted out of a ledger: what is reserved, chosen, returned, and until when a choice can be made.
 *
 * Use it for the list of gifts a customer may still choose, and as the input of {@link reportGiftDelays} and
 * {@link overdueGifts}. A grant after its last day stays `'pending'` until an evaluation voids it.
 *
 * @param input - The ledger, the rules, the day, and the dates of the incidents.
 * @returns The grants, in code-unit order of their keys.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for something else than a ledger and `CX_INVALID_OPTION` for rules that
 * are no list and days that are none.
 * @example
 * ```ts
 * import { evaluateRewards, toGiftGrants, type RewardRule } from 'cx-scoring/rewards';
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
 *   settle: { mode: 'two-phase', on: ['gift.chosen'], post: { op: 'known', fact: ['choice', 'sku'] }, voidAfterDays: 90 },
 *   onUnknown: 'hold',
 * };
 * const facts = [{ id: 'f1', trigger: rule.trigger, on: '2026-04-01', data: { customer: 'acme', incident: 'i7' } }];
 * const { entries } = evaluateRewards({ rules: [rule], facts, asOf: '2026-04-01' });
 * const [grant] = toGiftGrants({ ledger: entries, rules: [rule], asOf: '2026-04-01', incidents: { i7: '2026-03-27' } });
 * grant?.pending; // => 5000
 * grant?.chooseBy; // => '2026-06-30'
 * grant?.incidentOn; // => '2026-03-27'
 * ```
 */
export function toGiftGrants(input: GiftGrantsInput): readonly GiftGrant[] {
  return readGrants('toGiftGrants', input);
}
