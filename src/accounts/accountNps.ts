import { requireOptions } from '../core/options.js';
import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import type { ParameterValue } from '../core/definition.js';
import { computeAs } from '../measures/computeMeasure.js';
import type { OffScalePolicy } from '../measures/input.js';
import type { Measure } from '../measures/measure.js';
import { measureScale } from '../measures/scaleMetric.js';
import { npsMetric, type NpsOptions, type NpsResult } from '../metrics/perception/npsScore.js';
import { measureAccounts, type AccountOptions } from './accountMeasure.js';
import { latestPerContact, type LatestExclusion, type LatestPerContactOptions } from './latestPerContact.js';
import type { AccountResult } from './accountResult.js';
import type { AccountTally } from './accountTally.js';

/** Options of the account NPS. */
export interface AccountNpsOptions<Row> extends AccountOptions<Row> {
  /** Where the answer, 0 to 10, is. */
  readonly score: Field<Row, Score>;
  /** Weight of a single answer within its account, 0 or a number from 1e-25 to 1e25. */
  readonly weight?: Field<Row, Score> | undefined;
  /**
   * Weight of the answers of each role within their account, such as `{ 'decision-maker': 3, user: 1 }`; with `role` to read it. An
   * answer of a role that is not named has no weight, does not count, and is reported as `missingWeight`.
   */
  readonly roleWeights?: Readonly<Record<string, number>> | undefined;
  /** What to do with an answer off 0 to 10: throw (the default) or count it. */
  readonly offScale?: OffScalePolicy | undefined;
}

/** Options of {@link computeAccountNps}: it has all rows at once, and may keep the latest of each contact. */
export interface ComputeAccountNpsOptions<Row> extends AccountNpsOptions<Row> {
  /**
   * Counts only the latest answer of each contact, within a window if it has one: see {@link latestPerContact}. The window becomes part
   * of the definition; what was left out is in `excludedBefore` of the result.
   */
  readonly latest?: Omit<LatestPerContactOptions<Row>, 'score'> | undefined;
}

/** An account NPS, and the rows that never came to be counted. */
export interface AccountNpsResult extends AccountResult<'account-nps'> {
  /** Rows left out because another answer of the contact is later, or outside the window; `null` unless `latest` was asked for. */
  readonly excludedBefore: Readonly<Record<LatestExclusion, number>> | null;
}

/** The weight of an answer: its own, that of its role, or both multiplied. */
function answerWeight<Row>(
  where: string,
  options: AccountNpsOptions<Row>,
): ((row: Row, index: number) => Score) | undefined {
  const { weight, role, roleWeights } = options;
  const own = weight && fieldReader<Row, Score>(weight);
  if (roleWeights === undefined) return own;
  const weights = new Map(Object.entries(roleWeights));
  const isValid = weights.size > 0 && Array.from(weights.values()).every((each) => Number.isFinite(each) && each >= 0);
  if (!isValid || role === undefined)
    throw cxError(
      'CX_INVALID_OPTION',
      `${where}: option "roleWeights"`,
      'weights from 0 by role, with "role"',
      roleWeights,
    );
  const readRole = fieldReader<Row, unknown>(role);
  return (row, index) => {
    const named = weights.get(readRole(row, index) as string);
    const single = own ? own(row, index) : 1;
    return named === undefined || single === null || single === undefined ? null : named * single;
  };
}

/**
 * Makes the measure behind {@link computeAccountNps}: a tally by account that can be added to, merged, stored and scored later.
 *
 * Use it for streams, segments and comparisons: `compareTallies` knows the accounts that are on both sides.
 *
 * @param options - The same options as {@link computeAccountNps}.
 * @returns A measure over rows.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` for an unknown rule, `roles` without `role`, or weights that are none.
 * @remarks See {@link computeAccountNps}.
 * @example
 * ```ts
 * import { computeMeasure } from 'cx-scoring';
 * import { accountNpsMeasure } from 'cx-scoring/accounts';
 *
 * const measure = accountNpsMeasure<{ account: string; q1: number }>({ account: 'account', score: 'q1' });
 * computeMeasure([{ account: 'A', q1: 9 }, { account: 'A', q1: 3 }, { account: 'B', q1: 10 }], measure).value; // => 50
 * ```
 */
export function accountNpsMeasure<Row>(
  options: AccountNpsOptions<Row>,
): Measure<Row, AccountTally, AccountResult<'account-nps'>> {
  return measureNps('accountNpsMeasure', options, {});
}

function measureNps<Row>(
  where: string,
  options: AccountNpsOptions<Row>,
  parameters: Readonly<Record<string, ParameterValue>>,
): Measure<Row, AccountTally, AccountResult<'account-nps'>> {
  requireOptions(where, options);
  const { score, offScale, roleWeights } = options;
  const reading = { score, weight: answerWeight(where, options), offScale, samplePolicy: null };
  const measure = measureScale<Row, NpsOptions, NpsResult>(where, npsMetric('nps'), reading);
  const declared = { ...(roleWeights && { roleWeights: { ...roleWeights } }), ...parameters };
  return measureAccounts(where, 'account-nps', measure, options, declared);
}

/**
 * Computes the account NPS: each account is rolled up to one voice by a named rule, and the voices are averaged, in points from
 * -100 to 100.
 *
 * Use it in business-to-business, where an account has several respondents and one eager account must not drown the others. On the
 * same answers the rule alone can move the score from -20 to +47: it is part of the definition, and {@link compareRollUps} shows all.
 *
 * @remarks
 * The default is the mean of the accounts' own scores: linear, unbiased for the accounts, with a clean standard error. With `revenue`
 * accounts weigh by it: read `effectiveSampleSize`, `largestAccount` and `unweightedValue` beside the score. Accounts are independent
 * units: n - 1 and Student's t where they weigh the same; with revenue CR2 with Satterthwaite's degrees of freedom below 40 accounts
 * (Bell and McCaffrey 2002, Survey Methodology 28, 169-181), linearised above. Below five accounts there is no interval.
 *
 * @param rows - One row per answer: any iterable or a column table.
 * @param options - Where account and score are; roll-up rule, roles and their weights, revenue, the latest answer per contact,
 * confidence, the accounts that are known, and `population` as the number of accounts that exist.
 * @returns The score in points with interval, accounts, the largest account, disagreement, exclusions and warnings; `value: null`
 * without answers.
 * @throws RangeError or TypeError with code `CX_OFF_SCALE`, `CX_INVALID_OPTION`, `CX_INVALID_WEIGHT`, `CX_INVALID_INPUT` (an id that is
 * neither text nor a whole number) or `CX_POPULATION_TOO_SMALL`.
 * @example
 * ```ts
 * import { computeAccountNps } from 'cx-scoring/accounts';
 *
 * const answers = [
 *   { account: 'A', score: 9, revenue: 500 },
 *   { account: 'A', score: 3, revenue: 500 },
 *   { account: 'B', score: 10, revenue: 100 },
 * ];
 * computeAccountNps(answers, { account: 'account', score: 'score' }).value; // => 50
 * computeAccountNps(answers, { account: 'account', score: 'score', rollUp: 'worst' }).value; // => 0
 * const byRevenue = computeAccountNps(answers, { account: 'account', score: 'score', revenue: 'revenue' });
 * byRevenue.value; // ~> 16.6667
 * byRevenue.unweightedValue; // => 50
 * ```
 */
export function computeAccountNps<Row>(
  rows: Iterable<Row>,
  options: ComputeAccountNpsOptions<NoInfer<Row>>,
): AccountNpsResult {
  requireOptions('computeAccountNps', options);
  const { latest } = options;
  if (latest === undefined) {
    return {
      ...computeAs('computeAccountNps', rows, measureNps<Row>('computeAccountNps', options, {})),
      excludedBefore: null,
    };
  }
  const kept = latestPerContact<Row>(rows, { ...latest, score: options.score });
  const latestPerContactWindow = { from: latest.from ?? null, to: latest.to ?? null };
  const measure = measureNps<Row>('computeAccountNps', options, { latestPerContact: latestPerContactWindow });
  return { ...computeAs('computeAccountNps', kept.rows, measure), excludedBefore: kept.excluded };
}
