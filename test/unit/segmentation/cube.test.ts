import { describe, expect, it } from 'vitest';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { tallyRows } from '../../../src/measures/computeMeasure.js';
import { cubeCells, rollUp } from '../../../src/segmentation/cube.js';
import type { SegmentTally } from '../../../src/segmentation/segmentTally.js';
import type { ScaleTally } from '../../../src/measures/scaleTally.js';

const measure = npsMeasure();
type Key = { readonly sector: string | number | boolean | null; readonly zone: string };

/** Segments out of order on purpose. */
function cut(): SegmentTally<Key, ScaleTally> {
  return {
    dimensions: ['zone', 'sector'],
    keys: [
      { sector: null, zone: 'south' },
      { sector: 'retail', zone: 'north' },
      { sector: 2, zone: 'north' },
      { sector: true, zone: 'north' },
      { sector: 10, zone: 'north' },
      { sector: 'Retail', zone: 'south' },
    ],
    tallies: [[10], [9, 9], [0], [3, null], [7], [10, 10, 10]].map((scores) => tallyRows(scores, measure)),
  };
}
const answers = (tally: ScaleTally): number => tally.counts.reduce((sum, count) => sum + count, 0);

describe('rollUp', () => {
  it('adds segments up to one dimension, in order', () => {
    const rolled = rollUp(measure, cut(), ['zone']);
    expect(rolled.dimensions).toEqual(['zone']);
    expect(rolled.keys).toEqual([{ zone: 'north' }, { zone: 'south' }]);
    expect(rolled.tallies.map(answers)).toEqual([6, 4]);
  });
  it('orders truth values, numbers, texts in code units and the missing value last', () => {
    expect(rollUp(measure, cut(), ['sector']).keys.map(({ sector }) => sector)).toEqual([
      true,
      2,
      10,
      'Retail',
      'retail',
      null,
    ]);
  });
  it('names dimensions in code-unit order, whatever order they were asked in', () => {
    expect(rollUp(measure, cut(), ['zone', 'sector'])).toEqual(rollUp(measure, cut(), ['sector', 'zone']));
    expect(rollUp(measure, cut(), ['zone', 'sector']).dimensions).toEqual(['sector', 'zone']);
  });
  it('shares no tally with what was given', () => {
    const given = cut();
    const before = structuredClone(given);
    const rolled = rollUp(measure, given, ['sector', 'zone']);
    for (const tally of rolled.tallies) measure.mergeTallies(tally, tallyRows([1], measure));
    expect(given).toEqual(before);
  });
  it('gives the whole for no dimension, even of nothing', () => {
    expect(rollUp(measure, cut(), []).keys).toEqual([{}]);
    expect(rollUp(measure, cut(), []).tallies.map(answers)).toEqual([10]);
    const nothing: SegmentTally<Key, ScaleTally> = { dimensions: ['sector', 'zone'], keys: [], tallies: [] };
    expect(rollUp(measure, nothing, []).tallies.map(answers)).toEqual([0]);
    expect(rollUp(measure, nothing, ['zone']).keys).toEqual([]);
  });
  it('refuses a dimension that is not cut', () => {
    // @ts-expect-error the compiler refuses it, too
    expect(() => rollUp(measure, cut(), ['country'])).toThrow(/dimension must be one of zone, sector/);
  });
});

describe('cubeCells', () => {
  it('lists the whole first, and each part after what it is part of', () => {
    expect(cubeCells(measure, cut()).map(({ key }) => key)).toEqual([
      {},
      { zone: 'north' },
      { zone: 'south' },
      { sector: true },
      { sector: true, zone: 'north' },
      { sector: 2 },
      { sector: 2, zone: 'north' },
      { sector: 10 },
      { sector: 10, zone: 'north' },
      { sector: 'Retail' },
      { sector: 'Retail', zone: 'south' },
      { sector: 'retail' },
      { sector: 'retail', zone: 'north' },
      { sector: null },
      { sector: null, zone: 'south' },
    ]);
  });
  it('has the tallies of the direct cuts', () => {
    const cells = cubeCells(measure, cut());
    const rolled = rollUp(measure, cut(), ['zone']);
    expect(cells[0]?.tally).toEqual(rollUp(measure, cut(), []).tallies[0]);
    expect([cells[1]?.tally, cells[2]?.tally]).toEqual(rolled.tallies);
  });
  it('has only the whole where nothing was tallied', () => {
    const cells = cubeCells(measure, { dimensions: ['zone'], keys: [], tallies: [] });
    expect(cells.map(({ key }) => key)).toEqual([{}]);
  });
});
