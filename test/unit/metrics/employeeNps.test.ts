import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { computeEmployeeNps, employeeNpsMeasure } from '../../../src/metrics/perception/employeeNps.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { B2B_NPS_SAMPLE_POLICY } from '../../../src/metrics/perception/samplePolicy.js';
import { expectSound } from '../../tools/soundness.js';

const answers = [10, 9, 9, 8, 7, 3, null];
const codes = (result: { warnings: readonly { code: string }[] }): string[] => result.warnings.map(({ code }) => code);

describe('computeEmployeeNps', () => {
  it('is computed as an NPS, under a definition of its own', () => {
    const got = expectSound(computeEmployeeNps(answers, { samplePolicy: null }));
    const { definition, ...rest } = computeNps(answers, { samplePolicy: null });
    expect(got).toEqual({ ...rest, definition: { ...definition, id: 'employee-nps' } });
    // 3 promoters and 1 detractor of 6.
    expect(got.value).toBeCloseTo(100 / 3, 12);
  });

  it('takes rows, counts and weights', () => {
    const counts = { promoters: 3, passives: 2, detractors: 1 };
    expect(computeEmployeeNps({ counts, missing: 1 })).toEqual(computeEmployeeNps(answers));
    const rows = answers.map((q) => ({ q, w: 2 }));
    expect(computeEmployeeNps(rows, { score: 'q', weight: 'w' }).value).toBeCloseTo(100 / 3, 12);
  });

  it('is held to no sample policy unless told so', () => {
    expect(codes(computeEmployeeNps(answers))).toEqual(['small-sample']);
    expect(codes(computeEmployeeNps(answers, { samplePolicy: null }))).toEqual(['small-sample']);
    expect(codes(computeEmployeeNps(answers, { samplePolicy: B2B_NPS_SAMPLE_POLICY }))).toEqual([
      'small-sample',
      'below-sample-policy',
    ]);
  });

  it('names itself in errors', () => {
    expect(() => computeEmployeeNps([11])).toThrow(
      'computeEmployeeNps: score at row 0 must be a whole number from 0 to 10, received 11',
    );
  });
});

describe('employeeNpsMeasure', () => {
  it('gives what computeEmployeeNps gives', () => {
    expect(computeMeasure(answers, employeeNpsMeasure({ confidence: 0.9 }))).toEqual(
      computeEmployeeNps(answers, { confidence: 0.9 }),
    );
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([11], employeeNpsMeasure())).toThrow('employeeNpsMeasure: score at row 0');
  });
});
