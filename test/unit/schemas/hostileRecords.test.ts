import * as zod from 'zod';
import { describe, expect, it } from 'vitest';
import { contactSchema, readRecord, readRecords, toJsonSchema } from '../../../src/schemas/index.js';

const CONTACT = { id: '1', accountId: 'a', role: 'buyer' };
const UNREADABLE = {
  path: [],
  message: 'record must be readable, received one that throws when it is read',
  code: 'unreadable',
};

describe('a record that throws when it is read', () => {
  const throwing = {
    ...CONTACT,
    get accountId(): string {
      throw new Error('no');
    },
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();

  it.each<[string, unknown]>([
    ['a getter', throwing],
    ['a revoked proxy', proxy],
  ])('is an issue: %s', (_, row) => {
    expect(readRecord(contactSchema, row)).toEqual({ success: false, issues: [UNREADABLE] });
    expect(readRecords(contactSchema, [CONTACT, row, CONTACT])).toEqual({
      records: [CONTACT, CONTACT],
      rejected: [{ index: 1, issues: [UNREADABLE] }],
    });
  });
});

describe('the issues of a record', () => {
  const numbers = zod.array(zod.number());
  const wrong = (count: number): unknown => Array.from({ length: count }, () => 'x');

  it.each([49, 50])('are listed to the last up to fifty: %i', (count) => {
    expect(readRecords(numbers, [wrong(count)]).rejected[0]?.issues).toHaveLength(count);
  });

  it('are cut beyond, and the last says how many there are', () => {
    const issues = readRecords(numbers, [wrong(1000)]).rejected[0]?.issues ?? [];
    expect(issues).toHaveLength(51);
    expect(issues[50]).toEqual({
      path: [],
      message: 'record must have at most 50 issues for all to be listed, received 1000',
      code: 'too-many-issues',
    });
  });
});

describe('what is no schema', () => {
  it.each([[null], [undefined], [{}], [7], ['x']])('is refused: %j', (schema) => {
    const shown = expect.objectContaining({ code: 'CX_INVALID_INPUT' }) as Error;
    expect(() => readRecord(schema as never, {})).toThrow(shown);
    expect(() => readRecord(schema as never, {})).toThrow(/^readRecord: schema must be a schema of zod 4, received /);
    expect(() => readRecords(schema as never, [])).toThrow(/^readRecords: schema must be /);
    expect(() => toJsonSchema(schema as never)).toThrow(/^toJsonSchema: schema must be /);
  });

  it('is told of a schema that waits', () => {
    const waiting = zod.string().refine(async () => Promise.resolve(true));
    expect(() => readRecord(waiting, 'x')).toThrow(zod.core.$ZodAsyncError);
  });
});
