import { computeNps, npsMeasure, tallyRows } from '../../../dist/index.js';
import { drawAnswers, npsOfCounts, toPlainArray } from '../answers.mjs';
import { race } from '../race.mjs';
import { atMost } from '../report.mjs';

const SAMPLES = 2000;

export async function table(size) {
  // Many samples, so that no sequence of answers is learnt.
  const bytes = drawAnswers(SAMPLES * size);
  const samples = Array.from({ length: SAMPLES }, (_, at) => toPlainArray(bytes.subarray(at * size, (at + 1) * size)));
  const measure = npsMeasure();
  const each = (score) => () => {
    let total = 0;
    for (let at = 0; at < SAMPLES; at++) total += score(samples[at]);
    return total / SAMPLES;
  };
  const filterTwice = (scores) =>
    (100 * (scores.filter((s) => s >= 9).length - scores.filter((s) => s <= 6).length)) / scores.length;
  const countAll = (scores) => {
    let net = 0;
    const counts = new Array(12).fill(0);
    for (let index = 0; index < scores.length; index++) {
      const score = scores[index];
      counts[score >= 0 && score <= 10 && score === (score | 0) ? score : 11]++;
    }
    for (let score = 0; score < 11; score++) net += counts[score] * (score >= 9 ? 1 : score <= 6 ? -1 : 0);
    return (100 * net) / scores.length;
  };
  const expected = each((scores) => {
    const counts = {};
    for (const score of scores) counts[score] = (counts[score] ?? 0) + 1;
    return npsOfCounts(counts);
  })();
  const timed = await race(
    [
      { name: 'computeNps', run: each((scores) => computeNps(scores).value) },
      {
        name: 'tallyRows with npsMeasure(), counts only',
        run: each((scores) => {
          const { counts } = tallyRows(scores, measure);
          return (
            (100 * (counts[9] + counts[10] - counts.slice(0, 7).reduce((sum, count) => sum + count))) / scores.length
          );
        }),
      },
      { name: '`filter().length` twice', run: each(filterTwice) },
      { name: 'histogram loop with a check', run: each(countAll) },
    ].map((entry) => ({ expected, ...entry })),
    { rounds: 21 },
  );
  const microseconds = (1000 * timed.best('computeNps')) / SAMPLES;
  return {
    title: `${SAMPLES.toLocaleString('en')} samples of ${size} scores (\`number[]\`), a call each`,
    base: 'histogram loop with a check',
    timed,
    goals: [
      atMost(5, 'computeNps at n = 100, µs per call', microseconds, 0.5, ' µs'),
      atMost(5, 'computeNps / `filter` twice', timed.ratio('computeNps', '`filter().length` twice'), 1.2),
    ],
  };
}
