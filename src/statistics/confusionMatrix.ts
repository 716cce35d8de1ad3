/** How often a yes-or-no prediction was right and wrong. */
export interface ConfusionMatrix {
  /** Events that were predicted. */
  readonly truePositives: number;
  /** Non-events that were predicted as events. */
  readonly falsePositives: number;
  /** Events that were missed. */
  readonly falseNegatives: number;
  /** Non-events that were predicted as such. */
  readonly trueNegatives: number;
}

/**
 * Counts predictions against what happened: an event is predicted from a threshold of the score on.
 *
 * @param scores - Scores or probabilities.
 * @param events - 1 where the event happened, 0 where not.
 * @param threshold - Scores at or above it predict the event, 0.5 by default.
 * @returns The four counts; NaN when lengths differ, a score or the threshold is NaN, or an event is neither 0 nor 1.
 * @example
 * ```ts
 * import { confusionMatrix } from 'cx-scoring/statistics';
 * const matrix = confusionMatrix([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
 * matrix; // => { truePositives: 1, falsePositives: 0, falseNegatives: 1, trueNegatives: 2 }
 * ```
 */
export function confusionMatrix(
  scores: ArrayLike<number>,
  events: ArrayLike<number>,
  threshold = 0.5,
): ConfusionMatrix {
  // Places by 2 × event + prediction.
  const counts = [0, 0, 0, 0];
  let isInDomain = scores.length === events.length && !Number.isNaN(threshold);
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    const event = events[i] as number;
    if (Number.isNaN(score) || (event !== 0 && event !== 1)) isInDomain = false;
    const place = 2 * event + (score >= threshold ? 1 : 0);
    counts[place] = (counts[place] as number) + 1;
  }
  const [trueNegatives, falsePositives, falseNegatives, truePositives] = counts as [number, number, number, number];
  return isInDomain
    ? { truePositives, falsePositives, falseNegatives, trueNegatives }
    : { truePositives: NaN, falsePositives: NaN, falseNegatives: NaN, trueNegatives: NaN };
}

/** What the counts of a `ConfusionMatrix` say. Shares are NaN where nothing is there to take a share of. */
export interface ConfusionMeasures {
  /** Share of predictions that were right. */
  readonly accuracy: number;
  /** Share of events that were predicted (recall). */
  readonly sensitivity: number;
  /** Share of non-events that were predicted as such. */
  readonly specificity: number;
  /** Share of predicted events that happened (positive predictive value). */
  readonly precision: number;
  /** Share of predicted non-events that were such. */
  readonly negativePredictiveValue: number;
  /** Mean of sensitivity and specificity. */
  readonly balancedAccuracy: number;
  /** Harmonic mean of precision and sensitivity. */
  readonly f1: number;
  /** Matthews's correlation of prediction and event, -1 to 1. */
  readonly matthews: number;
}

/**
 * The usual measures of a yes-or-no prediction.
 *
 * @param matrix - Counts, as from `confusionMatrix`.
 * @returns Shares from 0 to 1 and Matthews's correlation; NaN where a denominator is zero or a count is NaN or negative.
 * @remarks Matthews, B. (1975), Comparison of the predicted and observed secondary structure of T4 phage lysozyme, Biochimica et
 * Biophysica Acta 405, 442-451, https://doi.org/10.1016/0005-2795(75)90109-9
 * @example
 * ```ts
 * import { confusionMeasures } from 'cx-scoring/statistics';
 * const matrix = { truePositives: 13, falsePositives: 7, falseNegatives: 6, trueNegatives: 14 };
 * const measures = confusionMeasures(matrix);
 * measures.sensitivity; // ~> 0.6842105
 * measures.f1; // ~> 0.6666667
 * ```
 */
export function confusionMeasures(matrix: ConfusionMatrix): ConfusionMeasures {
  const { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn } = matrix;
  const isInDomain = Math.min(tp, fp, fn, tn) >= 0;
  const share = (part: number, whole: number): number => (isInDomain && whole > 0 ? part / whole : NaN);
  const sensitivity = share(tp, tp + fn);
  const specificity = share(tn, tn + fp);
  const margins = Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn);
  return {
    accuracy: share(tp + tn, tp + fp + fn + tn),
    sensitivity,
    specificity,
    precision: share(tp, tp + fp),
    negativePredictiveValue: share(tn, tn + fn),
    balancedAccuracy: (sensitivity + specificity) / 2,
    f1: share(2 * tp, 2 * tp + fp + fn),
    matthews: share(tp * tn - fp * fn, margins),
  };
}
