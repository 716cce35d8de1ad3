import { toCivilDate, toDayNumber } from 'cx-scoring/core';
import type { CapPeriod, FactPath, RewardFact, RewardRule } from 'cx-scoring/rewards';

/** Which part of the ledger an evaluation in mode `'append'` depends on: plain JSON, a parameter of `LEDGER_PART`. */
export interface LedgerPart {
  /** What the facts are about: grants for it, of whatever rule, and where something may be taken back the members who have it. */
  readonly causes: readonly { readonly subject: string; readonly occurrence: string; readonly takesBack: boolean }[];
  /** What caps count: of one rule, or of all rules of a unit where `rule` is `null`. */
  readonly caps: readonly {
    readonly rule: string | null;
    readonly unit: string;
    readonly scope: string;
    readonly whose: readonly string[];
    readonly from: string;
    readonly through: string;
  }[];
  /** Grants of a rule from before a day that are pending still: they are overdue. */
  readonly overdue: readonly { readonly rule: string; readonly before: string }[];
  /** What budgets got back on the day of the first fact or later: facts of that day must not find it. */
  readonly budgets: readonly { readonly budget: string; readonly from: string }[];
  /** Members whose whole account matters, since something may be taken back that is granted in the same run. */
  readonly members: readonly string[];
}

/** Months before and after that of a fact which a period can reach into; more than is needed does no harm. */
const REACH: Record<Exclude<CapPeriod, 'total'>, number> = {
  day: 0,
  week: 1,
  month: 0,
  quarter: 2,
  'civil-year': 11,
  'fiscal-year': 11,
};

function monthFrom(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function daysAround(day: string, period: CapPeriod): { readonly from: string; readonly through: string } {
  if (period === 'total') return { from: '0000-01-01', through: '9999-12-31' };
  return { from: `${monthFrom(day, -REACH[period])}-01`, through: `${monthFrom(day, REACH[period])}-31` };
}

function read(data: unknown, path: FactPath | undefined): unknown {
  return path?.reduce<unknown>((at, name) => (Object(at) as Record<string, unknown>)[name], data);
}

function idsIn(data: unknown, path: FactPath | undefined): string[] {
  const value = read(data, path);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** Who gets a grant: the members it is divided among, or the subject. */
function membersOf({ grant, subject }: RewardRule, data: unknown): string[] {
  if (!('split' in grant) || grant.split === undefined) return idsIn(data, subject);
  const { over, id } = grant.split;
  const list = read(data, over);
  return Array.isArray(list) ? list.flatMap((element) => idsIn(element, id)) : [];
}

function isTriggered({ trigger }: RewardRule, { trigger: by }: RewardFact): boolean {
  if (trigger.kind === 'event') return by.kind === 'event' && by.event === trigger.event;
  if (trigger.kind === 'period-close') return by.kind === 'period-close' && by.period === trigger.period;
  return by.kind === 'metric-result' && by.metric === trigger.metric;
}

/** What of the ledger some rules need to decide on some facts. */
export function ledgerPartOf(rules: readonly RewardRule[], facts: readonly RewardFact[], asOf: string): LedgerPart {
  const causes: LedgerPart['causes'][number][] = [];
  const caps: LedgerPart['caps'][number][] = [];
  const members = new Set<string>();
  const first = facts.reduce((day, { on }) => (on < day ? on : day), asOf);
  const isTakenBack = ({ reversal }: RewardRule, { trigger }: RewardFact): boolean =>
    trigger.kind === 'event' && reversal?.on.includes(trigger.event) === true;
  for (const rule of rules) {
    const takesBack = facts.some((fact) => isTakenBack(rule, fact));
    const settledBy = rule.settle?.mode === 'two-phase' ? rule.settle.on : [];
    for (const fact of facts) {
      const { on, data, trigger } = fact;
      const grants = isTriggered(rule, fact);
      const settles = trigger.kind === 'event' && settledBy.includes(trigger.event);
      if (!grants && !settles && !isTakenBack(rule, fact)) continue;
      for (const subject of idsIn(data, rule.subject))
        for (const occurrence of idsIn(data, rule.occurrence)) causes.push({ subject, occurrence, takesBack });
      if (!grants) continue;
      const receivers = membersOf(rule, data);
      if (takesBack) for (const member of receivers) members.add(member);
      for (const { scope, period, across } of rule.caps ?? []) {
        const named = scope === 'programme' ? [] : scope === 'beneficiary' ? receivers : idsIn(data, rule[scope]);
        const counted = across === 'all-rules' ? null : rule.id;
        caps.push({ rule: counted, unit: rule.grant.unit, scope, whose: named, ...daysAround(on, period) });
      }
    }
  }
  const overdue = rules.flatMap(({ id, settle }) =>
    settle?.mode === 'two-phase'
      ? [{ rule: id, before: toCivilDate(toDayNumber(asOf) - settle.voidAfterDays) ?? asOf }]
      : [],
  );
  const budgets = rules.flatMap(({ budget }) => (budget === undefined ? [] : [{ budget, from: first }]));
  return { causes, caps, overdue, budgets, members: Array.from(members) };
}

/**
 * Reads that part. A grant is read whole, with all that became of it, or not at all; so is the account of a member. A grant counts in the
 * period of its day, which a correction may move; when a corrected grant gave back to its budget its payload says, so it is read anyway.
 */
export const LEDGER_PART = `
with causes as (
  select * from jsonb_to_recordset($1::jsonb -> 'causes') as c (subject text, occurrence text, "takesBack" boolean)
), caps as (
  select distinct * from jsonb_to_recordset($1::jsonb -> 'caps')
    as c (rule text, unit text, scope text, whose jsonb, "from" text, through text)
), people as (
  select jsonb_array_elements_text($1::jsonb -> 'members') as member
  union select l.member from ledger l join causes c using (subject, occurrence) where c."takesBack"
), wanted as (
  select l.award from ledger l join causes using (subject, occurrence)
  union
  select l.award from ledger l join caps c on coalesce(c.rule = l.rule, c.unit = l.unit)
    and exists (select from ledger g where g.award = l.award and g.kind in ('award', 'reserve', 'correct')
                and g.day >= c."from" and g.day <= c.through)
    and case c.scope when 'programme' then true when 'subject' then c.whose ? l.subject
        when 'beneficiary' then c.whose ? l.member when 'account' then c.whose ? l.account
        else c.whose ? l.network end
  union
  select l.award from ledger l
    join jsonb_to_recordset($1::jsonb -> 'overdue') as o (rule text, before text) on o.rule = l.rule
    group by l.award, o.before having sum(l.pending) > 0 and min(l.day) < o.before
  union
  select l.award from ledger l
    join jsonb_to_recordset($1::jsonb -> 'budgets') as b (budget text, "from" text) on b.budget = l.budget
    group by l.award, b."from"
    having bool_or(l.kind = 'correct')
        or (min(l.posted + l.reserved) < 0 and max(greatest(l.day, l.entry -> 'payload' ->> 'reversedOn')) >= b."from")
  union
  select l.award from ledger l join people using (member)
)
select entry from ledger
  where award in (select award from wanted) or member in (select member from people)`;
