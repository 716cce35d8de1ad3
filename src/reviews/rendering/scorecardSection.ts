import type { MetricResult } from '../../core/result.js';
import type { MetricTarget } from '../../core/target.js';
import { formatResult } from '../../metrics/formatResult.js';
import type { TargetStanding } from '../findTarget.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';
import { listOf, paragraph, type Block, type Cell, type Figure, type Section, type TableBlock } from './block.js';
import { intervalText, sampleText, valueText } from './figureText.js';
import { dateText, metricName, periodText, tableOf, warningTexts, type Page } from './page.js';
import { statusMark } from './verdictMark.js';

/** A result with its target. */
export interface Standing extends TargetStanding {
  /** The result. */
  readonly result: MetricResult;
}

function targetText(page: Page, { definition }: MetricResult, target: MetricTarget | null): string {
  const { words } = page;
  if (target === null) return words.noTarget;
  const [green, amber] = [target.green, target.amber].map((value) => valueText(page, value, definition)) as [
    string,
    string,
  ];
  const reach = definition.direction === 'lower-is-better' ? words.atMost(green) : words.atLeast(green);
  const rest = target.amber === target.green ? '' : `${page.isFrench ? '\u202f' : ''}; ${words.tolerable(amber)}`;
  return `${reach}${rest} (${target.source})`;
}

/** A table of results against their targets. */
export function standingTable(page: Page, caption: string, standings: readonly Standing[]): TableBlock {
  const rows = standings.map(({ result, target, status }): Cell[] => {
    const { definition, value, interval, sampleSize } = result;
    return [
      metricName(page, definition),
      valueText(page, value, definition),
      intervalText(page, interval, definition),
      sampleText(page, sampleSize, definition),
      targetText(page, result, target),
      statusMark(page, status.point),
      statusMark(page, status.bound),
    ];
  });
  const columns = ['metric', 'value', 'interval', 'sample', 'target', 'point', 'bound'] as const;
  return tableOf(page, caption, columns, ['value', 'interval'], rows);
}

/** What is to be known of results besides their numbers. */
export function standingNotes(page: Page, standings: readonly Standing[]): string[] {
  return standings.flatMap(({ result, isAmbiguous }) => {
    const name = metricName(page, result.definition);
    return [...(isAmbiguous ? [page.words.ambiguous(name)] : []), ...warningTexts(page, name, result)];
  });
}

/** Results in one line each: with the method of the interval and the sample. */
export function methodDetails(page: Page, standings: readonly Standing[]): Block {
  const items = standings.map(({ result }) =>
    formatResult(result, { locale: page.locale.tag, name: metricName(page, result.definition) }),
  );
  return { kind: 'details', summary: page.words.howMade, blocks: [{ kind: 'list', title: '', items }] };
}

/** The numbers to be seen first. */
export function scorecardFigures(page: Page, { metrics }: QuarterlyReview): Figure[] {
  return metrics.map(({ result, target, status }) => ({
    name: metricName(page, result.definition),
    value: valueText(page, result.value, result.definition),
    detail: result.interval === null ? '' : intervalText(page, result.interval, result.definition),
    mark: target === null ? null : statusMark(page, status.point),
  }));
}

/** The scorecard: every metric with its interval, against its target. */
export function scorecardSection(page: Page, review: QuarterlyReview): Section {
  const { words } = page;
  const { metrics, period } = review;
  const title = words.sections.scorecard;
  if (metrics.length === 0) return { id: 'scorecard', title, blocks: [paragraph(words.noMetrics)] };
  const notes = metrics.flatMap(({ definition, undated, from }) => {
    const name = metricName(page, definition);
    const isLater = from !== undefined && from !== period.from;
    return [
      ...(isLater ? [words.changedMeaning(name, dateText(page, from))] : []),
      ...(undated > 0 ? [words.undated(name, String(undated))] : []),
    ];
  });
  return {
    id: 'scorecard',
    title,
    blocks: [
      standingTable(page, words.scorecardCaption(periodText(page, period.key)), metrics),
      ...listOf('warnings', words.warnings, [...notes, ...standingNotes(page, metrics)]),
      methodDetails(page, metrics),
    ],
  };
}
