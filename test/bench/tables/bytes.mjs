import { computeNps } from '../../../dist/index.js';
import { drawAnswers, expectations } from '../answers.mjs';
import * as peers from '../peers.mjs';
import { race } from '../race.mjs';
import { atLeast, atMost } from '../report.mjs';

export async function table(size) {
  const bytes = drawAnswers(size);
  const { nps, sum } = expectations(bytes);
  const duckdb = await peers.duckdbCounts(bytes);
  const arquero = peers.arqueroCounts({ score: bytes });
  const timed = await race(
    [
      { name: 'computeNps', run: () => computeNps(bytes), read: ({ value }) => value },
      { name: 'bare histogram loop', run: () => peers.bareHistogram(bytes) },
      { name: '`filter().length` twice', run: () => peers.filterTwice(bytes), rounds: 5 },
      { name: '`reduce` with a ternary', run: () => peers.reduceTernary(bytes), rounds: 5 },
      { name: 'lodash `countBy`', run: () => peers.lodashCountBy(bytes), rounds: 3 },
      { name: 'd3 `rollup`', run: () => peers.d3Rollup(bytes, (s) => s), rounds: 3 },
      { name: 'arquero `groupby().count()`, table prebuilt', run: arquero, rounds: 3 },
      { name: 'DuckDB `GROUP BY`, 2 threads, loaded before; counts scored here', run: duckdb, rounds: 7 },
      { name: 'floor: sum of the bytes', run: () => peers.sumOf(bytes), expected: sum },
    ].map((entry) => ({ expected: nps, ...entry })),
  );
  return {
    title: `${size.toLocaleString('en')} bytes (\`Uint8Array\`)`,
    base: 'bare histogram loop',
    timed,
    goals: [
      atMost(1, 'computeNps / bare histogram loop', timed.ratio('computeNps', 'bare histogram loop'), 0.5),
      atLeast(1, '`filter` twice / computeNps', timed.ratio('`filter().length` twice', 'computeNps'), 40),
    ],
  };
}
