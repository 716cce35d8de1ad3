import { requireMeasure } from '../measures/requireMeasure.js';
import { requireOptions } from '../core/options.js';
import type { MetricDefinition, ParameterValue } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import type { ResultOptions } from '../core/result.js';
import type { Id } from '../measures/keyedTally.js';
import { keyOf, keyedMisfit } from '../measures/keyedTally.js';
import type { Measure } from '../measures/measure.js';
import { misfit } from '../measures/misfit.js';
import type { ScaleMeasure } from '../measures/ratioMeasure.js';
import { compareAccounts } from './compareAccounts.js';
import { finishAccounts, type AccountResult } from './accountResult.js';
import { accountTallying, type AccountTally } from './accountTally.js';
import { requireRule, type RollUpRule } from './rollUp.js';

/** Options of a metric over accounts. */
export interface AccountOptions<Row> extends ResultOptions {
  /** Where the id of the account is: text or a whole number. */
  readonly account: Field<Row, Id>;
  /**
   * How the answers of an account become one number.
   * @defaultValue 'mean'
   */
  readonly rollUp?: RollUpRule | undefined;
  /** Where the role of the respondent is; needed with `roles`. */
  readonly role?: Field<Row, string | null | undefined> | undefined;
  /** The roles that count, such as `['decision-maker']`: answers of others are left out and counted. All roles unless given. */
  readonly roles?: readonly string[] | undefined;
  /** Ids of all accounts that could have answered: those without an answer that counts are listed as `silentAccounts`. */
  readonly knownAccounts?: Iterable<Id> | undefined;
  /**
   * Revenue of the account of a row, from 0: accounts then weigh by it. An account whose rows tell none does not count and is
   * reported as `accountsWithoutRevenue`; where its rows disagree the largest counts, with a warning.
   */
  readonly revenue?: Field<Row, Score> | undefined;
}

/** The parameters of an account metric: what changes the number, and nothing that has its default. */
function accountParameters<Row>({
  rollUp = 'mean',
  roles,
  revenue,
}: AccountOptions<Row>): Record<string, ParameterValue> {
  return {
    ...(rollUp !== 'mean' && { rollUp }),
    ...(roles && { roles: [...roles].sort() }),
    ...(revenue && { weighting: 'revenue' }),
  };
}

/** Makes the account measure under an id of its own. */
export function measureAccounts<Row, Result, const Name extends string>(
  where: string,
  id: Name,
  measure: ScaleMeasure<Row, Result>,
  options: AccountOptions<Row>,
  parameters: Readonly<Record<string, ParameterValue>>,
): Measure<Row, AccountTally, AccountResult<Name>> {
  const { rollUp = 'mean', role, roles, revenue, account } = options;
  requireRule(where, rollUp, measure);
  if (roles !== undefined && !(Array.isArray(roles) && roles.length > 0 && role !== undefined))
    throw cxError('CX_INVALID_OPTION', `${where}: option "roles"`, 'a list of roles, with "role" to read them', roles);
  const definition: MetricDefinition<Name> = {
    ...measure.definition,
    id,
    parameters: { ...measure.definition.parameters, ...accountParameters(options), ...parameters },
  };
  const tallying = accountTallying<Row>({
    where,
    measure,
    account: fieldReader<Row, unknown>(account),
    revenue: revenue && fieldReader<Row, unknown>(revenue),
    role: role && fieldReader<Row, unknown>(role),
    roles,
  });
  const known = options.knownAccounts && Array.from(options.knownAccounts, (id, index) => keyOf(where, id, index));
  const last = { definition, rollUp, measure, isWeighted: revenue !== undefined, known };
  const { confidence, population } = options;
  return {
    definition,
    ...tallying,
    toResult: (tally, override) => finishAccounts(where, last, tally, { confidence, population, ...override }),
    compareTallies: (a, b, settings) => compareAccounts(last, a, b, settings),
    misfit: (path, tally) => {
      const { cells, excluded } = Object(tally) as Partial<AccountTally>;
      const cell = {
        createTally: () => ({ answers: measure.createTally(), revenues: [] as number[] }),
        misfit: (at: string, own: unknown) => {
          const { answers, revenues } = Object(own) as { answers?: unknown; revenues?: unknown };
          const fits =
            Array.isArray(revenues) &&
            (revenues.length === 0 || revenues.length === 2) &&
            revenues.every((amount) => Number.isFinite(amount) && (amount as number) >= 0);
          return fits ? misfit(`${at}.answers`, measure.createTally(), answers) : `${at}.revenues`;
        },
      };
      return keyedMisfit(cell, `${path}.cells`, cells) ?? misfit(`${path}.excluded`, [0, 0], excluded);
    },
  };
}

/**
 * Makes a metric over accounts from any metric over a scale: each account speaks with one voice, or with that of its revenue.
 *
 * Use it for CSAT, effort or a question of your own; {@link computeAccountNps} is this for the NPS. The roll-up rule becomes part of
 * the definition, because on the same answers it alone can move a score by tens of points.
 *
 * @param measure - A measure over a scale: an NPS, a CSAT, an effort score, a share or a net score of your own.
 * @param options - Where the account is, the roll-up rule, roles, revenue, confidence, and `population` as the number of accounts.
 * @returns A measure over the same rows. Its id is that of the measure with `account-` before it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` for a rule that is none or that a mean has no classes for. While reading
 * rows: `CX_INVALID_INPUT` for an id that is none, `CX_INVALID_WEIGHT` for a revenue below 0, and what the measure throws.
 * @remarks Standard error over accounts as independent units: n - 1 and Student's t when accounts weigh the same; with revenue CR2 and
 * Satterthwaite's degrees of freedom below 40 accounts, linearised above. No interval below five accounts.
 * @example
 * ```ts
 * import { computeMeasure, csatMeasure } from 'cx-scoring';
 * import { accountMeasure } from 'cx-scoring/accounts';
 *
 * const csat = csatMeasure<{ account: string; q: number }>({ score: 'q' });
 * const rows = [{ account: 'A', q: 5 }, { account: 'A', q: 2 }, { account: 'A', q: 3 }, { account: 'B', q: 5 }];
 * computeMeasure(rows, accountMeasure(csat, { account: 'account', rollUp: 'majority' })).value; // => 0.5
 * computeMeasure(rows, csat).value; // => 0.5
 * computeMeasure(rows, accountMeasure(csat, { account: 'account' })).value; // ~> 0.6667
 * ```
 */
export function accountMeasure<Row, Result>(
  measure: ScaleMeasure<Row, Result>,
  options: AccountOptions<NoInfer<Row>>,
): Measure<Row, AccountTally, AccountResult> {
  requireOptions('accountMeasure', options);
  requireMeasure('accountMeasure', measure);
  return measureAccounts('accountMeasure', `account-${measure.definition.id}`, measure, options, {});
}
