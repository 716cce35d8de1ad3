import { describe, expect, it } from 'vitest';
import { toChangeWaterfallChart } from '../../../src/charts/index.js';
import { change, changeOf, manyChanges } from './chartCases.js';
import { rowsOf } from './chartFixtures.js';

const chart = toChangeWaterfallChart(change, { name: 'NPS' });

describe('toChangeWaterfallChart', () => {
  it('goes from before to after by mix and rate', () => {
    // 55 before, 32 after; the mix took 36, the segments gave 13.
    const near = (value: number): unknown => expect.closeTo(value, 10);
    expect(rowsOf(chart, 'bar').map(({ label, start, end, figure }) => [label, start, end, figure])).toEqual([
      ['Mix', 55, near(19), '−36'],
      ['Rate', near(19), near(32), '+13'],
    ]);
    expect(rowsOf(chart, 'point').map(({ label, end, figure }) => [label, end, figure])).toEqual([
      ['Before', 55, '+55'],
      ['After', 32, '+32'],
    ]);
  });

  it('has the intervals of the effects around their ends', () => {
    const [mix] = rowsOf(chart, 'rule').filter(({ kind }) => kind === 'Mix effect');
    expect(mix?.['lower']).toBeCloseTo(55 + (change.mix.interval?.lower ?? 0), 10);
    expect(mix?.['upper']).toBeCloseTo(55 + (change.mix.interval?.upper ?? 0), 10);
  });

  it('says the finding in words, a reversal included', () => {
    expect(chart.title).toEqual({
      text: 'NPS: mix and rate',
      subtitle: ['+55 before, +32 after: mix −36, rate +13', 'Every segment rose, and the whole fell: the mix changed'],
    });
    const back = { ...change, reversal: 'segments-fell-total-rose' as const };
    expect(toChangeWaterfallChart(back).title.subtitle[1]).toBe(
      'Every segment fell, and the whole rose: the mix changed',
    );
    expect(toChangeWaterfallChart(back, { locale: 'fr' }).title).toEqual({
      text: 'nps\u202f: composition et valeurs',
      subtitle: [
        '+55 avant, +32 après\u202f: composition −36, valeurs +13',
        'Chaque segment a baissé et l’ensemble a monté\u202f: la composition a changé',
      ],
    });
    expect(toChangeWaterfallChart({ ...change, reversal: null }).title.subtitle).toHaveLength(1);
  });

  it('has the steps of the segments, the smallest taken together, which add up', () => {
    const own = toChangeWaterfallChart(manyChanges, { detail: 'segments' });
    const bars = rowsOf(own, 'bar');
    expect(bars.map(({ label }) => label)).toContain('7 other segments · mix');
    expect(bars.filter(({ kind }) => kind === 'Mix effect')).toHaveLength(8);
    expect(bars.at(-1)?.['end']).toBeCloseTo(manyChanges.after ?? NaN, 8);
    const two = rowsOf(toChangeWaterfallChart(change, { detail: 'segments' }), 'bar').map(({ label }) => label);
    expect(two).toEqual(['industry · mix', 'retail · mix', 'industry · rate', 'retail · rate']);
  });

  it('says that there is no data where a side has none', () => {
    expect(
      toChangeWaterfallChart(
        changeOf({
          a: [
            [1, 1, 1],
            [0, 0, 0],
          ],
        }),
      ).title.subtitle,
    ).toEqual(['No data']);
  });

  it.each([
    [null, /change must be what decomposeChange gave/],
    [{ ...change, before: '5' }, /before must be a finite number or null, received "5"/],
    [{ ...change, after: NaN }, /after must be a finite number or null/],
    [{ ...change, mix: null }, /mix must be an effect/],
    [{ ...change, rate: null }, /rate must be an effect/],
    [{ ...change, segments: null }, /segments must be a list/],
    [{ ...change, segments: [null] }, /segments\[0\] must be a segment/],
    [{ ...change, segments: [{ key: {}, mix: {} }] }, /segments\[0\]\.rate must be an object/],
  ])('refuses %#', (value, message) => {
    expect(() => toChangeWaterfallChart(value as never)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT', message: expect.stringMatching(message) as unknown }),
    );
  });

  it('refuses another detail', () => {
    expect(() => toChangeWaterfallChart(change, { detail: 'all' as never })).toThrow(
      /"detail" must be "effects" or "segments"/,
    );
  });
});
