import type { MetricDefinition } from '../../../src/core/definition.js';
import type { MetricResult } from '../../../src/core/result.js';
import type { Segment } from '../../../src/core/segment.js';

/** The key of the segments made here. */
export interface ZoneKey {
  readonly zone: string;
}

export const SCORE: MetricDefinition = {
  id: 'score',
  family: 'mean',
  statistic: 'mean',
  unit: 'score',
  direction: 'higher-is-better',
  range: { minimum: -100, maximum: 100 },
  parameters: {},
};

/** A segment with a mean of so many answers that its t is normal. */
export function zone(
  key: string,
  value: number | null,
  standardError: number | null,
  changes: Partial<MetricResult> = {},
): Segment<ZoneKey, MetricResult> {
  return {
    key: { zone: key },
    result: {
      definition: SCORE,
      value,
      interval: null,
      standardError,
      degreesOfFreedom: null,
      sampleSize: 1e9,
      effectiveSampleSize: 1e9,
      accounts: null,
      excluded: {},
      warnings: [],
      ...changes,
    },
  };
}
