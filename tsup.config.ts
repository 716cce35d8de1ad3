import { defineConfig } from 'tsup';
import { entries } from './test/tools/entries.js';

export default defineConfig({
  entry: Object.fromEntries(entries.map((entry) => [entry.output, entry.source])),
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  // tsup 8.5 sets baseUrl for the declarations, which TypeScript 6 rejects unless told otherwise.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  // Shared chunks in both formats: without them each CJS entry would carry its own copy of everything.
  splitting: true,
  treeshake: true,
  clean: true,
});
