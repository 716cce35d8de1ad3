import { requireOptions } from '../../core/options.js';
import { fieldReader, type Field, type Score } from '../../core/field.js';
import type { ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import {
  defineComposite,
  type CompositeItem,
  type CompositeResult,
  type CompositeTally,
} from '../../measures/defineComposite.js';
import type { OffScalePolicy } from '../../measures/input.js';
import { keyOf, type Id } from '../../measures/keyedTally.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';

/** One component of a health score: use of the portal, relationship, open tickets, payment … */
export interface HealthComponent<Row> extends CompositeItem<Row> {
  /**
   * `false` where a high value is bad, such as open tickets: the scale is then turned round.
   * @defaultValue true
   */
  readonly higherIsBetter?: boolean | undefined;
}

/** Options of the health score. */
export interface HealthScoreOptions<Row> extends ResultOptions {
  /** The components, at least one, with weights and scales of your own: no generic weights are known to predict anything. */
  readonly components: readonly HealthComponent<Row>[];
  /**
   * How many components an account must have to get a score; the weights of the others are renormalised.
   * @defaultValue all of them
   */
  readonly minimumComponents?: number | undefined;
  /** Weight of an account in the mean, such as its revenue. */
  readonly weight?: Field<Row, Score> | undefined;
  /**
   * What to do with a value off its component's scale: throw, or treat it as missing.
   * @defaultValue 'throw'
   */
  readonly offScale?: OffScalePolicy | undefined;
}

/** The mean health of accounts, 0..100, with the components as `items`. */
export type HealthScoreResult = CompositeResult<'health-score'>;

/** The health of one account. */
export interface AccountHealth {
  /** Id of the account, or `null` when missing. */
  readonly account: string | null;
  /** Its score, 0..100, or `null` with too few components. */
  readonly score: number | null;
  /** Share of the weights that its known components have, 0..1. */
  readonly coverage: number;
}

/** A component with the scale turned round where low is good. */
function turned<Row>(component: HealthComponent<Row>): CompositeItem<Row> {
  const { higherIsBetter = true, ...item } = component;
  if (higherIsBetter) return item;
  const read = fieldReader(item.score);
  // Anything but a number goes through, to be found missing or off its scale.
  const score = (row: Row, index: number): Score => {
    const value = read(row, index);
    return typeof value === 'number' ? item.minimum + item.maximum - value : value;
  };
  return { ...item, score };
}

/**
 * Makes the measure behind {@link computeHealthScore}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Components with weights and scales, how many an account must have; weight, confidence and population.
 * @returns A measure over accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for contradictory components, `CX_INVALID_OPTION`.
 * @example
 * ```ts
 * import { computeMeasure, healthScoreMeasure } from 'cx-scoring';
 *
 * const measure = healthScoreMeasure<{ nps: number }>({ components: [{ id: 'nps', score: 'nps', weight: 1, minimum: 0, maximum: 10 }] });
 * computeMeasure([{ nps: 9 }, { nps: 6 }], measure).value; // => 75
 * ```
 */
export function healthScoreMeasure<Row>(
  options: HealthScoreOptions<Row>,
): RatioMeasure<Row, CompositeTally, HealthScoreResult> {
  requireOptions('healthScoreMeasure', options);
  const { components, minimumComponents, weight, offScale, confidence, population } = options;
  // What is not a list is refused by the composite.
  const list = Array.isArray(components) ? (components as readonly HealthComponent<Row>[]) : undefined;
  const reversed = list?.filter(({ higherIsBetter }) => higherIsBetter === false).map(({ id }) => id) ?? [];
  return defineComposite<Row, 'health-score'>({
    id: 'health-score',
    items: list ? list.map(turned) : components,
    minimumItems: minimumComponents,
    weight,
    offScale,
    confidence,
    population,
    parameters: reversed.length > 0 ? { reversed } : {},
  });
}

/**
 * Computes the health score: a weighted mean of declared components, each on 0..100, in the mean over accounts.
 *
 * Use it to look at a portfolio; {@link toAccountHealth} gives the score of each account. Before anybody acts on it, let {@link checkHealthScore} tell
 * whether it predicts your own churn: three public recipes use three weightings that contradict each other.
 *
 * @param rows - One row per account.
 * @param options - Components with weights and scales, how many an account must have; weight, confidence and population.
 * @returns The mean, 0..100, with a t interval, and each component; `value: null` without accounts that have enough components.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for contradictory components, `CX_OFF_SCALE` for a value off its scale,
 * `CX_INVALID_WEIGHT`, `CX_INVALID_OPTION`.
 * @remarks No standard weights exist: they are yours, and part of the definition. See {@link defineComposite}.
 * @example
 * ```ts
 * import { computeHealthScore } from 'cx-scoring';
 *
 * const accounts = [{ nps: 9, tickets: 2 }, { nps: 4, tickets: 8 }];
 * const health = computeHealthScore(accounts, {
 *   components: [
 *     { id: 'relationship', score: 'nps', weight: 3, minimum: 0, maximum: 10 },
 *     { id: 'tickets', score: 'tickets', weight: 1, minimum: 0, maximum: 10, higherIsBetter: false },
 *   ],
 * });
 * health.value; // => 61.25
 * health.items[1]?.value; // => 50
 * ```
 */
export function computeHealthScore<Row>(
  rows: Iterable<Row>,
  options: HealthScoreOptions<NoInfer<Row>>,
): HealthScoreResult {
  return computeAs('computeHealthScore', rows, healthScoreMeasure<Row>(options));
}

/**
 * Gives the health of each account.
 *
 * Use it for the account sheet, and as input of {@link checkHealthScore}.
 *
 * @param rows - One row per account.
 * @param options - The options of {@link computeHealthScore}, and where the `account` is named.
 * @returns One record for each row, in the order of the rows: score, or `null` with too few components, and how much of the weights is known.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` for contradictory components, `CX_OFF_SCALE` for a value off its scale.
 * @example
 * ```ts
 * import { toAccountHealth } from 'cx-scoring';
 *
 * type Row = { id: string; nps: number | null; visits: number };
 * const health = toAccountHealth<Row>([{ id: 'a', nps: null, visits: 2 }], {
 *   account: 'id',
 *   components: [
 *     { id: 'relationship', score: 'nps', weight: 3, minimum: 0, maximum: 10 },
 *     { id: 'visits', score: 'visits', weight: 1, minimum: 0, maximum: 4 },
 *   ],
 *   minimumComponents: 1,
 * });
 * health; // => [{ account: 'a', score: 50, coverage: 0.25 }]
 * ```
 */
export function toAccountHealth<Row>(
  rows: Iterable<Row>,
  options: HealthScoreOptions<NoInfer<Row>> & {
    /** Where the account is named. */
    readonly account?: Field<NoInfer<Row>, Id> | undefined;
  },
): AccountHealth[] {
  // A single account has no weight of its own.
  const unweighted = { ...options, weight: undefined };
  const measure = healthScoreMeasure<Row>(unweighted);
  const alone = healthScoreMeasure<Row>({ ...unweighted, minimumComponents: 1 });
  const readAccount = options.account && fieldReader<Row, unknown>(options.account);
  const health: AccountHealth[] = [];
  let index = 0;
  for (const row of rows) {
    const tally = measure.createTally();
    measure.addRow(tally, row, index);
    const known = alone.createTally();
    alone.addRow(known, row, index);
    const { items } = alone.toResult(known);
    health.push({
      account: readAccount ? keyOf('toAccountHealth', readAccount(row, index), index) : null,
      score: measure.toResult(tally).value,
      coverage: Math.min(
        1,
        items.reduce((sum, { weight, answers }) => sum + (answers > 0 ? weight : 0), 0),
      ),
    });
    index++;
  }
  return health;
}
