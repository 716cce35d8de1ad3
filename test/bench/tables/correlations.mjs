import pcorrtest from '@stdlib/stats-pcorrtest';
import jstat from 'jstat';
import { sampleCorrelation, sampleRankCorrelation } from 'simple-statistics';
import { kendallTau, pearsonCorrelation, spearmanCorrelation } from '../../../dist/statistics/index.js';
import { drawRatings } from '../draws.mjs';
import { race } from '../race.mjs';
import { atLeast, atMost } from '../report.mjs';

const { jStat } = jstat;

/** Pearson's correlation out of the counts of each pair of a rating (to 5) and a score (to 10): what nothing can beat by much. */
function pearsonByTable(x, y) {
  const counts = new Uint32Array(6 * 11);
  for (let i = 0; i < x.length; i++) counts[x[i] * 11 + y[i]]++;
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  counts.forEach((count, cell) => {
    const [a, b] = [Math.floor(cell / 11), cell % 11];
    n += count;
    sx += count * a;
    sy += count * b;
    sxx += count * a * a;
    syy += count * b * b;
    sxy += count * a * b;
  });
  return (n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
}

/** Pearson's correlation of average ranks, the way it is usually written. */
function spearmanByRanks(x, y) {
  const ranksOf = (values) => {
    const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
    const ranks = new Float64Array(values.length);
    for (let from = 0; from < order.length;) {
      let to = from;
      while (to < order.length && values[order[to]] === values[order[from]]) to++;
      for (let k = from; k < to; k++) ranks[order[k]] = (from + to + 1) / 2;
      from = to;
    }
    return ranks;
  };
  return sampleCorrelation(ranksOf(x), ranksOf(y));
}

const coefficientOf = ({ coefficient }) => coefficient;

export async function table(size) {
  const { ratings: x, scores: y } = drawRatings(size);
  const pearson = pearsonByTable(x, y);
  const spearman = spearmanByRanks(x, y);
  const { coefficient: kendall } = kendallTau(
    Array.from(x, (value) => value + 0.5),
    y,
  );
  const timed = await race(
    [
      { name: 'Pearson out of a table, bare', run: () => pearsonByTable(x, y), expected: pearson, repeat: 10 },
      {
        name: 'pearsonCorrelation',
        run: () => pearsonCorrelation(x, y),
        read: coefficientOf,
        expected: pearson,
        repeat: 10,
      },
      { name: 'Pearson: simple-statistics', run: () => sampleCorrelation(x, y), expected: pearson },
      { name: 'Pearson: jStat', run: () => jStat.corrcoeff(x, y), expected: pearson },
      {
        name: 'Pearson: @stdlib `pcorrtest`',
        run: () => pcorrtest(x, y),
        read: ({ pcorr }) => pcorr,
        expected: pearson,
      },
      {
        name: 'spearmanCorrelation',
        run: () => spearmanCorrelation(x, y),
        read: coefficientOf,
        expected: spearman,
        repeat: 10,
      },
      { name: 'Spearman: simple-statistics', run: () => sampleRankCorrelation(x, y), expected: spearman, rounds: 5 },
      { name: 'Spearman: jStat', run: () => jStat.spearmancoeff(x, y), expected: spearman, rounds: 5 },
      { name: 'Spearman: ranks by a comparator', run: () => spearmanByRanks(x, y), expected: spearman, rounds: 5 },
      { name: 'kendallTau', run: () => kendallTau(x, y), read: coefficientOf, expected: kendall, repeat: 10 },
    ].map((entry) => ({ tolerance: 1e-9, ...entry })),
  );
  const base = 'Pearson out of a table, bare';
  return {
    title: `Correlations of ${size.toLocaleString('en')} pairs of ratings, 1 to 5 against 0 to 10`,
    base,
    timed,
    goals: [
      atMost(
        11,
        'spearmanCorrelation / Pearson out of a table, ratings',
        timed.ratio('spearmanCorrelation', base),
        1.3,
      ),
      atMost(11, 'kendallTau / Pearson out of a table, ratings', timed.ratio('kendallTau', base), 1.3),
      atLeast(
        11,
        'simple-statistics / spearmanCorrelation, ratings',
        timed.ratio('Spearman: simple-statistics', 'spearmanCorrelation'),
        100,
      ),
    ],
  };
}
