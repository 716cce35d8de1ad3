import { fieldReader, type Field } from '../../core/field.js';
import { requireField, requireOption, requireOptions } from '../../core/options.js';
import type { TimeZone } from '../../core/timeZone.js';
import { readId } from '../evaluation/awardKey.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { faultError, readFact, requireZone, type EventFault } from './eventRecord.js';

/** How a record becomes the fact of an event. */
export interface EventFactOptions<Row> {
  /** Name of the event, as the triggers of rules have it: `'incident.closed'`. */
  readonly event: string;
  /** Id of what happened, text or a whole number, unique within the event: where it happens repeatedly, with the day. */
  readonly id: Field<Row, unknown>;
  /** When it happened: a civil date, or an instant with its zone, for which `zone` is needed. */
  readonly on: Field<Row, unknown>;
  /** What rules read: a record of plain JSON. Properties that are undefined are left out, and so unknown to rules. */
  readonly data: Field<Row, unknown>;
  /** The zone of the programme, from `toTimeZone`: it decides which day an instant lies on. */
  readonly zone?: TimeZone | undefined;
}

/** Reads one record after the other. */
export interface EventReader<Row> {
  /** The fact of a record, or why there is none. */
  readonly read: (record: Row, index: number) => RewardFact | EventFault;
  /** The id of a record as text; `null` where there is none. */
  readonly idOf: (record: Row, index: number) => string | null;
}

/** Checks the options once and gives the reader of records. */
export function eventReader<Row>(where: string, options: EventFactOptions<Row>): EventReader<Row> {
  requireOptions(where, options);
  const { event, id, on, data, zone } = options;
  requireOption(typeof event === 'string' && event !== '', where, 'event', 'the name of an event', event);
  for (const [field, own] of Object.entries({ id, on, data })) requireField(where, field, own);
  requireZone(where, zone);
  const [ownId, ownDate, ownData] = [fieldReader(id), fieldReader(on), fieldReader(data)];
  return {
    read: (record, index) =>
      Object(record) === record
        ? readFact(event, { id: ownId(record, index), on: ownDate(record, index), data: ownData(record, index) }, zone)
        : { fault: 'no-record', field: '', rule: 'an object', value: record },
    idOf: (record, index) => (Object(record) === record ? readId(ownId(record, index)) : null),
  };
}

/**
 * Turns one record of another system into the fact of an event, which makes rules of that event look at it.
 *
 * Use it for anything that happens: an incident closed, a gift chosen, a figure restated; {@link toEventFacts} for a batch.
 *
 * @param record - The record.
 * @param options - Name of the event, and where the record has id, date and data.
 * @returns The fact, its id made of event and id, so that a record may be told twice and is one fact.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when the date is missing or cannot be read, or is an instant and no zone is
 * given; `CX_INVALID_INPUT` when id or data are missing or the data is not plain JSON; `CX_INVALID_OPTION` when an option is out of place.
 * @example
 * ```ts
 * import { toTimeZone } from 'cx-scoring/core';
 * import { toEventFact } from 'cx-scoring/rewards';
 *
 * const ticket = { key: 'T-7', closed: '2026-03-31T22:30:00Z', customer: 'acme', severity: 3, cause: 'supplier' };
 * const incident = {
 *   event: 'incident.closed',
 *   id: 'key',
 *   on: 'closed',
 *   data: (row: typeof ticket) => ({
 *     customer: { id: row.customer },
 *     incident: { id: row.key, severity: row.severity, attributableTo: row.cause },
 *   }),
 * } as const;
 * const fact = toEventFact(ticket, { ...incident, zone: toTimeZone('Europe/Paris') });
 * fact.id; // => '["incident.closed","T-7"]'
 * fact.on; // => '2026-04-01'
 * fact.data['customer']; // => { id: 'acme' }
 * toEventFact(ticket, incident); // throws /zone/
 * ```
 */
export function toEventFact<Row>(record: Row, options: EventFactOptions<NoInfer<Row>>): RewardFact {
  const read = eventReader('toEventFact', options).read(record, 0);
  if ('fault' in read) throw faultError('toEventFact', read);
  return read;
}
