import { describe, expect, it } from 'vitest';
import { describeRule } from '../../../src/rewards/explanations/describeRule.js';
import { SMALL } from './explainCases.js';
import { PARTS, RULES } from './explainRules.js';

/** What is said of whole rules. */
const WHOLE: Readonly<Record<string, readonly [en: readonly string[], fr: readonly string[]]>> = {
  'field insight': [
    [
      'Rule ‘field-insight’, version 3, is in force from 2026-01-01 through 2026-12-31.',
      'It looks at every event ‘insight.submitted’.',
      'The reward goes to whom author › id names, once for each insight › id.',
      'It grants when all of these hold: (1) insight › actionable is true; (2) author › role is ‘sales’ or ‘reseller’.',
      'It grants 50 pt.',
      'The grant is set aside first, until ‘insight.reviewed’ settles it.',
      'The grant becomes final when insight › status is ‘validated’.',
      'The grant is voided when insight › status is ‘rejected’.',
      'What is not settled within 60 days is voided.',
      'Cap: 500 pt per earner, per quarter; a grant that goes beyond it is cut to what is left.',
      'On ‘insight.invalidated’ the grant is taken back when insight › status is ‘invalidated’: no more than the beneficiary still has.',
      'What is taken back is booked in the period in which that happens.',
      'Where facts are missing, the rule waits for them.',
    ],
    [
      'La règle «\u202ffield-insight\u202f», version 3, est en vigueur du 2026-01-01 au 2026-12-31 inclus.',
      'Elle examine chaque événement «\u202finsight.submitted\u202f».',
      'La récompense revient à l’attributaire que désigne author › id, une fois pour chaque valeur lue ici\u202f: insight › id.',
      'Elle accorde la récompense quand toutes ces conditions sont remplies\u202f: (1) insight › actionable vaut vrai\u202f; (2) author › role vaut «\u202fsales\u202f» ou «\u202freseller\u202f».',
      'Elle accorde 50\u00a0pt.',
      'L’attribution est d’abord réservée, jusqu’à l’événement qui la règle\u202f: «\u202finsight.reviewed\u202f».',
      'L’attribution devient définitive à cette condition\u202f: insight › status vaut «\u202fvalidated\u202f».',
      'L’attribution est annulée à cette condition\u202f: insight › status vaut «\u202frejected\u202f».',
      'Ce qui n’est pas réglé sous 60 jours est annulé.',
      'Plafond\u202f: 500\u00a0pt par attributaire, par trimestre\u202f; une attribution qui le dépasse est réduite à ce qui reste.',
      'L’événement «\u202finsight.invalidated\u202f» fait reprendre l’attribution, sans dépasser ce que le bénéficiaire a encore, à cette condition\u202f: insight › status vaut «\u202finvalidated\u202f».',
      'Ce qui est repris est inscrit dans la période où cela arrive.',
      'Quand des données manquent, la règle les attend.',
    ],
  ],
  'green quarter': [
    [
      'Rule ‘network-green-quarter’, version 1, is in force.',
      'It looks at every quarter that closes.',
      'The reward goes to whom network › id names, once for each period › key.',
      'It grants when all of these hold: (1) every element of kpis › otif (in a list of at least 3) meets this: status is ‘green’; (2) every element of kpis › sla (in a list of at least 3) meets this: status is ‘green’; (3) every element of kpis › portalAdoption (in a list of at least 3) meets this: status is ‘green’.',
      'It grants 20,000 pt, to be divided among network › members.',
      'The members are those that network › members lists by id; they share in equal parts.',
      'On ‘kpi.restated’ the grant is taken back when restated › green is false: all of it, even where that leaves less than nothing.',
      'What is taken back is booked in the period in which that happens.',
      'Late facts correct the grant for 30 days at most.',
      'Where facts are missing, the rule waits for them.',
    ],
    [
      'La règle «\u202fnetwork-green-quarter\u202f», version 1, est en vigueur.',
      'Elle examine chaque trimestre à sa clôture.',
      'La récompense revient à l’attributaire que désigne network › id, une fois pour chaque valeur lue ici\u202f: period › key.',
      'Elle accorde la récompense quand toutes ces conditions sont remplies\u202f: (1) dans la liste kpis › otif (d’au moins 3 éléments), chaque élément remplit ceci\u202f: status vaut «\u202fgreen\u202f»\u202f; (2) dans la liste kpis › sla (d’au moins 3 éléments), chaque élément remplit ceci\u202f: status vaut «\u202fgreen\u202f»\u202f; (3) dans la liste kpis › portalAdoption (d’au moins 3 éléments), chaque élément remplit ceci\u202f: status vaut «\u202fgreen\u202f».',
      'Elle accorde 20\u202f000\u00a0pt, à répartir dans la liste network › members.',
      'Les membres sont ceux de la liste network › members, désignés par le champ id\u202f; ils partagent à parts égales.',
      'L’événement «\u202fkpi.restated\u202f» fait reprendre l’attribution, en totalité, même si le solde devient négatif, à cette condition\u202f: restated › green vaut faux.',
      'Ce qui est repris est inscrit dans la période où cela arrive.',
      'Les faits tardifs corrigent l’attribution pendant 30 jours au plus.',
      'Quand des données manquent, la règle les attend.',
    ],
  ],
  'green months': [
    [
      'Rule ‘network-green-months’, version 1, is in force.',
      'It looks at every quarter that closes.',
      'The reward goes to whom network › id names, once for each period › key.',
      'It grants when the metric ‘otif’ of network › id is green by its value in every month of the quarter.',
      'It grants 20,000 pt, to be divided among network › members.',
      'The members are those that network › members lists by id; they share in equal parts.',
      'On ‘kpi.restated’ the grant is taken back when restated › green is false: all of it, even where that leaves less than nothing.',
      'What is taken back is booked in the period in which that happens.',
      'Late facts correct the grant for 30 days at most.',
      'Where facts are missing, the rule waits for them.',
    ],
    [
      'La règle «\u202fnetwork-green-months\u202f», version 1, est en vigueur.',
      'Elle examine chaque trimestre à sa clôture.',
      'La récompense revient à l’attributaire que désigne network › id, une fois pour chaque valeur lue ici\u202f: period › key.',
      'Elle accorde la récompense à cette condition\u202f: l’indicateur «\u202fotif\u202f» pour network › id est au vert d’après sa valeur chaque mois du trimestre.',
      'Elle accorde 20\u202f000\u00a0pt, à répartir dans la liste network › members.',
      'Les membres sont ceux de la liste network › members, désignés par le champ id\u202f; ils partagent à parts égales.',
      'L’événement «\u202fkpi.restated\u202f» fait reprendre l’attribution, en totalité, même si le solde devient négatif, à cette condition\u202f: restated › green vaut faux.',
      'Ce qui est repris est inscrit dans la période où cela arrive.',
      'Les faits tardifs corrigent l’attribution pendant 30 jours au plus.',
      'Quand des données manquent, la règle les attend.',
    ],
  ],
  goodwill: [
    [
      'Rule ‘goodwill-incident’, version 2, is in force.',
      'It looks at every event ‘incident.closed’.',
      'The reward goes to whom customer › id names, once for each incident › id.',
      'It grants when all of these hold: (1) incident › attributableTo is ‘supplier’; (2) incident › severity is at least 2.',
      'It grants a gift to choose in the catalogue ‘main’.',
      'The amount depends on incident › severity: €25.00 for ‘2’; €50.00 for ‘3’; €100.00 for ‘4’; for anything else the amount is unknown.',
      'The grant is set aside first, until ‘gift.chosen’ settles it.',
      'The grant becomes final when choice › sku is known.',
      'How much becomes final is said by choice › priceMinor; the remainder returns.',
      'What is not settled within 90 days is voided.',
      'Amounts above €50.00 wait until approval › granted is true.',
      'Cap: €150.00 per earner, per calendar year; a grant that goes beyond it is refused as a whole.',
      'The budget ‘goodwill-2026’ pays.',
      'Where facts are missing, the rule waits for them.',
    ],
    [
      'La règle «\u202fgoodwill-incident\u202f», version 2, est en vigueur.',
      'Elle examine chaque événement «\u202fincident.closed\u202f».',
      'La récompense revient à l’attributaire que désigne customer › id, une fois pour chaque valeur lue ici\u202f: incident › id.',
      'Elle accorde la récompense quand toutes ces conditions sont remplies\u202f: (1) incident › attributableTo vaut «\u202fsupplier\u202f»\u202f; (2) incident › severity vaut au moins 2.',
      'Elle accorde un cadeau à choisir dans le catalogue «\u202fmain\u202f».',
      'Le montant dépend de la donnée incident › severity\u202f: 25,00\u00a0€ pour «\u202f2\u202f»\u202f; 50,00\u00a0€ pour «\u202f3\u202f»\u202f; 100,00\u00a0€ pour «\u202f4\u202f»\u202f; pour toute autre valeur, le montant est inconnu.',
      'L’attribution est d’abord réservée, jusqu’à l’événement qui la règle\u202f: «\u202fgift.chosen\u202f».',
      'L’attribution devient définitive à cette condition\u202f: choice › sku a une valeur.',
      'Le montant définitif est donné par choice › priceMinor\u202f; le reste est libéré.',
      'Ce qui n’est pas réglé sous 90 jours est annulé.',
      'Au-dessus de 50,00\u00a0€, l’attribution attend que ceci soit vrai\u202f: approval › granted.',
      'Plafond\u202f: 150,00\u00a0€ par attributaire, par année civile\u202f; une attribution qui le dépasse est refusée en entier.',
      'Le coût est imputé au budget «\u202fgoodwill-2026\u202f».',
      'Quand des données manquent, la règle les attend.',
    ],
  ],
  'spring challenge': [
    [
      'Rule ‘spring-challenge’, version 1, is in force from 2026-03-01 through 2026-05-31.',
      'It looks at every event ‘progress.updated’.',
      'The reward goes to whom person › id names, once for each challenge › edition.',
      'It grants when at least 2 of these hold: (1) the number of elements of events (those where type is ‘panel.completed’) is at least 1; (2) catalogue › completenessBp is at least 9500; (3) the number of elements of events (those where type is ‘elearning.passed’) is at least 3.',
      'It grants 300 pt.',
      'Of the rules of the group ‘challenges-2026h1’, only one grants to the same earner for the same thing.',
      'Where facts are missing, the rule waits for them.',
    ],
    [
      'La règle «\u202fspring-challenge\u202f», version 1, est en vigueur du 2026-03-01 au 2026-05-31 inclus.',
      'Elle examine chaque événement «\u202fprogress.updated\u202f».',
      'La récompense revient à l’attributaire que désigne person › id, une fois pour chaque valeur lue ici\u202f: challenge › edition.',
      'Elle accorde la récompense à cette condition\u202f: au moins 2 de ces conditions sont remplies\u202f: (1) dans la liste events, le nombre d’éléments (ceux où type vaut «\u202fpanel.completed\u202f») vaut au moins 1\u202f; (2) catalogue › completenessBp vaut au moins 9500\u202f; (3) dans la liste events, le nombre d’éléments (ceux où type vaut «\u202felearning.passed\u202f») vaut au moins 3.',
      'Elle accorde 300\u00a0pt.',
      'Parmi les règles du groupe «\u202fchallenges-2026h1\u202f», une seule accorde au même attributaire pour le même motif.',
      'Quand des données manquent, la règle les attend.',
    ],
  ],
  'plan target': [
    [
      'Rule ‘plan-target-reached’, version 1, is in force.',
      'It looks at every event ‘plan.reviewed’.',
      'The reward goes to whom team › id names, once for each plan › id.',
      'It grants when all of these hold: (1) plan › state is ‘reached’; (2) plan › proven is true.',
      'It grants the badge ‘target-reached’.',
      'Where facts are missing, the rule waits for them.',
    ],
    [
      'La règle «\u202fplan-target-reached\u202f», version 1, est en vigueur.',
      'Elle examine chaque événement «\u202fplan.reviewed\u202f».',
      'La récompense revient à l’attributaire que désigne team › id, une fois pour chaque valeur lue ici\u202f: plan › id.',
      'Elle accorde la récompense quand toutes ces conditions sont remplies\u202f: (1) plan › state vaut «\u202freached\u202f»\u202f; (2) plan › proven vaut vrai.',
      'Elle accorde le badge «\u202ftarget-reached\u202f».',
      'Quand des données manquent, la règle les attend.',
    ],
  ],
  everything: [
    [
      'Rule ‘Loyalty’, version 1, generation 2, is a draft, valid from 2026-01-01.',
      'It looks at every result of the metric ‘otif’.',
      'The reward goes to whom who names, once for each what.',
      'It grants when the metric ‘otif’ of net over the whole month is at least 0.96, on a sample of at least 30.',
      'It grants an amount in EUR, to be divided among team.',
      'The amount is 2.5% of order › total, rounded down, no less than €1.00, no more than €5,000.00.',
      'The members are those that team lists by id; they share in proportion to hours.',
      'The grant is set aside first, until ‘paid’ or ‘cancelled’ settles it.',
      'The grant becomes final when paidOn is known.',
      'What is not settled within 1 day is voided.',
      'Cap: €0.01 per beneficiary, per day, over all rules of this unit; a grant that goes beyond it is cut to what is left.',
      'Cap: €0.02 per account, per week; a grant that goes beyond it is refused as a whole.',
      'Cap: €0.03 per network, per month; a grant that goes beyond it is cut to what is left.',
      'Cap: €0.04 for the whole programme, per fiscal year; a grant that goes beyond it is cut to what is left.',
      'Cap: €0.05 per earner, for all time; a grant that goes beyond it is cut to what is left.',
      'The account is named by account.',
      'The network is named by network.',
      'Its priority is −3: higher ones come first.',
      'On ‘undo’ or ‘fraud’ the grant is taken back when the shared condition ‘wrong’ holds: only what is still pending.',
      'What is taken back is booked in the period of the grant.',
      'The budget gets back what is taken back.',
      'What is granted expires 1 day after the grant.',
      'Late facts correct the grant for 1 day at most.',
      'Where facts are missing, the rule grants nothing.',
    ],
    [
      'La règle «\u202fFidélité\u202f», version 1, génération 2, est à l’état de brouillon, valable à partir du 2026-01-01.',
      'Elle examine chaque résultat de l’indicateur «\u202fotif\u202f».',
      'La récompense revient à l’attributaire que désigne who, une fois pour chaque valeur lue ici\u202f: what.',
      'Elle accorde la récompense à cette condition\u202f: l’indicateur «\u202fotif\u202f» pour net sur le mois entier vaut au moins 0,96, sur un échantillon d’au moins 30.',
      'Elle accorde un montant en EUR, à répartir dans la liste team.',
      'Le montant est égal à 2,5\u00a0% de la donnée order › total, en arrondissant vers le bas, pas moins de 1,00\u00a0€, pas plus de 5\u202f000,00\u00a0€.',
      'Les membres sont ceux de la liste team, désignés par le champ id\u202f; ils partagent en proportion du champ hours.',
      'L’attribution est d’abord réservée, jusqu’à l’événement qui la règle\u202f: «\u202fpaid\u202f» ou «\u202fcancelled\u202f».',
      'L’attribution devient définitive à cette condition\u202f: paidOn a une valeur.',
      'Ce qui n’est pas réglé sous 1 jour est annulé.',
      'Plafond\u202f: 0,01\u00a0€ par bénéficiaire, par jour, toutes règles de cette unité confondues\u202f; une attribution qui le dépasse est réduite à ce qui reste.',
      'Plafond\u202f: 0,02\u00a0€ par compte, par semaine\u202f; une attribution qui le dépasse est refusée en entier.',
      'Plafond\u202f: 0,03\u00a0€ par réseau, par mois\u202f; une attribution qui le dépasse est réduite à ce qui reste.',
      'Plafond\u202f: 0,04\u00a0€ pour tout le programme, par exercice\u202f; une attribution qui le dépasse est réduite à ce qui reste.',
      'Plafond\u202f: 0,05\u00a0€ par attributaire, sur toute la durée\u202f; une attribution qui le dépasse est réduite à ce qui reste.',
      'Le compte est désigné par account.',
      'Le réseau est désigné par network.',
      'Sa priorité est −3\u202f; les plus hautes passent d’abord.',
      'L’événement «\u202fundo\u202f» ou «\u202ffraud\u202f» fait reprendre l’attribution, seulement ce qui est encore en attente, à cette condition\u202f: la condition partagée «\u202fwrong\u202f» est remplie.',
      'Ce qui est repris est inscrit dans la période de l’attribution.',
      'Ce qui est repris retourne au budget.',
      'Ce qui est accordé expire 1 jour après l’attribution.',
      'Les faits tardifs corrigent l’attribution pendant 1 jour au plus.',
      'Quand des données manquent, la règle n’accorde rien.',
    ],
  ],
};

/** What is said of a part and not of the small rule. */
const OWN: Readonly<Record<string, readonly [en: readonly string[], fr: readonly string[]]>> = {
  'paused within days': [
    ['Rule ‘r’, version 1, is paused, valid from 2026-01-01 through 2026-02-01.'],
    ['La règle «\u202fr\u202f», version 1, est suspendue, valable du 2026-01-01 au 2026-02-01 inclus.'],
  ],
  ended: [['Rule ‘r’, version 1, has ended.'], ['La règle «\u202fr\u202f», version 1, est terminée.']],
  'through a day': [
    ['Rule ‘r’, version 1, is in force through 2026-02-01.'],
    ['La règle «\u202fr\u202f», version 1, est en vigueur jusqu’au 2026-02-01 inclus.'],
  ],
  'first generation': [[], []],
  'close of a month': [['It looks at every month that closes.'], ['Elle examine chaque mois à sa clôture.']],
  'close of a year': [['It looks at every year that closes.'], ['Elle examine chaque année à sa clôture.']],
  'one member': [
    ['It grants when a is known.'],
    ['Elle accorde la récompense à cette condition\u202f: a a une valeur.'],
  ],
  'one of two': [
    ['It grants when a is known or (the following is not so: b is known).'],
    [
      'Elle accorde la récompense à cette condition\u202f: a a une valeur ou (ce qui suit n’est pas vrai\u202f: b a une valeur).',
    ],
  ],
  'pooled month': [
    ['It grants when the metric ‘otif’ of net over the whole month is at least 0.96.'],
    [
      'Elle accorde la récompense à cette condition\u202f: l’indicateur «\u202fotif\u202f» pour net sur le mois entier vaut au moins 0,96.',
    ],
  ],
  'months of a year': [
    [
      'It grants when the metric ‘otif’ of net is red by the unfavourable end of its interval in every month of the year, on a sample of at least 30.',
    ],
    [
      'Elle accorde la récompense à cette condition\u202f: l’indicateur «\u202fotif\u202f» pour net est au rouge d’après la borne défavorable de son intervalle chaque mois de l’année, sur un échantillon d’au moins 30.',
    ],
  ],
  'pooled year': [
    ['It grants when the metric ‘otif’ of net over the whole year is amber by its value, on a sample of at least 30.'],
    [
      'Elle accorde la récompense à cette condition\u202f: l’indicateur «\u202fotif\u202f» pour net sur l’année entière est à l’orange d’après sa valeur, sur un échantillon d’au moins 30.',
    ],
  ],
  'table with otherwise': [
    ['It grants an amount in EUR.', 'The amount depends on k: €0.02 for ‘a’; €0.01 for ‘b’; €0.00 for anything else.'],
    [
      'Elle accorde un montant en EUR.',
      'Le montant dépend de la donnée k\u202f: 0,02\u00a0€ pour «\u202fa\u202f»\u202f; 0,01\u00a0€ pour «\u202fb\u202f»\u202f; 0,00\u00a0€ pour toute autre valeur.',
    ],
  ],
  'rounded up': [
    ['It grants an amount in EUR.', 'The amount is 2.5% of order › total, rounded up, no more than €5,000.00.'],
    [
      'Elle accorde un montant en EUR.',
      'Le montant est égal à 2,5\u00a0% de la donnée order › total, en arrondissant vers le haut, pas plus de 5\u202f000,00\u00a0€.',
    ],
  ],
  'half up': [
    [
      'It grants an amount in EUR.',
      'The amount is 2.5% of order › total, rounded to the nearest, halves up, no less than €1.00.',
    ],
    [
      'Elle accorde un montant en EUR.',
      'Le montant est égal à 2,5\u00a0% de la donnée order › total, en arrondissant au plus près, les demis vers le haut, pas moins de 1,00\u00a0€.',
    ],
  ],
  'half even': [
    ['It grants an amount in EUR.', 'The amount is 100% of t, rounded to the nearest, halves to even.'],
    [
      'Elle accorde un montant en EUR.',
      'Le montant est égal à 100\u00a0% de la donnée t, en arrondissant au plus près, les demis vers le nombre pair.',
    ],
  ],
  immediate: [[], []],
  'full reversal': [
    [
      'On ‘u’ the grant is taken back when a is known: all of it, even where that leaves less than nothing.',
      'What is taken back is booked in the period in which that happens.',
    ],
    [
      'L’événement «\u202fu\u202f» fait reprendre l’attribution, en totalité, même si le solde devient négatif, à cette condition\u202f: a a une valeur.',
      'Ce qui est repris est inscrit dans la période où cela arrive.',
    ],
  ],
  'expiry after days': [
    ['What is granted expires 365 days after the grant.'],
    ['Ce qui est accordé expire 365 jours après l’attribution.'],
  ],
  'expiry by year': [
    ['What is granted expires at the end of the calendar year of the grant.'],
    ['Ce qui est accordé expire à la fin de l’année civile de l’attribution.'],
  ],
  'expiry by fiscal year': [
    ['What is granted expires at the end of the fiscal year of the grant, 1 year later.'],
    ['Ce qui est accordé expire à la fin de l’exercice de l’attribution, 1 an plus tard.'],
  ],
  'expiry later': [
    ['What is granted expires at the end of the calendar year of the grant, 2 years later.'],
    ['Ce qui est accordé expire à la fin de l’année civile de l’attribution, 2 ans plus tard.'],
  ],
  'longer window': [
    ['Late facts correct the grant for 2 days at most.'],
    ['Les faits tardifs corrigent l’attribution pendant 2 jours au plus.'],
  ],
  priority: [
    ['Its priority is 10: higher ones come first.'],
    ['Sa priorité est 10\u202f; les plus hautes passent d’abord.'],
  ],
};

const LOCALES = ['en', 'fr'] as const;

describe('describeRule', () => {
  it('is held against every rule and part', () => {
    expect(RULES.map(([title]) => title)).toEqual(Object.keys(WHOLE));
    expect(PARTS.map(([title]) => title)).toEqual(Object.keys(OWN));
  });

  it.each(RULES)('reads back: %s', (title, rule) => {
    expect(LOCALES.map((locale) => describeRule(rule, { locale }))).toEqual(WHOLE[title]);
  });

  it.each(PARTS)('reads back the part: %s', (title, part) => {
    const said = LOCALES.map((locale) => {
      const before = describeRule(SMALL, { locale });
      return describeRule({ ...SMALL, ...part }, { locale }).filter((sentence) => !before.includes(sentence));
    });
    expect(said).toEqual(OWN[title]);
  });
});
