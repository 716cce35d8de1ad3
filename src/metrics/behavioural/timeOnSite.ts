import { requireOptions } from '../../core/options.js';
import type { Field, Score } from '../../core/field.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from '../business/amountRatio.js';
import { amountField, amountReader, type AmountExclusion } from '../business/amounts.js';

/** Options of the time on site. */
export interface TimeOnSiteOptions<Row> extends ResultOptions {
  /** Seconds with the site in the foreground, from 0, or missing. */
  readonly seconds: Field<Row, Score>;
  /**
   * Active users behind these seconds, where a row stands for several, such as a day.
   * @defaultValue 1
   */
  readonly users?: Field<Row, Score> | undefined;
}

/** Seconds in the foreground per active user. */
export interface TimeOnSiteResult extends IntervalResult<'time-on-site', AmountExclusion> {
  /** Seconds in the foreground. */
  readonly seconds: number;
  /** Active users. */
  readonly users: number;
}

function measureTime<Row>(
  where: string,
  options: TimeOnSiteOptions<Row>,
): RatioMeasure<Row, AmountTally, TimeOnSiteResult> {
  requireOptions(where, options);
  const { seconds, users, confidence, population } = options;
  const fields = [amountField<Row, Score>('seconds', seconds)];
  if (users !== undefined) fields.push(amountField('users', users));
  const read = amountReader(where, { fields, currency: undefined });
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'time-on-site',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'seconds',
        direction: 'contextual',
        range: null,
        parameters: {},
      },
      reasons: ['missing', 'invalid'],
      parts: 0,
      read: (row, index) => {
        const amounts = read(row, index);
        if (typeof amounts === 'string') return amounts;
        const [numerator = 0, denominator = 1] = amounts;
        return { numerator, denominator };
      },
      options: { confidence, population },
    },
    ({ numerator, denominator }) => ({ seconds: numerator, users: denominator }),
  );
}

/**
 * Makes the measure behind {@link computeTimeOnSite}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where seconds and users are; confidence and population.
 * @returns A measure over users, or over days with their users.
 * @example
 * ```ts
 * import { computeMeasure, timeOnSiteMeasure } from 'cx-scoring';
 *
 * const measure = timeOnSiteMeasure<{ seconds: number }>({ seconds: 'seconds' });
 * computeMeasure([{ seconds: 90 }, { seconds: 30 }], measure).value; // => 60
 * ```
 */
export function timeOnSiteMeasure<Row>(
  options: TimeOnSiteOptions<Row>,
): RatioMeasure<Row, AmountTally, TimeOnSiteResult> {
  return measureTime('timeOnSiteMeasure', options);
}

/**
 * Computes the time on site: seconds with the site in the foreground per active user.
 *
 * Use it to explain other figures, never as a goal: a long time may be interest, or a search without end. Its direction is contextual, so
 * that it gets no status.
 *
 * @param rows - One row per user, or per day with its `users`.
 * @param options - Where seconds and users are; confidence and population.
 * @returns Seconds, from 0, with a t interval by linearisation; `value: null` without users.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks The engagement time of Google Analytics 4: total over active users. Standard error: Woodruff (1971),
 * doi:10.1080/01621459.1971.10482279.
 * @example
 * ```ts
 * import { computeTimeOnSite } from 'cx-scoring';
 *
 * const days = [{ seconds: 3600, users: 30 }, { seconds: 1200, users: 10 }, { seconds: 6000, users: 20 }];
 * const time = computeTimeOnSite(days, { seconds: 'seconds', users: 'users' });
 * time.value; // => 180
 * time.definition.direction; // => 'contextual'
 * ```
 */
export function computeTimeOnSite<Row>(
  rows: Iterable<Row>,
  options: TimeOnSiteOptions<NoInfer<Row>>,
): TimeOnSiteResult {
  return computeAs('computeTimeOnSite', rows, measureTime<Row>('computeTimeOnSite', options));
}
