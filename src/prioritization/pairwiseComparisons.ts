import { cxError } from '../core/errors.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';
import { compareTexts } from '../core/textOrder.js';

/** A judgement of two criteria. */
export interface PairwiseComparison {
  /** Id of one criterion. */
  readonly a: string;
  /** Id of another. */
  readonly b: string;
  /** How many times `a` weighs what `b` does: 1 equally, 3 moderately, 5 strongly, 7 very strongly, 9 extremely more; 1/3 … for less. */
  readonly ratio: number;
}

/**
 * What may be wrong with judgements: one is no record with two different ids, a ratio lies outside 1/9..9, a pair is judged twice or not at
 * all (`'missing-pair'`, its field being `a/b`), there is none, or there are more than ten criteria. More codes may be added.
 */
export type ComparisonFindingCode =
  'not-a-comparison' | 'off-scale' | 'duplicate-pair' | 'missing-pair' | 'no-comparisons' | 'too-many-criteria';

/** Weights elicited from judgements. */
export interface ElicitedWeights {
  /** Weights in code-unit order of the criteria, adding up to 1; `null` when a finding stands in the way. */
  readonly weights:
    | readonly {
        /** Id of the criterion. */
        readonly criterion: string;
        /** Its weight. */
        readonly weight: number;
      }[]
    | null;
  /** Principal eigenvalue, at least the number of criteria; `null` without weights. */
  readonly eigenvalue: number | null;
  /** Consistency index: how far the eigenvalue exceeds the number of criteria, over that number less 1. */
  readonly consistencyIndex: number | null;
  /** Consistency index over that of judgements at random; 0 for two criteria, which cannot contradict each other. */
  readonly consistencyRatio: number | null;
  /** `true` below a ratio of 0.10; otherwise the judgements contradict each other and are to be gone over again. */
  readonly isConsistent: boolean | null;
  /** What was wrong. */
  readonly findings: readonly RecordFinding<ComparisonFindingCode>[];
}

/** Mean consistency index of judgements at random, for 1 to 10 criteria: Saaty (1980). */
const RANDOM_INDEX: readonly number[] = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

/**
 * Turns judgements of pairs of criteria into weights, as the analytic hierarchy process does, and tells whether they are consistent.
 *
 * Use it to elicit the weights of a handful of criteria from people who cannot give numbers, and for nothing more: ranking the initiatives
 * themselves by pairs can reverse ranks when one is added.
 *
 * @param comparisons - One judgement for each pair, in any order and either direction; up to ten criteria.
 * @returns Weights (principal eigenvector) with their consistency ratio, or `null` with the findings that stand in the way.
 * @throws TypeError with code `CX_INVALID_INPUT` when the judgements are no array.
 * @remarks Saaty, T. (1990), How to make a decision: the analytic hierarchy process, European Journal of Operational Research 48, 9-26,
 * https://doi.org/10.1016/0377-2217(90)90057-I; random indices of Saaty (1980), The Analytic Hierarchy Process.
 * @example
 * ```ts
 * import { evaluatePairwiseComparisons } from 'cx-scoring/prioritization';
 *
 * const { weights, consistencyRatio } = evaluatePairwiseComparisons([
 *   { a: 'impact', b: 'reach', ratio: 2 },
 *   { a: 'reach', b: 'cost', ratio: 3 },
 *   { a: 'impact', b: 'cost', ratio: 6 },
 * ]);
 * weights?.map(({ criterion }) => criterion); // => ['cost', 'impact', 'reach']
 * weights?.map(({ weight }) => weight); // ~> [0.1, 0.6, 0.3]
 * consistencyRatio; // ~> 0
 * ```
 */
export function evaluatePairwiseComparisons(comparisons: readonly PairwiseComparison[]): ElicitedWeights {
  if (!Array.isArray(comparisons)) {
    throw cxError('CX_INVALID_INPUT', 'evaluatePairwiseComparisons: the comparisons', 'an array', comparisons);
  }
  const { ids, matrix, findings } = readMatrix(comparisons);
  if (findings.length > 0) {
    const unknown = { weights: null, eigenvalue: null, consistencyIndex: null, consistencyRatio: null };
    return { ...unknown, isConsistent: null, findings };
  }
  const size = ids.length;
  const { value, vector } = principalEigenpair(matrix);
  // Rounding may leave the eigenvalue of consistent judgements a hair below their number.
  const index = Math.max(value - size, 0) / (size - 1);
  const random = RANDOM_INDEX[size - 1] as number;
  const ratio = random === 0 ? 0 : index / random;
  return {
    weights: ids.map((criterion, k) => ({ criterion, weight: vector[k] as number })),
    eigenvalue: value,
    consistencyIndex: index,
    consistencyRatio: ratio,
    isConsistent: ratio < 0.1,
    findings,
  };
}

function readMatrix(comparisons: readonly PairwiseComparison[]): {
  readonly ids: readonly string[];
  readonly matrix: readonly (readonly number[])[];
  readonly findings: RecordFinding<ComparisonFindingCode>[];
} {
  const findings: RecordFinding<ComparisonFindingCode>[] = [];
  const ratios = new Map<string, Map<string, number>>();
  const put = (a: string, b: string, ratio: number): void => {
    ratios.set(a, (ratios.get(a) ?? new Map<string, number>()).set(b, ratio));
  };
  for (const [index, comparison] of (comparisons as readonly (PairwiseComparison | null)[]).entries()) {
    const { a, b, ratio } = (comparison ?? {}) as {
      readonly a?: unknown;
      readonly b?: unknown;
      readonly ratio?: unknown;
    };
    const isPair = typeof a === 'string' && typeof b === 'string' && a !== '' && b !== '' && a !== b;
    if (!isPair) findings.push(recordFinding('not-a-comparison', index, null, '', comparison));
    // Ninths have no exact double: 1 / 9 and 0.1111111111111111 are both meant.
    else if (!(typeof ratio === 'number' && ratio >= 1 / 9 - 1e-9 && ratio <= 9)) {
      findings.push(recordFinding('off-scale', index, null, 'ratio', ratio));
    } else if (ratios.get(a)?.has(b) === true) {
      findings.push(recordFinding('duplicate-pair', index, null, `${a}/${b}`, ratio));
    } else {
      put(a, b, ratio);
      put(b, a, 1 / ratio);
    }
  }
  const ids = Array.from(ratios.keys()).sort(compareTexts);
  if (comparisons.length === 0) findings.push(recordFinding('no-comparisons', 0, null, '', null));
  if (ids.length > RANDOM_INDEX.length) findings.push(recordFinding('too-many-criteria', 0, null, '', ids.length));
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
  for (const [a, b] of pairs) {
    if (ratios.get(a)?.has(b) !== true)
      findings.push(recordFinding('missing-pair', comparisons.length, null, `${a}/${b}`, null));
  }
  return { ids, matrix: ids.map((a) => ids.map((b) => ratios.get(a)?.get(b) ?? 1)), findings };
}

// By repeated multiplication: a matrix of positive numbers has one largest eigenvalue, and its vector is positive.
function principalEigenpair(matrix: readonly (readonly number[])[]): {
  readonly value: number;
  readonly vector: readonly number[];
} {
  let vector: readonly number[] = matrix.map(() => 1 / matrix.length);
  let value = matrix.length;
  for (let turn = 0, change = 1; turn < 1000 && change > 1e-15; turn++) {
    const held = vector;
    const product = matrix.map((row) => row.reduce((sum, ratio, k) => sum + ratio * (held[k] as number), 0));
    value = product.reduce((sum, entry) => sum + entry, 0);
    vector = product.map((entry) => entry / value);
    change = vector.reduce((most, entry, k) => Math.max(most, Math.abs(entry - (held[k] as number))), 0);
  }
  return { value, vector };
}
