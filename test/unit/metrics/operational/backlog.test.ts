import { describe, expect, it } from 'vitest';
import { tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import { backlogAt, backlogMeasure, computeBacklog } from '../../../../src/metrics/operational/backlog.js';
import { backlogAgeMeasure, computeBacklogAge } from '../../../../src/metrics/operational/backlogAge.js';
import { backlogNetFlowMeasure, computeBacklogNetFlow } from '../../../../src/metrics/operational/backlogNetFlow.js';
import type { TicketCase } from '../../../../src/metrics/operational/ticketCase.js';
import { toCases } from '../../../../src/metrics/operational/toCases.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { hour, timeline } from './ticketTimeline.js';

// a is solved at 10 and back at 20; b stays open; c comes at 15 and goes at 16; d is solved at 12; e comes at 40; f and g do not count.
const cases = deepFreeze(
  toCases(
    [
      ...timeline('a', [0, 'created'], [10, 'solved'], [20, 'open']),
      ...timeline('b', [5, 'created'], [6, 'pending']),
      ...timeline('c', [15, 'created'], [16, 'closed']),
      ...timeline('d', [5, 'created'], [12, 'solved'], [13, 'closed']),
      ...timeline('e', [40, 'created']),
      ...timeline('f', [0, 'created'], [1, 'merged']),
      ...timeline('g', [0, 'open']),
    ],
    { asOf: hour(48) },
  ),
);
const MS = 1 / 3_600_000;

const CURVE = [
  [-1, null],
  [0, 1],
  [5 - MS, 1],
  [5, 3],
  [10 - MS, 3],
  [10, 2],
  [12, 1],
  [15, 2],
  [16, 1],
  [20, 2],
  [40, 3],
  [48, 3],
] as const;

describe('computeBacklog', () => {
  it.each(CURVE)('at hour %d is %s', (at, open) => {
    expect(computeBacklog(cases, { at: hour(at) }).value).toBe(open);
  });

  it('says what it counted', () => {
    expect(expectSound(computeBacklog(readOnce(cases), { at: hour(16) }))).toEqual({
      definition: {
        id: 'backlog',
        family: 'count',
        statistic: 'total',
        unit: 'count',
        direction: 'lower-is-better',
        range: null,
        parameters: {},
      },
      value: 1,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      sampleSize: 4,
      effectiveSampleSize: 4,
      accounts: null,
      excluded: { merged: 1, notCreated: 1, invalid: 0, createdLater: 1 },
      warnings: [],
      open: 1,
      solved: 3,
    });
    expect(computeBacklog([], { at: hour(1) })).toMatchObject({ value: null, warnings: [{ code: 'no-data' }] });
  });
});

describe('backlogAt', () => {
  it('names itself, and the row or the instant that it refuses', () => {
    const message = (own: unknown, instants: unknown): string =>
      thrownBy(() => backlogAt(own as never, instants as never)).message;
    expect(message(null, [])).toMatch(/^backlogAt: cases must be/);
    expect(message([], null)).toMatch(/^backlogAt: instants must be/);
    expect(message([], [hour(1), 'today'])).toMatch(/^backlogAt.*instants\[1\]/);
    expect(message([...cases.slice(0, 2), {}], [hour(1)])).toMatch(/^backlogAt: case at row 2/);
    expect(thrownBy(() => computeBacklog([], { at: 'today' })).message).toMatch(/^computeBacklog.*"at"/);
    expect(thrownBy(() => backlogMeasure({ at: 'today' })).message).toMatch(/^backlogMeasure/);
  });

  it('gives the curve in one pass, in the order asked for', () => {
    const hours = CURVE.map(([at]) => hour(at));
    const points = CURVE.map(([at, open]) => ({ at: hour(at), open: open ?? 0 }));
    expect(expectSound(backlogAt(readOnce(cases), hours))).toEqual(points);
    expect(backlogAt(cases, [...hours].reverse())).toEqual([...points].reverse());
    expect(backlogAt(cases, [hour(5), hour(5)])).toEqual([points[3], points[3]]);
    expect(backlogAt(cases, [])).toEqual([]);
  });
});

describe('computeBacklogAge', () => {
  it('takes a quantile of the ages of open tickets, in days', () => {
    // At 48 h: a is 48 h old, b 43 h, e 8 h.
    const age = expectSound(computeBacklogAge(readOnce(cases), { at: hour(48) }));
    expect(age).toMatchObject({
      definition: {
        id: 'backlog-age',
        family: 'duration',
        statistic: 'quantile',
        unit: 'days',
        direction: 'lower-is-better',
        parameters: { quantile: 0.9 },
      },
      sampleSize: 3,
      closed: 3,
      open: 0,
      excluded: { merged: 1, notCreated: 1, invalid: 0, createdLater: 0, solved: 2 },
    });
    // Type 7: 1.8 of the way from the first to the third.
    expect(age.value).toBeCloseTo((43 + 0.8 * 5) / 24, 12);
    expect(computeBacklogAge(cases, { at: hour(48), quantile: 0.5 })).toMatchObject({
      value: 43 / 24,
      definition: { parameters: {} },
    });
    expect(computeBacklogAge(cases, { at: hour(12) })).toMatchObject({
      value: 7 / 24,
      excluded: { createdLater: 2, solved: 2 },
    });
  });
});

describe('computeBacklogNetFlow', () => {
  it.each([
    [-1, 5, 3, 0, 0],
    [0, 5, 2, 0, 0],
    [5, 16, 1, 3, 0],
    [10, 20, 1, 2, 1],
    [9, 21, 1, 2, 0],
    [16, 40, 1, 0, 1],
    [40, 48, 0, 0, 0],
  ])('from hour %d to hour %d', (from, to, created, solved, reopened) => {
    const flow = expectSound(computeBacklogNetFlow(cases, { from: hour(from), to: hour(to) }));
    expect(flow).toMatchObject({ created, solved, reopened, value: created - solved + reopened, sampleSize: 5 });
    const at = (hours: number): number => computeBacklog(cases, { at: hour(hours) }).value ?? 0;
    expect(flow.value).toBe(at(to) - at(from));
  });

  it('says what it is', () => {
    expect(computeBacklogNetFlow(cases, { from: hour(0), to: hour(5) })).toMatchObject({
      definition: {
        id: 'backlog-net-flow',
        family: 'count',
        statistic: 'total',
        unit: 'count',
        direction: 'lower-is-better',
        range: null,
        parameters: {},
      },
      excluded: { merged: 1, notCreated: 1, invalid: 0 },
    });
  });

  it('refuses a period that does not go forward', () => {
    expect(thrownBy(() => computeBacklogNetFlow(cases, { from: hour(5), to: hour(5) }))).toMatchObject({
      code: 'CX_INVALID_DATE',
      message: expect.stringContaining('computeBacklogNetFlow: "to" must be after "from"') as string,
    });
  });
});

describe('the metrics of the backlog', () => {
  const at = hour(48);
  const measures = [
    ['backlog', backlogMeasure({ at }), computeBacklog(cases, { at })],
    ['age', backlogAgeMeasure({ at }) as never, computeBacklogAge(cases, { at })],
    [
      'net flow',
      backlogNetFlowMeasure({ from: hour(5), to: at }),
      computeBacklogNetFlow(cases, { from: hour(5), to: at }),
    ],
  ] as unknown as readonly (readonly [string, ReturnType<typeof backlogMeasure>, object])[];

  it.each(measures)('merge and survive storage: %s', (_, measure, whole) => {
    const tally = tallyRows(cases.slice(0, 3), measure);
    const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tallyRows(cases.slice(3), measure))));
    measure.mergeTallies(tally, readTally(measure, stored));
    expect(measure.toResult(tally)).toEqual(whole);
    // What is read back has been merged once more, which would hide a merge that takes away.
    const direct = tallyRows(cases.slice(0, 3), measure);
    measure.mergeTallies(direct, tallyRows(cases.slice(3), measure));
    expect(direct.counts).toEqual(tallyRows(cases, measure).counts);
  });

  it.each<[string, (cases: Iterable<TicketCase>, late: string) => unknown]>([
    ['computeBacklog', (own, late) => computeBacklog(own, { at: late })],
    ['backlogAt', (own, late) => backlogAt(own, [hour(0), late])],
    ['computeBacklogAge', (own, late) => computeBacklogAge(own, { at: late })],
    ['computeBacklogNetFlow', (own, late) => computeBacklogNetFlow(own, { from: hour(0), to: late })],
  ])('do not look beyond the history: %s', (name, compute) => {
    const own = cases.slice(0, 1);
    expect(() => compute(own, hour(48))).not.toThrow();
    const thrown = thrownBy(() => compute(own, hour(48 + MS)));
    expect(thrown.code).toBe('CX_INVALID_INPUT');
    expect(thrown.message).toMatch(new RegExp(`^${name}: "asOf" of the case at row 0 must be at or after`));
    expect(thrownBy(() => compute(own, 'today')).code).toBe('CX_INVALID_DATE');
    expect(thrownBy(() => compute([{} as TicketCase], hour(1))).message).toMatch(/case at row 0/);
  });
});
