import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { toPeriod } from '../../core/period.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** The last day on which what is granted on a day can be spent; `null` for never, and where it lies after the year 9999. */
export function expiryOf({ expiry }: Pick<RewardRule, 'expiry'>, on: string, fiscalYearStart: number): string | null {
  if (expiry === undefined) return null;
  if ('afterDays' in expiry) return toCivilDate(toDayNumber(on) + expiry.afterDays);
  const start = expiry.endOf === 'fiscal-year' ? fiscalYearStart : 1;
  const year = Number(toPeriod(on, { unit: 'year', fiscalYearStart: start }).slice(-4));
  const next = year + (expiry.plusYears ?? 0) + 1;
  // No civil date is that of a year of five digits.
  return toCivilDate(toDayNumber(`${String(next).padStart(4, '0')}-${String(start).padStart(2, '0')}-01`) - 1);
}
