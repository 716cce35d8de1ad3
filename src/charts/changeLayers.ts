import type { MetricDefinition } from '../core/definition.js';
import { type ChangeStep } from './changeSteps.js';
import { colonOf, lookScale, silentMark, toldBy } from './chartFrame.js';
import { type ResolvedChart } from './chartOptions.js';
import { distinctLabels } from './chartText.js';
import { type ChartUnit } from './chartUnit.js';
import { estimateText } from './estimateText.js';
import { axisAround, axisField } from './plotFrame.js';
import type { ChartPart } from './specification.js';

/** The layers of the steps: bars for what changed, diamonds for the values on both ends, and lines between. */
export function stepLayers(
  steps: readonly ChangeStep[],
  unit: ChartUnit,
  axisTitle: string,
  level: (value: number) => string,
  chart: ResolvedChart,
): ChartPart[] {
  const { locale, palette, width } = chart;
  const french = locale.language === 'fr';
  const scaled = (value: number): number => value / unit.divisor;
  const labels = distinctLabels(steps.map(({ label }) => label));
  const kinds = {
    total: { words: french ? 'Valeur' : 'Value', colour: palette.line },
    mix: { words: french ? 'Effet de composition' : 'Mix effect', colour: palette.neutral },
    rate: { words: french ? 'Effet de valeur' : 'Rate effect', colour: palette.first },
  };
  const reach = ({ start, end, effect: { value, interval } }: ChangeStep): number[] =>
    [
      start,
      end,
      ...(interval === null ? [] : [interval.lower, interval.upper].map((bound) => end + (bound ?? 0) - (value ?? 0))),
    ].map(scaled);
  const across = axisAround(steps.flatMap(reach), width, 0.1);
  const rows = steps.map((step, order) => {
    const isTotal = step.kind === 'total';
    const write = (value: number): string => (isTotal ? level(value) : unit.write(value, true));
    const figure = estimateText(step.effect, write, locale);
    const ends = reach(step);
    return {
      label: labels[order] ?? '',
      order,
      start: scaled(step.start),
      end: scaled(step.end),
      lower: ends[2] ?? null,
      upper: ends[3] ?? null,
      kind: kinds[step.kind].words,
      isTotal,
      figure: step.effect.value === null ? '–' : write(step.effect.value),
      words: `${labels[order] ?? ''}${colonOf(locale)}${figure}`,
    };
  });
  const y = { field: 'label', type: 'nominal', scale: { domain: labels }, axis: { title: null, labelLimit: 320 } };
  const x = (field: string): ChartPart =>
    axisField(field, across, { title: axisTitle, format: unit.format, tickCount: 7 });
  const links = rows
    .slice(1)
    .map((row, at) => ({ from: rows[at]?.label ?? '', to: row.label, at: rows[at]?.end ?? 0 }));
  const parts = rows.filter(({ isTotal }) => !isTotal);
  const shown = (['mix', 'rate'] as const)
    .filter((kind) => steps.some((step) => step.kind === kind))
    .map((kind) => kinds[kind]);
  return [
    {
      data: { values: links },
      mark: silentMark('rule', { color: palette.line, strokeDash: [2, 3] }),
      encoding: {
        x: x('at'),
        y: { ...y, field: 'from' },
        y2: { field: 'to' },
      },
    },
    {
      data: { values: parts },
      mark: { type: 'bar', opacity: 1, size: 16 },
      encoding: {
        x: x('start'),
        x2: { field: 'end' },
        y,
        color: lookScale(
          'kind',
          shown.map(({ words }) => words),
          shown.map(({ colour }) => colour),
        ),
        ...toldBy('words'),
      },
    },
    {
      data: { values: parts.filter(({ lower }) => lower !== null) },
      mark: silentMark('rule', { color: palette.ink, strokeWidth: 2 }),
      encoding: { x: x('lower'), x2: { field: 'upper' }, y },
    },
    {
      data: { values: rows.filter(({ isTotal }) => isTotal) },
      mark: { type: 'point', shape: 'diamond', filled: true, size: 140, opacity: 1, color: palette.ink },
      encoding: { x: x('end'), y, ...toldBy('words') },
    },
    {
      data: { values: rows },
      mark: silentMark('text', { align: 'left', baseline: 'middle', fontWeight: 'bold' }),
      encoding: { x: { value: width + 8 }, y, text: { field: 'figure', type: 'nominal' } },
    },
  ];
}

/** Writes a value with as many decimals as an effect has: signed in points, without its sign elsewhere. */
export function levelText(value: number, { unit: ownUnit }: MetricDefinition, unit: ChartUnit): string {
  const text = unit.write(value, true);
  return ownUnit === 'points' ? text : text.replace('+', '');
}
