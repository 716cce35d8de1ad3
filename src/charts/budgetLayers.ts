import { localNumber, type ResolvedLocale } from '../core/locale.js';
import { type BudgetDay } from './budgetDays.js';
import { colonOf, lookScale, silentMark, toldBy } from './chartFrame.js';
import { type ResolvedChart } from './chartOptions.js';
import { cleanText, shortText } from './chartText.js';
import type { ChartPart } from './specification.js';

/** How amounts of a unit stand on an axis. */
export interface BudgetAmounts {
  /** What an amount is divided by. */
  readonly divisor: number;
  /** The unit in words. */
  readonly noun: string;
  /** Writes an amount with its unit. */
  readonly write: (amount: number) => string;
}

/** How amounts are written: money in whole units of its currency, points as they are. */
export function amountsOf(unit: string, locale: ResolvedLocale): BudgetAmounts {
  const noun = shortText(cleanText(unit), 28);
  if (!/^[A-Z]{3}$/.test(unit))
    return { divisor: 1, noun, write: (amount) => `${localNumber(locale, amount, {})} ${noun}` };
  const money: Intl.NumberFormatOptions = { style: 'currency', currency: unit };
  const divisor = 10 ** (new Intl.NumberFormat('en', money).resolvedOptions().maximumFractionDigits ?? 0);
  const whole: Intl.NumberFormatOptions = { ...money, maximumFractionDigits: 0 };
  const write = (amount: number): string =>
    localNumber(locale, amount / divisor, amount % divisor === 0 ? whole : money);
  return { divisor, noun, write };
}

/** The layers of a budget: what is posted and on it what is reserved, and the limit. */
export function usageLayers(
  days: readonly BudgetDay[],
  limit: number,
  amounts: BudgetAmounts,
  chart: ResolvedChart,
): ChartPart[] {
  const { locale, palette, width } = chart;
  const french = locale.language === 'fr';
  const { divisor, noun, write } = amounts;
  const parts = [
    { words: french ? 'Accordé' : 'Posted', colour: palette.first },
    { words: french ? 'Réservé' : 'Reserved', colour: palette.second },
  ] as const;
  const [posted, reserved] = parts;
  const values = days.flatMap((day) => {
    const used = day.posted + day.reserved;
    const words = `${day.day}${colonOf(locale)}${posted.words.toLowerCase()} ${write(day.posted)}, ${reserved.words.toLowerCase()} ${write(day.reserved)}`;
    return [
      { day: day.day, part: posted.words, lower: 0, upper: day.posted / divisor, words },
      { day: day.day, part: reserved.words, lower: day.posted / divisor, upper: used / divisor, words },
    ];
  });
  const most = Math.max(limit / divisor, 1, ...values.map(({ upper }) => upper));
  const x = {
    field: 'day',
    type: 'temporal',
    scale: { type: 'utc' },
    axis: {
      title: french ? 'Jour' : 'Day',
      format: french ? '%d/%m/%Y' : '%Y-%m-%d',
      tickCount: 6,
      labelOverlap: 'greedy',
      labelFlush: true,
    },
  };
  const y = (field: string): ChartPart => ({
    field,
    type: 'quantitative',
    stack: null,
    scale: { domain: [Math.min(0, ...values.map(({ upper }) => upper)), most * 1.06], nice: false },
    axis: { title: french ? `Utilisé, ${noun}` : `Used, ${noun}`, format: ',.2~f', tickCount: 6 },
  });
  const color = lookScale(
    'part',
    parts.map(({ words }) => words),
    parts.map(({ colour }) => colour),
  );
  const goal = { limit: limit / divisor, text: `${french ? 'Plafond' : 'Limit'} ${write(limit)}` };
  return [
    {
      data: { values },
      mark: silentMark('area', { interpolate: 'step-after', opacity: 0.75 }),
      encoding: { x, y: y('lower'), y2: { field: 'upper' }, color },
    },
    {
      data: { values: values.filter(({ part }) => part === reserved.words) },
      mark: { type: 'point', filled: true, size: 36, opacity: 1, color: palette.ink },
      encoding: { x, y: y('upper'), ...toldBy('words') },
    },
    {
      data: { values: [goal] },
      mark: silentMark('rule', { color: palette.ink, strokeDash: [6, 4], strokeWidth: 1.5 }),
      encoding: { y: y('limit') },
    },
    {
      data: { values: [goal] },
      mark: silentMark('text', { align: 'left', baseline: 'middle' }),
      encoding: { x: { value: width + 6 }, y: y('limit'), text: { field: 'text', type: 'nominal' } },
    },
  ];
}
