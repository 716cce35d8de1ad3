import type { Finding } from '../../prioritization/finding.js';
import type { Recommendation } from '../../prioritization/recommendActions.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';
import { paragraph, type Block, type Cell, type Section } from './block.js';
import { metricIdName, nameOf, partText, tableOf, type Page } from './page.js';

/** A finding in a few words. */
export function findingText(page: Page, finding: Finding): string {
  const words = page.words.findings;
  switch (finding.kind) {
    case 'status':
      return finding.level === 'red'
        ? words.missed(metricIdName(page, finding.metric))
        : words.tolerable(metricIdName(page, finding.metric));
    case 'comparison':
      return words[finding.verdict](metricIdName(page, finding.metric));
    case 'segment-difference':
      return finding.verdict === 'higher'
        ? words.higherSegment(metricIdName(page, finding.metric))
        : words.lowerSegment(metricIdName(page, finding.metric));
    case 'trend':
      return words[finding.trend](metricIdName(page, finding.metric));
    case 'driver':
      return words.driver(metricIdName(page, finding.metric), metricIdName(page, finding.outcome));
    case 'theme':
      return finding.impact === 'negative'
        ? words.negativeTheme(nameOf(page, finding.theme))
        : words.positiveTheme(nameOf(page, finding.theme));
    default:
      return words.other((finding satisfies never as Finding).kind);
  }
}

function actionName(page: Page, { action }: Recommendation): string {
  const { names, locale } = page;
  return Object.hasOwn(names, action.id) ? nameOf(page, action.id) : (action.names[locale.language] ?? action.id);
}

function because(page: Page, findings: readonly Finding[]): string {
  return findings.map((finding) => findingText(page, finding)).join(page.isFrench ? '\u202f; ' : '; ');
}

/** What could be done, and what is left alone. */
export function actionsSection(page: Page, { recommendations }: QuarterlyReview): Section {
  const { words } = page;
  const { recommended, withheld } = recommendations;
  const rows = recommended.map((own): Cell[] => [
    actionName(page, own),
    partText(page, own.segment),
    because(page, own.triggeredBy),
  ]);
  const alone = withheld.map(
    (own) => `${actionName(page, own)} (${partText(page, own.segment)})${words.colon}${because(page, own.because)}.`,
  );
  const blocks: readonly Block[] = [
    rows.length === 0
      ? paragraph(words.noActions)
      : tableOf(page, words.actionsCaption, ['action', 'part', 'because'], [], rows),
    ...(alone.length === 0
      ? []
      : [{ kind: 'details', summary: words.withheld, blocks: [{ kind: 'list', title: '', items: alone }] } as const]),
  ];
  return { id: 'actions', title: words.sections.actions, blocks };
}
