import { describe, expect, it } from 'vitest';
import { evaluateKano, toKanoCategory, type KanoCounts, type KanoFeeling } from '../../../src/prioritization/kano.js';

const FEELINGS: readonly KanoFeeling[] = ['like', 'must-be', 'neutral', 'live-with', 'dislike'];

// Berger et al. (1993), Center for Quality of Management Journal 2(4), evaluation table: rows functional, columns dysfunctional.
const TABLE = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'];
const LETTERS = {
  A: 'attractive',
  O: 'one-dimensional',
  M: 'must-be',
  I: 'indifferent',
  R: 'reverse',
  Q: 'questionable',
} as const;

const counted = (counts: Partial<KanoCounts>): ReturnType<typeof evaluateKano> => evaluateKano({ counts });

describe('toKanoCategory', () => {
  it.each(
    FEELINGS.flatMap((functional, i) => FEELINGS.map((dysfunctional, j) => [functional, dysfunctional, i, j] as const)),
  )('is as in the table for %s and %s', (functional, dysfunctional, i, j) => {
    expect(toKanoCategory(functional, dysfunctional)).toBe(LETTERS[TABLE[i]?.[j] as keyof typeof LETTERS]);
  });

  it.each([
    ['love', 'like', 'functional'],
    ['like', 1, 'dysfunctional'],
  ])('refuses %j with %j', (functional, dysfunctional, part) => {
    const message = expect.stringContaining(
      `toKanoCategory: the ${part} answer must be "like", "must-be", "neutral", "live-with", "dislike", received`,
    );
    expect(() => toKanoCategory(functional as never, dysfunctional as never)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT', message }),
    );
  });
});

describe('evaluateKano', () => {
  it.each([
    // By hand from the coefficients of Berger et al. (1993): better = (A + O) / (A + O + M + I), worse = -(O + M) / the same; for the
    // first 39.3 / 98.1 and -81.6 / 98.1, for the second 55.5 / 97.5 and -75.6 / 97.5.
    ['must-be feature', [7, 32.3, 49.3, 9.5, 0.3, 1.5], 'must-be', 39.3 / 98.1, -81.6 / 98.1],
    ['one-dimensional feature', [10.4, 45.1, 30.5, 11.5, 1.2, 1.2], 'one-dimensional', 55.5 / 97.5, -75.6 / 97.5],
  ])('classifies a %s given in percent', (_, [A = 0, O = 0, M = 0, I = 0, R = 0, Q = 0], category, better, worse) => {
    const counts = { attractive: A, 'one-dimensional': O, 'must-be': M, indifferent: I, reverse: R, questionable: Q };
    const result = counted(counts);
    expect(result.category).toBe(category);
    expect(result.better).toBeCloseTo(better, 12);
    expect(result.worse).toBeCloseTo(worse, 12);
  });

  it('counts pairs of answers', () => {
    const result = evaluateKano([
      { functional: 'like', dysfunctional: 'neutral' },
      { functional: 'like', dysfunctional: 'dislike' },
      { functional: 'like', dysfunctional: 'must-be' },
      { functional: 'neutral', dysfunctional: 'dislike' },
      { functional: 'neutral', dysfunctional: 'neutral' },
      { functional: 'dislike', dysfunctional: 'like' },
      { functional: 'like', dysfunctional: 'like' },
    ]);
    expect(result).toEqual({
      counts: { attractive: 2, 'one-dimensional': 1, 'must-be': 1, indifferent: 1, reverse: 1, questionable: 1 },
      total: 7,
      category: 'attractive',
      tiedWith: [],
      better: 0.6,
      worse: -0.4,
      findings: [],
    });
  });

  it('prefers, among the most frequent, what weighs most when it lacks: M, O, A, I, R, Q', () => {
    const all = { questionable: 2, reverse: 2, indifferent: 2, attractive: 2, 'one-dimensional': 2, 'must-be': 2 };
    const { category, tiedWith } = counted(all);
    expect([category, ...tiedWith]).toEqual([
      'must-be',
      'one-dimensional',
      'attractive',
      'indifferent',
      'reverse',
      'questionable',
    ]);
    expect(counted({ ...all, 'must-be': 1 }).category).toBe('one-dimensional');
    expect(counted({ ...all, reverse: 3 })).toMatchObject({ category: 'reverse', tiedWith: [] });
  });

  it('has no coefficients without answers that count in them', () => {
    expect(counted({ reverse: 3, questionable: 1 })).toMatchObject({
      category: 'reverse',
      better: null,
      worse: null,
      total: 4,
    });
    expect(evaluateKano([])).toMatchObject({ total: 0, category: null, tiedWith: [], better: null, worse: null });
  });

  it('gives plain zeros', () => {
    const { better, worse } = counted({ indifferent: 1, attractive: -0 });
    expect([better, worse]).toEqual([0, 0]);
    expect(Object.is(worse, 0)).toBe(true);
  });

  it('leaves out and names what is no pair of answers', () => {
    const { total, findings } = evaluateKano([
      null,
      { functional: 'love', dysfunctional: 'x' },
      { functional: 'like', dysfunctional: 5 },
      { functional: 'like', dysfunctional: 'dislike' },
    ] as never);
    expect(total).toBe(1);
    expect(findings).toEqual([
      { code: 'not-an-answer', index: 0, id: null, field: '', value: null },
      { code: 'invalid-feeling', index: 1, id: null, field: 'functional', value: 'love' },
      { code: 'invalid-feeling', index: 2, id: null, field: 'dysfunctional', value: 5 },
    ]);
  });

  it.each([
    [undefined, 'CX_INVALID_INPUT', 'the answers must be an array or { counts }, received undefined'],
    [{}, 'CX_INVALID_INPUT', 'the answers must be an array or { counts }, received an object'],
    [{ counts: null }, 'CX_INVALID_INPUT', 'the answers must be an array or { counts }, received an object'],
    [{ counts: { nice: 1 } }, 'CX_INVALID_COUNTS', 'a key of "counts" must be a category of Kano, received "nice"'],
    [
      { counts: { constructor: 1 } },
      'CX_INVALID_COUNTS',
      'a key of "counts" must be a category of Kano, received "constructor"',
    ],
    [{ counts: { reverse: -1 } }, 'CX_INVALID_COUNTS', 'count "reverse" must be a finite number from 0, received -1'],
    [
      { counts: { reverse: Infinity } },
      'CX_INVALID_COUNTS',
      'count "reverse" must be a finite number from 0, received Infinity',
    ],
    [{ counts: { reverse: NaN } }, 'CX_INVALID_COUNTS', 'count "reverse" must be a finite number from 0, received NaN'],
    [{ counts: { reverse: '1' } }, 'CX_INVALID_COUNTS', 'count "reverse" must be a finite number from 0, received "1"'],
  ])('refuses %j', (answers, code, message) => {
    expect(() => evaluateKano(answers as never)).toThrow(
      expect.objectContaining({ code, message: `evaluateKano: ${message}` }),
    );
  });
});
