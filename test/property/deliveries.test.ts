import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import { toCivilDate } from '../../src/core/civilDay.js';
import { checkOrderLines } from '../../src/metrics/operational/checkOrderLines.js';
import { toDeliveryUnits, type DeliveryOptions } from '../../src/metrics/operational/deliveryUnits.js';
import { computeInFull } from '../../src/metrics/operational/inFull.js';
import { computeOnTime } from '../../src/metrics/operational/onTime.js';
import type { OrderLine } from '../../src/metrics/operational/orderLine.js';
import { computeOtif, otifMeasure } from '../../src/metrics/operational/otif.js';
import { computePerfectOrder } from '../../src/metrics/operational/perfectOrder.js';
import { expectSound } from '../tools/soundness.js';

const DAY = 20_500;
const date = (day: number): string => toCivilDate(DAY + day) as string;
const day = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(date);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const delivery = fc.record({
  deliveredAt: maybe(day(0, 9)),
  quantity: fc.integer({ min: 0, max: 6 }),
  documentsOk: maybe(fc.boolean()),
  damaged: maybe(fc.boolean()),
});

/** A line due on one of a few days, of which something may have come. */
const line: fc.Arbitrary<Omit<OrderLine, 'orderId' | 'lineId'>> = fc.record({
  promisedAt: day(2, 6),
  quantityOrdered: fc.integer({ min: 1, max: 6 }),
  deliveries: fc.array(delivery, { maxLength: 3 }),
});

/** A line of which anything may be wrong or missing. */
const anyLine: fc.Arbitrary<OrderLine> = fc
  .tuple(
    line,
    fc.record(
      {
        promisedAt: fc.constant(undefined),
        quantityOrdered: fc.constantFrom(0, -1, NaN),
        cancelledAt: day(0, 9),
        closedAt: day(0, 9),
        excludedReason: fc.constantFrom('customer-caused', 'force-majeure', 'other'),
        accountId: fc.constantFrom('a', 'b'),
      } as const,
      { requiredKeys: [] },
    ),
    fc.record({ orderId: fc.constantFrom('1', '2', '3', '4', ''), lineId: fc.constantFrom('1', '2', '3') }),
    fc.boolean(),
  )
  .map(([own, odd, ids, isOdd]) => ({ ...own, ...(isOdd ? odd : {}), ...ids }));

const rules = fc.record({
  level: fc.constantFrom('order', 'line', 'unit'),
  splitRule: fc.constantFrom('all', 'first', 'cumulative-by-due'),
  window: fc.record({ earlyDays: fc.constantFrom(0, 1, 'any'), lateDays: fc.constantFrom(0, 1) }),
  quantityTolerance: fc.record({ under: fc.constantFrom(0, 0.5), over: fc.constantFrom(0, 0.5, 'any') }),
  asOf: day(0, 12),
}) as fc.Arbitrary<DeliveryOptions>;

const numbered = (orders: readonly (readonly Omit<OrderLine, 'orderId' | 'lineId'>[])[], name = ''): OrderLine[] =>
  orders.flatMap((own, order) =>
    own.map((rest, at) => ({ ...rest, orderId: `${name}${String(order)}`, lineId: String(at) })),
  );

/** Everything of a result, sums rounded to what rounding leaves. */
const rounded = (result: object): unknown =>
  JSON.parse(JSON.stringify(result), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
  );

describe('deliveries', () => {
  it('an order is no better than its lines where all orders have as many', () => {
    const orders = fc
      .integer({ min: 1, max: 4 })
      .chain((count) =>
        fc.array(fc.array(line, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(orders, fc.constantFrom('all', 'first', 'cumulative-by-due'), (own, splitRule) => {
        const options = { asOf: date(30), splitRule } as const;
        const lines = numbered(own);
        for (const compute of [computeOtif, computeOnTime, computeInFull]) {
          const order = compute(lines, { ...options, level: 'order' }).value ?? NaN;
          expect(order).toBeLessThanOrEqual((compute(lines, options).value ?? NaN) + 1e-12);
        }
      }),
    );
  });

  it('an order may look better than its lines where a large one fails', () => {
    const come = { promisedAt: date(2), quantityOrdered: 1, deliveries: [{ deliveredAt: date(2), quantity: 1 }] };
    const open = { ...come, deliveries: [] };
    const lines = numbered([Array.from({ length: 10 }, () => open), [come], [come]]);
    expect(computeOtif(lines, { asOf: date(30) }).value).toBeCloseTo(2 / 12, 15);
    expect(computeOtif(lines, { asOf: date(30), level: 'order' }).value).toBeCloseTo(2 / 3, 15);
  });

  it('on time and in full is both, hence no more than either; perfect is no more than that', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), rules, (lines, options) => {
        for (const unit of toDeliveryUnits(lines, options)) {
          if (unit.onTime !== null && unit.inFull !== null) expect(unit.otif).toBe(unit.onTime && unit.inFull);
          if (unit.perfect === true) expect(unit).toMatchObject({ otif: true, documentsOk: true, undamaged: true });
          if (unit.otif === false && unit.exclusion === null) expect(unit.perfect).toBe(false);
          if (unit.exclusion !== null) expect([unit.otif, unit.perfect]).toEqual([null, null]);
        }
        const otif = computeOtif(lines, options).successes;
        expect(otif).toBeLessThanOrEqual(computeOnTime(lines, options).successes + 1e-9);
        expect(otif).toBeLessThanOrEqual(computeInFull(lines, options).successes + 1e-9);
        const orders = computeOtif(lines, { ...options, level: 'order' }).successes;
        expect(computePerfectOrder(lines, options).successes).toBeLessThanOrEqual(orders);
      }),
    );
  });

  it('the order of rows and of deliveries does not matter', () => {
    const shuffled = fc.array(anyLine, { maxLength: 12 }).chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc
          .shuffledSubarray(lines, { minLength: lines.length })
          .map((own) => own.map((one) => ({ ...one, deliveries: [...one.deliveries].reverse() }))),
      ),
    );
    fc.assert(
      fc.property(shuffled, rules, ([lines, others], options) => {
        for (const compute of [computeOtif, computeOnTime, computeInFull, computePerfectOrder])
          expect(rounded(compute(others, options))).toEqual(rounded(compute(lines, options)));
      }),
    );
  });

  it('of two deliveries at one time the larger fills the order, whichever is written first', () => {
    const due = { orderId: '1', lineId: '1', promisedAt: '2026-02-18', quantityOrdered: 4 };
    const [early, two, one] = [
      { deliveredAt: '2026-02-16', quantity: 2 },
      { deliveredAt: '2026-02-24', quantity: 2 },
      { deliveredAt: '2026-02-24', quantity: 1 },
    ];
    const options = { level: 'unit', asOf: '2026-02-24' } as const;
    for (const deliveries of [
      [early, two, one],
      [one, two, early],
    ])
      expect(computeOtif([{ ...due, deliveries }], options).sampleSize).toBe(2);
  });

  it('months add up to the quarter, and units give what lines give', () => {
    const months = fc.array(fc.array(fc.array(line, { maxLength: 3 }), { maxLength: 4 }), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(months, rules, (own, { asOf, ...options }) => {
        const parts = own.map((orders, month) => numbered(orders, `month ${String(month)} `));
        const measure = otifMeasure(options);
        const tally = measure.createTally();
        for (const part of parts)
          measure.mergeTallies(tally, tallyRows(toDeliveryUnits(part, { ...options, asOf }), measure));
        const whole = computeOtif(parts.flat(), { ...options, asOf });
        expect(rounded(measure.toResult(tally))).toEqual(rounded(whole));
        const units = toDeliveryUnits(parts.flat(), { ...options, asOf });
        expect(computeMeasure(units, measure)).toEqual(whole);
      }),
    );
  });

  it('every line is counted once, as a hit, a miss or left out', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), rules, (lines, options) => {
        const result = computeOtif(lines, { ...options, level: 'line' });
        const out = Object.values(result.excluded).reduce((sum, count) => sum + count, 0);
        expect(result.successes + result.failures + out).toBe(lines.length);
        const impossible = checkOrderLines(lines).filter(({ code }) => !/^(?:duplicate-line|due-|several-)/.test(code));
        expect(impossible).toHaveLength(result.excluded.invalid);
      }),
    );
  });

  it('results are sound, clustered or not', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), rules, (lines, options) => {
        expectSound(computeOtif(lines, options));
        expectSound(computePerfectOrder(lines, options));
        const units = toDeliveryUnits(lines, options);
        expectSound(computeMeasure(units, clusterBy(otifMeasure(options), 'accountId')));
      }),
    );
  });
});
