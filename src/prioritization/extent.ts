import type { Estimate } from '../core/estimate.js';

/** A value with the ends of its interval; open ends are infinite. */
export interface Extent {
  /** The value. */
  readonly value: number;
  /** Lower end. */
  readonly lower: number;
  /** Upper end. */
  readonly upper: number;
}

/** Reads a number or an estimate; `null` is unknown, `'fault'` cannot be read. */
export function toExtent(given: number | Estimate | null | undefined): Extent | 'fault' | null {
  if (given === null || given === undefined) return null;
  if (typeof given === 'number') return Number.isFinite(given) ? { value: given, lower: given, upper: given } : 'fault';
  if (typeof given !== 'object' || !('value' in given)) return 'fault';
  const { value, interval } = given;
  if (value === null || value === undefined) return null;
  if (!Number.isFinite(value)) return 'fault';
  if (interval === null || interval === undefined) return { value, lower: value, upper: value };
  const [lower, upper] = [interval.lower ?? -Infinity, interval.upper ?? Infinity];
  return lower <= upper ? { value, lower, upper } : 'fault';
}

/** Where an extent lies: the line itself is high, `'open'` reaches across it. */
export type Side = 'high' | 'low' | 'open' | null;

/** The side of the line on which all of an extent lies. */
export function sideOf(extent: Extent | null, line: number | null): Side {
  if (extent === null || line === null) return null;
  if (extent.lower >= line) return 'high';
  return extent.upper < line ? 'low' : 'open';
}
