import { requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { readFieldReport, resolveKinds, type FieldReport, type FieldReportKind } from './fieldReport.js';
import { isMissing } from './recordFaults.js';
import { listReports, repeatedReports } from './repeatedReports.js';

/** Options of the conversion of reports from the field. */
export interface FieldReportConversionOptions extends ShareOptions {
  /** Kinds of report that count; all of them unless told. Part of the definition. */
  readonly kinds?: readonly FieldReportKind[] | undefined;
}

/** Reasons for which a report is left out: something is impossible, it repeats another one, or it is of a kind that does not count. */
export type FieldReportConversionExclusion = 'invalid' | 'duplicate' | 'otherKind';

/** The share of reports from the field that led to a ticket or to a validated action, 0..1. */
export interface FieldReportConversionResult extends IntervalResult<
  'field-report-conversion',
  FieldReportConversionExclusion
> {
  /** Reports that were turned into a ticket. */
  readonly ticket: number;
  /** Reports without ticket that led to a validated action. */
  readonly action: number;
  /** Reports that led to neither. */
  readonly neither: number;
}

function measureTickets(
  where: string,
  options: FieldReportConversionOptions,
  reports: readonly FieldReport[] = [],
): RatioMeasure<FieldReport, OutcomeTally, FieldReportConversionResult> {
  requireOptions(where, options);
  const { kinds: chosen, interval, confidence, population } = options;
  const { kinds, parameters } = resolveKinds(where, chosen);
  const repeats = repeatedReports(reports);
  return measureOutcomes({
    where,
    definition: shareDefinition('field-report-conversion', 'higher-is-better', { ...parameters }),
    outcomes: { ticket: true, action: true, neither: false },
    reasons: ['invalid', 'duplicate', 'otherKind'],
    classify: (report, index) => {
      if ('code' in readFieldReport(report)) return 'invalid';
      if (repeats.has(index)) return 'duplicate';
      if (!kinds.has(report.kind)) return 'otherKind';
      if (!isMissing(report.ticketId)) return 'ticket';
      return report.actionValidated === true ? 'action' : 'neither';
    },
    options: { interval, confidence, population },
  });
}

/**
 * Makes the measure behind {@link computeFieldReportConversion}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per region or team. It sees one report at a time: {@link toDistinctReports} leaves repeats out beforehand.
 *
 * @param options - Kinds that count; interval, confidence and population.
 * @returns A measure over reports.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, fieldReportConversionMeasure } from 'cx-scoring';
 *
 * const report = { kind: 'visit', id: 'v1', at: '2026-03-02', authorId: 'rep-1', ticketId: 't-9' } as const;
 * computeMeasure([report], fieldReportConversionMeasure({ kinds: ['visit'] })).value; // => 1
 * ```
 */
export function fieldReportConversionMeasure(
  options: FieldReportConversionOptions = {},
): RatioMeasure<FieldReport, OutcomeTally, FieldReportConversionResult> {
  return measureTickets('fieldReportConversionMeasure', options);
}

/**
 * Computes what becomes of reports from the field: the share turned into a ticket, or into a validated action.
 *
 * Use it to see whether reports are acted upon; a share near 1 for quick reports is the rule where each is an incident.
 *
 * @param reports - One row per report; of several records of one kind and id one counts, as {@link toDistinctReports} tells.
 * @param options - Kinds that count; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` without reports.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks Young reports may still lead to something: leave those of the last days out, or read {@link computeFollowUpTime} beside it.
 * @example
 * ```ts
 * import { computeFieldReportConversion } from 'cx-scoring';
 *
 * const reports = [
 *   { kind: 'quick', id: 'q1', at: '2026-03-03', authorId: 'rep-1', incident: 'no label', ticketId: 't-1' },
 *   { kind: 'visit', id: 'v1', at: '2026-03-02', authorId: 'rep-1', actionValidated: true },
 *   { kind: 'visit', id: 'v2', at: '2026-03-02', authorId: 'rep-2' },
 *   { kind: 'visit', id: 'v3', at: '2026-03-02', authorId: 'rep-2' },
 * ] as const;
 * const conversion = computeFieldReportConversion(reports);
 * conversion.value; // => 0.5
 * conversion.ticket; // => 1
 * ```
 */
export function computeFieldReportConversion(
  reports: Iterable<FieldReport>,
  options: FieldReportConversionOptions = {},
): FieldReportConversionResult {
  const where = 'computeFieldReportConversion';
  const list = listReports(where, reports);
  return computeAs(where, list, measureTickets(where, options, list));
}
