import { requireObject, requireRows } from '../../core/options.js';
import type { PanelSession } from './panelSession.js';
import { isMissing } from './recordFaults.js';
import { repeatedReports } from './repeatedReports.js';

/** A member of a panel, over several sessions. */
export interface PanelMember {
  /** Id of the member. */
  readonly memberId: string;
  /** Sessions to which the member was invited. */
  readonly invited: number;
  /** Sessions among them in which the member took part. */
  readonly attended: number;
  /** Sessions in which the member took part without being invited. */
  readonly uninvited: number;
}

/**
 * Gathers the sessions of panels by member: each member once, those who never came among them.
 *
 * Use it before {@link panelParticipationMeasure}, and to thank the faithful.
 *
 * @param sessions - One row per session, in any order.
 * @returns One record per member who was invited or took part, in code-unit order of the ids. A session without its two lists, and a
 * record that repeats another one, are left out: {@link checkFieldReports} names them.
 * @example
 * ```ts
 * import { toPanelMembers } from 'cx-scoring';
 *
 * const head = { kind: 'panel', at: '2026-03-02', authorId: 'net-1' } as const;
 * const sessions = [
 *   { ...head, id: 'p1', invited: ['d1', 'd2'], attended: ['d1'] }, { ...head, id: 'p2', invited: ['d1', 'd2'], attended: [] },
 * ];
 * const members = toPanelMembers(sessions);
 * members[0]; // => { memberId: 'd1', invited: 2, attended: 1, uninvited: 0 }
 * members[1]?.attended; // => 0
 * ```
 */
export function toPanelMembers(sessions: Iterable<PanelSession>): PanelMember[] {
  requireRows('toPanelMembers', 'sessions', sessions);
  const members = new Map<string, { invited: number; attended: number; uninvited: number }>();
  const memberOf = (id: string): { invited: number; attended: number; uninvited: number } => {
    const member = members.get(id) ?? { invited: 0, attended: 0, uninvited: 0 };
    members.set(id, member);
    return member;
  };
  const list = [...sessions];
  const repeats = repeatedReports(list);
  for (const [index, session] of list.entries()) {
    requireObject('toPanelMembers: session', 'a record', session);
    if (repeats.has(index)) continue;
    if (!Array.isArray(session.invited) || !Array.isArray(session.attended)) continue;
    // A name that stands twice on a list is one member.
    const invited = new Set((session.invited as readonly string[]).filter((id) => !isMissing(id)));
    const attended = new Set((session.attended as readonly string[]).filter((id) => !isMissing(id)));
    for (const id of invited) memberOf(id).invited++;
    for (const id of attended) memberOf(id)[invited.has(id) ? 'attended' : 'uninvited']++;
  }
  return [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([memberId, counts]) => ({ memberId, ...counts }));
}
