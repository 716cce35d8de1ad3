import { requireOption } from '../../core/options.js';
import type { SharedConditions } from '../conditions/compileCondition.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import { requireSafe } from '../evaluation/datedSum.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { changedDecisions, type DecisionChange } from './decisionChange.js';
import { groupedBy, inOrderOfKeys } from './rewardSum.js';
import { requireTrial, runTrial, type DraftHandling, type TrialInput } from './trialInput.js';

/** What two sets of rules are compared on. */
export interface DiffRulesInput extends TrialInput {
  /** Shared conditions of the rules after, where they are others; left out, those of the rules before. */
  readonly sharedAfter?: SharedConditions | undefined;
}

/** What changes for one member in one kind and unit: what was granted and not taken back, with what is set aside. */
export interface MemberChange {
  /** The member. */
  readonly member: string;
  /** Kind of grant. */
  readonly asset: LedgerEntry['asset'];
  /** Unit: of points, the currency in minor units, or the badge. */
  readonly unit: string;
  /** Under the rules before. */
  readonly before: number;
  /** Under the rules after. */
  readonly after: number;
  /** After less before. */
  readonly change: number;
}

/** What changes altogether in one kind and unit. */
export interface TotalChange {
  /** Kind of grant. */
  readonly asset: LedgerEntry['asset'];
  /** Unit: of points, the currency in minor units, or the badge. */
  readonly unit: string;
  /** Under the rules before. */
  readonly before: number;
  /** Under the rules after. */
  readonly after: number;
  /** After less before: the sum of the changes of all members. */
  readonly change: number;
  /** How many members gain. */
  readonly gaining: number;
  /** How many members lose. */
  readonly losing: number;
}

/** What other rules change: plain JSON. */
export interface RuleDiff {
  /** Last day of the comparison. */
  readonly asOf: string;
  /** How drafts were handled. */
  readonly drafts: DraftHandling;
  /** Ids of the drafts that were treated as active on either side, in code-unit order. */
  readonly tried: readonly string[];
  /** Ids of the rules that are only before, in code-unit order. */
  readonly onlyBefore: readonly string[];
  /** Ids of the rules that are only after, in code-unit order. */
  readonly onlyAfter: readonly string[];
  /** Ids of the rules that are on both sides and not written the same, in code-unit order. */
  readonly edited: readonly string[];
  /** By member, kind and unit, in code-unit order: all who have something on either side. */
  readonly members: readonly MemberChange[];
  /** By kind and unit, in code-unit order. */
  readonly totals: readonly TotalChange[];
  /** The decisions that come out otherwise, in code-unit order of day, rule and fact. */
  readonly decisions: readonly DecisionChange[];
}

function memberChanges(before: readonly LedgerEntry[], after: readonly LedgerEntry[]): MemberChange[] {
  const changes = new Map<string, MemberChange>();
  const add = (entries: readonly LedgerEntry[], side: 'before' | 'after'): void => {
    for (const { member, asset, unit, amount, pending } of entries) {
      const key = JSON.stringify([member, asset, unit]);
      const known = changes.get(key) ?? { member, asset, unit, before: 0, after: 0, change: 0 };
      const sums = { ...known, [side]: requireSafe(known[side] + amount + pending) };
      changes.set(key, { ...sums, change: requireSafe(sums.after - sums.before) });
    }
  };
  add(before, 'before');
  add(after, 'after');
  const places = Array.from(changes.values(), (change) => ({
    change,
    place: [change.member, change.asset, change.unit],
  }));
  places.sort(({ place }, { place: other }) => {
    const at = place.findIndex((text, index) => text !== other[index]);
    return (place[at] as string) < (other[at] as string) ? -1 : 1;
  });
  return places.map(({ change }) => change).filter((own) => own.before !== 0 || own.after !== 0);
}

function totalChanges(members: readonly MemberChange[]): TotalChange[] {
  return groupedBy(members, ({ asset, unit }) => JSON.stringify([asset, unit])).map(([, own]) => {
    const { asset, unit } = own[0] as MemberChange;
    const sum = (of: (change: MemberChange) => number): number =>
      own.reduce((total, change) => requireSafe(total + of(change)), 0);
    return {
      asset,
      unit,
      before: sum(({ before }) => before),
      after: sum(({ after }) => after),
      change: sum(({ change }) => change),
      gaining: own.filter(({ change }) => change > 0).length,
      losing: own.filter(({ change }) => change < 0).length,
    };
  });
}

/**
 * Compares two sets of rules on what happened: who gains, who loses, and which decisions come out otherwise, because of which condition.
 *
 * Use it before new rules replace old ones. Both are evaluated on the same facts, results, ledger and budgets by the code that pays.
 *
 * @param before - The rules as they are.
 * @param after - The rules as they would be.
 * @param input - Facts, results, budgets and the last day; the ledger is empty unless given.
 * @returns The changes: plain JSON. Amounts are whole numbers in units of the grant.
 * @throws TypeError or RangeError with the codes of {@link simulate}.
 * @remarks Amounts are what was granted and not taken back, with what is set aside. A decision is told by the rule's id and the fact: a
 * rule under another id is another rule. The sum of the members' changes is the total after less the total before.
 * @example
 * ```ts
 * import { diffRules, type RewardRule } from 'cx-scoring/rewards';
 *
 * const before: RewardRule = {
 *   format: 1,
 *   id: 'field-insight',
 *   version: 1,
 *   state: 'active',
 *   trigger: { kind: 'event', event: 'insight.validated' },
 *   subject: ['author'],
 *   occurrence: ['insight'],
 *   when: { op: 'gte', fact: ['quality'], value: 3 },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   onUnknown: 'hold',
 * };
 * const after: RewardRule = { ...before, version: 2, when: { op: 'gte', fact: ['quality'], value: 4 } };
 * const trigger = { kind: 'event', event: 'insight.validated' } as const;
 * const facts = [{ id: 'f1', trigger, on: '2026-03-02', data: { author: 'lea', insight: 'i1', quality: 3 } }];
 * const diff = diffRules([before], [after], { facts, asOf: '2026-12-31' });
 * diff.members[0]?.change; // => -50
 * diff.decisions[0]?.to; // => 'denied'
 * diff.decisions[0]?.leaves[0]?.trace.expected; // => 4
 * ```
 */
export function diffRules(
  before: readonly RewardRule[],
  after: readonly RewardRule[],
  input: DiffRulesInput,
): RuleDiff {
  requireTrial('diffRules', input);
  requireOption(Array.isArray(before), 'diffRules', 'before', 'a list of rules', before);
  requireOption(Array.isArray(after), 'diffRules', 'after', 'a list of rules', after);
  const { asOf, shared, sharedAfter = shared } = input;
  const former = runTrial('diffRules', before, input);
  const later = runTrial('diffRules', after, { ...input, shared: sharedAfter });
  const textsOf = (rules: readonly RewardRule[]): Map<string, string> =>
    new Map(rules.map((rule) => [rule.id, canonicalText(rule)]));
  const [own, other] = [textsOf(before), textsOf(after)];
  const members = memberChanges(former.entries, later.entries);
  return {
    asOf,
    drafts: former.drafts,
    tried: Array.from(new Set([...former.tried, ...later.tried])).sort(),
    onlyBefore: inOrderOfKeys(own).flatMap(([id]) => (other.has(id) ? [] : [id])),
    onlyAfter: inOrderOfKeys(other).flatMap(([id]) => (own.has(id) ? [] : [id])),
    edited: inOrderOfKeys(own).flatMap(([id, text]) => (other.has(id) && other.get(id) !== text ? [id] : [])),
    members,
    totals: totalChanges(members),
    decisions: changedDecisions(former.decisions, later.decisions),
  };
}
