import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../../src/measures/clusterBy.js';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import { isInTime, isInWindow, isMature } from '../../../../src/metrics/behavioural/activityWindow.js';
import { contactFrequencyMeasure } from '../../../../src/metrics/behavioural/contactFrequency.js';
import type { ContactLoad } from '../../../../src/metrics/behavioural/contactLoad.js';
import type { FieldReport } from '../../../../src/metrics/behavioural/fieldReport.js';
import { followUpTimeMeasure } from '../../../../src/metrics/behavioural/followUpTime.js';
import { toPanelMembers } from '../../../../src/metrics/behavioural/panelMembers.js';
import { toPortalAccounts } from '../../../../src/metrics/behavioural/portalAccounts.js';
import { portalDepthMeasure } from '../../../../src/metrics/behavioural/portalDepth.js';
import { isMissing, optionalMoment } from '../../../../src/metrics/behavioural/recordFaults.js';
import { isWeight } from '../../../../src/metrics/behavioural/weightedShare.js';
import { readMoment, type Moment } from '../../../../src/core/moment.js';
import { thrownBy } from '../../../tools/soundness.js';

const moment = (text: string): Moment => readMoment(text) as Moment;

describe('windows', () => {
  it('are half open towards the past, and of whole days where dates are civil', () => {
    const at = (text: string, end: string): boolean => isInWindow(moment(text), moment(end), 2);
    expect(['2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11'].map((text) => at(text, '2026-03-10'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const end = '2026-03-10T12:00:00Z';
    expect(at('2026-03-08T12:00:00Z', end)).toBe(false);
    expect(at('2026-03-08T12:00:01Z', end)).toBe(true);
    expect(at(end, end)).toBe(true);
    expect(at('2026-03-10T12:00:01Z', end)).toBe(false);
  });

  it('are over, and hold an event, up to their last moment', () => {
    const from = moment('2026-03-02T12:00:00Z');
    const [last, after] = [moment('2026-03-04T12:00:00Z'), moment('2026-03-04T12:00:01Z')];
    const before = moment('2026-03-04T11:59:59Z');
    expect([isMature(from, before, 2), isMature(from, last, 2)]).toEqual([false, true]);
    expect([isInTime(from, last, 2), isInTime(from, after, 2), isInTime(from, null, 2)]).toEqual([true, false, false]);
  });
});

describe('records', () => {
  it('know what is missing and what cannot be read', () => {
    expect([null, undefined, ''].every(isMissing)).toBe(true);
    expect([0, false, ' ', 'a'].some(isMissing)).toBe(false);
    expect([optionalMoment(null), optionalMoment('soon'), optionalMoment('1970-01-02')]).toEqual([
      null,
      undefined,
      { day: 1, time: null },
    ]);
  });

  it('have weights whose squares are numbers', () => {
    expect([1e-25, 1, 1e25].every(isWeight)).toBe(true);
    expect([0, 9e-26, 1.1e25, -1, NaN, '1', null].some(isWeight)).toBe(false);
  });

  it('come in code-unit order', () => {
    const held = { kind: 'panel', id: 'p', at: '2026-03-02', authorId: 'n', attended: [] } as const;
    const ids = ['b', 'a', 'c', 'B'];
    expect(toPanelMembers([{ ...held, invited: ids }]).map(({ memberId }) => memberId)).toEqual(['B', 'a', 'b', 'c']);
    const accounts = toPortalAccounts([], ids, { windowDays: 1, asOf: '2026-03-02' });
    expect(accounts.map(({ accountId }) => accountId)).toEqual(['B', 'a', 'b', 'c']);
  });

  it('take the later of two times, and of one moment the later text', () => {
    const last = (...times: string[]): unknown =>
      toPortalAccounts(
        times.map((at) => ({ accountId: 'a', at, kind: 'order' })),
        ['a'],
        { windowDays: 9, asOf: '2026-03-09' },
      )[0]?.lastActionAt;
    const [morning, same] = ['2026-03-02T09:00:00Z', '2026-03-02T10:00:00+01:00'];
    expect([last('2026-03-03', morning), last(morning, '2026-03-03')]).toEqual(['2026-03-03', '2026-03-03']);
    expect([last(morning, same), last(same, morning)]).toEqual([same, same]);
  });
});

describe('a rate of events', () => {
  const measure = contactFrequencyMeasure({ over: 'orders' });
  const loads: ContactLoad[] = [
    { accountId: 'a', orders: 10, contacts: { returns: 2, advice: 1 } },
    { accountId: 'b', orders: 10, contacts: { returns: 1, availability: 3 } },
    { accountId: 'c', contacts: {} },
  ];

  it('merges its parts and its reasons', () => {
    const into = tallyRows(loads.slice(0, 1), measure);
    measure.mergeTallies(into, tallyRows(loads.slice(1), measure));
    expect(measure.toResult(into)).toEqual(computeMeasure(loads, measure));
    expect(measure.toResult(into)).toMatchObject({ value: 0.3, excluded: { missing: 1 } });
    expect(into.parts.keys).toEqual(['returns', 'advice', 'availability']);
    expect(into.parts.tallies).toEqual([{ count: 3 }, { count: 1 }, { count: 3 }]);
  });

  it('refuses a stored tally of another shape', () => {
    const stored = storeTally(measure, tallyRows(loads, measure));
    const read = (change: object): string =>
      thrownBy(() => readTally(measure, { ...stored, tally: { ...stored.tally, ...change } })).message;
    expect(readTally(measure, JSON.parse(JSON.stringify(stored)))).toEqual(stored.tally);
    expect(read({ excluded: [0, 0] })).toMatch(/tally\.excluded/);
    expect(read({ parts: { ...stored.tally.parts, keys: ['returns'] } })).toMatch(/tally\.parts\.tallies/);
    expect(read({ parts: { ...stored.tally.parts, tallies: [{ count: 1 }, { count: -1 }, { count: 1 }] } })).toMatch(
      /tally\.parts\.tallies\[1\]\.count/,
    );
  });

  it('is clustered by account', () => {
    const six = Array.from({ length: 6 }, (_, at) => ({
      accountId: String(at),
      orders: 10,
      contacts: { returns: at },
    }));
    const clustered = computeMeasure(six, clusterBy(measure, 'accountId'));
    expect([clustered.value, clustered.accounts]).toEqual([0.25, 6]);
    expect(clustered.interval?.confidence).toBe(0.95);
  });
});

describe('a weighted share', () => {
  interface Order {
    readonly account: string;
    readonly portal: boolean | null;
    readonly revenue: number;
  }
  const measure = portalDepthMeasure<Order>({ portal: 'portal', revenue: 'revenue', currency: 'EUR' });
  const orders: Order[] = [1, 2, 3, 4, 5, 6].map((n) => ({
    account: `a${String(n)}`,
    portal: n > 3,
    revenue: n * 100,
  }));

  it('merges weights and reasons', () => {
    const into = tallyRows([...orders.slice(0, 2), { account: 'b', portal: null, revenue: 1 }], measure);
    measure.mergeTallies(into, tallyRows([...orders.slice(2), { account: 'b', portal: true, revenue: -1 }], measure));
    const result = measure.toResult(into);
    expect(result).toMatchObject({
      throughPortal: 1500,
      total: 2100,
      excluded: { missing: 1, invalid: 1, zeroRevenue: 0 },
    });
    expect(result.value).toBeCloseTo(5 / 7, 12);
  });

  it('is clustered by account', () => {
    const clustered = computeMeasure(orders, clusterBy(measure, 'account'));
    expect(clustered.value).toBeCloseTo(5 / 7, 12);
    expect(clustered.accounts).toBe(6);
  });
});

describe('the time to the follow-up', () => {
  const measure = followUpTimeMeasure({ asOf: '2026-03-31', kinds: ['visit'] });
  const report = (id: string, followedUpAt: string | null): FieldReport => ({
    kind: 'visit',
    id,
    at: '2026-03-02',
    authorId: 'rep',
    followedUpAt,
  });

  it('merges durations and reasons, and refuses a stored tally of another shape', () => {
    const into = tallyRows([report('1', '2026-03-03'), report('2', 'soon')], measure);
    measure.mergeTallies(
      into,
      tallyRows([report('3', '2026-03-05'), report('4', '2026-03-04'), report('5', '')], measure),
    );
    expect(measure.toResult(into)).toMatchObject({ closed: 3, open: 1, excluded: { invalid: 1, otherKind: 0 } });
    const stored = storeTally(measure, into);
    expect(readTally(measure, JSON.parse(JSON.stringify(stored)))).toEqual(into);
    const read = (tally: unknown): string => thrownBy(() => readTally(measure, { ...stored, tally })).message;
    expect(read({ ...into, counts: [0] })).toMatch(/tally\.counts/);
    expect(read({ ...into, durations: null })).toMatch(/tally\.durations/);
  });
});
