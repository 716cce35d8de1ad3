import { differenceSampleSize } from '../statistics/detectableDifference.js';
import { normalUpperQuantile } from '../statistics/normal.js';
import type { PlanBaseline } from './actionPlan.js';
import type { PlanSampleNeed } from './actionPlanFinding.js';

const POWER = 0.8;

/** The samples with which a change from a baseline is found with 80 % power, from the spread that its standard error tells of. */
export function planSampleNeed(
  { standardError, sampleSize }: PlanBaseline,
  change: number,
  confidence: number,
): PlanSampleNeed {
  const error = standardError ?? NaN;
  const variance = error * error * sampleSize;
  const alpha = 1 - confidence;
  const { required } = differenceSampleSize(variance, variance, change, POWER, alpha);
  if (!(variance > 0) || !Number.isFinite(required)) return { perWave: null, nextWave: null };
  const factor = normalUpperQuantile(alpha / 2) + normalUpperQuantile(1 - POWER);
  const room = (change / factor) ** 2 - error * error;
  const next = Math.max(Math.ceil(variance / room), 1);
  return { perWave: required, nextWave: room > 0 && Number.isSafeInteger(next) ? next : null };
}
