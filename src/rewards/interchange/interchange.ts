/**
 * What is lost in translation, for programs. More may be added in a minor release: treat a `switch` over them as open.
 *
 * Told, while there is a value:
 *
 * - `'not-exported'`: a part has no counterpart; in an exported pair it counts as unknown.
 * - `'assumes-dates'`: text is compared where our language asks for a civil date, so text that is none is judged too, or not judged here.
 * - `'inlined'`: a shared condition stands in the place of its name.
 * - `'path-split'`: text with dots became a path, split at the dots; told once for all of it, at the first.
 * - `'missing-is-unknown'`: where a fact is missing, the original decides and ours is unknown.
 * - `'loose-equality'`: `==` takes `"1"` for `1`; ours is unknown where types differ.
 * - `'list-assumed'`: the original would look into text too, ours looks into lists only.
 * - `'empty-text'`: the original takes empty text for missing.
 * - `'empty-list'`: the original decides on an empty list, ours is unknown.
 *
 * Refused, so that there is no value:
 *
 * - `'operator'`: an operator without a counterpart.
 * - `'shape'`: something that is not written as the other language says.
 * - `'unknown-key'`: a key that is not known, and may change what the part means.
 * - `'constant'`: something that does not depend on a fact.
 * - `'truthiness'`: a value in the place of a condition.
 * - `'default-value'`: a default for a missing fact, which would turn what is unknown into something known.
 * - `'path-not-addressable'`: a path that one of the two languages cannot write.
 * - `'text-order'`: text that is put in order and is no civil date.
 * - `'empty-group'`: a group without members.
 * - `'placeholder'`: a rule that is not filled in.
 * - `'muted'`: a part that is switched off.
 * - `'too-large'`: deeper or larger than our language allows.
 * - `'unreadable'`: reading it threw an error, as a getter or a proxy may.
 */
export type InterchangeLossCode =
  | 'not-exported'
  | 'assumes-dates'
  | 'inlined'
  | 'path-split'
  | 'missing-is-unknown'
  | 'loose-equality'
  | 'list-assumed'
  | 'empty-text'
  | 'empty-list'
  | 'operator'
  | 'shape'
  | 'unknown-key'
  | 'constant'
  | 'truthiness'
  | 'default-value'
  | 'path-not-addressable'
  | 'text-order'
  | 'empty-group'
  | 'placeholder'
  | 'muted'
  | 'too-large'
  | 'unreadable';

/** Something that does not survive a translation. */
export interface InterchangeLoss {
  /** Where it lies in what was given: names and indices from the top. */
  readonly path: readonly (string | number)[];
  /** What is lost, for programs. */
  readonly code: InterchangeLossCode;
  /** What is lost, as an English sentence; user data in it is cut short. */
  readonly message: string;
}

/** What a translation came to: nothing is guessed, and what differs is named. */
export type Interchange<Value> =
  | {
      /** There is a translation. */
      readonly ok: true;
      /** The translation. */
      readonly value: Value;
      /** What differs all the same. */
      readonly losses: readonly InterchangeLoss[];
    }
  | {
      /** There is none. */
      readonly ok: false;
      /** Nothing. */
      readonly value: null;
      /** Why: at least one of them a refusal. */
      readonly losses: readonly InterchangeLoss[];
    };

const LONGEST_SHOWN = 40;

/** Foreign text as it stands in a message. */
export function shownText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN));
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value).slice(0, LONGEST_SHOWN);
}
