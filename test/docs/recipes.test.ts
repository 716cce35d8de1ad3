import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../tools/docBlocks.js';

interface Manifest {
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
}

const textOf = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const jsonOf = (file: string): unknown => JSON.parse(textOf(file));
const folders = globSync('examples/recipes/*/package.json', { cwd: projectRoot })
  .map((file) => path.basename(path.dirname(file)))
  .sort();

describe('the recipes', () => {
  it('are there', () => {
    expect(folders).toEqual(['hono', 'next', 'notebook', 'react', 'scripts', 'worker']);
  });

  it.each(folders)('%s is built and run by npm run recipes, and shown in the guide', (folder) => {
    expect(textOf('test/tools/recipes.mjs')).toMatch(new RegExp(`(?:name|folder): '${folder}'`));
    expect(textOf('docs/guides/recipes.md')).toContain(`\`examples/recipes/${folder}\``);
  });

  it.each(folders)('%s pins every package but the library', (folder) => {
    const {
      dependencies,
      devDependencies,
      private: kept,
    } = jsonOf(`examples/recipes/${folder}/package.json`) as Manifest;
    expect(kept).toBe(true);
    const ranges = { ...dependencies, ...devDependencies };
    expect(ranges['cx-scoring']).toMatch(/^\^\d/);
    const loose = Object.entries(ranges).filter(
      ([name, range]) => name !== 'cx-scoring' && !/^\d+(?:\.\d+)+$/.test(range),
    );
    expect(loose).toEqual([]);
  });

  it.each(folders)('%s has a lock file that names no registry, and no archive of the library', (folder) => {
    const { packages } = jsonOf(`examples/recipes/${folder}/package-lock.json`) as { packages: Record<string, Locked> };
    const { '': own, 'node_modules/cx-scoring': library, ...others } = packages;
    expect(own).toMatchObject({ dependencies: { 'cx-scoring': expect.stringMatching(/^\^/) as string } });
    expect(library).toBeDefined();
    expect(library?.integrity).toBeUndefined();
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(Object.entries(others).filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });
});
