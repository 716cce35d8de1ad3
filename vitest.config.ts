import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { docExamples } from './test/tools/docExamples.js';
import { entries } from './test/tools/entries.js';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  plugins: [docExamples(root)],
  resolve: {
    // Regular expressions, because a plain string alias for the root would also catch the subpaths.
    alias: entries.map((entry) => ({
      find: new RegExp(`^${entry.specifier}$`),
      replacement: `${root}${entry.source}`,
    })),
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', '**/node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Modules hold no state (a test of the architecture keeps that), so files may share them: a sixth of the time.
    isolate: false,
    // The script `coverage` runs the tests of behaviour only: what a documentation example
    // or the installed package happens to execute is not thereby tested.
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/index.ts'],
      reporter: ['text', 'html'],
      thresholds: { branches: 98, functions: 98, lines: 98, statements: 98 },
    },
  },
});
