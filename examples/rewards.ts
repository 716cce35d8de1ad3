// Reward rules from a JSON file: read, checked, read back in words, and applied to two insights from the field.
import { readFileSync } from 'node:fs';
import {
  checkLedger,
  checkRules,
  describeRule,
  evaluateRewards,
  explainDecision,
  foldLedger,
  formatRuleFinding,
  toInsightFacts,
} from 'cx-scoring/rewards';
import { parseRewardRules } from 'cx-scoring/schemas';

const read = parseRewardRules(readFileSync(new URL('./data/reward-rules.json', import.meta.url), 'utf8'));
if (!read.success) throw new Error(read.issues[0]?.message);
const rules = read.rules.filter(({ id }) => id === 'field-insight');

for (const rule of rules) console.log(describeRule(rule).join('\n'));
console.log(`\nFound in all ${read.rules.length} rules of the file:`);
for (const finding of checkRules(read.rules)) console.log(`  ${formatRuleFinding(finding)}`);

const report = { at: '2026-10-05', authorRole: 'sales', actionable: true };
const facts = [
  { ...report, id: 'v1', authorId: 'lea', review: { at: '2026-10-09', status: 'validated' } },
  { ...report, id: 'v2', authorId: 'tom', authorRole: null },
].flatMap((insight) => toInsightFacts(insight));
const { decisions, entries } = evaluateRewards({ rules, facts, asOf: '2026-10-31' });

console.log('\nDecisions:');
for (const decision of decisions) {
  const { summary, reasons } = explainDecision(decision, { rules });
  console.log([`  ${summary}`, ...reasons.map((reason) => `    ${reason}`)].join('\n'));
}
console.log('\nEn français\u202f:');
for (const decision of decisions) console.log(`  ${explainDecision(decision, { rules, locale: 'fr' }).summary}`);

console.log('\nBalances:');
for (const { member, available, pending } of foldLedger(entries, { asOf: '2026-10-31' }))
  console.log(`  ${member}: ${available} points, ${pending} pending`);
console.log(`checkLedger: ${checkLedger({ ledger: entries, rules }).length} findings`);
