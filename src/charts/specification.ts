/** Anything a specification may hold: plain JSON. */
export type ChartValue =
  string | number | boolean | null | readonly ChartValue[] | { readonly [key: string]: ChartValue };

/** A part of a specification: a layer, a row of its data, a setting. */
export interface ChartPart {
  /** What Vega-Lite knows by that name. */
  readonly [key: string]: ChartValue;
}

/** Title of a chart, and what it shows in one line. */
export interface ChartTitle {
  /** The title. */
  readonly text: string;
  /** The finding in short. */
  readonly subtitle: string | readonly string[];
}

/**
 * A chart as a Vega-Lite 6 specification: plain JSON that any Vega-Lite renderer takes, and that holds no expression, transform, address
 * or executable text. Names of initiatives and segments are in its data only.
 */
export interface ChartSpecification {
  /** Address of the JSON Schema it follows. */
  readonly $schema: 'https://vega.github.io/schema/vega-lite/v6.json';
  /** The finding in words, for readers who do not see the chart. */
  readonly description: string;
  /** Title and subtitle. */
  readonly title: ChartTitle;
  /** Width of the plot, in pixels. */
  readonly width: number;
  /** Height of the plot, in pixels. */
  readonly height: number;
  /** The page shows through. */
  readonly background: 'transparent';
  /** Fonts, colours and the writing of numbers. */
  readonly config: ChartPart;
  /** The layers, the hindmost first, each with its data. */
  readonly layer: readonly ChartPart[];
}
