import jstat from 'jstat';
import { sampleRankCorrelation } from 'simple-statistics';
import { kendallTau, spearmanCorrelation } from '../../../dist/statistics/index.js';
import { drawAmounts } from '../draws.mjs';
import { race } from '../race.mjs';
import { atLeast } from '../report.mjs';

/** Every pair of rows is looked at. */
function kendallOfPairs(x, y) {
  let [score, tiedX, tiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const a = Math.sign(x[i] - x[j]);
      const b = Math.sign(y[i] - y[j]);
      score += a * b;
      tiedX += a === 0 ? 1 : 0;
      tiedY += b === 0 ? 1 : 0;
    }
  }
  const all = (x.length * (x.length - 1)) / 2;
  return score / Math.sqrt((all - tiedX) * (all - tiedY));
}

const coefficientOf = ({ coefficient }) => coefficient;

export async function table(size) {
  const { x, y } = drawAmounts(size);
  const kendall = kendallOfPairs(x, y);
  const spearman = sampleRankCorrelation(x, y);
  const timed = await race(
    [
      { name: 'spearmanCorrelation', run: () => spearmanCorrelation(x, y), read: coefficientOf, expected: spearman },
      { name: 'Spearman: simple-statistics', run: () => sampleRankCorrelation(x, y), expected: spearman, rounds: 7 },
      { name: 'Spearman: jStat', run: () => jstat.jStat.spearmancoeff(x, y), expected: spearman, rounds: 3 },
      { name: 'kendallTau', run: () => kendallTau(x, y), read: coefficientOf, expected: kendall },
      { name: 'Kendall: every pair of rows', run: () => kendallOfPairs(x, y), expected: kendall, rounds: 5 },
    ].map((entry) => ({ tolerance: 1e-9, ...entry })),
  );
  return {
    title: `Rank correlations of ${size.toLocaleString('en')} pairs of amounts`,
    base: 'kendallTau',
    timed,
    goals: [
      atLeast(11, 'every pair of rows / kendallTau', timed.ratio('Kendall: every pair of rows', 'kendallTau'), 100),
    ],
  };
}
