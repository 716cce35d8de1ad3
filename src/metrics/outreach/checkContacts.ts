import { requireOptions, requireRows } from '../../core/options.js';
import { fieldReader, type Field } from '../../core/field.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { readAttempt, type AttemptFault } from './contactAttempt.js';
import type { ContactFields } from './detractorAttempt.js';

/** Where the times of answers and contacts are, and the id to name a row by. */
export interface CheckContactsOptions<Row> extends ContactFields<Row> {
  /** Where the id of the answer is. */
  readonly id?: Field<Row, string | null | undefined> | undefined;
}

/**
 * What can be wrong with the times of an answer: `'unreadable-time'`, or `'contacted-before-answer'`. Such an answer is left out of the
 * figures of the closed loop and counted as `invalid`. More codes may be added.
 */
export type ContactFindingCode = AttemptFault['code'];

/**
 * Checks the times of answers and of the contacts that followed them.
 *
 * Use it once per import, before {@link computeLoopClosure}: a contact before its answer belongs to another answer.
 *
 * @param rows - One row per answer.
 * @param options - Where `at` and `contactedAt` are, and the `id`.
 * @returns The findings in the order of the rows, with the fields named as the options are; none when all is well.
 * @example
 * ```ts
 * import { checkContacts } from 'cx-scoring';
 *
 * const answers = [
 *   { id: 'a1', at: '2026-03-02', called: '2026-03-01' },
 *   { id: 'a2', at: '2026-03-02', called: null },
 * ];
 * const findings = checkContacts(answers, { id: 'id', at: 'at', contactedAt: 'called' });
 * findings; // => [{ code: 'contacted-before-answer', index: 0, id: 'a1', field: 'contactedAt', value: '2026-03-01' }]
 * ```
 */
export function checkContacts<Row>(
  rows: Iterable<Row>,
  options: CheckContactsOptions<NoInfer<Row>>,
): RecordFinding<ContactFindingCode>[] {
  requireRows('checkContacts', 'rows', rows);
  requireOptions('checkContacts', options);
  const readId = options.id && fieldReader<Row, unknown>(options.id);
  const read = {
    at: fieldReader<Row, unknown>(options.at),
    contactedAt: fieldReader<Row, unknown>(options.contactedAt),
  };
  const found: RecordFinding<ContactFindingCode>[] = [];
  let index = 0;
  for (const row of rows) {
    const fault = readAttempt(read.at(row, index), read.contactedAt(row, index));
    if ('code' in fault)
      found.push(recordFinding(fault.code, index, readId?.(row, index), fault.field, read[fault.field](row, index)));
    index++;
  }
  return found;
}
