import { describe, expect, it } from 'vitest';
import { toBusinessCalendar } from '../../../../src/metrics/operational/businessCalendar.js';
import { toDeliveryUnits, type DeliveryUnit } from '../../../../src/metrics/operational/deliveryUnits.js';
import { computeOtif, otifMeasure } from '../../../../src/metrics/operational/otif.js';
import { deepFreeze } from '../../../tools/soundness.js';
import { arrival, DUE, LATER, line, TEN_LINES } from './tenLines.js';

const asOf = LATER;
const hours = [{ start: '09:00', end: '17:00' }];
const calendar = toBusinessCalendar({
  id: 'fr',
  zone: 'Europe/Paris',
  weeks: [{ hours: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours } }],
  holidays: ['2026-03-09'],
});

describe('toDeliveryUnits', () => {
  it('tells all of a line', () => {
    const own = line('O', '7', 10, [arrival(DUE, 10, { documentsOk: false, damaged: false })]);
    expect(toDeliveryUnits([own], { asOf })).toEqual([
      {
        level: 'line',
        orderId: 'O',
        lineId: '7',
        accountId: 'account O',
        dueOn: DUE,
        exclusion: null,
        onTime: true,
        inFull: true,
        otif: true,
        documentsOk: false,
        undamaged: true,
        perfect: false,
        weight: 1,
      },
    ]);
  });

  it('tells all of an order', () => {
    const order = [
      line('O', '1', 10, [arrival(DUE, 10, { documentsOk: true })], { promisedAt: `${DUE}T10:00:00+01:00` }),
      line('O', '2', 10, [arrival('2026-03-12', 8, { documentsOk: true, damaged: true })], {
        promisedAt: '2026-03-12',
      }),
    ];
    expect(toDeliveryUnits(order, { asOf, level: 'order' })).toEqual([
      {
        level: 'order',
        orderId: 'O',
        lineId: null,
        accountId: 'account O',
        dueOn: '2026-03-12',
        exclusion: null,
        onTime: false,
        inFull: false,
        otif: false,
        documentsOk: true,
        undamaged: false,
        perfect: false,
        weight: 1,
      },
    ]);
    expect(toDeliveryUnits([...order].reverse(), { asOf, level: 'order' })[0]?.dueOn).toBe('2026-03-12');
  });

  it('tells all of the pieces', () => {
    const own = line('O', '1', 10, [arrival('2026-03-09', 3, { damaged: true }), arrival(DUE, 4, { damaged: false })]);
    const found = toDeliveryUnits([own], { asOf, level: 'unit' });
    const told = found.map(({ onTime, inFull, otif, documentsOk, undamaged, perfect, weight }) => {
      return [weight, onTime, inFull, otif, documentsOk, undamaged, perfect];
    });
    expect(told).toEqual([
      [4, true, true, true, null, true, null],
      [3, false, true, false, null, false, false],
      [3, false, false, false, null, null, false],
    ]);
    expect(found.every(({ lineId, dueOn, level }) => lineId === '1' && dueOn === DUE && level === 'unit')).toBe(true);
  });

  it('fills an order with what came first, and of one day with the better', () => {
    const good = arrival(DUE, 6, { documentsOk: true, damaged: false });
    const bad = arrival(DUE, 6, { documentsOk: true, damaged: true });
    const early = arrival(`${DUE}T06:00:00Z`, 6, { documentsOk: true, damaged: true });
    const noon = arrival(`${DUE}T12:00:00Z`, 6, { documentsOk: true, damaged: false });
    const before = arrival('2026-03-05', 6, { documentsOk: true, damaged: false });
    const weights = (...deliveries: (typeof good)[]): unknown =>
      toDeliveryUnits([line('O', '1', 10, deliveries)], { asOf, level: 'unit' }).map((unit) => [
        unit.weight,
        unit.undamaged,
      ]);
    const goodFirst = [[6, true], [4, false]]; // prettier-ignore
    expect(weights(good, bad)).toEqual(goodFirst);
    expect(weights(bad, good)).toEqual(goodFirst);
    expect(weights(bad, before)).toEqual(goodFirst);
    expect(weights(noon, early)).toEqual([[6, false], [4, true]]); // prettier-ignore
  });

  it('keeps what does not count, with its reason and without an answer', () => {
    const own = line('O', '1', 10, [arrival(DUE, 10)]);
    const lines = [
      { ...own, excludedReason: 'customer-caused' },
      { ...own, lineId: '2', excludedReason: 'force-majeure' },
      { ...own, lineId: '3', excludedReason: 'other' },
      { ...own, lineId: '4', cancelledAt: DUE },
      { ...own, lineId: '5', promisedAt: '2026-04-01', deliveries: [] },
      { ...own, lineId: '6', quantityOrdered: 'ten' },
      { ...own, lineId: '7' },
      { ...own, lineId: '7' },
    ] as unknown as readonly (typeof own)[];
    const units = toDeliveryUnits(lines, { asOf });
    expect(units.map(({ exclusion }) => exclusion)).toEqual([
      'customerCaused',
      'forceMajeure',
      'otherExcuse',
      'cancelled',
      'notDue',
      'invalid',
      null,
      'duplicate',
    ]);
    const answers = ({ onTime, inFull, otif, documentsOk, undamaged, perfect }: DeliveryUnit): unknown[] => {
      return [onTime, inFull, otif, documentsOk, undamaged, perfect];
    };
    for (const unit of units.filter(({ exclusion }) => exclusion !== null))
      expect(answers(unit)).toEqual([null, null, null, null, null, null]);
    const weights = toDeliveryUnits(lines, { asOf, level: 'unit' }).map(({ weight }) => weight);
    expect(weights).toEqual([10, 10, 10, 10, 10, 0, 10, 10]);
  });

  it('knows nothing of the papers of what did not come, and all of a single piece', () => {
    const care = (deliveries: ReturnType<typeof arrival>[]): unknown => {
      const [unit] = toDeliveryUnits([line('O', '1', 1, deliveries)], { asOf });
      return [unit?.documentsOk, unit?.undamaged];
    };
    expect(care([])).toEqual([null, null]);
    expect(care([arrival(DUE, 0, { documentsOk: true, damaged: false })])).toEqual([null, null]);
    expect(care([arrival(DUE, 1, { documentsOk: true, damaged: false })])).toEqual([true, true]);
  });

  it('knows what can be known of a line without date', () => {
    const own = line('O', '1', 10, [arrival(DUE, 10, { documentsOk: true, damaged: true })], { promisedAt: undefined });
    expect(toDeliveryUnits([own], { asOf })[0]).toMatchObject({
      exclusion: null,
      dueOn: null,
      onTime: null,
      inFull: null,
      otif: null,
      documentsOk: true,
      undamaged: false,
      perfect: false,
    });
  });

  it.each([
    [[{ accountId: 'a' }, { accountId: 'a' }], 'a'],
    [[{ accountId: 'a' }, {}], 'a'],
    [[{ accountId: 'a' }, { accountId: 'b' }], null],
    [[{ accountId: '' }, {}], null],
    [[{ accountId: null }, {}], null],
  ])('finds the account of an order with %j', (accounts, expected) => {
    const order = accounts.map((own, at) => ({
      orderId: 'O',
      lineId: String(at),
      promisedAt: DUE,
      quantityOrdered: 1,
      deliveries: [],
      ...own,
    }));
    expect(toDeliveryUnits(order as never, { asOf, level: 'order' })[0]?.accountId).toBe(expected);
  });

  it('gives records without order a unit each', () => {
    const own = line('', '1', 1, []);
    const records = [own, null, { ...own, orderId: null }, line('O', '1', 1, [])] as (typeof own)[];
    for (const level of ['line', 'order'] as const) {
      const units = toDeliveryUnits(records, { asOf, level });
      expect(units.map(({ exclusion }) => exclusion)).toEqual(['invalid', 'invalid', 'invalid', null]);
      expect(units.map(({ orderId }) => orderId)).toEqual([null, null, null, 'O']);
      expect(units.map(({ dueOn }) => dueOn)).toEqual([null, null, null, DUE]);
    }
  });

  it('keeps orders where they first appear, and their lines together', () => {
    const [a, b] = [line('A', '1', 1, []), line('B', '1', 1, [])];
    const lines = [b, a, { ...b, lineId: '2' }, { ...a, lineId: '2' }, { ...b, lineId: '3' }];
    const ids = toDeliveryUnits(lines, { asOf }).map(({ orderId, lineId }) => `${orderId ?? ''}${lineId ?? ''}`);
    expect(ids).toEqual(['B1', 'B2', 'B3', 'A1', 'A2']);
    expect(toDeliveryUnits(lines, { asOf, level: 'order' }).map(({ orderId }) => orderId)).toEqual(['B', 'A']);
  });

  it('changes nothing it is given, and gives plain JSON', () => {
    const lines = deepFreeze(structuredClone(TEN_LINES));
    for (const level of ['line', 'order', 'unit'] as const) {
      const units = toDeliveryUnits(lines, { asOf, level });
      expect(JSON.parse(JSON.stringify(units))).toEqual(units);
    }
  });
});

describe('working days', () => {
  // Friday 6 March is due; Monday the 9th is a holiday.
  const on = (day: string, window: object, options: object = {}): number | null =>
    computeOtif([line('O', '1', 1, [arrival(day, 1)])], { asOf, window, calendar, ...options }).value;

  it.each([
    ['2026-03-07', { lateDays: 0 }, 0],
    ['2026-03-07', { lateDays: 1 }, 1],
    ['2026-03-10', { lateDays: 1 }, 1],
    ['2026-03-11', { lateDays: 1 }, 0],
    ['2026-03-11', { lateDays: 2 }, 1],
    ['2026-03-05', { earlyDays: 1 }, 1],
    ['2026-03-04', { earlyDays: 1 }, 0],
    ['2026-03-10', { earlyDays: 1 }, 0],
    ['2026-01-01', { earlyDays: 'any', lateDays: 1 }, 1],
  ] as const)('count a delivery on %s within %j: %d', (day, window, expected) => {
    expect(on(day, window)).toBe(expected);
  });

  it('count the cut-off back from the due date', () => {
    const own = line('O', '1', 1, [], { promisedAt: '2026-03-10' });
    const excluded = (cancelledAt: string): number =>
      computeOtif([{ ...own, cancelledAt }], { asOf, calendar, cancellationCutoffDays: 1 }).excluded.cancelled;
    expect(excluded('2026-03-06')).toBe(1);
    expect(excluded('2026-03-07')).toBe(0);
  });

  it.each([
    [{ window: { lateDays: 1 } }, { window: { earlyDays: 0, lateDays: 1 }, calendar: 'fr' }],
    [{ cancellationCutoffDays: 1 }, { cancellationCutoffDays: 1, calendar: 'fr' }],
    [{ window: { earlyHours: 1, lateHours: 1 } }, { window: { earlyHours: 1, lateHours: 1 } }],
    [{}, {}],
  ] as const)('stand in the definition where they matter: %j', (options, parameters) => {
    expect(otifMeasure({ ...options, calendar }).definition.parameters).toEqual(parameters);
  });

  it('may end', () => {
    const week = [
      { from: '2026-03-02', hours: { friday: hours } },
      { from: '2026-03-08', hours: {} },
    ];
    const short = toBusinessCalendar({ zone: 'Europe/Paris', weeks: week });
    const value = (day: string, window: object): number | null =>
      computeOtif([line('O', '1', 1, [arrival(day, 1)])], { asOf, window, calendar: short }).value;
    expect(value('2026-03-30', { lateDays: 1 })).toBe(1);
    expect(value('2020-01-01', { earlyDays: 1 })).toBe(1);
    expect(otifMeasure({ window: { lateDays: 1 }, calendar: short }).definition.parameters['calendar']).toBeNull();
  });
});
