/**
 * Gives hostile documents to parseRewardRules, many more than the suite does: `npx tsx test/tools/fuzzRewards.mjs 1000000 [seed]`.
 */
import { performance } from 'node:perf_hooks';
import { fuzzOnce } from './fuzzRewards.ts';
import { drawFrom } from './randomConditions.ts';

const DOCUMENTS = Number(process.argv[2] ?? 1_000_000);
const SEED = Number(process.argv[3] ?? 1);
const told = { accepted: 0, refused: 0 };
const codes = {};
let slowest = 0;
for (let at = 0; at < DOCUMENTS; at++) {
  const started = performance.now();
  const { accepted, issues } = fuzzOnce(drawFrom(SEED + at));
  slowest = Math.max(slowest, performance.now() - started);
  told[accepted ? 'accepted' : 'refused']++;
  for (const { code } of issues) codes[code] = (codes[code] ?? 0) + 1;
  if ((at + 1) % 10_000 === 0) console.log(`${at + 1} documents, slowest ${Math.round(slowest)} ms`);
}
console.log(
  `${DOCUMENTS} documents from seed ${SEED}:`,
  JSON.stringify({ ...told, slowestMs: Math.round(slowest), codes }),
);
