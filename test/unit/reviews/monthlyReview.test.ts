import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../src/measures/compareResults.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { computeCsat, csatMeasure } from '../../../src/metrics/perception/csat.js';
import { computeNps, npsMeasure } from '../../../src/metrics/perception/nps.js';
import { monthlyReview } from '../../../src/reviews/monthlyReview.js';
import { toMeasuredRows } from '../../../src/reviews/toMeasuredRows.js';

interface Row {
  readonly on: string;
  readonly zone: string;
  readonly client: string;
  readonly score: number;
}

/** Answers of a month: detractors, passives, promoters. */
function month(on: string, counts: readonly [number, number, number], zone = 'north'): Row[] {
  return counts.flatMap((count, at) =>
    Array.from({ length: count }, (_, own) => ({ on, zone, client: `c${own % 12}`, score: [3, 7, 10][at]! })),
  );
}

const nps = npsMeasure<Row>({ score: 'score' });
const ASOF = '2026-11-05';
const SEPTEMBER = [20, 20, 40] as const;
const OCTOBER = [40, 20, 20] as const;
const YEAR_AGO = [25, 20, 35] as const;
const rows = [...month('2026-09-10', SEPTEMBER), ...month('2026-10-10', OCTOBER), ...month('2025-10-10', YEAR_AGO)];
const answers = toMeasuredRows(rows, { measure: nps, at: 'on' });

function score([detractors, passives, promoters]: readonly [number, number, number]) {
  return computeNps({ counts: { detractors, passives, promoters } });
}

describe('monthlyReview', () => {
  it('compares the last month that is over with the one before and with that of a year ago', () => {
    const { kind, asOf, period, previous, yearBefore, confidence, metrics } = monthlyReview({
      asOf: ASOF,
      measures: [answers],
    });
    expect({ kind, asOf, confidence }).toEqual({ kind: 'monthly-review', asOf: ASOF, confidence: 0.95 });
    expect(period).toEqual({ key: '2026-10', from: '2026-10-01', through: '2026-10-31' });
    expect([previous.key, yearBefore.key]).toEqual(['2026-09', '2025-10']);
    const [metric] = metrics;
    expect(metric?.result.value).toBe(-25);
    expect(metric?.changes.map(({ against, period: own, result }) => [against, own.key, result.value])).toEqual([
      ['previous', '2026-09', 25],
      ['year-before', '2025-10', 12.5],
    ]);
    const [first, second] = [
      compareResults(score(OCTOBER), score(SEPTEMBER)),
      compareResults(score(OCTOBER), score(YEAR_AGO)),
    ];
    expect(metric?.changes.map(({ comparison }) => comparison)).toEqual([first, second]);
  });

  it('adjusts by Holm over all metrics: the smallest p-value times their number, the next times one less', () => {
    const { metrics, periodFamily } = monthlyReview({ asOf: ASOF, measures: [answers] });
    const changes = metrics[0]?.changes ?? [];
    const [p, q] = changes.map(({ comparison }) => comparison.pValue ?? NaN) as [number, number];
    expect(p).toBeLessThan(q);
    expect(changes.map(({ adjustedPValue }) => adjustedPValue)).toEqual([2 * p, Math.max(2 * p, q)]);
    expect(periodFamily).toEqual({ adjustment: 'holm', tested: 2, shown: 2, unknown: 0 });
  });

  it('counts the comparisons of other metrics, and tells what could have been seen', () => {
    const others = ['a', 'b', 'c'].map((id) =>
      toMeasuredRows(rows, {
        measure: defineMean({ id, direction: 'higher-is-better', value: (row: Row) => row.score % 5 }),
        at: 'on',
      }),
    );
    const alone = monthlyReview({ asOf: ASOF, measures: [answers] }).metrics[0]?.changes[1];
    const review = monthlyReview({ asOf: ASOF, measures: [...others, answers] });
    const together = review.metrics[0]?.changes[1];
    expect(review.periodFamily.tested).toBe(8);
    expect(alone?.verdict).toBe('lower');
    expect(together?.adjustedPValue).toBeGreaterThan(alone?.adjustedPValue ?? 1);
    expect(together?.minimumDetectableDifference).toBeGreaterThan(
      together?.comparison.minimumDetectableDifference ?? Infinity,
    );
  });

  it('has no evidence where the p-value alone would have called it real', () => {
    // p = 0.045 on its own; with a second comparison it is doubled.
    const own = [
      ...month('2026-09-10', [30, 0, 70]),
      ...month('2026-10-10', [44, 0, 56]),
      ...month('2025-10-10', [43, 0, 57]),
    ];
    const { metrics, findings } = monthlyReview({
      asOf: ASOF,
      measures: [toMeasuredRows(own, { measure: nps, at: 'on' })],
    });
    const [change] = metrics[0]?.changes ?? [];
    expect(change?.comparison.verdict).toBe('lower');
    expect(change?.verdict).toBe('no-evidence');
    expect(change?.minimumDetectableDifference).toBeGreaterThan(28);
    expect(findings).toEqual([]);
  });

  it('finds what is real, against the past and by segment', () => {
    const own = [
      ...month('2026-09-10', [10, 10, 60], 'north'),
      ...month('2026-09-10', [10, 10, 60], 'south'),
      ...month('2026-10-10', [60, 10, 10], 'north'),
      ...month('2026-10-10', [10, 10, 60], 'south'),
    ];
    const measured = toMeasuredRows(own, { measure: nps, at: 'on', dimensions: ['zone'] });
    const { findings, metrics, segmentFamily, periodFamily } = monthlyReview({ asOf: ASOF, measures: [measured] });
    const shared = { metric: 'nps', direction: 'higher-is-better' };
    expect(findings).toEqual([
      { kind: 'comparison', verdict: 'lower', segment: {}, ...shared },
      { kind: 'segment-difference', verdict: 'lower', segment: { zone: 'north' }, ...shared },
      { kind: 'segment-difference', verdict: 'higher', segment: { zone: 'south' }, ...shared },
    ]);
    expect(periodFamily).toEqual({ adjustment: 'holm', tested: 1, shown: 1, unknown: 1 });
    expect(segmentFamily).toEqual({ adjustment: 'holm', tested: 2, shown: 2, unknown: 0 });
    expect(
      metrics[0]?.dimensions.map(({ dimension, tests }) => [dimension, tests.map(({ method }) => method)]),
    ).toEqual([['zone', ['kruskal-wallis']]]);
    expect(metrics[0]?.segments.map(({ dimension, key }) => [dimension, key])).toEqual([
      ['zone', { zone: 'north' }],
      ['zone', { zone: 'south' }],
    ]);
  });

  it('cuts by each dimension on its own', () => {
    const own = month('2026-10-10', OCTOBER).map((row, at) => ({ ...row, size: at % 2 ? 'small' : 'large' }));
    const measured = toMeasuredRows(own, {
      measure: npsMeasure<(typeof own)[number]>({ score: 'score' }),
      at: 'on',
      dimensions: ['size', 'zone'],
    });
    const { metrics } = monthlyReview({ asOf: ASOF, measures: [measured] });
    expect(metrics[0]?.segments.map(({ key }) => key)).toEqual([
      { size: 'large' },
      { size: 'small' },
      { zone: 'north' },
    ]);
  });

  it('knows accounts on both sides', () => {
    const measured = toMeasuredRows(rows, { measure: nps, at: 'on', account: 'client' });
    const { metrics } = monthlyReview({ asOf: ASOF, measures: [measured] });
    expect(metrics[0]?.isClustered).toBe(true);
    expect(metrics[0]?.changes[0]?.comparison.interval?.method).toBe('cr2');
  });

  describe('a change of meaning', () => {
    const changesAfter = (on: string) => {
      const measured = toMeasuredRows(rows, { measure: nps, at: 'on', breaks: [{ on, reason: 'new question' }] });
      const review = monthlyReview({ asOf: ASOF, measures: [measured] });
      const { changes, from, result } = review.metrics[0]!;
      return {
        from,
        n: result.sampleSize,
        joined: changes.map((own) => own.break === null),
        changes,
        family: review.periodFamily,
      };
    };

    it.each<[string, string, number, boolean[]]>([
      ['2025-10-01', '2026-10-01', 80, [true, true]],
      ['2025-10-02', '2026-10-01', 80, [true, false]],
      ['2026-09-01', '2026-10-01', 80, [true, false]],
      ['2026-09-02', '2026-10-01', 80, [false, false]],
      ['2026-10-01', '2026-10-01', 80, [false, false]],
      ['2026-10-02', '2026-10-02', 80, [false, false]],
      ['2026-10-11', '2026-10-11', 0, [false, false]],
      ['2026-10-31', '2026-10-31', 0, [false, false]],
      ['2026-11-01', '2026-10-01', 80, [true, true]],
    ])('on %s counts from %s', (on, from, n, joined) => {
      expect(changesAfter(on)).toMatchObject({ from, n, joined });
    });

    it('is told of, and nothing is tested', () => {
      const { changes, family } = changesAfter('2026-10-01');
      expect(family).toEqual({ adjustment: 'holm', tested: 0, shown: 0, unknown: 2 });
      expect(changes[0]).toMatchObject({
        break: { on: '2026-10-01', reason: 'new question' },
        verdict: 'unknown',
        adjustedPValue: null,
        minimumDetectableDifference: null,
      });
      expect(changes[0]?.comparison).toMatchObject({
        difference: null,
        sampleSizes: [80, 80],
        warnings: [{ code: 'not-comparable', reason: 'definition' }],
      });
    });
  });

  it('puts metrics in the order of the catalogue, those of one’s own last', () => {
    const scores = [5, 4, 3].map((own) => ({ on: '2026-10-10', own }));
    const mean = (id: string) =>
      toMeasuredRows(scores, {
        measure: defineMean({ id, direction: 'higher-is-better', value: (row: (typeof scores)[number]) => row.own }),
        at: 'on',
      });
    const csat = toMeasuredRows(scores, { measure: csatMeasure<(typeof scores)[number]>({ score: 'own' }), at: 'on' });
    const { metrics } = monthlyReview({ asOf: ASOF, measures: [mean('zz'), csat, mean('aa'), answers] });
    expect(metrics.map(({ definition }) => definition.id)).toEqual(['nps', 'csat', 'aa', 'zz']);
    expect(metrics[1]?.result).toEqual(computeCsat([5, 4, 3]));
  });

  it('is plain data, at any confidence', () => {
    const review = monthlyReview({ asOf: ASOF, measures: [answers], confidence: 0.8 });
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
    expect(review.metrics[0]?.result.interval?.confidence).toBe(0.8);
    expect(review.metrics[0]?.changes[0]?.comparison.interval?.confidence).toBe(0.8);
  });

  it.each<[() => unknown, RegExp]>([
    [() => monthlyReview(null as never), /^monthlyReview: options must be an object/],
    [() => monthlyReview({ asOf: 'x', measures: [] }), /^monthlyReview: option "asOf" must be a civil date/],
    [
      () => monthlyReview({ asOf: ASOF, measures: nps as never }),
      /^monthlyReview: option "measures" must be a list of what toMeasuredRows made/,
    ],
    [
      () => monthlyReview({ asOf: ASOF, measures: [nps] as never }),
      /^monthlyReview: option "measures" must be a list of what toMeasuredRows/,
    ],
    [
      () => monthlyReview({ asOf: ASOF, measures: [answers, answers] }),
      /^monthlyReview: option "measures" must be a list with each metric once, received "nps"/,
    ],
    [
      () => monthlyReview({ asOf: ASOF, measures: [toMeasuredRows(rows, { measure: nps })] }),
      /^monthlyReview: measure "nps" must be rows with dates/,
    ],
    [
      () => monthlyReview({ asOf: ASOF, measures: [answers], confidence: 1 }),
      /^monthlyReview: option "confidence" must be/,
    ],
  ])('refuses what is none', (make, message) => {
    expect(make).toThrow(message);
  });
});
