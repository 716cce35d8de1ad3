import fc from 'fast-check';
import { PEOPLE, type Happening } from './ledgerPlans.js';

/** What happened, before it is known which grant it is about. */
export type Draft = Omit<Happening, 'id' | 'on'> & { readonly ago: number; readonly about: number };

/** One step in the life of a ledger. */
export type Step =
  | { readonly kind: 'facts'; readonly facts: readonly Draft[] }
  | { readonly kind: 'replay' | 'expire' }
  | { readonly kind: 'rebuild' | 'advance'; readonly days: number }
  | {
      readonly kind: 'redeem' | 'transfer';
      readonly who: string;
      readonly unit: string;
      readonly amount: number;
      readonly ago: number;
      readonly fits: boolean;
      readonly pick: number;
    }
  | { readonly kind: 'restore'; readonly pick: number; readonly amount: number | null }
  | { readonly kind: 'topUp'; readonly budget: string; readonly amount: number };

const draft: fc.Arbitrary<Draft> = fc.record({
  kind: fc.constantFrom('do', 'do', 'review', 'undo'),
  rule: fc.constantFrom('r1', 'r10', 'r2'),
  who: fc.constantFrom(...PEOPLE),
  what: fc.constantFrom('1', '2', '10'),
  account: fc.constantFrom('acme', 'beta'),
  network: fc.constantFrom('north', 'south'),
  value: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 5, max: 150 }) },
    { weight: 2, arbitrary: fc.constantFrom(9, 10, 60, 61) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  team: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 3 }),
  approved: fc.boolean(),
  verdict: fc.constantFrom('good', 'good', 'bad', 'open'),
  pay: fc.option(fc.integer({ min: 0, max: 60 })),
  ago: fc.oneof(fc.constant(0), fc.integer({ min: -1, max: 14 })),
  about: fc.nat(40),
});
const move = {
  fits: fc.constantFrom(true, true, true, false),
  pick: fc.nat(20),
  who: fc.constantFrom(...PEOPLE),
  unit: fc.constantFrom('pt', 'pt', 'EUR'),
  ago: fc.constantFrom(0, 0, 0, 2),
};
const weighed = (weight: number, arbitrary: fc.Arbitrary<Step>): { weight: number; arbitrary: fc.Arbitrary<Step> } => ({
  weight,
  arbitrary,
});
/** Any step. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  weighed(8, fc.record({ kind: fc.constant('facts'), facts: fc.array(draft, { minLength: 1, maxLength: 5 }) })),
  weighed(4, fc.record({ kind: fc.constant('advance'), days: fc.integer({ min: 1, max: 12 }) })),
  weighed(1, fc.record({ kind: fc.constant('replay') })),
  weighed(2, fc.record({ kind: fc.constant('rebuild'), days: fc.integer({ min: 0, max: 40 }) })),
  weighed(2, fc.record({ kind: fc.constant('expire') })),
  weighed(
    4,
    fc.record({
      kind: fc.constantFrom('redeem', 'redeem', 'transfer'),
      ...move,
      amount: fc.integer({ min: 1, max: 60 }),
    }),
  ),
  weighed(
    2,
    fc.record({
      kind: fc.constant('restore'),
      pick: fc.nat(20),
      amount: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    }),
  ),
  weighed(
    1,
    fc.record({
      kind: fc.constant('topUp'),
      budget: fc.constantFrom('e', 'p'),
      amount: fc.integer({ min: 1, max: 100 }),
    }),
  ),
);
