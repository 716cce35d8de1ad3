import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { globSync } from 'tinyglobby';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../tools/docBlocks.js';

const update = process.env['UPDATE_OUTPUT'] === '1';
const names = globSync('examples/*.ts', { cwd: projectRoot })
  .map((file) => path.basename(file, '.ts'))
  .sort();
const outputOf = (name: string): string => path.join(projectRoot, 'examples/output', `${name}.txt`);

function expectOutput(name: string, printed: string): void {
  const file = outputOf(name);
  if (update) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, printed);
  }
  const advice =
    'look at what it prints, then keep it with UPDATE_OUTPUT=1 npx vitest run test/docs/exampleFiles.test.ts';
  expect(existsSync(file), `examples/output/${name}.txt is missing: ${advice}`).toBe(true);
  expect(printed, `examples/${name}.ts prints something else than before: ${advice}`).toBe(readFileSync(file, 'utf8'));
}

describe('the files of examples', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('exist, the demonstration among them', () => {
    expect(names).toContain('demo');
  });

  it.each(names)('%s prints what it printed', async (name) => {
    const lines: string[] = [];
    for (const method of ['log', 'info', 'warn', 'error'] as const) {
      vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
        lines.push(`${format(...values)}\n`);
      });
    }
    await import(path.join(projectRoot, 'examples', `${name}.ts`));
    const printed = lines.join('');
    expect(printed, `examples/${name}.ts prints nothing`).not.toBe('');
    expectOutput(name, printed);
  });

  it('are run by the demo script as well', () => {
    const printed = execFileSync('npm', ['run', '--silent', 'demo'], { cwd: projectRoot, encoding: 'utf8' });
    expectOutput('demo', printed);
  });

  it('leave no output without an example', () => {
    const kept = globSync('examples/output/*', { cwd: projectRoot }).map((file) => path.basename(file, '.txt'));
    expect(kept.filter((name) => !names.includes(name))).toEqual([]);
  });
});
