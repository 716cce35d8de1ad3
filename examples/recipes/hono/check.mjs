// Starts the server and asks it. Six promoters, two detractors, ten answers: 40.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const server = spawn(process.execPath, ['dist/server.js'], {
  env: { ...process.env, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = await once(server.stdout, 'data');
  const origin = /http:\/\/\S+/.exec(String(line))?.[0];
  assert.ok(origin, `the server says where it listens, not ${String(line)}`);
  const ask = async (body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${origin}/nps`, { method: 'POST', headers, body });
    return [response.status, await response.json()];
  };

  const [status, { result, words }] = await ask('{"answers":[10,9,9,8,7,10,6,9,3,10,null]}');
  assert.equal(status, 200);
  assert.equal(result.value, 40);
  assert.deepEqual([result.promoters, result.passives, result.detractors], [6, 2, 2]);
  assert.equal(result.sampleSize, 10);
  assert.equal(result.excluded.missing, 1);
  assert.match(words, /40/);

  assert.deepEqual((await ask('{"answers":[]}'))[1].result.value, null);
  const [refused, { code, message }] = await ask('{"answers":[10],"confidence":95}');
  assert.equal(refused, 422);
  assert.match(code, /^CX_/);
  assert.match(message, /computeNps: .*confidence.*95/);
  assert.equal((await ask('{"answers":[11]}'))[0], 422);
  assert.equal((await ask('{"answers":"10"}'))[0], 400);
  assert.equal((await ask('{'))[0], 400);
  console.log('POST /nps scores, and refuses what it must: 6 requests');
} finally {
  server.kill();
}
