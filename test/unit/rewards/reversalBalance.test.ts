import { describe, expect, it } from 'vitest';

import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { checkLedger } from '../../../src/rewards/ledger/checkLedger.js';
import { foldLedger } from '../../../src/rewards/ledger/foldLedger.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import { redeem } from '../../../src/rewards/ledger/redeem.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { eventFact } from './mechanics.js';

/** A rule of 10 points for each occurrence, taken back within the balance. */
const ruleOf = (id: string, own: Partial<RewardRule> = {}): RewardRule => ({
  format: 1,
  id,
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: id },
  subject: ['who'],
  occurrence: ['what'],
  when: { op: 'known', fact: ['who'] },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 10 } },
  reversal: { on: [`undo-${id}`], when: { op: 'known', fact: ['who'] }, policy: 'within-balance' },
  onUnknown: 'hold',
  ...own,
});

type Happening = readonly [event: string, on: string, what: string];

function decided(
  rules: readonly RewardRule[],
  ledger: readonly LedgerEntry[],
  asOf: string,
  ...happened: Happening[]
): LedgerEntry[] {
  const facts = happened.map(([event, on, what]) => eventFact(`${event} ${what}`, event, on, { who: 'lea', what }));
  return [...ledger, ...evaluateRewards({ rules, facts, ledger, asOf }).entries];
}

function spent(ledger: readonly LedgerEntry[], amount: number, on: string): LedgerEntry[] {
  const asked = { ledger, member: 'lea', asset: 'points', unit: 'pt', amount, on, key: `spend ${on}` } as const;
  return [...ledger, ...redeem(asked).entries];
}

/** Kinds, days and amounts of the entries that have one. */
const shortly = (entries: readonly LedgerEntry[]) =>
  entries.filter(({ amount }) => amount !== 0).map(({ kind, on, amount }) => [kind, on, amount]);

const available = (ledger: readonly LedgerEntry[], asOf: string) => foldLedger(ledger, { asOf })[0]?.available;

describe('a late reversal within the balance', () => {
  const rules = [ruleOf('sale')];
  const granted = decided(rules, [], '2026-03-01', ['sale', '2026-03-01', 'a'], ['sale', '2026-03-01', 'b']);

  it('leaves what was taken back since with what was there', () => {
    const undone = decided(rules, granted, '2026-03-03', ['undo-sale', '2026-03-03', 'a']);
    const ledger = decided(rules, spent(undone, 5, '2026-03-03'), '2026-03-03', ['undo-sale', '2026-03-02', 'b']);
    // 20 granted, 10 taken back and 5 spent since: 5 are left to take.
    expect(shortly(ledger.slice(2))).toEqual([
      ['reverse', '2026-03-03', -10],
      ['redeem', '2026-03-03', -5],
      ['reverse', '2026-03-02', -5],
    ]);
    expect(available(ledger, '2026-03-03')).toBe(0);
    expect(checkLedger({ ledger })).toEqual([]);
  });

  it('does not count what was granted after it and taken back since', () => {
    const more = decided(rules, granted.slice(0, 1), '2026-03-04', ['sale', '2026-03-03', 'c']);
    const undone = decided(rules, more, '2026-03-04', ['undo-sale', '2026-03-04', 'c']);
    const ledger = decided(rules, undone, '2026-03-04', ['undo-sale', '2026-03-02', 'a']);
    // The 10 of c came and went after the day: all 10 of a are there to take.
    expect(shortly(ledger.slice(2))).toEqual([
      ['reverse', '2026-03-04', -10],
      ['reverse', '2026-03-02', -10],
    ]);
    expect(available(ledger, '2026-03-04')).toBe(0);
  });
});
