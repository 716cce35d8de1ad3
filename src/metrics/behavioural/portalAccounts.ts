import { requireOption, requireOptions } from '../../core/options.js';
import { readAsOf, readMoment, timeOf, type Moment } from '../../core/moment.js';
import { isInWindow, resolveWindowDays } from './activityWindow.js';
import { portalActionFault, type PortalAction } from './portalAction.js';
import { isMissing } from './recordFaults.js';

/** Which actions count. */
export interface PortalWindowOptions {
  /** Length of the window in days, such as 30 or 90; part of the definition. */
  readonly windowDays: number;
  /**
   * Kinds of action that do not count: who only logs in has done nothing. With an empty list log-ins count too. Part of the definition.
   * @defaultValue ['log-in']
   */
  readonly ignored?: readonly string[] | undefined;
}

/** Which actions count, and up to when. */
export interface PortalAccountOptions extends PortalWindowOptions {
  /** Where the window ends: a civil date, which belongs to it, or an instant. */
  readonly asOf: string;
}

/** An eligible account and what it did in the portal within the window. */
export interface PortalAccount {
  /** Id of the account. */
  readonly accountId: string;
  /** Actions that count. */
  readonly actions: number;
  /** When the last of them was, as written; `null` without any. */
  readonly lastActionAt: string | null;
}

/** What came of linking: the accounts, and what was left out. */
export interface LinkedPortalAccounts {
  /** One record per eligible account. */
  readonly accounts: PortalAccount[];
  /** Eligible accounts without id. */
  readonly missing: number;
  /** Actions that cannot be read. */
  readonly invalidAction: number;
  /** Actions of accounts that are not eligible. */
  readonly ineligibleAction: number;
  /** Actions of a kind that does not count, or outside the window. */
  readonly uncountedAction: number;
}

/** Resolves the kinds that do not count. */
export function resolveIgnored(where: string, ignored: readonly string[] = ['log-in']): readonly string[] {
  const isList = Array.isArray(ignored) && ignored.every((kind) => typeof kind === 'string');
  requireOption(isList, where, 'ignored', 'a list of texts', ignored);
  return ignored;
}

/**
 * Links what was done in the portal to the eligible accounts, each once, those that did nothing among them.
 *
 * Use it before {@link portalAdoptionMeasure}, and to see who sleeps. Eligible are the accounts that could use the portal, whether or not
 * they were invited to it: a rate over the invited alone rises when fewer are invited.
 *
 * @param actions - One row per action, in any order.
 * @param eligible - Ids of the eligible accounts; an id that comes twice is one account.
 * @param options - The window, its end, and the kinds that do not count.
 * @returns One record per eligible account, in code-unit order of the ids. Actions that cannot be read are left out:
 * {@link checkPortalActions} names them.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { toPortalAccounts } from 'cx-scoring';
 *
 * const actions = [
 *   { accountId: 'a', at: '2026-03-30', kind: 'order' }, { accountId: 'b', at: '2026-03-31', kind: 'log-in' },
 * ];
 * const accounts = toPortalAccounts(actions, ['a', 'b'], { windowDays: 30, asOf: '2026-03-31' });
 * accounts[0]; // => { accountId: 'a', actions: 1, lastActionAt: '2026-03-30' }
 * accounts[1]?.actions; // => 0
 * ```
 */
export function toPortalAccounts(
  actions: Iterable<PortalAction>,
  eligible: Iterable<string | null | undefined>,
  options: PortalAccountOptions,
): PortalAccount[] {
  return linkPortalActions('toPortalAccounts', actions, eligible, options).accounts;
}

/** The linking itself; `where` is the function the user called. */
export function linkPortalActions(
  where: string,
  actions: Iterable<PortalAction>,
  eligible: Iterable<string | null | undefined>,
  options: PortalAccountOptions,
): LinkedPortalAccounts {
  requireOptions(where, options);
  const asOf = readAsOf(where, options.asOf);
  const windowDays = resolveWindowDays(where, options.windowDays);
  const ignored = resolveIgnored(where, options.ignored);
  const found = new Map<string, { actions: number; last: string | null }>();
  const left = { missing: 0, invalidAction: 0, ineligibleAction: 0, uncountedAction: 0 };
  for (const id of eligible) {
    if (isMissing(id)) left.missing++;
    else if (!found.has(id)) found.set(id, { actions: 0, last: null });
  }
  for (const action of actions) {
    if (portalActionFault(action)) {
      left.invalidAction++;
      continue;
    }
    const account = found.get(action.accountId as string);
    const at = action.at as string;
    if (!account) left.ineligibleAction++;
    else if (ignored.includes(action.kind as string) || !isInWindow(readMoment(at) as Moment, asOf, windowDays))
      left.uncountedAction++;
    else {
      account.actions++;
      if (account.last === null || isLater(at, account.last)) account.last = at;
    }
  }
  const accounts = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([accountId, account]) => ({ accountId, actions: account.actions, lastActionAt: account.last }));
  return { accounts, ...left };
}

/** Order of time; of one moment written in two ways the later text is taken, so that the order of rows plays no part. */
function isLater(a: string, b: string): boolean {
  const difference = timeOf(readMoment(a) as Moment) - timeOf(readMoment(b) as Moment);
  return difference > 0 || (difference === 0 && a > b);
}
