import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toCivilDate, toDayNumber } from '../../src/core/civilDay.js';
import { toPeriod, type PeriodUnit } from '../../src/core/period.js';
import type { MetricFact } from '../../src/rewards/conditions/metricFact.js';
import type { RewardOutcome } from '../../src/rewards/evaluation/rewardDecision.js';
import { evaluateRewards } from '../../src/rewards/evaluation/evaluateRewards.js';
import { periodCompleteness } from '../../src/rewards/facts/periodCompleteness.js';
import { toEventFacts } from '../../src/rewards/facts/toEventFacts.js';
import { toMetricFacts } from '../../src/rewards/facts/toMetricFacts.js';
import { toPeriodFact } from '../../src/rewards/facts/toPeriodFact.js';
import type { Condition } from '../../src/rewards/conditions/condition.js';
import type { RewardRule } from '../../src/rewards/rules/rewardRule.js';

type Status = MetricFact['status']['point'];

const statuses = fc.constantFrom<Status>('green', 'green', 'amber', 'unknown');
/** What is there for one month: nothing, or a result that may be small or unknown. */
const presence = fc.option(
  fc.record({
    point: statuses,
    bound: statuses,
    value: fc.option(fc.constantFrom(0.9, 0.97), { freq: 4 }),
    sampleSize: fc.constantFrom(5, 30, 200),
  }),
  { freq: 4, nil: null },
);
const day = fc
  .integer({ min: toDayNumber('1999-01-01'), max: toDayNumber('2099-12-31') })
  .map((number) => toCivilDate(number) ?? '');
const unit = fc.constantFrom<PeriodUnit>('month', 'quarter', 'year');
const start = fc.integer({ min: 1, max: 12 });

const ruleOf = (period: PeriodUnit, when: Condition): RewardRule => ({
  format: 1,
  id: 'bonus',
  version: 1,
  state: 'active',
  trigger: { kind: 'period-close', period },
  subject: ['network', 'id'],
  occurrence: ['period', 'key'],
  when,
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 1 } },
  onUnknown: 'hold',
});

describe('the fact of a period that closed', () => {
  it('lies on its last day, its months being those of the period', () => {
    fc.assert(
      fc.property(day, unit, start, (date, own, fiscalYearStart) => {
        const period = toPeriod(date, { unit: own, fiscalYearStart });
        const { on, data } = toPeriodFact({ period, fiscalYearStart, subject: { kind: 'network', id: 'n' } });
        const { from, through } = data['period'] as { from: string; through: string };
        const keyAt = (day: number) => toPeriod(toCivilDate(day) ?? '', { unit: own, fiscalYearStart });
        expect(on).toBe(through);
        expect([keyAt(toDayNumber(from)), keyAt(toDayNumber(through))]).toEqual([period, period]);
        expect(keyAt(toDayNumber(from) - 1)).not.toBe(period);
        expect(keyAt(toDayNumber(through) + 1)).not.toBe(period);
      }),
    );
  });
});

describe('completeness', () => {
  it('is what rules hold on', () => {
    fc.assert(
      fc.property(
        day,
        unit,
        start,
        fc.array(presence, { minLength: 13, maxLength: 13 }),
        fc.constantFrom<'every-month' | 'pooled-period'>('every-month', 'pooled-period'),
        fc.constantFrom<'point' | 'bound' | 'value'>('point', 'bound', 'value'),
        fc.constantFrom(0, 30),
        (date, own, fiscalYearStart, pattern, over, by, minimumSample) => {
          const period = toPeriod(date, { unit: own, fiscalYearStart });
          const asked = { period, metrics: ['otif'], scopes: ['north'], over, by, minimumSample, fiscalYearStart };
          const { expected } = periodCompleteness([], asked);
          const results = pattern.flatMap((found, at): MetricFact[] => {
            const key = expected[at];
            if (found === null || key === undefined) return [];
            const { point, bound, value, sampleSize } = found;
            return [
              {
                metric: 'otif',
                scope: 'north',
                period: key,
                value,
                interval: null,
                sampleSize,
                status: { point, bound },
              },
            ];
          });
          const test = by === 'value' ? ({ op: 'gte', value: 0.95 } as const) : ({ status: 'green', by } as const);
          const when = {
            op: 'metric',
            metric: 'otif',
            scope: ['network', 'id'],
            period: own,
            over,
            test,
            minimumSample,
          } as const;
          const fact = toPeriodFact({ period, fiscalYearStart, subject: { kind: 'network', id: 'north' }, results });
          const input = { rules: [ruleOf(own, when)], facts: [fact], results, asOf: '2101-01-01', fiscalYearStart };
          const outcome = evaluateRewards(input).decisions[0]?.outcome;
          const { isComplete, parts } = periodCompleteness(results, asked);
          const there = new Set(parts[0]?.present);
          const fails = results.some(
            ({ period: key, value, status }) =>
              there.has(key) && (by === 'value' ? value !== 0.97 : status[by] !== 'green'),
          );
          const awaited: RewardOutcome = fails ? 'denied' : isComplete ? 'granted' : 'held';
          expect(outcome).toBe(awaited);
          expect([...there, ...(parts[0]?.missing ?? []).map((one) => one.period)].sort()).toEqual(
            [...expected].sort(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is what rules over the listed months hold on', () => {
    fc.assert(
      fc.property(fc.array(presence, { minLength: 3, maxLength: 3 }), (pattern) => {
        const months = ['2026-07', '2026-08', '2026-09'];
        const results = pattern.flatMap((found, at): MetricFact[] => {
          if (found === null) return [];
          const { point, bound, value, sampleSize } = found;
          const held = { metric: 'otif', scope: 'north', period: months[at] ?? '' };
          return [{ ...held, value, interval: null, sampleSize, status: { point, bound } }];
        });
        const asked = { period: '2026-Q3', metrics: ['otif'], scopes: ['north'] };
        const fact = toPeriodFact({ period: '2026-Q3', subject: { kind: 'network', id: 'north' }, results });
        const where = { op: 'eq', fact: ['status'], value: 'green' } as const;
        // Every month is listed, so that no `minCount` is needed.
        const rule = ruleOf('quarter', { op: 'every', over: ['kpis', 'otif'], where });
        const outcome = evaluateRewards({ rules: [rule], facts: [fact], asOf: '2026-10-01' }).decisions[0]?.outcome;
        const fails = results.some(({ status }) => status.point === 'amber');
        const { isComplete } = periodCompleteness(results, asked);
        expect(outcome).toBe(fails ? 'denied' : isComplete ? 'granted' : 'held');
      }),
    );
  });
});

describe('facts', () => {
  const shuffled = <Item>(items: readonly Item[], keys: readonly number[]): Item[] =>
    items
      .map((item, at) => [keys[at] ?? 0, at, item] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
      .map(([, , item]) => item);

  it('of segments do not depend on their order', () => {
    const definition = {
      id: 'otif',
      family: 'proportion',
      statistic: 'share',
      unit: 'share',
      direction: 'higher-is-better',
      range: { minimum: 0, maximum: 1 },
      parameters: {},
    } as const;
    const segment = fc.record({
      network: fc.option(fc.string({ maxLength: 2 })),
      value: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      hidden: fc.boolean(),
    });
    const list = fc.uniqueArray(segment, { selector: ({ network }) => network, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.array(fc.integer(), { minLength: 8, maxLength: 8 }), (rows, keys) => {
        const segments = rows.map(({ network, value, hidden }) => ({
          key: { network },
          result: hidden ? null : { definition, value, interval: null, sampleSize: 9 },
          suppressed: hidden ? 'below-minimum' : null,
        }));
        const options = { scope: 'network', period: '2026-Q3', target: null, metric: 'otif' } as const;
        const made = toMetricFacts(segments, options);
        expect(toMetricFacts(shuffled(segments, keys), options)).toEqual(made);
        expect(JSON.parse(JSON.stringify(made))).toEqual(made);
        // Nothing is dropped: each segment is a fact, or a gap without scope.
        expect(made.facts.length + made.gaps.filter(({ scope }) => scope === null).length).toBe(rows.length);
      }),
    );
  });

  it('of events do not depend on the order of records, and none is lost', () => {
    const row = fc.record({
      id: fc.constantFrom('a', 'b', 'c', '', null),
      on: fc.constantFrom('2026-02-01', '2026-02-01', '2026-02-30', null),
      what: fc.constantFrom<unknown>(1, 1, 1, 2, NaN),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.array(fc.integer(), { minLength: 8, maxLength: 8 }),
        (rows, keys) => {
          const options = {
            event: 'sale',
            id: 'id',
            on: 'on',
            data: ({ what }: (typeof rows)[number]) => ({ what }),
          } as const;
          const made = toEventFacts(rows, options);
          const again = toEventFacts(shuffled(rows, keys), options);
          expect([again.facts, again.repeated]).toEqual([made.facts, made.repeated]);
          expect(again.findings.map(({ code, id }) => `${code} ${id ?? ''}`).sort()).toEqual(
            made.findings.map(({ code, id }) => `${code} ${id ?? ''}`).sort(),
          );
          expect(made.facts.length + made.findings.length + made.repeated).toBe(rows.length);
        },
      ),
    );
  });
});
