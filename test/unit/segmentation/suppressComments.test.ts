import { describe, expect, it } from 'vitest';
import { commentCells } from '../../../src/segmentation/suppressComments.js';
import { toGrid } from '../../../src/segmentation/suppressGrid.js';

/** Keys of the cells whose comments may be read, in a table of respondents by key. */
function read(
  sizes: Readonly<Record<string, number>>,
  cuts: string[][],
  floor: number,
  hidden: string[] = [],
): string[] {
  const keys = Object.keys(sizes).map((text) => ({ a: text[0], b: text[1] }));
  const grid = toGrid('f', keys, ['a', 'b'], cuts);
  const leafSizes = grid.places.map((place) => Object.values(sizes)[place] as number);
  const cellSizes = grid.cells.map(({ leaves }) => leaves.reduce((sum, leaf) => sum + (leafSizes[leaf] as number), 0));
  const names = grid.cells.map(({ key }) => Object.values(key).join('') || 'all');
  const unseen = new Set(names.flatMap((own, at) => (hidden.includes(own) ? [at] : [])));
  return Array.from(commentCells(grid, cellSizes, leafSizes, unseen, floor), (at) => names[at] as string).sort();
}

describe('commentCells', () => {
  it('lets all be read where every crossing is large enough', () => {
    const all = read({ xp: 8, xq: 8, yp: 8, yq: 9 }, [['a'], ['b']], 8);
    expect(all).toEqual(['all', 'p', 'q', 'x', 'y']);
  });

  it('takes a list away where two lists would single out a few', () => {
    // Those in both x and p are 2. x goes, the last of the smallest; then y, which what is in p but not in y would leave over.
    expect(read({ xp: 2, xq: 9, yp: 9, yq: 20 }, [['a'], ['b']], 8)).toEqual(['all', 'p', 'q']);
  });

  it('takes away what would leave a few over', () => {
    expect(read({ xp: 7, yp: 8, zp: 9 }, [['a']], 8)).toEqual(['all', 'z']);
    expect(read({ xp: 8, yp: 8, zp: 9 }, [['a']], 8)).toEqual(['all', 'x', 'y', 'z']);
  });

  it('takes the last of equal lists away', () => {
    expect(read({ xp: 7, yp: 8, zp: 8 }, [['a']], 8)).toEqual(['all', 'y']);
  });

  it('keeps hidden cells out', () => {
    expect(read({ xp: 9, yp: 9, zp: 9 }, [['a']], 8, ['y'])).toEqual(['all', 'x', 'z']);
    expect(read({ xp: 9, yp: 9 }, [['a']], 8, ['all'])).toEqual(['x', 'y']);
  });

  it('does not mind segments nobody answered', () => {
    expect(read({ xp: 8, yp: 0 }, [['a']], 8)).toEqual(['all', 'x']);
  });

  it('lets nothing be read of too few', () => {
    expect(read({ xp: 3, yp: 4 }, [['a']], 8)).toEqual([]);
    expect(read({ xp: 3, yp: 4 }, [['a']], 7)).toEqual(['all']);
  });
});
