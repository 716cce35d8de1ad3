import { isWhole, requireOption, resolveConfidence } from '../core/options.js';
import type { ActionPlan, PlanMetric } from './actionPlan.js';
import type { PlanFinding } from './actionPlanFinding.js';
import { requirePlan } from './actionPlanMetric.js';
import { checkPlanDates } from './checkActionPlanDates.js';
import { checkPlanMetrics } from './checkActionPlanMetric.js';
import { isPlainObject } from './findingPath.js';

/** What a plan is checked against. */
export interface CheckActionPlanOptions {
  /**
   * What is known of the metrics of the plan: definitions of results, or the metric catalogue. Of a metric that is not among them
   * neither the direction nor the range is checked, and a finding says so.
   */
  readonly metrics: readonly PlanMetric[];
  /**
   * Answers expected in the wave that will tell whether the target was reached.
   * @defaultValue those of the baseline
   */
  readonly expectedSampleSize?: number | undefined;
  /**
   * Confidence at which a change counts as told from noise, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
  /**
   * Month, 1..12, in which the fiscal year begins, for baselines of fiscal periods.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

/** Text that says something. */
function isSaid(text: string | null): boolean {
  return typeof text === 'string' && text.trim() !== '';
}

/**
 * Lists what keeps an action plan from being SMART: specific, measurable, achievable, realistic, time-bound.
 *
 * Use it before a plan is agreed. Among other things it finds the target that lies inside the interval of its own baseline: whether it
 * is reached could then not be told from noise, and the finding says how many answers it would take.
 *
 * @param plan - The plan; drafts without owner or due date are welcome.
 * @param options - What is known of the metrics, and the sample expected next.
 * @returns Findings, each with its SMART letter and path: first those of the plan, then of its metrics, then of its dates. None means
 * that nothing was found, not that the plan is good.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the plan has not the shape of one, `CX_INVALID_OPTION` for an option
 * out of its range.
 * @remarks Samples are those of a two-sided comparison of two independent waves at 80 % power, in the normal approximation. With the
 * standard error s of the baseline of n answers, the variance of one answer is v = s² n. For a change D and z = z(α/2) + z(0.8), two new
 * waves need 2 v z² / D² answers each (`perWave`); beside the baseline as it is, the next wave needs v / (D²/z² - s²) (`nextWave`), and
 * no number is enough where that is not positive: Bloom (1995), https://doi.org/10.1177/0193841X9501900504. What is too far is for the
 * plan to say (`largestPlausibleChange`), not for the library to guess. SMART: Doran (1981), Management Review 70(11), 35-36.
 * @example
 * ```ts
 * import { METRIC_CATALOGUE } from 'cx-scoring';
 * import { checkActionPlan, type ActionPlan } from 'cx-scoring/prioritization';
 *
 * const interval = { lower: 10, upper: 34, confidence: 0.95, method: 'adjusted-wald' };
 * const baseline = { value: 22, interval, standardError: 6, sampleSize: 180, period: '2026-Q3' };
 * const plan: ActionPlan = {
 *   id: 'delivery-2027',
 *   objective: 'Dealers recommend us for our deliveries',
 *   target: { definition: { id: 'partner-nps' }, baseline, target: 30 },
 *   indicators: [],
 *   startsOn: '2026-11-01',
 *   dueOn: '2027-06-30',
 *   owner: 'Head of logistics',
 *   resources: { budget: { minorUnits: 4_000_000, currency: 'EUR' }, teams: ['logistics'], tools: [] },
 *   checkpoints: ['2027-01-31', '2027-03-31'],
 *   status: 'draft',
 * };
 * const findings = checkActionPlan(plan, { metrics: METRIC_CATALOGUE });
 * findings.map(({ code, letter }) => [code, letter]); // => [['target-within-noise', 'measurable']]
 * const [noise] = findings;
 * noise?.code === 'target-within-noise' && noise.perWave; // => 1590
 * ```
 */
export function checkActionPlan(plan: ActionPlan, options: CheckActionPlanOptions): PlanFinding[] {
  const where = 'checkActionPlan';
  requirePlan(where, plan);
  requireOption(isPlainObject(options), where, 'metrics', 'a list of metric definitions', options);
  const { metrics, expectedSampleSize, fiscalYearStart = 1 } = options;
  const isList = Array.isArray(metrics) && metrics.every((metric) => isPlainObject(metric));
  requireOption(isList, where, 'metrics', 'a list of metric definitions', metrics);
  const isSize = expectedSampleSize === undefined || isWhole(expectedSampleSize);
  requireOption(isSize, where, 'expectedSampleSize', 'a whole number from 0', expectedSampleSize);
  const isMonth = isWhole(fiscalYearStart) && fiscalYearStart >= 1 && fiscalYearStart <= 12;
  requireOption(isMonth, where, 'fiscalYearStart', 'a month from 1 to 12', fiscalYearStart);
  const confidence = resolveConfidence(where, options.confidence);
  const { budget, teams, tools } = plan.resources;
  const findings: PlanFinding[] = [];
  if (!isSaid(plan.objective))
    findings.push({ code: 'no-objective', letter: 'specific', severity: 'error', path: ['objective'] });
  if (!isSaid(plan.owner)) findings.push({ code: 'no-owner', letter: 'specific', severity: 'error', path: ['owner'] });
  if (!(budget && budget.minorUnits > 0) && teams.length + tools.length === 0)
    findings.push({ code: 'no-resources', letter: 'achievable', severity: 'error', path: ['resources'] });
  return [
    ...findings,
    ...checkPlanMetrics(plan, { metrics, expectedSampleSize, confidence }),
    ...checkPlanDates(plan, fiscalYearStart),
  ];
}
