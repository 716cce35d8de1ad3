/** The tables of a programme. Amounts are whole numbers in `bigint`: points, or minor units of a currency. */
export const SCHEMA = `
create table programmes (
  id text primary key,
  rules jsonb not null,
  rules_version int not null,
  ledger_version bigint not null default 0
);
create table facts (
  id text primary key,
  trigger jsonb not null,
  day text collate "C" not null,
  data jsonb not null,
  decided boolean not null default false
);
create index on facts (day) where not decided;
create table ledger (
  key text primary key,
  entry jsonb not null,
  award text generated always as (entry ->> 'award') stored,
  kind text generated always as (entry ->> 'kind') stored,
  day text collate "C" generated always as (entry ->> 'on') stored,
  rule text generated always as (entry -> 'rule' ->> 'id') stored,
  unit text generated always as (entry ->> 'unit') stored,
  subject text generated always as (entry ->> 'subject') stored,
  occurrence text generated always as (entry ->> 'occurrence') stored,
  account text generated always as (entry ->> 'account') stored,
  network text generated always as (entry ->> 'network') stored,
  member text generated always as (entry ->> 'member') stored,
  amount bigint generated always as ((entry ->> 'amount')::bigint) stored,
  pending bigint generated always as ((entry ->> 'pending')::bigint) stored,
  budget text generated always as (entry ->> 'budget') stored,
  posted bigint generated always as ((entry -> 'budgetEffect' ->> 'posted')::bigint) stored,
  reserved bigint generated always as ((entry -> 'budgetEffect' ->> 'reserved')::bigint) stored
);
create index on ledger (award);
create index on ledger (subject, occurrence);
create index on ledger (member);
create index on ledger (rule, day);
create table budgets (
  id text primary key,
  unit text not null,
  "limit" bigint not null check ("limit" >= 0),
  overflow text not null default 'deny',
  posted bigint not null default 0,
  reserved bigint not null default 0,
  version bigint not null default 0,
  check (posted + reserved <= "limit")
);`;
