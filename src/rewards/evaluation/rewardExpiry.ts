import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { shiftPeriod, toPeriod } from '../../core/period.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** The last day on which what is granted on a day can be spent; `null` for never, and where it lies after the year 9999. */
export function expiryOf({ expiry }: Pick<RewardRule, 'expiry'>, on: string, fiscalYearStart: number): string | null {
  if (expiry === undefined) return null;
  if ('afterDays' in expiry) return toCivilDate(toDayNumber(on) + expiry.afterDays);
  const start = expiry.endOf === 'fiscal-year' ? fiscalYearStart : 1;
  const year = toPeriod(on, { unit: 'year', fiscalYearStart: start });
  const later = (expiry.plusYears ?? 0) + 1;
  if (Number(year.slice(-4)) + later > 9999) return null;
  const next = shiftPeriod(year, later).replace('FY', '');
  return toCivilDate(toDayNumber(`${next}-${String(start).padStart(2, '0')}-01`) - 1);
}
