import type { RecordFinding } from '../../core/recordFinding.js';
import { readMoment } from '../../core/moment.js';
import { findRecordFaults, isMissing, type RecordFault } from './recordFaults.js';

/** One thing that somebody did in the portal for an account. */
export interface PortalAction {
  /** Account it was done for. */
  readonly accountId?: string | null | undefined;
  /** When it was done: a civil date, or an instant with its zone. */
  readonly at?: string | null | undefined;
  /** What was done, in your own words: `'order'`, `'quote'`, `'sheet-view'`; `'log-in'` is not a meaningful action unless declared. */
  readonly kind?: string | null | undefined;
}

/**
 * What can be wrong with an action in the portal: `'missing-account'`, `'missing-kind'`, or `'unreadable-time'`. Such an action is left
 * out. More codes may be added.
 */
export type PortalActionFault = 'missing-account' | 'missing-kind' | 'unreadable-time';

/** Tells what is wrong with an action: one rule for metric and check. */
export function portalActionFault(record: PortalAction): RecordFault<PortalActionFault> | null {
  const { accountId, at, kind } = Object(record) as PortalAction;
  if (isMissing(accountId)) return { code: 'missing-account', field: 'accountId' };
  if (isMissing(kind)) return { code: 'missing-kind', field: 'kind' };
  return readMoment(at) ? null : { code: 'unreadable-time', field: 'at' };
}

/**
 * Names the actions in the portal that cannot be counted.
 *
 * Use it once per import, before {@link computePortalAdoption}: an account whose actions lack its id looks as if it slept.
 *
 * @param actions - One row per action.
 * @returns The findings in the order of the rows, with the account as id; none when all is well.
 * @example
 * ```ts
 * import { checkPortalActions } from 'cx-scoring';
 *
 * const findings = checkPortalActions([{ accountId: 'a', at: 'yesterday', kind: 'order' }]);
 * findings; // => [{ code: 'unreadable-time', index: 0, id: 'a', field: 'at', value: 'yesterday' }]
 * ```
 */
export function checkPortalActions(actions: Iterable<PortalAction>): RecordFinding<PortalActionFault>[] {
  return findRecordFaults('checkPortalActions', actions, portalActionFault, ({ accountId }) => accountId);
}
