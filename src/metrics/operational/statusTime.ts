import type { CaseTimeMetric } from './caseMetric.js';
import type { TicketStatus } from './ticketEvent.js';

/** Makes the metric of the time that a ticket spent in some states, all stretches together; a ticket never in them spent none. */
export function statusTime<Id extends string>(id: Id, wanted: readonly TicketStatus[]): CaseTimeMetric<Id, never> {
  return {
    id,
    reasons: [],
    read: ({ statuses, isOpen }, hours) => {
      const spent = statuses.filter(({ status }) => wanted.includes(status));
      return [{ value: spent.reduce((sum, { from, to }) => sum + hours(from, to), 0), open: isOpen }];
    },
  };
}
