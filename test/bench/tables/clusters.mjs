import { clusterBy, npsMeasure, tallyRows } from '../../../dist/index.js';
import { figure } from '../report.mjs';

const ROUNDS = 3;

/** Rows as a stream: what is kept is the tally, not the answers. */
function* stream(size, accounts) {
  for (let at = 0; at < size; at++)
    yield { account: `account-${(at * 7919) % accounts}`, score: (at * 31 + (at >>> 7)) % 11, weight: 1 + (at % 5) };
}

const measure = clusterBy(npsMeasure({ score: 'score', weight: 'weight' }), 'account');

/** The floor: five sums for each account in a Map, and the linearised error. */
function byHand(rows) {
  const sums = new Map();
  for (const { account, score, weight } of rows) {
    const value = score >= 9 ? 1 : score <= 6 ? -1 : 0;
    let own = sums.get(account);
    if (own === undefined) sums.set(account, (own = { weight: 0, total: 0 }));
    own.weight += weight;
    own.total += weight * value;
  }
  let [weight, total] = [0, 0];
  for (const own of sums.values()) {
    weight += own.weight;
    total += own.total;
  }
  let squares = 0;
  for (const own of sums.values()) squares += (own.total - own.weight * (total / weight)) ** 2;
  const error = (100 * Math.sqrt((sums.size / (sums.size - 1)) * squares)) / weight;
  return { value: (100 * total) / weight, error, kept: sums };
}

function byMeasure(rows) {
  const tally = tallyRows(rows, measure);
  const { value, standardError } = measure.toResult(tally);
  return { value, error: standardError, kept: tally };
}

function heap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** Best time of some rounds, and what stays in memory while the tally is held. */
function time(way, size, accounts) {
  let best = Infinity;
  let kept = 0;
  let answer;
  for (let round = 0; round < ROUNDS; round++) {
    answer = undefined;
    const before = heap();
    const start = performance.now();
    answer = way(stream(size, accounts));
    best = Math.min(best, performance.now() - start);
    kept = heap() - before;
    if (answer.kept === undefined) throw new Error('the tally was let go');
  }
  return { best, kept, answer };
}

export function table(size) {
  const sizes = [size / 10, size, 2 * size];
  const shapes = [...sizes.map((rows) => [rows, size / 20]), [size, size / 2000], [size, size / 200]];
  const rows = shapes.map(([answers, accounts]) => {
    const own = time(byMeasure, answers, accounts);
    const floor = time(byHand, answers, accounts);
    for (const key of ['value', 'error']) {
      if (Math.abs(own.answer[key] - floor.answer[key]) > 1e-8)
        throw new Error(`another ${key} for ${answers} answers`);
    }
    return [
      answers.toLocaleString('en'),
      accounts.toLocaleString('en'),
      figure(own.best),
      figure((1000 * own.best) / answers),
      figure(floor.best),
      figure(own.best / floor.best),
      figure(own.kept / 1e6),
      figure(own.kept / accounts),
    ];
  });
  return Promise.resolve({
    title: `Weighted NPS clustered by account, a stream of up to ${(2 * size).toLocaleString('en')} answers`,
    goals: [],
    columns: [
      'answers',
      'accounts',
      'ms',
      'µs an answer',
      'by hand, ms',
      'x of by hand',
      'MB kept',
      'bytes an account',
    ],
    rows,
  });
}
