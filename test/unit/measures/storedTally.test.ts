import { describe, expect, it } from 'vitest';
import { tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineComposite } from '../../../src/measures/defineComposite.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { defineScale } from '../../../src/measures/defineScale.js';
import type { Measure } from '../../../src/measures/measure.js';
import { readTally, storeTally } from '../../../src/measures/storedTally.js';
import { computeNps, npsMeasure } from '../../../src/metrics/perception/nps.js';
import { reviewRatingMeasure } from '../../../src/metrics/perception/reviewRating.js';
import { deepFreeze, expectSound, thrownBy } from '../../tools/soundness.js';

interface Row {
  q: number | null;
  w: number;
}
const rows: Row[] = [
  { q: 5, w: 0.1 },
  { q: 3, w: 0.2 },
  { q: null, w: 1 },
  { q: 1, w: 7 },
];
const plain = npsMeasure();
const weighted = npsMeasure<Row>({ score: 'q', weight: 'w' });
const mean = defineMean<Row>({ id: 'm', value: 'q', weight: 'w' });
const composite = defineComposite<Row>({
  id: 'c',
  items: [{ id: 'q', score: 'q', weight: 1, minimum: 0, maximum: 10 }],
});
const reviews = reviewRatingMeasure<Row>({ score: 'q', replied: (row) => row.w > 1 });

type Json = Record<string, unknown>;
const throughJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

function roundTrip<Tally>(measure: Measure<Row, Tally, unknown>): void {
  const tally = tallyRows(rows, measure);
  const stored = storeTally(measure, tally);
  expect(stored).toEqual({ format: 1, definition: measure.definition, tally });
  expectSound(stored);
  expect(readTally(measure, throughJson(stored))).toEqual(tally);
  expect(measure.toResult(readTally(measure, throughJson(stored)))).toEqual(measure.toResult(tally));
}

describe('a stored tally', () => {
  it('comes back from JSON as it was: counts, weights, values, items, reviews', () => {
    roundTrip(weighted);
    roundTrip(mean);
    roundTrip(composite);
    roundTrip(reviews);
  });

  it('is copied, and not changed', () => {
    const stored = deepFreeze(throughJson(storeTally(weighted, tallyRows(rows, weighted))));
    const first = readTally(weighted, stored);
    first.counts[0] = 99;
    expect(readTally(weighted, stored).counts[0]).toBe(0);
  });

  it('merges with others', () => {
    const stored = throughJson(storeTally(plain, tallyRows([10, 9], plain)));
    const tally = readTally(plain, stored);
    plain.mergeTallies(tally, tallyRows([8, 6], plain));
    expect(plain.toResult(tally)).toEqual(computeNps([10, 9, 8, 6]));
  });

  it('belongs to its definition, whoever made the measure', () => {
    const one = defineScale({ id: 's', minimum: 0, maximum: 2, statistic: 'mean', names: { en: 'S', fr: 'S' } });
    const two = defineScale({ id: 's', minimum: 0, maximum: 2, statistic: 'mean' });
    expect(readTally(two, throughJson(storeTally(one, tallyRows([1], one)))).counts[1]).toBe(1);
  });
});

describe('a stored tally of another definition', () => {
  it('is refused by its id', () => {
    expect(thrownBy(() => readTally(plain, storeTally(mean, mean.createTally())))).toEqual({
      kind: 'TypeError',
      code: 'CX_DEFINITION_MISMATCH',
      message: 'readTally: definition must be that of "nps", with equal parameters, received "m"',
    });
  });

  it('is refused by its parameters', () => {
    const one = defineScale({ id: 's', minimum: 0, maximum: 2, statistic: 'mean' });
    const two = defineScale({ id: 's', minimum: 0, maximum: 3, statistic: 'mean' });
    expect(thrownBy(() => readTally(two, storeTally(one, one.createTally()))).code).toBe('CX_DEFINITION_MISMATCH');
  });

  it.each([[{}], [{ id: 7 }], [{ id: 'nps' }], [{ ...plain.definition, unit: 'share' }]])(
    'is refused: %j',
    (definition) => {
      const { tally } = storeTally(plain, plain.createTally());
      expect(thrownBy(() => readTally(plain, { format: 1, definition, tally })).code).toBe('CX_DEFINITION_MISMATCH');
    },
  );
});

describe('something else than a stored tally', () => {
  const { definition } = plain;
  const tally = plain.createTally();
  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [7, '7'],
    ['{}', '"{}"'],
    [[], 'an object'],
    [{}, 'an object'],
    [{ definition, tally }, 'an object'],
    [{ format: 2, definition, tally }, 'an object'],
    [{ format: '1', definition, tally }, 'an object'],
    [{ format: 1, tally }, 'an object'],
    [{ format: 1, definition: null, tally }, 'an object'],
    [{ format: 1, definition: 'nps', tally }, 'an object'],
  ])('is refused: %j', (stored, shown) => {
    expect(thrownBy(() => readTally(plain, stored))).toMatchObject({
      code: 'CX_INVALID_TALLY',
      message: `readTally: stored tally must be { format: 1, definition, tally }, received ${shown}`,
    });
  });
});

const show = (value: unknown): string => (value === null || value === undefined ? String(value) : 'an object');

/** A stored tally of which one part was replaced. */
function tampered<Tally>(
  measure: Measure<Row, Tally, unknown>,
  path: readonly (string | number)[],
  value: unknown,
): unknown {
  const stored = throughJson(storeTally(measure, tallyRows(rows, measure)));
  let place = stored;
  for (const key of path.slice(0, -1)) place = place[key] as Json;
  const last = path[path.length - 1] ?? '';
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return stored;
}

describe('a tally of another shape', () => {
  const zeros = (length: number): number[] => Array<number>(length).fill(0);
  it.each<[string, Measure<Row, never, unknown>, (string | number)[], unknown, string]>([
    ['no tally', weighted, ['tally'], undefined, 'tally'],
    ['null', weighted, ['tally'], null, 'tally'],
    ['a list', weighted, ['tally'], [], 'tally'],
    ['text', weighted, ['tally'], 'x', 'tally'],
    ['a part too many', weighted, ['tally', 'more'], 1, 'tally'],
    ['a part too few', weighted, ['tally', 'counts'], undefined, 'tally'],
    ['counts that are no list', weighted, ['tally', 'counts'], { length: 15 }, 'tally.counts'],
    ['counts too short', weighted, ['tally', 'counts'], zeros(14), 'tally.counts'],
    ['counts too long', weighted, ['tally', 'counts'], zeros(16), 'tally.counts'],
    ['a count below 0', weighted, ['tally', 'counts', 3], -1, 'tally.counts[3]'],
    ['a fraction of a count', weighted, ['tally', 'counts', 3], 0.5, 'tally.counts[3]'],
    ['a count in text', weighted, ['tally', 'counts', 3], '1', 'tally.counts[3]'],
    ['a count of null', weighted, ['tally', 'counts', 12], null, 'tally.counts[12]'],
    ['a count beyond 2⁵³', weighted, ['tally', 'counts', 14], 2 ** 53, 'tally.counts[14]'],
    ['no weights', weighted, ['tally', 'weights'], null, 'tally.weights'],
    ['sums too short', weighted, ['tally', 'weights', 'sums'], [], 'tally.weights.sums'],
    ['a sum in text', weighted, ['tally', 'weights', 'sums', 0], '1', 'tally.weights.sums[0]'],
    [
      'a sum of null, as JSON writes infinity',
      weighted,
      ['tally', 'weights', 'squares', 21],
      null,
      'tally.weights.squares[21]',
    ],
    ['a count of values below 0', mean, ['tally', 'moments', 'count'], -1, 'tally.moments.count'],
    ['a fraction of a count of values', mean, ['tally', 'moments', 'unitCount'], 0.5, 'tally.moments.unitCount'],
    ['a smallest value in text', mean, ['tally', 'moments', 'minimum'], '1', 'tally.moments.minimum'],
    ['sums of values too short', mean, ['tally', 'moments', 'sums'], zeros(15), 'tally.moments.sums'],
    ['a fraction of what is left out', mean, ['tally', 'excluded', 0], 0.5, 'tally.excluded[0]'],
    ['fewer items', composite, ['tally', 'items'], [], 'tally.items'],
    ['an item of another shape', composite, ['tally', 'items', 0], {}, 'tally.items[0]'],
    ['an item of null', composite, ['tally', 'items', 0], null, 'tally.items[0]'],
    ['fewer incomplete than none', composite, ['tally', 'incomplete', 1], -1, 'tally.incomplete[1]'],
    ['fewer replies than none', reviews, ['tally', 'replies', 0], -1, 'tally.replies[0]'],
    ['half a reply', reviews, ['tally', 'replies', 2], 0.5, 'tally.replies[2]'],
    ['weights that the measure does not have', reviews, ['tally', 'weights'], {}, 'tally.weights'],
  ] as never)('is refused: %s', (_name, measure, path, value, where) => {
    // The message shows the tally as a whole.
    const shown = path.length > 1 ? 'an object' : typeof value === 'string' ? `"${value}"` : show(value);
    expect(thrownBy(() => readTally(measure, tampered(measure, path, value)))).toMatchObject({
      code: 'CX_INVALID_TALLY',
      message: `readTally: ${where} must be shaped as the measure makes it, received ${shown}`,
    });
  });

  it('is refused: parts that are inherited', () => {
    const { format, definition, tally } = storeTally(plain, plain.createTally());
    const heir = Object.assign(Object.create(tally) as object, { a: 1, b: 2 });
    expect(thrownBy(() => readTally(plain, { format, definition, tally: heir })).message).toContain(
      'tally must be shaped',
    );
  });

  it('is refused: an own __proto__', () => {
    const stored = JSON.stringify(storeTally(plain, plain.createTally())).replace('"weights"', '"__proto__"');
    expect(thrownBy(() => readTally(plain, JSON.parse(stored))).message).toContain('tally must be shaped');
  });

  it('may hold negative sums where values are', () => {
    const open = defineMean<Row>({ id: 'm', value: (row) => -row.w });
    expect(open.toResult(readTally(open, storeTally(open, tallyRows([{ q: 1, w: 3 }], open)))).value).toBe(-3);
  });
});

describe('a tally that no rows can have made', () => {
  it.each<[string, Measure<Row, never, unknown>, (string | number)[], unknown]>([
    ['weights of nobody', weighted, ['tally', 'counts', 5], 0],
    ['an answer without weight', weighted, ['tally', 'counts', 6], 1],
    ['a weight below 0', weighted, ['tally', 'weights', 'sums', 10], -1],
    ['more values of weight 1 than values', mean, ['tally', 'moments', 'unitCount'], 9],
    ['items beyond their range', composite, ['tally', 'items', 0, 'sums', 0], 1e6],
  ] as never)('is refused: %s', (_name, measure, path, value) => {
    expect(thrownBy(() => readTally(measure, tampered(measure, path, value)))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_TALLY',
      message: 'readTally: tally must be one that rows can have made, received an object',
    });
  });
});
