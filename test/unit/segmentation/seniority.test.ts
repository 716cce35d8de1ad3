import { describe, expect, it } from 'vitest';
import { bandsFromEdges } from '../../../src/segmentation/bandsFromEdges.js';
import { seniorityBy, seniorityYears } from '../../../src/segmentation/seniority.js';

const untyped = (call: unknown, ...values: unknown[]): unknown => (call as (...given: unknown[]) => unknown)(...values);

describe('seniorityYears', () => {
  it.each([
    ['2021-07-01', '2026-06-30', 4],
    ['2021-06-30', '2026-06-30', 5],
    ['2021-06-29', '2026-06-30', 5],
    ['2026-06-30', '2026-06-30', 0],
    ['2026-07-01', '2026-06-30', null],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2024-02-29', '2028-02-29', 4],
    ['1999-12-31', '2000-01-01', 0],
    [null, '2026-06-30', null],
    [undefined, '2026-06-30', null],
    ['', '2026-06-30', null],
  ])('from %j to %j is %j', (since, asOf, years) => {
    expect(seniorityYears(since, asOf)).toBe(years);
  });

  it.each(['2026-02-30', 'long ago', 2020, '2026-01-01T00:00:00Z'])('refuses %j', (since) => {
    expect(() => untyped(seniorityYears, since, '2026-06-30')).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_DATE',
        message: expect.stringMatching(/^seniorityYears: "since" must be a civil date/) as string,
      }) as Error,
    );
  });

  it.each(['2026-13-01', undefined, null, 7])('refuses %j for asOf, even where the date is missing', (asOf) => {
    expect(() => untyped(seniorityYears, null, asOf)).toThrow(
      /^seniorityYears: "asOf" must be a civil date YYYY-MM-DD/,
    );
  });
});

describe('seniorityBy', () => {
  const at = seniorityBy<{ since: string | null }>('since', { asOf: '2026-06-30' });

  it.each([
    ['2025-07-01', '1: < 1'],
    ['2025-06-30', '2: ≥ 1, < 3'],
    ['2023-06-30', '3: ≥ 3, < 5'],
    ['2021-06-30', '4: ≥ 5, < 10'],
    ['2016-06-30', '5: ≥ 10'],
    [null, null],
    ['2027-01-01', null],
  ])('puts one who came on %j into %j', (since, label) => {
    expect(at({ since }, 0)).toBe(label);
  });

  it('takes bands and a function', () => {
    const own = seniorityBy<string>((since) => since, {
      asOf: '2026-06-30',
      bands: bandsFromEdges([2], { labels: ['new', 'old'] }),
    });
    expect(own('2025-01-01', 0)).toBe('1: new');
  });

  it('names the row of what is no date', () => {
    expect(() => at({ since: '2025-02-30' }, 3)).toThrow(/^seniorityBy: value at row 3 must be a civil date/);
  });

  it('refuses options that are none', () => {
    expect(() => untyped(seniorityBy, 7, { asOf: '2026-06-30' })).toThrow(/^seniorityBy: "field" must be the name/);
    expect(() => untyped(seniorityBy, 'since')).toThrow(/^seniorityBy: "asOf" must be a civil date/);
    expect(() => untyped(seniorityBy, 'since', { asOf: '2026-06-30', bands: {} })).toThrow(/^seniorityBy: "bands"/);
  });
});
