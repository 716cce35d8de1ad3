// Builds and runs the projects of examples/recipes against the packed library, each in a copy outside the project.
//
//   node test/tools/recipes.mjs                 all of them; `dist` must be built
//   node test/tools/recipes.mjs hono deno       these only
//   node test/tools/recipes.mjs --report        the results go to docs/guides/runtimes.md as well
//
// The lock files of the recipes pin everything but the library, which is the one that was just packed. A recipe whose
// runtime or packages cannot be had is skipped with a line that says so; one that builds wrongly or prints wrongly fails.
import { spawnSync } from 'node:child_process';
import { cpSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fetchProblem, lastLine, today } from '../matrix/outcome.mjs';
import { keepResults } from '../matrix/page.mjs';
import { BUN, DENO } from '../matrix/runtimes.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const recipes = path.join(root, 'examples/recipes');

/** What a script prints for answers.csv, worked out by hand: 5 − 2 of 9, 3 − 1 of 5 and 2 − 1 of 4. */
const SCRIPT_OUTPUT = /^All: \+33\.3 .*9 answers\)\nDE: \+40\.0 .*5 answers\)\nFR: \+25\.0 .*4 answers\)\n$/;

/** Name of a recipe, its folder, what it needs, and how it is built and checked. */
const RECIPES = [
  { name: 'hono', steps: [['npm', 'run', 'build'], ['npm', 'run', 'check']] },
  { name: 'react', steps: [['npm', 'run', 'build'], ['npm', 'run', 'check']] },
  { name: 'next', steps: [['npm', 'run', 'build'], ['npm', 'run', 'check']] },
  { name: 'worker', steps: [['npm', 'run', 'build'], ['npm', 'run', 'check']] },
  { name: 'notebook', steps: [['npm', 'run', 'check']] },
  {
    name: 'deno',
    folder: 'scripts',
    runtime: [...DENO, '--version'],
    steps: [[...DENO, 'run', '--allow-read=.', 'score.deno.ts', 'answers.csv']],
    prints: SCRIPT_OUTPUT,
  },
  {
    name: 'bun',
    folder: 'scripts',
    runtime: [...BUN, '--version'],
    steps: [[...BUN, 'score.bun.ts', 'answers.csv']],
    prints: SCRIPT_OUTPUT,
  },
]; // prettier-ignore

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { report: { type: 'boolean', default: false }, date: { type: 'string', default: today() } },
});
const unknown = wanted.filter((name) => !RECIPES.some((recipe) => recipe.name === name));
if (unknown.length > 0) {
  console.error(`no recipe ${unknown.join(', ')}; there are ${RECIPES.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const work = mkdtempSync(path.join(tmpdir(), 'cx-scoring-recipes-'));
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', CI: '1' };
delete env.FORCE_COLOR;
const run = ([command, ...args], cwd) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 900_000 });
  return { ok: status === 0, stdout: stdout ?? '', said: `${stdout ?? ''}${stderr ?? ''}` };
};
const elapsed = (since) => `${String(Math.round((performance.now() - since) / 1000))} s`;

const packed = run(['npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', work], root);
if (!packed.ok || !existsSync(path.join(root, 'dist/index.js'))) {
  console.error(`the library cannot be packed; run npm run build first\n${packed.said}`);
  process.exit(1);
}
const tarball = path.join(work, packed.stdout.trim().split('\n').at(-1));

/** A copy of a recipe whose `cx-scoring` is the packed one, with all packages of its lock file. */
const installed = new Map();
function install(folder) {
  const before = installed.get(folder);
  if (before !== undefined) return before;
  const copy = path.join(work, folder);
  const isSource = (file) => !/^(?:node_modules|dist|\.next)$/.test(path.basename(file));
  cpSync(path.join(recipes, folder), copy, { recursive: true, filter: isSource });
  copyFileSync(tarball, path.join(copy, 'cx-scoring.tgz'));
  const local = 'file:cx-scoring.tgz';
  const change = (name, edit) => {
    const file = path.join(copy, name);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    edit(content);
    writeFileSync(file, JSON.stringify(content, null, 2));
  };
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  change('package.json', ({ dependencies }) => (dependencies['cx-scoring'] = local));
  change('package-lock.json', ({ packages }) => {
    packages[''].dependencies['cx-scoring'] = local;
    const { version, dependencies } = manifest;
    Object.assign(packages['node_modules/cx-scoring'], { version, dependencies, resolved: local });
  });
  const result = { copy, ...run(['npm', 'ci', '--no-audit', '--no-fund'], copy) };
  installed.set(folder, result);
  return result;
}

/** Runs one recipe: its state and a line about it. */
function tryRecipe({ name, folder = name, runtime, steps, prints }) {
  const since = performance.now();
  if (runtime !== undefined && !run(runtime, work).ok) {
    return { state: 'skipped', line: 'its runtime cannot be had from the npm registry' };
  }
  const { ok, said, copy } = install(folder);
  const problem = ok ? null : fetchProblem(said);
  if (problem !== null)
    return { state: 'skipped', line: `its packages cannot be had from the npm registry: ${problem}` };
  if (!ok) return { state: 'failed', line: `npm ci\n${said}` };
  let output = '';
  for (const step of steps) {
    const done = run(step, copy);
    output = done.stdout;
    if (!done.ok) return { state: 'failed', line: `${step.join(' ')}\n${done.said}` };
  }
  if (prints !== undefined && !prints.test(output)) return { state: 'failed', line: `prints\n${output}` };
  const line = prints === undefined ? lastLine(output) : 'prints the scores worked out by hand';
  return { state: 'passed', line: `${line} (${elapsed(since)})` };
}

const results = [];
for (const recipe of RECIPES) {
  if (wanted.length > 0 && !wanted.includes(recipe.name)) continue;
  const result = tryRecipe(recipe);
  results.push({ name: recipe.name, ...result });
  console.log(`${recipe.name}: ${result.state}: ${result.line}`);
}
rmSync(work, { recursive: true, force: true });

const count = (state) => results.filter((result) => result.state === state).length;
console.log(`recipes: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
if (options.report) {
  const order = RECIPES.map(({ name }) => name);
  keepResults('recipes', results, options.date, order);
}
process.exit(count('failed') > 0 ? 1 : 0);
