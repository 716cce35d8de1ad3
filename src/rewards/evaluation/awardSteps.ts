import { awardKey, readId, stepKey } from './awardKey.js';
import type { AwardState } from './awardState.js';
import type { CompiledRule } from '../rules/compiledRule.js';
import type { EvaluationState } from './evaluationState.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardFact } from '../rules/rewardFact.js';

/** An entry about what happens to a grant, for one member. */
export function stepEntry(
  award: AwardState,
  member: string,
  own: Pick<LedgerEntry, 'kind' | 'on' | 'bookedOn' | 'amount' | 'pending' | 'fact'> & Partial<LedgerEntry>,
): LedgerEntry {
  const { asset, unit, rule, subject, occurrence, account, network, budget, payload, round } = award;
  return {
    // After a rebuild corrected the grant, the same step may come again.
    key: stepKey(own.kind, award.key, member, ...(round > 0 ? [round] : [])),
    ...{ member, asset, unit, rule, subject, occurrence, account, network, budget, payload },
    desired: null,
    budgetEffect: null,
    award: award.key,
    of: null,
    expiresOn: null,
    lots: [],
    negative: false,
    ...own,
  };
}

/**
 * The grants of a rule that a fact is about, whatever triggered the fact: of every generation of the rule, and where the close of a
 * period granted, the latest up to the day of the fact, which lies after that period.
 */
export function awardsAbout(state: EvaluationState, compiled: CompiledRule, fact: RewardFact): AwardState[] {
  const { rule } = compiled;
  const subject = readId(compiled.subject(fact.data));
  const occurrence = readId(compiled.occurrence(fact.data));
  if (subject === null || occurrence === null) return [];
  const { fiscalYearStart } = state.rules;
  const keys = state.ledger.causedBy(rule.id, subject, occurrence) ?? [
    awardKey(rule, { on: fact.on, trigger: rule.trigger }, subject, occurrence, fiscalYearStart),
  ];
  const found = keys
    .map((key) => state.ledger.find(key))
    .filter((award): award is AwardState => award !== undefined && award.on <= fact.on)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (rule.trigger.kind !== 'period-close') return found;
  const latest = found.reduce((day, { on }) => (on > day ? on : day), '');
  return found.filter(({ on }) => on === latest);
}

/** Returns what is pending of a grant; `fact` is `null` where it is overdue. */
export function voidEntries(award: AwardState, on: string, bookedOn: string, fact: string | null): LedgerEntry[] {
  return award.parts
    .filter(([, { pending }]) => pending > 0)
    .map(([member, { pending }]) =>
      stepEntry(award, member, {
        kind: 'void',
        on,
        bookedOn,
        amount: 0,
        pending: -pending,
        fact,
        budgetEffect: award.budget === null ? null : { posted: 0, reserved: -pending },
      }),
    );
}
