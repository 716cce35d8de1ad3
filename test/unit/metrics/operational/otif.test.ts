import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../../src/measures/clusterBy.js';
import { compareResults } from '../../../../src/measures/compareResults.js';
import { compareTallies } from '../../../../src/measures/compareTallies.js';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import { toDeliveryUnits } from '../../../../src/metrics/operational/deliveryUnits.js';
import { computeInFull, inFullMeasure } from '../../../../src/metrics/operational/inFull.js';
import { computeOnTime, onTimeMeasure } from '../../../../src/metrics/operational/onTime.js';
import { computeOtif, otifMeasure } from '../../../../src/metrics/operational/otif.js';
import { arrival, DUE, LATER, line, TEN_LINES } from './tenLines.js';

const asOf = LATER;

describe('computeOtif on ten lines', () => {
  it.each([
    ['line', 'otif', 7, 3],
    ['line', 'onTime', 7, 3],
    ['line', 'inFull', 8, 2],
    ['order', 'otif', 1, 3],
    ['order', 'onTime', 1, 3],
    ['order', 'inFull', 2, 2],
    ['unit', 'otif', 103, 57],
    ['unit', 'onTime', 103, 57],
    ['unit', 'inFull', 118, 42],
  ] as const)('at the level %s gives %s: %d hits and %d misses', (level, metric, successes, failures) => {
    const compute = { otif: computeOtif, onTime: computeOnTime, inFull: computeInFull }[metric];
    const result = compute(TEN_LINES, { asOf, level });
    expect(result).toMatchObject({ successes, failures });
    expect(result.value).toBeCloseTo(successes / (successes + failures), 14);
  });

  it('counts lines, orders, or deliveries with the pieces that did not come', () => {
    expect(computeOtif(TEN_LINES, { asOf }).sampleSize).toBe(10);
    expect(computeOtif(TEN_LINES, { asOf, level: 'order' }).sampleSize).toBe(4);
    const pieces = computeOtif(TEN_LINES, { asOf, level: 'unit' });
    // Ten deliveries, of which two against A2, and the rests of B1 and D1; the sum of the squares is 3426.
    expect(pieces.sampleSize).toBe(12);
    expect(pieces.effectiveSampleSize).toBeCloseTo(160 ** 2 / 3426, 10);
  });

  it('takes a line closed short at its word', () => {
    const closed = TEN_LINES.map((own) => (own.orderId === 'B' ? { ...own, closedAt: '2026-03-10' } : own));
    expect(computeOnTime(closed, { asOf }).value).toBe(0.8);
    expect(computeInFull(closed, { asOf }).value).toBe(0.8);
    expect(computeOtif(closed, { asOf }).value).toBe(0.7);
    // Not closed yet at the time.
    expect(computeOnTime(closed, { asOf: '2026-03-09' }).value).toBe(0.7);
    expect(computeOnTime(closed, { asOf: '2026-03-10' }).value).toBe(0.8);
  });

  it('has Wilson’s interval and the binomial error without weights', () => {
    const { interval, standardError, degreesOfFreedom } = computeOtif(TEN_LINES, { asOf });
    // R: binom::binom.confint(7, 10, method = "wilson")
    expect(interval?.lower).toBeCloseTo(0.3967781, 7);
    expect(interval?.upper).toBeCloseTo(0.8922087, 7);
    expect(standardError).toBeCloseTo(Math.sqrt(0.021), 14);
    expect(degreesOfFreedom).toBeNull();
  });

  it('is nothing without lines', () => {
    const result = computeOtif([], { asOf });
    expect(result).toMatchObject({ value: null, sampleSize: 0, successes: 0, failures: 0 });
    expect(result.warnings).toEqual([{ code: 'no-data' }]);
    expect(Object.values(result.excluded)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(computeOtif([], { asOf, level: 'unit' }).value).toBeNull();
  });

  it('reads any iterable once', () => {
    expect(computeOtif(new Set(TEN_LINES), { asOf }).value).toBe(0.7);
  });

  it('is plain JSON', () => {
    for (const level of ['line', 'order', 'unit'] as const) {
      const result = computeOtif(TEN_LINES, { asOf, level });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });
});

describe('what counts', () => {
  const open = line('O', '1', 10, []);
  const counted = (own: typeof open, options: object = {}): readonly [number, number, object] => {
    const { successes, failures, excluded } = computeOtif([own], { asOf, ...options });
    return [successes, failures, Object.fromEntries(Object.entries(excluded).filter(([, count]) => count > 0))];
  };

  it.each([
    ['open past its date', open, {}, [0, 1, {}]],
    ['open on its date', open, { asOf: DUE }, [0, 0, { notDue: 1 }]],
    ['open on the next day', open, { asOf: '2026-03-07' }, [0, 1, {}]],
    ['open within its window', open, { asOf: '2026-03-07', window: { lateDays: 1 } }, [0, 0, { notDue: 1 }]],
    ['open past its window', open, { asOf: '2026-03-08', window: { lateDays: 1 } }, [0, 1, {}]],
    ['complete on its date', line('O', '1', 10, [arrival(DUE, 10)]), { asOf: DUE }, [1, 0, {}]],
    ['complete before its date', line('O', '1', 10, [arrival('2026-03-02', 10)]), { asOf: '2026-03-03' }, [0, 1, {}]],
    ['half done before its date', line('O', '1', 10, [arrival(DUE, 5)]), { asOf: DUE }, [0, 0, { notDue: 1 }]],
    ['delivered after the moment', line('O', '1', 10, [arrival('2026-03-20', 10)]), { asOf: '2026-03-19' }, [0, 1, {}]],
    ['on its way', line('O', '1', 10, [{ shippedAt: DUE, quantity: 10 }]), {}, [0, 1, {}]],
    ['an empty delivery', line('O', '1', 10, [arrival(DUE, 0)]), {}, [0, 1, {}]],
    ['an empty one, late', line('O', '1', 10, [arrival(DUE, 10), arrival('2026-03-09', 0)]), {}, [1, 0, {}]],
    ['without a date', line('O', '1', 10, [arrival(DUE, 10)], { promisedAt: undefined }), {}, [0, 0, { missing: 1 }]],
    ['cancelled in time', { ...open, cancelledAt: DUE }, {}, [0, 0, { cancelled: 1 }]],
    ['cancelled too late', { ...open, cancelledAt: '2026-03-07' }, {}, [0, 1, {}]],
    [
      'cancelled after the moment',
      { ...open, cancelledAt: '2026-03-05' },
      { asOf: '2026-03-04' },
      [0, 0, { notDue: 1 }],
    ],
    ['cancelled without a date', { ...open, promisedAt: undefined, cancelledAt: LATER }, {}, [0, 0, { cancelled: 1 }]],
    [
      'before the cut-off',
      { ...open, cancelledAt: '2026-03-04' },
      { cancellationCutoffDays: 2 },
      [0, 0, { cancelled: 1 }],
    ],
    ['after the cut-off', { ...open, cancelledAt: '2026-03-05' }, { cancellationCutoffDays: 2 }, [0, 1, {}]],
    ['the customer’s doing', { ...open, excludedReason: 'customer-caused' }, {}, [0, 0, { customerCaused: 1 }]],
    ['force majeure', { ...open, excludedReason: 'force-majeure' }, {}, [0, 0, { forceMajeure: 1 }]],
    ['another excuse', { ...open, excludedReason: 'other' }, {}, [0, 0, { otherExcuse: 1 }]],
    ['excused and cancelled', { ...open, excludedReason: 'other', cancelledAt: DUE }, {}, [0, 0, { otherExcuse: 1 }]],
    ['impossible', { ...open, quantityOrdered: -1 }, {}, [0, 0, { invalid: 1 }]],
    ['no record', null, {}, [0, 0, { invalid: 1 }]],
  ] as const)('judges a line %s', (_, own, options, expected) => {
    expect(counted(own as typeof open, options)).toEqual(expected);
    expect(counted(own as typeof open, { ...options, level: 'order' })).toEqual(expected);
  });

  it.each([
    ['open past its date', open, {}, [0, 10, {}]],
    ['open on its date', open, { asOf: DUE }, [0, 0, { notDue: 1 }]],
    ['half done on its date', line('O', '1', 10, [arrival(DUE, 5)]), { asOf: DUE }, [0, 0, { notDue: 1 }]],
    ['half done, closed', line('O', '1', 10, [arrival(DUE, 5)], { closedAt: DUE }), { asOf: DUE }, [5, 5, {}]],
    ['half done past its date', line('O', '1', 10, [arrival(DUE, 5)]), {}, [5, 5, {}]],
    ['more than ordered', line('O', '1', 10, [arrival('2026-03-09', 4), arrival(DUE, 8)]), {}, [8, 2, {}]],
    ['more than ordered at once', line('O', '1', 10, [arrival(DUE, 12), arrival(DUE, 1)]), {}, [10, 0, {}]],
    ['without a date', line('O', '1', 10, [arrival(DUE, 4)], { promisedAt: undefined }), {}, [0, 0, { missing: 2 }]],
    ['an empty delivery', line('O', '1', 10, [arrival(DUE, 0)]), {}, [0, 10, {}]],
    ['one piece', line('O', '1', 1, [arrival(DUE, 1)]), {}, [1, 0, {}]],
    [
      'complete in two, on its date',
      line('O', '1', 10, [arrival(DUE, 6), arrival(DUE, 4)]),
      { asOf: DUE },
      [10, 0, {}],
    ],
    ['cancelled in time', { ...open, cancelledAt: DUE }, {}, [0, 0, { cancelled: 1 }]],
    ['impossible', { ...open, quantityOrdered: NaN }, {}, [0, 0, { invalid: 1 }]],
  ] as const)('judges the pieces of a line %s', (_, own, options, expected) => {
    expect(counted(own, { ...options, level: 'unit' })).toEqual(expected);
  });

  it('counts pieces in fractions without a rest', () => {
    const own = line('O', '1', 0.3, [arrival(DUE, 0.1), arrival(DUE, 0.2)]);
    expect(computeOtif([own], { asOf, level: 'unit' })).toMatchObject({ sampleSize: 2, failures: 0 });
    expect(computeOtif([own], { asOf }).value).toBe(1);
  });

  it('adds fractions up without losing a digit', () => {
    const lines = Array.from({ length: 10 }, (_, at) => line('O', String(at), 0.1, [arrival(DUE, 0.1)]));
    expect(computeOtif(lines, { asOf, level: 'unit' }).successes).toBe(1);
  });

  it('does not let the rules of quantity touch pieces', () => {
    const own = line('O', '1', 10, [arrival(DUE, 9)]);
    const options = { asOf, level: 'unit', quantityTolerance: { under: 0.2 }, splitRule: 'first' } as const;
    expect(computeOtif([own], options)).toMatchObject({ successes: 9, failures: 1 });
    expect(computeOtif([own], options).definition.parameters).toEqual({ level: 'unit' });
  });

  it.each([
    ['requested', 'requestedAt'],
    ['promised', 'promisedAt'],
    ['last-confirmed', 'lastConfirmedAt'],
  ] as const)('holds the date %s against the delivery', (dateBasis, field) => {
    const dates = { requestedAt: '2026-03-01', promisedAt: '2026-03-01', lastConfirmedAt: '2026-03-01', [field]: DUE };
    expect(computeOtif([line('O', '1', 10, [arrival(DUE, 10)], dates)], { asOf, dateBasis }).value).toBe(1);
  });

  it('looks at the departure where that is asked for', () => {
    const own = line('O', '1', 10, [{ shippedAt: DUE, deliveredAt: '2026-03-09', quantity: 10 }]);
    expect(computeOtif([own], { asOf, event: 'shipped' }).value).toBe(1);
    expect(computeOtif([own], { asOf, event: 'delivered' }).value).toBe(0);
    expect(computeOtif([own], { asOf, event: 'shipped', level: 'unit' }).value).toBe(1);
  });
});

describe('an order', () => {
  const hit = line('O', '1', 10, [arrival(DUE, 10)]);
  const miss = line('O', '2', 10, []);
  const order = (...lines: readonly (typeof hit)[]): unknown => {
    const { value, excluded } = computeOtif(lines, { asOf, level: 'order' });
    return value ?? Object.entries(excluded).find(([, count]) => count > 0)?.[0];
  };

  it.each([
    ['each line is', [hit, { ...hit, lineId: '3' }], 1],
    ['one line is not', [hit, miss], 0],
    ['a line is cancelled', [hit, { ...miss, cancelledAt: DUE }], 1],
    ['a line is excused', [hit, { ...miss, excludedReason: 'force-majeure' }], 1],
    ['a line is not due', [hit, { ...miss, promisedAt: '2026-04-30' }], 'notDue'],
    ['a line is a miss and another not due', [miss, { ...hit, promisedAt: '2026-04-30', deliveries: [] }], 'notDue'],
    ['a line has no date', [hit, { ...miss, promisedAt: undefined }], 'missing'],
    ['a line is a miss and another has no date', [miss, { ...hit, promisedAt: undefined }], 0],
    ['a line is impossible', [hit, { ...miss, quantityOrdered: 0 }], 'invalid'],
    ['a line is a copy', [hit, { ...hit }], 1],
    ['a line contradicts itself', [hit, { ...hit, quantityOrdered: 12 }], 'invalid'],
    [
      'all are cancelled',
      [
        { ...hit, cancelledAt: DUE },
        { ...miss, cancelledAt: DUE },
      ],
      'cancelled',
    ],
    [
      'all are out',
      [
        { ...hit, cancelledAt: DUE },
        { ...miss, excludedReason: 'other' },
      ],
      'otherExcuse',
    ],
  ] as const)('where %s', (_, lines, expected) => {
    expect(order(...(lines as readonly (typeof hit)[]))).toBe(expected);
    expect(order(...([...lines].reverse() as (typeof hit)[]))).toBe(expected);
  });

  it('need not stand together', () => {
    const lines = [hit, line('P', '1', 1, [arrival(DUE, 1)]), miss, line('P', '2', 1, [arrival(DUE, 1)])];
    expect(computeOtif(lines, { asOf, level: 'order' })).toMatchObject({ successes: 1, failures: 1 });
  });
});

describe('windows', () => {
  const at = (deliveredAt: string, window: object | undefined, promisedAt = DUE): number | null =>
    computeOtif([line('O', '1', 1, [arrival(deliveredAt, 1)], { promisedAt })], { asOf, window }).value;

  it.each([
    ['2026-03-05', undefined, 0],
    ['2026-03-06', undefined, 1],
    ['2026-03-07', undefined, 0],
    ['2026-03-04', { earlyDays: 1 }, 0],
    ['2026-03-05', { earlyDays: 1 }, 1],
    ['2026-03-07', { earlyDays: 1 }, 0],
    ['2026-03-07', { lateDays: 1 }, 1],
    ['2026-03-08', { lateDays: 1 }, 0],
    ['2026-01-05', { earlyDays: 'any' }, 1],
    ['2026-03-07', { earlyDays: 'any' }, 0],
    ['2026-03-06T23:59:00+01:00', undefined, 1],
    ['2026-03-07T00:01:00+01:00', undefined, 0],
  ] as const)('counts the days of a delivery on %s within %j', (deliveredAt, window, expected) => {
    expect(at(deliveredAt, window)).toBe(expected);
  });

  it.each([
    ['2026-03-06T08:00:00Z', { earlyHours: 2, lateHours: 1 }, 1],
    ['2026-03-06T07:59:59Z', { earlyHours: 2, lateHours: 1 }, 0],
    ['2026-03-06T11:00:00Z', { earlyHours: 2, lateHours: 1 }, 1],
    ['2026-03-06T11:00:01Z', { earlyHours: 2, lateHours: 1 }, 0],
    ['2026-03-06T11:30:00+01:00', { earlyHours: 0, lateHours: 0.5 }, 1],
    ['2026-02-01T10:00:00Z', { earlyHours: 'any', lateHours: 0 }, 1],
    ['2026-03-06', { earlyHours: 0, lateHours: 0 }, 1],
    ['2026-03-07', { earlyHours: 0, lateHours: 23 }, 0],
    ['2026-03-07', { earlyHours: 0, lateHours: 24 }, 1],
  ] as const)('counts the hours of a delivery at %s within %j', (deliveredAt, window, expected) => {
    expect(at(deliveredAt, window, '2026-03-06T10:00:00Z')).toBe(expected);
  });
});

describe('quantities', () => {
  const value = (delivered: number, quantityTolerance: object | undefined, ordered = 100): number | null =>
    computeInFull([line('O', '1', ordered, [arrival(DUE, delivered)])], { asOf, quantityTolerance }).value;

  it.each([
    [99, undefined, 0],
    [100, undefined, 1],
    [101, undefined, 0],
    [98, { under: 0.02 }, 1],
    [97, { under: 0.02 }, 0],
    [101, { under: 0.02 }, 0],
    [115, { over: 0.15 }, 1],
    [116, { over: 0.15 }, 0],
    [129, { over: 0.29 }, 1],
    [99, { over: 0.29 }, 0],
    [500, { over: 'any' }, 1],
  ] as const)('calls %d of 100 within %j in full: %d', (delivered, tolerance, expected) => {
    expect(value(delivered, tolerance)).toBe(expected);
  });

  it('sees a thousandth where quantities are fractions', () => {
    expect(value(0.299, undefined, 0.3)).toBe(0);
    expect(value(0.1 + 0.2, undefined, 0.3)).toBe(1);
  });
});

describe('lines that come in several deliveries', () => {
  const [early, due, late] = ['2026-03-05', DUE, '2026-03-09'];
  it.each([
    // Deliveries of a line of 10, then on time and in full under 'all', 'first' and 'cumulative-by-due'.
    ['10 in time', [arrival(due, 10)], '11 11 11'],
    ['6 and 4 in time', [arrival(due, 6), arrival(due, 4)], '11 11 11'],
    ['6 in time, 4 late', [arrival(due, 6), arrival(late, 4)], '01 10 10'],
    ['4 late, 6 in time', [arrival(late, 4), arrival(due, 6)], '01 10 10'],
    ['6 in time, 4 still to come', [arrival(due, 6)], '00 10 10'],
    ['10 in time, 2 late', [arrival(due, 10), arrival(late, 2)], '00 11 11'],
    ['10 early', [arrival(early, 10)], '01 01 00'],
    ['4 early, 6 in time', [arrival(early, 4), arrival(due, 6)], '01 00 10'],
    ['4 early, 10 in time', [arrival(early, 4), arrival(due, 10)], '00 00 11'],
    ['12 in time', [arrival(due, 12)], '10 10 10'],
    ['10 late', [arrival(late, 10)], '01 01 00'],
    ['nothing', [], '00 00 00'],
  ] as const)('%s', (_, deliveries, expected) => {
    const own = [line('O', '1', 10, deliveries)];
    const found = (['all', 'first', 'cumulative-by-due'] as const).map((splitRule) => {
      const onTime = computeOnTime(own, { asOf, splitRule });
      const inFull = computeInFull(own, { asOf, splitRule });
      const otif = computeOtif(own, { asOf, splitRule });
      expect(otif.successes).toBe(onTime.successes * inFull.successes);
      return `${String(onTime.successes)}${String(inFull.successes)}`;
    });
    expect(found.join(' ')).toBe(expected);
  });

  it('waits for the rest of a line, except where the first delivery decides', () => {
    const own = [line('O', '1', 10, [arrival('2026-03-05', 4)])];
    expect(computeOtif(own, { asOf: '2026-03-05' }).excluded.notDue).toBe(1);
    expect(computeOtif(own, { asOf: '2026-03-05', splitRule: 'cumulative-by-due' }).excluded.notDue).toBe(1);
    expect(computeOtif(own, { asOf: '2026-03-05', splitRule: 'first' }).failures).toBe(1);
    const piece = [line('O', '1', 10, [arrival('2026-03-05', 1)])];
    expect(computeOtif(piece, { asOf: '2026-03-05', splitRule: 'first' }).failures).toBe(1);
    expect(computeOtif([line('O', '1', 10, [])], { asOf: '2026-03-05', splitRule: 'first' }).excluded.notDue).toBe(1);
  });

  it('takes a tolerated rest for delivered', () => {
    const own = [line('O', '1', 10, [arrival(DUE, 9)])];
    expect(computeOtif(own, { asOf, quantityTolerance: { under: 0.1 } }).value).toBe(1);
    expect(computeOtif(own, { asOf, quantityTolerance: { under: 0.09 } }).value).toBe(0);
  });
});

describe('copies and contradictions', () => {
  const own = line('O', '1', 10, [arrival(DUE, 10)]);
  const counts = (lines: readonly (typeof own)[], options: object = {}): readonly number[] => {
    const { successes, failures, excluded } = computeOtif(lines, { asOf, ...options });
    return [successes, failures, excluded.duplicate, excluded.invalid];
  };

  it('counts copies once', () => {
    expect(counts([own, { ...own }, structuredClone(own)])).toEqual([1, 0, 2, 0]);
    expect(counts([own, { ...own }], { level: 'unit' })).toEqual([10, 0, 1, 0]);
  });

  it('does not mind the order of the deliveries', () => {
    const parts = [arrival(DUE, 4), arrival(DUE, 6)];
    const [one, two] = [
      { ...own, deliveries: parts },
      { ...own, deliveries: [...parts].reverse() },
    ];
    expect(counts([one, two])).toEqual([1, 0, 1, 0]);
  });

  it.each([
    { accountId: 'other' },
    { sku: 'X' },
    { itemClass: 'A' },
    { orderedAt: '2026-03-01' },
    { requestedAt: DUE },
    { promisedAt: '2026-03-05' },
    { lastConfirmedAt: DUE },
    { cancelledAt: LATER },
    { closedAt: LATER },
    { quantityOrdered: 12 },
    { excludedReason: 'other' },
    { deliveries: [] },
    { deliveries: [arrival('2026-03-05', 10)] },
    { deliveries: [arrival(DUE, 9)] },
    { deliveries: [arrival(DUE, 10, { shippedAt: DUE })] },
    { deliveries: [arrival(DUE, 10, { documentsOk: true })] },
    { deliveries: [arrival(DUE, 10, { damaged: false })] },
  ] as const)('leaves records out that differ in %j', (change) => {
    const other = { ...own, ...change };
    expect(counts([own, other])).toEqual([0, 0, 0, 2]);
    expect(counts([other, own, own])).toEqual([0, 0, 0, 3]);
    expect(counts([other, own], { level: 'unit' })).toEqual([0, 0, 0, 2]);
  });

  it('judges a readable record whose copy cannot be read', () => {
    expect(counts([{ ...own, quantityOrdered: NaN }, own])).toEqual([1, 0, 0, 1]);
  });

  it('tells the lines of another order apart', () => {
    expect(counts([own, { ...own, orderId: 'P' }])).toEqual([2, 0, 0, 0]);
  });

  it.each([2, 11, 12, 13, 40])('finds a copy among %d lines', (count) => {
    const lines = Array.from({ length: count - 1 }, (_, index) => ({ ...own, lineId: String(index) }));
    expect(counts([...lines, { ...own, lineId: '0' }])).toEqual([count - 1, 0, 1, 0]);
    expect(counts(lines)).toEqual([count - 1, 0, 0, 0]);
  });
});

describe('otifMeasure', () => {
  const rules = { window: { earlyDays: 1, lateDays: 0 } } as const;

  it.each(['line', 'order', 'unit'] as const)('gives over units what computeOtif gives over lines: %s', (level) => {
    const units = toDeliveryUnits(TEN_LINES, { asOf, level, ...rules });
    for (const [measure, compute] of [
      [otifMeasure({ level, ...rules }), computeOtif],
      [onTimeMeasure({ level, ...rules }), computeOnTime],
      [inFullMeasure({ level, ...rules }), computeInFull],
    ] as const)
      expect(computeMeasure(units, measure as ReturnType<typeof otifMeasure>)).toEqual(
        compute(TEN_LINES, { asOf, level, ...rules }),
      );
  });

  it('merges months into the quarter', () => {
    const march = TEN_LINES;
    const april = TEN_LINES.slice(0, 5).map((own) => ({ ...own, orderId: `${own.orderId} in April` }));
    for (const level of ['line', 'order', 'unit'] as const) {
      const measure = otifMeasure({ level });
      const tally = tallyRows(toDeliveryUnits(march, { asOf, level }), measure);
      measure.mergeTallies(tally, tallyRows(toDeliveryUnits(april, { asOf, level }), measure));
      expect(measure.toResult(tally)).toEqual(computeOtif([...march, ...april], { asOf, level }));
    }
  });

  it('adds up what was left out', () => {
    const measure = otifMeasure();
    const cancelled = toDeliveryUnits([line('X', '1', 1, [], { cancelledAt: DUE })], { asOf });
    const tally = tallyRows(cancelled, measure);
    measure.mergeTallies(tally, tallyRows(cancelled, measure));
    expect(measure.toResult(tally).excluded.cancelled).toBe(2);
  });

  it('is stored and read back', () => {
    const measure = otifMeasure({ level: 'unit' });
    const tally = tallyRows(toDeliveryUnits(TEN_LINES, { asOf, level: 'unit' }), measure);
    const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tally)));
    expect(measure.toResult(readTally(measure, stored))).toEqual(measure.toResult(tally));
    expect(() => readTally(otifMeasure(), stored)).toThrow('definition');
  });

  it('is clustered by account', () => {
    const lines = Array.from({ length: 8 }, (_, index) =>
      TEN_LINES.map((own) => ({
        ...own,
        orderId: `${own.orderId}${String(index)}`,
        accountId: `a${String(index % 6)}`,
      })),
    ).flat();
    const units = toDeliveryUnits(lines, { asOf });
    const result = computeMeasure(units, clusterBy(otifMeasure(), 'accountId'));
    expect(result).toMatchObject({ value: 0.7, accounts: 6, successes: 56, failures: 24 });
    const none = units.map((unit) => ({ ...unit, accountId: null }));
    expect(computeMeasure(none, clusterBy(otifMeasure(), 'accountId')).excluded.missingAccount).toBe(80);
  });

  it('is compared', () => {
    const measure = otifMeasure();
    const a = tallyRows(toDeliveryUnits(TEN_LINES, { asOf }), measure);
    const b = tallyRows(toDeliveryUnits(TEN_LINES.slice(0, 5), { asOf }), measure);
    expect(compareTallies(measure, a, b).difference).toBeCloseTo(0.1, 14);
    const [first, second] = [computeOtif(TEN_LINES, { asOf }), computeOtif(TEN_LINES, { asOf, level: 'order' })];
    expect(() => compareResults(first, second)).toThrow('definition');
  });

  it('takes confidence and population, and lets the result override them', () => {
    const measure = otifMeasure({ confidence: 0.9, interval: 'wald' });
    const tally = tallyRows(toDeliveryUnits(TEN_LINES, { asOf }), measure);
    expect(measure.toResult(tally).interval).toMatchObject({ confidence: 0.9, method: 'wald' });
    expect(measure.toResult(tally, { confidence: 0.8 }).interval?.confidence).toBe(0.8);
    expect(computeOtif(TEN_LINES, { asOf, population: 10 }).interval).toMatchObject({ lower: 0.7, upper: 0.7 });
  });

  it.each([
    ['of another level', { level: 'order' }],
    ['with another reason', { exclusion: 'late' }],
    ['without a reason', { exclusion: undefined }],
    ['that say neither yes nor no', { otif: 'yes' }],
  ])('refuses units %s', (_, change) => {
    const [unit] = toDeliveryUnits(TEN_LINES, { asOf });
    const read = (): unknown => computeMeasure([unit, { ...unit, ...change }] as never, otifMeasure());
    expect(read).toThrow(/^otifMeasure: (unit|score) at row 1 must be/);
  });

  it('refuses what is no unit', () => {
    expect(() => computeMeasure([null] as never, otifMeasure())).toThrow(
      'otifMeasure: unit at row 0 must be one that toDeliveryUnits made at the level "line", received undefined',
    );
  });

  it('leaves units without weight out', () => {
    const [unit, other] = toDeliveryUnits(TEN_LINES, { asOf, level: 'unit' });
    const units = [unit, { ...other, weight: 0 }, { ...other, weight: null }] as never;
    expect(computeMeasure(units, otifMeasure({ level: 'unit' }))).toMatchObject({
      sampleSize: 1,
      excluded: { missing: 2 },
    });
  });
});

describe('the definition', () => {
  it('leaves out what is usual', () => {
    const usual = { level: 'line', dateBasis: 'promised', event: 'delivered', splitRule: 'all' } as const;
    const options = { ...usual, window: { earlyDays: 0, lateDays: 0 }, quantityTolerance: { under: 0, over: 0 } };
    expect(otifMeasure().definition).toEqual({
      id: 'otif',
      family: 'proportion',
      statistic: 'share',
      unit: 'share',
      direction: 'higher-is-better',
      range: { minimum: 0, maximum: 1 },
      parameters: {},
    });
    expect(otifMeasure({ ...options, cancellationCutoffDays: 0 }).definition.parameters).toEqual({});
  });

  it.each([
    [{ level: 'order' }, { level: 'order' }],
    [{ dateBasis: 'requested' }, { dateBasis: 'requested' }],
    [{ event: 'shipped' }, { event: 'shipped' }],
    [{ splitRule: 'first' }, { splitRule: 'first' }],
    [{ window: { earlyDays: 'any' } }, { window: { earlyDays: 'any', lateDays: 0 } }],
    [{ window: { lateDays: 2 } }, { window: { earlyDays: 0, lateDays: 2 } }],
    [{ window: { earlyHours: 1, lateHours: 2 } }, { window: { earlyHours: 1, lateHours: 2 } }],
    [{ quantityTolerance: { under: 0.1 } }, { quantityTolerance: { under: 0.1, over: 0 } }],
    [{ quantityTolerance: { over: 'any' } }, { quantityTolerance: { under: 0, over: 'any' } }],
    [{ cancellationCutoffDays: 3 }, { cancellationCutoffDays: 3 }],
  ] as const)('of %j holds %j', (options, parameters) => {
    expect(otifMeasure(options as never).definition.parameters).toEqual(parameters);
    expect(computeOtif([], { asOf, ...(options as object) }).definition.parameters).toEqual(parameters);
  });
});

describe('options', () => {
  it.each([
    ['level', 'case', '"order" or "line" or "unit"'],
    ['dateBasis', 'confirmed', '"requested" or "promised" or "last-confirmed"'],
    ['event', 'sent', '"delivered" or "shipped"'],
    ['splitRule', 'last', '"all" or "first" or "cumulative-by-due"'],
    ['window', null, 'an object'],
    ['window', { earlyDays: 1, lateHours: 1, earlyHours: 1 }, 'in days or in hours'],
    ['cancellationCutoffDays', -1, 'a whole number from 0'],
    ['cancellationCutoffDays', 0.5, 'a whole number from 0'],
    ['calendar', {}, 'one that toBusinessCalendar made'],
    ['calendar', null, 'one that toBusinessCalendar made'],
  ])('refuses %s %j', (name, value, rule) => {
    const call = (): unknown => computeOtif(TEN_LINES, { asOf, [name]: value });
    expect(call).toThrow(`computeOtif: option "${name}" must be ${rule}`);
    expect(() => otifMeasure({ [name]: value })).toThrow(`otifMeasure: option "${name}" must be ${rule}`);
  });

  it.each([
    ['window', 'earlyDays', -1, 'a whole number of days from 0'],
    ['window', 'earlyDays', 0.5, 'a whole number of days from 0'],
    ['window', 'lateDays', 'any', 'a whole number of days from 0'],
    ['window', 'lateDays', Infinity, 'a whole number of days from 0'],
    ['window', 'earlyHours', -1, 'a finite number of hours from 0'],
    ['window', 'lateHours', 'any', 'a finite number of hours from 0'],
    ['window', 'lateHours', Infinity, 'a finite number of hours from 0'],
    ['window', 'lateHours', undefined, 'a finite number of hours from 0'],
    ['quantityTolerance', 'under', -0.1, 'a share from 0 to below 1'],
    ['quantityTolerance', 'under', 1, 'a share from 0 to below 1'],
    ['quantityTolerance', 'under', 'any', 'a share from 0 to below 1'],
    ['quantityTolerance', 'over', -0.1, 'a finite share from 0, or "any"'],
    ['quantityTolerance', 'over', Infinity, 'a finite share from 0, or "any"'],
  ])('refuses %s with %s %j', (name, part, value, rule) => {
    const rest = part === 'lateHours' ? { earlyHours: 1 } : part === 'earlyHours' ? { lateHours: 1 } : {};
    const call = (): unknown => computeOtif(TEN_LINES, { asOf, [name]: { ...rest, [part]: value } });
    expect(call).toThrow(`computeOtif: option "${name}.${part}" must be ${rule}`);
  });

  it.each([
    [{ lateHours: 1 }, 'earlyHours'],
    [{ earlyHours: 1 }, 'lateHours'],
  ])('refuses half a window of hours, %j', (window, name) => {
    expect(() => otifMeasure({ window } as never)).toThrow(`otifMeasure: option "window.${name}" must be a finite`);
  });

  it.each([undefined, '2026-13-01', '2026-03-06T10:00:00'])('refuses asOf %j', (wrong) => {
    expect(() => computeOtif(TEN_LINES, { asOf: wrong as string })).toThrow(
      'computeOtif: option "asOf" must be a civil date or an instant with its zone',
    );
    expect(() => toDeliveryUnits(TEN_LINES, { asOf: wrong as string })).toThrow('toDeliveryUnits: option "asOf"');
  });

  it('names the function', () => {
    const options = { asOf, level: 'case' } as never;
    expect(() => computeOnTime([], options)).toThrow('computeOnTime: option "level"');
    expect(() => computeInFull([], options)).toThrow('computeInFull: option "level"');
    expect(() => onTimeMeasure(options)).toThrow('onTimeMeasure: option "level"');
    expect(() => inFullMeasure(options)).toThrow('inFullMeasure: option "level"');
    expect(() => toDeliveryUnits([], options)).toThrow('toDeliveryUnits: option "level"');
    expect(() => computeOtif(TEN_LINES, { asOf, confidence: 1 })).toThrow('computeOtif: option "confidence"');
  });
});
