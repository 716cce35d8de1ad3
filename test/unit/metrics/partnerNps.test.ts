import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { computePartnerNps, partnerNpsMeasure } from '../../../src/metrics/perception/partnerNps.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { B2B_NPS_SAMPLE_POLICY } from '../../../src/metrics/perception/samplePolicy.js';
import { expectSound } from '../../tools/soundness.js';

const answers = [10, 9, 9, 8, 7, 3, null];
const codes = (result: { warnings: readonly { code: string }[] }): string[] => result.warnings.map(({ code }) => code);

describe('computePartnerNps', () => {
  it('is computed as an NPS, under a definition of its own', () => {
    const got = expectSound(computePartnerNps(answers, { samplePolicy: null }));
    const { definition, ...rest } = computeNps(answers, { samplePolicy: null });
    expect(got).toEqual({ ...rest, definition: { ...definition, id: 'partner-nps' } });
    // 3 promoters and 1 detractor of 6.
    expect(got.value).toBeCloseTo(100 / 3, 12);
  });

  it('takes rows, counts and weights', () => {
    const counts = { promoters: 3, passives: 2, detractors: 1 };
    expect(computePartnerNps({ counts, missing: 1 })).toEqual(computePartnerNps(answers));
    const rows = answers.map((q) => ({ q, w: 2 }));
    expect(computePartnerNps(rows, { score: 'q', weight: 'w' }).value).toBeCloseTo(100 / 3, 12);
  });

  it('is held to the sample policy unless told otherwise', () => {
    expect(codes(computePartnerNps(answers))).toEqual(['small-sample', 'below-sample-policy']);
    expect(codes(computePartnerNps(answers, { samplePolicy: null }))).toEqual(['small-sample']);
    expect(codes(computePartnerNps(answers, { samplePolicy: B2B_NPS_SAMPLE_POLICY }))).toEqual([
      'small-sample',
      'below-sample-policy',
    ]);
  });

  it('names itself in errors', () => {
    expect(() => computePartnerNps([11])).toThrow(
      'computePartnerNps: score at row 0 must be a whole number from 0 to 10, received 11',
    );
  });
});

describe('partnerNpsMeasure', () => {
  it('gives what computePartnerNps gives', () => {
    expect(computeMeasure(answers, partnerNpsMeasure({ confidence: 0.9 }))).toEqual(
      computePartnerNps(answers, { confidence: 0.9 }),
    );
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([11], partnerNpsMeasure())).toThrow('partnerNpsMeasure: score at row 0');
  });
});
