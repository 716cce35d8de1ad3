import { requireOptions } from '../../core/options.js';
import { fieldReader, type Field } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { readFlag } from './rowValue.js';

/** Options of the accuracy of the availabilities shown. */
export interface AvailabilityAccuracyOptions<Row> extends ShareOptions {
  /** Whether the item was shown as available. */
  readonly shown: Field<Row, boolean | null | undefined>;
  /** Whether it was there when it was checked: picked, counted, or delivered as shown; missing where nobody checked. */
  readonly available: Field<Row, boolean | null | undefined>;
}

/** Reasons for which a showing is left out of the accuracy. */
export type AvailabilityAccuracyExclusion = 'missing' | 'notShown' | 'invalid';

/** The share of availabilities shown that proved true, 0..1. */
export interface AvailabilityAccuracyResult extends IntervalResult<
  'availability-accuracy',
  AvailabilityAccuracyExclusion
> {
  /** Shown as available, and there. */
  readonly kept: number;
  /** Shown as available, and not there. */
  readonly broken: number;
}

const REASONS: readonly AvailabilityAccuracyExclusion[] = ['missing', 'notShown', 'invalid'];

function measureAvailabilityAccuracy<Row>(
  where: string,
  options: AvailabilityAccuracyOptions<Row>,
): RatioMeasure<Row, OutcomeTally, AvailabilityAccuracyResult> {
  requireOptions(where, options);
  const readShown = fieldReader<Row, unknown>(options.shown);
  const readAvailable = fieldReader<Row, unknown>(options.available);
  return measureOutcomes({
    where,
    definition: shareDefinition('availability-accuracy', 'higher-is-better', {}),
    outcomes: { kept: true, broken: false },
    reasons: REASONS,
    classify: (row, index) => {
      const shown = readFlag(readShown(row, index));
      if (shown !== true) return shown === false ? 'notShown' : shown;
      const available = readFlag(readAvailable(row, index));
      return typeof available === 'string' ? available : available ? 'kept' : 'broken';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeAvailabilityAccuracy}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per site, branch or month: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeAvailabilityAccuracy}.
 * @returns A measure over rows.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { availabilityAccuracyMeasure, computeMeasure } from 'cx-scoring';
 *
 * const measure = availabilityAccuracyMeasure<{ shown: boolean; found: boolean }>({ shown: 'shown', available: 'found' });
 * computeMeasure([{ shown: true, found: false }], measure).value; // => 0
 * ```
 */
export function availabilityAccuracyMeasure<Row>(
  options: AvailabilityAccuracyOptions<Row>,
): RatioMeasure<Row, OutcomeTally, AvailabilityAccuracyResult> {
  return measureAvailabilityAccuracy('availabilityAccuracyMeasure', options);
}

/**
 * Computes the accuracy of the availabilities shown: the share of items shown as available that were there.
 *
 * Use it for portals, shops and quotes that show stock: a promise that fails costs more than none. Items shown as not available make no
 * promise, and are left out.
 *
 * @param rows - One row for each availability that was shown to a customer.
 * @param options - Where `shown` and `available` are; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when nothing shown as available was checked.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks What nobody checked is `missing`. Where mostly doubtful items are checked, the share speaks of those: check at random.
 * @example
 * ```ts
 * import { computeAvailabilityAccuracy } from 'cx-scoring';
 *
 * const showings = [
 *   { shown: true, picked: true },
 *   { shown: true, picked: false },
 *   { shown: true, picked: null },
 *   { shown: false, picked: null },
 * ];
 * const accuracy = computeAvailabilityAccuracy(showings, { shown: 'shown', available: 'picked' });
 * accuracy.value; // => 0.5
 * accuracy.excluded; // => { missing: 1, notShown: 1, invalid: 0 }
 * ```
 */
export function computeAvailabilityAccuracy<Row>(
  rows: Iterable<Row>,
  options: AvailabilityAccuracyOptions<NoInfer<Row>>,
): AvailabilityAccuracyResult {
  return computeAs(
    'computeAvailabilityAccuracy',
    rows,
    measureAvailabilityAccuracy<Row>('computeAvailabilityAccuracy', options),
  );
}
