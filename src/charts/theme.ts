import { localNumber, localPercent, type ResolvedLocale } from '../core/locale.js';
import type { ChartPart } from './specification.js';

/** The page a chart is for: `'any'` has colours that can be read on light and on dark. */
export type ChartTheme = 'any' | 'light' | 'dark';

/** Colours by what they are for. */
export interface ChartPalette {
  /** Text. */
  readonly ink: string;
  /** Lines across the chart. */
  readonly line: string;
  /** Frame of the plot. */
  readonly grid: string;
  /** Inside of hollow marks. */
  readonly paper: string;
  /** First colour of data. */
  readonly first: string;
  /** Second colour of data. */
  readonly second: string;
  /** Third colour of data. */
  readonly third: string;
  /** Colour of data between the first and the second, such as passives. */
  readonly neutral: string;
  /** Text on the first colour. */
  readonly onFirst: string;
  /** Text on the second colour, on the neutral one and on their tints. */
  readonly onSecond: string;
}

/**
 * The palettes of the themes.
 *
 * Colours of data are those of Okabe and Ito, told apart by people with any colour vision; of these, the ones that have a contrast of 3:1
 * with the page. Text has 4.5:1 on the page of its theme; under `'any'`, 4.5:1 on white and 3.9:1 on the near-black of dark pages, as
 * no grey has more on both.
 *
 * @remarks Okabe and Ito (2008), Color Universal Design, https://jfly.uni-koeln.de/color/
 */
export const CHART_PALETTES: { readonly [theme in ChartTheme]: ChartPalette } = {
  any: {
    ink: '#767676',
    line: '#7f7f7f',
    grid: '#8c8c8c',
    paper: 'transparent',
    first: '#0072b2',
    second: '#d55e00',
    third: '#009e73',
    neutral: '#949494',
    onFirst: '#ffffff',
    onSecond: '#000000',
  },
  light: {
    ink: '#1c2529',
    line: '#4f5d63',
    grid: '#c3cdd1',
    paper: '#ffffff',
    first: '#0072b2',
    second: '#d55e00',
    third: '#009e73',
    neutral: '#949494',
    onFirst: '#ffffff',
    onSecond: '#000000',
  },
  dark: {
    ink: '#e6ecee',
    line: '#a9b7bd',
    grid: '#46565e',
    paper: '#14191c',
    first: '#56b4e9',
    second: '#e69f00',
    third: '#009e73',
    neutral: '#949494',
    onFirst: '#101010',
    onSecond: '#000000',
  },
};

/** Size of text on a chart, in pixels. */
export const TEXT_SIZE = 12;

/** Fonts, colours and the writing of numbers, the same for all charts. */
export function chartConfig({ ink, line, grid }: ChartPalette, locale: ResolvedLocale): ChartPart {
  // As `Intl` writes it, so that axes and texts agree: '12,345.5' has all there is to know.
  const written = localNumber(locale, 12_345.5, { minimumFractionDigits: 1 });
  const fonts = { labelFontSize: TEXT_SIZE, titleFontSize: TEXT_SIZE, labelColor: ink, titleColor: ink };
  return {
    font: 'system-ui, sans-serif',
    view: { stroke: grid },
    title: {
      anchor: 'start',
      color: ink,
      fontSize: 16,
      offset: 12,
      subtitleColor: ink,
      subtitleFontSize: TEXT_SIZE,
      subtitlePadding: 6,
    },
    axis: {
      ...fonts,
      titleFontWeight: 'normal',
      gridColor: line,
      gridOpacity: 0.18,
      domainColor: line,
      tickColor: line,
    },
    legend: { ...fonts, symbolSize: 110, labelLimit: 0, symbolStrokeWidth: 2 },
    text: { color: ink, fontSize: TEXT_SIZE },
    locale: {
      number: {
        decimal: written.slice(-2, -1),
        thousands: written.slice(2, -5),
        grouping: [3],
        currency: ['', ''],
        percent: localPercent(locale, 0).slice(1),
      },
    },
  };
}
