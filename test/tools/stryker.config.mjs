// Set by mutation.mjs: the name of the report, and the files of a room or of a part of it.
const report = process.env.MUTATION_REPORT;
const mutate = process.env.MUTATION_FILES?.split(',');
if (report === undefined || mutate === undefined) throw new Error('run this by: npm run mutation -- <room>');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'in-process',
  plugins: ['./test/tools/strykerRunner.mjs', './test/tools/strykerPlugins.mjs'],
  ignorers: ['tables', 'casts'],
  mutate: [...mutate, '!src/**/index.ts'],
  coverageAnalysis: 'perTest',
  ignoreStatic: process.env.MUTATION_STATIC === 'ignore',
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  incremental: true,
  incrementalFile: `reports/mutation/${report}.incremental.json`,
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['dist', 'site', 'coverage', 'reports', 'test/bench', 'docs'],
  // Only what survives is printed, and how far the run is; the whole of it is in the files below.
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, skipFull: true },
  htmlReporter: { fileName: `reports/mutation/${report}.html` },
  jsonReporter: { fileName: `reports/mutation/${report}.json` },
  thresholds: { high: 95, low: 92, break: 90 },
  // The runner counts steps; the clock is for what has none to count, and must not call a busy machine endless.
  timeoutMS: 120_000,
  timeoutFactor: 5,
  checkers: [],
  allowEmpty: false,
};
