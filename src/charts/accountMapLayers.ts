import type { LocalizedText } from '../core/definition.js';
import { type AccountPoint, type AccountStanding } from './accountPoints.js';
import { pixelTexts, silentMark, toldBy } from './chartFrame.js';
import { type ResolvedChart } from './chartOptions.js';
import { axisField, labelsBeside, logAxisAround, pixelOn, type PlotAxis } from './plotFrame.js';
import type { ChartPart } from './specification.js';
import type { ChartPalette } from './theme.js';

/** What the size of a mark tells. */
export type AccountSize = 'heard' | 'share-of-wallet';

/** Height of the plot, in pixels. */
export const ACCOUNT_MAP_HEIGHT: number = 400;
/** How accounts may stand, the worst first. */
export const STANDINGS: readonly AccountStanding[] = ['detractor', 'between', 'promoters', 'silent'];
const SHAPES: { readonly [standing in AccountStanding]: string } = {
  detractor: 'triangle-down',
  between: 'circle',
  promoters: 'triangle-up',
  silent: 'cross',
};
/** The same in words. */
export const STANDING_WORDS: { readonly [standing in AccountStanding]: LocalizedText } = {
  detractor: { en: 'With a detractor', fr: 'Avec un détracteur' },
  between: { en: 'Without a detractor', fr: 'Sans détracteur' },
  promoters: { en: 'With promoters only', fr: 'Avec promoteurs seulement' },
  silent: { en: 'Silent', fr: 'Silencieux' },
};

function colourOf(standing: AccountStanding, { first, second, neutral, line }: ChartPalette): string {
  if (standing === 'detractor') return second;
  if (standing === 'promoters') return first;
  return standing === 'between' ? neutral : line;
}

/** Where an account stands upwards; those nobody was heard of have a strip of their own below the scale. */
export function heightOf({ score }: AccountPoint): number {
  return score ?? -1;
}

/** Sizes that the legend shows: the largest and its half, without those that are none. */
function legendSizes(largest: number, size: AccountSize): number[] {
  const half = size === 'heard' ? Math.ceil(largest / 2) : largest / 2;
  return half < largest ? [half, largest] : [largest];
}

/** The layers of the map, and how many of its marks have a label. */
export function accountLayers(
  points: readonly AccountPoint[],
  values: readonly ChartPart[],
  divisor: number,
  currency: string,
  size: AccountSize,
  { locale, palette, width }: ResolvedChart,
): { readonly layers: readonly ChartPart[]; readonly labelled: number } {
  const { language } = locale;
  const french = language === 'fr';
  const across = logAxisAround(
    points.map(({ revenue }) => revenue / divisor),
    width,
  );
  const hasSilent = points.some(({ score }) => score === null);
  const upwards: PlotAxis = {
    start: hasSilent ? -1.8 : -0.5,
    end: 10.5,
    length: ACCOUNT_MAP_HEIGHT,
    isLogarithmic: false,
  };
  const decades = Array.from({ length: 16 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat();
  const inside = decades.filter((value) => value >= across.start && value <= across.end);
  const ticks = inside.length > 7 ? inside.filter((value) => /^10*$/.test(String(value))) : inside;
  const x = axisField('revenue', across, {
    title: french
      ? `Chiffre d’affaires, ${currency} (échelle logarithmique)`
      : `Revenue, ${currency} (logarithmic scale)`,
    format: ',~f',
    // Round values; where none lies within, the renderer finds some.
    ...(ticks.length > 0 ? { values: ticks } : { tickCount: 4 }),
  });
  const y = (field: string): ChartPart =>
    axisField(field, upwards, {
      title: french ? 'Dernières notes, 0 à 10' : 'Last scores, 0 to 10',
      values: [0, 2, 4, 6, 8, 10],
    });
  const shown = STANDINGS.filter((standing) => points.some((point) => point.standing === standing));
  const domain = shown.map((standing) => STANDING_WORDS[standing][language]);
  const strip = {
    x: 10,
    y: ACCOUNT_MAP_HEIGHT - pixelOn(upwards, -1),
    align: 'left',
    text: STANDING_WORDS.silent[language],
  } as const;
  const titles = hasSilent ? [strip] : [];
  const marks = points.map((point) => ({ x: point.revenue / divisor, y: heightOf(point), name: point.name }));
  marks.sort((a, b) => b.x - a.x);
  const labels = labelsBeside(marks, [across, upwards], titles, []);
  const largest = Math.max(size === 'heard' ? 1 : 0.01, ...values.map(({ amount }) => Number(amount)));
  const sizeTitle =
    size === 'heard'
      ? french
        ? 'Personnes entendues'
        : 'People heard'
      : french
        ? 'Part de portefeuille'
        : 'Share of wallet';
  // In two columns, so that both legends find room below the plot.
  const legend = { title: null, orient: 'bottom', columns: 2 };
  const standingScale = (range: readonly string[]): ChartPart => ({
    field: 'standing',
    type: 'nominal',
    scale: { domain, range },
    legend,
  });
  const layers: ChartPart[] = [
    ...(hasSilent
      ? [
          {
            data: { values: [{ score: -0.35 }] },
            mark: silentMark('rule', { color: palette.line, strokeDash: [6, 4] }),
            encoding: { y: y('score') },
          },
        ]
      : []),
    {
      data: { values: values.filter(({ low, high }) => low !== high) },
      mark: silentMark('rule', { color: palette.line, strokeWidth: 2, opacity: 0.7 }),
      encoding: { x, y: y('low'), y2: { field: 'high' } },
    },
    {
      data: { values },
      mark: { type: 'point', filled: true, opacity: 1, stroke: palette.paper, strokeWidth: 1 },
      encoding: {
        x,
        y: y('score'),
        shape: standingScale(shown.map((standing) => SHAPES[standing])),
        color: standingScale(shown.map((standing) => colourOf(standing, palette))),
        size: {
          field: 'amount',
          type: 'quantitative',
          scale: { domain: [0, largest], range: [50, 260] },
          legend: {
            title: sizeTitle,
            orient: 'bottom',
            format: size === 'heard' ? ',~f' : '.0%',
            values: legendSizes(largest, size),
            titleLimit: 0,
            symbolFillColor: palette.line,
          },
        },
        ...toldBy('words'),
      },
    },
    ...pixelTexts(titles, { fontStyle: 'italic' }),
    ...pixelTexts(labels, {}),
  ];
  return { layers, labelled: labels.length };
}
