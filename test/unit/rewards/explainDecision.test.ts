import { describe, expect, it } from 'vitest';
import { explainDecision } from '../../../src/rewards/explanations/explainDecision.js';
import type { RewardDecision } from '../../../src/rewards/evaluation/rewardDecision.js';
import { DECISIONS, type DecisionCase } from './explainDecisions.js';

type Pair = readonly [withRule: string, without: string];

/** What is said of each decision, with its rule and without. */
const SUMMARIES: Readonly<Record<string, readonly [en: Pair, fr: Pair]>> = {
  granted: [
    ['Rule ‘r’ grants 60 pt to lea for x on 2026-03-02.', 'Rule ‘r’ grants 60 pt to lea for x on 2026-03-02.'],
    [
      'La règle «\u202fr\u202f» accorde 60\u00a0pt à lea pour x, le 2026-03-02.',
      'La règle «\u202fr\u202f» accorde 60\u00a0pt à lea pour x, le 2026-03-02.',
    ],
  ],
  'granted money': [
    [
      'Rule ‘Bonus’ grants €1,234.56 to lea for x on 2026-03-02.',
      'Rule ‘r’ grants €1,234.56 to lea for x on 2026-03-02.',
    ],
    [
      'La règle «\u202fPrime\u202f» accorde 1\u202f234,56\u00a0€ à lea pour x, le 2026-03-02.',
      'La règle «\u202fr\u202f» accorde 1\u202f234,56\u00a0€ à lea pour x, le 2026-03-02.',
    ],
  ],
  'granted money without decimals': [
    ['Rule ‘r’ grants ¥5,000 to lea for x on 2026-03-02.', 'Rule ‘r’ grants ¥5,000 to lea for x on 2026-03-02.'],
    [
      'La règle «\u202fr\u202f» accorde 5\u202f000\u00a0JPY à lea pour x, le 2026-03-02.',
      'La règle «\u202fr\u202f» accorde 5\u202f000\u00a0JPY à lea pour x, le 2026-03-02.',
    ],
  ],
  'granted a badge': [
    [
      'Rule ‘plan-target-reached’ grants the badge ‘target-reached’ to t for p1 on 2026-03-02.',
      'Rule ‘plan-target-reached’ grants 1 target-reached to t for p1 on 2026-03-02.',
    ],
    [
      'La règle «\u202fplan-target-reached\u202f» accorde le badge «\u202ftarget-reached\u202f» à t pour p1, le 2026-03-02.',
      'La règle «\u202fplan-target-reached\u202f» accorde 1\u00a0target-reached à t pour p1, le 2026-03-02.',
    ],
  ],
  'granted to a network': [
    [
      'Rule ‘network-green-quarter’ grants 20,000 pt, to be divided among network › members, to north for 2026-Q1 on 2026-03-31.',
      'Rule ‘network-green-quarter’ grants 20,000 pt to north for 2026-Q1 on 2026-03-31.',
    ],
    [
      'La règle «\u202fnetwork-green-quarter\u202f» accorde 20\u202f000\u00a0pt, à répartir dans la liste network › members, à north pour 2026-Q1, le 2026-03-31.',
      'La règle «\u202fnetwork-green-quarter\u202f» accorde 20\u202f000\u00a0pt à north pour 2026-Q1, le 2026-03-31.',
    ],
  ],
  'granted in the second phase': [
    ['Rule ‘r’ makes 60 pt final for lea for x on 2026-03-05.', 'Rule ‘r’ grants 60 pt to lea for x on 2026-03-05.'],
    [
      'La règle «\u202fr\u202f» confirme 60\u00a0pt à lea pour x, le 2026-03-05.',
      'La règle «\u202fr\u202f» accorde 60\u00a0pt à lea pour x, le 2026-03-05.',
    ],
  ],
  'clipped by a cap': [
    [
      'Rule ‘r’ grants 40 pt instead of 60 pt to lea for y on 2026-03-02: its limits leave no more.',
      'Rule ‘r’ grants 40 pt instead of 60 pt to lea for y on 2026-03-02: its limits leave no more.',
    ],
    [
      'La règle «\u202fr\u202f» accorde 40\u00a0pt au lieu de 60\u00a0pt à lea pour y, le 2026-03-02\u202f; ses limites ne laissent pas davantage.',
      'La règle «\u202fr\u202f» accorde 40\u00a0pt au lieu de 60\u00a0pt à lea pour y, le 2026-03-02\u202f; ses limites ne laissent pas davantage.',
    ],
  ],
  'clipped by a budget': [
    [
      'Rule ‘r’ grants 40 pt instead of 60 pt to lea for y on 2026-03-02: its limits leave no more.',
      'Rule ‘r’ grants 40 pt instead of 60 pt to lea for y on 2026-03-02: its limits leave no more.',
    ],
    [
      'La règle «\u202fr\u202f» accorde 40\u00a0pt au lieu de 60\u00a0pt à lea pour y, le 2026-03-02\u202f; ses limites ne laissent pas davantage.',
      'La règle «\u202fr\u202f» accorde 40\u00a0pt au lieu de 60\u00a0pt à lea pour y, le 2026-03-02\u202f; ses limites ne laissent pas davantage.',
    ],
  ],
  'clipped by what was chosen': [
    [
      'Rule ‘r’ makes 40 pt of 60 pt final for lea for x on 2026-03-05; the remainder returns.',
      'Rule ‘r’ makes 40 pt of 60 pt final for lea for x on 2026-03-05; the remainder returns.',
    ],
    [
      'La règle «\u202fr\u202f» confirme 40\u00a0pt sur 60\u00a0pt à lea pour x, le 2026-03-05\u202f; le reste est libéré.',
      'La règle «\u202fr\u202f» confirme 40\u00a0pt sur 60\u00a0pt à lea pour x, le 2026-03-05\u202f; le reste est libéré.',
    ],
  ],
  pending: [
    [
      'Rule ‘r’ sets aside 60 pt for lea for x on 2026-03-02, until it is settled. What is not settled by 2026-03-12 is voided.',
      'Rule ‘r’ sets aside 60 pt for lea for x on 2026-03-02, until it is settled.',
    ],
    [
      'La règle «\u202fr\u202f» réserve 60\u00a0pt à lea pour x, le 2026-03-02, dans l’attente d’un règlement. Ce qui n’est pas réglé au plus tard le 2026-03-12 est annulé.',
      'La règle «\u202fr\u202f» réserve 60\u00a0pt à lea pour x, le 2026-03-02, dans l’attente d’un règlement.',
    ],
  ],
  'pending with less': [
    [
      'Rule ‘r’ sets aside 50 pt instead of 60 pt for lea for x on 2026-03-02, until it is settled. What is not settled by 2026-03-12 is voided.',
      'Rule ‘r’ sets aside 50 pt instead of 60 pt for lea for x on 2026-03-02, until it is settled.',
    ],
    [
      'La règle «\u202fr\u202f» réserve 50\u00a0pt au lieu de 60\u00a0pt à lea pour x, le 2026-03-02, dans l’attente d’un règlement. Ce qui n’est pas réglé au plus tard le 2026-03-12 est annulé.',
      'La règle «\u202fr\u202f» réserve 50\u00a0pt au lieu de 60\u00a0pt à lea pour x, le 2026-03-02, dans l’attente d’un règlement.',
    ],
  ],
  'pending still': [
    [
      'Rule ‘r’ keeps 60 pt pending for lea for x on 2026-03-05: the condition that makes it final does not hold.',
      'Rule ‘r’ keeps 60 pt pending for lea for x on 2026-03-05: the condition that makes it final does not hold.',
    ],
    [
      'La règle «\u202fr\u202f» garde 60\u00a0pt en attente pour lea, pour x, le 2026-03-05\u202f; la condition qui rend l’attribution définitive n’est pas remplie.',
      'La règle «\u202fr\u202f» garde 60\u00a0pt en attente pour lea, pour x, le 2026-03-05\u202f; la condition qui rend l’attribution définitive n’est pas remplie.',
    ],
  ],
  'pending gift': [
    [
      'Rule ‘goodwill-incident’ sets aside a gift to choose in the catalogue ‘main’, worth up to €50.00, for acme for n1 on 2026-02-11, until it is settled. What is not settled by 2026-05-12 is voided.',
      'Rule ‘goodwill-incident’ sets aside €50.00 for acme for n1 on 2026-02-11, until it is settled.',
    ],
    [
      'La règle «\u202fgoodwill-incident\u202f» réserve un cadeau à choisir dans le catalogue «\u202fmain\u202f», d’une valeur maximale de 50,00\u00a0€, à acme pour n1, le 2026-02-11, dans l’attente d’un règlement. Ce qui n’est pas réglé au plus tard le 2026-05-12 est annulé.',
      'La règle «\u202fgoodwill-incident\u202f» réserve 50,00\u00a0€ à acme pour n1, le 2026-02-11, dans l’attente d’un règlement.',
    ],
  ],
  'awaiting-approval': [
    [
      'Rule ‘goodwill-incident’ would grant a gift to choose in the catalogue ‘main’, worth up to €100.00, to acme for n1 on 2026-02-11, but this waits for an approval, as every amount above €50.00 does.',
      'Rule ‘goodwill-incident’ would grant €100.00 to acme for n1 on 2026-02-11, but this waits for an approval.',
    ],
    [
      'La règle «\u202fgoodwill-incident\u202f» accorderait un cadeau à choisir dans le catalogue «\u202fmain\u202f», d’une valeur maximale de 100,00\u00a0€, à acme pour n1, le 2026-02-11, mais une approbation est attendue, comme pour tout montant supérieur à 50,00\u00a0€.',
      'La règle «\u202fgoodwill-incident\u202f» accorderait 100,00\u00a0€ à acme pour n1, le 2026-02-11, mais une approbation est attendue.',
    ],
  ],
  held: [
    [
      'Rule ‘r’ does not decide yet for somebody whom the fact does not name for something that the fact does not name on 2026-03-02: facts are missing or unusable.',
      'Rule ‘r’ does not decide yet for somebody whom the fact does not name for something that the fact does not name on 2026-03-02: facts are missing or unusable.',
    ],
    [
      'La règle «\u202fr\u202f» ne décide pas encore pour quelqu’un que le fait ne nomme pas, pour un motif que le fait ne nomme pas, le 2026-03-02\u202f; des données manquent ou sont inutilisables.',
      'La règle «\u202fr\u202f» ne décide pas encore pour quelqu’un que le fait ne nomme pas, pour un motif que le fait ne nomme pas, le 2026-03-02\u202f; des données manquent ou sont inutilisables.',
    ],
  ],
  'held in the second phase': [
    [
      'Rule ‘r’ does not decide yet for lea for x on 2026-03-05: facts are missing or unusable, and 60 pt stays pending.',
      'Rule ‘r’ does not decide yet for lea for x on 2026-03-05: facts are missing or unusable, and 60 pt stays pending.',
    ],
    [
      'La règle «\u202fr\u202f» ne décide pas encore pour lea, pour x, le 2026-03-05\u202f; des données manquent ou sont inutilisables, et le montant de 60\u00a0pt reste en attente.',
      'La règle «\u202fr\u202f» ne décide pas encore pour lea, pour x, le 2026-03-05\u202f; des données manquent ou sont inutilisables, et le montant de 60\u00a0pt reste en attente.',
    ],
  ],
  denied: [
    [
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: its condition does not hold.',
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: its condition does not hold.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; sa condition n’est pas remplie.',
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; sa condition n’est pas remplie.',
    ],
  ],
  'denied for want of facts': [
    [
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: facts are missing or unusable, and the rule does not wait for them.',
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: facts are missing or unusable, and the rule does not wait for them.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; des données manquent ou sont inutilisables, et la règle ne les attend pas.',
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; des données manquent ou sont inutilisables, et la règle ne les attend pas.',
    ],
  ],
  'denied for want of an occurrence': [
    [
      'Rule ‘r’ grants nothing to lea for something that the fact does not name on 2026-03-02: facts are missing or unusable, and the rule does not wait for them.',
      'Rule ‘r’ grants nothing to lea for something that the fact does not name on 2026-03-02: facts are missing or unusable, and the rule does not wait for them.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien à lea pour un motif que le fait ne nomme pas, le 2026-03-02\u202f; des données manquent ou sont inutilisables, et la règle ne les attend pas.',
      'La règle «\u202fr\u202f» n’accorde rien à lea pour un motif que le fait ne nomme pas, le 2026-03-02\u202f; des données manquent ou sont inutilisables, et la règle ne les attend pas.',
    ],
  ],
  'denied more than is pending': [
    [
      'Rule ‘r’ changes nothing for lea for x on 2026-03-05: more than is pending was asked for, 61 pt.',
      'Rule ‘r’ changes nothing for lea for x on 2026-03-05: more than is pending was asked for, 61 pt.',
    ],
    [
      'La règle «\u202fr\u202f» ne change rien pour lea, pour x, le 2026-03-05\u202f; on a demandé plus que ce qui est en attente, 61\u00a0pt.',
      'La règle «\u202fr\u202f» ne change rien pour lea, pour x, le 2026-03-05\u202f; on a demandé plus que ce qui est en attente, 61\u00a0pt.',
    ],
  ],
  'denied to take back what is final': [
    [
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-05: of 60 pt nothing is pending any more, and only what is pending is taken back.',
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-05: of 60 pt nothing is pending any more, and only what is pending is taken back.',
    ],
    [
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-05\u202f; sur 60\u00a0pt, plus rien n’est en attente, et seul ce qui est en attente est repris.',
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-05\u202f; sur 60\u00a0pt, plus rien n’est en attente, et seul ce qui est en attente est repris.',
    ],
  ],
  'denied to take back what is spent': [
    [
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-05: of 60 pt the beneficiary has nothing left, and no more is taken back.',
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-05: of 60 pt the beneficiary has nothing left, and no more is taken back.',
    ],
    [
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-05\u202f; sur 60\u00a0pt, le bénéficiaire n’a plus rien, et rien de plus n’est repris.',
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-05\u202f; sur 60\u00a0pt, le bénéficiaire n’a plus rien, et rien de plus n’est repris.',
    ],
  ],
  'denied to take back what is void': [
    [
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-06: nothing is left to take back.',
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-06: nothing is left to take back.',
    ],
    [
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-06\u202f; il ne reste rien à reprendre.',
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-06\u202f; il ne reste rien à reprendre.',
    ],
  ],
  capped: [
    [
      'Rule ‘r’ would grant 60 pt to lea for x on 2026-03-02, but its caps leave nothing.',
      'Rule ‘r’ would grant 60 pt to lea for x on 2026-03-02, but its caps leave nothing.',
    ],
    [
      'La règle «\u202fr\u202f» accorderait 60\u00a0pt à lea pour x, le 2026-03-02, mais ses plafonds ne laissent rien.',
      'La règle «\u202fr\u202f» accorderait 60\u00a0pt à lea pour x, le 2026-03-02, mais ses plafonds ne laissent rien.',
    ],
  ],
  'capped over all': [
    [
      'Rule ‘r’ would grant 60 pt to lea for x on 2026-03-02, but its caps leave nothing.',
      'Rule ‘r’ would grant 60 pt to lea for x on 2026-03-02, but its caps leave nothing.',
    ],
    [
      'La règle «\u202fr\u202f» accorderait 60\u00a0pt à lea pour x, le 2026-03-02, mais ses plafonds ne laissent rien.',
      'La règle «\u202fr\u202f» accorderait 60\u00a0pt à lea pour x, le 2026-03-02, mais ses plafonds ne laissent rien.',
    ],
  ],
  'budget-exhausted': [
    [
      'Rule ‘r’ would grant 60 pt to lea for x on 2026-03-02, but the budget ‘b’ leaves nothing.',
      'Rule ‘r’ would grant 60 pt to lea for x on 2026-03-02, but the budget ‘b’ leaves nothing.',
    ],
    [
      'La règle «\u202fr\u202f» accorderait 60\u00a0pt à lea pour x, le 2026-03-02, mais le budget «\u202fb\u202f» ne laisse rien.',
      'La règle «\u202fr\u202f» accorderait 60\u00a0pt à lea pour x, le 2026-03-02, mais le budget «\u202fb\u202f» ne laisse rien.',
    ],
  ],
  duplicate: [
    [
      'Rule ‘r’ grants nothing more to lea for x on 2026-03-02: it has decided on this before, and does not grant 60 pt twice.',
      'Rule ‘r’ grants nothing more to lea for x on 2026-03-02: it has decided on this before, and does not grant 60 pt twice.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien de plus à lea pour x, le 2026-03-02\u202f; elle a déjà statué, et n’accorde pas 60\u00a0pt deux fois.',
      'La règle «\u202fr\u202f» n’accorde rien de plus à lea pour x, le 2026-03-02\u202f; elle a déjà statué, et n’accorde pas 60\u00a0pt deux fois.',
    ],
  ],
  'duplicate in the second phase': [
    [
      'Rule ‘r’ settles nothing for lea for x on 2026-03-06: nothing is pending any more.',
      'Rule ‘r’ settles nothing for lea for x on 2026-03-06: nothing is pending any more.',
    ],
    [
      'La règle «\u202fr\u202f» ne règle rien pour lea, pour x, le 2026-03-06\u202f; plus rien n’est en attente.',
      'La règle «\u202fr\u202f» ne règle rien pour lea, pour x, le 2026-03-06\u202f; plus rien n’est en attente.',
    ],
  ],
  'duplicate reversal': [
    [
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-06: it has done so before.',
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-06: it has done so before.',
    ],
    [
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-06\u202f; elle l’a déjà fait.',
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-06\u202f; elle l’a déjà fait.',
    ],
  ],
  conflict: [
    [
      'Rule ‘r’ grants nothing more to lea for x on 2026-03-02: its version 1 decided on this before and came to another result; now it comes to 90 pt.',
      'Rule ‘r’ grants nothing more to lea for x on 2026-03-02: its version 1 decided on this before and came to another result; now it comes to 90 pt.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien de plus à lea pour x, le 2026-03-02\u202f; sa version 1 en a déjà décidé avec un autre résultat\u202f; à présent, elle aboutit à 90\u00a0pt.',
      'La règle «\u202fr\u202f» n’accorde rien de plus à lea pour x, le 2026-03-02\u202f; sa version 1 en a déjà décidé avec un autre résultat\u202f; à présent, elle aboutit à 90\u00a0pt.',
    ],
  ],
  'not-in-force before': [
    [
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it is in force from 2026-03-03 only.',
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it was not in force on that day.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle n’est en vigueur qu’à partir du 2026-03-03.',
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle n’était pas en vigueur ce jour-là.',
    ],
  ],
  'not-in-force after': [
    [
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it was in force through 2026-03-01 only.',
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it was not in force on that day.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle n’était en vigueur que jusqu’au 2026-03-01.',
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle n’était pas en vigueur ce jour-là.',
    ],
  ],
  'not-in-force, a draft': [
    [
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it is a draft.',
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it was not in force on that day.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle est à l’état de brouillon.',
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle n’était pas en vigueur ce jour-là.',
    ],
  ],
  'not-in-force, paused': [
    [
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it is paused.',
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it was not in force on that day.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle est suspendue.',
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle n’était pas en vigueur ce jour-là.',
    ],
  ],
  'not-in-force, ended': [
    [
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it has ended.',
      'Rule ‘r’ grants nothing to lea for x on 2026-03-02: it was not in force on that day.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle est terminée.',
      'La règle «\u202fr\u202f» n’accorde rien à lea pour x, le 2026-03-02\u202f; elle n’était pas en vigueur ce jour-là.',
    ],
  ],
  excluded: [
    [
      'Rule ‘r’ does not grant 60 pt to lea for x on 2026-03-02: rule ‘a’ of the group ‘g’ has granted already, and only one may.',
      'Rule ‘r’ does not grant 60 pt to lea for x on 2026-03-02: rule ‘a’ has granted already, and only one may.',
    ],
    [
      'La règle «\u202fr\u202f» n’accorde pas 60\u00a0pt à lea pour x, le 2026-03-02\u202f; la règle «\u202fa\u202f» du groupe «\u202fg\u202f» a déjà accordé, et une seule le peut.',
      'La règle «\u202fr\u202f» n’accorde pas 60\u00a0pt à lea pour x, le 2026-03-02\u202f; la règle «\u202fa\u202f» a déjà accordé, et une seule le peut.',
    ],
  ],
  voided: [
    [
      'Rule ‘r’ voids what was pending for lea for x on 2026-03-05: the condition that voids it holds.',
      'Rule ‘r’ voids what was pending for lea for x on 2026-03-05: the condition that voids it holds.',
    ],
    [
      'La règle «\u202fr\u202f» annule ce qui était en attente pour lea, pour x, le 2026-03-05\u202f; la condition qui l’annule est remplie.',
      'La règle «\u202fr\u202f» annule ce qui était en attente pour lea, pour x, le 2026-03-05\u202f; la condition qui l’annule est remplie.',
    ],
  ],
  'voided when overdue': [
    [
      'Rule ‘r’ voids what was pending for lea for x on 2026-03-13: nothing settled it within 10 days.',
      'Rule ‘r’ voids what was pending for lea for x on 2026-03-13: nothing settled it in time.',
    ],
    [
      'La règle «\u202fr\u202f» annule ce qui était en attente pour lea, pour x, le 2026-03-13\u202f; rien ne l’a réglé en 10 jours.',
      'La règle «\u202fr\u202f» annule ce qui était en attente pour lea, pour x, le 2026-03-13\u202f; rien ne l’a réglé à temps.',
    ],
  ],
  'voided after a day': [
    [
      'Rule ‘r’ voids what was pending for lea for x on 2026-03-04: nothing settled it within 1 day.',
      'Rule ‘r’ voids what was pending for lea for x on 2026-03-04: nothing settled it in time.',
    ],
    [
      'La règle «\u202fr\u202f» annule ce qui était en attente pour lea, pour x, le 2026-03-04\u202f; rien ne l’a réglé en 1 jour.',
      'La règle «\u202fr\u202f» annule ce qui était en attente pour lea, pour x, le 2026-03-04\u202f; rien ne l’a réglé à temps.',
    ],
  ],
  reversed: [
    [
      'Rule ‘r’ takes back 60 pt of 60 pt from lea for x on 2026-03-05, all of it, even where that leaves less than nothing.',
      'Rule ‘r’ takes back 60 pt of 60 pt from lea for x on 2026-03-05.',
    ],
    [
      'La règle «\u202fr\u202f» reprend 60\u00a0pt sur 60\u00a0pt à lea pour x, le 2026-03-05, en totalité, même si le solde devient négatif.',
      'La règle «\u202fr\u202f» reprend 60\u00a0pt sur 60\u00a0pt à lea pour x, le 2026-03-05.',
    ],
  ],
  'reversed within the balance': [
    [
      'Rule ‘r’ takes back 60 pt of 60 pt from lea for x on 2026-03-05, no more than the beneficiary still had.',
      'Rule ‘r’ takes back 60 pt of 60 pt from lea for x on 2026-03-05.',
    ],
    [
      'La règle «\u202fr\u202f» reprend 60\u00a0pt sur 60\u00a0pt à lea pour x, le 2026-03-05, sans dépasser ce que le bénéficiaire avait encore.',
      'La règle «\u202fr\u202f» reprend 60\u00a0pt sur 60\u00a0pt à lea pour x, le 2026-03-05.',
    ],
  ],
  'reversed while pending': [
    [
      'Rule ‘r’ takes back 60 pt of 60 pt from lea for x on 2026-03-05, only what was still pending.',
      'Rule ‘r’ takes back 60 pt of 60 pt from lea for x on 2026-03-05.',
    ],
    [
      'La règle «\u202fr\u202f» reprend 60\u00a0pt sur 60\u00a0pt à lea pour x, le 2026-03-05, seulement ce qui était encore en attente.',
      'La règle «\u202fr\u202f» reprend 60\u00a0pt sur 60\u00a0pt à lea pour x, le 2026-03-05.',
    ],
  ],
};

/** The reasons of those that met limits or lacked facts, with their rule. */
const REASONS: Readonly<Record<string, readonly [en: readonly string[], fr: readonly string[]]>> = {
  'clipped by a cap': [
    [
      'Holds: valid is true; found: true.',
      'Cap of 100 pt per earner, per month: 60 pt used before for lea (2026-03), 40 pt let through.',
    ],
    [
      'Vrai\u202f: valid vaut vrai\u202f; trouvé\u202f: vrai.',
      'Plafond de 100\u00a0pt par attributaire, par mois\u202f: déjà utilisé pour lea (2026-03), 60\u00a0pt\u202f; accepté, 40\u00a0pt.',
    ],
  ],
  'clipped by a budget': [
    ['Holds: valid is true; found: true.', 'Budget ‘b’: 40 pt free before, 40 pt let through.'],
    [
      'Vrai\u202f: valid vaut vrai\u202f; trouvé\u202f: vrai.',
      'Budget «\u202fb\u202f»\u202f: disponible avant, 40\u00a0pt\u202f; accepté, 40\u00a0pt.',
    ],
  ],
  'pending with less': [
    [
      'Holds: valid is true; found: true.',
      'Cap of 50 pt per earner, per month: 0 pt used before for lea (2026-03), 50 pt let through.',
    ],
    [
      'Vrai\u202f: valid vaut vrai\u202f; trouvé\u202f: vrai.',
      'Plafond de 50\u00a0pt par attributaire, par mois\u202f: déjà utilisé pour lea (2026-03), 0\u00a0pt\u202f; accepté, 50\u00a0pt.',
    ],
  ],
  'pending gift': [
    [
      'Holds: incident › attributableTo is ‘supplier’; found: ‘supplier’.',
      'Holds: incident › severity is at least 2; found: 3.',
      'Cap of €150.00 per earner, per calendar year, all or nothing: €0.00 used before for acme (2026), €50.00 let through.',
      'Budget ‘goodwill-2026’: €200.00 free before, €50.00 let through.',
    ],
    [
      'Vrai\u202f: incident › attributableTo vaut «\u202fsupplier\u202f»\u202f; trouvé\u202f: «\u202fsupplier\u202f».',
      'Vrai\u202f: incident › severity vaut au moins 2\u202f; trouvé\u202f: 3.',
      'Plafond de 150,00\u00a0€ par attributaire, par année civile, tout ou rien\u202f: déjà utilisé pour acme (2026), 0,00\u00a0€\u202f; accepté, 50,00\u00a0€.',
      'Budget «\u202fgoodwill-2026\u202f»\u202f: disponible avant, 200,00\u00a0€\u202f; accepté, 50,00\u00a0€.',
    ],
  ],
  held: [
    [
      'Not known whether valid is true; valid is missing.',
      'Missing or unusable: who.',
      'Missing or unusable: what.',
      'Missing or unusable: account.',
      'Budget ‘b’ was not given.',
    ],
    [
      'On ignore si valid vaut vrai\u202f; il manque valid.',
      'Manquant ou inutilisable\u202f: who.',
      'Manquant ou inutilisable\u202f: what.',
      'Manquant ou inutilisable\u202f: account.',
      'Le budget «\u202fb\u202f» n’a pas été fourni.',
    ],
  ],
  'held in the second phase': [
    ['Holds: verdict is ‘good’; found: ‘good’.', 'Missing or unusable: price.'],
    [
      'Vrai\u202f: verdict vaut «\u202fgood\u202f»\u202f; trouvé\u202f: «\u202fgood\u202f».',
      'Manquant ou inutilisable\u202f: price.',
    ],
  ],
  'denied for want of facts': [
    ['Not known whether valid is true; valid is missing.'],
    ['On ignore si valid vaut vrai\u202f; il manque valid.'],
  ],
  'denied for want of an occurrence': [
    ['Holds: valid is true; found: true.', 'Missing or unusable: what.'],
    ['Vrai\u202f: valid vaut vrai\u202f; trouvé\u202f: vrai.', 'Manquant ou inutilisable\u202f: what.'],
  ],
  capped: [
    [
      'Holds: valid is true; found: true.',
      'Cap of 59 pt per earner, per month, all or nothing: 0 pt used before for lea (2026-03), 0 pt let through.',
    ],
    [
      'Vrai\u202f: valid vaut vrai\u202f; trouvé\u202f: vrai.',
      'Plafond de 59\u00a0pt par attributaire, par mois, tout ou rien\u202f: déjà utilisé pour lea (2026-03), 0\u00a0pt\u202f; accepté, 0\u00a0pt.',
    ],
  ],
  'capped over all': [
    [
      'Holds: valid is true; found: true.',
      'Cap of 0 pt for the whole programme, for all time, over all rules of this unit: 0 pt used before, 0 pt let through.',
    ],
    [
      'Vrai\u202f: valid vaut vrai\u202f; trouvé\u202f: vrai.',
      'Plafond de 0\u00a0pt pour tout le programme, sur toute la durée, toutes règles de cette unité confondues\u202f: déjà utilisé, 0\u00a0pt\u202f; accepté, 0\u00a0pt.',
    ],
  ],
  'budget-exhausted': [
    ['Holds: valid is true; found: true.', 'Budget ‘b’: 59 pt free before, 0 pt let through.'],
    [
      'Vrai\u202f: valid vaut vrai\u202f; trouvé\u202f: vrai.',
      'Budget «\u202fb\u202f»\u202f: disponible avant, 59\u00a0pt\u202f; accepté, 0\u00a0pt.',
    ],
  ],
};

const LOCALES = ['en', 'fr'] as const;

describe('explainDecision', () => {
  it('is held against every decision', () => {
    expect(DECISIONS.map(({ title }) => title)).toEqual(Object.keys(SUMMARIES));
  });

  it.each(DECISIONS.map((own) => [own.title, own] as const))('sums up: %s', (title, { decision, rules }) => {
    const said = LOCALES.map((locale) => [
      explainDecision(decision, { locale, rules }).summary,
      explainDecision(decision, { locale }).summary,
    ]);
    expect(said).toEqual(SUMMARIES[title]);
  });

  it('comes about as its title says', () => {
    for (const { title, decision } of DECISIONS) expect(title.startsWith(decision.outcome)).toBe(true);
  });

  it.each(DECISIONS.filter(({ title }) => title in REASONS).map((own) => [own.title, own] as const))(
    'gives the reasons of: %s',
    (title, { decision, rules }) => {
      expect(LOCALES.map((locale) => explainDecision(decision, { locale, rules }).reasons)).toEqual(REASONS[title]);
    },
  );

  it.each([
    ['within-balance', 0],
    ['full', 60],
    ['of a later version', 60],
  ])('says of a reversal that left nothing, by the policy %s of %i, that nothing is left', (policy, desired) => {
    const { decision } = DECISIONS.find(({ title }) => title === 'denied to take back what is final') as DecisionCase;
    const other = { ...decision, desired, reversalPolicy: policy } as unknown as RewardDecision;
    expect(explainDecision(other).summary).toBe(
      'Rule ‘r’ takes nothing back from lea for x on 2026-03-05: nothing is left to take back.',
    );
    expect(explainDecision(other, { locale: 'fr' }).summary).toBe(
      'La règle «\u202fr\u202f» ne reprend rien à lea pour x, le 2026-03-05\u202f; il ne reste rien à reprendre.',
    );
  });
});
