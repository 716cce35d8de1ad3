import { requireOptions } from '../../core/options.js';
import type { MetricResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import { defineDuration } from '../../measures/defineDuration.js';
import type { DurationQuantile } from '../../measures/durationQuantiles.js';
import type { DurationStorage, DurationTally } from '../../measures/durationTally.js';
import type { Measure } from '../../measures/measure.js';
import { misfit } from '../../measures/misfit.js';
import { HOUR, elapsed, readAsOf } from '../../core/moment.js';
import { namedCounts } from '../outcomeShare.js';
import { readFieldReport, resolveKinds, type FieldReport, type FieldReportKind } from './fieldReport.js';
import { listReports, repeatedReports } from './repeatedReports.js';

/** Options of the time to the follow-up of reports from the field. */
export interface FollowUpTimeOptions extends Pick<ResultOptions, 'confidence'> {
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
  /** Kinds of report that count; all of them unless told. Part of the definition. */
  readonly kinds?: readonly FieldReportKind[] | undefined;
  /**
   * The quantile that is the value, strictly between 0 and 1; part of the definition.
   * @defaultValue 0.5
   */
  readonly quantile?: number | undefined;
  /**
   * Quantiles reported beside the value.
   * @defaultValue [0.5, 0.9]
   */
  readonly quantiles?: readonly number[] | undefined;
  /**
   * `'exact'` keeps every duration, `'sketch'` a summary of a few kilobytes; part of the definition.
   * @defaultValue 'exact'
   */
  readonly storage?: DurationStorage | undefined;
}

/**
 * Reasons for which a report is left out: something is impossible, it repeats another one, it is of a kind that does not count, or it came
 * after `asOf`.
 */
export type FollowUpExclusion = 'invalid' | 'duplicate' | 'otherKind' | 'notYetReported';

/** Tally of the time to the follow-up. */
export interface FollowUpTally {
  /** Hours until the follow-up, and hours waited so far. */
  readonly durations: DurationTally;
  /** Reports left out, by reason. */
  readonly counts: number[];
}

/** Hours from a report to its first follow-up, at a quantile. */
export interface FollowUpTimeResult extends MetricResult<'follow-up-time', FollowUpExclusion> {
  /** Reports that were followed up. */
  readonly closed: number;
  /** Reports that still wait. */
  readonly open: number;
  /** The quantiles asked for and that of the value, ascending. */
  readonly quantiles: readonly DurationQuantile[];
}

const REASONS: readonly FollowUpExclusion[] = ['invalid', 'duplicate', 'otherKind', 'notYetReported'];

/** How long a report has waited. */
interface Wait {
  readonly hours: number;
  readonly open: boolean;
}

function measureFollowUps(
  where: string,
  options: FollowUpTimeOptions,
  reports: readonly FieldReport[] = [],
): Measure<FieldReport, FollowUpTally, FollowUpTimeResult> {
  requireOptions(where, options);
  const { quantile, quantiles = [0.5, 0.9], storage, confidence } = options;
  const asOf = readAsOf(where, options.asOf);
  const { kinds, parameters } = resolveKinds(where, options.kinds);
  const durations = defineDuration<Wait, 'follow-up-time'>({
    id: 'follow-up-time',
    unit: 'hours',
    value: 'hours',
    open: 'open',
    quantile,
    quantiles,
    storage,
    confidence,
    parameters: { ...parameters },
  });
  const repeats = repeatedReports(reports);
  const createCounts = (): number[] => REASONS.map(() => 0);
  const read = (report: FieldReport, index: number): Wait | FollowUpExclusion => {
    const times = readFieldReport(report);
    if ('code' in times) return 'invalid';
    if (repeats.has(index)) return 'duplicate';
    if (!kinds.has(report.kind)) return 'otherKind';
    const { reported, followedUp } = times;
    if (elapsed(reported, asOf) < 0) return 'notYetReported';
    const done = followedUp && elapsed(followedUp, asOf) >= 0 ? followedUp : null;
    return { hours: elapsed(reported, done ?? asOf) / HOUR, open: done === null };
  };
  return {
    definition: durations.definition,
    createTally: () => ({ durations: durations.createTally(), counts: createCounts() }),
    addRow: (tally, report, index) => {
      const wait = read(report, index);
      if (typeof wait === 'string') (tally.counts[REASONS.indexOf(wait)] as number)++;
      else durations.addRow(tally.durations, wait, index);
    },
    mergeTallies: (into, from) => {
      durations.mergeTallies(into.durations, from.durations);
      from.counts.forEach((count, reason) => ((into.counts[reason] as number) += count));
    },
    misfit: (path, tally) => {
      const { durations: own, ...rest } = Object(tally) as Partial<FollowUpTally>;
      return durations.misfit?.(`${path}.durations`, own) ?? misfit(path, { counts: createCounts() }, rest);
    },
    toResult: (tally, override) => ({
      ...durations.toResult(tally.durations, override),
      excluded: namedCounts(REASONS, tally.counts),
    }),
  };
}

/**
 * Makes the measure behind {@link computeFollowUpTime}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeFollowUpTime}.
 * @returns A measure over reports.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DEFINITION` or `CX_INVALID_DATE` when an option is out of
 * its range.
 * @example
 * ```ts
 * import { computeMeasure, followUpTimeMeasure } from 'cx-scoring';
 *
 * const report = { kind: 'visit', id: 'v1', at: '2026-03-02', authorId: 'rep-1', followedUpAt: '2026-03-04' } as const;
 * computeMeasure([report], followUpTimeMeasure({ asOf: '2026-03-31' })).value; // => 48
 * ```
 */
export function followUpTimeMeasure(
  options: FollowUpTimeOptions,
): Measure<FieldReport, FollowUpTally, FollowUpTimeResult> {
  return measureFollowUps('followUpTimeMeasure', options);
}

/**
 * Computes the time to the follow-up: the hours from a report from the field to its first follow-up, at the median unless told.
 *
 * Use it beside {@link computeFieldReportConversion}. Reports that still wait count as waiting longer than so far: without them, a team
 * that answers only what is easy would look fast.
 *
 * @param reports - One row per report; of several records of one kind and id one counts, as {@link toDistinctReports} tells.
 * @param options - `asOf`; kinds that count, `quantile` and `quantiles`, storage, confidence.
 * @returns Hours, low is good; `value: null`, with the warning `quantile-not-reached`, when too many still wait to know it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DEFINITION` or `CX_INVALID_DATE` when an option is out of
 * its range.
 * @remarks Kaplan and Meier's estimate, as {@link defineDuration} tells. Elapsed time, nights and holidays included; where a time is a
 * civil date, whole days as written are counted.
 * @example
 * ```ts
 * import { computeFollowUpTime } from 'cx-scoring';
 *
 * const reports = [
 *   { kind: 'quick', id: 'q1', at: '2026-03-02T09:00:00Z', authorId: 'rep-1', incident: 'no label', followedUpAt: '2026-03-02T15:00:00Z' },
 *   { kind: 'visit', id: 'v1', at: '2026-03-02T09:00:00Z', authorId: 'rep-1', followedUpAt: '2026-03-03T09:00:00Z' },
 *   { kind: 'visit', id: 'v2', at: '2026-03-02T09:00:00Z', authorId: 'rep-2' },
 * ] as const;
 * const time = computeFollowUpTime(reports, { asOf: '2026-03-10T09:00:00Z' });
 * time.value; // => 24
 * time.open; // => 1
 * ```
 */
export function computeFollowUpTime(reports: Iterable<FieldReport>, options: FollowUpTimeOptions): FollowUpTimeResult {
  const where = 'computeFollowUpTime';
  const list = listReports(where, reports);
  return computeAs(where, list, measureFollowUps(where, options, list));
}
