import { requireObject, requireOption, requireOptions } from '../core/options.js';
import { isCivilDate } from '../core/period.js';
import { cxError } from '../core/errors.js';
import type { RewardBudget } from '../rewards/rules/budget.js';
import { budgetDays, daysWithin, type BudgetEntry } from './budgetDays.js';
import { colonOf, noDataWords, toSpecification } from './chartFrame.js';
import { resolveChart, type ChartOptions } from './chartOptions.js';
import { cleanText, shortText } from './chartText.js';
import type { ChartSpecification } from './specification.js';

/** How the use of a budget is drawn. */
export interface BudgetChartOptions extends ChartOptions {
  /** First day of the chart, a civil date: what was booked before counts on it. */
  readonly from: string;
  /** Last day of the chart, a civil date: what was booked later is left out. */
  readonly to: string;
}

import { amountsOf, usageLayers } from './budgetLayers.js';
const HEIGHT = 280;

/**
 * Charts how a reward budget is used up: what was granted for good and what is set aside, day by day, against the limit.
 *
 * Use it to see in time that a budget runs out, and how much of it hangs on reservations. Amounts count on the day they were booked, which is
 * when the budget paid; `checkLedger` says whether ledger and budget agree.
 *
 * @param ledger - Entries of the ledger, of all budgets, in any order.
 * @param budget - The budget: its id, its unit and its limit.
 * @param options - First and last day, language, title, theme and width.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`; where the budget paid nothing it says so.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when something is no entry or no budget, and `CX_INVALID_OPTION` when a day is
 * none, the last lies before the first, or an option is out of its range.
 * @example
 * ```ts
 * import { toBudgetChart } from 'cx-scoring/charts';
 *
 * const ledger = [
 *   { bookedOn: '2026-07-10', budget: 'goodwill', budgetEffect: { posted: 150_00, reserved: 0 } },
 *   { bookedOn: '2026-08-03', budget: 'goodwill', budgetEffect: { posted: 0, reserved: 200_00 } },
 * ];
 * const budget = { id: 'goodwill', unit: 'EUR', limit: 500_00 };
 * const chart = toBudgetChart(ledger, budget, { from: '2026-07-01', to: '2026-09-30' });
 * chart.title.subtitle; // => ['€150 left of €500: posted €150, reserved €200']
 * ```
 */
export function toBudgetChart(
  ledger: readonly BudgetEntry[],
  budget: Pick<RewardBudget, 'id' | 'unit' | 'limit'>,
  options: BudgetChartOptions,
): ChartSpecification {
  const where = 'toBudgetChart';
  requireOptions(where, options);
  requireObject(`${where}: budget`, 'a budget', budget);
  const { id, unit, limit } = budget;
  for (const [field, text] of [
    ['id', id],
    ['unit', unit],
  ] as const)
    if (typeof text !== 'string') throw cxError('CX_INVALID_INPUT', `${where}: budget.${field}`, 'a text', text);
  const isLimit = Number.isSafeInteger(limit) && limit >= 0;
  if (!isLimit) throw cxError('CX_INVALID_INPUT', `${where}: budget.limit`, 'a whole number from 0', limit);
  const { from, to } = options;
  requireOption(isCivilDate(from), where, 'from', 'a civil date YYYY-MM-DD', from);
  requireOption(isCivilDate(to) && to >= from, where, 'to', 'a civil date YYYY-MM-DD, not before "from"', to);
  const chart = resolveChart(where, options);
  const { locale } = chart;
  const french = locale.language === 'fr';
  const colon = colonOf(locale);
  const booked = budgetDays(where, ledger, id).filter(({ day }) => day <= to);
  const days = daysWithin(booked, from, to);
  const amounts = amountsOf(unit, locale);
  const { write } = amounts;
  const { posted = 0, reserved = 0 } = days.at(-1) ?? {};
  const left = limit - posted - reserved;
  const heading = french ? `Budget ${shortText(cleanText(id), 40)}` : `Budget ${shortText(cleanText(id), 40)}`;
  const used = french
    ? `accordé ${write(posted)}, réservé ${write(reserved)}`
    : `posted ${write(posted)}, reserved ${write(reserved)}`;
  const rest = french ? `Reste ${write(left)} sur ${write(limit)}` : `${write(left)} left of ${write(limit)}`;
  const over = french
    ? `Dépassé de ${write(-left)} sur ${write(limit)}`
    : `${write(-left)} above the limit of ${write(limit)}`;
  const finding = booked.length === 0 ? noDataWords(locale) : `${left < 0 ? over : rest}${colon}${used}`;
  const gone = days.find((day) => day.posted + day.reserved >= limit);
  const full = booked.length === 0 || gone === undefined ? '' : `${french ? 'Épuisé le' : 'Used up on'} ${gone.day}`;
  const span = french ? `du ${from} au ${to}` : `${from} to ${to}`;
  return toSpecification(chart, {
    heading,
    findings: [finding, full],
    description: [`${heading}, ${span}`, finding, full]
      .filter((text) => text !== '')
      .map((text) => `${text}.`)
      .join(' '),
    height: HEIGHT,
    layers: booked.length === 0 ? [] : usageLayers(days, limit, amounts, chart),
  });
}
