import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vitest.config.js';

const config: ViteUserConfig = mergeConfig(base, {
  // Each worker is a process of its own that refuses `eval` and `new Function`.
  test: { pool: 'forks', execArgv: ['--disallow-code-generation-from-strings'] },
});

export default {
  ...config,
  test: {
    ...config.test,
    // Here, because `mergeConfig` would add to `include`. The probe proves that the workers do refuse.
    include: ['test/{unit,property,oracle}/**/*.test.ts', 'test/tools/noCodegen.probe.ts'],
  },
};
