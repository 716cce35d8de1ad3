import { describe, expect, it } from 'vitest';
import { isSameDefinition, type MetricDefinition, type ParameterValue } from '../../../src/core/definition.js';

const definition: MetricDefinition = {
  id: 'trust',
  family: 'scale',
  statistic: 'share',
  unit: 'share',
  direction: 'higher-is-better',
  range: { minimum: 0, maximum: 1 },
  parameters: { from: 5, window: { days: 30, ends: ['a', 'b'] } },
};
const withParameters = (parameters: Record<string, ParameterValue>): MetricDefinition => ({
  ...definition,
  parameters,
});

describe('isSameDefinition', () => {
  it('holds a definition equal to itself and to its copy through JSON', () => {
    expect(isSameDefinition(definition, definition)).toBe(true);
    expect(isSameDefinition(definition, JSON.parse(JSON.stringify(definition)))).toBe(true);
  });

  it.each([
    ['id', 'other'],
    ['family', 'mean'],
    ['statistic', 'mean'],
    ['unit', 'score'],
    ['direction', 'lower-is-better'],
    ['parameters', { from: 4, window: { days: 30, ends: ['a', 'b'] } }],
  ])('tells another %s', (key, value) => {
    expect(isSameDefinition(definition, { ...definition, [key]: value })).toBe(false);
  });

  it('does not look at names or at the range', () => {
    const named = { ...definition, names: { en: 'Trust', fr: 'Confiance' }, range: null };
    expect(isSameDefinition(definition, named)).toBe(true);
  });

  it('does not depend on the order of keys, at any depth', () => {
    const turned = withParameters({ window: { ends: ['a', 'b'], days: 30 }, from: 5 });
    expect(isSameDefinition(definition, turned)).toBe(true);
  });

  it.each([
    ['the order of a list', { from: 5, window: { days: 30, ends: ['b', 'a'] } }],
    ['one parameter more', { from: 5, window: { days: 30, ends: ['a', 'b'] }, more: null }],
    ['text for a number', { from: '5', window: { days: 30, ends: ['a', 'b'] } }],
    ['a record for a list', { from: 5, window: { days: 30, ends: { 0: 'a', 1: 'b' } } }],
    ['a nested value', { from: 5, window: { days: 31, ends: ['a', 'b'] } }],
  ])('tells %s', (_what, parameters) => {
    expect(isSameDefinition(definition, withParameters(parameters))).toBe(false);
  });

  it.each([
    [{ a: 'x,y' }, { a: 'x', b: 'y' }],
    [{ 'a"b': 1 }, { a: 1 }],
    [{ a: null }, {}],
    [{ a: [] }, { a: {} }],
    [{ a: [1, [2]] }, { a: [[1], 2] }],
    [{ a: true }, { a: 'true' }],
  ])('is not fooled by %j and %j', (a, b) => {
    expect(isSameDefinition(withParameters(a), withParameters(b as Record<string, ParameterValue>))).toBe(false);
  });
});
