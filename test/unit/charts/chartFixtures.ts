import { npsMeasure } from '../../../src/metrics/index.js';
import type { Initiative } from '../../../src/prioritization/initiative.js';
import { prioritize } from '../../../src/prioritization/prioritize.js';
import { compareSegments } from '../../../src/segmentation/compareSegments.js';
import { tallyCountsBy } from '../../../src/segmentation/tallyCountsBy.js';
import { toSegments } from '../../../src/segmentation/toSegments.js';
import type { ChartPart, ChartSpecification } from '../../../src/charts/specification.js';

/** Texts that would do harm as code, as a field, as markup or as a key. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'datum.value * 2',
  'datum["value"]',
  '__proto__',
  'constructor',
  "a.b[0]['c']\\",
  '${1 + 1} `x`',
  'line\nbreak\u0000\u2028 \ud800 end',
  '',
  '&amp; &lt;',
  '𝒳'.repeat(500),
];

/** An initiative judged under four criteria, from 0 (worst) to 4 (best) points above 1. */
export function initiative(id: string, value: number, effort: number | null, names?: Initiative['names']): Initiative {
  const criteria = { impact: 1 + 4 * value, reach: value, complexity: effort === null ? null : 1 + 4 * effort };
  return { id, names, criteria: { ...criteria, cost: effort === null ? 3 : 1 + 4 * effort } };
}

/** A ranking with one initiative of each kind. */
export const everyKind = prioritize([
  initiative('quick', 0.8, 0.2, { en: 'Delivery slots', fr: 'Créneaux de livraison' }),
  initiative('big', 0.9, 0.85),
  initiative('small', 0.2, 0.1),
  initiative('waste', 0.1, 0.9),
  initiative('near', 0.52, 0.3),
  initiative('open', 0.7, null),
]);

/** Segments of an NPS: promoters, passives and detractors by zone. */
export function zonesOf(zones: Readonly<Record<string, readonly [number, number, number]>>) {
  const measure = npsMeasure();
  const counted = Object.entries(zones).flatMap(([zone, counts]) =>
    counts.map((n, at) => ({ zone, score: [10, 7, 0][at] ?? null, n })),
  );
  const tally = tallyCountsBy(counted, { measure, dimensions: ['zone'], score: 'score', count: 'n' });
  return { segments: toSegments(tally, measure), comparisons: compareSegments(tally, measure) };
}

/** Three zones of which one is higher and one lower than the rest, and one without answers. */
export const zones = zonesOf({ north: [48, 28, 19], south: [35, 32, 30], west: [40, 20, 10], nobody: [0, 0, 0] });

/** The rows of all layers of one kind of mark. */
export function rowsOf({ layer }: ChartSpecification, mark: string): ChartPart[] {
  return layer.flatMap((part) => {
    const { mark: own, data } = part as unknown as { mark: { type: string }; data: { values: ChartPart[] } };
    return own.type === mark ? data.values : [];
  });
}

/** Every key of a specification, at any depth, data left out. */
export function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => (key === 'values' ? [key] : [key, ...keysOf(own)]));
}
