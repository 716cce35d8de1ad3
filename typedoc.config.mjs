import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

// The entry points are those of the package: one list for the build, the tests and the reference.
const { exports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const entryPoints = Object.keys(exports)
  .filter((key) => key !== './package.json')
  .map((key) => (key === '.' ? 'src/index.ts' : `src/${key.slice(2)}/index.ts`));

// TypeDoc warns about a pattern that finds nothing, and warnings are errors here.
const projectDocuments = globSync('docs/guides/*.md', { cwd: import.meta.dirname }).sort();

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'cx-scoring',
  entryPoints,
  projectDocuments,
  tsconfig: 'tsconfig.json',
  out: 'site',
  readme: existsSync(new URL('README.md', import.meta.url)) ? 'README.md' : 'none',
  includeVersion: true,
  // The same source gives the same site, whatever the checkout.
  disableGit: true,
  disableSources: true,
  hideGenerator: true,
  customCss: 'docs/custom.css',
  navigation: { includeCategories: true, includeGroups: true },
  categorizeByGroup: false,
  excludePrivate: true,
  excludeInternal: true,
  highlightLanguages: ['typescript', 'javascript', 'json', 'bash', 'shell', 'sql', 'yaml', 'csv'],
  validation: {
    notExported: true,
    invalidLink: true,
    invalidPath: true,
    rewrittenLink: true,
    notDocumented: true,
    unusedMergeModuleWith: true,
  },
  requiredToBeDocumented: [
    'Module',
    'Enum',
    'EnumMember',
    'Variable',
    'Function',
    'Class',
    'Interface',
    'Property',
    'Method',
    'TypeAlias',
    'Accessor',
  ],
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
};
