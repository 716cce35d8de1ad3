import { describe, expect, it } from 'vitest';

import type { ConditionTrace } from '../../../src/rewards/conditions/conditionTrace.js';
import type { RewardDecision } from '../../../src/rewards/evaluation/rewardDecision.js';
import { claimInEnglish } from '../../../src/rewards/explanations/claimInEnglish.js';
import { claimInFrench } from '../../../src/rewards/explanations/claimInFrench.js';
import { claimOfTrace } from '../../../src/rewards/explanations/claimOfTrace.js';
import { describeCondition } from '../../../src/rewards/explanations/describeCondition.js';
import { explainDecision } from '../../../src/rewards/explanations/explainDecision.js';
import {
  choiceWords,
  figureWords,
  statusWords,
  substituteWords,
  valueWords,
} from '../../../src/rewards/explanations/shownWords.js';
import { resolveSpeech } from '../../../src/rewards/explanations/speech.js';
import { traceReasons } from '../../../src/rewards/explanations/traceReasons.js';
import { unknownWords } from '../../../src/rewards/explanations/unknownWords.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { decide, SMALL } from './explainCases.js';

const [EN, FR] = (['en', 'fr'] as const).map((locale) => resolveSpeech('test', { locale })) as [
  ReturnType<typeof resolveSpeech>,
  ReturnType<typeof resolveSpeech>,
];
const both = (write: (speech: typeof EN) => string): [string, string] => [write(EN), write(FR)];

describe('values as they are shown', () => {
  it.each<[unknown, string, string]>([
    [null, 'nothing', 'rien'],
    [undefined, 'nothing', 'rien'],
    [true, 'true', 'vrai'],
    [false, 'false', 'faux'],
    [1.5, '1.5', '1,5'],
    [{}, 'something else', 'autre chose'],
    ['x', '‘x’', '«\u202fx\u202f»'],
    ['2026-01-31', '2026-01-31', '2026-01-31'],
    ['2026-02-30', '‘2026-02-30’', '«\u202f2026-02-30\u202f»'],
    ['text of 120 characters', 'a text of 120 characters', 'un texte de 120 caractères'],
    ['my text of 120 characters', '‘my text of 120 characters’', '«\u202fmy text of 120 characters\u202f»'],
    ['text of 120 characters!', '‘text of 120 characters!’', '«\u202ftext of 120 characters!\u202f»'],
  ])('%j', (value, en, fr) => {
    expect(both((speech) => valueWords(speech, value))).toEqual([en, fr]);
  });
  it('choices', () => {
    expect(choiceWords(EN, [1, 2, 3], 'or')).toBe('1, 2 or 3');
    expect(choiceWords(EN, [1, 2], 'or')).toBe('1 or 2');
    expect(choiceWords(EN, [1], 'or')).toBe('1');
    expect(choiceWords(EN, [], 'or')).toBe('');
  });
  it.each<[unknown, string, string]>([
    ['10 to 25', 'between 10 and 25', 'entre 10 et 25'],
    ['-10 to -25', 'between −10 and −25', 'entre −10 et −25'],
    ['1 to 2 or 3', '‘1 to 2 or 3’', '«\u202f1 to 2 or 3\u202f»'],
    ['from 1 to 2', '‘from 1 to 2’', '«\u202ffrom 1 to 2\u202f»'],
    [12, '12', '12'],
    [null, 'nothing', 'rien'],
    [['10 to 25'], 'something else', 'autre chose'],
  ])('figure %j', (figure, en, fr) => {
    expect(both((speech) => figureWords(speech, figure as string))).toEqual([en, fr]);
  });
  it.each<[unknown, string, string]>([
    ['object', 'an object', 'un objet'],
    ['NaN', 'not a number', 'pas un nombre'],
    ['Infinity', 'an infinite number', 'un nombre infini'],
    ['-Infinity', 'an infinite number', 'un nombre infini'],
    ['list of 0', 'a list of 0 elements', 'une liste de 0 élément'],
    ['list of 1', 'a list of 1 element', 'une liste de 1 élément'],
    ['list of 12', 'a list of 12 elements', 'une liste de 12 éléments'],
    ['a list of 12', '‘a list of 12’', '«\u202fa list of 12\u202f»'],
    ['list of 12 things', '‘list of 12 things’', '«\u202flist of 12 things\u202f»'],
    [['list of 12'], 'something else', 'autre chose'],
    [7, '7', '7'],
  ])('what stands in the place of a value, %j', (found, en, fr) => {
    expect(both((speech) => substituteWords(speech, found as string))).toEqual([en, fr]);
  });
  it.each<[unknown, string, string]>([
    ['green', 'green', 'vert'],
    ['amber', 'amber', 'orange'],
    ['red', 'red', 'rouge'],
    ['toString', '‘toString’', '«\u202ftoString\u202f»'],
    [['green'], 'something else', 'autre chose'],
    [null, 'nothing', 'rien'],
    [0.9, '0.9', '0,9'],
  ])('status %j', (status, en, fr) => {
    expect(both((speech) => statusWords(speech, status as string))).toEqual([en, fr]);
  });
});

describe('claims that a trace of another version makes', () => {
  const trace = (own: object): ConditionTrace => ({ op: 'eq', truth: 'true', ...own });
  const unknown = (name: string) => ({ op: 'unknown', name });
  it('are told by their operator where parts are missing', () => {
    expect(claimOfTrace(trace({ fact: ['a'] }))).toEqual(unknown('eq'));
    expect(claimOfTrace(trace({ expected: 1 }))).toEqual(unknown('eq'));
    expect(claimOfTrace(trace({ fact: ['a'], expected: 1 }))).toEqual({ op: 'eq', fact: ['a'], value: 1 });
    expect(claimOfTrace(trace({ op: 'known', fact: ['a'] }))).toEqual(unknown('known'));
    expect(claimOfTrace(trace({ op: 'known', fact: ['a'], expected: true }))).toEqual({ op: 'known', fact: ['a'] });
    expect(claimOfTrace(trace({ op: 'later', fact: ['a'], expected: { op: 'gt', value: 1 } }))).toEqual(
      unknown('later'),
    );
    expect(claimOfTrace(trace({ op: 'not', of: [] }))).toEqual(unknown('not'));
    expect(claimOfTrace(trace({ op: 'ref' }))).toEqual({ op: 'ref', id: '' });
    expect(claimOfTrace(trace({ op: 'count', fact: ['l'], expected: { op: 'gt', value: '1' } }))).toEqual(
      unknown('count'),
    );
  });
  it('have defaults where a figure is missing', () => {
    const leaf = trace({ fact: ['a'], expected: 1 });
    const claim = { op: 'eq', fact: ['a'], value: 1 };
    expect(claimOfTrace(trace({ op: 'at-least', of: [leaf] }))).toEqual({ op: 'at-least', n: 1, of: [claim] });
    expect(claimOfTrace(trace({ op: 'at-least', of: [leaf], expected: 3 }))).toMatchObject({ n: 3 });
    expect(claimOfTrace(trace({ op: 'every', fact: ['l'], of: [leaf], expected: {} }))).toEqual({
      op: 'every',
      over: ['l'],
      where: claim,
      minCount: 1,
    });
    expect(claimOfTrace(trace({ op: 'every', of: [leaf], expected: { minCount: 4 } }))).toMatchObject({
      over: [],
      minCount: 4,
    });
  });
  it('of lists without elements do not describe them, but a count of all of them is one', () => {
    const test = { op: 'gte', value: 2 };
    expect(claimOfTrace(trace({ op: 'count', fact: ['l'], expected: test }))).toEqual({
      op: 'count',
      over: ['l'],
      where: null,
      test,
      field: null,
    });
    expect(claimOfTrace(trace({ op: 'count', fact: ['l'], expected: test, of: [] }))).toMatchObject({
      where: 'undescribed',
    });
    expect(claimOfTrace(trace({ op: 'count', fact: ['l'], expected: test, reason: 'missing' }))).toMatchObject({
      where: 'undescribed',
    });
    expect(claimOfTrace(trace({ op: 'sum', fact: ['l'], expected: test }))).toMatchObject({
      where: 'undescribed',
      field: null,
    });
    const summand = trace({ op: 'sum', fact: ['x'], expected: 'whole number' });
    expect(claimOfTrace(trace({ op: 'sum', fact: ['l'], expected: test, of: [summand] }))).toMatchObject({
      where: null,
      field: ['x'],
    });
    expect(
      claimOfTrace(trace({ op: 'count', fact: ['l'], expected: test, of: [trace({ fact: ['a'], expected: 1 })] })),
    ).toMatchObject({
      where: { op: 'eq' },
      field: null,
    });
  });
  it('of metrics need a status or a test', () => {
    const own = { op: 'metric', fact: ['net'] };
    const metric = (expected: object) => claimOfTrace(trace({ ...own, expected: { metric: 'otif', ...expected } }));
    for (const status of ['green', 'amber', 'red'])
      expect(metric({ status, by: 'bound' })).toMatchObject({
        scope: ['net'],
        period: null,
        test: { status, by: 'bound' },
        minimumSample: 0,
      });
    expect(metric({ status: 'blue', by: 'point' })).toEqual(unknown('metric'));
    expect(metric({ status: 'red', by: 'guess' })).toEqual(unknown('metric'));
    expect(metric({ op: 'gte', value: 0.9, scope: 'north', period: '2026-Q1' })).toMatchObject({
      scope: 'north',
      period: '2026-Q1',
      test: { op: 'gte', value: 0.9 },
    });
    expect(
      claimOfTrace(trace({ op: 'metric', expected: { metric: 'otif', status: 'red', by: 'point' } })),
    ).toMatchObject({
      scope: [],
    });
    expect(metric({ metric: 5, status: 'red', by: 'point' })).toEqual(unknown('metric'));
  });
});

describe('what makes a condition unknown', () => {
  const why = (own: object) =>
    both((speech) => unknownWords(speech, { truth: 'unknown', op: 'eq', fact: ['a'], ...own }));
  it('is told by its reason', () => {
    expect(why({})).toEqual(['at least one element is in doubt', 'au moins un élément est en doute']);
    expect(why({ actual: 5 })).toEqual(['at least one element is in doubt', 'au moins un élément est en doute']);
    expect(why({ actual: ['1 to 2'] })).toEqual([
      'at least one element is in doubt',
      'au moins un élément est en doute',
    ]);
    expect(why({ actual: '1 to 2' })).toEqual(['found: between 1 and 2', 'trouvé\u202f: entre 1 et 2']);
    expect(why({ op: 'count', reason: 'invalid', expected: { op: 'gt', value: 1 } })).toEqual([
      'the figure is too large to be exact',
      'le chiffre est trop grand pour être exact',
    ]);
    expect(why({ op: 'sum', reason: 'invalid', expected: 'whole number', actual: 0.5 })).toEqual([
      'a is not a whole number (found: 0.5)',
      'a n’est pas un nombre entier (trouvé\u202f: 0,5)',
    ]);
    expect(why({ op: 'sum', reason: 'wrong-type', expected: { op: 'gt', value: 1 }, actual: 5 })).toEqual([
      'a is not a list (found: 5)',
      'a n’est pas une liste (trouvé\u202f: 5)',
    ]);
    expect(why({ op: 'same-period', reason: 'invalid', actual: 'x' })).toEqual([
      'a is not a date that exists (found: ‘x’)',
      'a n’est pas une date qui existe (trouvé\u202f: «\u202fx\u202f»)',
    ]);
    expect(why({ op: 'includes', reason: 'wrong-type', actual: 5 })).toEqual([
      'a is not of the type that is expected (found: 5)',
      'a n’est pas du type attendu (trouvé\u202f: 5)',
    ]);
  });
});

describe('figures of groups and lists', () => {
  const leaf = (truth: ConditionTrace['truth']): ConditionTrace => ({
    op: 'eq',
    fact: ['a'],
    expected: 1,
    actual: 2,
    truth,
  });
  const some = (...truths: ConditionTrace['truth'][]) => ({
    op: 'some' as const,
    truth: 'true' as const,
    fact: ['l'],
    of: truths.map(leaf),
  });
  it('agree in number: in French with two, in English with all but one', () => {
    const found = (...truths: ConditionTrace['truth'][]) =>
      both((speech) => traceReasons(speech, some(...truths))[0]?.split(/found: |trouvé\u202f: /)[1] ?? '');
    expect(found('false')).toEqual(['1 in l, of which 0 do.', '1 dans la liste l, dont 0 convient.']);
    expect(found('true', 'false')).toEqual(['2 in l, of which 1 does.', '2 dans la liste l, dont 1 convient.']);
    expect(found('true', 'true')).toEqual(['2 in l, of which 2 do.', '2 dans la liste l, dont 2 conviennent.']);
    expect(found('true', 'unknown')).toEqual([
      '2 in l, of which 1 does, 1 in doubt.',
      '2 dans la liste l, dont 1 convient, 1 en doute.',
    ]);
  });
  it('are told as ranges where they are', () => {
    const count: ConditionTrace = {
      op: 'count',
      truth: 'false',
      fact: ['l'],
      expected: { op: 'gte', value: 5 },
      actual: '2 to 3',
    };
    expect(traceReasons(EN, count)[0]).toContain('; found: between 2 and 3.');
    expect(traceReasons(EN, { ...count, op: 'sum', of: [] })[0]).toContain('; found: between 2 and 3.');
  });
});

describe('why a rule is not in force', () => {
  const decision = decide({ when: { op: 'known', fact: ['what'] }, data: {} });
  const told = (own: Partial<RewardRule>, on: string) => {
    const outcome = { ...decision, outcome: 'not-in-force', on, trace: null } as RewardDecision;
    return (['en', 'fr'] as const).map((locale) =>
      explainDecision(outcome, { rules: [{ ...SMALL, ...own }], locale }).summary.replace(/^.*(?:: |\u202f; )/, ''),
    );
  };
  const from = { validity: { from: '2026-03-02' } };
  const through = { validity: { through: '2026-03-02' } };
  it('is told by its days, and by its state first', () => {
    expect(told(from, '2026-03-01')).toEqual([
      'it is in force from 2026-03-02 only.',
      'elle n’est en vigueur qu’à partir du 2026-03-02.',
    ]);
    expect(told(through, '2026-03-03')[0]).toBe('it was in force through 2026-03-02 only.');
    expect(told({ ...from, state: 'paused' }, '2026-03-01')[0]).toBe('it is paused.');
  });
  it('is not known where neither tells', () => {
    for (const own of [from, through, {}]) expect(told(own, '2026-03-02')[0]).toBe('it was not in force on that day.');
    expect(told(from, '2026-03-02')[1]).toBe(told({}, '2026-03-02')[1]);
    expect(told(through, '2026-03-02')[1]).toBe(told({}, '2026-03-02')[1]);
    expect(told(from, '2026-03-03')).toEqual(told({}, '2026-03-02'));
    expect(told(through, '2026-03-01')).toEqual(told({}, '2026-03-02'));
  });
});

describe('what a decision without all its parts is told as', () => {
  const granted = decide({ when: { op: 'known', fact: ['what'] }, data: {} });
  const told = (own: Partial<RewardDecision>) =>
    (['en', 'fr'] as const).map((locale) => explainDecision({ ...granted, ...own }, { locale }).summary);
  const LACKING = [
    'Rule ‘r’ grants nothing to lea for x on 2026-03-02: facts are missing or unusable, and the rule does not wait for them.',
    told({ outcome: 'denied', missing: [['a']] })[1],
  ];
  it('denied: for want of facts', () => {
    expect(told({ outcome: 'denied', missing: [['a']] })).toEqual(LACKING);
    expect(told({ outcome: 'denied', trace: { op: 'eq', truth: 'unknown' } })).toEqual(LACKING);
    expect(told({ outcome: 'denied', desired: null })).toEqual(LACKING);
  });
  it('denied: since its condition does not hold', () => {
    const [en] = told({ outcome: 'denied', trace: null });
    expect(en).toBe('Rule ‘r’ grants nothing to lea for x on 2026-03-02: its condition does not hold.');
    expect(told({ outcome: 'denied', trace: null })[1]).toContain('sa condition n’est pas remplie.');
  });
  it('pending: what is set aside, and of how much', () => {
    const settle = { outcome: 'pending', caps: [], budget: null } as const;
    expect(told({ ...settle, granted: 40, desired: 60, trace: null })[0]).toBe(
      'Rule ‘r’ sets aside 40 pt instead of 60 pt for lea for x on 2026-03-02, until it is settled.',
    );
    expect(told({ ...settle, granted: 60, desired: 60 })[0]).toBe(
      'Rule ‘r’ sets aside 60 pt for lea for x on 2026-03-02, until it is settled.',
    );
    expect(told({ ...settle, granted: 60, desired: null, trace: { op: 'eq', truth: 'false' } })[0]).toBe(
      'Rule ‘r’ sets aside 60 pt for lea for x on 2026-03-02, until it is settled.',
    );
    expect(told({ ...settle, granted: 0, desired: 60, trace: { op: 'eq', truth: 'false' } })[0]).toBe(
      'Rule ‘r’ keeps 60 pt pending for lea for x on 2026-03-02: the condition that makes it final does not hold.',
    );
  });
  it('a budget that was not given is told apart from a fact of that name', () => {
    const rules = [{ ...SMALL, budget: 'b' }];
    const reasons = (path: readonly string[]) =>
      explainDecision({ ...granted, outcome: 'held', trace: null, missing: [path] }, { rules }).reasons;
    expect(reasons(['budgets', 'b'])).toEqual(['Budget ‘b’ was not given.']);
    expect(reasons(['budgets', 'c'])).toEqual(['Missing or unusable: budgets › c.']);
    expect(reasons(['shops', 'b'])).toEqual(['Missing or unusable: shops › b.']);
  });
});

describe('claims with no more than their parts', () => {
  it('a list of claims of one is that claim', () => {
    const one = { op: 'known', fact: ['a'] } as const;
    expect([claimInEnglish(EN, { op: 'all', of: [one] }), claimInFrench(FR, { op: 'all', of: [one] })]).toEqual([
      'a is known',
      describeCondition(one, { locale: 'fr' }),
    ]);
  });
});
