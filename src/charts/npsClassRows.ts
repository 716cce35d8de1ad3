import { cxError } from '../core/errors.js';
import { localCount, localNumber, type ResolvedLocale } from '../core/locale.js';
import { requireObject } from '../core/options.js';
import type { Segment } from '../core/segment.js';
import type { NpsCounts, NpsResult } from '../metrics/perception/npsScore.js';
import { colonOf, noDataWords } from './chartFrame.js';
import { segmentText } from './chartText.js';
import { estimateText } from './estimateText.js';
import { NPS_CLASSES, NPS_CLASS_WORDS, requireCount } from './npsClasses.js';

/** A group with its answers by class, or with a whole result, of which the value is shown as well; `null` for one that is hidden. */
export type NpsClassesGroup = Segment<object, (NpsCounts & Partial<Pick<NpsResult, 'value' | 'interval'>>) | null>;

/** A group as the chart shows it. */
export interface ClassRow {
  /** Its name, with its answers. */
  readonly label: string;
  /** Its answers. */
  readonly total: number;
  /** Shares of detractors, passives and promoters. */
  readonly shares: readonly number[];
  /** The score, where it is known, or why there is none. */
  readonly score: string;
  /** The group in words. */
  readonly words: string;
}

/** Refuses what is no list of groups. */
export function requireGroups(where: string, groups: readonly NpsClassesGroup[]): void {
  if (!Array.isArray(groups)) throw cxError('CX_INVALID_INPUT', `${where}: groups`, 'a list of groups', groups);
  const list: readonly NpsClassesGroup[] = groups;
  for (const [index, group] of list.entries()) {
    const at = `${where}: groups[${index}]`;
    requireObject(at, 'a group', group);
    requireObject(`${at}.key`, 'the key of a group', group.key);
    if (group.result === null) continue;
    requireObject(`${at}.result`, 'counts by class or null', group.result);
    for (const name of NPS_CLASSES) requireCount(`${at}.result.${name}`, group.result[name]);
  }
}

/** A group as a row. */
export function classRow({ key, result }: NpsClassesGroup, locale: ResolvedLocale): ClassRow {
  const french = locale.language === 'fr';
  const own = segmentText(key, locale, 28);
  const empty = { total: 0, shares: [0, 0, 0] };
  if (result === null) {
    const score = french ? 'Masqué' : 'Hidden';
    return { ...empty, label: own, score, words: `${own}${colonOf(locale)}${score.toLowerCase()}` };
  }
  const total = NPS_CLASSES.reduce((sum, name) => sum + result[name], 0);
  const label = `${own} (n = ${localCount(locale, total)})`;
  if (total === 0)
    return {
      ...empty,
      label,
      score: noDataWords(locale),
      words: `${label}${colonOf(locale)}${noDataWords(locale).toLowerCase()}`,
    };
  const shares = NPS_CLASSES.map((name) => result[name] / total);
  const { value = null, interval = null } = result;
  const write = (bound: number): string => localNumber(locale, bound, { maximumFractionDigits: 0 }, true);
  const score = value === null ? '' : estimateText({ value, interval }, write, locale);
  const told = NPS_CLASSES.map(
    (name, at) =>
      `${percentOf(shares[at] ?? 0, locale)} ${french ? 'de ' : ''}${NPS_CLASS_WORDS[name][locale.language].toLowerCase()}`,
  );
  return {
    label,
    total,
    shares,
    score,
    words: `${label}${colonOf(locale)}${[...told, score].filter(Boolean).join(', ')}`,
  };
}

/** A share in whole per cent. */
export function percentOf(share: number, locale: ResolvedLocale): string {
  return localNumber(locale, share, { style: 'percent', maximumFractionDigits: 0 });
}
