import { describe, expect, it } from 'vitest';
import { latestPerContact, type LatestPerContactOptions } from '../../../src/accounts/latestPerContact.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Row {
  id?: string | null;
  who?: string | null;
  at?: string | null;
  q1?: number | null;
  more?: unknown;
}
const fields = { contact: 'who', at: 'at' } as const;
const latest = (rows: readonly Row[], more: Partial<LatestPerContactOptions<Row>> = {}) =>
  latestPerContact(deepFreeze([...rows]), { ...fields, ...more });
const none = { missingContact: 0, missingDate: 0, invalidDate: 0, missingScore: 0, outsideWindow: 0, superseded: 0 };

describe('latestPerContact', () => {
  it('keeps the latest answer of each contact, in the order given: the row itself', () => {
    const rows: Row[] = [
      { who: 'ben', at: '2026-01-05' },
      { who: 'ana', at: '2026-03-01' },
      { who: 'ben', at: '2026-02-05' },
      { who: 'ana', at: '2026-02-28' },
    ];
    const { rows: kept, excluded } = expectSound(latest(rows));
    expect(kept).toEqual([rows[1], rows[2]]);
    expect(kept[0]).toBe(rows[1]);
    expect(excluded).toEqual({ ...none, superseded: 2 });
  });

  it('compares instants across zones', () => {
    const early = { who: 'ana', at: '2026-03-02T00:30:00+02:00' };
    const late = { who: 'ana', at: '2026-03-01T23:00:00Z' };
    expect(latest([early, late]).rows).toEqual([late]);
    expect(latest([late, early]).rows).toEqual([late]);
  });

  it('takes a civil date for the start of its day in UTC', () => {
    const day = { who: 'ana', at: '2026-03-02' };
    const before = { who: 'ana', at: '2026-03-01T23:59:59Z' };
    const after = { who: 'ana', at: '2026-03-02T00:00:01Z' };
    expect(latest([day, before]).rows).toEqual([day]);
    expect(latest([day, after]).rows).toEqual([after]);
  });

  it.each([
    ['by id', { id: 'a10' }, { id: 'a9' }],
    ['by an id rather than none', { id: null }, { id: 'a' }],
    ['by what they hold', { q1: 3 }, { q1: 9 }],
    ['by id before what they hold', { id: 'a', q1: 9 }, { id: 'b', q1: 3 }],
    ['by what they hold deep inside', { more: { b: [1, { c: 'x' }], a: 1 } }, { more: { a: 1, b: [1, { c: 'y' }] } }],
  ])('decides between answers of one moment %s, whatever their order', (_, loser, winner) => {
    const [first, second] = [loser, winner].map((own): Row => ({ who: 'ana', at: '2026-03-01', ...own })) as [Row, Row];
    for (const rows of [
      [first, second],
      [second, first],
    ]) {
      expect(latest(rows, { id: 'id' }).rows).toEqual([second]);
    }
  });

  it('does not mind the order of the fields, and takes the last of rows that are the same', () => {
    const first: Row = { who: 'ana', at: '2026-03-01', more: { a: 1, b: 2 } };
    const second: Row = { at: '2026-03-01', who: 'ana', more: { b: 2, a: 1 } };
    expect(latest([first, second]).rows[0]).toBe(second);
    expect(latest([second, first]).rows[0]).toBe(first);
  });

  it('comes to an end with rows that hold themselves', () => {
    const circle: Row = { who: 'ana', at: '2026-03-01' };
    circle.more = circle;
    expect(latestPerContact([circle, { ...circle }], fields).excluded.superseded).toBe(1);
  });

  it('keeps to the window, both days included, by the day as written', () => {
    const window = { from: '2026-03-01', to: '2026-03-31' };
    const at = (...dates: string[]): Row[] => dates.map((date, place) => ({ who: String(place), at: date }));
    const rows = at(
      '2026-02-28',
      '2026-03-01',
      '2026-03-31',
      '2026-04-01',
      '2026-03-31T23:30:00-05:00',
      '2026-03-01T00:30:00+02:00',
    );
    const { rows: kept, excluded } = latest(rows, window);
    expect(kept.map(({ who }) => who)).toEqual(['1', '2', '4', '5']);
    expect(excluded.outsideWindow).toBe(2);
    expect(latest(rows, { from: '2026-03-31' }).rows.map(({ who }) => who)).toEqual(['2', '3', '4']);
    expect(latest(rows, { to: '2026-02-28' }).rows.map(({ who }) => who)).toEqual(['0']);
    expect(latest(rows, { from: '2026-03-31', to: '2026-03-31' }).rows).toHaveLength(2);
  });

  it('lets an earlier answer count when the latest lies outside the window', () => {
    const rows = [
      { who: 'ana', at: '2026-03-01' },
      { who: 'ana', at: '2026-05-01' },
    ];
    expect(latest(rows, { to: '2026-04-01' })).toEqual({ rows: [rows[0]], excluded: { ...none, outsideWindow: 1 } });
  });

  it('counts what it cannot use, by the first reason', () => {
    const rows: Row[] = [
      { at: '2026-03-01' },
      { who: null, at: 'never' },
      { who: '', at: '2026-03-01' },
      { who: 'ana' },
      { who: 'ana', at: null },
      { who: 'ana', at: '' },
      { who: 'ana', at: '2026-02-30' },
      { who: 'ana', at: '2026-03-01T09:00:00' },
      { who: 'ana', at: 1_772_000_000_000 as never },
      { who: 'ana', at: '2020-01-01', q1: null },
      { who: 'ana', at: '2020-01-01', q1: 0 },
    ];
    const { rows: kept, excluded } = latest(rows, { score: 'q1', from: '2026-01-01' });
    expect(kept).toEqual([]);
    expect(excluded).toEqual({
      missingContact: 3,
      missingDate: 3,
      invalidDate: 3,
      missingScore: 1,
      outsideWindow: 1,
      superseded: 0,
    });
  });

  it('lets no row without a score supersede one with it', () => {
    const rows = [
      { who: 'ana', at: '2026-03-01', q1: 0 },
      { who: 'ana', at: '2026-05-01', q1: null },
    ];
    expect(latest(rows, { score: 'q1' }).rows).toEqual([rows[0]]);
    expect(latest(rows).rows).toEqual([rows[1]]);
  });

  it('reads a stream once, and computed fields by index', () => {
    const stream = readOnce([5, 6, 7]);
    const options = { contact: (_: number, index: number) => (index === 1 ? 'b' : 'a'), at: () => '2026-03-01' };
    expect(latestPerContact(stream, options).rows).toEqual([6, 7]);
    expect(latestPerContact([], options)).toEqual({ rows: [], excluded: none });
  });

  it('refuses rows and windows that are none', () => {
    expect(thrownBy(() => latestPerContact(3 as never, fields as never))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'latestPerContact: rows must be an iterable of rows, received 3',
    });
    for (const name of ['from', 'to']) {
      expect(thrownBy(() => latest([], { [name]: '2026-02-30' }))).toMatchObject({
        code: 'CX_INVALID_DATE',
        message: `latestPerContact: option "${name}" must be a civil date YYYY-MM-DD that exists, received "2026-02-30"`,
      });
    }
    expect(thrownBy(() => latest([], { from: '2026-03-02', to: '2026-03-01' }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'latestPerContact: option "to" must be on or after "from", 2026-03-02, received "2026-03-01"',
    });
  });
});
