import { rankByFactors, type RankedScores } from './factorScores.js';

/** An outcome customers want; a value that is left out or `null` is unknown. */
export interface OpportunityCandidate {
  /** Id, unique in its list. */
  readonly id: string;
  /** Importance, 0..10: ten times the share of customers to whom it is very or extremely important. */
  readonly importance: number | null;
  /** Satisfaction, 0..10: ten times the share of customers who are very or extremely satisfied with it. */
  readonly satisfaction: number | null;
}

/**
 * Ranks outcomes by their opportunity score: importance plus what satisfaction lacks to it.
 *
 * Use it to find what matters and is badly served. Satisfaction beyond importance takes nothing off; scores above 10 are usually read as
 * underserved, above 15 as extremely so.
 *
 * @param candidates - The outcomes, in any order.
 * @returns The outcomes by rank, with scores from 0 to 20; a score is `null` when a value is unknown or off its scale.
 * @throws TypeError with code `CX_INVALID_INPUT` when the outcomes are no array.
 * @remarks `importance + max(importance - satisfaction, 0)`: Ulwick, A. (2002), Turn customer input into innovation, Harvard Business
 * Review 80(1), 91-97.
 * @example
 * ```ts
 * import { rankByOpportunity } from 'cx-scoring/prioritization';
 *
 * const { items } = rankByOpportunity([
 *   { id: 'quotes', importance: 6, satisfaction: 8 },
 *   { id: 'deliveries', importance: 9.5, satisfaction: 3.2 },
 * ]);
 * items[0]?.score; // ~> 15.8
 * items[1]?.score; // => 6
 * ```
 */
export function rankByOpportunity(candidates: readonly OpportunityCandidate[]): RankedScores {
  const scale = { minimum: 0, maximum: 10 };
  return rankByFactors(candidates, {
    where: 'rankByOpportunity',
    scales: { importance: scale, satisfaction: scale },
    scoreOf: ({ importance, satisfaction }) => importance + Math.max(importance - satisfaction, 0),
  });
}
