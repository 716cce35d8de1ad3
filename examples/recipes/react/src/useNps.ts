import { computeNps, type NpsResult } from 'cx-scoring';
import { useMemo } from 'react';

/** Options of {@link useNps}: plain values, so that a new object of the same content computes nothing anew. */
export interface UseNpsOptions {
  /** Confidence of the interval, between 0 and 1. */
  readonly confidence?: number;
}

/**
 * The NPS of the answers, computed again only when they or the confidence change.
 *
 * A pure function of its arguments needs no effect, no state and no worker: a million answers take a few milliseconds.
 * The list is compared by identity, as always in React: give a new list for new answers.
 */
export function useNps(answers: readonly (number | null)[], { confidence = 0.95 }: UseNpsOptions = {}): NpsResult {
  return useMemo(() => computeNps(answers, { confidence }), [answers, confidence]);
}
