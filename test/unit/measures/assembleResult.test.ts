import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import { assembleResult, type Figures } from '../../../src/measures/assembleResult.js';

const definition: MetricDefinition<'trust'> = {
  id: 'trust',
  family: 'mean',
  statistic: 'mean',
  unit: 'score',
  direction: 'higher-is-better',
  range: null,
  parameters: {},
};
const interval = { lower: 1, upper: 3, confidence: 0.95, method: 't' };
const figures: Figures = {
  sampleSize: 40,
  effectiveSampleSize: 40,
  value: 2,
  standardError: 0.5,
  degreesOfFreedom: 39,
  interval,
};
const of = (given: Partial<Figures> = {}, offScale = 0): ReturnType<typeof assembleResult> =>
  assembleResult(definition, { missing: 3, offScale }, { ...figures, ...given });

describe('assembleResult', () => {
  it('hands on what it is given, accounts unknown', () => {
    expect(of()).toStrictEqual({
      definition,
      value: 2,
      standardError: 0.5,
      degreesOfFreedom: 39,
      interval,
      sampleSize: 40,
      effectiveSampleSize: 40,
      accounts: null,
      excluded: { missing: 3, offScale: 0 },
      warnings: [],
    });
  });

  it('knows nothing without answers', () => {
    const nothing = {
      sampleSize: 0,
      effectiveSampleSize: 0,
      value: NaN,
      standardError: NaN,
      degreesOfFreedom: -1,
      interval: null,
    };
    expect(of(nothing)).toMatchObject({
      value: null,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      warnings: [{ code: 'no-data' }],
    });
  });

  it('knows a value but no error of a single answer', () => {
    const single = { sampleSize: 1, effectiveSampleSize: 1, standardError: NaN, degreesOfFreedom: 0, interval: null };
    expect(of(single)).toMatchObject({
      value: 2,
      standardError: null,
      degreesOfFreedom: null,
      warnings: [
        { code: 'small-sample', observed: 1, recommended: 30 },
        { code: 'no-interval', reason: 'single-answer' },
      ],
    });
  });

  it('knows the error of two answers', () => {
    expect(of({ sampleSize: 2, effectiveSampleSize: 2 })).toMatchObject({ standardError: 0.5, degreesOfFreedom: 39 });
  });

  it.each([
    [29, [{ code: 'small-sample', observed: 29, recommended: 30 }]],
    [30, []],
  ])('warns below thirty answers: %i', (sampleSize, warnings) => {
    expect(of({ sampleSize, effectiveSampleSize: sampleSize }).warnings).toEqual(warnings);
  });

  it('does not call a census small', () => {
    const census = { ...interval, lower: 2, upper: 2 };
    expect(of({ sampleSize: 3, effectiveSampleSize: 3, interval: census }).warnings).toEqual([]);
  });

  it('says that there is no interval without spread', () => {
    expect(of({ interval: null }).warnings).toEqual([{ code: 'no-interval', reason: 'no-variation' }]);
  });

  it.each([
    [20, []],
    [19.999, [{ code: 'unequal-weights', sampleSize: 40, effectiveSampleSize: 19.999 }]],
  ])('warns when forty answers are worth less than half: %d', (effectiveSampleSize, warnings) => {
    expect(of({ effectiveSampleSize }).warnings).toEqual(warnings);
  });

  it('says how many answers were off the scale', () => {
    expect(of({}, 2).warnings).toEqual([{ code: 'off-scale-excluded', count: 2 }]);
  });
});
