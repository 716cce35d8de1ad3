import { CSAT_ENTRIES } from './csatEntries.js';
import { EFFORT_ENTRIES } from './effortEntries.js';
import { INDEX_ENTRIES } from './indexEntries.js';
import type { MetricEntry } from './metricEntry.js';
import { NPS_ENTRIES } from './npsEntries.js';

/** Every metric's identity as data: names, question, scale ends, unit, direction, bands, owner and source. */
export const METRIC_CATALOGUE: readonly MetricEntry[] = /* @__PURE__ */ NPS_ENTRIES.concat(
  CSAT_ENTRIES,
  EFFORT_ENTRIES,
  INDEX_ENTRIES,
);

/**
 * Finds a metric in the catalogue by its id.
 *
 * Use it for the words of a questionnaire, a column heading or a legend; a result knows its id as `definition.id`.
 *
 * @param id - Id of a metric, such as `'nps'`.
 * @returns The entry, or `null` for an id that is not in the catalogue, as those of a user's own measures.
 * @remarks Each entry names its own source.
 * @example
 * ```ts
 * import { findMetric } from 'cx-scoring';
 *
 * findMetric('ces-1')?.direction; // => 'lower-is-better'
 * findMetric('csat')?.names.fr; // => 'Satisfaction client (4 ou 5 sur 5)'
 * findMetric('my-own'); // => null
 * ```
 */
export function findMetric(id: string): MetricEntry | null {
  return METRIC_CATALOGUE.find((entry) => entry.id === id) ?? null;
}
