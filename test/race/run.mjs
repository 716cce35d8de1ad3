// Several processes with several connections each race for grants on a real PostgreSQL, and nothing is paid twice; then once more
// without protection, where it is. `node test/race/run.mjs [grants] [workers] [connections]`; needs `npm run build`.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [grants = 100_000, workers = 4, connections = 3] = process.argv.slice(2).map(Number);

/** Grants of the run without protection: as many as it takes to see what goes wrong. */
const CONTROL = 10_000;

/** What cannot hold there. */
const MUST_BREAK = [
  'every key once',
  'no cap exceeded',
  'every insight one verdict',
  'budget not exceeded',
  'budget row = sum of entries',
  'checkLedger',
];

/** Milliseconds after which one of the processes is killed. */
const KILLED_AFTER = 400;

const skip = (reason) => {
  console.log(`race: skipped, ${reason}`);
  process.exit(0);
};
if (!existsSync(new URL('../../dist/rewards/index.js', import.meta.url))) skip('there is no dist (npm run build)');
const pg = (await import('pg').catch(() => skip('pg is not installed (npm ci --prefix test/race)'))).default;
const { startServer } = await import('./server.mjs');
const { checkRace } = await import('./checks.mjs');
const { runBatch, schema } = await import('./host.mjs');
const { queuesOf, rulesFor, sizesFor, submissionsOf } = await import('./programme.mjs');

async function prepare(host, database, isProtected, { budget }) {
  const admin = new pg.Client({ host, database: 'postgres', user: 'race' });
  await admin.connect();
  await admin.query(`create database ${database}`);
  await admin.end();
  const client = new pg.Client({ host, database, user: 'race' });
  await client.connect();
  await client.query(schema(isProtected));
  const { id, unit, limit, overflow } = budget;
  await client.query('insert into budgets (id, unit, "limit", overflow) values ($1, $2, $3, $4)', [
    ...[id, unit, limit, overflow],
  ]);
  return client;
}

async function runLanes(request) {
  const file = fileURLToPath(new URL('lane.mjs', import.meta.url));
  const start = (worker) => fork(file, [JSON.stringify({ ...request, worker })]);
  const lanes = Array.from({ length: workers }, (_, worker) => start(worker));
  // One more does the work of the first, and is killed in the middle of it.
  const killed = start(0);
  const next = (lane) =>
    new Promise((resolve, reject) => {
      lane.once('message', resolve);
      lane.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
    });
  try {
    await Promise.all([...lanes, killed].map(next));
    const began = performance.now();
    const sums = lanes.map(next);
    for (const lane of [...lanes, killed]) lane.send('go');
    setTimeout(() => killed.kill('SIGKILL'), KILLED_AFTER);
    const done = await Promise.all(sums);
    const total = (figure) => done.reduce((sum, own) => sum + own[figure], 0);
    return {
      seconds: (performance.now() - began) / 1000,
      ...{ facts: total('facts'), batches: total('batches'), attempts: total('attempts') },
      most: Math.max(...done.map(({ most }) => most)),
    };
  } finally {
    for (const lane of [...lanes, killed]) lane.kill('SIGKILL');
  }
}

async function race(host, database, wanted, isProtected) {
  const size = 100;
  const sizes = sizesFor(wanted);
  const client = await prepare(host, database, isProtected, sizes);
  try {
    // Two verdicts on each of them are on their way.
    const waiting = { rules: rulesFor(wanted), facts: submissionsOf(sizes), asOf: '2026-10-31', isProtected };
    await runBatch(client, waiting, Math.random);
    const sum = await runLanes({ host, database, grants: wanted, size, workers, connections, isProtected });
    const distinct = queuesOf(sizes).reduce((count, queue) => count + queue.length, 0);
    const { grants: found, settled, checks } = await checkRace(client, wanted);
    console.log(
      `  ${distinct} facts, given out ${sum.facts} times in ${sum.batches} batches; ${found} grants, ${settled} settled; ` +
        `${sum.attempts} attempts, ${sum.attempts - sum.batches} conflicts retried (at most ${sum.most - 1} for one batch); ` +
        `${sum.seconds.toFixed(1)} s`,
    );
    return { grants: found, checks };
  } finally {
    await client.end();
  }
}

const server = await startServer();
if ('reason' in server) skip(server.reason);
const failures = [];
try {
  console.log(`race: ${server.version}, ${workers} processes with ${connections} connections each`);
  console.log('with unique keys and version checks:');
  const guarded = await race(server.host, 'guarded', grants, true);
  for (const { name, holds, found } of guarded.checks) {
    console.log(`  ${holds ? 'ok    ' : 'FAILED'} ${name}${holds ? '' : `: ${found}`}`);
    if (!holds) failures.push(name);
  }
  if (guarded.grants < grants) failures.push(`only ${guarded.grants} grants`);
  console.log('without them, to see that the race is one:');
  const open = await race(server.host, 'open', CONTROL, false);
  for (const { name, holds, found } of open.checks)
    console.log(`  ${holds ? 'holds ' : 'broken'} ${name}${holds ? '' : `: ${found}`}`);
  for (const name of MUST_BREAK)
    if (open.checks.find((check) => check.name === name)?.holds !== false)
      failures.push(`"${name}" held without protection`);
} finally {
  await server.stop();
}
console.log(failures.length === 0 ? 'race: passed' : `race: FAILED, ${failures.join('; ')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
