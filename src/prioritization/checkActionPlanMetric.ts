import type { ActionPlan, PlanIndicator, PlanMetric } from './actionPlan.js';
import type { PlanFinding } from './actionPlanFinding.js';
import { isSameMetric, placedIndicators } from './actionPlanMetric.js';
import { planSampleNeed } from './actionPlanSample.js';

/** How the metrics of a plan are judged. */
export interface MetricJudgement {
  /** What is known of metrics. */
  readonly metrics: readonly PlanMetric[];
  /** Answers expected in the next wave; those of the baseline when left out. */
  readonly expectedSampleSize: number | undefined;
  /** Confidence at which a change counts as told from noise. */
  readonly confidence: number;
}

type Path = readonly (string | number)[];

/** Whether the target can be told from the noise of the baseline. */
function checkNoise(
  { definition, baseline, target }: PlanIndicator,
  path: Path,
  unit: string | null,
  { expectedSampleSize, confidence }: MetricJudgement,
): PlanFinding[] {
  const { interval, sampleSize } = baseline;
  const value = baseline.value!;
  const base = { letter: 'measurable', path, metric: definition.id, unit } as const;
  if (!interval) return [{ code: 'no-interval', severity: 'advice', ...base, path: [...path, 'baseline', 'interval'] }];
  const { lower, upper } = interval;
  const need = planSampleNeed(baseline, target - value, confidence);
  if (target >= (lower ?? -Infinity) && target <= (upper ?? Infinity))
    return [{ code: 'target-within-noise', severity: 'error', ...base, value, target, lower, upper, ...need }];
  const expected = expectedSampleSize ?? sampleSize;
  const isEnough = need.perWave === null || (need.nextWave !== null && expected >= need.nextWave);
  if (isEnough) return [];
  return [{ code: 'sample-too-small', severity: 'advice', ...base, change: target - value, expected, ...need }];
}

function checkIndicator(indicator: PlanIndicator, path: Path, judgement: MetricJudgement): PlanFinding[] {
  const { definition, baseline, target, largestPlausibleChange: largest } = indicator;
  const known = judgement.metrics.find((metric) => isSameMetric(asTarget(metric), definition));
  const unit = known?.unit ?? null;
  const base = { path, metric: definition.id, unit };
  const findings: PlanFinding[] = [];
  if (!known) findings.push({ code: 'unknown-metric', letter: 'measurable', severity: 'advice', ...base });
  if (known?.direction === 'contextual')
    findings.push({ code: 'contextual-direction', letter: 'measurable', severity: 'advice', ...base });
  const range = known?.range;
  const targetPath = [...path, 'target'];
  if (range && (target < range.minimum || target > range.maximum)) {
    const { minimum, maximum } = range;
    const off = { code: 'target-off-range', letter: 'achievable', severity: 'error' } as const;
    findings.push({ ...off, ...base, path: targetPath, target, minimum, maximum });
  }
  const { value } = baseline;
  if (value === null) {
    const missing = { code: 'no-baseline', letter: 'measurable', severity: 'error' } as const;
    return [...findings, { ...missing, ...base, path: [...path, 'baseline', 'value'] }];
  }
  const change = Math.abs(target - value);
  if (largest !== undefined && change > largest) {
    const far = { code: 'target-too-far', letter: 'realistic', severity: 'error' } as const;
    findings.push({ ...far, ...base, path: targetPath, change, largest });
  }
  const isWorse =
    (known?.direction === 'higher-is-better' && target < value) ||
    (known?.direction === 'lower-is-better' && target > value);
  if (isWorse || change === 0) {
    const code = change === 0 ? 'no-change' : 'target-on-wrong-side';
    return [...findings, { code, letter: 'realistic', severity: 'error', ...base, path: targetPath, value, target }];
  }
  return [...findings, ...checkNoise(indicator, path, unit, judgement)];
}

function asTarget({ id, parameters = {} }: PlanMetric): PlanIndicator['definition'] {
  return { id, parameters };
}

/** Lists what is wrong with the target and the indicators of a plan. */
export function checkPlanMetrics(plan: ActionPlan, judgement: MetricJudgement): PlanFinding[] {
  const placed = placedIndicators(plan);
  return placed.flatMap(({ indicator, path }, at) => {
    const { definition } = indicator;
    const findings = checkIndicator(indicator, path, judgement);
    const isRepeated = placed
      .slice(0, at)
      .some(({ indicator: earlier }) => isSameMetric(earlier.definition, definition));
    if (!isRepeated) return findings;
    const base = { path: [...path, 'definition'], metric: definition.id, unit: null };
    return [...findings, { code: 'repeated-metric', letter: 'specific', severity: 'advice', ...base }];
  });
}
