import { copyPlain } from './plainJson.js';
import { plainIssue, type RewardIssue, type UnplacedIssue } from './rewardIssue.js';

/** A document of reward rules of any format, as plain JSON. */
export type RewardDocument = Readonly<Record<string, unknown>>;

/** Turns a document of one format into the next. */
export type MigrationStep = (document: RewardDocument) => RewardDocument;

/** What came of bringing a document to the present format. */
export type MigratedRewardRules =
  | {
      /** It is of the present format now. */
      readonly success: true;
      /** The document; a copy. */
      readonly document: RewardDocument;
      /** The format it had. */
      readonly from: number;
    }
  | {
      /** It is of no format known here. */
      readonly success: false;
      /** Why. */
      readonly issues: readonly RewardIssue[];
    };

/** How deep and large a document may be; JSON text has the same limits. */
export const DOCUMENT_LIMITS = { depth: 64, values: 200_000, text: 10_000 } as const;

/** The steps from format 1 on, in order: the first turns format 1 into 2. The present format is the one behind the last. */
const STEPS: readonly MigrationStep[] = [];

function formatIssue(format: unknown, present: number): UnplacedIssue | null {
  if (Number.isInteger(format) && (format as number) >= 1 && (format as number) <= present) return null;
  const known = present === 1 ? '1' : `1 to ${present}`;
  const path = ['format'];
  if (format === undefined) return { path, code: 'missing', message: `format must be ${known}, received nothing` };
  const isLater = typeof format === 'number' && format > present;
  const shown =
    typeof format === 'number' || typeof format === 'string' ? JSON.stringify(format).slice(0, 40) : 'neither';
  const message = `format must be ${known}, received ${shown}${isLater ? ', which a later version of cx-scoring reads' : ''}`;
  return { path, code: 'unsupported-format', message };
}

/** Brings a plain document to the format behind the last of the steps. */
export function applySteps(
  given: unknown,
  steps: readonly MigrationStep[],
): { readonly document: RewardDocument; readonly from: number } | UnplacedIssue {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { path: [], code: 'wrong-type', message: 'document must be an object { format, rules }, received none' };
  const document = given as RewardDocument;
  const issue = formatIssue(document['format'], steps.length + 1);
  if (issue !== null) return issue;
  const from = document['format'] as number;
  return { document: steps.slice(from - 1).reduce((before, step) => step(before), document), from };
}

/** Brings a plain document to the present format. */
export function toPresentFormat(given: unknown): ReturnType<typeof applySteps> {
  return applySteps(given, STEPS);
}

/**
 * Brings a document of reward rules to the present format.
 *
 * Use it to rewrite stored documents after an update of the library; {@link parseRewardRules} does it by itself when it reads. Format 1 is
 * the first and the present one: a document of it is copied.
 *
 * @param document - A document as `JSON.parse` gave it.
 * @returns The document in the present format with the format it had, or why it cannot be read: a format that only a later version knows
 * is named. What it holds beyond its format is checked when it is parsed.
 * @example
 * ```ts
 * import { migrateRewardRules } from 'cx-scoring/schemas';
 *
 * migrateRewardRules({ format: 1, rules: [] }); // => { success: true, document: { format: 1, rules: [] }, from: 1 }
 * const refused = migrateRewardRules({ format: 9, rules: [] });
 * if (!refused.success) refused.issues[0]?.code; // => 'unsupported-format'
 * ```
 */
export function migrateRewardRules(document: unknown): MigratedRewardRules {
  const { value, faults } = copyPlain(document, DOCUMENT_LIMITS);
  const found = faults.length > 0 ? null : toPresentFormat(value);
  if (found !== null && 'document' in found) return { success: true, ...found };
  const issues = found === null ? faults.map(plainIssue) : [found];
  return { success: false, issues: issues.map((issue) => ({ ...issue, place: null })) };
}
