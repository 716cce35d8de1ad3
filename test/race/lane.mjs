// One worker process with several connections, each of which goes through its own batches.
import { compileRules } from '../../dist/rewards/index.js';
import pg from 'pg';
import { runBatch } from './host.mjs';
import { batchesOf, queuesOf, rulesFor, sizesFor } from './programme.mjs';

const { host, database, grants, size, worker, workers, connections, isProtected } = JSON.parse(process.argv[2]);
const rules = compileRules(rulesFor(grants));
const lanes = batchesOf(queuesOf(sizesFor(grants)), workers * connections, size);
const own = lanes.slice(worker * connections, (worker + 1) * connections);
const clients = own.map(() => new pg.Client({ host, database, user: 'race' }));
await Promise.all(clients.map((client) => client.connect()));
process.send('ready');
await new Promise((resolve) => process.once('message', resolve));
const sum = { facts: 0, batches: 0, attempts: 0, most: 0 };
await Promise.all(
  own.map(async (batches, at) => {
    for (const facts of batches) {
      const request = { rules, facts, asOf: '2026-10-31', isProtected };
      const attempts = await runBatch(clients[at], request, Math.random);
      sum.facts += facts.length;
      sum.batches += 1;
      sum.attempts += attempts;
      sum.most = Math.max(sum.most, attempts);
    }
  }),
);
await Promise.all(clients.map((client) => client.end()));
process.send(sum, () => process.disconnect());
