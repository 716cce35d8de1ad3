import type { ResolvedLocale } from '../core/locale.js';
import { requireOption } from '../core/options.js';
import type { ChartOptions, ResolvedChart } from './chartOptions.js';
import { cleanText, shortText } from './chartText.js';
import type { PlacedText } from './placeLabels.js';
import type { ChartPart, ChartSpecification } from './specification.js';
import { chartConfig } from './theme.js';

/** What a chart of one metric may be asked besides. */
export interface MetricChartOptions extends ChartOptions {
  /**
   * Name of the metric.
   * @defaultValue the name in its definition, else its id
   */
  readonly name?: string | undefined;
}

/** What a chart says and shows. */
export interface ChartContent {
  /** Its title, unless another was asked for. */
  readonly heading: string;
  /** The finding in short, a line each; empty lines are left out. */
  readonly findings: readonly string[];
  /** The finding in words. */
  readonly description: string;
  /** Height of the plot, in pixels. */
  readonly height: number;
  /** The layers, the hindmost first. */
  readonly layers: readonly ChartPart[];
}

/** Refuses a name that is no text. */
export function requireName(where: string, name: unknown): void {
  requireOption(name === undefined || typeof name === 'string', where, 'name', 'a text', name);
}

/** The colon of a language, with the space it wants. */
export function colonOf({ language }: ResolvedLocale): string {
  return language === 'fr' ? '\u202f: ' : ': ';
}

/** What stands between parts of a list that hold commas themselves. */
export function betweenOf({ language }: ResolvedLocale): string {
  return language === 'fr' ? '\u202f; ' : '; ';
}

/** The name of a metric as one line that is not too long for a title. */
export function metricText(text: string): string {
  return shortText(cleanText(text), 60);
}

/** That there is nothing to draw. */
export function noDataWords({ language }: ResolvedLocale): string {
  return language === 'fr' ? 'Aucune donnée' : 'No data';
}

/** A mark that screen readers and the pointer pass over: what it shows is told by another. */
export function silentMark(type: string, mark: ChartPart): ChartPart {
  return { type, aria: false, tooltip: null, ...mark };
}

/** Looks by a field: names in the legend, and what they have. */
export function lookScale(field: string, domain: readonly string[], range: readonly string[]): ChartPart {
  return { field, type: 'nominal', scale: { domain, range }, legend: { title: null, orient: 'bottom' } };
}

/** The words of a mark, as its description and its tooltip. */
export function toldBy(field: string): { readonly description: ChartPart; readonly tooltip: ChartPart } {
  const told = { field, type: 'nominal' };
  return { description: told, tooltip: told };
}

/** Texts at places in pixels; the alignment is that of the mark, so that no place needs an expression. */
export function pixelTexts(texts: readonly PlacedText[], mark: ChartPart): ChartPart[] {
  const at = (field: string): ChartPart => ({ field, type: 'quantitative', scale: null, axis: null });
  return (['left', 'center', 'right'] as const).flatMap((align) => {
    const values = texts.filter((text) => text.align === align).map(({ x, y, text }) => ({ left: x, top: y, text }));
    if (values.length === 0) return [];
    const encoding = { x: at('left'), y: at('top'), text: { field: 'text', type: 'nominal' } };
    return [{ data: { values }, mark: silentMark('text', { align, baseline: 'middle', ...mark }), encoding }];
  });
}

/** The specification of a chart; without layers it says that there is no data. */
export function toSpecification(chart: ResolvedChart, content: ChartContent): ChartSpecification {
  const { locale, title, palette, width } = chart;
  const { heading, findings, description, height, layers } = content;
  const nothing = { x: width / 2, y: height / 2, align: 'center', text: noDataWords(locale) } as const;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    title: { text: title ?? heading, subtitle: findings.filter((line) => line !== '') },
    width,
    height,
    background: 'transparent',
    config: chartConfig(palette, locale),
    layer: layers.length === 0 ? pixelTexts([nothing], { fontSize: 14 }) : layers,
  };
}
