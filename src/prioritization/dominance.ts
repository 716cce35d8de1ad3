import {
  readInitiatives,
  type CriteriaOptions,
  type InitiativeFinding,
  type ReadInitiative,
} from './checkInitiatives.js';
import type { ResolvedCriterion } from './checkCriteria.js';
import type { Initiative } from './initiative.js';
import type { Standing } from './readScore.js';

/** Which initiatives are at least as good as this one under every criterion, and better under one. */
export interface InitiativeDominance {
  /** Id of the initiative. */
  readonly id: string;
  /** Ids of those that dominate it, in code-unit order; none: no weights can speak against it from the start. */
  readonly dominatedBy: readonly string[];
  /** Ids of those it dominates, in code-unit order. */
  readonly dominates: readonly string[];
}

/** Dominance among initiatives. */
export interface DominanceResult {
  /** The initiatives, in code-unit order of their ids. */
  readonly items: readonly InitiativeDominance[];
  /** What was wrong with the initiatives. */
  readonly findings: readonly InitiativeFinding[];
}

/**
 * Finds the initiatives that no weights can put first, because another one is at least as good under every criterion and better under
 * one.
 *
 * Use it before any talk of weights: what is dominated needs a reason of its own to stay on the list. An interval dominates only when
 * its worst end is no worse than the other's best, and an unknown score may be anywhere on its scale; so what is found here holds
 * whatever turns out. Criteria of weight 0 do not count.
 *
 * @param initiatives - The initiatives, in any order.
 * @param options - The criteria.
 * @returns For each initiative who dominates it and whom it dominates.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` or `CX_INVALID_OPTION`, as `checkInitiatives`.
 * @example
 * ```ts
 * import { IMPACT_EFFORT_CRITERIA, evaluateDominance } from 'cx-scoring/prioritization';
 *
 * const { items } = evaluateDominance(
 *   [
 *     { id: 'chatbot', criteria: { impact: 4, effort: 6 } },
 *     { id: 'portal', criteria: { impact: 7, effort: 6 } },
 *   ],
 *   { criteria: IMPACT_EFFORT_CRITERIA },
 * );
 * items.map(({ id, dominatedBy }) => [id, dominatedBy]); // => [['chatbot', ['portal']], ['portal', []]]
 * ```
 */
export function evaluateDominance(initiatives: readonly Initiative[], options: CriteriaOptions = {}): DominanceResult {
  const { entries, criteria, findings } = readInitiatives('evaluateDominance', initiatives, options);
  const dominators = listDominators(entries, criteria);
  const dominated = new Map(entries.map(({ initiative }) => [initiative.id, [] as string[]]));
  for (const [index, ids] of dominators.entries()) {
    for (const id of ids) dominated.get(id)?.push(entries[index]?.initiative.id as string);
  }
  const items = entries.map(({ initiative: { id } }, index) => ({
    id,
    dominatedBy: dominators[index] as string[],
    dominates: dominated.get(id) as string[],
  }));
  return { items, findings };
}

/** For each initiative the ids of those that dominate it, in their order. */
export function listDominators(entries: readonly ReadInitiative[], criteria: readonly ResolvedCriterion[]): string[][] {
  const counted = criteria.flatMap(({ share }, index) => (share > 0 ? [index] : []));
  const ends = entries.map(({ standings }) =>
    counted.map((index) => {
      const standing = standings[index] as Standing | null;
      if (standing === null) return { low: 0, high: 1 };
      const { low, likely, high } = standing;
      return { low: Math.min(low, likely), high: Math.max(high, likely) };
    }),
  );
  return ends.map((own, index) =>
    entries.flatMap(({ initiative: { id } }, other) => {
      if (other === index) return [];
      const isAbove = (k: number): number => (ends[other]?.[k]?.low as number) - (own[k]?.high as number);
      const gaps = own.map((_, k) => isAbove(k));
      return gaps.every((gap) => gap >= 0) && gaps.some((gap) => gap > 0) ? [id] : [];
    }),
  );
}
