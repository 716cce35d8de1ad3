// Keeps the last results in results.json and writes them into docs/guides/runtimes.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const store = path.join(import.meta.dirname, 'results.json');
const page = path.join(import.meta.dirname, '../../docs/guides/runtimes.md');

const cell = (value) => String(value ?? '').replaceAll('|', '\\|');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const SECTIONS = {
  matrix: (rows) =>
    table(
      ['runtime', 'version', 'tests', 'result', 'seen'],
      rows.map(({ name, version, tests, state, line, date }) => [
        name,
        version,
        tests,
        state === 'skipped' ? `${state}: ${line}` : state,
        date,
      ]),
    ),
  leftOut: (rows) => rows.map(({ name, line }) => `- \`${name}\`: ${line}`).join('\n'),
  recipes: (rows) =>
    table(
      ['recipe', 'result', 'seen'],
      rows.map(({ name, state, line, date }) => [name, line === '' ? state : `${state}: ${line}`, date]),
    ),
};

/** Puts rows over those of the same name, in a given order of names; what is not named there goes. Then writes the page. */
export function keepResults(section, results, date, order) {
  const kept = JSON.parse(readFileSync(store, 'utf8'));
  // What a failure says in full is on the terminal; the page keeps its first line.
  const fresh = results.map((result) => ({ ...result, line: result.line.split('\n')[0], date }));
  kept[section] = order.map(
    (wanted) =>
      [...fresh, ...kept[section]].find(({ name }) => name === wanted) ?? {
        name: wanted,
        state: 'not run yet',
        line: '',
      },
  );
  writeFileSync(store, `${JSON.stringify(kept, null, 2)}\n`);
  let text = readFileSync(page, 'utf8');
  for (const [name, write] of Object.entries(SECTIONS)) {
    const between = new RegExp(`(<!-- ${name}: .*? -->\n)[\\s\\S]*?(\n<!-- end of ${name} -->)`);
    text = text.replace(between, (_, start, end) => `${start}\n${write(kept[name])}\n${end}`);
  }
  writeFileSync(page, text);
}
