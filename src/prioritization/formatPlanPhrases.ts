import { countPhrase, localCount, localNumber, type ResolvedLocale } from '../core/locale.js';
import type { PlanDateFinding, PlanSampleNeed } from './actionPlanFinding.js';

/** Writes a number of a metric: shares in per cent, all else with up to two decimals. */
export function amount(locale: ResolvedLocale, value: number | null, unit: string | null): string {
  if (value === null) return '…';
  return unit === 'share'
    ? localNumber(locale, value, { style: 'percent', maximumFractionDigits: 1 })
    : localNumber(locale, value, { maximumFractionDigits: 2 });
}

/** Writes a change of a metric, its sign left to the words around it: of shares in percentage points, since 80% + 10% may be read as 88%. */
export function changeText(locale: ResolvedLocale, change: number, unit: string | null): string {
  if (unit !== 'share') return localNumber(locale, change, { maximumFractionDigits: 2 });
  return locale.language === 'fr'
    ? countPhrase(locale, 100 * change, '# point de pourcentage', '# points de pourcentage')
    : countPhrase(locale, 100 * change, '# percentage point', '# percentage points');
}

/** Says in English which samples it takes. */
export function needInEnglish(locale: ResolvedLocale, { perWave, nextWave }: PlanSampleNeed): string {
  if (perWave === null) return 'how many answers it would take is not known without a standard error';
  const waves = `two new waves of ${localCount(locale, perWave)} answers each would show it with 80% power`;
  return nextWave === null
    ? `${waves}, and beside this baseline no number of answers is enough`
    : `${waves}, or ${localCount(locale, nextWave)} answers in the next wave beside this baseline`;
}

/** Says in French which samples it takes. */
export function needInFrench(locale: ResolvedLocale, { perWave, nextWave }: PlanSampleNeed): string {
  if (perWave === null) return 'sans erreur type, le nombre de réponses nécessaire est inconnu';
  const waves = `deux nouvelles vagues de ${localCount(locale, perWave)} réponses chacune le montreraient avec une puissance de ${localNumber(locale, 0.8, { style: 'percent' })}`;
  return nextWave === null
    ? `${waves}, et face à cette mesure de départ aucun nombre de réponses ne suffit`
    : `${waves}, ou ${localCount(locale, nextWave)} réponses à la prochaine vague face à cette mesure de départ`;
}

/** Says in English what is wrong with a date. */
export function dateInEnglish({ code, date, other }: PlanDateFinding): string {
  switch (code) {
    case 'invalid-date':
      return `‘${date}’ is not a date.`;
    case 'due-not-after-start':
      return `The plan is due on ${date}, but begins on ${other} only.`;
    case 'due-not-after-baseline':
      return `The plan is due on ${date}, which is not after the period of the baseline, ${other}.`;
    case 'unplaced-period':
      return `The period of the baseline, ‘${date}’, cannot be placed on the calendar.`;
    case 'no-checkpoint':
      return date === null ? 'No checkpoint is planned.' : `No checkpoint is planned before the due date, ${date}.`;
    case 'checkpoints-unordered':
      return `The checkpoint of ${date} stands after that of ${other}, but does not come later.`;
    case 'checkpoint-after-due':
      return `The checkpoint of ${date} comes after the due date, ${other}.`;
    case 'checkpoint-before-start':
      return `The checkpoint of ${date} comes before the work begins, on ${other}.`;
  }
}

/** Says in French what is wrong with a date. */
export function dateInFrench({ code, date, other }: PlanDateFinding): string {
  switch (code) {
    case 'invalid-date':
      return `«\u202f${date}\u202f» n’est pas une date.`;
    case 'due-not-after-start':
      return `L’échéance du plan est fixée au ${date}, alors qu’il ne commence que le ${other}.`;
    case 'due-not-after-baseline':
      return `L’échéance du plan, le ${date}, n’est pas postérieure à la période de la mesure de départ, ${other}.`;
    case 'unplaced-period':
      return `La période de la mesure de départ, «\u202f${date}\u202f», ne peut être située dans le calendrier.`;
    case 'no-checkpoint':
      return date === null
        ? 'Aucun point de contrôle n’est prévu.'
        : `Aucun point de contrôle n’est prévu avant l’échéance du ${date}.`;
    case 'checkpoints-unordered':
      return `Le point de contrôle du ${date} est inscrit après celui du ${other}, mais n’a pas lieu plus tard.`;
    case 'checkpoint-after-due':
      return `Le point de contrôle du ${date} a lieu après l’échéance du ${other}.`;
    case 'checkpoint-before-start':
      return `Le point de contrôle du ${date} a lieu avant le début des travaux, le ${other}.`;
  }
}
