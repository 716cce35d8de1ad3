import { DAY } from '../../core/civilDay.js';
import type { MinuteRange, ScheduleRules } from './businessSchedule.js';
import { dayReaching, dayTotals, entryAt, lowerBound, weekdayOf } from './dayTotals.js';

const MINUTE = 60_000;

/** The open stretches of one day in milliseconds from midnight: start, end, start, end, apart and in order. */
type DayPattern = readonly number[];

/**
 * Opening hours along a civil timeline: milliseconds from 1970-01-01T00:00 as a clock on a wall would count them, every day of 24 hours.
 */
export interface OpenTimeline {
  /** Total of the open milliseconds before a civil time; only differences mean something. */
  readonly openBefore: (civil: number) => number;
  /** The first civil time at which so many open milliseconds, more than 0, have passed since `civil`; NaN when that never comes. */
  readonly civilAfter: (civil: number, open: number) => number;
  /** Tells whether a civil time lies within opening hours. */
  readonly isOpen: (civil: number) => boolean;
  /** Total of the working days before a day; only differences mean something. */
  readonly workingDaysBefore: (day: number) => number;
}

/** Joins what a day has of its own, up to midnight, and what lasts into it from the day before. */
function toPattern(own: readonly MinuteRange[], before: readonly MinuteRange[]): DayPattern {
  const late = before.filter(([, end]) => end > 1440).map(([, end]): MinuteRange => [0, end - 1440]);
  const pattern: number[] = [];
  for (const [start, end] of [...late, ...own]) {
    const last = pattern.at(-1) ?? -1;
    const until = Math.min(end, 1440) * MINUTE;
    // Hours of a holiday, or of a new week, may begin while those of the day before still last.
    if (start * MINUTE <= last) pattern[pattern.length - 1] = Math.max(last, until);
    else pattern.push(start * MINUTE, until);
  }
  return pattern;
}

function openWithin(pattern: DayPattern, time: number): number {
  let open = 0;
  for (let index = 0; index < pattern.length && time > pattern[index]!; index += 2) {
    open += Math.min(time, pattern[index + 1]!) - pattern[index]!;
  }
  return open;
}

function timeAfter(pattern: DayPattern, open: number): number {
  let index = 0;
  let rest = open;
  while (rest > pattern[index + 1]! - pattern[index]!) {
    rest -= pattern[index + 1]! - pattern[index]!;
    index += 2;
  }
  return pattern[index]! + rest;
}

/** Compiles the rules of a schedule. */
export function openTimeline({ weeks: given, holidays }: ScheduleRules): OpenTimeline {
  // Before the date of the first week all is closed.
  const isDated = given[0]!.from > -Infinity;
  const weeks = isDated ? [{ from: -Infinity, days: Array.from({ length: 7 }, () => []) }, ...given] : given;
  const ownHours = (day: number): readonly MinuteRange[] =>
    holidays.get(day) ?? weeks[entryAt(weeks, day)]!.days[weekdayOf(day)]!;
  const patterns = weeks.map(({ days }) => days.map((own, day) => toPattern(own, days[(day + 6) % 7]!)));

  // A day is out of its week's pattern when it, or the day before, is a holiday or of other weekly hours.
  const holidayList = [...holidays.keys()];
  const changes = weeks.slice(1).map(({ from }) => from);
  const odd = [...new Set([...holidayList.flatMap((day) => [day, day + 1]), ...changes])].sort((a, b) => a - b);
  const oddPatterns = odd.map((day) => toPattern(ownHours(day), ownHours(day - 1)));
  const patternOf = (day: number): DayPattern => {
    const index = lowerBound(odd, day);
    return odd[index] === day ? oddPatterns[index]! : patterns[entryAt(weeks, day)]![weekdayOf(day)]!;
  };

  const openDaysBefore = dayTotals(
    weeks.map(({ from }, index) => ({ from, values: patterns[index]!.map((pattern) => openWithin(pattern, DAY)) })),
    odd.map((day, index) => ({ day, value: openWithin(oddPatterns[index]!, DAY) })),
  );
  const workingDaysBefore = dayTotals(
    weeks.map(({ from, days }) => ({ from, values: days.map((own) => Math.min(own.length, 1)) })),
    holidayList.sort((a, b) => a - b).map((day) => ({ day, value: Math.min(ownHours(day).length, 1) })),
  );

  const openBefore = (civil: number): number => {
    const day = Math.floor(civil / DAY);
    return openDaysBefore(day) + openWithin(patternOf(day), civil - day * DAY);
  };
  return {
    openBefore,
    workingDaysBefore,
    civilAfter: (civil, open) => {
      const target = openBefore(civil) + open;
      const day = dayReaching(openDaysBefore, target, Math.floor(civil / DAY));
      return Number.isNaN(day) ? NaN : day * DAY + timeAfter(patternOf(day), target - openDaysBefore(day));
    },
    isOpen: (civil) => {
      const day = Math.floor(civil / DAY);
      const time = civil - day * DAY;
      // At the start of a stretch it is open, at its end closed.
      return lowerBound(patternOf(day), time + 1) % 2 === 1;
    },
  };
}
