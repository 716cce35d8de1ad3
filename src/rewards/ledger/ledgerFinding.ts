import type { ParameterValue } from '../../core/definition.js';

/**
 * What does not add up in a ledger. About keys: `'duplicate-key'` (an entry twice), `'conflicting-key'` (two entries of one key). About
 * grants: `'unknown-award'` (a step without its grant), `'resolved-twice'`, `'reversed-twice'`, `'pending-below-zero'`,
 * `'over-reversed'` (more taken back than granted), `'unknown-rule'`. About lots: `'unknown-lot'`, `'overdrawn-lot'`,
 * `'unbalanced-lots'` (parts that do not add up to the entry), `'unmatched-transfer'`, `'unknown-redemption'`, `'over-restored'`.
 * About balances: `'unflagged-negative'`, `'unsafe-sum'`. About budgets: `'unknown-budget'`, `'budget-mismatch'` (the host's figures are
 * not those of the ledger), `'budget-exceeded'`. More codes may be added.
 */
export type LedgerFindingCode =
  | 'duplicate-key'
  | 'conflicting-key'
  | 'unknown-award'
  | 'resolved-twice'
  | 'reversed-twice'
  | 'pending-below-zero'
  | 'over-reversed'
  | 'unknown-rule'
  | 'unknown-lot'
  | 'overdrawn-lot'
  | 'unbalanced-lots'
  | 'unmatched-transfer'
  | 'unknown-redemption'
  | 'over-restored'
  | 'unflagged-negative'
  | 'unsafe-sum'
  | 'unknown-budget'
  | 'budget-mismatch'
  | 'budget-exceeded';

/** Something that does not add up in a ledger. */
export interface LedgerFinding {
  /** What is wrong. */
  readonly code: LedgerFindingCode;
  /** What it is about: the key of an entry or of a grant, the id of a budget, or the list of member, kind and unit as JSON. */
  readonly key: string;
  /** What was found, and where it is a figure what was expected. */
  readonly value: ParameterValue;
}

/** Makes a finding. */
export function ledgerFinding(code: LedgerFindingCode, key: string, value: ParameterValue): LedgerFinding {
  return { code, key, value };
}
