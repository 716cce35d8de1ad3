// Serves the bundle with workerd, the runtime of Cloudflare's workers, and asks it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createInterface } from 'node:readline';

// A port of the system's choice, told on descriptor 3.
const serve = ['serve', 'worker.capnp', '--socket-addr=http=127.0.0.1:0', '--control-fd=3'];
const server = spawn('node_modules/.bin/workerd', serve, {
  stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
});
try {
  const [line] = await once(createInterface({ input: server.stdio[3] }), 'line');
  const { port } = JSON.parse(line);
  const ask = async (query) => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/?${query}`);
    return [response.status, await response.json()];
  };
  // Six promoters and two detractors of ten.
  const [status, { result, words }] = await ask('answers=10,9,9,8,7,10,6,9,3,10');
  assert.equal(status, 200);
  assert.equal(result.value, 40);
  assert.match(words, /\+40\.0 .*10 answers/);
  assert.match((await ask('answers=10,9,9,8,7,10,6,9,3,10&locale=fr'))[1].words, /\+40,0/);
  assert.equal((await ask(''))[1].result.value, null);
  const [refused, { code }] = await ask('answers=11');
  assert.equal(refused, 422);
  assert.match(code, /^CX_/);
  const size = Math.round(statSync('dist/worker.js').size / 1000);
  console.log(`the worker answers 4 requests in workerd; its bundle has ${String(size)} kB`);
} finally {
  server.kill();
}
