import { cxError } from '../core/errors.js';
import type { SegmentValue } from '../core/segment.js';
import { requireOption } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { ClusteredMeasure } from '../measures/clusterBy.js';
import type { RatioMeasure, RatioSums } from '../measures/ratioMeasure.js';
import { sum } from '../statistics/sum.js';
import { compareSegmentValues } from './segmentOrder.js';
import type { SegmentTally } from './segmentTally.js';

/**
 * A measure whose value over all rows is the mean of its values over segments, weighted by the shares of the segments: NPS, shares,
 * means, ratios, rates, and all of them clustered by account. Quantiles and totals are not.
 */
export type MixMeasure<Row, Tally, Result> = RatioMeasure<Row, Tally, Result> | ClusteredMeasure<Row, Tally, Result>;

/** What a side knows of an account within a segment. */
export interface AccountCell {
  /** Place of the segment. */
  readonly at: number;
  /** Weight of the account in the segment. */
  readonly weight: number;
  /** How far the account moves the value of the segment, in the unit of the metric. */
  readonly residual: number;
}

/** One side of a decomposition, aligned with a list of segments; a segment without data has weight 0. */
export interface MixSide {
  /** Weight of all segments together. */
  readonly weight: number;
  /** Weight of each segment. */
  readonly weights: readonly number[];
  /** Sum of the squared weights of the rows of each segment. */
  readonly squaredWeights: readonly number[];
  /** Answers in each segment. */
  readonly counts: readonly number[];
  /** Value of each segment in the unit of the metric; NaN without data. */
  readonly values: readonly number[];
  /** Standard error of the value of each segment, from independent rows; NaN when unknown. */
  readonly errors: readonly number[];
  /** Degrees of freedom of these. */
  readonly freedoms: readonly number[];
  /** The segments each account has answers in; `null` where rows are independent. */
  readonly accounts: ReadonlyMap<string, readonly AccountCell[]> | null;
}

/** A list of segments in order, without repetition, with the way to find them. */
export interface SegmentList<Key> {
  /** The keys, in order. */
  readonly keys: readonly Key[];
  /** Place of each, by its text. */
  readonly places: ReadonlyMap<string, number>;
}

/** The text that stands for a key: its values in the order of the dimensions. */
export function keyText(dimensions: readonly string[], key: object): string {
  return JSON.stringify(dimensions.map((dimension) => (key as Record<string, SegmentValue>)[dimension] ?? null));
}

/** Puts the segments of several lists in order, each once. */
export function listSegments<Key extends object>(
  dimensions: readonly string[],
  lists: readonly (readonly Key[])[],
): SegmentList<Key> {
  const ordered = [...dimensions].sort((a, b) => (a < b ? -1 : 1));
  const found = new Map(lists.flat().map((key) => [keyText(dimensions, key), key]));
  const valueOf = (key: Key, dimension: string): SegmentValue =>
    (key as Record<string, SegmentValue>)[dimension] ?? null;
  const order = ([, a]: [string, Key], [, b]: [string, Key]): number =>
    ordered.reduce(
      (known, dimension) => known || compareSegmentValues(valueOf(a, dimension), valueOf(b, dimension)),
      0,
    );
  const entries = [...found].sort(order);
  return { keys: entries.map(([, key]) => key), places: new Map(entries.map(([text], at) => [text, at])) };
}

/** Refuses what is no measure of this kind. */
export function requireMixMeasure(where: string, measure: unknown): void {
  const { toSums, toAccountSums } = Object(measure) as Record<string, unknown>;
  const isKnown = typeof toSums === 'function' || typeof toAccountSums === 'function';
  requireOption(isKnown, where, 'measure', 'a measure of a mean, a share or a ratio, clustered or not', measure);
}

/** Refuses what is no segment tally, or names a segment twice. */
export function requireSegmentTally(where: string, tally: unknown): void {
  const { dimensions, keys, tallies } = Object(tally) as Partial<SegmentTally<object, unknown>>;
  const isShaped =
    Array.isArray(dimensions) && Array.isArray(keys) && Array.isArray(tallies) && keys.length === tallies.length;
  if (!isShaped || keys.some((key) => Object(key) !== key))
    throw cxError('CX_INVALID_INPUT', where, '{ dimensions, keys, tallies }, keys as many as tallies', tally);
  const texts = keys.map((key) => keyText(dimensions, key));
  const seen = new Set<string>();
  const repeated = texts.find((text) => seen.size === seen.add(text).size);
  if (repeated !== undefined) throw cxError('CX_INVALID_INPUT', `${where}: key`, 'there once', repeated);
}

/** Merges all segments into one tally of their own. */
export function mergeSegments<Tally>(
  measure: { readonly createTally: () => Tally; readonly mergeTallies: (into: Tally, from: Tally) => void },
  tallies: readonly Tally[],
): Tally {
  const whole = measure.createTally();
  for (const tally of tallies) measure.mergeTallies(whole, tally);
  return whole;
}

/** Reads one side. */
export function readSide<Key extends object, Row, Tally, Result extends MetricResult>(
  measure: MixMeasure<Row, Tally, Result>,
  { places }: SegmentList<Key>,
  { dimensions, keys, tallies }: SegmentTally<Key, Tally>,
): MixSide {
  const size = places.size;
  const filled = (value: number): number[] => new Array<number>(size).fill(value);
  const [weights, squaredWeights, counts] = [filled(0), filled(0), filled(0)];
  const [values, errors, freedoms] = [filled(NaN), filled(NaN), filled(NaN)];
  const isClustered = 'toAccountSums' in measure;
  const accounts = new Map<string, AccountCell[]>();
  for (const [index, key] of keys.entries()) {
    const tally = tallies[index] as Tally;
    const at = places.get(keyText(dimensions, key)) as number;
    const byAccount = isClustered ? knownSums(measure.toAccountSums(tally)) : [];
    const own = isClustered ? byAccount.map(([, sums]) => sums) : [measure.toSums(tally)];
    const weight = sum(own.map((sums) => sums.weight));
    if (!(weight > 0)) continue;
    const scale = own[0]?.scale ?? 1;
    const mean = sum(own.map((sums) => sums.weightedTotal)) / weight;
    weights[at] = weight;
    squaredWeights[at] = sum(own.map((sums) => sums.squaredWeight));
    counts[at] = sum(own.map((sums) => sums.count));
    values[at] = scale * mean + 0;
    if (isClustered) {
      for (const [account, sums] of byAccount) {
        const residual = (scale * (sums.weightedTotal - mean * sums.weight)) / weight;
        const cells = accounts.get(account) ?? [];
        cells.push({ at, weight: sums.weight, residual });
        accounts.set(account, cells);
      }
    } else {
      const { standardError, degreesOfFreedom } = measure.toResult(tally);
      errors[at] = standardError ?? NaN;
      freedoms[at] = degreesOfFreedom ?? counts[at] - 1;
    }
  }
  const shared = { weights, squaredWeights, counts, values, errors, freedoms };
  return { weight: sum(weights), ...shared, accounts: isClustered ? inOrder(accounts) : null };
}

/** Puts accounts and their segments in order, so that sums do not depend on the order of rows. */
function inOrder(accounts: ReadonlyMap<string, AccountCell[]>): Map<string, AccountCell[]> {
  const entries = [...accounts].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, cells] of entries) cells.sort((a, b) => a.at - b.at);
  return new Map(entries);
}

function knownSums(sums: ReadonlyMap<string, RatioSums>): (readonly [string, RatioSums])[] {
  return [...sums].filter(([, { count }]) => count > 0);
}
