import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { generateAnswers } from '../../../examples/data/generate.js';

const committed = readFileSync(path.join(import.meta.dirname, '../../../examples/data/answers.csv'), 'utf8');
const { data: rows } = Papa.parse<Record<string, string>>(committed, { header: true, skipEmptyLines: true });

function satisfied(stage: string): number {
  const values = rows
    .filter(({ metric, journeyStage, value }) => metric === 'csat' && journeyStage === stage && value !== '')
    .map(({ value }) => Number(value));
  return values.filter((value) => value >= 4).length / values.length;
}

function netScore(country: string, year: string): number {
  const values = rows
    .filter((row) => row['metric'] === 'nps' && row['country'] === country && row['at']?.startsWith(year))
    .flatMap(({ value }) => (value === '' ? [] : [Number(value)]));
  return (
    (100 * (values.filter((value) => value >= 9).length - values.filter((value) => value <= 6).length)) / values.length
  );
}

describe('the answers of the demonstration', () => {
  it('are what the generator makes, byte by byte', () => {
    expect(generateAnswers() === committed).toBe(true);
  });

  it('are small enough to keep', () => {
    expect(Buffer.byteLength(committed)).toBeLessThan(900_000);
    expect(rows.length).toBeGreaterThan(6000);
    expect(rows.length).toBeLessThan(9000);
  });

  it('span twelve quarters, in order, and have no identifier twice', () => {
    const days = rows.map(({ at }) => at ?? '');
    expect(days).toEqual([...days].sort());
    expect(days.filter((day) => !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day))).toEqual([]);
    const quarters = new Set(days.map((day) => `${day.slice(0, 4)} ${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`));
    expect(quarters.size).toBe(12);
    expect([days[0]?.slice(0, 7), days.at(-1)?.slice(0, 7)]).toEqual(['2023-10', '2026-09']);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('lie on their scale, two answers in the oldest quarter apart', () => {
    const off = rows.filter(
      ({ value, minimum, maximum }) =>
        value !== '' && (Number(value) < Number(minimum) || Number(value) > Number(maximum)),
    );
    expect(off.map(({ metric, value }) => [metric, value])).toEqual([
      ['nps', '11'],
      ['nps', '11'],
    ]);
    expect(off.every(({ at = '' }) => at < '2024-01-01')).toBe(true);
  });

  it('have some values missing, in every metric', () => {
    const missing = rows.filter(({ value }) => value === '');
    expect(missing.length / rows.length).toBeGreaterThan(0.01);
    expect(missing.length / rows.length).toBeLessThan(0.05);
    expect(new Set(missing.map(({ metric }) => metric))).toEqual(new Set(['nps', 'partner-nps', 'csat', 'ces']));
  });

  it('come from accounts of very unequal revenue', () => {
    const revenue = new Map(
      rows.filter(({ role }) => role !== 'dealer').map((row) => [row['accountId'], Number(row['revenue'])]),
    );
    const sorted = [...revenue.values()].sort((a, b) => b - a);
    const total = sorted.reduce((sum, value) => sum + value, 0);
    const largest = sorted.slice(0, 18).reduce((sum, value) => sum + value, 0);
    expect(sorted.length).toBeGreaterThan(170);
    expect(largest / total).toBeGreaterThan(0.5);
    expect(sorted.every((cents) => Number.isSafeInteger(cents))).toBe(true);
  });

  it('show what was put in: service pleases less, Germany improves, Spain declines', () => {
    for (const stage of ['pre-sales', 'order', 'delivery', 'commissioning', 'renewal']) {
      expect(satisfied(stage) - satisfied('support')).toBeGreaterThan(0.15);
    }
    expect(netScore('DE', '2026') - netScore('DE', '2024')).toBeGreaterThan(15);
    expect(netScore('ES', '2026') - netScore('ES', '2024')).toBeLessThan(-15);
  });

  it('resemble each other within an account', () => {
    const byAccount = new Map<string, number[]>();
    for (const { metric, value, accountId = '' } of rows) {
      if (metric === 'nps' && value !== '')
        byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), Number(value)]);
    }
    const groups = [...byAccount.values()];
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const mean = (values: readonly number[]): number => sum(values) / values.length;
    const grand = mean(groups.flat());
    const between = sum(groups.map((group) => group.length * (mean(group) - grand) ** 2)) / (groups.length - 1);
    const within = groups.flatMap((group) => group.map((value) => (value - mean(group)) ** 2));
    // The ratio of variances (F) is near 1 for answers that have nothing to do with their account.
    expect(between / (sum(within) / (within.length - groups.length))).toBeGreaterThan(3);
  });
});
