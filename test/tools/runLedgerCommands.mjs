/**
 * Runs commands on reward ledgers and a model of them, many more than the suite does:
 * `npx tsx test/tools/runLedgerCommands.mjs 1000000 [seed]`.
 */
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { ledgerProperty } from './ledgerCommands.ts';

const COMMANDS = Number(process.argv[2] ?? 1_000_000);
const SEED = Number(process.argv[3] ?? 1);
const KINDS = ['facts', 'advance', 'replay', 'rebuild', 'expire', 'redeem', 'transfer', 'restore', 'topUp'];
const tally = new Map();
const property = ledgerProperty(tally, 60);
const done = () => KINDS.reduce((sum, kind) => sum + (tally.get(kind) ?? 0), 0);
const started = performance.now();
let slowest = 0;
let told = 0;
for (let at = 0; done() < COMMANDS; at++) {
  const before = performance.now();
  const result = fc.check(property, { seed: SEED + at, numRuns: 1 });
  slowest = Math.max(slowest, performance.now() - before);
  if (result.failed) {
    console.log(`counterexample of seed ${SEED + at} after ${done()} commands, ${result.numShrinks} times shrunk:`);
    for (const part of result.counterexample ?? []) console.log(fc.stringify(part));
    console.log(result.errorInstance);
    process.exitCode = 1;
    break;
  }
  if (done() - told >= 10_000) {
    told = done();
    console.log(
      `${told} commands, seed ${SEED + at}, ${Math.round((performance.now() - started) / 1000)} s, slowest ledger ${Math.round(slowest)} ms`,
    );
  }
}
console.log(
  `${done()} commands from seed ${SEED}, slowest ledger ${Math.round(slowest)} ms:`,
  JSON.stringify(Object.fromEntries([...tally].sort())),
);
