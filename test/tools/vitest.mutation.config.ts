import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vitest.config.js';

const config: ViteUserConfig = mergeConfig(base, { test: { setupFiles: ['test/tools/fixedSeed.ts'] } });

export default {
  ...config,
  test: {
    ...config.test,
    // Vitest starts a fresh worker for every mutant; one for every test file of it besides would take most of the time.
    isolate: false,
    // The tests of one room, chosen by mutation.mjs. Here, because `mergeConfig` would add to `include`.
    include: (process.env['MUTATION_TESTS'] ?? 'test/{unit,property,oracle}/**/*.test.ts').split(','),
  },
};
