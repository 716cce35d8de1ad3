import { cxError } from '../../core/errors.js';
import type { Field, Score } from '../../core/field.js';

/** An activity that serving an account takes: orders, lines, deliveries, visits, tickets, returns, credit notes … */
export interface ServiceActivity<Row> {
  /** Name of the activity. */
  readonly id: string;
  /** How often it was done for the account, from 0. Missing is not 0: such an account is left out. */
  readonly volume: Field<Row, Score>;
  /** What it costs to do it once, from 0, in minor units. */
  readonly unitCost: number;
}

/** Checks the activities. */
export function requireActivities(
  where: string,
  activities: readonly { readonly id: string; readonly unitCost: number }[],
): void {
  const refuse = (what: string, rule: string, value: unknown): Error =>
    cxError('CX_INVALID_DEFINITION', `${where}: ${what}`, rule, value);
  if (!(Array.isArray(activities) && activities.length > 0))
    throw refuse('"activities"', 'a list of at least one activity', activities);
  const ids = new Set<string>();
  for (const { id, unitCost } of activities) {
    if (typeof id !== 'string' || ids.has(id)) throw refuse('activity "id"', 'a name that no other activity has', id);
    if (!(unitCost >= 0 && unitCost < Infinity))
      throw refuse(`unit cost of activity "${id}"`, 'a finite number from 0', unitCost);
    ids.add(id);
  }
}
