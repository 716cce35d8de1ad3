import { fieldReader, type Field } from '../../core/field.js';
import type { Interval } from '../../core/interval.js';
import { requireOption, requireOptions, requireRows, resolveConfidence } from '../../core/options.js';
import { goodmanIntervals } from '../../statistics/multinomialInterval.js';
import { wilsonInterval } from '../../statistics/proportionInterval.js';
import { isMissing } from './recordFaults.js';

/** Options of the reasons of contacts. */
export interface ContactReasonsOptions<Row> {
  /** Where the reason is; a text, or missing. */
  readonly reason: Field<Row, string | null | undefined>;
  /**
   * `'wilson'` gives each share an interval of its own, `'goodman'` intervals that hold all at once, for reading the ranking.
   * @defaultValue 'wilson'
   */
  readonly interval?: 'wilson' | 'goodman' | undefined;
  /**
   * Confidence level of the intervals, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

/** Contacts for one reason. */
export interface ContactReasonShare {
  /** The reason. */
  readonly reason: string;
  /** Number of contacts. */
  readonly count: number;
  /** Share of the contacts whose reason is known, 0..1. */
  readonly share: number;
  /** Interval of the share. */
  readonly interval: Interval;
}

/** Why customers and partners made contact. */
export interface ContactReasons {
  /** Contacts whose reason is known. */
  readonly total: number;
  /** Contacts whose reason is not. */
  readonly missing: number;
  /** The reasons, the most frequent first. */
  readonly reasons: readonly ContactReasonShare[];
}

/**
 * Counts contacts by reason, with shares.
 *
 * Use it on calls to the hotline or the service, to see which cause to mend first.
 *
 * @param contacts - One row per contact.
 * @param options - Where the reason is; which interval, confidence.
 * @returns The reasons, the most frequent first, of equal ones in code-unit order; an empty list without contacts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks A single share: Wilson (1927), doi:10.1080/01621459.1927.10502953. All shares at once: Goodman (1965),
 * doi:10.1080/00401706.1965.10490252, over the reasons that occur.
 * @example
 * ```ts
 * import { contactReasons } from 'cx-scoring';
 *
 * const calls = [{ reason: 'returns' }, { reason: 'availability' }, { reason: 'returns' }, { reason: null }];
 * const { total, missing, reasons } = contactReasons(calls, { reason: 'reason' });
 * [total, missing]; // => [3, 1]
 * reasons.map(({ reason, count }) => [reason, count]); // => [['returns', 2], ['availability', 1]]
 * reasons[1]?.share; // ~> 0.3333
 * ```
 */
export function contactReasons<Row>(
  contacts: Iterable<Row>,
  options: ContactReasonsOptions<NoInfer<Row>>,
): ContactReasons {
  requireRows('contactReasons', 'contacts', contacts);
  requireOptions('contactReasons', options);
  const where = 'contactReasons';
  const { interval: method = 'wilson' } = options;
  requireOption(method === 'wilson' || method === 'goodman', where, 'interval', '"wilson" or "goodman"', method);
  const confidence = resolveConfidence(where, options.confidence);
  const read = fieldReader<Row, string | null | undefined>(options.reason);
  const counts = new Map<string, number>();
  let [total, missing, index] = [0, 0, 0];
  for (const contact of contacts) {
    const reason = read(contact, index++);
    if (isMissing(reason)) missing++;
    else {
      total++;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  const own = ranked.map(([, count]) => count);
  const limits =
    method === 'goodman' ? goodmanIntervals(own, confidence) : own.map((n) => wilsonInterval(n, total, confidence));
  const reasons = ranked.map(([reason, count], at) => {
    const { lower, upper } = limits[at] as Interval;
    return { reason, count, share: count / total, interval: { lower, upper, confidence, method } };
  });
  return { total, missing, reasons };
}
