import { describe, expect, it } from 'vitest';
import { isCxError } from '../../../src/core/errors.js';
import type { PlanDateFinding, PlanFinding } from '../../../src/prioritization/actionPlanFinding.js';
import { formatPlanFinding } from '../../../src/prioritization/formatPlanFinding.js';

/** `~` stands for a no-break space; whether `Intl` gives the narrow one depends on its version. */
const spaces = (text: string): string => text.replaceAll('~', '\u202f').replaceAll('\u00a0', '\u202f');

const measurable = {
  letter: 'measurable',
  severity: 'error',
  path: ['target'],
  metric: 'csat',
  unit: 'share',
} as const;
const realistic = { ...measurable, letter: 'realistic' } as const;
const points = { ...measurable, metric: 'nps', unit: 'points' } as const;

function dated(code: PlanDateFinding['code'], date: string | null, other: string | null = null): PlanDateFinding {
  return { code, letter: 'time-bound', severity: 'error', path: [], date, other };
}

const SENTENCES: readonly (readonly [finding: PlanFinding, en: string, fr: string])[] = [
  [
    { code: 'no-objective', letter: 'specific', severity: 'error', path: [] },
    'The plan does not say what is to be achieved.',
    'Le plan ne dit pas ce qu’il doit atteindre.',
  ],
  [
    { code: 'no-owner', letter: 'specific', severity: 'error', path: [] },
    'Nobody answers for the plan.',
    'Le plan n’a pas de responsable.',
  ],
  [
    { code: 'no-resources', letter: 'achievable', severity: 'error', path: [] },
    'The plan has neither money nor a team nor a tool.',
    'Le plan n’a ni budget, ni équipe, ni outil.',
  ],
  [
    { code: 'no-due-date', letter: 'time-bound', severity: 'error', path: [] },
    'The plan has no due date.',
    'Le plan n’a pas d’échéance.',
  ],
  [
    { ...measurable, code: 'repeated-metric', letter: 'specific' },
    'The metric csat stands in the plan more than once.',
    'L’indicateur csat figure plusieurs fois dans le plan.',
  ],
  [
    { ...measurable, code: 'unknown-metric' },
    'The metric csat is not described, so neither its direction nor its range was checked.',
    'L’indicateur csat n’est pas décrit~: ni son sens ni son étendue n’ont été vérifiés.',
  ],
  [
    { ...measurable, code: 'no-baseline' },
    'It is not known where the metric csat stands today, so no progress can be measured.',
    'La valeur de départ de l’indicateur csat est inconnue~: aucun progrès ne peut être mesuré.',
  ],
  [
    { ...measurable, code: 'no-interval' },
    'The baseline of csat has no interval, so nobody can tell a change from noise.',
    'La mesure de départ de l’indicateur csat n’a pas d’intervalle~: nul ne peut distinguer un changement du hasard.',
  ],
  [
    { ...measurable, code: 'contextual-direction' },
    'Neither more nor less of csat is good in itself: the objective must say why the target is better.',
    'Pour l’indicateur csat, ni la hausse ni la baisse n’est bonne en soi~: l’objectif doit dire en quoi la cible est meilleure.',
  ],
  [
    {
      ...measurable,
      code: 'target-within-noise',
      value: 0.8,
      target: 0.825,
      lower: 0.75,
      upper: 0.85,
      perWave: 4000,
      nextWave: 2500,
    },
    'The target of csat, 82.5%, lies inside the interval of its baseline, 75% to 85%: success could not be told from noise; two new waves of 4,000 answers each would show it with 80% power, or 2,500 answers in the next wave beside this baseline.',
    'La cible de l’indicateur csat, 82,5~%, se trouve dans l’intervalle de sa mesure de départ, de 75~% à 85~%~: le succès ne pourrait être distingué du hasard~; deux nouvelles vagues de 4~000 réponses chacune le montreraient avec une puissance de 80~%, ou 2~500 réponses à la prochaine vague face à cette mesure de départ.',
  ],
  [
    {
      ...points,
      code: 'target-within-noise',
      value: 20,
      target: 25,
      lower: -3.456,
      upper: null,
      perWave: 252,
      nextWave: null,
    },
    'The target of nps, 25, lies inside the interval of its baseline, \u22123.46 to …: success could not be told from noise; two new waves of 252 answers each would show it with 80% power, and beside this baseline no number of answers is enough.',
    'La cible de l’indicateur nps, 25, se trouve dans l’intervalle de sa mesure de départ, de \u22123,46 à …~: le succès ne pourrait être distingué du hasard~; deux nouvelles vagues de 252 réponses chacune le montreraient avec une puissance de 80~%, et face à cette mesure de départ aucun nombre de réponses ne suffit.',
  ],
  [
    { ...points, code: 'sample-too-small', change: 10, expected: 45, perWave: null, nextWave: null },
    'With 45 answers the next wave is likely to miss a change of 10 of nps; how many answers it would take is not known without a standard error.',
    'Avec 45 réponses, la prochaine vague risque de manquer une variation de 10 de l’indicateur nps~; sans erreur type, le nombre de réponses nécessaire est inconnu.',
  ],
  [
    { ...measurable, letter: 'achievable', code: 'target-off-range', target: 1.2, minimum: 0, maximum: 1 },
    'The target of csat, 120%, lies off its range, 0% to 100%.',
    'La cible de l’indicateur csat, 120~%, sort de son étendue, de 0~% à 100~%.',
  ],
  [
    { ...realistic, code: 'target-on-wrong-side', value: 0.8, target: 0.7 },
    'The target of csat, 70%, is worse than its baseline, 80%.',
    'La cible de l’indicateur csat, 70~%, est moins bonne que sa mesure de départ, 80~%.',
  ],
  [
    { ...realistic, code: 'no-change', value: 0.8, target: 0.8 },
    'The target of csat is its baseline, 80%: nothing is to change.',
    'La cible de l’indicateur csat est sa mesure de départ, 80~%~: rien ne doit changer.',
  ],
  [
    { ...realistic, code: 'target-too-far', unit: null, change: 12.5, largest: 5 },
    'The target asks csat to change by 12.5, where the plan itself holds no more than 5 plausible.',
    'La cible demande à l’indicateur csat de varier de 12,5, alors que le plan lui-même juge plausible une variation de 5 au plus.',
  ],
  [
    { ...realistic, code: 'target-too-far', change: 0.146, largest: 0.01 },
    'The target asks csat to change by 14.6 percentage points, where the plan itself holds no more than 1 percentage point plausible.',
    'La cible demande à l’indicateur csat de varier de 14,6 points de pourcentage, alors que le plan lui-même juge plausible une variation de 1 point de pourcentage au plus.',
  ],
  [
    { ...measurable, code: 'sample-too-small', change: -0.05, expected: 45, perWave: null, nextWave: null },
    'With 45 answers the next wave is likely to miss a change of \u22125 percentage points of csat; how many answers it would take is not known without a standard error.',
    'Avec 45 réponses, la prochaine vague risque de manquer une variation de \u22125 points de pourcentage de l’indicateur csat~; sans erreur type, le nombre de réponses nécessaire est inconnu.',
  ],
  [dated('invalid-date', 'soon'), '‘soon’ is not a date.', '«~soon~» n’est pas une date.'],
  [
    dated('due-not-after-start', '2026-01-01', '2026-02-01'),
    'The plan is due on 2026-01-01, but begins on 2026-02-01 only.',
    'L’échéance du plan est fixée au 2026-01-01, alors qu’il ne commence que le 2026-02-01.',
  ],
  [
    dated('due-not-after-baseline', '2026-01-01', '2026-Q1'),
    'The plan is due on 2026-01-01, which is not after the period of the baseline, 2026-Q1.',
    'L’échéance du plan, le 2026-01-01, n’est pas postérieure à la période de la mesure de départ, 2026-Q1.',
  ],
  [
    dated('unplaced-period', 'FY2026'),
    'The period of the baseline, ‘FY2026’, cannot be placed on the calendar.',
    'La période de la mesure de départ, «~FY2026~», ne peut être située dans le calendrier.',
  ],
  [dated('no-checkpoint', null), 'No checkpoint is planned.', 'Aucun point de contrôle n’est prévu.'],
  [
    dated('no-checkpoint', '2026-01-01'),
    'No checkpoint is planned before the due date, 2026-01-01.',
    'Aucun point de contrôle n’est prévu avant l’échéance du 2026-01-01.',
  ],
  [
    dated('checkpoints-unordered', '2026-01-01', '2026-02-01'),
    'The checkpoint of 2026-01-01 stands after that of 2026-02-01, but does not come later.',
    'Le point de contrôle du 2026-01-01 est inscrit après celui du 2026-02-01, mais n’a pas lieu plus tard.',
  ],
  [
    dated('checkpoint-after-due', '2026-03-01', '2026-02-01'),
    'The checkpoint of 2026-03-01 comes after the due date, 2026-02-01.',
    'Le point de contrôle du 2026-03-01 a lieu après l’échéance du 2026-02-01.',
  ],
  [
    dated('checkpoint-before-start', '2026-01-01', '2026-02-01'),
    'The checkpoint of 2026-01-01 comes before the work begins, on 2026-02-01.',
    'Le point de contrôle du 2026-01-01 a lieu avant le début des travaux, le 2026-02-01.',
  ],
  [
    { code: 'from-the-future' } as unknown as PlanFinding,
    'The plan has a problem of the kind ‘from-the-future’, for which this version has no words.',
    'Le plan présente un problème de type «~from-the-future~», que cette version ne sait pas décrire.',
  ],
];

describe('formatPlanFinding', () => {
  it.each(SENTENCES)('writes %j', (finding, en, fr) => {
    expect(formatPlanFinding(finding)).toBe(en);
    expect(spaces(formatPlanFinding(finding, { locale: 'fr' }))).toBe(spaces(fr));
  });

  it('calls the metric by the name it is given', () => {
    const finding: PlanFinding = { ...measurable, code: 'no-baseline' };
    expect(formatPlanFinding(finding, { name: 'satisfaction' })).toContain('the metric satisfaction stands');
  });

  it('refuses other languages', () => {
    let code = '';
    try {
      formatPlanFinding(SENTENCES[0]![0], { locale: 'de' });
    } catch (error) {
      if (isCxError(error)) code = error.code;
    }
    expect(code).toBe('CX_INVALID_OPTION');
  });

  it.each([
    [null, {}, 'CX_INVALID_INPUT', /^formatPlanFinding: "finding" must be a finding/],
    [SENTENCES[0]![0], null, 'CX_INVALID_OPTION', /^formatPlanFinding: "options" must be an object/],
  ])('refuses %j with options %j', (finding, options, code, message) => {
    const call = (): string => formatPlanFinding(finding as never, options as never);
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});
