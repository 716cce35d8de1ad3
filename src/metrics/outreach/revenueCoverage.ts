import type { MetricDefinition } from '../../core/definition.js';
import { fieldReader, type Field } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { Money } from '../../core/records.js';
import type { MetricResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import {
  createKeyedTally,
  keyOf,
  keyedMisfit,
  keyedTallyFinder,
  type Id,
  type KeyedTally,
} from '../../measures/keyedTally.js';
import type { Measure } from '../../measures/measure.js';
import { requireCurrency } from '../business/money.js';
import {
  addRevenueTally,
  createRevenueTally,
  readRevenue,
  REVENUE_EXCLUSIONS,
  totalRevenue,
  type RevenueExclusion,
  type RevenueTally,
} from './revenue.js';

/** Options of the revenue coverage. */
export interface RevenueCoverageOptions<Row> {
  /** Where the id of the account is; several rows of one account add up. */
  readonly account: Field<Row, Id>;
  /** Where the revenue of the account is. */
  readonly revenue: Field<Row, Money | null | undefined>;
  /** Whether the account answered; see {@link toAnsweringAccounts}. */
  readonly answered: Field<Row, boolean | null | undefined>;
  /** Currency that counts, as an ISO 4217 code; revenue in another is left out and counted, never converted. */
  readonly currency: string;
  /** Share of revenue that should be heard, 0..1; changes `shortfall` only. */
  readonly target?: number | undefined;
}

/** An account that did not answer. */
export interface UnheardAccount {
  /** Id of the account. */
  readonly account: string;
  /** Its revenue. */
  readonly revenue: Money;
}

/** The share of revenue whose accounts answered, 0..1: counted, so without an interval. */
export interface RevenueCoverageResult extends MetricResult<'revenue-coverage', RevenueExclusion> {
  /** Always `null`: every account is known, so there is no sampling error. */
  readonly interval: null;
  /** Accounts with revenue. */
  readonly accounts: number;
  /** Revenue of all these accounts. */
  readonly revenue: Money;
  /** Revenue of those that answered. */
  readonly answeredRevenue: Money;
  /** Revenue of those that did not. */
  readonly silentRevenue: Money;
  /** The accounts that did not answer, the largest revenue first, then in code-unit order. */
  readonly silentAccounts: readonly UnheardAccount[];
  /** Revenue that still has to be heard to reach the target, 0 when it is reached; `null` without target or revenue. */
  readonly shortfall: Money | null;
}

function coverageDefinition(currency: string): MetricDefinition<'revenue-coverage'> {
  return {
    id: 'revenue-coverage',
    family: 'ratio',
    statistic: 'ratio',
    unit: 'share',
    direction: 'higher-is-better',
    range: { minimum: 0, maximum: 1 },
    parameters: { currency },
  };
}

function measureCoverage<Row>(
  where: string,
  options: RevenueCoverageOptions<Row>,
): Measure<Row, KeyedTally<RevenueTally>, RevenueCoverageResult> {
  requireOptions(where, options);
  const { currency, target } = options;
  requireCurrency(where, currency);
  const isShare = target === undefined || (typeof target === 'number' && target >= 0 && target <= 1);
  requireOption(isShare, where, 'target', 'a share from 0 to 1', target);
  const definition = coverageDefinition(currency);
  const readAccount = fieldReader<Row, unknown>(options.account);
  const readMoney = fieldReader<Row, unknown>(options.revenue);
  const readAnswered = fieldReader<Row, unknown>(options.answered);
  const find = keyedTallyFinder(createRevenueTally);
  const money = (minorUnits: number): Money => ({ minorUnits, currency });
  return {
    definition,
    createTally: () => createKeyedTally({ createTally: createRevenueTally }),
    addRow: (keyed, row, index) => {
      const tally = find(keyed, keyOf(where, readAccount(row, index), index));
      const answered = readAnswered(row, index);
      const revenue = readRevenue(readMoney(row, index), currency);
      if (typeof revenue === 'string') (tally.counts[2 + REVENUE_EXCLUSIONS.indexOf(revenue)] as number)++;
      else if (typeof answered !== 'boolean') (tally.counts[2] as number)++;
      else {
        (tally.counts[answered ? 0 : 1] as number)++;
        tally.minorUnits += revenue;
      }
    },
    mergeTallies: (into, from) => {
      from.keys.forEach((key, at) => addRevenueTally(find(into, key), from.tallies[at] as RevenueTally));
      addRevenueTally(into.unkeyed, from.unkeyed);
    },
    misfit: (path, keyed) => keyedMisfit({ createTally: createRevenueTally }, path, keyed),
    toResult: (keyed) => {
      const { accounts, revenue, heard, squares, silent, excluded } = totalRevenue(keyed);
      const silentAccounts = silent.map(([account, minorUnits]) => ({ account, revenue: money(minorUnits) }));
      // To 15 digits, so that 0.55 of 100 is not a little more than 55.
      const wanted = target === undefined ? 0 : Math.ceil(Number((target * revenue).toPrecision(15)));
      return {
        definition,
        value: revenue > 0 ? heard / revenue : null,
        standardError: null,
        degreesOfFreedom: null,
        interval: null,
        sampleSize: accounts,
        effectiveSampleSize: revenue > 0 ? Math.min(accounts, revenue ** 2 / squares) : 0,
        accounts,
        excluded,
        warnings: revenue > 0 ? [] : [{ code: 'no-data' }],
        revenue: money(revenue),
        answeredRevenue: money(heard),
        silentRevenue: money(revenue - heard),
        silentAccounts,
        shortfall: target === undefined || revenue === 0 ? null : money(Math.max(0, wanted - heard)),
      };
    },
  };
}

/**
 * Makes the measure behind {@link computeRevenueCoverage}: a tally per account that can be merged, stored and scored later.
 *
 * Use it per sector or zone: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeRevenueCoverage}.
 * @returns A measure over rows of accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, revenueCoverageMeasure, type Money } from 'cx-scoring';
 *
 * type Row = { id: string; revenue: Money; heard: boolean };
 * const measure = revenueCoverageMeasure<Row>({ account: 'id', revenue: 'revenue', answered: 'heard', currency: 'EUR' });
 * computeMeasure([{ id: 'A', revenue: { minorUnits: 100, currency: 'EUR' }, heard: true }], measure).value; // => 1
 * ```
 */
export function revenueCoverageMeasure<Row>(
  options: RevenueCoverageOptions<Row>,
): Measure<Row, KeyedTally<RevenueTally>, RevenueCoverageResult> {
  return measureCoverage('revenueCoverageMeasure', options);
}

/**
 * Computes the revenue coverage: the share of revenue whose accounts answered, with the silent accounts and what they are worth.
 *
 * Use it instead of a sample size where a few accounts make most of the revenue; some aim at hearing 80 % of it each quarter.
 *
 * @param rows - One row per account; several rows of one account add up.
 * @param options - Where `account`, `revenue` and `answered` are, the `currency` that counts, and perhaps a `target`.
 * @returns The share, 0..1, with the revenue heard and not heard; `value: null` when there is no revenue. `effectiveSampleSize` is the
 * number of accounts of equal revenue that would be as concentrated (Kish).
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range, `CX_INVALID_INPUT` for an account
 * id that is neither text nor a whole number.
 * @remarks A counted figure: all accounts are known, so there is no sampling error and no interval. Accounts without revenue, or whose
 * credit notes outweigh their invoices, are left out, counted as `noRevenue`; sums are exact up to 9,007,199,254,740,991 minor units. What
 * counts as an answer is the caller's word: keep to one rule. Source of the idea: CustomerGauge, "Revenue coverage".
 * @example
 * ```ts
 * import { computeRevenueCoverage } from 'cx-scoring';
 *
 * const accounts = [
 *   { id: 'A', revenue: { minorUnits: 60_000_00, currency: 'EUR' } },
 *   { id: 'B', revenue: { minorUnits: 30_000_00, currency: 'EUR' } },
 *   { id: 'C', revenue: { minorUnits: 10_000_00, currency: 'EUR' } },
 * ];
 * const heard = new Set(['A', 'C']);
 * const coverage = computeRevenueCoverage(accounts, {
 *   account: 'id',
 *   revenue: 'revenue',
 *   answered: ({ id }) => heard.has(id),
 *   currency: 'EUR',
 *   target: 0.8,
 * });
 * coverage.value; // => 0.7
 * coverage.silentAccounts; // => [{ account: 'B', revenue: { minorUnits: 30_000_00, currency: 'EUR' } }]
 * coverage.shortfall; // => { minorUnits: 10_000_00, currency: 'EUR' }
 * ```
 */
export function computeRevenueCoverage<Row>(
  rows: Iterable<Row>,
  options: RevenueCoverageOptions<NoInfer<Row>>,
): RevenueCoverageResult {
  return computeAs('computeRevenueCoverage', rows, measureCoverage<Row>('computeRevenueCoverage', options));
}
