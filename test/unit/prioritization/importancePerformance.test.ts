import { describe, expect, it } from 'vitest';
import {
  evaluateImportancePerformance,
  type ImportancePerformanceAttribute,
  type ImportancePerformanceOptions,
} from '../../../src/prioritization/importancePerformance.js';

type Score = ImportancePerformanceAttribute['importance'];
const at = (id: string, importance: Score, performance: Score): ImportancePerformanceAttribute => {
  return { id, importance, performance };
};
const estimate = (value: number, lower: number | null, upper: number | null): Score => {
  return { value, interval: { lower, upper, confidence: 0.95, method: 't' } };
};
const VALUES: ImportancePerformanceOptions = { crosshair: { importance: 4, performance: 3 } };
const zoneOf = (importance: Score, performance: Score): unknown =>
  evaluateImportancePerformance([at('a', importance, performance)], VALUES).items[0]?.zone;

describe('the quarters', () => {
  it.each([
    [4.5, 2, 'concentrate-here'],
    [4.5, 4, 'keep-up'],
    [3.5, 2, 'low-priority'],
    [3.5, 4, 'possible-overkill'],
    [4, 3, 'keep-up'],
    [4, 2.999, 'concentrate-here'],
    [3.999, 3, 'possible-overkill'],
    [3.999, 2.999, 'low-priority'],
    [null, 3, null],
    [4, { value: null, interval: null }, null],
  ])('of importance %j and performance %j: %s', (importance, performance, zone) => {
    expect(zoneOf(importance, performance)).toBe(zone);
  });

  it.each([
    [estimate(4.5, 4, 5), 'concentrate-here'],
    [estimate(4.5, 3.999, 5), 'undetermined'],
    [estimate(3.5, 3, 3.999), 'low-priority'],
    [estimate(3.5, 3, 4), 'undetermined'],
    [estimate(4.5, 4, null), 'concentrate-here'],
    [estimate(4.5, null, 5), 'undetermined'],
    [estimate(3.5, null, 3.9), 'low-priority'],
    [{ value: 4.5, interval: null }, 'concentrate-here'],
  ])('are undetermined where an interval reaches across the line: %j', (importance, zone) => {
    expect(zoneOf(importance, 2)).toBe(zone);
  });

  it('are undetermined by either axis', () => {
    expect(zoneOf(5, estimate(3, 2.5, 3.5))).toBe('undetermined');
    expect(zoneOf(null, estimate(3, 2.5, 3.5))).toBeNull();
  });
});

describe('the crosshair', () => {
  const list = [at('b', 5, estimate(2, 1, 3)), at('a', 3, 4), at('c', null, 3)];

  it('at the means is of what is known', () => {
    const { crosshair, items } = evaluateImportancePerformance(list, { crosshair: 'means' });
    expect(crosshair).toEqual({ importance: 4, performance: 3 });
    expect(items).toEqual([
      { id: 'a', importance: 3, performance: 4, zone: 'possible-overkill' },
      { id: 'b', importance: 5, performance: 2, zone: 'undetermined' },
      { id: 'c', importance: null, performance: 3, zone: null },
    ]);
  });

  it('at the means of nothing is unknown', () => {
    const { crosshair, items } = evaluateImportancePerformance([at('a', null, 3)], { crosshair: 'means' });
    expect(crosshair).toEqual({ importance: null, performance: 3 });
    expect(items[0]?.zone).toBeNull();
  });

  it('at the midpoint is of the declared scales', () => {
    const scales = { importance: { minimum: 1, maximum: 5 }, performance: { minimum: 0, maximum: 10 } };
    const { crosshair } = evaluateImportancePerformance(list, { crosshair: 'midpoint', scales });
    expect(crosshair).toEqual({ importance: 3, performance: 5 });
  });

  const scale = { minimum: 1, maximum: 5 };
  it.each([
    [{}, 'crosshair" must be "means", "midpoint" or { importance, performance }, received undefined'],
    [{ crosshair: 'mean' }, 'crosshair" must be "means", "midpoint" or { importance, performance }, received "mean"'],
    [{ crosshair: null }, 'crosshair" must be "means", "midpoint" or { importance, performance }, received null'],
    [{ crosshair: { importance: NaN } }, 'crosshair.importance" must be a finite number, received NaN'],
    [{ crosshair: { importance: 1 } }, 'crosshair.performance" must be a finite number, received undefined'],
    [{ crosshair: 'midpoint' }, 'scales.importance" must be a scale for the midpoint to be of, received undefined'],
    [
      { crosshair: 'midpoint', scales: { importance: scale } },
      'scales.performance" must be a scale for the midpoint to be of, received undefined',
    ],
    [
      { crosshair: 'midpoint', scales: { importance: scale, performance: { minimum: 5, maximum: 5 } } },
      'scales.performance" must be a scale for the midpoint to be of, received an object',
    ],
    [
      { crosshair: 'midpoint', scales: { importance: { minimum: 1 }, performance: scale } },
      'scales.importance" must be a scale for the midpoint to be of, received an object',
    ],
  ])('is declared: %j is refused', (options, message) => {
    expect(() => evaluateImportancePerformance([], options as never)).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_OPTION',
        message: `evaluateImportancePerformance: option "${message}`,
      }),
    );
  });
});

describe('evaluateImportancePerformance', () => {
  it.each([
    [NaN, 'NaN'],
    ['4', '4'],
    [{}, 'object'],
    [{ value: '4', interval: null }, 'object'],
    [estimate(4, 5, 3), 'object'],
    [estimate(4, NaN, 5), 'object'],
  ])('takes %j for unknown and names it', (importance, value) => {
    const { items, findings } = evaluateImportancePerformance([at('a', importance as never, 2)], VALUES);
    expect(items[0]).toEqual({ id: 'a', importance: null, performance: 2, zone: null });
    expect(findings).toEqual([{ code: 'not-an-estimate', index: 0, id: 'a', field: 'importance', value }]);
  });

  it('finds nothing wrong with what is unknown, nor with an interval of one point', () => {
    const list = [
      at('a', undefined as never, { value: null, interval: null }),
      at('b', { value: undefined as never, interval: null }, { value: 3, interval: undefined as never }),
      at('c', estimate(4, 4, 4), 3),
    ];
    const { items, findings } = evaluateImportancePerformance(list, VALUES);
    expect(findings).toEqual([]);
    expect(items.map(({ zone }) => zone)).toEqual([null, null, 'keep-up']);
  });

  it('leaves out what has no id of its own', () => {
    const list = [at('a', 'x' as never, 1), null, at('b', 1, 1), at('b', 2, 2)] as never;
    const { items, findings } = evaluateImportancePerformance(list, VALUES);
    expect(items.map(({ id }) => id)).toEqual(['a']);
    expect(findings.map(({ code, index }) => [code, index])).toEqual([
      ['not-an-estimate', 0],
      ['not-a-candidate', 1],
      ['duplicate-id', 2],
      ['duplicate-id', 3],
    ]);
  });

  it('refuses what is no list, or no options', () => {
    const call = evaluateImportancePerformance as (list: unknown, options?: unknown) => unknown;
    expect(() => call(null, VALUES)).toThrow(
      'evaluateImportancePerformance: the candidates must be an array, received null',
    );
    expect(() => call([])).toThrow('evaluateImportancePerformance: the options must be an object, received undefined');
  });
});
