import { cxError } from '../../core/errors.js';
import { requireOption } from '../../core/options.js';
import { isCivilDate, isPeriodKey, type PeriodUnit } from '../../core/period.js';

/** A period with what it is made of. */
export interface PeriodSpan {
  /** Its length. */
  readonly unit: PeriodUnit;
  /** Keys of its months, in order. */
  readonly months: readonly string[];
  /** Its first day. */
  readonly from: string;
  /** Its last day. */
  readonly through: string;
}

const LAST_DAYS = ['31', '30', '29', '28'];

/** The month that lies so many months after January of the year 0. */
function monthKey(ordinal: number): string {
  return `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${String((ordinal % 12) + 1).padStart(2, '0')}`;
}

/** Reads the option that says which month the fiscal year starts in. */
export function readFiscalYearStart(where: string, start: unknown = 1): number {
  const isMonth = Number.isInteger(start) && (start as number) >= 1 && (start as number) <= 12;
  requireOption(isMonth, where, 'fiscalYearStart', 'a month from 1 to 12', start);
  return start as number;
}

/**
 * Reads a period key with the months and days it is made of. Quarters and years are those of the fiscal year, as rules look for them:
 * a civil quarter in a programme whose year starts in April would never be found.
 */
export function readSpan(where: string, field: string, period: unknown, fiscalYearStart: number): PeriodSpan {
  const refuse = (rule: string): never => {
    throw cxError('CX_INVALID_DATE', `${where}: option "${field}"`, rule, period);
  };
  if (!isPeriodKey(period)) refuse('a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026"');
  const key = period as string;
  const isFiscal = key.startsWith('FY');
  const [year, part] = (isFiscal ? key.slice(2) : key).split('-') as [string, string?];
  const unit = part === undefined ? 'year' : part.startsWith('Q') ? 'quarter' : 'month';
  const needsFiscal = unit !== 'month' && fiscalYearStart > 1;
  if (isFiscal && !needsFiscal) refuse('a civil period, as the fiscal year starts in January');
  if (needsFiscal && !isFiscal) refuse(`a fiscal period, as the fiscal year starts in month ${fiscalYearStart}`);
  const [length, start] =
    unit === 'month'
      ? [1, Number(part) - 1]
      : unit === 'quarter'
        ? [3, (Number(part?.slice(1)) - 1) * 3 + fiscalYearStart - 1]
        : [12, fiscalYearStart - 1];
  const first = Number(year) * 12 + start;
  const months = Array.from({ length }, (_, at) => monthKey(first + at));
  const last = months[length - 1] as string;
  const from = `${months[0] as string}-01`;
  const day = LAST_DAYS.find((own) => isCivilDate(`${last}-${own}`));
  if (day === undefined || !isCivilDate(from)) refuse('a period within the years 0001 to 9999');
  return { unit, months, from, through: `${last}-${day as string}` };
}
