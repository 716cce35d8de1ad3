// Runs the tests on every runtime we support: the smoke test of `dist` and the unit, property and oracle tests of `src`.
//
//   node test/tools/matrix.mjs                    all runtimes; `dist` must be built
//   node test/tools/matrix.mjs 'Node 24' Bun      these only
//   node test/tools/matrix.mjs --smoke            the smoke test only, where there is one
//   node test/tools/matrix.mjs --only statistics  only files of tests whose path holds this
//   node test/tools/matrix.mjs --report           the results go to docs/guides/runtimes.md as well
//
// Node, Bun and Deno run vitest; Chromium and workerd run the same files in one bundle (test/matrix). Each runtime is an
// npm package, fetched by npx once, Chromium apart; where one cannot be had, a line says so and it is skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { bundleTests } from '../matrix/bundle.mjs';
import { runInChromium } from '../matrix/chromium.mjs';
import { importsOf, MACHINE, needing, PROGRAMS } from '../matrix/needs.mjs';
import { lastLine, today } from '../matrix/outcome.mjs';
import { keepResults } from '../matrix/page.mjs';
import { BUN, DENO, nodeOf } from '../matrix/runtimes.mjs';
import { runInWorkerd } from '../matrix/workerd.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    smoke: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    report: { type: 'boolean', default: false },
    date: { type: 'string', default: today() },
  },
});

const RUNTIMES = {
  'Node 20': { command: nodeOf(20) },
  'Node 22': { command: nodeOf(22) },
  'Node 24': { command: nodeOf(24) },
  'Node 26': { command: nodeOf(26) },
  Bun: { command: BUN, flags: ['--bun'], leaveOut: PROGRAMS },
  Deno: { command: DENO, flags: ['run', '-A', '--no-lock'], leaveOut: PROGRAMS },
  Chromium: { bundled: runInChromium, leaveOut: MACHINE },
  workerd: { bundled: runInWorkerd, leaveOut: MACHINE },
};
const unknown = wanted.filter((name) => !(name in RUNTIMES));
if (unknown.length > 0 || !existsSync(path.join(root, 'dist/index.js'))) {
  const there = Object.keys(RUNTIMES).join(', ');
  console.error(
    unknown.length > 0 ? `no runtime ${unknown.join(', ')}; there are ${there}` : 'run npm run build first',
  );
  process.exit(1);
}

const work = mkdtempSync(path.join(tmpdir(), 'cx-scoring-matrix-'));
const files = globSync('test/{unit,property,oracle}/**/*.test.ts', { cwd: root })
  .filter((file) => file.includes(options.only))
  .sort();
const imports = options.smoke ? new Map() : await importsOf(files);
const leftOutOf = (kind) => (kind === undefined ? [] : needing(imports, kind));

const run = ([command, ...args]) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 3_600_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { ok: status === 0, stdout: stdout ?? '', said: `${stdout ?? ''}${stderr ?? ''}` };
};

/** The smoke test and then vitest in a runtime that has a file system. */
function runVitest(name, { command, flags = [], leaveOut }) {
  if (!run([...command, '--version']).ok) {
    return { state: 'skipped', line: 'the runtime cannot be had from the npm registry' };
  }
  const direct = flags.filter((flag) => flag !== '--bun');
  const smoke = run([...command, ...direct, path.join(root, 'test/tools/smoke.mjs')]);
  const version = /entry points work on \w+ (\S+)/.exec(smoke.stdout)?.[1];
  if (!smoke.ok || version === undefined) return { state: 'failed', line: `smoke test\n${smoke.said}` };
  if (options.smoke) return { state: 'passed', version, line: smoke.stdout.trim() };

  const report = path.join(work, `${name}.json`);
  const leftOut = leftOutOf(leaveOut);
  const filters = options.only === '' ? ['test/unit/', 'test/property/', 'test/oracle/'] : files;
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...filters,
    ...leftOut.flatMap((out) => ['--exclude', out.name]),
  ];
  const suite = run([...command, ...flags, ...vitest, '--reporter=json', `--outputFile=${report}`]);
  if (!existsSync(report)) return { state: 'failed', version, line: `vitest\n${suite.said}` };
  const { numPassedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    const lines = failed.map(({ fullName, failureMessages }) =>
      `${fullName}: ${failureMessages[0] ?? ''}`.slice(0, 600),
    );
    return status === 'failed' && failed.length === 0 ? [`${file}: ${message}`] : lines;
  });
  if (!suite.ok && failures.length === 0) failures.push(`vitest says no more than: ${lastLine(suite.said)}`);
  return counted({ passed: numPassedTests, skipped: numPendingTests, failures, version, leftOut });
}

/** The smoke test and the suite in one bundle, in a runtime without files. */
async function runBundle(name, { bundled, leaveOut }) {
  if (options.smoke) return { state: 'skipped', line: 'its smoke test is part of the bundle' };
  const leftOut = leftOutOf(leaveOut);
  const bundle = path.join(work, 'bundle.mjs');
  const names = await bundleTests(
    files.filter((file) => !leftOut.some((out) => out.name === file)),
    bundle,
  );
  const { skipped, version, reports } = await bundled(bundle, names.length);
  if (skipped !== undefined) return { state: 'skipped', line: skipped };
  const failures = reports.flatMap((report, index) => report.failures.map((failure) => `${names[index]}: ${failure}`));
  const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
  return counted({ passed: sum('passed'), skipped: sum('skipped'), failures, version, leftOut });
}

/** Counts in words. */
function counted({ passed, skipped, failures, version, leftOut }) {
  const total = passed + failures.length;
  const words = [`${String(passed)} of ${String(total)} tests`];
  if (leftOut.length > 0) words.push(`${String(leftOut.length)} files left out`);
  if (skipped > 0) words.push(`${String(skipped)} tests without their data`);
  const tests = words.join(', ');
  const state = failures.length > 0 || total === 0 ? 'failed' : 'passed';
  return { state, version, tests, line: [tests, ...failures.slice(0, 20)].join('\n  ') };
}

const results = [];
for (const [name, runtime] of Object.entries(RUNTIMES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const since = performance.now();
  const result = await (runtime.bundled === undefined ? runVitest(name, runtime) : runBundle(name, runtime));
  const seconds = Math.round((performance.now() - since) / 1000);
  results.push({ name, ...result });
  console.log(`${name} ${result.version ?? ''}: ${result.state}, ${String(seconds)} s: ${result.line}`);
}
rmSync(work, { recursive: true, force: true });

const count = (state) => results.filter((result) => result.state === state).length;
console.log(`matrix: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
if (options.report && !options.smoke && options.only === '') {
  const leftOut = leftOutOf(MACHINE);
  const elsewhere = new Set(leftOutOf(PROGRAMS).map((out) => out.name));
  const told = leftOut.map((out) => ({
    ...out,
    line: `${out.line}${elsewhere.has(out.name) ? '; left out of Bun and Deno too' : ''}`,
  }));
  keepResults('leftOut', told, options.date, told.map((out) => out.name)); // prettier-ignore
  keepResults('matrix', results, options.date, Object.keys(RUNTIMES));
}
process.exit(count('failed') > 0 ? 1 : 0);
