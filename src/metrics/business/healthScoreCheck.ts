import { cxError } from '../../core/errors.js';
import type { Score } from '../../core/field.js';
import type { Interval } from '../../core/interval.js';
import { isWhole, requireOption, requireOptions, requireRows, resolveConfidence } from '../../core/options.js';
import type { Warning } from '../../core/warning.js';
import { calibrationError, calibrationLine } from '../../statistics/calibration.js';
import { rocAuc } from '../../statistics/rocAuc.js';
import { healthBands, healthLift, type HealthBand, type HealthLift, type JudgedAccount } from './healthBands.js';

/** Options of {@link checkHealthScore}. */
export interface HealthScoreCheckOptions {
  /**
   * Share of the accounts, those with the lowest scores, whose churn is held against that of all: above 0, below 1.
   * @defaultValue 0.2
   */
  readonly lowestShare?: number | undefined;
  /**
   * Bands of about equal number in which churn is shown: a whole number from 2.
   * @defaultValue 5
   */
  readonly bands?: number | undefined;
  /** Your own rule from a score to a probability of churn, strictly between 0 and 1: its calibration is then checked. */
  readonly toProbability?: ((score: number) => number) | undefined;
  /**
   * Confidence level of the intervals, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

/** How well probabilities of churn agree with what happened. */
export interface HealthCalibration {
  /** Log-odds by which the probabilities are too low (above 0) or too high (below 0) on the whole. */
  readonly intercept: number | null;
  /** 1 when the probabilities are as spread as they should be; below 1 they are too extreme. */
  readonly slope: number | null;
  /** Mean distance of predicted from observed churn over ten bins of equal width. */
  readonly expectedError: number | null;
}

/** What a health score knew of the churn that came after it. */
export interface HealthScoreCheck {
  /** Accounts with a score and an outcome. */
  readonly sampleSize: number;
  /** Those of them that left. */
  readonly churned: number;
  /** Probability that an account that left had a lower score than one that stayed: 0.5 is chance, 1 perfect; `null` without both kinds. */
  readonly auc: number | null;
  /** DeLong's standard error of it. */
  readonly standardError: number | null;
  /** DeLong's interval; while it reaches 0.5 there is no evidence that the score predicts anything. `null` without both kinds or without spread. */
  readonly interval: Interval | null;
  /** Churn among the lowest scores; `null` when nobody left. */
  readonly lift: HealthLift | null;
  /** Churn by bands of scores, from the lowest up: in a useful score it falls from band to band. */
  readonly bands: readonly HealthBand[];
  /** Calibration of the probabilities; `null` when no rule was given. */
  readonly calibration: HealthCalibration | null;
  /** Accounts left out, by reason. */
  readonly excluded: {
    /** Without score or outcome. */
    readonly missing: number;
    /** Score is no finite number, or the outcome neither true nor false. */
    readonly invalid: number;
  };
  /** Problems of the data. */
  readonly warnings: readonly Warning[];
}

/** Below this many accounts of either kind an area is a direction to look in. */
const FEW = 10;

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function calibrationOf(
  accounts: readonly JudgedAccount[],
  toProbability: (score: number) => number,
): HealthCalibration {
  const probabilities = accounts.map(({ score }) => toProbability(score));
  const events = accounts.map(({ event }) => event);
  const { intercept, slope } = calibrationLine(probabilities, events);
  return {
    intercept: known(intercept),
    slope: known(slope),
    expectedError: known(calibrationError(probabilities, events).expected),
  };
}

/**
 * Checks whether a health score predicts your own churn: how well it ranks, what the lowest scores tell, and churn band by band.
 *
 * Use it before a score decides anything, on scores of a past date and on who left after it. A score that knew the churn already (last
 * order, notice given) checks well and predicts nothing.
 *
 * @param scores - Health scores of accounts at one past date, high is healthy.
 * @param churned - For each of them, in the same order, whether the account left afterwards.
 * @param options - Share of lowest scores, bands, a rule from score to probability, confidence.
 * @returns Area under the ROC curve with interval, lift, bands, and the calibration of the rule where there is one.
 * @throws TypeError with code `CX_INVALID_INPUT` when the two lists differ in length; TypeError or RangeError with code
 * `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845, https://doi.org/10.2307/2531595. See `rocAuc`,
 * `calibrationLine` and `calibrationError` in `cx-scoring/statistics`.
 * @example
 * ```ts
 * import { checkHealthScore } from 'cx-scoring';
 *
 * const scores = [15, 20, 35, 40, 55, 60, 70, 80, 85, 95];
 * const churned = [true, true, false, true, false, false, true, false, false, false];
 * const check = checkHealthScore(scores, churned, { bands: 2 });
 * check.auc; // ~> 0.8333
 * check.lift?.lift; // => 2.5
 * check.bands.map(({ rate }) => rate); // => [0.6, 0.2]
 * ```
 */
export function checkHealthScore(
  scores: Iterable<Score>,
  churned: Iterable<boolean | null | undefined>,
  options: HealthScoreCheckOptions = {},
): HealthScoreCheck {
  requireOptions('checkHealthScore', options);
  requireRows('checkHealthScore', 'churned', churned);
  const where = 'checkHealthScore';
  const { lowestShare = 0.2, bands = 5, toProbability } = options;
  const confidence = resolveConfidence(where, options.confidence);
  requireOption(lowestShare > 0 && lowestShare < 1, where, 'lowestShare', 'between 0 and 1', lowestShare);
  requireOption(isWhole(bands) && bands >= 2, where, 'bands', 'a whole number from 2', bands);
  const outcomes = [...churned];
  const all = [...scores];
  if (all.length !== outcomes.length) {
    throw cxError('CX_INVALID_INPUT', `${where}: outcomes`, `as many as the ${all.length} scores`, outcomes.length);
  }
  const excluded = { missing: 0, invalid: 0 };
  const accounts: JudgedAccount[] = [];
  all.forEach((score, i) => {
    const outcome = outcomes[i] ?? null;
    if (score === null || score === undefined || outcome === null) excluded.missing++;
    else if (!Number.isFinite(score) || typeof outcome !== 'boolean') excluded.invalid++;
    else accounts.push({ score: score + 0, event: Number(outcome) });
  });
  const sampleSize = accounts.length;
  const left = accounts.reduce((sum, { event }) => sum + event, 0);
  const { auc, standardError, interval } = rocAuc(
    accounts.map(({ score }) => -score),
    accounts.map(({ event }) => event),
    confidence,
  );
  const hasInterval = standardError > 0;
  const fewer = Math.min(left, sampleSize - left);
  const warnings: Warning[] = [];
  if (sampleSize === 0) warnings.push({ code: 'no-data' });
  else if (fewer < FEW) warnings.push({ code: 'small-sample', observed: fewer, recommended: FEW });
  if (fewer > 0 && !hasInterval)
    warnings.push({ code: 'no-interval', reason: fewer > 1 ? 'no-variation' : 'single-answer' });
  return {
    sampleSize,
    churned: left,
    auc: known(auc),
    standardError: known(standardError),
    interval: hasInterval ? { ...interval, confidence, method: 'delong' } : null,
    lift: healthLift(accounts, lowestShare),
    bands: healthBands(accounts, bands, confidence),
    calibration: toProbability ? calibrationOf(accounts, toProbability) : null,
    excluded,
    warnings,
  };
}
