import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { computeDsi, dsiMeasure, type DsiDimension, type DsiOptions } from '../../../src/metrics/perception/dsi.js';
import { expectSound, thrownBy } from '../../tools/soundness.js';

interface Dealer {
  speed?: number | null;
  stock?: number | null;
  margin?: number | null;
}
const delivery: DsiDimension<Dealer> = {
  id: 'delivery',
  weight: 60,
  items: [
    { id: 'speed', score: 'speed', maximum: 5, weight: 3 },
    { id: 'stock', score: 'stock', maximum: 5 },
  ],
};
const business: DsiDimension<Dealer> = { id: 'business', weight: 40, items: [{ id: 'margin', score: 'margin' }] };
const options: DsiOptions<Dealer> = { dimensions: [delivery, business] };
const dealers: Dealer[] = [
  { speed: 5, stock: 4, margin: 7 },
  { speed: 3, stock: 2, margin: 4 },
];

describe('computeDsi', () => {
  it('weighs items within dimensions, and dimensions in the index', () => {
    const got = expectSound(computeDsi(dealers, options));
    // Delivery (3 × 100 + 75) / 4 and (3 × 50 + 25) / 4; business 66.67 and 33.33; then 60 : 40.
    const first = 0.6 * 93.75 + 0.4 * (200 / 3);
    const second = 0.6 * 43.75 + 0.4 * (100 / 3);
    expect(got.value).toBeCloseTo((first + second) / 2, 12);
    expect(got.dimensions.map(({ id }) => id)).toEqual(['delivery', 'business']);
    expect(got.dimensions[0]?.weight).toBeCloseTo(0.6, 12);
    expect(got.dimensions[1]?.weight).toBeCloseTo(0.4, 12);
    expect(got.dimensions[0]?.value).toBeCloseTo(68.75, 12);
    expect(got.dimensions[1]?.value).toBeCloseTo(50, 12);
    expect(got.items.map(({ id }) => id)).toEqual(['delivery.speed', 'delivery.stock', 'business.margin']);
    expect(got.items.map(({ value }) => value)).toEqual([75, 50, expect.closeTo(50, 12) as number]);
  });

  it('declares dimensions and items in its definition', () => {
    const { definition } = computeDsi(dealers, options);
    expect(definition).toMatchObject({ id: 'dealer-satisfaction-index', family: 'composite', unit: 'index' });
    expect(definition.parameters['dimensions']).toEqual([
      { id: 'delivery', weight: 60 },
      { id: 'business', weight: 40 },
    ]);
    expect(definition.parameters['items']).toEqual([
      { id: 'delivery.speed', weight: expect.closeTo(0.45, 12) as number, minimum: 1, maximum: 5 },
      { id: 'delivery.stock', weight: expect.closeTo(0.15, 12) as number, minimum: 1, maximum: 5 },
      { id: 'business.margin', weight: expect.closeTo(0.4, 12) as number, minimum: 1, maximum: 10 },
    ]);
    expect(definition.parameters['minimumItems']).toBe(3);
  });

  it('does with fewer items where allowed', () => {
    const got = expectSound(
      computeDsi<Dealer>(
        [
          { speed: 5, margin: 10 },
          { speed: 1, margin: 1 },
        ],
        { ...options, minimumItems: 2 },
      ),
    );
    expect(got.value).toBeCloseTo(50, 12);
    // Nobody spoke of stock, so delivery has no value, and business has one.
    expect(got.dimensions.map(({ value }) => value)).toEqual([null, 50]);
    expect(got.dimensions[0]?.weight).toBeCloseTo(0.6, 12);
  });

  it('passes on weight, off-scale policy, confidence and population', () => {
    const got = computeDsi([...dealers, { speed: 9, stock: 1, margin: 1 }], {
      ...options,
      offScale: 'exclude',
      confidence: 0.9,
      population: 3,
      weight: () => 2,
    });
    expect(got).toMatchObject({
      sampleSize: 2,
      interval: { confidence: 0.9 },
      excluded: { offScale: 1, incompleteItems: 1 },
    });
  });

  it('knows nothing without dealers', () => {
    expect(expectSound(computeDsi<Dealer>([], options))).toMatchObject({
      value: null,
      dimensions: [{ value: null }, { value: null }],
    });
  });

  it('does not confuse items of one name in two dimensions', () => {
    const twice: DsiOptions<Dealer> = {
      dimensions: [
        { id: 'a', weight: 1, items: [{ id: 'x', score: 'speed', maximum: 5 }] },
        { id: 'b', weight: 1, items: [{ id: 'x', score: 'stock', maximum: 5 }] },
      ],
    };
    expect(computeDsi<Dealer>([{ speed: 5, stock: 1 }], twice).dimensions.map(({ value }) => value)).toEqual([100, 0]);
  });

  const x = { id: 'x', score: 'speed' } as const;
  it.each([
    [{}, '"dimensions"', 'a list of at least one dimension, received undefined'],
    [{ dimensions: [] }, '"dimensions"', 'a list of at least one dimension, received an object'],
    [{ dimensions: { length: 1 } }, '"dimensions"', 'a list of at least one dimension, received an object'],
    [{ dimensions: [delivery, delivery] }, 'dimension "id"', 'a name that no other dimension has, received "delivery"'],
    [
      { dimensions: [{ ...delivery, id: undefined }] },
      'dimension "id"',
      'a name that no other dimension has, received undefined',
    ],
    [
      { dimensions: [{ ...delivery, weight: 0 }] },
      'dimension "delivery"',
      'declared with a weight above 0 and at least one item, received 0',
    ],
    [
      { dimensions: [{ ...delivery, weight: -1 }] },
      'dimension "delivery"',
      'declared with a weight above 0 and at least one item, received -1',
    ],
    [
      { dimensions: [{ ...delivery, weight: Infinity }] },
      'dimension "delivery"',
      'declared with a weight above 0 and at least one item, received Infinity',
    ],
    [
      { dimensions: [{ ...delivery, weight: '60' }] },
      'dimension "delivery"',
      'declared with a weight above 0 and at least one item, received "60"',
    ],
    [
      { dimensions: [{ ...delivery, items: [] }] },
      'dimension "delivery"',
      'declared with a weight above 0 and at least one item, received 60',
    ],
    [
      { dimensions: [{ ...delivery, items: undefined }] },
      'dimension "delivery"',
      'declared with a weight above 0 and at least one item, received 60',
    ],
    [
      {
        dimensions: [
          {
            id: 'd',
            weight: 1,
            items: [
              { ...x, weight: -1 },
              { ...x, id: 'y', weight: -1 },
            ],
          },
        ],
      },
      'weight of item "d.x"',
      'a finite number above 0, received -1',
    ],
    [
      { dimensions: [{ id: 'd', weight: 1, items: [{ ...x, weight: 0 }] }] },
      'weight of item "d.x"',
      'a finite number above 0, received 0',
    ],
    [
      { dimensions: [{ id: 'd', weight: 1, items: [{ ...x, weight: '2' }] }] },
      'weight of item "d.x"',
      'a finite number above 0, received "2"',
    ],
  ])('refuses %j', (wrong, what, message) => {
    expect(thrownBy(() => computeDsi(dealers, wrong as DsiOptions<Dealer>))).toMatchObject({
      code: 'CX_INVALID_DEFINITION',
      message: `dsiMeasure: ${what} must be ${message}`,
    });
  });

  it('refuses an item twice in a dimension', () => {
    expect(() => computeDsi(dealers, { dimensions: [{ id: 'd', weight: 1, items: [x, x] }] })).toThrow(
      'item "id" must be a name that no other item has, received "d.x"',
    );
  });
});

describe('dsiMeasure', () => {
  it('gives what computeDsi gives, merged and overridden', () => {
    const measure = dsiMeasure(options);
    const tally = tallyRows(dealers.slice(0, 1), measure);
    measure.mergeTallies(tally, tallyRows(dealers.slice(1), measure));
    expect(measure.toResult(tally)).toEqual(computeDsi(dealers, options));
    expect(computeMeasure(dealers, measure, { confidence: 0.8 })).toEqual(
      computeDsi(dealers, { ...options, confidence: 0.8 }),
    );
  });
});
