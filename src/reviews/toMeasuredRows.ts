import { fieldReader } from '../core/field.js';
import { dayOf } from '../core/moment.js';
import { requireField, requireOption, requireOptions, requireRows } from '../core/options.js';
import { isCivilDate } from '../core/period.js';
import type { MetricResult } from '../core/result.js';
import { clusterBy } from '../measures/clusterBy.js';
import { compareTallies } from '../measures/compareTallies.js';
import type { Measure } from '../measures/measure.js';
import type { RatioMeasure } from '../measures/ratioMeasure.js';
import { requireMeasure } from '../measures/requireMeasure.js';
import { isPlainObject } from '../prioritization/findingPath.js';
import { compareSegments } from '../segmentation/compareSegments.js';
import { resolveDimensions, type Dimensions, type DimensionValue } from '../segmentation/dimensions.js';
import { tallyBy } from '../segmentation/tallyBy.js';
import type { DefinitionBreak, MeasuredRows, MeasuredRowsOptions, RowSelection, RowText } from './measuredRows.js';

const WHERE = 'toMeasuredRows';

function requireBreaks(breaks: unknown): readonly DefinitionBreak[] {
  const isBreak = (one: unknown): boolean =>
    isPlainObject(one) && isCivilDate(one['on']) && typeof one['reason'] === 'string' && one['reason'] !== '';
  const isList = Array.isArray(breaks) && breaks.every(isBreak);
  requireOption(isList, WHERE, 'breaks', 'a list of { on: civil date, reason: text }', breaks);
  return [...(breaks as DefinitionBreak[])].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/**
 * Puts rows, the measure that reads them, and where their dates, accounts and parts of the business are into one thing.
 *
 * Use it to hand metrics of different rows (answers, orders, tickets) to {@link monthlyReview}, {@link quarterlyReview} and
 * {@link scorecardFor} in one list. Nothing is computed yet. Rows are read once and kept.
 *
 * @param rows - The rows of all periods and parts of the business.
 * @param options - The measure, and where things are in a row.
 * @returns Rows and measure as one; its functions are for the reviews, though anybody may call them.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when rows cannot be iterated or there is no measure, `CX_INVALID_OPTION`
 * for fields, dimensions or breaks of a wrong shape.
 * @remarks With `account`, measures whose value is a mean, a share, a net score or a ratio are clustered as {@link clusterBy} does it.
 * Others, such as durations, have no sums to cluster by: `isClustered` says so. A population that the measure was made with is left out,
 * since it is not that of a month or a branch.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { toMeasuredRows } from 'cx-scoring/reviews';
 *
 * const answers = [
 *   { on: '2026-10-05', client: 'acme', branch: 'lyon', score: 9 },
 *   { on: '2026-11-02', client: 'bolt', branch: 'lille', score: 4 },
 * ];
 * const measure = npsMeasure<(typeof answers)[number]>({ score: 'score' });
 * const nps = toMeasuredRows(answers, { measure, at: 'on', account: 'client', scopes: { branch: 'branch' } });
 * nps.resultOf({ from: '2026-10-01', through: '2026-10-31' }, 0.95).value; // => 100
 * nps.resultOf({ scope: { branch: 'lille' } }, 0.95).value; // => -100
 * ```
 */
export function toMeasuredRows<Row, Tally, Result extends MetricResult>(
  rows: Iterable<Row>,
  options: MeasuredRowsOptions<NoInfer<Row>, Tally, Result>,
): MeasuredRows {
  requireOptions(WHERE, options);
  const { measure, account } = options;
  requireMeasure(WHERE, measure);
  requireRows(WHERE, 'rows', rows);
  if (account === undefined || 'toAccountSums' in measure || !('toSums' in measure))
    return measured(rows, options, measure, 'toAccountSums' in measure);
  return measured(rows, options, clusterBy(measure as RatioMeasure<Row, Tally, Result>, account), true);
}

function measured<Row, Tally, Result extends MetricResult>(
  rows: Iterable<Row>,
  options: Omit<MeasuredRowsOptions<Row, never, never>, 'measure'>,
  given: Measure<Row, Tally, Result>,
  isClustered: boolean,
): MeasuredRows {
  const { at, account, dimensions = [], scopes = {}, breaks = [] } = options;
  for (const [own, field] of Object.entries({ at, account })) if (field !== undefined) requireField(WHERE, own, field);
  const cuts = resolveDimensions<Row>(WHERE, dimensions);
  const fields = resolveDimensions<Row>(`${WHERE}: scopes`, scopes);
  // The population of everything is not that of a part.
  const measure: Measure<Row, Tally, Result> = {
    ...given,
    toResult: (tally, override) => given.toResult(tally, { ...override, population: undefined }),
  };
  const readAt = at === undefined ? () => null : fieldReader<Row, RowText>(at);
  const placed = Array.from(rows, (row, index) => ({ row, index, on: dateOf(readAt(row, index)) }));
  const select = ({ from, through, scope = {} }: RowSelection): typeof placed => {
    const wanted = fields.filter(({ dimension }) => Object.hasOwn(scope, dimension));
    return placed.filter(({ row, index, on }) => {
      const isWithin = from === undefined && through === undefined ? true : isBetween(on, from, through);
      return isWithin && wanted.every(({ dimension, read }) => read(row, index) === scope[dimension]);
    });
  };
  const tallyOf = (selection: RowSelection): Tally => {
    const tally = measure.createTally();
    for (const { row, index } of select(selection)) measure.addRow(tally, row, index);
    return tally;
  };
  return {
    definition: given.definition,
    isDated: at !== undefined,
    isClustered,
    undated: at === undefined ? 0 : placed.filter(({ on }) => on === null).length,
    dimensions: cuts.map(({ dimension }) => dimension),
    scopes: fields.map(({ dimension }) => dimension),
    breaks: requireBreaks(breaks),
    resultOf: (selection, confidence) => measure.toResult(tallyOf(selection), { confidence }),
    compare: (a, b, confidence) => compareTallies(measure, tallyOf(a), tallyOf(b), { confidence }),
    compareSegments: (selection, dimension, confidence) => {
      const cut = cuts.filter((own) => own.dimension === dimension);
      const read = cut.map((own) => [own.dimension, own.read as (row: Row, index: number) => DimensionValue]);
      const chosen = select(selection).map(({ row }) => row);
      const tally = tallyBy(chosen, { measure, dimensions: Object.fromEntries(read) as Dimensions<Row> });
      return compareSegments(tally as never, measure, { confidence, adjustment: 'none' });
    },
  };
}

/** The day of a date or an instant, as written; `null` for anything else. */
function dateOf(at: RowText): string | null {
  return Number.isNaN(dayOf(at)) ? null : String(at).slice(0, 10);
}

function isBetween(on: string | null, from: string | undefined, through: string | undefined): boolean {
  return on !== null && (from === undefined || on >= from) && (through === undefined || on <= through);
}
