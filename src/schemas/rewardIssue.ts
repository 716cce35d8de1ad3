import type { RecordIssueCode } from './issues.js';
import type { TextPlace } from './jsonText.js';
import type { PlainFault } from './plainJson.js';

/**
 * Code of an issue of a document of reward rules, for programs: those of records, and
 *
 * - `'syntax'`: the text is no JSON.
 * - `'duplicate'`: a name that comes twice in an object, or an id that two rules have.
 * - `'unknown-reference'`: a shared condition that the document does not have.
 * - `'circular'`: a shared condition that leads back to itself.
 * - `'unsupported-format'`: a format that this version does not know.
 */
export type RewardIssueCode =
  RecordIssueCode | 'syntax' | 'duplicate' | 'unknown-reference' | 'circular' | 'unsupported-format';

/** One reason why a document of reward rules was refused. */
export interface RewardIssue {
  /** Where it lies: the names and indices from the document down. */
  readonly path: readonly (string | number)[];
  /** What is wrong, as an English sentence; user data in it is cut short. */
  readonly message: string;
  /** What is wrong, for programs. */
  readonly code: RewardIssueCode;
  /** Line and column in the text, from 1; `null` where the document was not given as text. */
  readonly place: TextPlace | null;
}

/** An issue whose place in the text is not looked up yet. */
export type UnplacedIssue = Omit<RewardIssue, 'place'> & {
  /** The name in the object at the path that is at fault; left out where its value is, or the object. */
  readonly field?: string | null | undefined;
};

const LONGEST_SHOWN = 40;

/** A path as it stands in a message. */
export function shownPath(path: readonly (string | number)[]): string {
  const text = path.reduce<string>(
    (before, step) =>
      typeof step === 'number' ? `${before}[${step}]` : `${before}${before && '.'}${step.slice(0, LONGEST_SHOWN)}`,
    '',
  );
  return text || 'document';
}

/** An issue from something that does not belong in plain JSON. */
export function plainIssue({ path, code, rule, received }: PlainFault): UnplacedIssue {
  return { path, code, message: `${shownPath(path)} must be ${rule}, received ${received}` };
}
