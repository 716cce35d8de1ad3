// Mutation testing, room by room: `npm run mutation`, `npm run mutation -- statistics`, or a part of a room under a name of
// its own: `npm run mutation -- metrics perception 'src/metrics/perception/*.ts'`. Prints the mutants that no test notices;
// mutationReport.mjs makes a table of all runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { TABLES } from './mutationTables.mjs';

const root = path.join(import.meta.dirname, '../..');
const judged = ['core', 'statistics', 'measures', 'metrics', 'rewards'];

const [chosen, part, ...patterns] = process.argv.slice(2);
const rooms = chosen === undefined ? judged.filter((room) => existsSync(path.join(root, 'src', room))) : [chosen];

/** What a module imports of the project; a test imports what the modules of tests that it imports do. */
function importsOf(file) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const own = [...text.matchAll(/ from '(\.[^']+)\.js'/g)].map(
    ([, specifier]) => `${path.posix.join(path.posix.dirname(file), specifier)}.ts`,
  );
  return own.flatMap((other) => (other.startsWith('test/') ? [other, ...importsOf(other)] : [other]));
}

/**
 * The tests of files of a room: for each file those nearest to it, which import it or, where none does, its importers.
 * Property tests do not judge: with all mutants in the code they take minutes, and what they notice may hang on the seed.
 */
function testsOf(room, files) {
  const candidates = globSync([`test/unit/${room}/**/*.test.ts`, 'test/oracle/**/*.test.ts'], { cwd: root }).filter(
    // What runs in a process of its own runs without the mutant.
    (file) => !readFileSync(path.join(root, file), 'utf8').includes("'node:child_process'"),
  );
  const imports = new Map(
    [...candidates, ...globSync('src/**/*.ts', { cwd: root })].map((file) => [file, importsOf(file)]),
  );
  const importersOf = (file) => [...imports.keys()].filter((other) => imports.get(other).includes(file));
  const nearest = (reached) => {
    const importers = [...new Set(reached.flatMap(importersOf))];
    const tests = importers.filter((file) => candidates.includes(file));
    const further = importers.filter((file) => !reached.includes(file));
    return tests.length > 0 || further.length === 0 ? tests : nearest([...reached, ...further]);
  };
  return [...new Set(files.flatMap((file) => nearest([file])))].sort();
}

// A table that is gone must not stay excused: another constant might take its name.
const stale = TABLES.filter(({ file, constant }) => {
  const source = path.join(root, file);
  return !existsSync(source) || !readFileSync(source, 'utf8').includes(`const ${constant}:`);
});
for (const { file, constant } of stale)
  console.error(`mutationTables.mjs names ${constant} of ${file}, which is not there`);
if (stale.length > 0) process.exit(1);

const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');

/** Forgets what an earlier run found of the mutants `again` names, so that the next one judges them anew. */
function forget(report, again) {
  const file = path.join(root, `reports/mutation/${report}.incremental.json`);
  if (!existsSync(file)) return 0;
  const results = JSON.parse(readFileSync(file, 'utf8'));
  let forgotten = 0;
  for (const source of Object.values(results.files)) {
    const kept = source.mutants.filter((mutant) => !again(mutant));
    forgotten += source.mutants.length - kept.length;
    source.mutants = kept;
  }
  writeFileSync(file, JSON.stringify(results));
  return forgotten;
}

function mutateOnce(env) {
  const options = ['run', 'test/tools/stryker.config.mjs'];
  return spawnSync(process.execPath, [stryker, ...options], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

let failed = false;
for (const room of rooms) {
  const files = globSync(part === undefined ? `src/${room}/**/*.ts` : patterns, {
    cwd: root,
    ignore: 'src/**/index.ts',
  });
  const tests = testsOf(room, files);
  const report = part === undefined ? room : `${room}.${part}`;
  if (tests.length === 0) {
    console.error(`${report}: there are no such files, or they have no tests`);
    failed = true;
    continue;
  }
  console.log(`${report}: ${files.length} files, ${tests.length} test files`);
  const env = {
    ...process.env,
    MUTATION_REPORT: report,
    MUTATION_FILES: files.sort().join(','),
    MUTATION_TESTS: tests.join(','),
  };
  // Stryker cannot see that a test has changed, only that one has come: what survived may not survive now.
  forget(report, ({ status }) => status !== 'Killed');
  // What runs while a file is loaded takes all tests to judge, which is slow. Most such code also runs within a test, so
  // that those tests are asked first, and all tests only about what is left.
  let { status } = mutateOnce({ ...env, MUTATION_STATIC: 'ignore' });
  const left = forget(report, (mutant) => mutant.static === true && !['Killed', 'Timeout'].includes(mutant.status));
  if (left > 0) ({ status } = mutateOnce(env));
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
