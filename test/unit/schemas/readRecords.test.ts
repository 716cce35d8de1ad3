import * as zod from 'zod';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { contactSchema, readRecord, readRecords, surveyAnswerSchema } from '../../../src/schemas/index.js';

const SCALE = { minimum: 0, maximum: 10, step: 1, higherIsBetter: true };

function answer(id: string, value: unknown): Record<string, unknown> {
  return { id, at: '2026-11-21', metric: 'nps', value, scale: SCALE, status: 'complete', source: 's' };
}

function contact(id: string): unknown {
  return { id, accountId: 'a', role: 'buyer' };
}

describe('readRecords', () => {
  it('keeps the rows in their order and those refused apart, by their index', () => {
    const read = readRecords(contactSchema, [contact('1'), null, contact('2'), { ...(contact('3') as object), x: 1 }]);
    expect(read).toEqual({
      records: [contact('1'), contact('2')],
      rejected: [
        {
          index: 1,
          issues: [{ path: [], code: 'wrong-type', message: 'record must be an object, received null' }],
        },
        {
          index: 3,
          issues: [{ path: [], code: 'unknown-field', message: 'record must have known fields only, received "x"' }],
        },
      ],
    });
  });

  it('gives plain JSON', () => {
    const read = readRecords(surveyAnswerSchema, [answer('1', 9), answer('2', 11), answer('3', NaN)]);
    expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  });

  it('reads no rows as none', () => {
    expect(readRecords(contactSchema, [])).toEqual({ records: [], rejected: [] });
  });

  it('reads the hole of a list as a missing row', () => {
    expect(readRecords(contactSchema, new Array(1)).rejected).toMatchObject([
      { index: 0, issues: [{ code: 'missing' }] },
    ]);
  });

  it('reads any iterable once', () => {
    let reads = 0;
    function* rows(): Generator {
      reads++;
      yield contact('1');
      yield 0;
    }
    const read = readRecords(contactSchema, rows());
    expect([read.records.length, read.rejected[0]?.index, reads]).toEqual([1, 1, 1]);
    expect(readRecords(contactSchema, new Set([contact('1')])).records).toEqual([contact('1')]);
  });

  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    ['[]', '"[]"'],
    [{}, 'an object'],
    [3, '3'],
  ])('refuses %j in place of rows', (rows, shown) => {
    expect(() => readRecords(contactSchema, rows as never)).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_INPUT',
        message: `readRecords: "rows" must be a list or another iterable of rows, received ${shown}`,
      }),
    );
  });

  it('changes no row', () => {
    const freeze = <T extends object>(value: T): T => {
      for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) freeze(child);
      return Object.freeze(value);
    };
    const rows = freeze([
      { ...answer('1', 9), segments: { a: 'b' } },
      { ...answer('2', 11), segments: { a: 1 } },
    ]);
    expect(readRecords(surveyAnswerSchema, rows).records).toEqual([rows[0]]);
  });

  it('reads a hundred thousand rows, good and bad', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => answer(String(i), i % 100 === 0 ? 11 : i % 11));
    const read = readRecords(surveyAnswerSchema, rows);
    expect([read.records.length, read.rejected.length]).toEqual([99_000, 1000]);
  });

  it('cuts text of millions of characters short, in names and values', () => {
    const huge = 'x'.repeat(5_000_000);
    const read = readRecords(surveyAnswerSchema, [
      { ...answer('1', 9), at: huge },
      { ...answer('2', 9), metric: huge },
      { ...answer('3', 9), language: huge },
      { ...answer('4', 9), text: huge },
      { ...answer('5', 9), segments: { [huge]: 'x' } },
      { ...answer('6', 9), [huge]: 'x' },
      answer('7', huge),
    ]);
    expect(read.rejected).toHaveLength(7);
    for (const { issues } of read.rejected) {
      expect(issues).toHaveLength(1);
      expect(issues[0]?.message.length).toBeLessThan(250);
    }
  });

  it('is not exhausted by depth', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 200_000; level++) deep = { deep };
    const read = readRecords(surveyAnswerSchema, [
      { ...answer('1', 9), segments: deep },
      { ...answer('2', 9), scale: deep },
      { ...answer('3', 9), deep },
      answer('4', deep),
    ]);
    expect(read.rejected).toHaveLength(4);
  });
});

describe('readRecord', () => {
  it('speaks plainly with schemas that are not of this room', () => {
    const schema = z.object({
      list: z.array(z.number()),
      rank: z.number().check(z.lt(5), z.gt(0)),
      word: z.literal('yes'),
      mail: z.email(),
      names: z.record(z.string().check(z.minLength(2)), z.number()),
      day: z.date(),
      even: z.number().check(z.multipleOf(2)),
    });
    const value = { list: [1, 'x'], rank: 5, word: 'no', mail: 'x', names: { a: 1 }, day: 1, even: 3 };
    const read = readRecord(schema, value);
    expect(!read.success && read.issues).toEqual([
      { path: ['list', 1], code: 'wrong-type', message: 'list[1] must be a finite number, received "x"' },
      { path: ['rank'], code: 'too-large', message: 'rank must be below 5, received 5' },
      { path: ['word'], code: 'unknown-value', message: 'word must be one of "yes", received "no"' },
      { path: ['mail'], code: 'wrong-format', message: 'mail must be valid, received "x"' },
      { path: ['names', 'a'], code: 'invalid', message: 'names.a must be valid, received "a"' },
      { path: ['day'], code: 'wrong-type', message: 'day must be date, received 1' },
      { path: ['even'], code: 'invalid', message: 'even must be valid, received 3' },
    ]);
    expect(readRecord(z.number().check(z.lte(4)), 5)).toMatchObject({
      issues: [{ code: 'too-large', message: 'record must be at most 4, received 5' }],
    });
    expect(readRecord(z.object({ a: z.object({ b: z.array(z.string()) }) }), { a: { b: 1 } })).toMatchObject({
      issues: [{ path: ['a', 'b'], message: 'a.b must be a list, received 1' }],
    });
  });

  it('takes schemas of classic zod', () => {
    expect(readRecord(zod.object({ a: zod.string() }), { a: 'x' })).toEqual({ success: true, record: { a: 'x' } });
    expect(readRecord(zod.object({ a: zod.string() }), { a: 1 })).toEqual({
      success: false,
      issues: [{ path: ['a'], code: 'wrong-type', message: 'a must be text, received 1' }],
    });
  });

  it('leaves the configuration of zod alone', () => {
    const before = { ...z.config() };
    readRecord(contactSchema, null);
    expect({ ...z.config() }).toEqual(before);
  });
});
