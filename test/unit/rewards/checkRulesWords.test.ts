import { describe, expect, it } from 'vitest';
import { formatRuleFinding } from '../../../src/rewards/trials/formatRuleFinding.js';
import type { RuleFinding } from '../../../src/rewards/trials/ruleFinding.js';

const base = { severity: 'warning', rule: 'r', path: ['when'] } as const;
const validity = { ...base, code: 'outside-validity', asOf: '2026-02-01' } as const;
const nb = '\u202f';

const WORDS: readonly (readonly [RuleFinding, string, string])[] = [
  [
    { ...base, code: 'unreachable' },
    'The condition of the rule ‘r’ can never hold: its parts contradict each other.',
    `La condition de la règle «${nb}r${nb}» ne peut jamais être remplie${nb}: ses éléments se contredisent.`,
  ],
  [
    { ...base, code: 'unreachable', path: ['settle', 'post'] },
    'The condition that posts of the rule ‘r’ can never hold: its parts contradict each other.',
    `La condition de confirmation de la règle «${nb}r${nb}» ne peut jamais être remplie${nb}: ses éléments se contredisent.`,
  ],
  [
    { ...base, code: 'unreachable', path: ['settle', 'void'] },
    'The condition that voids of the rule ‘r’ can never hold: its parts contradict each other.',
    `La condition d’annulation de la règle «${nb}r${nb}» ne peut jamais être remplie${nb}: ses éléments se contredisent.`,
  ],
  [
    { ...base, code: 'unreachable', path: ['reversal', 'when'] },
    'The condition that takes back of the rule ‘r’ can never hold: its parts contradict each other.',
    `La condition de reprise de la règle «${nb}r${nb}» ne peut jamais être remplie${nb}: ses éléments se contredisent.`,
  ],
  [
    { ...base, code: 'always-true' },
    'The condition of the rule ‘r’ never fails: it holds whenever its facts are known.',
    `La condition de la règle «${nb}r${nb}» n’échoue jamais${nb}: elle est remplie dès que ses faits sont connus.`,
  ],
  [
    { ...base, code: 'never-capped' },
    'Nothing limits what the rule ‘r’ grants: it has neither a cap nor a budget.',
    `Rien ne limite ce que la règle «${nb}r${nb}» accorde${nb}: elle n’a ni plafond ni budget.`,
  ],
  [
    { ...base, code: 'no-void' },
    'Nothing voids what the rule ‘r’ sets aside but the passing of time.',
    `Ce que la règle «${nb}r${nb}» réserve n’est annulé que par l’écoulement du temps.`,
  ],
  [
    { ...base, code: 'cap-zero' },
    'A cap of the rule ‘r’ is zero, so that it grants nothing.',
    `Un plafond de la règle «${nb}r${nb}» est nul${nb}: elle n’accorde rien.`,
  ],
  [
    { ...base, code: 'negative-balance' },
    'Taking all back, as the rule ‘r’ does, may leave a member with less than nothing.',
    `Reprendre la totalité, comme le fait la règle «${nb}r${nb}», peut laisser à un membre un solde négatif.`,
  ],
  [
    { ...validity, from: '2026-03-01', through: null },
    'On 2026-02-01 the rule ‘r’ is not in force: it is from 2026-03-01.',
    `Au 2026-02-01, la règle «${nb}r${nb}» n’est pas en vigueur${nb}: elle l’est à partir du 2026-03-01.`,
  ],
  [
    { ...validity, from: null, through: '2026-01-31' },
    'On 2026-02-01 the rule ‘r’ is not in force: it is through 2026-01-31.',
    `Au 2026-02-01, la règle «${nb}r${nb}» n’est pas en vigueur${nb}: elle l’est jusqu’au 2026-01-31.`,
  ],
  [
    { ...validity, from: '2026-01-01', through: '2026-01-31' },
    'On 2026-02-01 the rule ‘r’ is not in force: it is from 2026-01-01 through 2026-01-31.',
    `Au 2026-02-01, la règle «${nb}r${nb}» n’est pas en vigueur${nb}: elle l’est du 2026-01-01 au 2026-01-31.`,
  ],
  [
    { ...base, code: 'unknown-event', event: 'e' },
    'No system sends the event ‘e’, for which the rule ‘r’ waits.',
    `Aucun système n’émet l’événement «${nb}e${nb}» que la règle «${nb}r${nb}» attend.`,
  ],
  [
    { ...base, code: 'unknown-budget', budget: 'b' },
    'The budget ‘b’, from which the rule ‘r’ is paid, does not exist.',
    `Le budget «${nb}b${nb}» qui finance la règle «${nb}r${nb}» n’existe pas.`,
  ],
  [
    { ...base, code: 'cap-above-budget', limit: 15000, budget: 'b', budgetLimit: 2000 },
    'A cap of the rule ‘r’, 15,000, is larger than its budget ‘b’, 2,000, and so protects nothing.',
    `Un plafond de la règle «${nb}r${nb}», 15${nb}000, dépasse son budget «${nb}b${nb}», 2${nb}000${nb}: il ne protège de rien.`,
  ],
  [
    { ...base, code: 'shared-cap-missing', unit: 'pt', others: ['s'] },
    'A cap of the rule ‘r’ counts what all rules grant in pt, but limits this rule only: ‘s’ lacks it. Write it into each rule.',
    `Un plafond de la règle «${nb}r${nb}» compte tout ce que les règles accordent en «${nb}pt${nb}», mais ne limite que celle-ci${nb}: il manque à «${nb}s${nb}». Inscrivez-le dans chaque règle.`,
  ],
  [
    { ...base, code: 'shared-cap-missing', unit: 'pt', others: ['s', 't'] },
    'A cap of the rule ‘r’ counts what all rules grant in pt, but limits this rule only: ‘s’ and ‘t’ lack it. Write it into each rule.',
    `Un plafond de la règle «${nb}r${nb}» compte tout ce que les règles accordent en «${nb}pt${nb}», mais ne limite que celle-ci${nb}: il manque à «${nb}s${nb}» et à «${nb}t${nb}». Inscrivez-le dans chaque règle.`,
  ],
  [
    { ...base, code: 'shared-cap-missing', unit: 'pt', others: ['s', 't', 'u'] },
    'A cap of the rule ‘r’ counts what all rules grant in pt, but limits this rule only: ‘s’, ‘t’ and ‘u’ lack it. Write it into each rule.',
    `Un plafond de la règle «${nb}r${nb}» compte tout ce que les règles accordent en «${nb}pt${nb}», mais ne limite que celle-ci${nb}: il manque à «${nb}s${nb}», à «${nb}t${nb}» et à «${nb}u${nb}». Inscrivez-le dans chaque règle.`,
  ],
  [
    { ...base, code: 'overlapping', other: 's', unit: 'pt' },
    'The rules ‘r’ and ‘s’ may both grant pt for the same fact to the same person: put them in one exclusive group, or make their conditions exclude each other.',
    `Les règles «${nb}r${nb}» et «${nb}s${nb}» peuvent toutes deux accorder des «${nb}pt${nb}» pour le même fait à la même personne${nb}: placez-les dans un même groupe exclusif, ou faites que leurs conditions s’excluent.`,
  ],
  [
    { ...base, code: 'shadowed', other: 's', group: 'g' },
    'Whenever the condition of the rule ‘r’ holds, so does that of ‘s’, which goes first in the group ‘g’.',
    `Chaque fois que la condition de la règle «${nb}r${nb}» est remplie, celle de «${nb}s${nb}», qui passe avant dans le groupe «${nb}g${nb}», l’est aussi.`,
  ],
  [
    { ...base, code: 'rewards-score', metric: 'csat', fact: null },
    'The rule ‘r’ rewards a score that people give, ‘csat’: who is rewarded for it begs for it. Reward what moves it.',
    `La règle «${nb}r${nb}» récompense une note donnée par des personnes, «${nb}csat${nb}»${nb}: on quémande une note pour laquelle on est récompensé. Récompensez ce qui la fait évoluer.`,
  ],
  [
    { ...base, code: 'rewards-score', metric: null, fact: ['a', 'nps'] },
    'The rule ‘r’ rewards a score that people give, ‘a › nps’: who is rewarded for it begs for it. Reward what moves it.',
    `La règle «${nb}r${nb}» récompense une note donnée par des personnes, «${nb}a › nps${nb}»${nb}: on quémande une note pour laquelle on est récompensé. Récompensez ce qui la fait évoluer.`,
  ],
  [
    { ...base, code: 'table-without-otherwise', fact: ['a', 'b'] },
    'The table of the rule ‘r’ has no amount for other values of ‘a › b’, and what is unknown is denied.',
    `Le barème de la règle «${nb}r${nb}» ne prévoit aucun montant pour les autres valeurs de «${nb}a › b${nb}», et l’inconnu est refusé.`,
  ],
  [
    { ...base, code: 'unused-correction-window', days: 30 },
    'The correction window of the rule ‘r’, 30 days, has no effect: the programme is never rebuilt.',
    `Le délai de correction de la règle «${nb}r${nb}», 30 jours, est sans effet${nb}: le programme n’est jamais recalculé.`,
  ],
  [
    { ...base, code: 'unused-correction-window', days: 1 },
    'The correction window of the rule ‘r’, 1 day, has no effect: the programme is never rebuilt.',
    `Le délai de correction de la règle «${nb}r${nb}», 1 jour, est sans effet${nb}: le programme n’est jamais recalculé.`,
  ],
  [
    { ...base, code: 'no-minimum-sample', metric: 'otif', minimumSample: 0 },
    'The rule ‘r’ takes the metric otif whatever it rests on: ask for a minimum sample.',
    `La règle «${nb}r${nb}» retient l’indicateur otif quel que soit son effectif${nb}: exigez un effectif minimal.`,
  ],
  [
    { ...base, code: 'point-status', metric: 'otif', minimumSample: 12 },
    'The rule ‘r’ judges the metric otif by its value, on a sample that may be as small as 12, where luck pays: judge it by its bound, or ask for a larger sample.',
    `La règle «${nb}r${nb}» juge l’indicateur otif sur sa valeur, avec un effectif qui peut n’être que de 12, ce qui récompense le hasard${nb}: jugez-le sur sa borne, ou exigez un effectif plus grand.`,
  ],
];

/** The message of what is thrown, with its code. */
function refusal(...args: readonly unknown[]): string {
  try {
    (formatRuleFinding as (...own: readonly unknown[]) => unknown)(...args);
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'accepted';
}

describe('formatRuleFinding', () => {
  it.each(WORDS)('writes %j', (finding, english, french) => {
    expect(formatRuleFinding(finding)).toBe(english);
    expect(formatRuleFinding(finding, { locale: 'en-GB' })).toBe(english);
    expect(formatRuleFinding(finding, { locale: 'fr' })).toBe(french);
  });

  it('names the rule as it is asked to', () => {
    const [finding] = WORDS[7] as (typeof WORDS)[number];
    expect(formatRuleFinding(finding, { name: 'Geste' })).toBe(
      'A cap of the rule ‘Geste’ is zero, so that it grants nothing.',
    );
  });

  it('names the code of a later version', () => {
    const later = { ...base, code: 'later' } as unknown as RuleFinding;
    expect(formatRuleFinding(later)).toBe(
      'The rule ‘r’ has a problem of the kind ‘later’, for which this version has no words.',
    );
    expect(formatRuleFinding(later, { locale: 'fr' })).toBe(
      `La règle «${nb}r${nb}» présente un problème de type «${nb}later${nb}», que cette version ne sait pas décrire.`,
    );
  });

  const wanted = 'CX_INVALID_INPUT: formatRuleFinding: "finding" must be a finding with code, rule and path, received';
  it.each([
    [[null], `${wanted} null`],
    [[{ code: 7, rule: 'r', path: [] }], `${wanted} an object`],
    [[{ code: 'x', rule: 7, path: [] }], `${wanted} an object`],
    [[{ code: 'x', rule: 'r', path: 'when' }], `${wanted} an object`],
    [
      [{ ...base, code: 'no-void' }, null],
      'CX_INVALID_OPTION: formatRuleFinding: options must be an object, received null',
    ],
    [
      [{ ...base, code: 'no-void' }, { locale: 'de' }],
      'CX_INVALID_OPTION: formatRuleFinding: option "locale" must be a language tag of English or French, received "de"',
    ],
    [
      [{ ...base, code: 'no-void' }, { name: 7 }],
      'CX_INVALID_OPTION: formatRuleFinding: option "name" must be text, received 7',
    ],
    [[{ ...base, code: 'rewards-score', metric: null, fact: 'nps' }], `${wanted} an object`],
    [[{ ...base, code: 'shared-cap-missing', unit: 'pt' }], `${wanted} an object`],
  ])('refuses %j', (args, message) => {
    expect(refusal(...args)).toBe(message);
  });
});
