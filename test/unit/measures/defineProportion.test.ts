import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../src/measures/compareResults.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineProportion } from '../../../src/measures/defineProportion.js';
import { clopperPearson } from '../../../src/metrics/perception/shareIntervals.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Order {
  ok?: boolean | null;
  value?: number | null;
}
const onTime = defineProportion<Order, 'on-time'>({ id: 'on-time', success: 'ok' });
const orders = (successes: number, failures: number): Order[] => [
  ...Array.from({ length: successes }, () => ({ ok: true })),
  ...Array.from({ length: failures }, () => ({ ok: false })),
];

describe('defineProportion', () => {
  it('declares a share of its own family', () => {
    expect(onTime.definition).toStrictEqual({
      id: 'on-time',
      family: 'proportion',
      statistic: 'share',
      unit: 'share',
      direction: 'higher-is-better',
      range: { minimum: 0, maximum: 1 },
      parameters: {},
    });
  });

  it('takes direction, names and parameters', () => {
    const names = { en: 'Late', fr: 'En retard' };
    const parameters = { days: 2 };
    const late = defineProportion({ id: 'late', success: () => true, direction: 'lower-is-better', names, parameters });
    expect(late.definition).toMatchObject({ direction: 'lower-is-better', names, parameters });
  });

  it('computes share, counts, exclusions and interval', () => {
    const got = expectSound(computeMeasure([...orders(72, 23), { ok: null }, {}], onTime));
    expect(got).toMatchObject({
      value: 72 / 95,
      successes: 72,
      failures: 23,
      sampleSize: 95,
      excluded: { missing: 2, offScale: 0, missingWeight: 0, zeroWeight: 0 },
      interval: { method: 'wilson' },
    });
    // SciPy.
    expect(got.interval?.lower).toBeCloseTo(0.6628317922510378, 12);
  });

  it('reads a function of the row and its index, and a stream', () => {
    const even = defineProportion<string>({ id: 'even', success: (_row, index) => index % 2 === 0 });
    expect(computeMeasure(readOnce(['a', 'b', 'c', 'd']), even).value).toBe(0.5);
  });

  it('does not change its rows', () => {
    expect(computeMeasure(deepFreeze(orders(1, 1)), onTime).value).toBe(0.5);
  });

  it('weighs by weight', () => {
    const byValue = defineProportion<Order>({ id: 'on-time', success: 'ok', weight: 'value' });
    const got = computeMeasure(
      [{ ok: true, value: 3 }, { ok: false, value: 1 }, { ok: true, value: 0 }, { ok: true }],
      byValue,
    );
    expect(got).toMatchObject({
      value: 0.75,
      successes: 1,
      failures: 1,
      excluded: { zeroWeight: 1, missingWeight: 1 },
    });
    expect(byValue.binned).toBeUndefined();
  });

  it('takes interval, confidence and population as defaults', () => {
    const exact = defineProportion<Order>({
      id: 'x',
      success: 'ok',
      interval: clopperPearson(),
      confidence: 0.9,
      population: 40,
    });
    const { interval } = computeMeasure(orders(10, 20), exact);
    expect(interval).toMatchObject({ method: 'clopper-pearson', confidence: 0.9 });
    expect(computeMeasure(orders(10, 20), exact, { population: 30 }).interval).toMatchObject({
      lower: 1 / 3,
      upper: 1 / 3,
    });
  });

  it('takes counts: failures, then successes', () => {
    expect(computeMeasure({ counts: [23, 72], missing: 4 }, onTime)).toMatchObject({
      successes: 72,
      failures: 23,
      excluded: { missing: 4 },
    });
  });

  it('merges', () => {
    const tally = tallyRows(orders(1, 2), onTime);
    onTime.mergeTallies(tally, tallyRows(orders(3, 4), onTime));
    expect(onTime.toResult(tally)).toEqual(computeMeasure(orders(4, 6), onTime));
  });

  it('is compared as a share', () => {
    const got = compareResults(computeMeasure(orders(56, 14), onTime), computeMeasure(orders(48, 32), onTime));
    expect(got.pValue).toBeCloseTo(0.008258287929380758, 11);
  });

  it.each([
    [1, 'RangeError', '1'],
    [0, 'RangeError', '0'],
    ['true', 'TypeError', '"true"'],
    ['', 'TypeError', '""'],
    [{}, 'TypeError', 'an object'],
    [NaN, 'RangeError', 'NaN'],
  ])('reads neither success nor failure from %s', (ok, kind, shown) => {
    expect(thrownBy(() => computeMeasure([{ ok: true }, { ok: ok as boolean }], onTime))).toEqual({
      kind,
      code: 'CX_OFF_SCALE',
      message: `on-time: success at row 1 must be true, false or missing, received ${shown}`,
    });
  });

  it('names itself in errors of weight and options', () => {
    const weighted = defineProportion<Order>({ id: 'on-time', success: 'ok', weight: 'value' });
    expect(() => computeMeasure([{ ok: true, value: -1 }], weighted)).toThrow('on-time: weight at row 0');
    expect(() => computeMeasure([], onTime, { confidence: 2 })).toThrow('on-time: option "confidence"');
  });

  it('refuses an identity that is none', () => {
    expect(thrownBy(() => defineProportion({ id: 'On time', success: () => true }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_DEFINITION',
      message: 'defineProportion: "id" must be a name in kebab case, received "On time"',
    });
  });
});
