import type { FieldReport } from 'cx-scoring';
import type { FieldInsight } from 'cx-scoring/rewards';

/** Reports that were looked at and led nowhere. */
const REJECTED: readonly string[] = ['R016', 'R051', 'R066'];

/** A report that had been validated, and turned out wrong. */
const INVALIDATED: Readonly<Record<string, string>> = { R025: '2026-09-15' };

/**
 * Makes insights of the reports from the field, with the review they went through: what was followed up was validated on that day. A call
 * to the hotline asks for something and tells nothing new. Of an author who has left, nobody knows the role.
 */
export function createInsights(reports: readonly FieldReport[], contributors: readonly string[]): FieldInsight[] {
  return reports.map(({ id, at, authorId, kind, accountId, followedUpAt }) => ({
    id,
    at,
    authorId,
    kind,
    accountId,
    authorRole: contributors.includes(authorId) ? 'sales' : null,
    actionable: kind !== 'hotline',
    review: followedUpAt ? { at: followedUpAt, status: REJECTED.includes(id) ? 'rejected' : 'validated' } : null,
    invalidatedAt: INVALIDATED[id] ?? null,
  }));
}
