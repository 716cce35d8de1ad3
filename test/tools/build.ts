import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { entries } from './entries.js';

/** Builds `dist` where it is absent, incomplete or older than what it is made of. */
export function ensureBuilt(root: string): void {
  const built = entries.flatMap(({ output }) =>
    ['.js', '.cjs', '.d.ts', '.d.cts'].map((suffix) => path.join(root, 'dist', output + suffix)),
  );
  built.push(path.join(root, 'dist/reward-rules.schema.json'), path.join(root, 'dist/llms.txt'));
  const sources = ['package.json', 'tsup.config.ts', 'tsconfig.json', ...globSync('src/**/*.ts', { cwd: root })];
  const newest = Math.max(...sources.map((file) => statSync(path.join(root, file)).mtimeMs));
  if (built.every((file) => existsSync(file) && statSync(file).mtimeMs >= newest)) return;
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'pipe' });
}
