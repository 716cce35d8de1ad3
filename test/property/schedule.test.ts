import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodDistance } from '../../src/core/period.js';
import { scheduleInitiatives } from '../../src/prioritization/schedule.js';
import type { ScheduleInitiative } from '../../src/prioritization/scheduleInitiative.js';

const initiatives = fc.integer({ min: 0, max: 12 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, at) => String.fromCharCode(97 + at));
  return fc.tuple(
    ...ids.map((id, at): fc.Arbitrary<ScheduleInitiative> =>
      fc.record({
        id: fc.constant(id),
        value: fc.integer({ min: 0, max: 5 }),
        cost: fc.constant(0),
        quarters: fc.integer({ min: 1, max: 3 }),
        capacity: fc.record({ team: fc.integer({ min: 0, max: 9 }) }),
        dependsOn: fc.subarray(ids.slice(0, at), { maxLength: Math.min(2, at) }),
        quickWin: fc.boolean(),
      }),
    ),
  );
});

describe('a schedule', () => {
  it('keeps every quarter within its capacity and every initiative behind what it depends on', () => {
    fc.assert(
      fc.property(initiatives, fc.integer({ min: 1, max: 10 }), (list, horizon) => {
        const { quickWins, structuring, unscheduled, quarters } = scheduleInitiatives(list, {
          start: '2026-Q3',
          horizon,
          capacity: { team: 5 },
        });
        const placed = new Map([...quickWins, ...structuring].map((place) => [place.id, place]));
        expect(placed.size + unscheduled.length).toBe(list.length);
        expect(quarters.length).toBeLessThanOrEqual(horizon);
        for (const { used } of quarters) expect(used['team'] ?? 0).toBeLessThanOrEqual(5);
        for (const { id, quarters: length = 1, dependsOn = [] } of list) {
          const place = placed.get(id);
          if (!place) continue;
          expect(periodDistance(place.to, place.from) + 1).toBe(length);
          for (const other of dependsOn) expect(periodDistance(place.from, placed.get(other)!.to)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the initiatives', () => {
    fc.assert(
      fc.property(initiatives, (list) => {
        const options = { start: '2026-Q3', capacity: { team: 5 } };
        expect(scheduleInitiatives([...list].reverse(), options)).toEqual(scheduleInitiatives(list, options));
      }),
    );
  });
});
