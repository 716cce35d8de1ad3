// A nightly job: PostgreSQL counts where the rows lie, the library scores the counts. No row leaves the database.
// The database is PostgreSQL in this process; the SQL is the same on a server, a replica or a shard.
import { PGlite } from '@electric-sql/pglite';
import { compareResults, computeNps, formatComparison, formatResult, type NpsResult } from 'cx-scoring';

const db = await PGlite.create('memory://');
await db.exec(`
  create table answers (account text not null, on_day date not null, score smallint);
  -- 120 answers of each quarter: 60, 36 and 24 promoters, passives and detractors, then 72, 30 and 18; 5 skipped.
  insert into answers select 'A' || n, date '2026-04-01' + n % 90, case when n <= 60 then 10 when n <= 96 then 8 else 4 end
    from generate_series(1, 120) n;
  insert into answers select 'A' || n, date '2026-07-01' + n % 90, case when n <= 72 then 9 when n <= 102 then 7 else 6 end
    from generate_series(1, 120) n;
  insert into answers select 'A' || n, date '2026-07-01' + n % 90, null from generate_series(121, 125) n;
  create table scores (quarter text primary key, result jsonb not null);
`);

// One row for each quarter and score point: 12 at most for a quarter, however many answers there are.
const COUNTS = `
  select to_char(on_day, 'YYYY"-Q"Q') as quarter, score, count(*)::int as answers
  from answers group by 1, 2 order by 1, 2`;
interface Counted {
  readonly quarter: string;
  readonly score: number | null;
  readonly answers: number;
}

const { rows } = await db.query<Counted>(COUNTS);
console.log(`${rows.length} rows come out of ${rows.reduce((sum, { answers }) => sum + answers, 0)} answers.`);

for (const quarter of [...new Set(rows.map((row) => row.quarter))]) {
  // The scale has eleven points, 0 to 10; a score that nobody gave has the count 0.
  const counts = Array.from({ length: 11 }, () => 0);
  let missing = 0;
  for (const row of rows) {
    if (row.quarter !== quarter) continue;
    if (row.score === null) missing += row.answers;
    else counts[row.score] = row.answers;
  }
  const result = computeNps({ counts, missing });
  console.log(formatResult(result, { name: quarter, digits: 1 }), '- left out:', result.excluded.missing);
  // A result is plain JSON, with its definition: it is stored as it is. The same night again changes nothing.
  await db.query('insert into scores values ($1, $2) on conflict (quarter) do update set result = excluded.result', [
    quarter,
    JSON.stringify(result),
  ]);
}

// In the morning, whoever needs it reads two results and asks whether they differ.
const stored = await db.query<{ result: NpsResult }>('select result from scores order by quarter');
const [before, after] = stored.rows.map(({ result }) => result);
if (before !== undefined && after !== undefined) {
  console.log(formatComparison(compareResults(after, before), { name: 'The third quarter against the second' }));
}
await db.close();
