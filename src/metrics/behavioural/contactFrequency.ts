import type { ParameterValue } from '../../core/definition.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { contactLoadFault, type ContactLoad } from './contactLoad.js';
import { measureEvents, type EventTally, type RateOptions } from './eventRate.js';

/** Options of the contact frequency. */
export interface ContactFrequencyOptions extends RateOptions {
  /** What contacts are counted over: `'orders'`, or `'active-accounts'`; part of the definition, and without default. */
  readonly over: 'orders' | 'active-accounts';
  /**
   * Reasons that are advice: wanted contacts, which do not count and are reported apart. Part of the definition.
   * @defaultValue ['advice']
   */
  readonly advice?: readonly string[] | undefined;
  /** Length of the period in your own words, such as `'month'`: rates of a month and of a year are then never compared. */
  readonly period?: string | undefined;
}

/** Reasons for which an account is left out: its orders are missing, a count is impossible, or it was not active. */
export type ContactFrequencyExclusion = 'missing' | 'invalid' | 'inactive';

/** Contacts for one reason. */
export interface ContactReasonRate {
  /** The reason. */
  readonly reason: string;
  /** Whether it is advice, which does not count in the value. */
  readonly advice: boolean;
  /** Number of contacts. */
  readonly contacts: number;
  /** Contacts per order, or per active account; `null` without any. */
  readonly rate: number | null;
}

/** Contacts per order, or per active account, advice left out. */
export interface ContactFrequencyResult extends IntervalResult<'contact-frequency', ContactFrequencyExclusion> {
  /** Contacts that count. */
  readonly contacts: number;
  /** Orders, or active accounts. */
  readonly exposure: number;
  /** Contacts for advice. */
  readonly adviceContacts: number;
  /** All contacts by reason, the most frequent first, advice among them. */
  readonly reasons: readonly ContactReasonRate[];
}

function measureFrequency(
  where: string,
  options: ContactFrequencyOptions,
): RatioMeasure<ContactLoad, EventTally, ContactFrequencyResult> {
  requireOptions(where, options);
  const { over, advice = ['advice'], period, confidence } = options;
  requireOption(over === 'orders' || over === 'active-accounts', where, 'over', '"orders" or "active-accounts"', over);
  const isList = Array.isArray(advice) && advice.every((reason) => typeof reason === 'string');
  requireOption(isList, where, 'advice', 'a list of texts', advice);
  requireOption(period === undefined || typeof period === 'string', where, 'period', 'a text', period);
  const wanted = new Set(advice);
  const isDefault = wanted.size === 1 && wanted.has('advice');
  const parameters: Record<string, ParameterValue> = {
    over,
    ...(!isDefault && { advice: [...wanted].sort() }),
    ...(period !== undefined && { period }),
  };
  return measureEvents<ContactLoad, 'contact-frequency', ContactFrequencyExclusion, ContactCounts>(
    {
      id: 'contact-frequency',
      direction: 'lower-is-better',
      parameters,
      reasons: ['missing', 'invalid', 'inactive'],
      read: (row) => {
        if (contactLoadFault(row)) return 'invalid';
        if (over === 'active-accounts' && row.active === false) return 'inactive';
        const exposure = over === 'orders' ? (row.orders ?? null) : 1;
        if (exposure === null) return 'missing';
        // A reason that is an empty text has no name to be listed by.
        const parts = Object.entries(row.contacts).map(
          ([why, count]) => [why === '' ? 'unknown' : why, count] as const,
        );
        const events = parts.reduce((sum, [why, count]) => sum + (wanted.has(why) ? 0 : count), 0);
        return { events, exposure, parts };
      },
      options: { confidence },
    },
    ({ events, exposure, parts }) => {
      const reasons = parts.map(([reason, contacts]) => {
        const rate = exposure > 0 ? contacts / exposure : null;
        return { reason, advice: wanted.has(reason), contacts, rate };
      });
      const adviceContacts = reasons.reduce((sum, { advice: own, contacts }) => sum + (own ? contacts : 0), 0);
      reasons.sort((a, b) => b.contacts - a.contacts || (a.reason < b.reason ? -1 : 1));
      return { contacts: events, exposure, adviceContacts, reasons };
    },
  );
}

type ContactCounts = Pick<ContactFrequencyResult, 'contacts' | 'exposure' | 'adviceContacts' | 'reasons'>;

/**
 * Makes the measure behind {@link computeContactFrequency}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - What contacts are counted over, which are advice, period, confidence.
 * @returns A measure over accounts with their contacts.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, contactFrequencyMeasure } from 'cx-scoring';
 *
 * const load = { accountId: 'a', orders: 20, contacts: { returns: 3, advice: 5 } };
 * computeMeasure([load], contactFrequencyMeasure({ over: 'orders' })).value; // => 0.15
 * ```
 */
export function contactFrequencyMeasure(
  options: ContactFrequencyOptions,
): RatioMeasure<ContactLoad, EventTally, ContactFrequencyResult> {
  return measureFrequency('contactFrequencyMeasure', options);
}

/**
 * Computes how often customers must contact the service: contacts per order, or per active account, by reason.
 *
 * Use it for the calls that something going wrong causes: low is good for those. Advice is work that was wanted, and stands apart.
 *
 * @param loads - One row per account and period, as {@link toContactLoads} makes them.
 * @param options - What contacts are counted over, which reasons are advice, period, confidence.
 * @returns The rate, from 0, low is good, with an exact Poisson interval; `value: null` without orders or active accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks The interval of Garwood (1936, doi:10.1093/biomet/28.3-4.437) takes contacts to be independent, which those of one account are
 * not: {@link clusterBy} the account.
 * @example
 * ```ts
 * import { computeContactFrequency } from 'cx-scoring';
 *
 * const loads = [
 *   { accountId: 'a', orders: 30, contacts: { returns: 4, advice: 6 } },
 *   { accountId: 'b', orders: 10, contacts: { availability: 1, returns: 1 } },
 * ];
 * const frequency = computeContactFrequency(loads, { over: 'orders' });
 * frequency.value; // => 0.15
 * frequency.adviceContacts; // => 6
 * frequency.reasons[1]; // => { reason: 'returns', advice: false, contacts: 5, rate: 0.125 }
 * ```
 */
export function computeContactFrequency(
  loads: Iterable<ContactLoad>,
  options: ContactFrequencyOptions,
): ContactFrequencyResult {
  return computeAs('computeContactFrequency', loads, measureFrequency('computeContactFrequency', options));
}
