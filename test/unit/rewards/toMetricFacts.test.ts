import { describe, expect, it } from 'vitest';

import type { MetricDefinition } from '../../../src/core/definition.js';
import type { MetricTarget } from '../../../src/core/target.js';
import type { FactSegment } from '../../../src/rewards/facts/factSegment.js';
import { toMetricFacts, type MetricFactsOptions } from '../../../src/rewards/facts/toMetricFacts.js';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { segmentBy } from '../../../src/segmentation/segmentBy.js';
import { coded } from '../../tools/coded.js';

const definition: MetricDefinition = {
  id: 'otif',
  family: 'proportion',
  statistic: 'share',
  unit: 'share',
  direction: 'higher-is-better',
  range: { minimum: 0, maximum: 1 },
  parameters: {},
};
const interval = { lower: 0.96, upper: 0.99, confidence: 0.95, method: 'wilson' };
const target: MetricTarget = { definition: { id: 'otif' }, period: null, green: 0.95, amber: 0.9, source: 'contract' };

type Key = Readonly<Record<string, string | number | boolean | null>>;

const segment = (key: Key, own: object = {}): FactSegment<Key> => ({
  key,
  result: { definition, value: 0.97, interval, sampleSize: 300, ...own },
});
const hidden = (key: Key, suppressed: string | null): FactSegment<Key> => ({ key, result: null, suppressed });
const options: MetricFactsOptions<Key> = { scope: 'network', period: '2026-Q3', target };
const facts = (segments: readonly FactSegment<Key>[], own: Partial<MetricFactsOptions<Key>> = {}) =>
  toMetricFacts(segments, { ...options, ...own });
const blank = { value: null, interval: null, status: { point: 'unknown', bound: 'unknown' } };

describe('toMetricFacts', () => {
  it('gives one fact for each segment, in order of scope and period', () => {
    const months = ['2026-08', '2026-07'];
    const segments = ['south', 'north'].flatMap((network) => months.map((month) => segment({ network, month })));
    const made = facts(segments, { period: ({ month }) => month });
    expect(made.facts.map(({ scope, period }) => [scope, period])).toEqual([
      ['north', '2026-07'],
      ['north', '2026-08'],
      ['south', '2026-07'],
      ['south', '2026-08'],
    ]);
    expect(made.facts[0]).toEqual({
      metric: 'otif',
      scope: 'north',
      period: '2026-07',
      value: 0.97,
      interval,
      sampleSize: 300,
      status: { point: 'green', bound: 'green' },
    });
    expect(made.gaps).toEqual([]);
  });
  it('reads the scope by name or by a function, whole numbers as text', () => {
    expect(facts([segment({ network: 7 })]).facts[0]?.scope).toBe('7');
    const scope = (key: Key) => `${String(key['zone'])}/${String(key['network'])}`;
    expect(facts([segment({ zone: 'fr', network: 'north' })], { scope }).facts[0]?.scope).toBe('fr/north');
  });
  it.each([
    ['below-minimum', 'below-minimum'],
    ['complementary', 'complementary'],
    ['secret', 'hidden'],
    [null, 'hidden'],
  ])('keeps a segment that is suppressed as %s without value, and says so', (suppressed, reason) => {
    const made = facts([hidden({ network: 'small' }, suppressed), segment({ network: 'north' })]);
    expect(made.facts).toHaveLength(2);
    expect(made.facts[1]).toEqual({ metric: 'otif', scope: 'small', period: '2026-Q3', ...blank, sampleSize: 0 });
    expect(made.gaps).toEqual([{ metric: 'otif', scope: 'small', period: '2026-Q3', reason }]);
  });
  it('does not look at the result of a segment that is suppressed', () => {
    const made = facts([{ ...segment({ network: 'a' }), suppressed: 'below-minimum' }]);
    expect(made.facts[0]).toMatchObject({ ...blank, sampleSize: 0 });
    expect(made.gaps[0]?.reason).toBe('below-minimum');
  });
  it.each([
    [29, null, 'small-sample'],
    [30, 0.97, undefined],
  ])('of %d answers, where 30 are asked for, has the value %o', (sampleSize, value, reason) => {
    const made = facts([segment({ network: 'north' }, { sampleSize })], { minimumSample: 30 });
    expect(made.facts[0]).toMatchObject({ value, sampleSize });
    expect(made.gaps[0]?.reason).toBe(reason);
    if (value === null) expect(made.facts[0]).toMatchObject(blank);
  });
  it('asks for no answers unless told', () => {
    const made = facts([segment({ network: 'north' }, { sampleSize: 0 })]);
    expect([made.facts[0]?.value, made.gaps]).toEqual([0.97, []]);
  });
  it.each([
    ['no-value', { value: null }, target],
    ['no-status', {}, null],
    ['no-bound', { interval: null }, target],
  ])('says %s of a fact that is there', (reason, own, held) => {
    const made = facts([segment({ network: 'north' }, own)], { target: held });
    expect(made.facts).toHaveLength(1);
    expect(made.gaps).toEqual([{ metric: 'otif', scope: 'north', period: '2026-Q3', reason }]);
  });
  it.each([[{}], [{ network: null }], [{ network: '' }], [{ network: true }], [{ network: 1.5 }]])(
    'gives no fact but a gap for the key %o',
    (key: Key) => {
      const made = facts([segment({ network: 'north' }), segment(key)]);
      expect(made.facts.map(({ scope }) => scope)).toEqual(['north']);
      expect(made.gaps).toEqual([{ metric: 'otif', scope: null, period: '2026-Q3', reason: 'no-scope' }]);
    },
  );
  it.each([[null], [undefined]])('gives no fact but a gap for the period %o', (month) => {
    const made = facts([segment({ network: 'north' })], { period: () => month });
    expect(made).toEqual({ facts: [], gaps: [{ metric: 'otif', scope: 'north', period: null, reason: 'no-period' }] });
  });
  it('puts gaps in order, those without scope first', () => {
    const made = facts([hidden({ network: 'b' }, null), hidden({}, null), hidden({ network: 'a' }, null)]);
    expect(made.gaps.map(({ scope, reason }) => [scope, reason])).toEqual([
      [null, 'no-scope'],
      ['a', 'hidden'],
      ['b', 'hidden'],
    ]);
    const byMonth = facts([segment({ network: null, month: 7 })], { period: ({ month }) => month });
    expect(byMonth.gaps[0]).toEqual({ metric: 'otif', scope: null, period: null, reason: 'no-scope' });
  });
  it('knows the metric by the option, the results, then the target', () => {
    const none = [hidden({ network: 'a' }, 'below-minimum')];
    expect(facts(none).facts[0]?.metric).toBe('otif');
    expect(facts([segment({ network: 'a' })], { metric: 'own' }).facts[0]?.metric).toBe('own');
    expect(facts([...none, segment({ network: 'b' })], { target: null }).facts[0]?.metric).toBe('otif');
    expect(coded(() => facts(none, { target: null }))).toBe(
      'CX_INVALID_OPTION toMetricFacts: option "metric" must be the name of the metric, as no segment has a result, received undefined',
    );
  });
  it('takes a target for each segment', () => {
    const own = ({ network }: Key) => (network === 'a' ? { ...target, green: 0.98 } : network === 'b' ? target : null);
    const made = facts(
      ['a', 'b', 'c'].map((network) => segment({ network })),
      { target: own },
    );
    expect(made.facts.map(({ status }) => status.point)).toEqual(['amber', 'green', 'unknown']);
  });
  it('takes a target whose scope is that of the segment or wider', () => {
    expect(facts([segment({ network: 'north' })], { target: { ...target, scope: { network: 'north' } } }).gaps).toEqual(
      [],
    );
    expect(facts([segment({ network: 'north' })], { target: { ...target, scope: { country: 'fr' } } }).gaps).toEqual(
      [],
    );
    expect(
      coded(() => facts([segment({ network: 'south' })], { target: { ...target, scope: { network: 'north' } } })),
    ).toBe(
      'CX_INVALID_OPTION toMetricFacts: option "target.scope.network" must be for the segment, whose "network" is "south", received "north"',
    );
  });
  it('reads what segmentBy hides', () => {
    const scores = { a: [10, 9, 9, 8, 7, 3, 9], b: [10, 9, 8, 7, 6, 5], c: [9, 2] };
    const rows = Object.entries(scores).flatMap(([network, own]) => own.map((score) => ({ network, score })));
    const measure = npsMeasure<(typeof rows)[number]>({ score: 'score' });
    const segments = segmentBy(rows, { measure, dimensions: ['network'], minimum: 3 });
    const held: MetricTarget = { definition: { id: 'nps' }, period: null, green: 30, amber: 0, source: 'contract' };
    const made = toMetricFacts(segments, { scope: 'network', period: '2026-Q3', target: held });
    expect(made.facts.map(({ scope, value }) => [scope, value])).toEqual([
      ['a', computeMeasure(rows.slice(0, 7), measure).value],
      ['b', null],
      ['c', null],
    ]);
    expect(made.gaps.map(({ scope, reason }) => [scope, reason])).toEqual([
      ['b', 'complementary'],
      ['c', 'below-minimum'],
    ]);
  });

  it.each([
    [null, 'CX_INVALID_INPUT toMetricFacts: segments must be a list of segments, received null'],
    [[null], 'CX_INVALID_INPUT toMetricFacts: segments[0] must be a segment, received null'],
    [[{}], 'CX_INVALID_INPUT toMetricFacts: "key" of segments[0] must be an object, received undefined'],
    [
      [{ key: {} }],
      'CX_INVALID_INPUT toMetricFacts: "result" of segments[0] must be a result or null, received undefined',
    ],
    [
      [{ key: {}, result: {} }],
      'CX_INVALID_INPUT toMetricFacts: the definition of segments[0] must be an object, received undefined',
    ],
    [
      [segment({ network: 'a' }), segment({ network: 'b' }, { definition: { ...definition, id: 'sla' } })],
      'CX_DEFINITION_MISMATCH toMetricFacts: the definition of segments[1] must be that of the others, "otif", received "sla"',
    ],
    [
      [segment({ network: 'a', month: 1 }), segment({ network: 'a', month: 2 })],
      'CX_INVALID_OPTION toMetricFacts: option "scope" must be another one for each segment of "2026-Q3", received "a"',
    ],
  ])('refuses the segments %o', (segments, message) => {
    expect(coded(() => facts(segments as never))).toBe(message);
  });
  it.each([
    [
      { scope: 7 },
      'CX_INVALID_OPTION toMetricFacts: option "scope" must be the name of a field or a function of the row, received 7',
    ],
    [
      { period: 'month' },
      'CX_INVALID_OPTION toMetricFacts: option "period" must be a period key such as "2026-Q3" or a function of the key, received "month"',
    ],
    [
      { period: () => 'month' },
      'CX_INVALID_DATE toMetricFacts: option "period" must be a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026", received "month"',
    ],
    [
      { minimumSample: -1 },
      'CX_INVALID_OPTION toMetricFacts: option "minimumSample" must be a whole number from 0, received -1',
    ],
    [
      { target: undefined },
      'CX_INVALID_OPTION toMetricFacts: option "target" must be a target, null where there is none on purpose, or a function, received undefined',
    ],
    [
      { target: () => undefined },
      'CX_INVALID_OPTION toMetricFacts: option "target" must be a target, or null where there is none on purpose, received undefined',
    ],
    [
      { fiscalYearStart: 4 },
      'CX_INVALID_DATE toMetricFacts: option "period" must be a fiscal period, as the fiscal year starts in month 4, received "2026-Q3"',
    ],
    [
      { metric: '' },
      'CX_INVALID_OPTION toMetricFacts: option "metric" must be the name of the metric, as no segment has a result, received ""',
    ],
    [
      { target: { ...target, green: 95 } },
      'CX_INVALID_OPTION statusOf: threshold "green" must be between 0 and 1, the range of the metric, received 95',
    ],
  ])('refuses the options %o', (own, message) => {
    expect(coded(() => facts([segment({ network: 'a' })], own as never))).toBe(message);
  });
  it('refuses options that are none', () => {
    expect(coded(() => toMetricFacts([], null as never))).toBe(
      'CX_INVALID_OPTION toMetricFacts: options must be an object, received null',
    );
  });
});
