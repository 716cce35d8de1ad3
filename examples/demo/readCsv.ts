import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { expectedError } from './expectedError.js';

/** Takes one row: the cells of the wanted columns in their order, and the line of the file on which the row begins. */
export type RowReader = (cells: readonly string[], line: number) => void;

/** What is told while reading: rows and bytes so far. */
export type ProgressReader = (rows: number, bytes: number) => void;

/** Where the wanted columns are. */
interface Header {
  readonly width: number;
  readonly positions: readonly number[];
}

/** A record this much longer than a chunk of the stream is a quotation mark that was never closed. */
const CHUNKS_WITHOUT_ROW = 32;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'reading it is not allowed',
};

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** The separator that is most often in the header; among answers a comma may as well be a decimal mark. */
function separatorOf(text: string): string {
  const [header = ''] = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function locate(file: string, cells: readonly string[], columns: readonly string[]): Header {
  const names = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  if (names.every((name) => name === ''))
    throw expectedError(`${file}, line 1: a header with the names of the columns is missing`);
  const positions = columns.map((column) => {
    const position = names.indexOf(column);
    if (position < 0) throw expectedError(`${file}: no column "${column}"; found: ${names.join(', ')}`);
    if (names.includes(column, position + 1)) throw expectedError(`${file}: more than one column "${column}"`);
    return position;
  });
  return { width: names.length, positions };
}

/**
 * Streams a CSV file with a header line: memory does not grow with the file. The separator is read off the header
 * (comma, semicolon, tab or bar); blank lines are skipped, in a file of one column those between answers are empty cells.
 *
 * @returns The number of rows.
 */
export function readCsv(
  file: string,
  columns: readonly string[],
  onRow: RowReader,
  onProgress?: ProgressReader,
): Promise<number> {
  let header: Header | undefined;
  let line = 1;
  let rows = 0;
  let silentChunks = 0;
  let blankLines: number[] = [];

  const takeRow = (cells: readonly string[]): void => {
    const begin = line;
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    if (header === undefined) {
      header = locate(file, cells, columns);
      return;
    }
    const { width, positions } = header;
    if (cells.length === 1 && cells[0]?.trim() === '') {
      if (width === 1) blankLines.push(begin);
      return;
    }
    if (cells.length !== width) {
      throw expectedError(`${file}, line ${begin}: ${cells.length} cells where the header has ${width}`);
    }
    for (const blank of blankLines) {
      rows++;
      onRow(
        columns.map(() => ''),
        blank,
      );
    }
    if (blankLines.length > 0) blankLines = [];
    rows++;
    onRow(
      positions.map((position) => cells[position] as string),
      begin,
    );
  };

  return new Promise((resolve, reject) => {
    const stream = createReadStream(file, 'utf8');
    const fail = (error: Error & { code?: string }): void => {
      stream.destroy();
      const reason = REASONS[error.code ?? ''];
      reject(reason === undefined ? error : expectedError(`${file}: ${reason}`, { cause: error }));
    };
    Papa.parse<string[]>(stream, {
      delimiter: separatorOf,
      chunk: ({ data, errors }) => {
        const broken = errors.find(({ type }) => type === 'Quotes');
        data.forEach((cells, index) => {
          if (index === broken?.row) throw expectedError(`${file}, line ${line}: a quotation mark is out of place`);
          takeRow(cells);
        });
        silentChunks = data.length > 0 ? 0 : silentChunks + 1;
        if (broken !== undefined || silentChunks > CHUNKS_WITHOUT_ROW) {
          throw expectedError(`${file}, line ${line}: a quotation mark is never closed`);
        }
        onProgress?.(rows, stream.bytesRead);
      },
      complete: () => {
        if (header === undefined) fail(expectedError(`${file}: the file is empty`));
        else resolve(rows);
      },
      error: fail,
    });
  });
}
