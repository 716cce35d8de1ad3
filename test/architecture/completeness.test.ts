import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../tools/docBlocks.js';
import { hasRunningExample, names, readPublicNames, type PublicName } from '../tools/publicApi.js';

const textOf = (pattern: string): string =>
  globSync(pattern, { cwd: projectRoot })
    .map((file) => readFileSync(path.join(projectRoot, file), 'utf8'))
    .join('\n');

const exported = readPublicNames(projectRoot);
const front = exported.filter(({ entry }) => entry.name === 'index');
const functions = [
  ...new Map(exported.filter(({ isFunction }) => isFunction).map((item) => [`${item.declaredAt} ${item.name}`, item])),
].map(([, item]) => item);
const where = ({ name, declaredAt }: PublicName): string => `${name} (${declaredAt})`;

describe('the public names', () => {
  it('exist', () => {
    expect(functions.length).toBeGreaterThan(0);
  });

  it('of the front door are names of a room as well', () => {
    const inRooms = new Set(
      exported.filter(({ entry }) => entry.name !== 'index').map(({ name, declaredAt }) => `${name} ${declaredAt}`),
    );
    expect(front.filter(({ name, declaredAt }) => !inRooms.has(`${name} ${declaredAt}`)).map(where)).toEqual([]);
  });

  it('have a documentation comment, so that the reference has a page that says something', () => {
    expect([...new Set(exported.filter(({ comment }) => comment === '').map(where))]).toEqual([]);
  });
});

describe('every public function', () => {
  it('is tested by name', () => {
    const tests = textOf('test/{unit,property,oracle}/**/*.ts');
    expect(functions.filter(({ name }) => !names(tests, name)).map(where)).toEqual([]);
  });

  it('tells of each parameter and of what it returns', () => {
    const silent = functions.filter(({ undocumented }) => undocumented.length > 0);
    expect(silent.map((item) => `${where(item)}: ${item.undocumented.join(', ')}`)).toEqual([]);
  });

  it('has an example that runs and names it', () => {
    expect(functions.filter(({ comment, name }) => !hasRunningExample(comment, name)).map(where)).toEqual([]);
  });

  it('that computes or compares is told of in the guides', () => {
    const guides = textOf('docs/**/*.md');
    const told = functions.filter(({ name }) => /^(?:compute|compare)[A-Z]/.test(name));
    expect(told.filter(({ name }) => !names(guides, name)).map(where)).toEqual([]);
  });
});

describe('hasRunningExample', () => {
  const comment = (fence: string, code: string): string =>
    ['/**', ' * Text.', ' * @example', ` * \`\`\`${fence}`, ` * ${code}`, ' * ```', ' */'].join('\n');

  it.each([
    [comment('ts', 'f(1); // => 1'), true],
    [comment('ts no-run', 'f(1);'), false],
    [comment('sh', 'f(1);'), false],
    [comment('ts', "import { f } from 'a';"), false],
    [comment('ts', 'ff(1);'), false],
    [comment('ts', 'f(1);').replace('@example', '@remarks'), false],
  ])('judges %j', (text, expected) => {
    expect(hasRunningExample(text, 'f')).toBe(expected);
  });
});
