import { cxError } from '../core/errors.js';
import { requireOption, requireOptions, resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { Measure } from '../measures/measure.js';
import { requireMeasure } from '../measures/requireMeasure.js';
import { resolveFloors, type Floors } from './floors.js';
import type { ProtectOptions, ProtectedSegment } from './protectedSegment.js';
import { roundResult } from './protectRounding.js';
import type { SegmentTally } from './segmentTally.js';
import { hideFurther, kindsOf, type Suppression } from './suppress.js';
import { commentCells } from './suppressComments.js';
import { factsOf } from './suppressFacts.js';
import { toGrid, type GridCell } from './suppressGrid.js';
import { statedSmall } from './suppressReasons.js';

/** The cuts that are asked for. */
function cutsOf(
  where: string,
  dimensions: readonly string[],
  { cuts, cube = false }: ProtectOptions<never>,
): readonly (readonly string[])[] {
  requireOption(typeof cube === 'boolean', where, 'cube', 'true or false', cube);
  if (cube) {
    requireOption(cuts === undefined, where, 'cuts', 'left out when "cube" is true', cuts);
    const depth = dimensions.length;
    if (depth > 6) throw cxError('CX_INVALID_OPTION', `${where}: dimensions of a cube`, 'at most 6', depth);
    return Array.from({ length: 2 ** depth }, (_, cut) => dimensions.filter((_, at) => cut & (1 << at)));
  }
  if (cuts === undefined) return [dimensions];
  const isCut = (cut: unknown): boolean =>
    Array.isArray(cut) && cut.every((name) => dimensions.includes(name as string));
  const listed = Array.isArray(cuts) && cuts.every(isCut);
  requireOption(
    listed,
    where,
    'cuts',
    `lists of dimensions of the tally: ${dimensions.join(', ') || 'it has none'}`,
    cuts,
  );
  return cuts;
}

/** A result without the account it names: how many answered there is known to those who know the account. */
function withoutAccount<Result extends object>(result: Result): Result {
  return 'largestAccount' in result ? { ...result, largestAccount: null } : result;
}

/**
 * Publishes segments so that nobody's answer can be read off them: small ones are hidden, and as many others as it takes.
 *
 * Use it wherever segments are shown to people who must not know what a single respondent said; {@link segmentBy} without a `minimum` shows all.
 * Not for lists of named customers, which business-to-business feedback often is: there nobody is hidden, and nothing is to be.
 *
 * @remarks
 * A segment below a floor is hidden (`'below-minimum'`). Had all others their counts shown, it would follow by subtraction from a total;
 * so others are hidden too (`'complementary'`), those with the fewest respondents first. For each hidden segment there are then other
 * tables of respondents that agree with everything shown, in every class of answer, and with the reasons given, in which it has another
 * number of respondents and another score; and for each small one tables that differ by at least `minimum` respondents, so that no
 * derivable sum of finest segments of a cube has fewer. Of what else adds up (answers left out, weights and their products, sums of
 * amounts) the equations alone cannot be solved for a hidden segment. The search is of the hypercube kind: sound, not minimal, so that sparse tables lose more than
 * they must. The finest segments are taken as known to exist, and not as known to be of a certain size.
 *
 * It cannot hide what the whole tells: where all gave the same class of answer, everybody's is known. It protects one table: a second
 * one with other cuts, another period that differs by one answer, or a list of respondents, may be laid over it. Nor does it look into
 * the items of a composite, which may rest on fewer answers than the score. Results shown never name an account: `largestAccount` is `null`.
 * Sources: Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, doi:10.1007/978-1-4613-0121-9; Giessing and
 * Repsilber (2002), in: Inference Control in Statistical Databases, doi:10.1007/3-540-47804-3.
 *
 * @param tally - One tally per segment, as {@link tallyBy} makes it.
 * @param measure - The measure of the tallies. What counts as a respondent is an answer used, `sampleSize`.
 * @param options - Floors, mode and cuts.
 * @returns Every segment of the cuts and the whole, in order, each once; those that are hidden with key and reason and without a number.
 * @throws RangeError or TypeError with code `CX_INVALID_OPTION` for a floor that is too low, unknown dimensions or more than six in a cube, or
 * a measure without sample sizes, `CX_INVALID_TALLY` when keys and tallies do not fit.
 * @example
 * ```ts
 * import { npsMeasure, tallyRows } from 'cx-scoring';
 * import { protectSegments } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure();
 * const answers = { craft: [10, 9, 9, 8, 7, 3, 9], hotels: [10, 9, 8, 7, 6, 5], schools: [9, 2] };
 * const tally = {
 *   dimensions: ['sector'] as const,
 *   keys: Object.keys(answers).map((sector) => ({ sector })),
 *   tallies: Object.values(answers).map((own) => tallyRows(own, measure)),
 * };
 * const segments = protectSegments(tally, measure);
 * segments.map(({ key, suppressed }) => [key.sector ?? 'all', suppressed]); // => [['all', null], ['craft', null], ['hotels', 'complementary'], ['schools', 'below-minimum']]
 * segments.map(({ result }) => result?.sampleSize ?? null); // => [15, 7, null, null]
 * ```
 */
export function protectSegments<Key extends object, Tally, Result extends MetricResult>(
  tally: SegmentTally<Key, Tally>,
  measure: Measure<never, Tally, Result>,
  options: ProtectOptions<Key> = {},
): ProtectedSegment<Key, Result>[] {
  return protectTally('protectSegments', tally, measure, options);
}

/** {@link protectSegments} for any function of this room; `where` is the one that the user called. */
export function protectTally<Key extends object, Tally, Result extends MetricResult>(
  where: string,
  tally: SegmentTally<Key, Tally>,
  measure: Measure<never, Tally, Result>,
  options: ProtectOptions<Key>,
): ProtectedSegment<Key, Result>[] {
  const { dimensions, keys, tallies } = Object(tally) as SegmentTally<Key, Tally>;
  if (![dimensions, keys, tallies].every(Array.isArray) || keys.length !== tallies.length)
    throw cxError('CX_INVALID_TALLY', `${where}: tally`, '{ dimensions, keys, tallies }, a tally for each key', tally);
  requireMeasure(where, measure);
  requireOptions(where, options);
  const { sampleSize } = Object(measure.toResult(measure.createTally())) as Partial<MetricResult>;
  requireOption(sampleSize !== undefined, where, 'measure', 'of metric results, which tell their sample size', measure);
  const floors = resolveFloors(where, options);
  const { confidence, populationOf } = options;
  const isFunction = populationOf === undefined || typeof populationOf === 'function';
  requireOption(isFunction, where, 'populationOf', 'a function', populationOf);
  const level = confidence === undefined ? {} : { confidence: resolveConfidence(where, confidence) };
  const grid = toGrid(where, keys, dimensions, cutsOf(where, dimensions, options));
  const facts = factsOf(measure, tallies, grid);
  const { hidden, stated } = decide({ ...facts, ...floors, grid }, floors, facts.accountsOf);
  const leafSizes = facts.classes.map((counts) => counts.reduce((total, count) => total + count, 0));
  const comments = commentCells(grid, facts.sizes, leafSizes, hidden, floors.minimumForComments);
  const strict = floors.counts === 'hidden';
  return grid.cells.map((cell, at) => {
    const key = cell.key as Partial<Key>;
    // What is hidden is never scored with a population: an error about that would tell its size.
    const score = (): Result => facts.score(at, { ...level, population: populationOf?.(key) ?? undefined });
    const shown = hidden.has(at) ? null : withoutAccount(score());
    return {
      key,
      suppressed: shown ? null : stated.has(at) ? 'below-minimum' : 'complementary',
      result: strict ? null : shown,
      rounded: strict && shown ? roundResult(shown) : null,
      comments: comments.has(at),
    };
  });
}

/** Decides which cells are hidden, and of which of them it is said that they are small. */
function decide(
  facts: Suppression,
  { minimum, minimumAccounts, sameAnswer }: Floors,
  accountsOf: readonly (number | null)[],
): { readonly hidden: ReadonlySet<number>; readonly stated: ReadonlySet<number> } {
  const { grid, classes } = facts;
  const isSmall = (at: number): boolean => {
    const accounts = accountsOf[at] as number | null;
    return (facts.sizes[at] as number) < minimum || (accounts !== null && accounts < minimumAccounts);
  };
  const kinds = Array.from({ length: kindsOf(classes) }, (_, kind) => kind);
  const isSame = ({ leaves }: GridCell): boolean => {
    const isGiven = (kind: number): boolean => leaves.some((leaf) => Number(classes[leaf]?.[kind]) > 0);
    return kinds.length > 1 && kinds.filter(isGiven).length === 1;
  };
  const all = grid.cells.map((_, at) => at);
  const small = new Set(all.filter(isSmall));
  // Below the floor as a whole, nothing is shown, and nothing can be worked out.
  if (small.has(0)) return { hidden: new Set(all), stated: new Set(all) };
  const same = sameAnswer === 'hidden' ? all.filter((at) => isSame(grid.cells[at] as GridCell)) : [];
  if (same.includes(0)) return { hidden: new Set(all), stated: small };
  const hidden = hideFurther(facts, small, same);
  return { hidden, stated: statedSmall(facts, small, hidden) };
}
