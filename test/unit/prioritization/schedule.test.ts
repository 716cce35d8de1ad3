import { describe, expect, it } from 'vitest';
import { isCxError } from '../../../src/core/errors.js';
import { scheduleInitiatives } from '../../../src/prioritization/schedule.js';
import type { ScheduleInitiative, ScheduleOptions } from '../../../src/prioritization/scheduleInitiative.js';

function item(id: string, value: number, more: Partial<ScheduleInitiative> = {}): ScheduleInitiative {
  return { id, value, cost: 0, ...more };
}

/** `id from..to` of each, quick wins and structuring apart. */
function told(initiatives: ScheduleInitiative[], options: ScheduleOptions): { quick: string[]; large: string[] } {
  const { quickWins, structuring } = scheduleInitiatives(initiatives, options);
  const line = ({ id, from, to }: { id: string; from: string; to: string }): string => `${id} ${from}..${to}`;
  return { quick: quickWins.map(line), large: structuring.map(line) };
}

function codeOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (isCxError(error)) return [error.code, error.message];
  }
  return ['none'];
}

describe('scheduleInitiatives', () => {
  it('gives quick wins the room before structuring projects of more value', () => {
    const initiatives = [
      item('large', 99, { quarters: 2, capacity: { days: 20 } }),
      item('quick', 1, { capacity: { days: 5 } }),
    ];
    expect(told(initiatives, { start: '2026-Q4', capacity: { days: 10 } })).toEqual({
      quick: ['quick 2026-Q4..2026-Q4'],
      large: ['large 2027-Q1..2027-Q2'],
    });
  });

  it('takes for a quick win what is short, depends on nothing and is not said to be none', () => {
    const initiatives = [
      item('a', 1),
      item('b', 1, { quarters: 2 }),
      item('c', 1, { dependsOn: ['a'] }),
      item('d', 1, { quickWin: false }),
      item('e', 1, { quickWin: true, quarters: 2 }),
    ];
    const { quickWins, structuring } = scheduleInitiatives(initiatives, { start: '2026-Q1' });
    expect(quickWins).toEqual([{ id: 'a', kind: 'quick-win', from: '2026-Q1', to: '2026-Q1' }]);
    expect(structuring.map(({ id, kind }) => [id, kind])).toEqual(
      ['b', 'd', 'e', 'c'].map((id) => [id, 'structuring']),
    );
  });

  it('puts dependents after what they depend on, in fiscal quarters too', () => {
    const chain = [
      item('top', 9, { dependsOn: ['base', 'side'] }),
      item('base', 0, { quarters: 3 }),
      item('side', 0, { quarters: 1 }),
    ];
    expect(told(chain, { start: 'FY2026-Q3' })).toEqual({
      quick: ['side FY2026-Q3..FY2026-Q3'],
      large: ['base FY2026-Q3..FY2027-Q1', 'top FY2027-Q2..FY2027-Q2'],
    });
  });

  it('ranks a base by what waits for it', () => {
    const initiatives = [
      item('middle', 5, { quarters: 2, capacity: { team: 2 } }),
      item('base', 1, { quarters: 2, capacity: { team: 2 } }),
      item('top', 9, { quarters: 2, capacity: { team: 2 }, dependsOn: ['base'] }),
    ];
    expect(told(initiatives, { start: '2026-Q1', capacity: { team: 1 } }).large).toEqual([
      'base 2026-Q1..2026-Q2',
      'top 2026-Q3..2026-Q4',
      'middle 2027-Q1..2027-Q2',
    ]);
  });

  it.each<[string, ScheduleInitiative[], string[]]>([
    ['the one worth more', [item('a', 1, { capacity: { t: 1 } }), item('b', 2, { capacity: { t: 1 } })], ['b', 'a']],
    [
      'then the shorter',
      [item('a', 1, { quarters: 3, capacity: { t: 3 } }), item('b', 1, { quarters: 2, capacity: { t: 2 } })],
      ['b', 'a'],
    ],
    ['then by id', [item('b', 1, { capacity: { t: 1 } }), item('a', 1, { capacity: { t: 1 } })], ['a', 'b']],
  ])('among equals puts first %s', (_, initiatives, order) => {
    const { quarters } = scheduleInitiatives(initiatives, { start: '2026-Q1', capacity: { t: 1 } });
    expect([...new Set(quarters.flatMap(({ ids }) => ids))]).toEqual(order);
  });

  it('fills a gap only where the whole length finds room', () => {
    const initiatives = [
      item('early', 9, { quarters: 1, capacity: { t: 1 }, quickWin: false }),
      item('late', 8, { quarters: 1, capacity: { t: 1 }, dependsOn: ['wait'] }),
      item('wait', 8, { quarters: 2 }),
      item('long', 1, { quarters: 2, capacity: { t: 2 } }),
      item('short', 1, { quarters: 1, capacity: { t: 1 }, dependsOn: ['early'] }),
    ];
    expect(told(initiatives, { start: '2026-Q1', capacity: { t: 1 } }).large).toEqual([
      'early 2026-Q1..2026-Q1',
      'wait 2026-Q1..2026-Q2',
      'short 2026-Q2..2026-Q2',
      'late 2026-Q3..2026-Q3',
      'long 2026-Q4..2027-Q1',
    ]);
  });

  it('says what found no place and why', () => {
    const initiatives = [
      item('wide', 9, { capacity: { t: 3 } }),
      item('spread', 9, { capacity: { t: 4 }, quarters: 2 }),
      item('after', 5, { dependsOn: ['wide'] }),
      item('long', 5, { quarters: 3 }),
      item('behind', 5, { dependsOn: ['spread'] }),
    ];
    const { unscheduled, structuring } = scheduleInitiatives(initiatives, {
      start: '2026-Q1',
      horizon: 2,
      capacity: { t: 2 },
    });
    expect(unscheduled).toEqual([
      { id: 'after', reason: 'needs' },
      { id: 'behind', reason: 'horizon' },
      { id: 'long', reason: 'horizon' },
      { id: 'wide', reason: 'capacity' },
    ]);
    expect(structuring.map(({ id }) => id)).toEqual(['spread']);
  });

  it('tells the load of each quarter up to the last one used', () => {
    const initiatives = [
      item('b', 2, { quarters: 2, capacity: { z: 1, days: 5 } }),
      item('a', 1, { capacity: { days: 0.3 } }),
    ];
    expect(scheduleInitiatives(initiatives, { start: '2026-Q4', horizon: 9 }).quarters).toEqual([
      { period: '2026-Q4', ids: ['a', 'b'], used: { days: 2.8, z: 0.5 } },
      { period: '2027-Q1', ids: ['b'], used: { days: 2.5, z: 0.5 } },
    ]);
    expect(scheduleInitiatives([], { start: '2026-Q4' })).toEqual({
      quickWins: [],
      structuring: [],
      unscheduled: [],
      quarters: [],
    });
  });

  it.each<[unknown, unknown, string, string]>([
    [[], null, 'CX_INVALID_OPTION', 'scheduleInitiatives: "options" must be an object, received null'],
    [
      [],
      { start: '2026-11' },
      'CX_INVALID_DATE',
      'scheduleInitiatives: option "start" must be a quarter such as "2026-Q1", received "2026-11"',
    ],
    [
      [],
      {},
      'CX_INVALID_DATE',
      'scheduleInitiatives: option "start" must be a quarter such as "2026-Q1", received undefined',
    ],
    [
      [],
      { start: '2026-Q1', horizon: 0 },
      'CX_INVALID_OPTION',
      'scheduleInitiatives: option "horizon" must be a whole number of quarters from 1 to 400, received 0',
    ],
    [
      [],
      { start: '2026-Q1', horizon: 401 },
      'CX_INVALID_OPTION',
      'scheduleInitiatives: option "horizon" must be a whole number of quarters from 1 to 400, received 401',
    ],
    [
      [],
      { start: '2026-Q1', capacity: null },
      'CX_INVALID_OPTION',
      'scheduleInitiatives: option "capacity" must be an object, received null',
    ],
    [
      [],
      { start: '2026-Q1', capacity: { t: -1 } },
      'CX_INVALID_OPTION',
      'scheduleInitiatives: option "capacity.t" must be a number from 0 to 1000000000, received -1',
    ],
    [
      [item('a', 1), item('a', 1)],
      { start: '2026-Q1' },
      'CX_INVALID_INPUT',
      'scheduleInitiatives: initiatives[1].id must be an id of its own, received "a"',
    ],
  ])('refuses %j under %j', (initiatives, options, code, message) => {
    const run = (): unknown => scheduleInitiatives(initiatives as ScheduleInitiative[], options as ScheduleOptions);
    expect(codeOf(run)).toEqual([code, message]);
  });
});
