import { toDayNumber } from '../../core/civilDay.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** Whether the window in which late facts correct the grants of a day is over: a rebuild takes nothing from it and adds nothing to it. */
export function isClosed({ correctionWindowDays: most }: RewardRule, on: string, asOf: string): boolean {
  return most !== undefined && toDayNumber(asOf) - toDayNumber(on) > most;
}
