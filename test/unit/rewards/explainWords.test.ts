import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/rewards/conditions/condition.js';
import { describeCondition } from '../../../src/rewards/explanations/describeCondition.js';
import { describeRule } from '../../../src/rewards/explanations/describeRule.js';
import { explainDecision } from '../../../src/rewards/explanations/explainDecision.js';
import type { ExplainOptions } from '../../../src/rewards/explanations/explainOptions.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { thrownBy } from '../../tools/soundness.js';
import { decide, SMALL } from './explainCases.js';
import { FIELD_INSIGHT, GOODWILL } from './mechanics.js';

const DENIED = decide({ when: { op: 'eq', fact: ['a', 'b'], value: 1 }, data: { a: { b: 2 } } });
const GRANTED = decide({ when: { op: 'known', fact: ['what'] }, data: {} });
const text = (en: string, fr: string) => ({ en, fr });

describe('the words of the caller', () => {
  it('name facts, in the language asked for', () => {
    const labels = [{ fact: ['a', 'b'], names: text('the level', 'le niveau') }];
    expect(explainDecision(DENIED, { labels }).reasons).toEqual(['Expected: the level is 1; found: 2.']);
    expect(explainDecision(DENIED, { labels, locale: 'fr-CA' }).reasons).toEqual([
      'Attendu\u202f: le niveau vaut 1\u202f; trouvé\u202f: 2.',
    ]);
  });
  it('name what lies within a fact, the longest path first', () => {
    const labels = [
      { fact: ['a'], names: text('Order', 'Commande') },
      { fact: ['a', 'b'], names: text('Line', 'Ligne') },
    ];
    const told = (fact: readonly string[]): string => describeCondition({ op: 'known', fact }, { labels });
    expect(told(['a', 'x', 'y'])).toBe('Order › x › y is known');
    expect(told(['a', 'b', 'y'])).toBe('Line › y is known');
    expect(told(['b', 'a'])).toBe('b › a is known');
  });
  it('name rules, members, occurrences', () => {
    const names = { r: text('Welcome', 'Bienvenue'), lea: text('Léa', 'Léa'), x: text('deal 7', 'l’affaire 7') };
    expect(explainDecision(GRANTED, { names }).summary).toBe(
      'Rule ‘Welcome’ grants 60 pt to Léa for deal 7 on 2026-03-02.',
    );
    const named = { ...SMALL, names: text('Own', 'Propre') };
    expect(explainDecision(GRANTED, { rules: [named] }).summary).toContain('Rule ‘Own’ grants');
    expect(explainDecision(GRANTED, { rules: [named], names, locale: 'fr' }).summary).toContain(
      'La règle «\u202fBienvenue\u202f»',
    );
    expect(describeRule(named, { names })[0]).toBe('Rule ‘Welcome’, version 1, is in force.');
  });
  it('are never found on a prototype', () => {
    const when: Condition = { op: 'ref', id: 'toString' };
    expect(describeCondition(when)).toBe('the shared condition ‘toString’ holds');
    expect(explainDecision({ ...GRANTED, unit: 'constructor' }).summary).toContain('60 constructor');
  });
  it('ignore names of a rule that are none', () => {
    const odd = { ...SMALL, names: { en: 5 } } as unknown as RewardRule;
    expect(describeRule(odd)[0]).toBe('Rule ‘r’, version 1, is in force.');
    expect(describeRule({ ...SMALL, names: null } as unknown as RewardRule)[0]).toBe(
      'Rule ‘r’, version 1, is in force.',
    );
  });
  it('leave out a catalogue that is none', () => {
    const grant = { ...GOODWILL.grant, catalogue: undefined };
    expect(describeRule({ ...GOODWILL, grant } as unknown as RewardRule)[4]).toBe('It grants a gift to choose.');
  });
  it('name units, one or several', () => {
    const units = { pt: { one: text('star', 'étoile'), many: text('stars', 'étoiles') } };
    const told = (granted: number, locale: string): string =>
      explainDecision({ ...GRANTED, granted }, { units, locale }).summary;
    expect(told(1, 'en')).toContain('grants 1 star to');
    expect(told(1200, 'en')).toContain('grants 1,200 stars to');
    expect(told(0, 'fr')).toContain('accorde 0\u00a0étoile à');
    expect(told(1200, 'fr')).toContain('accorde 1\u202f200\u00a0étoiles à');
  });
});

describe('describeCondition', () => {
  it('speaks both languages', () => {
    const when: Condition = { op: 'date-in', fact: ['day'], through: '2026-01-31' };
    expect(describeCondition(when)).toBe('day lies on 2026-01-31 or earlier');
    expect(describeCondition(when, { locale: 'fr' })).toBe('day tombe le 2026-01-31 ou avant');
  });
});

describe('amounts', () => {
  const told = (unit: string, granted: number, rules: readonly RewardRule[] = []): string =>
    explainDecision({ ...GRANTED, unit, granted }, { rules }).summary.replace(/^.* grants (.*) to lea .*$/, '$1');
  it('are money where the unit is a code of ISO 4217', () => {
    expect(told('EUR', 5)).toBe('€0.05');
    expect(told('JPY', 5)).toBe('¥5');
    expect(told('KWD', 1234)).toBe('KWD\u00a01.234');
    expect(told('EUR', 123456789012)).toBe('€1,234,567,890.12');
  });
  it('are points where it is none', () => {
    expect(told('PTS', 5000)).toBe('5,000 PTS');
    expect(told('eur', 5)).toBe('5 eur');
    expect(told('EURO', 5)).toBe('5 EURO');
  });
  it('are what the rule says they are', () => {
    const points = { ...SMALL, grant: { kind: 'points', unit: 'EUR', amount: { kind: 'fixed', amount: 1 } } } as const;
    expect(told('EUR', 5, [points])).toBe('5 EUR');
    const money = { ...SMALL, grant: { kind: 'money', unit: 'QQQ', amount: { kind: 'fixed', amount: 1 } } } as const;
    expect(told('QQQ', 500, [money])).toBe('QQQ\u00a05.00');
    expect(told('QQQ', 500)).toBe('500 QQQ');
  });
  it('of a cap on badges count them', () => {
    const badge: RewardRule = { ...SMALL, grant: { kind: 'badge', unit: 'star' } };
    const cap = { scope: 'subject', period: 'total', limit: 2, overflow: 'deny' } as const;
    expect(describeRule({ ...badge, caps: [cap] }).at(-2)).toContain('Cap: 2 badge per earner, for all time;');
  });
});

describe('the rules of a decision', () => {
  it('are consulted by id and version', () => {
    const named = { ...SMALL, names: text('Own', 'Propre') };
    const title = (rules: readonly RewardRule[]): string => explainDecision(GRANTED, { rules }).summary.slice(0, 10);
    expect(title([{ ...named, version: 2 }])).toBe('Rule ‘r’ g');
    expect(title([{ ...named, id: 's' }])).toBe('Rule ‘r’ g');
    expect(title([FIELD_INSIGHT, named])).toBe('Rule ‘Own’');
  });
  it('need no shared conditions, and are held against those that are given', () => {
    const rule: RewardRule = { ...SMALL, when: { op: 'not', of: { op: 'ref', id: 'good' } } };
    expect(explainDecision(GRANTED, { rules: [rule] }).summary).toContain('grants 60 pt');
    expect(describeRule(rule)[3]).toBe('It grants when the following is not so: the shared condition ‘good’ holds.');
    const shared = { good: { op: 'ref', id: 'good' } } as const;
    expect(thrownBy(() => explainDecision(GRANTED, { rules: [rule], shared })).message).toBe(
      'explainDecision: rule "r": "id" of "ref" must be free of circles, received "good"',
    );
  });
});

describe('what a later version may say', () => {
  const odd = (own: object) => ({ ...DENIED, ...own });
  it('an outcome', () => {
    expect(explainDecision(odd({ outcome: 'deferred' })).summary).toBe(
      'Rule ‘r’ came to the outcome ‘deferred’ for lea for x on 2026-03-02, for which this version has no words.',
    );
    expect(explainDecision(odd({ outcome: 'deferred' }), { locale: 'fr' }).summary).toBe(
      'La règle «\u202fr\u202f» a donné le résultat «\u202fdeferred\u202f» pour lea, pour x, le 2026-03-02, que cette version ne sait pas décrire.',
    );
  });
  it('an operator', () => {
    const trace = { op: 'near', truth: 'false', fact: ['a'], expected: { place: 'b' }, actual: { x: 1 } };
    expect(explainDecision(odd({ trace })).reasons).toEqual([
      'Expected: a condition of the kind ‘near’ holds, for which this version has no words; found: something else.',
    ]);
    expect(explainDecision(odd({ trace }), { locale: 'fr' }).reasons).toEqual([
      'Attendu\u202f: une condition de type «\u202fnear\u202f», que cette version ne sait pas décrire, est remplie\u202f; trouvé\u202f: autre chose.',
    ]);
  });
  it('a reason', () => {
    const trace = { op: 'known', truth: 'unknown', fact: ['a'], expected: 'known', actual: null, reason: 'embargo' };
    expect(explainDecision(odd({ trace })).reasons).toEqual([
      'Not known whether a is known; for a reason of the kind ‘embargo’.',
    ]);
    expect(explainDecision(odd({ trace }), { locale: 'fr' }).reasons).toEqual([
      'On ignore si a a une valeur\u202f; pour une raison de type «\u202fembargo\u202f».',
    ]);
  });
  it('a scope and a period of a cap', () => {
    const cap = { scope: 'planet', period: 'century', limit: 3, overflow: 'clip' };
    const caps = [{ cap, scopeKey: 'earth', periodKey: '21', used: 1, allowed: 2 }];
    expect(explainDecision(odd({ trace: null, failing: [], caps })).reasons).toEqual([
      'Cap of 3 pt ‘planet’, ‘century’: 1 pt used before for earth (21), 2 pt let through.',
    ]);
  });
  it.each([
    ['in', 'x'],
    ['date-in', {}],
    ['date-in', { from: 3 }],
    ['same-period', { period: 'month' }],
    ['eq', { place: 1 }],
    ['metric', { metric: 'otif' }],
    ['metric', { status: 'green', by: 'point' }],
    ['metric', { metric: 'otif', status: 'blue', by: 'point' }],
    ['metric', { metric: 'otif', status: 'green', by: 'luck' }],
    ['metric', { metric: 'otif', op: 'eq', value: '1' }],
    ['count', { op: 'near', value: 1 }],
  ] as const)('what %s expects, in another shape', (op, expected) => {
    const trace = { op, truth: 'false', fact: ['a'], expected, actual: 1 };
    expect(explainDecision(odd({ trace })).reasons[0]).toBe(
      `Expected: a condition of the kind ‘${op}’ holds, for which this version has no words; found: 1.`,
    );
  });
  it('conditions without their parts', () => {
    const told = (trace: object): readonly string[] => explainDecision(odd({ trace })).reasons;
    expect(told({ op: 'all', truth: 'false' })).toEqual([]);
    expect(told({ op: 'not', truth: 'false' })).toEqual([
      'Expected: a condition of the kind ‘not’ holds, for which this version has no words.',
    ]);
    expect(told({ op: 'eq', truth: 'false', expected: 1, actual: 2 })).toEqual([
      'Expected: a condition of the kind ‘eq’ holds, for which this version has no words; found: 2.',
    ]);
    expect(told({ op: 'every', truth: 'false', fact: ['a'] })).toEqual([
      'Expected: every element of a meets the condition; found: 0 in a, of which 0 do.',
    ]);
    const week = { fact: ['b'], value: 2, period: 'week' };
    expect(told({ op: 'same-period', truth: 'false', fact: ['a'], expected: week, actual: 1 })).toEqual([
      'Expected: a condition of the kind ‘same-period’ holds, for which this version has no words; found: 1 against 2.',
    ]);
    const status = { metric: 'otif', status: 'green', by: 'point' };
    expect(told({ op: 'metric', truth: 'false', fact: ['a'], expected: status, actual: 'grey' })).toEqual([
      'Expected: the metric ‘otif’ of a is green by its value; found: ‘grey’.',
    ]);
  });
  it('failing conditions without a trace', () => {
    expect(explainDecision(odd({ trace: null })).reasons).toEqual(['Expected: a › b is 1; found: 2.']);
  });
  it('nothing of who excluded it, or of the budget', () => {
    expect(explainDecision(odd({ outcome: 'excluded' })).summary).toContain(': another rule has granted already');
    expect(explainDecision(odd({ outcome: 'excluded' }), { locale: 'fr' }).summary).toContain(
      '\u202f; une autre règle a déjà',
    );
    expect(explainDecision(odd({ outcome: 'budget-exhausted' })).summary).toContain('but its budget leaves nothing.');
    expect(explainDecision(odd({ outcome: 'budget-exhausted' }), { locale: 'fr' }).summary).toContain(
      'mais son budget ne laisse rien.',
    );
  });
});

describe('errors', () => {
  const trace = DENIED.trace as object;
  const deep = (depth: number): object => (depth === 0 ? trace : { op: 'not', truth: 'false', of: [deep(depth - 1)] });
  const cap = { scope: 'subject', period: 'day', limit: 1, overflow: 'clip' };
  const capped = { cap, scopeKey: 'a', periodKey: 'b', used: 0, allowed: 0 };
  it.each([
    ['no decision', null, 'decision must be a decision of evaluateRewards, received null'],
    ['nothing', {}, 'outcome of the decision must be text, received undefined'],
    ['rule', { rule: 1 }, 'rule of the decision must be text, received 1'],
    ['fact', { fact: null }, 'fact of the decision must be text, received null'],
    ['unit', { unit: [] }, 'unit of the decision must be text, received an object'],
    ['subject', { subject: 4 }, 'subject of the decision must be text or null, received 4'],
    ['occurrence', { occurrence: 4 }, 'occurrence of the decision must be text or null, received 4'],
    ['excludedBy', { excludedBy: 4 }, 'excludedBy of the decision must be text or null, received 4'],
    [
      'reversalPolicy',
      { reversalPolicy: null },
      'reversalPolicy of the decision must be the name of a policy, received null',
    ],
    ['version', { version: '1' }, 'version of the decision must be a whole number, received "1"'],
    ['on', { on: '2026-02-30' }, 'on of the decision must be a civil date YYYY-MM-DD, received "2026-02-30"'],
    ['desired', { desired: 1.5 }, 'desired of the decision must be a whole number, received 1.5'],
    ['granted', { granted: null }, 'granted of the decision must be a whole number, received null'],
    ['missing', { missing: 'a' }, 'missing of the decision must be a list of paths, received "a"'],
    [
      'a missing path',
      { missing: [['a'], [1]] },
      'missing of the decision must be a list of paths, received an object',
    ],
    ['failing', { failing: null }, 'failing of the decision must be a list of traces, received null'],
    [
      'a failing leaf',
      { failing: [null] },
      'op of failing of the decision must be the name of an operator, received undefined',
    ],
    ['trace', { trace: {} }, 'op of trace of the decision must be the name of an operator, received undefined'],
    [
      'truth',
      { trace: { op: 'eq', truth: true } },
      'truth of trace of the decision must be "true", "false" or "unknown", received true',
    ],
    [
      'fact of a trace',
      { trace: { ...trace, fact: [] } },
      'fact of trace of the decision must be a path, received an object',
    ],
    ['reason', { trace: { ...trace, reason: 1 } }, 'reason of trace of the decision must be a code, received 1'],
    ['id', { trace: { ...trace, id: 1 } }, 'id of trace of the decision must be text, received 1'],
    [
      'of',
      { trace: { ...trace, of: {} } },
      '"of" of trace of the decision must be a list of traces, received an object',
    ],
    ['depth', { trace: deep(200) }, 'trace of the decision must be at most 200 levels deep, received 200'],
    ['caps', { caps: null }, 'caps of the decision must be a list, received null'],
    [
      'a cap',
      { caps: [{ ...capped, scopeKey: 1 }] },
      'a cap of the decision must be what a cap did, received an object',
    ],
    [
      'used',
      { caps: [{ ...capped, used: 'x' }] },
      'an amount of a cap of the decision must be a whole number, received "x"',
    ],
    ['budget', { budget: {} }, 'budget of the decision must be what a budget did, or null, received an object'],
    [
      'available',
      { budget: { budget: 'b', available: null, allowed: 0 } },
      'an amount of the budget of the decision must be a whole number, received null',
    ],
  ] as const)('of the decision: %s', (title, own, message) => {
    const given = (own === null || title === 'nothing' ? own : { ...DENIED, ...own }) as typeof DENIED;
    const { code, message: found } = thrownBy(() => explainDecision(given));
    expect([code, found]).toEqual(['CX_INVALID_INPUT', `explainDecision: ${message}`]);
  });
  it('not for a trace that is as deep as it may be', () => {
    expect(explainDecision({ ...DENIED, trace: deep(199) as typeof DENIED.trace }).reasons.length).toBeGreaterThan(1);
  });
  it.each([
    ['options', null, 'options must be an object, received null'],
    ['locale', { locale: 'de' }, 'option "locale" must be a language tag of English or French, received "de"'],
    ['labels', { labels: {} }, 'option "labels" must be a list of { fact, names: { en, fr } }, received an object'],
    [
      'a label',
      { labels: [{ fact: [], names: text('a', 'b') }] },
      'option "labels" must be a list of { fact, names: { en, fr } }, received an object',
    ],
    [
      'a name of a label',
      { labels: [{ fact: ['a'], names: { en: 'a' } }] },
      'option "labels" must be a list of { fact, names: { en, fr } }, received an object',
    ],
    ['names', { names: [] }, 'option "names" must be a record of { en, fr } by id, received an object'],
    [
      'a name',
      { names: { a: { fr: 'a' } } },
      'option "names" must be a record of { en, fr } by id, received an object',
    ],
    [
      'units',
      { units: null },
      'option "units" must be a record of { one, many }, each { en, fr }, by unit, received null',
    ],
    [
      'a unit',
      { units: { pt: { one: text('a', 'b') } } },
      'option "units" must be a record of { one, many }, each { en, fr }, by unit, received an object',
    ],
    ['rules', { rules: {} }, 'option "rules" must be a list of rules, received an object'],
    ['shared', { rules: [SMALL], shared: [] }, 'option "shared" must be conditions by id, received an object'],
  ] as const)('of the option: %s', (_, options, message) => {
    const { code, message: found } = thrownBy(() => explainDecision(DENIED, options as unknown as ExplainOptions));
    expect([code, found]).toEqual(['CX_INVALID_OPTION', `explainDecision: ${message}`]);
  });
  it('of the rule and the condition', () => {
    const bad = { id: 'r', version: 1 } as RewardRule;
    expect(thrownBy(() => explainDecision(DENIED, { rules: [bad] })).code).toBe('CX_INVALID_RULE');
    expect(thrownBy(() => describeRule(null as unknown as RewardRule))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_RULE',
      message: 'describeRule: id of a rule must be text, received undefined',
    });
    expect(thrownBy(() => describeRule(SMALL, null as never)).message).toBe(
      'describeRule: options must be an object, received null',
    );
    expect(thrownBy(() => describeCondition({ op: 'and' } as never))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_RULE',
      message: 'describeCondition: "op" of a condition must be an operator of the language, received "and"',
    });
    expect(thrownBy(() => describeCondition(SMALL.when, null as never)).message).toBe(
      'describeCondition: options must be an object, received null',
    );
    const circle: Record<string, unknown> = { op: 'not' };
    circle['of'] = circle;
    expect(thrownBy(() => describeCondition(circle as never)).code).toBe('CX_INVALID_RULE');
  });
});
