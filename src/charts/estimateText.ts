import type { Estimate } from '../core/estimate.js';
import { localPercent, type ResolvedLocale } from '../core/locale.js';
import { colonOf } from './chartFrame.js';

/** An estimate in words: its value, and behind it its interval with the confidence; '…' stands for an open end. */
export function estimateText(
  { value, interval }: Estimate,
  write: (value: number) => string,
  locale: ResolvedLocale,
): string {
  if (value === null) return '–';
  if (interval === null) return write(value);
  const bound = (end: number | null): string => (end === null ? '…' : write(end));
  const level = localPercent(locale, interval.confidence);
  return `${write(value)} (${level}${colonOf(locale)}${bound(interval.lower)} – ${bound(interval.upper)})`;
}
