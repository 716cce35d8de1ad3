import { describe, expect, it } from 'vitest';
import { tallyRows } from '../../../../src/measures/computeMeasure.js';
import { toBusinessCalendar } from '../../../../src/metrics/operational/businessCalendar.js';
import type { QuoteRequest } from '../../../../src/metrics/operational/quoteRequest.js';
import { computeQuotesInTime, quotesInTimeMeasure } from '../../../../src/metrics/operational/quotesInTime.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { hour } from './ticketTimeline.js';

const MS = 1 / 3_600_000;
const options = { targetHours: 4, asOf: hour(20) };

function request(requested: number, quoted: number | null, parts: Partial<QuoteRequest> = {}): QuoteRequest {
  const firstCompliantQuoteAt = quoted === null ? null : hour(quoted);
  return { requestId: 'q', requestedAt: hour(requested), firstCompliantQuoteAt, ...parts };
}

describe('computeQuotesInTime', () => {
  it.each<[string, QuoteRequest, string]>([
    ['quoted at the last moment', request(0, 4), 'inTime'],
    ['quoted a millisecond later', request(0, 4 + MS), 'late'],
    ['quoted at once', request(0, 0), 'inTime'],
    ['quoted at the moment spoken of', request(17, 20), 'inTime'],
    ['open past the target', request(10, null), 'late'],
    ['open at the very end of the target', request(16, null), 'withinTarget'],
    ['open a millisecond past it', request(16 - MS, null), 'late'],
    ['quoted after the moment spoken of, in time', request(17, 20 + MS), 'withinTarget'],
    ['quoted after the moment spoken of, late', request(10, 21), 'late'],
    ['withdrawn in time', request(10, null, { withdrawnAt: hour(14) }), 'withdrawn'],
    ['withdrawn when the time was up', request(10, null, { withdrawnAt: hour(14 + MS) }), 'late'],
    ['withdrawn after the moment spoken of', request(17, null, { withdrawnAt: hour(21) }), 'withinTarget'],
    ['withdrawn before its quote', request(10, 13, { withdrawnAt: hour(12) }), 'withdrawn'],
    ['withdrawn at its quote', request(10, 12, { withdrawnAt: hour(12) }), 'inTime'],
    ['withdrawn after its quote', request(10, 12, { withdrawnAt: hour(13) }), 'inTime'],
    ['asked for again', request(0, 1, { requoteOf: 'p' }), 'requote'],
    ['requested at the moment spoken of', request(20, null), 'withinTarget'],
    ['requested later', request(20 + MS, null), 'requestedLater'],
    ['quoted before the request', request(5, 4), 'invalid'],
  ])('%s', (_, own, state) => {
    const { inTime, late, excluded } = computeQuotesInTime([own], options);
    const counts: Readonly<Record<string, number>> = { inTime, late, ...excluded };
    expect(Object.keys(counts).filter((name) => counts[name] !== 0)).toEqual([state]);
  });

  const requests = deepFreeze([request(0, 4), request(0, 5), request(10, null), request(0, 1), request(19, null)]);
  it('is the share in time of those answered or past the target', () => {
    const result = expectSound(computeQuotesInTime(readOnce(requests), options));
    expect(result).toMatchObject({
      definition: {
        id: 'quotes-in-time',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: { targetHours: 4 },
      },
      value: 0.5,
      sampleSize: 4,
      inTime: 2,
      late: 2,
      excluded: { withinTarget: 1, withdrawn: 0, requote: 0, requestedLater: 0, invalid: 0 },
      interval: { method: 'wilson', confidence: 0.95 },
    });
    expect(computeQuotesInTime([request(19, null)], options)).toMatchObject({
      value: null,
      warnings: [{ code: 'no-data' }],
    });
  });

  it('takes interval, confidence and population', () => {
    const certain = computeQuotesInTime(requests, { ...options, interval: 'wald', confidence: 0.9, population: 4 });
    expect(certain.interval).toEqual({ lower: 0.5, upper: 0.5, method: 'wald', confidence: 0.9 });
  });

  const open = [{ start: '08:00', end: '16:00' }];
  const calendar = toBusinessCalendar({
    id: 'sales',
    zone: 'UTC',
    weeks: [{ hours: { monday: open, tuesday: open } }],
  });
  const pauses = [{ start: hour(9), end: hour(10) }];
  const paused = request(6, 34, { pauses });
  // 28 hours, 27 without the pause; 10 business hours, 9 without it.
  it.each([
    [{ targetHours: 28 }, 1],
    [{ targetHours: 27.999 }, 0],
    [{ targetHours: 27, missingInformation: 'count' }, 0],
    [{ targetHours: 27, missingInformation: 'leave-out' }, 1],
    [{ targetHours: 26.999, missingInformation: 'leave-out' }, 0],
    [{ targetHours: 10, calendar }, 1],
    [{ targetHours: 9.999, calendar }, 0],
    [{ targetHours: 9, calendar, missingInformation: 'leave-out' }, 1],
    [{ targetHours: 10, schedules: () => [{ calendar }] }, 1],
    [{ targetHours: 9.999, schedules: () => [{ calendar }] }, 0],
  ] as const)('measures with %j', (own, share) => {
    expect(computeQuotesInTime([paused], { asOf: hour(99), ...own }).value).toBe(share);
  });

  it('names what changes the number', () => {
    expect(
      quotesInTimeMeasure({ ...options, calendar, missingInformation: 'leave-out' }).definition.parameters,
    ).toEqual({ targetHours: 4, clock: 'business', calendar: 'sales', missingInformation: 'leave-out' });
  });

  it('takes no pause off that nobody asked to', () => {
    expect(quotesInTimeMeasure(options).definition.parameters).toEqual({ targetHours: 4 });
  });

  it('merges', () => {
    const measure = quotesInTimeMeasure(options);
    const tally = tallyRows(requests.slice(0, 2), measure);
    measure.mergeTallies(tally, tallyRows(requests.slice(2), measure));
    expect(measure.toResult(tally)).toEqual(computeQuotesInTime(requests, options));
  });

  it.each<[string, object, string]>([
    ['targetHours', { targetHours: 0 }, 'CX_INVALID_OPTION'],
    ['targetHours', { targetHours: Infinity }, 'CX_INVALID_OPTION'],
    ['targetHours', { targetHours: '4' }, 'CX_INVALID_OPTION'],
    ['asOf', { asOf: 'today' }, 'CX_INVALID_DATE'],
    ['missingInformation', { missingInformation: 'pause' }, 'CX_INVALID_OPTION'],
    ['convention', { convention: 'last-schedule' }, 'CX_INVALID_OPTION'],
  ])('refuses another %s', (name, own, code) => {
    const thrown = thrownBy(() => computeQuotesInTime([], { ...options, ...own }));
    expect(thrown.code).toBe(code);
    expect(thrown.message).toMatch(
      new RegExp(`^computeQuotesInTime: option "${name}"|^computeQuotesInTime: "${name}"`),
    );
    expect(thrownBy(() => quotesInTimeMeasure({ ...options, ...own })).message).toMatch(/^quotesInTimeMeasure/);
  });

  it('names the target that it refuses', () => {
    const thrown = thrownBy(() => computeQuotesInTime([], { ...options, targetHours: -1 }));
    expect(thrown.message).toContain('a finite number above 0');
  });
});
