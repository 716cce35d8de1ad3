import { rankByFactors, type RankedScores } from './factorScores.js';

/** A candidate as ICE sees it; each factor from 1 to 10, and one that is left out or `null` is unknown. */
export interface IceCandidate {
  /** Id, unique in its list. */
  readonly id: string;
  /** Impact if it works. */
  readonly impact: number | null;
  /** How sure one is that it works. */
  readonly confidence: number | null;
  /** How easy it is: 10 is the easiest. */
  readonly ease: number | null;
}

/**
 * Ranks candidates by ICE: impact times confidence times ease, each from 1 to 10.
 *
 * Use it for small experiments. It does not ask how many customers are concerned: something for one in twenty scores as something for all
 * of them, which is why RICE added reach.
 *
 * @param candidates - The candidates, in any order.
 * @returns The candidates by rank, with scores from 1 to 1000; a score is `null` when a factor is unknown or off its scale.
 * @throws TypeError with code `CX_INVALID_INPUT` when the candidates are no array.
 * @remarks Ellis, S. and Brown, M. (2017), Hacking Growth, chapter 4.
 * @example
 * ```ts
 * import { rankByIce } from 'cx-scoring/prioritization';
 *
 * const { items } = rankByIce([
 *   { id: 'reminder', impact: 4, confidence: 8, ease: 9 },
 *   { id: 'redesign', impact: 9, confidence: 5, ease: 2 },
 * ]);
 * items.map(({ id, score }) => [id, score]); // => [['reminder', 288], ['redesign', 90]]
 * ```
 */
export function rankByIce(candidates: readonly IceCandidate[]): RankedScores {
  const scale = { minimum: 1, maximum: 10 };
  return rankByFactors(candidates, {
    where: 'rankByIce',
    scales: { impact: scale, confidence: scale, ease: scale },
    scoreOf: ({ impact, confidence, ease }) => impact * confidence * ease,
  });
}
