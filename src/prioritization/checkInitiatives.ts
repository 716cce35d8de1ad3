import { cxError } from '../core/errors.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';
import { resolveCriteria, type ResolvedCriterion } from './checkCriteria.js';
import { INITIATIVE_CRITERIA, type Criterion } from './criterion.js';
import type { Initiative } from './initiative.js';
import { isFault, readScore, type Standing } from './readScore.js';

/**
 * What may be wrong with an initiative. It is left out when it is no record (`'not-an-initiative'`), has no id or shares it with
 * another (nobody knows which is meant: both go), or has no record of criteria. A score under a criterion that was not declared is
 * ignored; one that is no score, off the scale or reversed counts as unknown. More codes may be added.
 */
export type InitiativeFindingCode =
  | 'not-an-initiative'
  | 'invalid-id'
  | 'duplicate-id'
  | 'invalid-criteria'
  | 'unknown-criterion'
  | 'not-a-score'
  | 'off-scale'
  | 'reversed-range';

/** Something wrong with one initiative; `field` is the path to it: `'criteria.impact.interval.upper'`. */
export type InitiativeFinding = RecordFinding<InitiativeFindingCode>;

/** The criteria initiatives are judged by. */
export interface CriteriaOptions {
  /**
   * The criteria, in any order.
   * @defaultValue `INITIATIVE_CRITERIA`
   */
  readonly criteria?: readonly Criterion[] | undefined;
}

/**
 * Lists what is wrong with initiatives, by the same reading that ranks them.
 *
 * Use it to show mistakes beside the form they were made in. Nothing found here sinks a ranking: what cannot be read is left out or
 * unknown, and named in the findings of the result.
 *
 * @param initiatives - The initiatives.
 * @param options - The criteria they are judged by.
 * @returns Findings in the order of the initiatives, for each in the code-unit order of the criteria.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the initiatives are no array, and `CX_INVALID_OPTION` when the
 * criteria contradict themselves.
 * @example
 * ```ts
 * import { checkInitiatives } from 'cx-scoring/prioritization';
 *
 * const findings = checkInitiatives([{ id: 'portal', criteria: { impact: 7, speed: 1 } }]);
 * findings.map(({ code, field }) => `${code} ${field}`); // => ['unknown-criterion criteria.speed', 'off-scale criteria.impact']
 * ```
 */
export function checkInitiatives(
  initiatives: readonly Initiative[],
  options: CriteriaOptions = {},
): InitiativeFinding[] {
  return readInitiatives('checkInitiatives', initiatives, options).findings;
}

/** An initiative that was read. */
export interface ReadInitiative {
  /** The initiative as it was given. */
  readonly initiative: Initiative;
  /** Its standing under each criterion, in the order of the criteria; `null` where it is unknown. */
  readonly standings: readonly (Standing | null)[];
}

/** Initiatives in code-unit order of their ids, the criteria in that of theirs, and what was wrong. */
export interface ReadInitiatives {
  /** Initiatives that can be ranked. */
  readonly entries: readonly ReadInitiative[];
  /** The criteria. */
  readonly criteria: readonly ResolvedCriterion[];
  /** What was wrong. */
  readonly findings: InitiativeFinding[];
}

/** Refuses options that are no record. */
export function requireOptions(where: string, options: unknown): void {
  if (typeof options !== 'object' || options === null) {
    throw cxError('CX_INVALID_OPTION', `${where}: the options`, 'an object', options);
  }
}

/** Reads initiatives; where they come in another order, only the index of the findings differs. */
export function readInitiatives(
  where: string,
  initiatives: readonly Initiative[],
  options: CriteriaOptions,
): ReadInitiatives {
  requireOptions(where, options);
  const criteria = resolveCriteria(where, options.criteria === undefined ? INITIATIVE_CRITERIA : options.criteria);
  if (!Array.isArray(initiatives)) {
    throw cxError('CX_INVALID_INPUT', `${where}: the initiatives`, 'an array', initiatives);
  }
  const uses = new Map<unknown, number>();
  for (const item of initiatives as readonly (Initiative | null)[]) uses.set(item?.id, (uses.get(item?.id) ?? 0) + 1);
  const entries: ReadInitiative[] = [];
  const findings: InitiativeFinding[] = [];
  for (const [index, initiative] of initiatives.entries()) {
    const isDuplicate = uses.get((initiative as Initiative | null)?.id) !== 1;
    const fault = faultOf(initiative, index, isDuplicate);
    if (fault === null) entries.push(readOne(initiative as Initiative, index, criteria, findings));
    else findings.push(fault);
  }
  entries.sort((a, b) => (a.initiative.id < b.initiative.id ? -1 : 1));
  return { entries, criteria, findings };
}

function faultOf(initiative: unknown, index: number, isDuplicate: boolean): InitiativeFinding | null {
  if (typeof initiative !== 'object' || initiative === null) {
    return recordFinding('not-an-initiative', index, null, '', initiative);
  }
  const { id, criteria } = initiative as Partial<Initiative>;
  if (typeof id !== 'string' || id === '') return recordFinding('invalid-id', index, id, 'id', id);
  if (isDuplicate) return recordFinding('duplicate-id', index, id, 'id', id);
  const isRecord = typeof criteria === 'object' && criteria !== null && !Array.isArray(criteria);
  return isRecord ? null : recordFinding('invalid-criteria', index, id, 'criteria', criteria);
}

function readOne(
  initiative: Initiative,
  index: number,
  criteria: readonly ResolvedCriterion[],
  findings: InitiativeFinding[],
): ReadInitiative {
  const declared = new Set(criteria.map(({ id }) => id));
  const foreign = Object.keys(initiative.criteria).filter((id) => !declared.has(id));
  for (const id of foreign.sort()) {
    findings.push(recordFinding('unknown-criterion', index, initiative.id, `criteria.${id}`, initiative.criteria[id]));
  }
  const standings = criteria.map((criterion) => {
    const isOwn = Object.hasOwn(initiative.criteria, criterion.id);
    const read = isOwn ? readScore(initiative.criteria[criterion.id], criterion) : null;
    if (!isFault(read)) return read;
    const field = `criteria.${criterion.id}${read.path}`;
    findings.push(recordFinding(read.code, index, initiative.id, field, read.value));
    return null;
  });
  return { initiative, standings };
}
