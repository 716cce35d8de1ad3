import type { Estimate } from '../core/estimate.js';
import { requireOption } from '../core/options.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';
import { mean } from '../statistics/sum.js';
import { requireOptions } from './checkInitiatives.js';
import type { CriterionScale } from './criterion.js';
import { sideOf, toExtent, type Extent, type Side } from './extent.js';
import { readRecords } from './factorScores.js';
import { compareTexts } from '../core/textOrder.js';

/** Something customers judge, with its importance and its performance: numbers, or estimates with their intervals. */
export interface ImportancePerformanceAttribute {
  /** Id, unique in its list. */
  readonly id: string;
  /** Importance, stated by customers or derived from a driver analysis; `null` when it is unknown. */
  readonly importance: number | Estimate | null;
  /** Performance, as customers see it; `null` when it is unknown. */
  readonly performance: number | Estimate | null;
}

/** A value on each axis. */
export interface Crosshair {
  /** From here on, the line included, importance is high. */
  readonly importance: number;
  /** From here on, the line included, performance is high. */
  readonly performance: number;
}

/** Where the lines cross, and on which scales. */
export interface ImportancePerformanceOptions {
  /**
   * Where the lines cross; there is no default, because it decides the outcome: at the `'means'` of the attributes, which finds something
   * to concentrate on in any list, at the `'midpoint'` of the scales, or at values such as targets.
   */
  readonly crosshair: 'means' | 'midpoint' | Crosshair;
  /** Scales of both axes, which the midpoint needs. */
  readonly scales?:
    | {
        /** Scale of importance. */
        readonly importance: CriterionScale;
        /** Scale of performance. */
        readonly performance: CriterionScale;
      }
    | undefined;
}

/**
 * Quarter of importance and performance: `'concentrate-here'` (important, badly served), `'keep-up'` (important, well served),
 * `'low-priority'`, `'possible-overkill'` (well served, not important), or `'undetermined'` when an interval reaches across a line.
 */
export type ImportancePerformanceZone =
  'concentrate-here' | 'keep-up' | 'low-priority' | 'possible-overkill' | 'undetermined';

/** An attribute with its quarter. */
export interface ImportancePerformanceItem {
  /** Id of the attribute. */
  readonly id: string;
  /** Its importance; `null` when it is unknown. */
  readonly importance: number | null;
  /** Its performance; `null` when it is unknown. */
  readonly performance: number | null;
  /** Its quarter; `null` when a value or a line is unknown. */
  readonly zone: ImportancePerformanceZone | null;
}

/** Attributes with their quarters. */
export interface ImportancePerformanceResult {
  /** The attributes, in code-unit order of their ids. */
  readonly items: readonly ImportancePerformanceItem[];
  /** Where the lines cross; `null` for the mean of nothing. */
  readonly crosshair: {
    /** Line of importance. */
    readonly importance: number | null;
    /** Line of performance. */
    readonly performance: number | null;
  };
  /** What was wrong with attributes; a value that cannot be read counts as unknown. */
  readonly findings: readonly RecordFinding<'not-a-candidate' | 'invalid-id' | 'duplicate-id' | 'not-an-estimate'>[];
}

/**
 * Places attributes by importance and performance, and calls undetermined what the intervals do not tell.
 *
 * Use it to choose where to work: what is important and badly served. Means hide two camps of customers: look at the distribution before
 * acting on one number.
 *
 * @param attributes - The attributes, in any order; drivers and metric results are estimates.
 * @param options - Where the lines cross, and the scales if at their midpoint.
 * @returns The attributes with their quarters and the lines.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the attributes are no array, and `CX_INVALID_OPTION` when the crosshair is
 * not declared or needs scales that are not.
 * @remarks Martilla, J. and James, J. (1977), Importance-performance analysis, Journal of Marketing 41(1), 77-79,
 * https://doi.org/10.1177/002224297704100112
 * @example
 * ```ts
 * import { evaluateImportancePerformance } from 'cx-scoring/prioritization';
 *
 * const interval = { lower: 3.2, upper: 3.9, confidence: 0.95, method: 't' };
 * const { items } = evaluateImportancePerformance(
 *   [
 *     { id: 'advice', importance: 4.1, performance: { value: 3.6, interval } },
 *     { id: 'deliveries', importance: 4.6, performance: 2.8 },
 *   ],
 *   { crosshair: { importance: 4, performance: 3.5 } },
 * );
 * items.map(({ zone }) => zone); // => ['undetermined', 'concentrate-here']
 * ```
 */
export function evaluateImportancePerformance(
  attributes: readonly ImportancePerformanceAttribute[],
  options: ImportancePerformanceOptions,
): ImportancePerformanceResult {
  const where = 'evaluateImportancePerformance';
  requireOptions(where, options);
  requireCrosshair(where, options);
  const { entries, findings: found } = readRecords(where, attributes);
  const findings: ImportancePerformanceResult['findings'][number][] = [...found];
  const read = entries.map(({ index, id, record }) => {
    const readAxis = (axis: keyof Crosshair): Extent | null => {
      const extent = toExtent(record[axis]);
      if (extent === 'fault') findings.push(recordFinding('not-an-estimate', index, id, axis, record[axis]));
      return extent === 'fault' ? null : extent;
    };
    return { id, importance: readAxis('importance'), performance: readAxis('performance') };
  });
  read.sort((a, b) => compareTexts(a.id, b.id));
  const lineOf = (axis: keyof Crosshair): number | null => {
    const { crosshair, scales } = options;
    if (crosshair === 'midpoint') return scales ? (scales[axis].minimum + scales[axis].maximum) / 2 : null;
    if (crosshair !== 'means') return crosshair[axis];
    const known = read.flatMap((item) => (item[axis] === null ? [] : [item[axis].value]));
    return known.length === 0 ? null : mean(known);
  };
  const crosshair = { importance: lineOf('importance'), performance: lineOf('performance') };
  const items = read.map((item) => ({
    id: item.id,
    importance: item.importance === null ? null : item.importance.value,
    performance: item.performance === null ? null : item.performance.value,
    zone: zoneOf(sideOf(item.importance, crosshair.importance), sideOf(item.performance, crosshair.performance)),
  }));
  findings.sort((a, b) => a.index - b.index);
  return { items, crosshair, findings };
}

function zoneOf(importance: Side, served: Side): ImportancePerformanceZone | null {
  if (importance === null || served === null) return null;
  if (importance === 'open' || served === 'open') return 'undetermined';
  if (importance === 'high') return served === 'high' ? 'keep-up' : 'concentrate-here';
  return served === 'high' ? 'possible-overkill' : 'low-priority';
}

function requireCrosshair(where: string, { crosshair, scales }: ImportancePerformanceOptions): void {
  if (crosshair === 'means') return;
  if (crosshair === 'midpoint') {
    for (const axis of ['importance', 'performance'] as const) {
      const scale = scales?.[axis];
      const isScale = Number.isFinite(scale?.minimum) && Number.isFinite(scale?.maximum);
      const isRising = isScale && (scale as CriterionScale).minimum < (scale as CriterionScale).maximum;
      requireOption(isRising, where, `scales.${axis}`, 'a scale for the midpoint to be of', scale);
    }
    return;
  }
  const isRecord = typeof crosshair === 'object' && crosshair !== null;
  requireOption(isRecord, where, 'crosshair', '"means", "midpoint" or { importance, performance }', crosshair);
  for (const axis of ['importance', 'performance'] as const) {
    requireOption(Number.isFinite(crosshair[axis]), where, `crosshair.${axis}`, 'a finite number', crosshair[axis]);
  }
}
