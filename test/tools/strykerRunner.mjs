// A test runner for Stryker that runs the tests within its own process. Vitest starts a worker for every mutant, which takes
// most of the time; here the tests stay loaded, and a mutant costs what its tests cost.
//
// Serves what these tests use of Vitest: `describe` and `it`, both with `each` and `skipIf`, and `expect`. Whatever else a
// test asks for fails the run.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { build } from 'esbuild';
import * as fastCheck from 'fast-check';
import { expect } from 'vitest';

/** What the first run without a mutant found of each test; for the processes that Stryker starts later. */
const FOUND = '.found.json';
const LOADING = 'loading';

/** Endless loops are told by counting, not by the clock: on a busy machine the clock would call slow tests endless. */
const STEPS = { factor: 50, least: 500_000 };

// The same examples for every mutant: otherwise luck would decide whether one survives.
fastCheck.default.configureGlobal({ seed: 42, numRuns: 25 });

/** How many milliseconds of tests a mutant is worth; what the slower tests alone would notice then counts as surviving. */
const BUDGET = Number(process.env.MUTATION_BUDGET ?? Infinity);

const stryker = (globalThis.__stryker__ ??= {});
const require = createRequire(import.meta.url);

/** Prepares a source: says where it lies, which bundling would change, and lets Stryker's helpers count quickly. */
function prepare(file) {
  return readFileSync(file, 'utf8')
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
    .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
    .replaceAll(/(stryCov_\w+)\(("\d+"(?:, "\d+")*)\)/g, (_call, name, ids) => `${name}(${ids.replaceAll('"', '')})`)
    .replace(
      'function cover() {',
      'function cover() { if (ns.hits) for (var k = 0; k < arguments.length; k++) ns.hits[arguments[k]]++; return;',
    )
    .replace(
      'function isActive(id) {',
      `function isActive(id) { if (++ns.steps > ns.stepLimit) throw new Error('too many steps');`,
    );
}

/** What was hit since the last call, by mutant. */
function takeHits() {
  const hits = {};
  stryker.hits.forEach((count, id) => count > 0 && (hits[id] = count));
  stryker.hits.fill(0);
  return hits;
}

/** Bundles all tests into one script, in which each test file is loaded on demand. */
async function bundle(files) {
  const loaders = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(path.resolve(file))})`);
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = { ${loaders.join(',\n')} };`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    plugins: [
      {
        name: 'prepare',
        setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, ({ path }) => ({ contents: prepare(path), loader: 'ts' })),
      },
    ],
  });
  return new vm.Script(`(function (module, require) {${outputFiles[0].text}\n})`, { filename: 'tests.cjs' });
}

/** Fills the values of a row into the title of `each`, as far as titles here make use of it. */
function titleOf(title, row, at) {
  const fields = title.replaceAll('%#', String(at)).replaceAll(/\$(\w+)/g, (whole, name) => row[0]?.[name] ?? whole);
  const wanted = fields.match(/%[sdifjo]/g)?.length ?? 0;
  return format(fields, ...row.slice(0, wanted));
}

/** What the test files import as `vitest`; `add` is told of each test. */
function vitestFor(add) {
  let names = [];
  const bodyOf = (parts) => parts.find((part) => typeof part === 'function');
  const describe = (name, body) => {
    const outer = names;
    names = [...outer, name];
    body();
    names = outer;
  };
  const it = (name, ...parts) => add([...names, name].join(' '), bodyOf(parts));
  const eachOf = (declare) => (rows) => {
    // As Vitest does: a list among other values is a value itself.
    const areRows = rows.every(Array.isArray);
    const declareAll = (title, ...parts) => {
      for (const [at, value] of rows.entries()) {
        const row = areRows ? value : [value];
        declare(titleOf(title, row, at), () => bodyOf(parts)(...row));
      }
    };
    return declareAll;
  };
  const skipIfOf = (declare) => (condition) => (condition ? () => undefined : declare);
  return {
    describe: Object.assign(describe, { each: eachOf(describe), skipIf: skipIfOf(describe) }),
    it: Object.assign(it, { each: eachOf(it), skipIf: skipIfOf(it) }),
    expect,
  };
}

class InProcessRunner {
  #files = process.env.MUTATION_TESTS.split(',');
  /** By id of a test, how long it took and how many steps. */
  #found;

  #script;
  #loaders;
  #vitest;
  #tests = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#script = await bundle(this.#files);
  }

  /** Forgets what is loaded: a mutant of what runs while a file is loaded needs it loaded anew. */
  #reload() {
    const module = {};
    const vitest = {};
    this.#script.runInThisContext()(module, (name) =>
      name === 'vitest' ? vitest : name === 'fast-check' ? fastCheck : require(name),
    );
    this.#loaders = module.exports;
    this.#vitest = vitest;
    this.#tests = new Map();
  }

  /** The tests of a file by id. */
  #load(file) {
    let tests = this.#tests.get(file);
    if (tests === undefined) {
      tests = new Map();
      const add = (name, body) => {
        let id = `${file}#${name}`;
        for (let copy = 2; tests.has(id); copy++) id = `${file}#${name} (${copy})`;
        tests.set(id, { id, name, file, body });
      };
      Object.assign(this.#vitest, vitestFor(add));
      this.#loaders[file]();
      this.#tests.set(file, tests);
    }
    return tests;
  }

  async #run({ body }) {
    expect.setState({ assertionCalls: 0, expectedAssertionsNumber: null });
    stryker.steps = 0;
    try {
      await body();
      const { assertionCalls, expectedAssertionsNumber: expected } = expect.getState();
      if (expected !== null && expected !== assertionCalls) return `${assertionCalls} assertions, not ${expected}`;
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  async dryRun() {
    Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, steps: 0, stepLimit: Infinity });
    stryker.hits = new Float64Array(100_000);
    const tests = [];
    const perTest = {};
    this.#found = {};
    try {
      this.#reload();
      const loaded = this.#files.map((file) => this.#load(file));
      this.#found[LOADING] = { steps: stryker.steps };
      const atLoad = takeHits();
      for (const file of loaded) {
        for (const test of file.values()) {
          const start = process.cpuUsage();
          const failureMessage = await this.#run(test);
          const timeSpentMs = process.cpuUsage(start).user / 1000;
          this.#found[test.id] = { timeSpentMs, steps: stryker.steps };
          const { id, name } = test;
          perTest[id] = takeHits();
          const result = { id, name, timeSpentMs, fileName: path.resolve(test.file) };
          tests.push(failureMessage === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage });
        }
      }
      writeFileSync(FOUND, JSON.stringify(this.#found));
      return { status: 'complete', tests, mutantCoverage: { static: atLoad, perTest } };
    } catch (error) {
      return { status: 'error', errorMessage: error.stack };
    } finally {
      stryker.hits = undefined;
    }
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, reloadEnvironment }) {
    this.#found ??= JSON.parse(readFileSync(FOUND, 'utf8'));
    // A mutant may give a test another title.
    const found = (id) => this.#found[id] ?? { timeSpentMs: 0, steps: 0 };
    const stepLimitOf = (id) => STEPS.least + STEPS.factor * found(id).steps;
    const stepLimit = stepLimitOf(LOADING);
    Object.assign(stryker, { activeMutant: undefined, hitCount: 0, hitLimit, steps: 0, stepLimit });
    if (mutantActivation === 'static') stryker.activeMutant = activeMutant.id;
    const endless = () => stryker.hitCount > hitLimit || stryker.steps > stryker.stepLimit;
    let tests;
    try {
      if (reloadEnvironment || this.#loaders === undefined) this.#reload();
      const files = testFilter ? new Set(testFilter.map((id) => id.split('#')[0])) : this.#files;
      const loaded = new Map([...files].flatMap((file) => [...this.#load(file)]));
      tests = testFilter ? testFilter.map((id) => loaded.get(id)).filter(Boolean) : [...loaded.values()];
    } catch (error) {
      if (endless()) return { status: 'timeout', reason: error.message };
      return { status: 'killed', killedBy: [], failureMessage: error.message, nrOfTests: 0 };
    }
    stryker.activeMutant = activeMutant.id;
    // Quick tests first: the first failure decides.
    tests.sort((a, b) => found(a.id).timeSpentMs - found(b.id).timeSpentMs);
    let nrOfTests = 0;
    let spent = 0;
    for (const test of tests) {
      spent += found(test.id).timeSpentMs;
      if (nrOfTests > 0 && spent > BUDGET) break;
      nrOfTests++;
      stryker.stepLimit = stepLimitOf(test.id);
      const failureMessage = await this.#run(test);
      if (endless()) return { status: 'timeout', reason: 'too many steps' };
      if (failureMessage !== null) return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
