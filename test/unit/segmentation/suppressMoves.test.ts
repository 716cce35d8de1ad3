import { describe, expect, it } from 'vitest';
import { toGrid } from '../../../src/segmentation/suppressGrid.js';
import { movesOf, partitionsOf, replay } from '../../../src/segmentation/suppressMoves.js';

const keysOf = (...texts: string[]): object[] => texts.map((text) => ({ a: text[0], b: text[1] }));
const CUBE = [[], ['a'], ['b'], ['a', 'b']];

describe('partitionsOf', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 5],
    [4, 15],
    [5, 52],
  ])('parts %i things in as many ways as Bell counted: %i', (things, ways) => {
    const all = partitionsOf(things).map((own) => own.join());
    expect(new Set(all).size).toBe(ways);
    expect(all).toHaveLength(ways);
  });

  it('numbers blocks as they come', () => {
    expect(partitionsOf(3)).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 1],
      [0, 1, 2],
    ]);
  });
});

describe('movesOf', () => {
  /** Moves as text: keys that take, keys that give, and the keys of cells that change with their sign. */
  const movesIn = (keys: object[], cuts: string[][], cellKey: string): string[] => {
    const grid = toGrid('f', keys, ['a', 'b'], cuts);
    const text = (key: object): string => Object.values(key).join('') || 'all';
    const leaf = (at: number): string => text(keys[grid.places[at] as number] as object);
    const cell = grid.cells.findIndex(({ key }) => text(key) === cellKey);
    return Array.from(movesOf(grid, cell), ({ takes, gives, cells, signs }) => {
      const changes = cells.map(
        (at, place) => `${(signs[place] as number) > 0 ? '+' : '-'}${text(grid.cells[at]?.key ?? {})}`,
      );
      return `${takes.map(leaf).join(' ')} < ${gives.map(leaf).join(' ')}: ${changes.sort().join(' ')}`;
    });
  };

  it('transfers within a row change the column totals', () => {
    expect(movesIn(keysOf('xp', 'xq'), CUBE, 'xp')).toEqual(['xp < xq: +p +xp -q -xq']);
  });

  it('rectangles change nothing but their corners', () => {
    expect(movesIn(keysOf('xp', 'xq', 'yp', 'yq'), CUBE, 'xp').sort()).toEqual([
      'xp < xq: +p +xp -q -xq',
      'xp < yp: +x +xp -y -yp',
      'xp < yq: +p +x +xp -q -y -yq',
      'xp yq < yp xq: +xp +yq -xq -yp',
    ]);
  });

  it('need every corner', () => {
    expect(movesIn(keysOf('xp', 'xq', 'yq'), CUBE, 'xp').sort()).toEqual([
      'xp < xq: +p +xp -q -xq',
      'xp < yq: +p +x +xp -q -y -yq',
    ]);
  });

  it('of a margin leave out those that keep it', () => {
    expect(movesIn(keysOf('xp', 'xq', 'yp'), CUBE, 'x').sort()).toEqual([
      'xp < yp: +x +xp -y -yp',
      'xq < yp: +q +x +xq -p -y -yp',
    ]);
  });

  it('of the whole there are none', () => {
    expect(movesIn(keysOf('xp', 'xq', 'yp', 'yq'), CUBE, 'all')).toEqual([]);
  });
});

describe('toGrid', () => {
  it('finds segments where numbers would no longer be exact', () => {
    const names = Array.from({ length: 60 }, (_, at) => `d${at}`);
    const one = Object.fromEntries(names.map((own) => [own, 'a']));
    const two = Object.fromEntries(names.map((own) => [own, 'b']));
    const { leafAt, codes } = toGrid('f', [two, one], names, [names]);
    expect(leafAt(codes[0] ?? [])).toBe(0);
    expect(leafAt(codes[1] ?? [])).toBe(1);
    expect(leafAt([...names.slice(1).map(() => 0), 1])).toBeUndefined();
  });
});

describe('replay', () => {
  it('gives the same again, and asks its source no more than once', () => {
    let asked = 0;
    const source = (function* (): Generator<number, void> {
      for (; asked < 3;) yield ++asked;
    })();
    const all = replay(source);
    for (const item of all) if (item === 2) break;
    expect(asked).toBe(2);
    expect([...all]).toEqual([1, 2, 3]);
    expect([...all]).toEqual([1, 2, 3]);
  });
});
