import { resolveLocale, type LocaleOptions, type ResolvedLocale } from '../core/locale.js';
import { requireOption, requireOptions } from '../core/options.js';
import { cleanText } from './chartText.js';
import { CHART_PALETTES, type ChartPalette, type ChartTheme } from './theme.js';

/** What every chart may be asked. */
export interface ChartOptions extends LocaleOptions {
  /**
   * Title of the chart.
   * @defaultValue what is charted, in words
   */
  readonly title?: string | undefined;
  /**
   * The page it is for: `'light'`, `'dark'`, or `'any'` for colours that can be read on both.
   * @defaultValue 'any'
   */
  readonly theme?: ChartTheme | undefined;
  /**
   * Width of the plot without axes and legend, in pixels, 200..4000.
   * @defaultValue 640
   */
  readonly width?: number | undefined;
}

/** Options of a chart that were checked. */
export interface ResolvedChart {
  /** Language and region. */
  readonly locale: ResolvedLocale;
  /** Its title, `null` unless given. */
  readonly title: string | null;
  /** Its colours. */
  readonly palette: ChartPalette;
  /** Width of the plot, in pixels. */
  readonly width: number;
}

/** Resolves a length in pixels. */
export function resolveLength(where: string, option: string, length: number | undefined, fallback: number): number {
  const resolved = length === undefined ? fallback : length;
  const isLength = typeof resolved === 'number' && resolved >= 200 && resolved <= 4000;
  requireOption(isLength, where, option, 'a number of pixels from 200 to 4000', resolved);
  return resolved;
}

/** Resolves the options that all charts share. */
export function resolveChart(where: string, options: ChartOptions): ResolvedChart {
  requireOptions(where, options);
  const { title, theme = 'any' } = options;
  const isTheme = typeof theme === 'string' && Object.hasOwn(CHART_PALETTES, theme);
  requireOption(isTheme, where, 'theme', '"any", "light" or "dark"', theme);
  requireOption(title === undefined || typeof title === 'string', where, 'title', 'a text', title);
  return {
    locale: resolveLocale(where, options.locale),
    title: title === undefined ? null : cleanText(title),
    palette: CHART_PALETTES[theme],
    width: resolveLength(where, 'width', options.width, 640),
  };
}
