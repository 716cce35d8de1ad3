// Set by mutation.mjs: one room, or files of it.
const room = process.env.MUTATION_ROOM;
const mutate = process.env.MUTATION_FILES?.split(',');
if (room === undefined || mutate === undefined) throw new Error('run this by: npm run mutation -- <room>');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './test/tools/strykerTables.mjs'],
  ignorers: ['tables'],
  vitest: { configFile: 'test/tools/vitest.mutation.config.ts', related: false },
  mutate: [...mutate, '!src/**/index.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: `reports/mutation/${room}.incremental.json`,
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['dist', 'site', 'coverage', 'reports', 'test/bench', 'docs'],
  // Only what survives is printed; the whole of it is in the files below.
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, skipFull: true },
  htmlReporter: { fileName: `reports/mutation/${room}.html` },
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  thresholds: { high: 95, low: 92, break: 90 },
  timeoutMS: 10_000,
  checkers: [],
  allowEmpty: false,
};
