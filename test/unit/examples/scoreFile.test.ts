import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileRequest } from '../../../examples/demo/arguments.js';
import { scoreFile, type FileScore } from '../../../examples/demo/scoreFile.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cx-scoring-file-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function score(text: string, request: Partial<FileRequest> = {}): Promise<FileScore> {
  const file = path.join(folder, 'answers.csv');
  writeFileSync(file, text);
  const byDefault = { score: 'q', weight: undefined, metric: 'nps', offScale: 'throw', where: [] } as const;
  return scoreFile({ file, ...byDefault, ...request }, { write: () => undefined });
}

describe('scoreFile', () => {
  it('scores a column and counts what is missing', async () => {
    const { rows, chosen, result } = await score('id,q\n1,10\n2, 9 \n3,\n4,8\n5,6\n');
    expect([rows, chosen]).toEqual([5, 5]);
    expect(result.value).toBe(25);
    expect(result.sampleSize).toBe(4);
    expect(result.excluded).toEqual({ missing: 1, offScale: 0, missingWeight: 0, zeroWeight: 0 });
  });

  it('weighs', async () => {
    const { result } = await score('q,w\n10,3\n0,1\n10,\n10,0\n', { weight: 'w' });
    expect(result.value).toBe(50);
    expect(result.excluded).toEqual({ missing: 0, offScale: 0, missingWeight: 1, zeroWeight: 1 });
  });

  it.each([
    ['csat', 'csat', 'share', 0.5],
    ['ces', 'ces', 'score', 3.5],
  ] as const)('computes %s', async (metric, id, unit, value) => {
    const { result } = await score('q\n5\n2\n', { metric });
    expect(result.definition.id.startsWith(id)).toBe(true);
    expect(result.definition.unit).toBe(unit);
    expect(result.value).toBe(value);
  });

  it('takes only the rows that meet every condition', async () => {
    const text = 'metric,country,q\nnps,FR,10\nnps,DE,0\ncsat,FR,0\n nps ,FR,8\n';
    const where = [
      { column: 'metric', text: 'nps' },
      { column: 'country', text: 'FR' },
    ];
    const { rows, chosen, result } = await score(text, { where });
    expect([rows, chosen, result.value]).toEqual([4, 2, 50]);
  });

  it('does not read the cells of rows it does not take', async () => {
    const { result } = await score('m,q\na,9\nb,nine\n', { where: [{ column: 'm', text: 'a' }] });
    expect(result.value).toBe(100);
  });

  it('knows no value where there is no answer', async () => {
    const { rows, result } = await score('q\n');
    expect([rows, result.value]).toEqual([0, null]);
  });

  it('leaves answers off the scale out when asked to', async () => {
    const { result } = await score('q\n10\n11\n8.5\n', { offScale: 'exclude' });
    expect(result.value).toBe(100);
    expect(result.excluded['offScale']).toBe(2);
  });

  it.each([
    [
      'an answer off the scale',
      'q\n9\n11\n',
      {},
      'line 3, column "q": 11 is not a whole number from 0 to 10 (leave such',
    ],
    ['an answer between two points', 'q\n8.5\n', {}, 'line 2, column "q": 8.5 is not a whole number from 0 to 10'],
    [
      'an answer off the scale of CSAT',
      'q\n0\n',
      { metric: 'csat' },
      'column "q": 0 is not a whole number from 1 to 5',
    ],
    [
      'an answer off the scale of effort',
      'q\n8\n',
      { metric: 'ces' },
      'column "q": 8 is not a whole number from 1 to 7',
    ],
    ['text among the answers', 'q\n9\nnine\n', {}, 'line 3, column "q": "nine" is not a number'],
    ['a decimal comma', 'q;w\n9;1,5\n', { weight: 'w' }, 'line 2, column "w": "1,5" is not a number (the decimal mark'],
    ['a negative weight', 'q,w\n9,1\n9,-1\n', { weight: 'w' }, 'line 3: npsMeasure: weight at row 3 must be'],
    ['a column of weights that is missing', 'q\n9\n', { weight: 'w' }, 'no column "w"; found: q'],
    ['a column of conditions that is missing', 'q\n9\n', { where: [{ column: 'm', text: '' }] }, 'no column "m"'],
  ] as const)('says where it found %s', async (_, text, request, message) => {
    await expect(score(text, request)).rejects.toThrow(path.join(folder, 'answers.csv'));
    await expect(score(text, request)).rejects.toThrow(message);
  });

  it('says that a file is not there', async () => {
    const none = path.join(folder, 'none.csv');
    await expect(score('q\n', { file: none })).rejects.toThrow(`${none}: there is no such file`);
  });
});
