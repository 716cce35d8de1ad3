import { describe, expect, it } from 'vitest';
import { isCxError } from '../../../src/core/errors.js';
import type { MetricResult } from '../../../src/core/result.js';
import type { ActionPlan, PlanIndicator } from '../../../src/prioritization/actionPlan.js';
import { toPlanBaseline } from '../../../src/prioritization/actionPlan.js';
import { checkActionPlan, type CheckActionPlanOptions } from '../../../src/prioritization/checkActionPlan.js';
import { indicator, METRICS, PLAN, result, UNSURE } from './planSample.js';

function found(changes: Partial<ActionPlan>, options: Partial<CheckActionPlanOptions> = {}): unknown[] {
  return checkActionPlan({ ...PLAN, ...changes }, { metrics: METRICS, expectedSampleSize: 1000, ...options });
}

/** `code letter severity path` of each finding. */
function lines(changes: Partial<ActionPlan>, options: Partial<CheckActionPlanOptions> = {}): string[] {
  return (found(changes, options) as { code: string; letter: string; severity: string; path: unknown[] }[]).map(
    ({ code, letter, severity, path }) => `${code} ${letter} ${severity} ${path.join('.')}`,
  );
}

function ofTarget(target: PlanIndicator, options: Partial<CheckActionPlanOptions> = {}): unknown[] {
  return found({ target }, options);
}

const DISPUTES = {
  value: 0.1,
  interval: { lower: 0.08, upper: 0.12, confidence: 0.95, method: 'wilson' },
  standardError: 0.01,
};

describe('checkActionPlan', () => {
  it('finds nothing in a plan that is SMART', () => {
    expect(found({})).toEqual([]);
    expect(found({ target: indicator('dispute-rate', 0.05, DISPUTES) })).toEqual([]);
  });

  it.each<[Partial<ActionPlan>, string]>([
    [{ objective: '' }, 'no-objective specific error objective'],
    [{ objective: '  ' }, 'no-objective specific error objective'],
    [{ owner: null }, 'no-owner specific error owner'],
    [{ owner: ' ' }, 'no-owner specific error owner'],
    [{ resources: { teams: [], tools: [] } }, 'no-resources achievable error resources'],
    [
      { resources: { budget: { minorUnits: 0, currency: 'EUR' }, teams: [], tools: [] } },
      'no-resources achievable error resources',
    ],
    [{ dueOn: null }, 'no-due-date time-bound error dueOn'],
    [{ dueOn: '2027-02-30' }, 'invalid-date time-bound error dueOn'],
    [{ startsOn: 'soon' }, 'invalid-date time-bound error startsOn'],
    [{ startsOn: null as unknown as string }, 'invalid-date time-bound error startsOn'],
    [{ dueOn: undefined as unknown as null }, 'no-due-date time-bound error dueOn'],
    [{ checkpoints: [] }, 'no-checkpoint time-bound error checkpoints'],
    [{ checkpoints: ['2027-06-30'] }, 'no-checkpoint time-bound error checkpoints'],
    [{ indicators: [indicator('nps', 30)] }, 'repeated-metric specific advice indicators.0.definition'],
    [{ indicators: [indicator('otif', 30)] }, 'unknown-metric measurable advice indicators.0'],
    [{ target: indicator('time-on-site', 30) }, 'contextual-direction measurable advice target'],
    [{ target: indicator('nps', 30, { value: null }) }, 'no-baseline measurable error target.baseline.value'],
    [{ target: indicator('nps', 30, { interval: null }) }, 'no-interval measurable advice target.baseline.interval'],
  ])('finds in %j', (changes, line) => {
    expect(lines(changes)).toEqual([line]);
  });

  it.each<ActionPlan['resources']>([
    { budget: { minorUnits: 1, currency: 'EUR' }, teams: [], tools: [] },
    { teams: [], tools: ['CRM'] },
  ])('takes %j for resources', (resources) => {
    expect(found({ resources })).toEqual([]);
  });

  it('matches metrics by their parameters', () => {
    const scale = { minimum: 1, maximum: 10 };
    const of = (parameters?: { scale: typeof scale }): PlanIndicator => ({
      definition: { id: 'csat-mean', ...(parameters && { parameters }) },
      baseline: {
        value: 5,
        interval: { lower: 4.9, upper: 5.1, confidence: 0.95, method: 't' },
        sampleSize: 9,
        period: '2026',
      },
      target: 6,
    });
    expect(ofTarget(of({ scale }))).toEqual([]);
    expect(lines({ target: of() })).toEqual(['unknown-metric measurable advice target']);
  });
});

describe('the target of a plan', () => {
  const base = { metric: 'nps', unit: 'points', path: ['target'] };

  it.each([
    [16.5, 'on-wrong'],
    [20.5, 'within'],
    [24, 'within'],
    [24.01, 'outside'],
  ])('of %s against an interval from 16 to 24', (target, place) => {
    const codes = lines({ target: indicator('nps', target) }, { expectedSampleSize: 1e6 }).map(
      (line) => line.split(' ')[0],
    );
    const expected = {
      'on-wrong': ['target-on-wrong-side'],
      within: ['target-within-noise'],
      outside: ['sample-too-small'],
    };
    expect(codes).toEqual(expected[place as keyof typeof expected]);
  });

  // z = 1.959964 + 0.841621; v = 2² · 100 = 400; perWave = 2 v z² / D²; nextWave = v / (D²/z² - 2²).
  it('inside the interval says how many answers it takes', () => {
    const wide = { lower: 5, upper: 35, confidence: 0.95, method: 'wald' };
    expect(ofTarget(indicator('nps', 30, { interval: wide }))).toEqual([
      {
        code: 'target-within-noise',
        letter: 'measurable',
        severity: 'error',
        ...base,
        value: 20,
        target: 30,
        lower: 5,
        upper: 35,
        perWave: 63,
        nextWave: 46,
      },
    ]);
    expect(ofTarget(indicator('nps', 30, { interval: wide }), { confidence: 0.9 })).toMatchObject([
      { perWave: 50, nextWave: 33 },
    ]);
    expect(ofTarget(indicator('nps', 25, { interval: wide }))).toMatchObject([{ perWave: 252, nextWave: null }]);
  });

  it.each([undefined, null, 0])(
    'does not know how many answers it takes with the standard error %s',
    (standardError) => {
      const open = { ...UNSURE, interval: { lower: null, upper: null, confidence: 0.95, method: 'open' } };
      const baseline = standardError === undefined ? open : { ...open, standardError };
      const target = { ...indicator('nps', 30), baseline };
      expect(ofTarget(target)).toMatchObject([
        { code: 'target-within-noise', lower: null, upper: null, perWave: null, nextWave: null },
      ]);
    },
  );

  it('outside the interval may still be missed by a small wave', () => {
    const target = indicator('nps', 30);
    expect(ofTarget(target, { expectedSampleSize: 46 })).toEqual([]);
    expect(ofTarget(target, { expectedSampleSize: 45 })).toEqual([
      {
        code: 'sample-too-small',
        letter: 'measurable',
        severity: 'advice',
        ...base,
        change: 10,
        expected: 45,
        perWave: 63,
        nextWave: 46,
      },
    ]);
    expect(ofTarget(target, { expectedSampleSize: undefined })).toEqual([]);
    const small = indicator('nps', 26);
    expect(ofTarget(small, { expectedSampleSize: undefined })).toMatchObject([
      { expected: 100, perWave: 175, nextWave: 682 },
    ]);
  });

  it('has to lie on the range', () => {
    expect(ofTarget(indicator('nps', 100))).toEqual([]);
    expect(ofTarget(indicator('nps', 100.5))).toEqual([
      {
        code: 'target-off-range',
        letter: 'achievable',
        severity: 'error',
        ...base,
        path: ['target', 'target'],
        target: 100.5,
        minimum: -100,
        maximum: 100,
      },
    ]);
    expect(lines({ target: indicator('dispute-rate', -0.01, DISPUTES) })).toEqual([
      'target-off-range achievable error target.target',
    ]);
    expect(found({ target: indicator('dispute-rate', 0, DISPUTES) })).toEqual([]);
  });

  it('has to be better than the baseline, whichever way is good', () => {
    const wrong = { code: 'target-on-wrong-side', letter: 'realistic', severity: 'error', path: ['target', 'target'] };
    expect(ofTarget(indicator('nps', 10))).toEqual([
      { ...wrong, metric: 'nps', unit: 'points', value: 20, target: 10 },
    ]);
    expect(ofTarget(indicator('dispute-rate', 0.2, DISPUTES))).toEqual([
      { ...wrong, metric: 'dispute-rate', unit: 'share', value: 0.1, target: 0.2 },
    ]);
    expect(lines({ target: indicator('nps', 20) })).toEqual(['no-change realistic error target.target']);
    expect(lines({ target: indicator('time-on-site', 10) })).toEqual(['contextual-direction measurable advice target']);
  });

  it('may not go farther than the plan itself holds plausible', () => {
    const upTo = (largestPlausibleChange: number): PlanIndicator => ({
      ...indicator('nps', 30),
      largestPlausibleChange,
    });
    expect(ofTarget(upTo(10))).toEqual([]);
    expect(ofTarget(upTo(9))).toEqual([
      {
        code: 'target-too-far',
        letter: 'realistic',
        severity: 'error',
        ...base,
        path: ['target', 'target'],
        change: 10,
        largest: 9,
      },
    ]);
  });
});

describe('the dates of a plan', () => {
  const dated = (
    code: string,
    path: unknown[],
    date: string | null,
    other: string | null,
    severity = 'error',
  ): unknown => ({
    code,
    letter: 'time-bound',
    severity,
    path,
    date,
    other,
  });
  const atPeriod = (period: string): PlanIndicator => indicator('nps', 30, { period });

  it.each<[Partial<ActionPlan>, unknown[]]>([
    [
      { startsOn: '2027-06-30', checkpoints: ['2027-06-30'] },
      [
        dated('due-not-after-start', ['dueOn'], '2027-06-30', '2027-06-30'),
        dated('no-checkpoint', ['checkpoints'], '2027-06-30', null),
      ],
    ],
    [
      { checkpoints: ['2027-03-31', '2027-03-31'] },
      [dated('checkpoints-unordered', ['checkpoints', 1], '2027-03-31', '2027-03-31')],
    ],
    [
      { checkpoints: ['2027-03-31', '2027-01-31'] },
      [dated('checkpoints-unordered', ['checkpoints', 1], '2027-01-31', '2027-03-31')],
    ],
    [
      { checkpoints: ['2027-03-31', '2027-07-01'] },
      [dated('checkpoint-after-due', ['checkpoints', 1], '2027-07-01', '2027-06-30', 'advice')],
    ],
    [
      { checkpoints: ['2026-10-31', '2027-03-31'] },
      [dated('checkpoint-before-start', ['checkpoints', 0], '2026-10-31', '2026-11-01', 'advice')],
    ],
    [{ checkpoints: ['2026-11-01', '2027-06-30'] }, []],
    [{ checkpoints: ['then', '2027-03-31'] }, [dated('invalid-date', ['checkpoints', 0], 'then', null)]],
    [
      { dueOn: null, checkpoints: [] },
      [
        { code: 'no-due-date', letter: 'time-bound', severity: 'error', path: ['dueOn'] },
        dated('no-checkpoint', ['checkpoints'], null, null),
      ],
    ],
    [
      { target: atPeriod('2027-Q2') },
      [dated('due-not-after-baseline', ['target', 'baseline', 'period'], '2027-06-30', '2027-Q2')],
    ],
    [{ target: atPeriod('2027-Q1') }, []],
    [
      { target: atPeriod('2027-06') },
      [dated('due-not-after-baseline', ['target', 'baseline', 'period'], '2027-06-30', '2027-06')],
    ],
    [{ target: atPeriod('2027-05') }, []],
    [
      { target: atPeriod('2027') },
      [dated('due-not-after-baseline', ['target', 'baseline', 'period'], '2027-06-30', '2027')],
    ],
    [{ target: atPeriod('2026') }, []],
    [
      { target: atPeriod('FY2026-Q1') },
      [dated('unplaced-period', ['target', 'baseline', 'period'], 'FY2026-Q1', null, 'advice')],
    ],
    [
      { target: atPeriod('last year') },
      [dated('unplaced-period', ['target', 'baseline', 'period'], 'last year', null, 'advice')],
    ],
  ])('of %j', (changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it('are placed in fiscal periods once the start of the year is known', () => {
    // From April on: 2027-06-30 lies in the first quarter of the fiscal year 2027.
    const codes = (period: string): string[] =>
      lines({ target: atPeriod(period) }, { fiscalYearStart: 4 }).map((line) => line.split(' ')[0]!);
    expect(codes('FY2027-Q1')).toEqual(['due-not-after-baseline']);
    expect(codes('FY2026-Q4')).toEqual([]);
    expect(codes('FY2027')).toEqual(['due-not-after-baseline']);
    expect(codes('2027-Q1')).toEqual([]);
  });
});

describe('what is no plan', () => {
  const refusal = (plan: unknown, options: unknown = { metrics: METRICS }): string[] => {
    try {
      checkActionPlan(plan as ActionPlan, options as CheckActionPlanOptions);
    } catch (error) {
      if (isCxError(error)) return [error.code, error.message];
    }
    return ['none'];
  };

  it.each<[object | null, string]>([
    [null, 'plan must be an action plan, received null'],
    [{ ...PLAN, resources: null }, 'plan.resources must be an object, received null'],
    [{ ...PLAN, indicators: {} }, 'plan.indicators must be a list, received an object'],
    [{ ...PLAN, checkpoints: '2027' }, 'plan.checkpoints must be a list, received "2027"'],
    [{ ...PLAN, resources: { tools: [] } }, 'plan.resources.teams must be a list, received undefined'],
    [{ ...PLAN, resources: { teams: [] } }, 'plan.resources.tools must be a list, received undefined'],
    [{ ...PLAN, target: null }, 'plan.target must be an object, received null'],
    [{ ...PLAN, indicators: [3] }, 'plan.indicators.0 must be an object, received 3'],
    [
      { ...PLAN, target: { ...PLAN.target, definition: 'nps' } },
      'plan.target.definition must be an object, received "nps"',
    ],
    [{ ...PLAN, target: { ...PLAN.target, baseline: 20 } }, 'plan.target.baseline must be an object, received 20'],
    [{ ...PLAN, target: { ...PLAN.target, target: NaN } }, 'plan.target.target must be a finite number, received NaN'],
    [
      { ...PLAN, target: indicator('nps', 30, { value: Infinity }) },
      'plan.target.baseline.value must be null or a finite number, received Infinity',
    ],
  ])('is refused: %j', (plan, message) => {
    expect(refusal(plan)).toEqual(['CX_INVALID_INPUT', `checkActionPlan: ${message}`]);
  });

  it.each<[unknown, string]>([
    [null, 'option "metrics" must be a list of metric definitions, received null'],
    [{}, 'option "metrics" must be a list of metric definitions, received undefined'],
    [{ metrics: [null] }, 'option "metrics" must be a list of metric definitions, received an object'],
    [{ metrics: [], expectedSampleSize: -1 }, 'option "expectedSampleSize" must be a whole number from 0, received -1'],
    [{ metrics: [], fiscalYearStart: 13 }, 'option "fiscalYearStart" must be a month from 1 to 12, received 13'],
    [{ metrics: [], fiscalYearStart: 0 }, 'option "fiscalYearStart" must be a month from 1 to 12, received 0'],
    [{ metrics: [], confidence: 1 }, 'option "confidence" must be between 0 and 1, received 1'],
  ])('is refused under %j', (options, message) => {
    expect(refusal(PLAN, options)).toEqual(['CX_INVALID_OPTION', `checkActionPlan: ${message}`]);
  });
});

describe('toPlanBaseline', () => {
  it('takes value, certainty and size of a result', () => {
    expect(toPlanBaseline(result(12), '2026-Q4')).toEqual({
      value: 12,
      interval: { lower: 6, upper: 18, confidence: 0.95, method: 'wald' },
      sampleSize: 100,
      standardError: 3,
      degreesOfFreedom: null,
      period: '2026-Q4',
    });
  });

  it('refuses what is no result or no period', () => {
    const nothing = null as unknown as MetricResult;
    expect(() => toPlanBaseline(nothing, '2026-Q4')).toThrow('toPlanBaseline: "result" must be a metric result');
    expect(() => toPlanBaseline(result(12), 'autumn')).toThrow('toPlanBaseline: "period" must be a period key');
  });
});
