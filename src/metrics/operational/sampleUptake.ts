import { fieldReader, type Field } from '../../core/field.js';
import { elapsed, readAsOf } from '../../core/moment.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { readEvent, readTime } from './rowValue.js';

/** Options of the sample uptake. */
export interface SampleUptakeOptions<Row> extends ShareOptions {
  /** When the sample, demonstration or launch kit was given. */
  readonly givenAt: Field<Row, string | null | undefined>;
  /** When the account first ordered the item afterwards; missing while it did not. */
  readonly orderedAt: Field<Row, string | null | undefined>;
  /** Days within which the order has to follow, the last one included. There is no usual value. */
  readonly windowDays: number;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
}

/** Reasons for which a sample is left out of the uptake. */
export type SampleUptakeExclusion = 'missing' | 'immature' | 'invalid';

/** The share of samples, demonstrations or kits followed by an order, 0..1. */
export interface SampleUptakeResult extends IntervalResult<'sample-uptake', SampleUptakeExclusion> {
  /** Followed by an order within the window. */
  readonly followed: number;
  /** Not followed within the window, or later. */
  readonly notFollowed: number;
}

const REASONS: readonly SampleUptakeExclusion[] = ['missing', 'immature', 'invalid'];

function measureSampleUptake<Row>(
  where: string,
  options: SampleUptakeOptions<Row>,
): RatioMeasure<Row, OutcomeTally, SampleUptakeResult> {
  requireOptions(where, options);
  const { windowDays } = options;
  const isDays = Number.isSafeInteger(windowDays) && windowDays > 0;
  requireOption(isDays, where, 'windowDays', 'a whole number above 0', windowDays);
  const asOf = readAsOf(where, options.asOf);
  const readGiven = fieldReader<Row, unknown>(options.givenAt);
  const readOrdered = fieldReader<Row, unknown>(options.orderedAt);
  return measureOutcomes({
    where,
    definition: shareDefinition('sample-uptake', 'higher-is-better', { windowDays }),
    outcomes: { followed: true, notFollowed: false },
    reasons: REASONS,
    classify: (row, index) => {
      const given = readTime(readGiven(row, index));
      if (typeof given === 'string') return given;
      const ordered = readEvent(readOrdered(row, index), asOf);
      if (ordered === 'invalid' || (ordered && elapsed(given, ordered) < 0)) return 'invalid';
      if (asOf.day - given.day <= windowDays) return 'immature';
      return ordered && ordered.day - given.day <= windowDays ? 'followed' : 'notFollowed';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeSampleUptake}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per product, salesperson or kind of sample: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeSampleUptake}.
 * @returns A measure over rows.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, sampleUptakeMeasure } from 'cx-scoring';
 *
 * type Sample = { given: string; ordered: string | null };
 * const measure = sampleUptakeMeasure<Sample>({ givenAt: 'given', orderedAt: 'ordered', windowDays: 90, asOf: '2026-11-30' });
 * computeMeasure([{ given: '2026-03-02', ordered: '2026-04-17' }], measure).value; // => 1
 * ```
 */
export function sampleUptakeMeasure<Row>(
  options: SampleUptakeOptions<Row>,
): RatioMeasure<Row, OutcomeTally, SampleUptakeResult> {
  return measureSampleUptake('sampleUptakeMeasure', options);
}

/**
 * Computes the sample uptake: the share of samples, demonstrations and launch kits that were followed by an order within the window.
 *
 * Use it to see which of them sell, product by product. It shows what followed, not what they caused: some would have ordered anyway.
 *
 * @param rows - One row for each sample, demonstration or kit given.
 * @param options - Where `givenAt` and `orderedAt` are; `windowDays` and `asOf`; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no window is over.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @remarks Samples whose window is not over are `immature`, ordered or not: else quick orders would count before their absence does. Days are
 * those of the dates as written. An order before the sample and unreadable times are `invalid`.
 * @example
 * ```ts
 * import { computeSampleUptake } from 'cx-scoring';
 *
 * const samples = [
 *   { given: '2026-03-02', ordered: '2026-04-17' },
 *   { given: '2026-03-02', ordered: null },
 *   { given: '2026-03-09', ordered: '2026-09-01' },
 *   { given: '2026-11-16', ordered: '2026-11-20' },
 * ];
 * const uptake = computeSampleUptake(samples, { givenAt: 'given', orderedAt: 'ordered', windowDays: 90, asOf: '2026-11-30' });
 * uptake.value; // ~> 0.3333
 * uptake.excluded.immature; // => 1
 * ```
 */
export function computeSampleUptake<Row>(
  rows: Iterable<Row>,
  options: SampleUptakeOptions<NoInfer<Row>>,
): SampleUptakeResult {
  return computeAs('computeSampleUptake', rows, measureSampleUptake<Row>('computeSampleUptake', options));
}
