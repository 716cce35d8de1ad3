import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { toDeliveryUnits } from '../../../../src/metrics/operational/deliveryUnits.js';
import type { OrderLineDelivery } from '../../../../src/metrics/operational/orderLine.js';
import { computePerfectOrder, perfectOrderMeasure } from '../../../../src/metrics/operational/perfectOrder.js';
import { arrival, DUE, LATER, line } from './tenLines.js';

const asOf = LATER;
const GOOD = { documentsOk: true, damaged: false };
const order = (id: string, care: Partial<OrderLineDelivery>, deliveredAt: string = DUE, quantity = 10) =>
  line(id, '1', 10, [arrival(deliveredAt, quantity, care)]);

describe('computePerfectOrder', () => {
  it.each([
    ['all is well', order('O', GOOD), true],
    ['it is late', order('O', GOOD, '2026-03-09'), false],
    ['it is short', order('O', GOOD, DUE, 9), false],
    ['a paper is wrong', order('O', { ...GOOD, documentsOk: false }), false],
    ['something is damaged', order('O', { ...GOOD, damaged: true }), false],
    ['papers are not known', order('O', { damaged: false }), null],
    ['the condition is not known', order('O', { documentsOk: true }), null],
    ['a miss is known and the rest is not', order('O', {}, '2026-03-09'), false],
    ['nothing came', line('O', '1', 10, []), false],
    [
      'one delivery of two is damaged',
      line('O', '1', 10, [arrival(DUE, 5, GOOD), arrival(DUE, 5, { ...GOOD, damaged: true })]),
      false,
    ],
    ['one delivery of two is not known', line('O', '1', 10, [arrival(DUE, 5, GOOD), arrival(DUE, 5)]), null],
    [
      'what comes later is not known yet',
      line('O', '1', 10, [arrival(DUE, 10, GOOD), arrival('2026-04-02', 1, { damaged: true })]),
      true,
    ],
    ['papers are null', order('O', { documentsOk: null, damaged: false } as never), null],
    ['the condition is null', order('O', { documentsOk: true, damaged: null } as never), null],
  ] as const)('where %s', (_, own, expected) => {
    const { value, excluded } = computePerfectOrder([own], { asOf });
    expect(value === null ? null : value === 1).toBe(expected);
    expect(excluded.missing).toBe(expected === null ? 1 : 0);
  });

  it('asks it of every line', () => {
    const lines = [order('O', GOOD), { ...order('O', { ...GOOD, damaged: true }), lineId: '2' }];
    expect(computePerfectOrder(lines, { asOf }).value).toBe(0);
    expect(computePerfectOrder([order('O', GOOD), { ...order('O', GOOD), lineId: '2' }], { asOf }).value).toBe(1);
    const unknown = [order('O', GOOD), { ...order('O', {}), lineId: '2' }];
    expect(computePerfectOrder(unknown, { asOf }).excluded.missing).toBe(1);
  });

  it('is no product of rates', () => {
    // What goes wrong goes wrong together: five of ten orders fail in all four respects.
    const bad = { documentsOk: false, damaged: true };
    const orders = Array.from({ length: 10 }, (_, at) =>
      at < 5 ? order(String(at), GOOD) : order(String(at), bad, '2026-03-09', 9),
    );
    expect(computePerfectOrder(orders, { asOf }).value).toBe(0.5);
  });

  it('has no level in its definition, nor any other than the order', () => {
    const { definition } = computePerfectOrder([], { asOf });
    expect(definition).toMatchObject({ id: 'perfect-order', parameters: {} });
    const lines = [order('O', GOOD), { ...order('O', GOOD), lineId: '2' }];
    expect(computePerfectOrder(lines, { asOf, level: 'line' } as never).sampleSize).toBe(1);
    const requested = perfectOrderMeasure({ dateBasis: 'requested', window: { lateDays: 1 } }).definition.parameters;
    expect(requested).toEqual({ dateBasis: 'requested', window: { earlyDays: 0, lateDays: 1 } });
  });

  it('names itself in errors', () => {
    expect(() => computePerfectOrder([], { asOf, event: 'x' } as never)).toThrow('computePerfectOrder: option "event"');
    expect(() => perfectOrderMeasure({ event: 'x' } as never)).toThrow('perfectOrderMeasure: option "event"');
  });
});

describe('perfectOrderMeasure', () => {
  const orders = [order('1', GOOD), order('2', { damaged: true }), order('3', {}), order('4', GOOD, '2026-03-09')];

  it('gives over units what computePerfectOrder gives over lines', () => {
    const units = toDeliveryUnits(orders, { asOf, level: 'order' });
    expect(computeMeasure(units, perfectOrderMeasure())).toEqual(computePerfectOrder(orders, { asOf }));
    expect(computePerfectOrder(orders, { asOf })).toMatchObject({
      successes: 1,
      failures: 2,
      excluded: { missing: 1 },
    });
  });

  it('merges', () => {
    const measure = perfectOrderMeasure();
    const unitsOf = (lines: typeof orders) => toDeliveryUnits(lines, { asOf, level: 'order' });
    const tally = tallyRows(unitsOf(orders.slice(0, 2)), measure);
    measure.mergeTallies(tally, tallyRows(unitsOf(orders.slice(2)), measure));
    expect(measure.toResult(tally)).toEqual(computePerfectOrder(orders, { asOf }));
  });

  it('refuses units of lines', () => {
    const read = (): unknown => computeMeasure(toDeliveryUnits(orders, { asOf }), perfectOrderMeasure());
    expect(read).toThrow(
      'perfectOrderMeasure: unit at row 0 must be one that toDeliveryUnits made at the level "order"',
    );
  });
});
