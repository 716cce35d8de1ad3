import { describe, expect, it } from 'vitest';

import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { checkLedger } from '../../../src/rewards/ledger/checkLedger.js';
import { expireLots } from '../../../src/rewards/ledger/expireLots.js';
import { foldLedger } from '../../../src/rewards/ledger/foldLedger.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import { redeem } from '../../../src/rewards/ledger/redeem.js';
import { restoreRedemption } from '../../../src/rewards/ledger/restoreRedemption.js';
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

describe('a reversal within the balance where lots have ended', () => {
  // The last day of "ends" is the day it was granted on.
  const rules = [ruleOf('keeps'), ruleOf('ends', { expiry: { afterDays: 0 } })];
  const granted = decided(rules, [], '2026-03-01', ['keeps', '2026-03-01', 'a'], ['ends', '2026-03-01', 'a']);
  const writtenOff = (ledger: readonly LedgerEntry[], on: string) => [...ledger, ...expireLots(ledger, on)];

  it.each([true, false])('takes the same whether they were written off before it (%s)', (isEarly) => {
    const on = '2026-03-02';
    const one = spent(granted, 1, on);
    const before = isEarly ? writtenOff(one, on) : one;
    const ledger = writtenOff(decided(rules, before, on, ['undo-keeps', on, 'a']), on);
    // The spend took 1 of "keeps"; what "ends" brought is no longer the member's on the second day.
    expect(shortly(ledger.filter(({ kind }) => kind === 'reverse'))).toEqual([['reverse', on, -9]]);
    expect(shortly(ledger.filter(({ kind }) => kind === 'expire'))).toEqual([['expire', on, -10]]);
    expect(available(ledger, on)).toBe(0);
    expect(checkLedger({ ledger })).toEqual([]);
  });

  it.each([
    ['2026-03-01', -10],
    ['2026-03-02', -7],
  ])('counts what has not ended by its day, %s', (on, taken) => {
    const ledger = decided(rules, spent(granted, 3, '2026-03-02'), '2026-03-02', ['undo-keeps', on, 'a']);
    expect(shortly(ledger.slice(3))).toEqual([['reverse', on, taken]]);
  });

  it('takes what ended of its own grant, which the rest does not pay for', () => {
    const on = '2026-03-02';
    const ledger = decided(rules, spent(granted, 4, '2026-03-01'), on, ['undo-ends', on, 'a']);
    // 4 of "ends" were spent and 6 ended: 6 come from its own lot, 4 from "keeps".
    expect(shortly(ledger.slice(3))).toEqual([['reverse', on, -10]]);
    expect(available(ledger, on)).toBe(6);
    expect(expireLots(ledger, on)).toEqual([]);
  });

  it('does not count what came back after its day to a lot that had ended', () => {
    const redeemed = spent(spent(granted, 10, '2026-03-01'), 10, '2026-03-03');
    const redemption = 'spend 2026-03-01';
    const restored = restoreRedemption({ ledger: redeemed, redemption, on: '2026-03-03', key: 'back' }).entries;
    const ledger = decided(rules, [...redeemed, ...restored], '2026-03-03', ['undo-keeps', '2026-03-02', 'a']);
    // 10 of "keeps" were spent since; the 10 given back to "ends" ended as they came.
    expect(shortly(ledger.slice(2))).toEqual([
      ['redeem', '2026-03-01', -10],
      ['redeem', '2026-03-03', -10],
      ['restore', '2026-03-03', 10],
    ]);
    expect(checkLedger({ ledger: writtenOff(ledger, '2026-03-03') })).toEqual([]);
  });

  it('says so where taking back in full leaves less than nothing without them', () => {
    const full = [
      ruleOf('keeps', {
        reversal: { on: ['undo-keeps'], when: { op: 'known', fact: ['who'] }, policy: 'full' },
      }),
      rules[1] as RewardRule,
    ];
    const on = '2026-03-02';
    const ledger = decided(full, spent(granted, 1, on), on, ['undo-keeps', on, 'a']);
    expect(ledger.slice(3)).toMatchObject([{ kind: 'reverse', amount: -10, negative: true }]);
    expect(available(ledger, on)).toBe(-1);
    const whole = decided(full, granted, on, ['undo-keeps', on, 'a']);
    expect(whole.slice(2)).toMatchObject([{ kind: 'reverse', amount: -10, negative: false }]);
  });

  it('says so where a correction does', () => {
    const on = '2026-03-03';
    const later = decided(rules, [], '2026-03-01', ['ends', '2026-03-01', 'a'], ['keeps', '2026-03-02', 'a']);
    const kept = decided(rules, later, '2026-03-02', ['keeps', '2026-03-02', 'a']);
    const ledger = spent(kept, 1, on);
    const ended = eventFact('ends a', 'ends', '2026-03-01', { who: 'lea', what: 'a' });
    const input = { rules, facts: [ended], ledger, asOf: on, mode: 'rebuild', rebuildFrom: '2026-03-02' } as const;
    const { entries } = evaluateRewards(input);
    expect(entries).toMatchObject([{ kind: 'correct', on: '2026-03-02', amount: -10, negative: true }]);
    expect(checkLedger({ ledger: writtenOff([...ledger, ...entries], on) })).toEqual([]);
  });
});
