import type { RecordFinding } from '../../core/recordFinding.js';
import { minorUnitsOf, type MoneyValue } from '../business/money.js';
import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import { findRecordFaults, isMissing, type RecordFault } from './recordFaults.js';

/** Goods that came back from a line. */
export interface ReturnedGoods {
  /** When they came back: a civil date, or an instant with its zone. */
  readonly at: string;
  /** How many, above 0, in the unit of the line. */
  readonly units: number;
  /** Their value at the price of the line, from 0, in minor units; needed only for rates by value. */
  readonly value?: MoneyValue;
  /** Whether it is an old part, handed in for a new one: such a core return is no return of what was shipped. */
  readonly core?: boolean | undefined;
}

/** A line that was shipped, with all that came back of it. */
export interface ShippedLine {
  /** Id of the line. */
  readonly id?: string | undefined;
  /** Account it went to. */
  readonly accountId?: string | undefined;
  /** When it was shipped: a civil date, or an instant with its zone. */
  readonly shippedAt: string;
  /** How many units were shipped, above 0. */
  readonly units: number;
  /** Their value, from 0, in minor units; needed only for rates by value. */
  readonly value?: MoneyValue;
  /** Whether the goods stay the supplier's until they are sold: what comes back of such a line is no return. */
  readonly consignment?: boolean | undefined;
  /** What came back. */
  readonly returns?: readonly ReturnedGoods[] | undefined;
}

/** What can be wrong with a line. Such a line is left out. More codes may be added. */
export type ShippedLineFault =
  'unreadable-time' | 'invalid-quantity' | 'invalid-value' | 'returned-before-shipped' | 'returned-more-than-shipped';

/** Largest quantity and amount: the square of it is still a number. */
const LARGEST = 1e90;
/** Sums of fractions may pass the whole by a rounding: 0.1 and 0.2 of 0.3. */
const SLACK = 1.000000001;

function isQuantity(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= LARGEST;
}

function isValue(money: MoneyValue): boolean {
  const value = minorUnitsOf(money);
  return value === null || (typeof value === 'number' && value >= 0 && value <= LARGEST);
}

/** Tells what is wrong with a line: one rule for metric and check. Core returns are not looked at: they are other goods. */
export function shippedLineFault(record: ShippedLine): RecordFault<ShippedLineFault> | null {
  const { shippedAt, units, value, returns = [] } = Object(record) as ShippedLine;
  const shipped = readMoment(shippedAt);
  if (!shipped) return { code: 'unreadable-time', field: 'shippedAt' };
  if (!isQuantity(units)) return { code: 'invalid-quantity', field: 'units' };
  if (!isValue(value)) return { code: 'invalid-value', field: 'value' };
  let [unitsBack, valueBack] = [0, 0];
  for (const back of returns) {
    if (back.core === true) continue;
    const fault = returnFault(shipped, back);
    if (fault) return { code: fault, field: 'returns' };
    unitsBack += back.units;
    valueBack += (minorUnitsOf(back.value) as number | null) ?? 0;
  }
  const most = minorUnitsOf(value) as number | null;
  const isTooMuch = unitsBack > units * SLACK || (most !== null && valueBack > most * SLACK);
  return isTooMuch ? { code: 'returned-more-than-shipped', field: 'returns' } : null;
}

function returnFault(shipped: Moment, { at, units, value }: ReturnedGoods): ShippedLineFault | null {
  const moment = readMoment(at);
  if (!moment) return 'unreadable-time';
  if (elapsed(shipped, moment) < 0) return 'returned-before-shipped';
  if (!isQuantity(units)) return 'invalid-quantity';
  return isValue(value) ? null : 'invalid-value';
}

/** The sums of a line: what was shipped, and what came back of it by then; `null` where a value is missing. */
export function lineTotals(
  { units, value, returns = [] }: ShippedLine,
  by: 'units' | 'value',
  isCounted: (at: Moment) => boolean,
): { readonly shipped: number; readonly returned: number } | null {
  const shipped = by === 'units' ? units : (minorUnitsOf(value) as number | null);
  if (isMissing(shipped)) return null;
  let returned = 0;
  for (const back of returns) {
    if (back.core === true || !isCounted(readMoment(back.at) as Moment)) continue;
    const own = by === 'units' ? back.units : (minorUnitsOf(back.value) as number | null);
    if (own === null) return null;
    returned += own;
  }
  return { shipped, returned: Math.min(returned, shipped) };
}

/**
 * Names the shipped lines whose returns cannot be.
 *
 * Use it once per import, before {@link computeReturnRate}: more units back than out are as a rule a return linked to the wrong line.
 *
 * @param lines - One row per line.
 * @returns The findings in the order of the rows; of a fault among the returns, how many returns the line has. None when all is well.
 * @example
 * ```ts
 * import { checkShippedLines } from 'cx-scoring';
 *
 * const line = { id: 's1', shippedAt: '2026-03-02', units: 2, returns: [{ at: '2026-03-09', units: 3 }] };
 * const findings = checkShippedLines([line]);
 * findings; // => [{ code: 'returned-more-than-shipped', index: 0, id: 's1', field: 'returns', value: 1 }]
 * ```
 */
export function checkShippedLines(lines: Iterable<ShippedLine>): RecordFinding<ShippedLineFault>[] {
  return findRecordFaults('checkShippedLines', lines, shippedLineFault, ({ id }) => id);
}
