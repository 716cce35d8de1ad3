import { isCivilDate, isPeriodKey, periodDistance, toPeriod } from '../core/period.js';
import type { ActionPlan } from './actionPlan.js';
import type { PlanDateFinding, PlanFinding } from './actionPlanFinding.js';
import { placedIndicators } from './actionPlanMetric.js';
import { pathFinding } from './findingPath.js';

function dateFinding(
  code: PlanDateFinding['code'],
  path: readonly (string | number)[],
  date: unknown,
  other: string | null = null,
  severity: PlanDateFinding['severity'] = 'error',
): PlanDateFinding {
  const shown = date === null ? null : String(pathFinding(code, path, date).value);
  return { code, letter: 'time-bound', severity, path, date: shown, other };
}

/** How many periods a date lies after a period; `null` where the key cannot be placed on the calendar. */
function periodsAfter(date: string, period: string, fiscalYearStart: number): number | null {
  if (!isPeriodKey(period)) return null;
  const isFiscal = period.startsWith('FY');
  if (isFiscal && fiscalYearStart === 1) return null;
  const digits = isFiscal ? period.slice(2) : period;
  const unit = digits.includes('Q') ? 'quarter' : digits.length > 4 ? 'month' : 'year';
  return periodDistance(toPeriod(date, { unit, fiscalYearStart: isFiscal ? fiscalYearStart : 1 }), period);
}

function checkDue(plan: ActionPlan, dueOn: string, fiscalYearStart: number): PlanDateFinding[] {
  const { startsOn } = plan;
  const findings: PlanDateFinding[] = [];
  if (isCivilDate(startsOn) && dueOn <= startsOn)
    findings.push(dateFinding('due-not-after-start', ['dueOn'], dueOn, startsOn));
  for (const { indicator, path } of placedIndicators(plan)) {
    const { period } = indicator.baseline;
    const distance = periodsAfter(dueOn, period, fiscalYearStart);
    const at = [...path, 'baseline', 'period'];
    if (distance === null) findings.push(dateFinding('unplaced-period', at, period, null, 'advice'));
    else if (distance <= 0) findings.push(dateFinding('due-not-after-baseline', at, dueOn, period));
  }
  return findings;
}

function checkCheckpoints({ checkpoints, startsOn }: ActionPlan, dueOn: string | null): PlanDateFinding[] {
  const findings: PlanDateFinding[] = [];
  let previous: string | null = null;
  for (const [at, date] of checkpoints.entries()) {
    const path = ['checkpoints', at];
    if (!isCivilDate(date)) {
      findings.push(dateFinding('invalid-date', path, date));
      continue;
    }
    if (previous !== null && date <= previous)
      findings.push(dateFinding('checkpoints-unordered', path, date, previous));
    if (dueOn !== null && date > dueOn) findings.push(dateFinding('checkpoint-after-due', path, date, dueOn, 'advice'));
    if (isCivilDate(startsOn) && date < startsOn)
      findings.push(dateFinding('checkpoint-before-start', path, date, startsOn, 'advice'));
    previous = date;
  }
  const isReviewed = checkpoints.some((date) => isCivilDate(date) && (dueOn === null || date < dueOn));
  if (!isReviewed) findings.push(dateFinding('no-checkpoint', ['checkpoints'], dueOn));
  return findings;
}

/** Lists what is wrong with the dates of a plan. */
export function checkPlanDates(plan: ActionPlan, fiscalYearStart: number): PlanFinding[] {
  const { startsOn, dueOn } = plan;
  const findings: PlanFinding[] = [];
  if (!isCivilDate(startsOn)) findings.push(dateFinding('invalid-date', ['startsOn'], startsOn));
  const due = isCivilDate(dueOn) ? dueOn : null;
  if (dueOn === null || dueOn === undefined)
    findings.push({ code: 'no-due-date', letter: 'time-bound', severity: 'error', path: ['dueOn'] });
  else if (due === null) findings.push(dateFinding('invalid-date', ['dueOn'], dueOn));
  else findings.push(...checkDue(plan, due, fiscalYearStart));
  return [...findings, ...checkCheckpoints(plan, due)];
}
