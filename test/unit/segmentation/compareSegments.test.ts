import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { compareTallies } from '../../../src/measures/compareTallies.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { csatMeasure } from '../../../src/metrics/perception/csat.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { compareSegments } from '../../../src/segmentation/compareSegments.js';
import { clusterDifference } from '../../../src/statistics/clusterDifference.js';
import { studentTUpperTail } from '../../../src/statistics/studentT.js';
import { tallyBy } from '../../../src/segmentation/tallyBy.js';
import { tallyCountsBy } from '../../../src/segmentation/tallyCountsBy.js';
import { adjustPValues } from '../../../src/statistics/adjustPValues.js';
import { welchAnova } from '../../../src/statistics/welchAnova.js';

interface Counted {
  readonly zone: string;
  readonly country?: string | null;
  readonly score: number;
  readonly n: number;
}
const measure = npsMeasure();
/** Detractors, passives and promoters of each zone. */
const counted = (zones: Record<string, readonly number[]>): Counted[] =>
  Object.entries(zones).flatMap(([zone, counts]) => counts.map((n, at) => ({ zone, score: [0, 7, 10][at]!, n })));
const three = tallyCountsBy(counted({ north: [19, 28, 48], south: [30, 32, 35], west: [10, 20, 40] }), {
  measure,
  dimensions: ['zone'],
  score: 'score',
  count: 'n',
});

describe('compareSegments against the rest', () => {
  const found = compareSegments(three, measure);
  it('compares each segment with all others together', () => {
    const rest = measure.createTally();
    measure.mergeTallies(rest, three.tallies[1]!);
    measure.mergeTallies(rest, three.tallies[2]!);
    expect(found.comparisons[0]).toMatchObject({ key: { zone: 'north' }, against: 'rest' });
    expect(found.comparisons[0]?.comparison).toEqual(compareTallies(measure, three.tallies[0]!, rest));
    expect(found.comparisons.map(({ comparison }) => comparison.sampleSizes)).toEqual([
      [95, 167],
      [97, 165],
      [70, 192],
    ]);
  });
  it('shows the values of both sides', () => {
    // Promoters minus detractors: 48 - 19 of 95 in the north, and 35 + 40 - 30 - 10 of the 97 + 70 others.
    const [own, rest] = found.comparisons[0]!.values;
    expect(own).toBeCloseTo((100 * 29) / 95, 12);
    expect(rest).toBeCloseTo((100 * 35) / 167, 12);
    expect(own! - rest!).toBeCloseTo(found.comparisons[0]!.comparison.difference!, 12);
  });
  it('adjusts by Holm, counts the family and judges by the adjusted p-values', () => {
    const raw = found.comparisons.map(({ comparison }) => comparison.pValue!);
    expect(found.comparisons.map(({ adjustedPValue }) => adjustedPValue)).toEqual(adjustPValues(raw, 'holm'));
    expect(found).toMatchObject({ adjustment: 'holm', tested: 3, confidence: 0.95, within: [], acrossCountries: null });
    expect(found.comparisons.map(({ verdict }) => verdict)).toEqual(['no-evidence', 'lower', 'higher']);
  });
  it('withdraws a verdict that the number of comparisons explains', () => {
    const zones = { a: [20, 30, 50], b: [20, 30, 50], c: [20, 30, 50], d: [14, 22, 64] };
    const tally = tallyCountsBy(counted(zones), { measure, dimensions: ['zone'], score: 'score', count: 'n' });
    const last = compareSegments(tally, measure).comparisons[3];
    expect(last).toMatchObject({ verdict: 'no-evidence', comparison: { verdict: 'higher' } });
    expect(last?.adjustedPValue).toBeCloseTo(4 * last!.comparison.pValue!, 12);
    expect(compareSegments(tally, measure, { adjustment: 'none' }).comparisons[3]?.verdict).toBe('higher');
  });
  it('leaves the other adjustments to be chosen', () => {
    const raw = found.comparisons.map(({ comparison }) => comparison.pValue!);
    const of = (adjustment: 'benjamini-hochberg' | 'none'): unknown =>
      compareSegments(three, measure, { adjustment }).comparisons.map(({ adjustedPValue }) => adjustedPValue);
    expect(of('benjamini-hochberg')).toEqual(adjustPValues(raw, 'bh'));
    expect(of('none')).toEqual(raw);
    expect(compareSegments(three, measure, { adjustment: 'none' }).comparisons[2]?.verdict).toBe('higher');
  });
  it('states the detectable difference at the level left to one of the family', () => {
    const { comparison, minimumDetectableDifference } = found.comparisons[0]!;
    // (z of 1 - 0.05 / 6, plus z of 0.8) times the error; R: qnorm(1 - 0.05 / 6) is 2.39397979981801.
    expect(minimumDetectableDifference).toBeCloseTo(
      (2.39397979981801 + 0.841621233572914) * comparison.standardError!,
      8,
    );
    const alone = compareSegments(three, measure, { adjustment: 'none' }).comparisons[0]!;
    expect(alone.minimumDetectableDifference).toBe(alone.comparison.minimumDetectableDifference);
  });
  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe('the omnibus test', () => {
  it('is Kruskal and Wallis over unweighted answers', () => {
    const [test] = compareSegments(three, measure).omnibus;
    expect(test).toMatchObject({
      method: 'kruskal-wallis',
      degreesOfFreedom: 2,
      denominatorDegreesOfFreedom: null,
      segments: 3,
      leftOut: [],
      within: {},
    });
    expect(test?.statistic).toBeCloseTo(9.84823023539, 10);
    expect(test?.pValue).toBeCloseTo(0.0072691558, 10);
  });
  it('ranks what the answers contribute: scores within a class are ties', () => {
    const rows = [
      ...[9, 10, 10, 3, 8].map((score) => ({ zone: 'a', score })),
      ...[10, 9, 9, 6, 7].map((score) => ({ zone: 'b', score })),
    ];
    const own = npsMeasure<(typeof rows)[number]>({ score: 'score' });
    expect(compareSegments(tallyBy(rows, { measure: own, dimensions: ['zone'] }), own).omnibus[0]).toMatchObject({
      statistic: 0,
      pValue: 1,
    });
  });
  it('is Welch’s for means', () => {
    const expected = welchAnova([
      [1, 2, 3, 4],
      [2, 4, 6, 9],
      [5, 5, 6, 9],
    ]);
    const rows = Object.entries({ a: [1, 2, 3, 4], b: [2, 4, 6, 9], c: [5, 5, 6, 9] }).flatMap(([zone, values]) =>
      values.map((value) => ({ zone, value })),
    );
    const mean = defineMean<(typeof rows)[number]>({ id: 'days', value: 'value' });
    const [test] = compareSegments(tallyBy(rows, { measure: mean, dimensions: ['zone'] }), mean).omnibus;
    expect(test).toMatchObject({ method: 'welch', degreesOfFreedom: 2, segments: 3 });
    expect(test?.statistic).toBeCloseTo(expected.statistic, 12);
    expect(test?.denominatorDegreesOfFreedom).toBeCloseTo(expected.denominatorDegreesOfFreedom, 12);
    expect(test?.pValue).toBeCloseTo(expected.pValue, 12);
  });
  it('names the segments without answers or error, and needs two others', () => {
    const rows = [
      { zone: 'a', value: 1 },
      { zone: 'a', value: 2 },
      { zone: 'b', value: 3 },
      { zone: 'c', value: null },
    ];
    const mean = defineMean<(typeof rows)[number]>({ id: 'days', value: 'value' });
    const [test] = compareSegments(tallyBy(rows, { measure: mean, dimensions: ['zone'] }), mean).omnibus;
    expect(test).toEqual({
      within: {},
      method: null,
      statistic: null,
      degreesOfFreedom: null,
      denominatorDegreesOfFreedom: null,
      pValue: null,
      segments: 1,
      leftOut: [{ zone: 'b' }, { zone: 'c' }],
    });
  });
  it('of two clustered segments is the square of their linearised difference, accounts in both accounted for', () => {
    const rows = Array.from({ length: 80 }, (_, i) => ({
      zone: i % 2 ? 'a' : 'b',
      account: `K${(i * 7) % 13}`,
      score: (i * i * 3 + (i % 13)) % 11,
    }));
    const own = clusterBy(npsMeasure<(typeof rows)[number]>({ score: 'score' }), 'account');
    const { omnibus } = compareSegments(tallyBy(rows, { measure: own, dimensions: ['zone'] }), own);
    expect(omnibus[0]?.method).toBe('clustered-wald');
    const accounts = Array.from(new Set(rows.map(({ account }) => account)));
    const sums = ['a', 'b'].map((zone) =>
      accounts.map((account) => {
        const values = rows
          .filter((row) => row.zone === zone && row.account === account)
          .map(({ score }) => (score > 8 ? 1 : score > 6 ? 0 : -1));
        const total = values.reduce<number>((sum, value) => sum + value, 0);
        const count = values.length;
        return { count, total, weight: count, weightedTotal: total, squaredWeight: count };
      }),
    );
    const { estimate, standardError, degreesOfFreedom } = clusterDifference(sums[0]!, sums[1]!);
    const pValue = 2 * studentTUpperTail(Math.abs(estimate) / standardError, degreesOfFreedom);
    expect(omnibus[0]?.pValue).toBeCloseTo(pValue, 12);
    expect(omnibus[0]?.denominatorDegreesOfFreedom).toBe(11);
  });
});

describe('countries', () => {
  const rows: Counted[] = ['DE', 'FR', 'JP'].flatMap((country) =>
    counted({ north: [5, 5, 30], ...(country === 'JP' ? {} : { south: [20, 10, 10] }) }).map((row) => ({
      ...row,
      country,
    })),
  );
  const tally = tallyCountsBy(rows, { measure, dimensions: ['country', 'zone'], score: 'score', count: 'n' });
  it('are not compared with each other: the rest is that of the country', () => {
    const { within, comparisons, omnibus, tested } = compareSegments(tally, measure);
    expect(within).toEqual(['country']);
    expect(comparisons[0]?.comparison.sampleSizes).toEqual([40, 40]);
    expect(omnibus.map((test) => test.within)).toEqual([{ country: 'DE' }, { country: 'FR' }, { country: 'JP' }]);
    expect(tested).toBe(4);
    expect(comparisons[4]).toMatchObject({
      key: { country: 'JP', zone: 'north' },
      comparison: { difference: null, verdict: 'unknown', warnings: [{ code: 'not-comparable', reason: 'country' }] },
      adjustedPValue: null,
      effectSize: null,
      verdict: 'unknown',
    });
  });
  it('in pairs are named as not comparable', () => {
    const { comparisons, tested } = compareSegments(tally, measure, { against: 'each-other' });
    expect(comparisons).toHaveLength(10);
    expect(tested).toBe(2);
    expect(
      comparisons.filter(({ comparison }) =>
        comparison.warnings.some((own) => own.code === 'not-comparable' && own.reason === 'country'),
      ),
    ).toHaveLength(8);
  });
  it('are compared where a reason is given, which stands in the result', () => {
    const found = compareSegments(tally, measure, { acrossCountries: 'one panel, one language' });
    expect(found).toMatchObject({ within: [], acrossCountries: 'one panel, one language', tested: 5 });
    expect(found.comparisons[0]?.comparison.sampleSizes).toEqual([40, 160]);
  });
  it('stay apart when segments are compared within another dimension', () => {
    expect(compareSegments(tally, measure, { within: ['zone'] }).within).toEqual(['country', 'zone']);
  });
  it('that are unknown may be different ones', () => {
    const unknown = tallyCountsBy(
      rows.map((row) => ({ ...row, country: null })),
      { measure, dimensions: ['country', 'zone'], score: 'score', count: 'n' },
    );
    const { comparisons, omnibus } = compareSegments(unknown, measure);
    expect(comparisons.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
    expect(omnibus).toEqual([]);
  });
  it('that are not cut are pooled on both sides', () => {
    const found = compareSegments(tally, measure, { dimensions: ['zone'] });
    expect(found.within).toEqual([]);
    expect(found.comparisons.map(({ key }) => key)).toEqual([{ zone: 'north' }, { zone: 'south' }]);
    expect(found.comparisons[0]?.comparison.sampleSizes).toEqual([120, 80]);
  });
});

describe('compareSegments against a segment', () => {
  it('compares the others with it, and it with itself to no evidence', () => {
    const { comparisons, tested } = compareSegments(three, measure, {
      against: { segment: { zone: 'south' } },
      margin: 5,
    });
    expect(tested).toBe(2);
    expect(comparisons.map(({ against }) => against)).toEqual(new Array(3).fill({ zone: 'south' }));
    expect(comparisons[1]).toMatchObject({
      verdict: 'no-evidence',
      adjustedPValue: null,
      comparison: { difference: 0, pValue: null, verdict: 'no-evidence', warnings: [] },
      equivalence: { verdict: 'unknown', pValue: null, interval: null },
    });
    expect(comparisons[0]?.comparison).toEqual(compareTallies(measure, three.tallies[0]!, three.tallies[1]!));
  });
  it('pairs each with each once', () => {
    const { comparisons } = compareSegments(three, measure, { against: 'each-other' });
    expect(comparisons.map(({ key, against }) => [key.zone, (against as { zone: string }).zone])).toEqual([
      ['north', 'south'],
      ['north', 'west'],
      ['south', 'west'],
    ]);
    expect(comparisons[0]?.comparison.pValue).toBeCloseTo(0.03014144201, 10);
  });
});

describe('effect sizes', () => {
  it('are Cliff’s delta for net scores, points beside it', () => {
    const rows = [
      ...[9, 10, 8, 7, 10].map((score) => ({ zone: 'a', score })),
      ...[6, 8, 7, 5, 9, 4].map((score) => ({ zone: 'b', score })),
    ];
    const plain = npsMeasure<(typeof rows)[number]>({ score: 'score' });
    const [first, second] = compareSegments(tallyBy(rows, { measure: plain, dimensions: ['zone'] }), plain).comparisons;
    expect(first?.effectSize?.method).toBe('cliffs-delta');
    expect(first?.effectSize?.value).toBeCloseTo(0.7, 12);
    expect(second?.effectSize?.value).toBeCloseTo(-0.7, 12);
    const clustered = clusterBy(plain, (row) => row.score);
    const own = compareSegments(tallyBy(rows, { measure: clustered, dimensions: ['zone'] }), clustered).comparisons[0];
    expect(own?.effectSize?.value).toBeCloseTo(0.7, 12);
    const weighted = npsMeasure<(typeof rows)[number]>({ score: 'score', weight: () => 3 });
    const heavy = compareSegments(tallyBy(rows, { measure: weighted, dimensions: ['zone'] }), weighted).comparisons[0];
    expect(heavy?.effectSize?.value).toBeCloseTo(0.7, 12);
  });
  it('are Cohen’s h for shares', () => {
    const rows = Object.entries({ a: 8, b: 6 }).flatMap(([zone, top]) =>
      Array.from({ length: 10 }, (_, i) => ({ zone, score: i < top ? 5 : 1 })),
    );
    const csat = csatMeasure<(typeof rows)[number]>({ score: 'score' });
    const [first] = compareSegments(tallyBy(rows, { measure: csat, dimensions: ['zone'] }), csat).comparisons;
    expect(first?.effectSize?.method).toBe('cohens-h');
    expect(first?.effectSize?.value).toBeCloseTo(0.442143, 6);
  });
  it('are pooled standard deviations for means, clustered or not', () => {
    const rows = [
      ...[1, 2, 3].map((value) => ({ zone: 'a', value })),
      ...[3, 4, 5].map((value) => ({ zone: 'b', value })),
    ];
    const mean = defineMean<(typeof rows)[number]>({ id: 'days', value: 'value' });
    expect(
      compareSegments(tallyBy(rows, { measure: mean, dimensions: ['zone'] }), mean).comparisons[0]?.effectSize,
    ).toEqual({ method: 'cohens-d', value: -2 });
    const clustered = clusterBy(mean, (row) => row.value);
    expect(
      compareSegments(tallyBy(rows, { measure: clustered, dimensions: ['zone'] }), clustered).comparisons[0]?.effectSize
        ?.value,
    ).toBeCloseTo(-2, 12);
  });
});

describe('equivalence', () => {
  it('is shown when both one-sided tests are, at the level of the verdicts', () => {
    const large = tallyCountsBy(counted({ a: [1000, 1000, 2000], b: [1000, 1010, 1990] }), {
      measure,
      dimensions: ['zone'],
      score: 'score',
      count: 'n',
    });
    const [first] = compareSegments(large, measure, { margin: 5 }).comparisons;
    expect(first?.equivalence).toMatchObject({ margin: 5, verdict: 'equivalent', interval: { method: 'normal' } });
    expect(first?.equivalence?.interval?.confidence).toBeCloseTo(0.9, 12);
    expect(compareSegments(large, measure, { margin: 1 }).comparisons[0]?.equivalence?.verdict).toBe('not-shown');
    expect(compareSegments(large, measure).comparisons[0]?.equivalence).toBeNull();
  });
});

describe('false alarms', () => {
  it('stay at the stated rate where all segments are alike', () => {
    const random = createRandom(20180501);
    let [raised, omnibus, clusteredOmnibus] = [0, 0, 0];
    const runs = 400;
    const plain = npsMeasure<{ zone: number; account: number; score: number }>({ score: 'score' });
    const clustered = clusterBy(plain, 'account');
    for (let run = 0; run < runs; run++) {
      const moods = Array.from({ length: 60 }, () => random());
      const rows = Array.from({ length: 360 }, (_, i) => ({
        zone: i % 4,
        account: i % 60,
        score: Math.floor(11 * Math.sqrt(random())),
      }));
      const found = compareSegments(tallyBy(rows, { measure: plain, dimensions: ['zone'] }), plain);
      if (found.comparisons.some(({ verdict }) => verdict !== 'no-evidence')) raised++;
      if (found.omnibus[0]!.pValue! < 0.05) omnibus++;
      // Colleagues resemble each other, and are spread over all segments.
      const alike = rows.map((row, i) => ({
        ...row,
        zone: ((i + i / 60) | 0) % 4,
        score: Math.min(10, Math.floor(7 * moods[row.account]! + 4 * random())),
      }));
      const own = compareSegments(tallyBy(alike, { measure: clustered, dimensions: ['zone'] }), clustered);
      if (own.omnibus[0]!.pValue! < 0.05) clusteredOmnibus++;
    }
    // Three standard errors of a rate of 5 % in 400 runs are 3.3 points.
    for (const count of [omnibus, clusteredOmnibus]) {
      expect(count / runs).toBeGreaterThan(0.017);
      expect(count / runs).toBeLessThan(0.083);
    }
    expect(raised / runs).toBeLessThan(0.083);
  });
});

describe('compareSegments refuses', () => {
  it.each([
    ['no measure', undefined, {}, /compareSegments: measure must be a measure/],
    ['no options', measure, null, /compareSegments: options must be an object/],
    ['an unknown side', measure, { against: 'total' }, /"rest", "each-other" or \{ segment: key \}, received "total"/],
    [
      'a segment that does not occur',
      measure,
      { against: { segment: { zone: 'east' } } },
      /the key of a segment, by zone/,
    ],
    ['a key of other dimensions', measure, { against: { segment: { sector: 'x' } } }, /the key of a segment, by zone/],
    [
      'an unknown adjustment',
      measure,
      { adjustment: 'bonferroni' },
      /option "adjustment" must be "holm", "benjamini-hochberg" or "none"/,
    ],
    ['a margin of 0', measure, { margin: 0 }, /option "margin" must be above 0, received 0/],
    ['an endless margin', measure, { margin: Infinity }, /option "margin"/],
    ['no reason', measure, { acrossCountries: '' }, /option "acrossCountries" must be the reason, in words/],
    [
      'a dimension that is not cut',
      measure,
      { within: ['sector'] },
      /dimension must be one of zone, received "sector"/,
    ],
    [
      'dimensions that are no list',
      measure,
      { dimensions: 'zone' },
      /option "dimensions" must be a list of dimensions/,
    ],
    ['a confidence of 1', measure, { confidence: 1 }, /option "confidence" must be between 0 and 1/],
  ])('%s', (_what, own, options, message) => {
    expect(() => compareSegments(three, own as never, options as never)).toThrow(message);
  });
});
