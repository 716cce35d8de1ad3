import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../tools/docBlocks.js';

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const pages = ['docs/CONTRIBUTING.md', 'docs/SECURITY.md', '.changeset/README.md'];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('names files that exist', () => {
    // `src/metrics/<group>/` stands for several.
    const named = [...text.matchAll(/`((?:src|test|docs|examples|\.changeset|\.ci)\/[^`\s<]*)`/g)].map(
      (found) => found[1] ?? '',
    );
    expect(
      named.filter((file) => globSync(file.replace(/\/$/, '/*'), { cwd: projectRoot, dot: true }).length === 0),
    ).toEqual([]);
  });

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^):#]+)(?:#[^)]*)?\)/g)].map((found) => found[1] ?? '');
    const from = path.join(projectRoot, path.dirname(page));
    expect(links.filter((link) => !existsSync(path.resolve(from, link)))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const named = [...text.matchAll(/`npm run ([\w:-]+)/g)].map((found) => found[1] ?? '');
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});
