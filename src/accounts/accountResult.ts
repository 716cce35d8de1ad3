import type { MetricDefinition } from '../core/definition.js';
import { resolveConfidence, resolvePopulation } from '../core/options.js';
import type { IntervalResult, ResultOptions } from '../core/result.js';
import type { Warning } from '../core/warning.js';
import type { ScoreExclusion } from '../measures/input.js';
import { FEWEST_ACCOUNTS } from '../measures/evidence.js';
import { clusterEstimate } from '../measures/clusterEstimate.js';
import type { RatioSums, ScaleMeasure } from '../measures/ratioMeasure.js';
import { exclusionsOf } from '../measures/scaleTally.js';
import { sum } from '../statistics/sum.js';
import { accountFigures, type AccountFigure, type AccountLine } from './accountLines.js';
import type { AccountTally } from './accountTally.js';
import type { RollUpRule } from './rollUp.js';

/** What a result over accounts knows beyond the usual. */
export interface AccountFigures {
  /** Accounts that count. */
  readonly accounts: number;
  /** Accounts without a revenue, or with none above 0, where accounts weigh by it: they do not count. */
  readonly accountsWithoutRevenue: number;
  /** Accounts without an answer that counts, in code-unit order; `null` unless `knownAccounts` says which there are. */
  readonly silentAccounts: readonly string[] | null;
  /** Accounts in which answers of opposite classes stand side by side. */
  readonly dividedAccounts: number;
  /** The account that weighs most, and its share of all weights, 0..1; the first in code-unit order among equals. */
  readonly largestAccount: {
    /** Key of the account. */
    readonly account: string;
    /** Its share of the weights. */
    readonly share: number;
  } | null;
  /** The same metric with every account weighing the same, to be read beside a score by revenue; `null` when it is that already. */
  readonly unweightedValue: number | null;
}

/** Reasons for which a row is left out of an account metric. */
export type AccountExclusion = ScoreExclusion | 'missingAccount' | 'missingRevenue' | 'otherRole' | 'missingRole';

/** The result of a metric over accounts. */
export interface AccountResult<Id extends string = string>
  extends IntervalResult<Id, AccountExclusion>, Omit<AccountFigures, 'accounts'> {
  /** Accounts that count. */
  readonly accounts: number;
}

/** What the last step needs to know. */
export interface AccountMetric<Row, Id extends string> {
  /** What the number means. */
  readonly definition: MetricDefinition<Id>;
  /** How accounts are rolled up. */
  readonly rollUp: RollUpRule;
  /** The metric of each account. */
  readonly measure: ScaleMeasure<Row, unknown>;
  /** Whether accounts weigh by revenue. */
  readonly isWeighted: boolean;
  /** Keys of all accounts, where they are known. */
  readonly known: readonly (string | null)[] | undefined;
}

/** The weight of an account: its revenue, or 1; under `'pooled'` each of its answers counts so much. */
function weightOf({ isWeighted }: { readonly isWeighted: boolean }, { revenue }: AccountLine): number {
  return isWeighted ? (revenue ?? 0) : 1;
}

/** The five sums of an account as one unit, or of its answers under `'pooled'`. */
export function accountSums<Row, Id extends string>(
  metric: AccountMetric<Row, Id>,
  tally: AccountTally,
): { readonly account: AccountFigure; readonly sums: RatioSums }[] {
  const { measure, rollUp } = metric;
  const byKey = new Map(tally.cells.keys.map((key, at) => [key, tally.cells.tallies[at]]));
  const scale = measure.definition.statistic === 'net' ? 100 : 1;
  return accountFigures(rollUp, measure, tally).flatMap((account) => {
    const weight = weightOf(metric, account);
    const cell = byKey.get(account.account);
    if (!(weight > 0) || cell === undefined) return [];
    if (rollUp === 'pooled') {
      const own = measure.toSums(cell.answers);
      const sums = {
        ...own,
        weight: weight * own.weight,
        weightedTotal: weight * own.weightedTotal,
        squaredWeight: weight * weight * own.squaredWeight,
        weightedSquare: weight * (own.weightedSquare ?? 0),
      };
      return [{ account, sums }];
    }
    const value = account.contribution;
    const sums = {
      scale,
      count: 1,
      total: value,
      weight,
      weightedTotal: weight * value,
      squaredWeight: weight * weight,
      weightedSquare: weight * value * value,
    };
    return [{ account, sums }];
  });
}

/** Counts the answers of some accounts. */
function answersOf(accounts: readonly AccountLine[]): number {
  return accounts.reduce((count, { answers }) => count + answers, 0);
}

/** The known accounts that are not among those with an answer. */
function silentAmong(known: readonly (string | null)[], heard: readonly AccountLine[]): string[] {
  const silent = new Set(known.filter((key) => key !== null));
  for (const { account } of heard) silent.delete(account);
  return Array.from(silent).sort();
}

/** Adds up the sums of all accounts. */
function wholeOf(sums: readonly RatioSums[], scale: number): RatioSums {
  const total = (key: Exclude<keyof RatioSums, 'scale'>): number => sum(sums.map((own) => own[key] ?? 0));
  return {
    scale,
    count: total('count'),
    total: total('total'),
    weight: total('weight'),
    weightedTotal: total('weightedTotal'),
    squaredWeight: total('squaredWeight'),
    weightedSquare: total('weightedSquare'),
  };
}

/** The last step of a metric over accounts. */
export function finishAccounts<Row, Id extends string>(
  where: string,
  metric: AccountMetric<Row, Id>,
  tally: AccountTally,
  options: ResultOptions,
): AccountResult<Id> {
  const { definition, measure, isWeighted } = metric;
  const used = accountSums(metric, tally);
  const accounts = used.length;
  const confidence = resolveConfidence(where, options.confidence);
  const population = resolvePopulation(where, options.population, accounts);
  const scale = measure.definition.statistic === 'net' ? 100 : 1;
  const whole = wholeOf(
    used.map(({ sums }) => sums),
    scale,
  );
  const value = accounts > 0 ? (scale * whole.weightedTotal) / whole.weight + 0 : null;
  const estimate = clusterEstimate(
    { value, definition },
    used.map(({ sums }) => sums),
    whole,
    confidence,
    population,
  );
  const plain = !isWeighted && metric.rollUp !== 'pooled';
  const { interval } = estimate;
  const all = accountFigures(metric.rollUp, measure, tally);
  const twin = isWeighted ? accountSums({ ...metric, isWeighted: false }, tally).map(({ sums }) => sums) : [];
  const twinWhole = wholeOf(twin, scale);
  const largest = used.reduce<(typeof used)[number] | null>(
    (most, own) => (most !== null && most.sums.weight >= own.sums.weight ? most : own),
    null,
  );
  const kish = accounts && Math.min(whole.count, whole.weight ** 2 / whole.squaredWeight);
  const effective = metric.rollUp === 'pooled' ? kish / Math.max(1, estimate.designEffect ?? 1) : kish;
  const excluded = { missing: 0, offScale: 0, missingWeight: 0, zeroWeight: 0 };
  for (const { answers } of [...tally.cells.tallies, tally.cells.unkeyed]) {
    for (const [reason, count] of Object.entries(exclusionsOf(answers.counts)))
      excluded[reason as keyof typeof excluded] += count;
  }
  const [otherRole = 0, missingRole = 0] = tally.excluded;
  const warnings: Warning[] = [];
  if (accounts === 0) warnings.push({ code: 'no-data' });
  else if (accounts < 30 && accounts < population)
    warnings.push({ code: 'small-sample', unit: 'accounts', observed: accounts, recommended: 30 });
  if (accounts > 0 && interval === null)
    warnings.push({ code: 'no-interval', reason: accounts < FEWEST_ACCOUNTS ? 'few-accounts' : 'no-variation' });
  if (effective < whole.count / 2)
    warnings.push({
      code: 'unequal-weights',
      unit: 'accounts',
      sampleSize: whole.count,
      effectiveSampleSize: effective,
    });
  const { degreesOfFreedom } = estimate;
  if (interval && interval.lower < interval.upper && degreesOfFreedom !== null && degreesOfFreedom < 4)
    warnings.push({ code: 'low-degrees-of-freedom', degreesOfFreedom, recommended: 4 });
  if (excluded.offScale > 0) warnings.push({ code: 'off-scale-excluded', count: excluded.offScale });
  const inconsistent = isWeighted ? all.filter((own) => own.isInconsistent).length : 0;
  if (inconsistent > 0) warnings.push({ code: 'inconsistent-revenue', count: inconsistent });
  return {
    definition,
    value,
    standardError: estimate.standardError,
    degreesOfFreedom,
    // Accounts of equal weight are plain independent units.
    interval: interval && plain ? { ...interval, method: 't' } : interval,
    sampleSize: answersOf(used.map(({ account }) => account)),
    effectiveSampleSize: effective,
    accounts,
    accountsWithoutRevenue: all.length - accounts,
    silentAccounts: metric.known ? silentAmong(metric.known, all) : null,
    dividedAccounts: used.filter(({ account }) => account.isDivided).length,
    largestAccount: largest && { account: largest.account.account, share: largest.sums.weight / whole.weight },
    unweightedValue: twin.length > 0 ? (scale * twinWhole.weightedTotal) / twinWhole.weight + 0 : null,
    excluded: {
      ...excluded,
      missingAccount: measure.toSums(tally.cells.unkeyed.answers).count,
      missingRevenue: answersOf(all) - answersOf(used.map(({ account }) => account)),
      otherRole,
      missingRole,
    },
    warnings,
  };
}
