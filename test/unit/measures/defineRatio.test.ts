import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { compareResults } from '../../../src/measures/compareResults.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineRatio } from '../../../src/measures/defineRatio.js';
import { readTally, storeTally } from '../../../src/measures/storedTally.js';
import { linearizedRatio } from '../../../src/statistics/linearizedEstimate.js';
import { expectSound, thrownBy } from '../../tools/soundness.js';

interface Row {
  readonly y: number | null;
  readonly x: number | null;
}
const ratio = defineRatio<Row, 'ratio-of-mine'>({ id: 'ratio-of-mine', numerator: 'y', denominator: 'x' });
const rowsOf = (...pairs: readonly (readonly [number | null, number | null])[]): Row[] =>
  pairs.map(([y, x]) => ({ y, x }));
const FIVE = rowsOf([1, 10], [0, 20], [2, 30], [1, 20], [1, 20]);

describe('defineRatio', () => {
  it('divides the sums, with the linearised error and Student’s t', () => {
    const result = expectSound(computeMeasure(FIVE, ratio));
    const { estimate, standardError } = linearizedRatio([1, 0, 2, 1, 1], [10, 20, 30, 20, 20]);
    expect(result).toMatchObject({ value: 0.05, numerator: 5, denominator: 100, sampleSize: 5, degreesOfFreedom: 4 });
    expect(estimate).toBe(0.05);
    expect(result.standardError).toBeCloseTo(standardError, 14);
    // qt(0.975, 4) = 2.7764451051977987 of R.
    expect(result.interval?.lower).toBeCloseTo(0.05 - 2.7764451051977987 * standardError, 12);
    expect(result.interval).toMatchObject({ confidence: 0.95, method: 't' });
    expect(result.definition).toEqual({
      id: 'ratio-of-mine',
      family: 'ratio',
      statistic: 'ratio',
      unit: 'ratio',
      direction: 'higher-is-better',
      range: null,
      parameters: {},
    });
  });

  it('clips to its range, and states its unit', () => {
    const share = defineRatio<Row, 's'>({
      id: 's',
      unit: 'share',
      range: { minimum: 0, maximum: 1 },
      numerator: 'y',
      denominator: 'x',
    });
    const { interval, definition } = computeMeasure(rowsOf([0, 10], [9, 10], [1, 1]), share);
    expect(interval).toMatchObject({ lower: 0, upper: 1 });
    expect(definition.unit).toBe('share');
  });

  it('counts rows with an amount missing, and keeps numerators over nothing', () => {
    const result = expectSound(computeMeasure(rowsOf([1, 10], [null, 5], [3, null], [2, 0]), ratio));
    expect(result).toMatchObject({ value: 0.3, sampleSize: 2, excluded: { missing: 2, offScale: 0 } });
  });

  it('is unknown where there is nothing to divide by, and says so', () => {
    const result = expectSound(computeMeasure(rowsOf([2, 0], [1, 0]), ratio));
    expect(result).toMatchObject({ value: null, standardError: null, degreesOfFreedom: null, interval: null });
    expect(result.warnings.map(({ code }) => code)).toEqual(['small-sample', 'zero-denominator']);
    expect(computeMeasure([], ratio).warnings).toEqual([{ code: 'no-data' }]);
  });

  it('has no interval for a single row, nor for rows in one proportion', () => {
    const single = expectSound(computeMeasure(rowsOf([1, 4]), ratio));
    expect(single).toMatchObject({ value: 0.25, standardError: null, interval: null });
    const equal = expectSound(computeMeasure(rowsOf([0.1, 0.3], [0.7, 2.1], [1.1, 3.3]), ratio));
    expect(equal.interval).toBeNull();
    expect(equal.warnings).toContainEqual({ code: 'no-interval', reason: 'no-variation' });
  });

  it.each([
    [[NaN, 1], 'numerator at row 0 must be a number from -1e+90 to 1e+90, received NaN'],
    [[Infinity, 1], 'numerator at row 0 must be a number from -1e+90 to 1e+90, received Infinity'],
    [['9', 1], 'numerator at row 0 must be a number from -1e+90 to 1e+90, received "9"'],
    [[1, -1], 'denominator at row 0 must be a number from 0 to 1e+90, received -1'],
    [[1, NaN], 'denominator at row 0 must be a number from 0 to 1e+90, received NaN'],
  ])('refuses the amounts %o, or counts them', (pair, message) => {
    const [row] = rowsOf(pair as [number, number]);
    expect(thrownBy(() => computeMeasure([row!], ratio))).toMatchObject({
      code: 'CX_OFF_SCALE',
      message: `ratio-of-mine: ${message}`,
    });
    const lenient = defineRatio<Row, 'r'>({ id: 'r', numerator: 'y', denominator: 'x', offScale: 'exclude' });
    expect(computeMeasure([row!, ...FIVE], lenient)).toMatchObject({
      value: 0.05,
      excluded: { missing: 0, offScale: 1 },
    });
  });

  it('takes negative numerators, and is never -0', () => {
    expectSound(computeMeasure(rowsOf([-0, 4], [0, 2]), ratio));
    expect(computeMeasure(rowsOf([-3, 4], [1, 4]), ratio).value).toBe(-0.25);
  });

  it('loses no digits of amounts that nearly cancel', () => {
    const rows = rowsOf([1e16, 1], [1, 1], [-1e16, 1]);
    expect(computeMeasure(rows, ratio).numerator).toBe(1);
    expect(computeMeasure(rows.slice().reverse(), ratio).value).toBe(1 / 3);
  });

  it('refuses a declaration that is none', () => {
    const declared = { id: 'r', numerator: 'y', denominator: 'x' } as const;
    expect(thrownBy(() => defineRatio<Row>({ ...declared, id: 'Not Kebab' }))).toMatchObject({
      code: 'CX_INVALID_DEFINITION',
    });
    expect(thrownBy(() => defineRatio<Row>({ ...declared, offScale: 'drop' as 'throw' }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'defineRatio: option "offScale" must be "throw" or "exclude", received "drop"',
    });
    expect(thrownBy(() => defineRatio<Row>({ ...declared, range: { minimum: 1, maximum: 0 } })).code).toBe(
      'CX_INVALID_DEFINITION',
    );
  });

  it('keeps tallies that survive JSON, and refuses those no rows can have made', () => {
    const tally = tallyRows(FIVE, ratio);
    const stored = JSON.parse(JSON.stringify(storeTally(ratio, tally))) as {
      tally: { sums: number[]; rowCount: number };
    };
    expect(ratio.toResult(readTally(ratio, stored))).toEqual(ratio.toResult(tally));
    for (const at of [0, 2, 4, 6]) {
      const sums = tally.sums.map((sum, own) => (own === at ? sum * 1000 + 1e6 : sum));
      expect(thrownBy(() => readTally(ratio, { ...stored, tally: { ...tally, sums } })).code).toBe('CX_INVALID_TALLY');
    }
    expect(thrownBy(() => readTally(ratio, { ...stored, tally: { ...tally, rowCount: 0 } })).code).toBe(
      'CX_INVALID_TALLY',
    );
    expect(thrownBy(() => readTally(ratio, { ...stored, tally: { ...tally, rowCount: -1 } })).code).toBe(
      'CX_INVALID_TALLY',
    );
  });

  it('compares by Welch', () => {
    const [a, b] = [FIVE, rowsOf([4, 10], [3, 20], [5, 30])].map((rows) => computeMeasure(rows, ratio));
    const change = compareResults(b!, a!);
    expect(change.difference).toBeCloseTo(0.15, 12);
    expect(change.interval?.method).toBe('welch');
    expect(change.standardError).toBeCloseTo(Math.hypot(a!.standardError!, b!.standardError!), 14);
  });

  it('is linearised by account whatever their number, accounts without a denominator included', () => {
    const rows = [...FIVE, ...FIVE, { y: 3, x: 0 }].map((row, at) => ({ ...row, account: at === 10 ? 'z' : at % 5 }));
    const byAccount = clusterBy(
      defineRatio<Row & { account: string | number }, 'r'>({ id: 'r', numerator: 'y', denominator: 'x' }),
      'account',
    );
    const result = expectSound(computeMeasure(rows, byAccount));
    const { estimate, standardError } = linearizedRatio([2, 0, 4, 2, 2, 3], [20, 40, 60, 40, 40, 0]);
    expect(result.value).toBeCloseTo(estimate, 14);
    expect(result.standardError).toBeCloseTo(standardError, 14);
    expect(result).toMatchObject({ accounts: 6, degreesOfFreedom: 5, designEffect: null, effectiveSampleSize: 11 });
    expect(result.interval?.method).toBe('linearized');
  });
});
