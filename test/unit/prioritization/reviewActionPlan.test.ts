import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/core/comparison.js';
import type { MetricDefinition } from '../../../src/core/definition.js';
import { isCxError } from '../../../src/core/errors.js';
import type { MetricResult } from '../../../src/core/result.js';
import type { ActionPlan } from '../../../src/prioritization/actionPlan.js';
import { reviewActionPlan, type ReviewActionPlanOptions } from '../../../src/prioritization/reviewActionPlan.js';
import type { IndicatorReview } from '../../../src/prioritization/reviewPlanIndicator.js';
import { indicator, NPS, PLAN, result, UNSURE } from './planSample.js';

/** From 20 to 30 between 2027-01-01 and 2027-12-31: 364 days. */
const YEAR: ActionPlan = {
  ...PLAN,
  startsOn: '2027-01-01',
  dueOn: '2027-12-31',
  checkpoints: ['2027-09-30', '2027-06-30'],
};
const HALF = '2027-07-02';

const DISPUTES: MetricDefinition = {
  ...NPS,
  id: 'dispute-rate',
  direction: 'lower-is-better',
  unit: 'share',
  range: null,
};

function review(
  value: number | null,
  asOf: string = HALF,
  changes: Partial<ActionPlan> = {},
  more: Partial<MetricResult> = {},
): IndicatorReview {
  return reviewActionPlan({ ...YEAR, ...changes }, [result(value, more)], { asOf }).target;
}

function comparison(verdict: Comparison['verdict'], definition: MetricDefinition = NPS): Comparison {
  return {
    definition,
    difference: 7,
    standardError: 2,
    degreesOfFreedom: 40,
    interval: { lower: 3, upper: 11, confidence: 0.95, method: 'paired-t' },
    pValue: 0.001,
    minimumDetectableDifference: 6,
    verdict,
    sampleSizes: [41, 41],
    warnings: [],
  };
}

describe('the state of a plan', () => {
  it.each<[number | null, string, Partial<ActionPlan>, string]>([
    [25, '2026-12-31', {}, 'not-started'],
    [25, '2027-01-01', {}, 'on-track'],
    [25, HALF, {}, 'on-track'],
    [24.99, HALF, {}, 'late'],
    [30, HALF, {}, 'reached'],
    [29.99, '2027-12-31', {}, 'late'],
    [29.99, '2028-01-01', {}, 'missed'],
    [30, '2028-01-01', {}, 'reached'],
    [null, HALF, {}, 'not-measurable'],
    [25, HALF, { target: indicator('nps', 30, { value: null }) }, 'not-measurable'],
    [25, HALF, { target: indicator('nps', 20) }, 'not-measurable'],
    [30, HALF, { status: 'draft' }, 'not-started'],
    [30, HALF, { status: 'abandoned' }, 'abandoned'],
    [20, HALF, { dueOn: null }, 'late'],
    [20.01, HALF, { dueOn: null }, 'on-track'],
    [20.01, HALF, { dueOn: '2026-12-31' }, 'missed'],
    [20.01, HALF, { startsOn: 'soon' }, 'on-track'],
  ])('with %s on %s under %j is %s', (value, asOf, changes, state) => {
    expect(review(value, asOf, changes).state).toBe(state);
  });
});

describe('the progress of a plan', () => {
  it.each([
    [20, 0, 0],
    [25, 0.5, 0.5],
    [30, 1, 1],
    [35, 1, 1.5],
    [15, 0, -0.5],
  ])('at %s is %s of the way', (value, progress, unboundedProgress) => {
    expect(review(value)).toMatchObject({ progress, unboundedProgress, baseline: 20, target: 30, latest: value });
  });

  it('goes down where the target lies below', () => {
    const down = { target: indicator('nps', 10) };
    expect(review(15, HALF, down)).toMatchObject({ progress: 0.5, state: 'on-track', reachedByPoint: false });
    expect(review(10, HALF, down)).toMatchObject({ progress: 1, state: 'reached', reachedByPoint: true });
    expect(review(20, HALF, down)).toMatchObject({ progress: 0, unboundedProgress: 0, state: 'late' });
  });

  it('is unknown without a value', () => {
    expect(review(null)).toEqual({
      definition: { id: 'nps' },
      state: 'not-measurable',
      baseline: 20,
      latest: null,
      target: 30,
      progress: null,
      unboundedProgress: null,
      expected: { value: 25, progress: 0.5 },
      reachedByPoint: null,
      reachedByBound: null,
      change: {
        change: null,
        standardError: null,
        degreesOfFreedom: null,
        interval: null,
        pValue: null,
        verdict: 'unknown',
      },
    });
  });

  it.each([
    ['2026-06-01', 0, 20],
    ['2027-01-01', 0, 20],
    [HALF, 0.5, 25],
    ['2027-12-31', 1, 30],
    ['2029-01-01', 1, 30],
  ])('is expected on %s to be %s', (asOf, progress, value) => {
    expect(review(21, asOf).expected).toEqual({ progress, value });
  });

  it('is not expected without dates or baseline', () => {
    expect(review(21, HALF, { dueOn: null }).expected).toBeNull();
    expect(review(21, HALF, { dueOn: '2027-01-01' }).expected).toBeNull();
    expect(review(21, HALF, { startsOn: 'soon' }).expected).toBeNull();
    expect(review(21, HALF, { target: indicator('nps', 30, { value: null }) }).expected).toBeNull();
  });
});

describe('a target', () => {
  const within = (lower: number | null, upper: number | null): Partial<MetricResult> => ({
    interval: { lower, upper, confidence: 0.95, method: 'wald' },
  });

  it.each<[number, number, Partial<MetricResult>, boolean | null, boolean | null]>([
    [30, 33, within(29.9, 40), true, false],
    [30, 33, within(30, 40), true, true],
    [30, 33, within(null, 40), true, null],
    [30, 33, { interval: null }, true, null],
    [30, 29, within(25, 33), false, false],
    [10, 8, within(5, 10.1), true, false],
    [10, 8, within(5, 10), true, true],
    [10, 8, within(5, null), true, null],
  ])('of %s with %s and %j is reached by point %s, by bound %s', (target, value, more, byPoint, byBound) => {
    const plan = { target: indicator('nps', target) };
    expect(review(value, HALF, plan, more)).toMatchObject({ reachedByPoint: byPoint, reachedByBound: byBound });
  });

  it('is reached although the share of the way misses 1 by a rounding', () => {
    const plan = { target: indicator('nps', 0.3, { value: 0.1 }) };
    expect(review(0.3, HALF, plan)).toMatchObject({ state: 'reached', progress: 1 });
  });
});

describe('the change since the baseline', () => {
  it('is tested from the two standard errors', () => {
    // R: s = sqrt(2^2 + 3^2); df = s^4 / (2^4/99 + 3^4/99); 2 * pt(-8/s, df)
    const { change } = review(28);
    expect(change.change).toBe(8);
    expect(change.standardError).toBeCloseTo(Math.sqrt(13), 12);
    expect(change.degreesOfFreedom).toBeCloseTo((169 * 99) / 97, 9);
    expect(change.verdict).toBe('better');
    expect(review(12).change.verdict).toBe('worse');
    expect(review(27).change.verdict).toBe('no-evidence');
  });

  it('is unknown where the baseline has no standard error', () => {
    const target = { ...YEAR.target, baseline: UNSURE };
    expect(review(28, HALF, { target }).change).toMatchObject({ change: 8, standardError: null, verdict: 'unknown' });
  });

  it('gives its verdict at the confidence asked for', () => {
    // p = 0.0538 for 7 against 3.6056, 172.5 degrees of freedom.
    const { target } = reviewActionPlan(YEAR, [result(27)], { asOf: HALF, confidence: 0.9 });
    expect(target.change).toMatchObject({ verdict: 'better', interval: { confidence: 0.9 } });
  });

  it.each<[Comparison['verdict'], MetricDefinition['direction'], string]>([
    ['higher', 'higher-is-better', 'better'],
    ['lower', 'higher-is-better', 'worse'],
    ['higher', 'lower-is-better', 'worse'],
    ['lower', 'lower-is-better', 'better'],
    ['no-evidence', 'higher-is-better', 'no-evidence'],
    ['unknown', 'higher-is-better', 'unknown'],
    ['higher', 'contextual', 'unknown'],
  ])('is taken from a comparison: %s where %s is %s', (verdict, direction, expected) => {
    const definition = { ...NPS, direction };
    const comparisons = [comparison(verdict, definition)];
    const { target } = reviewActionPlan(YEAR, [result(28)], { asOf: HALF, comparisons });
    expect(target.change).toEqual({
      change: 7,
      standardError: 2,
      degreesOfFreedom: 40,
      interval: { lower: 3, upper: 11, confidence: 0.95, method: 'paired-t' },
      pValue: 0.001,
      verdict: expected,
    });
  });
});

describe('reviewActionPlan', () => {
  it.each([
    ['2027-06-29', '2027-06-30', 185],
    ['2027-06-30', '2027-06-30', 184],
    ['2027-07-01', '2027-09-30', 183],
    ['2027-10-01', null, 91],
    ['2028-01-02', null, -2],
  ])('on %s names the next checkpoint %s and the days left', (asOf, nextCheckpoint, daysLeft) => {
    expect(reviewActionPlan(YEAR, [], { asOf })).toMatchObject({ id: 'p1', asOf, nextCheckpoint, daysLeft });
  });

  it('knows no days left without a due date', () => {
    expect(reviewActionPlan({ ...YEAR, dueOn: null }, [], { asOf: HALF }).daysLeft).toBeNull();
  });

  it('reviews each indicator by its own result, wherever that stands', () => {
    const plan = { ...YEAR, indicators: [indicator('dispute-rate', 0.05, { value: 0.1 }), indicator('otif', 0.9)] };
    const results = [result(0.06, { definition: DISPUTES }), result(26)];
    const { target, indicators, effect } = reviewActionPlan(plan, results, { asOf: HALF });
    expect(target.latest).toBe(26);
    expect(indicators.map(({ definition, state, latest }) => [definition.id, state, latest])).toEqual([
      ['dispute-rate', 'on-track', 0.06],
      ['otif', 'not-measurable', null],
    ]);
    expect(effect).toBeNull();
  });

  it('sets the target beside a control segment', () => {
    const control = { before: result(0), after: result(2) };
    const { effect } = reviewActionPlan(YEAR, [result(32)], { asOf: HALF, control });
    expect(effect).toMatchObject({ treatedChange: 12, controlChange: 2, change: 10, reading: 'association' });
    // The baseline's error is 2, the three others are 3.
    expect(effect?.standardError).toBeCloseTo(Math.sqrt(31), 12);
    expect(reviewActionPlan(YEAR, [], { asOf: HALF, control }).effect).toBeNull();
  });

  it('is plain JSON', () => {
    const plan = { ...YEAR, target: indicator('nps', -30, { value: 0 }) };
    const whole = reviewActionPlan(plan, [result(0)], { asOf: HALF });
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    expect(Object.is(whole.target.unboundedProgress, 0)).toBe(true);
  });

  const refusal = (results: unknown, options: unknown, plan: unknown = YEAR): string[] => {
    try {
      reviewActionPlan(plan as ActionPlan, results as MetricResult[], options as ReviewActionPlanOptions);
    } catch (error) {
      if (isCxError(error)) return [error.code, error.message];
    }
    return ['none'];
  };
  const five = result(3, { definition: { ...NPS, parameters: { scale: 5 } } });
  const asOf = HALF;

  it.each<[unknown, unknown, string, string]>([
    [
      [five],
      { asOf },
      'CX_DEFINITION_MISMATCH',
      'results must be of the parameters of the plan for "nps", {}, received "{\\"scale\\":5}"',
    ],
    [
      [result(3)],
      { asOf, comparisons: [comparison('higher', five.definition)] },
      'CX_DEFINITION_MISMATCH',
      'option "comparisons" must be of the parameters of the plan for "nps", {}, received "{\\"scale\\":5}"',
    ],
    [[result(3), result(4)], { asOf }, 'CX_INVALID_INPUT', 'results must be one for the metric "nps", received 2'],
    [null, { asOf }, 'CX_INVALID_INPUT', 'results must be a list with definitions, received null'],
    [[3], { asOf }, 'CX_INVALID_INPUT', 'results must be a list with definitions, received an object'],
    [
      [],
      { asOf, comparisons: {} },
      'CX_INVALID_INPUT',
      'option "comparisons" must be a list with definitions, received an object',
    ],
    [[], null, 'CX_INVALID_OPTION', '"options" must be an object, received null'],
    [[], { asOf: 'now' }, 'CX_INVALID_DATE', 'option "asOf" must be a civil date YYYY-MM-DD, received "now"'],
    [[], { asOf, confidence: 0 }, 'CX_INVALID_OPTION', 'option "confidence" must be between 0 and 1, received 0'],
  ])('refuses %j under %j', (results, options, code, message) => {
    expect(refusal(results, options)).toEqual([code, `reviewActionPlan: ${message}`]);
  });

  it('refuses what is no plan, and a control of another definition', () => {
    expect(refusal([], { asOf }, null)[1]).toBe('reviewActionPlan: plan must be an action plan, received null');
    const control = { before: five, after: five };
    expect(refusal([result(3)], { asOf, control })[0]).toBe('CX_DEFINITION_MISMATCH');
  });

  it('takes the result of the right parameters when there are two', () => {
    expect(reviewActionPlan(YEAR, [five, result(26)], { asOf }).target.latest).toBe(26);
  });
});
