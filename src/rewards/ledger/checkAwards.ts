import { stepPart } from '../evaluation/awardKey.js';
import { isRoot } from '../evaluation/awardState.js';
import { listsByKey } from '../evaluation/listsByKey.js';
import { ledgerFinding, type LedgerFinding } from './ledgerFinding.js';
import type { LedgerEntry } from './ledgerEntry.js';

/** How often each member of a grant met a kind of step since the same correction. */
function mostPerRound(entries: readonly LedgerEntry[], kinds: readonly LedgerEntry['kind'][]): number {
  const counts = new Map<string, number>();
  for (const { kind, key, member } of entries) {
    if (!kinds.includes(kind)) continue;
    const round = JSON.stringify([member, Number(stepPart(key, 3)) || 0]);
    counts.set(round, (counts.get(round) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function checkAward(award: string, entries: readonly LedgerEntry[]): LedgerFinding[] {
  if (!entries.some(isRoot)) return [ledgerFinding('unknown-award', award, entries.length)];
  const found: LedgerFinding[] = [];
  const resolved = mostPerRound(entries, ['post', 'void']);
  if (resolved > 1) found.push(ledgerFinding('resolved-twice', award, resolved));
  const reversed = mostPerRound(entries, ['reverse']);
  if (reversed > 1) found.push(ledgerFinding('reversed-twice', award, reversed));
  const parts = new Map<string, { amount: number; pending: number }>();
  for (const { member, asset, unit, amount, pending } of entries) {
    const key = JSON.stringify([member, asset, unit]);
    const part = parts.get(key) ?? { amount: 0, pending: 0 };
    parts.set(key, { amount: part.amount + amount, pending: part.pending + pending });
  }
  const pending = Math.min(...Array.from(parts.values(), (part) => part.pending));
  if (pending < 0) found.push(ledgerFinding('pending-below-zero', award, pending));
  const amount = Math.min(...Array.from(parts.values(), (part) => part.amount));
  if (amount < 0) found.push(ledgerFinding('over-reversed', award, amount));
  return found;
}

/** Checks that each grant was settled once, taken back once, and no more than granted. */
export function checkAwards(ledger: readonly LedgerEntry[], rules: ReadonlySet<string> | null): LedgerFinding[] {
  const unknown = new Set<string>();
  for (const { rule } of ledger) if (rules !== null && rule !== null && !rules.has(rule.id)) unknown.add(rule.id);
  return [
    ...Array.from(listsByKey(ledger, ({ award }) => award)).flatMap(([award, own]) => checkAward(award, own)),
    ...Array.from(unknown, (rule) => ledgerFinding('unknown-rule', rule, rule)),
  ];
}
