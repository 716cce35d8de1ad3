import { describe, expect, it } from 'vitest';
import type { MetricTarget } from '../../../src/core/target.js';
import { computeCsat } from '../../../src/metrics/perception/csat.js';
import { CSAT_TEN_POINT } from '../../../src/metrics/perception/csatScale.js';
import { findTarget } from '../../../src/reviews/findTarget.js';

const { definition } = computeCsat([]);

function target(green: number, changes: Partial<MetricTarget> = {}): MetricTarget {
  return { definition: { id: 'csat' }, period: null, green, amber: 0, source: 'test', ...changes };
}

/** The threshold of the target that is found, `null` without one, or `'ambiguous'`. */
function found(targets: readonly MetricTarget[], options?: Parameters<typeof findTarget>[2]): unknown {
  const own = [targets, [...targets].reverse()].map((list) => findTarget(definition, list, options));
  expect(own[1]).toEqual(own[0]);
  return own[0]?.isAmbiguous ? 'ambiguous' : (own[0]?.target?.green ?? null);
}

const north = { network: 'north' };
const lille = { network: 'north', branch: 'lille' };

describe('findTarget', () => {
  it.each<[string, readonly MetricTarget[], Parameters<typeof findTarget>[2], unknown]>([
    ['none', [], {}, null],
    ['that of the whole', [target(0.5)], {}, 0.5],
    ['that of the whole for a part', [target(0.5)], { scope: north }, 0.5],
    ['none of a part for the whole', [target(0.6, { scope: north })], {}, null],
    ['none of another part', [target(0.6, { scope: { network: 'south' } })], { scope: north }, null],
    ['none of a part of the part', [target(0.6, { scope: lille })], { scope: north }, null],
    [
      'the most specific',
      [target(0.5), target(0.7, { scope: lille }), target(0.6, { scope: north })],
      { scope: lille },
      0.7,
    ],
    ['that of the period', [target(0.5), target(0.6, { period: '2026-Q3' })], { period: '2026-Q3' }, 0.6],
    ['that which holds', [target(0.5), target(0.6, { period: '2026-Q3' })], { period: '2026-Q4' }, 0.5],
    ['no period unless asked', [target(0.6, { period: '2026-Q3' })], undefined, null],
    [
      'scope before period',
      [target(0.5, { period: '2026' }), target(0.6, { scope: north })],
      { scope: north, period: '2026' },
      0.6,
    ],
    [
      'both',
      [target(0.5, { scope: north, period: '2026' }), target(0.6, { scope: north })],
      { scope: north, period: '2026' },
      0.5,
    ],
    [
      'neither of two',
      [target(0.5, { scope: north }), target(0.6, { scope: { branch: 'lille' } })],
      { scope: lille },
      'ambiguous',
    ],
    ['none of another metric', [target(0.5, { definition: { id: 'nps' } })], {}, null],
    ['none of other parameters', [target(0.5, { definition: { id: 'csat', parameters: { x: 1 } } })], {}, null],
    ['no inherited name', [target(0.6, { scope: { toString: 'x' } })], { scope: {} }, null],
  ])('takes %s', (_, targets, options, expected) => {
    expect(found(targets, options)).toEqual(expected);
  });

  it('takes the target of the very parameters', () => {
    const ten = computeCsat([], { scale: CSAT_TEN_POINT }).definition;
    const own = target(0.5, { definition: { id: ten.id, parameters: ten.parameters } });
    expect(findTarget(ten, [own]).target).toBe(own);
  });

  it.each<[() => unknown, RegExp]>([
    [() => findTarget(definition, null as never), /^findTarget: targets must be a list of targets/],
    [() => findTarget(definition, [{}] as never), /^findTarget: targets must be a list of targets/],
    [() => findTarget(null as never, []), /^findTarget: definition must be a metric definition/],
    [() => findTarget(definition, [], null as never), /^findTarget: options must be an object/],
  ])('refuses what is none', (make, message) => {
    expect(make).toThrow(message);
  });
});
