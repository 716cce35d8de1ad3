import { requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import {
  createKeyedTally,
  keyOf,
  keyedMisfit,
  keyedTallyFinder,
  sortedTallies,
  type KeyedTally,
} from '../../measures/keyedTally.js';
import type { Measure } from '../../measures/measure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import type { Invitation } from './invitation.js';
import { finishShare, namedCounts, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import {
  RESPONSE_EXCLUSIONS,
  resolveDenominator,
  resolveNumerator,
  responseOf,
  type AnswerOptions,
  type ResponseDenominator,
  type ResponseExclusion,
} from './responseRate.js';

/** Options of the response rate of accounts. */
export interface AccountResponseRateOptions extends ShareOptions, AnswerOptions {
  /**
   * Which contacts make their account one that was asked; another denominator is another definition, and never compared.
   * @defaultValue 'sent'
   */
  readonly denominator?: ResponseDenominator | undefined;
}

/** Reasons for which an invitation is left out of the response rate of accounts. */
export type AccountResponseExclusion = ResponseExclusion | 'missingAccount';

/** The share of accounts with at least one answer, 0..1. Sample size and population count accounts; `excluded` counts invitations. */
export interface AccountResponseRateResult extends IntervalResult<'account-response-rate', AccountResponseExclusion> {
  /** Accounts that were asked. */
  readonly accounts: number;
  /** Accounts with at least one answer. */
  readonly answered: number;
  /** Accounts without any. */
  readonly silent: number;
  /** Those silent accounts, in code-unit order. */
  readonly silentAccounts: readonly string[];
}

function measureAccounts(
  where: string,
  options: AccountResponseRateOptions,
): Measure<Invitation, KeyedTally<OutcomeTally>, AccountResponseRateResult> {
  requireOptions(where, options);
  const denominator = resolveDenominator(where, options.denominator ?? 'sent');
  const numerator = resolveNumerator(where, options);
  const definition = shareDefinition('account-response-rate', 'higher-is-better', {
    ...(denominator !== 'sent' && { denominator }),
    ...(numerator !== 'complete' && { numerator }),
  });
  // Per account: contacts asked, contacts who answered, then invitations left out by reason.
  const createTally = (): OutcomeTally => ({ counts: new Array<number>(2 + RESPONSE_EXCLUSIONS.length).fill(0) });
  const find = keyedTallyFinder(createTally);
  const addCounts = (into: OutcomeTally, from: OutcomeTally): void => {
    from.counts.forEach((count, bin) => ((into.counts[bin] as number) += count));
  };
  return {
    definition,
    createTally: () => createKeyedTally({ createTally }),
    addRow: (keyed, row, index) => {
      const { counts } = find(keyed, keyOf(where, row?.accountId, index));
      const response = responseOf(row, denominator);
      if (response === 'complete' || response === 'partial' || response === 'silent') {
        (counts[0] as number)++;
        if (response === 'complete' || (response === 'partial' && numerator === 'partial-too')) (counts[1] as number)++;
      } else (counts[2 + RESPONSE_EXCLUSIONS.indexOf(response)] as number)++;
    },
    mergeTallies: (into, from) => {
      from.keys.forEach((key, at) => addCounts(find(into, key), from.tallies[at] as OutcomeTally));
      addCounts(into.unkeyed, from.unkeyed);
    },
    misfit: (path, keyed) => keyedMisfit({ createTally }, path, keyed),
    toResult: (keyed, override) => {
      const total = createTally();
      addCounts(total, keyed.unkeyed);
      let accounts = 0;
      const silentAccounts: string[] = [];
      for (const [account, tally] of sortedTallies(keyed)) {
        addCounts(total, tally);
        const [asked = 0, answered = 0] = tally.counts;
        if (asked > 0) accounts++;
        if (asked > 0 && answered === 0) silentAccounts.push(account);
      }
      const answered = accounts - silentAccounts.length;
      const excluded = {
        ...namedCounts(RESPONSE_EXCLUSIONS, total.counts, 2),
        missingAccount: keyed.unkeyed.counts[0] as number,
      };
      const result = finishShare(where, definition, answered, accounts, excluded, { ...options, ...override });
      return Object.assign(result, { accounts, answered, silent: silentAccounts.length, silentAccounts });
    },
  };
}

/**
 * Makes the measure behind {@link computeAccountResponseRate}: a tally per account that can be merged, stored and scored later.
 *
 * Use it where invitations do not arrive in one piece: an account counts once, in however many pieces its contacts lie.
 *
 * @param options - The same options as {@link computeAccountResponseRate}.
 * @returns A measure over invitations.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { accountResponseRateMeasure, computeMeasure } from 'cx-scoring';
 *
 * const sent = { id: 'i1', contactId: 'anna', accountId: 'A', sentAt: '2026-03-02' };
 * computeMeasure([sent], accountResponseRateMeasure()).silentAccounts; // => ['A']
 * ```
 */
export function accountResponseRateMeasure(
  options: AccountResponseRateOptions = {},
): Measure<Invitation, KeyedTally<OutcomeTally>, AccountResponseRateResult> {
  return measureAccounts('accountResponseRateMeasure', options);
}

/**
 * Computes the response rate of accounts: the share of accounts asked from which at least one contact answered.
 *
 * Use it in business-to-business, where the account decides: ten answers from one client and none from nine others is a response rate
 * of contacts that flatters. The list of silent accounts is the list of calls to make.
 *
 * @param rows - One invitation per contact who was asked, or could have been.
 * @param options - `denominator` (`'sent'` unless given), `numerator` (`'complete'` unless given), interval, confidence, and the
 * population of accounts.
 * @returns The share, 0..1, with Wilson's interval over accounts, and the silent accounts; `value: null` when no account was asked.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range,
 * `CX_INVALID_INPUT` for an account id that is neither text nor a whole number.
 * @example
 * ```ts
 * import { computeAccountResponseRate } from 'cx-scoring';
 *
 * const rate = computeAccountResponseRate([
 *   { id: 'i1', contactId: 'anna', accountId: 'A', sentAt: '2026-03-02', status: 'complete' },
 *   { id: 'i2', contactId: 'ben', accountId: 'A', sentAt: '2026-03-02' },
 *   { id: 'i3', contactId: 'cleo', accountId: 'B', sentAt: '2026-03-02' },
 * ]);
 * rate.value; // => 0.5
 * rate.silentAccounts; // => ['B']
 * ```
 */
export function computeAccountResponseRate(
  rows: Iterable<Invitation>,
  options: AccountResponseRateOptions = {},
): AccountResponseRateResult {
  return computeAs('computeAccountResponseRate', rows, measureAccounts('computeAccountResponseRate', options));
}
