// Runs every table, each in a process of its own, and writes the reports beside this file: RESULTS.md, KERNEL.md, OPERATIONS.md, ACCOUNTS.md, PRIORITIES.md, REWARDS.md.
//
//   npm run bench -- --date 2026-01-31              all tables, with that date in the reports
//   node test/bench/run.mjs --report kernel         those of one report, which is written; the other stays as it is
//   node test/bench/run.mjs bytes small             these tables only, printed instead of written
//
// It measures; it does not judge: whatever the figures, it succeeds. Only results that differ between cases make it fail.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { toMarkdown } from './report.mjs';

/** Reports with their tables and the sizes of these. */
const REPORTS = {
  scoring: {
    file: 'RESULTS.md',
    title: 'Benchmarks',
    note: 'Scores are drawn independently from a typical profile.',
    tables: [
      ['bytes', 1e7],
      ['numbers', 1e7],
      ['rows', 1e7],
      ['rows', 1e6],
      ['kinds', 1e6],
      ['small', 100],
      ['bootstrap', 2000],
      ['validation', 1e6],
    ],
  },
  kernel: {
    file: 'KERNEL.md',
    title: 'Benchmarks of the statistics kernel',
    note: 'The numbers are drawn independently, the same in every run.',
    tables: [
      ['quantiles', 1e6],
      ['correlations', 1e5],
      ['rankCorrelations', 1e4],
      ['correlationMatrix', 1e5],
      ['importance', 2000],
    ],
  },
  operations: {
    file: 'OPERATIONS.md',
    title: 'Benchmarks of operational metrics',
    note: [
      'The loops by hand read dates with `Date.parse`, count no exclusion, name no bad record and give no interval. For tickets',
      'there are two: the one by hand gathers events by ticket, puts them in order and looks for the solution that lasted, as any',
      'events need; the bare one relies on it that these events are in order and reopen nothing, and keeps no event.',
      'A million tickets have nearly four million events; in order of time there are a quarter of them, mixed.',
      'The customers are simulated from the model with the parameters published for CDNOW.',
    ].join('\n'),
    tables: [['operations', 1e6]],
  },
  accounts: {
    file: 'ACCOUNTS.md',
    title: 'Benchmarks of clustered answers',
    note: 'Memory grows with accounts, not with answers: rows are streamed and only the tally is held.',
    tables: [['clusters', 1e6]],
  },
  segments: {
    file: 'SEGMENTS.md',
    title: 'Benchmarks of segments and cubes',
    note: 'Every way computes the score of every cell; only the library also gives intervals, counts and what was left out.',
    tables: [
      ['segments', 1e5],
      ['segments', 1e6],
      ['segmentsLarge', 1e7],
    ],
  },
  priorities: {
    file: 'PRIORITIES.md',
    title: 'Benchmarks of priorities',
    note: 'The loops by hand draw the same weights and share no ties.',
    tables: [['priorities', 200]],
  },
  rewards: {
    file: 'REWARDS.md',
    title: 'Benchmarks of reward rules',
    note: 'All engines agree on which facts match. CEL errors where a fact is missing, which is caught here and matches nothing.',
    tables: [
      ['rewards', 1e5],
      ['rewardGrowth', 1e6],
    ],
  },
};

const { values, positionals } = parseArgs({
  options: { date: { type: 'string' }, report: { type: 'string' } },
  allowPositionals: true,
});
if (values.report !== undefined && !(values.report in REPORTS))
  throw new Error(`no report "${values.report}": ${Object.keys(REPORTS).join(', ')}`);
const worker = path.join(import.meta.dirname, 'worker.mjs');

function measure([name, size]) {
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
}

for (const [key, { file, title, note, tables }] of Object.entries(REPORTS)) {
  if (values.report !== undefined && values.report !== key) continue;
  const chosen = tables.filter(([name]) => positionals.length === 0 || positionals.includes(name));
  if (chosen.length === 0) continue;
  const loads = [os.loadavg()[0]];
  const measured = chosen.map(measure);
  loads.push(os.loadavg()[0]);
  const report = toMarkdown(measured, { title, note, date: values.date, loads });
  if (positionals.length === 0) writeFileSync(path.join(import.meta.dirname, file), report);
  process.stdout.write(report);
}
