import { requireOption } from '../../core/options.js';
import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import { HOTLINE_REASONS, type HotlineContact } from './hotlineContact.js';
import type { PanelSession } from './panelSession.js';
import type { QuickReport } from './quickReport.js';
import { isMissing, optionalMoment, type RecordFault } from './recordFaults.js';
import type { VisitReport } from './visitReport.js';

/** A report from the field: a visit, a panel, a call to the hotline, or a quick report. Its `kind` tells which. */
export type FieldReport = VisitReport | PanelSession | HotlineContact | QuickReport;

/** Kind of a report from the field. */
export type FieldReportKind = FieldReport['kind'];

/** The kinds of report from the field. */
export const FIELD_REPORT_KINDS: readonly FieldReportKind[] = ['visit', 'panel', 'hotline', 'quick'];

/** What can be wrong with a report. Such a report is left out. More codes may be added. */
export type FieldReportFault =
  | 'unknown-kind'
  | 'unknown-reason'
  | 'missing-author'
  | 'unreadable-time'
  | 'followed-up-before-report'
  | 'missing-members'
  | 'attended-uninvited';

/** The times of a report without fault. */
export interface FieldReportTimes {
  /** When it was made. */
  readonly reported: Moment;
  /** When it was followed up first. */
  readonly followedUp: Moment | null;
}

/** Reads the times of a report, or tells what is wrong with it: one rule for metrics and check. */
export function readFieldReport(report: FieldReport): FieldReportTimes | RecordFault<FieldReportFault> {
  if (!FIELD_REPORT_KINDS.includes(report?.kind)) return { code: 'unknown-kind', field: 'kind' };
  if (isMissing(report.authorId)) return { code: 'missing-author', field: 'authorId' };
  const reported = readMoment(report.at);
  if (!reported) return { code: 'unreadable-time', field: 'at' };
  const followedUp = optionalMoment(report.followedUpAt);
  if (followedUp === undefined) return { code: 'unreadable-time', field: 'followedUpAt' };
  if (followedUp && elapsed(reported, followedUp) < 0)
    return { code: 'followed-up-before-report', field: 'followedUpAt' };
  if (report.kind === 'hotline' && !HOTLINE_REASONS.includes(report.reason))
    return { code: 'unknown-reason', field: 'reason' };
  if (report.kind === 'panel') {
    const missing = (['invited', 'attended'] as const).find((list) => !Array.isArray(report[list]));
    if (missing !== undefined) return { code: 'missing-members', field: missing };
  }
  if (report.kind === 'panel' && !report.attended.every((member) => report.invited.includes(member)))
    return { code: 'attended-uninvited', field: 'attended' };
  return { reported, followedUp };
}

/** Resolves the kinds that count; all of them unless told. */
export function resolveKinds(
  where: string,
  kinds: readonly FieldReportKind[] = FIELD_REPORT_KINDS,
): { readonly kinds: ReadonlySet<FieldReportKind>; readonly parameters: { readonly kinds?: readonly string[] } } {
  const isKind = (kind: unknown): boolean => FIELD_REPORT_KINDS.some((known) => known === kind);
  const isList = Array.isArray(kinds) && kinds.length > 0 && kinds.every(isKind);
  requireOption(isList, where, 'kinds', `a list out of ${FIELD_REPORT_KINDS.join(', ')}`, kinds);
  const chosen = new Set(kinds);
  return { kinds: chosen, parameters: chosen.size < FIELD_REPORT_KINDS.length ? { kinds: [...chosen].sort() } : {} };
}
