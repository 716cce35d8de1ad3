import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { toRecoveries, type Recovery } from '../../../../src/metrics/outreach/recoveries.js';
import { computeRecoveryRate, recoveryRateMeasure } from '../../../../src/metrics/outreach/recoveryRate.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

interface Row {
  readonly who: string | number | null;
  readonly at: string | null;
  readonly score: number | null;
}
const row = (who: Row['who'], at: string | null, score: number | null): Row => ({ who, at, score });
const FIELDS = { contact: 'who', at: 'at', score: 'score' } as const;
const link = (
  contact: string | null,
  at: string | null,
  score: number,
  nextAt: string | null = null,
  nextScore: number | null = null,
  days: number | null = null,
): Recovery => ({ contact, at, score, nextAt, nextScore, days });

describe('toRecoveries', () => {
  it('links each detractor’s answer to the next of the contact', () => {
    const rows = [
      row('b', '2026-06-01', 9),
      row('a', '2026-03-01', 3),
      row('a', '2026-05-01', 8),
      row('a', '2026-04-01', 6),
      row('b', '2026-03-01', 0),
      row('c', '2026-03-01', 2),
      row('d', '2026-03-01', 7),
      row('d', '2026-04-01', 6),
    ];
    const expected = [
      link('a', '2026-03-01', 3, '2026-04-01', 6, 31),
      link('a', '2026-04-01', 6, '2026-05-01', 8, 30),
      link('b', '2026-03-01', 0, '2026-06-01', 9, 92),
      link('c', '2026-03-01', 2),
      link('d', '2026-04-01', 6),
    ];
    expect(expectSound(toRecoveries(readOnce(deepFreeze(rows)), FIELDS))).toEqual(expected);
    expect(toRecoveries([...rows].reverse(), FIELDS)).toEqual(expected);
  });

  it('keeps detractors that cannot be linked, up to the very limit of the scale', () => {
    const rows = [row(null, '2026-03-01', 6), row(null, '2026-03-01', 7), row('a', 'soon', 6), row('a', null, 7)];
    expect(toRecoveries(rows, FIELDS)).toEqual(
      expect.arrayContaining([link(null, '2026-03-01', 6), link('a', null, 6)]) as Recovery[],
    );
    expect(toRecoveries(rows, FIELDS)).toHaveLength(2);
  });

  it('names the row that it refuses', () => {
    const rows = [row('a', '2026-03-01', 3), row('a', '2026-03-01', 3), row('a', '2026-03-01', 11)];
    expect(thrownBy(() => toRecoveries(rows, FIELDS)).message).toMatch(/^toRecoveries.*row 2/);
  });

  it('takes 1 and "1" for one contact', () => {
    const rows = [row(1, '2026-03-01', 3), row('1', '2026-03-02', 9)];
    expect(toRecoveries(rows, FIELDS)).toEqual([link('1', '2026-03-01', 3, '2026-03-02', 9, 1)]);
  });

  it('wants a later answer; of several at one moment it takes the worst', () => {
    const rows = [
      row('a', '2026-03-01', 3),
      row('a', '2026-03-01', 9),
      row('a', '2026-03-02T10:00:00Z', 9),
      row('a', '2026-03-02T10:00:00Z', 7),
    ];
    const expected = [link('a', '2026-03-01', 3, '2026-03-02T10:00:00Z', 7, 1)];
    expect(toRecoveries(rows, FIELDS)).toEqual(expected);
    expect(toRecoveries([...rows].reverse(), FIELDS)).toEqual(expected);
  });

  it('counts elapsed days between instants, and days as written with civil dates', () => {
    const next = (from: string, to: string): number | null =>
      toRecoveries([row('a', from, 0), row('a', to, 9)], FIELDS)[0]?.days ?? null;
    expect(next('2026-03-01T12:00:00Z', '2026-03-02T00:00:00Z')).toBe(0.5);
    expect(next('2026-03-01T12:00:00Z', '2026-03-02')).toBe(1);
    // The civil date is sorted before the instant, which is of the day before as written.
    expect(next('2026-03-01T23:30:00-08:00', '2026-03-02')).toBe(1);
    expect(next('2026-03-02', '2026-03-01T23:30:00-08:00')).toBeNull();
    expect(next('2026-03-02', '2026-03-02T23:30:00Z')).toBeNull();
  });

  it('drops a next answer that comes too late, and keeps the detractor', () => {
    const rows = [row('a', '2026-03-01', 3), row('a', '2026-03-31', 9)];
    expect(toRecoveries(rows, { ...FIELDS, withinDays: 30 })).toEqual([
      link('a', '2026-03-01', 3, '2026-03-31', 9, 30),
    ]);
    expect(toRecoveries(rows, { ...FIELDS, withinDays: 29.9 })).toEqual([link('a', '2026-03-01', 3)]);
  });

  it('keeps detractors who cannot be linked, last', () => {
    const rows = [
      row(null, '2026-03-02', 3),
      row('', '2026-03-01', 4),
      row('a', 'soon', 2),
      row('a', 'soon', 1),
      row('a', '2026-03-01', 0),
      row(null, '2026-03-01', 8),
      row(null, 'soon', 5),
    ];
    expect(toRecoveries(rows, FIELDS)).toEqual([
      link('a', '2026-03-01', 0),
      link('a', null, 1),
      link('a', null, 2),
      link(null, '2026-03-01', 4),
      link(null, '2026-03-02', 3),
      link(null, null, 5),
    ]);
  });

  it('passes over answers without a score', () => {
    const rows = [row('a', '2026-03-01', 3), row('a', '2026-03-02', null), row('a', '2026-03-03', 9)];
    expect(toRecoveries(rows, FIELDS)).toEqual([link('a', '2026-03-01', 3, '2026-03-03', 9, 2)]);
  });

  it('takes other scales', () => {
    const scale = { minimum: 1, maximum: 5, detractorUpTo: 2 };
    const rows = [row('a', '2026-03-01', 3), row('a', '2026-03-02', 2)];
    expect(toRecoveries(rows, { ...FIELDS, scale })).toEqual([link('a', '2026-03-02', 2)]);
  });

  it.each<[Partial<Record<string, unknown>>, Row[], string]>([
    [{}, [row('a', '2026-03-01', 11)], 'score at row 0 must be a whole number from 0 to 10, received 11'],
    [{}, [row(0.5, '2026-03-01', 1)], 'contact at row 0 must be text, a whole number or missing, received 0.5'],
    [{ withinDays: 0 }, [], 'option "withinDays" must be a finite number above 0, received 0'],
    [{ withinDays: Infinity }, [], 'option "withinDays" must be a finite number above 0, received Infinity'],
    [{ withinDays: null }, [], 'option "withinDays" must be a finite number above 0, received null'],
    [{ offScale: 'no' }, [], 'option "offScale" must be "throw" or "exclude", received "no"'],
    [{ scale: { minimum: 1, maximum: 0, detractorUpTo: 0 } }, [], 'option "scale.maximum"'],
  ])('refuses %j', (wrong, rows, message) => {
    const options = { ...FIELDS, ...(wrong as object) };
    expect(thrownBy(() => toRecoveries(rows, options)).message).toContain(`toRecoveries: ${message}`);
    expect(thrownBy(() => computeRecoveryRate(rows, options)).message).toContain(`computeRecoveryRate: ${message}`);
  });

  it('is quick with many answers of one contact', () => {
    // With steps in the square of their number this would take minutes, and the time of the test would be up.
    const rows = Array.from({ length: 100_000 }, (_, at) =>
      row('a', new Date(1_600_000_000_000 + at * 3e6).toISOString(), at % 7),
    );
    expect(toRecoveries(rows, FIELDS)).toHaveLength(100_000);
  });
});

describe('computeRecoveryRate', () => {
  const rows = [
    row('a', '2026-03-01', 6),
    row('a', '2026-06-01', 7),
    row('b', '2026-03-01', 3),
    row('b', '2026-06-01', 6),
    row('c', '2026-03-01', 0),
    row(null, '2026-03-01', 0),
    row('d', 'soon', 0),
    row('e', '2026-03-01', null),
    row('f', '2026-03-01', 10),
  ];

  it('is the share of detractors asked again who were detractors no more', () => {
    const got = expectSound(computeRecoveryRate(readOnce(deepFreeze(rows)), FIELDS));
    expect(got).toMatchObject({
      definition: {
        id: 'recovery-rate',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: {},
      },
      value: 0.5,
      sampleSize: 2,
      recovered: 1,
      unrecovered: 1,
    });
    // The second answer of b is a detractor’s too, and none followed it.
    expect(got.excluded).toEqual({ missing: 1, offScale: 0, notResurveyed: 2, missingContact: 1, invalid: 1 });
    // 1 of 2, by Wilson’s formula.
    expect(got.interval?.lower).toBeCloseTo(0.09453120573423074, 12);
    expect(got.interval?.upper).toBeCloseTo(0.9054687942657693, 12);
  });

  it('declares window and scale, and takes the usual options', () => {
    const scale = { minimum: 0, maximum: 10, detractorUpTo: 5 };
    const got = computeRecoveryRate(rows, { ...FIELDS, scale, withinDays: 30, confidence: 0.9 });
    expect(got).toMatchObject({ value: null, definition: { parameters: { withinDays: 30, scale } } });
    expect(computeRecoveryRate(rows, { ...FIELDS, confidence: 0.9 }).interval?.confidence).toBe(0.9);
  });

  it('counts answers off the scale on request', () => {
    const got = computeRecoveryRate([...rows, row('a', '2026-04-01', 11)], { ...FIELDS, offScale: 'exclude' });
    expect(got).toMatchObject({ value: 0.5, excluded: { offScale: 1 } });
    expect(got.warnings).toContainEqual({ code: 'off-scale-excluded', count: 1 });
  });

  it('is unknown where nobody was asked again', () => {
    expect(expectSound(computeRecoveryRate([row('a', '2026-03-01', 6)], FIELDS)).value).toBeNull();
  });
});

describe('recoveryRateMeasure', () => {
  const recoveries = [
    link('a', '2026-03-01', 3, '2026-03-31', 7, 30),
    link('b', '2026-03-01', 3, '2026-03-31', 6, 30),
    link('c', '2026-03-01', 3),
    link(null, null, 3),
    link('d', null, 3),
  ];

  it.each([
    [undefined, 0.5, 1],
    [30, 0.5, 1],
    [29, null, 3],
  ])('holds the window of %s days once more', (withinDays, value, notResurveyed) => {
    const got = computeMeasure(recoveries, recoveryRateMeasure({ withinDays }));
    expect(got).toMatchObject({ value, excluded: { notResurveyed, missingContact: 1, invalid: 1 } });
  });

  it('takes its scale for what is recovered', () => {
    const scale = { minimum: 0, maximum: 10, detractorUpTo: 5 };
    expect(computeMeasure(recoveries, recoveryRateMeasure({ scale })).value).toBe(1);
  });

  it('names itself in errors', () => {
    expect(thrownBy(() => recoveryRateMeasure({ withinDays: -1 })).message).toContain('recoveryRateMeasure: ');
    expect(thrownBy(() => recoveryRateMeasure({ scale: {} as never })).message).toContain('recoveryRateMeasure: ');
  });
});
