import { cxError } from '../core/errors.js';
import type { ScaleStatistic } from '../measures/scaleValue.js';
import type { ScaleTally } from '../measures/scaleTally.js';

/**
 * How the answers of an account become one number.
 *
 * - `'mean'`: the metric of the account alone, so that every account speaks with one voice;
 * - `'pooled'`: no roll-up: all answers count, clustered by account;
 * - `'mean-then-classify'`: the mean score, classified as it stands: 9 or more is a promoter, 6 or less a detractor;
 * - `'rounded-mean-then-classify'`: the mean score rounded half up, then classified: 8.5 and more, less than 6.5;
 * - `'majority'`: the class of most answers; a tie is neutral (of a share: not a success);
 * - `'worst'`: the least favourable answer: an alert more than a score;
 * - `'best'`: the most favourable answer.
 */
export type RollUpRule =
  'mean' | 'pooled' | 'mean-then-classify' | 'rounded-mean-then-classify' | 'majority' | 'worst' | 'best';

/** The rules, from the default on. */
export const ROLL_UP_RULES: readonly RollUpRule[] = [
  'mean',
  'pooled',
  'mean-then-classify',
  'rounded-mean-then-classify',
  'majority',
  'worst',
  'best',
];

/** What one account says: the weight of its answers by scale point, lowest first. */
export interface AccountScores {
  /** Lowest point of the scale. */
  readonly minimum: number;
  /** Weight, or number, of answers at each point. */
  readonly weights: readonly number[];
}

/** Reads the answers of an account off its tally. */
export function accountScores(
  { scale }: Pick<ScaleStatistic, 'scale'>,
  { counts, weights }: ScaleTally,
): AccountScores {
  const pairs = weights?.sums;
  const points = counts.slice(0, -4);
  return {
    minimum: scale.minimum,
    weights: pairs ? points.map((_, bin) => (pairs[2 * bin] as number) + (pairs[2 * bin + 1] as number)) : points,
  };
}

/** Refuses a rule that is none, or that means nothing for a metric: a mean has no classes. */
export function requireRule(where: string, rule: RollUpRule, { definition }: Pick<ScaleStatistic, 'definition'>): void {
  const classless = definition.statistic === 'mean';
  const rules = classless ? (['mean', 'pooled', 'worst', 'best'] as const) : ROLL_UP_RULES;
  if (!(rules as readonly unknown[]).includes(rule)) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "rollUp"`, rules.map((name) => `"${name}"`).join(', '), rule);
  }
}

/** Sums weights times a function of the score. */
function mean({ minimum, weights }: AccountScores, valueAt: (score: number) => number): number {
  const weight = weights.reduce((sum, own) => sum + own, 0);
  return weights.reduce((sum, own, bin) => sum + (own > 0 ? own * valueAt(minimum + bin) : 0), 0) / weight;
}

/** The contribution most of the weight stands for; 0, the neutral class, in a tie. */
function majority({ minimum, weights }: AccountScores, valueAt: (score: number) => number): number {
  const byClass = new Map<number, number>();
  weights.forEach((own, bin) => {
    const value = valueAt(minimum + bin);
    byClass.set(value, (byClass.get(value) ?? 0) + own);
  });
  const most = Math.max(...byClass.values());
  // Sums of weights that are equal on paper may differ in their last digits.
  const winners = Array.from(byClass).filter(([, own]) => own >= most * (1 - 1e-12));
  return winners.length === 1 ? (winners[0] as [number, number])[0] : 0;
}

/** What an account contributes to the metric under a rule: on -1..1, 0..1 or the scale, as a single answer does. */
export function rollUpAccount(rule: RollUpRule, statistic: ScaleStatistic, scores: AccountScores): number {
  const { valueAt, definition } = statistic;
  const own = (score: number): number => score;
  if (rule === 'mean-then-classify') return valueAt(mean(scores, own));
  if (rule === 'rounded-mean-then-classify') return valueAt(Math.round(mean(scores, own)));
  if (rule === 'majority') return majority(scores, valueAt);
  if (rule === 'worst' || rule === 'best') {
    const values = scores.weights.flatMap((weight, bin) => (weight > 0 ? [valueAt(scores.minimum + bin)] : []));
    const wantsHighest = (rule === 'best') === (definition.direction !== 'lower-is-better');
    return wantsHighest ? Math.max(...values) : Math.min(...values);
  }
  return mean(scores, valueAt);
}
