import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LEDGER_PART, ledgerPartOf, type LedgerPart } from '../../examples/reward-service/ledgerPart.js';
import { SCHEMA } from '../../examples/reward-service/schema.js';
import { evaluateRewards } from '../../src/rewards/evaluation/evaluateRewards.js';
import { expireLots } from '../../src/rewards/ledger/expireLots.js';
import type { LedgerEntry } from '../../src/rewards/ledger/ledgerEntry.js';
import { redeem } from '../../src/rewards/ledger/redeem.js';
import type { RewardBudget } from '../../src/rewards/rules/budget.js';
import type { RewardFact } from '../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../src/rewards/rules/rewardRule.js';

const DAYS = ['2026-01-30', '2026-02-01', '2026-02-02', '2026-02-03', '2026-02-14', '2026-04-02', '2026-07-01'];
const LAST = '2026-07-03';
const PEOPLE = ['lea', 'tom', 'zoe', 'ida'];

const cap = fc.record({
  scope: fc.constantFrom('subject', 'beneficiary', 'account', 'network', 'programme'),
  period: fc.constantFrom('day', 'week', 'month', 'quarter', 'civil-year', 'fiscal-year', 'total'),
  limit: fc.integer({ min: 20, max: 150 }),
  overflow: fc.constantFrom('clip', 'deny'),
  across: fc.constantFrom('rule', 'all-rules'),
});

const rule = (id: string): fc.Arbitrary<RewardRule> =>
  fc
    .record({
      amount: fc.integer({ min: 10, max: 90 }),
      generation: fc.constantFrom(1, 2),
      split: fc.boolean(),
      phases: fc.boolean(),
      caps: fc.array(cap, { maxLength: 2 }),
      budget: fc.boolean(),
      group: fc.boolean(),
      policy: fc.constantFrom('pending-only', 'within-balance', 'full'),
      booking: fc.constantFrom('current-period', 'original-period'),
      release: fc.boolean(),
      expires: fc.boolean(),
    })
    .map(({ amount, generation, split, phases, caps, budget, group, expires, ...reversal }): RewardRule => ({
      ...{ format: 1, id, version: 1, state: 'active', generation, caps, onUnknown: 'hold' },
      trigger: { kind: 'event', event: 'sale' },
      subject: ['who'],
      occurrence: ['what'],
      account: ['account'],
      network: ['network'],
      when: { op: 'known', fact: ['who'] },
      grant: {
        ...{ kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount } },
        ...(split ? { split: { over: ['team'], id: ['id'] } } : {}),
      },
      ...(phases
        ? {
            settle: {
              mode: 'two-phase',
              on: ['review'],
              post: { op: 'eq', fact: ['good'], value: true },
              void: { op: 'eq', fact: ['good'], value: false },
              voidAfterDays: 10,
            } as const,
          }
        : {}),
      ...(budget ? { budget: 'b' } : {}),
      ...(group ? { exclusiveGroup: 'g' } : {}),
      ...(expires ? { expiry: { afterDays: 5 } } : {}),
      reversal: { on: ['undo'], when: { op: 'known', fact: ['who'] }, ...reversal },
    }));

const data = fc.record({
  who: fc.constantFrom(...PEOPLE),
  what: fc.integer({ min: 1, max: 3 }),
  account: fc.constantFrom('acme', 'beta'),
  network: fc.constantFrom('north', 'south'),
  good: fc.constantFrom(true, false, null),
  team: fc
    .uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 2 })
    .map((team) => team.map((id) => ({ id }))),
});

const facts: fc.Arbitrary<RewardFact[]> = fc
  .array(
    fc.record({
      trigger: fc
        .constantFrom('sale', 'sale', 'sale', 'review', 'undo')
        .map((event) => ({ kind: 'event', event }) as const),
      on: fc.constantFrom(...DAYS),
      data,
    }),
    { minLength: 8, maxLength: 24 },
  )
  .map((list) => list.map((fact, at) => ({ id: `f${at}`, ...fact })));

const scene = fc.record({
  rules: fc.tuple(rule('r1'), rule('r2'), rule('r3')),
  facts,
  batch: fc.array(fc.nat(3), { minLength: 24, maxLength: 24 }),
  limit: fc.integer({ min: 50, max: 400 }),
  overflow: fc.constantFrom('clip', 'deny'),
  spent: fc.array(fc.record({ member: fc.constantFrom(...PEOPLE), amount: fc.integer({ min: 1, max: 40 }) }), {
    maxLength: 2,
  }),
  rebuilt: fc.boolean(),
  // Rules that granted and are gone still count in what all rules share.
  kept: fc.integer({ min: 2, max: 3 }),
  asOf: fc.constantFrom('2026-02-14', LAST),
});

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

type Piece = (part: LedgerPart) => LedgerPart;

interface History {
  readonly ledger: readonly LedgerEntry[];
  readonly budgets: readonly RewardBudget[];
}

/** What was there before the last batch: grants of several nights, spends, what expired, what a rebuild corrected. */
function historyOf({ rules, facts: all, batch, limit, overflow, spent, rebuilt }: Scene): History {
  let ledger: LedgerEntry[] = [];
  let budgets: readonly RewardBudget[] = [{ id: 'b', unit: 'pt', limit, overflow, posted: 0, reserved: 0 }];
  const before = (turn: number): RewardFact[] => all.filter((_, at) => (batch[at] ?? 0) <= turn);
  for (const [turn, asOf] of ['2026-02-03', '2026-02-14', '2026-04-03'].entries()) {
    const isRebuilt = rebuilt && turn === 2;
    const night = evaluateRewards({
      ...{ rules, facts: before(turn), ledger, budgets, asOf },
      ...(isRebuilt ? { mode: 'rebuild', rebuildFrom: '2026-02-01' } : {}),
    });
    ledger = [...ledger, ...night.entries];
    budgets = night.budgets;
    for (const { member, amount } of turn === 0 ? spent : [])
      ledger.push(
        ...redeem({
          ...{ ledger, member, amount, asset: 'points', unit: 'pt', on: '2026-02-03' },
          key: `order ${ledger.length}`,
        }).entries,
      );
    ledger.push(...expireLots(ledger, asOf));
  }
  return { ledger, budgets };
}

describe('the part of a ledger that the service reads', () => {
  let db: PGlite;
  beforeAll(async () => {
    db = await PGlite.create('memory://');
    await db.exec(SCHEMA);
  });
  afterAll(() => db.close());

  const store = async (ledger: readonly LedgerEntry[]): Promise<void> => {
    await db.query('delete from ledger');
    await db.query(`insert into ledger (key, entry) select e ->> 'key', e from jsonb_array_elements($1::jsonb) as e`, [
      JSON.stringify(ledger),
    ]);
  };
  const read = async (part: LedgerPart): Promise<LedgerEntry[]> =>
    (await db.query<{ entry: LedgerEntry }>(LEDGER_PART, [JSON.stringify(part)])).rows.map(({ entry }) => entry);

  /** Evaluates with the whole ledger, with the part, and with the part less one of its pieces. */
  const decisionsOf = async (own: Scene) => {
    const { ledger, budgets } = historyOf(own);
    const rules = own.rules.slice(0, own.kept);
    const batch = own.facts.filter((_, at) => own.batch[at] === 3);
    await store(ledger);
    const part = ledgerPartOf(rules, batch, own.asOf);
    const decide = (known: readonly LedgerEntry[]) =>
      evaluateRewards({ rules, facts: batch, ledger: known, budgets, asOf: own.asOf });
    const known = await read(part);
    return {
      whole: decide(ledger),
      found: decide(known),
      isSmaller: known.length < ledger.length,
      without: async (piece: Piece) => decide(await read(piece(part))),
    };
  };

  it('decides as the whole ledger does', async () => {
    let smaller = 0;
    await fc.assert(
      fc.asyncProperty(scene, async (own) => {
        const { whole, found, isSmaller } = await decisionsOf(own);
        expect(found).toEqual(whole);
        if (isSmaller) smaller += 1;
      }),
      { numRuns: 100 },
    );
    expect(smaller).toBeGreaterThan(10);
  });

  it('has no piece that could be left out', async () => {
    const pieces: [string, Piece][] = [
      ['causes', (part) => ({ ...part, causes: [] })],
      ['caps', (part) => ({ ...part, caps: [] })],
      ['overdue', (part) => ({ ...part, overdue: [] })],
      ['budgets', (part) => ({ ...part, budgets: [] })],
      ['members', (part) => ({ ...part, members: [] })],
      ['takesBack', (part) => ({ ...part, causes: part.causes.map((cause) => ({ ...cause, takesBack: false })) })],
    ];
    let unneeded = pieces;
    for (const own of fc.sample(scene, { seed: 7, numRuns: 300 })) {
      if (unneeded.length === 0) break;
      const { whole, without } = await decisionsOf(own);
      const still: typeof pieces = [];
      for (const [name, piece] of unneeded)
        if (JSON.stringify(await without(piece)) === JSON.stringify(whole)) still.push([name, piece]);
      unneeded = still;
    }
    expect(unneeded.map(([name]) => name)).toEqual([]);
  });
});
