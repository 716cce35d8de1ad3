/** The rates at every threshold of a score. */
interface Threshold {
  readonly truePositives: number;
  readonly falsePositives: number;
}

/**
 * Youden's index of the best threshold: the largest gap between the share of events and of non-events at or above it (also called the
 * Kolmogorov–Smirnov separation of a score).
 *
 * @param scores - Finite scores, higher for more probable events.
 * @param events - 1 where the event happened, 0 where not.
 * @returns The gap, 0 to 1; NaN when lengths differ, a score is NaN, an event is neither 0 nor 1, or one of the two kinds is missing.
 * @remarks Youden, W. (1950), Index for rating diagnostic tests, Cancer 3, 32-35
 * @example
 * ```ts
 * import { youdenIndex } from 'cx-scoring/statistics';
 * youdenIndex([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // => 0.5
 * ```
 */
export function youdenIndex(scores: ArrayLike<number>, events: ArrayLike<number>): number {
  const thresholds = thresholdsOf(scores, events);
  const last = thresholds.at(-1);
  if (last === undefined || last.truePositives === 0 || last.falsePositives === 0) return NaN;
  return thresholds.reduce(
    (best, { truePositives, falsePositives }) =>
      Math.max(best, truePositives / last.truePositives - falsePositives / last.falsePositives),
    0,
  );
}

/**
 * The average precision of a score: the precision at each event found, going down the ranking; the area under the precision-recall
 * curve without interpolation.
 *
 * Use it instead of the AUC when events are rare and only the top of the list is acted on; chance gives the rate of events.
 *
 * @param scores - Finite scores, higher for more probable events.
 * @param events - 1 where the event happened, 0 where not.
 * @returns The average, 0 to 1; NaN when lengths differ, a score is NaN, an event is neither 0 nor 1, or there is none.
 * @remarks As scikit-learn's `average_precision_score`: equal scores enter together.
 * @example
 * ```ts
 * import { averagePrecision } from 'cx-scoring/statistics';
 * averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // ~> 0.8333333
 * ```
 */
export function averagePrecision(scores: ArrayLike<number>, events: ArrayLike<number>): number {
  const thresholds = thresholdsOf(scores, events);
  const all = thresholds.at(-1)?.truePositives ?? 0;
  let before = 0;
  let total = 0;
  for (const { truePositives, falsePositives } of thresholds) {
    total += (truePositives - before) * (truePositives / (truePositives + falsePositives));
    before = truePositives;
  }
  return all > 0 ? total / all : NaN;
}

// From the highest score down, one entry for each distinct score; none outside the domain.
function thresholdsOf(scores: ArrayLike<number>, events: ArrayLike<number>): Threshold[] {
  const rows = Array.from(scores, (score, i) => ({ score, event: events[i] as number }));
  const isInDomain =
    scores.length === events.length &&
    rows.every(({ score, event }) => !Number.isNaN(score) && (event === 0 || event === 1));
  if (!isInDomain) return [];
  rows.sort((a, b) => b.score - a.score || 0);
  const thresholds: Threshold[] = [];
  let truePositives = 0;
  let falsePositives = 0;
  for (const [i, { score, event }] of rows.entries()) {
    truePositives += event;
    falsePositives += 1 - event;
    if (rows[i + 1]?.score !== score) thresholds.push({ truePositives, falsePositives });
  }
  return thresholds;
}
