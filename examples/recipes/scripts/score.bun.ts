// bun score.bun.ts answers.csv
// Bun has SQLite built in: the database counts, the library scores the counts.
import { Database } from 'bun:sqlite';
import { computeNps, formatResult, npsMeasure, tallyCountsBy, toSegments } from 'cx-scoring';

interface Counted {
  readonly country: string;
  readonly score: number | null;
  readonly answers: number;
}

const [, , file = 'answers.csv'] = Bun.argv;
const [, ...lines] = (await Bun.file(file).text()).trim().split('\n');
const db = new Database(':memory:');
db.run('create table answers (contact text, country text, score integer)');
const insert = db.prepare(`insert into answers values (?, ?, nullif(?, ''))`);
for (const line of lines) insert.run(...line.split(','));

const counted = db
  .query<Counted, []>('select country, score, count(*) as answers from answers group by country, score')
  .all();
const measure = npsMeasure();
const tally = tallyCountsBy(counted, { measure, dimensions: ['country'], score: 'score', count: 'answers' });

const counts = Array.from({ length: 11 }, (_, score) =>
  counted.filter((row) => row.score === score).reduce((sum, { answers }) => sum + answers, 0),
);
const missing = counted.filter(({ score }) => score === null).reduce((sum, { answers }) => sum + answers, 0);
console.log(formatResult(computeNps({ counts, missing }), { name: 'All', digits: 1 }));
for (const { key, result } of toSegments(tally, measure)) {
  console.log(formatResult(result, { name: String(key.country), digits: 1 }));
}
