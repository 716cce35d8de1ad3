/**
 * Checks the exports of conditions against the engines of others, where they are installed: `npx tsx test/tools/exportIdentity.mjs 50000`.
 *
 * Not part of the suite, which checks fewer conditions with an evaluator of its own.
 */
import { createRequire } from 'node:module';
import { evaluateCondition } from '../../src/rewards/conditions/evaluateCondition.ts';
import { toCel } from '../../src/rewards/interchange/toCel.ts';
import { toJsonLogic } from '../../src/rewards/interchange/toJsonLogic.ts';
import { evaluateJsonLogic, isTruthy } from './jsonLogic.ts';
import { drawFrom, randomCondition, randomData } from './randomConditions.ts';

const RULES = Number(process.argv[2] ?? 50_000);
const SEED = Number(process.argv[3] ?? 1);
const benchRequire = createRequire(new URL('../bench/package.json', import.meta.url));

/** An engine as a function of formula and data, or null where it is not installed. */
async function engine(title, load) {
  try {
    return { title, run: await load(), wrong: 0, thrown: 0, first: null };
  } catch (error) {
    console.log(`${title}: skipped, ${error.message.split('\n')[0]}`);
    return null;
  }
}

const jsonLogicEngines = [
  { title: 'own evaluator', run: (formula, data) => isTruthy(evaluateJsonLogic(formula, data)), wrong: 0, thrown: 0 },
  await engine('json-logic-js', () => {
    const jsonLogic = benchRequire('json-logic-js');
    return (formula, data) => jsonLogic.truthy(jsonLogic.apply(formula, data));
  }),
  await engine('json-logic-engine', () => {
    const { LogicEngine } = benchRequire('json-logic-engine');
    const own = new LogicEngine();
    return (formula, data) => isTruthy(own.run(formula, data));
  }),
].filter(Boolean);

const celEngines = [
  await engine('@marcbachmann/cel-js', async () => {
    const { evaluate } = await import(benchRequire.resolve('@marcbachmann/cel-js'));
    return (text, data) => evaluate(text, { data });
  }),
  await engine('@bufbuild/cel', async () => {
    const { run } = await import(benchRequire.resolve('@bufbuild/cel').replace('/cjs/', '/esm/'));
    return (text, data) => run(text, { data });
  }),
].filter(Boolean);

function check(engines, pair, data, truth) {
  for (const own of engines) {
    let found;
    try {
      found = [own.run(pair.definite, data), own.run(pair.possible, data)];
    } catch (error) {
      own.thrown++;
      own.error ??= { error: error.message ?? error, data, pair };
      continue;
    }
    if (found[0] === (truth === 'true') && found[1] === (truth !== 'false')) continue;
    own.wrong++;
    own.first ??= { data, truth, pair, found };
  }
}

const draw = drawFrom(SEED);
const truths = { true: 0, false: 0, unknown: 0 };
for (let at = 0; at < RULES; at++) {
  const condition = randomCondition(draw, 4);
  const data = randomData(draw);
  const { truth } = evaluateCondition(condition, data);
  truths[truth]++;
  check(jsonLogicEngines, toJsonLogic(condition).value, data, truth);
  check(celEngines, toCel(condition).value, data, truth);
}
console.log(`${RULES} conditions, seed ${SEED}:`, JSON.stringify(truths));
for (const { title, wrong, thrown, first, error } of [...jsonLogicEngines, ...celEngines]) {
  console.log(`${title}: ${wrong} wrong, ${thrown} thrown`);
  if (first) console.log(JSON.stringify(first).slice(0, 1500));
  if (error) console.log(JSON.stringify(error).slice(0, 1500));
}
process.exitCode = jsonLogicEngines.some(
  ({ title, wrong, thrown }) => title !== 'json-logic-engine' && wrong + thrown > 0,
)
  ? 1
  : 0;
