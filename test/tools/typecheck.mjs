// Type-checks the library and everything around it. The library is emitted to a temporary folder, because
// with `--noEmit` TypeScript does not report what `isolatedDeclarations` forbids.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const out = mkdtempSync(path.join(tmpdir(), 'cx-scoring-types-'));
const tsc = path.join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
let failed = false;
for (const args of [
  ['-p', 'tsconfig.json', '--outDir', out],
  ['-p', 'tsconfig.test.json'],
]) {
  const run = spawnSync(process.execPath, [tsc, ...args], { stdio: 'inherit' });
  failed ||= run.status !== 0;
}
rmSync(out, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
