import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { bounceRateMeasure, computeBounceRate } from '../../../../src/metrics/outreach/bounceRate.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { WAVE, invitation } from './rates.js';

describe('computeBounceRate', () => {
  it('is the share of what was sent that came back', () => {
    const got = expectSound(computeBounceRate(readOnce(deepFreeze(WAVE))));
    expect(got).toMatchObject({
      definition: {
        id: 'bounce-rate',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'lower-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: {},
      },
      value: 2 / 9,
      sampleSize: 9,
      bounced: 2,
      delivered: 7,
      excluded: { test: 1, spam: 1, excluded: 1, invalid: 1, notSent: 4 },
      interval: { method: 'wilson', confidence: 0.95 },
    });
  });

  it('takes what was opened for delivered', () => {
    const opened = invitation({ sentAt: '2026-03-01', bounced: true, openedAt: '2026-03-02' });
    expect(computeBounceRate([opened])).toMatchObject({ bounced: 0, delivered: 1 });
  });

  it('is unknown where nothing was sent', () => {
    expect(expectSound(computeBounceRate([invitation({})]))).toMatchObject({ value: null, excluded: { notSent: 1 } });
  });

  it('is what its measure gives, and names itself in errors', () => {
    expect(computeMeasure(WAVE, bounceRateMeasure({ confidence: 0.9 }))).toEqual(
      computeBounceRate(WAVE, { confidence: 0.9 }),
    );
    expect(thrownBy(() => computeBounceRate(WAVE, { confidence: 2 })).message).toContain('computeBounceRate: ');
    expect(thrownBy(() => computeMeasure(WAVE, bounceRateMeasure({ confidence: 2 }))).message).toContain(
      'bounceRateMeasure: ',
    );
  });
});
