// Runs every table, each in a process of its own, and writes RESULTS.md beside this file.
//
//   npm run bench -- --date 2026-01-31      all tables, with that date in the report
//   node test/bench/run.mjs bytes small     these tables only, printed instead of written
//
// It measures; it does not judge: whatever the figures, it succeeds. Only results that differ between cases make it fail.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { toMarkdown } from './report.mjs';

/** Tables and their sizes. */
const TABLES = [
  ['bytes', 1e7],
  ['numbers', 1e7],
  ['rows', 1e7],
  ['rows', 1e6],
  ['kinds', 1e6],
  ['small', 100],
  ['bootstrap', 2000],
  ['validation', 1e6],
];

const { values, positionals } = parseArgs({ options: { date: { type: 'string' } }, allowPositionals: true });
const chosen = TABLES.filter(([name]) => positionals.length === 0 || positionals.includes(name));
const worker = path.join(import.meta.dirname, 'worker.mjs');
const loads = [os.loadavg()[0]];
const tables = chosen.map(([name, size]) => {
  process.stderr.write(`${name}, n = ${size.toLocaleString('en')}\n`);
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6144', worker, name, String(size)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return JSON.parse(output);
});
loads.push(os.loadavg()[0]);

const report = toMarkdown(tables, { date: values.date, loads });
if (positionals.length === 0) writeFileSync(path.join(import.meta.dirname, 'RESULTS.md'), report);
process.stdout.write(report);
