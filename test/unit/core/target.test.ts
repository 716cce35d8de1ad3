import { describe, expect, it } from 'vitest';
import type { Direction, MetricDefinition } from '../../../src/core/definition.js';
import { statusOf, type DefinedEstimate, type MetricTarget, type StatusPolicy } from '../../../src/core/target.js';

function definitionOf(direction: Direction, changes: Partial<MetricDefinition> = {}): MetricDefinition {
  const range = { minimum: 0, maximum: 100 };
  const fixed = { id: 'm', family: 'scale', statistic: 'mean', unit: 'index', parameters: {} } as const;
  return { ...fixed, direction, range, ...changes };
}

type Ends = readonly [number | null, number | null] | null;

function resultOf(definition: MetricDefinition, value: number | null, ends: Ends = null): DefinedEstimate {
  const interval = ends && { lower: ends[0], upper: ends[1], confidence: 0.95, method: 'wilson' };
  return { definition, value, interval };
}

function targetOf(green: number, amber: number, changes: Partial<MetricTarget> = {}): MetricTarget {
  return { definition: { id: 'm' }, period: null, green, amber, source: 'contract', ...changes };
}

const HIGHER = definitionOf('higher-is-better');
const LOWER = definitionOf('lower-is-better');

function coded(code: string, message: string): unknown {
  return expect.objectContaining({ code, message });
}

describe('statusOf by the value', () => {
  it.each([
    [80.001, 'green'],
    [80, 'green'],
    [79.999, 'amber'],
    [60, 'amber'],
    [59.999, 'red'],
    [0, 'red'],
  ])('gives %d where high is good and 80 is green, 60 amber: %s', (value, status) => {
    expect(statusOf(resultOf(HIGHER, value), targetOf(80, 60))).toBe(status);
  });

  it.each([
    [0, 'green'],
    [2, 'green'],
    [2.001, 'amber'],
    [5, 'amber'],
    [5.001, 'red'],
    [100, 'red'],
  ])('gives %d where low is good and 2 is green, 5 amber: %s', (value, status) => {
    expect(statusOf(resultOf(LOWER, value), targetOf(2, 5))).toBe(status);
  });

  it('is the default, and takes no interval', () => {
    const result = resultOf(HIGHER, 80, [10, 90]);
    expect(statusOf(result, targetOf(80, 60))).toBe('green');
    expect(statusOf(result, targetOf(80, 60), {})).toBe('green');
    expect(statusOf(result, targetOf(80, 60), { policy: undefined })).toBe('green');
    expect(statusOf(result, targetOf(80, 60), { policy: 'point' })).toBe('green');
  });

  it('has no amber where both thresholds are the same', () => {
    expect(statusOf(resultOf(HIGHER, 70), targetOf(70, 70))).toBe('green');
    expect(statusOf(resultOf(HIGHER, 69), targetOf(70, 70))).toBe('red');
    expect(statusOf(resultOf(LOWER, 70), targetOf(70, 70))).toBe('green');
    expect(statusOf(resultOf(LOWER, 71), targetOf(70, 70))).toBe('red');
  });
});

describe('statusOf by the unfavourable bound', () => {
  it.each<[number, Ends, string]>([
    [90, [80, 99], 'green'],
    [90, [79.9, 99], 'amber'],
    [90, [60, 99], 'amber'],
    [90, [59.9, 99], 'red'],
    [90, [80, null], 'green'],
    [90, [null, 99], 'unknown'],
    [90, null, 'unknown'],
  ])('gives %d with the interval %j where high is good: %s', (value, ends, status) => {
    expect(statusOf(resultOf(HIGHER, value, ends), targetOf(80, 60), { policy: 'bound' })).toBe(status);
  });

  it.each<[number, Ends, string]>([
    [1, [0, 2], 'green'],
    [1, [0, 2.1], 'amber'],
    [1, [0, 5], 'amber'],
    [1, [0, 5.1], 'red'],
    [1, [null, 2], 'green'],
    [1, [0, null], 'unknown'],
    [1, null, 'unknown'],
  ])('gives %d with the interval %j where low is good: %s', (value, ends, status) => {
    expect(statusOf(resultOf(LOWER, value, ends), targetOf(2, 5), { policy: 'bound' })).toBe(status);
  });
});

describe('statusOf without knowledge', () => {
  it.each<StatusPolicy>(['point', 'bound'])('is unknown without a value, by %s', (policy) => {
    expect(statusOf(resultOf(HIGHER, null, [90, 95]), targetOf(80, 60), { policy })).toBe('unknown');
  });

  it.each<StatusPolicy>(['point', 'bound'])('is unknown where neither way is good, by %s', (policy) => {
    const result = resultOf(definitionOf('contextual'), 90, [85, 95]);
    expect(statusOf(result, targetOf(80, 60), { policy })).toBe('unknown');
    expect(statusOf(result, targetOf(60, 80), { policy })).toBe('unknown');
  });

  it.each([NaN, Infinity, undefined])('is unknown for a value of %s from JavaScript', (value) => {
    expect(statusOf(resultOf(HIGHER, value as number), targetOf(80, 60))).toBe('unknown');
  });

  it('is unknown for a bound of NaN from JavaScript', () => {
    expect(statusOf(resultOf(HIGHER, 90, [NaN, 95]), targetOf(80, 60), { policy: 'bound' })).toBe('unknown');
  });
});

describe('statusOf refuses', () => {
  it('another metric', () => {
    expect(() => statusOf(resultOf(HIGHER, 90), targetOf(80, 60, { definition: { id: 'other' } }))).toThrow(
      coded(
        'CX_DEFINITION_MISMATCH',
        'statusOf: the definition of the target must be that of the result, "m", received "other"',
      ),
    );
  });

  it('a metric of other parameters', () => {
    const result = resultOf(definitionOf('higher-is-better', { parameters: { scale: [1, 10] } }), 90);
    const target = targetOf(80, 60, { definition: { id: 'm', parameters: { scale: [1, 5] } } });
    const message =
      'statusOf: the definition of the target must be that of the result, "m" with parameters {"scale":[1,10]}, ' +
      'received "{\\"scale\\":[1,5]}"';
    expect(() => statusOf(result, target)).toThrow(coded('CX_DEFINITION_MISMATCH', message));
  });

  it('a metric that is not under its defaults when the target names no parameters', () => {
    const result = resultOf(definitionOf('higher-is-better', { parameters: { scale: [1, 10] } }), 90);
    expect(() => statusOf(result, targetOf(80, 60))).toThrow(
      expect.objectContaining({ code: 'CX_DEFINITION_MISMATCH' }),
    );
  });

  it('a metric under its defaults when the target names parameters', () => {
    const target = targetOf(80, 60, { definition: { id: 'm', parameters: { scale: [1, 10] } } });
    expect(() => statusOf(resultOf(HIGHER, 90), target)).toThrow(
      expect.objectContaining({ code: 'CX_DEFINITION_MISMATCH' }),
    );
  });

  it('no parameters that agree, whatever the order of their names', () => {
    const result = resultOf(definitionOf('higher-is-better', { parameters: { a: 1, b: { c: 2, d: 3 } } }), 90);
    const target = targetOf(80, 60, { definition: { id: 'm', parameters: { b: { d: 3, c: 2 }, a: 1 } } });
    expect(statusOf(result, target)).toBe('green');
    expect(statusOf(resultOf(HIGHER, 90), targetOf(80, 60, { definition: { id: 'm', parameters: {} } }))).toBe('green');
  });

  it.each([NaN, Infinity, -Infinity])('a threshold of %d', (threshold) => {
    expect(() => statusOf(resultOf(HIGHER, 90), targetOf(threshold, 60))).toThrow(
      coded('CX_INVALID_OPTION', `statusOf: threshold "green" must be a finite number, received ${threshold}`),
    );
    expect(() => statusOf(resultOf(HIGHER, 90), targetOf(80, threshold))).toThrow(
      coded('CX_INVALID_OPTION', `statusOf: threshold "amber" must be a finite number, received ${threshold}`),
    );
  });

  it.each(['80', null, undefined])('a threshold of %j', (threshold) => {
    expect(() => statusOf(resultOf(HIGHER, 90), targetOf(threshold as never, 60))).toThrow(
      'threshold "green" must be a finite number',
    );
  });

  it.each([
    [100.1, 60, 'green', 100.1],
    [80, -0.1, 'amber', -0.1],
  ])('thresholds %d and %d outside the range of the metric', (green, amber, name, threshold) => {
    expect(() => statusOf(resultOf(HIGHER, 90), targetOf(green, amber))).toThrow(
      coded(
        'CX_INVALID_OPTION',
        `statusOf: threshold "${name}" must be between 0 and 100, the range of the metric, received ${threshold}`,
      ),
    );
  });

  it('no thresholds at the ends of the range, and none at all without a range', () => {
    expect(statusOf(resultOf(HIGHER, 90), targetOf(100, 0))).toBe('amber');
    const unbounded = definitionOf('higher-is-better', { range: null });
    expect(statusOf(resultOf(unbounded, 90), targetOf(1000, -1000))).toBe('amber');
  });

  it('an amber more demanding than green', () => {
    expect(() => statusOf(resultOf(HIGHER, 90), targetOf(60, 80))).toThrow(
      coded(
        'CX_INVALID_OPTION',
        'statusOf: threshold "amber" must be at most green, 60 (higher-is-better), received 80',
      ),
    );
    expect(() => statusOf(resultOf(LOWER, 90), targetOf(5, 2))).toThrow(
      coded('CX_INVALID_OPTION', 'statusOf: threshold "amber" must be at least green, 5 (lower-is-better), received 2'),
    );
  });

  it('bad thresholds even without a value', () => {
    expect(() => statusOf(resultOf(HIGHER, null), targetOf(60, 80))).toThrow(RangeError);
    expect(() => statusOf(resultOf(definitionOf('contextual'), 90), targetOf(NaN, 80))).toThrow(RangeError);
  });

  it.each(['lower', null, 1])('the policy %j', (policy) => {
    expect(() => statusOf(resultOf(HIGHER, 90), targetOf(80, 60), { policy: policy as never })).toThrow(
      coded(
        'CX_INVALID_OPTION',
        `statusOf: option "policy" must be "point" or "bound", received ${JSON.stringify(policy)}`,
      ),
    );
  });
});
