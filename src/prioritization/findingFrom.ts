import type { Comparison, Verdict } from '../core/comparison.js';
import type { MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { SegmentKey } from '../core/segment.js';
import type { MetricStatus } from '../core/target.js';
import type { ComparisonFinding, SegmentFinding, StatusFinding } from './finding.js';
import { isPlainObject } from './findingPath.js';

/**
 * Takes the status of a metric as a finding.
 *
 * Use it on what `statusOf` says of a result, overall or of a segment.
 *
 * @param definition - Definition of the metric, as in its result.
 * @param status - Its status.
 * @param segment - Part of the business, the whole unless given.
 * @returns The finding; `null` for green, and for an unknown status, which says nothing.
 * @throws TypeError with code `CX_INVALID_INPUT` when the definition is none.
 * @example
 * ```ts
 * import { toStatusFinding } from 'cx-scoring/prioritization';
 *
 * toStatusFinding({ id: 'otif' }, 'red', { zone: 'north' }); // => { kind: 'status', metric: 'otif', level: 'red', segment: { zone: 'north' } }
 * toStatusFinding({ id: 'otif' }, 'green'); // => null
 * ```
 */
export function toStatusFinding(
  definition: Pick<MetricDefinition, 'id'>,
  status: MetricStatus,
  segment: SegmentKey = {},
): StatusFinding | null {
  if (!isPlainObject(definition))
    throw cxError('CX_INVALID_INPUT', 'toStatusFinding: "definition"', 'a metric definition', definition);
  if (status !== 'red' && status !== 'amber') return null;
  return { kind: 'status', metric: definition.id, level: status, segment };
}

function definitionOf(where: string, comparison: Pick<Comparison, 'definition'>): MetricDefinition {
  if (isPlainObject(comparison) && isPlainObject(comparison.definition)) return comparison.definition;
  throw cxError('CX_INVALID_INPUT', `${where}: "comparison"`, 'a comparison', comparison);
}

function shown(verdict: Verdict): 'higher' | 'lower' | null {
  return verdict === 'higher' || verdict === 'lower' ? verdict : null;
}

/**
 * Takes a comparison of a metric with its own past as a finding.
 *
 * Use it on a comparison whose first side is the later one.
 *
 * @param comparison - The comparison, later against earlier.
 * @param segment - Part of the business, the whole unless given.
 * @returns The finding; `null` where there is no evidence of a difference.
 * @throws TypeError with code `CX_INVALID_INPUT` when the comparison is none.
 * @example
 * ```ts
 * import { compareResults, computeNps } from 'cx-scoring';
 * import { toComparisonFinding } from 'cx-scoring/prioritization';
 *
 * const spring = computeNps({ counts: { promoters: 48, passives: 28, detractors: 19 } });
 * const summer = computeNps({ counts: { promoters: 35, passives: 32, detractors: 30 } });
 * toComparisonFinding(compareResults(summer, spring))?.verdict; // => 'lower'
 * toComparisonFinding(compareResults(spring, spring)); // => null
 * ```
 */
export function toComparisonFinding(
  comparison: Pick<Comparison, 'definition' | 'verdict'>,
  segment: SegmentKey = {},
): ComparisonFinding | null {
  const { id: metric, direction } = definitionOf('toComparisonFinding', comparison);
  const verdict = shown(comparison.verdict);
  return verdict && { kind: 'comparison', metric, verdict, direction, segment };
}

/**
 * Takes a comparison of a segment with the rest as a finding.
 *
 * Use it on a comparison whose first side is the segment.
 *
 * @param comparison - The comparison, segment against the rest.
 * @param segment - The segment.
 * @returns The finding; `null` where there is no evidence of a difference.
 * @throws TypeError with code `CX_INVALID_INPUT` when the comparison is none.
 * @example
 * ```ts
 * import { compareResults, computeNps } from 'cx-scoring';
 * import { toSegmentFinding } from 'cx-scoring/prioritization';
 *
 * const rest = computeNps({ counts: { promoters: 48, passives: 28, detractors: 19 } });
 * const north = computeNps({ counts: { promoters: 35, passives: 32, detractors: 30 } });
 * toSegmentFinding(compareResults(north, rest), { zone: 'north' })?.kind; // => 'segment-difference'
 * ```
 */
export function toSegmentFinding(
  comparison: Pick<Comparison, 'definition' | 'verdict'>,
  segment: SegmentKey,
): SegmentFinding | null {
  const { id: metric, direction } = definitionOf('toSegmentFinding', comparison);
  const verdict = shown(comparison.verdict);
  return verdict && { kind: 'segment-difference', metric, verdict, direction, segment };
}
