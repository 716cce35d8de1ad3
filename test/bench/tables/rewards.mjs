import { celEnv, parse as parseCel, plan } from '@bufbuild/cel';
import { parse as parseCelJs } from '@marcbachmann/cel-js';
import jsonLogic from 'json-logic-js';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { compileRules } from '../../../dist/rewards/index.js';
import { race } from '../race.mjs';
import { atLeast, atMost, figure } from '../report.mjs';

const TIERS = ['gold', 'silver', 'bronze'];

/** A stream of whole numbers that looks random and is the same everywhere. */
function draw(at, salt, below) {
  let bits = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return ((bits ^ (bits >>> 16)) >>> 0) % below;
}

/** Nested facts as a program reads them; one in twenty has no score. */
function drawFacts(size) {
  return Array.from({ length: size }, (_, at) =>
    JSON.parse(
      JSON.stringify({
        kind: draw(at, 1, 10) < 4 ? 'insight.shared' : 'insight.viewed',
        insight: {
          id: `insight-${at}`,
          status: draw(at, 2, 3) < 2 ? 'validated' : 'submitted',
          ...(draw(at, 3, 20) === 0 ? {} : { score: draw(at, 4, 6) }),
        },
        author: {
          id: `author-${at % 1000}`,
          tier: [...TIERS, 'none'][draw(at, 5, 4)],
          quarterPoints: draw(at, 6, 600),
        },
      }),
    ),
  );
}

const CONDITION = {
  op: 'all',
  of: [
    { op: 'eq', fact: ['kind'], value: 'insight.shared' },
    { op: 'eq', fact: ['insight', 'status'], value: 'validated' },
    { op: 'gte', fact: ['insight', 'score'], value: 3 },
    { op: 'in', fact: ['author', 'tier'], values: TIERS },
    { op: 'lt', fact: ['author', 'quarterPoints'], value: 500 },
  ],
};

const RULE = {
  format: 1,
  id: 'insight',
  version: 1,
  state: 'active',
  trigger: { kind: 'event', event: 'insight.shared' },
  subject: ['author', 'id'],
  occurrence: ['insight', 'id'],
  when: CONDITION,
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 1 } },
  onUnknown: 'hold',
};

const LOGIC = {
  and: [
    { '==': [{ var: 'kind' }, 'insight.shared'] },
    { '==': [{ var: 'insight.status' }, 'validated'] },
    { '>=': [{ var: 'insight.score' }, 3] },
    { in: [{ var: 'author.tier' }, TIERS] },
    { '<': [{ var: 'author.quarterPoints' }, 500] },
  ],
};

const CEL =
  'kind == "insight.shared" && insight.status == "validated" && insight.score >= 3.0 && ' +
  `author.tier in ${JSON.stringify(TIERS)} && author.quarterPoints < 500.0`;

function byHand({ kind, insight, author }) {
  return (
    kind === 'insight.shared' &&
    insight.status === 'validated' &&
    insight.score >= 3 &&
    TIERS.includes(author.tier) &&
    author.quarterPoints < 500
  );
}

/** A missing fact is an error in CEL: here it matches nothing. */
const unlessItThrows = (evaluate) => (fact) => {
  try {
    return evaluate(fact) === true;
  } catch {
    return false;
  }
};

function rulesEngine(options) {
  const at = (path, operator, value) => ({ fact: 'data', path, operator, value });
  const engine = new Engine([], options);
  engine.addRule({
    conditions: {
      all: [
        at('$.kind', 'equal', 'insight.shared'),
        at('$.insight.status', 'equal', 'validated'),
        at('$.insight.score', 'greaterThanInclusive', 3),
        at('$.author.tier', 'in', TIERS),
        at('$.author.quarterPoints', 'lessThan', 500),
      ],
    },
    event: { type: 'match' },
  });
  return async (fact) => (await engine.run({ data: fact })).events.length === 1;
}

/** Reads `$.a.b` without a library. */
const pathResolver = (data, path) =>
  path
    .slice(2)
    .split('.')
    .reduce((own, name) => own?.[name], data);

/** The ways, each with the part of the facts that it is timed on. */
function makeWays() {
  const { test, explain } = compileRules([RULE]).rules[0].when;
  const findResult = () => undefined;
  const logicEngine = new LogicEngine();
  const built = logicEngine.build(LOGIC);
  const celPlan = plan(celEnv(), parseCel(CEL));
  const celJs = parseCelJs(CEL);
  return {
    'by hand': { decide: byHand },
    'cx-scoring': { decide: (data) => test({ data, on: null, findResult }) === 2 },
    'cx-scoring, full trace': { decide: (data) => explain({ data, on: null, findResult }).truth === 'true' },
    'json-logic-engine `build` (generates code)': { decide: (data) => built(data) === true },
    'json-logic-engine `run`': { decide: (data) => logicEngine.run(LOGIC, data) === true },
    'json-logic-js': { decide: (data) => jsonLogic.apply(LOGIC, data) === true },
    '@marcbachmann/cel-js, parsed once': { decide: unlessItThrows(celJs) },
    '@bufbuild/cel, planned once': { decide: unlessItThrows(celPlan), part: 10 },
    'json-rules-engine, own path resolver': { decide: rulesEngine({ pathResolver }), part: 50 },
    'json-rules-engine': { decide: rulesEngine(), part: 50 },
  };
}

/** Which facts match, as text: all ways must agree. */
async function matchesOf(facts, decide) {
  const found = [];
  for (const fact of facts) {
    const own = decide(fact);
    found.push((own instanceof Promise ? await own : own) ? 1 : 0);
  }
  return found.join('');
}

/** Counts matches: the ways that give an answer at once in one loop, the others in another. */
function counter(facts, decide, isAsync) {
  if (isAsync)
    return async () => {
      let count = 0;
      for (const fact of facts) if (await decide(fact)) count++;
      return count;
    };
  return () => {
    let count = 0;
    for (let at = 0; at < facts.length; at++) if (decide(facts[at])) count++;
    return count;
  };
}

/** The loop by hand is its own, so that nothing keeps the engine from putting the condition into it. */
function countByHand(facts) {
  let count = 0;
  for (let at = 0; at < facts.length; at++) if (byHand(facts[at])) count++;
  return count;
}

export async function table(size) {
  const facts = drawFacts(size);
  const ways = Object.entries(makeWays()).map(([name, { decide, part = 1 }]) => ({ name, decide, part }));
  const all = await matchesOf(facts, byHand);
  const cases = [];
  for (const { name, decide, part } of ways) {
    const own = part === 1 ? facts : facts.slice(0, Math.floor(facts.length / part));
    const matches = await matchesOf(own, decide);
    if (matches !== all.slice(0, own.length)) throw new Error(`${name}: other matches than by hand`);
    const expected = matches.replaceAll('0', '').length;
    const isAsync = name.startsWith('json-rules-engine');
    const run = decide === byHand ? () => countByHand(own) : counter(own, decide, isAsync);
    cases.push({ name, run, expected, ...(isAsync ? { rounds: 5 } : {}) });
  }
  const timed = await race(cases);
  const partOf = new Map(ways.map(({ name, part }) => [name, part]));
  const ratio = (name, base) => (timed.ratio(name, base) * partOf.get(name)) / partOf.get(base);
  const nanoseconds = (name) => (1e6 * timed.best(name) * partOf.get(name)) / size;
  const [hand, own, traced] = ['by hand', 'cx-scoring', 'cx-scoring, full trace'];
  const interpreters = timed.names.filter(
    (name) => !name.startsWith('cx-') && name !== hand && !/generates/.test(name),
  );
  return {
    title: `One rule of five conditions on ${size.toLocaleString('en')} nested facts, ${((100 * all.replaceAll('0', '').length) / size).toFixed(1)} % of which match`,
    columns: ['way', 'ns a fact', 'facts a second', 'x of by hand', 'trace', 'unknown is not false'],
    rows: timed.names.map((name) => [
      name,
      figure(nanoseconds(name)),
      figure(1e9 / nanoseconds(name)),
      figure(ratio(name, hand)),
      name === traced || name.startsWith('json-rules') ? 'yes' : 'no',
      name.startsWith('cx-') ? 'yes' : 'no',
    ]),
    goals: [
      atMost('rules', 'untraced / by hand', ratio(own, hand), 8),
      atMost('rules', 'with full trace / by hand', ratio(traced, hand), 20),
      ...interpreters.map((name) => atLeast('rules', `${name} / untraced`, ratio(name, own), 1)),
      atLeast('rules', 'json-rules-engine / with full trace', ratio('json-rules-engine', traced), 100),
    ],
  };
}
