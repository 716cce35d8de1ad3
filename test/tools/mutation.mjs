// Mutation testing, room by room: `npm run mutation`, `npm run mutation -- statistics`, or a part of a room:
// `npm run mutation -- metrics 'src/metrics/perception/*.ts'`. Prints the mutants that no test notices.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { TABLES } from './mutationTables.mjs';

const root = path.join(import.meta.dirname, '../..');
const judged = ['core', 'statistics', 'measures', 'metrics', 'rewards'];

const [chosen, ...files] = process.argv.slice(2);
const rooms = chosen === undefined ? judged.filter((room) => existsSync(path.join(root, 'src', room))) : [chosen];

/** The tests of a room: its unit tests, and the tests by topic that import something of it. */
function testsOf(room) {
  const byTopic = globSync('test/{property,oracle}/**/*.test.ts', { cwd: root }).filter((file) =>
    readFileSync(path.join(root, file), 'utf8').includes(`/src/${room}/`),
  );
  return [...globSync(`test/unit/${room}/**/*.test.ts`, { cwd: root }), ...byTopic].sort();
}

// A table that is gone must not stay excused: another constant might take its name.
const stale = TABLES.filter(({ file, constant }) => {
  const source = path.join(root, file);
  return !existsSync(source) || !readFileSync(source, 'utf8').includes(`const ${constant}:`);
});
for (const { file, constant } of stale)
  console.error(`mutationTables.mjs names ${constant} of ${file}, which is not there`);
if (stale.length > 0) process.exit(1);

let failed = false;
for (const room of rooms) {
  const tests = testsOf(room);
  if (!existsSync(path.join(root, 'src', room)) || tests.length === 0) {
    console.error(`${room}: there is no such room, or it has no tests`);
    failed = true;
    continue;
  }
  console.log(`${room}: ${tests.length} test files`);
  const env = {
    ...process.env,
    MUTATION_ROOM: room,
    MUTATION_FILES: files.length > 0 ? files.join(',') : `src/${room}/**/*.ts`,
    MUTATION_TESTS: tests.join(','),
  };
  const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', 'test/tools/stryker.config.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
