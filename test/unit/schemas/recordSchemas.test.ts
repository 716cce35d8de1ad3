import * as zod from 'zod';
import { describe, expect, it } from 'vitest';
import { FIELD_REPORT_KINDS } from '../../../src/metrics/behavioural/fieldReport.js';
import { HOTLINE_REASONS } from '../../../src/metrics/behavioural/hotlineContact.js';
import { WEEKDAYS } from '../../../src/metrics/operational/businessSchedule.js';
import { CREDIT_NOTE_KINDS } from '../../../src/metrics/operational/invoice.js';
import { ORDER_LINE_EXCUSES } from '../../../src/metrics/operational/orderLine.js';
import { TICKET_EVENT_TYPES, TICKET_STATUSES } from '../../../src/metrics/operational/ticketEvent.js';
import { NOT_SURVEYED_REASONS } from '../../../src/metrics/outreach/invitation.js';
import { ANSWER_STATUSES, CONTACT_ROLES } from '../../../src/core/records.js';
import { fieldReportSchema, readRecord, readRecords, toJsonSchema } from '../../../src/schemas/index.js';
import { sampleOf, SAMPLES } from './recordSamples.js';

type Node = Readonly<Record<string, unknown>>;

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

function fieldsOf(json: unknown): [string, Node][] {
  return nodesOf(json).flatMap((node) =>
    typeof node['properties'] === 'object' ? Object.entries(node['properties'] as Record<string, Node>) : [],
  );
}

/** The first field of a JSON Schema with that name, at any depth. */
function fieldOf(schema: string, name: string): Node {
  return fieldsOf(toJsonSchema(sampleOf(schema).schema)).find(([own]) => own === name)?.[1] ?? {};
}

describe.each(SAMPLES)('$name', ({ schema, title, required, least, full }) => {
  it('accepts the least record and every field, and gives copies', () => {
    const rows = [least, full];
    const { records, rejected } = readRecords(schema, rows);
    expect(rejected).toEqual([]);
    expect(records).toEqual(rows);
    expect(records[1]).not.toBe(full);
  });

  it('accepts what comes out of JSON', () => {
    expect(readRecord(schema, JSON.parse(JSON.stringify(full))).success).toBe(true);
  });

  it('names each field that is missing', () => {
    const read = readRecord(schema, {});
    const missing = read.success ? [] : read.issues;
    expect(missing.map(({ path }) => path)).toEqual(expect.arrayContaining(required.map((field) => [field])));
    expect(missing.map(({ code }) => code)).toEqual(required.map(() => 'missing'));
  });

  it('refuses a field it does not know', () => {
    const read = readRecord(schema, { ...(full as object), note: 1 });
    expect(!read.success && read.issues).toEqual([
      { path: [], code: 'unknown-field', message: 'record must have known fields only, received "note"' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses a field named %s', (name) => {
    const row: unknown = Object.assign(JSON.parse(`{"${name}":{"value":1}}`), full);
    const read = readRecord(schema, row);
    expect(!read.success && read.issues.map(({ path, code }) => [path, code])).toEqual([[[], 'unknown-field']]);
    expect(({} as Record<string, unknown>)['value']).toBeUndefined();
  });

  it.each([[null], [[]], ['x'], [9], [true], [() => 1], [Symbol('s')]])('refuses %s in place of a record', (value) => {
    const read = readRecord(schema, value);
    expect(!read.success && read.issues.map(({ path, code }) => [path, code])).toEqual([[[], 'wrong-type']]);
  });

  it.each([
    ['a symbol', Symbol('s')],
    ['a function', () => 1],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['a big whole number', 1n],
    ['a list of itself', [[[]]]],
    ['an object that lies about itself', { toString: null, length: -1 }],
  ])('refuses %s in any field, and never throws', (_, value) => {
    for (const field of Object.keys(full)) {
      const read = readRecord(schema, { ...(full as object), [field]: value });
      expect([field, read.success]).toEqual([field, false]);
      const issues = read.success ? [] : read.issues;
      // A record whose kind is not its own is told of in that field, all others in theirs.
      expect(issues.map(({ path }) => path[0])).toContain(field);
      expect(issues.every(({ message }) => message.startsWith(field) && message.length < 400)).toBe(true);
    }
  });

  it('is a strict object in JSON Schema, every field described, without references', () => {
    const json = toJsonSchema(schema);
    expect(json).toMatchObject({ title, type: 'object', additionalProperties: false });
    expect(json['description']).toMatch(/\.$/);
    expect([...((json['required'] ?? []) as string[])].sort()).toEqual([...required].sort());
    expect(JSON.stringify(json)).not.toContain('"$ref"');
    expect(Object.keys(json['properties'] as object).sort()).toEqual(Object.keys(full as object).sort());
    const silent = fieldsOf(json).filter(([, field]) => !nodesOf(field).some((node) => 'description' in node));
    expect(silent).toEqual([]);
    const open = nodesOf(json).filter((node) => node['type'] === 'object' && node['additionalProperties'] !== false);
    expect(open).toEqual([]);
  });

  it('agrees on its records with another reader of its JSON Schema', () => {
    const reader = zod.fromJSONSchema(JSON.parse(JSON.stringify(toJsonSchema(schema))));
    expect(reader.safeParse(least).success).toBe(true);
    expect(reader.safeParse(full).error).toBeUndefined();
    expect(reader.safeParse({ ...(full as object), note: 1 }).success).toBe(false);
  });
});

describe('fieldReportSchema', () => {
  const samples = SAMPLES.filter(({ full }) => 'authorId' in (full as object));

  it('accepts the four kinds', () => {
    const rows = samples.flatMap(({ least, full }) => [least, full]);
    expect(samples).toHaveLength(4);
    expect(readRecords(fieldReportSchema, rows)).toEqual({ records: rows, rejected: [] });
  });

  it.each([
    ['letter', 'unknown-value', '"letter"'],
    [undefined, 'missing', 'nothing'],
    [7, 'unknown-value', '7'],
    [{}, 'unknown-value', 'an object'],
  ])('refuses a report of kind %s', (kind, code, shown) => {
    const message = `kind must be one of "visit", "panel", "hotline", "quick", received ${shown}`;
    const read = readRecord(fieldReportSchema, { id: 'r', at: '2026-03-02', authorId: 'a', kind });
    expect(read).toEqual({ success: false, issues: [{ path: ['kind'], code, message }] });
  });

  it.each([null, 'x', undefined])('refuses %s in place of a report', (value) => {
    const read = readRecord(fieldReportSchema, value);
    expect(!read.success && read.issues.map(({ path }) => path)).toEqual([[]]);
  });

  it('does not take the fields of another kind', () => {
    const read = readRecord(fieldReportSchema, { ...(sampleOf('quickReportSchema').least as object), reason: 'other' });
    expect(!read.success && read.issues.map(({ code }) => code)).toEqual(['unknown-field']);
  });

  it('refuses what a kind refuses', () => {
    const report = { ...(sampleOf('visitReportSchema').least as object), followedUpAt: '2026-03-01' };
    const read = readRecord(fieldReportSchema, report);
    expect(!read.success && read.issues.map(({ path, code }) => [path, code])).toEqual([
      [['followedUpAt'], 'out-of-order'],
    ]);
  });

  it('lists its kinds in JSON Schema', () => {
    const json = toJsonSchema(fieldReportSchema);
    const kinds = json['oneOf'] as unknown as { properties: { kind: { const: string } } }[];
    expect(kinds.map(({ properties }) => properties.kind.const)).toEqual(FIELD_REPORT_KINDS);
    expect(json).toMatchObject({ title: 'Field report' });
  });
});

describe('the vocabularies of the schemas', () => {
  it.each([
    ['invitationSchema', 'notSurveyed', NOT_SURVEYED_REASONS],
    ['invitationSchema', 'role', CONTACT_ROLES],
    ['invitationSchema', 'status', ANSWER_STATUSES],
    ['orderLineSchema', 'excludedReason', ORDER_LINE_EXCUSES],
    ['invoiceSchema', 'kind', CREDIT_NOTE_KINDS],
    ['ticketEventSchema', 'type', TICKET_EVENT_TYPES],
    ['ticketEventSchema', 'status', TICKET_STATUSES],
    ['hotlineContactSchema', 'reason', HOTLINE_REASONS],
    ['visitSchema', 'outcome', ['fixed', 'not-fixed', 'no-access', 'customer-cancelled']],
    ['visitSchema', 'purpose', ['repair', 'inspection']],
  ])('are those of the records: %s, %s', (schema, field, words) => {
    expect(fieldOf(schema, field)['enum']).toEqual(words);
  });

  it('are those of the records: the days of the week', () => {
    expect(Object.keys(fieldOf('businessScheduleSchema', 'hours')['properties'] as object)).toEqual(WEEKDAYS);
  });
});

describe('the forms in JSON Schema', () => {
  it('of an instant', () => {
    const { anyOf } = fieldOf('ticketEventSchema', 'at') as unknown as { anyOf: [Node, Node] };
    const [text, milliseconds] = anyOf;
    expect(milliseconds).toMatchObject({ type: 'integer', minimum: -62_135_596_800_000, maximum: 253_402_300_799_999 });
    const pattern = new RegExp(String(text['pattern']), 'u');
    expect(
      [
        '2026-03-02T09:00Z',
        '2026-03-02T09:00:00.5+01:00',
        '2026-03-02',
        'x2026-03-02T09:00Z',
        '2026-03-02T09:00Zx',
      ].map((own) => pattern.test(own)),
    ).toEqual([true, true, false, false, false]);
  });

  it('of quantities, counts and lists', () => {
    expect(fieldOf('orderLineSchema', 'quantityOrdered')).toMatchObject({ exclusiveMinimum: 0, maximum: 1e15 });
    expect(fieldOf('orderLineSchema', 'quantity')).toMatchObject({ minimum: 0, maximum: 1e15 });
    expect(fieldOf('panelSessionSchema', 'votes')).toMatchObject({ type: 'integer', minimum: 0 });
    expect(fieldOf('panelSessionSchema', 'invited')).toMatchObject({ type: 'array', maxItems: 10_000 });
    expect(fieldOf('businessScheduleSchema', 'weeks')).toMatchObject({ minItems: 1 });
    expect(fieldOf('invoiceSchema', 'minorUnits')).toMatchObject({ type: 'integer', minimum: 0 });
  });
});
