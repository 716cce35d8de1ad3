import { requireOptions, requireRows } from '../../core/options.js';
import { fieldReader, type Field, type Score } from '../../core/field.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import type { Id } from '../../measures/keyedTally.js';
import { amountField, amountReader, findAmountFaults, type AmountFault, type AmountRecord } from './amounts.js';
import type { MoneyValue } from './money.js';

/** Options of the revenue at risk. */
export interface RevenueAtRiskOptions<Row> {
  /** Revenue with the account, from 0, in minor units. */
  readonly revenue: Field<Row, MoneyValue>;
  /** Whether the account is flagged: a detractor, silent, red in health, or what you take for a sign. */
  readonly flagged: Field<Row, boolean | null | undefined>;
  /**
   * Probability, 0..1, that the account leaves, from your own past: the share of accounts flagged like this one that left. There is no default,
   * since churn of flagged accounts differs tenfold between businesses.
   */
  readonly churnProbability: Field<Row, Score>;
  /** Currency of the amounts, as an ISO 4217 code; it is part of the definition. */
  readonly currency: string;
}

/** Reasons for which an account is left out. */
export type RevenueAtRiskExclusion = 'missing' | 'missingProbability' | 'invalid';

/** What can be wrong with an account at risk. More codes may be added. */
export type RiskFault = AmountFault | 'invalid-flag' | 'missing-probability' | 'invalid-probability';

/** An account whose revenue and flag are known. */
export interface RiskAccount {
  /** Revenue in minor units. */
  readonly revenue: number;
  /** Probability to leave; `null` for an account that is not flagged. */
  readonly probability: number | 'missing' | null;
}

/** Judges flag and probability: the probability, `null` without flag, or what is wrong with which field. */
function judge(
  flag: unknown,
  probability: unknown,
): RiskAccount['probability'] | readonly [RiskFault, string, unknown] {
  if (flag === null || flag === undefined) return ['missing-value', 'flagged', flag];
  if (typeof flag !== 'boolean') return ['invalid-flag', 'flagged', flag];
  if (!flag) return null;
  if (probability === null || probability === undefined) return 'missing';
  const isShare = typeof probability === 'number' && probability >= 0 && probability <= 1;
  return isShare ? probability : ['invalid-probability', 'churnProbability', probability];
}

function recordOf<Row>({ revenue, currency }: RevenueAtRiskOptions<Row>): AmountRecord<Row> {
  return { fields: [amountField('revenue', revenue)], currency };
}

/** Makes the reader of an account: what is known of it, or why it is left out. */
export function riskReader<Row>(
  where: string,
  options: RevenueAtRiskOptions<Row>,
): (row: Row, index: number) => RiskAccount | 'missing' | 'invalid' {
  const readRevenue = amountReader(where, recordOf(options));
  const readFlag = fieldReader<Row, unknown>(options.flagged);
  const readProbability = fieldReader<Row, unknown>(options.churnProbability);
  return (row, index) => {
    const amounts = readRevenue(row, index);
    if (typeof amounts === 'string') return amounts;
    const judged = judge(readFlag(row, index), readProbability(row, index));
    if (typeof judged === 'object' && judged !== null) return judged[0] === 'missing-value' ? 'missing' : 'invalid';
    return { revenue: amounts[0] as number, probability: judged };
  };
}

/**
 * Names the accounts that the revenue at risk leaves out, or on which it throws.
 *
 * Use it before {@link computeRevenueAtRisk}: flagged accounts without a probability show here.
 *
 * @param rows - One row per account, flagged or not.
 * @param options - The options of the metric, and where the `account` is named.
 * @returns One finding for each fault, those of amounts first: code, index, account, field and value.
 * @example
 * ```ts
 * import { checkRevenueAtRisk } from 'cx-scoring';
 *
 * const findings = checkRevenueAtRisk([{ id: 'a', revenue: 80000, red: true, leaves: 25 }], {
 *   account: 'id',
 *   revenue: 'revenue',
 *   flagged: 'red',
 *   churnProbability: 'leaves',
 *   currency: 'EUR',
 * });
 * findings; // => [{ code: 'invalid-probability', index: 0, id: 'a', field: 'churnProbability', value: 25 }]
 * ```
 */
export function checkRevenueAtRisk<Row>(
  rows: Iterable<Row>,
  options: RevenueAtRiskOptions<NoInfer<Row>> & {
    /** Where the account is named. */
    readonly account?: Field<NoInfer<Row>, Id> | undefined;
  },
): RecordFinding<RiskFault>[] {
  requireRows('checkRevenueAtRisk', 'rows', rows);
  requireOptions('checkRevenueAtRisk', options);
  const readId = options.account && fieldReader(options.account);
  const all = [...rows];
  const findings: RecordFinding<RiskFault>[] = findAmountFaults(
    'checkRevenueAtRisk',
    all,
    recordOf<Row>(options),
    readId,
  );
  const readFlag = fieldReader<Row, unknown>(options.flagged);
  const readProbability = fieldReader<Row, unknown>(options.churnProbability);
  all.forEach((row, index) => {
    const judged = judge(readFlag(row, index), readProbability(row, index));
    const fault = judged === 'missing' ? (['missing-probability', 'churnProbability', null] as const) : judged;
    if (typeof fault === 'object' && fault !== null)
      findings.push(recordFinding(fault[0], index, readId?.(row, index), fault[1], fault[2]));
  });
  return findings;
}
