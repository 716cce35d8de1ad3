import { describe, expect, it } from 'vitest';
import { comparePairs } from '../../../src/measures/comparePairs.js';
import { toColumnTable } from '../../../src/measures/columns.js';
import { cesMeasure } from '../../../src/metrics/perception/ces.js';
import { csatMeasure } from '../../../src/metrics/perception/csat.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Pair {
  before: number | null | undefined;
  after: number | null | undefined;
}
const measure = npsMeasure();
const options = { measure, first: 'after', second: 'before' } as const;

/** 80 accounts: transitions from detractor, passive, promoter (rows) to the same. */
const panel: Pair[] = [
  [10, 4, 1],
  [3, 20, 7],
  [1, 5, 29],
].flatMap((row, before) =>
  row.flatMap((times, after) =>
    Array.from({ length: times }, () => ({ before: [2, 7, 9][before], after: [6, 8, 10][after] })),
  ),
);

describe('comparePairs', () => {
  // SciPy: ttest_rel of -100, 0 and 100.
  it('tests the differences within pairs by t', () => {
    const got = expectSound(comparePairs(panel, options));
    expect(got.difference).toBe(3.75);
    expect(got.standardError).toBeCloseTo(6.522538819986267, 9);
    expect(got.degreesOfFreedom).toBe(79);
    expect(got.pValue).toBeCloseTo(0.566972768874684, 11);
    expect(got.interval?.lower).toBeCloseTo(-9.23278876547584, 9);
    expect(got.interval?.upper).toBeCloseTo(16.73278876547584, 9);
    expect(got.minimumDetectableDifference).toBeCloseTo(18.502127266308413, 8);
    expect(got).toMatchObject({
      definition: { id: 'nps' },
      interval: { method: 'paired-t', confidence: 0.95 },
      verdict: 'no-evidence',
      sampleSizes: [80, 80],
      warnings: [],
    });
  });

  it('is at the level asked for', () => {
    const { interval } = comparePairs(panel, { ...options, confidence: 0.9 });
    expect(interval?.lower).toBeCloseTo(-7.1059271269684015, 9);
    expect(interval?.upper).toBeCloseTo(14.605927126968396, 9);
    expect(interval?.confidence).toBe(0.9);
  });

  it('is first minus second', () => {
    expect(comparePairs(panel, { measure, first: 'before', second: 'after' }).difference).toBe(-3.75);
  });

  it.each([
    ['functions', panel, { measure, first: (row: Pair) => row.after, second: (row: Pair) => row.before }],
    ['a stream', readOnce(panel), options],
    ['frozen rows', deepFreeze(panel.map((pair) => ({ ...pair }))), options],
    [
      'a table',
      toColumnTable({ before: panel.map((pair) => pair.before), after: panel.map((pair) => pair.after) }),
      options,
    ],
  ])('reads %s', (_name, rows, how) => {
    expect(comparePairs(rows as Iterable<Pair>, how).difference).toBe(3.75);
  });

  it.each([[{ before: null, after: 9 }], [{ before: 9, after: undefined }], [{ before: null, after: null }]])(
    'leaves out an incomplete pair, and says so: %j',
    (pair) => {
      const got = expectSound(comparePairs([...panel, pair], options));
      expect(got.difference).toBe(3.75);
      expect(got.sampleSizes).toEqual([80, 80]);
      expect(got.warnings).toEqual([{ code: 'unpaired-excluded', count: 1 }]);
    },
  );

  it('knows nothing without a complete pair', () => {
    const unpaired = { code: 'unpaired-excluded', count: 1 };
    const noData = { code: 'not-comparable', reason: 'no-data' };
    expect(expectSound(comparePairs([], options))).toMatchObject({
      difference: null,
      verdict: 'unknown',
      warnings: [noData],
    });
    expect(comparePairs([{ before: null, after: 1 }], options)).toMatchObject({
      difference: null,
      warnings: [unpaired, noData],
    });
  });

  it.each([
    ['one pair', [{ before: 3, after: 9 }], 200],
    [
      'pairs that all differ alike',
      [
        { before: 7, after: 9 },
        { before: 3, after: 8 },
      ],
      100,
    ],
    [
      'pairs that do not differ',
      [
        { before: 7, after: 8 },
        { before: 3, after: 4 },
      ],
      0,
    ],
  ])('knows a difference but no error of %s', (_name, rows, difference) => {
    expect(expectSound(comparePairs(rows, options))).toMatchObject({
      difference,
      standardError: null,
      interval: null,
      verdict: 'unknown',
      sampleSizes: [rows.length, rows.length],
      warnings: [{ code: 'not-comparable', reason: 'no-standard-error' }],
    });
  });

  it('serves any measure over plain answers', () => {
    const rows = [
      { before: 3, after: 5 },
      { before: 4, after: 4 },
      { before: 2, after: 5 },
    ];
    expect(comparePairs(rows, { ...options, measure: cesMeasure() }).difference).toBeCloseTo(5 / 3, 12);
    expect(comparePairs(rows, { ...options, measure: csatMeasure() }).difference).toBeCloseTo(2 / 3, 12);
  });

  it('hands the index to both accessors', () => {
    const seen: number[] = [];
    const spy = (_row: Pair, index: number): number => {
      seen.push(index);
      return 9;
    };
    comparePairs(panel.slice(0, 2), { measure, first: spy, second: spy });
    expect(seen).toEqual([0, 0, 1, 1]);
  });

  it('names the row of an answer off the scale', () => {
    const rows = [
      { before: 9, after: 9 },
      { before: 9, after: 11 },
    ];
    expect(thrownBy(() => comparePairs(rows, options))).toEqual({
      kind: 'RangeError',
      code: 'CX_OFF_SCALE',
      message: 'npsMeasure: score at row 1 must be a whole number from 0 to 10, received 11',
    });
  });

  it('takes an excluded answer for a missing one', () => {
    const excluding = npsMeasure({ offScale: 'exclude' });
    const rows = [...panel, { before: 9, after: 11 }];
    expect(comparePairs(rows, { ...options, measure: excluding }).warnings).toEqual([
      { code: 'unpaired-excluded', count: 1 },
    ]);
  });

  it.each([
    [null, 'null'],
    [{ before: 1 }, 'an object'],
    ['rows', '"rows"'],
  ])('refuses %j', (rows, shown) => {
    expect(thrownBy(() => comparePairs(rows as unknown as Pair[], options))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_INPUT',
      message: `comparePairs: rows must be an iterable of rows, received ${shown}`,
    });
  });

  it('refuses a wrong confidence', () => {
    expect(thrownBy(() => comparePairs(panel, { ...options, confidence: 1 })).message).toBe(
      'comparePairs: option "confidence" must be between 0 and 1, received 1',
    );
  });

  it('asks the measure once per answer there is', () => {
    let calls = 0;
    const counting = {
      ...measure,
      addRow: (...args: Parameters<typeof measure.addRow>) => (calls++, measure.addRow(...args)),
    };
    comparePairs(panel, { ...options, measure: counting });
    expect(calls).toBe(6);
  });
});
