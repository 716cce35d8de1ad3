import { cxError } from './errors.js';

/** A stretch of time during which the clocks of a zone keep one distance from UTC. */
export interface OffsetSpan {
  /** First instant, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly start: number;
  /** First instant after it. The clocks may change then, or not: a stretch is cut where the reading of the zone stopped. */
  readonly end: number;
  /** What the clocks are ahead of UTC by, in milliseconds; negative in the west. */
  readonly offset: number;
}

/** A time zone that was read, with what is known of its clocks so far: make it once and keep it. */
export interface TimeZone {
  /** Its name in the IANA database, as it was given: `'Europe/Paris'`. */
  readonly name: string;
  /** Tells how the clocks stand at an instant, given in milliseconds since 1970-01-01T00:00:00Z. */
  readonly spanAt: (instant: number) => OffsetSpan;
}

// Changes of clocks that undo each other lie at least 3.98 days apart (Freetown, 1939; since 1970 it is 6.95, in Brazil and Gaza):
// at this distance of probes none is missed.
const PROBE = 302_400_000;
// What is read at once: 104 probes, 52 weeks.
const BLOCK = 31_449_600_000;
// What comes after `GMT`, where there is an offset at all.
const OFFSET = /([+\u2212-])(\d\d):(\d\d)(?::(\d\d))?$/;

/** Makes a reader of the offset at an instant, or `null` for a zone that the platform does not know. */
function offsetReader(name: string): ((instant: number) => number) | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
  return (instant) => {
    const match = OFFSET.exec(format.format(instant));
    if (!match) return 0;
    const [, sign, hours, minutes, seconds = 0] = match;
    const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '+' ? offset : -offset;
  };
}

/** Bisects for the second at which the offset is no longer what it was. */
function firstChange(offsetAt: (instant: number) => number, from: number, to: number): number {
  const before = offsetAt(from);
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function readBlock(offsetAt: (instant: number) => number, block: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = block * BLOCK;
  let offset = offsetAt(start);
  const limit = start + BLOCK;
  for (let probe = start + PROBE; probe <= limit; probe += PROBE) {
    const next = offsetAt(probe);
    if (next === offset) continue;
    const end = firstChange(offsetAt, probe - PROBE, probe);
    spans.push({ start, end, offset });
    start = end;
    offset = next;
  }
  if (start < limit) spans.push({ start, end: limit, offset });
  return spans;
}

/**
 * Reads a time zone by its name.
 *
 * Use it to turn instants into the times that clocks show and back; {@link civilTimeAt} and {@link instantsAt} take what it makes.
 * Reading the clocks of a year takes about a hundred calls of `Intl`, made once and kept by the zone: make one and use it for all rows.
 *
 * @param name - Name of a zone in the IANA database, such as `'Europe/Paris'` or `'UTC'`. Bare offsets are no zones: they know no summer.
 * @returns The zone.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` for a zone that the platform does not know.
 * @remarks The rules of zones come from the platform's copy of the IANA database, and governments change them: instants to come may move
 * with an update of the platform.
 * @example
 * ```ts
 * import { toTimeZone } from 'cx-scoring/core';
 *
 * toTimeZone('Europe/Paris').spanAt(Date.parse('2026-07-14T00:00:00Z')).offset; // => 7200000
 * toTimeZone('Europe/Atlantis'); // throws /IANA/
 * ```
 */
export function toTimeZone(name: string): TimeZone {
  return readTimeZone('toTimeZone: "name"', name);
}

/** Reads a zone for a function of the house; `where` names the argument it was given in. */
export function readTimeZone(where: string, name: string): TimeZone {
  // Some platforms take offsets for zones, others do not.
  const offsetAt = typeof name === 'string' && /^[A-Za-z]/.test(name) ? offsetReader(name) : null;
  if (!offsetAt)
    throw cxError('CX_INVALID_OPTION', where, 'the name of an IANA time zone such as "Europe/Paris"', name);
  const blocks = new Map<number, OffsetSpan[]>();
  let last: OffsetSpan = { start: 0, end: 0, offset: 0 };
  const spanAt = (instant: number): OffsetSpan => {
    if (instant >= last.start && instant < last.end) return last;
    const block = Math.floor(instant / BLOCK);
    let spans = blocks.get(block);
    if (!spans) {
      spans = readBlock(offsetAt, block);
      blocks.set(block, spans);
    }
    let index = 0;
    while (instant >= spans[index]!.end) index++;
    last = spans[index]!;
    return last;
  };
  return { name, spanAt };
}
