import { describe, expect, it } from 'vitest';
import { NELSON_RULES, runRules, WESTERN_ELECTRIC_RULES } from '../../../src/statistics/runRules.js';
import type { RunRule } from '../../../src/statistics/runRules.js';

const pointsOf = (rule: RunRule, scores: number[]): number[] | undefined => runRules(scores, [rule])[0]?.points;
const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);
const alternating = (count: number): number[] => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 0.5 : -0.5));
const rising = (count: number): number[] => Array.from({ length: count }, (_, i) => i / 10);

describe('runRules', () => {
  it.each<[RunRule, number[], number[]]>([
    ['one-beyond-3', [3, -3, 3.01, -3.01], [2, 3]],
    ['two-of-three-beyond-2', [2.1, 0, 2.1], [2]],
    ['two-of-three-beyond-2', [-2.1, 0, -2.1], [2]],
    ['two-of-three-beyond-2', [2.1, 0, 0, 2.1], []],
    ['two-of-three-beyond-2', [2.1, -2.1], []],
    ['two-of-three-beyond-2', [2, 2, 2], []],
    ['two-of-three-beyond-2', [2.1, 2.1, 0], [1]],
    ['four-of-five-beyond-1', [1.1, 1.1, 0, 1.1, 1.1], [4]],
    ['four-of-five-beyond-1', [1.1, 1.1, 0, 0, 1.1, 1.1], []],
    ['four-of-five-beyond-1', [1, 1, 1, 1, 1], []],
    ['four-of-five-beyond-1', [-1.1, -1.1, -1.1, -1.1], [3]],
    ['eight-on-one-side', times(8, 0.1), [7]],
    ['eight-on-one-side', times(7, 0.1), []],
    ['eight-on-one-side', [...times(4, 0.1), 0, ...times(4, 0.1)], []],
    ['nine-on-one-side', times(9, -0.1), [8]],
    ['nine-on-one-side', times(8, -0.1), []],
    ['six-in-a-trend', rising(6), [5]],
    ['six-in-a-trend', rising(5), []],
    ['six-in-a-trend', rising(6).reverse(), [5]],
    ['six-in-a-trend', [0, 1, 2, 2, 3, 4, 5], []],
    ['six-in-a-trend', times(8, 0), []],
    ['fourteen-alternating', times(16, 0), []],
    ['fourteen-alternating', alternating(14), [13]],
    ['fourteen-alternating', alternating(13), []],
    ['fourteen-alternating', [...alternating(10), 0.5, ...alternating(5)], []],
    ['fifteen-within-1', times(15, 0.9), [14]],
    ['fifteen-within-1', times(14, 0.9), []],
    ['fifteen-within-1', [...times(14, 0.9), 1], []],
    ['eight-beyond-1', [1.1, -1.1, 1.1, -1.1, 1.1, -1.1, 1.1, -1.1], [7]],
    ['eight-beyond-1', times(7, 1.1), []],
    ['eight-beyond-1', [...times(7, 1.1), 1], []],
  ])('%s in %j: %j', (rule, scores, expected) => {
    expect(pointsOf(rule, scores)).toEqual(expected);
  });

  it('is broken by a point that is not a number', () => {
    expect(pointsOf('eight-on-one-side', [...times(4, 1), NaN, ...times(7, 1)])).toEqual([]);
    expect(pointsOf('six-in-a-trend', [...rising(5), NaN, 1, 2])).toEqual([]);
    expect(pointsOf('fifteen-within-1', [...times(14, 0), NaN])).toEqual([]);
    expect(pointsOf('one-beyond-3', [NaN])).toEqual([]);
    expect(pointsOf('fourteen-alternating', [NaN, ...alternating(13)])).toEqual([]);
  });

  it('reports each rule in the order given, the four of Western Electric unless told otherwise', () => {
    expect(runRules([]).map(({ rule }) => rule)).toEqual(WESTERN_ELECTRIC_RULES);
    expect(runRules([4], NELSON_RULES).map(({ points }) => points)).toEqual([[0], [], [], [], [], [], [], []]);
  });

  it('names four and eight rules', () => {
    expect(new Set(WESTERN_ELECTRIC_RULES)).toEqual(
      new Set(['one-beyond-3', 'two-of-three-beyond-2', 'four-of-five-beyond-1', 'eight-on-one-side']),
    );
    expect(NELSON_RULES).toHaveLength(8);
    expect(NELSON_RULES).not.toContain('eight-on-one-side');
  });
});
