import { describe, expect, it } from 'vitest';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { tallyBy } from '../../../src/segmentation/tallyBy.js';
import { countThreeNames } from '../../../src/segmentation/tallyThree.js';

interface Row {
  readonly a: string | number | null;
  readonly b: string | number | null;
  readonly c: string | number | null;
  readonly score: number | null;
}
const measure = npsMeasure<Row>({ score: 'score' });
const dimensions = ['a', 'b', 'c'] as const;
const row = (a: Row['a'], b: Row['b'], c: Row['c'], score: number | null): Row => ({ a, b, c, score });
/** Rows of which each dimension grows at its own pace, with missing values and scores among them. */
const rows: Row[] = Array.from({ length: 600 }, (_, at) =>
  row(`a${at % 3}`, at % 17 === 0 ? null : `b${at % 40}`, at < 300 ? 'x' : at % 90, at % 13 === 0 ? null : at % 11),
);

describe('rows cut by three named dimensions', () => {
  it('are counted as one by one, while the dictionaries grow', () => {
    // A set is read row by row.
    expect(tallyBy(rows, { measure, dimensions })).toEqual(tallyBy(new Set(rows), { measure, dimensions }));
    expect(countThreeNames(rows, dimensions, 'score', 0, 10)?.dictionaries.map(({ values }) => values.length)).toEqual([
      3, 41, 91,
    ]);
  });

  it('count a missing row as missing in all', () => {
    const { keys, tallies } = tallyBy([null as unknown as Row, row('a', 'b', 'c', 9)], { measure, dimensions });
    expect(keys).toEqual([
      { a: 'a', b: 'b', c: 'c' },
      { a: null, b: null, c: null },
    ]);
    expect(tallies.map(({ counts }) => counts[11])).toEqual([0, 1]);
  });

  it.each([
    ['a score off the scale', row('a', 'b', 'c', 11)],
    ['a value that cannot be a segment, in the first', row(NaN, 'b', 'c', 9)],
    ['in the second', row('a', Infinity, 'c', 9)],
    ['in the third', row('a', 'b', {} as string, 9)],
  ])('leave %s to the way that names it', (_, bad) => {
    const all = [...rows, bad];
    expect(countThreeNames(all, dimensions, 'score', 0, 10)).toBeUndefined();
    expect(() => tallyBy(all, { measure, dimensions })).toThrow(/row 601|row 600/);
  });

  it('are counted another way where a dense table would hold too many cells', () => {
    const many = Array.from({ length: 130 }, (_, at) => row(at, at, at, 9));
    expect(countThreeNames(many, dimensions, 'score', 0, 10)).toBeUndefined();
    expect(tallyBy(many, { measure, dimensions }).keys).toHaveLength(130);
    expect(countThreeNames(many.slice(0, 64), dimensions, 'score', 0, 10)).toBeDefined();
  });
});
