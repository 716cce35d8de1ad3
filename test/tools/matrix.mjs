// Runs the smoke test of `dist` on every runtime we support. Each runtime is an npm package, fetched by npx once.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const smoke = path.join(import.meta.dirname, 'smoke.mjs');
const node = (version) => ['-y', '-p', `node@${version}`, '--', 'node', smoke];
const runtimes = {
  'Node 20': node('20'),
  'Node 22': node('22'),
  'Node 24': node('24'),
  Bun: ['-y', 'bun@1.4.5', smoke],
  Deno: ['-y', 'deno@2.9.6', 'run', '-A', smoke],
};

const wanted = process.argv.slice(2);
const chosen = Object.entries(runtimes).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const failed = [];
for (const [name, args] of chosen) {
  const { status, stdout, stderr } = spawnSync('npx', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const ok = status === 0 && stdout.includes(`entry points work on ${name}`);
  console.log(`${name}: ${ok ? stdout.trim() : `FAILED\n${stdout}${stderr}`}`);
  if (!ok) failed.push(name);
}
if (chosen.length === 0) console.error(`unknown runtime; there are ${Object.keys(runtimes).join(', ')}`);
process.exit(chosen.length === 0 || failed.length > 0 ? 1 : 0);
