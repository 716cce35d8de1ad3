import { requireOption } from '../core/options.js';
import { EQUAL_WITHIN } from './axisPosition.js';
import { readInitiatives, type CriteriaOptions, type InitiativeFinding } from './checkInitiatives.js';
import type { Initiative } from './initiative.js';
import { compareTexts } from '../core/textOrder.js';
import { scoreTable, standingTable, type StandingTable } from './weighting.js';

/** Which place is examined. */
export interface FlipPointOptions extends CriteriaOptions {
  /** Ids of two initiatives to look at alone; left out, the first place among all. */
  readonly pair?: readonly [string, string] | undefined;
}

/** The weight beyond which another initiative is ahead. */
export interface FlipPoint {
  /** Weight of the criterion at which they are equal, as a share of all weights, 0..1. */
  readonly weight: number;
  /** How far that is from the declared weight: negative below it. */
  readonly change: number;
  /** Ids of those that go ahead there, in code-unit order. */
  readonly overtakenBy: readonly string[];
}

/** How far the weight of one criterion can move, all others keeping their ratios, before the lead changes. */
export interface CriterionFlipPoints {
  /** Id of the criterion. */
  readonly criterion: string;
  /** Its declared weight as a share of all weights. */
  readonly weight: number;
  /** Where the lead changes when the weight goes down; `null` when it does not. */
  readonly below: FlipPoint | null;
  /** Where the lead changes when the weight goes up; `null` when it does not. */
  readonly above: FlipPoint | null;
}

/** Flip points of all criteria. */
export interface FlipPointResult {
  /** Ids of those in the lead under the declared weights, in code-unit order; several when they are equal, none without initiatives. */
  readonly leaders: readonly string[];
  /** The criteria that count, in code-unit order. */
  readonly items: readonly CriterionFlipPoints[];
  /** Ids of initiatives left out because a criterion that counts is unknown. */
  readonly leftOut: readonly string[];
  /** What was wrong with the initiatives. */
  readonly findings: readonly InitiativeFinding[];
}

/**
 * Finds, criterion by criterion, the weight at which the first place changes hands.
 *
 * Use it to answer "what if cost mattered more?": a change of 0.02 is within anybody's error of judgement, a change of 0.4 is another
 * strategy. The weight of one criterion moves, those of the others keep their ratios; intervals are not looked at.
 *
 * @param initiatives - The initiatives, in any order.
 * @param options - Criteria with their declared weights, and a pair to be looked at alone.
 * @returns Who leads and, for each criterion, where the lead changes below and above its weight. Leaders that are equal part at a change
 * of 0.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` or `CX_INVALID_OPTION`, also when the pair is not two different ids.
 * @remarks One-way sensitivity of additive values: French (2003), Modelling, making inferences and making decisions: the roles of
 * sensitivity analysis, TOP 11, 229-251, https://doi.org/10.1007/BF02579043
 * @example
 * ```ts
 * import { IMPACT_EFFORT_CRITERIA, evaluateFlipPoints } from 'cx-scoring/prioritization';
 *
 * const { leaders, items } = evaluateFlipPoints(
 *   [
 *     { id: 'chatbot', criteria: { impact: 10, effort: 10 } },
 *     { id: 'portal', criteria: { impact: 5.5, effort: 1 } },
 *   ],
 *   { criteria: IMPACT_EFFORT_CRITERIA },
 * );
 * leaders; // => ['portal']
 * items[1]?.above?.weight; // ~> 0.666667
 * items[1]?.above?.overtakenBy; // => ['chatbot']
 * items[1]?.below; // => null
 * ```
 */
export function evaluateFlipPoints(
  initiatives: readonly Initiative[],
  options: FlipPointOptions = {},
): FlipPointResult {
  const where = 'evaluateFlipPoints';
  const { entries, criteria, findings } = readInitiatives(where, initiatives, options);
  const { pair } = options;
  requireOption(pair === undefined || isPair(pair), where, 'pair', 'two different ids', pair);
  const chosen = entries.filter(({ initiative }) => pair === undefined || pair.includes(initiative.id));
  const isKnown = ({ standings }: (typeof chosen)[number]): boolean =>
    criteria.every(({ share }, k) => share === 0 || (standings[k] ?? null) !== null);
  const known = chosen.filter(isKnown).map((entry) => ({
    ...entry,
    standings: entry.standings.map((standing) => {
      return standing && { ...standing, low: standing.likely, high: standing.likely, shape: 'certain' as const };
    }),
  }));
  const ids = known.map(({ initiative }) => initiative.id);
  const table = standingTable(known, criteria);
  const scores = new Float64Array(table.size);
  scoreTable(
    table,
    Float64Array.from(table.criteria, ({ share }) => share),
    scores,
  );
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const leaders = ids.flatMap((_, index) => ((scores[index] as number) >= highest - EQUAL_WITHIN ? [index] : []));
  const items = table.criteria.map(({ id: criterion, share: weight }, k) => ({
    criterion,
    weight,
    below: flipPoint({ table, scores, leaders, ids, k, weight, direction: -1 }),
    above: flipPoint({ table, scores, leaders, ids, k, weight, direction: 1 }),
  }));
  const leftOut = chosen.filter((entry) => !isKnown(entry)).map(({ initiative }) => initiative.id);
  return { leaders: leaders.map((index) => ids[index] as string), items, leftOut, findings };
}

function isPair(pair: unknown): boolean {
  if (!Array.isArray(pair) || pair.length !== 2 || pair[0] === pair[1]) return false;
  return pair.every((id) => typeof id === 'string');
}

interface FlipQuery {
  readonly table: StandingTable;
  readonly scores: Float64Array;
  readonly leaders: readonly number[];
  readonly ids: readonly string[];
  readonly k: number;
  readonly weight: number;
  readonly direction: 1 | -1;
}

function flipPoint({ table, scores, leaders, ids, k, weight, direction }: FlipQuery): FlipPoint | null {
  // A weight of 1 leaves the others no ratios to keep.
  if (table.criteria.length < 2) return null;
  const room = direction === 1 ? 1 - weight : weight;
  // Change of a score for each unit of weight: towards the own standing, away from the mean of all others.
  const slopeOf = (index: number): number =>
    ((table.values[k * table.size + index] as number) - (scores[index] as number)) / (1 - weight);
  const found: { readonly id: string; readonly distance: number }[] = [];
  for (const leader of leaders) {
    for (const [other, id] of ids.entries()) {
      const closing = (slopeOf(other) - slopeOf(leader)) * direction;
      if (other === leader || closing <= EQUAL_WITHIN) continue;
      const lead = Math.max((scores[leader] as number) - (scores[other] as number), 0);
      const distance = leaders.includes(other) ? 0 : lead / closing;
      // Equal at the very end of the scale of weights is not yet behind.
      if (distance < room - EQUAL_WITHIN) found.push({ id, distance });
    }
  }
  if (found.length === 0) return null;
  const nearest = found.reduce((least, { distance }) => Math.min(least, distance), Infinity);
  const first = found.filter(({ distance }) => distance <= nearest + EQUAL_WITHIN).map(({ id }) => id);
  const overtakenBy = Array.from(new Set(first)).sort(compareTexts);
  return { weight: weight + direction * nearest, change: nearest === 0 ? 0 : direction * nearest, overtakenBy };
}
