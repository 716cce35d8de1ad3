import { describe, expect, it } from 'vitest';
import { NPS_BANDS, interpretNps } from '../../../src/metrics/perception/npsBands.js';

describe('interpretNps', () => {
  it.each([
    [-100, 'major-problems'],
    [-0.001, 'major-problems'],
    [-0, 'unnamed'],
    [0, 'unnamed'],
    [50, 'unnamed'],
    [50.001, 'excellent'],
    [100, 'excellent'],
  ])('reads %d as %s', (value, id) => {
    expect(interpretNps(value)?.id).toBe(id);
  });

  it.each([null, NaN, -100.001, 100.001, Infinity, -Infinity])('reads %d as nothing', (value) => {
    expect(interpretNps(value)).toBeNull();
  });
});

describe('NPS_BANDS', () => {
  const french = 'Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»';

  it('say what the article says and no more', () => {
    expect(NPS_BANDS).toEqual([
      {
        id: 'major-problems',
        from: -100,
        fromIncluded: true,
        names: { en: 'major problems of customer experience', fr: 'problèmes majeurs d’expérience client' },
        source: french,
      },
      {
        id: 'unnamed',
        from: 0,
        fromIncluded: true,
        names: {
          en: 'neither excellent nor a sign of major problems',
          fr: 'ni excellent, ni signe de problèmes majeurs',
        },
        source: french,
      },
      {
        id: 'excellent',
        from: 50,
        fromIncluded: false,
        names: { en: 'excellent', fr: 'excellent' },
        source: french,
      },
    ]);
  });
});
