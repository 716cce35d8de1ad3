import { describe, expect, it } from 'vitest';
import { ANSWER_STATUSES, CONTACT_ROLES, JOURNEY_STAGES, type SurveyAnswer } from '../../../src/core/records.js';
import { readRecord, surveyAnswerSchema } from '../../../src/schemas/index.js';

const SCALE = { minimum: 0, maximum: 10, step: 1, higherIsBetter: true };
const LEAST: SurveyAnswer = {
  id: 'r1',
  at: '2026-11-21',
  metric: 'nps',
  value: 9,
  scale: SCALE,
  status: 'complete',
  source: 'qualtrics/pulse',
};
const FULL: Required<SurveyAnswer> = {
  ...LEAST,
  at: '2026-11-21T09:30:00+01:00',
  accountId: 'a1',
  contactId: 'c1',
  role: 'buyer',
  journeyStage: 'delivery',
  touchpoint: 'invoice',
  channel: 'email',
  team: 'north',
  agent: 'Ada',
  branch: 'Lyon',
  eventId: 'order 7',
  language: 'pt-BR',
  text: 'Très bien',
  segments: { product: 'heat pumps' },
  weight: 2.5,
};

function issuesOf(changes: object): unknown {
  const read = readRecord(surveyAnswerSchema, { ...LEAST, ...changes });
  return read.success ? 'accepted' : read.issues.map(({ path, code, message }) => [path.join('.'), code, message]);
}

/** Where the faults lie and of which kind they are, without the words. */
function faultsOf(changes: object): unknown {
  return (issuesOf(changes) as string[][]).map(([path, code]) => [path, code]);
}

const MOMENT = 'must be a civil date YYYY-MM-DD or an instant with its zone such as "2026-11-21T09:30:00Z"';

describe('surveyAnswerSchema accepts', () => {
  it.each([
    ['the least', LEAST],
    ['every field', FULL],
  ])('%s, and gives a copy of it', (_, record) => {
    const read = readRecord(surveyAnswerSchema, record);
    expect(read).toEqual({ success: true, record });
    expect(read.success && read.record).not.toBe(record);
  });

  it.each([
    { value: null },
    { value: 0 },
    { value: 10 },
    { value: null, status: 'skipped' },
    { value: null, status: 'not-shown' },
    { value: 3, status: 'partial' },
    { value: 0.3, scale: { ...SCALE, maximum: 1, step: 0.1 } },
    { value: -2, scale: { ...SCALE, minimum: -5, maximum: 5 } },
    { value: 2.5, scale: { ...SCALE, minimum: 0.5, maximum: 4.5, step: 2 } },
    { value: 5, scale: { ...SCALE, minimum: 1, maximum: 5, higherIsBetter: false } },
    { text: '' },
    { text: 'é'.repeat(65_536) },
    { id: 'x'.repeat(256) },
    { weight: 0 },
    { segments: {} },
    { segments: { toString: 'x', hasOwnProperty: 'y' } },
    { segments: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`s${i}`, 'x'])) },
    { segments: { ['x'.repeat(256)]: 'x' } },
    { language: 'fr' },
    { language: 'zh-Hant-TW' },
    { metric: 'partner-nps' },
    { metric: 'q1' },
    { at: '2028-02-29' },
    { at: '2026-11-21T09:30Z' },
    { at: '2026-11-21T23:59:59Z' },
    { at: '2026-11-21T00:00:00.123456789-05:30' },
    ...ANSWER_STATUSES.map((status) => ({ status, value: null })),
    ...CONTACT_ROLES.map((role) => ({ role })),
    ...JOURNEY_STAGES.map((journeyStage) => ({ journeyStage })),
  ])('%j', (changes) => {
    expect(issuesOf(changes)).toBe('accepted');
  });
});

describe('surveyAnswerSchema refuses', () => {
  it.each<[object, string, string, string]>([
    [{ value: 11 }, 'value', 'off-scale', 'must be null or on the scale from 0 to 10 in steps of 1, received 11'],
    [{ value: -1 }, 'value', 'off-scale', 'must be null or on the scale from 0 to 10 in steps of 1, received -1'],
    [{ value: 8.5 }, 'value', 'off-scale', 'must be null or on the scale from 0 to 10 in steps of 1, received 8.5'],
    [{ value: '9' }, 'value', 'wrong-type', 'must be null or a finite number, received "9"'],
    [{ value: NaN }, 'value', 'wrong-type', 'must be null or a finite number, received NaN'],
    [{ value: Infinity }, 'value', 'wrong-type', 'must be null or a finite number, received Infinity'],
    [{ value: true }, 'value', 'wrong-type', 'must be null or a finite number, received true'],
    [{ value: undefined }, 'value', 'missing', 'must be null or a finite number, received nothing'],
    [{ status: 'skipped' }, 'value', 'unexpected-value', 'must be null when the status is "skipped", received 9'],
    [{ status: 'not-shown' }, 'value', 'unexpected-value', 'must be null when the status is "not-shown", received 9'],
    [{ id: '' }, 'id', 'too-small', 'must be text of at least 1 character, received ""'],
    [
      { id: 'x'.repeat(257) },
      'id',
      'too-large',
      `must be text of at most 256 characters, received "${'x'.repeat(40)}"`,
    ],
    [{ id: 7 }, 'id', 'wrong-type', 'must be text, received 7'],
    [{ id: null }, 'id', 'wrong-type', 'must be text, received null'],
    [{ accountId: undefined }, 'accountId', 'missing', 'must be text, received nothing'],
    [{ accountId: null }, 'accountId', 'wrong-type', 'must be text, received null'],
    [
      { text: 'x'.repeat(65_537) },
      'text',
      'too-large',
      `must be text of at most 65536 characters, received "${'x'.repeat(40)}"`,
    ],
    [{ metric: 'NPS' }, 'metric', 'wrong-format', 'must be an id in kebab case such as "nps", received "NPS"'],
    [{ metric: 'nps-' }, 'metric', 'wrong-format', 'must be an id in kebab case such as "nps", received "nps-"'],
    [{ metric: '1nps' }, 'metric', 'wrong-format', 'must be an id in kebab case such as "nps", received "1nps"'],
    [{ metric: 5 }, 'metric', 'wrong-type', 'must be an id in kebab case such as "nps", received 5'],
    [{ at: '2026-02-30' }, 'at', 'wrong-format', `${MOMENT}, received "2026-02-30"`],
    [{ at: '2026-02-30T09:30:00Z' }, 'at', 'wrong-format', `${MOMENT}, received "2026-02-30T09:30:00Z"`],
    [{ at: '2026-11-21T09:30:00' }, 'at', 'wrong-format', `${MOMENT}, received "2026-11-21T09:30:00"`],
    [{ at: '2026-11-21 09:30:00Z' }, 'at', 'wrong-format', `${MOMENT}, received "2026-11-21 09:30:00Z"`],
    [{ at: '2026-11-21T24:00:00Z' }, 'at', 'wrong-format', `${MOMENT}, received "2026-11-21T24:00:00Z"`],
    [{ at: '2026-11-21T09:60:00Z' }, 'at', 'wrong-format', `${MOMENT}, received "2026-11-21T09:60:00Z"`],
    [{ at: '2026-11-21T09:30:60Z' }, 'at', 'wrong-format', `${MOMENT}, received "2026-11-21T09:30:60Z"`],
    [{ at: '2026-11-21T09:30:00+24:00' }, 'at', 'wrong-format', `${MOMENT}, received "2026-11-21T09:30:00+24:00"`],
    [{ at: '2026-11-21T09:30:00Zx' }, 'at', 'wrong-format', `${MOMENT}, received "2026-11-21T09:30:00Zx"`],
    [{ at: 0 }, 'at', 'wrong-type', `${MOMENT}, received 0`],
    [
      { language: 'fr_FR' },
      'language',
      'wrong-format',
      'must be a language tag such as "fr" or "pt-BR", received "fr_FR"',
    ],
    [{ language: 'f' }, 'language', 'wrong-format', 'must be a language tag such as "fr" or "pt-BR", received "f"'],
    [
      { language: `fr${'-latin123'.repeat(4)}` },
      'language',
      'wrong-format',
      `must be a language tag such as "fr" or "pt-BR", received "fr${'-latin123'.repeat(4)}"`,
    ],
    [{ weight: -1 }, 'weight', 'too-small', 'must be at least 0, received -1'],
    [{ weight: Infinity }, 'weight', 'wrong-type', 'must be a finite number, received Infinity'],
    [{ scale: null }, 'scale', 'wrong-type', 'must be an object, received null'],
    [{ scale: [0, 10] }, 'scale', 'wrong-type', 'must be an object, received a list'],
    [{ scale: { ...SCALE, step: 0 } }, 'scale.step', 'too-small', 'must be above 0, received 0'],
    [{ scale: { ...SCALE, step: -1 } }, 'scale.step', 'too-small', 'must be above 0, received -1'],
    [{ scale: { ...SCALE, step: NaN } }, 'scale.step', 'wrong-type', 'must be a finite number, received NaN'],
    [
      { scale: { ...SCALE, step: 3 } },
      'scale.maximum',
      'bad-scale',
      'must be above the minimum 0 by a whole number of steps of 3, received 10',
    ],
    [
      { scale: { ...SCALE, minimum: 10 } },
      'scale.maximum',
      'bad-scale',
      'must be above the minimum 10 by a whole number of steps of 1, received 10',
    ],
    [
      { scale: { ...SCALE, minimum: 12 } },
      'scale.maximum',
      'bad-scale',
      'must be above the minimum 12 by a whole number of steps of 1, received 10',
    ],
    [
      { scale: { ...SCALE, higherIsBetter: 1 } },
      'scale.higherIsBetter',
      'wrong-type',
      'must be true or false, received 1',
    ],
    [{ scale: { ...SCALE, min: 0 } }, 'scale', 'unknown-field', 'must have known fields only, received "min"'],
    [{ segments: { a: 1 } }, 'segments.a', 'wrong-type', 'must be text, received 1'],
    [{ segments: { a: '' } }, 'segments.a', 'too-small', 'must be text of at least 1 character, received ""'],
    [{ segments: { a: {} } }, 'segments.a', 'wrong-type', 'must be text, received an object'],
    [{ segments: [] }, 'segments', 'wrong-type', 'must be an object, received a list'],
    [{ segments: 'x' }, 'segments', 'wrong-type', 'must be an object, received "x"'],
    [{ segments: null }, 'segments', 'wrong-type', 'must be an object, received null'],
  ])('%j at %s', (changes, path, code, message) => {
    expect(issuesOf(changes)).toEqual([[path, code, `${path} ${message}`]]);
  });

  it.each([
    ['role', CONTACT_ROLES],
    ['journeyStage', JOURNEY_STAGES],
    ['status', ANSWER_STATUSES],
  ])('a %s that is not in the vocabulary', (field, words) => {
    const listed = words.map((word) => `"${word}"`).join(', ');
    expect(issuesOf({ [field]: 'Buyer' })).toEqual([
      [field, 'unknown-value', `${field} must be one of ${listed}, received "Buyer"`],
    ]);
  });

  it('a whole number of any length', () => {
    expect(issuesOf({ value: 9n })).toEqual([
      ['value', 'wrong-type', 'value must be null or a finite number, received 9'],
    ]);
  });

  it('each missing field by name', () => {
    const read = readRecord(surveyAnswerSchema, {});
    expect(!read.success && read.issues.map(({ path, code }) => [...path, code])).toEqual(
      ['id', 'at', 'metric', 'value', 'scale', 'status', 'source'].map((field) => [field, 'missing']),
    );
  });

  it('unknown fields, of which it names five', () => {
    expect(issuesOf({ note: 1, Value: 2 })).toEqual([
      ['', 'unknown-field', 'record must have known fields only, received "note", "Value"'],
    ]);
    expect(issuesOf({ a: 1, b: 1, c: 1, d: 1, e: 1 })).toEqual([
      ['', 'unknown-field', 'record must have known fields only, received "a", "b", "c", "d", "e"'],
    ]);
    expect(issuesOf({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 })).toEqual([
      ['', 'unknown-field', 'record must have known fields only, received "a", "b", "c", "d", "e" and 2 more'],
    ]);
  });

  it('a value off its scale although another field is at fault', () => {
    expect(faultsOf({ value: 11, note: 1 })).toEqual([
      ['', 'unknown-field'],
      ['value', 'off-scale'],
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('a segment named %s', (name) => {
    const segments = JSON.parse(`{"${name}":"x","product":"y"}`);
    expect(issuesOf({ segments })).toEqual([
      [`segments.${name}`, 'reserved-name', `segments.${name} must be under another name, received "${name}"`],
    ]);
    expect(({} as Record<string, unknown>)['product']).toBeUndefined();
  });

  it.each(['__proto__', 'constructor'])('a field named %s', (name) => {
    const row = JSON.parse(`{"${name}":{"value":1}}`);
    expect(issuesOf({})).toBe('accepted');
    const read = readRecord(surveyAnswerSchema, Object.assign(row, LEAST));
    expect(!read.success && read.issues).toEqual([
      { path: [], code: 'unknown-field', message: `record must have known fields only, received "${name}"` },
    ]);
  });

  it('segments without end', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`s${i}`, i]));
    expect(issuesOf({ segments: many })).toEqual([
      ['segments', 'too-large', 'segments must be an object of at most 100 names, received an object'],
    ]);
    expect(issuesOf({ segments: { ['x'.repeat(257)]: 'x' } })).toEqual([
      [
        `segments.${'x'.repeat(257)}`,
        'too-large',
        `segments.${'x'.repeat(40)} must be under a name of at most 256 characters, received "${'x'.repeat(40)}"`,
      ],
    ]);
    expect(issuesOf({ segments: { '': 'x' } })).toEqual([
      ['segments.', 'too-small', 'segments. must be under a name of at least 1 character, received ""'],
    ]);
  });

  it('a segment under a symbol', () => {
    expect(faultsOf({ segments: { [Symbol('s')]: 'x' } })).toEqual([['segments.Symbol(s)', 'invalid']]);
  });

  it.each([
    [null, 'wrong-type', 'null'],
    [undefined, 'missing', 'nothing'],
    [[], 'wrong-type', 'a list'],
    ['x', 'wrong-type', '"x"'],
    [9, 'wrong-type', '9'],
    [() => 1, 'wrong-type', 'a function'],
    [Symbol('s'), 'wrong-type', 'a symbol'],
  ])('%s in place of a record', (value, code, shown) => {
    const message = `record must be an object, received ${shown}`;
    expect(readRecord(surveyAnswerSchema, value)).toEqual({ success: false, issues: [{ path: [], code, message }] });
  });
});

describe('surveyAnswerSchema', () => {
  it('says what is wrong to those who parse with it directly', () => {
    const read = surveyAnswerSchema.safeParse({ ...LEAST, value: 11, role: 'x' });
    const messages = read.error?.issues.map(({ message }) => message);
    expect(messages?.[0]).toMatch(/^role must be one of "decision-maker", .*, received "x"$/);
    expect(surveyAnswerSchema.safeParse({ ...LEAST, value: 11 }).error?.issues[0]?.message).toBe(
      'value must be null or on the scale from 0 to 10 in steps of 1, received 11',
    );
  });

  it('shares nothing that could be changed with its input', () => {
    const read = readRecord(surveyAnswerSchema, FULL);
    expect(read.success && read.record.segments).not.toBe(FULL.segments);
    expect(read.success && read.record.scale).not.toBe(FULL.scale);
  });

  it('finds a value between the steps of a scale with very many of them', () => {
    const scale = { ...SCALE, maximum: 1e12 };
    expect(issuesOf({ scale, value: 5e11 })).toBe('accepted');
    expect(faultsOf({ scale, value: 5e11 + 0.5 })).toEqual([['value', 'off-scale']]);
    expect(faultsOf({ scale: { ...SCALE, minimum: -1e308, maximum: 1e308 } })).toEqual([
      ['scale.maximum', 'bad-scale'],
    ]);
  });
});
