import { cxError } from '../../core/errors.js';
import { requireInstant, type Instant } from '../../core/instant.js';

/** A stretch of time that does not count. */
export interface Pause {
  /** First instant that does not count. */
  readonly start: Instant;
  /** First instant that counts again, or `null` for a pause that goes on. */
  readonly end: Instant | null;
}

/** A stretch of time in milliseconds since 1970-01-01T00:00:00Z: its start, and its end, which is no longer part of it. */
export type Stretch = readonly [start: number, end: number];

function readPause(where: string, pause: Pause, index: number): Stretch {
  const name = `pauses[${index}]`;
  if (typeof pause !== 'object' || pause === null)
    throw cxError('CX_INVALID_OPTION', `${where}: option "${name}"`, 'a pause { start, end }', pause);
  const start = requireInstant(where, `${name}.start`, pause.start);
  const end = pause.end === null ? Infinity : requireInstant(where, `${name}.end`, pause.end);
  if (end < start)
    throw cxError('CX_INVALID_DATE', `${where}: minutes of "${name}"`, 'at least 0', (end - start) / 60_000);
  return [start, end];
}

/** Reads pauses in order of their start. */
export function readPauses(where: string, pauses: readonly Pause[] | undefined): readonly Stretch[] {
  if (pauses === undefined) return [];
  if (!Array.isArray(pauses)) throw cxError('CX_INVALID_OPTION', `${where}: option "pauses"`, 'a list', pauses);
  const stretches = (pauses as readonly Pause[]).map((pause, index) => readPause(where, pause, index));
  return stretches.sort((a, b) => a[0] - b[0]);
}
