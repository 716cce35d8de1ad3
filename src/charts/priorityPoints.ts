import { cxError } from '../core/errors.js';
import { requireObject } from '../core/options.js';
import type { ResolvedLocale } from '../core/locale.js';
import type { CaseRange } from '../prioritization/axisPosition.js';
import type { Prioritization, PrioritizedInitiative } from '../prioritization/prioritization.js';
import { nameOf } from './chartText.js';

/** How sure the place of an initiative is. */
export type PriorityState = 'settled' | 'to-confirm' | 'unknown';

/** An initiative as the matrix shows it. */
export interface PriorityPoint {
  /** The initiative. */
  readonly item: PrioritizedInitiative;
  /** Its name. */
  readonly name: string;
  /** How sure its place is. */
  readonly state: PriorityState;
  /** Its place on the axis of value, the middle of its cases where that is not known. */
  readonly value: number;
  /** Its place on the axis of effort, likewise. */
  readonly effort: number;
}

function requireShare(where: string, valid: boolean, value: unknown): void {
  if (!valid) throw cxError('CX_INVALID_INPUT', where, 'a share between 0 and 1', value);
}

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

function requireRange(where: string, range: CaseRange | null): void {
  if (range === null) return;
  requireObject(where, 'a position or null', range);
  requireShare(`${where}.value`, range.value === null || isShare(range.value), range.value);
  requireShare(`${where}.lower`, isShare(range.lower), range.lower);
  requireShare(`${where}.upper`, isShare(range.upper), range.upper);
}

/** Refuses what is no ranking. */
export function requirePrioritization(where: string, prioritization: Prioritization): void {
  const list = Object(prioritization) as Partial<Prioritization>;
  const isRanking = Array.isArray(list.items) && Object(list.lines) === list.lines;
  if (!isRanking) throw cxError('CX_INVALID_INPUT', `${where}: prioritization`, 'what prioritize gave', prioritization);
  const { items, lines } = prioritization;
  for (const axis of ['value', 'effort'] as const) {
    requireShare(`${where}: lines.${axis}`, lines[axis] === null || isShare(lines[axis]), lines[axis]);
  }
  for (const [index, item] of items.entries()) {
    const at = `${where}: items[${index}]`;
    requireObject(at, 'an initiative', item);
    if (typeof item.id !== 'string') throw cxError('CX_INVALID_INPUT', `${at}.id`, 'a text', item.id);
    if (!Array.isArray(item.missing)) throw cxError('CX_INVALID_INPUT', `${at}.missing`, 'a list', item.missing);
    requireRange(`${at}.value`, item.value);
    requireRange(`${at}.effort`, item.effort);
  }
}

function pointOf(item: PrioritizedInitiative, locale: ResolvedLocale): PriorityPoint | null {
  const { value, effort, toConfirm } = item;
  if (value === null || effort === null) return null;
  const isKnown = value.value !== null && effort.value !== null;
  return {
    item,
    name: nameOf(item.id, item.names, locale),
    state: isKnown ? (toConfirm ? 'to-confirm' : 'settled') : 'unknown',
    value: value.value ?? (value.lower + value.upper) / 2,
    effort: effort.value ?? (effort.lower + effort.upper) / 2,
  };
}

/** The initiatives that have a place, in order of rank. */
export function priorityPoints({ items }: Prioritization, locale: ResolvedLocale): PriorityPoint[] {
  return items.flatMap((item) => pointOf(item, locale) ?? []);
}
