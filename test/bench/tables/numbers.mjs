import { computeNps } from '../../../dist/index.js';
import { drawAnswers, expectations, toPlainArray } from '../answers.mjs';
import * as peers from '../peers.mjs';
import { race } from '../race.mjs';
import { atLeast, atMost } from '../report.mjs';

export async function table(size) {
  const bytes = drawAnswers(size);
  const { nps, sum } = expectations(bytes);
  const scores = toPlainArray(bytes);
  const arquero = peers.arqueroCounts({ score: scores });
  const timed = await race(
    [
      { name: 'computeNps', run: () => computeNps(scores), read: ({ value }) => value },
      { name: 'histogram loop with a check', run: () => peers.checkedHistogram(scores) },
      { name: 'histogram loop without a check', run: () => peers.bareHistogram(scores) },
      { name: '`filter().length` twice', run: () => peers.filterTwice(scores), rounds: 5 },
      { name: '`reduce` with a ternary', run: () => peers.reduceTernary(scores), rounds: 5 },
      { name: 'lodash `countBy`', run: () => peers.lodashCountBy(scores), rounds: 3 },
      { name: 'es-toolkit `countBy`', run: () => peers.esToolkitCountBy(scores), rounds: 3 },
      { name: 'd3 `rollup`', run: () => peers.d3Rollup(scores, (s) => s), rounds: 3 },
      { name: 'simple-statistics `mean(map)`', run: () => peers.simpleStatisticsMean(scores), rounds: 5 },
      { name: 'jStat `mean(map)`', run: () => peers.jstatMean(scores), rounds: 5 },
      { name: 'arquero `groupby().count()`, table prebuilt', run: arquero, rounds: 3 },
      { name: 'floor: sum of the array', run: () => peers.sumOf(scores), expected: sum },
    ].map((entry) => ({ expected: nps, tolerance: 1e-6, ...entry })),
  );
  return {
    title: `${size.toLocaleString('en')} scores (\`number[]\` of small integers)`,
    base: 'histogram loop with a check',
    timed,
    goals: [
      atMost(
        2,
        'computeNps / histogram loop with a check',
        timed.ratio('computeNps', 'histogram loop with a check'),
        0.45,
      ),
      atLeast(2, '`filter` twice / computeNps', timed.ratio('`filter().length` twice', 'computeNps'), 25),
      atMost(2, 'computeNps / sum of the array', timed.ratio('computeNps', 'floor: sum of the array'), 1.6),
    ],
  };
}
