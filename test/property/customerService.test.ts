import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochMilliseconds, toInstant } from '../../src/core/instant.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import type { Measure } from '../../src/measures/measure.js';
import { readTally, storeTally } from '../../src/measures/storedTally.js';
import { agentWaitMeasure, computeAgentWait } from '../../src/metrics/operational/agentWait.js';
import { backlogAt, backlogMeasure, computeBacklog } from '../../src/metrics/operational/backlog.js';
import { backlogAgeMeasure } from '../../src/metrics/operational/backlogAge.js';
import { backlogByAgeMeasure, computeBacklogByAge } from '../../src/metrics/operational/backlogByAge.js';
import { backlogNetFlowMeasure, computeBacklogNetFlow } from '../../src/metrics/operational/backlogNetFlow.js';
import { checkTicketEvents } from '../../src/metrics/operational/checkTicketEvents.js';
import { firstResolutionTimeMeasure } from '../../src/metrics/operational/firstResolutionTime.js';
import { firstResponseTimeMeasure } from '../../src/metrics/operational/firstResponseTime.js';
import { firstTimeFixRateMeasure } from '../../src/metrics/operational/firstTimeFixRate.js';
import { fullResolutionTimeMeasure } from '../../src/metrics/operational/fullResolutionTime.js';
import { nextResponseTimeMeasure } from '../../src/metrics/operational/nextResponseTime.js';
import { oneTouchRateMeasure } from '../../src/metrics/operational/oneTouchRate.js';
import { reopenRateMeasure } from '../../src/metrics/operational/reopenRate.js';
import { computeRequesterWait, requesterWaitMeasure } from '../../src/metrics/operational/requesterWait.js';
import { slaAttainmentMeasure } from '../../src/metrics/operational/slaAttainment.js';
import { toSlaOutcomes, type SlaDenominator } from '../../src/metrics/operational/slaOutcomes.js';
import type { SlaTarget } from '../../src/metrics/operational/slaTarget.js';
import type { TicketCase } from '../../src/metrics/operational/ticketCase.js';
import { TICKET_EVENT_TYPES, TICKET_STATUSES, type TicketEvent } from '../../src/metrics/operational/ticketEvent.js';
import { toCases } from '../../src/metrics/operational/toCases.js';
import { toFixes } from '../../src/metrics/operational/toFixes.js';
import type { Visit } from '../../src/metrics/operational/visit.js';
import { deepFreeze, expectSound } from '../tools/soundness.js';

const HOUR = 3_600_000;
const START = 1_772_409_600_000;
/** Hours from 0 to 40, of which many fall together. */
const hours = fc.integer({ min: 0, max: 40 });
const instantOf = (hour: number): string => toInstant(START + hour * HOUR) as string;
const asOf = instantOf(40);
const tickets = fc.constantFrom('a', 'b', 'c', 'd', '__proto__');

/** Tickets that came in once and live on from there, and now and then events of any kind. */
const events: fc.Arbitrary<TicketEvent[]> = fc
  .record({
    created: fc.dictionary(tickets, fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean()), { noNullPrototype: true }),
    later: fc.array(
      fc.record({
        ticketId: tickets,
        hour: fc.integer({ min: 10, max: 45 }),
        type: fc.constantFrom(...TICKET_EVENT_TYPES.filter((type) => type !== 'created' && type !== 'merged')),
        status: fc.constantFrom(...TICKET_STATUSES),
        priority: fc.constantFrom('low', 'high'),
      }),
      { maxLength: 30 },
    ),
    odd: fc.array(
      fc.record({
        ticketId: tickets,
        hour: hours,
        type: fc.constantFrom('created', 'merged') as fc.Arbitrary<'merged'>,
      }),
      { maxLength: 1 },
    ),
  })
  .map(({ created, later, odd }) => [
    ...Object.entries(created).map(([ticketId, [hour, byAgent]]): TicketEvent => ({
      ticketId,
      at: instantOf(hour),
      type: 'created',
      byAgent,
    })),
    ...[...later, ...odd].map(({ hour, ...event }): TicketEvent => ({ ...event, at: instantOf(hour) })),
  ]);

const targets: fc.Arbitrary<SlaTarget[]> = fc
  .array(
    fc.record({
      ticketId: tickets,
      policyId: fc.option(fc.constantFrom('gold', 'silver'), { nil: undefined }),
      targetMinutes: fc.constantFrom(60, 300, 1200),
      activated: hours,
      fulfilled: fc.option(hours),
      cancelled: fc.option(hours, { freq: 1 }),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ activated, fulfilled, cancelled, ...rest }) => ({
      ...rest,
      metric: 'first-reply',
      activatedAt: instantOf(activated),
      fulfilledAt: fulfilled === null ? null : instantOf(fulfilled),
      cancelledAt: cancelled === null ? null : instantOf(cancelled),
    })),
  );

const visits: fc.Arbitrary<Visit[]> = fc
  .uniqueArray(
    fc.record({
      visitId: fc.integer({ min: 1, max: 30 }).map(String),
      assetId: fc.constantFrom('pump', 'fan', ''),
      outcome: fc.constantFrom('fixed', 'not-fixed', 'no-access', 'customer-cancelled'),
      isRemote: fc.boolean(),
      begun: hours,
      lasting: fc.integer({ min: -1, max: 3 }),
    }),
    { maxLength: 15, selector: ({ visitId }) => visitId },
  )
  .map((rows) =>
    rows.map(({ begun, lasting, ...rest }) => ({
      ...rest,
      fault: 'leak',
      begunAt: instantOf(begun),
      endedAt: instantOf(begun + lasting),
    })),
  );

/** The same rows in another order. */
function shuffled<Row>(rows: fc.Arbitrary<Row[]>): fc.Arbitrary<readonly [Row[], Row[]]> {
  return rows.chain((own) =>
    fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length, maxLength: own.length })),
  );
}

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

const MEASURES = [
  firstResponseTimeMeasure(),
  nextResponseTimeMeasure(),
  firstResolutionTimeMeasure(),
  fullResolutionTimeMeasure(),
  requesterWaitMeasure(),
  agentWaitMeasure(),
  backlogByAgeMeasure({ at: asOf, edges: [6, 24] }),
  reopenRateMeasure(),
  oneTouchRateMeasure({ rule: 'no-handback' }),
  backlogMeasure({ at: asOf }),
  backlogAgeMeasure({ at: asOf }),
  backlogNetFlowMeasure({ from: instantOf(20), to: asOf }),
] as unknown as readonly Measure<TicketCase, unknown, object>[];

describe('cases', () => {
  it('do not depend on the order of events, nor on the shards of whole tickets', () => {
    fc.assert(
      fc.property(shuffled(events), ([own, other]) => {
        const cases = sorted(expectSound(toCases(deepFreeze(own), { asOf })));
        expect(sorted(toCases(other, { asOf }))).toEqual(cases);
        const isFirst = ({ ticketId }: TicketEvent): boolean => ticketId < 'c';
        const shards = [own.filter(isFirst), own.filter((event) => !isFirst(event))];
        expect(sorted(shards.flatMap((shard) => toCases(shard, { asOf })))).toEqual(cases);
      }),
    );
  });

  it('are in one state at a time, from their creation on', () => {
    fc.assert(
      fc.property(events, (own) => {
        for (const { createdAt, statuses, isOpen, exclusion } of toCases(own, { asOf })) {
          if (exclusion !== null) continue;
          expect(statuses[0]?.from).toBe(createdAt);
          expect(statuses.slice(1).map(({ from }) => from)).toEqual(statuses.slice(0, -1).map(({ to }) => to));
          const last = statuses.at(-1);
          expect(last?.to).toBeNull();
          expect(isOpen).toBe(last?.status !== 'solved' && last?.status !== 'closed');
        }
      }),
    );
  });

  it('have waits of two sides that add up to the time they were not solved', () => {
    fc.assert(
      fc.property(events, (log) => {
        for (const own of toCases(log, { asOf })) {
          if (own.exclusion !== null || own.isOpen) continue;
          const unsolved = own.statuses
            .filter(({ status }) => status !== 'solved' && status !== 'closed')
            .reduce(
              (sum, { from, to }) => sum + (toEpochMilliseconds(to ?? own.asOf) - toEpochMilliseconds(from)) / HOUR,
              0,
            );
          const waits = (computeAgentWait([own]).value ?? 0) + (computeRequesterWait([own]).value ?? 0);
          expect(waits).toBeCloseTo(unsolved, 9);
        }
      }),
    );
  });

  it('know their first solution before their last, and as many solutions as reopenings or one more', () => {
    fc.assert(
      fc.property(events, (own) => {
        for (const { firstSolvedAt, lastSolvedAt, statuses, reopens, isOpen } of toCases(own, { asOf })) {
          expect(firstSolvedAt === null).toBe(lastSolvedAt === null);
          if (firstSolvedAt === null) continue;
          expect(toEpochMilliseconds(firstSolvedAt)).toBeLessThanOrEqual(toEpochMilliseconds(lastSolvedAt));
          const isDone = statuses.map(({ status }) => status === 'solved' || status === 'closed');
          const solutions = isDone.filter((done, at) => done && !isDone[at - 1]).length;
          expect(reopens).toBe(isOpen ? solutions : solutions - 1);
        }
      }),
    );
  });

  it('are left out as impossible only when the check names something', () => {
    fc.assert(
      fc.property(events, (own) => {
        const known = own.filter(({ at }) => toEpochMilliseconds(at) <= toEpochMilliseconds(asOf));
        const named = new Set(checkTicketEvents(known).map(({ id }) => id));
        for (const { ticketId, exclusion } of toCases(own, { asOf }))
          expect(named.has(ticketId)).toBe(exclusion === 'invalid' || exclusion === 'notCreated');
      }),
    );
  });

  it('give tallies that merge to the whole, in any order, and survive storage', () => {
    fc.assert(
      fc.property(events, fc.nat(5), (own, at) => {
        const cases = toCases(own, { asOf });
        for (const measure of MEASURES) {
          const whole = expectSound(computeMeasure(cases, measure));
          const tally = tallyRows(cases.slice(at).reverse(), measure);
          const stored: unknown = JSON.parse(
            JSON.stringify(storeTally(measure, tallyRows(cases.slice(0, at), measure))),
          );
          measure.mergeTallies(tally, readTally(measure, stored));
          expect(measure.toResult(tally)).toEqual(whole);
        }
      }),
    );
  });
});

describe('the backlog', () => {
  it('rebuilt from events is the number of cases open at that moment', () => {
    fc.assert(
      fc.property(events, fc.array(hours, { maxLength: 6 }), (own, moments) => {
        const cases = toCases(own, { asOf });
        const points = backlogAt(cases, moments.map(instantOf));
        moments.forEach((hour, at) => {
          // Merges and faults are those known at the end, so that the tickets are the same.
          const counted = new Set(cases.filter(({ exclusion }) => exclusion === null).map(({ ticketId }) => ticketId));
          const then = toCases(
            own.filter(({ ticketId }) => counted.has(ticketId)),
            { asOf: instantOf(hour) },
          );
          const open = then.filter(({ isOpen }) => isOpen).length;
          expect(points[at]).toEqual({ at: instantOf(hour), open });
          expect(computeBacklog(cases, { at: instantOf(hour) }).value ?? 0).toBe(open);
        });
      }),
    );
  });

  it('is what its buckets by age add up to', () => {
    fc.assert(
      fc.property(
        events,
        fc.integer({ min: 0, max: 40 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (log, hour, ages) => {
          const cases = toCases(log, { asOf });
          const edges = ages.sort((a, b) => a - b);
          const at = instantOf(hour);
          const { buckets, ...byAge } = expectSound(computeBacklogByAge(cases, { at, edges }));
          const whole = computeBacklog(cases, { at });
          expect({ ...byAge, definition: whole.definition }).toEqual(whole);
          expect(buckets.reduce((sum, { open }) => sum + open, 0)).toBe(whole.open);
          // Two buckets become one where their edge is taken away.
          const [only] = edges as [number];
          const two = computeBacklogByAge(cases, { at, edges: [only] }).buckets;
          expect([two[0]?.open, two[1]?.open]).toEqual([
            buckets[0]?.open,
            buckets.slice(1).reduce((sum, { open }) => sum + open, 0),
          ]);
        },
      ),
    );
  });

  it('changes by the net flow', () => {
    fc.assert(
      fc.property(events, hours, hours, (own, a, b) => {
        fc.pre(a !== b);
        const [from, to] = [instantOf(Math.min(a, b)), instantOf(Math.max(a, b))];
        const cases = toCases(own, { asOf });
        const [before, after] = backlogAt(cases, [from, to]);
        const flow = computeBacklogNetFlow(cases, { from, to });
        expect(flow.value ?? 0).toBe((after?.open ?? 0) - (before?.open ?? 0));
      }),
    );
  });
});

describe('targets of service levels', () => {
  it.each<SlaDenominator>(['by-target', 'by-policy'])('do not depend on their order %s, and merge', (denominator) => {
    const measure = slaAttainmentMeasure({ denominator });
    fc.assert(
      fc.property(shuffled(targets), fc.nat(9), ([own, other], at) => {
        const outcomes = toSlaOutcomes(deepFreeze(own), { denominator, asOf });
        const whole = expectSound(computeMeasure(outcomes, measure));
        expect(computeMeasure(toSlaOutcomes(other, { denominator, asOf }), measure)).toEqual(whole);
        const tally = tallyRows(outcomes.slice(at), measure);
        measure.mergeTallies(tally, tallyRows(outcomes.slice(0, at), measure));
        expect(measure.toResult(tally)).toEqual(whole);
      }),
    );
  });

  it('are met by a policy only where all of them are', () => {
    fc.assert(
      fc.property(targets, (own) => {
        const states = toSlaOutcomes(own, { denominator: 'by-target', asOf });
        for (const { ticketId, policyId, state } of toSlaOutcomes(own, { denominator: 'by-policy', asOf })) {
          const within = states.filter((target) => target.ticketId === ticketId && target.policyId === policyId);
          const isMet = within.every((target) => target.state === 'met' || target.state === 'cancelled');
          expect(state === 'met' || state === 'cancelled').toBe(isMet);
        }
      }),
    );
  });
});

describe('jobs', () => {
  const options = { windowDays: 0.5, asOf };
  const measure = firstTimeFixRateMeasure({ windowDays: 0.5 });

  it('do not depend on the order of visits, and hold each visit once', () => {
    fc.assert(
      fc.property(shuffled(visits), ([own, other]) => {
        const fixes = expectSound(toFixes(deepFreeze(own), options));
        expect(sorted(toFixes(other, options))).toEqual(sorted(fixes));
        const isSeen = ({ begunAt, endedAt }: Visit): boolean => {
          const [begun, ended] = [toEpochMilliseconds(begunAt), toEpochMilliseconds(endedAt)];
          return ended < begun || ended <= toEpochMilliseconds(asOf);
        };
        const held = fixes.reduce((sum, { returns }) => sum + 1 + returns, 0);
        expect(held).toBe(own.filter(isSeen).length);
      }),
    );
  });

  it('are never better for a longer window, asset by asset', () => {
    fc.assert(
      fc.property(visits, (own) => {
        const firstTimes = (windowDays: number): number =>
          toFixes(own, { windowDays, asOf: instantOf(4000) }).filter(({ isFirstTime }) => isFirstTime).length;
        expect(firstTimes(1)).toBeLessThanOrEqual(firstTimes(0.25));
        const tally = tallyRows(toFixes(own, options), measure);
        expect(tally.counts.reduce((sum, count) => sum + count, 0)).toBe(toFixes(own, options).length);
      }),
    );
  });
});
