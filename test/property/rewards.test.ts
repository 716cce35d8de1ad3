import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { RewardBudget } from '../../src/rewards/rules/budget.js';
import { capPeriodOf } from '../../src/rewards/evaluation/capPeriod.js';
import { checkLedger } from '../../src/rewards/ledger/checkLedger.js';
import { compileRules } from '../../src/rewards/rules/compileRules.js';
import { evaluateRewards } from '../../src/rewards/evaluation/evaluateRewards.js';
import { expireLots } from '../../src/rewards/ledger/expireLots.js';
import { foldLedger } from '../../src/rewards/ledger/foldLedger.js';
import type { LedgerEntry } from '../../src/rewards/ledger/ledgerEntry.js';
import { redeem } from '../../src/rewards/ledger/redeem.js';
import { restoreRedemption } from '../../src/rewards/ledger/restoreRedemption.js';
import type { RewardFact } from '../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../src/rewards/rules/rewardRule.js';
import { proportionOf } from '../../src/rewards/evaluation/roundAmount.js';
import { splitAmount } from '../../src/rewards/evaluation/splitAmount.js';
import { transferPoints } from '../../src/rewards/ledger/transferPoints.js';

const DAYS = ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02', '2026-02-09', '2026-04-01', '2026-04-02'];
const LAST = '2026-04-30';
const PEOPLE = ['lea', 'Tom', 'é', 'a|b'];

const cap: fc.Arbitrary<NonNullable<RewardRule['caps']>[number]> = fc.record({
  scope: fc.constantFrom('subject', 'beneficiary', 'account', 'network', 'programme'),
  period: fc.constantFrom('day', 'week', 'month', 'quarter', 'civil-year', 'fiscal-year', 'total'),
  limit: fc.integer({ min: 0, max: 150 }),
  overflow: fc.constantFrom('clip', 'deny'),
  across: fc.constantFrom('rule', 'all-rules'),
});

const rule = (id: string): fc.Arbitrary<RewardRule> =>
  fc
    .record({
      priority: fc.integer({ min: -1, max: 1 }),
      amount: fc.oneof(
        fc.integer({ min: 0, max: 90 }).map((amount) => ({ kind: 'fixed', amount }) as const),
        fc.constant({ kind: 'proportional', fact: ['value'], basisPoints: 3333, rounding: 'half-even' } as const),
      ),
      split: fc.boolean(),
      phases: fc.boolean(),
      caps: fc.array(cap, { maxLength: 2 }),
      budget: fc.boolean(),
      group: fc.boolean(),
      policy: fc.constantFrom('pending-only', 'within-balance', 'full'),
      booking: fc.constantFrom('current-period', 'original-period'),
      release: fc.boolean(),
      expiry: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    })
    .map(({ priority, amount, split, phases, caps, budget, group, policy, booking, release, expiry }): RewardRule => ({
      format: 1,
      id,
      version: 1,
      state: 'active',
      trigger: { kind: 'event', event: 'sale' },
      subject: ['who'],
      occurrence: ['what'],
      account: ['account'],
      network: ['network'],
      when: { op: 'gte', fact: ['value'], value: 20 },
      grant: {
        kind: 'points',
        unit: 'pt',
        amount,
        ...(split ? { split: { over: ['team'], id: ['id'], weight: ['weight'] } } : {}),
      },
      ...(phases
        ? {
            settle: {
              mode: 'two-phase',
              on: ['review'],
              post: { op: 'eq', fact: ['verdict'], value: 'good' },
              void: { op: 'eq', fact: ['verdict'], value: 'bad' },
              voidAfterDays: 10,
            } as const,
          }
        : {}),
      caps,
      ...(budget ? { budget: 'b' } : {}),
      ...(group ? { exclusiveGroup: 'g' } : {}),
      priority,
      reversal: { on: ['undo'], when: { op: 'eq', fact: ['undo'], value: true }, policy, booking, release },
      ...(expiry === undefined ? {} : { expiry: { afterDays: expiry } }),
      onUnknown: 'hold',
    }));

const rules = fc.tuple(rule('r1'), rule('r2'), rule('r10'));

const data = fc.record({
  who: fc.constantFrom(...PEOPLE),
  what: fc.integer({ min: 1, max: 5 }),
  account: fc.constantFrom('acme', 'beta'),
  network: fc.constantFrom('north', 'south'),
  value: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 10, max: 300 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  verdict: fc.constantFrom('good', 'bad', 'open'),
  undo: fc.boolean(),
  team: fc
    .uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 3 })
    .map((team) => team.map((id, at) => ({ id, weight: at + 1 }))),
});

const facts: fc.Arbitrary<RewardFact[]> = fc
  .array(
    fc.record({
      trigger: fc.constantFrom('sale', 'sale', 'review', 'undo').map((event) => ({ kind: 'event', event }) as const),
      on: fc.constantFrom(...DAYS),
      data,
    }),
    { maxLength: 14 },
  )
  .map((list) => list.map((fact, at) => ({ id: `f${at}`, ...fact })));

const budget: fc.Arbitrary<RewardBudget> = fc.record({
  id: fc.constant('b'),
  unit: fc.constant('pt'),
  limit: fc.integer({ min: 0, max: 300 }),
  posted: fc.constant(0),
  reserved: fc.constant(0),
  overflow: fc.constantFrom('clip', 'deny'),
});

const scene = fc.record({ rules, facts, budget });

/** Plain additions: nothing of the code under test. */
function balances(entries: readonly LedgerEntry[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { member, amount, pending } of entries) sums.set(member, (sums.get(member) ?? 0) + amount + pending);
  for (const [member, sum] of sums) if (sum === 0) sums.delete(member);
  return new Map(Array.from(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function perGrant(entries: readonly LedgerEntry[]): [string, number, number][] {
  const sums = new Map<string, [number, number]>();
  for (const { award, member, amount, pending } of entries) {
    if (award === null) continue;
    const key = JSON.stringify([award, member]);
    const [a, p] = sums.get(key) ?? [0, 0];
    sums.set(key, [a + amount, p + pending]);
  }
  return Array.from(sums, ([key, [a, p]]): [string, number, number] => [key, a, p])
    .filter(([, a, p]) => a !== 0 || p !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What each cap has counted, from the entries alone. */
function expectCapsKept(all: readonly RewardRule[], entries: readonly LedgerEntry[]): void {
  const days = new Map(
    entries.filter(({ kind }) => kind === 'award' || kind === 'reserve').map(({ award, on }) => [award, on]),
  );
  for (const { id, caps = [] } of all)
    for (const own of caps) {
      const byRule = own.across !== 'all-rules';
      const sums = new Map<string, number>();
      const byThis = new Set<string>();
      for (const entry of entries) {
        if (entry.award === null || entry.kind === 'expire' || (byRule && entry.rule?.id !== id)) continue;
        const whose = own.scope === 'beneficiary' ? entry.member : own.scope === 'programme' ? '' : entry[own.scope];
        const key = JSON.stringify([whose, capPeriodOf(days.get(entry.award) as string, own.period, 1)]);
        sums.set(key, (sums.get(key) ?? 0) + entry.amount + entry.pending);
        if (entry.rule?.id === id) byThis.add(key);
      }
      // A cap binds its own rule: rules without it may use more of what all rules share.
      const others = all.some((other) => other.id !== id);
      for (const [key, sum] of sums)
        if (byRule || !others) expect(sum, `${id} ${JSON.stringify(own)} ${key}`).toBeLessThanOrEqual(own.limit);
    }
}

const uniqueKeys = (entries: readonly LedgerEntry[]): boolean =>
  new Set(entries.map(({ key }) => key)).size === entries.length;

const RUNS = { numRuns: 100 };

describe('evaluation', () => {
  it('keeps caps and budgets, and adds up', () => {
    fc.assert(
      fc.property(scene, ({ rules: own, facts: given, budget: pot }) => {
        const { entries, budgets } = evaluateRewards({ rules: own, facts: given, budgets: [pot], asOf: LAST });
        expect(uniqueKeys(entries)).toBe(true);
        expectCapsKept(own, entries);
        expect((budgets[0]?.posted ?? 0) + (budgets[0]?.reserved ?? 0)).toBeLessThanOrEqual(pot.limit);
        expect(checkLedger({ ledger: entries, budgets, rules: own })).toEqual([]);
      }),
      RUNS,
    );
  });

  it('keeps a cap that all rules share', () => {
    fc.assert(
      fc.property(scene, cap, ({ rules: own, facts: given }, { limit, period }) => {
        const shared = { scope: 'beneficiary', period, limit, overflow: 'clip', across: 'all-rules' } as const;
        const { entries } = evaluateRewards({
          rules: own.map(({ budget: _, ...rest }) => ({ ...rest, caps: [shared] })),
          facts: given,
          asOf: LAST,
        });
        const days = new Map(
          entries.map(({ key, award, on, kind }) => [kind === 'award' || kind === 'reserve' ? award : key, on]),
        );
        const sums = new Map<string, number>();
        for (const { award, member, amount, pending } of entries) {
          const key = JSON.stringify([member, capPeriodOf(days.get(award) as string, period, 1)]);
          sums.set(key, (sums.get(key) ?? 0) + amount + pending);
        }
        for (const sum of sums.values()) expect(sum).toBeLessThanOrEqual(limit);
      }),
      RUNS,
    );
  });

  it('gives nothing when a batch is replayed on its own ledger', () => {
    fc.assert(
      fc.property(scene, ({ rules: own, facts: given, budget: pot }) => {
        const first = evaluateRewards({ rules: own, facts: given, budgets: [pot], asOf: LAST });
        const again = evaluateRewards({
          rules: own,
          facts: given,
          budgets: first.budgets,
          ledger: first.entries,
          asOf: LAST,
        });
        expect(again.entries).toEqual([]);
        expect(again.budgets).toEqual(first.budgets);
      }),
      RUNS,
    );
  });

  it('does not depend on any order', () => {
    fc.assert(
      fc.property(
        scene.chain((own) =>
          fc.record({
            own: fc.constant(own),
            facts: fc.shuffledSubarray(own.facts, { minLength: own.facts.length }),
            rules: fc.shuffledSubarray([...own.rules], { minLength: own.rules.length }),
            cut: fc.nat(own.facts.length),
            turn: fc.nat(20),
          }),
        ),
        ({ own, facts: shuffled, rules: turned, cut, turn }) => {
          const run = (all: readonly RewardRule[], given: readonly RewardFact[], ledger: readonly LedgerEntry[]) =>
            JSON.stringify(evaluateRewards({ rules: all, facts: given, ledger, budgets: [own.budget], asOf: LAST }));
          const before = evaluateRewards({ rules: own.rules, facts: own.facts.slice(0, cut), asOf: LAST }).entries;
          const rotated = [...before.slice(turn % (before.length + 1)), ...before.slice(0, turn % (before.length + 1))];
          expect(run(turned, shuffled, rotated.reverse())).toBe(run(own.rules, own.facts, before));
        },
      ),
      RUNS,
    );
  });

  it('decides a batch that is split at a day’s end as one', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom(...DAYS), ({ rules: own, facts: given, budget: pot }, day) => {
        const strip = ({ bookedOn: _, ...entry }: LedgerEntry): object => entry;
        const whole = evaluateRewards({ rules: own, facts: given, budgets: [pot], asOf: LAST });
        const first = evaluateRewards({ rules: own, facts: given, budgets: [pot], asOf: day });
        const second = evaluateRewards({
          rules: own,
          facts: given.filter(({ on }) => on > day),
          budgets: first.budgets,
          ledger: first.entries,
          asOf: LAST,
        });
        expect([...first.entries, ...second.entries].map(strip)).toEqual(whole.entries.map(strip));
        expect(second.budgets).toEqual(whole.budgets);
        expect([...first.decisions, ...second.decisions]).toEqual(whole.decisions);
      }),
      RUNS,
    );
  });

  it('settles and takes back each grant once, in whatever batches facts come', () => {
    fc.assert(
      fc.property(
        scene,
        fc.array(fc.nat(3), { minLength: 14, maxLength: 14 }),
        ({ rules: own, facts: given }, batch) => {
          let ledger: LedgerEntry[] = [];
          const all = own.map(({ budget: _, ...rest }) => rest);
          for (const turn of [0, 1, 2, 3]) {
            const part = given.filter((_, at) => batch[at] === turn);
            ledger = [...ledger, ...evaluateRewards({ rules: all, facts: part, ledger, asOf: LAST }).entries];
          }
          expect(uniqueKeys(ledger)).toBe(true);
          expect(checkLedger({ ledger })).toEqual([]);
          for (const [, amount, pending] of perGrant(ledger))
            expect(Math.min(amount, pending)).toBeGreaterThanOrEqual(0);
        },
      ),
      RUNS,
    );
  });

  it('leaves balances and budget as before where all is taken back', () => {
    fc.assert(
      fc.property(scene, ({ rules: own, facts: given, budget: pot }) => {
        const all = own.map((one) => ({
          ...one,
          reversal: {
            on: ['undo'],
            when: { op: 'known', fact: ['who'] } as const,
            policy: 'full' as const,
            release: true,
          },
        }));
        const sales = given.filter(({ trigger }) => trigger.kind === 'event' && trigger.event !== 'undo');
        const undone = sales.map(({ id, data: said }) => ({
          id: `u${id}`,
          trigger: { kind: 'event', event: 'undo' } as const,
          on: LAST,
          data: said,
        }));
        const done = evaluateRewards({ rules: all, facts: [...sales, ...undone], budgets: [pot], asOf: LAST });
        expect(balances(done.entries)).toEqual(new Map());
        expect(done.budgets).toEqual([pot]);
      }),
      RUNS,
    );
  });
});

describe('rebuild', () => {
  const batches = fc.array(fc.nat(3), { minLength: 14, maxLength: 14 });
  const from = '2026-01-01';

  it('after appending in any split comes to the same as one rebuild, and replayed gives nothing', () => {
    fc.assert(
      fc.property(scene, batches, ({ rules: own, facts: given, budget: pot }, batch) => {
        let ledger: LedgerEntry[] = [];
        let budgets: readonly RewardBudget[] = [pot];
        for (const turn of [0, 1, 2, 3]) {
          const part = given.filter((_, at) => batch[at] === turn);
          const done = evaluateRewards({ rules: own, facts: part, ledger, budgets, asOf: LAST });
          ledger = [...ledger, ...done.entries];
          ({ budgets } = done);
        }
        const input = { rules: own, facts: given, asOf: LAST, mode: 'rebuild', rebuildFrom: from } as const;
        const one = evaluateRewards({ ...input, budgets: [pot] });
        const rebuilt = evaluateRewards({ ...input, ledger, budgets });
        const after = [...ledger, ...rebuilt.entries];
        expect(uniqueKeys(after)).toBe(true);
        expect(perGrant(after)).toEqual(perGrant(one.entries));
        expect(rebuilt.budgets).toEqual(one.budgets);
        expect(checkLedger({ ledger: after, budgets: rebuilt.budgets })).toEqual([]);
        const again = evaluateRewards({ ...input, ledger: after, budgets: rebuilt.budgets });
        expect(again.entries).toEqual([]);
        expect(again.budgets).toEqual(rebuilt.budgets);
      }),
      RUNS,
    );
  });

  it('leaves nothing to append for the facts it decided on, whatever was appended and rebuilt before', () => {
    const modes = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(scene, batches, modes, ({ rules: own, facts: given, budget: pot }, batch, isRebuild) => {
        let ledger: LedgerEntry[] = [];
        let budgets: readonly RewardBudget[] = [pot];
        const run = (of: readonly RewardFact[], mode: 'append' | 'rebuild'): readonly LedgerEntry[] => {
          const done = evaluateRewards({ rules: own, facts: of, ledger, budgets, asOf: LAST, mode, rebuildFrom: from });
          ledger = [...ledger, ...done.entries];
          ({ budgets } = done);
          return done.entries;
        };
        for (const turn of [0, 1, 2, 3]) {
          const seen = given.filter((_, at) => (batch[at] ?? 0) <= turn);
          const late = given.filter((_, at) => batch[at] === turn);
          run(isRebuild[turn] === true ? seen : late, isRebuild[turn] === true ? 'rebuild' : 'append');
          if (isRebuild[turn] !== true) run(seen, 'append');
          expect(run(seen, 'append')).toEqual([]);
        }
        expect(checkLedger({ ledger, budgets, rules: own })).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('touches nothing whose window of correction is over', () => {
    fc.assert(
      fc.property(scene, fc.nat(95), ({ rules: own, facts: given }, days) => {
        const all = own.map(({ budget: _, ...rest }) => ({ ...rest, correctionWindowDays: days }));
        const first = evaluateRewards({ rules: all, facts: given, asOf: LAST });
        const input = { rules: all, facts: [], ledger: first.entries, asOf: LAST, mode: 'rebuild' } as const;
        const { entries } = evaluateRewards({ ...input, rebuildFrom: from });
        const open = (day: string): boolean => (Date.parse(LAST) - Date.parse(day)) / 86_400_000 <= days;
        const granted = new Map(
          first.entries
            .filter(({ kind }) => kind === 'award' || kind === 'reserve')
            .map(({ award, on }) => [award, on]),
        );
        for (const { award } of entries) expect(open(granted.get(award) as string)).toBe(true);
        const left = perGrant([...first.entries, ...entries]).map(([key]) => (JSON.parse(key) as [string])[0]);
        for (const award of left) expect(open(granted.get(award) as string)).toBe(false);
      }),
      RUNS,
    );
  });
});

describe('the whole life of a ledger', () => {
  type Step =
    | { readonly kind: 'facts'; readonly facts: readonly RewardFact[] }
    | { readonly kind: 'rebuild' | 'expire' | 'replay' }
    | { readonly kind: 'redeem' | 'restore' | 'transfer'; readonly who: string; readonly amount: number };
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('facts' as const), facts }),
    fc.record({ kind: fc.constantFrom('rebuild' as const, 'expire' as const, 'replay' as const) }),
    fc.record({
      kind: fc.constantFrom('redeem' as const, 'restore' as const, 'transfer' as const),
      who: fc.constantFrom(...PEOPLE),
      amount: fc.integer({ min: 1, max: 60 }),
    }),
  );

  it('keeps its laws through every step', () => {
    fc.assert(
      fc.property(rules, budget, fc.array(step, { maxLength: 9 }), (own, pot, steps) => {
        let ledger: LedgerEntry[] = [];
        let budgets: readonly RewardBudget[] = [pot];
        let seen: RewardFact[] = [];
        const spends: string[] = [];
        const compiled = compileRules(own);
        steps.forEach((each, turn) => {
          // Days go by, so that nothing is spent before it was there.
          const on = DAYS[Math.min(turn, DAYS.length - 1)] as string;
          const append = (entries: readonly LedgerEntry[]): void => {
            ledger = [...ledger, ...entries];
          };
          const evaluate = (given: readonly RewardFact[], mode: 'append' | 'rebuild'): readonly LedgerEntry[] => {
            const rebuildFrom = '2026-01-01';
            const done = evaluateRewards({
              rules: compiled,
              facts: given,
              ledger,
              budgets,
              asOf: on,
              mode,
              rebuildFrom,
            });
            append(done.entries);
            ({ budgets } = done);
            return done.entries;
          };
          if (each.kind === 'facts') {
            const given = each.facts.map((fact) => ({ ...fact, id: `${turn}-${fact.id}` }));
            const ready = given.filter((fact) => fact.on <= on);
            seen = [...seen, ...ready];
            evaluate(given, 'append');
            expect(evaluate(given, 'append')).toEqual([]);
          } else if (each.kind === 'rebuild') {
            evaluate(seen, 'rebuild');
            expect(evaluate(seen, 'rebuild')).toEqual([]);
            expect(evaluate(seen, 'append')).toEqual([]);
          } else if (each.kind === 'expire') {
            append(expireLots(ledger, on));
            expect(expireLots(ledger, on)).toEqual([]);
          } else if (each.kind === 'redeem') {
            const { who: member, amount } = each;
            const asked = { member, asset: 'points', unit: 'pt', amount, on, key: `s${turn}` } as const;
            const move = redeem({ ...asked, ledger });
            const had = foldLedger(ledger, { asOf: on }).find((item) => item.member === member)?.available ?? 0;
            expect(move.outcome).toBe(amount <= had ? 'accepted' : 'refused');
            append(move.entries);
            if (move.outcome === 'accepted') spends.push(`s${turn}`);
            expect(redeem({ ...asked, ledger }).entries.length).toBe(0);
          } else if (each.kind === 'restore') {
            const redemption = spends[0] ?? 'none';
            append(
              restoreRedemption({ ledger, redemption, amount: Math.min(each.amount, 5), on, key: `b${turn}` }).entries,
            );
          } else if (each.kind === 'transfer') {
            const to = PEOPLE.find((other) => other !== each.who) as string;
            const { who: sender, amount } = each;
            append(
              transferPoints({ ledger, from: sender, to, asset: 'points', unit: 'pt', amount, on, key: `t${turn}` })
                .entries,
            );
          }
          expect(uniqueKeys(ledger)).toBe(true);
          const findings = checkLedger({ ledger, budgets, rules: own });
          expect(findings).toEqual([]);
          const folded = foldLedger(ledger, { asOf: LAST });
          expect(foldLedger(ledger.slice().reverse(), { asOf: LAST })).toEqual(folded);
          for (const { granted, transferred, spent, expired, available, lots } of folded) {
            expect(granted + transferred - spent - expired).toBe(available);
            const inLots = lots.reduce((sum, lot) => sum + lot.amount, 0);
            expect(inLots).toBe(available < 0 ? inLots : available);
          }
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('amounts', () => {
  it('splits into parts that add up, whatever the order', () => {
    const weights = fc.uniqueArray(
      fc.record({ member: fc.string({ minLength: 1 }), weight: fc.nat({ max: Number.MAX_SAFE_INTEGER }) }),
      { selector: ({ member }) => member, minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), weights, (amount, parts) => {
        fc.pre(parts.some(({ weight }) => weight > 0));
        const split = splitAmount(amount, parts);
        expect(split.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(amount));
        expect(splitAmount(amount, parts.slice().reverse())).toEqual(split);
        const total = parts.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
        for (const { member, amount: own } of split) {
          const weight = BigInt(parts.find((part) => part.member === member)?.weight ?? 0);
          const gap = BigInt(own) * total - BigInt(amount) * weight;
          // No part is a whole unit away from its exact share.
          expect(gap > -total && gap < total).toBe(true);
        }
      }),
    );
  });
  it('rounds within a unit, to the side that the mode says', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 1e5 }), (whole, basisPoints) => {
        const exact = BigInt(whole) * BigInt(basisPoints);
        const of = (mode: 'floor' | 'ceil' | 'half-up' | 'half-even'): bigint =>
          BigInt(proportionOf(whole, basisPoints, mode)) * 10_000n - exact;
        expect(of('floor') <= 0n && of('floor') > -10_000n).toBe(true);
        expect(of('ceil') >= 0n && of('ceil') < 10_000n).toBe(true);
        expect(of('half-up') > -5_000n && of('half-up') <= 5_000n).toBe(true);
        expect(of('half-even') >= -5_000n && of('half-even') <= 5_000n).toBe(true);
      }),
    );
  });
});
