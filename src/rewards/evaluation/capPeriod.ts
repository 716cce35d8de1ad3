import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { toPeriod } from '../../core/period.js';
import type { CapPeriod } from '../rules/rewardRule.js';

/** Key of the ISO 8601 week of a day, such as `'2026-W01'`: the week belongs to the year of its Thursday. */
export function weekOf(day: string): string {
  const number = toDayNumber(day);
  // Day 0, 1970-01-01, was a Thursday.
  const thursday = number - ((((number + 3) % 7) + 7) % 7) + 3;
  const year = (toCivilDate(thursday) ?? day).slice(0, 4);
  const week = Math.floor((thursday - toDayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Key of the period a cap counts a day in. Quarters are those of the fiscal year. */
export function capPeriodOf(day: string, period: CapPeriod, fiscalYearStart: number): string {
  switch (period) {
    case 'day':
      return day;
    case 'week':
      return weekOf(day);
    case 'month':
      return toPeriod(day, { unit: 'month' });
    case 'quarter':
      return toPeriod(day, { unit: 'quarter', fiscalYearStart });
    case 'civil-year':
      return toPeriod(day, { unit: 'year' });
    case 'fiscal-year':
      return toPeriod(day, { unit: 'year', fiscalYearStart });
    case 'total':
      return 'total';
  }
}
