import { describe, expect, it } from 'vitest';
import { weightRows, type WeightRowsOptions } from '../../../src/accounts/weightRows.js';
import type { WeightingStep } from '../../../src/accounts/weightingStep.js';
import { toColumnTable } from '../../../src/measures/columns.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Row {
  size?: string | null;
  country?: string | null;
  revenue?: number | null;
  w?: number | null;
}
const rowsOf = (...sizes: (string | null)[]): Row[] => sizes.map((size) => ({ size }));
const weigh = (rows: Iterable<Row>, step: WeightingStep<Row>, more: Partial<WeightRowsOptions<Row>> = {}) =>
  expectSound(weightRows(deepFreeze(rows), { steps: [step], ...more }));
const totals = { scale: 'totals' } as const;
const thrown = (rows: Iterable<Row>, ...steps: unknown[]) =>
  thrownBy(() => weightRows(rows, { steps: steps as WeightingStep<Row>[] }));

describe('weightRows', () => {
  const rows = rowsOf('small', 'small', 'small', 'large');
  const half = { kind: 'post-stratify', by: 'size', targets: { small: 0.5, large: 0.5 } } as const;

  it('brings each class to its share, at a mean of 1', () => {
    const { weights } = weigh(rows, half);
    expect(weights).toEqual([2 / 3, 2 / 3, 2 / 3, 2].map((weight) => expect.closeTo(weight, 12) as number));
  });

  it('keeps the totals of the targets on request', () => {
    const step = { kind: 'post-stratify', by: 'size', targets: { small: 30, large: 20 } } as const;
    expect(weigh(rows, step, totals).weights).toEqual([10, 10, 10, 20]);
    expect(weigh(rows, step, { scale: 'mean-one' }).weights).toEqual([0.8, 0.8, 0.8, 1.6]);
  });

  it('gives shares the total that the weights have', () => {
    expect(weigh(rows, half, totals).weights).toEqual([2 / 3, 2 / 3, 2 / 3, 2]);
    const twice = weigh(rows, half, { ...totals, baseWeight: () => 2 });
    expect(twice.weights).toEqual([4 / 3, 4 / 3, 4 / 3, 4]);
  });

  it('serves metrics by index', () => {
    const answers = [10, 9, 8, 3].map((q1, index) => ({ q1, ...rows[index] }));
    const { weights } = weightRows(answers, { steps: [half] });
    const result = computeNps(answers, { score: 'q1', weight: (_, index) => weights[index] });
    // Two promoters of three small accounts are a third, the detractor is half.
    expect(result.value).toBeCloseTo(100 * (1 / 3 - 1 / 2), 12);
    expect(result.effectiveSampleSize).toBeCloseTo(3, 12);
  });

  it('reads a stream once, and a column table', () => {
    const stream = readOnce(rows);
    const expected = weightRows(rows, { steps: [half] });
    expect(weightRows(stream, { steps: [half] })).toEqual(expected);
    expect(stream.readings()).toBe(1);
    const table = toColumnTable({ size: rows.map(({ size }) => size) });
    expect(weightRows(table, { steps: [half] })).toEqual(expected);
  });

  it('reports shares before, after and at the end, with the cost of the weights', () => {
    const { report } = weigh(rows, half);
    const step = report.steps[0];
    expect(step?.margins).toEqual([
      {
        name: 'size',
        classes: [
          { path: ['large'], rows: 1, target: 0.5, before: 0.25, after: 0.5, final: 0.5, responseRate: null },
          { path: ['small'], rows: 3, target: 0.5, before: 0.75, after: 0.5, final: 0.5, responseRate: null },
        ],
      },
    ]);
    expect(step).toMatchObject({
      kind: 'post-stratify',
      outcome: 'converged',
      iterations: 1,
      discrepancy: 0,
      excluded: { missingClass: 0, withoutTarget: 0, missingAmount: 0 },
      before: { rows: 4, designEffect: 1, effectiveSize: 4 },
      amounts: [],
      trimming: null,
    });
    // Kish: (4)² / (3 · 4/9 + 4) = 3.
    expect(step?.after).toEqual({
      rows: 4,
      designEffect: expect.closeTo(4 / 3, 12),
      effectiveSize: expect.closeTo(3, 12),
    });
    expect(report.before).toEqual(step?.before);
    expect(report.after).toEqual(step?.after);
    expect(report).toMatchObject({ outcome: 'converged', rows: 4, smallest: expect.closeTo(2 / 3, 12), largest: 2 });
  });

  it('without steps scales the base weights', () => {
    const { weights, report } = weightRows([1, 3], { steps: [], baseWeight: (weight) => weight });
    expect(weights).toEqual([0.5, 1.5]);
    expect(report.steps).toEqual([]);
    expect(report.before).toEqual(report.after);
  });

  it('gives nothing for nothing', () => {
    const { weights, report } = expectSound(weightRows([], { steps: [] }));
    expect(weights).toEqual([]);
    expect(report).toMatchObject({ rows: 0, smallest: null, largest: null, extremes: [] });
    expect(report.after).toEqual({ rows: 0, designEffect: null, effectiveSize: 0 });
  });

  it('names weights above five times the mean, largest first, then by index', () => {
    const given = [8, 1, 9, 8, ...Array.from({ length: 16 }, () => 1)];
    const { report } = weightRows(given, { steps: [], baseWeight: (weight) => weight });
    // 42 over 20 rows: the mean is 2.1, and 5 × 2.1 is 10.5.
    expect(report.extremes).toEqual([]);
    const more = [14, 1, 15, 14, ...Array.from({ length: 36 }, () => 1)];
    // 80 over 40 rows: the mean is 2, and from above 10 on weights are named.
    const named = weightRows(more, { steps: [], baseWeight: (weight) => weight }).report.extremes;
    expect(named).toEqual([
      { index: 2, weight: 7.5, multiple: 7.5 },
      { index: 0, weight: 7, multiple: 7 },
      { index: 3, weight: 7, multiple: 7 },
    ]);
  });

  it('does not name a weight of exactly five times the mean', () => {
    const given = [10, ...Array.from({ length: 5 }, () => 0.4), 0, 2, 2, 2, 2];
    // 20 over ten rows with weight: the mean is 2.
    const { report } = weightRows(given, { steps: [], baseWeight: (weight) => weight, scale: 'totals' });
    expect(report.largest).toBe(10);
    expect(report.smallest).toBe(0.4);
    expect(report.extremes).toEqual([]);
  });

  it('shows what a later step moves', () => {
    const steps = [half, { kind: 'trim', upper: 1.5 }] as const;
    const { report } = weightRows(rows, { steps });
    const [first, second] = report.steps;
    expect(first?.margins[0]?.classes.map(({ after, final }) => [after, final])).toEqual([
      [0.5, 0.375],
      [0.5, expect.closeTo(0.625, 12)],
    ]);
    expect(second?.before).toEqual(first?.after);
    expect(report.after).toEqual(second?.after);
  });

  describe('base weights', () => {
    const weighted: Row[] = [
      { size: 'small', w: 1 },
      { size: 'small', w: 3 },
      { size: 'small', w: 0 },
      { size: 'large', w: null },
      { size: 'large', w: 2 },
      { size: 'large' },
    ];

    it('are where the steps begin; a missing one takes the row out, 0 stays 0', () => {
      const { weights, report } = weigh(weighted, half, { baseWeight: 'w' });
      expect(weights).toEqual([0.375, 1.125, 0, null, 1.5, null]);
      expect(report.excluded).toMatchObject({ missingBaseWeight: 2, zeroBaseWeight: 1, zeroWeight: 0 });
      expect(report.before).toMatchObject({ rows: 3, effectiveSize: expect.closeTo(36 / 14, 12) });
    });

    it.each([-1, NaN, Infinity, 1e-26, 1e26, '2'])('refuses %s', (w) => {
      const rows = [
        { size: 'small', w: 1 },
        { size: 'large', w: w as number },
      ];
      expect(thrownBy(() => weightRows(rows, { steps: [half], baseWeight: 'w' }))).toMatchObject({
        code: 'CX_INVALID_WEIGHT',
        message: expect.stringContaining(
          'weightRows: weight at row 1 must be 0 or a number from 1e-25 to 1e25',
        ) as string,
      });
    });

    it('of -0 are 0', () => {
      const { weights } = expectSound(weightRows([1, -0], { steps: [], baseWeight: (own) => own }));
      expect(weights).toEqual([1, 0]);
    });

    it.each([1e-25, 1e25])('takes %s', (w) => {
      expect(weightRows([w], { steps: [], baseWeight: (own) => own }).weights).toEqual([1]);
      expect(weightRows([w], { steps: [], baseWeight: (own) => own, scale: 'totals' }).weights).toEqual([w]);
    });
  });

  describe('classes', () => {
    it('that are missing or empty take the row out, counted', () => {
      const { weights, report } = weigh([...rows, ...rowsOf(null, ''), {}], half);
      expect(weights.slice(4)).toEqual([null, null, null]);
      expect(report.excluded.missingClass).toBe(3);
      expect(report.steps[0]?.excluded).toEqual({ missingClass: 3, withoutTarget: 0, missingAmount: 0 });
      expect(report.steps[0]?.before.rows).toBe(7);
      expect(report.after.rows).toBe(4);
    });

    it('without a target throw, naming the class', () => {
      expect(thrown([...rows, ...rowsOf('huge')], half)).toEqual({
        kind: 'TypeError',
        code: 'CX_INVALID_OPTION',
        message:
          'weightRows: step 1 (post-stratify), margin "size": target of class "huge" must be given for every class of the ' +
          'rows (or the class merged by "collapse", or left out by withoutTarget: \'exclude\'), received undefined',
      });
    });

    it('without a target are left out on request, counted', () => {
      const { weights, report } = weigh([...rows, ...rowsOf('huge')], { ...half, withoutTarget: 'exclude' });
      expect(weights[4]).toBeNull();
      expect(report.excluded).toMatchObject({ missingClass: 0, withoutTarget: 1 });
    });

    it('with a target and no row throw, naming the class', () => {
      expect(thrown(rowsOf('small'), { kind: 'trim' }, half)).toEqual({
        kind: 'RangeError',
        code: 'CX_INVALID_OPTION',
        message:
          'weightRows: step 2 (post-stratify), margin "size": rows of class "large" must be at least 1, since the class has a ' +
          'target (merge it into another by "collapse"), received 0',
      });
    });

    it('whose rows all weigh 0 are empty too', () => {
      const step = { ...half };
      const rows = [
        { size: 'small', w: 1 },
        { size: 'large', w: 0 },
      ];
      const { message } = thrownBy(() => weightRows(rows, { steps: [step], baseWeight: 'w' }));
      expect(message).toContain('rows of class "large" must be at least 1');
    });

    it('with the target 0 weigh 0, counted, and need no rows', () => {
      const targets = { small: 1, large: 0, huge: 0 };
      const { weights, report } = weigh(rows, { kind: 'post-stratify', by: 'size', targets });
      expect(weights).toEqual([1, 1, 1, 0]);
      expect(report.excluded.zeroWeight).toBe(1);
      expect(report.steps[0]?.margins[0]?.classes[0]).toMatchObject({ path: ['huge'], rows: 0, target: 0, after: 0 });
    });

    it('are merged in the rows and in the targets', () => {
      const by = { field: 'size', collapse: { micro: 'small', huge: 'large' } } as const;
      const targets = { micro: 20, small: 10, large: 15, huge: 5 };
      const { weights, report } = weigh(
        rowsOf('micro', 'small', 'large'),
        { kind: 'post-stratify', by, targets },
        totals,
      );
      expect(weights).toEqual([15, 15, 20]);
      expect(report.steps[0]?.margins[0]).toMatchObject({
        name: 'size',
        classes: [{ path: ['large'] }, { path: ['small'] }],
      });
    });

    it.each([
      [{ micro: 'small', small: 'large' }, '"small"'],
      [{ micro: '' }, '""'],
      [{ micro: 3 }, '3'],
    ])('are not merged by %j', (collapse, received) => {
      const { code, message } = thrown(rows, { ...half, by: { field: 'size', collapse } });
      expect(code).toBe('CX_INVALID_OPTION');
      expect(message).toBe(
        'weightRows: step 1 (post-stratify), margin 1: option "collapse" must be a class that is not merged itself, for ' +
          `"micro", received ${received}`,
      );
    });

    it('may be merged into themselves', () => {
      const by = { field: 'size', collapse: { small: 'small' } } as const;
      expect(weigh(rows, { ...half, by }).weights[3]).toBe(2);
    });

    it('of several fields are nested', () => {
      const crossed: Row[] = [
        { size: 'small', country: 'FR' },
        { size: 'small', country: 'DE' },
        { size: 'large', country: 'FR' },
        { size: 'large', country: null },
      ];
      const targets = { small: { FR: 10, DE: 20 }, large: { FR: 30 } };
      const { weights, report } = weigh(crossed, { kind: 'post-stratify', by: ['size', 'country'], targets }, totals);
      expect(weights).toEqual([10, 20, 30, null]);
      expect(report.steps[0]?.margins[0]?.name).toBe('size × country');
      expect(report.steps[0]?.margins[0]?.classes.map(({ path }) => path)).toEqual([
        ['large', 'FR'],
        ['small', 'DE'],
        ['small', 'FR'],
      ]);
      const lone = { small: { FR: 10, DE: 20 }, large: { DE: 30 } };
      const message = 'margin "size × country": target of class "large", "FR" must be given';
      expect(thrown(crossed, { kind: 'post-stratify', by: ['size', 'country'], targets: lone }).message).toContain(
        message,
      );
    });

    it('of several fields do not run together', () => {
      const crossed: Row[] = [
        { size: 'a","b', country: 'c' },
        { size: 'a', country: 'b","c' },
      ];
      const targets = { 'a","b': { c: 1 }, a: { 'b","c': 3 } };
      expect(weigh(crossed, { kind: 'post-stratify', by: ['size', 'country'], targets }, totals).weights).toEqual([
        1, 3,
      ]);
    });

    it('have names that no prototype answers for', () => {
      expect(thrown(rowsOf('constructor', 'small', 'large'), half).message).toContain('target of class "constructor"');
      const targets = JSON.parse('{"__proto__": 3, "small": 1}') as Record<string, number>;
      const rows = rowsOf('__proto__', 'small');
      expect(weigh(rows, { kind: 'post-stratify', by: 'size', targets }, totals).weights).toEqual([3, 1]);
    });

    it('may be computed, under a name', () => {
      const field = (row: Row, index: number): string => `${String(row.size).charAt(0)}${index > 2 ? '!' : ''}`;
      const targets = { s: 1, 'l!': 1 };
      const named = weigh(rows, { kind: 'post-stratify', by: { field, name: 'initial' }, targets });
      expect(named.report.steps[0]?.margins[0]?.name).toBe('initial');
      const nameless = weigh(rows, { kind: 'post-stratify', by: [field], targets });
      expect(nameless.report.steps[0]?.margins[0]?.name).toBe('field 1');
      expect(nameless.weights).toEqual(named.weights);
    });
  });

  describe('targets', () => {
    const step = (targets: unknown) => ({ kind: 'post-stratify', by: 'size', targets });
    const where = 'weightRows: step 1 (post-stratify), margin "size": targets';

    it.each([
      [{ small: 1, large: -1 }, `${where} of class "large" must be a finite number from 0, received -1`],
      [{ small: 1, large: NaN }, `${where} of class "large" must be a finite number from 0, received NaN`],
      [{ small: Infinity }, `${where} of class "small" must be a finite number from 0, received Infinity`],
      [{ small: '3' }, `${where} of class "small" must be a finite number from 0, received "3"`],
      [{ small: { FR: 1 } }, `${where} of class "small" must be a finite number from 0, received an object`],
      [{ small: 0, large: 0 }, `${where} must be above 0 and finite in total, received 0`],
      [{}, `${where} must be above 0 and finite in total, received 0`],
      [3, `${where} must be an object with a number for each class of 1 field(s), received 3`],
      [null, `${where} must be an object with a number for each class of 1 field(s), received null`],
    ])('%j are refused', (targets, message) => {
      const { code, message: got } = thrown(rows, step(targets));
      expect(code).toBe('CX_INVALID_OPTION');
      expect(got).toContain(message);
    });

    it('must have a total', () => {
      const targets = { small: 1e308, large: 1e308 };
      expect(thrown(rows, step(targets)).message).toBe(
        `${where} must be above 0 and finite in total, received Infinity`,
      );
    });

    it('must be as deep as there are fields', () => {
      const crossed = { kind: 'post-stratify', by: ['size', 'country'], targets: { small: 3 } };
      expect(thrown(rows, crossed).message).toContain(
        'targets of class "small" must be an object with a number for each class of 2 field(s), received 3',
      );
    });
  });

  describe('options', () => {
    it.each([
      [
        { kind: 'guess' },
        'weightRows: kind of step 1 must be "non-response", "post-stratify", "rake", "calibrate" or "trim", received "guess"',
      ],
      [
        null,
        'weightRows: kind of step 1 must be "non-response", "post-stratify", "rake", "calibrate" or "trim", received undefined',
      ],
      [
        { ...half, by: [] },
        'weightRows: step 1 (post-stratify), margin 1: option "by" must be at least one field, received "none"',
      ],
      [
        { ...half, by: 3 },
        'weightRows: step 1 (post-stratify), margin 1: option "by" must be the name of a field or a function, received 3',
      ],
      [
        { ...half, by: '' },
        'weightRows: step 1 (post-stratify), margin 1: option "by" must be the name of a field or a function, received ""',
      ],
      [
        { ...half, withoutTarget: true },
        'weightRows: step 1 (post-stratify), margin "size": option "withoutTarget" must be "throw" or "exclude", received true',
      ],
      [
        { kind: 'rake', margins: [null] },
        'weightRows: step 1 (rake), margin 1: option "by" must be the name of a field or a function, received undefined',
      ],
      [
        { kind: 'rake', margins: [] },
        'weightRows: step 1 (rake): option "margins" must be a list of one or more, received an object',
      ],
      [
        { kind: 'rake', margins: [half], tolerance: -1 },
        'weightRows: step 1 (rake): option "tolerance" must be a finite number from 0, received -1',
      ],
      [
        { kind: 'rake', margins: [half], tolerance: Infinity },
        'weightRows: step 1 (rake): option "tolerance" must be a finite number from 0, received Infinity',
      ],
      [
        { kind: 'rake', margins: [half], maxIterations: 0 },
        'weightRows: step 1 (rake): option "maxIterations" must be a whole number from 1, received 0',
      ],
      [
        { kind: 'rake', margins: [half], maxIterations: 1.5 },
        'weightRows: step 1 (rake): option "maxIterations" must be a whole number from 1, received 1.5',
      ],
    ])('%j is refused', (step, message) => {
      expect(thrown(rows, step)).toMatchObject({ code: 'CX_INVALID_OPTION', message });
    });

    it('of the whole are checked', () => {
      expect(thrownBy(() => weightRows(3 as never, { steps: [] }))).toMatchObject({
        code: 'CX_INVALID_INPUT',
        message: 'weightRows: rows must be an iterable of rows, received 3',
      });
      expect(thrownBy(() => weightRows([], {} as never))).toMatchObject({
        code: 'CX_INVALID_OPTION',
        message: 'weightRows: option "steps" must be a list of steps, received undefined',
      });
      expect(thrownBy(() => weightRows([], undefined as never)).code).toBe('CX_INVALID_OPTION');
      expect(thrownBy(() => weightRows([], { steps: [], scale: 'sum' as never }))).toMatchObject({
        code: 'CX_INVALID_OPTION',
        message: 'weightRows: option "scale" must be "mean-one" or "totals", received "sum"',
      });
    });
  });
});
