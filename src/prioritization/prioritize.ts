import { requireOption } from '../core/options.js';
import { EQUAL_WITHIN, weightedRange, type CaseRange } from './axisPosition.js';
import { readInitiatives } from './checkInitiatives.js';
import { contributionsOf } from './contribution.js';
import { listDominators } from './dominance.js';
import { compareTexts } from '../core/textOrder.js';
import type { Initiative } from './initiative.js';
import type { Prioritization, PrioritizedInitiative, PrioritizeOptions } from './prioritization.js';
import { isBorderline, lineAcross, quadrantOf, requireLines } from './quadrant.js';
import { listTies, rankScores, type RankRange } from './rankScores.js';

/**
 * Ranks initiatives by the weighted sum of their criteria and places them in the matrix of value and effort.
 *
 * Use it to decide what comes first: quick wins now, structuring projects for the middle term. Scores are taken on the declared
 * scales, so adding an initiative never reorders the others. A criterion that is unknown is not 0: the score is then `null`, and score
 * and rank have a worst and a best case. Before the order is acted upon, ask {@link rankAcceptability} how much of it the weights decide.
 *
 * @param initiatives - The initiatives, in any order; impact may be any metric result, driver or theme impact with its interval.
 * @param options - Criteria with weights, lines of the matrix, border and cases.
 * @returns The initiatives in order of rank, each with score, ranks, ties, quarter and reasons; plain JSON.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the initiatives are no array, and `CX_INVALID_OPTION` when criteria,
 * lines, border or cases break their rules.
 * @remarks Weighted sum (simple additive weighting) on fixed scales: Keeney and Raiffa (1976), Decisions with Multiple Objectives.
 * Distance to an ideal point (TOPSIS) is left out: it stretches scores to the list, so that an initiative that is added last can turn the
 * order of the others, as the second example shows. García-Cascales and Lamata (2012), On rank reversal and TOPSIS method,
 * Mathematical and Computer Modelling 56, 123-132, https://doi.org/10.1016/j.mcm.2011.12.022
 * @example
 * ```ts
 * import { prioritize } from 'cx-scoring/prioritization';
 *
 * const { items } = prioritize([
 *   { id: 'delivery-slots', criteria: { impact: 4, reach: 0.8, complexity: 2, cost: 2 } },
 *   { id: 'new-erp', criteria: { impact: 5, reach: 0.9, complexity: 5, cost: 5 } },
 *   { id: 'short-videos', criteria: { impact: 2, reach: 0.3, complexity: 1, cost: null } },
 * ]);
 * items.map(({ id }) => id); // => ['delivery-slots', 'new-erp', 'short-videos']
 * items.map(({ quadrant }) => quadrant); // => ['quick-win', 'structuring-project', null]
 * items[0]?.score; // ~> 0.7625
 * items[2]?.score; // => null
 * [items[2]?.bestRank, items[2]?.worstRank]; // => [2, 3]
 * ```
 * @example
 * ```ts
 * import { prioritize, type Criterion } from 'cx-scoring/prioritization';
 *
 * // TOPSIS with equal weights: columns to length 1, then nearness to the best against distance from the worst.
 * function topsis(table: number[][]): number[] {
 *   const columns = [0, 1].map((k) => table.map((row) => row[k]! / Math.hypot(...table.map((other) => other[k]!))));
 *   const distance = (i: number, end: (...list: number[]) => number) =>
 *     Math.hypot(...columns.map((column) => column[i]! - end(...column)));
 *   return table.map((_, i) => distance(i, Math.min) / (distance(i, Math.min) + distance(i, Math.max)));
 * }
 * const [a, b, c] = [[1, 10], [3, 5], [10, 3]] as const;
 * const two = topsis([[...a], [...b]]);
 * const three = topsis([[...a], [...b], [...c]]);
 * [two[0]! > two[1]!, three[0]! > three[1]!]; // => [false, true]
 *
 * const shared = { unit: 'points', scale: { minimum: 0, maximum: 10 }, direction: 'more-is-better', axis: 'value' } as const;
 * const criteria: Criterion[] = ['x', 'y'].map((id) => ({ id, names: { en: id, fr: id }, weight: 1, ...shared }));
 * const list = Object.entries({ a, b, c }).map(([id, [x, y]]) => ({ id, criteria: { x, y } }));
 * prioritize(list.slice(0, 2), { criteria }).items.map(({ id }) => id); // => ['a', 'b']
 * prioritize(list, { criteria }).items.map(({ id }) => id); // => ['c', 'a', 'b']
 * ```
 */
export function prioritize(initiatives: readonly Initiative[], options: PrioritizeOptions = {}): Prioritization {
  const { entries, criteria, findings } = readInitiatives('prioritize', initiatives, options);
  const { lines: policy = 'middle', border = 0.05, cases = 'missing' } = options;
  requireLines('prioritize', policy, border);
  const isPolicy = cases === 'missing' || cases === 'intervals';
  requireOption(isPolicy, 'prioritize', 'cases', '"missing" or "intervals"', cases);
  // Every list of criteria has one that counts, so there always is a score.
  const scores = entries.map((entry) => weightedRange(entry, criteria, cases) as CaseRange);
  const values = entries.map((entry) => weightedRange(entry, criteria, cases, 'value'));
  const efforts = entries.map((entry) => mirrored(weightedRange(entry, criteria, cases, 'effort')));
  const lines = { value: lineAcross(policy, 'value', values), effort: lineAcross(policy, 'effort', efforts) };
  const ranks = rankScores(scores);
  const ties = listTies(
    entries.map(({ initiative }) => initiative.id),
    scores.map(({ value, lower, upper }) => (lower === upper ? value : null)),
  );
  const dominators = listDominators(entries, criteria);
  const items = entries.map((entry, index) => {
    const { value: score, lower, upper } = scores[index] as CaseRange;
    const [value, effort] = [values[index] ?? null, efforts[index] ?? null];
    const missing = criteria.filter(({ share }, k) => share > 0 && (entry.standings[k] ?? null) === null);
    return {
      id: entry.initiative.id,
      names: entry.initiative.names ?? null,
      ...(ranks[index] as RankRange),
      tiedWith: ties[index] as string[],
      score,
      lowestScore: lower,
      highestScore: upper,
      value,
      effort,
      ...placeOf(value, effort, lines, border),
      missing: missing.map(({ id }) => id),
      dominatedBy: dominators[index] as string[],
      contributions: contributionsOf(entry, criteria),
    };
  });
  items.sort(byRank);
  return { items, lines, findings };
}

function byRank(a: PrioritizedInitiative, b: PrioritizedInitiative): number {
  const ranks = a.worstRank - b.worstRank || a.bestRank - b.bestRank;
  const lead = b.lowestScore - a.lowestScore;
  return ranks || (Math.abs(lead) > EQUAL_WITHIN ? lead : compareTexts(a.id, b.id));
}

// Much effort is little of the good that the weighted mean counts.
function mirrored(range: CaseRange | null): CaseRange | null {
  if (range === null) return null;
  const { value, lower, upper } = range;
  return { value: value === null ? null : 1 - value, lower: 1 - upper, upper: 1 - lower };
}

function placeOf(
  value: CaseRange | null,
  effort: CaseRange | null,
  lines: Prioritization['lines'],
  border: number,
): Pick<PrioritizedInitiative, 'quadrant' | 'toConfirm'> {
  if (value === null || effort === null || lines.value === null || lines.effort === null) {
    return { quadrant: null, toConfirm: true };
  }
  const toConfirm = isBorderline(value, lines.value, border) || isBorderline(effort, lines.effort, border);
  if (value.value === null || effort.value === null) return { quadrant: null, toConfirm };
  return { quadrant: quadrantOf(value.value, effort.value, { value: lines.value, effort: lines.effort }), toConfirm };
}
