// Weights: what the answers say when each counts for the revenue behind it, and what that costs in certainty.
import { computeNps, formatResult, formatWarnings } from 'cx-scoring';

const answers = [
  { account: 'A1', score: 6, revenue: 4_200_000 },
  { account: 'A2', score: 10, revenue: 180_000 },
  { account: 'A3', score: 9, revenue: 2_900_000 },
  ...Array.from({ length: 30 }, (_, index) => ({
    account: `B${index + 1}`,
    score: [10, 8, 5, 9, 7][index % 5] ?? null,
    revenue: 40_000,
  })),
  { account: 'C1', score: 10, revenue: null },
  { account: 'C2', score: 2, revenue: 0 },
];

const equal = computeNps(answers, { score: 'score', samplePolicy: null });
const byRevenue = computeNps(answers, { score: 'score', weight: 'revenue', samplePolicy: null });
for (const [name, result] of Object.entries({ 'Each answer the same': equal, 'By revenue': byRevenue })) {
  console.log(formatResult(result, { name, digits: 1 }));
  console.log('  Left out:', result.excluded);
  for (const sentence of formatWarnings(result)) console.log(`  ${sentence}`);
}
