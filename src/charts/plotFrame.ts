import { placeLabels, textBox, textWidth, type Box, type PlacedText } from './placeLabels.js';
import { shortText } from './chartText.js';
import type { ChartPart } from './specification.js';

/** An axis of numbers: its ends, and how long it is. */
export interface PlotAxis {
  /** Its beginning: left or bottom. */
  readonly start: number;
  /** Its end: right or top. */
  readonly end: number;
  /** Its length, in pixels. */
  readonly length: number;
  /** Whether it is logarithmic. */
  readonly isLogarithmic: boolean;
}

/** Pixels from the beginning of an axis. */
export function pixelOn({ start, end, length, isLogarithmic }: PlotAxis, value: number): number {
  const place = (at: number): number => (isLogarithmic ? Math.log10(at) : at);
  return ((place(value) - place(start)) / (place(end) - place(start))) * length;
}

/** An axis around some values, with a margin. */
export function axisAround(values: readonly number[], length: number, margin: number): PlotAxis {
  const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
  if (values.length === 0) return { start: 0, end: 1, length, isLogarithmic: false };
  const room = low === high ? Math.abs(low) * margin || 1 : (high - low) * margin;
  return { start: low - room, end: high + room, length, isLogarithmic: false };
}

/** A logarithmic axis around some values above 0. */
export function logAxisAround(values: readonly number[], length: number): PlotAxis {
  const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, 0]);
  if (values.length === 0) return { start: 1, end: 10, length, isLogarithmic: true };
  const room = Math.max(1.25, (high / low) ** 0.06);
  return { start: low / room, end: high * room, length, isLogarithmic: true };
}

/** A field as a place on an axis that is drawn. */
export function axisField(field: string, { start, end, isLogarithmic }: PlotAxis, axis: ChartPart): ChartPart {
  const scale = { domain: [start, end], nice: false, ...(isLogarithmic ? { type: 'log' } : { zero: false }) };
  return { field, type: 'quantitative', scale, axis };
}

/** A mark that wants a label. */
export interface LabelledMark {
  /** Its place on the axis to the right. */
  readonly x: number;
  /** Its place on the axis upwards. */
  readonly y: number;
  /** Its name. */
  readonly name: string;
}

/** Names of the quarters of a plot, as far as they find room: those that are left or right of one line and above or below another. */
export function quarterNames(
  names: readonly { readonly text: string; readonly isLeft: boolean; readonly isTop: boolean }[],
  [across, down]: readonly [number, number],
  [width, height]: readonly [number, number],
): PlacedText[] {
  const margin = 8;
  return names.flatMap(({ text, isLeft, isTop }) => {
    const room = isLeft ? across : width - across;
    const depth = isTop ? down : height - down;
    if (textWidth(text, 13) + 2 * margin > room || depth < 4 * margin) return [];
    return [
      {
        x: isLeft ? margin : width - margin,
        y: isTop ? 2 * margin : height - 2 * margin,
        align: isLeft ? 'left' : 'right',
        text,
      },
    ];
  });
}

/** Labels beside marks, without covering what is there; those that find no place are left out. */
export function labelsBeside(
  marks: readonly LabelledMark[],
  [across, upwards]: readonly [PlotAxis, PlotAxis],
  titles: readonly PlacedText[],
  lines: readonly Box[],
): PlacedText[] {
  const points = marks.map(({ x, y, name }) => ({
    x: pixelOn(across, x),
    y: upwards.length - pixelOn(upwards, y),
    texts: [shortText(name, 28), shortText(name, 16)],
  }));
  const taken = titles.map((title) => textBox(title, textWidth(title.text, 13)));
  return placeLabels(points, { right: across.length, bottom: upwards.length }, taken, lines).filter(
    (text) => text !== null,
  );
}
