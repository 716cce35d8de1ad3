import { describe, expect, it } from 'vitest';
import { findMetric } from '../../../../src/metrics/catalogue/catalogue.js';
import { checkLearning, type LearningAssignment } from '../../../../src/metrics/behavioural/learningAssignment.js';
import {
  computeLearningCompletion,
  learningCompletionMeasure,
} from '../../../../src/metrics/behavioural/learningCompletion.js';
import {
  computeLearningCurrency,
  learningCurrencyMeasure,
} from '../../../../src/metrics/behavioural/learningCurrency.js';
import {
  computeLearningPassRate,
  learningPassRateMeasure,
} from '../../../../src/metrics/behavioural/learningPassRate.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

const given = (fields: Partial<LearningAssignment>): LearningAssignment => ({
  id: 'l',
  moduleId: 'm',
  assignedAt: '2026-03-02',
  ...fields,
});
const AS_OF = { asOf: '2026-03-31' } as const;
const IMPOSSIBLE = [
  [{ assignedAt: 'soon' }, 'unreadable-time', 'assignedAt', 'soon'],
  [{ completedAt: '31.3.2026' }, 'unreadable-time', 'completedAt', '31.3.2026'],
  [{ attemptedAt: '2026-13-01' }, 'unreadable-time', 'attemptedAt', '2026-13-01'],
  [{ expiresAt: 'never' }, 'unreadable-time', 'expiresAt', 'never'],
  [{ completedAt: '2026-03-01' }, 'completed-before-assigned', 'completedAt', '2026-03-01'],
  [{ attemptedAt: '2026-03-01' }, 'attempted-before-assigned', 'attemptedAt', '2026-03-01'],
  [{ completedAt: '2026-03-09', expiresAt: '2026-03-08' }, 'expired-before-completed', 'expiresAt', '2026-03-08'],
  [{ minutes: 0 }, 'invalid-minutes', 'minutes', 0],
  [{ minutes: -5 }, 'invalid-minutes', 'minutes', -5],
  [{ minutes: '20' as never }, 'invalid-minutes', 'minutes', '20'],
] as const;

describe('checkLearning', () => {
  it.each(IMPOSSIBLE)('names %o', (fields, code, field, value) => {
    expect(checkLearning(readOnce([given({}), given(fields)]))).toEqual([{ code, index: 1, id: 'l', field, value }]);
  });

  it('finds nothing in what happens on one day, and in what is left out', () => {
    const sameDay = { completedAt: '2026-03-02', attemptedAt: '2026-03-02', expiresAt: '2026-03-02', minutes: 20 };
    const empty = { completedAt: null, attemptedAt: null, expiresAt: null, passed: null, minutes: null };
    expect(checkLearning([given(sameDay), given(empty), given({ completedAt: '' })])).toEqual([]);
  });
});

describe('computeLearningCompletion', () => {
  const rows = [
    given({ completedAt: '2026-03-31', minutes: 20 }),
    given({ completedAt: '2026-04-01', minutes: 30 }),
    given({ minutes: 50 }),
    given({ optional: true, completedAt: '2026-03-09', minutes: 100 }),
    given({ assignedAt: '2026-04-01' }),
    ...IMPOSSIBLE.map(([fields]) => given(fields)),
  ];

  it('is the share of mandatory modules assigned that are completed by then', () => {
    const result = expectSound(computeLearningCompletion(deepFreeze(rows), AS_OF));
    expect(result).toMatchObject({ completed: 1, assigned: 3, sampleSize: 3 });
    expect(result.value).toBeCloseTo(1 / 3, 12);
    expect(result.excluded).toEqual({ missing: 0, invalid: 10, optional: 1, notYetAssigned: 1 });
    expect(result.definition.parameters).toEqual({});
  });

  it('takes optional modules in, and weighs by minutes, where declared', () => {
    const all = computeLearningCompletion(rows, { ...AS_OF, modules: 'all' });
    expect([all.value, all.definition.parameters]).toEqual([0.5, { modules: 'all' }]);
    const weighted = expectSound(computeLearningCompletion([...rows, given({})], { ...AS_OF, weightBy: 'minutes' }));
    expect(weighted).toMatchObject({ value: 0.2, completed: 20, assigned: 100, excluded: { missing: 1 } });
    expect(weighted.definition.parameters).toEqual({ weightBy: 'minutes' });
  });

  it.each([
    [{ asOf: '2026' }, 'CX_INVALID_DATE', /"asOf"/],
    [{ ...AS_OF, modules: 'optional' as never }, 'CX_INVALID_OPTION', /"modules" must be "mandatory" or "all"/],
    [{ ...AS_OF, weightBy: 'hours' as never }, 'CX_INVALID_OPTION', /"weightBy" must be "minutes"/],
  ])('refuses %o', (options, code, message) => {
    const thrown = thrownBy(() => computeLearningCompletion([], options));
    expect([thrown.code, message.test(thrown.message)]).toEqual([code, true]);
  });
});

describe('computeLearningPassRate', () => {
  it('is the share of attempts that passed', () => {
    const rows = [
      given({ completedAt: '2026-03-31', passed: true }),
      given({ attemptedAt: '2026-03-09', passed: false }),
      given({ attemptedAt: '2026-03-09', passed: true, optional: true }),
      given({ attemptedAt: '2026-03-09', passed: true }),
      given({ attemptedAt: '2026-04-01', completedAt: '2026-03-09', passed: true }),
      given({ completedAt: '2026-04-01', passed: true }),
      given({ completedAt: '2026-03-09' }),
      given({ passed: true }),
      given({ passed: false, attemptedAt: '2026-03-01' }),
    ];
    const result = expectSound(computeLearningPassRate(rows, AS_OF));
    expect(result).toMatchObject({ value: 0.75, passed: 3, failed: 1 });
    expect(result.excluded).toEqual({ invalid: 1, notAttempted: 4 });
  });
});

describe('computeLearningCurrency', () => {
  it('is the share of completions that are valid through the day', () => {
    const done = { assignedAt: '2025-01-10', completedAt: '2025-02-01' };
    const rows = [
      given({ ...done, expiresAt: '2026-03-31' }),
      given({ ...done, expiresAt: '2026-03-30' }),
      given({ ...done }),
      given({ ...done, expiresAt: '2026-04-30' }),
      given({ completedAt: '2026-04-01' }),
      given({}),
      given({ ...done, expiresAt: '2025-01-31' }),
    ];
    const result = expectSound(computeLearningCurrency(rows, AS_OF));
    expect(result).toMatchObject({ value: 0.75, current: 3, expired: 1 });
    expect(result.excluded).toEqual({ invalid: 1, notCompleted: 2 });
  });
});

it('agrees with the catalogue', () => {
  for (const make of [learningCompletionMeasure, learningPassRateMeasure, learningCurrencyMeasure]) {
    const { id, family, statistic, unit, direction, range } = make(AS_OF).definition;
    expect(findMetric(id)).toMatchObject({ id, family, statistic, unit, direction, range });
    expect(thrownBy(() => make({ asOf: '' })).message).toContain(make.name);
  }
});
