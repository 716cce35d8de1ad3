import type { MetricDefinition } from '../core/definition.js';
import { localNumber, type ResolvedLocale } from '../core/locale.js';

/** How values of a metric stand on an axis. */
export interface ChartUnit {
  /** What a value is divided by: money is drawn in whole units of its currency. */
  readonly divisor: number;
  /** How ticks are written, as Vega-Lite knows it. */
  readonly format: string;
  /** The unit in words, `null` where the numbers say it. */
  readonly noun: string | null;
  /** Writes a value, or a difference with its sign. */
  readonly write: (value: number, isDifference: boolean) => string;
}

const FRENCH_UNITS: { readonly [unit: string]: string } = {
  points: 'points',
  seconds: 'secondes',
  minutes: 'minutes',
  hours: 'heures',
  days: 'jours',
};

function moneyOf({
  unit,
  parameters,
}: MetricDefinition): { readonly currency: string; readonly divisor: number } | null {
  const currency = parameters?.['currency'];
  if (unit !== 'money' || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return null;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return { currency, divisor: 10 ** (digits ?? 0) };
}

/** Tells how values of a metric stand on an axis. */
export function chartUnit(definition: MetricDefinition, locale: ResolvedLocale): ChartUnit {
  const { unit } = definition;
  const money = moneyOf(definition);
  const divisor = money?.divisor ?? 1;
  const digits = unit === 'points' || unit === 'count' ? 0 : unit === 'score' || unit === 'ratio' ? 2 : 1;
  const shape: Intl.NumberFormatOptions = unit === 'share' ? { style: 'percent' } : {};
  const noun = Object.hasOwn(FRENCH_UNITS, unit) ? (locale.language === 'fr' ? FRENCH_UNITS[unit] : unit) : undefined;
  return {
    divisor,
    format: unit === 'share' ? '.1~%' : ',.2~f',
    noun: money?.currency ?? noun ?? null,
    write: (value, isDifference) =>
      localNumber(
        locale,
        value / divisor,
        { ...shape, maximumFractionDigits: isDifference && digits === 0 ? 1 : digits },
        isDifference || unit === 'points',
      ),
  };
}

/** The name of a metric, as far as its definition tells. */
export function metricName({ id, names }: MetricDefinition, name: string | undefined, locale: ResolvedLocale): string {
  return name ?? names?.[locale.language] ?? id;
}
