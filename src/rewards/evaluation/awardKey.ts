import { toPeriod } from '../../core/period.js';
import { isText } from '../conditions/requireParts.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** Reads an id: text that is not empty, or a whole number. */
export function readId(value: unknown): string | null {
  return isText(value) ? value : Number.isSafeInteger(value) ? String(value) : null;
}

/**
 * The key of a grant: the same cause always gives the same text, so that nothing is paid twice. A list as JSON, since joined text collides.
 * Amount, version and day of evaluation are left out on purpose: editing a rule does not pay again, raising its generation does.
 */
export function awardKey(
  { id, generation = 1 }: Pick<RewardRule, 'id' | 'generation'>,
  { trigger, on }: Pick<RewardFact, 'trigger' | 'on'>,
  subject: string,
  occurrence: string,
  fiscalYearStart: number,
): string {
  const period = trigger.kind === 'period-close' ? toPeriod(on, { unit: trigger.period, fiscalYearStart }) : null;
  return JSON.stringify(['award', id, generation, subject, occurrence, period]);
}

/**
 * The key of what happens to a grant, or of the part of one member where a grant is divided. The fact that caused it is left out: a
 * grant is settled once and taken back once, and the host's unique index on the key sees to that where two runs meet.
 */
export function stepKey(step: string, award: string, ...more: readonly (string | number)[]): string {
  return JSON.stringify([step, award, ...more]);
}

/** A part of a key by its place; `null` where the key is none of ours. */
export function stepPart(key: string, at: number): unknown {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) ? (parts as unknown[])[at] : null;
  } catch {
    return null;
  }
}
