import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from '../../vitest.config.js';

const config: ViteUserConfig = mergeConfig(base, { test: { setupFiles: ['test/tools/fixedSeed.ts'] } });

const costs = ['/test/unit/', '/test/oracle/', '/test/property/'];
const costOf = ({ moduleId }: TestSpecification): number => costs.findIndex((folder) => moduleId.includes(folder));

/** Quick tests first: the first failure ends the run of a mutant. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((a, b) => costOf(a) - costOf(b) || (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

export default {
  ...config,
  test: {
    ...config.test,
    // Vitest starts a fresh worker for every mutant; one for every test file of it besides would take most of the time.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    // The tests of one room, chosen by mutation.mjs. Here, because `mergeConfig` would add to `include`.
    include: (process.env['MUTATION_TESTS'] ?? 'test/{unit,property,oracle}/**/*.test.ts').split(','),
  },
};
