import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../tools/build.js';
import { projectRoot } from '../tools/docBlocks.js';
import { entries } from '../tools/entries.js';

/** Runs a command and gives what it printed; what it printed is the message when it fails. */
function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

const typescript = path.join(projectRoot, 'node_modules/typescript/bin/tsc');
const importAll = entries.map(({ specifier }, index) => `import * as entry${String(index)} from '${specifier}';`);
const useAll = `export const all: readonly object[] = [${entries.map((_, index) => `entry${String(index)}`).join(', ')}];`;
const useOne = [
  `import { computeNps } from 'cx-scoring';`,
  'export const value: number | null = computeNps([10, 9, 8, 6]).value;',
  '// @ts-expect-error a number is no list of answers',
  'computeNps(10);',
];
const consumer = [...importAll, ...useOne, useAll, ''].join('\n');

describe('the package', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cx-scoring-package-'));
  let packed: string[] = [];

  beforeAll(() => {
    ensureBuilt(projectRoot);
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const [tarball] = JSON.parse(run('npm', args, projectRoot)) as { filename: string; files: { path: string }[] }[];
    packed = tarball?.files.map((file) => file.path) ?? [];
    writeFileSync(path.join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
    const file = `./${tarball?.filename ?? ''}`;
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', file], folder);
    copyFileSync(path.join(projectRoot, 'test/tools/smoke.mjs'), path.join(folder, 'smoke.mjs'));
  }, 300_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the licence, the words for people, the manifest and dist, and nothing else', () => {
    const others = packed.filter((file) => !file.startsWith('dist/'));
    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
  });

  it('holds in dist the entry points, their shared parts and nothing else', () => {
    const formats = ['.js', '.cjs', '.d.ts', '.d.cts'];
    const wanted = entries.flatMap(({ output }) => formats.map((format) => `dist/${output}${format}`));
    const shared = /^dist\/(?:chunk-[A-Z0-9]{8}\.c?js|[\w/-]+-[\w-]{8}\.d\.c?ts)$/;
    const inDist = packed.filter((file) => file.startsWith('dist/'));
    const schema = 'dist/reward-rules.schema.json';
    expect(inDist.filter((file) => !shared.test(file)).sort()).toEqual([...wanted, schema, 'dist/llms.txt'].sort());
  });

  it('works installed, imported and required', () => {
    expect(run(process.execPath, ['smoke.mjs'], folder)).toContain(
      `${String(entries.length)} entry points work on Node`,
    );
  });

  it('works where text cannot become code', () => {
    const flag = '--disallow-code-generation-from-strings';
    expect(run(process.execPath, [flag, 'smoke.mjs'], folder)).toContain('entry points work on Node');
  });

  it.each([
    ['node16', 'consumer.mts'],
    ['node16', 'consumer.cts'],
    ['bundler', 'consumer.ts'],
  ])(
    'has types for module resolution %s in %s',
    (resolution, file) => {
      writeFileSync(path.join(folder, file), consumer);
      const module = resolution === 'bundler' ? 'esnext' : 'node16';
      const options = `--strict --noEmit --target es2022 --lib es2022,dom --skipLibCheck false --module ${module}`;
      const args = [...options.split(' '), '--moduleResolution', resolution, file];
      expect(run(process.execPath, [typescript, ...args], folder)).toBe('');
    },
    120_000,
  );

  it('has types that need nothing but the language, zod apart', () => {
    const plain = entries.filter(({ name }) => name !== 'schemas');
    const files = plain.map(({ name, specifier }) => {
      writeFileSync(path.join(folder, `plain-${name}.mts`), `export * from '${specifier}';\n`);
      return `plain-${name}.mts`;
    });
    const options = '--strict --noEmit --target es2022 --lib es2022 --skipLibCheck false --module node16';
    expect(run(process.execPath, [typescript, ...options.split(' '), ...files], folder)).toBe('');
  }, 120_000);

  it('stays below its ceilings and keeps zod behind its own door', () => {
    expect(run(process.execPath, ['test/tools/size.mjs'], projectRoot)).not.toBe('');
  });
});
