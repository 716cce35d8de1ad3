// Writes docs/guides/metric-catalogue.md: npx tsx --tsconfig tsconfig.test.json test/tools/catalogue.ts
// A test compares the committed page with what this writes, so that the page cannot go stale.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { METRIC_CATALOGUE, type Direction, type MetricEntry, type MetricGroup } from '../../src/index.js';
import { projectRoot } from './docBlocks.js';

/** Path of the page from the project's root. */
export const CATALOGUE_PAGE = 'docs/guides/metric-catalogue.md';

/** Every group with its heading and what its metrics have in common; a new group must be placed here. */
const GROUPS: Readonly<Record<MetricGroup, readonly [heading: string, text: string]>> = {
  perception: ['Perception', 'What customers, partners and employees say.'],
  outreach: ['Outreach', 'How far the asking reaches, and what becomes of those who were unhappy.'],
  operational: ['Operational', 'How the company delivers, quotes, answers and repairs.'],
  behavioural: ['Behavioural', 'What customers and partners do.'],
  business: ['Business', 'Who stays, what it is worth and what it costs.'],
};

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  'higher-is-better': 'higher',
  'lower-is-better': 'lower',
  contextual: 'contextual',
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function entryRow({ id, names, formula, unit, direction, owner, source }: MetricEntry): readonly string[] {
  return [`\`${id}\``, names.en, names.fr, formula.en, unit, DIRECTIONS[direction], owner, source];
}

function groupSection([group, [heading, text]]: readonly [string, readonly [string, string]]): string {
  const rows = METRIC_CATALOGUE.filter((entry) => entry.group === group).map(entryRow);
  const head = ['id', 'English', 'French', 'formula', 'unit', 'good', 'owner', 'source'];
  return `## ${heading}\n\n${text}\n\n${table(head, rows)}\n`;
}

function targetRows(): (readonly string[])[] {
  return METRIC_CATALOGUE.flatMap(({ id, unit, exampleTargets }) =>
    (exampleTargets ?? []).map(({ value, label, source, note }) => {
      return [`\`${id}\``, String(value), unit, label.en, note?.en ?? '', source];
    }),
  );
}

/** The page as Markdown. */
export function cataloguePage(): string {
  return `---
title: Metric catalogue
category: Metrics in full
---

# Metric catalogue

<!-- Written by test/tools/catalogue.ts: change the catalogue, not this page. -->

The library knows ${String(METRIC_CATALOGUE.length)} metrics. Their ids stand in definitions, stored data and rules,
and never change. {@link cx-scoring!METRIC_CATALOGUE | METRIC_CATALOGUE} holds all of this as data, in English and
French, with the questions to ask besides; {@link cx-scoring!findMetric | findMetric} finds one metric and
{@link cx-scoring!filterMetrics | filterMetrics} those of a team or a group.

\`\`\`ts
import { filterMetrics, findMetric, METRIC_CATALOGUE } from 'cx-scoring';

METRIC_CATALOGUE.length; // => ${String(METRIC_CATALOGUE.length)}
findMetric('dispute-rate')?.formula.fr.split('\\u202f')[0]; // => 'factures en litige rapportées aux factures émises dans la même période'
filterMetrics({ group: 'operational', owner: 'finance' }).map(({ id }) => id); // => ['dispute-rate', 'credit-note-rate']
\`\`\`

A unit \`share\` is 0..1, \`points\` are −100..100, \`money\` is in minor units of the currency. A metric that can be
counted or taken by amount has one id: the row describes the count, and its formula names the other form.
"Contextual" means that neither way is good: such a metric gets no status. The owner is the role that usually answers
for a metric, nothing more.

${Object.entries(GROUPS).map(groupSection).join('\n')}
## Example targets

Values that a source names. They are examples, never defaults: of most metrics no comparable figure exists, and your
own history or your contract is the better target.

${table(['metric', 'value', 'unit', 'called', 'holds', 'source'], targetRows())}
`;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(path.join(projectRoot, CATALOGUE_PAGE), cataloguePage());
}
