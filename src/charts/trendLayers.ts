import type { Interval, OpenInterval } from '../core/interval.js';
import { silentMark, toldBy } from './chartFrame.js';
import type { ResolvedChart } from './chartOptions.js';
import type { ChartUnit } from './chartUnit.js';
import { axisAround, axisField } from './plotFrame.js';
import type { ChartPart } from './specification.js';

/** A period on the chart. */
export interface TrendPoint {
  /** Its key. */
  readonly period: string;
  /** Its value; `null` for a gap. */
  readonly value: number | null;
  /** Its interval. */
  readonly interval: Interval | OpenInterval | null;
  /** The period in words. */
  readonly words: string;
}

/** The layers of a trend: band, lines, points and the target. Runs of periods with data are lines of their own. */
export function trendLayers(
  points: readonly TrendPoint[],
  unit: ChartUnit,
  target: number | null,
  goal: string,
  axisTitle: string,
  { palette, width, locale }: ResolvedChart,
): ChartPart[] {
  const scaled = (value: number): number => value / unit.divisor;
  const ends = points.flatMap(({ value, interval }) =>
    value === null ? [] : [value, interval?.lower, interval?.upper],
  );
  const known = [...ends, target].filter((end) => typeof end === 'number').map(scaled);
  const upwards = axisAround(known, 1, 0.08);
  let run = 0;
  const values = points.flatMap(({ period, value, interval, words }) => {
    if (value === null) run += 1;
    // An open side reaches the end of the axis.
    const bound = (end: number | null, open: number): number => (end === null ? open : scaled(end));
    const lower = interval === null ? null : bound(interval.lower, upwards.start);
    const upper = interval === null ? null : bound(interval.upper, upwards.end);
    return value === null ? [] : [{ period, run, value: scaled(value), lower, upper, words }];
  });
  const step = width / points.length;
  const x = {
    field: 'period',
    type: 'ordinal',
    scale: { type: 'point', domain: points.map(({ period }) => period), padding: 0.5 },
    axis: {
      title: locale.language === 'fr' ? 'Période' : 'Period',
      labelAngle: step < 64 ? -45 : 0,
      labelOverlap: 'greedy',
    },
  };
  const y = (field: string): ChartPart =>
    axisField(field, upwards, { title: axisTitle, format: unit.format, tickCount: 6 });
  const detail = { field: 'run', type: 'nominal' };
  const banded = values.filter(({ lower }) => lower !== null);
  // A band needs two neighbours: what has none gets a line upwards.
  const isAlone = ({ run: own }: { readonly run: number }): boolean =>
    banded.filter((other) => other.run === own).length < 2;
  const band = { x, y: y('lower'), y2: { field: 'upper' } };
  const layers: ChartPart[] = [];
  if (target !== null) {
    const data = { values: [{ target: scaled(target), goal }] };
    layers.push({
      data,
      mark: silentMark('rule', { color: palette.line, strokeDash: [6, 4], strokeWidth: 1.5 }),
      encoding: { y: y('target') },
    });
    layers.push({
      data,
      mark: silentMark('text', { align: 'left', baseline: 'middle' }),
      encoding: { x: { value: width + 6 }, y: y('target'), text: { field: 'goal', type: 'nominal' } },
    });
  }
  layers.push({
    data: { values: banded.filter((point) => !isAlone(point)) },
    mark: silentMark('area', { color: palette.first, opacity: 0.2 }),
    encoding: { ...band, detail },
  });
  layers.push({
    data: { values: banded.filter(isAlone) },
    mark: silentMark('rule', { color: palette.first, strokeWidth: 2, opacity: 0.6 }),
    encoding: band,
  });
  layers.push({
    data: { values },
    mark: silentMark('line', { color: palette.first, strokeWidth: 2 }),
    encoding: { x, y: y('value'), detail },
  });
  layers.push({
    data: { values },
    mark: { type: 'point', size: 60, opacity: 1, filled: true, color: palette.first },
    encoding: { x, y: y('value'), ...toldBy('words') },
  });
  return layers;
}
