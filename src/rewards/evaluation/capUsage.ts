import { capPeriodOf } from './capPeriod.js';
import type { CompiledRules } from '../rules/compileRules.js';
import { addDated, sumAt, usedBy, type DatedSum } from './datedSum.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { Cap, CapPeriod } from '../rules/rewardRule.js';

/** What a cap needs to know of a grant. */
export interface CapSubject {
  /** Id of the rule. */
  readonly rule: string;
  /** Unit of the grant. */
  readonly unit: string;
  /** Civil date of the grant. */
  readonly on: string;
  /** Who earns it. */
  readonly subject: string | null;
  /** Account. */
  readonly account: string | null;
  /** Network. */
  readonly network: string | null;
  /** Who gets it. */
  readonly member: string | null;
}

/** What the caps of some rules have counted. */
export interface CapUsage {
  /** Counts an entry of a grant; caps count in the period of the grant, whenever it is settled or taken back. */
  readonly add: (entry: LedgerEntry, root: LedgerEntry, stamp: number) => void;
  /** What a cap has counted for a grant to be. */
  readonly used: (cap: Cap, of: CapSubject) => number;
}

/** Whose grants a cap counts together. */
export function scopeKeyOf({ scope }: Pick<Cap, 'scope'>, of: CapSubject): string | null {
  if (scope === 'programme') return '';
  return scope === 'beneficiary' ? of.member : of[scope];
}

/** What is counted together for one kind of cap of one rule, or of one unit. */
interface Counter {
  readonly cap: Pick<Cap, 'scope' | 'period'>;
  readonly unit: string;
  readonly sums: Map<string, DatedSum>;
}

/** The period of a day, remembered: a ledger has far fewer days than entries. */
function periodReader(period: CapPeriod, fiscalYearStart: number): (day: string) => string {
  const known = new Map<string, string>();
  return (day) => {
    let key = known.get(day);
    if (key === undefined) known.set(day, (key = capPeriodOf(day, period, fiscalYearStart)));
    return key;
  };
}

/** Counts for the caps that some rules have, and for nothing else. */
export function createCapUsage({ rules, fiscalYearStart }: CompiledRules): CapUsage {
  const counters = new Map<string, Counter>();
  const ofRules = new Map<string, Counter[]>();
  const ofUnits = new Map<string, Counter[]>();
  const periods = new Map<CapPeriod, (day: string) => string>();
  const nameOf = (cap: Cap, rule: string, unit: string): string =>
    JSON.stringify([cap.scope, cap.period, (cap.across ?? 'rule') === 'rule' ? rule : null, unit]);
  for (const { rule } of rules)
    for (const cap of rule.caps ?? []) {
      const name = nameOf(cap, rule.id, rule.grant.unit);
      if (counters.has(name)) continue;
      const counter: Counter = { cap, unit: rule.grant.unit, sums: new Map() };
      counters.set(name, counter);
      const [index, by] = (cap.across ?? 'rule') === 'rule' ? [ofRules, rule.id] : [ofUnits, rule.grant.unit];
      index.set(by, [...(index.get(by) ?? []), counter]);
      periods.set(cap.period, periods.get(cap.period) ?? periodReader(cap.period, fiscalYearStart));
    }
  // No period holds a space, so that the two cannot run into one another.
  const keyOf = ({ scope, period }: Counter['cap'], on: string, of: CapSubject): string | null => {
    const whose = scopeKeyOf({ scope }, of);
    return whose === null ? null : `${(periods.get(period) as (day: string) => string)(on)} ${whose}`;
  };
  return {
    add: (entry, { rule, subject, account, network, on }, stamp) => {
      const { unit, member } = entry;
      const own = ofRules.get(rule?.id ?? '') ?? [];
      const shared = ofUnits.get(unit) ?? [];
      if (own.length + shared.length === 0) return;
      const of = { rule: rule?.id ?? '', unit, on, subject, account, network, member };
      for (const list of [own, shared])
        for (const { cap, unit: counted, sums } of list) {
          const key = counted === unit ? keyOf(cap, on, of) : null;
          if (key !== null) addDated(sumAt(sums, key), stamp, entry.amount + entry.pending);
        }
    },
    used: (cap, of) => {
      const key = keyOf(cap, of.on, of);
      return key === null ? 0 : usedBy(counters.get(nameOf(cap, of.rule, of.unit))?.sums.get(key), of.on);
    },
  };
}
