import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineScale, type ScaleDeclaration } from '../../../src/measures/defineScale.js';
import { computeCsatNet } from '../../../src/metrics/perception/csatNet.js';
import { clopperPearson } from '../../../src/metrics/perception/shareIntervals.js';
import { npsT } from '../../../src/metrics/perception/npsIntervals.js';
import { expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

type Declaration = ScaleDeclaration<number | null | undefined, string>;
const base = { id: 'trust', minimum: 1, maximum: 5 };
const mean: Declaration = { ...base, statistic: 'mean' };
const share: Declaration = { ...base, statistic: 'share', from: 4 };
const net: Declaration = { ...base, statistic: 'net', from: 4, negativeTo: 2 };
const answers = [5, 4, 3, 1, 1, null];

describe('defineScale', () => {
  it.each([
    [mean, 'score', { minimum: 1, maximum: 5 }, { minimum: 1, maximum: 5 }],
    [share, 'share', { minimum: 0, maximum: 1 }, { minimum: 1, maximum: 5, from: 4 }],
    [net, 'points', { minimum: -100, maximum: 100 }, { minimum: 1, maximum: 5, from: 4, negativeTo: 2 }],
  ])('declares %j', (declaration, unit, range, parameters) => {
    expect(defineScale(declaration).definition).toStrictEqual({
      id: 'trust',
      family: 'scale',
      statistic: declaration.statistic,
      unit,
      direction: 'higher-is-better',
      range,
      parameters,
    });
  });

  it('adds the parameters declared to those of the scale', () => {
    const names = { en: 'Trust', fr: 'Confiance' };
    const declared = defineScale({ ...mean, direction: 'lower-is-better', names, parameters: { window: 30 } });
    expect(declared.definition).toMatchObject({
      direction: 'lower-is-better',
      names,
      parameters: { minimum: 1, maximum: 5, window: 30 },
    });
  });

  it.each([
    [mean, 2.8],
    [share, 0.4],
    [net, 0],
    [{ ...share, from: 2 }, 0.6],
    [{ ...share, from: 5 }, 0.2],
    [{ ...net, from: 5, negativeTo: 1 }, -20],
    [{ ...net, from: 5, negativeTo: 4 }, -60],
    [{ ...net, from: 2, negativeTo: 1 }, 20],
  ])('computes %j as %d', (declaration, value) => {
    const got = expectSound(computeMeasure(answers, defineScale(declaration)));
    expect(got.value).toBe(value);
    expect(got).toMatchObject({ sampleSize: 5, excluded: { missing: 1 } });
  });

  it('has the interval of its statistic', () => {
    const methods = [mean, share, net].map(
      (declaration) => computeMeasure(answers, defineScale(declaration)).interval?.method,
    );
    expect(methods).toEqual(['t', 'wilson', 'adjusted-wald']);
  });

  it('takes interval, confidence and population as defaults', () => {
    const exact = defineScale({ ...share, interval: clopperPearson(), confidence: 0.9 });
    expect(computeMeasure(answers, exact).interval).toMatchObject({ method: 'clopper-pearson', confidence: 0.9 });
    expect(computeMeasure(answers, defineScale({ ...net, interval: npsT() })).degreesOfFreedom).toBe(4);
    expect(computeMeasure(answers, defineScale({ ...mean, population: 5 })).interval).toMatchObject({
      lower: 2.8,
      upper: 2.8,
    });
  });

  it('agrees with the net score of the library', () => {
    const { interval, standardError } = computeCsatNet(answers);
    expect(computeMeasure(answers, defineScale(net))).toMatchObject({ interval, standardError });
  });

  it('reads rows by name and by function, with weights', () => {
    const rows = [
      { q: 5, w: 3 },
      { q: 1, w: 1 },
    ];
    type Row = (typeof rows)[number];
    const weighted = defineScale<Row>({ ...base, statistic: 'mean', score: 'q', weight: 'w' });
    expect(computeMeasure(readOnce(rows), weighted).value).toBe(4);
    const plain = defineScale<Row>({ ...base, statistic: 'mean', score: (row) => row.q });
    expect(computeMeasure(rows, plain).value).toBe(3);
  });

  it('takes counts by score', () => {
    expect(computeMeasure({ counts: [0, 2, 0, 1, 1, 1], missing: 1 }, defineScale(mean))).toEqual(
      computeMeasure(answers, defineScale(mean)),
    );
  });

  it('serves scales below 0 and of a thousand steps', () => {
    const below = defineScale({ id: 'lean', minimum: -2, maximum: 2, statistic: 'mean' });
    expect(computeMeasure([-2, -2, 1], below).value).toBe(-1);
    const long = defineScale({ id: 'long', minimum: 0, maximum: 1000, statistic: 'mean' });
    expect(computeMeasure([0, 1000], long).value).toBe(500);
  });

  it('merges', () => {
    const measure = defineScale(net);
    const tally = tallyRows([5, 4], measure);
    measure.mergeTallies(tally, tallyRows([3, 1, 1, null], measure));
    expect(measure.toResult(tally)).toEqual(computeMeasure(answers, measure));
  });

  it('excludes answers off the scale where asked', () => {
    const got = computeMeasure([5, 9], defineScale({ ...mean, offScale: 'exclude' }));
    expect(got).toMatchObject({ value: 5, excluded: { offScale: 1 } });
  });

  it('names itself in errors', () => {
    expect(thrownBy(() => computeMeasure([9], defineScale(mean))).message).toBe(
      'trust: score at row 0 must be a whole number from 1 to 5, received 9',
    );
    for (const declaration of [mean, share, net]) {
      expect(() => computeMeasure([3], defineScale(declaration), { confidence: 2 })).toThrow(
        'trust: option "confidence"',
      );
    }
  });

  it.each([
    [{ ...mean, minimum: 0.5 }, 'minimum', 'a whole number from -1000000 to 1000000, received 0.5'],
    [{ ...mean, minimum: -1000001 }, 'minimum', 'a whole number from -1000000 to 1000000, received -1000001'],
    [{ ...mean, minimum: 1000001 }, 'minimum', 'a whole number from -1000000 to 1000000, received 1000001'],
    [{ ...mean, minimum: NaN }, 'minimum', 'a whole number from -1000000 to 1000000, received NaN'],
    [{ ...mean, maximum: 1 }, 'maximum', 'a whole number from 2 to 1001, received 1'],
    [{ ...mean, maximum: 1002 }, 'maximum', 'a whole number from 2 to 1001, received 1002'],
    [{ ...share, from: 1 }, 'from', 'a whole number from 2 to 5, received 1'],
    [{ ...share, from: 6 }, 'from', 'a whole number from 2 to 5, received 6'],
    [{ ...net, from: 1 }, 'from', 'a whole number from 2 to 5, received 1'],
    [{ ...net, negativeTo: 0 }, 'negativeTo', 'a whole number from 1 to 3, received 0'],
    [{ ...net, negativeTo: 4 }, 'negativeTo', 'a whole number from 1 to 3, received 4'],
  ])('refuses %j', (declaration, name, message) => {
    expect(thrownBy(() => defineScale(declaration))).toEqual({
      kind: 'RangeError',
      code: 'CX_INVALID_DEFINITION',
      message: `defineScale: "${name}" must be ${message}`,
    });
  });

  it.each([
    [{ ...mean, maximum: '5' }, 'maximum', 'a whole number from 2 to 1001, received "5"'],
    [{ ...base, statistic: 'share' }, 'from', 'a whole number from 2 to 5, received undefined'],
    [{ ...base, statistic: 'net', from: 4 }, 'negativeTo', 'a whole number from 1 to 3, received undefined'],
    [{ ...base, statistic: 'median' }, 'statistic', '"mean", "share" or "net", received "median"'],
    [base, 'statistic', '"mean", "share" or "net", received undefined'],
    [{ ...mean, id: 'Trust' }, 'id', 'a name in kebab case, received "Trust"'],
  ])('refuses %j', (declaration, name, message) => {
    expect(thrownBy(() => defineScale(declaration as Declaration))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_DEFINITION',
      message: `defineScale: "${name}" must be ${message}`,
    });
  });

  it('takes the widest bounds there are', () => {
    expect(defineScale({ ...mean, minimum: -1000000, maximum: -999000 }).definition.range).toEqual({
      minimum: -1000000,
      maximum: -999000,
    });
    expect(defineScale({ ...mean, minimum: 1000000, maximum: 1000001 }).definition.range?.minimum).toBe(1000000);
  });
});
