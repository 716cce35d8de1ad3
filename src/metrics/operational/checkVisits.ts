import { requireRows } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { isId, readVisit, type Visit, type VisitFaultCode } from './visit.js';

/**
 * What can be wrong with a visit. More codes may be added. `'missing-asset'` and `'missing-fault'` leave it out as `missing`, because nobody
 * knows what it belongs to; `'duplicate-visit'` is a later record of the same id, which does not count; the others leave it out as `invalid`.
 */
export type VisitFindingCode = VisitFaultCode | 'missing-asset' | 'missing-fault' | 'duplicate-visit';

/**
 * Checks visits for what cannot be: visits that end before they begin, times without a zone, visits of nothing.
 *
 * Use it once per import, before {@link computeFirstTimeFixRate}: without asset and fault no visit can be known to be a second one.
 *
 * @param visits - The visits.
 * @returns The findings in the order of the visits; none when all is well. `id` is that of the visit.
 * @example
 * ```ts
 * import { checkVisits } from 'cx-scoring';
 *
 * const visit = { visitId: 'v1', assetId: 'pump 7', fault: 'leak', outcome: 'fixed' } as const;
 * const findings = checkVisits([{ ...visit, begunAt: '2026-03-02T10:00:00Z', endedAt: '2026-03-02T09:00:00Z' }]);
 * findings; // => [{ code: 'ended-before-begun', index: 0, id: 'v1', field: 'endedAt', value: '2026-03-02T09:00:00Z' }]
 * ```
 */
export function checkVisits(visits: Iterable<Visit>): RecordFinding<VisitFindingCode>[] {
  requireRows('checkVisits', 'visits', visits);
  const found: RecordFinding<VisitFindingCode>[] = [];
  const seen = new Set<string>();
  let index = 0;
  for (const visit of visits) {
    const add = (code: VisitFindingCode, field: keyof Visit): void => {
      found.push(recordFinding(code, index, visit?.visitId, field, visit?.[field]));
    };
    const read = readVisit(visit);
    if ('code' in read) add(read.code, read.field);
    else if (seen.has(visit.visitId)) add('duplicate-visit', 'visitId');
    else {
      seen.add(visit.visitId);
      if (!isId(visit.assetId)) add('missing-asset', 'assetId');
      else if (!isId(visit.fault)) add('missing-fault', 'fault');
    }
    index++;
  }
  return found;
}
