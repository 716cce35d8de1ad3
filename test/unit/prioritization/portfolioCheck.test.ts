import { describe, expect, it } from 'vitest';
import { checkPortfolio } from '../../../src/prioritization/portfolioCheck.js';
import type { PortfolioInitiative, PortfolioOptions } from '../../../src/prioritization/portfolioInitiative.js';

const A: PortfolioInitiative = { id: 'a', value: 1, cost: 1 };
const B: PortfolioInitiative = { id: 'b', value: 1, cost: 1 };
const C: PortfolioInitiative = { id: 'c', value: 1, cost: 1 };

function findingsOf(initiatives: unknown, options?: PortfolioOptions): unknown[][] {
  const found = checkPortfolio(initiatives as PortfolioInitiative[], options);
  return found.map(({ code, path, value }) => [code, path.join('.'), value]);
}

describe('checkPortfolio', () => {
  it('finds nothing in sound initiatives', () => {
    const full: PortfolioInitiative = {
      ...B,
      value: -0.5,
      cost: 0,
      capacity: { days: 0, people: 1_000_000_000 },
      dependsOn: ['a'],
      excludes: ['c'],
      quarters: 400,
    };
    expect(checkPortfolio([A, full, C])).toEqual([]);
    expect(checkPortfolio([A, full, C], { capacity: { days: 1, people: 1 }, exclusiveGroups: [['a', 'c']] })).toEqual(
      [],
    );
    expect(checkPortfolio([])).toEqual([]);
    expect(checkPortfolio([A], null as unknown as object)).toEqual([]);
  });

  it.each<[unknown, unknown[][]]>([
    [null, [['not-a-list', 'initiatives', null]]],
    [[null], [['not-an-initiative', 'initiatives.0', null]]],
    [[A, 7], [['not-an-initiative', 'initiatives.1', 7]]],
    [[{ ...A, id: '' }], [['invalid-id', 'initiatives.0.id', '']]],
    [[{ ...A, id: 3 }], [['invalid-id', 'initiatives.0.id', 3]]],
    [[{ ...A, value: NaN }], [['invalid-value', 'initiatives.0.value', 'NaN']]],
    [[{ ...A, value: Infinity }], [['invalid-value', 'initiatives.0.value', 'Infinity']]],
    [[{ ...A, cost: -1 }], [['invalid-cost', 'initiatives.0.cost', -1]]],
    [[{ ...A, cost: 1.5 }], [['invalid-cost', 'initiatives.0.cost', 1.5]]],
    [[{ ...A, cost: undefined }], [['invalid-cost', 'initiatives.0.cost', null]]],
    [[{ ...A, capacity: 5 }], [['invalid-capacity', 'initiatives.0.capacity', 5]]],
    [[{ ...A, capacity: { days: -1 } }], [['invalid-capacity', 'initiatives.0.capacity.days', -1]]],
    [
      [{ ...A, capacity: { days: 1_000_000_001 } }],
      [['invalid-capacity', 'initiatives.0.capacity.days', 1_000_000_001]],
    ],
    [[{ ...A, capacity: { days: '3' } }], [['invalid-capacity', 'initiatives.0.capacity.days', '3']]],
    [[{ ...A, quarters: 0 }], [['invalid-quarters', 'initiatives.0.quarters', 0]]],
    [[{ ...A, quarters: 401 }], [['invalid-quarters', 'initiatives.0.quarters', 401]]],
    [[{ ...A, quarters: 1.5 }], [['invalid-quarters', 'initiatives.0.quarters', 1.5]]],
    [[{ ...A, dependsOn: 'b' }], [['not-a-list', 'initiatives.0.dependsOn', 'b']]],
    [[{ ...A, excludes: 'b' }], [['not-a-list', 'initiatives.0.excludes', 'b']]],
    [[A, B, A], [['duplicate-id', 'initiatives.2.id', 'a']]],
    [[{ ...A, dependsOn: ['a'] }], [['needs-itself', 'initiatives.0.dependsOn.0', 'a']]],
    [[B, { ...A, dependsOn: ['b', 'x'] }], [['unknown-id', 'initiatives.1.dependsOn.1', 'x']]],
    [[{ ...A, excludes: ['a'] }], [['excludes-itself', 'initiatives.0.excludes.0', 'a']]],
    [[{ ...A, excludes: ['x'] }], [['unknown-id', 'initiatives.0.excludes.0', 'x']]],
    [
      [
        { ...A, dependsOn: ['b'] },
        { ...B, dependsOn: ['c'] },
        { ...C, dependsOn: ['b'] },
      ],
      [
        ['dependency-cycle', 'initiatives.1.dependsOn', 'b > c > b'],
        ['dependency-cycle', 'initiatives.2.dependsOn', 'c > b > c'],
      ],
    ],
    [[{ ...A, dependsOn: ['b'], excludes: ['b'] }, B], [['needs-excluded', 'initiatives.0.dependsOn', 'a, b']]],
    [
      [{ ...A, dependsOn: ['b', 'c'] }, B, { ...C, excludes: ['b'] }],
      [['needs-excluded', 'initiatives.0.dependsOn', 'b, c']],
    ],
  ])('finds in %j', (initiatives, expected) => {
    expect(findingsOf(initiatives)).toEqual(expected);
  });

  it('finds a resource that the capacities do not name, once there are any', () => {
    const initiatives = [{ ...A, capacity: { dyas: 1 } }];
    expect(findingsOf(initiatives, { capacity: { days: 3 } })).toEqual([
      ['unknown-resource', 'initiatives.0.capacity.dyas', 'dyas'],
    ]);
    expect(findingsOf(initiatives, { capacity: {} })).toHaveLength(1);
    expect(findingsOf(initiatives, {})).toEqual([]);
  });

  it('finds faults of exclusive groups', () => {
    const group = (exclusiveGroups: unknown): unknown[][] =>
      findingsOf([A, B], { exclusiveGroups } as unknown as PortfolioOptions);
    expect(
      group([
        ['a', 'b'],
        ['a', 'z'],
      ]),
    ).toEqual([['unknown-id', 'options.exclusiveGroups.1.1', 'z']]);
    expect(group(['a'])).toEqual([['not-a-list', 'options.exclusiveGroups.0', 'a']]);
    expect(group('a')).toEqual([['not-a-list', 'options.exclusiveGroups', 'a']]);
  });

  it('finds what a group makes impossible', () => {
    const found = findingsOf([{ ...A, dependsOn: ['b'] }, B], { exclusiveGroups: [['a', 'b']] });
    expect(found).toEqual([['needs-excluded', 'initiatives.0.dependsOn', 'a, b']]);
  });

  it('takes 4,096 initiatives, not one more', () => {
    const many = Array.from({ length: 4096 }, (_, at) => ({ ...A, id: String(at) }));
    expect(checkPortfolio(many)).toEqual([]);
    expect(findingsOf([...many, A])).toEqual([['too-many', 'initiatives', 4097]]);
  });
});
