import type { MetricDefinition } from '../core/definition.js';
import { formatWarning } from '../core/formatWarning.js';
import type { LocaleOptions } from '../core/locale.js';
import { requireOptions, requireRows } from '../core/options.js';
import { requireDefinition } from '../core/requireDefinition.js';
import type { Warning } from '../core/warning.js';
import { sampleUnitOf } from './catalogue/metricNames.js';

/** What is told of a result or of a comparison by {@link formatWarnings}. */
export interface Warned {
  /** What the number means. */
  readonly definition: MetricDefinition;
  /** Problems of the data. */
  readonly warnings: readonly Warning[];
}

/**
 * Writes the warnings of a result or of a comparison as full sentences, in British English or French, with the noun of its metric:
 * "only 7 orders", "seulement 7 commandes".
 *
 * Use it beside {@link formatResult} and {@link formatComparison}; {@link formatWarning} writes a single warning, without a metric.
 *
 * @param warned - A result, a comparison, or anything else with a definition and warnings.
 * @param options - The `locale` (`'en'` unless given).
 * @returns One sentence for each warning, in their order; an empty list when there is none.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when the locale is of another language, `CX_INVALID_INPUT` when there is
 * nothing with a definition and warnings.
 * @example
 * ```ts
 * import { computePerfectOrder, formatWarnings } from 'cx-scoring';
 *
 * const perfect = computePerfectOrder([], { asOf: '2026-03-31' });
 * formatWarnings(perfect); // => ['There is no usable order, so no value is given.']
 * formatWarnings(perfect, { locale: 'fr' }); // => ['Aucune commande n’est exploitable\u202f: aucune valeur n’est donnée.']
 * ```
 */
export function formatWarnings(warned: Warned, options: LocaleOptions = {}): string[] {
  requireOptions('formatWarnings', options);
  requireDefinition('formatWarnings: result', 'a result or a comparison', warned);
  requireRows('formatWarnings', 'warnings', warned.warnings);
  const sampleUnit = sampleUnitOf(warned.definition);
  return warned.warnings.map((warning) => formatWarning(warning, { ...options, sampleUnit }));
}
