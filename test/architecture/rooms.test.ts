import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../tools/docBlocks.js';
import { entries } from '../tools/entries.js';
import { circles, forbiddenForms, forbiddenImports, impurities } from '../tools/houseRules.js';
import { parseModule, readModules } from '../tools/sourceModules.js';

const LONGEST_FILE = 220;
const LONG_FILE = 180;

const modules = readModules(projectRoot);
const folders = (folder: string): string[] =>
  readdirSync(path.join(projectRoot, folder), { withFileTypes: true })
    .filter((child) => child.isDirectory())
    .flatMap((child) => [`${folder}/${child.name}`, ...folders(`${folder}/${child.name}`)]);
const rooms = folders('src').filter((folder) => folder.split('/').length === 2);

describe('the house', () => {
  it('has no empty room or folder', () => {
    const empty = folders('src').filter((folder) => !modules.some(({ file }) => file.startsWith(`${folder}/`)));
    expect(empty).toEqual([]);
  });

  it('gives each room a door of its own, listed in the exports of package.json', () => {
    expect(entries.map(({ source }) => source).sort()).toEqual(
      ['src/index.ts', ...rooms.map((room) => `${room}/index.ts`)].sort(),
    );
    expect(entries.filter(({ source }) => !existsSync(path.join(projectRoot, source)))).toEqual([]);
  });

  it('opens the front door with named re-exports only', () => {
    const front = modules.find(({ file }) => file === 'src/index.ts');
    const others = front?.source.statements.filter(
      (statement) =>
        !ts.isExportDeclaration(statement) ||
        statement.moduleSpecifier === undefined ||
        statement.exportClause === undefined ||
        !ts.isNamedExports(statement.exportClause),
    );
    expect(others?.map((statement) => statement.getText())).toEqual([]);
  });

  it('imports along the arrows only', () => {
    expect(modules.flatMap(forbiddenImports)).toEqual([]);
  });

  it('imports files that exist', () => {
    const files = new Set(modules.map(({ file }) => file));
    const missing = modules.flatMap(({ file, links }) =>
      links.filter(({ target }) => target !== undefined && !files.has(target)).map(({ text }) => `${file}: ${text}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no circles between files', () => {
    expect(circles(modules)).toEqual([]);
  });

  it('depends on nothing but its arguments', () => {
    expect(modules.flatMap(impurities)).toEqual([]);
  });

  it('has no classes, enums, default exports or state of a module', () => {
    expect(modules.flatMap(forbiddenForms)).toEqual([]);
  });

  it(`keeps a file below ${String(LONGEST_FILE)} lines`, () => {
    // A door is a table of contents, as long as its room is rich.
    const files = modules.filter(({ file }) => !file.endsWith('/index.ts'));
    const long = files.filter(({ lines }) => lines > LONG_FILE).sort((a, b) => b.lines - a.lines);
    const list = long.map(({ file, lines }) => `${file}: ${String(lines)} lines`);
    if (list.length > 0) console.warn(`files above ${String(LONG_FILE)} lines:\n${list.join('\n')}`);
    expect(list.slice(0, long.filter(({ lines }) => lines > LONGEST_FILE).length)).toEqual([]);
  });
});

describe('the rules of the house', () => {
  it.each([
    ['src/core/a.ts', "import { b } from '../statistics/b.js';", 'core may not import statistics'],
    ['src/core/a.ts', "import type { b } from '../statistics/b.js';", 'core may not import types of statistics'],
    ['src/core/a.ts', "export { b } from '../statistics/b.js';", 'core may not import statistics'],
    ['src/core/a.ts', "type A = import('../statistics/b.js').B;", 'core may not import types of statistics'],
    ['src/metrics/perception/a.ts', "import { b } from '../../accounts/b.js';", 'metrics may not import accounts'],
    ['src/sources/a.ts', "import { b } from '../metrics/b.js';", 'sources may not import metrics'],
    ['src/charts/a.ts', "import { type B, c } from '../metrics/b.js';", 'charts may not import metrics'],
    ['src/core/a.ts', "import { b } from '../index.js';", 'nothing imports the front door'],
    ['src/core/a.ts', "import { b } from './b';", 'ends in .js'],
    ['src/core/a.ts', "import { b } from '../../test/b.js';", 'leaves src'],
    ['src/core/a.ts', "import { b } from 'node:fs';", 'only relative imports'],
    ['src/core/a.ts', "const b = await import('lodash');", 'only relative imports'],
    ['src/core/a.ts', "import * as z from 'zod/mini';", 'zod belongs in src/schemas'],
    ['src/schemas/a.ts', "import { z } from 'zod/mini';", 'zod belongs in src/schemas'],
    ['src/schemas/a.ts', "import * as z from 'zod';", 'zod belongs in src/schemas'],
    ['src/index.ts', "export { b } from './statistics/b.js';", 'statistics is reached by its subpath only'],
    ['src/attic/a.ts', '', 'room "attic" has no place'],
  ])('refuse in %s: %s', (file, text, message) => {
    expect(forbiddenImports(parseModule(file, text)).join()).toContain(message);
  });

  it.each([
    ['src/core/a.ts', "import { b } from './b.js';"],
    ['src/metrics/perception/a.ts', "import { b } from '../../core/b.js';"],
    ['src/sources/a.ts', "import type { B } from '../metrics/b.js';"],
    ['src/charts/a.ts', "import { type B } from '../reviews/b.js';"],
    ['src/schemas/a.ts', "import * as z from 'zod/mini';"],
    ['src/index.ts', "export { b } from './metrics/b.js';"],
  ])('allow in %s: %s', (file, text) => {
    expect(forbiddenImports(parseModule(file, text))).toEqual([]);
  });

  it('see a circle, of types too', () => {
    const a = parseModule('src/core/a.ts', "import type { b } from './b.js';");
    const b = parseModule('src/core/b.ts', "export { a } from './a.js';");
    expect(circles([a, b])).toEqual(['src/core/a.ts -> src/core/b.ts -> src/core/a.ts']);
    expect(circles([a, parseModule('src/core/b.ts', '')])).toEqual([]);
  });

  it.each([
    ['Math.random()', 'Math.random'],
    ["Math['random']()", 'Math.random'],
    ['Date.now()', 'Date.now'],
    ['new Date(0)', 'new Date'],
    ['Date()', 'Date()'],
    ["a.localeCompare('b')", '.localeCompare'],
    ['a.toLocaleString()', '.toLocaleString'],
    ["eval('1')", 'eval'],
    ["new Function('1')", 'Function'],
    ['process.env', 'process'],
    ['globalThis.x', 'globalThis'],
    ['performance.now()', 'performance'],
    ['console.log(1)', 'console'],
    ['new Intl.NumberFormat()', 'Intl.NumberFormat without a locale'],
  ])('see what is impure in %s', (code, what) => {
    expect(impurities(parseModule('src/core/a.ts', `const a = ${code};`))).toEqual([`src/core/a.ts:1: ${what}`]);
  });

  it.each(['/** Math.random() */ const a = 1;', 'const a = { process: 1 }.process;', "new Intl.NumberFormat('fr');"])(
    'leave %s alone',
    (code) => {
      expect(impurities(parseModule('src/core/a.ts', code))).toEqual([]);
    },
  );

  it.each([
    ['export class A {}', 'class'],
    ['enum A { B }', 'enum'],
    ['export default 1;', 'default export'],
    ['export default function a() {}', 'default export'],
    ['let a = 1;', 'module-level let or var'],
  ])('refuse %s', (code, what) => {
    expect(forbiddenForms(parseModule('src/core/a.ts', code))).toEqual([`src/core/a.ts:1: ${what}`]);
  });

  it('allow let inside a function and a default clause', () => {
    const code = 'function a(b) { let c = 0; switch (b) { default: c = 1; } return c; }';
    expect(forbiddenForms(parseModule('src/core/a.ts', code))).toEqual([]);
  });
});
