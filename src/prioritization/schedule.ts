import { cxError } from '../core/errors.js';
import { isWhole, requireOption } from '../core/options.js';
import { isPeriodKey, shiftPeriod } from '../core/period.js';
import { compareTexts } from '../core/textOrder.js';
import { isPlainObject, requireNoFinding, requireOptionsObject } from './findingPath.js';
import { checkPortfolio, isCapacity, PORTFOLIO_RULES } from './portfolioCheck.js';
import { amountsByName, MILLIONTHS } from './portfolioProblem.js';
import { portfolioRelations } from './portfolioRelations.js';
import type {
  Schedule,
  ScheduledInitiative,
  ScheduleInitiative,
  ScheduleKind,
  ScheduleOptions,
  UnscheduledInitiative,
} from './scheduleInitiative.js';

const LONGEST = 400;

/** What is used in each quarter of each resource, in millionths. */
type Load = Map<string, number>[];

interface Place {
  readonly first: number;
  readonly length: number;
  readonly kind: ScheduleKind;
}

function requireOptions(options: ScheduleOptions): void {
  const where = 'scheduleInitiatives';
  requireOptionsObject(where, options);
  const { start, horizon = LONGEST, capacity } = options;
  const isQuarter = isPeriodKey(start) && start.includes('-Q');
  if (!isQuarter) throw cxError('CX_INVALID_DATE', `${where}: option "start"`, 'a quarter such as "2026-Q1"', start);
  const isLength = isWhole(horizon) && horizon >= 1 && horizon <= LONGEST;
  requireOption(isLength, where, 'horizon', 'a whole number of quarters from 1 to 400', horizon);
  requireOption(capacity === undefined || isPlainObject(capacity), where, 'capacity', 'an object', capacity);
  for (const [resource, limit] of Object.entries(capacity ?? {}))
    requireOption(isCapacity(limit), where, `capacity.${resource}`, 'a number from 0 to 1000000000', limit);
}

/** What an initiative uses in each of its quarters, in millionths, rounded up so that the parts are no less than the whole. */
function usePerQuarter({ capacity = {}, quarters = 1 }: ScheduleInitiative): [resource: string, used: number][] {
  return Object.entries(capacity).map(([resource, used]) => [
    resource,
    Math.ceil(Math.round(used * MILLIONTHS) / quarters),
  ]);
}

function kindOf({ quarters = 1, dependsOn = [], quickWin = true }: ScheduleInitiative): ScheduleKind {
  return quickWin && quarters === 1 && dependsOn.length === 0 ? 'quick-win' : 'structuring';
}

/** Quick wins first; then the one that is worth most, itself or by what waits for it; then the shorter; then by id. */
function byUrgency(initiatives: readonly ScheduleInitiative[]): ScheduleInitiative[] {
  const { needs } = portfolioRelations(initiatives, []);
  const worth = new Map(initiatives.map(({ id, value }) => [id, value]));
  for (const { id, value } of initiatives)
    for (const needed of needs.get(id)!) worth.set(needed, Math.max(worth.get(needed)!, value));
  const turn = (initiative: ScheduleInitiative): number => (kindOf(initiative) === 'quick-win' ? 0 : 1);
  return [...initiatives].sort(
    (a, b) =>
      turn(a) - turn(b) ||
      worth.get(b.id)! - worth.get(a.id)! ||
      (a.quarters ?? 1) - (b.quarters ?? 1) ||
      compareTexts(a.id, b.id),
  );
}

/** First quarter, from the earliest on, in which the initiative finds room through its whole length; -1 when there is none. */
function firstFree(
  uses: readonly [string, number][],
  length: number,
  earliest: number,
  load: Load,
  limits: Load[0],
): number {
  const isFree = (quarter: number): boolean =>
    uses.every(([resource, used]) => (load[quarter]!.get(resource) ?? 0) + used <= (limits.get(resource) ?? Infinity));
  for (let first = earliest, at = earliest; first + length <= load.length; at++) {
    if (!isFree(at)) first = at + 1;
    else if (at - first + 1 === length) return first;
  }
  return -1;
}

/**
 * Puts initiatives into quarters: quick wins first, then structuring projects, within the capacity of each quarter and after what they
 * depend on.
 *
 * Use it on the chosen ones of {@link selectPortfolio} to draw a road map. Exclusions play no part: choose first.
 *
 * @param initiatives - Up to 4,096 initiatives that name each other in `dependsOn`; their order does not matter.
 * @param options - First quarter, number of quarters and capacity of each.
 * @returns Quarters of each, what found no place and why, and the load of each quarter.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for the first finding of {@link checkPortfolio}, `CX_INVALID_DATE` when
 * the start is no quarter, `CX_INVALID_OPTION` for another option out of its range.
 * @remarks List scheduling (Graham, 1966, doi:10.1002/j.1538-7305.1966.tb01709.x), a heuristic: among those whose dependencies have
 * their quarters, the most urgent takes the earliest quarters with room. A quick win is more urgent than a structuring project; among
 * either, that of the greatest value counts first, where something that others wait for is worth at least as much as they are; then the
 * shorter, then the id in code-unit order. Another order may end sooner.
 * @example
 * ```ts
 * import { scheduleInitiatives } from 'cx-scoring/prioritization';
 *
 * const initiatives = [
 *   { id: 'portal', value: 30, cost: 90_000, quarters: 2, capacity: { days: 80 }, dependsOn: ['pim'] },
 *   { id: 'pim', value: 5, cost: 40_000, quarters: 1, capacity: { days: 60 }, quickWin: false },
 *   { id: 'alerts', value: 8, cost: 10_000, capacity: { days: 20 } },
 * ];
 * const schedule = scheduleInitiatives(initiatives, { start: '2026-Q4', capacity: { days: 60 } });
 * schedule.quickWins; // => [{ id: 'alerts', kind: 'quick-win', from: '2026-Q4', to: '2026-Q4' }]
 * schedule.structuring.map(({ id, from, to }) => [id, from, to]); // => [['pim', '2027-Q1', '2027-Q1'], ['portal', '2027-Q2', '2027-Q3']]
 * ```
 */
export function scheduleInitiatives(initiatives: readonly ScheduleInitiative[], options: ScheduleOptions): Schedule {
  requireOptions(options);
  const { start, horizon = LONGEST, capacity = {} } = options;
  requireNoFinding('scheduleInitiatives', checkPortfolio(initiatives, options), PORTFOLIO_RULES);
  const limits = new Map(
    Object.entries(capacity).map(([resource, limit]) => [resource, Math.round(limit * MILLIONTHS)]),
  );
  const load: Load = Array.from({ length: horizon }, () => new Map<string, number>());
  const places = new Map<string, Place | null>();
  const unscheduled: UnscheduledInitiative[] = [];
  const waiting = byUrgency(initiatives);
  while (waiting.length > 0) {
    const turn = waiting.findIndex(({ dependsOn = [] }) => dependsOn.every((id) => places.has(id)));
    const [initiative] = waiting.splice(turn, 1) as [ScheduleInitiative];
    const { id, quarters: length = 1, dependsOn = [] } = initiative;
    const needed = dependsOn.map((other) => places.get(other) ?? null);
    const earliest = needed.reduce((latest, place) => Math.max(latest, place ? place.first + place.length : 0), 0);
    const uses = usePerQuarter(initiative);
    const isTooLarge = uses.some(([resource, used]) => used > (limits.get(resource) ?? Infinity));
    const first = isTooLarge || needed.includes(null) ? -1 : firstFree(uses, length, earliest, load, limits);
    places.set(id, first < 0 ? null : { first, length, kind: kindOf(initiative) });
    const reason = needed.includes(null) ? 'needs' : isTooLarge ? 'capacity' : 'horizon';
    if (first < 0) unscheduled.push({ id, reason });
    else
      for (const quarter of load.slice(first, first + length))
        for (const [resource, used] of uses) quarter.set(resource, (quarter.get(resource) ?? 0) + used);
  }
  return assembleSchedule(start, places, load, unscheduled);
}

function assembleSchedule(
  start: string,
  places: ReadonlyMap<string, Place | null>,
  load: Load,
  unscheduled: readonly UnscheduledInitiative[],
): Schedule {
  const placed = [...places].flatMap(([id, place]) => (place ? [{ id, ...place }] : []));
  placed.sort((a, b) => a.first - b.first || compareTexts(a.id, b.id));
  const ofKind = (kind: ScheduleKind): ScheduledInitiative[] =>
    placed
      .filter((place) => place.kind === kind)
      .map(({ id, first, length }) => ({
        id,
        kind,
        from: shiftPeriod(start, first),
        to: shiftPeriod(start, first + length - 1),
      }));
  const end = placed.reduce((latest, { first, length }) => Math.max(latest, first + length), 0);
  const quarters = load.slice(0, end).map((used, at) => ({
    period: shiftPeriod(start, at),
    ids: placed.flatMap(({ id, first, length }) => (first <= at && at < first + length ? [id] : [])).sort(),
    used: amountsByName(used),
  }));
  return {
    quickWins: ofKind('quick-win'),
    structuring: ofKind('structuring'),
    unscheduled: [...unscheduled].sort((a, b) => compareTexts(a.id, b.id)),
    quarters,
  };
}
