/**
 * Reads the rules of a suite of JsonLogic cases, such as those of json-logic/compat-tables (Apache-2.0), and says how many agree, are told
 * to differ, or are refused: `npx tsx test/tools/jsonLogicSuite.mjs <file.json> …`.
 *
 * A suite is a list of `{ rule, data, result }`, with texts between them as headings.
 */
import { readFileSync } from 'node:fs';
import { evaluateCondition } from '../../src/rewards/conditions/evaluateCondition.ts';
import { fromJsonLogic } from '../../src/rewards/interchange/fromJsonLogic.ts';
import { isTruthy } from './jsonLogic.ts';

const counts = { cases: 0, agree: 0, unknownAsTold: 0, differAsTold: 0, refused: 0, wrong: 0 };
const refusals = {};
for (const file of process.argv.slice(2)) {
  for (const test of JSON.parse(readFileSync(file, 'utf8'))) {
    if (typeof test === 'string' || !('rule' in test)) continue;
    counts.cases++;
    const { ok, value, losses } = fromJsonLogic(test.rule);
    if (!ok) {
      counts.refused++;
      refusals[losses[0].code] = (refusals[losses[0].code] ?? 0) + 1;
      continue;
    }
    const { truth } = evaluateCondition(value, test.data ?? null);
    const codes = losses.map(({ code }) => code).filter((code) => code !== 'path-split');
    const isSame = !('error' in test) && truth === String(isTruthy(test.result));
    if (isSame) counts.agree++;
    else if (truth === 'unknown' && codes.length > 0) counts.unknownAsTold++;
    else if (codes.some((code) => code !== 'missing-is-unknown')) counts.differAsTold++;
    else counts.wrong++;
    if (!isSame) console.log(JSON.stringify({ rule: test.rule, data: test.data, result: test.result, truth, codes }));
  }
}
console.log(JSON.stringify({ ...counts, refusals }));
process.exitCode = counts.wrong > 0 ? 1 : 0;
