import { describe, expect, it } from 'vitest';
import { compileElements, listFault, within } from '../../../src/rewards/conditions/listConditions.js';
import { LEAVES, refusal, traceOf, truthBy, truthOf } from '../../tools/conditions.js';

const GREEN = { status: 'green' };
const RED = { status: 'red' };
const where = { op: 'eq', fact: ['status'], value: 'green' };
const condition = (op: string, minCount?: unknown): unknown => ({ op, over: ['list'], where, minCount });

describe('some, every and none', () => {
  it.each([
    ['some', [], undefined, 'unknown'],
    ['every', [], undefined, 'unknown'],
    ['none', [], undefined, 'unknown'],
    ['every', [GREEN, GREEN, GREEN], 3, 'true'],
    ['every', [GREEN, GREEN], 3, 'unknown'],
    ['every', [GREEN, RED], 3, 'false'],
    ['every', [GREEN, RED, GREEN], 3, 'false'],
    ['every', [GREEN, {}, GREEN], 3, 'unknown'],
    ['every', [GREEN, {}, RED], 3, 'false'],
    ['some', [RED, RED, RED], 3, 'false'],
    ['some', [RED, RED], 3, 'unknown'],
    ['some', [RED, GREEN], 3, 'true'],
    ['none', [RED, RED, RED], 3, 'true'],
    ['none', [RED, RED], 3, 'unknown'],
    ['none', [RED, GREEN], 3, 'false'],
    ['none', [RED, {}], 1, 'unknown'],
    ['every', [GREEN], undefined, 'true'],
    ['every', [GREEN, null], undefined, 'unknown'],
    ['every', [GREEN, 'green'], undefined, 'unknown'],
    ['every', [GREEN, [GREEN]], undefined, 'unknown'],
    ['every', Array(2), undefined, 'unknown'],
  ])('%s of %o, at least %o: %s', (op, list, minCount, truth) => {
    expect(truthOf(condition(op, minCount), { list })).toBe(truth);
  });

  it.each([
    [undefined, 'missing', null],
    [null, 'missing', null],
    ['green', 'wrong-type', 'green'],
    [{ 0: GREEN, length: 1 }, 'wrong-type', 'object'],
  ])('are unknown of %o: %s', (list, reason, actual) => {
    for (const op of ['some', 'every', 'none'])
      expect(traceOf(condition(op), { list })).toEqual({
        op,
        truth: 'unknown',
        fact: ['list'],
        expected: { minCount: 1 },
        actual,
        reason,
      });
  });

  it('tell of each element, also where the first has decided', () => {
    expect(traceOf(condition('every', 3), { list: [RED, GREEN] })).toEqual({
      op: 'every',
      truth: 'false',
      fact: ['list'],
      expected: { minCount: 3 },
      actual: 'list of 2',
      of: [
        { op: 'eq', truth: 'false', fact: ['status'], expected: 'green', actual: 'red' },
        { op: 'eq', truth: 'true', fact: ['status'], expected: 'green', actual: 'green' },
      ],
    });
  });

  it('tell that there are too few only where that leaves them unknown', () => {
    expect(traceOf(condition('every', 3), { list: [GREEN] }).reason).toBe('too-few');
    expect(traceOf(condition('every', 3), { list: [RED] }).reason).toBeUndefined();
    expect(traceOf(condition('every', 1), { list: [{}] }).reason).toBeUndefined();
    expect(traceOf(condition('none', 2), { list: [RED] }).reason).toBe('too-few');
  });

  it('read within the element, not beside it', () => {
    expect(truthOf(condition('every'), { list: [{}], status: 'green' })).toBe('unknown');
  });

  it('may lie within one another', () => {
    const inner = { op: 'some', over: ['months'], where };
    const data = { sites: [{ months: [RED, GREEN] }, { months: [RED] }] };
    expect(truthOf({ op: 'every', over: ['sites'], where: inner }, data)).toBe('false');
    expect(truthOf({ op: 'some', over: ['sites'], where: inner }, data)).toBe('true');
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity, '3', null, 2 ** 53])('refuse minCount %o', (minCount) => {
    expect(refusal(condition('some', minCount))).toMatch(
      'CX_INVALID_RULE: rule "r": "minCount" of "some" must be a whole number from 1, received',
    );
  });

  it('refuse a condition that is none, and what is no path', () => {
    expect(refusal({ op: 'some', over: ['list'] })).toMatch('"op" of a condition must be an operator of the language');
    expect(refusal({ op: 'none', over: ['prototype'], where })).toMatch('over of "none" must be a path');
  });
});

it('compileElements, listFault and within are what the operators are made of', () => {
  const findResult = (): undefined => undefined;
  const element = { known: 1 };
  expect(truthBy(compileElements, { op: 'every', over: ['list'], where: LEAVES.true }, { list: [element] })).toBe(
    'true',
  );
  expect([listFault(undefined), listFault({})]).toEqual(['missing', 'wrong-type']);
  expect(within({ data: {}, on: '2026-01-01', findResult }, element)).toEqual({
    data: element,
    on: '2026-01-01',
    findResult,
  });
});
