import { countPhrase } from '../core/locale.js';
import {
  betweenOf,
  lookScale,
  metricText,
  noDataWords,
  requireName,
  silentMark,
  toldBy,
  toSpecification,
} from './chartFrame.js';
import type { MetricChartOptions } from './chartFrame.js';
import { resolveChart } from './chartOptions.js';
import { distinctLabels, listText } from './chartText.js';
import { rowsHeight } from './intervalRows.js';
import { NPS_CLASSES, NPS_CLASS_WORDS, npsClassColours } from './npsClasses.js';
import { textWidth } from './placeLabels.js';
import type { ChartPart, ChartSpecification } from './specification.js';

import { classRow, percentOf, requireGroups, type NpsClassesGroup } from './npsClassRows.js';
/**
 * Charts promoters, passives and detractors as shares, one bar for each group.
 *
 * Use it beside the score, of which the same value may come from many passives or from two camps. It does not tell whether groups differ:
 * that is what {@link toSegmentForestChart} draws.
 *
 * @param groups - Groups with their counts by class or their results: `segmentBy`, `toSegments` and `protectSegments` give them, or
 * `{ key: { zone: 'north' }, result: { promoters, passives, detractors } }`; `{ key: {} }` for the whole. A result that is `null` is hidden.
 * @param options - Language, title, theme, width, and the name of the score.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`; without groups it says so.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when a group is none, `CX_INVALID_COUNTS` when a count is none, and
 * `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { toNpsClassesChart } from 'cx-scoring/charts';
 *
 * const groups = [
 *   { key: { zone: 'north' }, result: { promoters: 48, passives: 28, detractors: 19 } },
 *   { key: { zone: 'south' }, result: { promoters: 35, passives: 32, detractors: 30 } },
 * ];
 * toNpsClassesChart(groups).title.subtitle; // => ['2 groups, 192 answers']
 * toNpsClassesChart(groups).description; // => 'NPS: detractors, passives and promoters, 2 groups. north (n = 95): 20% detractors (0–6), 29% passives (7–8), 51% promoters (9–10); south (n = 97): 31% detractors (0–6), 33% passives (7–8), 36% promoters (9–10).'
 * ```
 */
export function toNpsClassesChart(
  groups: readonly NpsClassesGroup[],
  options: MetricChartOptions = {},
): ChartSpecification {
  const where = 'toNpsClassesChart';
  requireGroups(where, groups);
  const chart = resolveChart(where, options);
  requireName(where, options.name);
  const { locale, palette, width } = chart;
  const french = locale.language === 'fr';
  const metric = metricText(options.name ?? 'NPS');
  const rows = groups.map((group) => classRow(group, locale));
  const labels = distinctLabels(rows.map(({ label }) => label));
  const y = {
    field: 'label',
    type: 'nominal',
    sort: { field: 'order', op: 'min' },
    axis: { title: null, labelLimit: 320 },
  };
  const x = (field: string): ChartPart => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, 1], nice: false },
    axis: { title: french ? 'Part des réponses' : 'Share of answers', format: '.0%', tickCount: 5 },
  });
  const names = NPS_CLASSES.map((name) => NPS_CLASS_WORDS[name][locale.language]);
  const parts = rows.flatMap(({ shares, words }, order) =>
    NPS_CLASSES.map((_, at) => {
      const start = shares.slice(0, at).reduce((sum, share) => sum + share, 0);
      const share = shares[at] ?? 0;
      const text = percentOf(share, locale);
      const isRoomy = textWidth(text) + 6 <= share * width;
      const end = Math.min(1, start + share);
      return {
        label: labels[order] ?? '',
        order,
        start,
        end,
        middle: (start + end) / 2,
        text: isRoomy ? text : '',
        className: names[at] ?? '',
        words,
      };
    }),
  );
  const layers: ChartPart[] = [
    {
      data: { values: parts.filter(({ start, end }) => end > start) },
      mark: { type: 'bar', opacity: 1, stroke: palette.paper, strokeWidth: 1 },
      encoding: {
        x: x('start'),
        x2: { field: 'end' },
        y,
        color: lookScale(
          'className',
          names,
          NPS_CLASSES.map((name) => npsClassColours(name, palette)[0]),
        ),
        ...toldBy('words'),
      },
    },
    ...NPS_CLASSES.map((name, at) => ({
      data: { values: parts.filter(({ text, className }) => text !== '' && className === names[at]) },
      mark: silentMark('text', { baseline: 'middle', color: npsClassColours(name, palette)[1] }),
      encoding: { x: x('middle'), y, text: { field: 'text', type: 'nominal' } },
    })),
    {
      data: { values: rows.map(({ score, words }, order) => ({ label: labels[order] ?? '', order, score, words })) },
      mark: { type: 'text', align: 'left', baseline: 'middle', tooltip: null },
      encoding: {
        x: { value: width + 8 },
        y,
        text: { field: 'score', type: 'nominal' },
        description: { field: 'words', type: 'nominal' },
      },
    },
  ];
  const count = countPhrase(locale, rows.length, french ? '# groupe' : '# group', french ? '# groupes' : '# groups');
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const answers = countPhrase(locale, total, french ? '# réponse' : '# answer', french ? '# réponses' : '# answers');
  const heading = french
    ? `${metric}\u202f: détracteurs, passifs et promoteurs`
    : `${metric}: detractors, passives and promoters`;
  const list = listText(
    rows.map(({ words }) => words),
    locale,
    betweenOf(locale),
  );
  return toSpecification(chart, {
    heading,
    findings: [rows.length === 0 ? noDataWords(locale) : `${count}, ${answers}`],
    description: rows.length === 0 ? `${heading}. ${noDataWords(locale)}.` : `${heading}, ${count}. ${list}.`,
    height: rowsHeight(rows.length),
    layers: rows.length === 0 ? [] : layers,
  });
}
