import { describe, expect, it } from 'vitest';
import {
  evaluatePairwiseComparisons,
  type PairwiseComparison,
} from '../../../src/prioritization/pairwiseComparisons.js';

/** Judgements from the rows of a matrix above its diagonal. */
function judgements(ids: readonly string[], rows: readonly (readonly number[])[]): PairwiseComparison[] {
  return rows.flatMap((row, i) => row.map((ratio, j) => ({ a: ids[i] as string, b: ids[i + 1 + j] as string, ratio })));
}

// Saaty (1990), European Journal of Operational Research 48, table 2: buying a house.
const HOUSE = ['1 size', '2 transport', '3 place', '4 age', '5 yard', '6 comfort', '7 condition', '8 financing'];
const HOUSE_ROWS = [
  [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
  [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
  [6, 3, 4, 6, 1 / 5],
  [1 / 3, 1 / 4, 1 / 7, 1 / 8],
  [1 / 2, 1 / 5, 1 / 6],
  [1 / 5, 1 / 6],
  [1 / 2],
];

// Saaty (2003), European Journal of Operational Research 145, 85-91: which drink is consumed more in the United States.
const DRINKS = ['1 coffee', '2 wine', '3 tea', '4 beer', '5 sodas', '6 milk', '7 water'];
const DRINKS_ROWS = [
  [9, 5, 2, 1, 1, 1 / 2],
  [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
  [1 / 3, 1 / 4, 1 / 3, 1 / 9],
  [1 / 2, 1, 1 / 3],
  [2, 1 / 2],
  [1 / 3],
];

const weightsOf = (list: readonly PairwiseComparison[]): number[] | undefined =>
  evaluatePairwiseComparisons(list).weights?.map(({ weight }) => weight);

describe('evaluatePairwiseComparisons', () => {
  it('gives the published weights of a house, which contradict each other', () => {
    const result = evaluatePairwiseComparisons(judgements(HOUSE, HOUSE_ROWS));
    expect(result.weights?.map(({ criterion }) => criterion)).toEqual(HOUSE);
    const published = [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333];
    expect(result.weights?.map(({ weight }) => weight)).toEqual(published.map((weight) => expect.closeTo(weight, 3)));
    expect(result.eigenvalue).toBeCloseTo(9.669, 3);
    expect(result.consistencyIndex).toBeCloseTo(0.238, 3);
    expect(result.consistencyRatio).toBeCloseTo(0.169, 3);
    expect(result.isConsistent).toBe(false);
  });

  it('gives the published weights of drinks, which do not', () => {
    const { weights, consistencyRatio, isConsistent } = evaluatePairwiseComparisons(judgements(DRINKS, DRINKS_ROWS));
    const published = [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327];
    expect(weights?.map(({ weight }) => weight)).toEqual(published.map((weight) => expect.closeTo(weight, 3)));
    expect(consistencyRatio).toBeCloseTo(0.022, 3);
    expect(isConsistent).toBe(true);
  });

  it('gives back weights from their own ratios', () => {
    const list = judgements(['a', 'b', 'c', 'd'], [[2, 4, 8], [2, 4], [2]]);
    expect(weightsOf(list)).toEqual([8, 4, 2, 1].map((part) => expect.closeTo(part / 15, 13)));
    const { consistencyIndex, consistencyRatio, eigenvalue } = evaluatePairwiseComparisons(list);
    expect(eigenvalue).toBeCloseTo(4, 13);
    expect([consistencyIndex, consistencyRatio]).toEqual([expect.closeTo(0, 13), expect.closeTo(0, 13)]);
  });

  it('takes judgements in any order and either direction', () => {
    const list = judgements(['a', 'b', 'c'], [[3, 5], [2]]);
    const turned = list.map(({ a, b, ratio }) => ({ a: b, b: a, ratio: 1 / ratio })).reverse();
    expect(weightsOf(turned)).toEqual(weightsOf(list)?.map((weight) => expect.closeTo(weight, 13)));
  });

  it('has nothing to contradict with two criteria', () => {
    expect(evaluatePairwiseComparisons([{ a: 'x', b: 'y', ratio: 3 }])).toEqual({
      weights: [
        { criterion: 'x', weight: expect.closeTo(0.75, 14) },
        { criterion: 'y', weight: expect.closeTo(0.25, 14) },
      ],
      eigenvalue: expect.closeTo(2, 14),
      consistencyIndex: expect.closeTo(0, 14),
      consistencyRatio: 0,
      isConsistent: true,
      findings: [],
    });
  });

  it.each([
    // Three criteria by the closed form of Saaty: eigenvalue 1 + q + 1/q with q³ = a13 / (a12 a23), over 2 · 0.58.
    [2, 2, 9, 9 / 4],
    [9, 9, 1 / 9, 729],
    [3, 3, 3, 3],
  ])('has the closed form of three criteria: %d, %d, %d', (ab, bc, ac, cube) => {
    const q = Math.cbrt(cube);
    const { eigenvalue, consistencyRatio, isConsistent } = evaluatePairwiseComparisons(
      judgements(['a', 'b', 'c'], [[ab, ac], [bc]]),
    );
    expect(eigenvalue).toBeCloseTo(1 + q + 1 / q, 9);
    expect(consistencyRatio).toBeCloseTo((q + 1 / q - 2) / 1.16, 9);
    expect(isConsistent).toBe((q + 1 / q - 2) / 1.16 < 0.1);
  });

  it.each([
    [[{ a: 'x', b: 'y', ratio: 9.01 }], 'off-scale', 0, 'ratio'],
    [[{ a: 'x', b: 'y', ratio: 0.111 }], 'off-scale', 0, 'ratio'],
    [[{ a: 'x', b: 'y', ratio: NaN }], 'off-scale', 0, 'ratio'],
    [[{ a: 'x', b: 'y', ratio: '3' }], 'off-scale', 0, 'ratio'],
    [[{ a: 'x', b: 'x', ratio: 1 }], 'not-a-comparison', 0, ''],
    [[{ a: '', b: 'x', ratio: 1 }], 'not-a-comparison', 0, ''],
    [[{ a: 'x', ratio: 1 }], 'not-a-comparison', 0, ''],
    [[null], 'not-a-comparison', 0, ''],
    [[], 'no-comparisons', 0, ''],
    [
      [
        { a: 'x', b: 'y', ratio: 1 },
        { a: 'y', b: 'x', ratio: 1 },
      ],
      'duplicate-pair',
      1,
      'y/x',
    ],
    [
      [
        { a: 'x', b: 'y', ratio: 1 },
        { a: 'y', b: 'z', ratio: 1 },
      ],
      'missing-pair',
      2,
      'x/z',
    ],
  ])('gives no weights from %j', (list, code, index, field) => {
    const { weights, eigenvalue, consistencyIndex, consistencyRatio, isConsistent, findings } =
      evaluatePairwiseComparisons(list as never);
    expect([weights, eigenvalue, consistencyIndex, consistencyRatio, isConsistent]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(findings).toMatchObject([{ code, index, field }]);
  });

  it.each([1 / 9, 9, 0.1111111111])('takes the ratio %d', (ratio) => {
    expect(evaluatePairwiseComparisons([{ a: 'x', b: 'y', ratio }]).findings).toEqual([]);
  });

  it('goes up to ten criteria', () => {
    const all = (size: number): PairwiseComparison[] => {
      const ids = Array.from({ length: size }, (_, k) => `c${String(k)}`);
      return judgements(
        ids,
        ids.slice(1).map((_, i) => ids.slice(i + 1).map(() => 1)),
      );
    };
    expect(weightsOf(all(10))?.[0]).toBeCloseTo(0.1, 13);
    expect(evaluatePairwiseComparisons(all(11)).findings).toEqual([
      { code: 'too-many-criteria', index: 0, id: null, field: '', value: 11 },
    ]);
  });

  it('refuses what is no list', () => {
    expect(() => evaluatePairwiseComparisons({} as never)).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_INPUT',
        message: 'evaluatePairwiseComparisons: the comparisons must be an array, received an object',
      }),
    );
  });
});
