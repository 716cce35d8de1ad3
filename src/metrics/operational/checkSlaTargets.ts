import { requireRows } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { readSlaTarget, type SlaFaultCode, type SlaTarget } from './slaTarget.js';

/**
 * Checks the targets of service levels for what cannot be: done before they began, pauses that end before they begin, no minutes agreed.
 *
 * Use it once per import, before {@link computeSlaAttainment}, which leaves such targets out as `invalid`.
 *
 * @param targets - The targets.
 * @returns The findings in the order of the targets; none when all is well. `id` is that of the ticket.
 * @example
 * ```ts
 * import { checkSlaTargets } from 'cx-scoring';
 *
 * const activatedAt = '2026-03-02T09:00:00Z';
 * const findings = checkSlaTargets([{ ticketId: 't1', metric: 'first-reply', targetMinutes: 0, activatedAt }]);
 * findings; // => [{ code: 'invalid-target', index: 0, id: 't1', field: 'targetMinutes', value: 0 }]
 * ```
 */
export function checkSlaTargets(targets: Iterable<SlaTarget>): RecordFinding<SlaFaultCode>[] {
  requireRows('checkSlaTargets', 'targets', targets);
  const found: RecordFinding<SlaFaultCode>[] = [];
  let index = 0;
  for (const target of targets) {
    const read = readSlaTarget(target);
    if ('code' in read) found.push(recordFinding(read.code, index, target?.ticketId, read.field, target?.[read.field]));
    index++;
  }
  return found;
}
