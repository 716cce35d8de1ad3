// From respondents to accounts: the same answers under every roll-up rule, with an error that knows the accounts.
import {
  accountSheet,
  clusterBy,
  compareRollUps,
  computeAccountNps,
  computeMeasure,
  formatResult,
  formatValue,
  npsMeasure,
} from 'cx-scoring';

interface Answer {
  readonly account: string;
  readonly contact: string;
  readonly role: string;
  readonly at: string;
  readonly score: number;
  readonly revenue: number;
}

const answers: readonly Answer[] = [
  { account: 'Alpine Hotels', contact: 'ana', role: 'decision-maker', at: '2026-09-02', score: 9, revenue: 900 },
  { account: 'Alpine Hotels', contact: 'ben', role: 'user', at: '2026-09-04', score: 6, revenue: 900 },
  { account: 'Alpine Hotels', contact: 'ana', role: 'decision-maker', at: '2026-03-01', score: 7, revenue: 900 },
  { account: 'Borealis', contact: 'cleo', role: 'buyer', at: '2026-09-03', score: 10, revenue: 120 },
  { account: 'Cantine 12', contact: 'dan', role: 'user', at: '2026-09-05', score: 8, revenue: 60 },
  { account: 'Delta Immo', contact: 'eve', role: 'buyer', at: '2026-09-08', score: 3, revenue: 200 },
  { account: 'Delta Immo', contact: 'fay', role: 'after-sales', at: '2026-09-09', score: 7, revenue: 200 },
  { account: 'Espace Eau', contact: 'gil', role: 'decision-maker', at: '2026-09-10', score: 9, revenue: 40 },
];
const autumn = answers.filter(({ at }) => at >= '2026-07-01');

const nps = npsMeasure<Answer>({ score: 'score', samplePolicy: null });
console.log(formatResult(nps.toResult(computeTally())));
console.log(formatResult(computeMeasure(autumn, clusterBy(nps, 'account'))));

const reading = { account: 'account', score: 'score' } as const;
console.log(formatResult(computeAccountNps(autumn, reading)));
const byRevenue = computeAccountNps(autumn, { ...reading, revenue: 'revenue' });
console.log(formatResult(byRevenue, { name: 'By revenue' }));
console.log(byRevenue.largestAccount);

for (const { rollUp, result } of compareRollUps(autumn, reading)) {
  console.log(rollUp.padEnd(28), formatValue(result.value, result.definition));
}

const [sheet] = accountSheet(answers, {
  account: 'account',
  contact: 'contact',
  at: 'at',
  score: 'score',
  role: 'role',
  only: 'Alpine Hotels',
  asOf: '2026-09-30',
}).accounts;
for (const { contact, role, score, change } of sheet?.contacts ?? []) console.log(contact, role, score, change);

/** Tallies the answers one by one, as a stream would. */
function computeTally() {
  const tally = nps.createTally();
  autumn.forEach((answer, index) => nps.addRow(tally, answer, index));
  return tally;
}
