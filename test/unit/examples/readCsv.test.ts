import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../../examples/demo/readCsv.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cx-scoring-csv-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(text: string): string {
  const file = path.join(folder, 'answers.csv');
  writeFileSync(file, text);
  return file;
}

async function read(text: string, ...columns: string[]): Promise<[...string[], number][]> {
  const found: [...string[], number][] = [];
  await readCsv(write(text), columns, (cells, line) => found.push([...cells, line]));
  return found;
}

describe('readCsv', () => {
  it.each([
    [
      'the wanted columns, in the wanted order',
      'a,b,c\n1,2,3\n4,5,6\n',
      [
        ['3', '1', 2],
        ['6', '4', 3],
      ],
    ],
    ['a semicolon as separator', 'a;b;c\n1,5;2,5;3,5\n', [['3,5', '1,5', 2]]],
    ['a tab as separator', 'a\tb\tc\n1\t2\t3\n', [['3', '1', 2]]],
    ['a bar as separator', 'a|b|c\n1|2|3\n', [['3', '1', 2]]],
    ['a separator that is also inside the header', '"a";"b, of, all, things";"c"\n1;2;3\n', [['3', '1', 2]]],
    ['a byte order mark and blanks in the header', '\uFEFFa, b , c\n1,2,3', [['3', '1', 2]]],
    [
      'lines that end as on Windows',
      'a,b,c\r\n1,2,3\r\n4,5,6\r\n',
      [
        ['3', '1', 2],
        ['6', '4', 3],
      ],
    ],
    [
      'the line on which a row begins, after a cell of two lines',
      'a,b,c\n1,"x\ny",3\n4,5,6\n',
      [
        ['3', '1', 2],
        ['6', '4', 4],
      ],
    ],
    [
      'blank lines as nothing',
      'a,b,c\n\n1,2,3\n  \n4,5,6\n\n',
      [
        ['3', '1', 3],
        ['6', '4', 5],
      ],
    ],
    ['a header alone', 'a,b,c', []],
  ] as const)('reads %s', async (_, text, rows) => {
    expect(await read(text, 'c', 'a')).toEqual(rows);
  });

  it('reads a blank line between the answers of a single column as an empty cell', async () => {
    expect(await read('q\n9\n\n8\n\n', 'q')).toEqual([
      ['9', 2],
      ['', 3],
      ['8', 4],
    ]);
  });

  it('tells how many rows there were, and how far it is', async () => {
    const seen: number[][] = [];
    const text = `q,w\n${'9,1\n'.repeat(50_000)}`;
    const rows = await readCsv(
      write(text),
      ['q'],
      () => undefined,
      (...progress) => seen.push(progress),
    );
    expect(rows).toBe(50_000);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual([50_000, text.length]);
  });

  it.each([
    ['a missing column', 'a,b\n1,2\n', /answers\.csv: no column "q"; found: a, b$/],
    ['a column that is there twice', 'q,b,q\n1,2,3\n', /answers\.csv: more than one column "q"$/],
    ['an empty file', '', /answers\.csv: the file is empty$/],
    ['a blank header', '\nq\n9\n', /line 1: a header .* is missing$/],
    ['a row that is too short', 'q,b\n1,2\n3\n', /line 3: 1 cells where the header has 2$/],
    ['a row that is too long', 'q,b\n1,2,3\n', /line 2: 3 cells where the header has 2$/],
    ['a quotation mark that is never closed', 'q,b\n1,2\n3,"4\n5,6\n', /line 3: a quotation mark is /],
    ['a quotation mark out of place', 'q,b\n1,2\n3,"4"5\n6,7\n', /line 3: a quotation mark is /],
  ])('says where %s is', async (_, text, message) => {
    await expect(read(text, 'q')).rejects.toThrow(message);
  });

  it('gives up on a quotation mark never closed before it has read a whole long file', async () => {
    const text = `q,b\n1,"2\n${'3,4\n'.repeat(2_000_000)}`;
    await expect(read(text, 'q')).rejects.toThrow(/line 2: a quotation mark is never closed$/);
  });

  it('reads rows that are cut by the chunks of the stream', async () => {
    const filling = 'x'.repeat(997);
    const found = await read(`q,b\n${`7,"a ""quoted"", long\ncell ${filling}"\n`.repeat(500)}`, 'q', 'b');
    expect(found).toHaveLength(500);
    const different = found.filter(([q, b]) => q !== '7' || b !== `a "quoted", long\ncell ${filling}`);
    expect(different).toEqual([]);
    expect(found.at(-1)?.[2]).toBe(2 + 2 * 499);
  });

  it('says that a file is not there, or is a folder', async () => {
    await expect(readCsv(path.join(folder, 'none.csv'), ['q'], () => undefined)).rejects.toThrow(
      /none\.csv: there is no such file$/,
    );
    await expect(readCsv(folder, ['q'], () => undefined)).rejects.toThrow(/: this is a folder$/);
  });

  it('hands on what the reader of rows throws', async () => {
    const broken = readCsv(write('q\n9\n'), ['q'], () => {
      throw new Error('no thanks');
    });
    await expect(broken).rejects.toThrow('no thanks');
  });
});
