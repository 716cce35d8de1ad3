import { EQUAL_WITHIN } from './axisPosition.js';
import { readInitiatives, type InitiativeFinding } from './checkInitiatives.js';
import type { Initiative } from './initiative.js';
import { standingTable, visitWeightings, type WeightingOptions, type WeightingTrace } from './weighting.js';

/** How often each initiative ranks above each other one. */
export interface PairwiseWins extends WeightingTrace {
  /** Ids of the initiatives, in code-unit order. */
  readonly ids: readonly string[];
  /**
   * Share of the weights under which the initiative of the row scores above that of the column, in the order of `ids`; a tie is half a
   * win for either, so that a share and its counterpart add up to 1, and the diagonal is 0.5.
   */
  readonly wins: readonly (readonly number[])[];
  /** What was wrong with the initiatives. */
  readonly findings: readonly InitiativeFinding[];
}

/**
 * For each pair of initiatives the share of weights, and of uncertain scores, under which the one comes before the other.
 *
 * Use it when two initiatives compete for the same means: unlike ranks it does not depend on what else is on the list.
 *
 * @param initiatives - The initiatives, in any order.
 * @param options - Criteria, what is known of their weights, method, draws and seed, as for `rankAcceptability`.
 * @returns The ids and the table of wins.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` or `CX_INVALID_OPTION`, as `rankAcceptability`.
 * @remarks Pairwise winning index: Leskinen, Viitanen, Kangas and Kangas (2006), Alternatives to incorporate uncertainty and risk in
 * multicriteria evaluation of forest plans, Forest Science 52, 304-312.
 * @example
 * ```ts
 * import { IMPACT_EFFORT_CRITERIA, evaluatePairwiseWins } from 'cx-scoring/prioritization';
 *
 * const { ids, wins } = evaluatePairwiseWins(
 *   [
 *     { id: 'chatbot', criteria: { impact: 10, effort: 10 } },
 *     { id: 'portal', criteria: { impact: 5.5, effort: 1 } },
 *   ],
 *   { criteria: IMPACT_EFFORT_CRITERIA },
 * );
 * ids; // => ['chatbot', 'portal']
 * wins; // ~> [[0.5, 0.333333], [0.666667, 0.5]]
 * ```
 */
export function evaluatePairwiseWins(initiatives: readonly Initiative[], options: WeightingOptions = {}): PairwiseWins {
  const where = 'evaluatePairwiseWins';
  const { entries, criteria, findings } = readInitiatives(where, initiatives, options);
  const table = standingTable(entries, criteria);
  const { size } = table;
  const sums = new Float64Array(size * size);
  let total = 0;
  const trace = visitWeightings(where, table, options, (scores, _, mass) => {
    total += mass;
    for (let i = 0; i < size; i++) {
      const own = scores[i] as number;
      const start = i * size;
      for (let j = i + 1; j < size; j++) {
        const lead = own - (scores[j] as number);
        const win = lead > EQUAL_WITHIN ? mass : lead < -EQUAL_WITHIN ? 0 : mass / 2;
        sums[start + j] = (sums[start + j] as number) + win;
      }
    }
  });
  const shareOf = (i: number, j: number): number => {
    if (i === j) return 0.5;
    return i < j ? (sums[i * size + j] as number) / total : 1 - (sums[j * size + i] as number) / total;
  };
  const ids = entries.map(({ initiative }) => initiative.id);
  return { ids, wins: ids.map((_, i) => ids.map((__, j) => shareOf(i, j))), ...trace, findings };
}
