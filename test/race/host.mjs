// The host's part of rewards on PostgreSQL: read, evaluate, append in one transaction, and again where somebody was faster.
import { setTimeout as wait } from 'node:timers/promises';
import { evaluateRewards } from '../../dist/rewards/index.js';

/** From this attempt on, what is guarded is locked before it is read: who loses often enough goes first. */
const LOCK_FROM = 3;

/** Milliseconds between reading and writing, as where the database is farther away: what comes between is no matter of luck then. */
const PAUSE = 15;

/** Unique violation, serialisation failure, deadlock: somebody was faster. */
const RETRIED = new Set(['23505', '40001', '40P01']);

class Conflict extends Error {}

/** The tables. Without protection there is no unique key: the race has to fail then. */
export function schema(isProtected) {
  return `
    create table ledger (
      key text not null ${isProtected ? 'primary key' : ''},
      award text, day date not null, rule text, subject text, occurrence text, network text, entry jsonb not null
    );
    create index on ledger (subject, occurrence);
    create index on ledger (rule, network, day);
    create table guards (id text primary key, version bigint not null default 0);
    create table budgets (
      id text primary key, unit text not null, "limit" bigint not null, overflow text not null,
      posted bigint not null default 0, reserved bigint not null default 0, version bigint not null default 0
    );`;
}

/**
 * What a batch looks at beyond single keys: a network with a cap, which holds the caps of its members too, and whose insights are posted
 * or voided.
 */
function guardsOf(facts) {
  const guards = facts.flatMap(({ trigger, data: { network, person } }) => {
    if (trigger.event === 'insight.reviewed') return [`member ${person}`];
    return network === undefined ? [] : [`network ${network}`];
  });
  return Array.from(new Set(guards)).sort();
}

/** PostgreSQL gives a bigint as text. */
function toSafe(text) {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`);
  return value;
}

async function readGuarded(client, facts, lock) {
  const guards = guardsOf(facts);
  const usesBudget = facts.some(({ trigger }) => trigger.event === 'incident.closed');
  // Always budgets first, then guards in order: nobody waits for somebody who waits for him.
  const budgets = usesBudget ? (await client.query(`select * from budgets order by id ${lock}`)).rows : [];
  if (guards.length === 0) return { budgets, guards: [] };
  await client.query('insert into guards (id) select unnest($1::text[]) on conflict do nothing', [guards]);
  const found = await client.query(`select id, version from guards where id = any($1) order by id ${lock}`, [guards]);
  return { budgets, guards: found.rows };
}

/** What of the ledger a batch depends on: what its causes were granted before, and what its caps have counted. */
async function readLedger(client, facts) {
  const days = facts.map(({ on }) => on).sort();
  const { rows } = await client.query(
    `select entry from ledger
      where (subject, occurrence) in (select * from unnest($1::text[], $2::text[]))
         or (rule = 'sale' and network = any($3) and day between date_trunc('month', $4::date)
             and date_trunc('month', $5::date) + interval '1 month' - interval '1 day')`,
    [
      facts.map(({ data }) => data.person ?? data.customer),
      facts.map(({ data }) => data.id),
      Array.from(new Set(facts.map(({ data }) => data.network).filter((network) => network !== undefined))),
      days[0],
      days.at(-1),
    ],
  );
  return rows.map(({ entry }) => entry);
}

async function append(client, { entries, budgets }, read, isProtected) {
  for (const { id, posted, reserved } of budgets) {
    const { version } = read.budgets.find((budget) => budget.id === id);
    const { rowCount } = await client.query(
      `update budgets set posted = $2, reserved = $3, version = version + 1 where id = $1 ${isProtected ? 'and version = $4' : 'and $4::bigint >= 0'}`,
      [id, posted, reserved, version],
    );
    if (rowCount !== 1) throw new Conflict();
  }
  if (read.guards.length > 0 && isProtected) {
    // Locked in the order of their ids first: an update locks rows as it comes upon them, and two of them crosswise.
    await client.query('select from guards where id = any($1) order by id for update', [
      read.guards.map(({ id }) => id),
    ]);
    const { rowCount } = await client.query(
      `update guards set version = guards.version + 1 from unnest($1::text[], $2::bigint[]) as read (id, version)
        where guards.id = read.id and guards.version = read.version`,
      [read.guards.map(({ id }) => id), read.guards.map(({ version }) => version)],
    );
    if (rowCount !== read.guards.length) throw new Conflict();
  }
  // In the order of their keys: two that append the same wait for one another at the first, not crosswise.
  const sorted = Array.from(entries).sort((a, b) => (a.key < b.key ? -1 : 1));
  await client.query(
    `insert into ledger (key, award, day, rule, subject, occurrence, network, entry)
      select e ->> 'key', e ->> 'award', (e ->> 'on')::date, e -> 'rule' ->> 'id', e ->> 'subject', e ->> 'occurrence',
             e ->> 'network', e
        from jsonb_array_elements($1::jsonb) with ordinality as list (e, place) order by place`,
    [JSON.stringify(sorted)],
  );
}

async function attempt(client, { rules, facts, asOf, isProtected }, isLocked) {
  if (isLocked) await client.query('begin');
  // The versions first: whoever commits after them is noticed.
  const read = await readGuarded(client, facts, isLocked ? 'for update' : '');
  const ledger = await readLedger(client, facts);
  const budgets = read.budgets.map(({ id, unit, limit, overflow, posted, reserved }) => ({
    ...{ id, unit, overflow, limit: toSafe(limit), posted: toSafe(posted), reserved: toSafe(reserved) },
  }));
  const outcome = evaluateRewards({ rules, facts, ledger, budgets, asOf });
  if (outcome.entries.length > 0) {
    await wait(PAUSE);
    if (!isLocked) await client.query('begin');
    await append(client, outcome, read, isProtected);
  }
  if (isLocked || outcome.entries.length > 0) await client.query('commit');
}

/** Decides one batch: how many attempts it took. */
export async function runBatch(client, request, draw) {
  for (let attempts = 1; ; attempts++) {
    try {
      await attempt(client, request, request.isProtected && attempts >= LOCK_FROM);
      return attempts;
    } catch (error) {
      await client.query('rollback');
      if (!(error instanceof Conflict || RETRIED.has(error.code)) || attempts === 50) throw error;
      await wait(draw() * Math.min(200, 5 * 2 ** attempts));
    }
  }
}
