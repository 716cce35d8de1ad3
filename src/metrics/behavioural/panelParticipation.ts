import { isWhole, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { toPanelMembers, type PanelMember } from './panelMembers.js';
import type { PanelSession } from './panelSession.js';

/** Reasons for which a member is left out: the counts cannot be, or the member was never invited. */
export type PanelExclusion = 'invalid' | 'notInvited';

/** The share of the members invited who took part, 0..1. */
export interface PanelParticipationResult extends IntervalResult<'panel-participation', PanelExclusion> {
  /** Members who took part in at least one session they were invited to. */
  readonly participated: number;
  /** Members who were invited and never came. */
  readonly absent: number;
}

function measurePanels(
  where: string,
  options: ShareOptions,
): RatioMeasure<PanelMember, OutcomeTally, PanelParticipationResult> {
  requireOptions(where, options);
  const { interval, confidence, population } = options;
  return measureOutcomes({
    where,
    definition: shareDefinition('panel-participation', 'higher-is-better', {}),
    outcomes: { participated: true, absent: false },
    reasons: ['invalid', 'notInvited'],
    classify: ({ invited, attended }: PanelMember) => {
      if (!isWhole(invited) || !isWhole(attended) || attended > invited) return 'invalid';
      if (invited === 0) return 'notInvited';
      return attended > 0 ? 'participated' : 'absent';
    },
    options: { interval, confidence, population },
  });
}

/**
 * Makes the measure behind {@link computePanelParticipation}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per region or kind of dealer, over the records of {@link toPanelMembers}.
 *
 * @param options - Interval, confidence and population.
 * @returns A measure over members.
 * @example
 * ```ts
 * import { computeMeasure, panelParticipationMeasure } from 'cx-scoring';
 *
 * const members = [{ memberId: 'd1', invited: 4, attended: 3, uninvited: 0 }, { memberId: 'd2', invited: 4, attended: 0, uninvited: 0 }];
 * computeMeasure(members, panelParticipationMeasure()).value; // => 0.5
 * ```
 */
export function panelParticipationMeasure(
  options: ShareOptions = {},
): RatioMeasure<PanelMember, OutcomeTally, PanelParticipationResult> {
  return measurePanels('panelParticipationMeasure', options);
}

/**
 * Computes the participation in panels: the share of the members invited who took part in at least one session.
 *
 * Use it per quarter, to see whether the panel still speaks for the network before its votes are read.
 *
 * @param sessions - One row per session, in any order.
 * @param options - Interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when nobody was invited.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks Members are counted, not seats: who comes to one of four sessions took part. Who came only uninvited is left out as
 * `notInvited`; {@link checkFieldReports} names such sessions.
 * @example
 * ```ts
 * import { computePanelParticipation } from 'cx-scoring';
 *
 * const head = { kind: 'panel', at: '2026-03-02', authorId: 'net-1' } as const;
 * const sessions = [
 *   { ...head, id: 'p1', invited: ['d1', 'd2', 'd3'], attended: ['d1'] },
 *   { ...head, id: 'p2', invited: ['d1', 'd2', 'd4'], attended: ['d1', 'd2', 'd9'] },
 * ];
 * const participation = computePanelParticipation(sessions);
 * participation.value; // => 0.5
 * participation.excluded.notInvited; // => 1
 * ```
 */
export function computePanelParticipation(
  sessions: Iterable<PanelSession>,
  options: ShareOptions = {},
): PanelParticipationResult {
  return computeAs(
    'computePanelParticipation',
    toPanelMembers(sessions),
    measurePanels('computePanelParticipation', options),
  );
}
