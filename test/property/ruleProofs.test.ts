import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/rewards/conditions/condition.js';
import type { MetricFact } from '../../src/rewards/conditions/metricFact.js';
import { checkRules } from '../../src/rewards/trials/checkRules.js';
import { mayHold } from '../../src/rewards/trials/mayHold.js';
import type { Goal, Want } from '../../src/rewards/trials/want.js';
import type { RewardRule } from '../../src/rewards/rules/rewardRule.js';
import { compiled } from '../tools/conditions.js';
import { resultFinder } from '../../src/rewards/conditions/resultFinder.js';
import { truthName, type Truth } from '../../src/rewards/conditions/truth.js';
import { drawFrom, pick, randomCondition, randomData, type Draw } from '../tools/randomConditions.js';

const SHARED: Readonly<Record<string, Condition>> = {
  high: { op: 'gte', fact: ['a'], value: 1 },
  low: { op: 'not', of: { op: 'ref', id: 'high' } },
};
const PATHS = [['a'], ['b'], ['c'], ['c', 'd']] as const;
const OPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const;

/** Conditions that contradict each other often, and the kinds that have no two-valued formula. */
function closeCondition(draw: Draw, depth: number): Condition {
  const fact = pick(draw, PATHS);
  const inner = (): Condition => closeCondition(draw, depth - 1);
  const test = () => ({ op: pick(draw, OPS), value: pick(draw, [-1, 0, 1, 1.5, 2]) });
  const kind = depth > 1 ? draw(15) : 5 + draw(10);
  if (kind <= 2) {
    const of = Array.from({ length: 1 + draw(4) }, inner);
    return pick<Condition>(draw, [
      { op: 'all', of },
      { op: 'all', of },
      { op: 'any', of },
      { op: 'at-least', n: 1 + draw(of.length), of },
    ]);
  }
  if (kind === 3) return { op: 'not', of: inner() };
  if (kind === 4)
    return pick<Condition>(draw, [
      { op: pick(draw, ['some', 'every', 'none']), over: ['list'], where: inner(), minCount: 1 + draw(3) },
      { op: 'count', over: ['list'], where: inner(), test: test() },
    ]);
  return pick<() => Condition>(draw, [
    () => ({ op: pick(draw, OPS), fact, value: pick(draw, [0, 1, 2]) }),
    () => ({ op: pick(draw, ['eq', 'ne']), fact, value: pick(draw, [1, 'a', '2026-02-01', true, false]) }),
    () => ({ op: pick(draw, OPS), fact, value: { fact: pick(draw, PATHS) } }),
    () => ({ op: pick(draw, ['in', 'not-in']), fact, values: [pick(draw, [0, 1]), pick(draw, ['a', 1, true])] }),
    () => ({ op: pick(draw, ['known', 'missing']), fact }),
    () => ({ op: 'same-period', a: ['day'], b: pick(draw, [['day'], ['a']]), period: pick(draw, ['month', 'year']) }),
    () => ({ op: 'date-in', fact: pick(draw, [['day'], ['a']]), from: pick(draw, ['2026-02-01', '2026-03-15']) }),
    () => ({ op: 'date-in', fact: pick(draw, [['day'], ['a']]), through: pick(draw, ['2026-01-31', '2026-02-28']) }),
    () => ({ op: 'count', over: ['list'], test: test() }),
    () => ({ op: 'sum', over: ['list'], field: ['a'], test: test() }),
    () => ({ op: 'includes', fact: ['list'], value: pick(draw, [1, 'a']) }),
    () => ({ op: 'ref', id: pick(draw, ['high', 'low']) }),
    () => ({
      op: 'metric',
      metric: 'otif',
      scope: pick(draw, [['a'], ['c', 'd']]),
      period: pick(draw, ['month', 'quarter']),
      over: pick(draw, ['pooled-period', 'every-month']),
      test: pick(draw, [{ status: pick(draw, ['green', 'red']), by: pick(draw, ['point', 'bound']) }, test()]),
    }),
  ])();
}

function randomResults(draw: Draw): MetricFact[] {
  const status = () => pick(draw, ['green', 'amber', 'red', 'unknown'] as const);
  return ['2026-07', '2026-08', '2026-09', '2026-Q3'].flatMap((period) =>
    ['a', '1', '2'].map((scope) => ({
      metric: 'otif',
      scope,
      period,
      value: pick(draw, [null, -1, 0, 1, 1.5, 2]),
      interval: null,
      sampleSize: 10,
      status: { point: status(), bound: status() },
    })),
  );
}

const OUTCOMES: Readonly<Record<Want, readonly Truth[]>> = {
  true: ['true'],
  false: ['false'],
  'not-true': ['false', 'unknown'],
  'not-false': ['true', 'unknown'],
};

/** Whether some random fact does what was said to be impossible. */
function counterexample(draw: Draw, goals: readonly Goal[], times: number): string | null {
  const own = goals.map(({ condition, want }) => ({ test: compiled(condition, { shared: SHARED }).test, want }));
  for (let at = 0; at < times; at++) {
    const data = randomData(draw);
    const results = randomResults(draw);
    const context = { data, on: '2026-08-10', findResult: resultFinder(results) };
    if (own.every(({ test, want }) => OUTCOMES[want].includes(truthName(test(context)))))
      return JSON.stringify({ goals, data, results });
  }
  return null;
}

const WANTS = ['true', 'false', 'not-true', 'not-false'] as const;

describe('what is said of conditions', () => {
  it.each(WANTS)('is proved: what cannot come out %s never does', (want) => {
    let proved = 0;
    for (let seed = 1; seed <= 2500; seed++) {
      const draw = drawFrom(seed);
      const condition = seed % 2 === 0 ? closeCondition(draw, 4) : randomCondition(draw, 4);
      const goals = [{ condition, want }];
      if (mayHold(goals, SHARED) !== 'impossible') continue;
      proved++;
      expect(counterexample(draw, goals, 80)).toBeNull();
    }
    expect(proved).toBeGreaterThan(want === 'true' || want === 'false' ? 100 : 0);
  });

  it('is proved of two conditions together', () => {
    let proved = 0;
    for (let seed = 1; seed <= 4000; seed++) {
      const draw = drawFrom(seed + 100_000);
      const goals = Array.from({ length: 2 }, () => ({ condition: closeCondition(draw, 2), want: pick(draw, WANTS) }));
      if (mayHold(goals, SHARED) !== 'impossible') continue;
      proved++;
      expect(counterexample(draw, goals, 60)).toBeNull();
    }
    expect(proved).toBeGreaterThan(300);
  });

  it('is what checkRules tells of rules', () => {
    const codes = { unreachable: 0, 'always-true': 0 };
    for (let seed = 1; seed <= 1500; seed++) {
      const draw = drawFrom(seed + 200_000);
      const when = closeCondition(draw, 3);
      const rule: RewardRule = {
        format: 1,
        id: 'r',
        version: 1,
        state: 'active',
        trigger: { kind: 'event', event: 'e' },
        subject: ['a'],
        occurrence: ['b'],
        when,
        grant: { kind: 'badge', unit: 'b' },
        onUnknown: 'hold',
      };
      const found = checkRules([rule], { shared: SHARED }).map(({ code }) => code);
      for (const [code, want] of [
        ['unreachable', 'true'],
        ['always-true', 'false'],
      ] as const)
        if (found.includes(code)) {
          codes[code]++;
          expect(counterexample(draw, [{ condition: when, want }], 60)).toBeNull();
        }
    }
    expect(codes.unreachable).toBeGreaterThan(100);
    expect(codes['always-true']).toBeGreaterThan(20);
  });
});
