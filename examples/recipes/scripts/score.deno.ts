// deno run --allow-read=. score.deno.ts answers.csv
// In a folder without node_modules, write: from 'npm:cx-scoring'.
import { computeNps, formatResult, npsMeasure, segmentBy } from 'cx-scoring';

const [file = 'answers.csv'] = Deno.args;
const [, ...lines] = (await Deno.readTextFile(file)).trim().split('\n');
const rows = lines.map((line) => {
  const [contact = '', country = '', score = ''] = line.split(',');
  // An empty field is a missing answer, not a zero.
  return { contact, country, score: score === '' ? null : Number(score) };
});

console.log(formatResult(computeNps(rows, { score: 'score' }), { name: 'All', digits: 1 }));
const measure = npsMeasure<(typeof rows)[number]>({ score: 'score' });
for (const { key, result } of segmentBy(rows, { measure, dimensions: ['country'] })) {
  console.log(formatResult(result, { name: String(key.country), digits: 1 }));
}
