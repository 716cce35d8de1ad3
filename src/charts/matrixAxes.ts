import type { ChartPart } from './specification.js';

/** Width and height of a plot, in pixels. */
export interface PlotSize {
  /** Its width. */
  readonly width: number;
  /** Its height. */
  readonly height: number;
}

/** Where an axis of shares begins and ends. */
export interface AxisEnds {
  /** Its beginning, below 0. */
  readonly start: number;
  /** Its end, above 1. */
  readonly end: number;
}

/** The ends of the axis of effort: beyond the shares, so that points at the ends are whole. */
export const ACROSS: AxisEnds = { start: -0.04, end: 1.04 };

/** The ends of the axis of value: farther out, since the names of the quarters stand there. */
export const UPWARDS: AxisEnds = { start: -0.11, end: 1.11 };

/** A field as a place on an axis of shares. */
export function shareField(field: string): ChartPart {
  return { field, type: 'quantitative' };
}

/** A field as a place on an axis of shares that is drawn, with its title. */
export function shareAxis(field: string, title: string, { start, end }: AxisEnds): ChartPart {
  return {
    ...shareField(field),
    scale: { domain: [start, end], nice: false, zero: false },
    axis: { title, format: '.0%', values: [0, 0.25, 0.5, 0.75, 1] },
  };
}

const spanOf = ({ start, end }: AxisEnds): number => end - start;

/** Pixels from the left of a share. */
export function pixelAcross(share: number, { width }: PlotSize): number {
  return ((share - ACROSS.start) / spanOf(ACROSS)) * width;
}

/** Pixels from the top of a share. */
export function pixelDown(share: number, { height }: PlotSize): number {
  return ((UPWARDS.end - share) / spanOf(UPWARDS)) * height;
}

/** The share at so many pixels from the left. */
export function shareAcross(pixels: number, { width }: PlotSize): number {
  return ACROSS.start + (pixels / width) * spanOf(ACROSS);
}

/** The share at so many pixels from the top. */
export function shareDown(pixels: number, { height }: PlotSize): number {
  return UPWARDS.end - (pixels / height) * spanOf(UPWARDS);
}
