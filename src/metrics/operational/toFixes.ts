import { compareTexts } from '../../core/textOrder.js';
import { DAY } from '../../core/civilDay.js';
import { requireInstant, toInstant } from '../../core/instant.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { Fix, FixExclusion, FixOptions } from './fix.js';
import { isId, readVisit, type TimedVisit, type Visit } from './visit.js';

function textOr(value: unknown): string | null {
  return isId(value) ? value : null;
}

/** Why a visit is no part of a job; a remote fix and a visit on site may be. */
function exclusionOf({ purpose, outcome, isRemote, assetId, fault }: Visit): FixExclusion | null {
  if (purpose === 'inspection') return 'inspection';
  if (outcome === 'no-access') return 'noAccess';
  if (outcome === 'customer-cancelled') return 'customerCancelled';
  if (!isId(assetId) || !isId(fault)) return 'missing';
  return isRemote === true && outcome === 'not-fixed' ? 'remoteAttempt' : null;
}

/** What tells copies of a visit apart; of them the less flattering comes last in the order of texts. */
function contentOf({ visit: { outcome, assetId, fault, purpose, isRemote } }: TimedVisit): string {
  return JSON.stringify([outcome, assetId, fault, purpose, isRemote]);
}

/** In order of time, whatever the order of rows. */
function compareVisits(a: TimedVisit, b: TimedVisit): number {
  return (
    a.begun - b.begun ||
    a.ended - b.ended ||
    compareTexts(a.visit.visitId, b.visit.visitId) ||
    compareTexts(contentOf(b), contentOf(a))
  );
}

/**
 * Links visits to jobs: a first visit, with the returns for the same asset and fault within the window.
 *
 * Use it for the list of jobs that were not fixed at once, and as the rows of {@link firstTimeFixRateMeasure} where segments or shards are
 * wanted.
 *
 * @param visits - The visits in any order; all visits of an asset together.
 * @param options - The window and the moment the jobs speak of.
 * @returns One entry for each job, and one for each visit that is part of none, with its `exclusion`. A job whose first visit ended less than
 * the window ago is `'notMature'`, fixed or not. A remote fix after a visit within the window is a return; one that comes first is a
 * `'remoteFix'`, and the next visit begins a job of its own.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `asOf` is no instant, `CX_INVALID_OPTION` when `windowDays` is no finite number
 * above 0.
 * @remarks Days are 24 hours. A return begins within the window after the end of the visit before, its last instant included. Of records with
 * one visit id the earliest counts, and of those of one time the one that says `'not-fixed'`.
 * @example
 * ```ts
 * import { toFixes } from 'cx-scoring';
 *
 * const visit = { assetId: 'pump 7', fault: 'leak', outcome: 'fixed' } as const;
 * const fixes = toFixes(
 *   [
 *     { ...visit, visitId: 'v1', begunAt: '2026-01-05T08:00:00Z', endedAt: '2026-01-05T10:00:00Z' },
 *     { ...visit, visitId: 'v2', begunAt: '2026-01-20T08:00:00Z', endedAt: '2026-01-20T09:00:00Z' },
 *     { ...visit, visitId: 'v3', begunAt: '2026-03-20T08:00:00Z', endedAt: '2026-03-20T09:00:00Z' },
 *   ],
 *   { windowDays: 30, asOf: '2026-03-31T00:00:00Z' },
 * );
 * fixes.map(({ visitId, returns, isFirstTime }) => [visitId, returns, isFirstTime]); // => [['v1', 1, false], ['v3', 0, null]]
 * fixes[1]?.exclusion; // => 'notMature'
 * ```
 */
export function toFixes(visits: Iterable<Visit>, options: FixOptions): Fix[] {
  return linkVisits('toFixes', visits, options);
}

/** Checks the window. */
export function requireWindow(where: string, windowDays: unknown): void {
  const isWindow = typeof windowDays === 'number' && windowDays > 0 && windowDays < Infinity;
  requireOption(isWindow, where, 'windowDays', 'a finite number above 0', windowDays);
}

/** Links visits in the name of the function the user called. */
export function linkVisits(where: string, visits: Iterable<Visit>, options: FixOptions): Fix[] {
  requireOptions(where, options);
  const { windowDays } = options;
  requireWindow(where, windowDays);
  const span = windowDays * DAY;
  const asOf = requireInstant(where, 'asOf', options.asOf);
  const fixes: Fix[] = [];
  const linked = new Map<string, TimedVisit[]>();

  const add = (visit: Visit, ended: number | null, rest: Pick<Fix, 'returns' | 'isFirstTime' | 'exclusion'>): void => {
    const { visitId, assetId, fault, accountId } = Object(visit) as Partial<Visit>;
    fixes.push({
      visitId: textOr(visitId) ?? '',
      assetId: textOr(assetId),
      fault: textOr(fault),
      accountId: textOr(accountId),
      endedAt: ended === null ? null : toInstant(ended),
      windowDays,
      ...rest,
    });
  };
  const leaveOut = (visit: Visit, ended: number | null, exclusion: FixExclusion): void =>
    add(visit, ended, { returns: 0, isFirstTime: null, exclusion });

  const readable: TimedVisit[] = [];
  for (const visit of visits) {
    const read = readVisit(visit);
    if ('code' in read) leaveOut(visit, null, 'invalid');
    else if (read.ended <= asOf) readable.push(read);
  }
  const seen = new Set<string>();
  for (const timed of readable.sort(compareVisits)) {
    const { visit, ended } = timed;
    const exclusion = seen.has(visit.visitId) ? 'duplicate' : exclusionOf(visit);
    seen.add(visit.visitId);
    if (exclusion !== null) leaveOut(visit, ended, exclusion);
    else {
      const key = JSON.stringify([visit.assetId, visit.fault]);
      const own = linked.get(key) ?? [];
      own.push(timed);
      linked.set(key, own);
    }
  }
  for (const own of linked.values()) {
    let job: TimedVisit | null = null;
    let last = -Infinity;
    let returns = 0;
    const close = (): void => {
      if (job === null) return;
      const isMature = job.ended + span <= asOf;
      const isFirstTime = isMature ? returns === 0 && job.visit.outcome === 'fixed' : null;
      add(job.visit, job.ended, { returns, isFirstTime, exclusion: isMature ? null : 'notMature' });
      job = null;
    };
    for (const timed of own) {
      if (job !== null && timed.begun <= last + span) returns++;
      else {
        close();
        if (timed.visit.isRemote === true) {
          leaveOut(timed.visit, timed.ended, 'remoteFix');
          continue;
        }
        job = timed;
        returns = 0;
      }
      last = timed.ended;
    }
    close();
  }
  return fixes;
}
