import type { ProgressReader } from './readCsv.js';

/** Where progress is written: standard error, which may be a terminal. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** From this many rows on, progress is told even where nobody watches a terminal. */
export const LONG_FILE = 1_000_000;

/** Tells how far the reading is: on a terminal in one line that is rewritten, elsewhere a line every million rows. */
export function createProgress(
  output: ProgressOutput,
  totalBytes: number,
): { onProgress: ProgressReader; end: () => void } {
  const isTerminal = output.isTTY === true;
  const step = isTerminal ? LONG_FILE / 10 : LONG_FILE;
  let told = 0;
  return {
    onProgress: (rows, bytes) => {
      if (rows < told + step) return;
      told = rows;
      const share = totalBytes > 0 ? `, ${Math.min(100, Math.floor((100 * bytes) / totalBytes))} %` : '';
      const text = `${rows.toLocaleString('en')} rows${share}`;
      output.write(isTerminal ? `\r${text}` : `${text}\n`);
    },
    end: () => {
      if (isTerminal && told > 0) output.write('\r\u001B[K');
    },
  };
}
