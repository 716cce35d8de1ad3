import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../examples/demo/progress.js';

function follow(isTTY: boolean | undefined, totalBytes: number, ...rows: number[]): string {
  let text = '';
  const { onProgress, end } = createProgress({ isTTY, write: (more: string) => (text += more) }, totalBytes);
  for (const row of rows) onProgress(row, row);
  end();
  return text;
}

describe('createProgress', () => {
  it('says nothing of a file that is not long', () => {
    expect(follow(undefined, 10, 999_999)).toBe('');
    expect(follow(true, 10, 99_999)).toBe('');
  });

  it('writes a line every million rows where there is no terminal', () => {
    expect(follow(false, 4e6, 1e6, 1.5e6, 2e6)).toBe('1,000,000 rows, 25 %\n2,000,000 rows, 50 %\n');
  });

  it('rewrites one line of a terminal and clears it', () => {
    expect(follow(true, 1e6, 1e5, 1.5e5, 2e5)).toBe('\r100,000 rows, 10 %\r200,000 rows, 20 %\r\u001B[K');
  });

  it('gives no share where the size is not known, as of a pipe', () => {
    expect(follow(false, 0, 1e6)).toBe('1,000,000 rows\n');
  });
});
