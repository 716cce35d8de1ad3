import { requireOptions } from './checkInitiatives.js';
import { rankByFactors, resolveScale, type RankedScores } from './factorScores.js';

/** A job as WSJF sees it; an estimate that is left out or `null` is unknown. */
export interface WsjfCandidate {
  /** Id, unique in its list. */
  readonly id: string;
  /** Value to users and to the business, relative to the other jobs. */
  readonly businessValue: number | null;
  /** How much that value decays with time. */
  readonly timeCriticality: number | null;
  /** How much it reduces risks or opens opportunities. */
  readonly riskReduction: number | null;
  /** Size of the job. */
  readonly jobSize: number | null;
}

/** Which values are allowed. */
export interface WsjfOptions {
  /**
   * Values that each estimate may take; `'any'` allows all above 0.
   * @defaultValue `WSJF_POINTS`
   */
  readonly points?: readonly number[] | 'any' | undefined;
}

/** The modified Fibonacci numbers by which jobs are compared, 1 being the smallest of each column. */
export const WSJF_POINTS: readonly number[] = [1, 2, 3, 5, 8, 13, 20];

/**
 * Ranks jobs by weighted shortest job first: cost of delay (business value, time criticality and risk reduction, added up) divided by the
 * size of the job.
 *
 * Use it to order a backlog in which every job will be done: it minimises the cost of waiting, and says nothing of what to leave out.
 *
 * @param candidates - The jobs, in any order.
 * @param options - Other values of the estimates.
 * @returns The jobs by rank, equal scores sharing theirs; a score is `null` when an estimate is unknown or not among the allowed values.
 * @throws TypeError with code `CX_INVALID_INPUT` when the jobs are no array, and TypeError or RangeError with code `CX_INVALID_OPTION` when
 * the allowed values are no list of positive numbers.
 * @remarks Reinertsen (2009), The Principles of Product Development Flow, D3; the three parts of the cost of delay are those of the Scaled
 * Agile Framework.
 * @example
 * ```ts
 * import { rankByWsjf } from 'cx-scoring/prioritization';
 *
 * const { items } = rankByWsjf([
 *   { id: 'tracking', businessValue: 8, timeCriticality: 5, riskReduction: 2, jobSize: 5 },
 *   { id: 'invoices', businessValue: 3, timeCriticality: 8, riskReduction: 1, jobSize: 2 },
 * ]);
 * items.map(({ id, score }) => [id, score]); // => [['invoices', 6], ['tracking', 3]]
 * ```
 */
export function rankByWsjf(candidates: readonly WsjfCandidate[], options: WsjfOptions = {}): RankedScores {
  const where = 'rankByWsjf';
  requireOptions(where, options);
  const { points = WSJF_POINTS } = options;
  const scale = resolveScale(where, 'points', points, { minimum: 0, maximum: Infinity, isOpenBelow: true });
  return rankByFactors(candidates, {
    where,
    scales: { businessValue: scale, timeCriticality: scale, riskReduction: scale, jobSize: scale },
    scoreOf: ({ businessValue, timeCriticality, riskReduction, jobSize }) =>
      (businessValue + timeCriticality + riskReduction) / jobSize,
  });
}
