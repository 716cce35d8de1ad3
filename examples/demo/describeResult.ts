import { formatComparison, formatResult, formatWarnings, type Comparison, type MetricResult } from 'cx-scoring';
import type { Locale } from './arguments.js';
import { wrap } from './layout.js';
import { WORDS } from './words.js';

/** The lines that tell one result: itself, what was left out, and its warnings. */
export function describeResult(result: MetricResult, locale: Locale, name?: string): string[] {
  const words = WORDS[locale];
  const count = new Intl.NumberFormat(locale);
  const reasons = Object.entries(words.exclusions)
    .filter(([reason]) => (result.excluded[reason] ?? 0) > 0)
    .map(([reason, text]) => `${count.format(result.excluded[reason] ?? 0)} ${text}`);
  return [
    ...wrap('', formatResult(result, { locale, name, digits: result.definition.unit === 'score' ? 2 : 1 })),
    ...wrap(`  ${words.leftOut}`, reasons.length > 0 ? reasons.join(', ') : words.nothing),
    ...formatWarnings(result, { locale }).flatMap((sentence) => wrap(`  ${words.warning}`, sentence)),
  ];
}

/** The lines that tell a comparison. */
export function describeComparison(comparison: Comparison, locale: Locale, name: string): string[] {
  const { warning } = WORDS[locale];
  return [
    ...wrap('  ', formatComparison(comparison, { locale, name })),
    ...formatWarnings(comparison, { locale }).flatMap((sentence) => wrap(`  ${warning}`, sentence)),
  ];
}
