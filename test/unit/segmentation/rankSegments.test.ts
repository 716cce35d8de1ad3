import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import type { RankMethod } from '../../../src/segmentation/rankPairs.js';
import { rankSegments } from '../../../src/segmentation/rankSegments.js';
import { normalQuantile } from '../../../src/statistics/normalQuantile.js';
import { SCORE, zone } from './estimates.js';

const untyped = (call: unknown, ...values: unknown[]): unknown => (call as (...given: unknown[]) => unknown)(...values);

/** Rank and interval of each segment, as `name rank lower-upper`. */
function ranksOf(...given: Parameters<typeof rankSegments>): string[] {
  return rankSegments(...given).segments.map(({ key, rank, rankInterval }) => {
    return `${(key as { zone: string }).zone} ${rank} ${rankInterval.lower}-${rankInterval.upper}`;
  });
}

describe('rankSegments', () => {
  // Of four, the pairs of the Šidák intervals: confidence 0.95^(1/4) each, so that z = 2.4909 (SciPy: norm.ppf((1 + .95**.25)/2)).
  it.each([
    [4.98, ['a 1 1-2', 'b 2 1-2']],
    [4.99, ['a 1 1-1', 'b 2 2-2']],
  ])('makes ranks of intervals as Klein, Wright and Wieczorek do: a gap of %d', (gap, expected) => {
    const segments = [zone('c', 20, 1), zone('a', 60 + gap, 1), zone('d', 20.5, 1), zone('b', 60, 1)];
    const found = ranksOf(segments, { method: 'intervals' });
    expect(found).toEqual([...expected, 'd 3 3-4', 'c 4 3-4']);
  });

  it('counts those clearly better and clearly worse, and leaves overlaps open', () => {
    // Intervals of half width 2.49: 0, 4 and 8; only the outer two part.
    const { segments } = rankSegments([zone('a', 0, 1), zone('b', 4, 1), zone('c', 8, 1), zone('d', 90, 1)], {
      method: 'intervals',
    });
    expect(
      segments.map(({ key, rank, rankInterval, clearlyBetter, clearlyWorse }) => [
        key.zone,
        rank,
        rankInterval.lower,
        rankInterval.upper,
        clearlyBetter,
        clearlyWorse,
      ]),
    ).toEqual([
      ['d', 1, 1, 1, 0, 3],
      ['c', 2, 2, 3, 1, 1],
      ['b', 3, 2, 4, 1, 0],
      ['a', 4, 3, 4, 2, 0],
    ]);
  });

  it('uses Student intervals where the results have degrees of freedom', () => {
    // Two of them: confidence 0.95^(1/2); SciPy: t.ppf((1 + .95**.5)/2, 3) = 4.1565, against 2.2365 of the normal.
    const few = { degreesOfFreedom: 3 };
    const pair = (gap: number) => [zone('a', gap, 1, few), zone('b', 0, 1, few)];
    expect(ranksOf(pair(8.3), { method: 'intervals' })).toEqual(['a 1 1-2', 'b 2 1-2']);
    expect(ranksOf(pair(8.4), { method: 'intervals' })).toEqual(['a 1 1-1', 'b 2 2-2']);
    expect(ranksOf([zone('a', 4.5, 1), zone('b', 0, 1)], { method: 'intervals' })).toEqual(['a 1 1-1', 'b 2 2-2']);
  });

  it('decides by the studentized range under tukey', () => {
    // SciPy: studentized_range.ppf(.95, 3, inf) = 3.3145; differences of two errors of 1 must exceed it.
    const three = (gap: number) => [zone('a', gap, 1), zone('b', 0, 1), zone('c', gap / 2, 1)];
    expect(ranksOf(three(3.31), { method: 'tukey' })).toEqual(['a 1 1-3', 'c 2 1-3', 'b 3 1-3']);
    expect(ranksOf(three(3.32), { method: 'tukey' })).toEqual(['a 1 1-2', 'c 2 1-3', 'b 3 2-3']);
  });

  it('decides by Holm over both directions of all pairs unless told otherwise', () => {
    // Three segments have six hypotheses: the first needs a one-sided p below .05/6, |z| > 2.3940; the next .05/5, 2.3263; then .05/4, 2.2414.
    const root = Math.SQRT2;
    const at = (first: number, second: number) => [
      zone('a', first * root, 1),
      zone('b', 0, 1),
      zone('c', -second * root, 1),
    ];
    const alone = [zone('a', 2.393 * root, 1), zone('b', 0, 1), zone('c', 0, 1)];
    expect(ranksOf(alone)).toEqual(['a 1 1-3', 'b 2 1-3', 'c 2 1-3']);
    expect(ranksOf([zone('a', 2.395 * root, 1), zone('b', 0, 1), zone('c', 0, 1)])).toEqual([
      'a 1 1-1',
      'b 2 2-3',
      'c 2 2-3',
    ]);
    // The pair a c opens, a b passes .05/5, and b c passes or fails .05/4.
    expect(ranksOf(at(2.33, 2.25))).toEqual(['a 1 1-1', 'b 2 2-2', 'c 3 3-3']);
    expect(ranksOf(at(2.33, 2.24))).toEqual(['a 1 1-1', 'b 2 2-3', 'c 3 2-3']);
    expect(ranksOf(at(2.32, 2.25))).toEqual(['a 1 1-2', 'b 2 1-3', 'c 3 2-3']);
    expect(rankSegments(alone)).toMatchObject({
      method: 'holm',
      confidence: 0.95,
      order: 'highest-first',
      definition: SCORE,
    });
  });

  it('puts the small first where low is good, or where told', () => {
    const low = { definition: { ...SCORE, direction: 'lower-is-better' as const } };
    const segments = [zone('a', 50, 1, low), zone('b', 10, 1, low), zone('c', 30, 1, low)];
    expect(ranksOf(segments)).toEqual(['b 1 1-1', 'c 2 2-2', 'a 3 3-3']);
    expect(rankSegments(segments).order).toBe('lowest-first');
    expect(rankSegments(segments).segments[0]).toMatchObject({ clearlyBetter: 0, clearlyWorse: 2 });
    expect(ranksOf(segments, { order: 'highest-first' })).toEqual(['a 1 1-1', 'c 2 2-2', 'b 3 3-3']);
  });

  it('asks for the order where neither end is good', () => {
    const neither = { definition: { ...SCORE, direction: 'contextual' as const } };
    const segments = [zone('a', 50, 1, neither), zone('b', 10, 1, neither)];
    expect(() => rankSegments(segments)).toThrow(
      'rankSegments: option "order" must be "highest-first" or "lowest-first"; it is required where no end of the metric is good, received undefined',
    );
    expect(ranksOf(segments, { order: 'lowest-first' })).toEqual(['b 1 1-1', 'a 2 2-2']);
  });

  it('gives equal values the same rank, and says so', () => {
    const { segments } = rankSegments([zone('d', 10, 1), zone('b', 10, 1), zone('a', 9, 1), zone('c', 90, 1)]);
    expect(segments.map(({ key, rank, isTied }) => `${key.zone} ${rank} ${isTied}`)).toEqual([
      'c 1 false',
      'b 2 true',
      'd 2 true',
      'a 4 false',
    ]);
  });

  it.each(['holm', 'tukey', 'intervals'] as const)(
    'lets a segment without a value stand anywhere, the others aside of it: %s',
    (method) => {
      const segments = [zone('x', null, null), zone('a', 90, 1), zone('b', 10, 1), zone('w', null, null)];
      expect(ranksOf(segments, { method })).toEqual(['a 1 1-3', 'b 2 2-4', 'w null 1-4', 'x null 1-4']);
      expect(rankSegments(segments, { method }).segments[2]?.isTied).toBe(false);
    },
  );

  it.each(['holm', 'tukey', 'intervals'] as const)('takes an unknown error for no evidence: %s', (method) => {
    expect(ranksOf([zone('a', 90, null), zone('b', 10, 1), zone('c', -90, 1)], { method })).toEqual([
      'a 1 1-3',
      'b 2 1-2',
      'c 3 2-3',
    ]);
  });

  it.each(['tukey', 'intervals'] as const)('takes an error of 0 for none: %s', (method) => {
    expect(ranksOf([zone('a', 90, 0), zone('b', 10, 1)], { method })).toEqual(['a 1 1-2', 'b 2 1-2']);
  });

  it.each(['holm', 'tukey', 'intervals'] as const)('ranks one segment, or none: %s', (method) => {
    expect(ranksOf([zone('a', 5, 1)], { method })).toEqual(['a 1 1-1']);
    expect(ranksOf([zone('a', null, null)], { method })).toEqual(['a null 1-1']);
    expect(rankSegments([], { method })).toEqual({
      definition: null,
      order: 'highest-first',
      method,
      confidence: 0.95,
      segments: [],
    });
  });

  it.each([
    ['confidence', 0],
    ['method', 'bonferroni'],
    ['order', 'best-first'],
    ['order', null],
  ])('refuses the option %s: %j', (name, value) => {
    expect(() => untyped(rankSegments, [zone('a', 1, 1)], { [name]: value })).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_OPTION',
        message: expect.stringContaining(`rankSegments: option "${name}" must be`) as string,
      }) as Error,
    );
  });

  it('refuses what is no segment', () => {
    expect(() => untyped(rankSegments, 7)).toThrow(/^rankSegments: "segments" must be an iterable of segments/);
  });

  it('is plain JSON', () => {
    const ranking = rankSegments([zone('a', 5, 1), zone('b', null, null)]);
    expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking);
  });

  it.each<[RankMethod, readonly number[]]>([
    ['holm', [0, 0.5, 1, 3, 6]],
    ['tukey', [0, 0.5, 1, 3, 6]],
    ['intervals', [0, 0.5, 1, 3, 6]],
    ['holm', [0, 0.001, 0.002, 0.003, 0.004]],
    ['tukey', [0, 0.001, 0.002, 0.003, 0.004]],
    ['intervals', [0, 0.001, 0.002, 0.003, 0.004]],
  ])('holds all true ranks at once at least as often as it says: %s, true values %j', (method, truth) => {
    const random = createRandom(11);
    const draw = (): number => normalQuantile((Math.floor(random() * 2 ** 31) + 0.5) / 2 ** 31);
    const rounds = 400;
    let held = 0;
    for (let round = 0; round < rounds; round++) {
      const segments = truth.map((value, i) => zone(String(i), value + (0.5 + i / 4) * draw(), 0.5 + i / 4));
      const { segments: ranked } = rankSegments(segments, { method, confidence: 0.9 });
      const holds = ranked.every(({ key, rankInterval }) => {
        // The highest of five is rank 1.
        const trueRank = truth.length - Number(key.zone);
        return rankInterval.lower <= trueRank && trueRank <= rankInterval.upper;
      });
      if (holds) held++;
    }
    // Three standard errors below 0.9.
    expect(held / rounds).toBeGreaterThan(0.855);
  });
});
