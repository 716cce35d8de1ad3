import { describe, expect, it } from 'vitest';
import { tallyRows } from '../../../../src/measures/computeMeasure.js';
import { toBusinessCalendar } from '../../../../src/metrics/operational/businessCalendar.js';
import { checkQuotes } from '../../../../src/metrics/operational/checkQuotes.js';
import { computeQuoteConversion, quoteConversionMeasure } from '../../../../src/metrics/operational/quoteConversion.js';
import {
  computeQuoteConversionByValue,
  quoteConversionByValueMeasure,
} from '../../../../src/metrics/operational/quoteConversionByValue.js';
import type { QuoteRequest } from '../../../../src/metrics/operational/quoteRequest.js';
import { computeTimeToQuote, timeToQuoteMeasure } from '../../../../src/metrics/operational/timeToQuote.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { hour } from './ticketTimeline.js';

const DAY = 24;
const MS = 1 / 3_600_000;
const eur = (minorUnits: number): { minorUnits: number; currency: string } => ({ minorUnits, currency: 'EUR' });

function request(requested: number, quoted: number | null, parts: Partial<QuoteRequest> = {}): QuoteRequest {
  const firstCompliantQuoteAt = quoted === null ? null : hour(quoted);
  return { requestId: 'q', requestedAt: hour(requested), firstCompliantQuoteAt, ...parts };
}

describe('computeTimeToQuote', () => {
  const asOf = hour(20);
  const requests = deepFreeze([
    request(0, 2),
    request(0, 6),
    request(4, null),
    request(4, 21),
    request(4, 10, { withdrawnAt: hour(12) }),
    request(4, 12, { withdrawnAt: hour(10) }),
    request(4, null, { withdrawnAt: hour(10) }),
    request(4, null, { withdrawnAt: hour(21) }),
    request(5, 6, { requoteOf: 'q' }),
    request(21, null),
    request(5, 4),
  ]);

  it('counts open requests as taking longer', () => {
    const tally = tallyRows(requests, timeToQuoteMeasure({ asOf }));
    expect(tally.durations).toMatchObject({ closed: [2, 6, 6], open: [16, 16, 16] });
    expect(expectSound(computeTimeToQuote(readOnce(requests), { asOf }))).toMatchObject({
      definition: {
        id: 'time-to-quote',
        family: 'duration',
        statistic: 'quantile',
        unit: 'hours',
        direction: 'lower-is-better',
        range: null,
        parameters: { censoring: 'kaplan-meier' },
      },
      closed: 3,
      open: 3,
      excluded: { withdrawn: 2, requote: 1, requestedLater: 1, invalid: 1 },
    });
  });

  const calendar = toBusinessCalendar({
    id: 'sales',
    zone: 'UTC',
    weeks: [{ hours: { monday: [{ start: '08:00', end: '16:00' }], tuesday: [{ start: '08:00', end: '16:00' }] } }],
  });
  const pauses = [
    { start: hour(9), end: hour(10) },
    { start: hour(30), end: null },
  ];
  const paused = request(6, 34, { pauses });
  it.each([
    [{}, 28],
    [{ missingInformation: 'count' }, 28],
    [{ missingInformation: 'leave-out' }, 23],
    [{ calendar }, 10],
    [{ calendar, missingInformation: 'leave-out' }, 7],
    [{ schedules: () => [{ calendar }] }, 10],
    [{ schedules: () => [{ calendar }], missingInformation: 'leave-out' }, 7],
  ] as const)('measures with %j', (options, hours) => {
    expect(computeTimeToQuote([paused], { asOf: hour(99), ...options }).value).toBe(hours);
  });

  it('takes pauses in any order, and none off that nobody asked to', () => {
    const both = request(6, 20, {
      pauses: [
        { start: hour(15), end: hour(17) },
        { start: hour(8), end: hour(16) },
      ],
    });
    // From 8 to 17 in one.
    expect(computeTimeToQuote([both], { asOf: hour(99), missingInformation: 'leave-out' }).value).toBe(5);
    expect(timeToQuoteMeasure({ asOf }).definition.parameters).toEqual({ censoring: 'kaplan-meier' });
  });

  it.each([
    ['a quote at the moment spoken of', request(4, 20), { closed: 1, open: 0 }],
    ['a request at the moment spoken of', request(20, null), { open: 1, excluded: { requestedLater: 0 } }],
    [
      'a withdrawal at the moment spoken of',
      request(4, null, { withdrawnAt: hour(20) }),
      { open: 0, excluded: { withdrawn: 1 } },
    ],
    ['a withdrawal at the quote', request(4, 10, { withdrawnAt: hour(10) }), { closed: 1, excluded: { withdrawn: 0 } }],
  ])('counts %s', (_, own, expected) => {
    expect(computeTimeToQuote([own], { asOf })).toMatchObject(expected);
  });

  it('names what changes the number', () => {
    expect(timeToQuoteMeasure({ asOf, calendar, missingInformation: 'leave-out' }).definition.parameters).toEqual({
      clock: 'business',
      calendar: 'sales',
      missingInformation: 'leave-out',
      censoring: 'kaplan-meier',
    });
  });

  it('merges', () => {
    const measure = timeToQuoteMeasure({ asOf });
    const tally = tallyRows(requests.slice(0, 4), measure);
    measure.mergeTallies(tally, tallyRows(requests.slice(4), measure));
    expect(measure.toResult(tally)).toEqual(computeTimeToQuote(requests, { asOf }));
  });

  it.each<[string, object, string]>([
    ['asOf', { asOf: 'today' }, 'CX_INVALID_DATE'],
    ['missingInformation', { missingInformation: 'pause' }, 'CX_INVALID_OPTION'],
    ['convention', { convention: 'last-schedule' }, 'CX_INVALID_OPTION'],
  ])('refuses another %s', (name, options, code) => {
    const thrown = thrownBy(() => computeTimeToQuote([], { asOf, ...options }));
    expect(thrown.code).toBe(code);
    expect(thrown.message).toContain('computeTimeToQuote');
    expect(thrown.message).toContain(`"${name}"`);
  });
});

describe('the quote conversion', () => {
  const options = { windowDays: 30, asOf: hour(100 * DAY) };
  const requests = deepFreeze([
    request(0, 1, { acceptedAt: hour(1 + 30 * DAY), value: eur(300) }),
    request(0, 1, { acceptedAt: hour(1 + 30 * DAY + MS), value: eur(500) }),
    request(0, 1, { value: eur(200) }),
    request(0, 1, { withdrawnAt: hour(9) }),
    request(0, 70 * DAY, { acceptedAt: hour(80 * DAY), value: null }),
    request(0, 70 * DAY + MS, { acceptedAt: hour(80 * DAY), value: eur(900) }),
    request(0, 101 * DAY, { acceptedAt: hour(102 * DAY), value: eur(900) }),
    request(0, null, { value: { minorUnits: 5, currency: 'USD' } }),
    request(0, 1, { requoteOf: 'q', acceptedAt: hour(2) }),
    request(0, 1, { acceptedAt: hour(0) }),
  ]);
  const left = { notMature: 1, notQuoted: 2, requote: 1, invalid: 1 };

  it('counts quotes', () => {
    expect(expectSound(computeQuoteConversion(readOnce(requests), options))).toMatchObject({
      definition: {
        id: 'quote-conversion',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: { windowDays: 30 },
      },
      value: 2 / 5,
      accepted: 2,
      notAccepted: 3,
      excluded: left,
    });
  });

  it('weighs them by value', () => {
    expect(
      expectSound(computeQuoteConversionByValue(readOnce(requests), { ...options, currency: 'EUR' })),
    ).toMatchObject({
      definition: {
        id: 'quote-conversion',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: { windowDays: 30, by: 'value', currency: 'EUR' },
      },
      value: 0.3,
      acceptedValue: 300,
      quotedValue: 1000,
      sampleSize: 3,
      excluded: { ...left, missingValue: 2 },
    });
  });

  it('merges', () => {
    const byCount = quoteConversionMeasure(options);
    const count = tallyRows(requests.slice(0, 3), byCount);
    byCount.mergeTallies(count, tallyRows(requests.slice(3), byCount));
    expect(byCount.toResult(count)).toEqual(computeQuoteConversion(requests, options));
    const byValue = quoteConversionByValueMeasure({ ...options, currency: 'EUR' });
    const value = tallyRows(requests.slice(0, 2), byValue);
    byValue.mergeTallies(value, tallyRows(requests.slice(2), byValue));
    expect(byValue.toResult(value)).toEqual(computeQuoteConversionByValue(requests, { ...options, currency: 'EUR' }));
  });

  it('refuses a quote that is judged in another currency', () => {
    const dollars = [request(0, 1), request(0, 1, { value: { minorUnits: 5, currency: 'USD' } })];
    expect(thrownBy(() => computeQuoteConversionByValue(dollars, { ...options, currency: 'EUR' }))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'computeQuoteConversionByValue: value at row 1 must be in EUR, received "USD"',
    });
  });

  it.each<[string, object, string]>([
    ['windowDays', { windowDays: 0 }, 'CX_INVALID_OPTION'],
    ['asOf', { asOf: '2026-03-02' }, 'CX_INVALID_DATE'],
    ['currency', { currency: 'euro' }, 'CX_INVALID_OPTION'],
  ])('refuses another %s', (name, wrong, code) => {
    const thrown = thrownBy(() => computeQuoteConversionByValue([], { ...options, currency: 'EUR', ...wrong }));
    expect(thrown.code).toBe(code);
    expect(thrown.message).toContain(`"${name}"`);
    if (name !== 'currency')
      expect(thrownBy(() => computeQuoteConversion([], { ...options, ...wrong })).code).toBe(code);
  });
});

describe('checkQuotes', () => {
  it.each<[string, object, string, string]>([
    ['a missing id', { requestId: '' }, 'missing-id', 'requestId'],
    ['an unreadable request', { requestedAt: '2026-03-02' }, 'unreadable-time', 'requestedAt'],
    ['an unreadable quote', { firstCompliantQuoteAt: 'soon' }, 'unreadable-time', 'firstCompliantQuoteAt'],
    ['an unreadable withdrawal', { withdrawnAt: '' }, 'unreadable-time', 'withdrawnAt'],
    ['an unreadable acceptance', { acceptedAt: 1.5 }, 'unreadable-time', 'acceptedAt'],
    [
      'a quote before the request',
      { firstCompliantQuoteAt: hour(1 - MS) },
      'quoted-before-requested',
      'firstCompliantQuoteAt',
    ],
    ['a withdrawal before the request', { withdrawnAt: hour(0) }, 'withdrawn-before-requested', 'withdrawnAt'],
    ['an acceptance before the quote', { acceptedAt: hour(2 - MS) }, 'accepted-before-quoted', 'acceptedAt'],
    [
      'an acceptance of nothing',
      { firstCompliantQuoteAt: undefined, acceptedAt: hour(2) },
      'accepted-without-quote',
      'acceptedAt',
    ],
    ['pauses that are no list', { pauses: 'none' }, 'unreadable-time', 'pauses'],
    ['a pause that is none', { pauses: [undefined] }, 'unreadable-time', 'pauses'],
    ['a pause that ends before', { pauses: [{ start: hour(2), end: hour(1) }] }, 'ended-before-begun', 'pauses'],
    ['an amount below 0', { value: eur(-1) }, 'invalid-amount', 'value'],
    ['an amount with decimals', { value: eur(0.5) }, 'invalid-amount', 'value'],
  ])('finds %s', (_, parts, code, field) => {
    const rows = [request(1, 2), { ...request(1, 2), ...parts }] as QuoteRequest[];
    expect(checkQuotes(rows)).toMatchObject([{ code, index: 1, id: code === 'missing-id' ? '' : 'q', field }]);
  });

  it('finds nothing on requests that can be, and shows the value at fault', () => {
    const all = {
      withdrawnAt: hour(1),
      acceptedAt: hour(1),
      value: eur(0),
      pauses: [{ start: hour(1), end: hour(1) }],
    };
    expect(checkQuotes([request(1, 1, all), request(1, null)])).toEqual([]);
    expect(checkQuotes([request(1, 2, { value: eur(-1) })])[0]?.value).toBe(-1);
    expect(checkQuotes([null as unknown as QuoteRequest])).toEqual([
      { code: 'missing-id', index: 0, id: null, field: 'requestId', value: null },
    ]);
  });
});
