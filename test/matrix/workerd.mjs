// The bundle of the suite as a worker, in workerd.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { WORKERD } from './runtimes.mjs';

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .suite)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const suite :Workerd.Worker = (
  modules = [(name = "suite", esModule = embed "bundle.mjs")],
  compatibilityDate = "2026-10-01",
);
`;

/** The report of one file; that workerd ends over it is a failure of that file. */
async function askFor(address) {
  try {
    const response = await fetch(address);
    const text = await response.text();
    return response.ok ? JSON.parse(text) : { passed: 0, skipped: 0, failures: [text.slice(0, 600)] };
  } catch (error) {
    return { passed: 0, skipped: 0, failures: [`workerd does not answer: ${String(error.cause ?? error)}`] };
  }
}

/** The version of workerd and a report of each file of the bundle, or why there is none. No flag of Node's is set. */
export async function runInWorkerd(bundle, count) {
  // npx does not pass on the descriptor on which workerd tells its port, so it only says where workerd is.
  const [npx, ...found] = WORKERD;
  const workerd =
    spawnSync(npx, [...found, 'sh', '-c', 'command -v workerd'], { encoding: 'utf8' }).stdout?.trim() || 'workerd';
  const told = spawnSync(workerd, ['--version'], { encoding: 'utf8' });
  if (told.status !== 0) return { skipped: 'the runtime cannot be had from the npm registry' };
  const config = path.join(path.dirname(bundle), 'suite.capnp');
  writeFileSync(config, CONFIG);
  const server = spawn(workerd, ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  try {
    const ended = once(server, 'exit').then(([code]) => Promise.reject(new Error(`workerd ends with ${String(code)}`)));
    ended.catch(() => undefined);
    const [line] = await Promise.race([once(createInterface({ input: server.stdio[3] }), 'line'), ended]);
    const origin = `http://127.0.0.1:${String(JSON.parse(line).port)}`;
    const reports = [];
    for (let index = 0; index < count; index += 1) reports.push(await askFor(`${origin}/?file=${String(index)}`));
    return { version: told.stdout.trim().replace('workerd ', ''), reports };
  } finally {
    server.kill();
  }
}
