import * as z from 'zod/mini';
import type { SharedConditions } from '../rewards/conditions/compileCondition.js';
import type { RewardRule } from '../rewards/rules/rewardRule.js';
import { issueMessage, toRecordIssues } from './issues.js';
import { placeOf, readJsonText, type JsonText } from './jsonText.js';
import { DOCUMENT_LIMITS, toPresentFormat } from './migrateRewardRules.js';
import { copyPlain } from './plainJson.js';
import { plainIssue, type RewardIssue, type UnplacedIssue } from './rewardIssue.js';
import { rewardProgramSchema } from './rewardProgram.js';
import { programIssues } from './rewardReferences.js';
import { unknownNameOf, unknownNamesFirst } from './unknownNames.js';

/** What came of reading a document of reward rules. The successful one fits `evaluateRewards` and `compileRules` as it is. */
export type ParsedRewardRules =
  | {
      /** The document was accepted. */
      readonly success: true;
      /** The rules, in their order. */
      readonly rules: readonly RewardRule[];
      /** The conditions they share, by id. */
      readonly shared: SharedConditions;
      /** Month, 1..12, the fiscal year starts in. */
      readonly fiscalYearStart: number;
    }
  | {
      /** The document was refused. */
      readonly success: false;
      /** Why: at least one issue. */
      readonly issues: readonly RewardIssue[];
    };

const LONGEST_TEXT = 2_000_000;
const MOST_ISSUES = 50;

/** What is wrong with a document before its content is looked at. */
function shapeIssues(
  value: unknown,
  text: JsonText | null,
): { readonly value: unknown; readonly issues: UnplacedIssue[] } {
  const { value: copy, faults } = copyPlain(value, DOCUMENT_LIMITS);
  return { value: copy, issues: [...(text?.faults ?? []), ...faults.map(plainIssue)] };
}

/** The issues of zod as ours, which speak of the document where records speak of the record. */
function documentIssues(found: readonly z.core.$ZodIssue[]): UnplacedIssue[] {
  const ordered = unknownNamesFirst(found);
  return toRecordIssues(ordered).map(({ path, code, message }, at) => ({
    path,
    code,
    message: path.length === 0 ? message.replace(/^record /, 'document ') : message,
    field: code === 'unknown-field' ? unknownNameOf(ordered[at]) : null,
  }));
}

function readDocument(value: unknown, text: JsonText | null): ParsedProgram | readonly UnplacedIssue[] {
  const shape = shapeIssues(value, text);
  if (shape.issues.length > 0) return shape.issues;
  const present = toPresentFormat(shape.value);
  if (!('document' in present)) return [present];
  const read = z.safeParse(rewardProgramSchema, present.document, { error: issueMessage, reportInput: true });
  if (!read.success) return documentIssues(read.error.issues);
  const issues = programIssues(read.data);
  const { rules, shared = {}, fiscalYearStart = 1 } = read.data;
  return issues.length > 0 ? issues : { success: true, rules, shared, fiscalYearStart };
}

type ParsedProgram = Extract<ParsedRewardRules, { success: true }>;

/**
 * Reads a document of reward rules, from text or from what `JSON.parse` made of it, and says all that is wrong with it.
 *
 * Use it wherever rules come from outside: a file, a table, an editor. Hostile documents give issues, never an error: depth, size, names
 * that would reach a prototype, circles, numbers that are not exact and names that come twice are refused before anything else is looked
 * at.
 *
 * @param document - Text of JSON, or the object `{ format: 1, rules, shared?, fiscalYearStart? }`; `$schema`, by which an editor finds the JSON Schema,
 * is left aside.
 * @returns The rules with what they share, to be handed to `evaluateRewards`, or up to 50 issues with path, message and code; of a text, with
 * line and column too.
 * @remarks Limits: 2,000,000 characters, 64 levels, 200,000 values, 10,000 characters in one text. Code is never generated, so the content
 * security policy of a page does not matter. A document that is accepted compiles.
 * @example
 * ```ts
 * import { parseRewardRules } from 'cx-scoring/schemas';
 *
 * const read = parseRewardRules('{ "format": 1, "rules": [] }');
 * read; // => { success: true, rules: [], shared: {}, fiscalYearStart: 1 }
 * const refused = parseRewardRules('{\n  "format": 1,\n  "rules": 7\n}');
 * if (!refused.success) refused.issues[0]?.message; // => 'rules must be a list, received 7'
 * if (!refused.success) refused.issues[0]?.place; // => { line: 3, column: 12 }
 * ```
 */
export function parseRewardRules(document: unknown): ParsedRewardRules {
  const isText = typeof document === 'string';
  if (isText && document.length > LONGEST_TEXT) {
    const message = `document must be text of at most ${LONGEST_TEXT} characters, received ${document.length}`;
    return { success: false, issues: [{ path: [], code: 'too-large', message, place: null }] };
  }
  const text = isText ? readJsonText(document, DOCUMENT_LIMITS.depth) : null;
  // Of text that is no JSON there is nothing more to say.
  const broken = text?.value === undefined ? (text?.faults ?? []) : [];
  const read = broken.length > 0 ? broken : readDocument(text === null ? document : text.value, text);
  if ('success' in read) return read;
  const offsetOf = (issue: UnplacedIssue): number => {
    if ('offset' in issue) return issue.offset as number;
    const { path, field = null } = issue;
    return (field === null ? text?.offsetOf(path) : text?.nameOffsetOf([...path, field])) ?? 0;
  };
  const issues = read.slice(0, MOST_ISSUES + 1).map((issue): RewardIssue => {
    const { path, code, message } = issue;
    return { path, code, message, place: isText ? placeOf(document, offsetOf(issue)) : null };
  });
  return { success: false, issues };
}
