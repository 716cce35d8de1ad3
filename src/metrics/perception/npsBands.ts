import type { MetricBand } from '../catalogue/metricEntry.js';

/** Ids of the bands of {@link NPS_BANDS}. */
export type NpsBandId = 'major-problems' | 'unnamed' | 'excellent';

/** A band of the Net Promoter Score. */
export interface NpsBand extends MetricBand {
  /** Identity of the band. */
  readonly id: NpsBandId;
}

/** Where the bands come from. */
export const NPS_BANDS_SOURCE: string = 'Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»';

/**
 * Bands of the Net Promoter Score in the Aktiva2 article, from the lowest up: negative, a sign of major problems; above 50, excellent.
 * The article has no word for what lies between, and none is invented here.
 */
export const NPS_BANDS: readonly NpsBand[] = [
  {
    id: 'major-problems',
    from: -100,
    fromIncluded: true,
    names: { en: 'major problems of customer experience', fr: 'problèmes majeurs d’expérience client' },
    source: NPS_BANDS_SOURCE,
  },
  {
    id: 'unnamed',
    from: 0,
    fromIncluded: true,
    names: {
      en: 'neither excellent nor a sign of major problems',
      fr: 'ni excellent, ni signe de problèmes majeurs',
    },
    source: NPS_BANDS_SOURCE,
  },
  {
    id: 'excellent',
    from: 50,
    fromIncluded: false,
    names: { en: 'excellent', fr: 'excellent' },
    source: NPS_BANDS_SOURCE,
  },
];

/**
 * Reads a Net Promoter Score against the bands of the Aktiva2 article.
 *
 * Use it for a word beside a score of customers, and look at the interval first: with few answers it reaches over several bands.
 * Bands of other sources differ, and none is known for partners or employees.
 *
 * @param value - A score in points, -100..100, or `null` when unknown.
 * @returns The band, with its names and its source; `null` for an unknown score or a number that is no score.
 * @remarks Source: Aktiva2, « Comment mesurer l’expérience client ? »: above 50 excellent, negative major problems.
 * @example
 * ```ts
 * import { interpretNps } from 'cx-scoring';
 *
 * interpretNps(51)?.id; // => 'excellent'
 * interpretNps(50)?.id; // => 'unnamed'
 * interpretNps(-1)?.names.en; // => 'major problems of customer experience'
 * interpretNps(null); // => null
 * ```
 */
export function interpretNps(value: number | null): NpsBand | null {
  // NaN fails both comparisons.
  if (value === null || !(value >= -100 && value <= 100)) return null;
  const reached = NPS_BANDS.filter(({ from, fromIncluded }) => value > from || (fromIncluded && value === from));
  return reached[reached.length - 1] ?? null;
}
