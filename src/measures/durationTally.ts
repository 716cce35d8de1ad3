import { cxError } from '../core/errors.js';
import { addToQuantileSketch, createQuantileSketch, mergeQuantileSketches } from '../statistics/quantileSketch.js';
import type { QuantileSketch } from '../statistics/quantileSketch.js';
import type { OffScalePolicy } from './input.js';
import { misfit } from './misfit.js';

/** Largest duration that counts, in any unit: sums of two stay finite. */
const LONGEST = 1e90;

/** How durations are kept: every one of them, or a sketch whose size does not grow with their number. */
export type DurationStorage = 'exact' | 'sketch';

/** Reasons for which a row is left out of a duration. */
export type DurationExclusion = 'missing' | 'offScale' | 'missingOpen';

/** Tally of the duration family: the durations of closed cases, the times so far of open ones, and the rows left out. */
export interface DurationTally {
  /** Durations of the closed cases, in any order, or their sketch. */
  readonly closed: number[] | QuantileSketch;
  /** Times so far of the open cases. */
  readonly open: number[] | QuantileSketch;
  /** Rows left out: missing, off scale, not known to be open or closed. */
  readonly excluded: number[];
}

/** How durations are read. */
export interface DurationReading<Row> {
  /** Id of the metric, for messages. */
  readonly where: string;
  /** The duration of a row. */
  readonly read: (row: Row, index: number) => unknown;
  /** Whether the case is still open, if the measure has open cases. */
  readonly readOpen: ((row: Row, index: number) => unknown) | undefined;
  /** What to do with anything that is no duration. */
  readonly offScale: OffScalePolicy;
}

/** Makes an empty tally. */
export function createDurationTally(storage: DurationStorage): DurationTally {
  const store = (): DurationTally['closed'] => (storage === 'sketch' ? createQuantileSketch() : []);
  return { closed: store(), open: store(), excluded: [0, 0, 0] };
}

/** Number of durations kept. */
export function durationCount(store: DurationTally['closed']): number {
  return Array.isArray(store) ? store.length : store.count;
}

/** Adds one row to a tally, in place. */
export function addDuration<Row>(reading: DurationReading<Row>, tally: DurationTally, row: Row, index: number): void {
  const { where, offScale } = reading;
  const value = reading.read(row, index) ?? null;
  const open = reading.readOpen ? (reading.readOpen(row, index) ?? null) : false;
  let reason = -1;
  if (value === null) reason = 0;
  else if (!isDuration(value)) {
    const rule = `a number from 0 to ${LONGEST}`;
    if (offScale === 'throw') throw cxError('CX_OFF_SCALE', `${where}: value at row ${index}`, rule, value);
    reason = 1;
  } else if (open === null) reason = 2;
  else if (typeof open !== 'boolean') {
    const rule = 'true, false or missing';
    if (offScale === 'throw') throw cxError('CX_OFF_SCALE', `${where}: open at row ${index}`, rule, open);
    reason = 1;
  } else {
    const store = open ? tally.open : tally.closed;
    if (Array.isArray(store)) store.push(value + 0);
    else addToQuantileSketch(store, value);
  }
  if (reason >= 0) (tally.excluded[reason] as number)++;
}

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LONGEST;
}

/** Adds one tally to another, in place. */
export function mergeDurationTallies(into: DurationTally, from: DurationTally): void {
  mergeStores(into.closed, from.closed);
  mergeStores(into.open, from.open);
  from.excluded.forEach((count, reason) => ((into.excluded[reason] as number) += count));
}

// A measure keeps all its durations in one way, and a stored tally is checked against it.
function mergeStores(into: DurationTally['closed'], from: DurationTally['closed']): void {
  if (Array.isArray(into)) {
    if (Array.isArray(from)) for (const value of from) into.push(value);
  } else if (!Array.isArray(from)) mergeQuantileSketches(into, from);
}

/** Finds where something is not a tally of durations, kept in the given way; without open cases there must be none. */
export function durationMisfit(
  storage: DurationStorage,
  hasOpen: boolean,
  path: string,
  tally: unknown,
): string | undefined {
  const { closed, open, excluded } = Object(tally) as Partial<Record<keyof DurationTally, unknown>>;
  const fresh = createDurationTally(storage);
  if (Object.keys(Object(tally) as object).length !== Object.keys(fresh).length) return path;
  const find = storage === 'sketch' ? sketchMisfit : listMisfit;
  return (
    find(`${path}.closed`, closed) ??
    find(`${path}.open`, open) ??
    misfit(`${path}.excluded`, fresh.excluded, excluded) ??
    (hasOpen || durationCount(open as DurationTally['open']) === 0 ? undefined : `${path}.open`)
  );
}

function listMisfit(path: string, values: unknown): string | undefined {
  if (!Array.isArray(values)) return path;
  const at = values.findIndex((value) => !isDuration(value));
  return at < 0 ? undefined : `${path}[${at}]`;
}

function sketchMisfit(path: string, sketch: unknown): string | undefined {
  const { octaves, ...rest } = Object(sketch) as Partial<QuantileSketch>;
  const { octaves: none, ...fresh } = createQuantileSketch();
  const found = misfit(path, fresh, rest);
  if (found !== undefined) return found;
  const { minimum, maximum } = rest as QuantileSketch;
  if (!isDuration(minimum)) return `${path}.minimum`;
  if (!isDuration(maximum)) return `${path}.maximum`;
  if (!Array.isArray(octaves)) return `${path}.octaves`;
  return (octaves as unknown[])
    .map((own, at) => {
      const { counts } = Object(own) as { readonly counts?: unknown };
      const zeros = Array.isArray(counts) ? counts.map(() => 0) : none;
      return misfit(`${path}.octaves[${at}]`, { octave: 0, first: 0, counts: zeros }, own);
    })
    .find((where) => where !== undefined);
}
