// What must hold after a race, reckoned from the rows alone where it can be.
import { checkLedger, evaluateRewards } from '../../dist/rewards/index.js';
import { queuesOf, rulesFor, sizesFor } from './programme.mjs';

function sumsBy(entries, keyOf) {
  const sums = new Map();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + entry.amount + entry.pending);
  }
  return sums;
}

/** Totals that no order of facts can change: by rule, and of what is capped by network. Insights have two verdicts, of which one comes first. */
function totalsOf(entries) {
  const sums = sumsBy(entries, ({ rule, network }) => (rule.id === 'insight' ? null : `${rule.id} ${network ?? ''}`));
  return JSON.stringify(Array.from(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readAll(client) {
  const { rows } = await client.query('select key, entry from ledger');
  const budgets = (await client.query('select id, unit, "limit", overflow, posted, reserved from budgets')).rows;
  const numbers = ({ limit, posted, reserved }) => ({ limit: +limit, posted: +posted, reserved: +reserved });
  return { rows, ledger: rows.map(({ entry }) => entry), budgets: budgets.map((row) => ({ ...row, ...numbers(row) })) };
}

/** All that must hold, with what was found. */
export async function checkRace(client, grants) {
  const { rows, ledger, budgets } = await readAll(client);
  const sizes = sizesFor(grants);
  const rules = rulesFor(grants);
  const unique = new Set(rows.map(({ key }) => key)).size;
  const over = [];
  const reached = new Set();
  for (const { id, caps = [] } of rules)
    for (const { scope, limit } of caps) {
      // All facts are of one month.
      const sums = sumsBy(ledger, (entry) => (entry.rule.id === id ? entry[scope] : null));
      for (const [key, sum] of sums) {
        if (sum >= limit) reached.add(scope);
        if (sum > limit) over.push(`${id} ${scope} ${key}: ${sum} of ${limit}`);
      }
    }
  const spent = ledger.reduce((sum, { budgetEffect }) => sum + (budgetEffect?.posted ?? 0), 0);
  const alone = evaluateRewards({
    rules,
    facts: queuesOf(sizes).flat(),
    budgets: [{ ...sizes.budget, posted: 0, reserved: 0 }],
    asOf: '2026-10-31',
  });
  const findings = checkLedger({ ledger, budgets, rules });
  const [{ limit, posted, reserved }] = budgets;
  const verdicts = new Map();
  for (const { kind, award } of ledger)
    if (kind === 'post' || kind === 'void') verdicts.set(award, (verdicts.get(award) ?? 0) + 1);
  const twice = Array.from(verdicts.values()).filter((count) => count > 1).length;
  const checks = [
    ['every key once', unique === rows.length, `${rows.length - unique} paid twice`],
    ['no cap exceeded', over.length === 0, `${over.length} exceeded, such as ${over[0]}`],
    ['caps of members and networks reached', reached.size === 2, `only those of ${Array.from(reached).join()}`],
    ['every insight one verdict', verdicts.size === sizes.insights && twice === 0, `${twice} have two`],
    ['budget not exceeded', spent <= limit, `spent ${spent} of ${limit}`],
    ['budget ran out exactly', spent === limit, `spent ${spent} of ${limit}`],
    ['budget row = sum of entries', posted === spent && reserved === 0, `row ${posted}, entries ${spent}`],
    ['totals as of one run alone', totalsOf(ledger) === totalsOf(alone.entries), 'they differ'],
    ['checkLedger', findings.length === 0, `${findings.length} findings, such as ${findings[0]?.code}`],
  ];
  const granted = ledger.filter(({ kind }) => kind === 'award').length;
  return {
    grants: granted,
    settled: verdicts.size,
    checks: checks.map(([name, holds, found]) => ({ name, holds, found })),
  };
}
