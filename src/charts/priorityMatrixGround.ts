import type { ResolvedLocale } from '../core/locale.js';
import type { Prioritization } from '../prioritization/prioritization.js';
import type { Quadrant } from '../prioritization/quadrant.js';
import {
  ACROSS,
  UPWARDS,
  pixelAcross,
  pixelDown,
  shareAcross,
  shareDown,
  shareField,
  type AxisEnds,
  type PlotSize,
} from './matrixAxes.js';
import { textBox, textWidth, type Box, type PlacedText } from './placeLabels.js';
import { QUADRANT_WORDS } from './priorityMatrixWords.js';
import type { ChartPart } from './specification.js';
import type { ChartPalette } from './theme.js';

/** What lies behind the points, and where it has text. */
export interface MatrixGround {
  /** The layers, the hindmost first. */
  readonly layers: readonly ChartPart[];
  /** Boxes of the text, in pixels. */
  readonly boxes: readonly Box[];
  /** Boxes of the lines. */
  readonly lines: readonly Box[];
}

const MARGIN = 8;
const QUARTERS: readonly { readonly quadrant: Quadrant; readonly isLeft: boolean; readonly isTop: boolean }[] = [
  { quadrant: 'quick-win', isLeft: true, isTop: true },
  { quadrant: 'structuring-project', isLeft: false, isTop: true },
  { quadrant: 'fill-in', isLeft: true, isTop: false },
  { quadrant: 'drop', isLeft: false, isTop: false },
];

function area(values: readonly ChartPart[], mark: ChartPart): ChartPart {
  return {
    data: { values },
    mark: { type: 'rect', aria: false, tooltip: null, ...mark },
    encoding: { x: shareField('left'), x2: { field: 'right' }, y: shareField('bottom'), y2: { field: 'top' } },
  };
}

/** Text at fixed places of the plot; the alignment is that of the mark, so that no place needs an expression. */
export function textLayers(texts: readonly PlacedText[], size: PlotSize, mark: ChartPart): ChartPart[] {
  return (['left', 'center', 'right'] as const).flatMap((align) => {
    const values = texts
      .filter((text) => text.align === align)
      .map(({ x, y, text }) => ({ x: shareAcross(x, size), y: shareDown(y, size), text }));
    if (values.length === 0) return [];
    const encoding = { x: shareField('x'), y: shareField('y'), text: { field: 'text', type: 'nominal' } };
    return [{ data: { values }, mark: { type: 'text', align, baseline: 'middle', aria: false, ...mark }, encoding }];
  });
}

function bands(lines: Prioritization['lines'], border: number): ChartPart[] {
  const around = (line: number, { start, end }: AxisEnds): [number, number] => [
    Math.max(start, line - border),
    Math.min(end, line + border),
  ];
  const { value, effort } = lines;
  const rows: ChartPart[] = [];
  if (border === 0) return rows;
  if (value !== null)
    rows.push({
      left: ACROSS.start,
      right: ACROSS.end,
      bottom: around(value, UPWARDS)[0],
      top: around(value, UPWARDS)[1],
    });
  if (effort !== null)
    rows.push({
      left: around(effort, ACROSS)[0],
      right: around(effort, ACROSS)[1],
      bottom: UPWARDS.start,
      top: UPWARDS.end,
    });
  return rows;
}

/** Quarters with their names, the border along the lines, and the lines. */
export function matrixGround(
  lines: Prioritization['lines'],
  border: number,
  size: PlotSize,
  palette: ChartPalette,
  { language }: ResolvedLocale,
): MatrixGround {
  const { value, effort } = lines;
  const layers: ChartPart[] = [];
  const titles: PlacedText[] = [];
  if (value !== null && effort !== null) {
    const best = { left: ACROSS.start, right: effort, bottom: value, top: UPWARDS.end };
    layers.push(area([best], { color: palette.third, opacity: 0.1 }));
    for (const { quadrant, isLeft, isTop } of QUARTERS) {
      const text = QUADRANT_WORDS[quadrant][language];
      const across = pixelAcross(effort, size);
      const down = pixelDown(value, size);
      const room = isLeft ? across : size.width - across;
      const depth = isTop ? down : size.height - down;
      if (textWidth(text, 13) + 2 * MARGIN > room || depth < 4 * MARGIN) continue;
      titles.push({
        x: isLeft ? MARGIN : size.width - MARGIN,
        y: isTop ? 2 * MARGIN : size.height - 2 * MARGIN,
        align: isLeft ? 'left' : 'right',
        text,
      });
    }
  }
  layers.push(area(bands(lines, border), { color: palette.line, opacity: 0.14 }));
  const rule = { type: 'rule', aria: false, tooltip: null, color: palette.line, strokeDash: [6, 4] };
  if (value !== null) layers.push({ data: { values: [{ value }] }, mark: rule, encoding: { y: shareField('value') } });
  if (effort !== null)
    layers.push({ data: { values: [{ effort }] }, mark: rule, encoding: { x: shareField('effort') } });
  layers.push(...textLayers(titles, size, { fontSize: 13, fontWeight: 'bold' }));
  const { width, height } = size;
  const rules: Box[] = [];
  if (value !== null)
    rules.push({ left: 0, right: width, top: pixelDown(value, size), bottom: pixelDown(value, size) });
  if (effort !== null) {
    rules.push({ left: pixelAcross(effort, size), right: pixelAcross(effort, size), top: 0, bottom: height });
  }
  return { layers, boxes: titles.map((title) => textBox(title, textWidth(title.text, 13))), lines: rules };
}
