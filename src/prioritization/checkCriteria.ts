import { cxError } from '../core/errors.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';
import type { Criterion } from './criterion.js';

/**
 * What may be wrong with a list of criteria: it is empty (`'no-criteria'`), something in it is no criterion, an id is missing or used
 * twice, a scale is not two finite numbers or does not rise, a direction or axis is unknown, a weight is negative or no number, or all
 * weights are 0 (`'no-weight'`). More codes may be added.
 */
export type CriterionFindingCode =
  | 'no-criteria'
  | 'not-a-criterion'
  | 'invalid-id'
  | 'duplicate-id'
  | 'invalid-scale'
  | 'reversed-scale'
  | 'invalid-direction'
  | 'invalid-axis'
  | 'invalid-weight'
  | 'no-weight';

const RULES: Readonly<Record<CriterionFindingCode, string>> = {
  'no-criteria': 'a list of at least one criterion',
  'not-a-criterion': 'a criterion',
  'invalid-id': 'a text that is not empty',
  'duplicate-id': 'an id of its own',
  'invalid-scale': 'a finite number',
  'reversed-scale': 'above the minimum of the scale',
  'invalid-direction': '"more-is-better" or "less-is-better"',
  'invalid-axis': '"value" or "effort"',
  'invalid-weight': 'a finite number from 0',
  'no-weight': 'above 0 for at least one criterion',
};

/**
 * Lists what is wrong with criteria that come from a form or a file.
 *
 * Use it to show mistakes where they were made; {@link prioritize} and its companions throw on the first of them, because nothing can be
 * ranked by criteria that contradict themselves.
 *
 * @param criteria - Criteria, from anywhere.
 * @returns Findings in the order of the criteria, each with the place of the criterion and the field at fault, `'scale.maximum'`.
 * @example
 * ```ts
 * import { INITIATIVE_CRITERIA, checkCriteria } from 'cx-scoring/prioritization';
 *
 * checkCriteria(INITIATIVE_CRITERIA); // => []
 * const [impact] = INITIATIVE_CRITERIA;
 * const wrong = [{ ...impact!, weight: -1 }];
 * checkCriteria(wrong); // => [{ code: 'invalid-weight', index: 0, id: 'impact', field: 'weight', value: -1 }]
 * ```
 */
export function checkCriteria(criteria: readonly Criterion[]): RecordFinding<CriterionFindingCode>[] {
  const list: unknown = criteria;
  if (!Array.isArray(list) || list.length === 0) return [recordFinding('no-criteria', 0, null, '', list)];
  const findings = list.flatMap((criterion: unknown, index) => checkOne(criterion, index));
  const seen = new Set<unknown>();
  for (const [index, criterion] of (list as readonly (Criterion | null)[]).entries()) {
    const id = criterion?.id;
    if (typeof id === 'string' && seen.has(id)) findings.push(recordFinding('duplicate-id', index, id, 'id', id));
    seen.add(id);
  }
  const isWeightless = findings.length === 0 && criteria.every(({ weight }) => weight === 0);
  if (isWeightless) findings.push(recordFinding('no-weight', 0, criteria[0]?.id, 'weight', 0));
  return findings.sort((a, b) => a.index - b.index);
}

function checkOne(criterion: unknown, index: number): RecordFinding<CriterionFindingCode>[] {
  if (typeof criterion !== 'object' || criterion === null) {
    return [recordFinding('not-a-criterion', index, null, '', criterion)];
  }
  const { id, scale, direction, axis, weight } = criterion as Partial<Criterion>;
  const findings: RecordFinding<CriterionFindingCode>[] = [];
  const report = (isWrong: boolean, code: CriterionFindingCode, field: string, value: unknown): void => {
    if (isWrong) findings.push(recordFinding(code, index, id, field, value));
  };
  const { minimum, maximum } = (scale ?? {}) as { readonly minimum?: unknown; readonly maximum?: unknown };
  const isScale = Number.isFinite(minimum) && Number.isFinite(maximum);
  report(typeof id !== 'string' || id === '', 'invalid-id', 'id', id);
  report(!Number.isFinite(minimum), 'invalid-scale', 'scale.minimum', minimum);
  report(!Number.isFinite(maximum), 'invalid-scale', 'scale.maximum', maximum);
  report(isScale && (minimum as number) >= (maximum as number), 'reversed-scale', 'scale.maximum', maximum);
  const isDirection = direction === 'more-is-better' || direction === 'less-is-better';
  report(!isDirection, 'invalid-direction', 'direction', direction);
  report(axis !== 'value' && axis !== 'effort', 'invalid-axis', 'axis', axis);
  report(!(Number.isFinite(weight) && (weight as number) >= 0), 'invalid-weight', 'weight', weight);
  return findings;
}

/** A criterion that was checked, its weight a share of all weights. */
export interface ResolvedCriterion extends Criterion {
  /** Weight as a share of all weights. */
  readonly share: number;
}

/** Checks the criteria a function was called with and puts them in code-unit order of their ids; the first mistake throws. */
export function resolveCriteria(where: string, criteria: readonly Criterion[]): ResolvedCriterion[] {
  const [finding] = checkCriteria(criteria);
  if (finding !== undefined) {
    const path = finding.code === 'no-criteria' ? '' : `[${finding.index}]${finding.field && `.${finding.field}`}`;
    throw cxError('CX_INVALID_OPTION', `${where}: option "criteria${path}"`, RULES[finding.code], finding.value);
  }
  const sorted = [...criteria].sort((a, b) => (a.id < b.id ? -1 : 1));
  // Divided by the largest first, so that the sum of huge weights does not overflow.
  const largest = Math.max(...sorted.map(({ weight }) => weight));
  const total = sorted.reduce((sum, { weight }) => sum + weight / largest, 0);
  return sorted.map((criterion) => ({ ...criterion, share: criterion.weight / largest / total }));
}
