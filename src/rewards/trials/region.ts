import { toDayNumber } from '../../core/civilDay.js';

/** Numbers that are still possible: between two ends, one of some, none of others. */
export interface NumberRegion {
  /** Lower end. */
  readonly low: number;
  /** Whether the lower end itself is out. */
  readonly lowOpen: boolean;
  /** Upper end. */
  readonly high: number;
  /** Whether the upper end itself is out. */
  readonly highOpen: boolean;
  /** The only numbers that are possible; `null` where all between the ends are. */
  readonly among: readonly number[] | null;
  /** Numbers that are out. */
  readonly without: readonly number[];
  /** Whether only whole numbers are possible. */
  readonly whole: boolean;
}

/** Texts that are still possible: one of some, none of others, a civil date between two days. */
export interface TextRegion {
  /** The only texts that are possible; `null` where all are. */
  readonly among: readonly string[] | null;
  /** Texts that are out. */
  readonly without: readonly string[];
  /** Day numbers between which a civil date lies, both included; `null` where it need be no date. */
  readonly days: readonly [from: number, through: number] | null;
}

/** What a fact may still be. Every component that is not possible is `null`, `false` or empty. */
export interface Region {
  /** Missing, a number that is not finite included. */
  readonly missing: boolean;
  /** A record. */
  readonly record: boolean;
  /** A list. */
  readonly list: boolean;
  /** True or false. */
  readonly booleans: readonly boolean[];
  /** A finite number. */
  readonly number: NumberRegion | null;
  /** Text. */
  readonly text: TextRegion | null;
}

/** Every finite number. */
export const ANY_NUMBER: NumberRegion = {
  low: -Infinity,
  lowOpen: false,
  high: Infinity,
  highOpen: false,
  among: null,
  without: [],
  whole: false,
};

/** Every text. */
export const ANY_TEXT: TextRegion = { among: null, without: [], days: null };

/** Nothing is possible: the beginning of a region that lists what is. */
export const NOTHING: Region = {
  missing: false,
  record: false,
  list: false,
  booleans: [],
  number: null,
  text: null,
};

/** Everything is possible. */
export const ANYTHING: Region = {
  missing: true,
  record: true,
  list: true,
  booleans: [false, true],
  number: ANY_NUMBER,
  text: ANY_TEXT,
};

function common<Item>(a: readonly Item[] | null, b: readonly Item[] | null): readonly Item[] | null {
  return a === null ? b : b === null ? a : a.filter((item) => b.includes(item));
}

function commonNumbers(a: NumberRegion, b: NumberRegion): NumberRegion {
  const [lower, other] = a.low >= b.low ? [a, b] : [b, a];
  const [upper, rest] = a.high <= b.high ? [a, b] : [b, a];
  return {
    low: lower.low,
    lowOpen: lower.lowOpen || (other.low === lower.low && other.lowOpen),
    high: upper.high,
    highOpen: upper.highOpen || (rest.high === upper.high && rest.highOpen),
    among: common(a.among, b.among),
    without: [...a.without, ...b.without],
    whole: a.whole || b.whole,
  };
}

function commonTexts(a: TextRegion, b: TextRegion): TextRegion {
  const days: TextRegion['days'] =
    a.days === null
      ? b.days
      : b.days === null
        ? a.days
        : [Math.max(a.days[0], b.days[0]), Math.min(a.days[1], b.days[1])];
  return { among: common(a.among, b.among), without: [...a.without, ...b.without], days };
}

function holdsNumber({ low, lowOpen, high, highOpen, without, whole }: NumberRegion, value: number): boolean {
  const isWithin = (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
  return isWithin && !without.includes(value) && (!whole || Number.isInteger(value));
}

/** Tells whether no number is possible. Between two ends that differ there always is one, or so it is taken. */
function isEmptyNumber(region: NumberRegion): boolean {
  const { low, lowOpen, high, highOpen, among, without, whole } = region;
  if (among !== null) return !among.some((value) => holdsNumber(region, value));
  if (!whole) return low > high || (low === high && !holdsNumber(region, low));
  const first = lowOpen ? Math.floor(low) + 1 : Math.ceil(low);
  const last = highOpen ? Math.ceil(high) - 1 : Math.floor(high);
  const taken = new Set(without.filter((value) => Number.isInteger(value) && value >= first && value <= last));
  return last - first + 1 - taken.size <= 0;
}

function isEmptyText({ among, without, days }: TextRegion): boolean {
  const isDay = (text: string): boolean => {
    const number = toDayNumber(text);
    return days === null || (number >= days[0] && number <= days[1]);
  };
  if (among !== null) return !among.some((text) => !without.includes(text) && isDay(text));
  if (days === null) return false;
  return days[1] - days[0] + 1 - new Set(without.filter(isDay)).size <= 0;
}

/** What is possible in both of two regions. */
export function intersection(a: Region, b: Region): Region {
  const number = a.number && b.number && commonNumbers(a.number, b.number);
  const text = a.text && b.text && commonTexts(a.text, b.text);
  return {
    missing: a.missing && b.missing,
    record: a.record && b.record,
    list: a.list && b.list,
    booleans: a.booleans.filter((value) => b.booleans.includes(value)),
    number: number === null || isEmptyNumber(number) ? null : number,
    text: text === null || isEmptyText(text) ? null : text,
  };
}

/** Tells whether nothing is possible: never said of a region that a fact can lie in. */
export function isEmptyRegion({ missing, record, list, booleans, number, text }: Region): boolean {
  return !missing && !record && !list && booleans.length === 0 && number === null && text === null;
}
