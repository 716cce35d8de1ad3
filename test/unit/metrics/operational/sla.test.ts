import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { toBusinessCalendar } from '../../../../src/metrics/operational/businessCalendar.js';
import { checkSlaTargets } from '../../../../src/metrics/operational/checkSlaTargets.js';
import { computeSlaAttainment, slaAttainmentMeasure } from '../../../../src/metrics/operational/slaAttainment.js';
import { toSlaOutcomes, type SlaOptions } from '../../../../src/metrics/operational/slaOutcomes.js';
import type { SlaTarget } from '../../../../src/metrics/operational/slaTarget.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { hour } from './ticketTimeline.js';

const base: SlaTarget = { ticketId: 't', metric: 'first-reply', targetMinutes: 60, activatedAt: hour(9) };
const desk = toBusinessCalendar({
  zone: 'UTC',
  weeks: [{ hours: { monday: [{ start: '09:00', end: '17:00' }], tuesday: [{ start: '09:00', end: '17:00' }] } }],
});
const MS = 1 / 3_600_000;

function stateOf(target: Partial<SlaTarget>, options: Partial<SlaOptions> = {}): string | undefined {
  const given = { denominator: 'by-target', asOf: hour(48), calendars: { desk }, ...options } as const;
  return toSlaOutcomes([deepFreeze({ ...base, ...target })], given)[0]?.state;
}

describe('toSlaOutcomes', () => {
  it.each<[string, Partial<SlaTarget>, Partial<SlaOptions>, string | undefined]>([
    ['done at the last moment', { fulfilledAt: hour(10) }, {}, 'met'],
    ['done a millisecond late', { fulfilledAt: hour(10 + MS) }, {}, 'breached'],
    ['open past its time', {}, {}, 'breached'],
    ['open at the last moment', {}, { asOf: hour(10) }, 'withinTarget'],
    ['open a millisecond past', {}, { asOf: hour(10 + MS) }, 'breached'],
    ['done after asOf', { fulfilledAt: hour(10) }, { asOf: hour(9.5) }, 'withinTarget'],
    ['just activated', {}, { asOf: hour(9) }, 'withinTarget'],
    ['not yet activated', {}, { asOf: hour(9 - MS) }, undefined],
    ['done with a pause', { fulfilledAt: hour(12), pauses: [{ start: hour(9.5), end: hour(11.5) }] }, {}, 'met'],
    ['done past a pause', { fulfilledAt: hour(12), pauses: [{ start: hour(9.5), end: hour(11.4) }] }, {}, 'breached'],
    [
      'paused twice, out of order and overlapping',
      {
        fulfilledAt: hour(14),
        pauses: [
          { start: hour(11), end: hour(13.5) },
          { start: hour(9.5), end: hour(12) },
        ],
      },
      {},
      'met',
    ],
    ['paused since', { pauses: [{ start: hour(9.5), end: null }] }, {}, 'withinTarget'],
    [
      'paused since, by business hours',
      { schedule: 'desk', pauses: [{ start: hour(9.5), end: null }] },
      {},
      'withinTarget',
    ],
    [
      'done the next morning by business hours',
      { schedule: 'desk', activatedAt: hour(16.5), fulfilledAt: hour(33.5) },
      {},
      'met',
    ],
    [
      'done too late by business hours',
      { schedule: 'desk', activatedAt: hour(16.5), fulfilledAt: hour(33.6) },
      {},
      'breached',
    ],
    ['of a schedule nobody knows', { schedule: 'night' }, {}, 'unknownSchedule'],
    ['of a schedule with a name of the language', { schedule: 'toString' }, {}, 'unknownSchedule'],
    ['of a schedule without calendars', { schedule: 'desk' }, { calendars: undefined }, 'unknownSchedule'],
    ['withdrawn in time', { cancelledAt: hour(10) }, {}, 'cancelled'],
    ['withdrawn too late', { cancelledAt: hour(10 + MS) }, {}, 'breached'],
    ['withdrawn after asOf', { cancelledAt: hour(9.6) }, { asOf: hour(9.5) }, 'withinTarget'],
    ['withdrawn after it was done', { fulfilledAt: hour(9.5), cancelledAt: hour(9.6) }, {}, 'met'],
    ['done after it was withdrawn', { fulfilledAt: hour(9.7), cancelledAt: hour(9.6) }, {}, 'cancelled'],
    ['recorded as breached, recomputed', { fulfilledAt: hour(9.5), breachedAt: hour(9.2) }, {}, 'met'],
    ['recorded as breached', { fulfilledAt: hour(9.5), breachedAt: hour(9.2) }, { judgement: 'recorded' }, 'breached'],
    [
      'recorded as breached later',
      { breachedAt: hour(10) },
      { judgement: 'recorded', asOf: hour(9.9) },
      'withinTarget',
    ],
    ['recorded as done', { fulfilledAt: hour(30) }, { judgement: 'recorded' }, 'met'],
    ['recorded as withdrawn', { cancelledAt: hour(30) }, { judgement: 'recorded' }, 'cancelled'],
    [
      'recorded under a schedule nobody knows',
      { schedule: 'x', fulfilledAt: hour(30) },
      { judgement: 'recorded' },
      'met',
    ],
    ['done at the moment spoken of', { fulfilledAt: hour(9.5) }, { asOf: hour(9.5) }, 'met'],
    ['withdrawn at the moment spoken of', { cancelledAt: hour(9.5) }, { asOf: hour(9.5) }, 'cancelled'],
    ['done and withdrawn at one moment', { fulfilledAt: hour(9.5), cancelledAt: hour(9.5) }, {}, 'met'],
    [
      'recorded as breached at the moment spoken of',
      { breachedAt: hour(10) },
      { judgement: 'recorded', asOf: hour(10) },
      'breached',
    ],
    ['impossible', { fulfilledAt: hour(8) }, {}, 'invalid'],
  ])('judges a target %s', (_, target, options, expected) => {
    expect(stateOf(target, options)).toBe(expected);
  });

  it('keeps what to separate targets by', () => {
    const options = { denominator: 'by-target', asOf: hour(48) } as const;
    expect(
      toSlaOutcomes([{ ...base, policyId: 'gold', priority: 'high' }, null as unknown as SlaTarget], options),
    ).toEqual([
      {
        denominator: 'by-target',
        judgement: 'recomputed',
        ticketId: 't',
        policyId: 'gold',
        metric: 'first-reply',
        priority: 'high',
        state: 'breached',
      },
      {
        denominator: 'by-target',
        judgement: 'recomputed',
        ticketId: '',
        policyId: null,
        metric: null,
        priority: null,
        state: 'invalid',
      },
    ]);
  });

  const met = { ...base, fulfilledAt: hour(9.5) };
  const breached = { ...base, fulfilledAt: hour(20) };
  const within = { ...base, targetMinutes: 10_000 };
  const cancelled = { ...base, cancelledAt: hour(9.5) };
  const unknown = { ...base, schedule: 'night' };
  const invalid = { ...base, targetMinutes: 0 };
  it.each<[string, SlaTarget[], string]>([
    ['all met', [met, met], 'met'],
    ['one breached', [met, breached, within], 'breached'],
    ['one still open', [met, within], 'withinTarget'],
    ['one met and the others withdrawn', [cancelled, met], 'met'],
    ['all withdrawn', [cancelled, cancelled], 'cancelled'],
    ['one without a calendar', [breached, unknown], 'unknownSchedule'],
    ['one that cannot be', [unknown, invalid], 'invalid'],
  ])('judges a policy with %s', (_, targets, expected) => {
    const options = { denominator: 'by-policy', asOf: hour(48) } as const;
    for (const order of [targets, [...targets].reverse()]) {
      const outcomes = toSlaOutcomes(order, options);
      expect(outcomes).toMatchObject([{ denominator: 'by-policy', metric: null, state: expected }]);
    }
  });

  it('knows no priority of a policy whose targets differ in it, in any order', () => {
    const targets = [
      { ...met, priority: 'high' },
      { ...met, priority: 'low' },
    ];
    for (const order of [targets, [...targets].reverse()])
      expect(toSlaOutcomes(order, { denominator: 'by-policy', asOf: hour(48) })).toMatchObject([{ priority: null }]);
    const same = toSlaOutcomes([targets[0] as SlaTarget, targets[0] as SlaTarget], {
      denominator: 'by-policy',
      asOf: hour(48),
    });
    expect(same).toMatchObject([{ priority: 'high' }]);
  });

  it('names what it refuses', () => {
    const given = { denominator: 'by-target', asOf: hour(48) } as const;
    const thrown = (options: object): string =>
      thrownBy(() => computeSlaAttainment([], { ...given, ...options })).message;
    expect(thrown({ judgement: 'guessed' })).toContain(
      'computeSlaAttainment: option "judgement" must be "recomputed" or "recorded"',
    );
    expect(thrown({ asOf: 'today' })).toMatch(/^computeSlaAttainment.*"asOf"/);
    const measure = slaAttainmentMeasure({ denominator: 'by-target' });
    expect(thrownBy(() => computeMeasure([null as never], measure)).message).toMatch(
      /^slaAttainmentMeasure: outcome at row 0 must be one that toSlaOutcomes made by-target and recomputed/,
    );
  });

  it('keeps policies of tickets apart', () => {
    const targets = [met, { ...met, policyId: 'gold' }, { ...met, ticketId: 'u' }, { ...met, priority: 'high' }];
    const outcomes = toSlaOutcomes(targets, { denominator: 'by-policy', asOf: hour(48) });
    expect(outcomes.map(({ ticketId, policyId, priority }) => [ticketId, policyId, priority])).toEqual([
      ['t', null, null],
      ['t', 'gold', null],
      ['u', null, null],
    ]);
    const high = [
      { ...met, priority: 'high' },
      { ...met, priority: 'high' },
    ];
    expect(toSlaOutcomes(high, { denominator: 'by-policy', asOf: hour(48) })[0]?.priority).toBe('high');
  });

  it.each<[string, Partial<SlaOptions>, string]>([
    ['no denominator', { denominator: undefined as unknown as 'by-target' }, 'CX_INVALID_OPTION'],
    ['another denominator', { denominator: 'by-ticket' as 'by-target' }, 'CX_INVALID_OPTION'],
    ['another judgement', { judgement: 'guessed' as 'recorded' }, 'CX_INVALID_OPTION'],
    ['an asOf without zone', { asOf: '2026-03-02' }, 'CX_INVALID_DATE'],
  ])('refuses %s', (_, options, code) => {
    expect(thrownBy(() => stateOf({}, options))).toMatchObject({
      code,
      message: expect.stringContaining('toSlaOutcomes') as string,
    });
  });
});

describe('computeSlaAttainment', () => {
  const targets: SlaTarget[] = [
    { ...base, fulfilledAt: hour(10) },
    { ...base, metric: 'resolution' },
    { ...base, ticketId: 'u', fulfilledAt: hour(9.1) },
    { ...base, ticketId: 'v', targetMinutes: 10_000 },
    { ...base, ticketId: 'w', cancelledAt: hour(9.5) },
    { ...base, ticketId: 'x', schedule: 'night' },
    { ...base, ticketId: 'y', targetMinutes: -1 },
  ];

  it.each([
    ['by-target', 2 / 3, 2],
    ['by-policy', 1 / 2, 1],
  ] as const)('counts %s', (denominator, value, met) => {
    const result = expectSound(computeSlaAttainment(readOnce(targets), { denominator, asOf: hour(48) }));
    expect(result).toMatchObject({
      definition: {
        id: 'sla-attainment',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        parameters: { denominator },
      },
      value,
      met,
      breached: 1,
      excluded: { withinTarget: 1, cancelled: 1, unknownSchedule: 1, invalid: 1 },
    });
  });

  it('names the judgement where it is not recomputed', () => {
    const options = { denominator: 'by-target', judgement: 'recorded' } as const;
    expect(computeSlaAttainment(targets, { ...options, asOf: hour(48) }).definition.parameters).toEqual(options);
    expect(slaAttainmentMeasure({ denominator: 'by-target', judgement: 'recomputed' }).definition.parameters).toEqual({
      denominator: 'by-target',
    });
  });

  it('merges outcomes, and refuses those made by other rules', () => {
    const options = { denominator: 'by-target', asOf: hour(48) } as const;
    const outcomes = toSlaOutcomes(targets, options);
    const measure = slaAttainmentMeasure({ denominator: 'by-target' });
    const tally = tallyRows(outcomes.slice(0, 3), measure);
    measure.mergeTallies(tally, tallyRows(outcomes.slice(3), measure));
    expect(measure.toResult(tally)).toEqual(computeSlaAttainment(targets, options));
    const other = slaAttainmentMeasure({ denominator: 'by-policy' });
    expect(thrownBy(() => computeMeasure(outcomes, other))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message:
        'slaAttainmentMeasure: outcome at row 0 must be one that toSlaOutcomes made by-policy and recomputed, received "by-target"',
    });
    const recorded = slaAttainmentMeasure({ denominator: 'by-target', judgement: 'recorded' });
    expect(thrownBy(() => computeMeasure(outcomes, recorded)).code).toBe('CX_INVALID_INPUT');
    expect(thrownBy(() => slaAttainmentMeasure({} as { denominator: 'by-target' })).message).toBe(
      'slaAttainmentMeasure: option "denominator" must be "by-target" or "by-policy", received undefined',
    );
  });
});

describe('checkSlaTargets', () => {
  it.each<[string, object, string, string]>([
    ['a missing ticket', { ticketId: '' }, 'missing-id', 'ticketId'],
    ['a ticket that is no text', { ticketId: 3 }, 'missing-id', 'ticketId'],
    ['no minutes', { targetMinutes: 0 }, 'invalid-target', 'targetMinutes'],
    ['infinite minutes', { targetMinutes: Infinity }, 'invalid-target', 'targetMinutes'],
    ['minutes as text', { targetMinutes: '60' }, 'invalid-target', 'targetMinutes'],
    ['a missing activation', { activatedAt: undefined }, 'unreadable-time', 'activatedAt'],
    ['an unreadable fulfilment', { fulfilledAt: 'soon' }, 'unreadable-time', 'fulfilledAt'],
    ['a fulfilment before', { fulfilledAt: hour(9 - MS) }, 'fulfilled-before-activated', 'fulfilledAt'],
    ['an unreadable breach', { breachedAt: '' }, 'unreadable-time', 'breachedAt'],
    ['an unreadable withdrawal', { cancelledAt: '2026-03-02' }, 'unreadable-time', 'cancelledAt'],
    ['pauses that are no list', { pauses: {} }, 'unreadable-time', 'pauses'],
    ['a pause that is none', { pauses: [null] }, 'unreadable-time', 'pauses'],
    ['a pause without start', { pauses: [{ end: null }] }, 'unreadable-time', 'pauses'],
    ['a pause that ends before', { pauses: [{ start: hour(2), end: hour(1) }] }, 'ended-before-begun', 'pauses'],
  ])('finds %s', (_, parts, code, field) => {
    const rows = [base, { ...base, ...parts }] as SlaTarget[];
    expect(checkSlaTargets(rows)).toMatchObject([{ code, index: 1, field }]);
  });

  it('finds nothing on targets that can be', () => {
    const sound = {
      fulfilledAt: null,
      breachedAt: null,
      cancelledAt: null,
      pauses: [{ start: hour(1), end: hour(1) }],
    };
    expect(checkSlaTargets([base, { ...base, ...sound }, { ...base, fulfilledAt: hour(9) }])).toEqual([]);
    expect(checkSlaTargets([null as unknown as SlaTarget])).toEqual([
      { code: 'missing-id', index: 0, id: null, field: 'ticketId', value: null },
    ]);
  });
});
