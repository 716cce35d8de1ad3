import * as z from 'zod/mini';

/**
 * Code of an issue, for programs. More may be added in a minor release: treat a `switch` over them as open.
 *
 * - `'missing'`: a required field is not there.
 * - `'wrong-type'`: text where a number is meant, `NaN`, a list where a record is meant, and the like.
 * - `'unknown-field'`: a field that the record does not have.
 * - `'unknown-value'`: a word that is not in the vocabulary of the field.
 * - `'too-small'`, `'too-large'`: a number or a length out of its limits.
 * - `'wrong-format'`: text that is not a date, a code or an id of the form asked for.
 * - `'reserved-name'`: a name such as `__proto__` that is not for data.
 * - `'bad-scale'`: a scale whose ends and step do not fit together.
 * - `'off-scale'`: a value outside its scale or between two of its steps.
 * - `'unexpected-value'`: a value where the status says that there is none.
 * - `'out-of-order'`: a time before that of something that comes first.
 * - `'contradiction'`: fields that cannot both be so, such as an acceptance without a quote.
 * - `'too-many-issues'`: more is wrong with the record than is listed; always the last issue.
 * - `'unreadable'`: reading the record threw an error, as a getter or a proxy may.
 * - `'invalid'`: anything else.
 */
export type RecordIssueCode =
  | 'missing'
  | 'wrong-type'
  | 'unknown-field'
  | 'unknown-value'
  | 'too-small'
  | 'too-large'
  | 'wrong-format'
  | 'reserved-name'
  | 'bad-scale'
  | 'off-scale'
  | 'unexpected-value'
  | 'out-of-order'
  | 'contradiction'
  | 'too-many-issues'
  | 'unreadable'
  | 'invalid';

/** One reason why a record was refused. */
export interface RecordIssue {
  /** Where it lies: the names and indices from the record down; empty for the record itself. */
  readonly path: readonly (string | number)[];
  /** Field, rule and received value as an English sentence; user data in it is cut short. */
  readonly message: string;
  /** What is wrong, for programs. */
  readonly code: RecordIssueCode;
}

/** A fault found by a check of ours. */
export interface Finding {
  /** What is wrong, for programs. */
  readonly code: RecordIssueCode;
  /** What follows "must be" in the message. */
  readonly rule: string;
  /** The value at fault. */
  readonly input: unknown;
  /** Where it lies below the value that is checked. */
  readonly path?: readonly PropertyKey[];
}

/** A check that looks at a whole value and lists what it finds. */
export function findings<T>(inspect: (value: T) => readonly Finding[]): z.core.$ZodCheck<T> {
  return z.superRefine<T>((value, context) => {
    for (const { code, rule, input, path = [] } of inspect(value))
      context.addIssue({ code: 'custom', params: { code, rule }, input, path: [...path] });
  });
}

type RawIssue = z.core.$ZodRawIssue;

const LONGEST_SHOWN = 40;
const MOST_NAMES_SHOWN = 5;

const TYPE_RULES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a finite number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN));
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const plain = value as number | bigint | boolean | null;
  return String(plain);
}

function listed(names: readonly unknown[]): string {
  const some = names.slice(0, MOST_NAMES_SHOWN).map(shown).join(', ');
  return names.length > MOST_NAMES_SHOWN ? `${some} and ${names.length - MOST_NAMES_SHOWN} more` : some;
}

/** The name of a field as it stands in a message: `scale.minimum`, `rows[2]`; the record itself has none. */
function subjectOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'record';
  const cut = (key: PropertyKey): string => String(key).slice(0, LONGEST_SHOWN);
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${cut(key)}` : cut(key)),
    '',
  );
}

function paramsOf(issue: object): Partial<Finding> {
  return 'params' in issue ? (issue.params as Partial<Finding>) : {};
}

/** The field that tells the members of a union apart, where the issue is that no member has its value. */
function discriminatorOf(issue: object): string | null {
  return 'discriminator' in issue && typeof issue.discriminator === 'string' ? issue.discriminator : null;
}

/** The value an issue speaks of. Zod says that a discriminator is at fault, and gives the whole object. */
function valueOf(issue: { readonly input?: unknown }): unknown {
  const discriminator = discriminatorOf(issue);
  return discriminator === null ? issue.input : (issue.input as Readonly<Record<string, unknown>>)[discriminator];
}

function limitRule(side: 'at least' | 'at most', limit: number | bigint, origin: string, isInclusive: boolean): string {
  if (origin === 'string') return `text of ${side} ${limit} character${limit === 1 ? '' : 's'}`;
  if (origin === 'array') return `a list of ${side} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  if (isInclusive) return `${side} ${limit}`;
  return `${side === 'at least' ? 'above' : 'below'} ${limit}`;
}

function ruleOf(issue: RawIssue): string {
  if (issue.code === 'invalid_type') return TYPE_RULES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(shown).join(', ')}`;
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return `one of ${issue.options.map(shown).join(', ')}`;
  if (issue.code === 'too_small') return limitRule('at least', issue.minimum, issue.origin, issue.inclusive !== false);
  if (issue.code === 'too_big') return limitRule('at most', issue.maximum, issue.origin, issue.inclusive !== false);
  return paramsOf(issue).rule ?? 'valid';
}

/**
 * Writes the message of an issue: field, rule and received value. Handed to a schema or to a call as its `error`, never to zod's
 * global configuration.
 */
export function issueMessage(issue: RawIssue): string {
  if (issue.code !== 'unrecognized_keys') return ruleMessage(issue, ruleOf(issue));
  return `${subjectOf(issue.path ?? [])} must have known fields only, received ${listed(issue.keys)}`;
}

function ruleMessage(issue: RawIssue, rule: string): string {
  return `${subjectOf(issue.path ?? [])} must be ${rule}, received ${shown(valueOf(issue))}`;
}

/** Like {@link issueMessage}, for a schema whose rule says more than its type does. */
export function messageWith(rule: string): (issue: RawIssue) => string {
  return (issue) => ruleMessage(issue, rule);
}

const CODES: Readonly<Partial<Record<z.core.$ZodIssueCode, RecordIssueCode>>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'unknown-value',
  invalid_union: 'wrong-type',
  unrecognized_keys: 'unknown-field',
  too_small: 'too-small',
  too_big: 'too-large',
  invalid_format: 'wrong-format',
};

function codeOf(issue: z.core.$ZodIssue): RecordIssueCode {
  const isTypeOrWord = ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code);
  if (isTypeOrWord && valueOf(issue) === undefined) return 'missing';
  if (discriminatorOf(issue) !== null) return 'unknown-value';
  return CODES[issue.code] ?? paramsOf(issue).code ?? 'invalid';
}

/** Turns an issue of zod, reported with its input, into one of ours: no input, no symbol in its path. */
function toRecordIssue(issue: z.core.$ZodIssue): RecordIssue {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  return { path, message: issue.message, code: codeOf(issue) };
}

/** So many issues of one record are listed: enough to mend it, and no flood from a broken one. */
const MOST_ISSUES = 50;

/** Turns the issues of one record into ours, and says how many there are beyond those listed. */
export function toRecordIssues(issues: readonly z.core.$ZodIssue[]): RecordIssue[] {
  const found = issues.slice(0, MOST_ISSUES).map(toRecordIssue);
  if (issues.length > MOST_ISSUES) {
    const message = `record must have at most ${MOST_ISSUES} issues for all to be listed, received ${issues.length}`;
    found.push({ path: [], message, code: 'too-many-issues' });
  }
  return found;
}
