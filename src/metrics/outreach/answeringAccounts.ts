import { requireRows } from '../../core/options.js';
import { keyOf } from '../../measures/keyedTally.js';
import type { Invitation } from './invitation.js';
import { hasAnswered, resolveNumerator, type AnswerOptions } from './responseRate.js';

/**
 * Lists the accounts from which at least one contact answered.
 *
 * Use it to join invitations to account records, as {@link computeRevenueCoverage} needs it.
 *
 * @param rows - One invitation per contact.
 * @param options - What counts as an answer: `numerator`, `'complete'` unless given.
 * @returns The ids, each once, in code-unit order.
 * @throws TypeError with code `CX_INVALID_OPTION` for another numerator.
 * @example
 * ```ts
 * import { toAnsweringAccounts } from 'cx-scoring';
 *
 * toAnsweringAccounts([
 *   { id: 'i1', contactId: 'anna', accountId: 'A', sentAt: '2026-03-02', status: 'complete' },
 *   { id: 'i2', contactId: 'cleo', accountId: 'B', sentAt: '2026-03-02' },
 * ]); // => ['A']
 * ```
 */
export function toAnsweringAccounts(rows: Iterable<Invitation>, options: AnswerOptions = {}): string[] {
  requireRows('toAnsweringAccounts', 'rows', rows);
  const numerator = resolveNumerator('toAnsweringAccounts', options);
  const found = new Set<string>();
  let index = 0;
  for (const row of rows) {
    const account = keyOf('toAnsweringAccounts', row?.accountId, index++);
    if (account !== null && hasAnswered(row, numerator)) found.add(account);
  }
  return [...found].sort();
}
