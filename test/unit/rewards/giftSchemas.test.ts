import { describe, expect, it } from 'vitest';
import { giftItemSchema } from '../../../src/schemas/giftItem.js';
import { giftOrderEventSchema } from '../../../src/schemas/giftOrder.js';
import { readRecord } from '../../../src/schemas/readRecords.js';
import { toJsonSchema } from '../../../src/schemas/toJsonSchema.js';
import { chosen, euros, gift, replaced, step } from './giftSamples.js';

function issuesOf(schema: Parameters<typeof readRecord>[0], value: unknown): readonly unknown[] {
  const read = readRecord(schema, value);
  return read.success ? [] : read.issues.map(({ path, code }) => [path.join('.'), code]);
}

describe('giftItemSchema', () => {
  const full = gift('wine', {
    countries: ['FR'],
    validFrom: '2026-01-01',
    validThrough: '2026-01-01',
    tags: ['alcohol'],
    minimumAge: 18,
  });
  it('accepts the least and all', () => {
    for (const own of [gift('a'), full, gift('a', { price: euros(0) })])
      expect(readRecord(giftItemSchema, own)).toEqual({ success: true, record: own });
  });
  it.each([
    [{ id: '' }, 'id', 'too-small'],
    [{ catalogue: undefined }, 'catalogue', 'missing'],
    [{ names: { en: 'A' } }, 'names.fr', 'missing'],
    [{ category: 7 }, 'category', 'wrong-type'],
    [{ price: euros(-1) }, 'price.minorUnits', 'too-small'],
    [{ price: euros(0.5) }, 'price.minorUnits', 'wrong-type'],
    [{ price: { minorUnits: 1, currency: 'eur' } }, 'price.currency', 'wrong-format'],
    [{ stock: 'sold' }, 'stock', 'unknown-value'],
    [{ countries: ['fr'] }, 'countries.0', 'wrong-format'],
    [{ validFrom: '2026-02-30' }, 'validFrom', 'wrong-format'],
    [{ validThrough: '2025-12-31' }, 'validThrough', 'out-of-order'],
    [{ tags: [''] }, 'tags.0', 'too-small'],
    [{ minimumAge: -1 }, 'minimumAge', 'too-small'],
    [{ weight: 3 }, '', 'unknown-field'],
  ])('refuses %j', (own, path, code) => {
    expect(issuesOf(giftItemSchema, { ...full, ...own })).toEqual([[path, code]]);
  });
  it('says why the last day is refused', () => {
    const read = readRecord(giftItemSchema, { ...full, validThrough: '2025-12-31' });
    expect(read).toMatchObject({
      issues: [{ message: 'validThrough must be no day before "2026-01-01", received "2025-12-31"' }],
    });
  });
  it('becomes a JSON Schema', () => {
    expect(toJsonSchema(giftItemSchema)).toMatchObject({
      title: 'Gift item',
      required: ['id', 'catalogue', 'names', 'category', 'price', 'stock'],
    });
  });
});

describe('giftOrderEventSchema', () => {
  const all = [
    chosen('o', '2026-04-02'),
    ...(['ordered', 'shipped', 'delivered', 'refused', 'returned'] as const).map((kind) =>
      step('o', kind, '2026-04-03'),
    ),
    replaced('o', '2026-04-04', 'p', 0),
  ];
  it.each(all)('accepts $kind', (own) => {
    expect(readRecord(giftOrderEventSchema, own)).toEqual({ success: true, record: own });
  });
  it.each([
    [{ kind: 'lost' }, 'kind', 'unknown-value'],
    [{ id: '' }, 'id', 'too-small'],
    [{ order: 7 }, 'order', 'wrong-type'],
    [{ on: '2026-02-30' }, 'on', 'wrong-format'],
    [{ award: undefined }, 'award', 'missing'],
    [{ item: '' }, 'item', 'too-small'],
    [{ price: euros(-1) }, 'price.minorUnits', 'too-small'],
    [{ price: euros(5001) }, 'price.minorUnits', 'too-large'],
    [{ reserved: -1 }, 'reserved', 'too-small'],
    [{ note: 'x' }, '', 'unknown-field'],
  ])('refuses a choice with %j', (own, path, code) => {
    expect(issuesOf(giftOrderEventSchema, { ...chosen('o', '2026-04-02'), ...own })[0]).toEqual([path, code]);
  });
  it('says what is too much, and takes all that is reserved', () => {
    const own = chosen('o', '2026-04-02', { price: euros(5001) });
    expect(readRecord(giftOrderEventSchema, own)).toMatchObject({
      issues: [{ message: 'price.minorUnits must be at most what is reserved, 5000, received 5001' }],
    });
    expect(issuesOf(giftOrderEventSchema, chosen('o', '2026-04-02', { price: euros(5000) }))).toEqual([]);
  });
  it.each([
    [{}, 'replacement', 'missing'],
    [{ replacement: { order: '', item: 'x', price: euros(1) } }, 'replacement.order', 'too-small'],
    [{ replacement: { order: 'p', price: euros(1) } }, 'replacement.item', 'missing'],
    [{ replacement: { order: 'p', item: 'x', price: euros(-1) } }, 'replacement.price.minorUnits', 'too-small'],
  ])('refuses a replacement with %j', (own, path, code) => {
    const { id, order, kind, on } = replaced('o', '2026-04-04', 'p', 0);
    expect(issuesOf(giftOrderEventSchema, { id, order, kind, on, ...own })).toEqual([[path, code]]);
  });
  it('takes keys as long as those of the ledger', () => {
    expect(issuesOf(giftOrderEventSchema, step('o'.repeat(4096), 'shipped', '2026-04-03', 'e'))).toEqual([]);
    expect(issuesOf(giftOrderEventSchema, step('o'.repeat(4097), 'shipped', '2026-04-03', 'e'))).toEqual([
      ['order', 'too-large'],
    ]);
  });
  it('becomes a JSON Schema', () => {
    expect(toJsonSchema(giftOrderEventSchema)).toMatchObject({ title: 'Gift order event' });
  });
});
