/** Widest line of the scorecard. */
export const WIDTH = 100;

/** Breaks a text into lines of at most {@link WIDTH} columns; the first begins with `lead`, the others are indented as far. */
export function wrap(lead: string, text: string): string[] {
  const lines: string[] = [];
  let line = lead;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(lead.length);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** Sets cells in columns: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

/** Writes a heading in bold on a terminal, and plainly where the output is kept. */
export function heading(text: string, isTerminal: boolean): string {
  return isTerminal ? `\u001B[1m${text}\u001B[22m` : text;
}
