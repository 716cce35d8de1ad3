import type { ResolvedChart } from './chartOptions.js';
import type { ChartUnit } from './chartUnit.js';

/** A band of deviations from the whole, with its colour. */
export interface HeatBand {
  /** In words, for the legend. */
  readonly words: string;
  /** Its colour. */
  readonly colour: string;
  /** Colour of text on it. */
  readonly ink: string;
}

/** Bands from far below the whole to far above, and which band a deviation lies in. */
export interface HeatScale {
  /** The five bands. */
  readonly bands: readonly HeatBand[];
  /** Place of the band of a deviation. */
  readonly bandOf: (deviation: number) => number;
}

/** The largest of 1, 2 and 5 times a power of ten that is not above a number. */
function roundStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1);
}

/** Five bands around the whole, round and equally far on both sides, so that the strongest colours have the farthest cells. */
export function heatScale(deviations: readonly number[], unit: ChartUnit, { palette }: ResolvedChart): HeatScale {
  const most = deviations.reduce((far, deviation) => Math.max(far, Math.abs(deviation)), 0);
  const step = (most > 0 ? roundStep(most / unit.divisor / 3) : 1) * unit.divisor;
  const { first, second, onFirst, onSecond } = palette;
  const write = (deviation: number): string => unit.write(deviation, true);
  const bands: readonly HeatBand[] = [
    { words: `≤ ${write(-3 * step)}`, colour: second, ink: onSecond },
    { words: `${write(-3 * step)} – ${write(-step)}`, colour: '#f6c9a0', ink: onSecond },
    { words: `${write(-step)} – ${write(step)}`, colour: '#e3e3e3', ink: onSecond },
    { words: `${write(step)} – ${write(3 * step)}`, colour: '#a9d3ef', ink: onSecond },
    { words: `≥ ${write(3 * step)}`, colour: first, ink: onFirst },
  ];
  const far = (deviation: number): number => (deviation >= 3 * step ? 2 : deviation >= step ? 1 : 0);
  return { bands, bandOf: (deviation) => (deviation < 0 ? 2 - far(-deviation) : 2 + far(deviation)) };
}

/** Title of the legend. */
export function heatLegend(overall: string, { noun }: ChartUnit, { locale }: ResolvedChart): string {
  const words = locale.language === 'fr' ? `Écart à l’ensemble (${overall})` : `Against the whole (${overall})`;
  return noun === null ? words : `${words}, ${noun}`;
}
