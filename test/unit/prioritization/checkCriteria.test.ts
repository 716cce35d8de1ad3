import { describe, expect, it } from 'vitest';
import { checkCriteria, resolveCriteria } from '../../../src/prioritization/checkCriteria.js';
import { IMPACT_EFFORT_CRITERIA, INITIATIVE_CRITERIA, type Criterion } from '../../../src/prioritization/criterion.js';
import { reachCriterion } from '../../../src/prioritization/reachCriterion.js';

const [GOOD] = INITIATIVE_CRITERIA as readonly [Criterion, ...Criterion[]];
const changed = (changes: object): Criterion[] => [{ ...GOOD, ...changes }];

describe('the criteria that are ready', () => {
  it.each([
    ['the four', INITIATIVE_CRITERIA],
    ['the two', IMPACT_EFFORT_CRITERIA],
  ])('%s are in order, with weights that add up to 1', (_, criteria) => {
    expect(checkCriteria(criteria)).toEqual([]);
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(1);
  });

  it('put impact and reach on the axis of value, complexity and cost on that of effort', () => {
    const shown = INITIATIVE_CRITERIA.map(({ id, axis, direction }) => `${id} ${axis} ${direction}`);
    expect(shown).toEqual([
      'impact value more-is-better',
      'reach value more-is-better',
      'complexity effort less-is-better',
      'cost effort less-is-better',
    ]);
  });

  it('have names in both languages', () => {
    for (const { names } of [...INITIATIVE_CRITERIA, ...IMPACT_EFFORT_CRITERIA]) {
      expect(names.en).not.toBe('');
      expect(names.fr).not.toBe('');
    }
  });
});

describe('checkCriteria', () => {
  const finding = (code: string, field: string, value: unknown): unknown => [
    { code, index: 0, id: 'impact', field, value },
  ];

  it.each([
    [{ weight: -0.001 }, finding('invalid-weight', 'weight', -0.001)],
    [{ weight: NaN }, finding('invalid-weight', 'weight', 'NaN')],
    [{ weight: Infinity }, finding('invalid-weight', 'weight', 'Infinity')],
    [{ weight: '1' }, finding('invalid-weight', 'weight', '1')],
    [{ weight: 0 }, finding('no-weight', 'weight', 0)],
    [{ direction: 'up' }, finding('invalid-direction', 'direction', 'up')],
    [{ axis: 'x' }, finding('invalid-axis', 'axis', 'x')],
    [{ scale: { minimum: 5, maximum: 1 } }, finding('reversed-scale', 'scale.maximum', 1)],
    [{ scale: { minimum: 5, maximum: 5 } }, finding('reversed-scale', 'scale.maximum', 5)],
    [{ scale: { minimum: NaN, maximum: 5 } }, finding('invalid-scale', 'scale.minimum', 'NaN')],
    [{ scale: { minimum: 1, maximum: '5' } }, finding('invalid-scale', 'scale.maximum', '5')],
  ])('names what is wrong with %j', (changes, expected) => {
    expect(checkCriteria(changed(changes))).toEqual(expected);
  });

  it('allows a weight of 0 beside one that counts, and the shortest scale', () => {
    const criteria = [...changed({ weight: 0 }), ...changed({ id: 'b', scale: { minimum: 0, maximum: 1e-9 } })];
    expect(checkCriteria(criteria)).toEqual([]);
  });

  it('names both ends of a scale that is missing', () => {
    const fields = checkCriteria(changed({ scale: undefined })).map(({ code, field }) => `${code} ${field}`);
    expect(fields).toEqual(['invalid-scale scale.minimum', 'invalid-scale scale.maximum']);
  });

  it.each([
    ['', ''],
    [undefined, null],
    [3, 3],
  ])('names an id that is none: %j', (id, value) => {
    const [found] = checkCriteria(changed({ id }));
    expect(found).toMatchObject({ code: 'invalid-id', field: 'id', value });
  });

  it('names an id that is used twice, and what is no criterion', () => {
    const list = [GOOD, null, GOOD] as unknown as Criterion[];
    expect(checkCriteria(list)).toEqual([
      { code: 'not-a-criterion', index: 1, id: null, field: '', value: null },
      { code: 'duplicate-id', index: 2, id: 'impact', field: 'id', value: 'impact' },
    ]);
  });

  it('lists findings in the order of the criteria', () => {
    const list = [GOOD, GOOD, ...changed({ id: 'c', weight: -1 }), 7 as never];
    expect(checkCriteria(list).map(({ code, index }) => [code, index])).toEqual([
      ['duplicate-id', 1],
      ['invalid-weight', 2],
      ['not-a-criterion', 3],
    ]);
  });

  it('says nothing of the order of a scale that has one end', () => {
    expect(checkCriteria(changed({ scale: { minimum: 5, maximum: null } })).map(({ code }) => code)).toEqual([
      'invalid-scale',
    ]);
  });

  it.each([[[]], [null], ['impact']])('names a list without criteria: %j', (list) => {
    expect(checkCriteria(list as never)).toMatchObject([{ code: 'no-criteria', index: 0, field: '' }]);
  });
});

describe('resolveCriteria', () => {
  it('sorts by id and makes shares of the weights, however large', () => {
    const criteria = [...changed({ id: 'b', weight: 1e308 }), ...changed({ id: 'a', weight: 1e308 })];
    expect(resolveCriteria('f', criteria).map(({ id, share }) => [id, share])).toEqual([
      ['a', 0.5],
      ['b', 0.5],
    ]);
  });

  it.each([
    [changed({ weight: -1 }), 'f: option "criteria[0].weight" must be a finite number from 0, received -1'],
    [changed({ weight: 0 }), 'f: option "criteria[0].weight" must be above 0 for at least one criterion, received 0'],
    [[GOOD, GOOD], 'f: option "criteria[1].id" must be an id of its own, received "impact"'],
    [[null], 'f: option "criteria[0]" must be a criterion, received null'],
    [[], 'f: option "criteria" must be a list of at least one criterion, received "array"'],
    [changed({ id: '' }), 'f: option "criteria[0].id" must be a text that is not empty, received ""'],
    [changed({ axis: 1 }), 'f: option "criteria[0].axis" must be "value" or "effort", received 1'],
    [
      changed({ direction: 'up' }),
      'f: option "criteria[0].direction" must be "more-is-better" or "less-is-better", received "up"',
    ],
    [
      changed({ scale: { minimum: 2, maximum: 1 } }),
      'f: option "criteria[0].scale.maximum" must be above the minimum of the scale, received 1',
    ],
    [
      changed({ scale: { minimum: 'a', maximum: 1 } }),
      'f: option "criteria[0].scale.minimum" must be a finite number, received "a"',
    ],
  ])('throws on the first mistake (%#)', (criteria, message) => {
    expect(() => resolveCriteria('f', criteria as Criterion[])).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_OPTION', message }),
    );
  });
});

describe('reachCriterion', () => {
  it('counts from nobody to everybody', () => {
    const reach = reachCriterion({ unit: 'accounts', total: 200 });
    expect(reach).toMatchObject({ id: 'reach', unit: 'accounts', axis: 'value', direction: 'more-is-better' });
    expect(reach.scale).toEqual({ minimum: 0, maximum: 200 });
    expect(reach.weight).toBe(0.25);
    expect(reachCriterion({ unit: 'accounts', total: 1, weight: 0 }).weight).toBe(0);
  });

  it.each([
    [{ unit: '', total: 1 }, 'option "unit" must be a text, received ""'],
    [{ unit: 'a', total: 0 }, 'option "total" must be a finite number above 0, received 0'],
    [{ unit: 'a', total: Infinity }, 'option "total" must be a finite number above 0, received Infinity'],
    [{ unit: 'a', total: 1, weight: -1 }, 'option "weight" must be a finite number from 0, received -1'],
    [{ unit: 'a', total: 1, weight: NaN }, 'option "weight" must be a finite number from 0, received NaN'],
    [null, 'option "unit" must be a text, received undefined'],
  ])('refuses %j', (options, message) => {
    expect(() => reachCriterion(options as never)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_OPTION', message: `reachCriterion: ${message}` }),
    );
  });
});
