// One score, three ways in: plain answers, rows, and counts from a database.
import { classifyNps, computeNps, formatResult } from 'cx-scoring';

const answers = [10, 9, 9, 8, 7, 10, 6, 9, 3, 10, null, 8];
const plain = computeNps(answers);
console.log(formatResult(plain, { digits: 1 }));
console.log('Left out:', plain.excluded);

const rows = answers.map((score, index) => ({ contact: `C${index + 1}`, q1: score }));
const fromRows = computeNps(rows, { score: 'q1' });
console.log('The same from rows:', fromRows.value === plain.value);

// SELECT CASE … END AS class, COUNT(*) … GROUP BY class
const { promoters, passives, detractors } = plain;
const fromCounts = computeNps({ counts: { promoters, passives, detractors }, missing: 1 });
console.log('The same from counts:', { promoters, passives, detractors }, fromCounts.value === plain.value);

// In business-to-business the single answer matters more than the average.
for (const { contact, q1 } of rows) {
  if (classifyNps(q1) === 'detractor') console.log('Call back:', contact, 'answered', q1);
}

// Unknown is not zero.
console.log('Without an answer:', computeNps([]).value, '-', formatResult(computeNps([])));
