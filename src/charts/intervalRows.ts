import type { ChartUnit } from './chartUnit.js';
import { distinctLabels } from './chartText.js';
import type { ChartPart } from './specification.js';
import type { ChartPalette } from './theme.js';

/** What a row shows, one look of its mark for each. */
export interface RowLook {
  /** In words, for the legend. */
  readonly words: string;
  /** Shape of the mark. */
  readonly shape: string;
  /** Its colour. */
  readonly colour: string;
  /** Whether it is filled. */
  readonly isFilled: boolean;
}

/** One row: a value with its interval, or the reason why there is none. */
export interface IntervalRow {
  /** What it is about. */
  readonly label: string;
  /** The value; `null` when there is none. */
  readonly value: number | null;
  /** Lower end of its interval; `null` when it is open or there is none. */
  readonly lower: number | null;
  /** Upper end of its interval, likewise. */
  readonly upper: number | null;
  /** Whether there is an interval. */
  readonly hasInterval: boolean;
  /** Place of its look in the list of looks. */
  readonly look: number;
  /** The row in words. */
  readonly words: string;
}

/** Rows of intervals and how they look. */
export interface IntervalChart {
  /** The rows, from top to bottom. */
  readonly rows: readonly IntervalRow[];
  /** The looks that rows may have. */
  readonly looks: readonly RowLook[];
  /** Title of the axis. */
  readonly axisTitle: string;
  /** How values stand on the axis. */
  readonly unit: ChartUnit;
  /** A value marked by a line across all rows; `null` for none. */
  readonly reference: number | null;
  /** Colours. */
  readonly palette: ChartPalette;
}

const STEP = 30;

/** Height of so many rows, in pixels. */
export function rowsHeight(rows: number): number {
  return Math.max(rows, 2) * STEP;
}

function domainOf(rows: readonly IntervalRow[], reference: number | null): [number, number] {
  const ends = rows.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const known = [...ends, reference].filter((end): end is number => end !== null);
  if (known.length === 0) return [0, 1];
  const [low, high] = known.reduce(([a, b], end) => [Math.min(a, end), Math.max(b, end)], [Infinity, -Infinity]);
  const margin = low === high ? Math.abs(low) * 0.1 || 1 : (high - low) * 0.06;
  return [low - margin, high + margin];
}

/** The layers of a chart of rows. */
export function intervalLayers({ rows, looks, axisTitle, unit, reference, palette }: IntervalChart): ChartPart[] {
  const scaled = (value: number | null): number | null => (value === null ? null : value / unit.divisor);
  const [start, end] = domainOf(rows, reference).map((bound) => bound / unit.divisor) as [number, number];
  const labels = distinctLabels(rows.map(({ label }) => label));
  const values = rows.map(({ value, lower, upper, hasInterval, look, words }, order) => ({
    label: labels[order] ?? '',
    order,
    value: scaled(value),
    // An open side reaches the end of the axis.
    lower: hasInterval ? (scaled(lower) ?? start) : null,
    upper: hasInterval ? (scaled(upper) ?? end) : null,
    look: looks[look]?.words ?? '',
    words,
  }));
  const y = {
    field: 'label',
    type: 'nominal',
    sort: { field: 'order', op: 'min' },
    axis: { title: null, labelLimit: 320 },
  };
  const x = (field: string): ChartPart => ({
    field,
    type: 'quantitative',
    scale: { domain: [start, end], nice: false, zero: false },
    axis: { title: axisTitle, format: unit.format, tickCount: 7 },
  });
  const shown = looks.filter((_, look) => rows.some((row) => row.look === look && row.value !== null));
  const scaleOf = (range: readonly string[]): ChartPart => ({
    field: 'look',
    type: 'nominal',
    scale: { domain: shown.map(({ words }) => words), range },
    legend: { title: null, orient: 'bottom' },
  });
  const silent = { aria: false, tooltip: null };
  const words = { field: 'words', type: 'nominal' };
  const ranged = values.filter(({ lower }) => lower !== null);
  const known = values.filter(({ value }) => value !== null);
  const unknown = values.filter(({ value }) => value === null);
  const layers: ChartPart[] = [];
  if (reference !== null) {
    const line = { type: 'rule', color: palette.line, strokeDash: [6, 4], ...silent };
    layers.push({ data: { values: [{ reference: scaled(reference) }] }, mark: line, encoding: { x: x('reference') } });
  }
  layers.push({
    data: { values: ranged },
    mark: { type: 'rule', color: palette.line, strokeWidth: 2, ...silent },
    encoding: { x: x('lower'), x2: { field: 'upper' }, y },
  });
  layers.push({
    data: { values: known },
    mark: { type: 'point', size: 110, strokeWidth: 2, opacity: 1 },
    encoding: {
      x: x('value'),
      y,
      shape: scaleOf(shown.map(({ shape }) => shape)),
      stroke: scaleOf(shown.map(({ colour }) => colour)),
      fill: scaleOf(shown.map(({ colour, isFilled }) => (isFilled ? colour : palette.paper))),
      description: words,
      tooltip: words,
    },
  });
  if (unknown.length > 0) {
    const mark = { type: 'text', align: 'left', baseline: 'middle', fontStyle: 'italic', tooltip: null };
    const encoding = { x: { value: 10 }, y, text: { field: 'look', type: 'nominal' }, description: words };
    layers.push({ data: { values: unknown }, mark, encoding });
  }
  return layers;
}
