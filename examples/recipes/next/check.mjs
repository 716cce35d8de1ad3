// Starts the built application and sends its form, as a browser without JavaScript would.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A port that nobody listens on. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const port = await freePort();
const origin = `http://127.0.0.1:${String(port)}/`;
const start = ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)];
const server = spawn(process.execPath, start, {
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
/** The page, as soon as the server answers. */
const firstPage = async () => {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    try {
      return await (await fetch(origin)).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  throw new Error('the server does not answer within a minute');
};
const unescaped = (text) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

try {
  const page = await firstPage();
  const send = async (answers) => {
    const form = new FormData();
    for (const [field] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
      form.append(/name="([^"]*)"/.exec(field)?.[1] ?? '', unescaped(/value="([^"]*)"/.exec(field)?.[1] ?? ''));
    }
    form.append('answers', answers);
    const response = await fetch(origin, { method: 'POST', body: form, headers: { origin: origin.slice(0, -1) } });
    assert.equal(response.status, 200);
    return response.text();
  };
  // Six promoters and two detractors of ten.
  assert.match(await send('10, 9, 9, 8, 7, 10, 6, 9, 3, 10'), /<output>[^<]*\+40\.0[^<]*10 answers[^<]*<\/output>/);
  assert.match(await send(''), /<output>[^<]*no data[^<]*<\/output>/);
  assert.match(await send('10, twelve'), /<p role="alert">CX_[A-Z_]+: computeNps/);
  console.log('the server action scores a form, and says what it refuses: 3 submissions');
} finally {
  server.kill();
}
