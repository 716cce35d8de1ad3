import { describe, expect, it } from 'vitest';
import { NPS_SCALE, npsMetric } from '../../../src/metrics/perception/npsScore.js';

const tally = { counts: [0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 5, 0, 0, 0, 0], weights: null };

describe('npsMetric', () => {
  it.each(['nps', 'partner-nps', 'employee-nps'] as const)('defines %s', (id) => {
    const metric = npsMetric(id);
    expect(metric.definition).toStrictEqual({
      id,
      family: 'scale',
      statistic: 'net',
      unit: 'points',
      direction: 'higher-is-better',
      range: { minimum: -100, maximum: 100 },
      parameters: {},
    });
    expect(NPS_SCALE).toMatchObject(metric.scale);
    expect(metric.classes).toEqual({ promoters: 10, passives: 8, detractors: 6 });
  });

  it('finishes with the classes by name', () => {
    expect(npsMetric('nps').finish('f', tally, {})).toMatchObject({
      value: 30,
      promoters: 5,
      passives: 3,
      detractors: 2,
    });
  });

  it('names the caller', () => {
    expect(() => npsMetric('nps').finish('f', tally, { confidence: 1 })).toThrow('f: option "confidence"');
  });
});
