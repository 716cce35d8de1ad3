import { requireInstant, type Instant } from '../../core/instant.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { BusinessCalendar } from './businessCalendar.js';
import { openOutside } from './businessTime.js';
import { elapsedOutside } from './businessClock.js';
import { readSlaTarget, type SlaTarget } from './slaTarget.js';

/** What is counted: every target, or every policy of a ticket, which is met when all its targets are. */
export type SlaDenominator = 'by-target' | 'by-policy';

/**
 * How a target is judged: `'recomputed'` from its instants, pauses and schedule, or `'recorded'` by the breach that the tool noted. What
 * tools keep can be wrong after a schedule was changed.
 */
export type SlaJudgement = 'recomputed' | 'recorded';

/** Where a target or a policy stands. */
export type SlaState = 'met' | 'breached' | 'withinTarget' | 'cancelled' | 'unknownSchedule' | 'invalid';

/** How targets are judged. */
export interface SlaOptions {
  /** What is counted. There is no usual value: dashboards mix the two up. */
  readonly denominator: SlaDenominator;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: Instant;
  /** The calendars by the id that targets call their schedule. */
  readonly calendars?: Readonly<Record<string, BusinessCalendar>> | undefined;
  /**
   * How a target is judged; part of the definition.
   * @defaultValue 'recomputed'
   */
  readonly judgement?: SlaJudgement | undefined;
}

/** A target, or a policy of a ticket, with where it stands: the unit of the SLA attainment. */
export interface SlaOutcome {
  /** What the unit is. */
  readonly denominator: SlaDenominator;
  /** How it was judged. */
  readonly judgement: SlaJudgement;
  /** Ticket. */
  readonly ticketId: string;
  /** Policy, `null` without one. */
  readonly policyId: string | null;
  /** Metric of the target; `null` for a policy. */
  readonly metric: string | null;
  /** Priority in force when it was applied; `null` where unknown, or where the targets of a policy differ. */
  readonly priority: string | null;
  /** Where it stands. */
  readonly state: SlaState;
}

const MINUTE = 60_000;
/** What a policy is when one of its targets is it: the first that applies. */
const PRECEDENCE: readonly SlaState[] = ['invalid', 'unknownSchedule', 'breached', 'withinTarget', 'met', 'cancelled'];

/** Checks what is part of the definition. */
export function requireSlaRules(where: string, options: Partial<SlaOptions>): void {
  requireOptions(where, options);
  const { denominator, judgement = 'recomputed' } = options;
  const isDenominator = denominator === 'by-target' || denominator === 'by-policy';
  requireOption(isDenominator, where, 'denominator', '"by-target" or "by-policy"', denominator);
  const isJudgement = judgement === 'recomputed' || judgement === 'recorded';
  requireOption(isJudgement, where, 'judgement', '"recomputed" or "recorded"', judgement);
}

/**
 * Judges the targets of service levels, one by one or policy by policy.
 *
 * Use it to see which tickets were late, and as the rows of {@link slaAttainmentMeasure} where segments or shards are wanted.
 *
 * @param targets - The targets in any order; for policies, all targets of a ticket together.
 * @param options - `denominator`, `asOf`, the calendars of the schedules, and the judgement.
 * @returns One outcome for each target activated by then, or for each policy of a ticket. A policy is breached when one of its targets is, met
 * when the others are met and at least one was, and left out when one of its targets cannot be judged; cancelled targets do not count in it.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when `asOf` is no instant, `CX_INVALID_OPTION` for another denominator or
 * judgement.
 * @example
 * ```ts
 * import { toSlaOutcomes } from 'cx-scoring';
 *
 * const activatedAt = '2026-03-02T09:00:00Z';
 * const outcomes = toSlaOutcomes(
 *   [
 *     { ticketId: 't1', metric: 'first-reply', targetMinutes: 60, activatedAt, fulfilledAt: '2026-03-02T10:00:00Z' },
 *     { ticketId: 't1', metric: 'resolution', targetMinutes: 480, activatedAt },
 *   ],
 *   { denominator: 'by-target', asOf: '2026-03-02T18:00:00Z' },
 * );
 * outcomes.map(({ state }) => state); // => ['met', 'breached']
 * ```
 */
export function toSlaOutcomes(targets: Iterable<SlaTarget>, options: SlaOptions): SlaOutcome[] {
  return judgeTargets('toSlaOutcomes', targets, options);
}

/** Judges targets in the name of the function the user called. */
export function judgeTargets(where: string, targets: Iterable<SlaTarget>, options: SlaOptions): SlaOutcome[] {
  requireSlaRules(where, options);
  const { denominator, judgement = 'recomputed', calendars = {} } = options;
  const asOf = requireInstant(where, 'asOf', options.asOf);
  const outcomes: SlaOutcome[] = [];
  for (const target of targets) {
    const state = stateOf(target);
    if (state === null) continue;
    const { ticketId, policyId = null, metric = null, priority = null } = Object(target) as Partial<SlaTarget>;
    const id = typeof ticketId === 'string' ? ticketId : '';
    outcomes.push({ denominator, judgement, ticketId: id, policyId, metric, priority, state });
  }
  return denominator === 'by-target' ? outcomes : byPolicy(outcomes);

  function stateOf(target: SlaTarget): SlaState | null {
    const read = readSlaTarget(target);
    if ('code' in read) return 'invalid';
    const { activated, fulfilled, breached, cancelled, pauses } = read;
    if (activated > asOf) return null;
    const isDone = fulfilled <= Math.min(asOf, cancelled);
    const unless = isDone ? 'met' : cancelled <= asOf ? 'cancelled' : 'withinTarget';
    if (judgement === 'recorded') return breached <= asOf ? 'breached' : unless;
    const { schedule } = target;
    const calendar = schedule === undefined || !Object.hasOwn(calendars, schedule) ? undefined : calendars[schedule];
    if (schedule !== undefined && calendar === undefined) return 'unknownSchedule';
    // A target that is withdrawn after its time was up was breached all the same.
    const end = Math.min(asOf, fulfilled, cancelled);
    const taken = calendar ? openOutside(calendar, [activated, end], pauses) : elapsedOutside([activated, end], pauses);
    return taken > Math.round(target.targetMinutes * MINUTE) ? 'breached' : unless;
  }
}

function byPolicy(outcomes: readonly SlaOutcome[]): SlaOutcome[] {
  const policies = new Map<string, SlaOutcome>();
  for (const outcome of outcomes) {
    const key = JSON.stringify([outcome.ticketId, outcome.policyId]);
    const known = policies.get(key) ?? outcome;
    const first = Math.min(PRECEDENCE.indexOf(known.state), PRECEDENCE.indexOf(outcome.state));
    policies.set(key, {
      ...known,
      metric: null,
      priority: known.priority === outcome.priority ? known.priority : null,
      state: PRECEDENCE[first] as SlaState,
    });
  }
  return Array.from(policies.values());
}
