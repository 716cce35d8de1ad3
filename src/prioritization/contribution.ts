import type { ResolvedCriterion } from './checkCriteria.js';
import type { ReadInitiative } from './checkInitiatives.js';

/** What one criterion adds to the score of an initiative: the reason in numbers. */
export interface Contribution {
  /** Id of the criterion. */
  readonly criterion: string;
  /** Value as it was given, on the scale of the criterion; `null` when it is unknown. */
  readonly value: number | null;
  /** Share of the way from the worst end of the scale (0) to the best (1); `null` when it is unknown. */
  readonly standing: number | null;
  /** Weight of the criterion as a share of all weights. */
  readonly weight: number;
  /** Weight times standing; the contributions add up to the score. `null` when it is unknown. */
  readonly contribution: number | null;
}

/** The contributions of all criteria, in their order. */
export function contributionsOf({ standings }: ReadInitiative, criteria: readonly ResolvedCriterion[]): Contribution[] {
  return criteria.map(({ id, share }, index) => {
    const standing = standings[index] ?? null;
    return {
      criterion: id,
      value: standing === null ? null : standing.value,
      standing: standing === null ? null : standing.likely,
      weight: share,
      contribution: standing === null ? null : share * standing.likely,
    };
  });
}
