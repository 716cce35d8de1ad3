import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRewards } from '../../src/rewards/evaluation/evaluateRewards.js';
import { checkLedger } from '../../src/rewards/ledger/checkLedger.js';
import type { LedgerEntry } from '../../src/rewards/ledger/ledgerEntry.js';
import type { RewardBudget } from '../../src/rewards/rules/budget.js';
import type { RewardFact } from '../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../src/rewards/rules/rewardRule.js';
import type { RewardSimulation } from '../../src/rewards/trials/rewardSimulation.js';
import { simulate } from '../../src/rewards/trials/simulate.js';
import { deepFreeze } from '../tools/soundness.js';
import { budgetOf, GESTURE, idea, IDEA, incident, sale, SALES } from '../unit/rewards/simulateProgramme.js';

const ASOF = '2026-12-31';
const DAYS = ['2026-01-01', '2026-01-02', '2026-01-09', '2026-01-12', '2026-01-31', '2026-02-01', '2026-03-05'];
const who = fc.constantFrom('lea', 'max', 'zoe');
const on = fc.constantFrom(...DAYS);
const fact = fc.oneof(
  fc
    .tuple(fc.nat(9), on, who, fc.option(fc.integer({ min: 8, max: 12 }), { nil: undefined }))
    .map(([id, day, seller, units]) => sale(`s${id}-${day}-${seller}-${units ?? ''}`, day, seller, units)),
  fc.tuple(fc.nat(9), on, who).map(([id, day, customer]) => incident(`i${id}-${day}-${customer}`, day, customer)),
  fc
    .tuple(fc.nat(3), on, who, fc.constantFrom('', '.judged', '.copied'), fc.option(fc.boolean(), { nil: undefined }))
    .map(([id, day, author, what, good]) => {
      const own = idea(`d${id}`, day, author, what, good);
      return { ...own, id: `${own.id}-${day}-${author}-${String(good)}` };
    }),
);
const facts: fc.Arbitrary<RewardFact[]> = fc.array(fact, { maxLength: 30 });
const RULES: readonly RewardRule[] = [SALES, GESTURE, IDEA];
const BUDGETS = [budgetOf('goodwill', 'EUR', 6000, 'clip'), budgetOf('ideas', 'pt', 70)];

function moved<Item>(items: readonly Item[], by: number): Item[] {
  return items.map((_, at) => items[(at * 7 + by) % items.length] as Item);
}

function totalsOf(parts: readonly { readonly sums: RewardSimulation['totals'] }[]): unknown {
  const sums = new Map<string, number[]>();
  for (const { asset, unit, granted, pending, takenBack, net } of parts.flatMap((part) => part.sums)) {
    const key = `${asset} ${unit}`;
    const known = sums.get(key) ?? [0, 0, 0, 0];
    sums.set(
      key,
      [granted, pending, takenBack, net].map((amount, at) => amount + (known[at] ?? 0)),
    );
  }
  return Object.fromEntries(sums);
}

describe('a simulation', () => {
  it('does not depend on the order of anything, is plain JSON and changes nothing', () => {
    fc.assert(
      fc.property(facts, fc.nat(5), (own, by) => {
        const input = deepFreeze({ rules: RULES, facts: own, budgets: BUDGETS, asOf: ASOF });
        const trial = simulate(input);
        const turned = { rules: moved(RULES, by), facts: own.length % 7 === 0 ? own : moved(own, by), asOf: ASOF };
        expect(simulate({ ...turned, budgets: moved(BUDGETS, by) })).toEqual(trial);
        expect(JSON.parse(JSON.stringify(trial))).toEqual(trial);
      }),
    );
  });

  it('leaves a ledger without findings, and parts that add up', () => {
    fc.assert(
      fc.property(facts, (own) => {
        const trial = simulate({ rules: RULES, facts: own, budgets: BUDGETS, asOf: ASOF });
        const { entries: ledger, budgetsAfter: budgets } = trial;
        expect(checkLedger({ ledger, budgets, rules: RULES })).toEqual([]);
        const total = totalsOf([{ sums: trial.totals }]);
        expect([trial.members, trial.rules, trial.months].map(totalsOf)).toEqual([total, total, total]);
        for (const use of trial.budgets) {
          expect(budgets).toContainEqual(expect.objectContaining({ id: use.budget, posted: use.posted }));
          const last = use.days.at(-1);
          if (last !== undefined) expect([last.posted, last.reserved]).toEqual([use.posted, use.reserved]);
        }
      }),
    );
  });

  it('grants what running every evening would have granted', () => {
    fc.assert(
      fc.property(facts, (own) => {
        let ledger: readonly LedgerEntry[] = [];
        let budgets: readonly RewardBudget[] = BUDGETS;
        for (const asOf of [...DAYS, ASOF]) {
          const today = own.filter((each) => each.on === asOf);
          const evening = evaluateRewards({ rules: RULES, facts: today, ledger, budgets, asOf });
          ledger = [...ledger, ...evening.entries];
          budgets = evening.budgets;
        }
        const trial = simulate({ rules: RULES, facts: own, budgets: BUDGETS, asOf: ASOF });
        const told = (entries: readonly LedgerEntry[]) =>
          entries.map((entry) => JSON.stringify({ ...entry, bookedOn: '' })).sort();
        expect(told(ledger)).toEqual(told(trial.entries));
        expect(budgets).toEqual(trial.budgetsAfter);
      }),
    );
  });
});
