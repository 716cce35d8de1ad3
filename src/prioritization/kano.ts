import { cxError } from '../core/errors.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';

/** How one would feel: `'like'` it, `'must-be'` (expect it), `'neutral'`, can `'live-with'` it, or `'dislike'` it. */
export type KanoFeeling = 'like' | 'must-be' | 'neutral' | 'live-with' | 'dislike';

/**
 * What a feature is: `'attractive'` delights and is not missed, `'one-dimensional'` is the more the better, `'must-be'` is only noticed when
 * it lacks, `'indifferent'`, `'reverse'` (wanted absent), or `'questionable'`: the two answers contradict each other.
 */
export type KanoCategory = 'attractive' | 'one-dimensional' | 'must-be' | 'indifferent' | 'reverse' | 'questionable';

/** One customer's answers to the pair of questions about a feature. */
export interface KanoAnswer {
  /** How one would feel if the feature were there. */
  readonly functional: KanoFeeling;
  /** How one would feel if it were not. */
  readonly dysfunctional: KanoFeeling;
}

/** Number of answers, or their shares, by category. */
export type KanoCounts = Readonly<Record<KanoCategory, number>>;

/** What customers make of a feature. */
export interface KanoResult {
  /** Answers by category. */
  readonly counts: KanoCounts;
  /** Answers counted. */
  readonly total: number;
  /**
   * The most frequent category; of equally frequent ones the first in the order must-be, one-dimensional, attractive, indifferent, reverse,
   * questionable: what weighs most when it lacks. `null` without answers.
   */
  readonly category: KanoCategory | null;
  /** Other categories that are as frequent, in the same order. */
  readonly tiedWith: readonly KanoCategory[];
  /** How far the feature can lift satisfaction, 0..1: (A + O) / (A + O + M + I); `null` when these are 0. */
  readonly better: number | null;
  /** How far its lack can lower it, -1..0: -(O + M) / (A + O + M + I); `null` when these are 0. */
  readonly worse: number | null;
  /** What was wrong with answers that were left out. */
  readonly findings: readonly RecordFinding<'not-an-answer' | 'invalid-feeling'>[];
}

const FEELINGS: readonly KanoFeeling[] = ['like', 'must-be', 'neutral', 'live-with', 'dislike'];

/** What weighs most when it lacks comes first. */
const PRECEDENCE: readonly KanoCategory[] = [
  'must-be',
  'one-dimensional',
  'attractive',
  'indifferent',
  'reverse',
  'questionable',
];

/**
 * The category of one pair of answers by Kano's table of five by five.
 *
 * @param functional - Feeling if the feature were there.
 * @param dysfunctional - Feeling if it were not.
 * @returns The category.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when an answer is none of the five.
 * @remarks Kano, Seraku, Takahashi and Tsuji (1984), Attractive quality and must-be quality, Hinshitsu 14(2), 147-156; table as in Berger et
 * al. (1993), Kano's methods for understanding customer-defined quality, Center for Quality of Management Journal 2(4).
 * @example
 * ```ts
 * import { toKanoCategory } from 'cx-scoring/prioritization';
 *
 * toKanoCategory('like', 'neutral'); // => 'attractive'
 * toKanoCategory('neutral', 'dislike'); // => 'must-be'
 * toKanoCategory('like', 'like'); // => 'questionable'
 * ```
 */
export function toKanoCategory(functional: KanoFeeling, dysfunctional: KanoFeeling): KanoCategory {
  for (const [part, feeling] of Object.entries({ functional, dysfunctional })) {
    if (FEELINGS.includes(feeling)) continue;
    const rule = FEELINGS.map((known) => `"${known}"`).join(', ');
    throw cxError('CX_INVALID_INPUT', `toKanoCategory: the ${part} answer`, rule, feeling);
  }
  return categoryOf(functional, dysfunctional);
}

function categoryOf(functional: KanoFeeling, dysfunctional: KanoFeeling): KanoCategory {
  const isExtreme = functional === 'like' || functional === 'dislike';
  if (isExtreme && functional === dysfunctional) return 'questionable';
  if (functional === 'like') return dysfunctional === 'dislike' ? 'one-dimensional' : 'attractive';
  if (functional === 'dislike' || dysfunctional === 'like') return 'reverse';
  return dysfunctional === 'dislike' ? 'must-be' : 'indifferent';
}

/**
 * Classifies a feature by what customers feel when it is there and when it is not.
 *
 * Use it before promising a gain: what is a must-be, such as a delivery on time and in full, can only cost satisfaction, never earn it.
 *
 * @param answers - Pairs of answers, in any order, or `{ counts }` by category as numbers or percentages; a category left out counts 0.
 * @returns Counts, the most frequent category with its ties, and the coefficients of satisfaction and dissatisfaction.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the answers are no array or `{ counts }`, and `CX_INVALID_COUNTS` when a
 * count is negative, not finite or of an unknown category.
 * @remarks Coefficients: Berger et al. (1993), Center for Quality of Management Journal 2(4); order of precedence M, O, A, I ibid.
 * @example
 * ```ts
 * import { evaluateKano } from 'cx-scoring/prioritization';
 *
 * const feature = evaluateKano({
 *   counts: { attractive: 7, 'one-dimensional': 32.3, 'must-be': 49.3, indifferent: 9.5, reverse: 0.3, questionable: 1.5 },
 * });
 * feature.category; // => 'must-be'
 * feature.better; // ~> 0.4006
 * feature.worse; // ~> -0.8318
 * ```
 */
export function evaluateKano(answers: readonly KanoAnswer[] | { readonly counts: Partial<KanoCounts> }): KanoResult {
  const where = 'evaluateKano';
  if (Array.isArray(answers)) {
    const { counts, findings } = countAnswers(answers as readonly KanoAnswer[]);
    return resultOf(counts, findings);
  }
  const given: unknown = (answers as { readonly counts?: unknown } | null | undefined)?.counts;
  if (typeof given !== 'object' || given === null) {
    throw cxError('CX_INVALID_INPUT', `${where}: the answers`, 'an array or { counts }', answers);
  }
  const counts = noCounts();
  for (const [category, count] of Object.entries(given)) {
    const rule = 'a category of Kano';
    if (!Object.hasOwn(counts, category))
      throw cxError('CX_INVALID_COUNTS', `${where}: a key of "counts"`, rule, category);
    const isCount = typeof count === 'number' && count >= 0 && count < Infinity;
    if (!isCount) throw cxError('CX_INVALID_COUNTS', `${where}: count "${category}"`, 'a finite number from 0', count);
    counts[category as KanoCategory] = count + 0;
  }
  return resultOf(counts, []);
}

function noCounts(): Record<KanoCategory, number> {
  return { attractive: 0, 'one-dimensional': 0, 'must-be': 0, indifferent: 0, reverse: 0, questionable: 0 };
}

function countAnswers(answers: readonly KanoAnswer[]): Pick<KanoResult, 'counts' | 'findings'> {
  const counts = noCounts();
  const findings: RecordFinding<'not-an-answer' | 'invalid-feeling'>[] = [];
  for (const [index, answer] of (answers as readonly unknown[]).entries()) {
    if (typeof answer !== 'object' || answer === null) {
      findings.push(recordFinding('not-an-answer', index, null, '', answer));
      continue;
    }
    const { functional, dysfunctional } = answer as KanoAnswer;
    const field = FEELINGS.includes(functional) ? 'dysfunctional' : 'functional';
    const feeling = (answer as KanoAnswer)[field];
    if (FEELINGS.includes(feeling)) counts[categoryOf(functional, dysfunctional)]++;
    else findings.push(recordFinding('invalid-feeling', index, null, field, feeling));
  }
  return { counts, findings };
}

function resultOf(counts: KanoCounts, findings: KanoResult['findings']): KanoResult {
  const { attractive, indifferent } = counts;
  const oneDimensional = counts['one-dimensional'];
  const mustBe = counts['must-be'];
  const total = PRECEDENCE.reduce((sum, category) => sum + counts[category], 0);
  const base = attractive + oneDimensional + mustBe + indifferent;
  const most = Math.max(...PRECEDENCE.map((category) => counts[category]));
  const [category = null, ...tiedWith] = most > 0 ? PRECEDENCE.filter((own) => counts[own] === most) : [];
  return {
    counts,
    total,
    category,
    tiedWith,
    better: base > 0 ? (attractive + oneDimensional) / base : null,
    worse: base > 0 ? 0 - (oneDimensional + mustBe) / base : null,
    findings,
  };
}
