import type { LocalizedText } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { localNumber, resolveLocale, type LocaleOptions, type ResolvedLocale } from '../core/locale.js';
import { requireOption } from '../core/options.js';
import { EQUAL_WITHIN } from './axisPosition.js';
import type { Contribution } from './contribution.js';
import { INITIATIVE_CRITERIA, type Criterion } from './criterion.js';
import { isPlainObject, requireOptionsObject } from './findingPath.js';
import type { PrioritizedInitiative } from './prioritization.js';
import type { Quadrant } from './quadrant.js';

/** How the place of an initiative is told. */
export interface PriorityFormat extends LocaleOptions {
  /**
   * The criteria it was ranked by, for their names; one that is not among them is told by its id.
   * @defaultValue `INITIATIVE_CRITERIA`
   */
  readonly criteria?: readonly Criterion[] | undefined;
  /**
   * Name of the initiative.
   * @defaultValue its own, its id where it has none
   */
  readonly name?: string | undefined;
}

const QUADRANTS: Readonly<Record<Quadrant, LocalizedText>> = {
  'quick-win': { en: 'quick win', fr: 'gain rapide' },
  'structuring-project': { en: 'structuring project', fr: 'chantier structurant' },
  'fill-in': { en: 'fill-in', fr: 'complément' },
  drop: { en: 'drop', fr: 'à abandonner' },
};

function rangeText(lower: string, upper: string, isFrench: boolean): string {
  return isFrench ? `de ${lower} à ${upper}` : `${lower} to ${upper}`;
}

/** Parts of the score, out of 100: one decimal is enough for a judgement. */
function points(locale: ResolvedLocale, share: number): string {
  // Otherwise the rounding of a sum would decide what 63.75 becomes.
  return localNumber(locale, Math.round(share * 1e12) / 1e10, { maximumFractionDigits: 1 });
}

function scoreText({ score, lowestScore, highestScore }: PrioritizedInitiative, locale: ResolvedLocale): string {
  const isFrench = locale.language === 'fr';
  const whole = isFrench ? 'sur 100' : 'of 100';
  const range = rangeText(points(locale, lowestScore), points(locale, highestScore), isFrench);
  if (score === null) return `${range} ${whole}`;
  const isCertain = highestScore - lowestScore <= EQUAL_WITHIN;
  return `${points(locale, score)} ${whole}${isCertain ? '' : ` (${range})`}`;
}

/** What the criteria add, the most first; what is unknown comes last. */
function reasonsText(
  contributions: readonly Contribution[],
  criteria: readonly Criterion[],
  locale: ResolvedLocale,
): string {
  const isFrench = locale.language === 'fr';
  const names = new Map(criteria.map((criterion) => [criterion?.id, criterion?.names?.[locale.language]]));
  return contributions
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => (b.contribution ?? -1) - (a.contribution ?? -1))
    .map(({ criterion, contribution, weight }) => {
      const most = points(locale, weight);
      const name = names.get(criterion) ?? criterion;
      if (contribution !== null) return `${name} ${points(locale, contribution)} ${isFrench ? 'sur' : 'of'} ${most}`;
      return `${name} ${isFrench ? 'non connu' : 'unknown'} (${rangeText('0', most, isFrench)})`;
    })
    .join(', ');
}

/**
 * Tells in words where an initiative stands and why: rank, score, quarter, and what each criterion adds to the score.
 *
 * Use it wherever people read a ranking: it says what is unknown, what is to be confirmed, and what is tied or dominated.
 *
 * @param item - An item of what {@link prioritize} gave.
 * @param options - The `locale`, English unless given, the criteria for their names, and the name of the initiative.
 * @returns Full sentences. The score counts 100 for the best possible; each criterion adds up to its share of that.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no item of a ranking, `CX_INVALID_OPTION` when the criteria are
 * no list or the locale is of another language.
 * @example
 * ```ts
 * import { formatPriority, IMPACT_EFFORT_CRITERIA, prioritize } from 'cx-scoring/prioritization';
 *
 * const criteria = IMPACT_EFFORT_CRITERIA;
 * const { items } = prioritize([{ id: 'portal', criteria: { impact: 10, effort: 4 } }], { criteria });
 * formatPriority(items[0]!, { criteria }); // => 'portal: rank 1, 83.3 of 100, quick win. Impact 50 of 50, Effort 33.3 of 50.'
 * ```
 */
export function formatPriority(item: PrioritizedInitiative, options: PriorityFormat = {}): string {
  const where = 'formatPriority';
  const isItem = isPlainObject(item) && [item.contributions, item.tiedWith, item.dominatedBy].every(Array.isArray);
  if (!isItem) throw cxError('CX_INVALID_INPUT', `${where}: "item"`, 'an item of a ranking', item);
  requireOptionsObject(where, options);
  const { criteria = INITIATIVE_CRITERIA } = options;
  requireOption(Array.isArray(criteria), where, 'criteria', 'a list of criteria', criteria);
  const locale = resolveLocale(where, options.locale);
  const isFrench = locale.language === 'fr';
  const { id, names, bestRank, worstRank, value, effort, quadrant, tiedWith, dominatedBy } = item;
  const name = options.name ?? names?.[locale.language] ?? id;
  const rank = bestRank === worstRank ? `${bestRank}` : rangeText(`${bestRank}`, `${worstRank}`, isFrench);
  const open = isFrench ? 'quadrant indéterminé' : 'quarter not known';
  // Criteria of one axis only make no matrix.
  const isPlaced = value !== null && effort !== null;
  const quarter = quadrant === null ? open : QUADRANTS[quadrant][locale.language];
  const place = [`${isFrench ? 'rang' : 'rank'} ${rank}`, scoreText(item, locale), ...(isPlaced ? [quarter] : [])];
  const confirm = isFrench
    ? 'À confirmer\u202f: la position est proche d’une ligne de la matrice, ou ce qui reste incertain peut lui en faire franchir une.'
    : 'To be confirmed: it lies near a line of the matrix, or what is uncertain may carry it across one.';
  const tied = `${isFrench ? 'À égalité avec' : 'Tied with'} ${tiedWith.join(', ')}.`;
  const dominated = `${isFrench ? 'Au moins aussi bien selon chaque critère' : 'At least as good under every criterion'}${isFrench ? '\u202f: ' : ': '}${dominatedBy.join(', ')}.`;
  return [
    `${name}${isFrench ? '\u202f: ' : ': '}${place.join(', ')}.`,
    `${reasonsText(item.contributions, criteria, locale)}.`,
    ...(isPlaced && item.toConfirm ? [confirm] : []),
    ...(tiedWith.length > 0 ? [tied] : []),
    ...(dominatedBy.length > 0 ? [dominated] : []),
  ].join(' ');
}
