import { cxError } from '../core/errors.js';
import type { Measure } from './measure.js';

/** Refuses anything that is no measure, or lacks a function that is needed of it. */
export function requireMeasure(where: string, measure: unknown, needed: 'addRow' | 'toSums' = 'addRow'): void {
  const own = Object(measure) as Partial<Record<keyof Measure<never, never, never> | 'toSums', unknown>>;
  const isMeasure = Object(own.definition) === own.definition && typeof own.addRow === 'function';
  if (!isMeasure) throw cxError('CX_INVALID_INPUT', `${where}: measure`, 'a measure, such as npsMeasure()', measure);
  const rule = 'one that adds up sums, as shares, means, net scores, ratios and rates do; durations have none';
  if (typeof own[needed] !== 'function') throw cxError('CX_INVALID_INPUT', `${where}: measure`, rule, measure);
}
