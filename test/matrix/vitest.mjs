// Stands in for vitest where there is no vitest: collects the tests of a file and runs them one after the other.
// What is expected is judged by vitest's own `expect`.
import * as chai from 'chai';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  customMatchers,
} from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

/** vitest's `expect`, without what belongs to its runner. */
export const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
chai.expect.extend(expect, customMatchers);

const newSuite = (name, skipped) => ({ name, skipped, tests: [], before: [], after: [] });
let current = newSuite('', false);

/** Declares one test, with options or without: there is no time limit here. */
export function it(name, ...rest) {
  current.tests.push({ name, run: rest.find((argument) => typeof argument === 'function') });
}

/** Declares a group of tests. */
export function describe(name, declare) {
  const outer = current;
  current = newSuite(name, outer.skipped);
  declare();
  outer.tests.push(current);
  current = outer;
}

// As in vitest: rows are argument lists only where all of them are lists.
const each =
  (declare) =>
  (table) =>
  (name, ...rest) => {
    const run = rest.find((argument) => typeof argument === 'function');
    const rows = [...table];
    const lists = rows.every((row) => Array.isArray(row)) ? rows : rows.map((row) => [row]);
    for (const [index, list] of lists.entries()) declare(`${name} [${String(index)}]`, () => run(...list));
  };
it.each = each(it);
describe.each = each(describe);
describe.skipIf = (condition) => (name, declare) => {
  const { skipped } = current;
  current.skipped ||= Boolean(condition);
  describe(name, declare);
  current.skipped = skipped;
};

/** Runs before the tests of a group. */
export const beforeAll = (run) => current.before.push(run);
/** Runs after the tests of a group. */
export const afterAll = (run) => current.after.push(run);

async function runSuite(suite, trail, report) {
  if (!suite.skipped) for (const run of suite.before) await run();
  for (const test of suite.tests) {
    const name = [...trail, test.name].join(' > ');
    if (test.tests !== undefined) {
      await runSuite(test, [...trail, test.name], report);
      continue;
    }
    if (suite.skipped) {
      report.skipped += 1;
      continue;
    }
    try {
      await test.run();
      report.passed += 1;
    } catch (error) {
      report.failures.push(`${name}: ${String(error?.message ?? error)}`.slice(0, 600));
    }
  }
  if (!suite.skipped) for (const run of suite.after) await run();
}

/** Loads a file of tests and runs what it declares. */
export async function runFile(load) {
  const report = { passed: 0, skipped: 0, failures: [] };
  current = newSuite('', false);
  try {
    await load();
    await runSuite(current, [], report);
  } catch (error) {
    report.failures.push(`while the file is loaded: ${String(error?.stack ?? error)}`.slice(0, 900));
  }
  return report;
}
