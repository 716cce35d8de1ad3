import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import {
  computeSatisfactionIndex,
  satisfactionIndexMeasure,
  toCompositeItem,
  type SatisfactionIndexOptions,
} from '../../../src/metrics/perception/satisfactionIndex.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Answer {
  overall?: number | null;
  expectations?: number | null;
  w?: number;
}
const options: SatisfactionIndexOptions<Answer> = {
  items: [
    { id: 'overall', score: 'overall', weight: 2 },
    { id: 'expectations', score: 'expectations' },
  ],
};
const rows: Answer[] = [
  { overall: 10, expectations: 7 },
  { overall: 4, expectations: 7 },
];

describe('toCompositeItem', () => {
  it('fills in weight 1 and a scale of 1 to 10', () => {
    expect(toCompositeItem<Answer>({ id: 'a', score: 'overall' })).toEqual({
      id: 'a',
      score: 'overall',
      weight: 1,
      minimum: 1,
      maximum: 10,
    });
  });

  it('takes what is declared, and nothing else', () => {
    const item = { id: 'a', score: 'overall', weight: 3, minimum: 0, maximum: 5 } as const;
    expect(toCompositeItem<Answer>({ ...item, more: 1 } as typeof item)).toEqual(item);
  });
});

describe('computeSatisfactionIndex', () => {
  it('averages the weighted items of each respondent', () => {
    const got = expectSound(computeSatisfactionIndex(rows, options));
    // (2 × 100 + 66.67) / 3 and (2 × 33.33 + 66.67) / 3.
    expect(got.value).toBeCloseTo((800 / 9 + 400 / 9) / 2, 12);
    expect(got).toMatchObject({
      definition: {
        id: 'satisfaction-index',
        family: 'composite',
        unit: 'index',
        range: { minimum: 0, maximum: 100 },
        parameters: {
          items: [
            { id: 'overall', weight: 2 / 3, minimum: 1, maximum: 10 },
            { id: 'expectations', weight: 1 / 3, minimum: 1, maximum: 10 },
          ],
          minimumItems: 2,
        },
      },
      sampleSize: 2,
      items: [
        { id: 'overall', answers: 2 },
        { id: 'expectations', answers: 2 },
      ],
    });
  });

  it('passes on weight, missing-item rule, off-scale policy, confidence and population', () => {
    const all = {
      ...options,
      weight: 'w',
      minimumItems: 1,
      offScale: 'exclude',
      confidence: 0.9,
      population: 2,
    } as const;
    const got = computeSatisfactionIndex<Answer>(
      [
        { overall: 10, w: 3 },
        { expectations: 1, overall: 11, w: 1 },
      ],
      all,
    );
    expect(got).toMatchObject({
      value: 75,
      interval: { lower: 75, upper: 75, confidence: 0.9 },
      excluded: { offScale: 1 },
    });
    expect(got.definition.parameters['minimumItems']).toBe(1);
  });

  it('reads streams and frozen rows', () => {
    expect(computeSatisfactionIndex(readOnce(deepFreeze(rows.map((row) => ({ ...row })))), options)).toEqual(
      computeSatisfactionIndex(rows, options),
    );
  });

  it('knows nothing without respondents', () => {
    expect(expectSound(computeSatisfactionIndex<Answer>([], options))).toMatchObject({
      value: null,
      warnings: [{ code: 'no-data' }],
    });
  });

  it('names item and row of an answer off the scale', () => {
    expect(thrownBy(() => computeSatisfactionIndex<Answer>([{ overall: 11, expectations: 5 }], options))).toEqual({
      kind: 'RangeError',
      code: 'CX_OFF_SCALE',
      message: 'satisfaction-index: item "overall" at row 0 must be a number from 1 to 10, received 11',
    });
  });

  it.each([
    [{}, '"items" must be a list of at least one item'],
    [{ items: [] }, '"items" must be a list of at least one item'],
    [{ items: 'overall' }, '"items" must be a list of at least one item'],
    [{ items: [{ id: 'a', score: 'overall', weight: -1 }] }, 'weight of item "a" must be a finite number above 0'],
  ])('refuses %j', (wrong, message) => {
    expect(thrownBy(() => computeSatisfactionIndex(rows, wrong as typeof options))).toMatchObject({
      code: 'CX_INVALID_DEFINITION',
    });
    expect(() => computeSatisfactionIndex(rows, wrong as typeof options)).toThrow(message);
  });
});

describe('satisfactionIndexMeasure', () => {
  it('gives what computeSatisfactionIndex gives', () => {
    expect(computeMeasure(rows, satisfactionIndexMeasure(options))).toEqual(computeSatisfactionIndex(rows, options));
  });
});
