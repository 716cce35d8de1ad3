import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/core/comparison.js';
import { compareResults } from '../../../src/measures/compareResults.js';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { defineScale } from '../../../src/measures/defineScale.js';
import { computeCes } from '../../../src/metrics/perception/ces.js';
import { computeCsat } from '../../../src/metrics/perception/csat.js';
import { CSAT_TEN_POINT, defineCsatScale } from '../../../src/metrics/perception/csatScale.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { npsT } from '../../../src/metrics/perception/npsIntervals.js';
import type { NpsResult } from '../../../src/metrics/perception/npsScore.js';
import { computePartnerNps } from '../../../src/metrics/perception/partnerNps.js';
import { deepFreeze, expectSound, thrownBy } from '../../tools/soundness.js';

const nps = (detractors: number, passives: number, promoters: number): NpsResult =>
  computeNps({ counts: { detractors, passives, promoters } });
const csat = (satisfied: number, n: number): ReturnType<typeof computeCsat> =>
  computeCsat({ counts: { satisfied, unsatisfied: n - satisfied } });

interface Figures {
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom?: number;
  readonly pValue: number;
  readonly lower: number;
  readonly upper: number;
  readonly detectable?: number;
}

function expectFigures(got: Comparison, expected: Figures, digits = 9): void {
  expectSound(got);
  expect(got.difference).toBeCloseTo(expected.difference, digits);
  expect(got.standardError).toBeCloseTo(expected.standardError, digits);
  if (expected.degreesOfFreedom === undefined) expect(got.degreesOfFreedom).toBeNull();
  else expect(got.degreesOfFreedom).toBeCloseTo(expected.degreesOfFreedom, digits - 1);
  expect(got.pValue).toBeCloseTo(expected.pValue, 11);
  expect(got.interval?.lower).toBeCloseTo(expected.lower, digits);
  expect(got.interval?.upper).toBeCloseTo(expected.upper, digits);
  if (expected.detectable !== undefined)
    expect(got.minimumDetectableDifference).toBeCloseTo(expected.detectable, digits);
}

describe('two net scores', () => {
  // Python: three pseudo-answers on each side.
  it('are compared by adjusted Wald, around the raw difference', () => {
    const got = compareResults(nps(19, 28, 48), nps(30, 32, 35));
    expectFigures(got, {
      difference: 2900 / 95 - 500 / 97,
      standardError: 11.341912121947754,
      pValue: 0.030141442005863182,
      lower: 2.3620974598580174,
      upper: 46.82157600952974,
      detectable: (1.959963984540054 + 0.8416212335729143) * 11.341912121947754,
    });
    expect(got).toMatchObject({ verdict: 'higher', sampleSizes: [95, 97], warnings: [] });
    expect(got.interval).toMatchObject({ confidence: 0.95, method: 'adjusted-wald' });
    expect(got.definition.id).toBe('nps');
  });

  it('are compared at another level', () => {
    const got = compareResults(nps(19, 28, 48), nps(30, 32, 35), { confidence: 0.9 });
    expect(got.interval?.lower).toBeCloseTo(5.936051444343246, 9);
    expect(got.interval?.upper).toBeCloseTo(43.24762202504451, 9);
    expect(got.interval?.confidence).toBe(0.9);
    expect(compareResults(nps(19, 28, 48), nps(30, 32, 35), { confidence: 0.98 }).verdict).toBe('no-evidence');
  });

  it('have the opposite difference when swapped', () => {
    const forth = compareResults(nps(19, 28, 48), nps(30, 32, 35));
    const back = compareResults(nps(30, 32, 35), nps(19, 28, 48));
    expect(back.difference).toBe(-(forth.difference ?? NaN));
    expect(back.pValue).toBe(forth.pValue);
    expect(back.verdict).toBe('lower');
    expect(back.sampleSizes).toEqual([97, 95]);
  });

  it('of one answer each are compared all the same', () => {
    expectFigures(compareResults(nps(1, 0, 0), nps(0, 0, 1)), {
      difference: -200,
      standardError: 53.03300858899106,
      pValue: 0.3457785861511603,
      // The adjusted interval begins at -153.9, and reaches out to the raw difference.
      lower: -200,
      upper: 53.94278682622582,
    });
    // One passive: the pseudo-answers alone give a spread of sqrt(1.5 / 4 / 4) on each side.
    expect(compareResults(nps(0, 1, 0), nps(0, 1, 0)).standardError).toBeCloseTo(100 * Math.sqrt(2 * (1.5 / 16)), 9);
  });

  it('of two answers each have the spread of those and of the pseudo-answers', () => {
    // On each side (2 + 1.5) / 5 over 5.
    expect(compareResults(nps(1, 0, 1), nps(1, 0, 1)).standardError).toBeCloseTo(100 * Math.sqrt(0.28), 9);
  });

  it('that are equal differ by 0, not by -0', () => {
    expect(expectSound(compareResults(nps(1, 1, 1), nps(1, 1, 1)))).toMatchObject({
      difference: 0,
      pValue: 1,
      verdict: 'no-evidence',
    });
  });

  it('that are equal give no verdict, whatever the pseudo-answers say of unequal sizes', () => {
    const got = compareResults(nps(1000, 0, 0), nps(20, 0, 0), { confidence: 0.8 });
    expect(got.pValue).toBeLessThan(0.2);
    expect(got).toMatchObject({ difference: 0, verdict: 'no-evidence' });
  });

  it('with degrees of freedom are compared by Welch', () => {
    const options = { interval: npsT() };
    const got = compareResults(
      computeNps({ counts: { detractors: 19, passives: 28, promoters: 48 } }, options),
      computeNps({ counts: { detractors: 30, passives: 32, promoters: 35 } }, options),
    );
    // SciPy: ttest_ind(equal_var=False) of -1, 0 and 1.
    expectFigures(got, {
      difference: 2900 / 95 - 500 / 97,
      standardError: (2900 / 95 - 500 / 97) / 2.186561450502855,
      degreesOfFreedom: 189.9061006169166,
      pValue: 0.02999691702133738,
      lower: 2.4834537636364287,
      upper: 48.25989946479548,
    });
    expect(got.interval?.method).toBe('welch');
  });

  it('of which one is weighted are compared by Welch', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const weighted = computeNps([10, 9, 8, 6, 10, 3, 7, 9], { weight: (_score, index) => weights[index] });
    // Python: variances added, Satterthwaite's degrees of freedom of 7 and 94.
    const figures = {
      difference: 6.973684210526315,
      standardError: 33.01241951276881,
      degreesOfFreedom: 7.904986087181502,
      pValue: 0.8380407443750468,
      lower: -69.3126551050099,
      upper: 83.26002352606253,
    };
    const forth = compareResults(weighted, nps(19, 28, 48));
    expectFigures(forth, figures);
    const back = compareResults(nps(19, 28, 48), weighted);
    expectFigures(back, { ...figures, difference: -figures.difference, lower: -figures.upper, upper: -figures.lower });
  });
});

describe('two shares', () => {
  // Python: Newcombe's interval of Wilson's limits, the N - 1 test.
  it('are compared by Newcombe and the N - 1 test', () => {
    const got = compareResults(csat(56, 70), csat(48, 80));
    expectFigures(got, {
      difference: 0.2,
      standardError: 0.07571962209165324,
      pValue: 0.008258287929380758,
      lower: 0.05243147240236498,
      upper: 0.333872654036906,
      detectable: 0.21213497397307587,
    });
    expect(got).toMatchObject({
      verdict: 'higher',
      interval: { method: 'newcombe', confidence: 0.95 },
      sampleSizes: [70, 80],
    });
  });

  it('are compared at another level', () => {
    const { interval } = compareResults(csat(56, 70), csat(48, 80), { confidence: 0.9 });
    expect(interval?.lower).toBeCloseTo(0.07656419154407207, 10);
    expect(interval?.upper).toBeCloseTo(0.31364458358294384, 10);
  });

  it('as far apart as they can be', () => {
    expectFigures(compareResults(csat(10, 10), csat(0, 20)), {
      difference: 1,
      standardError: 0.1856953381770519,
      pValue: 7.237829871739995e-8,
      lower: 0.6790860371419147,
      upper: 1,
    });
  });

  it('without spread on either side have an interval, but no error', () => {
    expect(expectSound(compareResults(csat(10, 10), csat(20, 20)))).toMatchObject({
      difference: 0,
      standardError: null,
      pValue: 1,
      minimumDetectableDifference: null,
      verdict: 'no-evidence',
      warnings: [],
    });
    // Wilson of 10 out of 10 and of 20 out of 20: 1 - 1 / (1 + n / z²).
    const z2 = 1.959963984540054 ** 2;
    const { interval } = compareResults(csat(10, 10), csat(20, 20));
    expect(interval?.lower).toBeCloseTo(-z2 / (10 + z2), 12);
    expect(interval?.upper).toBeCloseTo(z2 / (20 + z2), 12);
  });

  it('of one answer each are compared all the same', () => {
    const got = expectSound(compareResults(csat(1, 1), csat(0, 1)));
    expect(got.difference).toBe(1);
    // The pooled share 1/2: sqrt(1/4 × 2 × 2/1).
    expect(got.standardError).toBeCloseTo(1, 12);
  });

  it('of which one is weighted are compared by Welch', () => {
    const weighted = computeCsat([5, 4, 1, 2], { weight: (score) => score });
    expect(compareResults(weighted, csat(48, 80)).interval?.method).toBe('welch');
    expect(compareResults(csat(48, 80), weighted).interval?.method).toBe('welch');
  });
});

describe('two means', () => {
  const x = [7, 6, 6, 5, 7, 4, 6, 2, 5, 7];
  const y = [4, 5, 3, 6, 2, 4, 5, 1];

  // SciPy: ttest_ind(equal_var=False).
  it('are compared by Welch', () => {
    const got = compareResults(computeCes(x), computeCes(y));
    expectFigures(got, {
      difference: 1.75,
      standardError: 0.773443136703847,
      degreesOfFreedom: 14.747197163268499,
      pValue: 0.039209441460072526,
      lower: 0.09898017845999196,
      upper: 3.4010198215400083,
      detectable: 2.3213465078386313,
    });
    expect(got).toMatchObject({ verdict: 'higher', interval: { method: 'welch' } });
    const { interval } = compareResults(computeCes(x), computeCes(y), { confidence: 0.9 });
    expect(interval?.lower).toBeCloseTo(0.392587271315173, 9);
    expect(interval?.upper).toBeCloseTo(3.1074127286848263, 9);
  });

  it('of which one has no spread are compared with the spread of the other', () => {
    const got = compareResults(computeCes(x), computeCes([4, 4, 4]));
    expect(got.standardError).toBeCloseTo(0.5, 12);
    expect(got.degreesOfFreedom).toBeCloseTo(9, 12);
  });

  it('of numbers whose squares all but vanish are compared all the same', () => {
    const tiny = defineMean<number>({ id: 'tiny', value: (row) => row * 1e-100 });
    const got = expectSound(compareResults(computeMeasure([1, 2], tiny), computeMeasure([5, 6], tiny)));
    // Equal spread, one degree of freedom on each side; SciPy: t = -4 / sqrt(.5), 2 t.sf(|t|, 2).
    expect(got.degreesOfFreedom).toBeCloseTo(2, 12);
    expect(got.pValue).toBeCloseTo(0.029857499854668122, 11);
  });

  it.each([
    ['neither has spread', [5, 5], [4, 4, 4]],
    ['one is a single answer', [5], [4, 3]],
    ['the other is a single answer', [4, 3], [5]],
  ])('have a difference and no evidence when %s', (_name, a, b) => {
    const got = expectSound(compareResults(computeCes(a), computeCes(b)));
    expect(got.difference).not.toBeNull();
    expect(got).toMatchObject({
      interval: null,
      verdict: 'unknown',
      warnings: [{ code: 'not-comparable', reason: 'no-standard-error' }],
    });
  });
});

describe('a side without answers', () => {
  it.each([
    ['the first', [], [5, 4]],
    ['the second', [5, 4], []],
    ['both', [], []],
  ])('makes the difference unknown: %s', (_name, a, b) => {
    expect(expectSound(compareResults(computeCes(a), computeCes(b)))).toMatchObject({
      difference: null,
      verdict: 'unknown',
      sampleSizes: [a.length, b.length],
      warnings: [{ code: 'not-comparable', reason: 'no-data' }],
    });
  });
});

describe('another definition', () => {
  const message = (first: string, second: string): string =>
    `compareResults: second result must be of the definition of the first, "${first}", with equal parameters, received "${second}"`;

  it.each([
    ['another metric', nps(1, 1, 1), csat(1, 2), 'nps', 'csat'],
    ['the score of partners', nps(1, 1, 1), computePartnerNps([9]), 'nps', 'partner-nps'],
    ['another scale', csat(1, 2), computeCsat([9], { scale: CSAT_TEN_POINT }), 'csat', 'csat-ten-point'],
    [
      'other parameters',
      computeCsat([9], { scale: defineCsatScale({ minimum: 1, maximum: 9, satisfiedFrom: 8 }) }),
      computeCsat([9], { scale: defineCsatScale({ minimum: 1, maximum: 9, satisfiedFrom: 7 }) }),
      'csat-custom',
      'csat-custom',
    ],
  ])('is refused: %s', (_name, a, b, first, second) => {
    expect(thrownBy(() => compareResults(a as never, b as never))).toEqual({
      kind: 'TypeError',
      code: 'CX_DEFINITION_MISMATCH',
      message: message(first, second),
    });
  });

  it('under other confidence, interval or population is the same definition', () => {
    const other = computeNps([10, 9, 3], { confidence: 0.9, interval: 'score', population: 9, samplePolicy: null });
    expect(compareResults(nps(1, 1, 1), other).difference).toBeCloseTo(-100 / 3, 10);
  });

  it('made by a user is the same when all is declared alike', () => {
    const trust = () => defineScale({ id: 'trust', minimum: 1, maximum: 5, statistic: 'mean' });
    expect(compareResults(computeMeasure([5, 4], trust()), computeMeasure([4, 3], trust())).difference).toBe(1);
  });
});

describe('arguments', () => {
  it('are not changed', () => {
    expect(compareResults(deepFreeze(nps(1, 1, 1)), deepFreeze(nps(1, 1, 2))).difference).toBe(-25);
  });

  it('refuse a wrong confidence', () => {
    expect(thrownBy(() => compareResults(nps(1, 1, 1), nps(1, 1, 1), { confidence: 95 }))).toEqual({
      kind: 'RangeError',
      code: 'CX_INVALID_OPTION',
      message: 'compareResults: option "confidence" must be between 0 and 1, received 95',
    });
  });

  it('may have come through JSON', () => {
    const copy = (result: NpsResult): NpsResult => JSON.parse(JSON.stringify(result)) as NpsResult;
    const [a, b] = [nps(19, 28, 48), nps(30, 32, 35)];
    expect(compareResults(copy(a), copy(b))).toEqual(compareResults(a, b));
  });
});
