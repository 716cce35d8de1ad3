import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import { agentWaitMeasure, computeAgentWait } from '../../../../src/metrics/operational/agentWait.js';
import { toBusinessCalendar } from '../../../../src/metrics/operational/businessCalendar.js';
import type { CaseTimeOptions } from '../../../../src/metrics/operational/caseMetric.js';
import {
  computeFirstResolutionTime,
  firstResolutionTimeMeasure,
} from '../../../../src/metrics/operational/firstResolutionTime.js';
import {
  computeFirstResponseTime,
  firstResponseTimeMeasure,
} from '../../../../src/metrics/operational/firstResponseTime.js';
import {
  computeFullResolutionTime,
  fullResolutionTimeMeasure,
} from '../../../../src/metrics/operational/fullResolutionTime.js';
import {
  computeNextResponseTime,
  nextResponseTimeMeasure,
} from '../../../../src/metrics/operational/nextResponseTime.js';
import { computeRequesterWait, requesterWaitMeasure } from '../../../../src/metrics/operational/requesterWait.js';
import type { TicketCase } from '../../../../src/metrics/operational/ticketCase.js';
import type { TicketEvent } from '../../../../src/metrics/operational/ticketEvent.js';
import { toCases } from '../../../../src/metrics/operational/toCases.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { caseOf, timeline, hour } from './ticketTimeline.js';

const METRICS = [
  ['first-response-time', computeFirstResponseTime, firstResponseTimeMeasure],
  ['next-response-time', computeNextResponseTime, nextResponseTimeMeasure],
  ['first-resolution-time', computeFirstResolutionTime, firstResolutionTimeMeasure],
  ['full-resolution-time', computeFullResolutionTime, fullResolutionTimeMeasure],
  ['requester-wait', computeRequesterWait, requesterWaitMeasure],
  ['agent-wait', computeAgentWait, agentWaitMeasure],
] as const;

// Answered after 2, pending for 6, asked and answered in 3, on hold for 4, solved after 15; back at 20, solved at 22.
const LIFE = [
  [0, 'created'],
  [2, 'public-agent-reply'],
  [2, 'pending'],
  [8, 'requester-reply'],
  [8, 'open'],
  [11, 'public-agent-reply'],
  [11, 'on-hold'],
  [15, 'solved'],
  [20, 'open'],
  [22, 'solved'],
] as const;

const calendar = toBusinessCalendar({
  id: 'desk',
  zone: 'UTC',
  weeks: [{ hours: { monday: [{ start: '10:00', end: '18:00' }], tuesday: [{ start: '10:00', end: '18:00' }] } }],
});

describe('the times of cases', () => {
  it.each([
    ['first-response-time', 2, 0],
    ['next-response-time', 3, 0],
    ['first-resolution-time', 15, 0],
    ['full-resolution-time', 22, 0],
    // 2 new, 3 open, 4 on hold, 2 open again.
    ['requester-wait', 11, 0],
    ['agent-wait', 6, 0],
  ] as const)('gives the %s of one ticket', (id, hours, open) => {
    const [, compute] = METRICS.find(([name]) => name === id) as (typeof METRICS)[number];
    const result = expectSound(compute([caseOf(99, ...LIFE)]));
    expect(result).toMatchObject({
      value: hours,
      closed: 1,
      open,
      sampleSize: 1,
      definition: {
        id,
        family: 'duration',
        statistic: 'quantile',
        unit: 'hours',
        direction: 'lower-is-better',
        range: null,
        parameters: { censoring: 'kaplan-meier' },
      },
    });
    expect(result.quantiles.map(({ quantile }) => quantile)).toEqual([0.5, 0.9, 0.95]);
  });

  it.each([
    ['first-response-time', 1, 1],
    ['next-response-time', 10, 2],
    ['first-resolution-time', 14, 14],
    ['full-resolution-time', 14, 14],
    ['full-resolution-time', 21, 21],
    ['requester-wait', 14, 8],
    ['requester-wait', 21, 10],
    // Pending does not count, but the ticket is open.
    ['requester-wait', 5, 2],
    ['agent-wait', 5, 3],
    ['agent-wait', 14, 6],
    ['agent-wait', 1, 0],
  ] as const)('counts the open ticket in the %s at hour %d as longer than %d hours', (id, asOf, soFar) => {
    const [, , measureOf] = METRICS.find(([name]) => name === id) as (typeof METRICS)[number];
    const tally = tallyRows([caseOf(asOf, ...LIFE)], measureOf() as ReturnType<typeof firstResponseTimeMeasure>);
    expect(tally.durations).toMatchObject({ open: [soFar], closed: [] });
  });

  it('splits the time that a ticket is not solved into the waits of its two sides', () => {
    const spells = [
      [0, 'created'],
      [1, 'pending'],
      [4, 'on-hold'],
      [9, 'pending'],
      [11, 'solved'],
      [20, 'pending'],
      [25, 'closed'],
    ] as const;
    const own = [caseOf(99, ...spells)];
    expect([computeAgentWait(own).value, computeRequesterWait(own).value]).toEqual([3 + 2 + 5, 1 + 5]);
    // A ticket that was never pending waited no time, and counts.
    expect(computeAgentWait([caseOf(9, [0, 'created'], [4, 'solved'])])).toMatchObject({ value: 0, closed: 1 });
  });

  it('keeps the first solution of a ticket that is open again', () => {
    expect(computeFirstResolutionTime([caseOf(21, ...LIFE)])).toMatchObject({ value: 15, open: 0 });
  });

  it('leaves out and counts what never waited', () => {
    const solved = caseOf(9, [0, 'created'], [1, 'solved']);
    const reopened = caseOf(9, [0, 'created'], [1, 'solved'], [2, 'open']);
    expect(computeFirstResponseTime([solved, reopened])).toMatchObject({
      open: 1,
      closed: 0,
      value: null,
      excluded: { merged: 0, notCreated: 0, invalid: 0, solvedWithoutReply: 1 },
    });
    const asked = caseOf(9, [0, 'created'], [1, 'public-agent-reply'], [2, 'requester-reply'], [3, 'solved']);
    expect(computeNextResponseTime([solved, asked])).toMatchObject({
      sampleSize: 0,
      excluded: { noLaterMessage: 1, solvedWithoutReply: 1 },
      warnings: [{ code: 'no-data' }],
    });
  });

  it.each(METRICS)('counts the tickets that the %s leaves out', (_, compute) => {
    const cases = toCases(
      [...timeline('a', [0, 'created'], [0, 'merged']), ...timeline('b', [0, 'open']), ...timeline('', [0, 'open'])],
      { asOf: hour(9) },
    );
    expect(compute(cases)).toMatchObject({ value: null, excluded: { merged: 1, notCreated: 1, invalid: 1 } });
  });

  it.each(METRICS)('computes the %s from tallies as from all cases, and stores them', (id, compute, measureOf) => {
    const events = [0, 1, 2, 3, 4].flatMap((at): TicketEvent[] =>
      timeline(`t${String(at)}`, ...LIFE.map(([hours, what]) => [hours * (at + 1), what] as const)),
    );
    const cases = deepFreeze(toCases(events, { asOf: hour(60) }));
    const measure = measureOf() as ReturnType<typeof firstResponseTimeMeasure>;
    const whole = compute(readOnce(cases));
    const tally = tallyRows(cases.slice(0, 2), measure);
    const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tallyRows(cases.slice(2), measure))));
    measure.mergeTallies(tally, readTally(measure, stored));
    expect(measure.toResult(tally)).toEqual(whole);
    expect(whole.definition.id).toBe(id);
    expect(() => readTally(measure, { format: 1, definition: measure.definition, tally: { counts: [] } })).toThrow(
      /tally/,
    );
    expect(() =>
      readTally(measure, {
        format: 1,
        definition: measure.definition,
        tally: { ...measure.createTally(), counts: [0] },
      }),
    ).toThrow(/tally\.counts/);
  });

  it('takes quantile, quantiles, storage and confidence', () => {
    const cases = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((at) => caseOf(99, [0, 'created'], [at, 'solved']));
    const result = computeFullResolutionTime(cases, {
      quantile: 0.9,
      quantiles: [0.2],
      storage: 'sketch',
      confidence: 0.9,
    });
    expect(result.definition.parameters).toEqual({ quantile: 0.9, censoring: 'kaplan-meier', storage: 'sketch' });
    expect(result.quantiles.map(({ quantile }) => quantile)).toEqual([0.2, 0.9]);
    expect(result.interval?.confidence).toBe(0.9);
    // Kaplan and Meier's curve lies at 0.1 from the ninth ticket to the tenth.
    expect(computeFullResolutionTime(cases, { quantile: 0.9 }).value).toBeCloseTo(9.5, 1);
  });

  it.each(METRICS)('refuses rows that are no cases in the %s', (_, compute) => {
    const events = timeline('t', [0, 'created']) as unknown as TicketCase[];
    expect(thrownBy(() => compute(events))).toMatchObject({
      kind: 'TypeError',
      code: 'CX_INVALID_INPUT',
      message: expect.stringContaining('case at row 0 must be one that toCases made') as string,
    });
  });
});

describe('business hours of cases', () => {
  it.each([
    ['first-response-time', 0],
    ['next-response-time', 1],
    ['first-resolution-time', 5],
    ['full-resolution-time', 8],
    // From 10:00 on: 1 open, 4 on hold; nothing after 18:00.
    ['requester-wait', 5],
    // Pending from 2:00 to 8:00, before the desk opens.
    ['agent-wait', 0],
  ] as const)('count in the %s', (id, hours) => {
    const [, compute] = METRICS.find(([name]) => name === id) as (typeof METRICS)[number];
    const result = compute([caseOf(99, ...LIFE)], { calendar });
    expect(result.value).toBe(hours);
    expect(result.definition.parameters).toEqual({ clock: 'business', calendar: 'desk', censoring: 'kaplan-meier' });
  });

  // The worked example of fivetran/dbt_zendesk, with exact seconds.
  const noon = [{ start: '12:00', end: '02:00' }];
  const afternoon = [{ start: '15:00', end: '00:30' }];
  const history = [
    { calendar: toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: { tuesday: noon, wednesday: noon } }] }) },
    {
      from: '2026-11-18T19:01:25Z',
      calendar: toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: { tuesday: afternoon, wednesday: afternoon } }] }),
    },
  ];
  const handed = toCases(
    [
      { ticketId: 't', at: '2026-11-17T17:01:38Z', type: 'created' },
      { ticketId: 't', at: '2026-11-18T19:01:46Z', type: 'status', status: 'solved' },
    ],
    { asOf: '2026-11-20T00:00:00Z' },
  );
  it.each([
    [undefined, 960.13, 'schedule-in-force'],
    ['schedule-in-force', 960.13, 'schedule-in-force'],
    ['last-schedule', 690.13, 'last-schedule'],
  ] as const)('across schedules follow the convention %s', (convention, minutes, named) => {
    const options: CaseTimeOptions = { schedules: () => history, ...(convention && { convention }) };
    const result = computeFullResolutionTime(handed, options);
    expect((result.value as number) * 60).toBeCloseTo(minutes, 2);
    expect(result.definition.parameters).toMatchObject({ clock: 'business', convention: named });
  });

  it.each<[string, unknown, string]>([
    ['a calendar beside schedules', { calendar, schedules: () => history }, '"calendar"'],
    ['a calendar without id', { calendar: history[0]?.calendar }, '"calendar"'],
    ['a schedule instead of a calendar', { calendar: { zone: 'UTC' } }, '"calendar"'],
    ['null', { calendar: null }, '"calendar"'],
    ['schedules that are no function', { schedules: history }, '"schedules"'],
    ['another convention', { schedules: () => history, convention: 'first' }, '"convention"'],
    ['a convention without schedules', { convention: 'last-schedule' }, '"convention"'],
  ])('refuse %s', (_, options, named) => {
    expect(thrownBy(() => computeFirstResponseTime([], options as CaseTimeOptions))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: expect.stringContaining(named) as string,
    });
  });
});

describe('the measures of times', () => {
  it.each(METRICS)('name themselves in errors of the %s', (_, __, measureOf) => {
    const measure = measureOf() as ReturnType<typeof firstResponseTimeMeasure>;
    expect(() => computeMeasure([null as unknown as TicketCase], measure)).toThrow(/Measure: case at row 0/);
  });
});
