/**
 * A pattern of points, in standard deviations from the centre line, that chance seldom makes: one point beyond 3; two of three
 * beyond 2 on one side; four of five beyond 1 on one side; eight or nine in a row on one side; six in a row rising or falling;
 * fourteen in a row going up and down; fifteen in a row within 1; eight in a row beyond 1 on either side.
 */
export type RunRule =
  | 'one-beyond-3'
  | 'two-of-three-beyond-2'
  | 'four-of-five-beyond-1'
  | 'eight-on-one-side'
  | 'nine-on-one-side'
  | 'six-in-a-trend'
  | 'fourteen-alternating'
  | 'fifteen-within-1'
  | 'eight-beyond-1';

/** Where a run rule is met. */
export interface RunRuleMatch {
  /** The rule. */
  readonly rule: RunRule;
  /** Places, from 0, of the last point of each pattern. */
  readonly points: number[];
}

/** The four rules of the Western Electric handbook (1956): a process in control alarms about every 92 points. */
export const WESTERN_ELECTRIC_RULES: readonly RunRule[] = [
  'one-beyond-3',
  'two-of-three-beyond-2',
  'four-of-five-beyond-1',
  'eight-on-one-side',
];

/** The eight rules of Nelson (1984), in his order. */
export const NELSON_RULES: readonly RunRule[] = [
  'one-beyond-3',
  'nine-on-one-side',
  'six-in-a-trend',
  'fourteen-alternating',
  'two-of-three-beyond-2',
  'four-of-five-beyond-1',
  'fifteen-within-1',
  'eight-beyond-1',
];

/**
 * Run rules on the points of a control chart.
 *
 * Use few of them: each adds false alarms. One point beyond 3 alone alarms once in 370 points of a process in control, the four of
 * Western Electric once in 92.
 *
 * @param scores - Each point's distance from the centre in its own standard deviations: `(value - center) / sigma`. A NaN belongs
 * to no pattern and breaks those that run over it.
 * @param rules - Which rules, `WESTERN_ELECTRIC_RULES` unless given.
 * @returns For each rule, in the order given, the last point of every pattern; patterns overlap. A point on the line itself is on
 * neither side, and a limit itself is not beyond.
 * @remarks Western Electric (1956), Statistical Quality Control Handbook; Nelson, L. (1984), The Shewhart Control Chart: Tests for
 * Special Causes, Journal of Quality Technology 16, 237-239, https://doi.org/10.1080/00224065.1984.11978921. In a rule of "two of
 * three" the last point is one of the two.
 * @example
 * ```ts
 * import { runRules } from 'cx-scoring/statistics';
 * runRules([0.1, 2.4, 0.3, 2.2, -3.5], ['one-beyond-3', 'two-of-three-beyond-2']).map(({ points }) => points); // => [[4], [3]]
 * ```
 */
export function runRules(
  scores: ArrayLike<number>,
  rules: readonly RunRule[] = WESTERN_ELECTRIC_RULES,
): RunRuleMatch[] {
  return rules.map((rule) => {
    const points: number[] = [];
    for (let end = 0; end < scores.length; end++) if (endsPattern(scores, end, rule)) points.push(end);
    return { rule, points };
  });
}

function endsPattern(scores: ArrayLike<number>, end: number, rule: RunRule): boolean {
  switch (rule) {
    case 'one-beyond-3':
      return Math.abs(scores[end] as number) > 3;
    case 'two-of-three-beyond-2':
      return endsOneSided(scores, end, 2, 3, 2);
    case 'four-of-five-beyond-1':
      return endsOneSided(scores, end, 4, 5, 1);
    case 'eight-on-one-side':
      return endsOneSided(scores, end, 8, 8, 0);
    case 'nine-on-one-side':
      return endsOneSided(scores, end, 9, 9, 0);
    case 'six-in-a-trend': {
      const direction = stepAt(scores, end);
      return direction !== 0 && every(end, 5, (i) => stepAt(scores, i) === direction);
    }
    case 'fourteen-alternating': {
      const isStep = (i: number): boolean => stepAt(scores, i) !== 0;
      return every(end, 13, isStep) && every(end, 12, (i) => stepAt(scores, i) === -stepAt(scores, i - 1));
    }
    case 'fifteen-within-1':
      return every(end, 15, (i) => Math.abs(scores[i] as number) < 1);
    case 'eight-beyond-1':
      return every(end, 8, (i) => Math.abs(scores[i] as number) > 1);
  }
}

/** Whether `needed` of the last `span` points, the last among them, lie beyond the limit on the last one's side. */
function endsOneSided(scores: ArrayLike<number>, end: number, needed: number, span: number, limit: number): boolean {
  const side = Math.sign(scores[end] as number);
  let beyond = 0;
  if (!(side * (scores[end] as number) > limit)) return false;
  for (let i = end; i > end - span && i >= 0; i--) if (side * (scores[i] as number) > limit) beyond++;
  return beyond >= needed;
}

/** Whether the last `count` points all satisfy the condition, and there are as many. */
function every(end: number, count: number, condition: (i: number) => boolean): boolean {
  if (end - count + 1 < 0) return false;
  for (let i = end; i > end - count; i--) if (!condition(i)) return false;
  return true;
}

/** 1 up, -1 down, 0 level or from nowhere, to a point from the one before. */
function stepAt(scores: ArrayLike<number>, at: number): number {
  if (at < 1) return 0;
  const step = Math.sign((scores[at] as number) - (scores[at - 1] as number));
  return Number.isNaN(step) ? 0 : step;
}
