import { cxError } from '../../core/errors.js';
import { toEpochMilliseconds } from '../../core/instant.js';
import type { TicketCase } from './ticketCase.js';
import { isOpenStatus } from './ticketEvent.js';

/** Where a case stood at an instant. */
export type CaseState = 'not-created' | 'open' | 'solved';

/**
 * Tells where a case that counts stood at an instant, from its history: what happens at the instant itself has happened. The history must
 * reach so far.
 */
export function caseStateAt(where: string, own: TicketCase, time: number, index: number): CaseState {
  if (toEpochMilliseconds(own.asOf) < time)
    throw cxError(
      'CX_INVALID_INPUT',
      `${where}: "asOf" of the case at row ${index}`,
      'at or after the instant',
      own.asOf,
    );
  let state: CaseState = 'not-created';
  for (const { status, from } of own.statuses)
    if (toEpochMilliseconds(from) <= time) state = isOpenStatus(status) ? 'open' : 'solved';
  return state;
}
