import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import { computeBacklog } from '../../../../src/metrics/operational/backlog.js';
import { backlogByAgeMeasure, computeBacklogByAge } from '../../../../src/metrics/operational/backlogByAge.js';
import { toBusinessCalendar } from '../../../../src/metrics/operational/businessCalendar.js';
import type { TicketCase } from '../../../../src/metrics/operational/ticketCase.js';
import { toCases } from '../../../../src/metrics/operational/toCases.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { hour, timeline } from './ticketTimeline.js';

const MS = 1 / 3_600_000;
const at = hour(48);
const edges = [8, 24, 40];
// At 48 h: a (reopened) 48 h, b 24 h, c 24 h less a millisecond, d 8 h, e 1 h; f is solved, g comes later, h and i do not count.
const cases = deepFreeze(
  toCases(
    [
      ...timeline('a', [0, 'created'], [10, 'solved'], [47, 'open']),
      ...timeline('b', [24, 'created'], [30, 'pending']),
      ...timeline('c', [24 + MS, 'created'], [25, 'on-hold']),
      ...timeline('d', [40, 'created']),
      ...timeline('e', [47, 'created']),
      ...timeline('f', [1, 'created'], [48, 'closed']),
      ...timeline('g', [49, 'created']),
      ...timeline('h', [0, 'created'], [1, 'merged']),
      ...timeline('i', [0, 'open']),
      ...timeline('', [0, 'open']),
    ],
    { asOf: hour(60) },
  ),
);

describe('computeBacklogByAge', () => {
  it('counts the open tickets by age, an edge belonging to the bucket above it', () => {
    const result = expectSound(computeBacklogByAge(readOnce(cases), { at, edges }));
    expect(result).toMatchObject({
      definition: {
        id: 'backlog',
        family: 'count',
        statistic: 'total',
        unit: 'count',
        direction: 'lower-is-better',
        range: null,
        parameters: { ageEdges: edges },
      },
      value: 5,
      standardError: null,
      interval: null,
      sampleSize: 6,
      effectiveSampleSize: 6,
      excluded: { merged: 1, notCreated: 1, invalid: 1, createdLater: 1 },
      warnings: [],
      open: 5,
      solved: 1,
    });
    expect(result.buckets.map(({ from, to, open, share }) => [from, to, open, share])).toEqual([
      [0, 8, 1, 0.2],
      [8, 24, 2, 0.4],
      [24, 40, 1, 0.2],
      [40, null, 1, 0.2],
    ]);
    // Wilson's limits of 1 of 5: R, prop.test(1, 5, correct = FALSE).
    const [first] = result.buckets;
    expect(first?.interval).toMatchObject({ confidence: 0.95, method: 'wilson' });
    expect(first?.interval?.lower).toBeCloseTo(0.0362241, 6);
    expect(first?.interval?.upper).toBeCloseTo(0.6244654, 6);
  });

  it.each([0, 5, 10, 24, 40, 47.5, 48, 60])('adds up to the backlog at hour %d', (hours) => {
    const options = { at: hour(hours) };
    const whole = computeBacklog(cases, options);
    const { buckets, open, value, solved, excluded } = computeBacklogByAge(cases, { ...options, edges });
    expect(buckets.reduce((sum, bucket) => sum + bucket.open, 0)).toBe(whole.open);
    expect({ open, value, solved, excluded }).toEqual({
      open: whole.open,
      value: whole.value,
      solved: whole.solved,
      excluded: whole.excluded,
    });
  });

  it('has no shares where nothing is open, and no number where nothing came in', () => {
    const solved = cases.filter(({ ticketId }) => ticketId === 'f');
    expect(computeBacklogByAge(solved, { at, edges: [1] })).toMatchObject({
      value: 0,
      warnings: [],
      buckets: [
        { from: 0, to: 1, open: 0, share: null, interval: null },
        { from: 1, to: null, open: 0, share: null, interval: null },
      ],
    });
    expect(computeBacklogByAge([], { at, edges: [1] })).toMatchObject({ value: null, warnings: [{ code: 'no-data' }] });
  });

  it('counts business hours of a calendar or of schedules', () => {
    const hours = [{ start: '08:00', end: '16:00' }];
    const calendar = toBusinessCalendar({
      id: 'desk',
      zone: 'UTC',
      weeks: [{ hours: { monday: hours, tuesday: hours } }],
    });
    // 16 h for a, 8 h for b and c (a millisecond of the night is none), none for d and e.
    const desk = expectSound(computeBacklogByAge(cases, { at, edges: [8, 16], calendar }));
    expect(desk.buckets.map(({ open }) => open)).toEqual([2, 2, 1]);
    expect(desk.definition.parameters).toEqual({ ageEdges: [8, 16], clock: 'business', calendar: 'desk' });
    const across = computeBacklogByAge(cases, { at, edges: [8, 16], schedules: () => [{ calendar }] });
    expect(across.buckets.map(({ open }) => open)).toEqual([2, 2, 1]);
    expect(across.definition.parameters).toEqual({
      ageEdges: [8, 16],
      clock: 'business',
      convention: 'schedule-in-force',
    });
  });

  it('takes the confidence of the measure or of the result', () => {
    const measure = backlogByAgeMeasure({ at, edges, confidence: 0.9 });
    expect(computeMeasure(cases, measure).buckets[0]?.interval?.confidence).toBe(0.9);
    expect(computeMeasure(cases, measure, { confidence: 0.8 }).buckets[0]?.interval?.confidence).toBe(0.8);
  });

  it('merges and survives storage', () => {
    const measure = backlogByAgeMeasure({ at, edges });
    const tally = tallyRows(cases.slice(0, 3), measure);
    const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tallyRows(cases.slice(3), measure))));
    measure.mergeTallies(tally, readTally(measure, stored));
    expect(measure.toResult(tally)).toEqual(computeBacklogByAge(cases, { at, edges }));
    // What is read back has been merged once more, which would hide a merge that takes away.
    const direct = tallyRows(cases.slice(0, 3), measure);
    measure.mergeTallies(direct, tallyRows(cases.slice(3), measure));
    expect(direct).toEqual(tallyRows(cases, measure));
    const other = backlogByAgeMeasure({ at, edges: [8, 24, 41] });
    expect(() => readTally(other, stored)).toThrow(/definition/);
  });

  it('does not follow a list that is changed later', () => {
    const list = [24];
    const measure = backlogByAgeMeasure({ at, edges: list });
    list[0] = 1;
    expect(measure.definition.parameters).toEqual({ ageEdges: [24] });
  });

  it.each<[string, unknown, string]>([
    ['no list', undefined, 'option "edges" must be a list of at least one number'],
    ['an empty list', [], 'option "edges" must be a list of at least one number'],
    ['an edge at 0', [0, 1], 'option "edges[0]" must be a finite number above 0'],
    ['equal edges', [1, 1], 'option "edges[1]" must be a finite number above 1'],
    ['falling edges', [2, 1], 'option "edges[1]" must be a finite number above 2'],
    ['an endless edge', [Infinity], 'option "edges[0]"'],
    ['text', ['1'], 'option "edges[0]"'],
  ])('refuses %s', (_, given, message) => {
    expect(thrownBy(() => computeBacklogByAge([], { at, edges: given as number[] }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: expect.stringContaining(`computeBacklogByAge: ${message}`) as string,
    });
  });

  it.each<[string, object, string, string]>([
    ['an instant without zone', { at: '2026-03-04' }, 'CX_INVALID_DATE', '"at"'],
    ['certainty', { confidence: 1 }, 'CX_INVALID_OPTION', '"confidence"'],
    ['a calendar that is none', { calendar: {} }, 'CX_INVALID_OPTION', '"calendar"'],
  ])('refuses %s', (_, options, code, named) => {
    expect(thrownBy(() => backlogByAgeMeasure({ at, edges, ...options }))).toMatchObject({
      code,
      message: expect.stringMatching(new RegExp(`^backlogByAgeMeasure.*${named}`)) as string,
    });
  });

  it('refuses rows that are no cases, and histories that are too short', () => {
    const noCase = thrownBy(() => computeBacklogByAge([{} as TicketCase], { at, edges }));
    expect(noCase.message).toMatch(/^computeBacklogByAge: case at row 0/);
    const short = thrownBy(() => computeBacklogByAge(cases, { at: hour(61), edges }));
    expect(short).toMatchObject({ code: 'CX_INVALID_INPUT' });
    expect(short.message).toMatch(/^computeBacklogByAge: "asOf"/);
  });
});
