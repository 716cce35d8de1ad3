import * as z from 'zod/mini';
import { FIRST_INSTANT, LAST_INSTANT, toEpochMilliseconds, type Instant } from '../core/instant.js';
import { isCivilDate } from '../core/period.js';
import { findings, issueMessage, messageWith, type Finding } from './issues.js';

/** Longest id, name, word or code, in characters. */
const LONGEST_NAME = 256;
/** Longest text of a contact, in characters. */
const LONGEST_TEXT = 65_536;
/** Most entries of a list within a record. */
const MOST_ENTRIES = 10_000;
/** Most names in a record of free names, such as segments. */
const MOST_NAMES = 100;

/** A name or a few words: text of 1 to 256 characters. */
export function text(description: string): z.ZodMiniType<string> {
  return z.string({ error: issueMessage }).check(z.minLength(1), z.maxLength(LONGEST_NAME), z.describe(description));
}

/** What a contact wrote, perhaps nothing. */
export function freeText(description: string): z.ZodMiniType<string> {
  return z.string({ error: issueMessage }).check(z.maxLength(LONGEST_TEXT), z.describe(description));
}

/** Text of a form; `keywords` say the form in JSON Schema, the predicate decides. */
export function formatted(
  description: string,
  rule: string,
  isValid: (value: string) => boolean,
  keywords: Readonly<Record<string, unknown>>,
): z.ZodMiniType<string> {
  const check = findings<string>((input) => (isValid(input) ? [] : [{ code: 'wrong-format', rule, input }]));
  return z.string({ error: messageWith(rule) }).check(check, z.meta({ description, ...keywords }));
}

function matching(description: string, rule: string, pattern: RegExp, maxLength: number): z.ZodMiniType<string> {
  const isValid = (value: string): boolean => value.length <= maxLength && pattern.test(value);
  return formatted(description, rule, isValid, { pattern: pattern.source, maxLength });
}

/** Id of a metric. */
export function metricId(description: string): z.ZodMiniType<string> {
  return matching(description, 'an id in kebab case such as "nps"', /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, LONGEST_NAME);
}

/** Language tag. */
export function language(description: string): z.ZodMiniType<string> {
  const rule = 'a language tag such as "fr" or "pt-BR"';
  return matching(description, rule, /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 35);
}

/** Country code. */
export function country(description: string): z.ZodMiniType<string> {
  return matching(description, 'a country code of two capital letters such as "FR"', /^[A-Z]{2}$/, 2);
}

/** Currency code. */
export function currency(description: string): z.ZodMiniType<string> {
  return matching(description, 'a currency code of three capital letters such as "EUR"', /^[A-Z]{3}$/, 3);
}

/** A civil date. */
export function civilDate(description: string): z.ZodMiniType<string> {
  return formatted(description, 'a civil date YYYY-MM-DD that exists', isCivilDate, { format: 'date' });
}

const TIME_AND_ZONE = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function isMoment(value: string): boolean {
  if (!isCivilDate(value.slice(0, 10))) return false;
  return value.length === 10 || TIME_AND_ZONE.test(value.slice(10));
}

/** A civil date or an instant. An hour without a zone is refused: it is not known when it was. */
export function moment(description: string): z.ZodMiniType<string> {
  const rule = 'a civil date YYYY-MM-DD or an instant with its zone such as "2026-11-21T09:30:00Z"';
  const pattern = `^\\d{4}-\\d{2}-\\d{2}(${TIME_AND_ZONE.source.slice(1, -1)})?$`;
  return formatted(description, rule, isMoment, { pattern });
}

/** An instant, as text with its zone or in milliseconds. A civil date is refused: it is a day, not a point in time. */
export function instant(description: string): z.ZodMiniType<Instant> {
  const rule = 'an instant with its zone such as "2026-11-21T09:30:00Z", or whole milliseconds';
  const error = messageWith(rule);
  const pattern = `^\\d{4}-\\d{2}-\\d{2}${TIME_AND_ZONE.source.slice(1)}`;
  const asText = formatted(
    'As text. Rule: a day that exists.',
    rule,
    (value) => !Number.isNaN(toEpochMilliseconds(value)),
    { pattern },
  );
  const limits = [z.minimum(FIRST_INSTANT, { error }), z.maximum(LAST_INSTANT, { error })] as const;
  const asNumber = z.int({ error }).check(...limits, z.describe('In milliseconds since 1970-01-01T00:00:00Z.'));
  return z.union([asText, asNumber], { error }).check(z.describe(description));
}

/** A finite number. */
export function number(description: string): z.ZodMiniType<number> {
  return z.number({ error: issueMessage }).check(z.describe(description));
}

/** A finite number from 0 to `most`. */
export function fromZero(description: string, most: number = Number.MAX_VALUE): z.ZodMiniType<number> {
  return z.number({ error: issueMessage }).check(z.nonnegative(), z.maximum(most), z.describe(description));
}

/** A finite number above 0, up to `most`. */
export function aboveZero(description: string, most: number = Number.MAX_VALUE): z.ZodMiniType<number> {
  return z.number({ error: issueMessage }).check(z.positive(), z.maximum(most), z.describe(description));
}

/** A whole number from 0. */
export function count(description: string): z.ZodMiniType<number> {
  return z.int({ error: issueMessage }).check(z.nonnegative(), z.describe(description));
}

/** A word of a closed vocabulary. */
export function word<const Words extends readonly string[]>(
  words: Words,
  description: string,
): z.ZodMiniType<Words[number]> {
  return z.literal<Words>(words, { error: issueMessage }).check(z.describe(description));
}

/** A word of a vocabulary that only a type holds: the compiler sees to it that no word is missing and none is too many. */
export function wordOf<Word extends string>(
  vocabulary: Readonly<Record<Word, true>>,
  description: string,
): z.ZodMiniType<Word> {
  return word(Object.keys(vocabulary) as Word[], description);
}

/** A list of `least` to 10,000 entries of one schema. */
export function list<T>(entry: z.ZodMiniType<T>, description: string, least: number = 0): z.ZodMiniType<T[]> {
  const limits = [z.minLength(least), z.maxLength(MOST_ENTRIES)] as const;
  return z.array(entry, { error: issueMessage }).check(...limits, z.describe(description));
}

/** `true` or `false`. */
export function flag(description: string): z.ZodMiniType<boolean> {
  return z.boolean({ error: issueMessage }).check(z.describe(description));
}

/** Names that would reach a prototype; zod leaves out `__proto__` without a word, so they are looked for before it copies. */
const RESERVED = ['__proto__', 'constructor', 'prototype'];

/** Faults in the names of a record of free names; anything else passes, to be judged by its schema. */
export function nameFindings(value: unknown): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  const names = Object.keys(value);
  if (names.length > MOST_NAMES)
    return [{ code: 'too-large', rule: `an object of at most ${MOST_NAMES} names`, input: value }];
  return names.flatMap((name): Finding[] => {
    const path = [name];
    if (RESERVED.includes(name)) return [{ code: 'reserved-name', rule: 'under another name', input: name, path }];
    if (name === '') return [{ code: 'too-small', rule: 'under a name of at least 1 character', input: name, path }];
    return name.length > LONGEST_NAME
      ? [{ code: 'too-large', rule: `under a name of at most ${LONGEST_NAME} characters`, input: name, path }]
      : [];
  });
}

/** A record of free names, its values of one schema. */
export function named<T>(value: z.ZodMiniType<T>, description: string): z.ZodMiniType<Record<string, T>> {
  const limits = [z.minLength(1), z.maxLength(LONGEST_NAME), z.meta({ not: { enum: RESERVED } })] as const;
  return z.pipe(
    z.unknown().check(findings(nameFindings)),
    z
      .record(z.string().check(...limits), value, { error: issueMessage })
      .check(z.meta({ description, maxProperties: MOST_NAMES })),
  );
}
