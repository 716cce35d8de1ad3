import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../src/rewards/rules/compileRules.js';
import type { Condition } from '../../../src/rewards/conditions/condition.js';
import { placeOf, readJsonText } from '../../../src/schemas/jsonText.js';
import { applySteps, migrateRewardRules } from '../../../src/schemas/migrateRewardRules.js';
import { parseRewardRules } from '../../../src/schemas/parseRewardRules.js';
import { copyPlain } from '../../../src/schemas/plainJson.js';
import { readRecord } from '../../../src/schemas/readRecords.js';
import { rewardRuleSchema } from '../../../src/schemas/rewardRule.js';
import { rewardProgramSchema } from '../../../src/schemas/rewardProgram.js';
import { toJsonSchema } from '../../../src/schemas/toJsonSchema.js';

const RULE = {
  format: 1,
  id: 'r1',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'insight.submitted' },
  subject: ['author', 'id'],
  occurrence: ['insight', 'id'],
  when: { op: 'known', fact: ['a'] },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
  onUnknown: 'hold',
};
const KNOWN = { op: 'known', fact: ['a'] } as const;
const METRIC = { op: 'metric', metric: 'otif', scope: ['id'], period: 'month', over: 'every-month' } as const;

function documentWith(changes: object, more: object = {}): unknown {
  return { format: 1, rules: [{ ...RULE, ...changes }], ...more };
}

/** The issues as texts: path, code, line and column. */
function issuesOf(document: unknown): string[] {
  const read = parseRewardRules(document);
  if (read.success) return [];
  return read.issues.map(({ path, code, place }) => {
    const at = place === null ? '' : ` ${place.line}:${place.column}`;
    return `${path.join('.')} ${code}${at}`;
  });
}

function nested(levels: number): unknown {
  let when: unknown = KNOWN;
  for (let level = 1; level < levels; level++) when = { op: 'not', of: when };
  return when;
}

describe('parseRewardRules', () => {
  const document = documentWith(
    { when: { op: 'ref', id: 'vip' }, priority: -0 },
    { shared: { vip: KNOWN }, fiscalYearStart: 4 },
  );

  it.each([
    ['an object', document],
    ['text', JSON.stringify(document)],
    ['text with a mark of byte order', `\ufeff${JSON.stringify(document, null, 2)}\n`],
  ])('reads %s into what rules are compiled from', (_, given) => {
    const read = parseRewardRules(given);
    expect(read).toEqual({
      success: true,
      rules: [{ ...RULE, when: { op: 'ref', id: 'vip' }, priority: 0 }],
      shared: { vip: KNOWN },
      fiscalYearStart: 4,
    });
    if (read.success) expect(compileRules(read.rules, read).fiscalYearStart).toBe(4);
    if (read.success) expect(Object.is(read.rules[0]?.priority, 0)).toBe(true);
  });

  it('fills in what is left out', () => {
    expect(parseRewardRules({ format: 1, rules: [] })).toEqual({
      success: true,
      rules: [],
      shared: {},
      fiscalYearStart: 1,
    });
  });

  it('leaves what it was given alone', () => {
    const given = documentWith({});
    const read = parseRewardRules(given);
    expect(given).toEqual(documentWith({}));
    expect(read.success && read.rules[0]).not.toBe((given as { rules: unknown[] }).rules[0]);
  });

  it.each<[string, object, string]>([
    [
      'a cap of a network without its path',
      { caps: [{ scope: 'network', period: 'week', limit: 1, overflow: 'deny' }] },
      'rules.0.caps.0.scope contradiction',
    ],
    [
      'a cap of an account without its path',
      { caps: [{ scope: 'account', period: 'week', limit: 1, overflow: 'deny' }] },
      'rules.0.caps.0.scope contradiction',
    ],
    [
      'a gift to choose that is settled at once',
      { grant: { kind: 'gift-choice', unit: 'EUR', catalogue: 'm', amount: { kind: 'fixed', amount: 1 } } },
      'rules.0.settle contradiction',
    ],
    ['an empty group', { when: { op: 'any', of: [] } }, 'rules.0.when.of too-small'],
    ['more than there are', { when: { op: 'at-least', n: 2, of: [KNOWN] } }, 'rules.0.when.n too-large'],
    ['at least none', { when: { op: 'at-least', n: 0, of: [KNOWN] } }, 'rules.0.when.n too-small'],
    [
      'a date span that runs backwards',
      { when: { op: 'date-in', fact: ['d'], from: '2026-02-02', through: '2026-02-01' } },
      'rules.0.when.through out-of-order',
    ],
    ['a date span without ends', { when: { op: 'date-in', fact: ['d'] } }, 'rules.0.when.from missing'],
    [
      'a validity that runs backwards',
      { validity: { from: '2026-02-02', through: '2026-02-01' } },
      'rules.0.validity.through out-of-order',
    ],
    ['a day that does not exist', { validity: { from: '2026-02-30' } }, 'rules.0.validity.from wrong-format'],
    [
      'limits that cross',
      {
        grant: {
          kind: 'points',
          unit: 'pt',
          amount: { kind: 'proportional', fact: ['t'], basisPoints: 1, rounding: 'floor', minimum: 2, maximum: 1 },
        },
      },
      'rules.0.grant.amount.maximum out-of-order',
    ],
    [
      'a table without rows',
      { grant: { kind: 'points', unit: 'pt', amount: { kind: 'table', fact: ['t'], rows: {} } } },
      'rules.0.grant.amount.rows too-small',
    ],
    ['a reference to nothing', { when: { op: 'ref', id: 'toString' } }, 'rules.0.when.id unknown-reference'],
    ['a name of a prototype in a path', { subject: ['__proto__'] }, 'rules.0.subject.0 reserved-name'],
    ['a path of nine names', { subject: Array<string>(9).fill('a') }, 'rules.0.subject too-large'],
    ['a field it does not know', { whenever: 1 }, 'rules.0 unknown-field'],
    ['an operator it does not know', { when: { op: 'matches', fact: ['a'] } }, 'rules.0.when.op unknown-value'],
    ['a later format of a rule', { format: 2 }, 'rules.0.format unknown-value'],
    [
      'an amount that is not whole',
      { grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 0.5 } } },
      'rules.0.grant.amount.amount wrong-type',
    ],
    ['a number beyond what is exact', { version: 2 ** 53 }, 'rules.0.version too-large'],
    ['NaN', { when: { op: 'eq', fact: ['a'], value: NaN } }, 'rules.0.when.value wrong-type'],
    ['33 conditions within one another', { when: nested(33) }, 'rules.0.when too-large'],
  ])('refuses %s', (_, changes, issue) => {
    expect(issuesOf(documentWith(changes))).toEqual([issue]);
  });

  it.each<[string, object]>([
    ['all there are', { when: { op: 'at-least', n: 1, of: [KNOWN] } }],
    ['a span of a day', { validity: { from: '2026-02-01', through: '2026-02-01' } }],
    [
      'equal limits',
      {
        grant: {
          kind: 'points',
          unit: 'pt',
          amount: { kind: 'proportional', fact: ['t'], basisPoints: 1, rounding: 'floor', minimum: 1, maximum: 1 },
        },
      },
    ],
    [
      'a cap of a network with its path',
      { network: ['n'], caps: [{ scope: 'network', period: 'week', limit: 0, overflow: 'deny' }] },
    ],
    ['the largest number that is exact', { version: 2 ** 53 - 1 }],
    ['32 conditions within one another', { when: nested(32) }],
  ])('accepts %s', (_, changes) => {
    expect(issuesOf(documentWith(changes))).toEqual([]);
  });

  it.each<Condition>([
    { op: 'all', of: [KNOWN] },
    { op: 'any', of: [KNOWN, { op: 'missing', fact: ['a'] }] },
    { op: 'not', of: KNOWN },
    { op: 'at-least', n: 1, of: [KNOWN] },
    { op: 'eq', fact: ['a'], value: 'x' },
    { op: 'ne', fact: ['a'], value: { fact: ['b'] } },
    { op: 'lte', fact: ['a'], value: -1.5 },
    { op: 'gt', fact: ['a'], value: { fact: ['b'] } },
    { op: 'in', fact: ['a'], values: [1, 'x', true] },
    { op: 'not-in', fact: ['a'], values: [1] },
    { op: 'includes', fact: ['a'], value: false },
    { op: 'date-in', fact: ['a'], from: '2026-01-01', through: '2026-01-31' },
    { op: 'same-period', a: ['a'], b: ['b'], period: 'quarter' },
    { op: 'some', over: ['l'], where: KNOWN },
    { op: 'every', over: ['l'], where: KNOWN, minCount: 3 },
    { op: 'none', over: ['l'], where: KNOWN, minCount: 1 },
    { op: 'count', over: ['l'], test: { op: 'gte', value: 1 } },
    { op: 'count', over: ['l'], where: KNOWN, test: { op: 'ne', value: 1.5 } },
    { op: 'sum', over: ['l'], field: ['x'], test: { op: 'eq', value: 0 } },
    { op: 'sum', over: ['l'], field: ['x'], where: KNOWN, test: { op: 'lt', value: -1 } },
    { ...METRIC, test: { status: 'green', by: 'bound' } },
    { ...METRIC, test: { op: 'gte', value: 0.95 }, minimumSample: 30 },
  ])('reads %j as it is, and it compiles', (when) => {
    const read = parseRewardRules(JSON.stringify(documentWith({ when })));
    expect(read).toMatchObject({ success: true, rules: [{ when }] });
    if (read.success) expect(compileRules(read.rules, read).rules).toHaveLength(1);
  });

  it('names an id that comes twice, and circles, once each', () => {
    const shared = {
      a: { op: 'not', of: { op: 'ref', id: 'b' } },
      b: { op: 'all', of: [KNOWN, { op: 'ref', id: 'a' }] },
    };
    const rules = [RULE, { ...RULE, when: { op: 'ref', id: 'a' } }];
    expect(issuesOf({ format: 1, rules, shared })).toEqual(['rules.1.id duplicate', 'shared.b.of.1.id circular']);
  });

  it('refuses shared conditions that explode', () => {
    const twice = (id: string): object => ({
      op: 'all',
      of: [
        { op: 'ref', id },
        { op: 'ref', id },
      ],
    });
    const shared = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`s${at}`, at === 0 ? KNOWN : twice(`s${at - 1}`)]),
    );
    expect(issuesOf({ format: 1, rules: [], shared })).toEqual(['shared.s8 too-large']);
  });

  it.each<[string, string[]]>([
    ['', [' syntax 1:1']],
    ['{"format":1,\n"rules":[],}', ['rules syntax 2:12']],
    ['{"format":1 "rules":[]}', ['format syntax 1:13']],
    ['{"format":01}', ['format syntax 1:12']],
    ['{"format":1}}', [' syntax 1:13']],
    ['{"format":1]', ['format syntax 1:12']],
    ['{"format":"\u0001"}', ['format syntax 1:11']],
    ['{"format":1,"rules":[\n  1, x]}', ['rules.1 syntax 2:6']],
    ['{"format":1,\r\n "rules":[],\r\n "rules":[]}', ['rules duplicate 3:2']],
    ['{"format":1,"rules":[{"a":1,"a":2}]}', ['rules.0.a duplicate 1:29']],
    ['{"__proto__":{},"format":1,"rules":[]}', ['__proto__ reserved-name 1:14']],
    ['{"format":1e999,"rules":[]}', ['format wrong-type 1:11']],
    ['{"format":1,"rules":[],"shared":{"a":\n {"op":"ref"}}}', ['shared.a.id missing 2:2']],
    ['{"format":2,"rules":[]}', ['format unsupported-format 1:11']],
    ['{"rules":[]}', ['format missing 1:1']],
    ['[]', [' wrong-type 1:1']],
    ['['.repeat(65), [`${'0.'.repeat(63)}0 too-large 1:65`]],
  ])('says where in the text %j is wrong', (text, issues) => {
    expect(issuesOf(text)).toEqual(issues);
  });

  it('refuses text that is too long, unread', () => {
    expect(issuesOf(' '.repeat(2_000_001))).toEqual([' too-large']);
    expect(issuesOf(' '.repeat(2_000_000))).toEqual([' syntax 1:2000001']);
  });

  it('allows the line by which an editor finds the schema, and leaves it aside', () => {
    const $schema = 'https://example.org/reward-rules.schema.json';
    expect(parseRewardRules({ $schema, format: 1, rules: [] })).toEqual({
      success: true,
      rules: [],
      shared: {},
      fiscalYearStart: 1,
    });
    expect(issuesOf({ $schema: '', format: 1, rules: [] })).toEqual([]);
    expect(issuesOf({ $schema: 7, format: 1, rules: [] })).toEqual(['$schema wrong-type']);
    expect(issuesOf(documentWith({ $schema }))).toEqual(['rules.0 unknown-field']);
    expect(toJsonSchema(rewardProgramSchema)['properties']).toMatchObject({ $schema: { type: 'string' } });
  });

  it('says where a name stands that is not known, before what is missing for want of it', () => {
    const text = '{\n  "format": 1,\n  "rule": [], "sharde": {}\n}';
    const read = parseRewardRules(text);
    expect(read.success ? [] : read.issues).toEqual([
      {
        path: [],
        code: 'unknown-field',
        message: 'document must have known fields only, received "rule", "sharde"',
        place: { line: 3, column: 3 },
      },
      {
        path: ['rules'],
        code: 'missing',
        message: 'rules must be a list, received nothing',
        place: { line: 1, column: 1 },
      },
    ]);
  });

  it('names the unknown field of a cap first', () => {
    const cap = { scope: 'subject', period: 'week', overflow: 'deny' };
    const text = JSON.stringify(documentWith({ caps: [{ ...cap, limt: 5 }], priority: 0.5 }));
    const read = parseRewardRules(text);
    const at = (part: string): number => text.indexOf(part) + 1;
    expect(read.success ? [] : read.issues.map(({ message, place }) => [message, place?.column])).toEqual([
      ['rules[0].caps[0] must have known fields only, received "limt"', at('"limt"')],
      ['rules[0].caps[0].limit must be a whole number from 0, received nothing', at('{"scope"')],
      ['rules[0].priority must be a whole number, received 0.5', at('0.5')],
    ]);
  });

  it('puts the unknown fields of an object before what is wrong within it, and after what comes before it', () => {
    expect(
      issuesOf({
        format: 1,
        rules: [
          { ...RULE, version: 0 },
          { ...RULE, version: 0, grant: { ...RULE.grant, units: 'pt', unit: 7 }, ids: 'r2' },
        ],
      }),
    ).toEqual([
      'rules.0.version too-small',
      'rules.1 unknown-field',
      'rules.1.version too-small',
      'rules.1.grant unknown-field',
      'rules.1.grant.unit wrong-type',
    ]);
  });

  it.each<[string, object, string]>([
    [
      'an amount as text',
      { grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: '50' } } },
      'grant.amount.amount must be a whole number from 0, received "50"',
    ],
    [
      'an amount with decimals',
      { grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 0.5 } } },
      'grant.amount.amount must be a whole number from 0, received 0.5',
    ],
    [
      'an amount below zero',
      { grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: -1 } } },
      'grant.amount.amount must be at least 0, received -1',
    ],
    ['a version that is missing', { version: undefined }, 'version must be a whole number from 1, received nothing'],
    ['a version that is not a number', { version: null }, 'version must be a whole number from 1, received null'],
    ['a priority as text', { priority: '1' }, 'priority must be a whole number, received "1"'],
  ])('says of %s what it must be', (_, changes, message) => {
    const read = parseRewardRules(JSON.parse(JSON.stringify(documentWith(changes))));
    expect(read.success ? [] : read.issues.map((issue) => issue.message)).toEqual([`rules[0].${message}`]);
  });

  it('says of a whole number out of bounds which bound it crosses', () => {
    const messageOf = (version: number): unknown => {
      const read = readRecord(rewardRuleSchema, { ...RULE, version });
      return read.success ? null : read.issues.map(({ message }) => message);
    };
    expect(messageOf(2 ** 53)).toEqual(['version must be at most 9007199254740991, received 9007199254740992']);
    expect(messageOf(0)).toEqual(['version must be at least 1, received 0']);
    expect(messageOf(2 ** 53 - 1)).toBe(null);
  });

  it.each([undefined, null, 7, true, () => 1, Symbol('s'), 10n])('refuses %o', (given) => {
    expect(issuesOf(given)).toEqual([' wrong-type']);
  });

  it('lists fifty issues and says how many there are', () => {
    const rules = Array.from({ length: 60 }, () => 7);
    const issues = issuesOf({ format: 1, rules });
    expect(issues).toHaveLength(51);
    expect(issues[50]).toBe(' too-many-issues');
    const read = parseRewardRules({ format: 1, rules });
    expect(read.success ? '' : read.issues[50]?.message).toBe(
      'document must have at most 50 issues for all to be listed, received 60',
    );
  });

  it('says what must be in words', () => {
    const read = parseRewardRules({ format: 3, rules: [] });
    expect(read).toEqual({
      success: false,
      issues: [
        {
          path: ['format'],
          code: 'unsupported-format',
          message: 'format must be 1, received 3, which a later version of cx-scoring reads',
          place: null,
        },
      ],
    });
  });
});

describe('readJsonText', () => {
  it.each([
    '[]',
    '{}',
    ' [ 1 , -0.5e+3 , true , false , null , "a\\u00e9\\n\\"" ] ',
    '{"":{"":[[],{}]},"a":"\u2028"}',
    '0',
    '"x"',
  ])('reads %s as JSON.parse does', (text) => {
    const read = readJsonText(text, 64);
    expect(read.faults).toEqual([]);
    expect(read.value).toEqual(JSON.parse(text));
  });

  it.each([
    '[1,]',
    '{"a"}',
    '{a:1}',
    "['a']",
    '+1',
    '.5',
    '1.',
    '[1 2]',
    'nul',
    '"\\x"',
    '"a',
    '{"a":1,,}',
    '[,]',
    'NaN',
    '1 1',
  ])('refuses %s as JSON.parse does', (text) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(readJsonText(text, 64)).toMatchObject({ value: undefined, faults: [{ code: 'syntax' }] });
  });

  it('knows where each value stands, and of what is missing where it should be', () => {
    const text = '{\n  "a": [10, {"b": 2}]\n}';
    const { offsetOf } = readJsonText(text, 64);
    expect(placeOf(text, offsetOf(['a', 1, 'b']))).toEqual({ line: 2, column: 19 });
    expect(placeOf(text, offsetOf(['a', 1, 'c']))).toEqual({ line: 2, column: 13 });
    expect(placeOf(text, offsetOf(['z', 1]))).toEqual({ line: 1, column: 1 });
  });

  it('knows where each name stands, and of what has none its value', () => {
    const text = '{\n  "a": [10, {"b" : 2}]\n}';
    const { nameOffsetOf } = readJsonText(text, 64);
    expect(placeOf(text, nameOffsetOf(['a']))).toEqual({ line: 2, column: 3 });
    expect(placeOf(text, nameOffsetOf(['a', 1, 'b']))).toEqual({ line: 2, column: 14 });
    expect(placeOf(text, nameOffsetOf(['a', 1]))).toEqual({ line: 2, column: 13 });
    expect(placeOf(text, nameOffsetOf([]))).toEqual({ line: 1, column: 1 });
    expect(placeOf(text, nameOffsetOf(['a', 1, 'c']))).toEqual({ line: 2, column: 13 });
  });
});

describe('copyPlain', () => {
  const limits = { depth: 3, values: 6, text: 4 };
  const codes = (value: unknown): string[] =>
    copyPlain(value, limits).faults.map(({ path, code }) => `${path.join('.')} ${code}`);

  it.each<[unknown, string[]]>([
    [[[[]]], []],
    [[[[[]]]], ['0.0.0 too-large']],
    [[1, 2, 3, 4, 5], []],
    [[1, 2, 3, 4, 5, 6], [' too-large']],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, [' too-large']],
    [['1234'], []],
    [['12345'], ['0 too-large']],
    [{ '12345': 1 }, ['12345 too-large']],
    [[new Map()], ['0 wrong-type']],
    [[undefined], ['0 wrong-type']],
    [{ constructor: 1, prototype: 2 }, ['constructor reserved-name', 'prototype reserved-name']],
  ])('of %j finds %j', (value, found) => {
    expect(codes(value)).toEqual(found);
  });

  it('takes the same object twice, but not within itself', () => {
    const shared = [1];
    expect(copyPlain([shared, shared], limits)).toEqual({ value: [[1], [1]], faults: [] });
    const circle: unknown[] = [];
    circle.push(circle);
    expect(codes(circle)).toEqual(['0 wrong-type']);
  });

  it('leaves out what is undefined and normalises -0', () => {
    const copy = copyPlain({ a: undefined, b: -0 }, limits).value as Record<string, unknown>;
    expect(Object.keys(copy)).toEqual(['b']);
    expect(Object.is(copy['b'], 0)).toBe(true);
  });

  it('takes records without a prototype', () => {
    expect(copyPlain(Object.assign(Object.create(null) as object, { a: 1 }), limits).value).toEqual({ a: 1 });
  });

  it('does not pile up lists that share their elements', () => {
    let list: unknown[] = Array.from({ length: 1000 }, () => 0);
    for (let level = 0; level < 30; level++) list = Array.from({ length: 1000 }, () => list);
    const { faults } = copyPlain(list, { depth: 64, values: 200_000, text: 10 });
    expect(faults.map(({ code }) => code)).toContain('too-large');
  });
});

describe('migrateRewardRules', () => {
  it('copies a document of the present format', () => {
    const document = documentWith({});
    expect(migrateRewardRules(document)).toEqual({ success: true, document, from: 1 });
  });

  it.each<[unknown, string]>([
    [{ format: 2 }, 'unsupported-format'],
    [{ format: 0 }, 'unsupported-format'],
    [{ format: 1.5 }, 'unsupported-format'],
    [{ format: '1' }, 'unsupported-format'],
    [{ format: [] }, 'unsupported-format'],
    [{}, 'missing'],
    [[], 'wrong-type'],
    [null, 'wrong-type'],
    ['{}', 'wrong-type'],
    [{ format: NaN }, 'wrong-type'],
  ])('refuses %j as %s', (document, code) => {
    const read = migrateRewardRules(document);
    expect(read.success ? [] : read.issues.map((issue) => [issue.code, issue.place])).toEqual([[code, null]]);
  });
});

describe('the steps from format to format', () => {
  const steps = [
    (document: object) => ({ ...document, format: 2, second: true }),
    (document: object) => ({ ...document, format: 3, third: true }),
  ];

  it.each<[number, object]>([
    [1, { format: 3, second: true, third: true }],
    [2, { format: 3, third: true }],
    [3, { format: 3 }],
  ])('are taken from format %i on', (format, document) => {
    expect(applySteps({ format }, steps)).toEqual({ document, from: format });
  });

  it('name the formats they know', () => {
    expect(applySteps({ format: 4 }, steps)).toMatchObject({
      message: 'format must be 1 to 3, received 4, which a later version of cx-scoring reads',
    });
    expect(applySteps({ format: -1 }, steps)).toMatchObject({ message: 'format must be 1 to 3, received -1' });
  });
});
