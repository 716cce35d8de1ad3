import { LAST_DAY } from '../../core/civilDay.js';

/** A number for each day of the week, Monday first, from a day on. */
export interface WeeklyValues {
  /** First day, counted from 1970-01-01. */
  readonly from: number;
  /** The seven numbers. */
  readonly values: readonly number[];
}

/** Which day of the week a day is, 0 for Monday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return day + 3 - Math.floor((day + 3) / 7) * 7;
}

/** Position of the last entry that begins on a day or before; the first entry begins at -Infinity. */
export function entryAt(entries: readonly { readonly from: number }[], day: number): number {
  let index = entries.length - 1;
  while (day < entries[index]!.from) index--;
  return index;
}

/** Position of the first day in an ascending list that is not before a day. */
export function lowerBound(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Makes a function that totals, over all days before a day, numbers that repeat by the week and are others on some days. Only differences
 * of its totals mean something. Any day costs the same, however far away it lies.
 */
export function dayTotals(
  weeks: readonly WeeklyValues[],
  exceptions: readonly { readonly day: number; readonly value: number }[],
): (day: number) => number {
  // Totals within a week: entry 7 is the whole.
  const inWeek = weeks.map(({ values }) => values.reduce((sums, value) => [...sums, sums.at(-1)! + value], [0]));
  const weekly = (index: number, day: number): number => {
    const sums = inWeek[index]!;
    return Math.floor((day + 3) / 7) * sums[7]! + sums[weekdayOf(day)]!;
  };
  // What joins each stretch of weeks to the one before, and each exceptional day to the days before.
  const joints = [0];
  for (let index = 1; index < weeks.length; index++) {
    const { from } = weeks[index]!;
    joints.push(joints[index - 1]! + weekly(index - 1, from) - weekly(index, from));
  }
  const days = exceptions.map(({ day }) => day);
  const corrections = [0];
  for (const { day, value } of exceptions) {
    corrections.push(corrections.at(-1)! + value - weeks[entryAt(weeks, day)]!.values[weekdayOf(day)]!);
  }
  return (day) => {
    const index = entryAt(weeks, day);
    return joints[index]! + weekly(index, day) + corrections[lowerBound(days, day)]!;
  };
}

/**
 * The first day, from `low` on, at whose end a total has reached a number; NaN when none has a day after the year 9999, which is as late
 * as a civil date can be anywhere while it still is that year in UTC.
 */
export function dayReaching(totalBefore: (day: number) => number, target: number, low: number): number {
  let first = low;
  let last = low;
  // In strides that double, since the day sought is near as a rule.
  for (let stride = 1; totalBefore(last + 1) < target; stride *= 2) {
    if (last > LAST_DAY) return NaN;
    first = last + 1;
    last = Math.min(last + stride, LAST_DAY + 1);
  }
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (totalBefore(middle + 1) < target) first = middle + 1;
    else last = middle;
  }
  return first;
}
