import { requireOption } from '../core/options.js';
import { median } from '../statistics/quantile.js';
import { EQUAL_WITHIN, type CaseRange } from './axisPosition.js';

/**
 * Quarter of the value-effort matrix: `'quick-win'` brings much for little and comes first, `'structuring-project'` brings much for
 * much and is planned for the middle term, `'fill-in'` brings little for little, `'drop'` little for much.
 */
export type Quadrant = 'quick-win' | 'structuring-project' | 'fill-in' | 'drop';

/** Where the lines of the matrix are, as shares of the way along each axis, 0..1. */
export interface MatrixLines {
  /** From here on, the line included, value is high. */
  readonly value: number;
  /** From here on, the line included, effort is high. */
  readonly effort: number;
}

/**
 * How the lines are drawn: `'middle'` of the scales, which stays where it is whatever is on the list; `'median'` of the list, which calls
 * half of it high by construction; or where the user wants them.
 */
export type LinePolicy = 'middle' | 'median' | MatrixLines;

/** Refuses lines that are none and a border that is not a share. */
export function requireLines(where: string, lines: LinePolicy, border: number): void {
  const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
  if (lines !== 'middle' && lines !== 'median') {
    const isRecord = typeof lines === 'object' && lines !== null;
    requireOption(isRecord, where, 'lines', '"middle", "median" or { value, effort }', lines);
    requireOption(isShare(lines.value), where, 'lines.value', 'between 0 and 1', lines.value);
    requireOption(isShare(lines.effort), where, 'lines.effort', 'between 0 and 1', lines.effort);
  }
  requireOption(isShare(border), where, 'border', 'between 0 and 1', border);
}

/** The line across one axis, or `null` when the median of nothing is asked for. */
export function lineAcross(
  lines: LinePolicy,
  axis: keyof MatrixLines,
  positions: readonly (CaseRange | null)[],
): number | null {
  if (lines === 'middle') return 0.5;
  if (lines !== 'median') return lines[axis];
  const known = positions.flatMap((position) => (position === null || position.value === null ? [] : [position.value]));
  return known.length === 0 ? null : median(known);
}

const isHigh = (position: number, line: number): boolean => position >= line - EQUAL_WITHIN;

/** The quarter of two positions. */
export function quadrantOf(value: number, effort: number, lines: MatrixLines): Quadrant {
  if (isHigh(value, lines.value)) return isHigh(effort, lines.effort) ? 'structuring-project' : 'quick-win';
  return isHigh(effort, lines.effort) ? 'drop' : 'fill-in';
}

/** Tells whether a position lies so near the line, or its cases so far apart, that the side is to be confirmed. */
export function isBorderline({ value, lower, upper }: CaseRange, line: number, border: number): boolean {
  if (value === null || isHigh(lower, line) !== isHigh(upper, line)) return true;
  return Math.abs(value - line) <= border + EQUAL_WITHIN;
}
