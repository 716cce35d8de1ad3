import { requireOptions } from '../../core/options.js';
import type { MetricDefinition } from '../../core/definition.js';
import type { IntervalResult } from '../../core/result.js';
import type { Warning } from '../../core/warning.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import { accumulate } from '../../statistics/doubleDouble.js';
import { namedCounts } from '../outcomeShare.js';
import { requireCurrency } from './money.js';
import { riskReader, type RevenueAtRiskExclusion, type RevenueAtRiskOptions } from './riskAccount.js';

/** Revenue that is expected to be lost with flagged accounts, in whole minor units. */
export interface RevenueAtRiskResult extends IntervalResult<'revenue-at-risk', RevenueAtRiskExclusion> {
  /** Accounts that are flagged, among those that count. */
  readonly flagged: number;
  /** Revenue with them, all of it. */
  readonly flaggedRevenue: number;
  /** Revenue with all accounts that count. */
  readonly revenue: number;
  /** The value over the revenue with all accounts, 0..1, or `null` without revenue. */
  readonly share: number | null;
  /**
   * Standard deviation of the loss itself, were the accounts to leave independently of each other, in minor units: with few large
   * accounts the loss is all or nothing, and far from its expectation.
   */
  readonly lossDeviation: number;
  /** Revenue with flagged accounts that have no probability: it is in no other number here. */
  readonly revenueWithoutProbability: number;
}

/** Tally of accounts at risk. */
export interface RevenueAtRiskTally {
  /** Accounts that count, those of them that are flagged, then those left out by reason. */
  readonly counts: number[];
  /** Pairs of high part and low part: revenue, flagged, expected loss, its variance, revenue without probability. */
  readonly sums: number[];
}

const REASONS: readonly RevenueAtRiskExclusion[] = ['missing', 'missingProbability', 'invalid'];

function measureRisk<Row>(
  where: string,
  options: RevenueAtRiskOptions<Row>,
): Measure<Row, RevenueAtRiskTally, RevenueAtRiskResult> {
  requireOptions(where, options);
  const { currency } = options;
  requireCurrency(where, currency);
  const definition: MetricDefinition<'revenue-at-risk'> = {
    id: 'revenue-at-risk',
    family: 'model',
    statistic: 'total',
    unit: 'money',
    direction: 'lower-is-better',
    range: null,
    parameters: { currency },
  };
  const read = riskReader(where, options);
  const leaveOut = (tally: RevenueAtRiskTally, reason: RevenueAtRiskExclusion): void => {
    (tally.counts[2 + REASONS.indexOf(reason)] as number)++;
  };
  return {
    definition,
    createTally: () => ({ counts: [0, 0, 0, 0, 0], sums: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }),
    addRow: (tally, row, index) => {
      const account = read(row, index);
      if (typeof account === 'string') {
        leaveOut(tally, account);
        return;
      }
      const { revenue, probability } = account;
      const add = (place: number, amount: number): void => accumulate(tally.sums, 2 * place, amount, 0);
      if (probability === 'missing') {
        leaveOut(tally, 'missingProbability');
        add(4, revenue);
        return;
      }
      if (probability !== null) {
        (tally.counts[1] as number)++;
        add(1, revenue);
        add(2, revenue * probability);
        add(3, revenue * revenue * probability * (1 - probability));
      }
      (tally.counts[0] as number)++;
      add(0, revenue);
    },
    mergeTallies: (into, from) => {
      from.counts.forEach((count, at) => ((into.counts[at] as number) += count));
      for (let at = 0; at < from.sums.length; at += 2)
        accumulate(into.sums, at, from.sums[at] as number, from.sums[at + 1] as number);
    },
    toResult: ({ counts, sums }) => {
      const [revenue, flaggedRevenue, loss, variance, unknown] = [0, 2, 4, 6, 8].map((at) => sums[at] as number) as [
        number, number, number, number, number,
      ]; // prettier-ignore
      const [sampleSize = 0, flagged = 0] = counts;
      const warnings: Warning[] = sampleSize > 0 ? [] : [{ code: 'no-data' }];
      return {
        definition,
        value: sampleSize > 0 ? Math.round(loss) : null,
        standardError: null,
        degreesOfFreedom: null,
        interval: null,
        sampleSize,
        effectiveSampleSize: sampleSize,
        accounts: sampleSize,
        excluded: namedCounts(REASONS, counts, 2),
        warnings,
        flagged,
        flaggedRevenue,
        revenue,
        share: revenue > 0 ? loss / revenue : null,
        lossDeviation: Math.sqrt(variance),
        revenueWithoutProbability: unknown,
      };
    },
  };
}

/**
 * Makes the measure behind {@link computeRevenueAtRisk}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where revenue, flag and probability are; currency.
 * @returns A measure over accounts.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, revenueAtRiskMeasure } from 'cx-scoring';
 *
 * type Account = { revenue: number; detractor: boolean };
 * const measure = revenueAtRiskMeasure<Account>({ revenue: 'revenue', flagged: 'detractor', churnProbability: () => 0.25, currency: 'EUR' });
 * computeMeasure([{ revenue: 80000, detractor: true }, { revenue: 50000, detractor: false }], measure).value; // => 20000
 * ```
 */
export function revenueAtRiskMeasure<Row>(
  options: RevenueAtRiskOptions<Row>,
): Measure<Row, RevenueAtRiskTally, RevenueAtRiskResult> {
  return measureRisk('revenueAtRiskMeasure', options);
}

/**
 * Computes the revenue at risk: the revenue with flagged accounts, each times the probability that it leaves.
 *
 * Use it to weigh what is at stake where customers complain, are silent or use less. The probabilities must come from your own past; a flag that does
 * not predict churn puts no revenue at risk, which {@link checkHealthScore} finds out for a score.
 *
 * @param rows - One row per account, flagged or not.
 * @param options - Where revenue, flag and probability are; currency.
 * @returns The expected loss in whole minor units, with its parts; 0 when no account is flagged, `value: null` without accounts. It has no
 * interval: how sure the probabilities are is not known here.
 * @throws TypeError with code `CX_INVALID_OPTION` for a wrong currency, `CX_INVALID_INPUT` for an amount in another currency than the
 * declared one.
 * @remarks Promoter.io, revenue at risk, help.promoter.io, with one's own probabilities instead of its constants.
 * @example
 * ```ts
 * import { computeRevenueAtRisk } from 'cx-scoring';
 *
 * const accounts = [
 *   { revenue: 80000, red: true, leaves: 0.25 }, { revenue: 20000, red: true, leaves: 0.5 }, { revenue: 100000, red: false, leaves: null },
 * ];
 * const risk = computeRevenueAtRisk(accounts, { revenue: 'revenue', flagged: 'red', churnProbability: 'leaves', currency: 'EUR' });
 * risk.value; // => 30000
 * risk.share; // => 0.15
 * risk.lossDeviation; // ~> 36055.51
 * ```
 */
export function computeRevenueAtRisk<Row>(
  rows: Iterable<Row>,
  options: RevenueAtRiskOptions<NoInfer<Row>>,
): RevenueAtRiskResult {
  return computeAs('computeRevenueAtRisk', rows, measureRisk<Row>('computeRevenueAtRisk', options));
}
