import { describe, expect, it } from 'vitest';
import { checkInitiatives } from '../../../src/prioritization/checkInitiatives.js';
import { INITIATIVE_CRITERIA } from '../../../src/prioritization/criterion.js';
import { isFault, readScore } from '../../../src/prioritization/readScore.js';

const [IMPACT, , COMPLEXITY] = INITIATIVE_CRITERIA as never as [never, never, never];
const bounds = (lower: unknown, upper: unknown): unknown => ({ lower, upper, confidence: 0.95, method: 't' });

describe('readScore', () => {
  it.each([
    ['the worst end', 1, 0],
    ['the best end', 5, 1],
    ['between', 4, 0.75],
  ])('takes %s of a scale where more is better', (_, score, likely) => {
    const certain = { low: likely, high: likely, shape: 'certain', value: score };
    expect(readScore(score, IMPACT)).toEqual({ likely, ...certain });
  });

  it.each([
    [1, 1],
    [5, 0],
    [2, 0.75],
  ])('turns %d round where less is better: %d', (score, likely) => {
    expect(readScore(score, COMPLEXITY)).toMatchObject({ likely, shape: 'certain' });
  });

  it.each([[null], [undefined], [{ value: null, interval: null }]])('takes %j for unknown', (score) => {
    expect(readScore(score, IMPACT)).toBeNull();
  });

  it.each([
    [
      { value: 3, interval: null },
      { likely: 0.5, low: 0.5, high: 0.5, shape: 'certain', value: 3 },
    ],
    [
      { value: 3, interval: bounds(2, 5) },
      { likely: 0.5, low: 0.25, high: 1, shape: 'uniform', value: 3 },
    ],
    [
      { value: 3, interval: bounds(3, 3) },
      { likely: 0.5, low: 0.5, high: 0.5, shape: 'certain', value: 3 },
    ],
    [
      { value: 3, interval: bounds(null, 4) },
      { likely: 0.5, low: 0, high: 0.75, shape: 'uniform', value: 3 },
    ],
    [
      { value: 3, interval: bounds(2, null) },
      { likely: 0.5, low: 0.25, high: 1, shape: 'uniform', value: 3 },
    ],
    [
      { value: 5, interval: bounds(0, 9) },
      { likely: 1, low: 0, high: 1, shape: 'uniform', value: 5 },
    ],
    [
      { low: 1, likely: 2, high: 5 },
      { likely: 0.25, low: 0, high: 1, shape: 'triangle', value: 2 },
    ],
    [
      { low: 2, likely: 2, high: 2 },
      { likely: 0.25, low: 0.25, high: 0.25, shape: 'certain', value: 2 },
    ],
  ])('reads %j', (score, expected) => {
    expect(readScore(score as never, IMPACT)).toEqual(expected);
  });

  it('turns an interval round where less is better', () => {
    const read = readScore({ value: 3, interval: bounds(2, 5) as never }, COMPLEXITY);
    expect(read).toEqual({ likely: 0.5, low: 0, high: 0.75, shape: 'uniform', value: 3 });
  });

  it.each([
    [0.999, 'off-scale', ''],
    [5.001, 'off-scale', ''],
    [NaN, 'not-a-score', ''],
    ['3', 'not-a-score', ''],
    [{}, 'not-a-score', ''],
    [{ value: 6, interval: null }, 'off-scale', '.value'],
    [{ value: '3', interval: null }, 'not-a-score', '.value'],
    [{ value: 3, interval: bounds(4, 2) }, 'reversed-range', '.interval.upper'],
    [{ value: 3, interval: bounds(NaN, 2) }, 'not-a-score', '.interval.lower'],
    [{ value: 3, interval: bounds(2, Infinity) }, 'not-a-score', '.interval.upper'],
    [{ low: 0, likely: 2, high: 3 }, 'off-scale', '.low'],
    [{ low: 1, likely: 2, high: 6 }, 'off-scale', '.high'],
    [{ low: 1, likely: null, high: 5 }, 'not-a-score', '.likely'],
    [{ low: 3, likely: 2, high: 5 }, 'reversed-range', '.low'],
    [{ low: 1, likely: 4, high: 3 }, 'reversed-range', '.high'],
  ])('finds %j at fault: %s', (score, code, path) => {
    const read = readScore(score as never, IMPACT);
    expect(isFault(read)).toBe(true);
    expect(read).toMatchObject({ code, path });
  });

  it('keeps within the doubles on the widest scale', () => {
    const widest = { ...(IMPACT as object), scale: { minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE } };
    expect(readScore(0, widest as never)).toMatchObject({ likely: 0.5 });
  });
});

describe('checkInitiatives', () => {
  const check = (...list: unknown[]): unknown => checkInitiatives(list as never);

  it('finds nothing in what is in order, unknown criteria included', () => {
    expect(check({ id: 'a', criteria: { impact: 3, cost: null } }, { id: 'b', criteria: {} })).toEqual([]);
  });

  it.each([
    [null, { code: 'not-an-initiative', id: null, field: '', value: null }],
    [7, { code: 'not-an-initiative', id: null, field: '', value: 7 }],
    [
      { id: '', criteria: {} },
      { code: 'invalid-id', id: '', field: 'id', value: '' },
    ],
    [{ criteria: {} }, { code: 'invalid-id', id: null, field: 'id', value: null }],
    [{ id: 'a' }, { code: 'invalid-criteria', id: 'a', field: 'criteria', value: null }],
    [
      { id: 'a', criteria: [] },
      { code: 'invalid-criteria', id: 'a', field: 'criteria', value: 'array' },
    ],
    [
      { id: 'a', criteria: 3 },
      { code: 'invalid-criteria', id: 'a', field: 'criteria', value: 3 },
    ],
    [
      { id: 'a', criteria: { speed: 1 } },
      { code: 'unknown-criterion', id: 'a', field: 'criteria.speed', value: 1 },
    ],
    [
      { id: 'a', criteria: { impact: 6 } },
      { code: 'off-scale', id: 'a', field: 'criteria.impact', value: 6 },
    ],
    [
      { id: 'a', criteria: { impact: { low: 2, likely: 1, high: 3 } } },
      { code: 'reversed-range', id: 'a', field: 'criteria.impact.low', value: 2 },
    ],
  ])('names what is wrong with %j', (initiative, expected) => {
    expect(check(initiative)).toEqual([{ index: 0, ...expected }]);
  });

  it('names foreign criteria in code-unit order, and no criteria at all', () => {
    const findings = checkInitiatives([
      { id: 'a', criteria: { z: 1, b: 2 } },
      { id: 'n', criteria: null as never },
    ]);
    expect(findings.map(({ code, field }) => [code, field])).toEqual([
      ['unknown-criterion', 'criteria.b'],
      ['unknown-criterion', 'criteria.z'],
      ['invalid-criteria', 'criteria'],
    ]);
  });

  it('names every use of an id that is not unique', () => {
    const one = { id: 'a', criteria: {} };
    expect(check(one, { id: 'b', criteria: {} }, one)).toEqual([
      { code: 'duplicate-id', index: 0, id: 'a', field: 'id', value: 'a' },
      { code: 'duplicate-id', index: 2, id: 'a', field: 'id', value: 'a' },
    ]);
  });

  it('reads no criterion off the prototype', () => {
    const criteria = INITIATIVE_CRITERIA.map((criterion) => ({ ...criterion, id: 'constructor' })).slice(0, 1);
    expect(checkInitiatives([{ id: 'a', criteria: {} }], { criteria })).toEqual([]);
  });

  it.each([
    [undefined, {}, 'CX_INVALID_INPUT', 'checkInitiatives: the initiatives must be an array, received undefined'],
    [[], null, 'CX_INVALID_OPTION', 'checkInitiatives: the options must be an object, received null'],
    [
      [],
      { criteria: null },
      'CX_INVALID_OPTION',
      'checkInitiatives: option "criteria" must be a list of at least one criterion, received null',
    ],
  ])('throws on %j with %j', (list, options, code, message) => {
    expect(() => checkInitiatives(list as never, options as never)).toThrow(expect.objectContaining({ code, message }));
  });
});
