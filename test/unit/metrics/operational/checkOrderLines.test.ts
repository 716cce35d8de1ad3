import { describe, expect, it } from 'vitest';
import { checkOrderLines } from '../../../../src/metrics/operational/checkOrderLines.js';
import { computeOtif } from '../../../../src/metrics/operational/otif.js';
import { arrival, DUE, LATER, line, TEN_LINES } from './tenLines.js';

const own = line('O', '1', 10, [arrival(DUE, 10, { shippedAt: '2026-03-04' })], { orderedAt: '2026-03-02' });
const delivered = (change: object): object => ({ deliveries: [{ ...own.deliveries[0], ...change }] });

describe('checkOrderLines', () => {
  it('finds nothing where all is well', () => {
    expect(checkOrderLines(TEN_LINES)).toEqual([]);
    expect(checkOrderLines([own])).toEqual([]);
    expect(checkOrderLines([])).toEqual([]);
  });

  it('takes null for what is left out', () => {
    const times = { requestedAt: null, lastConfirmedAt: null, cancelledAt: null, closedAt: null, orderedAt: null };
    const rest = { accountId: null, excludedReason: null };
    const deliveries = [{ shippedAt: null, deliveredAt: null, quantity: 1, documentsOk: null, damaged: null }];
    expect(checkOrderLines([{ ...own, ...times, ...rest, deliveries }] as never)).toEqual([]);
  });

  it.each([
    [{ orderId: '' }, 'missing-id', 'orderId', ''],
    [{ orderId: 7 }, 'missing-id', 'orderId', 7],
    [{ lineId: undefined }, 'missing-id', 'lineId', null],
    [{ lineId: '' }, 'missing-id', 'lineId', ''],
    [{ accountId: 7 }, 'unknown-value', 'accountId', 7],
    [{ quantityOrdered: 0 }, 'invalid-quantity', 'quantityOrdered', 0],
    [{ quantityOrdered: '10' }, 'invalid-quantity', 'quantityOrdered', '10'],
    [{ quantityOrdered: NaN }, 'invalid-quantity', 'quantityOrdered', 'NaN'],
    [{ quantityOrdered: 2e15 }, 'invalid-quantity', 'quantityOrdered', 2e15],
    [{ quantityOrdered: undefined }, 'invalid-quantity', 'quantityOrdered', null],
    [{ quantityOrdered: -5 }, 'negative-quantity', 'quantityOrdered', -5],
    [{ orderedAt: '02/03/2026' }, 'unreadable-time', 'orderedAt', '02/03/2026'],
    [{ requestedAt: '2026-02-30' }, 'unreadable-time', 'requestedAt', '2026-02-30'],
    [{ promisedAt: '2026-03-06T10:00:00' }, 'unreadable-time', 'promisedAt', '2026-03-06T10:00:00'],
    [{ lastConfirmedAt: '' }, 'unreadable-time', 'lastConfirmedAt', ''],
    [{ cancelledAt: 20260306 }, 'unreadable-time', 'cancelledAt', 20260306],
    [{ closedAt: 'yes' }, 'unreadable-time', 'closedAt', 'yes'],
    [{ excludedReason: 'weather' }, 'unknown-value', 'excludedReason', 'weather'],
    [{ deliveries: undefined }, 'unknown-value', 'deliveries', null],
    [delivered({ quantity: -1 }), 'negative-quantity', 'deliveries[0].quantity', -1],
    [delivered({ quantity: '1' }), 'invalid-quantity', 'deliveries[0].quantity', '1'],
    [delivered({ quantity: 2e15 }), 'invalid-quantity', 'deliveries[0].quantity', 2e15],
    [{ deliveries: [null] }, 'invalid-quantity', 'deliveries[0].quantity', null],
    [delivered({ documentsOk: 'yes' }), 'unknown-value', 'deliveries[0].documentsOk', 'yes'],
    [delivered({ damaged: 0 }), 'unknown-value', 'deliveries[0].damaged', 0],
    [delivered({ shippedAt: 'x' }), 'unreadable-time', 'deliveries[0].shippedAt', 'x'],
    [delivered({ deliveredAt: 'x' }), 'unreadable-time', 'deliveries[0].deliveredAt', 'x'],
    [delivered({ shippedAt: '2026-03-01' }), 'shipped-before-ordered', 'deliveries[0].shippedAt', '2026-03-01'],
    [
      delivered({ shippedAt: null, deliveredAt: '2026-03-01' }),
      'delivered-before-ordered',
      'deliveries[0].deliveredAt',
      '2026-03-01',
    ],
    [delivered({ deliveredAt: '2026-03-03' }), 'delivered-before-shipped', 'deliveries[0].deliveredAt', '2026-03-03'],
  ] as const)('finds %j impossible: %s', (change, code, field, value) => {
    const record = { ...own, ...change } as unknown as typeof own;
    const [finding, ...others] = checkOrderLines([
      own,
      { ...record, lineId: record.lineId === '1' ? '2' : record.lineId },
    ]);
    expect(finding).toMatchObject({ code, index: 1, field, value });
    expect(others).toEqual([]);
    expect(computeOtif([record], { asOf: LATER }).excluded.invalid).toBe(1);
  });

  it('allows events on one day, and quantities of 0 among the deliveries', () => {
    const day = { orderedAt: DUE, deliveries: [arrival(DUE, 0, { shippedAt: DUE })] };
    expect(checkOrderLines([{ ...own, ...day }])).toEqual([]);
    expect(checkOrderLines([{ ...own, quantityOrdered: 1e15 }])).toEqual([]);
  });

  it('names the delivery at fault', () => {
    const deliveries = [arrival(DUE, 1), arrival(DUE, -1)];
    expect(checkOrderLines([{ ...own, deliveries }])[0]?.field).toBe('deliveries[1].quantity');
  });

  it.each([
    [own, 'O/1'],
    [{ ...own, lineId: '' }, 'O'],
    [{ ...own, orderId: null }, '1'],
    [{ lineId: 3 }, null],
    [null, null],
  ])('names the record %j', (record, id) => {
    const wrong = { ...record, quantityOrdered: -1 } as typeof own;
    expect(checkOrderLines([record === null ? (null as never) : wrong])[0]?.id).toBe(id);
  });

  it.each(['requestedAt', 'promisedAt', 'lastConfirmedAt'] as const)(
    'finds %s before the order, which counts',
    (field) => {
      const record = { ...own, promisedAt: undefined, [field]: '2026-03-01' };
      expect(checkOrderLines([record])).toEqual([
        { code: 'due-before-ordered', index: 0, id: 'O/1', field, value: '2026-03-01' },
      ]);
      expect(checkOrderLines([{ ...record, [field]: '2026-03-02' }])).toEqual([]);
      expect(checkOrderLines([{ ...record, orderedAt: undefined }])).toEqual([]);
      expect(computeOtif([record], { asOf: LATER }).excluded.invalid).toBe(0);
    },
  );

  it('finds copies, contradictions and several accounts, in the order of the rows', () => {
    const other = line('P', '1', 1, []);
    const rows = [own, other, { ...own }, { ...other, quantityOrdered: 2 }, { ...own, lineId: '2', accountId: 'X' }];
    expect(checkOrderLines(rows).map(({ code, index, field, value }) => [code, index, field, value])).toEqual([
      ['contradicting-line', 1, 'lineId', '1'],
      ['duplicate-line', 2, 'lineId', '1'],
      ['contradicting-line', 3, 'lineId', '1'],
      ['several-accounts', 4, 'accountId', 'X'],
    ]);
  });

  it('does not miss an account', () => {
    const rows = [
      { ...own, accountId: undefined },
      { ...own, lineId: '2' },
      { ...own, lineId: '3' },
    ];
    expect(checkOrderLines(rows)).toEqual([]);
  });

  it('reads any iterable', () => {
    expect(checkOrderLines(new Set([{ ...own, quantityOrdered: 0 }]))).toHaveLength(1);
  });
});
