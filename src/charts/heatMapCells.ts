import type { MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { MetricResult } from '../core/result.js';
import type { SegmentKey, SegmentValue } from '../core/segment.js';
import { requireSegments } from './requireSegments.js';

/** A segment of a cube; one whose result is `null` is hidden. */
export interface HeatMapSegment {
  /** Values of the dimensions; `{}` for the whole. */
  readonly key: object;
  /** Its result, `null` when it is hidden. */
  readonly result: MetricResult | null;
}

/** A cell of the map. */
export interface HeatCell {
  /** Place of its row. */
  readonly row: number;
  /** Place of its column. */
  readonly column: number;
  /** Its result, `null` when it is hidden. */
  readonly result: MetricResult | null;
}

/** The cells of a map with its sides. */
export interface HeatGrid {
  /** The definition of the results; `null` when there are none. */
  readonly definition: MetricDefinition | null;
  /** Values along the rows, in order. */
  readonly rows: readonly SegmentValue[];
  /** Values along the columns, in order. */
  readonly columns: readonly SegmentValue[];
  /** The cells that are there. */
  readonly cells: readonly HeatCell[];
  /** Value of the whole; `null` when it is not in the list. */
  readonly overall: number | null;
}

const rankOf = (value: SegmentValue): number => ['string', 'number', 'boolean', 'object'].indexOf(typeof value);

/** In order of code units and of numbers; what is not known comes last. */
function compareValues(a: SegmentValue, b: SegmentValue): number {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  return a === b || a === null || b === null ? 0 : a < b ? -1 : 1;
}

/** Lays the segments that are cut by both dimensions, and by no other, into rows and columns. */
export function heatGrid(where: string, segments: readonly HeatMapSegment[], rows: string, columns: string): HeatGrid {
  const definition = requireSegments(where, segments);
  const isCut = ({ key }: HeatMapSegment): boolean =>
    Object.keys(key).length === 2 && Object.hasOwn(key, rows) && Object.hasOwn(key, columns);
  const cut = segments.filter(isCut);
  const valueOf = ({ key }: HeatMapSegment, dimension: string): SegmentValue => (key as SegmentKey)[dimension] ?? null;
  const valuesOf = (dimension: string): SegmentValue[] =>
    [...new Set(cut.map((segment) => valueOf(segment, dimension)))].sort(compareValues);
  const [down, across] = [valuesOf(rows), valuesOf(columns)];
  const cells = cut.map((segment) => ({
    row: down.indexOf(valueOf(segment, rows)),
    column: across.indexOf(valueOf(segment, columns)),
    result: segment.result,
  }));
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const isTwice = cells.some((cell, at) => cells[at + 1]?.row === cell.row && cells[at + 1]?.column === cell.column);
  if (isTwice) throw cxError('CX_INVALID_INPUT', `${where}: segments`, 'a list with each cell once', segments);
  const whole = segments.find(({ key }) => Object.keys(key).length === 0);
  return { definition, rows: down, columns: across, cells, overall: whole?.result?.value ?? null };
}
