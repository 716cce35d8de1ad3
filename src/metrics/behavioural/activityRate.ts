import { fieldReader, type Field, type Score } from '../../core/field.js';
import { isWhole, requireOption } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureEvents, type EventTally, type RateOptions } from './eventRate.js';

/** Options that every count per active account has. */
export interface ActivityRateOptions<Row> extends RateOptions {
  /** Whether the account was active in the period; every row is an active account where this is left out. */
  readonly active?: Field<Row, boolean | null | undefined> | undefined;
  /** Length of the period in your own words, such as `'month'`: rates of a month and of a year are then never compared. */
  readonly period?: string | undefined;
}

/** Reasons for which an account is left out: something is missing, is impossible, such as a count below 0, or it was not active. */
export type ActivityExclusion = 'missing' | 'invalid' | 'inactive';

/** Makes the measure of a count per active account; `name` gives count and accounts their names in the result. */
export function measureActivity<Row, const Id extends string, Named extends object>(
  where: string,
  id: Id,
  events: Field<Row, Score>,
  options: ActivityRateOptions<Row>,
  name: (events: number, accounts: number) => Named,
): RatioMeasure<Row, EventTally, IntervalResult<Id, ActivityExclusion> & Named> {
  const { active, period, confidence } = options;
  requireOption(period === undefined || typeof period === 'string', where, 'period', 'a text', period);
  const readEvents = fieldReader<Row, unknown>(events);
  const readActive = active === undefined ? (): unknown => true : fieldReader<Row, unknown>(active);
  return measureEvents<Row, Id, ActivityExclusion, Named>(
    {
      id,
      direction: 'higher-is-better',
      parameters: period === undefined ? {} : { period },
      reasons: ['missing', 'invalid', 'inactive'],
      read: (row, index) => {
        const isActive = readActive(row, index) ?? null;
        if (isActive === false) return 'inactive';
        const count = readEvents(row, index) ?? null;
        if (isActive === null || count === null) return 'missing';
        return isActive === true && isWhole(count) ? { events: count, exposure: 1 } : 'invalid';
      },
      options: { confidence },
    },
    ({ events: count, exposure }) => name(count, exposure),
  );
}
