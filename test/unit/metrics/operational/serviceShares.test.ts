import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import {
  availabilityAccuracyMeasure,
  computeAvailabilityAccuracy,
} from '../../../../src/metrics/operational/availabilityAccuracy.js';
import { toBusinessCalendar } from '../../../../src/metrics/operational/businessCalendar.js';
import {
  computeCriticalPartsNextDay,
  criticalPartsNextDayMeasure,
} from '../../../../src/metrics/operational/criticalPartsNextDay.js';
import {
  computeDeliverySlotAdherence,
  deliverySlotAdherenceMeasure,
} from '../../../../src/metrics/operational/deliverySlotAdherence.js';
import {
  computeItemAvailability,
  itemAvailabilityMeasure,
} from '../../../../src/metrics/operational/itemAvailability.js';
import {
  computeProactiveAlertRate,
  proactiveAlertRateMeasure,
} from '../../../../src/metrics/operational/proactiveAlertRate.js';
import { computeSampleUptake, sampleUptakeMeasure } from '../../../../src/metrics/operational/sampleUptake.js';

type Row = Readonly<Record<string, never>>;
const asOf = '2026-11-30';

/** The outcome, or the reason, in which a single row is counted; the first of the outcomes is the one to be counted as a success. */
function endOf(
  result: object & { readonly excluded: Readonly<Record<string, number>>; readonly value: number | null },
  names: readonly string[],
): string {
  const ends = { ...(result as unknown as Record<string, unknown>), ...result.excluded };
  const found = [...names, ...Object.keys(result.excluded)].filter((name) => ends[name] === 1);
  expect(found).toHaveLength(1);
  const at = names.indexOf(found[0] ?? '');
  expect(result.value).toBe(at < 0 ? null : at === 0 ? 1 : 0);
  return found[0] ?? '';
}

describe('computeItemAvailability', () => {
  const fields = { inStock: 'stock', itemClass: 'cls' } as const;
  const end = (row: object, options: object = {}): string =>
    endOf(computeItemAvailability([row as Row], { ...fields, ...options }), ['inStock', 'outOfStock']);

  it.each([
    [{ cls: 'A', stock: true }, 'inStock'],
    [{ cls: 'A', stock: false }, 'outOfStock'],
    [{ cls: 'A', stock: null }, 'missing'],
    [{ cls: 'A' }, 'missing'],
    [{ cls: 'A', stock: 3 }, 'invalid'],
    [{ cls: 'B', stock: true }, 'otherClass'],
    [{ cls: 'B', stock: 3 }, 'otherClass'],
    [{ cls: null, stock: true }, 'missing'],
    [{ stock: true }, 'missing'],
    [{ cls: 1, stock: true }, 'invalid'],
  ])('counts %j as %s', (row, expected) => {
    expect(end(row)).toBe(expected);
  });

  it('counts the classes asked for', () => {
    expect(end({ cls: 'A+', stock: true }, { classes: ['A', 'A+'] })).toBe('inStock');
    expect(end({ cls: 'A', stock: true }, { classes: ['A+'] })).toBe('otherClass');
    const parametersOf = (classes: string[]): unknown =>
      itemAvailabilityMeasure({ ...fields, classes } as never).definition.parameters;
    expect(parametersOf(['B', 'A', 'A'])).toEqual({ classes: ['A', 'B'] });
    expect(parametersOf(['A', 'A'])).toEqual({});
  });

  it.each([[[]], ['A'], [['']], [[1]], [['A', 1]], [null]])('refuses the classes %j', (classes) => {
    expect(() => computeItemAvailability([], { ...fields, classes } as never)).toThrow(
      'computeItemAvailability: option "classes" must be a list of classes',
    );
  });
});

describe('computeAvailabilityAccuracy', () => {
  it.each([
    [{ shown: true, there: true }, 'kept'],
    [{ shown: true, there: false }, 'broken'],
    [{ shown: true, there: null }, 'missing'],
    [{ shown: true, there: 1 }, 'invalid'],
    [{ shown: false, there: true }, 'notShown'],
    [{ shown: false, there: 1 }, 'notShown'],
    [{ there: true }, 'missing'],
    [{ shown: 'yes', there: true }, 'invalid'],
  ])('counts %j as %s', (row, expected) => {
    const result = computeAvailabilityAccuracy([row as unknown as Row], { shown: 'shown', available: 'there' });
    expect(endOf(result, ['kept', 'broken'])).toBe(expected);
  });
});

const hours = [{ start: '08:00', end: '18:00' }];
const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
const calendar = toBusinessCalendar({
  id: 'fr',
  zone: 'Europe/Paris',
  weeks: [{ hours: week }],
  holidays: ['2026-11-11'],
});

describe('computeCriticalPartsNextDay', () => {
  const fields = { orderedAt: 'at', deliveredAt: 'came', calendar, asOf } as const;
  const end = (at: unknown, came: unknown, options: object = {}, rest: object = {}): string =>
    endOf(computeCriticalPartsNextDay([{ at, came, ...rest } as unknown as Row], { ...fields, ...options }), [
      'inTime',
      'late',
      'overdue',
    ]);

  it.each([
    // 2026-11-20 is a Friday; Wednesday 11 November is a holiday.
    ['2026-11-19', '2026-11-20', 'inTime'],
    ['2026-11-19', '2026-11-19', 'inTime'],
    ['2026-11-20', '2026-11-23', 'inTime'],
    ['2026-11-20', '2026-11-24', 'late'],
    ['2026-11-10', '2026-11-12', 'inTime'],
    ['2026-11-10', '2026-11-13', 'late'],
    ['2026-11-21', '2026-11-23', 'inTime'],
    ['2026-11-21', '2026-11-24', 'late'],
    ['2026-11-20', null, 'overdue'],
    ['2026-11-27', null, 'notDue'],
    ['2026-11-26', null, 'overdue'],
    ['2026-11-27', '2026-11-30', 'inTime'],
    ['2026-11-27', '2026-12-01', 'notDue'],
    ['2026-12-01', null, 'notDue'],
    ['2026-12-01', '2026-12-01', 'notDue'],
    ['2026-11-20', '2026-11-19', 'invalid'],
    ['20/11/2026', '2026-11-20', 'invalid'],
    ['2026-11-20', 'x', 'invalid'],
    [null, '2026-11-20', 'missing'],
    // Half past midnight in Paris is the day before in UTC.
    ['2026-11-18T23:30:00Z', '2026-11-20', 'inTime'],
    ['2026-11-18T22:30:00Z', '2026-11-20', 'late'],
    ['2026-11-19', '2026-11-20T23:30:00Z', 'late'],
  ])('counts a part ordered on %s and delivered on %s as %s', (at, came, expected) => {
    expect(end(at, came)).toBe(expected);
  });

  it.each([
    ['2026-11-20T15:59:59+01:00', '2026-11-24', 'late'],
    ['2026-11-20T16:00:00+01:00', '2026-11-24', 'inTime'],
    ['2026-11-20T16:00:00+01:00', '2026-11-25', 'late'],
    ['2026-11-21T10:00:00+01:00', '2026-11-24', 'inTime'],
    ['2026-11-21', '2026-11-24', 'inTime'],
    ['2026-11-21', '2026-11-25', 'late'],
    ['2026-11-20', '2026-11-23', 'inTime'],
    ['2026-11-20', '2026-11-24', 'late'],
  ])('moves an order of %s past the cut-off, delivered on %s: %s', (at, came, expected) => {
    expect(end(at, came, { orderCutoff: '16:00' })).toBe(expected);
  });

  it('leaves parts out that are not critical', () => {
    const critical = { critical: 'crit' };
    expect(end('2026-11-19', '2026-11-20', critical, { crit: true })).toBe('inTime');
    expect(end('2026-11-19', '2026-11-20', critical, { crit: false })).toBe('notCritical');
    expect(end('2026-11-19', '2026-11-20', critical, { crit: null })).toBe('missing');
    expect(end('2026-11-19', '2026-11-20', critical, { crit: 'y' })).toBe('invalid');
  });

  it('reads the moment by the clocks of the zone', () => {
    // In Paris Tuesday has begun, and Monday's due parts are overdue.
    expect(end('2026-11-27', null, { asOf: '2026-11-30T22:59:00Z' })).toBe('notDue');
    expect(end('2026-11-27', null, { asOf: '2026-11-30T23:01:00Z' })).toBe('overdue');
  });

  it('is not due where the calendar ends', () => {
    const short = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: week }, { from: '2026-11-09', hours: {} }] });
    expect(end('2026-11-20', '2026-11-23', { calendar: short })).toBe('notDue');
  });

  it('has calendar and cut-off in its definition', () => {
    const parametersOf = (options: object): unknown =>
      criticalPartsNextDayMeasure({ ...fields, ...options } as never).definition.parameters;
    expect(parametersOf({})).toEqual({ calendar: 'fr' });
    for (const orderCutoff of ['00:00', '08:30', '16:00', '23:59'])
      expect(parametersOf({ orderCutoff })).toEqual({ calendar: 'fr', orderCutoff });
  });

  it.each([
    [{ calendar: {} }, 'calendar', 'one that toBusinessCalendar made'],
    [{ calendar: undefined }, 'calendar', 'one that toBusinessCalendar made'],
    [{ orderCutoff: '16h' }, 'orderCutoff', 'a time HH:MM from 00:00 to 23:59'],
    [{ orderCutoff: '24:00' }, 'orderCutoff', 'a time HH:MM from 00:00 to 23:59'],
    [{ orderCutoff: '16:000' }, 'orderCutoff', 'a time HH:MM from 00:00 to 23:59'],
    [{ orderCutoff: '116:00' }, 'orderCutoff', 'a time HH:MM from 00:00 to 23:59'],
    [{ asOf: 'now' }, 'asOf', 'a civil date or an instant with its zone'],
  ])('refuses %j', (options, name, rule) => {
    expect(() => computeCriticalPartsNextDay([], { ...fields, ...options } as never)).toThrow(
      `computeCriticalPartsNextDay: option "${name}" must be ${rule}`,
    );
  });
});

describe('computeDeliverySlotAdherence', () => {
  const fields = { slotStart: 'from', slotEnd: 'to', deliveredAt: 'at', asOf } as const;
  const [from, to] = ['2026-11-23T08:00:00+01:00', '2026-11-23T10:00:00+01:00'];
  const end = (row: object, options: object = {}): string =>
    endOf(computeDeliverySlotAdherence([{ from, to, ...row } as unknown as Row], { ...fields, ...options }), [
      'inSlot',
      'early',
      'late',
      'overdue',
    ]);

  it.each([
    [{ at: from }, 'inSlot'],
    [{ at: to }, 'inSlot'],
    [{ at: '2026-11-23T07:59:59+01:00' }, 'early'],
    [{ at: '2026-11-23T09:00:01Z' }, 'late'],
    [{ at: null }, 'overdue'],
    [{ at: '2026-12-01T09:00:00Z' }, 'overdue'],
    [{ at: '2026-11-23' }, 'invalid'],
    [{ at: 'x' }, 'invalid'],
    [{ at: from, from: null, to: null }, 'noSlot'],
    [{ at: from, to: null }, 'missing'],
    [{ at: from, from: null }, 'missing'],
    [{ at: from, from: 'x' }, 'invalid'],
    [{ at: from, to: 'x' }, 'invalid'],
    [{ at: from, from: null, to: 'x' }, 'invalid'],
    [{ at: from, from: '2026-11-23' }, 'invalid'],
    [{ at: from, to: '2026-11-23' }, 'invalid'],
    [{ at: from, from: to, to: from }, 'invalid'],
    [{ at: from, to: from }, 'inSlot'],
  ])('counts %j as %s', (row, expected) => {
    expect(end(row)).toBe(expected);
  });

  it.each([
    ['2026-11-23T07:45:00+01:00', 'inSlot'],
    ['2026-11-23T07:44:59+01:00', 'early'],
    ['2026-11-23T10:15:00+01:00', 'inSlot'],
    ['2026-11-23T10:15:01+01:00', 'late'],
  ])('allows a quarter of an hour: %s', (at, expected) => {
    expect(end({ at }, { toleranceMinutes: 15 })).toBe(expected);
  });

  it('waits until the slot and the tolerance are over', () => {
    const open = { at: null };
    expect(end(open, { asOf: to })).toBe('notDue');
    expect(end(open, { asOf: '2026-11-23T10:00:01+01:00' })).toBe('overdue');
    expect(end(open, { asOf: '2026-11-23T10:15:00+01:00', toleranceMinutes: 15 })).toBe('notDue');
    expect(end(open, { asOf: '2026-11-23T10:15:01+01:00', toleranceMinutes: 15 })).toBe('overdue');
    expect(end(open, { asOf: '2026-11-23' })).toBe('notDue');
    expect(end(open, { asOf: '2026-11-24' })).toBe('overdue');
  });

  it('has the tolerance in its definition', () => {
    const parametersOf = (toleranceMinutes: number): unknown =>
      deliverySlotAdherenceMeasure({ ...fields, toleranceMinutes } as never).definition.parameters;
    expect(parametersOf(0)).toEqual({});
    expect(parametersOf(7.5)).toEqual({ toleranceMinutes: 7.5 });
  });

  it.each([-1, Infinity, '5'])('refuses the tolerance %j', (toleranceMinutes) => {
    expect(() => computeDeliverySlotAdherence([], { ...fields, toleranceMinutes } as never)).toThrow(
      'computeDeliverySlotAdherence: option "toleranceMinutes" must be a finite number from 0',
    );
  });
});

describe('computeProactiveAlertRate', () => {
  const fields = { alertedAt: 'told', askedAt: 'asked', promisedAt: 'due', asOf } as const;
  const end = (row: object, options: object = {}): string =>
    endOf(computeProactiveAlertRate([{ due: '2026-11-20', ...row } as unknown as Row], { ...fields, ...options }), [
      'proactive',
      'afterQuestion',
      'afterPromise',
      'untold',
    ]);

  it.each([
    [{ told: '2026-11-18' }, 'proactive'],
    [{ told: '2026-11-18', asked: '2026-11-19' }, 'proactive'],
    [{ told: '2026-11-18', asked: '2026-11-17' }, 'afterQuestion'],
    [{ told: '2026-11-18', asked: '2026-11-18' }, 'undecided'],
    [{ told: '2026-11-18T09:00:00Z', asked: '2026-11-18' }, 'undecided'],
    [{ told: '2026-11-18', asked: '2026-11-18T09:00:00Z' }, 'undecided'],
    [{ told: '2026-11-18T09:00:00Z', asked: '2026-11-18T09:00:00.001Z' }, 'proactive'],
    [{ told: '2026-11-18T09:00:00Z', asked: '2026-11-18T09:00:00Z' }, 'afterQuestion'],
    [{ told: '2026-11-20' }, 'afterPromise'],
    [{ told: '2026-11-21', asked: '2026-11-21' }, 'afterPromise'],
    [{ told: '2026-11-21', asked: '2026-11-20' }, 'afterQuestion'],
    [{ told: '2026-11-20T09:59:59.999Z', due: '2026-11-20T10:00:00Z' }, 'proactive'],
    [{ told: '2026-11-20T10:00:00Z', due: '2026-11-20T10:00:00Z' }, 'afterPromise'],
    [{ asked: '2026-11-18' }, 'untold'],
    [{}, 'untold'],
    [{ due: asOf }, 'untold'],
    [{ due: '2026-12-01' }, 'notDue'],
    [{ due: '2026-12-02', told: '2026-12-01' }, 'notDue'],
    [{ due: '2026-12-02', asked: '2026-12-01' }, 'notDue'],
    [{ due: '2026-12-02', asked: '2026-11-30' }, 'untold'],
    [{ due: null, told: '2026-11-18' }, 'missing'],
    [{ due: 'x' }, 'invalid'],
    [{ told: 'x' }, 'invalid'],
    [{ told: '2026-11-18', asked: 'x' }, 'invalid'],
  ])('counts %j as %s', (row, expected) => {
    expect(end(row)).toBe(expected);
  });

  it('looks at disrupted orders only', () => {
    const options = { disrupted: 'late' };
    expect(end({ told: '2026-11-18', late: true }, options)).toBe('proactive');
    expect(end({ told: '2026-11-18', late: false }, options)).toBe('notDisrupted');
    expect(end({ told: '2026-11-18' }, options)).toBe('missing');
    expect(end({ told: '2026-11-18', late: 'y' }, options)).toBe('invalid');
  });

  it('refuses a moment that is none', () => {
    const wrong = { ...fields, asOf: 'now' } as never;
    expect(() => computeProactiveAlertRate([], wrong)).toThrow('computeProactiveAlertRate: option "asOf"');
  });
});

describe('computeSampleUptake', () => {
  const fields = { givenAt: 'given', orderedAt: 'ordered', windowDays: 30, asOf } as const;
  const end = (row: object, options: object = {}): string =>
    endOf(computeSampleUptake([row as Row], { ...fields, ...options }), ['followed', 'notFollowed']);

  it.each([
    [{ given: '2026-10-01', ordered: '2026-10-31' }, 'followed'],
    [{ given: '2026-10-01', ordered: '2026-10-01' }, 'followed'],
    [{ given: '2026-10-01', ordered: '2026-11-01' }, 'notFollowed'],
    [{ given: '2026-10-01', ordered: null }, 'notFollowed'],
    [{ given: '2026-10-01', ordered: '2026-12-01' }, 'notFollowed'],
    [{ given: '2026-10-30', ordered: '2026-11-01' }, 'followed'],
    [{ given: '2026-10-31', ordered: '2026-11-01' }, 'immature'],
    [{ given: '2026-12-31', ordered: null }, 'immature'],
    [{ given: '2026-10-01', ordered: '2026-09-30' }, 'invalid'],
    [{ given: 'x', ordered: null }, 'invalid'],
    [{ given: '2026-10-01', ordered: 'x' }, 'invalid'],
    [{ given: null, ordered: '2026-10-31' }, 'missing'],
  ])('counts %j as %s', (row, expected) => {
    expect(end(row)).toBe(expected);
  });

  it('has the window in its definition', () => {
    for (const windowDays of [1, 30])
      expect(sampleUptakeMeasure({ ...fields, windowDays } as never).definition.parameters).toEqual({ windowDays });
  });

  it.each([0, -1, 1.5, undefined])('refuses a window of %j days', (windowDays) => {
    expect(() => computeSampleUptake([], { ...fields, windowDays } as never)).toThrow(
      'computeSampleUptake: option "windowDays" must be a whole number above 0',
    );
    expect(() => sampleUptakeMeasure({ ...fields, windowDays } as never)).toThrow('sampleUptakeMeasure: option');
  });
});

describe('each share', () => {
  const stock = [true, true, false, null].map((found) => ({ found, cls: 'A', shown: true }));
  const days = { at: '2026-10-01', promised: '2026-11-20' };
  const events = ['2026-10-02', '2026-10-02', '2026-11-25', 'x'].map((came) => ({ ...days, came }));
  const stops = ['09:00', '09:30', '11:00', 'x'].map((time) => ({
    from: '2026-11-23T08:00:00Z',
    to: '2026-11-23T10:00:00Z',
    at: `2026-11-23T${time}:00Z`,
  }));
  const slots = { slotStart: 'from', slotEnd: 'to', deliveredAt: 'at', asOf };

  it.each([
    [
      'itemAvailability',
      computeItemAvailability,
      itemAvailabilityMeasure,
      stock,
      { inStock: 'found', itemClass: 'cls' },
    ],
    [
      'availabilityAccuracy',
      computeAvailabilityAccuracy,
      availabilityAccuracyMeasure,
      stock,
      { shown: 'shown', available: 'found' },
    ],
    [
      'criticalPartsNextDay',
      computeCriticalPartsNextDay,
      criticalPartsNextDayMeasure,
      events,
      { orderedAt: 'at', deliveredAt: 'came', calendar, asOf },
    ],
    ['deliverySlotAdherence', computeDeliverySlotAdherence, deliverySlotAdherenceMeasure, stops, slots],
    [
      'proactiveAlertRate',
      computeProactiveAlertRate,
      proactiveAlertRateMeasure,
      events,
      { alertedAt: 'came', askedAt: () => null, promisedAt: 'promised', asOf },
    ],
    [
      'sampleUptake',
      computeSampleUptake,
      sampleUptakeMeasure,
      events,
      { givenAt: 'at', orderedAt: 'came', windowDays: 30, asOf },
    ],
  ] as const)('%s is two thirds, merges, and is plain JSON', (_, compute, measureOf, rows, options) => {
    const whole = (compute as typeof computeSampleUptake)(rows as never, options as never);
    expect(whole.value).toBeCloseTo(2 / 3, 15);
    expect(whole.sampleSize).toBe(3);
    // R: binom::binom.confint(2, 3, method = "wilson")
    expect(whole.interval?.lower).toBeCloseTo(0.2076596, 7);
    expect(whole.interval?.upper).toBeCloseTo(0.9385081, 7);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    const measure = (measureOf as typeof sampleUptakeMeasure)<object>(options as never);
    const tally = tallyRows(rows.slice(2), measure);
    measure.mergeTallies(tally, tallyRows(rows.slice(0, 2), measure));
    expect(measure.toResult(tally)).toEqual(whole);
    expect(computeMeasure([], measure).value).toBeNull();
    const strict = (compute as typeof computeSampleUptake)(rows as never, { ...options, confidence: 0.5 } as never);
    expect(strict.interval?.confidence).toBe(0.5);
  });
});
