import { computeNps, createRandom, npsBootstrap } from '../../../dist/index.js';
import { bootstrapPercentileInterval, seededNetBootstrap } from '../../../dist/statistics/index.js';
import { drawAnswers, expectations, toPlainArray } from '../answers.mjs';
import { race } from '../race.mjs';
import { atLeast, atMost } from '../report.mjs';

const RESAMPLES = 10_000;
/** Points within which Monte Carlo limits must agree with the exact ones: about six times their own error. */
const TOLERANCE = 0.4;

const classesOf = (counts) => ({
  negative: counts.slice(0, 7).reduce((sum, count) => sum + count),
  neutral: counts[7] + counts[8],
  positive: counts[9] + counts[10],
});

/** As it is usually written. */
function naive(scores, resamples) {
  return Array.from({ length: resamples }, () => {
    const drawn = Array.from({ length: scores.length }, () => scores[Math.floor(Math.random() * scores.length)]);
    return (drawn.filter((s) => s >= 9).length - drawn.filter((s) => s <= 6).length) / scores.length;
  });
}

/** As it is written with care: nothing is allocated, no branch. */
function byIndex(signs, resamples) {
  const replicates = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let net = 0;
    for (let draw = 0; draw < signs.length; draw++) net += signs[(Math.random() * signs.length) | 0];
    replicates[resample] = net / signs.length;
  }
  return replicates;
}

const lowerLimit = (replicates) => 100 * bootstrapPercentileInterval(replicates, 0.95).lower;

export async function table(size) {
  const bytes = drawAnswers(size);
  const { counts } = expectations(bytes);
  const scores = toPlainArray(bytes);
  const signs = Int8Array.from(scores, (s) => (s >= 9 ? 1 : s <= 6 ? -1 : 0));
  const classes = classesOf(counts);
  const interval = npsBootstrap();
  const exact = () => computeNps({ counts }, { interval });
  // The same shares with other numbers of answers: the time must not depend on them.
  const scaled = (factor) =>
    Object.fromEntries(Object.entries(classes).map(([name, count]) => [name, Math.round(count * factor)]));
  const seeded = (own) => () => seededNetBootstrap(own, RESAMPLES, createRandom(7));
  const expected = exact().interval.lower;
  const seededName = 'seeded bootstrap on counts';
  const exactName = 'exact distribution: computeNps with npsBootstrap()';
  const timed = await race(
    [
      { name: 'naive: `Array.from`, `filter().length` twice', run: () => naive(scores, RESAMPLES), rounds: 3 },
      { name: 'index resampling on a typed array', run: () => byIndex(signs, RESAMPLES), rounds: 5 },
      { name: seededName, run: seeded(classes), repeat: 5 },
      { name: `${seededName}, with its limits`, run: () => lowerLimit(seeded(classes)()), read: Number, repeat: 5 },
      { name: exactName, run: exact, read: (result) => result.interval.lower, repeat: 200 },
    ].map((entry) => ({ expected, tolerance: TOLERANCE, read: lowerLimit, ...entry })),
  );
  const growth = await race(
    [100, size, 1e6].map((n) => ({
      name: n,
      run: seeded(scaled(n / size)),
      read: (list) => list.length,
      expected: RESAMPLES,
      repeat: 5,
    })),
  );
  const [base] = timed.names;
  return {
    title: `Bootstrap of the NPS: ${RESAMPLES.toLocaleString('en')} resamples of ${size.toLocaleString('en')} answers`,
    base,
    timed,
    goals: [
      atLeast(9, 'naive / seeded bootstrap', timed.ratio(base, seededName), 500),
      atMost(9, 'seeded, n = 1,000,000 / n = 2,000 ("independent of n")', growth.ratio(1e6, size), 1.2),
      atMost(9, 'seeded, n = 2,000 / n = 100', growth.ratio(size, 100), 1.2),
      atLeast(9, 'naive / exact distribution, limits included', timed.ratio(base, exactName), 20_000),
    ],
  };
}
