import { describe, expect, it } from 'vitest';
import { defineComposite } from '../../../src/measures/defineComposite.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { tallyRows } from '../../../src/measures/computeMeasure.js';
import { isPossibleTally } from '../../../src/measures/possibleTally.js';
import type { ScaleTally } from '../../../src/measures/scaleTally.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import type { Moments } from '../../../src/statistics/moments.js';

const rows = [
  { q: 10, w: 2 },
  { q: 10, w: 1 },
  { q: 3, w: 0.1 },
];
const scale = (): ScaleTally => tallyRows(rows, npsMeasure<(typeof rows)[number]>({ score: 'q', weight: 'w' }));
const moments = (): Moments =>
  tallyRows(rows, defineMean<(typeof rows)[number]>({ id: 'm', value: 'q', weight: 'w' })).moments;

describe('a tally made from rows is possible', () => {
  it.each([
    ['plain', tallyRows([10, 3, null], npsMeasure())],
    ['empty', npsMeasure().createTally()],
    ['weighted', scale()],
    ['empty and weighted', npsMeasure<{ q: number }>({ score: 'q', weight: () => 1 }).createTally()],
    ['of values', { moments: moments(), excluded: [0, 0, 0, 0] }],
    ['of one value', tallyRows([0.1], defineMean<number>({ id: 'm', value: (row) => row }))],
    ['of unequal weights', tallyRows([1, 1], npsMeasure({ weight: (_row, index) => 1 + index * 1e12 }))],
    [
      'of items',
      tallyRows(
        [
          { a: 0.3, b: null },
          { a: 1, b: 0.7 },
        ],
        defineComposite<{ a: number; b: number | null }>({
          id: 'c',
          minimumItems: 1,
          items: [
            { id: 'a', score: 'a', weight: 1, minimum: 0, maximum: 1 },
            { id: 'b', score: 'b', weight: 1, minimum: 0, maximum: 1 },
          ],
        }),
      ),
    ],
    [
      'of a value so small that its product with the weight is rounded',
      tallyRows([5e-324], defineMean<number>({ id: 'm', value: (row) => row, weight: () => 1.2247448713915892 })),
    ],
    ['nothing at all', null],
    ['a number', 7],
  ])('%s', (_name, tally) => {
    expect(isPossibleTally(tally)).toBe(true);
  });
});

describe('a tally that no rows can have made', () => {
  const altered = (change: (tally: ScaleTally, weights: { sums: number[]; squares: number[] }) => void): ScaleTally => {
    const tally = scale();
    change(tally, tally.weights!);
    return tally;
  };

  // Of the score 10: two answers, weights 3, squares 5. Of the score 3: one answer, weight 0.1, square 0.01.
  it.each([
    ['has weights below 0', altered((_tally, { sums }) => (sums[20] = -3))],
    ['has weight where there is no answer', altered((_tally, { sums }) => (sums[0] = 1))],
    ['has squares where there is no answer', altered((_tally, { squares }) => (squares[0] = 1))],
    ['has an answer without weight', altered(({ counts }) => (counts[0] = 1))],
    ['has no sum', altered((_tally, { sums }) => (sums[20] = 0))],
    ['has no squares', altered((_tally, { squares }) => (squares[20] = 0))],
    ['has squares that are too large', altered((_tally, { squares }) => (squares[20] = 9.1))],
    ['has squares that are too small', altered((_tally, { squares }) => (squares[20] = 4.4))],
    ['has the loss of another sum', altered((_tally, { sums }) => (sums[21] = -4))],
    ['has the loss of other squares', altered((_tally, { squares }) => (squares[21] = 5))],
  ])('%s', (_name, tally) => {
    expect(isPossibleTally(tally)).toBe(false);
    expect(isPossibleTally([{ nested: tally }])).toBe(false);
  });

  it('is told from one at the limits of what is possible', () => {
    // All weight on one answer, or the same on both.
    expect(isPossibleTally(altered((_tally, { squares }) => (squares[20] = 8.999)))).toBe(true);
    expect(isPossibleTally(altered((_tally, { squares }) => (squares[20] = 4.5)))).toBe(true);
  });

  const other = (change: Partial<Moments>, sums: Readonly<Record<number, number>> = {}): Moments => {
    const tally = { ...moments(), ...change };
    Object.entries(sums).forEach(([at, sum]) => (tally.sums[Number(at)] = sum));
    return tally;
  };

  // One value of weight 1, 10; two others: sum of weights 2.1, of their squares 4.01, of w x 20.3, of w² x 40.03.
  it.each([
    ['counts more of weight 1 than of all', other({ unitCount: 4 })],
    ['counts more than its weights tell', other({ unitCount: 3 })],
    ['has a smallest value above the largest', other({ minimum: 11 })],
    ['has a sum beyond its largest value', other({}, { 0: 10.1 })],
    ['has a sum below its smallest value', other({}, { 0: 2.9 })],
    ['has weights below 0', other({}, { 4: -1 })],
    ['has no weight', other({}, { 4: 0 })],
    ['has no squared weight', other({}, { 6: 0 })],
    ['has a squared weight beyond the square', other({}, { 6: 4.5 })],
    ['has a squared weight below what two answers have', other({}, { 6: 2.2 })],
    ['has a weighted sum beyond its largest value', other({}, { 8: 21.1 })],
    ['has a weighted sum below its smallest value', other({}, { 8: 6.2 })],
    ['has a twice weighted sum beyond its largest value', other({}, { 12: 40.2 })],
    ['has a twice weighted sum below its smallest value', other({}, { 12: 12 })],
    ['has another low part', other({}, { 1: 1 })],
    ['is empty but for a sum', { ...moments(), count: 0, unitCount: 0, sums: [1, ...Array<number>(17).fill(0)] }],
  ])('%s', (_name, tally) => {
    expect(isPossibleTally(tally)).toBe(false);
    expect(isPossibleTally({ items: [tally] })).toBe(false);
  });

  it('is told from one that was not altered', () => {
    expect(isPossibleTally(other({}))).toBe(true);
  });
});
