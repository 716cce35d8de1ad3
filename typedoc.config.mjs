import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { MODULES, sitePlugin } from './test/tools/sitePlugin.mjs';

// The entry points are those of the package: one list for the build, the tests and the reference.
const { exports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const entryPoints = Object.keys(exports)
  .filter((key) => !key.endsWith('.json'))
  .map((key) => (key === '.' ? 'src/index.ts' : `src/${key.slice(2)}/index.ts`));

// The order in which to learn, by section of the navigation. A guide that is not named here comes after those of its own category.
const learningPath = {
  'First steps': ['getting-started', 'reading-a-result', 'recipes', 'newcomers-hour'],
  Concepts: [
    'small-b2b-samples',
    'why-the-interval',
    'from-respondents-to-accounts',
    'silence-and-weights',
    'targets-and-status',
    'missing-data-in-rules',
    'measures-of-your-own',
  ],
  'Guides: collect and score': [
    'planning-a-sample',
    'outreach-and-closed-loop',
    'delivery',
    'service',
    'durations-and-business-time',
    'quotes-and-repairs',
    'behaviour-and-field-reports',
    'business-results',
    'predicting-customers',
    'records-and-schemas',
  ],
  'Guides: compare and decide': [
    'comparing-results',
    'segments-and-dimensions',
    'comparing-segments',
    'protecting-respondents',
    'priorities',
    'named-methods',
    'action-plan',
    'charts',
    'reviews-and-alerts',
  ],
  'Guides: reward': [
    'writing-a-reward-rule',
    'the-four-mechanics',
    'caps-and-budgets',
    'embedding-rewards',
    'rules-from-a-query-builder',
  ],
  Reference: [
    'metric-catalogue',
    'nps-in-full',
    'csat-in-full',
    'effort-in-full',
    'other-perception-metrics',
    'input-and-errors',
    'statistics-kernel',
    'accuracy',
    'runtimes',
    'glossary',
  ],
  'Decisions and project': ['decisions', 'README', 'CHANGELOG', 'CONTRIBUTING', 'SECURITY'],
  'En français': [
    'accueil',
    'demarrer',
    'petits-echantillons-b2b',
    'des-repondants-aux-comptes',
    'ecrire-une-regle-de-recompense',
    'glossaire',
  ],
};
const guides = globSync('docs/guides/*.md', { cwd: import.meta.dirname }).sort();
const ordered = Object.values(learningPath)
  .flat()
  .flatMap((name) => (/^[A-Z]+$/.test(name) ? [`${name}.md`, `docs/${name}.md`] : [`docs/guides/${name}.md`]))
  .filter((file) => existsSync(new URL(file, import.meta.url)));
const projectDocuments = [...new Set([...ordered, ...guides])];

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'cx-scoring',
  entryPoints,
  projectDocuments,
  plugin: [sitePlugin(learningPath)],
  tsconfig: 'tsconfig.json',
  out: 'site',
  readme: 'docs/landing.md',
  includeVersion: true,
  // The same source gives the same site, whatever the checkout.
  disableGit: true,
  disableSources: true,
  hideGenerator: true,
  customCss: 'docs/custom.css',
  customJs: 'docs/web/site.js',
  // The words of guides are found as well; the index is loaded when the search is opened.
  searchInDocuments: true,
  // Who asks in words wants a guide before a property of that name.
  searchGroupBoosts: { Documents: 8 },
  navigation: { includeCategories: true, includeGroups: true },
  categorizeByGroup: false,
  categoryOrder: [
    ...Object.keys(learningPath).flatMap((section) => (section === 'Reference' ? [section, MODULES] : [section])),
    '*',
  ],
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
