import { describe, expect, it } from 'vitest';
import { toHeatMapChart, type HeatMapChartOptions, type HeatMapSegment } from '../../../src/charts/index.js';
import { computeCsat } from '../../../src/metrics/index.js';
import { cube, protectedCube, sides } from './chartCases.js';
import { rowsOf } from './chartFixtures.js';

const chart = toHeatMapChart(protectedCube, { ...sides, name: 'NPS' });

describe('toHeatMapChart', () => {
  it('colours the cells that have a value, and marks the hidden ones without colour', () => {
    const cells = rowsOf(chart, 'rect');
    expect(cells).toHaveLength(12);
    const hidden = cells.filter(({ band }) => band === '');
    expect(hidden.map(({ figure, words }) => [figure, words])).toEqual(
      ['east · energy', 'east · transport', 'north · energy', 'north · transport'].map((cell) => [
        'hidden',
        `${cell}: hidden`,
      ]),
    );
    const [coloured, plain] = chart.layer;
    expect(Object.keys(coloured?.['encoding'] as object)).toContain('color');
    expect(plain?.['mark']).toMatchObject({ type: 'rect', fill: 'transparent' });
    expect(Object.keys(plain?.['encoding'] as object)).not.toContain('color');
  });

  it('centres the colours on the whole, in round bands', () => {
    // The whole is +16; south · energy lies 38 below it: a third is 12.7, of which 10 is the round step.
    expect(
      rowsOf(chart, 'rect')
        .map(({ figure, band }) => [figure, band])
        .slice(0, 8),
    ).toEqual([
      ['+27', '+10 – +30'],
      ['+40', '+10 – +30'],
      ['+11', '−10 – +10'],
      ['+24', '−10 – +10'],
      ['−22', '≤ −30'],
      ['−2', '−30 – −10'],
      ['+12', '−10 – +10'],
      ['+23', '−10 – +10'],
    ]);
    const own = toHeatMapChart(protectedCube, { ...sides, overall: -20 });
    expect(
      rowsOf(own, 'rect')
        .slice(0, 2)
        .map(({ band }) => band),
    ).toEqual(['+20 – +60', '≥ +60']);
  });

  it('says the finding in words', () => {
    expect(chart.title).toEqual({
      text: 'NPS by zone and sector',
      subtitle: ['12 cells, +16 as a whole, 4 hidden', 'Highest: east · retail +40. Lowest: south · energy −22'],
    });
    expect(toHeatMapChart(protectedCube, { ...sides, locale: 'fr' }).title).toEqual({
      text: 'nps par zone et sector',
      subtitle: [
        '12 cellules, +16 pour l’ensemble, 4 masquées',
        'Plus haut\u202f: east · retail +40. Plus bas\u202f: south · energy −22',
      ],
    });
  });

  it('does not depend on the order of the segments, and passes over other cuts', () => {
    expect(toHeatMapChart([...protectedCube].reverse(), { ...sides, name: 'NPS' })).toEqual(chart);
    expect(rowsOf(toHeatMapChart(cube, sides), 'rect')).toHaveLength(12);
  });

  it('has a word for a cell without data, and for a map of hidden cells', () => {
    const cell = cube.find(({ key }) => Object.keys(key).length === 2);
    const empty = { ...cell!, result: { ...cell!.result, value: null, interval: null, sampleSize: 0 } };
    expect(rowsOf(toHeatMapChart([empty], { ...sides, overall: 0 }), 'rect')[0]?.['words']).toBe(
      'east · energy: no data, n = 0',
    );
    const hidden = [{ key: { zone: 'a', sector: 'b' }, result: null }];
    expect(toHeatMapChart(hidden, sides).title.subtitle).toEqual(['All cells are hidden']);
    expect(toHeatMapChart(hidden, { ...sides, locale: 'fr' }).title.subtitle).toEqual([
      'Toutes les cellules sont masquées',
    ]);
  });

  it('orders numbers as numbers, with what is not known last', () => {
    const result = cube[0]?.result ?? null;
    const keys = [null, true, 10, 9, 'b'].map((zone) => ({ key: { zone, sector: 'x' }, result }));
    expect(rowsOf(toHeatMapChart(keys, { ...sides, overall: 0 }), 'rect').map(({ row }) => row)).toEqual([
      'b',
      '9',
      '10',
      'zone: yes',
      'zone: unknown',
    ]);
  });

  const cells = cube.filter(({ key }) => Object.keys(key).length === 2);
  it.each([
    [{}, sides, 'CX_INVALID_INPUT', /segments must be a list of segments/],
    [[null], sides, 'CX_INVALID_INPUT', /segments\[0\] must be a segment/],
    [[{ key: null }], sides, 'CX_INVALID_INPUT', /segments\[0\]\.key must be the key/],
    [[{ key: {} }], sides, 'CX_INVALID_INPUT', /segments\[0\]\.result must be a metric result or null/],
    [[...cells, cells[3]], { ...sides, overall: 0 }, 'CX_INVALID_INPUT', /a list with each cell once/],
    [[...cells, { key: {}, result: computeCsat([5]) }], sides, 'CX_DEFINITION_MISMATCH', /segments\[12\]\.result/],
    [cells, sides, 'CX_INVALID_OPTION', /"overall" must be given, as the segments lack the whole/],
    [cube, { ...sides, overall: NaN }, 'CX_INVALID_OPTION', /"overall" must be a finite number/],
    [cube, { columns: 'a' }, 'CX_INVALID_OPTION', /"rows" must be the name of a dimension/],
    [cube, { rows: 'a' }, 'CX_INVALID_OPTION', /"columns" must be the name of another dimension/],
    [cube, { rows: 'a', columns: 'a' }, 'CX_INVALID_OPTION', /"columns" must be the name of another/],
    [cube, undefined, 'CX_INVALID_OPTION', /options must be an object/],
  ])('refuses %#', (segments, options, code, message) => {
    expect(() => toHeatMapChart(segments as HeatMapSegment[], options as HeatMapChartOptions)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) as unknown }),
    );
  });
});
