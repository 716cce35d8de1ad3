import { createRandom } from '../../../dist/index.js';
import { INITIATIVE_CRITERIA, rankAcceptability } from '../../../dist/prioritization/index.js';
import { race } from '../race.mjs';
import { atLeast } from '../report.mjs';

const DRAWS = 10_000;

/** Criteria in code-unit order, as the library draws their weights, all on 0..1. */
const criteria = INITIATIVE_CRITERIA.map((criterion) => ({
  ...criterion,
  scale: { minimum: 0, maximum: 1 },
  direction: 'more-is-better',
})).sort((a, b) => (a.id < b.id ? -1 : 1));

function drawInitiatives(size) {
  const random = createRandom(1);
  return Array.from({ length: size }, (_, index) => ({
    id: `i${String(index).padStart(4, '0')}`,
    criteria: Object.fromEntries(criteria.map(({ id }) => [id, random()])),
  }));
}

/** As it is usually written: score all, sort, count. The same weights from the same generator. */
function straightforward(initiatives, isCareful) {
  const random = createRandom(42);
  const rows = initiatives.map((initiative) => criteria.map(({ id }) => initiative.criteria[id]));
  const counts = rows.map(() => new Float64Array(rows.length));
  const order = rows.map((_, index) => index);
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = criteria.map(() => -Math.log(1 - random()));
    const total = drawn.reduce((sum, weight) => sum + weight, 0);
    const weights = drawn.map((weight) => weight / total);
    const scores = rows.map((row) => row.reduce((sum, value, k) => sum + value * weights[k], 0));
    if (isCareful) {
      // The order of the draw before is nearer to this one than none.
      order.sort((a, b) => scores[b] - scores[a]);
      order.forEach((index, rank) => counts[index][rank]++);
    } else {
      const sorted = scores.map((score, index) => ({ score, index })).sort((a, b) => b.score - a.score);
      sorted.forEach(({ index }, rank) => counts[index][rank]++);
    }
  }
  return counts.map((row) => Array.from(row, (count) => count / DRAWS));
}

/** One number that all shares enter. */
const checksum = (shares) => shares.reduce((sum, row) => sum + row.reduce((own, share) => own + share * share, 0), 0);

export async function table(size) {
  const initiatives = drawInitiatives(size);
  const shares = straightforward(initiatives, false);
  const expected = checksum(shares);
  const loop = 'score all, sort objects, count';
  const careful = 'score all, sort indices in the order of the draw before, count';
  const own = 'rankAcceptability';
  const timed = await race(
    [
      { name: loop, run: () => straightforward(initiatives, false), read: checksum, rounds: 5 },
      { name: careful, run: () => straightforward(initiatives, true), read: checksum, rounds: 5 },
      {
        name: own,
        run: () => rankAcceptability(initiatives, { criteria, draws: DRAWS, seed: 42 }),
        read: ({ items }) => checksum(items.map(({ acceptability }) => acceptability)),
      },
    ].map((entry) => ({ expected, tolerance: 1e-6, ...entry })),
  );
  return {
    title: `Rank acceptability of ${size.toLocaleString('en')} initiatives x ${criteria.length} criteria: ${DRAWS.toLocaleString('en')} draws of weights`,
    base: loop,
    timed,
    goals: [
      atLeast(14, 'score, sort objects, count / rankAcceptability', timed.ratio(loop, own), 3),
      atLeast(14, 'score, sort indices, count / rankAcceptability', timed.ratio(careful, own), 3),
    ],
  };
}
