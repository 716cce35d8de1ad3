import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';

/** An entry of a ledger; what a test is about is filled in. */
export function entryOf(own: Partial<LedgerEntry>): LedgerEntry {
  return {
    key: 'k',
    kind: 'award',
    on: '2026-03-02',
    bookedOn: '2026-03-02',
    member: 'lea',
    asset: 'points',
    unit: 'pt',
    amount: 0,
    pending: 0,
    desired: null,
    rule: { id: 'r', version: 1, generation: 1 },
    subject: 'lea',
    occurrence: 'x',
    account: null,
    network: null,
    fact: 'f',
    budget: null,
    budgetEffect: null,
    award: 'a',
    of: null,
    expiresOn: null,
    lots: [],
    negative: false,
    payload: null,
    ...own,
  };
}
