import * as zod from 'zod';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  accountSchema,
  contactSchema,
  metricTargetSchema,
  surveyAnswerSchema,
  toJsonSchema,
} from '../../../src/schemas/index.js';

type Node = Readonly<Record<string, unknown>>;

const answer = {
  id: 'r1',
  at: '2026-11-21T09:30:00Z',
  metric: 'nps',
  value: null,
  scale: { minimum: 0, maximum: 10, step: 1, higherIsBetter: true },
  status: 'complete',
  source: 's',
  segments: { product: 'x' },
};
const target = { definition: { id: 'nps' }, period: '2026-Q3', green: 30, amber: 10, source: 's' };

const CASES = [
  { name: 'surveyAnswerSchema', schema: surveyAnswerSchema, title: 'Survey answer', good: answer },
  { name: 'accountSchema', schema: accountSchema, title: 'Account', good: { id: 'a', country: 'FR' } },
  { name: 'contactSchema', schema: contactSchema, title: 'Contact', good: { id: 'c', accountId: 'a', role: 'user' } },
  { name: 'metricTargetSchema', schema: metricTargetSchema, title: 'Metric target', good: target },
];

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

/** The field of a JSON Schema by its path. */
function fieldOf(schema: unknown, ...path: string[]): Node {
  return path.reduce((node, name) => (node['properties'] as Record<string, Node>)[name] ?? {}, schema as Node);
}

describe.each(CASES)('toJsonSchema of $name', ({ schema, title, good }) => {
  const json = toJsonSchema(schema);

  it('is a strict object of draft 2020-12 with its title', () => {
    expect(json).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title,
      type: 'object',
      additionalProperties: false,
    });
    expect(json['description']).toMatch(/\.$/);
  });

  it('is plain JSON without ids or references', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(Object.getOwnPropertyNames(json)).not.toContain('~standard');
    expect(nodesOf(json).filter((node) => '$id' in node || '$ref' in node || '$defs' in node || 'id' in node)).toEqual(
      // A field named "id" is not an identifier of the schema.
      nodesOf(json).filter((node) => typeof node['id'] === 'object'),
    );
  });

  it('is a new object each time', () => {
    expect(toJsonSchema(schema)).toEqual(json);
    expect(toJsonSchema(schema)).not.toBe(json);
  });

  it('describes every field', () => {
    const fields = nodesOf(json).flatMap((node) =>
      typeof node['properties'] === 'object' ? Object.entries(node['properties'] as Record<string, Node>) : [],
    );
    expect(fields.length).toBeGreaterThan(4);
    expect(
      fields.filter(([, field]) => typeof field['description'] !== 'string' && field['type'] !== undefined),
    ).toEqual([]);
  });

  it('agrees on a good record and on one with an unknown field, read by another reader', () => {
    // That reader knows no "not", which stands in the names of free properties only.
    const known = JSON.stringify(json, (key, value) => (key === 'propertyNames' ? undefined : (value as unknown)));
    const reader = zod.fromJSONSchema(JSON.parse(known));
    expect(reader.safeParse(good).success).toBe(true);
    expect(reader.safeParse({ ...good, unknown: 1 }).success).toBe(false);
    expect(reader.safeParse({}).success).toBe(false);
  });
});

describe('toJsonSchema', () => {
  const json = toJsonSchema(surveyAnswerSchema);

  it('names the rules that JSON Schema cannot express', () => {
    expect(fieldOf(json, 'value')['description']).toContain('Rule: on the scale, at one of its steps');
    expect(fieldOf(json, 'scale', 'maximum')['description']).toContain('Rule: above minimum');
    expect(fieldOf(json, 'at')['description']).toContain('Rule: a day that exists');
    const targets = toJsonSchema(metricTargetSchema);
    expect(fieldOf(targets, 'amber')['description']).toContain('Rule: not more demanding than green');
    expect(fieldOf(targets, 'definition', 'parameters')['description']).toContain('8 levels deep and 1000 values');
  });

  it('asks for what a record must have', () => {
    expect(json['required']).toEqual(['id', 'at', 'metric', 'value', 'scale', 'status', 'source']);
    expect(toJsonSchema(accountSchema)['required']).toEqual(['id']);
    expect(toJsonSchema(contactSchema)['required']).toEqual(['id', 'accountId', 'role']);
    expect(toJsonSchema(metricTargetSchema)['required']).toEqual(['definition', 'period', 'green', 'amber', 'source']);
  });

  it('says the limits and forms that JSON Schema can express', () => {
    expect(fieldOf(json, 'id')).toMatchObject({ type: 'string', minLength: 1, maxLength: 256 });
    expect(fieldOf(json, 'text')).toMatchObject({ type: 'string', maxLength: 65_536 });
    expect(fieldOf(json, 'value')).toMatchObject({ type: ['number', 'null'] });
    expect(fieldOf(json, 'weight')).toMatchObject({ type: 'number', minimum: 0 });
    expect(fieldOf(json, 'scale', 'step')).toMatchObject({ type: 'number', exclusiveMinimum: 0 });
    expect(fieldOf(json, 'journeyStage')['enum']).toContain('commissioning');
    expect(fieldOf(json, 'segments')).toMatchObject({
      type: 'object',
      maxProperties: 100,
      propertyNames: { minLength: 1, maxLength: 256, not: { enum: ['__proto__', 'constructor', 'prototype'] } },
      additionalProperties: { type: 'string', minLength: 1 },
    });
    const accounts = toJsonSchema(accountSchema);
    expect(fieldOf(accounts, 'customerSince')).toMatchObject({ type: 'string', format: 'date' });
    expect(fieldOf(accounts, 'country')).toMatchObject({ pattern: '^[A-Z]{2}$', maxLength: 2 });
    expect(fieldOf(accounts, 'revenue', 'minorUnits')).toMatchObject({ type: 'integer' });
  });

  it.each([
    ['2026-11-21', true],
    ['2026-11-21T09:30:00+01:00', true],
    ['2026-11-21T09:30:00', false],
    ['x2026-11-21', false],
    ['2026-11-21x', false],
  ])('has a pattern for moments that judges %s', (text, isGood) => {
    expect(new RegExp(String(fieldOf(json, 'at')['pattern']), 'u').test(text)).toBe(isGood);
  });

  it.each([
    ['2026-11', true],
    ['FY2026-Q4', true],
    ['2026', true],
    ['FY2026-11', false],
    ['2026-Q5', false],
    ['2026-13', false],
  ])('has a pattern for periods that judges %s', (text, isGood) => {
    const [period] = fieldOf(toJsonSchema(metricTargetSchema), 'period')['anyOf'] as [Node];
    expect(new RegExp(String(period['pattern']), 'u').test(text)).toBe(isGood);
  });

  it('leaves open what JSON Schema has no form for', () => {
    expect(toJsonSchema(z.object({ a: z.bigint() }))).toMatchObject({ properties: { a: {} } });
  });
});
