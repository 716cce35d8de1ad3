import { cxError } from '../core/errors.js';
import { localNumber, resolveLocale, type LocaleOptions } from '../core/locale.js';
import { isPlainObject, requireOptionsObject } from './findingPath.js';
import type { PlanEffect } from './planEffect.js';

/**
 * Writes the effect of a plan beside a control segment in words, in British English or French.
 *
 * Use it wherever people read the number: it speaks of an association and says that it is no proof of a cause.
 *
 * @param effect - The effect, from {@link planEffect} or {@link reviewActionPlan}.
 * @param options - The `locale`, English unless given.
 * @returns One or two full sentences; differences of shares are told in percentage points.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no effect, `CX_INVALID_OPTION` when the locale is of another
 * language.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { formatPlanEffect, planEffect } from 'cx-scoring/prioritization';
 *
 * const nps = (promoters: number, passives: number, detractors: number) =>
 *   computeNps({ counts: { promoters, passives, detractors } });
 * const north = { before: nps(80, 60, 60), after: nps(120, 50, 30) };
 * const nothing = { before: nps(80, 60, 60), after: nps(0, 0, 0) };
 * formatPlanEffect(planEffect(north, nothing)); // => 'What the plan may have brought cannot be told: a side has no value.'
 * const text = formatPlanEffect(planEffect(north, { before: nps(85, 60, 55), after: nps(90, 60, 50) }));
 * text.split(': ')[0]; // => 'The segment with the plan moved by +35 and the control segment by +5 over the same time'
 * ```
 */
export function formatPlanEffect(effect: PlanEffect, options: LocaleOptions = {}): string {
  const where = 'formatPlanEffect';
  const isEffect = isPlainObject(effect) && isPlainObject(effect.definition);
  if (!isEffect) throw cxError('CX_INVALID_INPUT', `${where}: "effect"`, 'the effect of a plan', effect);
  requireOptionsObject(where, options);
  const locale = resolveLocale(where, options.locale);
  const french = locale.language === 'fr';
  const { change, treatedChange, controlChange, interval, definition } = effect;
  if (change === null || treatedChange === null || controlChange === null)
    return french
      ? 'Impossible de dire ce que le plan a pu apporter\u202f: il manque une valeur d’un côté.'
      : 'What the plan may have brought cannot be told: a side has no value.';
  const isShare = definition.unit === 'share';
  const number = (value: number): string =>
    localNumber(locale, isShare ? 100 * value : value, { maximumFractionDigits: isShare ? 1 : 2 }, true);
  const points = isShare ? (french ? ' points de pourcentage' : ' percentage points') : '';
  const [treated, control, difference] = [treatedChange, controlChange, change].map(number);
  const level = interval
    ? localNumber(locale, interval.confidence, { style: 'percent', maximumFractionDigits: 2 })
    : '';
  if (french) {
    const limits = interval
      ? `intervalle à ${level}\u202f: de ${number(interval.lower)} à ${number(interval.upper)}`
      : 'sans intervalle';
    return `Le segment concerné par le plan a varié de ${treated} et le segment témoin de ${control} sur la même durée\u202f: l’écart est de ${difference}${points} (${limits}). C’est une association, non la preuve que le plan en est la cause.`;
  }
  const limits = interval ? `${level} interval ${number(interval.lower)} to ${number(interval.upper)}` : 'no interval';
  return `The segment with the plan moved by ${treated} and the control segment by ${control} over the same time: a difference of ${difference}${points} (${limits}). This is an association, not proof that the plan is its cause.`;
}
