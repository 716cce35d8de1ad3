import fc from 'fast-check';

// The same examples for every mutant: otherwise luck would decide whether one survives.
fc.configureGlobal({ seed: 42, numRuns: 25 });

// All test files of a run share a worker, and Stryker adds up what each of them reports: let each report only its own.
// Otherwise the limit at which an endless loop is stopped lies far too high.
const { __stryker__: stryker } = globalThis as {
  __stryker__?: { mutantCoverage?: { static: object; perTest: object } };
};
if (stryker?.mutantCoverage) Object.assign(stryker.mutantCoverage, { static: {}, perTest: {} });
