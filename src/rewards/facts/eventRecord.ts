import { DAY, toCivilDate } from '../../core/civilDay.js';
import { cxError, type CxErrorCode } from '../../core/errors.js';
import { toEpochMilliseconds } from '../../core/instant.js';
import { requireOption } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import type { TimeZone } from '../../core/timeZone.js';
import { readId } from '../evaluation/awardKey.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { copyPlain, PLAIN_RULE } from './plainData.js';

/**
 * What is wrong with a record: `'no-record'`, `'missing-id'`, `'missing-date'`, `'unreadable-date'`, `'data-not-plain'`, and in a batch
 * `'conflicting-id'`: two records of one id say different things. More codes may be added.
 */
export type EventFactFault =
  'no-record' | 'missing-id' | 'missing-date' | 'unreadable-date' | 'data-not-plain' | 'conflicting-id';

/** Why a record gives no fact. */
export interface EventFault {
  /** What is wrong; an instant without zone is the host's to mend, not the record's. */
  readonly fault: EventFactFault | 'no-zone';
  /** Field at fault. */
  readonly field: string;
  /** What it must be. */
  readonly rule: string;
  /** What it is. */
  readonly value: unknown;
}

const DATE_RULE = 'a civil date YYYY-MM-DD that exists, or an instant with its zone';
const ZONE_RULE =
  'a civil date YYYY-MM-DD, or come with option "zone", as the day of an instant depends on the zone of the programme';

/** Refuses a zone that was not read. */
export function requireZone(where: string, zone: unknown): void {
  const isZone = zone === undefined || typeof (Object(zone) as Partial<TimeZone>).spanAt === 'function';
  requireOption(isZone, where, 'zone', 'what toTimeZone gives', zone);
}

/** Reads the civil date something happened on, in the zone of the programme. */
export function readDate(field: string, moment: unknown, zone: TimeZone | undefined): string | EventFault {
  if (moment === null || moment === undefined) return { fault: 'missing-date', field, rule: DATE_RULE, value: moment };
  if (isCivilDate(moment)) return moment as string;
  const time = typeof moment === 'string' ? toEpochMilliseconds(moment) : NaN;
  if (Number.isNaN(time)) return { fault: 'unreadable-date', field, rule: DATE_RULE, value: moment };
  if (zone === undefined) return { fault: 'no-zone', field, rule: ZONE_RULE, value: moment };
  const date = toCivilDate(Math.floor((time + zone.spanAt(time).offset) / DAY));
  return date ?? { fault: 'unreadable-date', field, rule: 'within the years 0001 to 9999', value: moment };
}

/** Makes the error of a fault. */
export function faultError(where: string, { fault, field, rule, value }: EventFault): Error {
  const isDate = fault === 'missing-date' || fault === 'unreadable-date' || fault === 'no-zone';
  const code: CxErrorCode = isDate ? 'CX_INVALID_DATE' : 'CX_INVALID_INPUT';
  return cxError(code, field === '' ? `${where}: record` : `${where}: "${field}"`, rule, value);
}

/** Reads a date or throws. */
export function requireDate(where: string, field: string, moment: unknown, zone: TimeZone | undefined): string {
  const date = readDate(field, moment, zone);
  if (typeof date !== 'string') throw faultError(where, date);
  return date;
}

/** Makes the fact of an event, its id a list as JSON since joined text collides; or says what is wrong. */
export function readFact(
  event: string,
  { id, on, data }: { readonly id: unknown; readonly on: unknown; readonly data: unknown },
  zone: TimeZone | undefined,
): RewardFact | EventFault {
  const own = readId(id);
  if (own === null) return { fault: 'missing-id', field: 'id', rule: 'text or a whole number', value: id };
  const date = readDate('on', on, zone);
  if (typeof date !== 'string') return date;
  const copy = copyPlain(data);
  if (copy.fault === null)
    return { id: JSON.stringify([event, own]), trigger: { kind: 'event', event }, on: date, data: copy.data };
  const { at, value } = copy.fault;
  if (at === '') return { fault: 'data-not-plain', field: 'data', rule: 'a record of plain JSON', value };
  return { fault: 'data-not-plain', field: `data.${at}`, rule: PLAIN_RULE, value };
}
