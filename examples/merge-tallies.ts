// Tallies: each day, shop or shard counts for itself; what is stored as JSON is added up and scored later.
import { computeNps, formatInterval, formatResult, npsMeasure, tallyRows, type ScaleTally } from 'cx-scoring';

interface Answer {
  readonly score: number | null;
}
const days: readonly (readonly Answer[])[] = [
  [{ score: 10 }, { score: 9 }, { score: 4 }],
  [{ score: 8 }, { score: null }, { score: 10 }, { score: 7 }],
  [{ score: 6 }, { score: 9 }],
];
const measure = npsMeasure<Answer>({ score: 'score' });

const stored = days.map((rows) => JSON.stringify(tallyRows(rows, measure)));
console.log('What is kept of the first day:', stored[0]);

const quarter = measure.createTally();
for (const text of stored) measure.mergeTallies(quarter, JSON.parse(text) as ScaleTally);
const merged = measure.toResult(quarter);
console.log(formatResult(merged, { name: 'Three days together', digits: 1 }));

const atOnce = computeNps(days.flat(), { score: 'score' });
console.log('The same as all rows at once:', JSON.stringify(merged) === JSON.stringify(atOnce));
// Certainty is chosen at the end, not when counting.
const { interval, definition } = measure.toResult(quarter, { confidence: 0.9 });
console.log(formatInterval(interval, definition, { digits: 1 }));
