import { silentMark, toldBy } from './chartFrame.js';
import type { ResolvedChart } from './chartOptions.js';
import type { HeatBand } from './heatMapColours.js';
import type { ChartPart } from './specification.js';

/** A cell as the chart shows it. */
export interface HeatRow extends ChartPart {
  /** Label of its row. */
  readonly row: string;
  /** Label of its column. */
  readonly column: string;
  /** Its value, or why there is none. */
  readonly figure: string;
  /** How many answered. */
  readonly size: string;
  /** The words of its band; none where there is no value. */
  readonly band: string;
  /** Colour of its text. */
  readonly ink: string;
  /** The cell in words. */
  readonly words: string;
}

/** The layers of a map: cells with colour, cells without, and their texts, a layer for each colour of text. */
export function heatLayers(
  values: readonly HeatRow[],
  [rowLabels, columnLabels]: readonly [readonly string[], readonly string[]],
  bands: readonly HeatBand[],
  legendTitle: string,
  { palette }: ResolvedChart,
): ChartPart[] {
  const coloured = values.filter(({ band }) => band !== '');
  const plain = values.filter(({ band }) => band === '');
  const inks = [...new Set(coloured.map(({ ink }) => ink))].sort();
  const axis = { title: null, domain: false, ticks: false, labelPadding: 8 };
  const x = {
    field: 'column',
    type: 'nominal',
    scale: { domain: columnLabels },
    axis: { ...axis, orient: 'top', labelAngle: 0, labelLimit: 320 },
  };
  const y = { field: 'row', type: 'nominal', scale: { domain: rowLabels }, axis: { ...axis, labelLimit: 320 } };
  const color = {
    field: 'band',
    type: 'ordinal',
    scale: { domain: bands.map(({ words }) => words), range: bands.map(({ colour }) => colour) },
    legend: {
      title: legendTitle,
      orient: 'bottom',
      direction: 'horizontal',
      symbolType: 'square',
      titleLimit: 0,
      symbolStrokeWidth: 0,
    },
  };
  return [
    {
      data: { values: coloured },
      mark: { type: 'rect', opacity: 1, stroke: palette.line, strokeWidth: 0.5 },
      encoding: { x, y, color, ...toldBy('words') },
    },
    {
      data: { values: plain },
      mark: { type: 'rect', fill: 'transparent', stroke: palette.line, strokeDash: [3, 3] },
      encoding: { x, y, ...toldBy('words') },
    },
    ...inks.flatMap((ink): ChartPart[] => {
      const data = { values: coloured.filter((cell) => cell.ink === ink) };
      const text = (field: string): ChartPart => ({ x, y, text: { field, type: 'nominal' } });
      const mark = { baseline: 'middle', color: ink };
      return [
        { data, mark: silentMark('text', { ...mark, dy: -7, fontWeight: 'bold' }), encoding: text('figure') },
        { data, mark: silentMark('text', { ...mark, dy: 9, fontSize: 11 }), encoding: text('size') },
      ];
    }),
    {
      data: { values: plain },
      mark: silentMark('text', { baseline: 'middle', fontStyle: 'italic' }),
      encoding: { x, y, text: { field: 'figure', type: 'nominal' } },
    },
  ];
}
