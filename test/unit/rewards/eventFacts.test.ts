import { describe, expect, it } from 'vitest';

import { toTimeZone } from '../../../src/core/timeZone.js';
import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { toEventFact } from '../../../src/rewards/facts/toEventFact.js';
import { toEventFacts } from '../../../src/rewards/facts/toEventFacts.js';
import { coded } from '../../tools/coded.js';
import { GOODWILL, GOODWILL_BUDGET } from './mechanics.js';

interface Row {
  readonly id: unknown;
  readonly at: unknown;
  readonly what?: unknown;
}

const options = { event: 'sale', id: 'id', on: 'at', data: ({ what }: Row) => ({ what }) } as const;
const fact = (row: Row, own: object = {}) => toEventFact(row, { ...options, ...own });
const DATE = 'a civil date YYYY-MM-DD that exists, or an instant with its zone';
const NO_ZONE =
  'a civil date YYYY-MM-DD, or come with option "zone", as the day of an instant depends on the zone of the programme,';

describe('toEventFact', () => {
  it('makes the fact of a record', () => {
    expect(fact({ id: 'a', at: '2026-02-01', what: { n: 1, gone: undefined } })).toEqual({
      id: '["sale","a"]',
      trigger: { kind: 'event', event: 'sale' },
      on: '2026-02-01',
      data: { what: { n: 1 } },
    });
  });
  it('reads by functions too, and whole numbers as ids', () => {
    const own = { id: ({ id }: Row) => `${String(id)}!`, on: () => '2026-02-02', data: () => ({}) };
    expect(fact({ id: 'a', at: null }, own)).toMatchObject({ id: '["sale","a!"]', on: '2026-02-02', data: {} });
    expect(fact({ id: 7, at: '2026-02-01' }).id).toBe('["sale","7"]');
  });
  it('reads data by name', () => {
    expect(toEventFact({ id: 'a', at: '2026-02-01', own: { n: 1 } }, { ...options, data: 'own' }).data).toEqual({
      n: 1,
    });
  });
  it.each([
    ['2026-03-31T21:59:59Z', '2026-03-31'],
    ['2026-03-31T22:00:00Z', '2026-04-01'],
    ['2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['2026-12-31T18:00:00-05:00', '2027-01-01'],
    ['2026-02-01', '2026-02-01'],
  ])('puts %s on the day of the zone, %s', (at, on) => {
    expect(fact({ id: 'a', at }, { zone: toTimeZone('Europe/Paris') }).on).toBe(on);
  });
  it.each([
    [
      { id: 'a', at: '2026-03-31T22:00:00Z' },
      `CX_INVALID_DATE toEventFact: "on" must be ${NO_ZONE} received "2026-03-31T22:00:00Z"`,
    ],
    [{ id: 'a', at: null }, `CX_INVALID_DATE toEventFact: "on" must be ${DATE}, received null`],
    [{ id: 'a', at: undefined }, `CX_INVALID_DATE toEventFact: "on" must be ${DATE}, received undefined`],
    [{ id: 'a', at: '2026-02-29' }, `CX_INVALID_DATE toEventFact: "on" must be ${DATE}, received "2026-02-29"`],
    [
      { id: 'a', at: '2026-03-31T22:00:00' },
      `CX_INVALID_DATE toEventFact: "on" must be ${DATE}, received "2026-03-31T22:00:00"`,
    ],
    [{ id: 'a', at: 1795249800000 }, `CX_INVALID_DATE toEventFact: "on" must be ${DATE}, received 1795249800000`],
    [{ id: '', at: '2026-02-01' }, 'CX_INVALID_INPUT toEventFact: "id" must be text or a whole number, received ""'],
    [
      { id: null, at: '2026-02-01' },
      'CX_INVALID_INPUT toEventFact: "id" must be text or a whole number, received null',
    ],
    [{ id: 1.5, at: '2026-02-01' }, 'CX_INVALID_INPUT toEventFact: "id" must be text or a whole number, received 1.5'],
    [
      { id: 'a', at: '2026-02-01', what: NaN },
      'CX_INVALID_INPUT toEventFact: "data.what" must be plain JSON, 32 levels deep at most, received NaN',
    ],
    [
      { id: 'a', at: '2026-02-01', what: [() => 1] },
      'CX_INVALID_INPUT toEventFact: "data.what[0]" must be plain JSON, 32 levels deep at most, received a function',
    ],
    [null, 'CX_INVALID_INPUT toEventFact: record must be an object, received null'],
  ])('refuses the record %o', (row, message) => {
    expect(coded(() => fact(row as Row))).toBe(message);
  });
  it('refuses an instant whose day lies beyond the calendar', () => {
    const zone = toTimeZone('Europe/Paris');
    expect(coded(() => fact({ id: 'a', at: '9999-12-31T23:30:00Z' }, { zone }))).toBe(
      'CX_INVALID_DATE toEventFact: "on" must be within the years 0001 to 9999, received "9999-12-31T23:30:00Z"',
    );
  });
  it.each([
    [{ event: '' }, 'CX_INVALID_OPTION toEventFact: option "event" must be the name of an event, received ""'],
    [{ event: 7 }, 'CX_INVALID_OPTION toEventFact: option "event" must be the name of an event, received 7'],
    [
      { id: 7 },
      'CX_INVALID_OPTION toEventFact: option "id" must be the name of a field or a function of the row, received 7',
    ],
    [
      { on: null },
      'CX_INVALID_OPTION toEventFact: option "on" must be the name of a field or a function of the row, received null',
    ],
    [
      { data: {} },
      'CX_INVALID_OPTION toEventFact: option "data" must be the name of a field or a function of the row, received an object',
    ],
    [{ data: () => [] }, 'CX_INVALID_INPUT toEventFact: "data" must be a record of plain JSON, received an object'],
    [
      { zone: 'Europe/Paris' },
      'CX_INVALID_OPTION toEventFact: option "zone" must be what toTimeZone gives, received "Europe/Paris"',
    ],
    [{ zone: null }, 'CX_INVALID_OPTION toEventFact: option "zone" must be what toTimeZone gives, received null'],
  ])('refuses the options %o', (own, message) => {
    expect(coded(() => fact({ id: 'a', at: '2026-02-01' }, own))).toBe(message);
  });
  it('refuses options that are none', () => {
    expect(coded(() => toEventFact({}, null as never))).toBe(
      'CX_INVALID_OPTION toEventFact: options must be an object, received null',
    );
  });
  it('copies the data, without what JSON would lose and without touching a prototype', () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":true},"list":[1,null]}') as Record<string, unknown>;
    const what = {
      ...hostile,
      minus: -0,
      holes: [undefined, 1],
      bare: Object.assign(Object.create(null), { n: 1 }) as object,
    };
    const { data } = fact({ id: 'a', at: '2026-02-01', what });
    expect(data['what']).toEqual({ ...hostile, minus: 0, holes: [null, 1], bare: { n: 1 } });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });
  it('closes incidents for goodwill', () => {
    const ticket = { key: 'T-7', closed: '2026-03-31T22:30:00Z', customer: 'acme', severity: 3, cause: 'supplier' };
    const incident = toEventFact(ticket, {
      event: 'incident.closed',
      id: 'key',
      on: 'closed',
      zone: toTimeZone('Europe/Paris'),
      data: ({ key, customer, severity, cause }) => ({
        customer: { id: customer },
        incident: { id: key, severity, attributableTo: cause },
      }),
    });
    const done = evaluateRewards({
      rules: [GOODWILL],
      facts: [incident],
      budgets: [GOODWILL_BUDGET],
      asOf: '2026-04-02',
    });
    expect(done.decisions[0]).toMatchObject({ outcome: 'pending', desired: 5000, on: '2026-04-01', subject: 'acme' });
  });
});

describe('toEventFacts', () => {
  const rows: readonly Row[] = [
    { id: 'b', at: '2026-02-01', what: 1 },
    { id: 'a', at: '2026-02-01', what: 1 },
    { id: 'b', at: '2026-02-01', what: 1 },
  ];
  it('gives each fact once, in order of ids, and counts repeats', () => {
    const made = toEventFacts(new Set(rows), options);
    expect(made.facts).toEqual([fact(rows[1] as Row), fact(rows[0] as Row)]);
    expect([made.findings, made.repeated]).toEqual([[], 1]);
  });
  it('names each bad record and goes on', () => {
    const made = toEventFacts(
      [
        { id: 'x', at: '2026-02-30' },
        rows[0],
        { id: 5, at: null },
        null,
        { id: '', at: '2026-02-01' },
        { id: 'y', at: '2026-02-01', what: Infinity },
      ],
      options as never,
    );
    expect(made.facts).toHaveLength(1);
    expect(made.findings).toEqual([
      { code: 'unreadable-date', index: 0, id: 'x', field: 'on', value: '2026-02-30' },
      { code: 'missing-date', index: 2, id: '5', field: 'on', value: null },
      { code: 'no-record', index: 3, id: null, field: '', value: null },
      { code: 'missing-id', index: 4, id: null, field: 'id', value: '' },
      { code: 'data-not-plain', index: 5, id: 'y', field: 'data.what', value: 'Infinity' },
    ]);
  });
  it('gives no fact for an id that is told in two ways, and names all its records', () => {
    const made = toEventFacts([...rows, { id: 'b', at: '2026-02-02', what: 1 }, { id: 'x', at: null }], options);
    expect(made.facts.map(({ id }) => id)).toEqual(['["sale","a"]']);
    expect(made.findings).toEqual([
      { code: 'conflicting-id', index: 0, id: 'b', field: 'id', value: 'b' },
      { code: 'conflicting-id', index: 2, id: 'b', field: 'id', value: 'b' },
      { code: 'conflicting-id', index: 3, id: 'b', field: 'id', value: 'b' },
      { code: 'missing-date', index: 4, id: 'x', field: 'on', value: null },
    ]);
    expect(made.repeated).toBe(0);
  });
  it('throws where the zone was forgotten, which is no fault of the record', () => {
    expect(coded(() => toEventFacts([...rows, { id: 'z', at: '2026-02-01T10:00:00Z' }], options))).toBe(
      `CX_INVALID_DATE toEventFacts: "on" must be ${NO_ZONE} received "2026-02-01T10:00:00Z"`,
    );
  });
  it('names records and data that are none, without handing them to functions', () => {
    const own = { ...options, id: ({ id }: Row) => id, data: ({ what }: Row) => what };
    const made = toEventFacts([null as never, { id: 'a', at: '2026-02-01', what: 7 }], own);
    expect(made.findings).toEqual([
      { code: 'no-record', index: 0, id: null, field: '', value: null },
      { code: 'data-not-plain', index: 1, id: 'a', field: 'data', value: 7 },
    ]);
  });
  it('gives functions the index of the record', () => {
    const made = toEventFacts(rows, { ...options, id: (_, index) => index });
    expect(made.facts.map(({ id }) => id)).toEqual(['["sale","0"]', '["sale","1"]', '["sale","2"]']);
  });
  it('refuses rows and options that are none', () => {
    expect(coded(() => toEventFacts<Row>(7 as never, options))).toBe(
      'CX_INVALID_INPUT toEventFacts: rows must be an iterable of rows, received 7',
    );
    expect(coded(() => toEventFacts<Row>([], { ...options, event: '' }))).toBe(
      'CX_INVALID_OPTION toEventFacts: option "event" must be the name of an event, received ""',
    );
  });
});
