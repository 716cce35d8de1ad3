import { cxError } from '../core/errors.js';
import { localCount, resolveLocale, type LocaleOptions, type ResolvedLocale } from '../core/locale.js';
import type { PlanFinding } from './actionPlanFinding.js';
import { isPlainObject, requireOptionsObject } from './findingPath.js';
import { amount, changeText, dateInEnglish, dateInFrench, needInEnglish, needInFrench } from './formatPlanPhrases.js';

/** How a finding is written. */
export interface PlanFindingFormat extends LocaleOptions {
  /**
   * Name of the metric.
   * @defaultValue its id
   */
  readonly name?: string | undefined;
}

function inEnglish(locale: ResolvedLocale, finding: PlanFinding, name: string): string {
  const unit = 'unit' in finding ? finding.unit : null;
  const number = (value: number | null): string => amount(locale, value, unit);
  const change = (value: number): string => changeText(locale, value, unit);
  switch (finding.code) {
    case 'no-objective':
      return 'The plan does not say what is to be achieved.';
    case 'no-owner':
      return 'Nobody answers for the plan.';
    case 'no-resources':
      return 'The plan has neither money nor a team nor a tool.';
    case 'no-due-date':
      return 'The plan has no due date.';
    case 'repeated-metric':
      return `The metric ${name} stands in the plan more than once.`;
    case 'unknown-metric':
      return `The metric ${name} is not described, so neither its direction nor its range was checked.`;
    case 'no-baseline':
      return `It is not known where the metric ${name} stands today, so no progress can be measured.`;
    case 'no-interval':
      return `The baseline of ${name} has no interval, so nobody can tell a change from noise.`;
    case 'contextual-direction':
      return `Neither more nor less of ${name} is good in itself: the objective must say why the target is better.`;
    case 'target-within-noise':
      return `The target of ${name}, ${number(finding.target)}, lies inside the interval of its baseline, ${number(finding.lower)} to ${number(finding.upper)}: success could not be told from noise; ${needInEnglish(locale, finding)}.`;
    case 'sample-too-small':
      return `With ${localCount(locale, finding.expected)} answers the next wave is likely to miss a change of ${change(finding.change)} of ${name}; ${needInEnglish(locale, finding)}.`;
    case 'target-off-range':
      return `The target of ${name}, ${number(finding.target)}, lies off its range, ${number(finding.minimum)} to ${number(finding.maximum)}.`;
    case 'target-on-wrong-side':
      return `The target of ${name}, ${number(finding.target)}, is worse than its baseline, ${number(finding.value)}.`;
    case 'no-change':
      return `The target of ${name} is its baseline, ${number(finding.value)}: nothing is to change.`;
    case 'target-too-far':
      return `The target asks ${name} to change by ${change(finding.change)}, where the plan itself holds no more than ${change(finding.largest)} plausible.`;
    case 'invalid-date':
    case 'due-not-after-start':
    case 'due-not-after-baseline':
    case 'unplaced-period':
    case 'no-checkpoint':
    case 'checkpoints-unordered':
    case 'checkpoint-after-due':
    case 'checkpoint-before-start':
      return dateInEnglish(finding);
    default:
      return `The plan has a problem of the kind ‘${(finding satisfies never as PlanFinding).code}’, for which this version has no words.`;
  }
}

function inFrench(locale: ResolvedLocale, finding: PlanFinding, name: string): string {
  const unit = 'unit' in finding ? finding.unit : null;
  const number = (value: number | null): string => amount(locale, value, unit);
  const change = (value: number): string => changeText(locale, value, unit);
  switch (finding.code) {
    case 'no-objective':
      return 'Le plan ne dit pas ce qu’il doit atteindre.';
    case 'no-owner':
      return 'Le plan n’a pas de responsable.';
    case 'no-resources':
      return 'Le plan n’a ni budget, ni équipe, ni outil.';
    case 'no-due-date':
      return 'Le plan n’a pas d’échéance.';
    case 'repeated-metric':
      return `L’indicateur ${name} figure plusieurs fois dans le plan.`;
    case 'unknown-metric':
      return `L’indicateur ${name} n’est pas décrit\u202f: ni son sens ni son étendue n’ont été vérifiés.`;
    case 'no-baseline':
      return `La valeur de départ de l’indicateur ${name} est inconnue\u202f: aucun progrès ne peut être mesuré.`;
    case 'no-interval':
      return `La mesure de départ de l’indicateur ${name} n’a pas d’intervalle\u202f: nul ne peut distinguer un changement du hasard.`;
    case 'contextual-direction':
      return `Pour l’indicateur ${name}, ni la hausse ni la baisse n’est bonne en soi\u202f: l’objectif doit dire en quoi la cible est meilleure.`;
    case 'target-within-noise':
      return `La cible de l’indicateur ${name}, ${number(finding.target)}, se trouve dans l’intervalle de sa mesure de départ, de ${number(finding.lower)} à ${number(finding.upper)}\u202f: le succès ne pourrait être distingué du hasard\u202f; ${needInFrench(locale, finding)}.`;
    case 'sample-too-small':
      return `Avec ${localCount(locale, finding.expected)} réponses, la prochaine vague risque de manquer une variation de ${change(finding.change)} de l’indicateur ${name}\u202f; ${needInFrench(locale, finding)}.`;
    case 'target-off-range':
      return `La cible de l’indicateur ${name}, ${number(finding.target)}, sort de son étendue, de ${number(finding.minimum)} à ${number(finding.maximum)}.`;
    case 'target-on-wrong-side':
      return `La cible de l’indicateur ${name}, ${number(finding.target)}, est moins bonne que sa mesure de départ, ${number(finding.value)}.`;
    case 'no-change':
      return `La cible de l’indicateur ${name} est sa mesure de départ, ${number(finding.value)}\u202f: rien ne doit changer.`;
    case 'target-too-far':
      return `La cible demande à l’indicateur ${name} de varier de ${change(finding.change)}, alors que le plan lui-même juge plausible une variation de ${change(finding.largest)} au plus.`;
    case 'invalid-date':
    case 'due-not-after-start':
    case 'due-not-after-baseline':
    case 'unplaced-period':
    case 'no-checkpoint':
    case 'checkpoints-unordered':
    case 'checkpoint-after-due':
    case 'checkpoint-before-start':
      return dateInFrench(finding);
    default:
      return `Le plan présente un problème de type «\u202f${(finding satisfies never as PlanFinding).code}\u202f», que cette version ne sait pas décrire.`;
  }
}

/**
 * Writes a finding on an action plan as one full sentence, in British English or French.
 *
 * Use it wherever people read what {@link checkActionPlan} found: a code is for programs.
 *
 * @param finding - A finding.
 * @param options - The `locale`, English unless given, and the `name` of the metric, its id unless given.
 * @returns The sentence; for a code of a later version of this library, a general sentence that names the code.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no object, `CX_INVALID_OPTION` when the locale is of another
 * language.
 * @example
 * ```ts
 * import { formatPlanFinding, type PlanFinding } from 'cx-scoring/prioritization';
 *
 * const finding: PlanFinding = { code: 'no-owner', letter: 'specific', severity: 'error', path: ['owner'] };
 * formatPlanFinding(finding); // => 'Nobody answers for the plan.'
 * formatPlanFinding(finding, { locale: 'fr' }); // => 'Le plan n’a pas de responsable.'
 * ```
 */
export function formatPlanFinding(finding: PlanFinding, options: PlanFindingFormat = {}): string {
  const where = 'formatPlanFinding';
  const given: unknown = finding;
  if (!isPlainObject(given)) throw cxError('CX_INVALID_INPUT', `${where}: "finding"`, 'a finding', given);
  requireOptionsObject(where, options);
  const locale = resolveLocale(where, options.locale);
  const name = options.name ?? ('metric' in finding ? finding.metric : '');
  return locale.language === 'fr' ? inFrench(locale, finding, name) : inEnglish(locale, finding, name);
}
