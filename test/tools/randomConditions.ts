import type { Condition, NumberTest, Scalar } from '../../src/rewards/conditions/condition.js';

/** A generator of whole numbers below a limit, the same for the same seed. */
export type Draw = (below: number) => number;

/** Mulberry32, by Tommy Ettinger: small, and good enough to draw examples. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  return items[draw(items.length)] as Item;
}

const SCALARS: readonly Scalar[] = [0, 1, 2, -1.5, '', 'a', '1', 'true', true, false];
const NUMBERS = [0, 1, 2, -1.5];
const DATES = ['2026-01-31', '2026-02-01', '2026-03-15'];
const ORDERS = ['lt', 'lte', 'gt', 'gte'] as const;
const TESTS = ['eq', 'ne', ...ORDERS] as const;
const PATHS = [['a'], ['b'], ['c', 'd'], ['c', 'e']] as const;
const LISTS = [['list'], ['c', 'list']] as const;

function testOf(draw: Draw): NumberTest {
  return { op: pick(draw, TESTS), value: pick(draw, [0, 1, 2, 3, 1.5]) };
}

/** A condition of any kind that has two-valued formulas, `depth` levels deep at most. */
export function randomCondition(draw: Draw, depth: number): Condition {
  const fact = pick(draw, PATHS);
  const inner = (): Condition => randomCondition(draw, depth - 1);
  const members = (): Condition[] => Array.from({ length: 1 + draw(3) }, inner);
  const other = draw(4) === 0;
  const leaves: readonly (() => Condition)[] = [
    () => ({ op: pick(draw, ['eq', 'ne']), fact, value: other ? { fact: pick(draw, PATHS) } : pick(draw, SCALARS) }),
    () => ({ op: pick(draw, ORDERS), fact, value: other ? { fact: pick(draw, PATHS) } : pick(draw, NUMBERS) }),
    () => ({
      op: pick(draw, ['in', 'not-in']),
      fact,
      values: Array.from({ length: 1 + draw(3) }, () => pick(draw, SCALARS)),
    }),
    () => ({ op: 'includes', fact: pick(draw, LISTS), value: pick(draw, SCALARS) }),
    () => {
      const [from, through] = [pick(draw, DATES), pick(draw, DATES)].sort();
      const date = { op: 'date-in', fact: ['day'] } as const;
      return pick(draw, [
        { ...date, from },
        { ...date, through },
        { ...date, from, through },
      ]);
    },
    () => ({ op: pick(draw, ['known', 'missing']), fact }),
  ];
  const groups: readonly (() => Condition)[] = [
    () => ({ op: pick(draw, ['all', 'any']), of: members() }),
    () => ({ op: 'not', of: inner() }),
    () => {
      const of = members();
      return { op: 'at-least', n: 1 + draw(of.length), of };
    },
    () => ({
      op: pick(draw, ['some', 'every', 'none']),
      over: pick(draw, LISTS),
      where: inner(),
      minCount: 1 + draw(3),
    }),
    () => ({
      op: 'count',
      over: pick(draw, LISTS),
      ...(draw(3) === 0 ? {} : { where: inner() }),
      test: testOf(draw),
    }),
  ];
  return depth <= 1 || draw(4) === 0 ? pick(draw, leaves)() : pick(draw, groups)();
}

/** A fact of any type, or none. */
function randomValue(draw: Draw): unknown {
  return pick<unknown>(draw, [undefined, null, {}, [], [1], ['a'], { x: 1 }, 1e21, ...SCALARS, ...SCALARS]);
}

/** A record of facts of which some are missing or of another type; dates are dates where they are text. */
export function randomData(draw: Draw, depth: number = 2): unknown {
  if (draw(12) === 0) return randomValue(draw);
  const list = (): unknown =>
    draw(5) === 0
      ? randomValue(draw)
      : Array.from({ length: draw(4) }, () =>
          draw(2) === 0 || depth === 0 ? randomValue(draw) : randomData(draw, depth - 1),
        );
  const record = {
    a: randomValue(draw),
    b: randomValue(draw),
    c: draw(4) === 0 ? randomValue(draw) : { d: randomValue(draw), e: randomValue(draw), list: list() },
    list: list(),
    day: pick<unknown>(draw, [...DATES, '2026-02-28', undefined, null, 3]),
  };
  // Through text: what is undefined is not there.
  return JSON.parse(JSON.stringify(record));
}
