import type { Direction } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { SegmentKey } from '../core/segment.js';
import { isPlainObject } from './findingPath.js';

/** What every finding has. */
export interface FindingBase<Kind extends string> {
  /** What kind of finding it is. More kinds may be added: treat a `switch` over them as open. */
  readonly kind: Kind;
  /** Part of the business it was made in; `{}` is the whole. */
  readonly segment: SegmentKey;
}

/** A metric misses its target. */
export interface StatusFinding extends FindingBase<'status'> {
  /** Id of the metric. */
  readonly metric: string;
  /** How it stands. */
  readonly level: 'amber' | 'red';
}

/** A metric moved from one period to the next, or differs from another standard of its own. */
export interface ComparisonFinding extends FindingBase<'comparison'> {
  /** Id of the metric. */
  readonly metric: string;
  /** What the evidence says of the later against the earlier. */
  readonly verdict: 'higher' | 'lower';
  /** Which way is good. */
  readonly direction: Direction;
}

/** A segment differs from the rest. */
export interface SegmentFinding extends FindingBase<'segment-difference'> {
  /** Id of the metric. */
  readonly metric: string;
  /** What the evidence says of the segment against the rest. */
  readonly verdict: 'higher' | 'lower';
  /** Which way is good. */
  readonly direction: Direction;
}

/** A metric has been moving for some periods. */
export interface TrendFinding extends FindingBase<'trend'> {
  /** Id of the metric. */
  readonly metric: string;
  /** Which way it goes. */
  readonly trend: 'rising' | 'falling';
  /** Which way is good. */
  readonly direction: Direction;
}

/** A metric drives an outcome and does badly: there is something to gain. */
export interface DriverFinding extends FindingBase<'driver'> {
  /** Id of the metric that drives. */
  readonly metric: string;
  /** Id of the metric that is driven. */
  readonly outcome: string;
}

/** Customers who speak of a theme are less, or more, content than the others. */
export interface ThemeFinding extends FindingBase<'theme'> {
  /** Id of the theme. */
  readonly theme: string;
  /** Id of the metric on which the theme was weighed, `null` when it was only counted. */
  readonly metric: string | null;
  /** Whether the theme costs or adds. */
  readonly impact: 'negative' | 'positive';
}

/** Something that the numbers say, and that may call for an action. */
export type Finding = StatusFinding | ComparisonFinding | SegmentFinding | TrendFinding | DriverFinding | ThemeFinding;

/** Kind of a finding. */
export type FindingKind = Finding['kind'];

/** Whether a finding is bad news, good news, or neither. */
export type FindingTone = 'adverse' | 'favourable' | 'neutral';

/**
 * Tells whether a finding is bad news or good news.
 *
 * Use it to sort findings before showing them; {@link recommendActions} acts on adverse ones only.
 *
 * @param finding - A finding.
 * @returns `'adverse'`, `'favourable'`, or `'neutral'` for a metric of which neither more nor less is good.
 * @throws TypeError with code `CX_INVALID_INPUT` when it is no object.
 * @example
 * ```ts
 * import { findingTone, type Finding } from 'cx-scoring/prioritization';
 *
 * const fewer: Finding = {
 *   kind: 'comparison',
 *   metric: 'dispute-rate',
 *   verdict: 'lower',
 *   direction: 'lower-is-better',
 *   segment: {},
 * };
 * findingTone(fewer); // => 'favourable'
 * ```
 */
export function findingTone(finding: Finding): FindingTone {
  if (!isPlainObject(finding)) throw cxError('CX_INVALID_INPUT', 'findingTone: "finding"', 'a finding', finding);
  if (finding.kind === 'status' || finding.kind === 'driver') return 'adverse';
  if (finding.kind === 'theme') return finding.impact === 'negative' ? 'adverse' : 'favourable';
  const isUp = finding.kind === 'trend' ? finding.trend === 'rising' : finding.verdict === 'higher';
  // A kind of a later version may have no direction at all.
  if (finding.direction !== 'higher-is-better' && finding.direction !== 'lower-is-better') return 'neutral';
  return isUp === (finding.direction === 'higher-is-better') ? 'favourable' : 'adverse';
}
