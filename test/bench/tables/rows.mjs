import { computeNps } from '../../../dist/index.js';
import { drawAnswers, expectations, toRows } from '../answers.mjs';
import * as peers from '../peers.mjs';
import { race } from '../race.mjs';
import { atLeast, atMost } from '../report.mjs';

export async function table(size) {
  const bytes = drawAnswers(size);
  const { nps, sum } = expectations(bytes);
  const rows = toRows(bytes);
  const score = (row) => row.score;
  const timed = await race(
    [
      { name: 'computeNps, accessor', run: () => computeNps(rows, { score }), read: ({ value }) => value },
      { name: 'histogram loop, accessor', run: () => peers.histogramOfRows(rows, score) },
      { name: '`filter().length` twice', run: () => peers.filterRowsTwice(rows), rounds: 5 },
      { name: '`reduce` with a ternary', run: () => peers.reduceRows(rows), rounds: 5 },
      { name: "lodash `countBy(rows, 'score')`", run: () => peers.lodashCountBy(rows, 'score'), rounds: 3 },
      { name: 'd3 `rollup`', run: () => peers.d3Rollup(rows, score), rounds: 3 },
      { name: 'floor: sum of `r.score`', run: () => peers.sumOfRows(rows), expected: sum },
    ].map((entry) => ({ expected: nps, ...entry })),
    { rounds: 11 },
  );
  const large = size >= 1e7;
  const filters = timed.ratio('`filter().length` twice', 'computeNps, accessor');
  const floor = timed.ratio('computeNps, accessor', 'floor: sum of `r.score`');
  const at = `${size.toLocaleString('en')} rows`;
  return {
    title: `${at} \`{ id, score }\``,
    base: 'histogram loop, accessor',
    timed,
    goals: [
      ...(large ? [atMost(3, `computeNps / sum of \`r.score\`, ${at}`, floor, 1.3)] : []),
      atLeast(3, `\`filter\` twice / computeNps, ${at}`, filters, large ? 4.5 : 8),
    ],
  };
}
