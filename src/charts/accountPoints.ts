import type { AccountSheet } from '../accounts/accountSheetEntry.js';
import type { AccountSheets } from '../accounts/accountSheet.js';
import { cxError } from '../core/errors.js';
import { requireObject } from '../core/options.js';
import { cleanText } from './chartText.js';

/** What is known of an account besides its answers. */
export interface AccountMapFact {
  /** Id of the account. */
  readonly account: string;
  /** Revenue with it, in minor units of the currency; `null` when it is unknown. */
  readonly revenue: number | null;
  /** What it buys here of all that it buys, 0..1; `null` or left out when it is unknown. */
  readonly shareOfWallet?: number | null | undefined;
  /**
   * Its name.
   * @defaultValue its id
   */
  readonly name?: string | undefined;
}

/** How an account stands: whether somebody heard is a detractor, all are promoters, something between, or nobody was heard. */
export type AccountStanding = 'detractor' | 'between' | 'promoters' | 'silent';

/** An account on the map. */
export interface AccountPoint {
  /** Its name. */
  readonly name: string;
  /** Its revenue, above 0. */
  readonly revenue: number;
  /** Mean of the last scores of those who were heard, 0..10; `null` when nobody was. */
  readonly score: number | null;
  /** Lowest and highest of these scores. */
  readonly range: readonly [number, number] | null;
  /** People who were heard. */
  readonly heard: number;
  /** Share of wallet, `null` when unknown. */
  readonly shareOfWallet: number | null;
  /** How it stands. */
  readonly standing: AccountStanding;
}

/** The accounts that have a place, and the names of those that have none. */
export interface AccountPoints {
  /** In code-unit order of their ids. */
  readonly points: readonly AccountPoint[];
  /** Accounts whose revenue is not known or not above 0. */
  readonly unplaced: readonly string[];
}

function requireFacts(where: string, facts: readonly AccountMapFact[]): void {
  if (!Array.isArray(facts)) throw cxError('CX_INVALID_INPUT', `${where}: facts`, 'a list of accounts', facts);
  const seen = new Set<string>();
  for (const [index, fact] of (facts as readonly AccountMapFact[]).entries()) {
    const at = `${where}: facts[${index}]`;
    requireObject(at, 'an account', fact);
    const { account, revenue, shareOfWallet = null, name } = fact;
    const isNew = typeof account === 'string' && !seen.has(account);
    if (!isNew) throw cxError('CX_INVALID_INPUT', `${at}.account`, 'an id that comes once', account);
    seen.add(account);
    const isRevenue = revenue === null || Number.isFinite(revenue);
    if (!isRevenue) throw cxError('CX_INVALID_INPUT', `${at}.revenue`, 'a finite number or null', revenue);
    const isShare =
      shareOfWallet === null || (typeof shareOfWallet === 'number' && shareOfWallet >= 0 && shareOfWallet <= 1);
    if (!isShare) throw cxError('CX_INVALID_INPUT', `${at}.shareOfWallet`, 'between 0 and 1, or null', shareOfWallet);
    const isName = name === undefined || typeof name === 'string';
    if (!isName) throw cxError('CX_INVALID_INPUT', `${at}.name`, 'a text', name);
  }
}

function requireSheets(where: string, { accounts }: AccountSheets): void {
  if (!Array.isArray(accounts)) throw cxError('CX_INVALID_INPUT', `${where}: sheets.accounts`, 'a list', accounts);
  for (const [index, sheet] of (accounts as readonly AccountSheet[]).entries()) {
    const at = `${where}: sheets.accounts[${index}]`;
    requireObject(at, 'the sheet of an account', sheet);
    if (typeof sheet.account !== 'string') throw cxError('CX_INVALID_INPUT', `${at}.account`, 'an id', sheet.account);
    if (!Array.isArray(sheet.contacts)) throw cxError('CX_INVALID_INPUT', `${at}.contacts`, 'a list', sheet.contacts);
    for (const [place, contact] of (sheet.contacts as readonly unknown[]).entries()) {
      requireObject(`${at}.contacts[${place}]`, 'a contact', contact);
      const { score } = contact as { readonly score?: unknown };
      const isScore = score === null || (typeof score === 'number' && score >= 0 && score <= 10);
      if (!isScore)
        throw cxError('CX_INVALID_INPUT', `${at}.contacts[${place}].score`, 'between 0 and 10, or null', score);
    }
  }
}

function standingOf(scores: readonly number[]): AccountStanding {
  if (scores.length === 0) return 'silent';
  if (scores.some((score) => score <= 6)) return 'detractor';
  return scores.every((score) => score >= 9) ? 'promoters' : 'between';
}

/** Places the accounts by what is known of them. */
export function accountPoints(where: string, sheets: AccountSheets, facts: readonly AccountMapFact[]): AccountPoints {
  requireObject(`${where}: sheets`, 'what accountSheet gave', sheets);
  requireSheets(where, sheets);
  requireFacts(where, facts);
  const known = new Map(facts.map((fact) => [fact.account, fact]));
  const points: AccountPoint[] = [];
  const unplaced: string[] = [];
  const sorted = [...sheets.accounts].sort((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0));
  for (const { account, contacts } of sorted) {
    const { revenue = null, shareOfWallet, name = account } = known.get(account) ?? {};
    if (revenue === null || revenue <= 0) {
      unplaced.push(cleanText(name));
      continue;
    }
    const heard = contacts.filter(({ state }) => state === 'heard');
    const scores = heard.flatMap(({ score }) => (score === null ? [] : [score]));
    const total = scores.reduce((sum, score) => sum + score, 0);
    points.push({
      name: cleanText(name),
      revenue,
      score: scores.length === 0 ? null : total / scores.length,
      range: scores.length === 0 ? null : [Math.min(...scores), Math.max(...scores)],
      heard: scores.length,
      shareOfWallet: shareOfWallet ?? null,
      standing: standingOf(scores),
    });
  }
  return { points, unplaced };
}
