// Rewards in a service with a database: a night's work, the same batch twice, two runs at once, a late fact.
// The database is PostgreSQL in this process; the SQL is the same on a server.
import { PGlite } from '@electric-sql/pglite';
import { checkLedger, foldLedger, type LedgerEntry, type RewardBudget, type RewardFact } from 'cx-scoring/rewards';
import { openProgramme, runNight, type NightReport } from './reward-service/night.js';
import { FIRST, LATE, PROGRAMME, SECOND } from './reward-service/programme.js';
import { SCHEMA } from './reward-service/schema.js';

const db = await PGlite.create('memory://');
await db.exec(SCHEMA);
await db.query('insert into programmes (id, rules, rules_version) values ($1, $2, $3)', ['field', PROGRAMME, 1]);
await db.query(`insert into budgets (id, unit, "limit") values ('goodwill-2026', 'EUR', 8000)`);

// A queue may deliver twice: what is there already is left alone.
const receive = async (facts: readonly RewardFact[]) => {
  for (const { id, trigger, on, data } of facts)
    await db.query('insert into facts values ($1, $2, $3, $4) on conflict do nothing', [id, trigger, on, data]);
};
const tell = (title: string, { decisions, entries, budgets, attempts, read }: NightReport) => {
  console.log(`\n${title}: ${entries.length} new entries, ${read} read, attempts: ${attempts}`);
  for (const { outcome, rule, subject, occurrence, on, granted, desired, unit } of decisions)
    console.log(
      `  ${on} ${rule} ${subject ?? '?'} ${occurrence ?? '?'}: ${outcome}, ${granted} of ${desired ?? '?'} ${unit}`,
    );
  for (const { id, limit, posted, reserved } of budgets)
    console.log(`  budget ${id}: ${posted} posted, ${reserved} reserved, ${limit - posted - reserved} left`);
};

// Compiled once, for as long as the version of the rules is the same.
const programme = await openProgramme(db, 'field');

await receive(FIRST);
tell('First night', await runNight(db, { programme, asOf: '2026-10-08' }));

await receive(FIRST);
await db.query('update facts set decided = false');
tell('The same batch again', await runNight(db, { programme, asOf: '2026-10-08' }));

// Between our reading and our writing, another worker does the same work: its entries stand, ours are rolled back.
await receive(SECOND);
const meanwhile = async (attempt: number) => {
  if (attempt === 1) tell('Meanwhile, another worker', await runNight(db, { programme, asOf: '2026-10-09' }));
};
tell('Second night', await runNight(db, { programme, asOf: '2026-10-09', meanwhile }));

await receive(LATE);
const rebuilt = await runNight(db, { programme, asOf: '2026-10-10', rebuildFrom: '2026-10-01' });
console.log('\nA late fact, everything from 1 October decided anew:');
for (const { kind, occurrence, member, amount, on, bookedOn } of rebuilt.entries)
  console.log(
    `  ${kind} ${occurrence ?? ''} ${member}: ${amount > 0 ? '+' : ''}${amount} on ${on}, booked on ${bookedOn}`,
  );

// Who never chose a gift: the reservation returns to the budget when its days are over.
tell('A month later', await runNight(db, { programme, asOf: '2026-11-09' }));

// The nightly check of the whole.
const { rows } = await db.query<{ entry: LedgerEntry }>('select entry from ledger');
const ledger = rows.map(({ entry }) => entry);
const budgets = await db.query<RewardBudget>('select id, unit, "limit", posted, reserved from budgets');
console.log('\nBalances:');
for (const { member, unit, available, pending } of foldLedger(ledger, { asOf: '2026-11-09' }))
  console.log(`  ${member}: ${available} ${unit}, ${pending} pending`);
console.log(`checkLedger: ${checkLedger({ ledger, budgets: budgets.rows, rules: programme.rules }).length} findings`);
await db.close();
