import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/prioritization/criterion.js';
import { evaluatePairwiseWins } from '../../src/prioritization/pairwiseWins.js';
import { rankAcceptability } from '../../src/prioritization/rankAcceptability.js';
import type { WeightLaw } from '../../src/prioritization/weightLaw.js';

/** A point of the triangle of weights: those of the first two of three criteria. */
type Point = readonly [number, number];
type Polygon = readonly Point[];

const DRAWS = 200_000;
/** Five standard errors of a share, so that an honest sampler practically never fails. */
const WITHIN = (5 * 0.5) / Math.sqrt(DRAWS);

const area = (polygon: Polygon): number =>
  Math.abs(
    polygon.reduce((sum, [x, y], k) => {
      const [u, v] = polygon[(k + 1) % polygon.length] as Point;
      return sum + x * v - u * y;
    }, 0) / 2,
  );

/** The part of a convex polygon on which a linear function is not negative: Sutherland and Hodgman. */
function clip(polygon: Polygon, side: (point: Point) => number): Polygon {
  return polygon.flatMap((from, k) => {
    const to = polygon[(k + 1) % polygon.length] as Point;
    const [a, b] = [side(from), side(to)];
    const kept = a >= 0 ? [from] : [];
    if (a >= 0 === b >= 0) return kept;
    const t = a / (a - b);
    return [...kept, [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])] as const];
  });
}

type Row = readonly [number, number, number];
const scoreAt = (row: Row, [x, y]: Point): number => row[0] * x + row[1] * y + row[2] * (1 - x - y);

/** Shares of the polygon by initiative and rank: it is cut along the line on which each pair is equal. */
function exactShares(rows: readonly Row[], whole: Polygon): number[][] {
  let cells: Polygon[] = [whole];
  for (const [i, a] of rows.entries()) {
    for (const b of rows.slice(i + 1)) {
      const lead = (point: Point): number => scoreAt(a, point) - scoreAt(b, point);
      cells = cells.flatMap((cell) => [clip(cell, lead), clip(cell, (point) => -lead(point))]);
      cells = cells.filter((cell) => area(cell) > 1e-15);
    }
  }
  const shares = rows.map(() => rows.map(() => 0));
  for (const cell of cells) {
    const middle = [0, 1].map((k) => cell.reduce((sum, point) => sum + (point[k] as number), 0) / cell.length);
    const scores = rows.map((row) => scoreAt(row, middle as unknown as Point));
    const share = area(cell) / area(whole);
    for (const [i, score] of scores.entries()) {
      const own = shares[i] as number[];
      const rank = scores.filter((other) => other > score).length;
      own[rank] = (own[rank] as number) + share;
    }
  }
  return shares;
}

const IDS = ['x', 'y', 'z'];
const CRITERIA = IDS.map((id, k): Criterion => ({
  ...{ id, names: { en: id, fr: id }, unit: 'share', scale: { minimum: 0, maximum: 1 }, weight: 3 - k },
  ...{ axis: 'value', direction: 'more-is-better' },
}));
const ANY: Polygon = [
  [0, 0],
  [1, 0],
  [0, 1],
];
/** Weights that fall from x to z: between all on x, halves on x and y, and thirds. */
const FALLING: Polygon = [
  [1, 0],
  [1 / 2, 1 / 2],
  [1 / 3, 1 / 3],
];

describe('rank acceptability under three criteria is the area of the weights', () => {
  const cases: readonly (readonly [string, readonly Row[]])[] = [
    [
      'each best in one',
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
    [
      'a compromise among them',
      [
        [1, 0, 0.2],
        [0.1, 0.9, 0],
        [0, 0.2, 1],
        [0.5, 0.45, 0.4],
      ],
    ],
    [
      'one dominated',
      [
        [0.9, 0.3, 0.5],
        [0.5, 0.6, 0.7],
        [0.4, 0.5, 0.6],
        [0.8, 0.1, 0.9],
        [0.2, 0.95, 0.1],
      ],
    ],
  ];
  const laws: readonly (readonly [WeightLaw, Polygon])[] = [
    ['uniform', ANY],
    ['ordinal', FALLING],
  ];

  it.each(cases.flatMap(([name, rows]) => laws.map(([law, whole]) => [name, law, rows, whole] as const)))(
    '%s, %s weights',
    (_, law, rows, whole) => {
      const exact = exactShares(rows, whole);
      const list = rows.map((row, i) => ({
        id: `i${String(i)}`,
        criteria: Object.fromEntries(IDS.map((id, k) => [id, row[k] as number])),
      }));
      const { items, method } = rankAcceptability(list, { criteria: CRITERIA, law, draws: DRAWS });
      expect(method).toBe('draws');
      for (const { id, acceptability } of items) {
        for (const [rank, share] of acceptability.entries()) {
          const expected = exact[Number(id.slice(1))]?.[rank] as number;
          expect(Math.abs(share - expected), `${id}, rank ${String(rank + 1)}`).toBeLessThan(WITHIN);
        }
      }
    },
  );

  it('and so are pairwise wins', () => {
    const [, rows] = cases[2] as (typeof cases)[number];
    const list = rows.slice(0, 2).map((row, i) => ({
      id: `i${String(i)}`,
      criteria: Object.fromEntries(IDS.map((id, k) => [id, row[k] as number])),
    }));
    const [[share]] = exactShares(rows.slice(0, 2), ANY) as [[number]];
    const { wins } = evaluatePairwiseWins(list, { criteria: CRITERIA, draws: DRAWS });
    expect(Math.abs((wins[0]?.[1] as number) - share)).toBeLessThan(WITHIN);
  });

  it('of which each best in one has a third', () => {
    const [, rows] = cases[0] as (typeof cases)[number];
    expect(exactShares(rows, ANY)[0]).toEqual([1, 1, 1].map((part) => expect.closeTo(part / 3, 12)));
  });
});
