import { localCount, type ResolvedLocale } from '../core/locale.js';
import { findMetric } from '../metrics/catalogue/catalogue.js';
import type { Alert, AlertEvidence } from './alert.js';

/** What the sentences of both languages are made of. */
export interface AlertFacts {
  /** Records behind the alert. */
  readonly count: number;
  /** Name of the metric of its answers, or its id. */
  readonly metric: string;
  /** The answer that stands out: the lowest, or where much is bad the highest. */
  readonly extreme: string;
  /** The threshold. */
  readonly limit: string;
  /** Ids of its records, each once. */
  readonly ids: string;
  /** Day of its records as written, `null` when they are of several days or of none. */
  readonly day: string | null;
  /** Days of silence. */
  readonly daysSince: number;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '?';
}

/** Reads what sentences need; the words of the metric are those of the language. */
export function alertFacts(locale: ResolvedLocale, { kind, threshold, evidence }: Alert): AlertFacts {
  const field = (own: string): unknown[] =>
    evidence.map(({ fields }) => (Object(fields) as AlertEvidence['fields'])[own]);
  const values = field('value').filter((value) => typeof value === 'number');
  const id = textOf(field('metric')[0]);
  const days = new Set(evidence.map(({ at }) => (typeof at === 'string' ? at.slice(0, 10) : null)));
  const [day = null] = days;
  const extreme = kind === 'effort-at-least' ? Math.max(...values) : Math.min(...values);
  return {
    count: evidence.length,
    metric: findMetric(id)?.names[locale.language] ?? id,
    extreme: Number.isFinite(extreme) ? localCount(locale, extreme) : '?',
    limit: localCount(locale, threshold ?? 0),
    ids: [...new Set(evidence.map((record) => textOf(record.id)))].join(', '),
    day: days.size === 1 ? day : null,
    daysSince: Number(field('daysSince')[0] ?? 0),
  };
}
