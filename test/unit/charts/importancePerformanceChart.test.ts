import { describe, expect, it } from 'vitest';
import { toImportancePerformanceChart } from '../../../src/charts/index.js';
import { importance } from './chartCases.js';
import { rowsOf } from './chartFixtures.js';

const chart = toImportancePerformanceChart(importance);

describe('toImportancePerformanceChart', () => {
  it('has a mark for each attribute with a place, hollow where its quarter is open', () => {
    expect(rowsOf(chart, 'point').map(({ importance: high, performance, look }) => [high, performance, look])).toEqual([
      [4.1, 3.6, 'Undetermined'],
      [2.8, 4.3, 'Quarter settled'],
      [4.6, 2.8, 'Quarter settled'],
      [3.1, 2.9, 'Quarter settled'],
      [4.4, 4.2, 'Quarter settled'],
    ]);
  });

  it('has the lines and the names of the quarters', () => {
    expect(rowsOf(chart, 'rule')).toEqual([{ performance: 3.5 }, { importance: 3.8 }]);
    const texts = rowsOf(chart, 'text').map(({ text }) => text);
    for (const text of ['Concentrate here', 'Keep up', 'Low priority', 'Possible overkill', 'Portal'])
      expect(texts).toContain(text);
    const open = { ...importance, crosshair: { importance: null, performance: null } };
    expect(rowsOf(toImportancePerformanceChart(open), 'rule')).toEqual([]);
  });

  it('says the finding in words', () => {
    expect(chart.title).toEqual({
      text: 'Importance and performance',
      subtitle: ['Concentrate here: Delivery on time'],
    });
    expect(chart.description).toBe(
      'Importance and performance. Concentrate here: Delivery on time. Keep up: Product range. Low priority: Portal. ' +
        'Possible overkill: Catalogue. Undetermined: Advice. Without a place: Training.',
    );
    const french = toImportancePerformanceChart(importance, { locale: 'fr', importance: 'Importance (1 à 5)' });
    expect(french.title.subtitle).toEqual(['Efforts à concentrer ici\u202f: Delivery on time']);
    expect(rowsOf(french, 'point')[0]?.['words']).toBe(
      'Advice\u202f: importance (1 à 5) 4,1, performance 3,6, indéterminé',
    );
  });

  it('counts the labels that found no room', () => {
    const items = Array.from({ length: 9 }, (_, at) => ({
      id: `long name ${String(at)}`,
      importance: 1,
      performance: 1,
      zone: null,
    }));
    expect(toImportancePerformanceChart({ ...importance, items }).title.subtitle[1]).toMatch(
      /^\d points without a label$/,
    );
  });

  const [item] = importance.items;
  it.each([
    [null, /result must be what evaluateImportancePerformance gave/],
    [{ items: [] }, /result must be what/],
    [
      { ...importance, crosshair: { importance: NaN, performance: 1 } },
      /crosshair\.importance must be a finite number or null/,
    ],
    [{ ...importance, items: [null] }, /items\[0\] must be an attribute/],
    [{ ...importance, items: [{ ...item, id: 7 }] }, /items\[0\]\.id must be a text/],
    [{ ...importance, items: [{ ...item, performance: 'x' }] }, /items\[0\]\.performance must be/],
    [{ ...importance, items: [{ ...item, zone: 'x' }] }, /items\[0\]\.zone must be a quarter or null, received "x"/],
  ])('refuses %#', (value, message) => {
    expect(() => toImportancePerformanceChart(value as never)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT', message: expect.stringMatching(message) as unknown }),
    );
  });

  it('refuses titles that are no text, and other heights', () => {
    expect(() => toImportancePerformanceChart(importance, { importance: 7 as never })).toThrow(
      /"importance" must be a text/,
    );
    expect(() => toImportancePerformanceChart(importance, { height: 199 })).toThrow(/"height"/);
  });
});
