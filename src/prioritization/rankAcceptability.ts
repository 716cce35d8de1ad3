import type { LocalizedText } from '../core/definition.js';
import { isWhole, requireOption } from '../core/options.js';
import { acceptabilityTally, type AcceptabilityTally } from './acceptabilityTally.js';
import { centralConfidence } from './centralConfidence.js';
import { readInitiatives, type InitiativeFinding } from './checkInitiatives.js';
import type { Initiative } from './initiative.js';
import { compareTexts } from '../core/textOrder.js';
import { standingTable, visitWeightings, type WeightingOptions, type WeightingTrace } from './weighting.js';

/** How the robustness of a ranking is examined. */
export interface AcceptabilityOptions extends WeightingOptions {
  /**
   * How many places count as the top, 1 or more.
   * @defaultValue 3
   */
  readonly top?: number | undefined;
}

/** How an initiative ranks over all weights. Shares are 0..1. */
export interface InitiativeAcceptability {
  /** Id of the initiative. */
  readonly id: string;
  /** Its name, where it has one. */
  readonly names: LocalizedText | null;
  /** Share of the weights that give it each rank, the first rank first; they add up to 1. Ties share their ranks equally. */
  readonly acceptability: readonly number[];
  /** Share of the weights that put it among the top. */
  readonly topShare: number;
  /** Mean of its ranks over the weights. */
  readonly expectedRank: number;
  /** Mean of the weights that put it first: who decides for it weighs like this; `null` when none do. */
  readonly centralWeights:
    | readonly {
        /** Id of the criterion. */
        readonly criterion: string;
        /** Its weight; the weights add up to 1. */
        readonly weight: number;
      }[]
    | null;
  /**
   * How sure its first place is for one who weighs so, the scores being as uncertain as they are; below 1 more knowledge of the scores
   * is needed. `null` without central weights.
   */
  readonly confidence: number | null;
}

/** How initiatives rank over all weights. */
export interface AcceptabilityResult extends WeightingTrace {
  /** The initiatives by expected rank, then id. */
  readonly items: readonly InitiativeAcceptability[];
  /** Number of places that counted as the top. */
  readonly top: number;
  /** What was wrong with the initiatives. */
  readonly findings: readonly InitiativeFinding[];
}

/**
 * Ranks initiatives under all the weights that may be meant, and tells for which share of them each takes each rank.
 *
 * Use it beside {@link prioritize}: when an initiative is first for 95 % of the weights, nobody needs to argue about them; when it is for
 * 40 %, the central weights tell what the choice depends on. Scores with an interval are drawn evenly from it, judgements of three points
 * from their triangle, unknown scores from all of their scale.
 *
 * @param initiatives - The initiatives, in any order.
 * @param options - Criteria, what is known of their weights, method, draws, seed and the number of places that count as the top.
 * @returns For each initiative the share of weights by rank, its central weights and their confidence; shares are exact for two criteria
 * with certain scores, otherwise within the standard error that is stated.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` or `CX_INVALID_OPTION`, the latter also when the exact method is asked for
 * where there is none.
 * @remarks SMAA-2: Lahdelma and Salminen (2001), Stochastic multicriteria acceptability analysis for group decision making, Operations
 * Research 49, 444-454, https://doi.org/10.1287/opre.49.3.444.11220
 * @example
 * ```ts
 * import { IMPACT_EFFORT_CRITERIA, rankAcceptability } from 'cx-scoring/prioritization';
 *
 * const shared = { scale: { minimum: 0, maximum: 1 }, direction: 'more-is-better' } as const;
 * const criteria = IMPACT_EFFORT_CRITERIA.map((criterion) => ({ ...criterion, ...shared }));
 * const list = [
 *   { id: 'a', criteria: { impact: 0.9, effort: 0.3 } },
 *   { id: 'b', criteria: { impact: 0.5, effort: 0.6 } },
 * ];
 * const { method, items } = rankAcceptability(list, { criteria });
 * method; // => 'exact'
 * items[0]?.acceptability; // ~> [0.571429, 0.428571]
 * ```
 */
export function rankAcceptability(
  initiatives: readonly Initiative[],
  options: AcceptabilityOptions = {},
): AcceptabilityResult {
  const where = 'rankAcceptability';
  const { entries, criteria, findings } = readInitiatives(where, initiatives, options);
  const { top = 3 } = options;
  requireOption(isWhole(top) && top > 0, where, 'top', 'a whole number above 0', top);
  const table = standingTable(entries, criteria);
  const tally = acceptabilityTally(table.size, table.criteria.length);
  const trace = visitWeightings(where, table, options, tally.add);
  const central = centralWeights(tally);
  const confidences = centralConfidence(table, central, trace);
  const items = entries.map(({ initiative: { id, names } }, index) => {
    const acceptability = tally.sharesOf(index);
    const weights = central[index] ?? null;
    return {
      id,
      names: names ?? null,
      acceptability,
      topShare: Math.min(
        acceptability.slice(0, top).reduce((sum, share) => sum + share, 0),
        1,
      ),
      expectedRank: acceptability.reduce((sum, share, rank) => sum + share * (rank + 1), 0),
      centralWeights:
        weights && table.criteria.map(({ id: criterion }, k) => ({ criterion, weight: weights[k] as number })),
      confidence: confidences[index] ?? null,
    };
  });
  items.sort((a, b) => a.expectedRank - b.expectedRank || compareTexts(a.id, b.id));
  return { items, top, ...trace, findings };
}

function centralWeights({ firsts, weightSums }: AcceptabilityTally): (Float64Array | null)[] {
  const width = weightSums.length / firsts.length;
  return Array.from(firsts, (first, index) =>
    first > 0 ? weightSums.subarray(index * width, (index + 1) * width).map((sum) => sum / first) : null,
  );
}
