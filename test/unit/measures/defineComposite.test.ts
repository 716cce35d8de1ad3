import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineComposite, type CompositeDeclaration } from '../../../src/measures/defineComposite.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Answer {
  ease?: number | null;
  speed?: number | null;
  w?: number | null;
}
const ease = { id: 'ease', score: 'ease', weight: 2, minimum: 1, maximum: 5 } as const;
const speed = { id: 'speed', score: 'speed', weight: 1, minimum: 1, maximum: 5 } as const;
const declaration: CompositeDeclaration<Answer, 'portal-index'> = { id: 'portal-index', items: [ease, speed] };
const index = defineComposite(declaration);
const lenient = defineComposite({ ...declaration, minimumItems: 1 });
const rows: Answer[] = [
  { ease: 5, speed: 2 },
  { ease: 3, speed: 4 },
  { ease: 4, speed: 1 },
  { ease: 2, speed: 5 },
];

describe('defineComposite', () => {
  it('declares items, shares of weight and the rule on missing items', () => {
    expect(index.definition).toStrictEqual({
      id: 'portal-index',
      family: 'composite',
      statistic: 'mean',
      unit: 'index',
      direction: 'higher-is-better',
      range: { minimum: 0, maximum: 100 },
      parameters: {
        items: [
          { id: 'ease', weight: 2 / 3, minimum: 1, maximum: 5 },
          { id: 'speed', weight: 1 / 3, minimum: 1, maximum: 5 },
        ],
        minimumItems: 2,
      },
    });
    expect(lenient.definition.parameters['minimumItems']).toBe(1);
  });

  it('takes parameters, names and direction', () => {
    const names = { en: 'Portal', fr: 'Portail' };
    const own = defineComposite({ ...declaration, names, direction: 'contextual', parameters: { wave: 1 } });
    expect(own.definition).toMatchObject({ names, direction: 'contextual', parameters: { wave: 1, minimumItems: 2 } });
  });

  it('weighs the items of each respondent, then takes the mean', () => {
    const got = expectSound(computeMeasure(rows, index));
    // Python: 75, 58.33…, 50, 50 with t on three degrees of freedom.
    expect(got.value).toBeCloseTo(58.333333333333336, 12);
    expect(got.standardError).toBeCloseTo(5.892556509887896, 11);
    expect(got.interval?.lower).toBeCloseTo(39.58058863976514, 10);
    expect(got.interval?.upper).toBeCloseTo(77.08607802690153, 10);
    expect(got).toMatchObject({ sampleSize: 4, degreesOfFreedom: 3, interval: { method: 't', confidence: 0.95 } });
    expect(got.excluded).toEqual({ missing: 0, offScale: 0, missingWeight: 0, zeroWeight: 0, incompleteItems: 0 });
    // (4 + 2 + 3 + 1) / 16 and (1 + 3 + 0 + 4) / 16.
    expect(got.items).toEqual([
      { id: 'ease', weight: 2 / 3, value: 62.5, answers: 4 },
      { id: 'speed', weight: 1 / 3, value: 50, answers: 4 },
    ]);
  });

  it('weighs respondents by weight, in the index and in its items', () => {
    const weighted = defineComposite<Answer>({ ...declaration, weight: 'w' });
    const got = expectSound(
      computeMeasure(
        rows.map((row, at) => ({ ...row, w: [1, 2, 3, 1][at] ?? 0 })),
        weighted,
      ),
    );
    // Python.
    expect(got.value).toBeCloseTo(55.952380952380956, 12);
    expect(got.standardError).toBeCloseTo(4.486702706895551, 11);
    expect(got.effectiveSampleSize).toBeCloseTo(3.2666666666666666, 12);
    expect(got.items[0]?.value).toBeCloseTo(64.28571428571429, 12);
    expect(got.items[1]?.value).toBeCloseTo(39.285714285714285, 12);
  });

  it('leaves out respondents without a weight, items included', () => {
    const weighted = defineComposite<Answer>({ ...declaration, weight: 'w' });
    const got = computeMeasure(
      [
        { ease: 5, speed: 5, w: 1 },
        { ease: 1, speed: 1, w: 0 },
        { ease: 1, speed: 1 },
      ],
      weighted,
    );
    expect(got).toMatchObject({ value: 100, excluded: { zeroWeight: 1, missingWeight: 1 } });
    expect(got.items.map(({ answers }) => answers)).toEqual([1, 1]);
    expect(() => computeMeasure([{ ease: 5, speed: 5, w: -1 }], weighted)).toThrow(
      'portal-index: weight at row 0 must be 0 or a number from 1e-25 to 1e25, received -1',
    );
  });

  it.each([
    [{ ease: 1, speed: 1 }, 0],
    [{ ease: 5, speed: 5 }, 100],
    [{ ease: 5, speed: 1 }, 200 / 3],
    [{ ease: 1.5, speed: 1 }, 25 / 3],
  ])('rescales %j to %d', (row, value) => {
    expect(expectSound(computeMeasure([row], index)).value).toBeCloseTo(value, 12);
  });

  it('never exceeds 100 by rounding', () => {
    // 100 times each of these weights, added up, is more than 100 times their sum.
    const items = [4.6, 1.3, 3, 4.7, 1.4].map(
      (weight, at) => ({ id: `i${at}`, score: 'ease', weight, minimum: 1, maximum: 5 }) as const,
    );
    expect(computeMeasure([{ ease: 5 }], defineComposite<Answer>({ id: 'x', items })).value).toBe(100);
  });

  describe('with items missing', () => {
    it('asks for all of them by default, and says how many respondents it left out', () => {
      const got = expectSound(
        computeMeasure([...rows, { ease: 5 }, { speed: null, ease: 1 }, {}, { ease: null }], index),
      );
      expect(got.value).toBeCloseTo(58.333333333333336, 12);
      expect(got.excluded).toEqual({ missing: 2, offScale: 0, missingWeight: 0, zeroWeight: 0, incompleteItems: 2 });
      expect(got.warnings).toContainEqual({ code: 'incomplete-items', count: 2 });
      expect(got.items.map(({ answers }) => answers)).toEqual([4, 4]);
    });

    it('does with fewer where allowed, the weights of the others renormalised', () => {
      const got = expectSound(computeMeasure([{ ease: 5, speed: 2 }, { ease: 3 }, { speed: 1 }, {}], lenient));
      // 75, 50 and 0.
      expect(got.value).toBeCloseTo(125 / 3, 12);
      expect(got).toMatchObject({ sampleSize: 3, excluded: { missing: 1, incompleteItems: 0 } });
      expect(got.items).toMatchObject([
        { value: 75, answers: 2 },
        { value: 12.5, answers: 2 },
      ]);
      expect(got.warnings.map(({ code }) => code)).not.toContain('incomplete-items');
    });

    it('has no value for an item nobody answered', () => {
      expect(expectSound(computeMeasure([{ ease: 3 }], lenient)).items).toMatchObject([
        { value: 50, answers: 1 },
        { value: null, answers: 0 },
      ]);
    });
  });

  it('knows nothing without respondents', () => {
    expect(expectSound(computeMeasure([], index))).toMatchObject({
      value: null,
      interval: null,
      items: [{ value: null }, { value: null }],
      warnings: [{ code: 'no-data' }],
    });
  });

  it.each([
    [0.9, 'RangeError', '0.9'],
    [5.1, 'RangeError', '5.1'],
    [NaN, 'RangeError', 'NaN'],
    ['3', 'TypeError', '"3"'],
    [{}, 'TypeError', 'an object'],
  ])('refuses %s, naming item and row', (value, kind, shown) => {
    expect(thrownBy(() => computeMeasure([...rows, { ease: 3, speed: value as number }], index))).toEqual({
      kind,
      code: 'CX_OFF_SCALE',
      message: `portal-index: item "speed" at row 4 must be a number from 1 to 5, received ${shown}`,
    });
  });

  it('takes an answer off the scale for missing where asked, and counts it', () => {
    const excluding = defineComposite<Answer>({ ...declaration, minimumItems: 1, offScale: 'exclude' });
    const got = expectSound(
      computeMeasure(
        [
          { ease: 5, speed: 9 },
          { ease: 0, speed: 9 },
        ],
        excluding,
      ),
    );
    expect(got).toMatchObject({ value: 100, sampleSize: 1, excluded: { offScale: 3, missing: 1 } });
    expect(got.warnings).toContainEqual({ code: 'off-scale-excluded', count: 3 });
  });

  it('has no warning of its own when all is well', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ease: 1 + (at % 5), speed: 3 }));
    expect(computeMeasure(many, index).warnings).toEqual([]);
  });

  it('takes confidence and population as defaults, which are overridden', () => {
    const known = defineComposite<Answer>({ ...declaration, confidence: 0.9, population: 4 });
    expect(computeMeasure(rows, known).interval).toMatchObject({ confidence: 0.9 });
    const { interval, value } = computeMeasure(rows, known);
    expect([interval?.lower, interval?.upper]).toEqual([value, value]);
    expect(computeMeasure(rows, known, { population: 5, confidence: 0.8 }).interval?.confidence).toBe(0.8);
    expect(() => computeMeasure(rows, known, { population: 3 })).toThrow('portal-index: option "population"');
  });

  it('merges all it counts', () => {
    const excluding = defineComposite<Answer>({ ...declaration, offScale: 'exclude' });
    const all = [...rows, { ease: 9, speed: 1 }, { ease: 4 }, {}];
    const tally = tallyRows(readOnce(all.slice(0, 2)), excluding);
    excluding.mergeTallies(tally, tallyRows(deepFreeze(all.slice(2)), excluding));
    expect(excluding.toResult(tally)).toEqual(computeMeasure(all, excluding));
  });

  it('hands the row and its index to functions', () => {
    const own = defineComposite<Answer>({
      id: 'x',
      items: [{ ...ease, score: (row, at) => (row.ease ?? 0) + at }],
      weight: (_row, at) => at + 1,
    });
    // 1 with weight 1, and 3 with weight 2: 0 and 50.
    expect(computeMeasure([{ ease: 1 }, { ease: 2 }], own).value).toBeCloseTo(100 / 3, 12);
  });

  it.each([
    ['no items', { items: [] }, '"items"', 'a list of at least one item, received an object'],
    ['items missing', { items: undefined }, '"items"', 'a list of at least one item, received undefined'],
    ['items in text', { items: 'ease' }, '"items"', 'a list of at least one item, received "ease"'],
    ['an item twice', { items: [ease, ease] }, 'item "id"', 'a name that no other item has, received "ease"'],
    [
      'an item without a name',
      { items: [{ ...ease, id: undefined }] },
      'item "id"',
      'a name that no other item has, received undefined',
    ],
    ['no weight', { items: [{ ...ease, weight: 0 }] }, 'weight of item "ease"', 'a finite number above 0, received 0'],
    [
      'a weight below 0',
      { items: [{ ...ease, weight: -1 }] },
      'weight of item "ease"',
      'a finite number above 0, received -1',
    ],
    [
      'an infinite weight',
      { items: [{ ...ease, weight: Infinity }] },
      'weight of item "ease"',
      'a finite number above 0, received Infinity',
    ],
    [
      'a weight in text',
      { items: [{ ...ease, weight: '2' }] },
      'weight of item "ease"',
      'a finite number above 0, received "2"',
    ],
    [
      'a scale of one point',
      { items: [{ ...ease, maximum: 1 }] },
      'maximum of item "ease"',
      'a finite number above its minimum 1, received 1',
    ],
    [
      'a scale upside down',
      { items: [{ ...ease, maximum: 0 }] },
      'maximum of item "ease"',
      'a finite number above its minimum 1, received 0',
    ],
    [
      'a scale without end',
      { items: [{ ...ease, maximum: Infinity }] },
      'maximum of item "ease"',
      'a finite number above its minimum 1, received Infinity',
    ],
    [
      'a scale in text',
      { items: [{ ...ease, maximum: '5' }] },
      'maximum of item "ease"',
      'a finite number above its minimum 1, received "5"',
    ],
    [
      'a scale without beginning',
      { items: [{ ...ease, minimum: NaN }] },
      'maximum of item "ease"',
      'a finite number above its minimum NaN, received 5',
    ],
    ['too few items asked for', { minimumItems: 0 }, '"minimumItems"', 'a whole number from 1 to 2, received 0'],
    ['too many items asked for', { minimumItems: 3 }, '"minimumItems"', 'a whole number from 1 to 2, received 3'],
    [
      'a fraction of items asked for',
      { minimumItems: 1.5 },
      '"minimumItems"',
      'a whole number from 1 to 2, received 1.5',
    ],
    ['an id that is none', { id: 'X' }, '"id"', 'a name in kebab case, received "X"'],
  ])('refuses %s', (_name, change, what, message) => {
    const wrong = { ...declaration, ...change } as CompositeDeclaration<Answer, string>;
    expect(thrownBy(() => defineComposite(wrong))).toMatchObject({
      code: 'CX_INVALID_DEFINITION',
      message: `defineComposite: ${what} must be ${message}`,
    });
  });

  it('refuses another policy off the scale', () => {
    expect(thrownBy(() => defineComposite<Answer>({ ...declaration, offScale: 'ignore' as 'throw' }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: 'defineComposite: option "offScale" must be "throw" or "exclude", received "ignore"',
    });
  });

  it('names the duplicate even when other things are wrong with it', () => {
    expect(() => defineComposite<Answer>({ id: 'x', items: [ease, speed, { ...speed, weight: 3 }] })).toThrow(
      'item "id"',
    );
  });
});
