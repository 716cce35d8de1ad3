import { requireOptions } from '../../core/options.js';
import { fieldReader, type Field, type Score } from '../../core/field.js';
import type { RecordFinding } from '../../core/recordFinding.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { Id } from '../../measures/keyedTally.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from './amountRatio.js';
import {
  amountField,
  amountReader,
  findAmountFaults,
  LARGEST_AMOUNT,
  type AmountExclusion,
  type AmountFault,
  type AmountRecord,
} from './amounts.js';
import { requireCurrency, type MoneyValue } from './money.js';
import { walletAllocation } from './walletAllocation.js';

/** Share of wallet from what accounts declare. */
export interface DeclaredWalletOptions<Row> extends ResultOptions {
  /** What the account spends with us, from 0. */
  readonly spend: Field<Row, MoneyValue>;
  /** What the account spends in the category with all suppliers, us included: at least `spend`. */
  readonly categorySpend: Field<Row, MoneyValue>;
  /** Currency of the amounts, as an ISO 4217 code; required where amounts name theirs. */
  readonly currency?: string | undefined;
}

/** Share of wallet estimated by the Wallet Allocation Rule. */
export interface RankedWalletOptions<Row> extends ResultOptions {
  /** Our rank among the suppliers of the account, 1 for the best; ties share the mean of their ranks. */
  readonly rank: Field<Row, Score>;
  /** Suppliers that the account uses, us included. */
  readonly suppliers: Field<Row, Score>;
  /**
   * What the account spends in the category with all suppliers, where it is known: then large accounts weigh more.
   * @defaultValue 1 for each account
   */
  readonly categorySpend?: Field<Row, MoneyValue> | undefined;
  /** Currency of the amounts, as an ISO 4217 code; required where amounts name theirs. */
  readonly currency?: string | undefined;
}

/** Options of the share of wallet: declared spends, or ranks. */
export type ShareOfWalletOptions<Row> = DeclaredWalletOptions<Row> | RankedWalletOptions<Row>;

/** The share of what accounts spend in a category that is spent with us, 0..1. */
export interface ShareOfWalletResult extends IntervalResult<'share-of-wallet', AmountExclusion> {
  /** `true` when it rests on ranks and not on declared spends. */
  readonly estimated: boolean;
  /** What is spent with us, or estimated to be; with ranks and no spends, the sum of the shares. */
  readonly spend: number;
  /** What is spent with all suppliers; with ranks and no spends, the number of accounts. */
  readonly categorySpend: number;
}

/** The amounts of a row: ours and all for declared spends; rank, suppliers and, where known, all for ranks. */
function recordOf<Row>(options: ShareOfWalletOptions<Row>): AmountRecord<Row> {
  const { currency } = options;
  if (!('rank' in options)) {
    const fields = [amountField('spend', options.spend), amountField('categorySpend', options.categorySpend)];
    return { fields, currency, faultAt: ([spend = 0, all = 0]) => (spend > all ? 0 : null) };
  }
  const fields = [
    amountField('rank', options.rank, 1, LARGEST_AMOUNT),
    amountField('suppliers', options.suppliers, 1, LARGEST_AMOUNT),
  ];
  if (options.categorySpend !== undefined) fields.push(amountField('categorySpend', options.categorySpend));
  const faultAt = ([rank = NaN, suppliers = NaN]: readonly number[]): number | null =>
    walletAllocation(rank, suppliers) === null ? 0 : null;
  return { fields, currency, faultAt };
}

function measureWallet<Row>(
  where: string,
  options: ShareOfWalletOptions<Row>,
): RatioMeasure<Row, AmountTally, ShareOfWalletResult> {
  requireOptions(where, options);
  if (options.currency !== undefined) requireCurrency(where, options.currency);
  const estimated = 'rank' in options;
  const read = amountReader(where, recordOf(options));
  const byAccount = estimated && options.categorySpend === undefined;
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'share-of-wallet',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: estimated ? { basis: 'wallet-allocation-rule', ...(byAccount && { weight: 'account' }) } : {},
      },
      reasons: ['missing', 'invalid'],
      parts: 0,
      read: (row, index) => {
        const amounts = read(row, index);
        if (typeof amounts === 'string') return amounts;
        const [first = NaN, second = NaN, all = 1] = amounts;
        if (!estimated) return { numerator: first, denominator: second };
        return { numerator: (walletAllocation(first, second) as number) * all, denominator: all };
      },
      options,
    },
    ({ numerator, denominator }) => ({ estimated, spend: numerator, categorySpend: denominator }),
  );
}

/**
 * Makes the measure behind {@link computeShareOfWallet}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where the spends are, or rank and suppliers; currency, confidence and population.
 * @returns A measure over accounts.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, shareOfWalletMeasure } from 'cx-scoring';
 *
 * const measure = shareOfWalletMeasure<{ ours: number; all: number }>({ spend: 'ours', categorySpend: 'all' });
 * computeMeasure([{ ours: 30, all: 100 }, { ours: 10, all: 10 }], measure).value; // ~> 0.363636
 * ```
 */
export function shareOfWalletMeasure<Row>(
  options: ShareOfWalletOptions<Row>,
): RatioMeasure<Row, AmountTally, ShareOfWalletResult> {
  return measureWallet('shareOfWalletMeasure', options);
}

/**
 * Computes the share of wallet: what accounts spend with us over what they spend in the category.
 *
 * Use it to see growth that needs no new customer. Where accounts do not declare what they spend, their ranking of suppliers gives an
 * estimate by the Wallet Allocation Rule: another definition, marked `estimated`, and never compared with the declared one.
 *
 * @param rows - One row per account.
 * @param options - Where the spends are, or rank and suppliers; currency, confidence and population.
 * @returns The share, 0..1, with a t interval by linearisation; `value: null` without accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` for wrong options, `CX_INVALID_INPUT` for an
 * amount in another currency than the declared one.
 * @remarks Sum over sum, not a mean of single shares. Wallet Allocation Rule: {@link walletAllocation}.
 * @example
 * ```ts
 * import { computeShareOfWallet } from 'cx-scoring';
 *
 * const accounts = [{ ours: 30000, all: 100000 }, { ours: 10000, all: 10000 }, { ours: 20000, all: 50000 }];
 * computeShareOfWallet(accounts, { spend: 'ours', categorySpend: 'all' }).value; // => 0.375
 *
 * const ranked = [{ rank: 1, suppliers: 3 }, { rank: 2, suppliers: 4 }];
 * const estimate = computeShareOfWallet(ranked, { rank: 'rank', suppliers: 'suppliers' });
 * estimate.value; // => 0.4
 * estimate.estimated; // => true
 * ```
 */
export function computeShareOfWallet<Row>(
  rows: Iterable<Row>,
  options: ShareOfWalletOptions<NoInfer<Row>>,
): ShareOfWalletResult {
  return computeAs('computeShareOfWallet', rows, measureWallet<Row>('computeShareOfWallet', options));
}

/**
 * Names the accounts that the share of wallet leaves out, or on which it throws.
 *
 * Use it before {@link computeShareOfWallet}: accounts that spend more with us than with all suppliers and ranks beyond the number of
 * suppliers show here.
 *
 * @param rows - One row per account.
 * @param options - The options of the metric, and where the `account` is named.
 * @returns One finding for each amount at fault: code, index, account, field and value.
 * @example
 * ```ts
 * import { checkWallets } from 'cx-scoring';
 *
 * const accounts = [{ id: 'a', ours: 300, all: 100 }];
 * const findings = checkWallets(accounts, { account: 'id', spend: 'ours', categorySpend: 'all' });
 * findings; // => [{ code: 'invalid-amount', index: 0, id: 'a', field: 'spend', value: 300 }]
 * ```
 */
export function checkWallets<Row>(
  rows: Iterable<Row>,
  options: ShareOfWalletOptions<NoInfer<Row>> & {
    /** Where the account is named. */
    readonly account?: Field<NoInfer<Row>, Id> | undefined;
  },
): RecordFinding<AmountFault>[] {
  requireOptions('checkWallets', options);
  return findAmountFaults(
    'checkWallets',
    rows,
    recordOf<Row>(options),
    options.account && fieldReader(options.account),
  );
}
