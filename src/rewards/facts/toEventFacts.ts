import { requireRows } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { faultError, type EventFactFault } from './eventRecord.js';
import { eventReader, type EventFactOptions } from './toEventFact.js';

/** The facts of a batch, and the records that gave none. */
export interface EventFacts {
  /** The facts, each id once, in code-unit order of their ids. */
  readonly facts: readonly RewardFact[];
  /** What is wrong with records that gave no fact, in the order of the batch. */
  readonly findings: readonly RecordFinding<EventFactFault>[];
  /** Records that said again what another one had said. */
  readonly repeated: number;
}

/**
 * Turns records of another system into facts of an event; a bad record does not sink the batch.
 *
 * Use it for a nightly export. Look at the findings: who is named there is not rewarded until the record is mended.
 *
 * @param rows - The records, in any order.
 * @param options - Name of the event, and where a record has id, date and data.
 * @returns Facts, findings and the number of repeats. Where two records of one id say different things nobody knows which one holds: neither
 * gives a fact, and both are named.
 * @throws TypeError with code `CX_INVALID_DATE` when a record has an instant and no zone is given, which is a mistake in the call and not
 * in the record, `CX_INVALID_OPTION` when an option is out of place, and `CX_INVALID_INPUT` when the rows cannot be read one by one.
 * @example
 * ```ts
 * import { toEventFacts } from 'cx-scoring/rewards';
 *
 * const rows = [
 *   { id: 'g1', day: '2026-04-10', sku: 'basket' },
 *   { id: 'g2', day: '2026-04-31', sku: 'basket' },
 *   { id: 'g1', day: '2026-04-10', sku: 'basket' },
 * ];
 * const data = ({ id, sku }: { id: string; sku: string }) => ({ incident: { id }, choice: { sku } });
 * const { facts, findings, repeated } = toEventFacts(rows, { event: 'gift.chosen', id: 'id', on: 'day', data });
 * facts.map(({ id }) => id); // => ['["gift.chosen","g1"]']
 * findings; // => [{ code: 'unreadable-date', index: 1, id: 'g2', field: 'on', value: '2026-04-31' }]
 * repeated; // => 1
 * ```
 */
export function toEventFacts<Row>(rows: Iterable<Row>, options: EventFactOptions<NoInfer<Row>>): EventFacts {
  const where = 'toEventFacts';
  requireRows(where, 'rows', rows);
  const { read, idOf } = eventReader(where, options);
  const findings: RecordFinding<EventFactFault>[] = [];
  const told = new Map<
    string,
    { readonly fact: RewardFact; readonly text: string; readonly rows: [number, string | null][] }
  >();
  const conflicts = new Set<string>();
  let index = 0;
  for (const row of rows) {
    const fact = read(row, index);
    if ('fault' in fact) {
      const { fault, field, value } = fact;
      if (fault === 'no-zone') throw faultError(where, fact);
      findings.push(recordFinding(fault, index, idOf(row, index), field, value));
    } else {
      const text = canonicalText(fact);
      const known = told.get(fact.id) ?? { fact, text, rows: [] };
      known.rows.push([index, idOf(row, index)]);
      told.set(fact.id, known);
      if (known.text !== text) conflicts.add(fact.id);
    }
    index++;
  }
  const facts: RewardFact[] = [];
  let repeated = 0;
  for (const [id, { fact, rows: places }] of told) {
    if (conflicts.has(id))
      for (const [at, own] of places) findings.push(recordFinding('conflicting-id', at, own, 'id', own));
    else {
      facts.push(fact);
      repeated += places.length - 1;
    }
  }
  facts.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { facts, findings: findings.sort((a, b) => a.index - b.index), repeated };
}
