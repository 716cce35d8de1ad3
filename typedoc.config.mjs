import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

// The entry points are those of the package: one list for the build, the tests and the reference.
const { exports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const entryPoints = Object.keys(exports)
  .filter((key) => !key.endsWith('.json'))
  .map((key) => (key === '.' ? 'src/index.ts' : `src/${key.slice(2)}/index.ts`));

// The order in which to learn; a guide that is not named here comes after these.
const learningPath = [
  'getting-started',
  'reading-a-result',
  'small-b2b-samples',
  'from-respondents-to-accounts',
  'outreach-and-closed-loop',
  'silence-and-weights',
  'durations-and-business-time',
  'delivery',
  'service',
  'quotes-and-repairs',
  'behaviour-and-field-reports',
  'business-results',
  'predicting-customers',
  'why-the-interval',
  'comparing-results',
  'segments-and-dimensions',
  'comparing-segments',
  'protecting-respondents',
  'planning-a-sample',
  'charts',
  'input-and-errors',
  'targets-and-status',
  'priorities',
  'named-methods',
  'action-plan',
  'reviews-and-alerts',
  'measures-of-your-own',
  'nps-in-full',
  'csat-in-full',
  'effort-in-full',
  'other-perception-metrics',
  'metric-catalogue',
  'records-and-schemas',
  'statistics-kernel',
  'accuracy',
  'decisions',
  'glossary',
  'glossaire',
].map((name) => `docs/guides/${name}.md`);
const guides = globSync('docs/guides/*.md', { cwd: import.meta.dirname }).sort();
const projectDocuments = [...new Set([...learningPath.filter((guide) => guides.includes(guide)), ...guides])];

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
  categoryOrder: ['Guides', 'Metrics in full', 'Background', 'Start here', '*'],
  excludePrivate: true,
  excludeInternal: true,
  highlightLanguages: ['typescript', 'html', 'javascript', 'json', 'bash', 'shell', 'sql', 'yaml', 'csv'],
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
