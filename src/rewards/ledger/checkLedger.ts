import { requireObject, requireOption } from '../../core/options.js';
import type { RewardBudget } from '../rules/budget.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import { checkAwards } from './checkAwards.js';
import { checkMoves } from './checkMoves.js';
import { requireEntries, type LedgerEntry } from './ledgerEntry.js';
import { ledgerFinding, type LedgerFinding } from './ledgerFinding.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** What {@link checkLedger} looks at. */
export interface CheckLedgerInput {
  /** The entries, in any order: all of them. */
  readonly ledger: readonly LedgerEntry[];
  /** The budgets as the host keeps them; left out, they are not checked. */
  readonly budgets?: readonly RewardBudget[] | undefined;
  /** The rules of the programme, those that ended included; left out, entries may name any rule. */
  readonly rules?: readonly RewardRule[] | undefined;
}

/** Each key once: later checks see entries that came twice as one. */
function checkKeys(ledger: readonly LedgerEntry[]): { readonly own: LedgerEntry[]; readonly found: LedgerFinding[] } {
  const keys = new Map<string, LedgerEntry>();
  const twice = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) {
    const known = keys.get(entry.key);
    if (known === undefined) keys.set(entry.key, entry);
    else twice.set(entry.key, [...(twice.get(entry.key) ?? [known]), entry]);
  }
  const found = Array.from(twice, ([key, entries]) => {
    const texts = new Map(entries.map((entry) => [canonicalText(entry), entry]));
    // Of several that differ the first in text order stands, so that the order of the ledger does not matter.
    const first = Array.from(texts.keys()).sort()[0] ?? '';
    keys.set(key, texts.get(first) as LedgerEntry);
    return ledgerFinding(texts.size === 1 ? 'duplicate-key' : 'conflicting-key', key, entries.length);
  });
  return { own: Array.from(keys.values()), found };
}

function checkBudgets(ledger: readonly LedgerEntry[], budgets: readonly RewardBudget[]): LedgerFinding[] {
  const sums = new Map<string, { posted: number; reserved: number }>();
  for (const { budget, budgetEffect } of ledger) {
    if (budget === null || budgetEffect === null) continue;
    const { posted, reserved } = sums.get(budget) ?? { posted: 0, reserved: 0 };
    sums.set(budget, { posted: posted + budgetEffect.posted, reserved: reserved + budgetEffect.reserved });
  }
  const known = new Set(budgets.map(({ id }) => id));
  const found = Array.from(sums.keys())
    .filter((id) => !known.has(id))
    .map((id) => ledgerFinding('unknown-budget', id, id));
  for (const { id, limit, posted, reserved } of budgets) {
    const sum = sums.get(id) ?? { posted: 0, reserved: 0 };
    for (const figure of ['posted', 'reserved'] as const) {
      const given = figure === 'posted' ? posted : reserved;
      if (given !== sum[figure])
        found.push(ledgerFinding('budget-mismatch', id, { figure, found: given, expected: sum[figure] }));
    }
    if (posted + reserved > limit) found.push(ledgerFinding('budget-exceeded', id, [posted + reserved, limit]));
  }
  return found;
}

/**
 * Checks that a ledger adds up: keys, grants and what became of them, lots, transfers, balances, budgets.
 *
 * Use it in a nightly job and after a migration. A ledger that was written by this library alone has no findings; two runs at the same
 * time without a unique index on `key`, a line edited by hand, or a budget updated twice give some.
 *
 * @param input - The ledger, and where they are to be checked the budgets and the rules.
 * @returns The findings, in code-unit order of their codes and keys; none when all adds up.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for something else than a ledger and `CX_INVALID_OPTION` for budgets or
 * rules that are no lists.
 * @example
 * ```ts
 * import { checkLedger } from 'cx-scoring/rewards';
 *
 * checkLedger({ ledger: [] }); // => []
 * const budget = { id: 'goodwill', unit: 'EUR', limit: 1000, posted: 200, reserved: 0 };
 * checkLedger({ ledger: [], budgets: [budget] })[0]?.code; // => 'budget-mismatch'
 * ```
 */
export function checkLedger(input: CheckLedgerInput): LedgerFinding[] {
  requireObject('checkLedger: input', 'an object', input);
  const { ledger, budgets, rules } = input;
  requireEntries('checkLedger', ledger);
  requireOption(budgets === undefined || Array.isArray(budgets), 'checkLedger', 'budgets', 'a list', budgets);
  requireOption(rules === undefined || Array.isArray(rules), 'checkLedger', 'rules', 'a list', rules);
  const { own, found } = checkKeys(ledger);
  const known = rules === undefined ? null : new Set(rules.map(({ id }) => id));
  const findings = [
    ...found,
    ...checkAwards(own, known),
    ...checkMoves(own),
    ...(budgets === undefined ? [] : checkBudgets(own, budgets)),
  ];
  const texts = findings.map((finding) => ({
    finding,
    text: JSON.stringify([finding.code, finding.key, finding.value]),
  }));
  return texts.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ finding }) => finding);
}
