import { fieldReader, type Field } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';

/** What one row of a conversion stands for. */
export type ConversionUnitName = 'session' | 'user' | 'account';

/** Options of the conversion. */
export interface ConversionOptions<Row> extends ShareOptions {
  /** What a row stands for; part of the definition, and without default: shares of sessions and of accounts are not one number. */
  readonly unit: ConversionUnitName;
  /** Whether it had the key event: `true`, `false`, or missing. */
  readonly converted: Field<Row, boolean | null | undefined>;
}

/** Reasons for which a row is left out: the conversion is missing, or neither `true` nor `false`. */
export type ConversionExclusion = 'missing' | 'invalid';

/** The share of sessions, users or accounts with the key event, 0..1. */
export interface ConversionResult extends IntervalResult<'conversion', ConversionExclusion> {
  /** Rows with the key event. */
  readonly converted: number;
  /** Rows without. */
  readonly unconverted: number;
}

const UNITS: readonly unknown[] = ['session', 'user', 'account'];

function measureConversion<Row>(
  where: string,
  options: ConversionOptions<Row>,
): RatioMeasure<Row, OutcomeTally, ConversionResult> {
  requireOptions(where, options);
  const { unit, converted, interval, confidence, population } = options;
  requireOption(UNITS.includes(unit), where, 'unit', '"session", "user" or "account"', unit);
  const read = fieldReader<Row, unknown>(converted);
  const usual = shareDefinition('conversion', 'higher-is-better', { unit });
  return measureOutcomes({
    where,
    definition: unit === 'session' ? usual : { ...usual, sampleUnit: `${unit}s` as const },
    outcomes: { converted: true, unconverted: false },
    reasons: ['missing', 'invalid'],
    classify: (row: Row, index) => {
      const own = read(row, index) ?? null;
      if (own === null) return 'missing';
      if (typeof own !== 'boolean') return 'invalid';
      return own ? 'converted' : 'unconverted';
    },
    options: { interval, confidence, population },
  });
}

/**
 * Makes the measure behind {@link computeConversion}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Unit and conversion; interval, confidence and population.
 * @returns A measure over sessions, users or accounts.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, conversionMeasure } from 'cx-scoring';
 *
 * const measure = conversionMeasure<{ ordered: boolean }>({ unit: 'session', converted: 'ordered' });
 * computeMeasure([{ ordered: true }, { ordered: false }], measure).value; // => 0.5
 * ```
 */
export function conversionMeasure<Row>(
  options: ConversionOptions<Row>,
): RatioMeasure<Row, OutcomeTally, ConversionResult> {
  return measureConversion('conversionMeasure', options);
}

/**
 * Computes the conversion: the share of sessions, users or accounts with the key event.
 *
 * Use it with one unit throughout; {@link toConversionUnits} gathers sessions by user or account.
 *
 * @param rows - One row per unit.
 * @param options - Unit and conversion; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` without rows.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks Sessions of one user are not independent: count users or accounts, or {@link clusterBy} them.
 * @example
 * ```ts
 * import { computeConversion, toConversionUnits } from 'cx-scoring';
 *
 * const sessions = [
 *   { account: 'a', ordered: false }, { account: 'a', ordered: true },
 *   { account: 'b', ordered: false }, { account: 'b', ordered: false },
 * ];
 * computeConversion(sessions, { unit: 'session', converted: 'ordered' }).value; // => 0.25
 * const accounts = toConversionUnits(sessions, { unitId: 'account', converted: 'ordered' });
 * computeConversion(accounts, { unit: 'account', converted: 'converted' }).value; // => 0.5
 * ```
 */
export function computeConversion<Row>(
  rows: Iterable<Row>,
  options: ConversionOptions<NoInfer<Row>>,
): ConversionResult {
  return computeAs('computeConversion', rows, measureConversion<Row>('computeConversion', options));
}
