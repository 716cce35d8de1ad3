import { fieldReader, type Field } from '../../core/field.js';
import { attemptAsOf, readAttempt, type Attempt } from './contactAttempt.js';
import { detractorReader, type DetractorOptions } from './detractorScale.js';
import type { Moment } from '../../core/moment.js';

/** Where the times of an answer and of the contact that followed are. */
export interface ContactFields<Row> {
  /** When the answer was given: a civil date, or an instant with its zone. */
  readonly at: Field<Row, string | null | undefined>;
  /** When the customer was first contacted about it; missing while nobody did. */
  readonly contactedAt: Field<Row, string | null | undefined>;
}

/** Reasons for which an answer calls for no contact, or its times cannot be. */
export type AttemptExclusion = 'missing' | 'offScale' | 'notDetractor' | 'invalid' | 'notYetAnswered';

/** The reasons, in the order of the tallies. */
export const ATTEMPT_EXCLUSIONS: readonly AttemptExclusion[] = [
  'missing',
  'offScale',
  'notDetractor',
  'invalid',
  'notYetAnswered',
];

/** Makes the function that reads a detractor's attempt as it stood at `asOf`, or why the row is left out. */
export function attemptReader<Row>(
  where: string,
  options: DetractorOptions<Row> & ContactFields<Row>,
  asOf: Moment,
): (row: Row, index: number) => Attempt | AttemptExclusion {
  const readScore = detractorReader(where, options);
  const readAt = fieldReader<Row, unknown>(options.at);
  const readContact = fieldReader<Row, unknown>(options.contactedAt);
  return (row, index) => {
    const score = readScore(row, index);
    if (score !== 'detractor') return score === 'other' ? 'notDetractor' : score;
    const read = readAttempt(readAt(row, index), readContact(row, index));
    return 'code' in read ? 'invalid' : (attemptAsOf(read, asOf) ?? 'notYetAnswered');
  };
}
