import { requireOptions } from './checkInitiatives.js';
import { rankByFactors, resolveScale, type RankedScores } from './factorScores.js';

/** A candidate as RICE sees it; a factor that is left out or `null` is unknown. */
export interface RiceCandidate {
  /** Id, unique in its list. */
  readonly id: string;
  /** Customers concerned in a period, the same for all candidates; from 0. */
  readonly reach: number | null;
  /** Impact on each of them: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal. */
  readonly impact: number | null;
  /** How sure these numbers are: 1 high, 0.8 medium, 0.5 low. Shares, not percentages. */
  readonly confidence: number | null;
  /** Work it takes, in person-months; above 0. */
  readonly effort: number | null;
}

/** Which values are allowed. */
export interface RiceOptions {
  /**
   * Values of impact that are allowed; `'any'` allows all above 0.
   * @defaultValue `RICE_IMPACTS`
   */
  readonly impacts?: readonly number[] | 'any' | undefined;
  /**
   * Values of confidence that are allowed; `'any'` allows all above 0 up to 1.
   * @defaultValue `RICE_CONFIDENCES`
   */
  readonly confidences?: readonly number[] | 'any' | undefined;
}

/** Intercom's values of impact: massive, high, medium, low, minimal. */
export const RICE_IMPACTS: readonly number[] = [3, 2, 1, 0.5, 0.25];

/** Intercom's values of confidence: high, medium, low. */
export const RICE_CONFIDENCES: readonly number[] = [1, 0.8, 0.5];

/**
 * Ranks candidates by RICE: reach times impact times confidence, divided by effort.
 *
 * Use it where a team already does. Its values are checked, because copies of the recipe with other scales, or with effort multiplied,
 * are common: a confidence of 80 is refused, it is 0.8. A product hides weights and has no scale; {@link prioritize} shows both.
 *
 * @param candidates - The candidates, in any order.
 * @param options - Other values of impact and confidence.
 * @returns The candidates by rank, equal scores sharing theirs; a score is `null` when a factor is unknown or off its scale.
 * @throws TypeError with code `CX_INVALID_INPUT` when the candidates are no array, and TypeError or RangeError with code
 * `CX_INVALID_OPTION` when the allowed values are no list of positive numbers.
 * @remarks McBride, S. (2016), RICE: Simple prioritization for product managers, Intercom.
 * @example
 * ```ts
 * import { rankByRice } from 'cx-scoring/prioritization';
 *
 * const { items, findings } = rankByRice([
 *   { id: 'onboarding', reach: 5000, impact: 2, confidence: 0.8, effort: 2 },
 *   { id: 'export', reach: 400, impact: 1, confidence: 80, effort: 1 },
 * ]);
 * items.map(({ score }) => score); // => [4000, null]
 * findings; // => [{ code: 'off-scale', index: 1, id: 'export', field: 'confidence', value: 80 }]
 * ```
 */
export function rankByRice(candidates: readonly RiceCandidate[], options: RiceOptions = {}): RankedScores {
  const where = 'rankByRice';
  requireOptions(where, options);
  const { impacts = RICE_IMPACTS, confidences = RICE_CONFIDENCES } = options;
  const positive = { minimum: 0, maximum: Infinity, isOpenBelow: true };
  return rankByFactors(candidates, {
    where,
    scales: {
      reach: { minimum: 0, maximum: Infinity },
      impact: resolveScale(where, 'impacts', impacts, positive),
      confidence: resolveScale(where, 'confidences', confidences, { ...positive, maximum: 1 }),
      effort: positive,
    },
    scoreOf: ({ reach, impact, confidence, effort }) => (reach * impact * confidence) / effort,
  });
}
