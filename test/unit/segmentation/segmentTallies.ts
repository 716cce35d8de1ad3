import { tallyRows } from '../../../src/measures/computeMeasure.js';
import type { ScaleTally } from '../../../src/measures/scaleTally.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import type { SegmentTally } from '../../../src/segmentation/segmentTally.js';

/** Promoters, passives, detractors. */
export type NpsCounts = readonly [number, number, number];

export interface SectorKey {
  readonly sector: string;
}

export const nps = npsMeasure();

/** A sample cut by sector, from the counts of each. */
export function bySector(counts: Readonly<Record<string, NpsCounts>>): SegmentTally<SectorKey, ScaleTally> {
  return {
    dimensions: ['sector'],
    keys: Object.keys(counts).map((sector) => ({ sector })),
    tallies: Object.values(counts).map(([promoters, passives, detractors]) =>
      tallyRows({ counts: [detractors, 0, 0, 0, 0, 0, 0, 0, passives, 0, promoters] }, nps),
    ),
  };
}

/** A sample of rows cut by sector, for any measure. */
export function cutRows<Row extends SectorKey, Tally>(
  rows: readonly Row[],
  measure: Parameters<typeof tallyRows<Row, Tally, unknown>>[1],
): SegmentTally<SectorKey, Tally> {
  const sectors = [...new Set(rows.map(({ sector }) => sector))];
  return {
    dimensions: ['sector'],
    keys: sectors.map((sector) => ({ sector })),
    tallies: sectors.map((sector) =>
      tallyRows(
        rows.filter((row) => row.sector === sector),
        measure,
      ),
    ),
  };
}
