import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRIC_CATALOGUE } from '../../src/index.js';
import { CATALOGUE_PAGE, cataloguePage } from '../tools/catalogue.js';
import { projectRoot } from '../tools/docBlocks.js';

const page = readFileSync(path.join(projectRoot, CATALOGUE_PAGE), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

describe('the page of the metric catalogue', () => {
  it('is what the catalogue says; otherwise run npx tsx --tsconfig tsconfig.test.json test/tools/catalogue.ts', () => {
    expect(page).toBe(cataloguePage());
  });

  it('has one row for each metric, with all its columns, and one for each example target', () => {
    const metrics = rows.filter((row) => row.split('|').length === 10);
    expect(metrics.map((row) => row.split('`')[1])).toEqual(METRIC_CATALOGUE.map(({ id }) => id));
    const targets = METRIC_CATALOGUE.flatMap(({ id, exampleTargets }) => (exampleTargets ?? []).map(() => id));
    expect(rows.filter((row) => row.split('|').length === 8).map((row) => row.split('`')[1])).toEqual(targets);
    expect(rows.length).toBe(METRIC_CATALOGUE.length + targets.length);
  });
});
