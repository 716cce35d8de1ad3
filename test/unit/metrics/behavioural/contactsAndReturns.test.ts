import { describe, expect, it } from 'vitest';
import { findMetric } from '../../../../src/metrics/catalogue/catalogue.js';
import {
  computeContactFrequency,
  contactFrequencyMeasure,
} from '../../../../src/metrics/behavioural/contactFrequency.js';
import {
  checkContactLoads,
  toContactLoads,
  type ContactLoad,
} from '../../../../src/metrics/behavioural/contactLoad.js';
import { contactReasons } from '../../../../src/metrics/behavioural/contactReasons.js';
import { returnCohorts } from '../../../../src/metrics/behavioural/returnCohorts.js';
import { computeReturnRate, returnRateMeasure } from '../../../../src/metrics/behavioural/returnRate.js';
import { checkShippedLines, type ShippedLine } from '../../../../src/metrics/behavioural/shippedLine.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

describe('the order of reasons', () => {
  it('is that of the code units, and of the numbers first where rates are given', () => {
    const contacts = ['c', 'a', 'b', 'b'].map((reason) => ({ accountId: 'x', reason }));
    const [load] = toContactLoads(contacts, []);
    expect(Object.keys(load?.contacts ?? {})).toEqual(['a', 'b', 'c']);
    const loads = [{ accountId: 'x', orders: 1, contacts: { c: 1, a: 1, b: 2, d: 1 } }];
    const { reasons } = computeContactFrequency(loads, { over: 'orders' });
    expect(reasons.map(({ reason }) => reason)).toEqual(['b', 'a', 'c', 'd']);
  });
});

describe('toContactLoads', () => {
  it('sets contacts against accounts, those that did not call and those that are not listed among them', () => {
    const contacts = [
      { accountId: 'b', reason: 'returns' },
      { accountId: 'z', reason: 'advice' },
      { accountId: 'b', reason: null },
      { accountId: 'b', reason: 'returns' },
      { reason: 'returns' },
    ];
    const accounts = [
      { accountId: 'b', orders: 1 },
      { accountId: 'a', orders: 4, active: true },
      { accountId: 'b', orders: 3 },
    ];
    expect(expectSound(toContactLoads(readOnce(deepFreeze(contacts)), readOnce(accounts)))).toEqual([
      { accountId: '', orders: 0, active: false, contacts: { returns: 1 } },
      { accountId: 'a', orders: 4, active: true, contacts: {} },
      { accountId: 'b', orders: 3, contacts: { returns: 2, unknown: 1 } },
      { accountId: 'z', orders: 0, active: false, contacts: { advice: 1 } },
    ]);
  });
});

describe('computeContactFrequency', () => {
  const loads: ContactLoad[] = [
    { accountId: 'a', orders: 30, contacts: { returns: 3, advice: 6, '': 1 } },
    { accountId: 'b', orders: 10, contacts: { availability: 1, returns: 1 } },
    { accountId: 'c', contacts: { returns: 9 } },
    { accountId: 'd', orders: 0, active: false, contacts: { returns: 0 } },
    { accountId: 'e', orders: -1, contacts: {} },
    { accountId: 'f', orders: 1, contacts: { returns: 0.5 } },
    { accountId: 'g', orders: 1, contacts: null as never },
  ];

  it('counts contacts per order by reason, advice apart', () => {
    const result = expectSound(computeContactFrequency(deepFreeze(loads), { over: 'orders' }));
    expect(result).toMatchObject({ value: 0.15, contacts: 6, exposure: 40, adviceContacts: 6, sampleSize: 3 });
    expect(result.reasons).toEqual([
      { reason: 'advice', advice: true, contacts: 6, rate: 0.15 },
      { reason: 'returns', advice: false, contacts: 4, rate: 0.1 },
      { reason: 'availability', advice: false, contacts: 1, rate: 0.025 },
      { reason: 'unknown', advice: false, contacts: 1, rate: 0.025 },
    ]);
    expect(result.excluded).toEqual({ missing: 1, invalid: 3, inactive: 0 });
    expect(result.interval?.lower).toBeCloseTo(2.2019 / 40, 5);
    expect(result.definition.parameters).toEqual({ over: 'orders' });
  });

  it('counts contacts per active account', () => {
    const result = computeContactFrequency(loads, { over: 'active-accounts' });
    expect(result).toMatchObject({
      value: 5,
      contacts: 15,
      exposure: 3,
      excluded: { missing: 0, invalid: 3, inactive: 1 },
    });
  });

  it('keeps other kinds of advice and the period in the definition', () => {
    const parameters = (advice?: string[], period?: string): unknown =>
      contactFrequencyMeasure({ over: 'orders', advice, period }).definition.parameters;
    expect(parameters(['advice'])).toEqual({ over: 'orders' });
    expect(parameters([])).toEqual({ over: 'orders', advice: [] });
    expect(parameters(['training', 'advice'], 'month')).toEqual({
      over: 'orders',
      advice: ['advice', 'training'],
      period: 'month',
    });
    expect(computeContactFrequency(loads, { over: 'orders', advice: [] }).value).toBe(0.3);
  });

  it('has no rates without orders', () => {
    const result = expectSound(
      computeContactFrequency([{ accountId: 'a', orders: 0, contacts: { returns: 2 } }], { over: 'orders' }),
    );
    expect(result.value).toBeNull();
    expect(result.reasons).toEqual([{ reason: 'returns', advice: false, contacts: 2, rate: null }]);
    expect(result.warnings).toContainEqual({ code: 'zero-denominator' });
  });

  it.each([
    [{ over: 'days' as never }, /"over" must be "orders" or "active-accounts"/],
    [{ over: 'orders', advice: 'advice' as never }, /"advice" must be a list of texts/],
    [{ over: 'orders', period: 3 as never }, /"period" must be a text/],
  ] as const)('refuses %o', (options, message) => {
    expect(thrownBy(() => contactFrequencyMeasure(options)).message).toMatch(message);
  });

  it('names the accounts with impossible counts', () => {
    expect(checkContactLoads(loads).map(({ code, index, id, field }) => [code, index, id, field])).toEqual([
      ['invalid-orders', 4, 'e', 'orders'],
      ['invalid-contacts', 5, 'f', 'contacts'],
      ['invalid-contacts', 6, 'g', 'contacts'],
    ]);
  });
});

describe('contactReasons', () => {
  const calls = ['b', 'a', null, 'a', 'b', ''].map((reason) => ({ reason }));

  it('ranks the reasons, with Wilson’s or Goodman’s intervals', () => {
    const wilson = expectSound(contactReasons(readOnce(calls), { reason: 'reason' }));
    expect(wilson).toMatchObject({ total: 4, missing: 2 });
    expect(wilson.reasons.map(({ reason, count, share }) => [reason, count, share])).toEqual([
      ['a', 2, 0.5],
      ['b', 2, 0.5],
    ]);
    // Two of four at 95 %: 0.1500 and 0.8500.
    expect(wilson.reasons[0]?.interval).toMatchObject({ confidence: 0.95, method: 'wilson' });
    expect(wilson.reasons[0]?.interval.lower).toBeCloseTo(0.15004, 4);
    // The same at 97.5 %, which is Bonferroni's level for two classes.
    const goodman = contactReasons(calls, { reason: 'reason', interval: 'goodman' });
    expect(goodman.reasons[1]?.interval.method).toBe('goodman');
    expect(goodman.reasons[1]?.interval.lower).toBeCloseTo(0.126928, 5);
    expect(goodman.reasons[1]?.interval.upper).toBeCloseTo(0.873072, 5);
  });

  it('puts the most frequent first', () => {
    const rows = ['z', 'a', 'z'].map((reason) => ({ reason }));
    expect(contactReasons(rows, { reason: 'reason' }).reasons.map(({ reason }) => reason)).toEqual(['z', 'a']);
  });

  it('has no reasons without contacts, and refuses other intervals', () => {
    expect(contactReasons([], { reason: () => 'a' })).toEqual({ total: 0, missing: 0, reasons: [] });
    expect(thrownBy(() => contactReasons([], { reason: () => 'a', interval: 'wald' as never })).message).toMatch(
      /contactReasons: option "interval" must be "wilson" or "goodman"/,
    );
    expect(thrownBy(() => contactReasons([], { reason: () => 'a', confidence: 1 })).code).toBe('CX_INVALID_OPTION');
  });
});

describe('computeReturnRate', () => {
  const line = (fields: Partial<ShippedLine>): ShippedLine => ({
    id: 's',
    shippedAt: '2026-03-02',
    units: 10,
    ...fields,
  });
  const RULES = { windowDays: 30, asOf: '2026-04-30' } as const;
  const impossible = [
    [{ shippedAt: 'soon' }, 'unreadable-time', 'shippedAt', 'soon'],
    [{ units: 0 }, 'invalid-quantity', 'units', 0],
    [{ units: NaN }, 'invalid-quantity', 'units', 'NaN'],
    [{ value: -1 }, 'invalid-value', 'value', -1],
    [{ returns: [{ at: '', units: 1 }] }, 'unreadable-time', 'returns', 1],
    [{ returns: [{ at: '2026-03-01', units: 1 }] }, 'returned-before-shipped', 'returns', 1],
    [{ returns: [{ at: '2026-03-09', units: -1 }] }, 'invalid-quantity', 'returns', 1],
    [{ returns: [{ at: '2026-03-09', units: 1, value: -1 }] }, 'invalid-value', 'returns', 1],
    [{ returns: [5, 6].map((units) => ({ at: '2026-03-09', units })) }, 'returned-more-than-shipped', 'returns', 2],
    [{ value: 9, returns: [{ at: '2026-03-09', units: 1, value: 10 }] }, 'returned-more-than-shipped', 'returns', 1],
  ] as const;

  it.each(impossible)('leaves %o out and names it', (fields, code, field, value) => {
    expect(computeReturnRate([line(fields)], RULES).excluded).toMatchObject({ invalid: 1 });
    expect(checkShippedLines([line({}), line(fields)])).toEqual([{ code, index: 1, id: 's', field, value }]);
  });

  it('counts what came back within the window of the same lines', () => {
    const lines = [
      line({
        returns: [
          { at: '2026-04-01', units: 1 },
          { at: '2026-04-02', units: 4 },
        ],
      }),
      line({
        returns: [
          { at: '2026-03-02', units: 2 },
          { at: '2026-03-03', units: 99, core: true },
        ],
      }),
      line({ consignment: true, units: 90, returns: [{ at: '2026-03-05', units: 50 }] }),
      line({ shippedAt: '2026-04-01', returns: [{ at: '2026-04-02', units: 9 }] }),
    ];
    const result = expectSound(computeReturnRate(deepFreeze(lines), RULES));
    expect(result).toMatchObject({ value: 0.15, returned: 3, shipped: 20, sampleSize: 2 });
    expect(result.excluded).toEqual({ missing: 0, invalid: 0, consignment: 1, notMature: 1 });
    expect(result.definition).toMatchObject({ direction: 'lower-is-better', parameters: { windowDays: 30 } });
    expect(computeReturnRate([line({ shippedAt: '2026-03-31' })], RULES).sampleSize).toBe(1);
  });

  it('counts value in one currency', () => {
    const BY = { ...RULES, by: 'value', currency: 'EUR' } as const;
    const lines = [
      line({ value: 1000, returns: [{ at: '2026-03-05', units: 1, value: { minorUnits: 250, currency: 'EUR' } }] }),
      line({ returns: [] }),
      line({ value: 1000, returns: [{ at: '2026-03-05', units: 1 }] }),
    ];
    const result = expectSound(computeReturnRate(lines, BY));
    expect(result).toMatchObject({ value: 0.25, returned: 250, shipped: 1000, excluded: { missing: 2 } });
    expect(result.definition.parameters).toEqual({ windowDays: 30, by: 'value', currency: 'EUR' });
    const foreign = line({ value: { minorUnits: 250, currency: 'USD' } });
    expect(thrownBy(() => computeReturnRate([line({ value: 1 }), foreign], BY))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'computeReturnRate: value at row 1 must be in EUR, received "USD"',
    });
    expect(computeReturnRate([foreign], RULES).sampleSize).toBe(1);
  });

  it('takes all that came back in fractions for the whole', () => {
    const returns = [0.1, 0.2].map((units) => ({ at: '2026-03-05', units }));
    expect(computeReturnRate([line({ units: 0.3, returns })], RULES).value).toBe(1);
  });

  it.each([
    [{ ...RULES, by: 'weight' as never }, /"by" must be "units" or "value"/],
    [{ ...RULES, by: 'value' }, /"currency" must be three capital letters/],
    [{ ...RULES, currency: 'EUR' }, /"currency" must be left out by units/],
    [{ ...RULES, windowDays: -1 }, /"windowDays"/],
    [{ ...RULES, asOf: 'soon' }, /"asOf"/],
  ] as const)('refuses %o', (options, message) => {
    expect(thrownBy(() => returnRateMeasure(options)).message).toMatch(message);
  });

  it('goes by cohort of shipping', () => {
    const lines = [
      line({ shippedAt: '2026-04-20T23:30:00-05:00' }),
      line({ returns: [{ at: '2026-03-09', units: 1 }] }),
      line({ shippedAt: '2026-03-20', units: 30 }),
      line({ shippedAt: 'soon' }),
    ];
    const cohorts = expectSound(returnCohorts(lines, { ...RULES, unit: 'month' }));
    expect(cohorts.map(({ cohort, result }) => [cohort, result.value, result.excluded.notMature])).toEqual([
      ['2026-03', 0.025, 0],
      ['2026-04', null, 1],
    ]);
    expect(returnCohorts(lines, { ...RULES, unit: 'year', fiscalYearStart: 4 }).map(({ cohort }) => cohort)).toEqual([
      'FY2025',
      'FY2026',
    ]);
    expect(thrownBy(() => returnCohorts([], { ...RULES, unit: 'week' as never })).code).toBe('CX_INVALID_OPTION');
  });
});

it('agrees with the catalogue', () => {
  const measures = [
    contactFrequencyMeasure({ over: 'orders' }),
    returnRateMeasure({ windowDays: 30, asOf: '2026-03-31' }),
  ];
  for (const { definition } of measures) {
    const { id, family, statistic, unit, direction, range } = definition;
    expect(findMetric(id)).toMatchObject({ id, family, statistic, unit, direction, range });
  }
});
