import type { LocalizedText } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { NpsCounts } from '../metrics/perception/npsScore.js';
import type { ChartPalette } from './theme.js';

/** A class of answers to the recommendation question, from the left of a chart to its right. */
export type NpsClassName = keyof NpsCounts;

/** The classes from the lowest answers to the highest. */
export const NPS_CLASSES: readonly NpsClassName[] = ['detractors', 'passives', 'promoters'];

/** The classes in words. */
export const NPS_CLASS_WORDS: { readonly [name in NpsClassName]: LocalizedText } = {
  detractors: { en: 'Detractors (0–6)', fr: 'Détracteurs (0–6)' },
  passives: { en: 'Passives (7–8)', fr: 'Passifs (7–8)' },
  promoters: { en: 'Promoters (9–10)', fr: 'Promoteurs (9–10)' },
};

/** The class of a score. */
export function classOfScore(score: number): NpsClassName {
  return score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors';
}

/** Colour of a class, and of text on it. */
export function npsClassColours(name: NpsClassName, palette: ChartPalette): readonly [string, string] {
  const { first, second, neutral, onFirst, onSecond } = palette;
  if (name === 'promoters') return [first, onFirst];
  return [name === 'passives' ? neutral : second, onSecond];
}

/** Refuses a count that is none; weighted answers need not be whole. */
export function requireCount(where: string, count: unknown): void {
  const isCount = typeof count === 'number' && count >= 0 && count < Infinity;
  if (!isCount) throw cxError('CX_INVALID_COUNTS', where, 'a count from 0', count);
}
