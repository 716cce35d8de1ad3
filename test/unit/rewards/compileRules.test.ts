import { describe, expect, it } from 'vitest';

import { compileRules } from '../../../src/rewards/rules/compileRules.js';
import type { RewardTrigger } from '../../../src/rewards/rules/rewardFact.js';
import type { Cap, RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { coded } from '../../tools/coded.js';

const RULE: RewardRule = {
  format: 1,
  id: 'r',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'sale' },
  subject: ['who'],
  occurrence: ['what'],
  when: { op: 'known', fact: ['who'] },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 60 } },
  onUnknown: 'hold',
};
const TWO_PHASE = { mode: 'two-phase', on: ['review'], post: RULE.when, voidAfterDays: 1 } as const;
const REVERSAL = { on: ['undo'], when: RULE.when, policy: 'full' } as const;
const CAP: Cap = { scope: 'subject', period: 'month', limit: 1, overflow: 'clip' };

const ruleOf = (id: string, own: object = {}): RewardRule => ({ ...RULE, id, ...own });
const ids = (rules: readonly { readonly rule: RewardRule }[]): string[] => rules.map(({ rule }) => rule.id);

describe('compileRules', () => {
  it('keeps rules in the order of their ids, and finds them by it', () => {
    const compiled = compileRules(['b', 'Z', 'a'].map((id) => ruleOf(id)));
    expect(ids(compiled.rules)).toEqual(['Z', 'a', 'b']);
    expect(compiled.find('a')?.rule.id).toBe('a');
    expect(compiled.find('c')).toBe(undefined);
  });
  it('takes any month for the start of the fiscal year, January unless told', () => {
    expect(compileRules([]).fiscalYearStart).toBe(1);
    for (const fiscalYearStart of [1, 4, 12])
      expect(compileRules([], { fiscalYearStart }).fiscalYearStart).toBe(fiscalYearStart);
    for (const fiscalYearStart of [0, 13, 1.5, -1])
      expect(coded(() => compileRules([], { fiscalYearStart }))).toBe(
        `CX_INVALID_OPTION compileRules: option "fiscalYearStart" must be a month from 1 to 12, received ${fiscalYearStart}`,
      );
    expect(coded(() => compileRules([], { fiscalYearStart: '4' as never }))).toContain('received "4"');
  });
  it('refuses options and rules that are none, and two rules of one id', () => {
    expect(coded(() => compileRules([], null as never))).toBe(
      'CX_INVALID_OPTION compileRules: options must be an object, received null',
    );
    expect(coded(() => compileRules({} as never))).toBe(
      'CX_INVALID_RULE compileRules: rules must be a list, received an object',
    );
    expect(coded(() => compileRules([ruleOf('b'), ruleOf('a'), ruleOf('b')]))).toBe(
      'CX_INVALID_RULE compileRules: id of a rule must be its own, received "b"',
    );
    expect(coded(() => compileRules([null as never]))).toBe(
      'CX_INVALID_RULE compileRules: id of a rule must be text, received undefined',
    );
  });
  it('finds the rules of a trigger, of its kind and name', () => {
    const triggers: Record<string, RewardTrigger> = {
      a: { kind: 'event', event: 'month' },
      b: { kind: 'period-close', period: 'month' },
      c: { kind: 'period-close', period: 'quarter' },
      d: { kind: 'metric-result', metric: 'month' },
      e: { kind: 'metric-result', metric: 'nps' },
      f: { kind: 'event', event: 'sale' },
      g: { kind: 'event', event: 'sale' },
    };
    const compiled = compileRules(Object.entries(triggers).map(([id, trigger]) => ruleOf(id, { trigger })));
    const found = Object.values(triggers).map((trigger) => ids(compiled.triggered(trigger)).join(''));
    expect(found).toEqual(['a', 'b', 'c', 'd', 'e', 'fg', 'fg']);
    expect(compiled.triggered({ kind: 'event', event: 'undefined' })).toEqual([]);
    expect(compiled.triggered({ kind: 'metric-result', metric: 'otif' })).toEqual([]);
  });
  it('finds the rules that an event settles or takes back', () => {
    const compiled = compileRules([
      ruleOf('a', { settle: { ...TWO_PHASE, on: ['review', 'audit', 'review'] } }),
      ruleOf('b', { settle: TWO_PHASE, reversal: REVERSAL }),
      ruleOf('c', { settle: { mode: 'immediate', on: ['review'] } }),
    ]);
    expect(ids(compiled.settledBy('review'))).toEqual(['a', 'b']);
    expect(ids(compiled.settledBy('audit'))).toEqual(['a']);
    expect(compiled.settledBy('undo')).toEqual([]);
    expect(ids(compiled.reversedBy('undo'))).toEqual(['b']);
    expect(compiled.reversedBy('review')).toEqual([]);
  });
  it('finds the rules a budget pays, the first of each unit', () => {
    const compiled = compileRules([
      ruleOf('a', { budget: 'x' }),
      ruleOf('b', { budget: 'x' }),
      ruleOf('c', { budget: 'x', grant: { ...RULE.grant, unit: 'xp' } }),
      ruleOf('d', { budget: 'y' }),
      ruleOf('e'),
    ]);
    expect(ids(compiled.paidBy('x'))).toEqual(['a', 'c']);
    expect(ids(compiled.paidBy('y'))).toEqual(['d']);
    expect(compiled.paidBy('undefined')).toEqual([]);
  });
  it('finds the caps that all rules of a unit share, the first of each scope and period', () => {
    const shared = (scope: Cap['scope'], period: Cap['period'], limit: number): Cap => ({
      ...CAP,
      scope,
      period,
      limit,
      across: 'all-rules',
    });
    const compiled = compileRules([
      ruleOf('a', { caps: [CAP, shared('subject', 'month', 1), { ...CAP, across: 'rule' }] }),
      ruleOf('b', {
        caps: [shared('subject', 'month', 2), shared('subject', 'day', 3), shared('programme', 'month', 4)],
      }),
      ruleOf('c', { caps: [shared('subject', 'month', 5)], grant: { ...RULE.grant, unit: 'xp' } }),
      ruleOf('d'),
    ]);
    expect(compiled.sharedCaps('pt').map(({ limit }) => limit)).toEqual([1, 3, 4]);
    expect(compiled.sharedCaps('xp').map(({ limit }) => limit)).toEqual([5]);
    expect(compiled.sharedCaps('kg')).toEqual([]);
  });
});

describe('a rule that is not written as the language says', () => {
  const refusal = (own: object): string => coded(() => compileRules([ruleOf('r', own)]));
  const PATH = 'a path: a list of 1 to 8 names, none of them __proto__, constructor, prototype';
  const EVENTS = 'a list of names of events, at least one';
  const gift = { kind: 'gift-choice', unit: 'EUR', catalogue: 'c', amount: { kind: 'fixed', amount: 1 } };
  it.each([
    [{ format: 2 }, 'format must be 1, received 2'],
    [{ version: 0 }, 'version must be a whole number from 1, received 0'],
    [{ generation: 0 }, 'generation must be a whole number from 1, received 0'],
    [{ priority: 0.5 }, 'priority must be a whole number, received 0.5'],
    [{ state: 'on' }, 'state must be draft, active, paused, ended, received "on"'],
    [{ onUnknown: 'pay' }, 'onUnknown must be "hold" or "deny", received "pay"'],
    [{ trigger: null }, 'kind of the trigger must be event, period-close, metric-result, received undefined'],
    [{ trigger: { kind: 'event', event: '' } }, 'event of the trigger must be a name, received ""'],
    [
      { trigger: { kind: 'period-close', period: 'week' } },
      'period of the trigger must be month, quarter, year, received "week"',
    ],
    [{ trigger: { kind: 'metric-result' } }, 'metric of the trigger must be the id of a metric, received undefined'],
    [{ validity: { from: '2026-02-30' } }, 'validity must be civil dates YYYY-MM-DD, received "2026-02-30"'],
    [{ validity: { through: 5 } }, 'validity must be civil dates YYYY-MM-DD, received 5'],
    [
      { validity: { from: '2026-03-02', through: '2026-03-01' } },
      '"through" of the validity must be no day before "2026-03-02", received "2026-03-01"',
    ],
    [{ caps: 5 }, 'caps must be a list, received 5'],
    [{ caps: [{ ...CAP, limit: -1 }] }, 'limit of a cap must be a whole number from 0, received -1'],
    [
      { caps: [{ ...CAP, scope: 'x' }] },
      'scope of a cap must be subject, beneficiary, account, network, programme, received "x"',
    ],
    [
      { caps: [CAP, { ...CAP, period: 'x' }] },
      'period of a cap must be day, week, month, quarter, civil-year, fiscal-year, total, received "x"',
    ],
    [{ caps: [{ ...CAP, overflow: 'x' }] }, 'overflow of a cap must be "clip" or "deny", received "x"'],
    [{ caps: [{ ...CAP, across: 'x' }] }, '"across" of a cap must be "rule" or "all-rules", received "x"'],
    [
      { caps: [{ ...CAP, scope: 'account' }] },
      'scope of a cap, "account", must be one whose path the rule gives, received undefined',
    ],
    [
      { account: ['a'], caps: [{ ...CAP, scope: 'network' }] },
      'scope of a cap, "network", must be one whose path the rule gives, received undefined',
    ],
    [{ budget: '' }, 'budget must be the id of a budget, received ""'],
    [{ exclusiveGroup: 5 }, 'exclusiveGroup must be a name, received 5'],
    [{ correctionWindowDays: -1 }, 'correctionWindowDays must be a whole number from 0, received -1'],
    [{ grant: null }, 'grant must be an object, received null'],
    [{ settle: { mode: 'later' } }, 'mode of settle must be "immediate" or "two-phase", received "later"'],
    [{ settle: { ...TWO_PHASE, on: [] } }, `"on" of settle must be ${EVENTS}, received an object`],
    [{ settle: { ...TWO_PHASE, on: ['review', ''] } }, `"on" of settle must be ${EVENTS}, received an object`],
    [{ settle: { ...TWO_PHASE, on: 'review' } }, `"on" of settle must be ${EVENTS}, received "review"`],
    [{ settle: { ...TWO_PHASE, voidAfterDays: 0 } }, 'voidAfterDays must be a whole number from 1, received 0'],
    [{ settle: { ...TWO_PHASE, postAmount: 'x' } }, `postAmount must be ${PATH}, received "x"`],
    [{ reversal: null }, `"on" of the reversal must be ${EVENTS}, received undefined`],
    [
      { reversal: { ...REVERSAL, policy: 'x' } },
      'policy of the reversal must be pending-only, within-balance, full, received "x"',
    ],
    [
      { reversal: { ...REVERSAL, booking: 'x' } },
      'booking of the reversal must be "current-period" or "original-period", received "x"',
    ],
    [{ reversal: { ...REVERSAL, release: 1 } }, 'release of the reversal must be true or false, received 1'],
    [{ expiry: { afterDays: -1 } }, 'afterDays of the expiry must be a whole number from 0, received -1'],
    [{ expiry: { endOf: 'month' } }, 'endOf of the expiry must be "civil-year" or "fiscal-year", received "month"'],
    [
      { expiry: { endOf: 'civil-year', plusYears: -1 } },
      'plusYears of the expiry must be a whole number from 0, received -1',
    ],
    [{ approval: { above: -1, fact: ['a'] } }, 'above of the approval must be a whole number from 0, received -1'],
    [{ approval: { above: 0, fact: 'a' } }, `: fact of the approval must be ${PATH}, received "a"`.slice(2)],
    [{ grant: gift }, 'settle of a gift to choose must be in two phases, received undefined'],
    [
      { grant: gift, settle: { mode: 'immediate' } },
      'settle of a gift to choose must be in two phases, received "immediate"',
    ],
    [{ subject: 'x' }, `subject must be ${PATH}, received "x"`],
    [{ occurrence: [] }, `occurrence must be ${PATH}, received an object`],
    [{ account: 'x' }, `account must be ${PATH}, received "x"`],
    [{ network: 'x' }, `network must be ${PATH}, received "x"`],
  ])('%j', (own, text) => {
    expect(refusal(own)).toBe(`CX_INVALID_RULE compileRules: rule "r": ${text}`);
  });
  it('is named by the first 40 letters of its id', () => {
    expect(coded(() => compileRules([ruleOf('x'.repeat(41), { format: 2 })]))).toContain(`rule "${'x'.repeat(40)}": `);
  });
  it.each([
    { generation: 1, priority: -3, version: 1 },
    { validity: { from: '2026-03-01', through: '2026-03-01' } },
    { validity: {} },
    { correctionWindowDays: 0, exclusiveGroup: 'g', budget: 'b' },
    {
      account: ['a'],
      network: ['n'],
      caps: [
        { ...CAP, scope: 'account' },
        { ...CAP, scope: 'network', limit: 0 },
      ],
    },
    { settle: { mode: 'immediate' }, expiry: { afterDays: 0 } },
    { settle: TWO_PHASE, reversal: REVERSAL, expiry: { endOf: 'fiscal-year' } },
    { grant: gift, settle: TWO_PHASE, approval: { above: 0, fact: ['a'] } },
    { reversal: { ...REVERSAL, booking: 'original-period', release: true } },
  ])('but %j is', (own) => {
    expect(refusal(own)).toBe('nothing');
  });
});
