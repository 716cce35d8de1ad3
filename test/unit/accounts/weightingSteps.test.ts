import { describe, expect, it } from 'vitest';
import { weightRows, type WeightRowsOptions } from '../../../src/accounts/weightRows.js';
import type { RakeStep, WeightingStep } from '../../../src/accounts/weightingStep.js';
import { deepFreeze, expectSound, thrownBy } from '../../tools/soundness.js';

interface Row {
  size?: string | null;
  country?: string | null;
  revenue?: number | null;
  w?: number | null;
}
const weigh = (rows: readonly Row[], step: WeightingStep<Row>, more: Partial<WeightRowsOptions<Row>> = {}) =>
  expectSound(weightRows(deepFreeze(rows), { steps: [step], scale: 'totals', ...more }));
const thrown = (rows: readonly Row[], step: unknown) =>
  thrownBy(() => weightRows(rows, { steps: [step as WeightingStep<Row>] }));
const one = (): number => 1;
const near = (values: readonly (number | null)[]): unknown[] =>
  values.map((value) => (value === null ? null : (expect.closeTo(value, 7) as unknown)));

describe('a non-response step', () => {
  const rows: Row[] = [{ size: 'small' }, { size: 'small' }, { size: 'large' }, { size: 'large' }, { size: 'large' }];
  const step = { kind: 'non-response', by: 'size', invited: { small: 10, large: 4 } } as const;

  it('weights by the inverse of the response rate', () => {
    const { weights, report } = weigh(rows, step);
    expect(weights).toEqual(near([5, 5, 4 / 3, 4 / 3, 4 / 3]));
    expect(report.steps[0]?.margins[0]?.classes).toEqual([
      {
        path: ['large'],
        rows: 3,
        target: null,
        before: 0.6,
        after: expect.closeTo(4 / 14, 12),
        final: expect.closeTo(4 / 14, 12),
        responseRate: 0.75,
      },
      {
        path: ['small'],
        rows: 2,
        target: null,
        before: 0.4,
        after: expect.closeTo(10 / 14, 12),
        final: expect.closeTo(10 / 14, 12),
        responseRate: 0.2,
      },
    ]);
    expect(report.steps[0]).toMatchObject({
      kind: 'non-response',
      outcome: 'converged',
      iterations: 1,
      discrepancy: 0,
    });
  });

  it('multiplies the weights there are', () => {
    const weighted = rows.map((row, index) => ({ ...row, w: index + 1 }));
    expect(weigh(weighted, step, { baseWeight: 'w' }).weights).toEqual(near([5, 10, 4, 16 / 3, 20 / 3]));
  });

  it('accepts a class in which everybody answered, and one without anybody', () => {
    const invited = { small: 2, large: 6, huge: 0 };
    const { weights, report } = weigh(rows, { ...step, invited });
    expect(weights).toEqual([1, 1, 2, 2, 2]);
    expect(report.steps[0]?.margins[0]?.classes[0]).toMatchObject({ path: ['huge'], rows: 0, responseRate: 0 });
  });

  it('refuses fewer invited than answered, even where nobody was invited', () => {
    const message = (count: number): string =>
      `weightRows: step 1 (non-response), margin "size": invited of class "large" must be at least 3, the rows that answered, received ${count}`;
    for (const large of [2, 0]) {
      const got = thrown(rows, { ...step, invited: { small: 10, large } });
      expect(got).toEqual({ kind: 'RangeError', code: 'CX_INVALID_OPTION', message: message(large) });
    }
  });

  it('refuses a class that nobody answered in, and one that was not invited', () => {
    expect(thrown(rows, { ...step, invited: { small: 10, large: 4, huge: 2 } }).message).toContain(
      'rows of class "huge" must be at least 1',
    );
    expect(thrown(rows, { ...step, invited: { small: 10 } }).message).toContain(
      'target of class "large" must be given',
    );
    const { weights, report } = weigh(rows, { ...step, invited: { small: 10 }, withoutTarget: 'exclude' });
    expect(weights).toEqual([5, 5, null, null, null]);
    expect(report.excluded.withoutTarget).toBe(3);
  });
});

describe('a raking step', () => {
  // The four answers of the example of the kernel: the result is exact after a few rounds.
  const rows: Row[] = [
    { size: 'small', country: 'FR' },
    { size: 'small', country: 'DE' },
    { size: 'large', country: 'FR' },
    { size: 'small', country: 'DE' },
  ];
  const size = { by: 'size', targets: { small: 60, large: 40 } } as const;
  const country = { by: 'country', targets: { FR: 50, DE: 50 } } as const;

  it('brings all margins to their targets', () => {
    const { weights, report } = weigh(rows, { kind: 'rake', margins: [size, country] });
    expect(weights).toEqual(near([10, 25, 40, 25]));
    const [step] = report.steps;
    expect(step).toMatchObject({ kind: 'rake', outcome: 'converged' });
    expect(step?.iterations).toBeGreaterThan(1);
    expect(step?.discrepancy).toBeLessThanOrEqual(1e-10);
    for (const margin of step?.margins ?? []) {
      for (const { target, after } of margin.classes) expect(after).toBeCloseTo(target ?? NaN, 9);
    }
    expect(step?.margins.map(({ name }) => name)).toEqual(['size', 'country']);
  });

  it('gives shares the total of the margin that has one, wherever it stands', () => {
    const shares = { by: 'size', targets: { small: 0.6, large: 0.4 } } as const;
    expect(weigh(rows, { kind: 'rake', margins: [shares, country] }).weights).toEqual(near([10, 25, 40, 25]));
    expect(weigh(rows, { kind: 'rake', margins: [country, shares] }).weights).toEqual(near([10, 25, 40, 25]));
  });

  it('gives shares alone the total of the weights', () => {
    const margins = [
      { by: 'size', targets: { small: 0.6, large: 0.4 } },
      { by: 'country', targets: { FR: 0.5, DE: 0.5 } },
    ] as const;
    expect(weigh(rows, { kind: 'rake', margins }).weights).toEqual(near([0.4, 1, 1.6, 1]));
  });

  it('refuses totals that differ', () => {
    const margins = [size, { by: 'country', targets: { FR: 50, DE: 49 } }] as const;
    expect(thrown(rows, { kind: 'rake', margins })).toEqual({
      kind: 'RangeError',
      code: 'CX_INVALID_OPTION',
      message:
        'weightRows: step 1 (rake), margin "country": targets must be 100 in total, as those of margin "size", or shares that add up ' +
        'to 1, received 99',
    });
  });

  it('overlooks a difference of a billionth of the total, not of more', () => {
    const marginsOf = (difference: number): RakeStep<Row>['margins'] => [
      size,
      { by: 'country', targets: { FR: 50, DE: 50 + 100 * difference } },
    ];
    expect(weigh(rows, { kind: 'rake', margins: marginsOf(0.9e-9) }).report.outcome).toBe('converged');
    expect(thrown(rows, { kind: 'rake', margins: marginsOf(1.1e-9) }).message).toContain('must be 100 in total');
    expect(thrown(rows, { kind: 'rake', margins: marginsOf(-1.1e-9) }).message).toContain('must be 100 in total');
  });

  it('says when targets cannot be reached, with the weights as they are', () => {
    // All small rows are French and all large ones German: the margins contradict each other.
    const split: Row[] = [
      { size: 'small', country: 'FR' },
      { size: 'large', country: 'DE' },
    ];
    const { weights, report } = weigh(split, { kind: 'rake', margins: [size, country], maxIterations: 7 });
    expect(weights).toEqual(near([50, 50]));
    expect(report.outcome).toBe('not-converged');
    expect(report.steps[0]).toMatchObject({ outcome: 'not-converged', iterations: 7 });
    expect(report.steps[0]?.discrepancy).toBeCloseTo(0.25, 9);
    expect(report.steps[0]?.margins[0]?.classes[0]).toMatchObject({
      target: 0.4,
      after: expect.closeTo(0.5, 9) as number,
    });
  });

  it('brings a weight that fades away to 0, as metrics would not take it', () => {
    const three: Row[] = [
      { size: 'small', country: 'FR' },
      { size: 'small', country: 'DE' },
      { size: 'large', country: 'FR' },
    ];
    // All large rows are French: 60 of them do not fit in 50.
    const margins = [{ by: 'size', targets: { small: 40, large: 60 } } as const, country];
    const { weights, report } = weigh(three, { kind: 'rake', margins });
    expect(weights).toEqual([0, expect.closeTo(50, 9), expect.closeTo(50, 9)]);
    expect(report).toMatchObject({ outcome: 'not-converged', after: { rows: 2 }, excluded: { zeroWeight: 1 } });
    const early = weigh(three, { kind: 'rake', margins, maxIterations: 20 });
    expect(early.weights[0]).toBeGreaterThan(0);
  });

  it('stops at the tolerance', () => {
    const loose = weigh(rows, { kind: 'rake', margins: [size, country], tolerance: 0.5 }).report.steps[0];
    expect(loose).toMatchObject({ outcome: 'converged', iterations: 1 });
  });

  it('takes out a row that lacks one of the classes', () => {
    const { weights, report } = weigh([...rows, { size: 'small' }], { kind: 'rake', margins: [size, country] });
    expect(weights).toEqual(near([10, 25, 40, 25, null]));
    expect(report.excluded.missingClass).toBe(1);
  });
});

describe('a calibration step', () => {
  const rows: Row[] = [
    { size: 'small', revenue: 1 },
    { size: 'small', revenue: 2 },
    { size: 'large', revenue: 6 },
  ];
  const amounts = [
    { field: one, total: 40, name: 'accounts' },
    { field: 'revenue', total: 130 },
  ] as const;
  const baseWeight = (): number => 13;

  it('reaches totals of amounts', () => {
    const { weights, report } = weigh(rows, { kind: 'calibrate', amounts, distance: 'linear' }, { baseWeight });
    // By hand: 13·(1 + a + b·x) with a and b from the two totals.
    expect(weights).toEqual(near([250 / 21, 265 / 21, 325 / 21]));
    expect(report.steps[0]?.amounts).toEqual([
      { name: 'accounts', target: 40, before: 39, after: expect.closeTo(40, 9), final: expect.closeTo(40, 9) },
      { name: 'revenue', target: 130, before: 117, after: expect.closeTo(130, 9), final: expect.closeTo(130, 9) },
    ]);
    expect(report.steps[0]).toMatchObject({ kind: 'calibrate', outcome: 'converged', margins: [] });
  });

  it('keeps the factors log-linear by default', () => {
    const { weights, report } = weigh(rows, { kind: 'calibrate', amounts }, { baseWeight });
    const [a, b, c] = weights.map((weight) => Math.log((weight ?? NaN) / 13));
    expect(((b ?? NaN) - (a ?? NaN)) * 4).toBeCloseTo((c ?? NaN) - (b ?? NaN), 9);
    expect(report.steps[0]?.amounts.map(({ after }) => after)).toEqual(near([40, 130]));
  });

  it('keeps the factors within bounds by logit', () => {
    const bounds = { lower: 0.9, upper: 1.25 };
    const { weights } = weigh(rows, { kind: 'calibrate', amounts, distance: 'logit', bounds }, { baseWeight });
    for (const weight of weights) {
      expect(weight).toBeGreaterThan(0.9 * 13);
      expect(weight).toBeLessThan(1.25 * 13);
    }
    expect((weights[0] ?? NaN) + 2 * (weights[1] ?? NaN) + 6 * (weights[2] ?? NaN)).toBeCloseTo(130, 8);
  });

  it('reaches classes too, and leaves a class with target 0 aside', () => {
    const more: Row[] = [...rows, { size: 'huge', revenue: 50 }];
    const margins = [{ by: 'size', targets: { small: 10, large: 30, huge: 0 } }] as const;
    const revenue = [{ field: 'revenue', total: 195 }] as const;
    const { weights, report } = weigh(more, { kind: 'calibrate', amounts: revenue, margins });
    expect(weights).toEqual(near([5, 5, 30, 0]));
    expect(report.excluded.zeroWeight).toBe(1);
    expect(report.steps[0]?.margins[0]?.classes.map(({ after }) => after)).toEqual(near([0, 0.75, 0.25]));
    expect(report.steps[0]?.amounts[0]).toMatchObject({ before: 59 });
  });

  it('reports no -0', () => {
    const none = [
      { field: () => -0, total: 0 },
      { field: one, total: 6 },
    ];
    expect(weigh(rows, { kind: 'calibrate', amounts: none }).report.steps[0]?.amounts[0]?.before).toBe(0);
  });

  it('takes out rows without an amount', () => {
    const more: Row[] = [...rows, { size: 'small', revenue: null }, { size: 'small' }];
    const { weights, report } = weigh(more, { kind: 'calibrate', amounts, distance: 'linear' }, { baseWeight });
    expect(weights).toEqual(near([250 / 21, 265 / 21, 325 / 21, null, null]));
    expect(report.excluded.missingAmount).toBe(2);
    expect(report.steps[0]?.excluded).toEqual({ missingClass: 0, withoutTarget: 0, missingAmount: 2 });
  });

  it('refuses an amount that is not a finite number', () => {
    for (const [revenue, shown] of [
      [NaN, 'NaN'],
      [Infinity, 'Infinity'],
      ['3', '"3"'],
    ] as const) {
      const got = thrown([...rows, { size: 'small', revenue: revenue as number }], { kind: 'calibrate', amounts });
      expect(got.code).toBe('CX_OFF_SCALE');
      expect(got.message).toBe(
        `weightRows: step 1 (calibrate): amount "revenue" at row 3 must be a finite number, received ${shown}`,
      );
    }
  });

  it('refuses totals that ask for a negative weight, and says what would not', () => {
    const total = [
      { field: one, total: 10 },
      { field: 'revenue', total: 60 },
    ] as const;
    const got = thrown(rows, { kind: 'calibrate', amounts: total, distance: 'linear' });
    expect(got.code).toBe('CX_INVALID_WEIGHT');
    expect(got.message).toMatch(
      /^weightRows: step 1 \(calibrate\): weight of row 0 must be from 0 \(distance "raking" or "logit" keeps weights positive\), received -/,
    );
  });

  // No positive weights give a mean revenue above the largest.
  const beyond = [
    { field: one, total: 10 },
    { field: 'revenue', total: 100 },
  ] as const;

  it('says by logit when totals are out of reach, at the bounds', () => {
    const step = { kind: 'calibrate', amounts: beyond, distance: 'logit', maxIterations: 20 } as const;
    const { weights, report } = weigh(rows, step);
    expect(weights).toEqual(near([0.2, 5, 5]));
    expect(report.outcome).toBe('not-converged');
    // 0.2 · 1 + 5 · 2 + 5 · 6 = 40.2 of 100.
    expect(report.steps[0]).toMatchObject({ iterations: 20, discrepancy: expect.closeTo(0.598, 9) as number });
  });

  it.each([
    ['raking', undefined],
    ['raking', 1],
    ['linear', 1],
  ] as const)('refuses by %s totals that it does not reach', (distance, maxIterations) => {
    // Two columns that contradict each other, for the linear distance.
    const amounts =
      distance === 'linear'
        ? [
            { field: one, total: 10 },
            { field: one, total: 11 },
          ]
        : beyond;
    const got = thrown(rows, { kind: 'calibrate', amounts, distance, maxIterations });
    expect(got).toMatchObject({ kind: 'RangeError', code: 'CX_INVALID_OPTION' });
    expect(got.message).toContain(
      'weightRows: step 1 (calibrate): distance left from the totals must be within the tolerance (if no weights reach these ' +
        'totals, distance "logit" reports how near it came), received ',
    );
  });

  it('may bring every weight to 0', () => {
    const steps = [
      { kind: 'post-stratify', by: 'size', targets: { small: 4 } },
      { kind: 'calibrate', amounts: [{ field: one, total: 0 }], distance: 'linear' },
    ] as const;
    const { weights, report } = expectSound(weightRows(rows.slice(0, 1), { steps }));
    expect(weights).toEqual([0]);
    expect(report.excluded.zeroWeight).toBe(1);
    expect(report).toMatchObject({ smallest: null, largest: null, extremes: [] });
    expect(report.after).toEqual({ rows: 0, designEffect: null, effectiveSize: 0 });
    expect(report.steps[0]?.margins[0]?.classes[0]).toMatchObject({ after: 1, final: 0 });
  });

  it('refuses to go on without rows', () => {
    const got = thrown([{ size: 'small' }], { kind: 'calibrate', amounts });
    expect(got).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'weightRows: step 1 (calibrate): rows with weight and amounts must be 1 or more, received 0',
    });
  });

  it.each([
    [{}, 'option "amounts" must be a list of one or more, unless there are margins, received "none"'],
    [
      { amounts: [{ total: 3 }] },
      'option "amounts" must be the name of a field or a function, at place 0, received undefined',
    ],
    [{ amounts: [null] }, 'option "amounts" must be the name of a field or a function, at place 0, received undefined'],
    [
      { amounts: [{ field: '', total: 3 }] },
      'option "amounts" must be the name of a field or a function, at place 0, received ""',
    ],
    [
      { amounts: [{ field: 'revenue', total: NaN }] },
      'option "amounts" must be a finite total for "revenue", received NaN',
    ],
    [{ amounts: [{ field: one }] }, 'option "amounts" must be a finite total for "amount 1", received undefined'],
    [{ amounts, distance: 'far' }, 'option "distance" must be "raking", "logit" or "linear", received "far"'],
    [
      { amounts, bounds: { lower: 1, upper: 2 } },
      'option "bounds" must be a lower factor from 0, below 1, and an upper one above 1, received an object',
    ],
    [{ amounts, bounds: { lower: 0.5, upper: 1 } }, 'option "bounds" must be'],
    [{ amounts, bounds: { lower: -0.1, upper: 2 } }, 'option "bounds" must be'],
    [{ amounts, bounds: { lower: 0.5, upper: Infinity } }, 'option "bounds" must be'],
    [{ amounts, maxIterations: 0 }, 'option "maxIterations" must be a whole number from 1, received 0'],
  ])('refuses %j', (options, message) => {
    const got = thrown(rows, { kind: 'calibrate', ...options });
    expect(got.code).toBe('CX_INVALID_OPTION');
    expect(got.message).toContain(`weightRows: step 1 (calibrate): ${message}`);
  });

  it('takes bounds from 0', () => {
    const step = { kind: 'calibrate', amounts, distance: 'logit', bounds: { lower: 0, upper: 2 } } as const;
    expect(weigh(rows, step, { baseWeight }).report.outcome).toBe('converged');
  });
});

describe('a trimming step', () => {
  const rowsOf = (...weights: number[]): Row[] => weights.map((w) => ({ w }));
  const options = { baseWeight: 'w' } as const;

  it('cuts at multiples of the mean and keeps the total', () => {
    // The example of the kernel: the mean of 1, 1, 2, 8 is 3.
    const { weights, report } = weigh(rowsOf(1, 1, 2, 8), { kind: 'trim', upper: 4 / 3 }, options);
    expect(weights).toEqual(near([7 / 3, 7 / 3, 10 / 3, 4]));
    expect(report.steps[0]).toMatchObject({
      kind: 'trim',
      outcome: 'converged',
      iterations: 1,
      discrepancy: 0,
      margins: [],
      excluded: { missingClass: 0, withoutTarget: 0, missingAmount: 0 },
      before: { rows: 4, designEffect: expect.closeTo((4 * 70) / 144, 12) as number },
    });
    expect(report.steps[0]?.trimming).toEqual({
      lower: 0,
      upper: 4,
      trimmedRows: 1,
      trimmedShare: expect.closeTo(1 / 3, 12),
    });
  });

  it('cuts at weights on request, from below too', () => {
    const step = { kind: 'trim', lower: 2, upper: 5, limits: 'weight' } as const;
    const { weights, report } = weigh(rowsOf(1, 3, 4, 6), step, options);
    // One is lifted by 1, one is cut by 1: nothing is left to share.
    expect(weights).toEqual([2, 3, 4, 5]);
    expect(report.steps[0]?.trimming).toEqual({
      lower: 2,
      upper: 5,
      trimmedRows: 2,
      trimmedShare: expect.closeTo(2 / 14, 12),
    });
  });

  it('cuts once on request', () => {
    const step = { kind: 'trim', upper: 4, limits: 'weight' } as const;
    expect(weigh(rowsOf(1, 3.9, 7), step, options).weights).toEqual(near([3.9, 4, 4]));
    expect(weigh(rowsOf(1, 3.9, 7), { ...step, rounds: 'once' }, options).weights).toEqual(near([2.5, 5.4, 4]));
  });

  it('cuts at the third quartile plus three interquartile ranges', () => {
    // 1, 2, 3, 4, 20: quartiles 2 and 4, so the limit is 4 + 3 · 2 = 10.
    const { weights, report } = weigh(rowsOf(1, 2, 3, 4, 20), { kind: 'trim', upper: 'iqr' }, options);
    expect(report.steps[0]?.trimming).toMatchObject({ upper: 10, trimmedRows: 1 });
    expect(weights).toEqual(near([3.5, 4.5, 5.5, 6.5, 10]));
  });

  it('has no such limit when half of the weights are equal', () => {
    const { weights, report } = weigh(rowsOf(1, 1, 1, 1, 20), { kind: 'trim', upper: 'iqr' }, options);
    expect(weights).toEqual([1, 1, 1, 1, 20]);
    expect(report.steps[0]?.trimming).toEqual({ lower: 0, upper: null, trimmedRows: 0, trimmedShare: 0 });
  });

  it('leaves rows of weight 0 alone, and nothing as it is', () => {
    expect(weigh(rowsOf(0, 1, 3), { kind: 'trim', lower: 1 }, options).weights).toEqual([0, 2, 2]);
    expect(weigh([], { kind: 'trim', lower: 0.5, upper: 2 }).report.steps[0]?.trimming).toEqual({
      lower: 0.5,
      upper: 2,
      trimmedRows: 0,
      trimmedShare: 0,
    });
  });

  it('refuses limits that cannot hold the total', () => {
    const got = thrownBy(() => weightRows(rowsOf(1, 2, 3), { steps: [{ kind: 'trim', upper: 0.9 }], ...options }));
    expect(got).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message:
        'weightRows: step 1 (trim): "lower" and "upper" must be limits within which 3 weights can add up to 6, received "0 to 1.8"',
    });
  });

  it.each([
    [{ lower: -1 }, 'option "lower" must be a finite number from 0, received -1'],
    [{ lower: Infinity }, 'option "lower" must be a finite number from 0, received Infinity'],
    [{ upper: 0 }, 'option "upper" must be above 0 and at least "lower", or "iqr", received 0'],
    [{ upper: NaN }, 'option "upper" must be above 0 and at least "lower", or "iqr", received NaN'],
    [{ lower: 2, upper: 1 }, 'option "upper" must be above 0 and at least "lower", or "iqr", received 1'],
    [{ upper: 'most' }, 'option "upper" must be above 0 and at least "lower", or "iqr", received "most"'],
    [{ limits: 'median' }, 'option "limits" must be "mean" or "weight", received "median"'],
    [{ rounds: 2 }, 'option "rounds" must be "strict" or "once", received 2'],
  ])('refuses %j', (options, message) => {
    const got = thrown([{}], { kind: 'trim', ...options });
    expect(got).toMatchObject({ code: 'CX_INVALID_OPTION', message: `weightRows: step 1 (trim): ${message}` });
  });

  it('takes equal limits', () => {
    expect(weigh(rowsOf(1, 3), { kind: 'trim', lower: 1, upper: 1 }, options).weights).toEqual([2, 2]);
  });
});

describe('steps in a row', () => {
  it('start from each other: response rates, then a margin, then a limit', () => {
    const rows: Row[] = [
      { size: 'small', country: 'FR' },
      { size: 'small', country: 'DE' },
      { size: 'large', country: 'FR' },
      { size: 'large', country: 'DE' },
    ];
    const steps = [
      { kind: 'non-response', by: 'size', invited: { small: 8, large: 2 } },
      { kind: 'post-stratify', by: 'country', targets: { FR: 30, DE: 10 } },
      { kind: 'trim', upper: 20, limits: 'weight' },
    ] as const;
    const { weights, report } = weightRows(rows, { steps, scale: 'totals' });
    // 4, 4, 1, 1, then 24, 8, 6, 2, then 4 cut from the first and shared among three.
    expect(weights).toEqual(near([20, 28 / 3, 22 / 3, 10 / 3]));
    expect(report.steps.map(({ kind }) => kind)).toEqual(['non-response', 'post-stratify', 'trim']);
    expect(report.steps[0]?.margins[0]?.classes[1]).toMatchObject({
      after: 0.8,
      final: expect.closeTo(88 / 120, 12) as number,
    });
  });

  it('take rows out one after the other', () => {
    const rows: Row[] = [
      { size: 'small', country: 'FR' },
      { size: 'small', country: null },
      { size: null, country: 'FR' },
      { size: 'small', country: 'DE' },
    ];
    const steps = [
      { kind: 'non-response', by: 'size', invited: { small: 6 } },
      { kind: 'post-stratify', by: 'country', targets: { FR: 1, DE: 3 } },
    ] as const;
    const { weights, report } = expectSound(weightRows(rows, { steps, scale: 'totals' }));
    expect(weights).toEqual([1, null, null, 3]);
    expect(report.excluded).toEqual({
      missingBaseWeight: 0,
      zeroBaseWeight: 0,
      missingClass: 2,
      withoutTarget: 0,
      missingAmount: 0,
      zeroWeight: 0,
    });
    expect(report.steps.map(({ before, after }) => [before.rows, after.rows])).toEqual([
      [4, 3],
      [3, 2],
    ]);
    expect(report.steps[0]?.margins[0]?.classes[0]).toMatchObject({ rows: 3, before: 1, after: 1, final: 1 });
  });
});
