import {
  computeFirstResponseTime,
  computeGrossRevenueRetention,
  computeNetRevenueRetention,
  computeOtif,
  computeRetention,
  toCases,
  type OrderLine,
} from 'cx-scoring';
import { describe, expect, it } from 'vitest';
import { createOperations } from '../../../examples/data/operations.js';
import { readAnswers } from '../../../examples/demo/answers.js';
import { businessRows, servedAccounts } from '../../../examples/demo/businessRows.js';
import { WIDTH } from '../../../examples/demo/layout.js';
import { behaviouralRows, openPastDue, operationalRows } from '../../../examples/demo/operationRows.js';
import { operationLines } from '../../../examples/demo/operations.js';
import { OPERATION_WORDS } from '../../../examples/demo/operationWords.js';

const data = createOperations();
const lines = operationLines(data, 'en', false);
const text = lines.join('\n').replaceAll(/\n */g, '\n');

/** The cells of a row of the table, found by its name. */
function cellsOf(name: string): string[] {
  const found = lines.find((line) => line.startsWith(`  ${name}  `));
  return (found ?? '').trim().split(/ {2,}/);
}

const DAY = 86_400_000;
const dayOf = (date = ''): number => Date.parse(`${date}T00:00:00Z`) / DAY;

describe('the records of the demonstration', () => {
  it('are the same each time', () => {
    expect(JSON.stringify(createOperations())).toBe(JSON.stringify(data));
  });

  it('are of the accounts of answers.csv, with their revenue', async () => {
    const revenue = new Map((await readAnswers()).map((answer) => [answer.accountId, answer.revenue]));
    expect(data.customers.filter(({ id }) => revenue.has(id)).length).toBeGreaterThan(150);
    for (const { id, revenue: own } of data.customers) {
      if (revenue.has(id)) expect([id, revenue.get(id)]).toEqual([id, own]);
    }
  });

  it('hold nothing that happened after the day they speak of, but what is promised', () => {
    const late = data.orderLines
      .flatMap(({ deliveries }) => deliveries)
      .filter(({ deliveredAt = '' }) => deliveredAt > data.asOf);
    expect(late).toEqual([]);
    expect(data.ticketEvents.filter(({ at }) => Date.parse(String(at)) > Date.parse(data.now))).toEqual([]);
    expect(data.orders.every(({ at }) => at >= '2023-10-01' && at <= data.asOf)).toBe(true);
  });
});

describe('the table of operations', () => {
  /** What the rules of the demonstration make of a line, told anew: `null` for one that does not count. */
  function judge({
    promisedAt,
    quantityOrdered,
    cancelledAt,
    closedAt,
    excludedReason,
    orderedAt = '',
    deliveries,
  }: OrderLine) {
    const isImpossible = deliveries.some(
      ({ quantity, deliveredAt = '9999' }) => quantity < 0 || deliveredAt < orderedAt,
    );
    if (isImpossible || excludedReason !== undefined || cancelledAt !== undefined) return null;
    const came = deliveries.filter(({ deliveredAt }) => deliveredAt !== undefined);
    const quantity = came.reduce((sum, delivery) => sum + delivery.quantity, 0);
    const isDone = quantity === quantityOrdered || closedAt !== undefined;
    if (!isDone && dayOf(promisedAt) >= dayOf(data.asOf)) return null;
    const distances = came.map(({ deliveredAt }) => dayOf(deliveredAt) - dayOf(promisedAt));
    return quantity === quantityOrdered && distances.every((days) => days === 0 || days === -1);
  }

  const judged = new Map(data.orderLines.map((line) => [`${line.orderId}/${line.lineId}`, judge(line)]));
  const counted = [...judged.values()].filter((hit) => hit !== null);
  const hits = counted.filter((hit) => hit).length;

  it('has the OTIF that counting by hand gives', () => {
    const otif = computeOtif(data.orderLines, { asOf: data.asOf, window: { earlyDays: 1, lateDays: 0 } });
    expect([otif.successes, otif.sampleSize]).toEqual([hits, counted.length]);
    const [, value, , sample] = cellsOf('On time in full (OTIF), lines');
    expect([value, sample]).toEqual([`${((100 * hits) / counted.length).toFixed(1)}%`, `${counted.length} lines`]);
    expect(otif.excluded.duplicate).toBe(data.orderLines.length - judged.size);
  });

  it('counts open lines past their date, as misses', () => {
    const open = data.orderLines.filter((line) => {
      const came = line.deliveries.reduce((sum, one) => sum + (one.deliveredAt === undefined ? 0 : one.quantity), 0);
      return judge(line) === false && came < line.quantityOrdered && line.closedAt === undefined;
    });
    expect(openPastDue(data)).toBe(open.length);
    expect(open.length).toBeGreaterThan(10);
    expect(text).toContain(`${open.length} open lines past their date count as misses`);
  });

  it('does not count what cannot be as open, nor what is excused, cancelled, closed or due today', () => {
    const line: OrderLine = { orderId: 'o', lineId: '1', promisedAt: '2026-09-01', quantityOrdered: 3, deliveries: [] };
    const of = (change: Partial<OrderLine>): number =>
      openPastDue({ orderLines: [{ ...line, ...change }], asOf: data.asOf });
    expect(of({})).toBe(1);
    expect(of({ deliveries: [{ deliveredAt: '2026-09-01', quantity: 2 }] })).toBe(1);
    expect(of({ deliveries: [{ deliveredAt: '2026-09-01', quantity: 3 }] })).toBe(0);
    expect(of({ deliveries: [{ deliveredAt: '2026-09-01', quantity: -3 }] })).toBe(0);
    expect(of({ promisedAt: data.asOf })).toBe(0);
    expect(of({ promisedAt: undefined })).toBe(0);
    expect(of({ closedAt: '2026-09-01' })).toBe(0);
    expect(of({ cancelledAt: '2026-08-30' })).toBe(0);
    expect(of({ excludedReason: 'customer-caused' })).toBe(0);
  });

  it('has the median first response that a stopwatch of business hours gives', () => {
    const offset = 2 * 3_600_000;
    /** Hours between 08:30 and 17:30 in Paris on working days, minute by minute. */
    const businessHours = (from: number, to: number): number => {
      let minutes = 0;
      for (let time = from; time < to; time += 60_000) {
        const local = new Date(time + offset);
        const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
        const isHoliday = local.toISOString().startsWith('2026-07-14');
        if (local.getUTCDay() % 6 !== 0 && !isHoliday && minute >= 510 && minute < 1050) minutes++;
      }
      return minutes / 60;
    };
    const tickets = new Map<string, { created: number; replied: number; counts: boolean; solved: boolean }>();
    for (const { ticketId, at, type } of data.ticketEvents) {
      const time = Date.parse(String(at));
      const own = tickets.get(ticketId) ?? { created: NaN, replied: Infinity, counts: true, solved: false };
      tickets.set(ticketId, own);
      if (type === 'created') own.created = time;
      if (type === 'public-agent-reply') own.replied = Math.min(own.replied, time);
      if (type === 'merged') own.counts = false;
      if (type === 'status') own.solved = true;
    }
    // Before it was made, merged, or solved without a word: no wait that could be measured.
    const waits = [...tickets.values()].filter(
      ({ created, replied, counts, solved }) => counts && replied >= created && !(replied === Infinity && solved),
    );
    const closed = waits.filter(({ replied }) => replied < Infinity);
    const open = waits.filter(({ replied }) => replied === Infinity);
    const times = [
      ...closed.map(({ created, replied }) => ({ hours: businessHours(created, replied), isOpen: false })),
      ...open.map(({ created }) => ({ hours: businessHours(created, Date.parse(data.now)), isOpen: true })),
    ].sort((a, b) => a.hours - b.hours || Number(a.isOpen) - Number(b.isOpen));
    // Kaplan and Meier: the first time at which no more than half still wait.
    let waiting = 1;
    let median = NaN;
    times.forEach(({ hours, isOpen }, at) => {
      if (!isOpen) waiting *= 1 - 1 / (times.length - at);
      if (Number.isNaN(median) && waiting <= 0.5 + 1e-12) median = hours;
    });

    const cases = toCases(data.ticketEvents, { asOf: data.now });
    const result = computeFirstResponseTime(cases, { calendar: data.calendar });
    expect([result.closed, result.open]).toEqual([closed.length, open.length]);
    expect(result.value).toBeCloseTo(median, 10);
    expect(cellsOf('First response time, median').slice(1)).toContain(`${median.toFixed(1)} hours`);
    expect(text).toContain(`counted as longer than so far: ${open.length}.`);
  });

  it('has the retention that adding up gives', () => {
    const start = data.years.filter(({ activeAtStart }) => activeAtStart);
    const kept = start.filter(({ activeAtEnd }) => activeAtEnd).length;
    const active = { activeAtStart: 'activeAtStart', activeAtEnd: 'activeAtEnd' } as const;
    const retention = computeRetention(data.years, active);
    expect([retention.kept, retention.lost]).toEqual([kept, start.length - kept]);

    let [before, net, gross] = [0, 0, 0];
    for (const { startRevenue, endRevenue } of data.years) {
      if (startRevenue === null || endRevenue === null || startRevenue === 0) continue;
      before += startRevenue;
      net += endRevenue;
      gross += Math.min(startRevenue, endRevenue);
    }
    const revenue = { startRevenue: 'startRevenue', endRevenue: 'endRevenue' } as const;
    expect(computeGrossRevenueRetention(data.years, revenue).value).toBeCloseTo(gross / before, 12);
    expect(computeNetRevenueRetention(data.years, revenue).value).toBeCloseTo(net / before, 12);
    expect(cellsOf('Customer retention')[1]).toBe(`${((100 * kept) / start.length).toFixed(1)}%`);
    expect(cellsOf('Gross revenue retention (GRR)')[1]).toBe(`${((100 * gross) / before).toFixed(1)}%`);
    expect(cellsOf('Net revenue retention (NRR)')[1]).toBe(`${((100 * net) / before).toFixed(1)}%`);
  });

  it('serves each customer of the quarter once', () => {
    const served = servedAccounts(data);
    const total = (field: 'orders' | 'lines' | 'tickets'): number => served.reduce((sum, own) => sum + own[field], 0);
    expect(served).toHaveLength(data.customers.length);
    expect(total('orders')).toBe(data.orders.filter(({ at }) => at >= '2026-07-01').length);
    expect(total('lines')).toBe(data.orderLines.length);
    expect(total('tickets')).toBe(data.ticketEvents.filter(({ type }) => type === 'created').length);
  });

  it('names the records that cannot be', () => {
    const findings = lines
      .slice(lines.indexOf('Records that cannot be, by name') + 2)
      .map((line) => line.trim().split(/ +/).at(-1));
    expect(findings).toEqual([
      'delivered-before-ordered',
      'negative-quantity',
      'duplicate-line',
      'before-created',
      'ordered-before-created',
      'more-filled-than-required',
      'invalid-amount',
    ]);
  });

  it('warns where the sample is small', () => {
    expect(text).toMatch(/Field reports .*\n.*\nWarning: The value rests on only 16 contributors/s);
  });

  it('writes a row for each metric, in the order of the groups', () => {
    const groups = [operationalRows(data, 'en'), behaviouralRows(data, 'en'), businessRows(data, 'en')];
    expect(groups.map(({ length }) => length)).toEqual([13, 6, 9]);
    const rows = groups.flat();
    expect(rows.filter(({ value }) => value === null)).toEqual([]);
    expect(lines.filter((line) => /^ {2}\S/.test(line)).map((line) => line.trim().split(/ {2,}/)[0])).toEqual(
      rows.map(({ name }) => name),
    );
  });

  describe.each(['en', 'fr'] as const)('in %s', (locale) => {
    const own = operationLines(data, locale, false);

    it('fits into the width', () => {
      expect(own.filter((line) => line.length > WIDTH)).toEqual([]);
    });

    it('has words for every reason that occurs', () => {
      const rows = [...operationalRows(data, locale), ...behaviouralRows(data, locale), ...businessRows(data, locale)];
      const reasons = rows.flatMap(({ excluded }) =>
        Object.entries(excluded).flatMap(([name, count]) => (count > 0 ? name : [])),
      );
      expect(reasons.filter((reason) => OPERATION_WORDS[locale].reasons[reason] === undefined)).toEqual([]);
    });
  });

  it('is styled on a terminal only', () => {
    expect(lines.join('')).not.toContain('\u001B');
    expect(operationLines(data, 'en', true).filter((line) => line.startsWith('\u001B[1m'))).toHaveLength(5);
  });
});
