import type { MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { isWhole, requireOption, requireOptions, resolveConfidence } from '../core/options.js';
import type { PeriodUnit } from '../core/period.js';
import type { MetricResult } from '../core/result.js';
import type { MetricTarget } from '../core/target.js';
import { isPlainObject } from '../prioritization/findingPath.js';
import { partOf } from './comparePeriods.js';
import { requireTargets, standingOf, type TargetStanding } from './findTarget.js';
import type { MeasuredRows, RowSelection } from './measuredRows.js';
import { requireMeasures } from './metricOrder.js';
import { lastPeriod, requireFiscalStart, requireReviewDay, type ReviewPeriod } from './reviewPeriod.js';

/** Whose metrics: a value for each scope field that is cut, such as `{ agent: 'ana' }` or `{ branch: 'lyon' }`. */
export type Scope = Readonly<Record<string, string>>;

/** What a scorecard reads. */
export interface ScorecardInput {
  /** Day of the scorecard, a civil date; later rows are left out. */
  readonly asOf: string;
  /** The metrics with their rows, made by {@link toMeasuredRows}, each metric once. */
  readonly measures: readonly MeasuredRows[];
  /** The last period of that length that is over; all rows up to `asOf` unless given. */
  readonly period?: PeriodUnit | undefined;
  /**
   * Month, 1..12, whose first day begins the fiscal year, for quarters and years.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
  /** Targets of all scopes and periods: the most specific one wins, see {@link findTarget}. */
  readonly targets?: readonly MetricTarget[] | undefined;
  /** What the person, the branch or the dealer belongs to, so that the targets of it hold as well: `{ network: 'north' }`. */
  readonly within?: Scope | undefined;
  /**
   * Fewest records of a metric that is shown, from 1: a number on fewer tells of single customers, and of luck.
   * @defaultValue 5
   */
  readonly minimum?: number | undefined;
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

/** One metric of a scorecard. */
export interface ScorecardLine extends TargetStanding {
  /** What the number means. */
  readonly definition: MetricDefinition;
  /** First day that counts; `null` where all days up to the day of the scorecard do. */
  readonly from: string | null;
  /** What the number rests on. */
  readonly sampleSize: number;
  /** The result; `null` when it is withheld. */
  readonly result: MetricResult | null;
  /** `'below-minimum'` when it rests on too little to be shown; `null` when it is shown. */
  readonly withheld: 'below-minimum' | null;
}

/** A metric that could not be cut to a scope, so that it is left out instead of being shown for the whole. */
export interface UncutMetric {
  /** What the number means. */
  readonly definition: MetricDefinition;
  /** Scope fields that its rows do not have, in code-unit order; with `'at'` last where there is no date. */
  readonly missing: readonly string[];
}

/** The metrics of one person, branch or dealer: plain data. */
export interface Scorecard {
  /** What it is. */
  readonly kind: 'scorecard';
  /** Whose metrics. */
  readonly scope: Scope;
  /** What it belongs to. */
  readonly within: Scope;
  /** Day of the scorecard. */
  readonly asOf: string;
  /** The period; `null` for all days up to then. */
  readonly period: ReviewPeriod | null;
  /** Fewest records of a metric that is shown. */
  readonly minimum: number;
  /** Confidence level of the intervals. */
  readonly confidence: number;
  /** The metrics, in the order of the catalogue, those of one's own last. */
  readonly lines: readonly ScorecardLine[];
  /** Metrics that could not be cut to the scope, in the same order. */
  readonly uncut: readonly UncutMetric[];
}

const WHERE = 'scorecardFor';

function requireScope(name: string, scope: unknown): void {
  const isScope =
    isPlainObject(scope) && Object.values(scope).every((value) => typeof value === 'string' && value !== '');
  if (!isScope) throw cxError('CX_INVALID_OPTION', `${WHERE}: ${name}`, 'an object of texts', scope);
}

/**
 * Gives one person, branch or dealer its own metrics, each against the target that fits it best.
 *
 * Use it so that everybody sees what they can act on. It is no league table: ranks of small samples are mostly luck, and are for
 * `rankSegments` to weigh. Where scorecards of several parts are published side by side, `protectSegments` sees to it that what is
 * withheld cannot be worked out.
 *
 * @param scope - Whose metrics: rows must have each of these values in the scope field of that name.
 * @param input - The day, the metrics with their rows, targets, and the fewest records to be shown.
 * @returns One line for each metric that can be cut to the scope: result, target and status by point and by bound. Metrics whose rows do
 * not have the scope fields are listed as `uncut`. Results on one to `minimum - 1` records are withheld.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `asOf` is no civil date, `CX_INVALID_OPTION` when the scope or an
 * option breaks its rule, `CX_INVALID_INPUT` for measures or targets of a wrong shape.
 * @remarks Aktiva2, « Comment mesurer l’expérience client ? » : « chaque collaborateur doit […] disposer des métriques pertinentes pour son
 * périmètre ».
 * @example
 * ```ts
 * import { csatMeasure, type MetricTarget } from 'cx-scoring';
 * import { scorecardFor, toMeasuredRows } from 'cx-scoring/reviews';
 *
 * const answers = [5, 4, 4, 2, 5, 3].map((score, at) => ({ on: `2026-10-0${at + 1}`, branch: 'lyon', score }));
 * const measure = csatMeasure<(typeof answers)[number]>({ score: 'score' });
 * const csat = toMeasuredRows([...answers, { on: '2026-10-09', branch: 'lille', score: 1 }], { measure, at: 'on', scopes: { branch: 'branch' } });
 * const target: MetricTarget = { definition: { id: 'csat' }, scope: { branch: 'lyon' }, period: null, green: 0.8, amber: 0.6, source: 'charter' };
 * const { lines } = scorecardFor({ branch: 'lyon' }, { asOf: '2026-10-31', measures: [csat], targets: [target] });
 * lines.map(({ result, status }) => [result?.sampleSize, status.point, status.bound]); // => [[6, 'amber', 'red']]
 * scorecardFor({ branch: 'lille' }, { asOf: '2026-10-31', measures: [csat] }).lines[0]?.withheld; // => 'below-minimum'
 * ```
 */
export function scorecardFor(scope: Scope, input: ScorecardInput): Scorecard {
  requireScope('scope', scope);
  requireOptions(WHERE, input);
  const { asOf, period: unit, fiscalYearStart = 1, targets = [], within = {}, minimum = 5 } = input;
  requireReviewDay(WHERE, asOf);
  requireScope('option "within"', within);
  requireTargets(WHERE, targets);
  requireOption(isWhole(minimum) && minimum > 0, WHERE, 'minimum', 'a whole number from 1', minimum);
  const confidence = resolveConfidence(WHERE, input.confidence);
  const isUnit = unit === undefined || ['month', 'quarter', 'year'].includes(unit);
  requireOption(isUnit, WHERE, 'period', '"month", "quarter", "year" or left out', unit);
  requireFiscalStart(WHERE, fiscalYearStart);
  const period = unit === undefined ? null : lastPeriod(asOf, unit, fiscalYearStart);
  const needed = Object.keys(scope).sort();
  const lines: ScorecardLine[] = [];
  const uncut: UncutMetric[] = [];
  for (const measured of requireMeasures(WHERE, input.measures)) {
    const { definition, scopes, breaks, isDated } = measured;
    const missing = needed.filter((own) => !scopes.includes(own));
    if (period !== null && !isDated) missing.push('at');
    if (missing.length > 0) {
      uncut.push({ definition, missing });
      continue;
    }
    const days: RowSelection = period ? partOf(period, breaks) : sinceBreak(measured, asOf);
    const result = measured.resultOf({ ...days, scope }, confidence);
    const { sampleSize } = result;
    const isFew = sampleSize > 0 && sampleSize < minimum;
    const standing = standingOf(result, targets, { scope: { ...within, ...scope }, period: period?.key });
    const unknown = { point: 'unknown', bound: 'unknown' } as const;
    lines.push({
      definition,
      from: days.from ?? null,
      sampleSize,
      result: isFew ? null : result,
      withheld: isFew ? 'below-minimum' : null,
      ...standing,
      status: isFew ? unknown : standing.status,
    });
  }
  return { kind: 'scorecard', scope, within, asOf, period, minimum, confidence, lines, uncut };
}

/** All days up to the day of the scorecard that have one meaning. */
function sinceBreak({ breaks, isDated }: MeasuredRows, asOf: string): RowSelection {
  if (!isDated) return {};
  return { from: breaks.filter(({ on }) => on <= asOf).at(-1)?.on, through: asOf };
}
