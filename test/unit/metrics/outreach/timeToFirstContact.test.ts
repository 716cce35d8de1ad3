import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import {
  computeTimeToFirstContact,
  timeToFirstContactMeasure,
  type TimeToFirstContactOptions,
} from '../../../../src/metrics/outreach/timeToFirstContact.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

interface Row {
  readonly score: number | null;
  readonly at: string | null;
  readonly called: string | null;
}
const at = '2026-03-02T09:00:00Z';
const row = (score: number | null, called: string | null = null, answered: string = at): Row => {
  return { score, at: answered, called };
};
const OPTIONS = { score: 'score', at: 'at', contactedAt: 'called', asOf: '2026-03-10T09:00:00Z' } as const;

describe('computeTimeToFirstContact', () => {
  const rows = [
    row(3, '2026-03-02T10:30:00Z'),
    row(0, '2026-03-02T12:00:00Z'),
    row(6, '2026-03-03T09:00:00Z'),
    row(6),
    row(7),
    row(null),
    row(3, null, 'soon'),
    row(3, '2026-03-01'),
    row(3, null, '2026-03-11'),
  ];

  it('is the median of the hours, those who still wait included', () => {
    const got = expectSound(computeTimeToFirstContact(readOnce(deepFreeze(rows)), OPTIONS));
    expect(got).toMatchObject({
      definition: {
        id: 'time-to-first-contact',
        family: 'duration',
        statistic: 'quantile',
        unit: 'hours',
        direction: 'lower-is-better',
        range: null,
        parameters: { censoring: 'kaplan-meier' },
      },
      // Kaplan and Meier: 3/4 after 1.5 hours, 1/2 after 3, 1/4 after 24; at one half, halfway between 3 and 24.
      sampleSize: 4,
      closed: 3,
      open: 1,
      excluded: { missing: 1, offScale: 0, notDetractor: 1, invalid: 2, notYetAnswered: 1 },
    });
    expect(got.value).toBe(13.5);
    expect(got.quantiles.map(({ quantile, value }) => [quantile, value])).toEqual([
      [0.5, 13.5],
      [0.9, null],
    ]);
    expect(got.warnings).toContainEqual({ code: 'quantile-not-reached', quantile: 0.9, open: 1 });
  });

  it('grows with waiting, and counts no contact that is yet to come', () => {
    const value = (asOf: string): number | null =>
      computeTimeToFirstContact(rows.slice(0, 3), { ...OPTIONS, asOf }).value;
    expect(value('2026-03-10')).toBe(3);
    // At 11:00 one was called and two wait.
    const {
      closed,
      open,
      value: early,
    } = computeTimeToFirstContact(rows.slice(0, 3), {
      ...OPTIONS,
      asOf: '2026-03-02T11:00:00Z',
    });
    expect([closed, open, early]).toEqual([1, 2, null]);
  });

  it('counts whole days between civil dates', () => {
    expect(computeTimeToFirstContact([row(3, '2026-03-04', '2026-03-02')], OPTIONS).value).toBe(48);
  });

  it('takes another quantile, scale and storage into its definition', () => {
    const scale = { minimum: 1, maximum: 5, detractorUpTo: 2 };
    const got = computeTimeToFirstContact([row(2, '2026-03-02T10:00:00Z'), row(3)], {
      ...OPTIONS,
      scale,
      quantile: 0.9,
      quantiles: [0.25],
      storage: 'sketch',
      confidence: 0.8,
    });
    expect(got).toMatchObject({ closed: 1, excluded: { notDetractor: 1 } });
    expect(got.definition.parameters).toEqual({ censoring: 'kaplan-meier', scale, quantile: 0.9, storage: 'sketch' });
    expect(got.quantiles.map(({ quantile }) => quantile)).toEqual([0.25, 0.9]);
  });

  it('counts scores off the scale on request', () => {
    const got = computeTimeToFirstContact([row(11), row(3, at)], { ...OPTIONS, offScale: 'exclude' });
    expect(got).toMatchObject({ value: 0, excluded: { offScale: 1 } });
    expect(got.warnings).toContainEqual({ code: 'off-scale-excluded', count: 1 });
    expect(computeTimeToFirstContact([row(3, at)], OPTIONS).warnings).not.toContainEqual(
      expect.objectContaining({ code: 'off-scale-excluded' }),
    );
    expect(thrownBy(() => computeTimeToFirstContact([row(11)], OPTIONS)).message).toContain(
      'computeTimeToFirstContact: score at row 0',
    );
  });

  it('is unknown without detractors', () => {
    const got = expectSound(computeTimeToFirstContact([row(9)], OPTIONS));
    expect(got).toMatchObject({ value: null, warnings: [{ code: 'no-data' }] });
  });

  it('refuses an asOf and a scale that are none', () => {
    for (const wrong of [{ asOf: 'now' }, { scale: {} }]) {
      const options = { ...OPTIONS, ...wrong } as TimeToFirstContactOptions<Row>;
      expect(thrownBy(() => computeTimeToFirstContact(rows, options)).message).toContain('computeTimeToFirstContact: ');
      expect(thrownBy(() => timeToFirstContactMeasure(options)).message).toContain('timeToFirstContactMeasure: ');
    }
  });
});

describe('timeToFirstContactMeasure', () => {
  const rows = [row(3, '2026-03-02T10:30:00Z'), row(0), row(9), row(null), row(2, '2026-03-02T12:00:00Z')];
  const measure = timeToFirstContactMeasure<Row>(OPTIONS);

  it('adds up in pieces, and survives storage', () => {
    const whole = measure.createTally();
    for (const part of [rows.slice(2), rows.slice(0, 2)]) {
      const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tallyRows(part, measure))));
      measure.mergeTallies(whole, deepFreeze(readTally(measure, stored)));
    }
    expect(measure.toResult(whole)).toEqual(computeTimeToFirstContact(rows, OPTIONS));
    expect(computeMeasure(rows, measure, { confidence: 0.8 }).sampleSize).toBe(3);
  });

  it.each([
    [
      { durations: { closed: [-1], open: [], excluded: [0, 0, 0] }, counts: [0, 0, 0, 0, 0] },
      'tally.durations.closed[0]',
    ],
    [{ durations: { closed: [], open: [], excluded: [0, 0, 0] }, counts: [0, 0, 0, 0] }, 'tally.counts'],
    [{ durations: { closed: [], open: [], excluded: [0, 0, 0] }, counts: [0, 0, 0, 0, 0.5] }, 'tally.counts[4]'],
    [{ durations: { closed: [], open: [], excluded: [0, 0, 0] }, counts: [0, 0, 0, 0, 0], more: 1 }, 'tally'],
    [null, 'tally.durations'],
  ])('refuses the stored tally %j', (tally, path) => {
    const stored = { ...storeTally(measure, measure.createTally()), tally };
    expect(thrownBy(() => readTally(measure, stored)).message).toContain(`readTally: ${path} must be`);
  });
});
