import fc from 'fast-check';

// The same examples for every mutant: otherwise luck would decide whether one survives.
fc.configureGlobal({ seed: 42, numRuns: 25 });
