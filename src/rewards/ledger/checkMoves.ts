import { ledgerFinding, type LedgerFinding } from './ledgerFinding.js';
import type { LedgerEntry } from './ledgerEntry.js';

/** Checks the lots that entries took from or gave back to. */
function checkLots(ledger: readonly LedgerEntry[], byKey: ReadonlyMap<string, LedgerEntry>): LedgerFinding[] {
  const found: LedgerFinding[] = [];
  const left = new Map<string, number>();
  for (const { key, amount, lots } of ledger) {
    if (lots.length === 0) continue;
    const whole = lots.reduce((sum, lot) => sum + lot.amount, 0);
    if (whole !== Math.abs(amount)) found.push(ledgerFinding('unbalanced-lots', key, [whole, Math.abs(amount)]));
    for (const { lot, amount: part } of lots) {
      const maker = byKey.get(lot);
      if (maker === undefined || maker.amount <= 0) found.push(ledgerFinding('unknown-lot', key, lot));
      else left.set(lot, (left.get(lot) ?? maker.amount) + (amount < 0 ? -part : part));
    }
  }
  for (const [lot, amount] of left) if (amount < 0) found.push(ledgerFinding('overdrawn-lot', lot, amount));
  return found;
}

/** Checks that transfers come in pairs, and that no more is given back than was spent. */
function checkPairs(ledger: readonly LedgerEntry[], byKey: ReadonlyMap<string, LedgerEntry>): LedgerFinding[] {
  const found: LedgerFinding[] = [];
  const received = new Set<string>();
  const restored = new Map<string, number>();
  for (const { key, kind, of, amount } of ledger) {
    const answered = of === null ? undefined : byKey.get(of);
    if (kind === 'transfer-in') {
      if (answered?.kind === 'transfer-out' && answered.amount === -amount) received.add(of ?? '');
      else found.push(ledgerFinding('unmatched-transfer', key, of));
    }
    if (kind === 'restore') {
      if (answered?.kind === 'redeem') restored.set(of ?? '', (restored.get(of ?? '') ?? 0) + amount);
      else found.push(ledgerFinding('unknown-redemption', key, of));
    }
  }
  for (const { key, kind } of ledger)
    if (kind === 'transfer-out' && !received.has(key)) found.push(ledgerFinding('unmatched-transfer', key, null));
  for (const [key, amount] of restored) {
    const spent = -(byKey.get(key)?.amount ?? 0);
    if (amount > spent) found.push(ledgerFinding('over-restored', key, [amount, spent]));
  }
  return found;
}

/** Checks that balances are exact, and below zero only where an entry says so. */
function checkBalances(ledger: readonly LedgerEntry[]): LedgerFinding[] {
  const sums = new Map<string, { total: number; isFlagged: boolean }>();
  for (const { member, asset, unit, amount, negative } of ledger) {
    const key = JSON.stringify([member, asset, unit]);
    const sum = sums.get(key) ?? { total: 0, isFlagged: false };
    sums.set(key, { total: sum.total + amount, isFlagged: sum.isFlagged || negative });
  }
  return Array.from(sums).flatMap(([key, { total, isFlagged }]) => {
    if (!Number.isSafeInteger(total)) return [ledgerFinding('unsafe-sum', key, String(total))];
    return total < 0 && !isFlagged ? [ledgerFinding('unflagged-negative', key, total)] : [];
  });
}

/** Checks what members spent, gave back, moved, and what is left of it. */
export function checkMoves(ledger: readonly LedgerEntry[]): LedgerFinding[] {
  const byKey = new Map(ledger.map((entry) => [entry.key, entry]));
  return [...checkLots(ledger, byKey), ...checkPairs(ledger, byKey), ...checkBalances(ledger)];
}
