import { capPeriodOf } from './capPeriod.js';
import type { CountedPart } from './countedPart.js';
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
  /** Counts a part of a grant; caps count in the period of the grant, whenever it is settled or taken back. */
  readonly add: (part: Pick<CountedPart, 'member' | 'unit' | 'amount' | 'stamp'>, root: LedgerEntry) => void;
  /** What a cap has counted for a grant to be. */
  readonly used: (cap: Cap, of: CapSubject) => number;
}

/** Whose grants a cap counts together. */
export function scopeKeyOf({ scope }: Pick<Cap, 'scope'>, of: CapSubject): string | null {
  if (scope === 'programme') return '';
  return scope === 'beneficiary' ? of.member : of[scope];
}

/** What is counted together for one scope and period, of one rule or of all rules of a unit. */
interface Counter extends Pick<Cap, 'scope' | 'period'> {
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

/** Makes one counter for each scope and period that some caps have. */
function countersOf(caps: readonly Cap[]): Counter[] {
  const counters: Counter[] = [];
  for (const { scope, period } of caps)
    if (!counters.some((own) => own.scope === scope && own.period === period))
      counters.push({ scope, period, sums: new Map() });
  return counters;
}

/** Counts for the caps that the rules have of what the ledger grants, and for nothing else. */
export function createCapUsage({ find, sharedCaps, fiscalYearStart }: CompiledRules): CapUsage {
  const ofRules = new Map<string, readonly Counter[]>();
  const ofUnits = new Map<string, readonly Counter[]>();
  const periods = new Map<CapPeriod, (day: string) => string>();
  const none: readonly Counter[] = [];
  const ownCounters = (id: string, unit: string): readonly Counter[] => {
    let own = ofRules.get(id);
    if (own === undefined) {
      const caps = find(id)?.rule.caps ?? [];
      ofRules.set(id, (own = countersOf(caps.filter(({ across }) => across !== 'all-rules'))));
    }
    // Figures of a unit that the rule granted in before do not count.
    return own.length > 0 && find(id)?.rule.grant.unit === unit ? own : none;
  };
  const sharedCounters = (unit: string): readonly Counter[] => {
    let shared = ofUnits.get(unit);
    if (shared === undefined) ofUnits.set(unit, (shared = countersOf(sharedCaps(unit))));
    return shared;
  };
  // No period holds a space, so that the two cannot run into one another.
  const keyOf = ({ scope, period }: Pick<Cap, 'scope' | 'period'>, on: string, of: CapSubject): string | null => {
    const whose = scopeKeyOf({ scope }, of);
    if (whose === null) return null;
    let reader = periods.get(period);
    if (reader === undefined) periods.set(period, (reader = periodReader(period, fiscalYearStart)));
    return `${reader(on)} ${whose}`;
  };
  return {
    add: ({ unit, member, amount, stamp }, { rule, subject, account, network, on }) => {
      const own = ownCounters(rule?.id ?? '', unit);
      const shared = sharedCounters(unit);
      if (own.length + shared.length === 0) return;
      const of = { rule: rule?.id ?? '', unit, on, subject, account, network, member };
      for (const list of [own, shared])
        for (const counter of list) {
          const key = keyOf(counter, on, of);
          if (key !== null) addDated(sumAt(counter.sums, key), stamp, amount);
        }
    },
    used: (cap, of) => {
      const key = keyOf(cap, of.on, of);
      if (key === null) return 0;
      const counters = cap.across === 'all-rules' ? sharedCounters(of.unit) : ownCounters(of.rule, of.unit);
      const counter = counters.find(({ scope, period }) => scope === cap.scope && period === cap.period);
      return usedBy(counter?.sums.get(key), of.on);
    },
  };
}
