import { describe, expect, it } from 'vitest';

import { openLedger } from '../../../src/rewards/evaluation/awardLedger.js';
import { scopeKeyOf, type CapSubject } from '../../../src/rewards/evaluation/capUsage.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import { compileRules } from '../../../src/rewards/rules/compileRules.js';
import type { Cap, RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { entryOf } from './entriesOfLedger.js';

const ruleOf = (id: string, own: Partial<RewardRule> = {}): RewardRule => ({
  format: 1,
  id,
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'sale' },
  subject: ['who'],
  occurrence: ['what'],
  account: ['account'],
  network: ['network'],
  when: { op: 'known', fact: ['who'] },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 60 } },
  onUnknown: 'hold',
  ...own,
});
const by = (id: string): LedgerEntry['rule'] => ({ id, version: 1, generation: 1 });
const phases = (voidAfterDays: number): Partial<RewardRule> => ({
  settle: { mode: 'two-phase', on: ['review'], post: { op: 'known', fact: ['who'] }, voidAfterDays },
});
const open = (entries: readonly LedgerEntry[], ...rules: RewardRule[]) => openLedger(entries, compileRules(rules));

describe('the balance of a member', () => {
  const entries = [
    entryOf({ amount: 60, on: '2026-03-02' }),
    entryOf({ amount: 7, asset: 'money' }),
    entryOf({ amount: 9, unit: 'xp' }),
    entryOf({ amount: 11, asset: 'money', unit: 'EUR' }),
    entryOf({ amount: 5, member: 'tom' }),
    entryOf({ kind: 'redeem', award: null, amount: -10, on: '2026-03-10' }),
    entryOf({ kind: 'redeem', award: null, amount: -5, on: '2026-03-11' }),
    entryOf({ kind: 'expire', amount: -3, on: '2026-03-11' }),
    entryOf({ award: 'b', amount: 100, on: '2026-03-11' }),
    entryOf({ kind: 'reverse', amount: -2, on: '2026-03-12' }),
  ];
  const lea = { member: 'lea', asset: 'points', unit: 'pt', award: null } as const;
  it('is what there was, what was moved since, and what there is', () => {
    const ledger = open(entries, ruleOf('r'));
    expect(ledger.balanceOf(lea, '2026-03-10')).toEqual({ then: 50, moved: -10, now: 140 });
    expect(ledger.balanceOf(lea, '2026-03-09')).toEqual({ then: 60, moved: -20, now: 140 });
    expect(ledger.balanceOf(lea, '2026-03-12')).toEqual({ then: 140, moved: 0, now: 140 });
    expect(ledger.balanceOf({ ...lea, member: 'kim' }, '2026-03-12')).toEqual({ then: 0, moved: 0, now: 0 });
    expect(ledger.balanceOf({ ...lea, unit: 'xp' }, '2026-03-12').now).toBe(9);
    expect(ledger.balanceOf({ ...lea, asset: 'money' }, '2026-03-12').now).toBe(7);
  });
  it('knows what was added before and after it was first asked', () => {
    const ledger = open(entries, ruleOf('r'));
    ledger.add(entryOf({ key: 'new', award: 'n', amount: 1000, on: '2026-03-02' }));
    expect(ledger.balanceOf(lea, '2026-03-12').now).toBe(1140);
    ledger.add(entryOf({ key: 'newer', award: 'm', amount: 10_000, on: '2026-03-02' }));
    ledger.add(entryOf({ key: 'newest', kind: 'redeem', award: null, amount: -100, on: '2026-03-02' }));
    expect(ledger.balanceOf(lea, '2026-03-12').now).toBe(11_040);
    ledger.add(entryOf({ key: 'first', award: 'k', member: 'kim', amount: 4 }));
    expect(ledger.balanceOf({ ...lea, member: 'kim' }, '2026-03-12').now).toBe(4);
  });
  it('leaves the list of the caller as it is', () => {
    const own = entries.slice();
    open(own, ruleOf('r')).add(entryOf({ amount: 1 }));
    expect(own).toHaveLength(entries.length);
  });
});

describe('what is overdue', () => {
  // 10 days after 2 March is 12 March: overdue from 13 March on.
  const reserve = (own: Partial<LedgerEntry> = {}) =>
    entryOf({ kind: 'reserve', key: 'p', pending: 60, on: '2026-03-02', ...own });
  const rules = [ruleOf('r', phases(10)), ruleOf('plain')];
  it('is given once, from the day after its last', () => {
    const ledger = open([reserve()], ...rules);
    expect(ledger.takeOverdue('2026-03-12')).toEqual([]);
    expect(ledger.takeOverdue('2026-03-13')).toEqual(['a']);
    expect(ledger.takeOverdue('2026-03-14')).toEqual([]);
  });
  it('comes once for several members, and not where it was settled in the meantime', () => {
    const parts = [reserve({ key: 'p1' }), reserve({ key: 'p2', member: 'tom' })];
    expect(open(parts, ...rules).takeOverdue('2026-03-13')).toEqual(['a']);
    const added = open([], ...rules);
    for (const part of parts) added.add(part);
    expect(added.takeOverdue('2026-03-13')).toEqual(['a']);
    const settled = open(parts, ...rules);
    settled.add(entryOf({ kind: 'post', amount: 120, pending: -120 }));
    expect(settled.takeOverdue('2026-03-13')).toEqual([]);
    const half = open(parts, ...rules);
    half.add(entryOf({ kind: 'post', amount: 60, pending: -60 }));
    expect(half.takeOverdue('2026-03-13')).toEqual(['a']);
  });
  it('is nothing of rules that settle at once, of rules that are unknown, and of steps without a grant', () => {
    for (const rule of [by('plain'), by('gone'), null])
      expect(open([reserve({ rule })], ...rules).takeOverdue('9999-01-01')).toEqual([]);
    expect(open([reserve({ kind: 'post' })], ...rules).takeOverdue('9999-01-01')).toEqual([]);
    expect(open([entryOf({ amount: 60 })], ...rules).takeOverdue('9999-01-01')).toEqual([]);
  });
  it('counts from the day a correction moved the grant to', () => {
    const moved = [reserve(), entryOf({ kind: 'correct', key: '["correct","a",1]', pending: 5, on: '2026-03-04' })];
    const ledger = open(moved, ...rules);
    expect(ledger.takeOverdue('2026-03-14')).toEqual([]);
    expect(ledger.takeOverdue('2026-03-15')).toEqual(['a']);
  });
});

describe('an exclusive group', () => {
  const rules = ['b', 'a', 'c'].map((id) => ruleOf(id, { exclusiveGroup: 'g' }));
  const grant = (id: string, amount = 60) => entryOf({ key: `of ${id}`, award: `of ${id}`, rule: by(id), amount });
  it('is won by the first by id of what stands, for one subject and occurrence', () => {
    const ledger = open([grant('c'), grant('b'), grant('a', 0), grant('d')], ...rules, ruleOf('d'));
    expect(ledger.winnerOf('g', 'lea', 'x', '2026-03-02')).toBe('b');
    expect(ledger.winnerOf('g', 'lea', 'y', '2026-03-02')).toBe(undefined);
    expect(ledger.winnerOf('g', 'tom', 'x', '2026-03-02')).toBe(undefined);
    expect(ledger.winnerOf('h', 'lea', 'x', '2026-03-02')).toBe(undefined);
  });
  it('is free where the grant was taken back before the day', () => {
    const undone = entryOf({ kind: 'reverse', award: 'of b', amount: -60, on: '2026-03-05' });
    const ledger = open([grant('b'), undone], ...rules);
    expect(ledger.winnerOf('g', 'lea', 'x', '2026-03-05')).toBe('b');
    expect(ledger.winnerOf('g', 'lea', 'x', '2026-03-06')).toBe(undefined);
  });
  it('has no grants of no rule', () => {
    expect(open([{ ...grant('b'), rule: null }], ...rules).winnerOf('g', 'lea', 'x', '2026-03-02')).toBe(undefined);
  });
});

describe('what a cause brought about', () => {
  it('is told for rules whose keys the cause alone does not tell', () => {
    const close = ruleOf('close', { trigger: { kind: 'period-close', period: 'quarter' } });
    const rules = [ruleOf('r'), ruleOf('second', { generation: 2 }), close];
    const ledger = open(
      [
        entryOf({ award: 'r1' }),
        entryOf({ award: 's1', rule: by('second') }),
        entryOf({ award: 's2', key: 'k2', rule: by('second') }),
        entryOf({ award: 's2', key: 'k3', rule: by('second'), member: 'tom' }),
        entryOf({ award: 'c1', rule: by('close') }),
        entryOf({ award: 'c2', rule: by('close'), occurrence: 'y' }),
      ],
      ...rules,
    );
    expect(ledger.causedBy('r', 'lea', 'x')).toBe(undefined);
    expect(ledger.causedBy('gone', 'lea', 'x')).toBe(undefined);
    expect(ledger.causedBy('second', 'lea', 'x')).toEqual(['s1', 's2']);
    expect(ledger.causedBy('close', 'lea', 'x')).toEqual(['c1']);
    expect(ledger.causedBy('close', 'tom', 'x')).toEqual([]);
  });
});

describe('what budgets spent', () => {
  const spent = (...entries: LedgerEntry[]) => {
    const sum = open(entries, ruleOf('r')).spending.get('b');
    return sum === undefined ? undefined : [sum.total, sum.back];
  };
  const effect = (posted: number, reserved: number) => ({ budget: 'b', budgetEffect: { posted, reserved } });
  const later = 20514 * 4 + 2;
  it('is posted and reserved together', () => {
    expect(spent(entryOf({ pending: 60, ...effect(10, 60) }))).toEqual([70, null]);
    expect(
      spent(entryOf({ pending: 60, ...effect(0, 60) }), entryOf({ kind: 'void', pending: -60, ...effect(0, -60) })),
    ).toEqual([0, [later, -60]]);
  });
  it('counts what changes the budget alone, and nothing that expires or has no effect', () => {
    expect(spent(entryOf({ kind: 'post', amount: 5, pending: -5, ...effect(0, -5) }))).toEqual([-5, [later, -5]]);
    expect(spent(entryOf({ kind: 'expire', amount: -5, ...effect(-5, 0) }))).toBe(undefined);
    expect(spent(entryOf({ amount: 5, budget: 'b' }))).toBe(undefined);
    expect(spent(entryOf({ amount: 5, award: null, ...effect(5, 0) }))).toBe(undefined);
    const ledger = open([entryOf({ amount: 5, budgetEffect: { posted: 5, reserved: 0 } })], ruleOf('r'));
    expect([...ledger.spending.keys()]).toEqual([]);
  });
  it('counts a corrected grant as a whole', () => {
    const corrected = [
      entryOf({ amount: 60, ...effect(60, 0) }),
      entryOf({ kind: 'correct', key: '["correct","a",1]', amount: -20, ...effect(-20, 0) }),
    ];
    expect(spent(...corrected)).toEqual([40, [-Infinity, -20]]);
    expect(spent(...corrected.slice().reverse())).toEqual([40, [-Infinity, -20]]);
    expect([...open([entryOf({ kind: 'correct', amount: 5 }), entryOf({})], ruleOf('r')).spending.keys()]).toEqual([]);
  });
});

describe('what caps count', () => {
  const cap = (scope: Cap['scope'], period: Cap['period'], across?: Cap['across']): Cap => ({
    scope,
    period,
    limit: 100,
    overflow: 'clip',
    across,
  });
  const caps = [
    cap('subject', 'month'),
    cap('subject', 'total'),
    cap('subject', 'total'),
    cap('account', 'total'),
    cap('network', 'total'),
    cap('beneficiary', 'total'),
    cap('programme', 'total'),
    cap('programme', 'month', 'all-rules'),
    cap('subject', 'month', 'all-rules'),
  ];
  const rules = [ruleOf('r', { caps }), ruleOf('s')];
  const entries = [
    entryOf({ key: '1', award: '1', amount: 10, account: 'acme', network: 'north' }),
    entryOf({ key: '2', award: '2', amount: 20, on: '2026-04-02', member: 'tom', account: 'acme', network: 'south' }),
    entryOf({ key: '3', award: '3', rule: by('s'), amount: 40 }),
    entryOf({ key: '4', award: '4', unit: 'xp', amount: 80 }),
    entryOf({ key: '5', award: '5', rule: null, subject: null, amount: 160 }),
    entryOf({ key: '6', award: '6', subject: 'kim', amount: 320 }),
  ];
  const who: CapSubject = {
    rule: 'r',
    unit: 'pt',
    on: '2026-03-20',
    subject: 'lea',
    account: 'acme',
    network: 'north',
    member: 'lea',
  };
  const used = (own: Cap, more: Partial<CapSubject> = {}) => open(entries, ...rules).used(own, { ...who, ...more });
  it.each([
    [cap('subject', 'month'), {}, 10],
    [cap('subject', 'month'), { on: '2026-04-20' }, 20],
    [cap('subject', 'month'), { on: '2026-05-20' }, 0],
    [cap('subject', 'total'), {}, 30],
    [cap('subject', 'total'), { subject: 'kim' }, 320],
    [cap('subject', 'total'), { subject: null }, 0],
    [cap('account', 'total'), {}, 30],
    [cap('account', 'total'), { account: null }, 0],
    [cap('account', 'total'), { account: 'other' }, 0],
    [cap('network', 'total'), {}, 10],
    [cap('network', 'total'), { network: 'south' }, 20],
    [cap('beneficiary', 'total'), {}, 330],
    [cap('beneficiary', 'total'), { member: 'tom' }, 20],
    [cap('beneficiary', 'total'), { member: null }, 0],
    [cap('programme', 'total'), {}, 350],
    [cap('programme', 'total'), { unit: 'xp' }, 0],
    [cap('programme', 'month', 'all-rules'), {}, 530],
    [cap('programme', 'month', 'all-rules'), { on: '2026-04-20' }, 20],
    [cap('programme', 'month', 'all-rules'), { rule: 's' }, 530],
    [cap('programme', 'month', 'all-rules'), { unit: 'xp' }, 0],
    [cap('subject', 'month', 'all-rules'), {}, 50],
    [cap('subject', 'month', 'all-rules'), { subject: null }, 0],
    // No rule has these caps: nothing was counted for them.
    [cap('programme', 'day'), {}, 0],
    [cap('programme', 'month'), {}, 0],
    [cap('subject', 'total', 'all-rules'), {}, 0],
    [cap('subject', 'total'), { rule: 's' }, 0],
    [cap('subject', 'total'), { rule: 'gone' }, 0],
  ] as const)('%j of %j: %i', (own, more, sum) => {
    expect(used(own, more)).toBe(sum);
  });
  it('a step counts in the period of its grant, whichever comes first in the ledger', () => {
    const grant = entryOf({ kind: 'reserve', pending: 60 });
    const steps = [
      entryOf({ kind: 'post', key: 'p', amount: 20, pending: -30, on: '2026-04-02', subject: 'other' }),
      entryOf({ kind: 'void', key: 'v', pending: -30, on: '2026-04-03', subject: 'other' }),
    ];
    const month = cap('subject', 'month');
    for (const ledger of [[grant, ...steps], [...steps, grant], [steps[0], grant, steps[1]] as LedgerEntry[]]) {
      const { used: usedIn } = open(ledger, ...rules);
      expect(usedIn(month, who)).toBe(60);
      expect(usedIn(month, { ...who, on: '2026-04-20' })).toBe(0);
      expect(usedIn(cap('subject', 'total'), { ...who, on: '2026-04-20' })).toBe(20);
    }
    const { used: orphaned } = open(steps, ...rules);
    expect(orphaned(month, { ...who, on: '2026-04-20', subject: 'other' })).toBe(-40);
    const added = open([], ...rules);
    for (const entry of [grant, ...steps]) added.add(entry);
    expect(added.used(month, who)).toBe(60);
  });
  it('counts what is granted and set aside by one entry', () => {
    expect(open([entryOf({ amount: 5, pending: 5 })], ...rules).used(cap('subject', 'total'), who)).toBe(10);
  });
  it('what expires makes no room', () => {
    const gone = [entryOf({ amount: 60 }), entryOf({ kind: 'expire', key: 'e', amount: -60, on: '2026-03-05' })];
    expect(open(gone, ...rules).used(cap('subject', 'total'), who)).toBe(60);
    const added = open([], ...rules);
    for (const entry of gone) added.add(entry);
    expect(added.used(cap('subject', 'total'), who)).toBe(60);
  });
  it('a corrected grant counts once, where its correction says it stands', () => {
    const corrected = [
      entryOf({ amount: 60 }),
      entryOf({ kind: 'correct', key: '["correct","a",1]', amount: -15, on: '2026-04-02' }),
    ];
    for (const ledger of [corrected, corrected.slice().reverse()]) {
      const { used: usedIn } = open(ledger, ...rules);
      expect(usedIn(cap('subject', 'month'), who)).toBe(0);
      expect(usedIn(cap('subject', 'month'), { ...who, on: '2026-04-20' })).toBe(45);
      expect(usedIn(cap('subject', 'total'), who)).toBe(45);
    }
  });
  it('whose grants are counted', () => {
    const keys = (['subject', 'beneficiary', 'account', 'network', 'programme'] as const).map((scope) =>
      scopeKeyOf({ scope }, { ...who, member: 'tom' }),
    );
    expect(keys).toEqual(['lea', 'tom', 'acme', 'north', '']);
  });
});

describe('what became of a grant', () => {
  it('is told by its key, with what was added', () => {
    const ledger = open([entryOf({ amount: 60 }), entryOf({ key: 's', kind: 'redeem', award: null })], ruleOf('r'));
    expect(ledger.find('b')).toBe(undefined);
    expect(ledger.find('a')?.parts).toEqual([['lea', { amount: 60, pending: 0 }]]);
    ledger.add(entryOf({ kind: 'reverse', key: 'u', amount: -20 }));
    expect(ledger.find('a')?.parts).toEqual([['lea', { amount: 40, pending: 0 }]]);
    ledger.add(entryOf({ key: 'z', kind: 'redeem', award: null, amount: -9 }));
    expect(ledger.find('a')?.parts).toEqual([['lea', { amount: 40, pending: 0 }]]);
  });
});
