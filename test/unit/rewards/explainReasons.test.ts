import { describe, expect, it } from 'vitest';
import { CASES, reasonsFor } from './explainCases.js';

/** What must be said: what was expected and what was found, or why it is unknown. */
const SAID: Readonly<Record<string, readonly [en: readonly string[], fr: readonly string[]]>> = {
  eq: [['Expected: a is 1; found: 2.'], ['Attendu\u202f: a vaut 1\u202f; trouvé\u202f: 2.']],
  'eq of text': [
    ['Expected: a is ‘x’; found: ‘y’.'],
    ['Attendu\u202f: a vaut «\u202fx\u202f»\u202f; trouvé\u202f: «\u202fy\u202f».'],
  ],
  'eq of two facts': [
    ['Expected: a is c › d; found: 2 against 3.'],
    ['Attendu\u202f: a vaut la même chose que la donnée c › d\u202f; trouvé\u202f: 2 contre 3.'],
  ],
  ne: [['Expected: a is not 1; found: 1.'], ['Attendu\u202f: a ne vaut pas 1\u202f; trouvé\u202f: 1.']],
  'ne of two facts': [
    ['Expected: a is not b; found: ‘x’ against ‘x’.'],
    [
      'Attendu\u202f: a ne vaut pas la même chose que la donnée b\u202f; trouvé\u202f: «\u202fx\u202f» contre «\u202fx\u202f».',
    ],
  ],
  lt: [
    ['Expected: a is below 1.5; found: 12,000.'],
    ['Attendu\u202f: a vaut moins de 1,5\u202f; trouvé\u202f: 12\u202f000.'],
  ],
  'lt of two facts': [
    ['Expected: a is below b; found: 2 against 1.'],
    ['Attendu\u202f: a vaut moins que la donnée b\u202f; trouvé\u202f: 2 contre 1.'],
  ],
  lte: [['Expected: a is at most 1; found: 2026.'], ['Attendu\u202f: a vaut au plus 1\u202f; trouvé\u202f: 2026.']],
  'lte of two facts': [
    ['Expected: a is at most b; found: 2 against 1.'],
    ['Attendu\u202f: a vaut au plus la donnée b\u202f; trouvé\u202f: 2 contre 1.'],
  ],
  gt: [['Expected: b is above 2; found: −2.'], ['Attendu\u202f: b vaut plus de 2\u202f; trouvé\u202f: −2.']],
  'gt of two facts': [
    ['Expected: a is above b; found: 1 against 1.'],
    ['Attendu\u202f: a vaut plus que la donnée b\u202f; trouvé\u202f: 1 contre 1.'],
  ],
  gte: [['Expected: a is at least 0.3; found: 0.1.'], ['Attendu\u202f: a vaut au moins 0,3\u202f; trouvé\u202f: 0,1.']],
  'gte of two facts': [
    ['Expected: a is at least b; found: 0 against 1.'],
    ['Attendu\u202f: a vaut au moins la donnée b\u202f; trouvé\u202f: 0 contre 1.'],
  ],
  in: [
    ['Expected: a is ‘x’, ‘y’ or ‘z’; found: ‘w’.'],
    ['Attendu\u202f: a vaut «\u202fx\u202f», «\u202fy\u202f» ou «\u202fz\u202f»\u202f; trouvé\u202f: «\u202fw\u202f».'],
  ],
  'not-in': [
    ['Expected: a is neither 1, 2 nor 3; found: 2.'],
    ['Attendu\u202f: a ne vaut ni 1 ni 2 ni 3\u202f; trouvé\u202f: 2.'],
  ],
  'not-in of one': [
    ['Expected: a is not true; found: true.'],
    ['Attendu\u202f: a ne vaut pas vrai\u202f; trouvé\u202f: vrai.'],
  ],
  includes: [
    ['Expected: a includes ‘x’; found: a list of 1 element.'],
    ['Attendu\u202f: la liste a contient «\u202fx\u202f»\u202f; trouvé\u202f: une liste de 1 élément.'],
  ],
  'date-in': [
    ['Expected: a lies between 2026-01-01 and 2026-01-31, both included; found: 2026-02-01.'],
    ['Attendu\u202f: a tombe entre le 2026-01-01 et le 2026-01-31 inclus\u202f; trouvé\u202f: 2026-02-01.'],
  ],
  'date-in from': [
    ['Expected: a lies on 2026-01-01 or later; found: 2025-12-31.'],
    ['Attendu\u202f: a tombe le 2026-01-01 ou après\u202f; trouvé\u202f: 2025-12-31.'],
  ],
  'date-in through': [
    ['Expected: a lies on 2026-01-31 or earlier; found: 2026-02-01.'],
    ['Attendu\u202f: a tombe le 2026-01-31 ou avant\u202f; trouvé\u202f: 2026-02-01.'],
  ],
  'same-period': [
    ['Expected: a and b lie in the same month; found: 2026-02-01 against 2026-03-01.'],
    ['Attendu\u202f: a et b tombent dans le même mois\u202f; trouvé\u202f: 2026-02-01 contre 2026-03-01.'],
  ],
  'same quarter': [
    ['Expected: a and b lie in the same quarter; found: 2026-02-01 against 2026-04-01.'],
    ['Attendu\u202f: a et b tombent dans le même trimestre\u202f; trouvé\u202f: 2026-02-01 contre 2026-04-01.'],
  ],
  'same year': [
    ['Expected: a and b lie in the same year; found: 2026-02-01 against 2027-02-01.'],
    ['Attendu\u202f: a et b tombent dans la même année\u202f; trouvé\u202f: 2026-02-01 contre 2027-02-01.'],
  ],
  known: [['Expected: a is known; found: nothing.'], ['Attendu\u202f: a a une valeur\u202f; trouvé\u202f: rien.']],
  missing: [
    ['Expected: a is missing; found: false.'],
    ['Attendu\u202f: a n’a pas de valeur\u202f; trouvé\u202f: faux.'],
  ],
  ref: [['Expected: a is 1; found: 2.'], ['Attendu\u202f: a vaut 1\u202f; trouvé\u202f: 2.']],
  all: [['Expected: a is 1; found: 2.'], ['Attendu\u202f: a vaut 1\u202f; trouvé\u202f: 2.']],
  any: [
    ['Expected: a is 1; found: 2.', 'Expected: b is above 2; found: 2.'],
    ['Attendu\u202f: a vaut 1\u202f; trouvé\u202f: 2.', 'Attendu\u202f: b vaut plus de 2\u202f; trouvé\u202f: 2.'],
  ],
  'at-least': [
    [
      'At least 2 of 3 conditions must hold; found: 1.',
      'Expected: b is above 2; found: 2.',
      'Expected: c is known; found: nothing.',
    ],
    [
      'Au moins 2 conditions sur 3 à remplir\u202f; trouvé\u202f: 1.',
      'Attendu\u202f: b vaut plus de 2\u202f; trouvé\u202f: 2.',
      'Attendu\u202f: c a une valeur\u202f; trouvé\u202f: rien.',
    ],
  ],
  'at-least 1': [
    [
      'At least 1 of 2 conditions must hold; found: 0.',
      'Expected: a is 1; found: 2.',
      'Expected: b is above 2; found: 2.',
    ],
    [
      'Au moins 1 condition sur 2 à remplir\u202f; trouvé\u202f: 0.',
      'Attendu\u202f: a vaut 1\u202f; trouvé\u202f: 2.',
      'Attendu\u202f: b vaut plus de 2\u202f; trouvé\u202f: 2.',
    ],
  ],
  not: [
    ['Expected: the following is not so: a is 1.', 'Holds: a is 1; found: 1.'],
    ['Attendu\u202f: ce qui suit n’est pas vrai\u202f: a vaut 1.', 'Vrai\u202f: a vaut 1\u202f; trouvé\u202f: 1.'],
  ],
  'not of all': [
    [
      'Expected: the following is not so: a is 1 and (b is above 2 or a is 1).',
      'Holds: a is 1; found: 1.',
      'Holds: a is 1; found: 1.',
    ],
    [
      'Attendu\u202f: ce qui suit n’est pas vrai\u202f: a vaut 1 et (b vaut plus de 2 ou a vaut 1).',
      'Vrai\u202f: a vaut 1\u202f; trouvé\u202f: 1.',
      'Vrai\u202f: a vaut 1\u202f; trouvé\u202f: 1.',
    ],
  ],
  'not of not': [
    [
      'Expected: the following is not so: the following is not so: a is 1.',
      'Holds: the following is not so: a is 1.',
      'Expected: a is 1; found: 2.',
    ],
    [
      'Attendu\u202f: ce qui suit n’est pas vrai\u202f: ce qui suit n’est pas vrai\u202f: a vaut 1.',
      'Vrai\u202f: ce qui suit n’est pas vrai\u202f: a vaut 1.',
      'Attendu\u202f: a vaut 1\u202f; trouvé\u202f: 2.',
    ],
  ],
  'not of at-least': [
    [
      'Expected: the following is not so: at least 1 of these holds: (1) a is 1; (2) the shared condition ‘ready’ holds.',
      'At least 1 of 2 conditions must hold; found: 2.',
      'Holds: a is 1; found: 1.',
      'Holds: a is 1; found: 1.',
    ],
    [
      'Attendu\u202f: ce qui suit n’est pas vrai\u202f: au moins 1 de ces conditions est remplie\u202f: (1) a vaut 1\u202f; (2) la condition partagée «\u202fready\u202f» est remplie.',
      'Au moins 1 condition sur 2 à remplir\u202f; trouvé\u202f: 2.',
      'Vrai\u202f: a vaut 1\u202f; trouvé\u202f: 1.',
      'Vrai\u202f: a vaut 1\u202f; trouvé\u202f: 1.',
    ],
  ],
  'not of at-least 2': [
    [
      'Expected: the following is not so: at least 2 of these hold: (1) a is 1; (2) the shared condition ‘ready’ holds.',
      'At least 2 of 2 conditions must hold; found: 2.',
      'Holds: a is 1; found: 1.',
      'Holds: a is 1; found: 1.',
    ],
    [
      'Attendu\u202f: ce qui suit n’est pas vrai\u202f: au moins 2 de ces conditions sont remplies\u202f: (1) a vaut 1\u202f; (2) la condition partagée «\u202fready\u202f» est remplie.',
      'Au moins 2 conditions sur 2 à remplir\u202f; trouvé\u202f: 2.',
      'Vrai\u202f: a vaut 1\u202f; trouvé\u202f: 1.',
      'Vrai\u202f: a vaut 1\u202f; trouvé\u202f: 1.',
    ],
  ],
  'not that holds': [
    ['Holds: the following is not so: a is 1.', 'Does not hold: a is 1; found: 2.'],
    ['Vrai\u202f: ce qui suit n’est pas vrai\u202f: a vaut 1.', 'Faux\u202f: a vaut 1\u202f; trouvé\u202f: 2.'],
  ],
  'not, unknown': [['Not known whether a is 1; a is missing.'], ['On ignore si a vaut 1\u202f; il manque a.']],
  some: [
    [
      'Expected: at least one element of l meets this: a is 1; found: 5 in l, of which 0 do.',
      'Element 1 of l: expected: a is 1; found: 2.',
      'Element 2 of l: expected: a is 1; found: 3.',
      'Element 3 of l: expected: a is 1; found: 4.',
      'And so on: 2 more in l.',
    ],
    [
      'Attendu\u202f: dans la liste l, au moins un élément remplit ceci\u202f: a vaut 1\u202f; trouvé\u202f: 5 dans la liste l, dont 0 convient.',
      'Élément 1 de la liste l\u202f: attendu\u202f: a vaut 1\u202f; trouvé\u202f: 2.',
      'Élément 2 de la liste l\u202f: attendu\u202f: a vaut 1\u202f; trouvé\u202f: 3.',
      'Élément 3 de la liste l\u202f: attendu\u202f: a vaut 1\u202f; trouvé\u202f: 4.',
      'De même, 2 de plus dans la liste l.',
    ],
  ],
  'some of none': [
    ['Not known whether at least one element of l meets the condition; l is too short (found: a list of 0 elements).'],
    [
      'On ignore si, dans la liste l, au moins un élément remplit la condition\u202f; la liste l est trop courte (trouvé\u202f: une liste de 0 élément).',
    ],
  ],
  every: [
    [
      'Expected: every element of l (in a list of at least 2) meets this: a is 1; found: 3 in l, of which 1 does, 1 in doubt.',
      'Element 2 of l: expected: a is 1; found: 2.',
    ],
    [
      'Attendu\u202f: dans la liste l (d’au moins 2 éléments), chaque élément remplit ceci\u202f: a vaut 1\u202f; trouvé\u202f: 3 dans la liste l, dont 1 convient, 1 en doute.',
      'Élément 2 de la liste l\u202f: attendu\u202f: a vaut 1\u202f; trouvé\u202f: 2.',
    ],
  ],
  'every that holds': [
    ['Holds: every element of l meets this: a is 1; found: 1 in l, of which 1 does.'],
    [
      'Vrai\u202f: dans la liste l, chaque élément remplit ceci\u202f: a vaut 1\u202f; trouvé\u202f: 1 dans la liste l, dont 1 convient.',
    ],
  ],
  none: [
    [
      'Expected: no element of l meets this: a is 1 and b is above 2; found: 2 in l, of which 1 does.',
      'Element 2 of l: holds: a is 1; found: 1.',
      'Element 2 of l: holds: b is above 2; found: 3.',
    ],
    [
      'Attendu\u202f: dans la liste l, aucun élément ne remplit ceci\u202f: a vaut 1 et b vaut plus de 2\u202f; trouvé\u202f: 2 dans la liste l, dont 1 convient.',
      'Élément 2 de la liste l\u202f: vrai\u202f: a vaut 1\u202f; trouvé\u202f: 1.',
      'Élément 2 de la liste l\u202f: vrai\u202f: b vaut plus de 2\u202f; trouvé\u202f: 3.',
    ],
  ],
  count: [
    ['Expected: the number of elements of l (those where a is 1) is at least 2; found: 1.'],
    ['Attendu\u202f: dans la liste l, le nombre d’éléments (ceux où a vaut 1) vaut au moins 2\u202f; trouvé\u202f: 1.'],
  ],
  'count of all': [
    ['Expected: the number of elements of l is 2; found: 1.'],
    ['Attendu\u202f: dans la liste l, le nombre d’éléments vaut 2\u202f; trouvé\u202f: 1.'],
  ],
  'count of an empty list': [
    ['Expected: the number of elements of l that count is above 0; found: 0.'],
    ['Attendu\u202f: dans la liste l, le nombre d’éléments pris en compte vaut plus de 0\u202f; trouvé\u202f: 0.'],
  ],
  sum: [
    ['Expected: the sum of m over the elements of l (those where a is 1) is at least 20,000; found: 10,000.'],
    [
      'Attendu\u202f: dans la liste l, la somme du champ m, sur les éléments (ceux où a vaut 1), vaut au moins 20\u202f000\u202f; trouvé\u202f: 10\u202f000.',
    ],
  ],
  'sum of all': [
    ['Expected: the sum of m over the elements of l is below 2; found: 2.'],
    [
      'Attendu\u202f: dans la liste l, la somme du champ m sur tous les éléments vaut moins de 2\u202f; trouvé\u202f: 2.',
    ],
  ],
  'sum of an empty list': [
    ['Expected: the sum over the elements of l that count is above 0; found: 0.'],
    [
      'Attendu\u202f: dans la liste l, la somme, sur les éléments pris en compte, vaut plus de 0\u202f; trouvé\u202f: 0.',
    ],
  ],
  metric: [
    ['Expected: the metric ‘otif’ of n in 2026-Q1 is green by its value; found: red.'],
    [
      'Attendu\u202f: l’indicateur «\u202fotif\u202f» pour n en 2026-Q1 est au vert d’après sa valeur\u202f; trouvé\u202f: rouge.',
    ],
  ],
  'metric by bound': [
    ['Expected: the metric ‘otif’ of n in 2026-Q1 is amber by the unfavourable end of its interval; found: green.'],
    [
      'Attendu\u202f: l’indicateur «\u202fotif\u202f» pour n en 2026-Q1 est à l’orange d’après la borne défavorable de son intervalle\u202f; trouvé\u202f: vert.',
    ],
  ],
  'metric by value': [
    ['Expected: the metric ‘otif’ of n in 2026-Q1 is at least 0.96; found: 0.95.'],
    ['Attendu\u202f: l’indicateur «\u202fotif\u202f» pour n en 2026-Q1 vaut au moins 0,96\u202f; trouvé\u202f: 0,95.'],
  ],
  'metric of every month': [
    [
      'Expected: the metric ‘otif’ of n in 2026-02 is green by its value; found: amber.',
      'Expected: the metric ‘otif’ of n in 2026-03 is green by its value; found: red.',
    ],
    [
      'Attendu\u202f: l’indicateur «\u202fotif\u202f» pour n en 2026-02 est au vert d’après sa valeur\u202f; trouvé\u202f: orange.',
      'Attendu\u202f: l’indicateur «\u202fotif\u202f» pour n en 2026-03 est au vert d’après sa valeur\u202f; trouvé\u202f: rouge.',
    ],
  ],
  'missing fact': [['Not known whether a is 1; a is missing.'], ['On ignore si a vaut 1\u202f; il manque a.']],
  'missing other fact': [
    ['Not known whether a is b; b is missing.'],
    ['On ignore si a vaut la même chose que la donnée b\u202f; il manque b.'],
  ],
  'missing own fact of two': [
    ['Not known whether a is b; a is missing.'],
    ['On ignore si a vaut la même chose que la donnée b\u202f; il manque a.'],
  ],
  'missing both facts': [
    ['Not known whether a is b; a and b are missing.'],
    ['On ignore si a vaut la même chose que la donnée b\u202f; il manque a et b.'],
  ],
  'missing element': [
    ['Not known whether a includes ‘x’; an element of a is missing.'],
    ['On ignore si la liste a contient «\u202fx\u202f»\u202f; il manque un élément dans la liste a.'],
  ],
  'element of another type': [
    ['Not known whether a includes ‘x’; an element of a is not of the type that is expected.'],
    ['On ignore si la liste a contient «\u202fx\u202f»\u202f; un élément de la liste a n’est pas du type attendu.'],
  ],
  'no list to include': [
    ['Not known whether a includes ‘x’; a is not of the type that is expected (found: ‘x’).'],
    [
      'On ignore si la liste a contient «\u202fx\u202f»\u202f; a n’est pas du type attendu (trouvé\u202f: «\u202fx\u202f»).',
    ],
  ],
  'wrong type': [
    ['Not known whether a is 1; a is not of the type that is expected (found: an object).'],
    ['On ignore si a vaut 1\u202f; a n’est pas du type attendu (trouvé\u202f: un objet).'],
  ],
  'wrong type, a list': [
    ['Not known whether a is 1; a is not of the type that is expected (found: a list of 2 elements).'],
    ['On ignore si a vaut 1\u202f; a n’est pas du type attendu (trouvé\u202f: une liste de 2 éléments).'],
  ],
  'wrong type, a list of one': [
    ['Not known whether a is 1; a is not of the type that is expected (found: a list of 1 element).'],
    ['On ignore si a vaut 1\u202f; a n’est pas du type attendu (trouvé\u202f: une liste de 1 élément).'],
  ],
  'wrong type, a long text': [
    ['Not known whether a is 1; a is not of the type that is expected (found: a text of 121 characters).'],
    ['On ignore si a vaut 1\u202f; a n’est pas du type attendu (trouvé\u202f: un texte de 121 caractères).'],
  ],
  'wrong types of two': [
    ['Not known whether a is b; a and b are not two values of one type that can be compared (found: 1 and ‘x’).'],
    [
      'On ignore si a vaut la même chose que la donnée b\u202f; a et b ne sont pas deux valeurs comparables du même type (trouvé\u202f: 1 et «\u202fx\u202f»).',
    ],
  ],
  'wrong type of a list': [
    ['Not known whether every element of l meets the condition; l is not a list (found: 3).'],
    [
      'On ignore si, dans la liste l, chaque élément remplit la condition\u202f; l n’est pas une liste (trouvé\u202f: 3).',
    ],
  ],
  'missing list': [
    ['Not known whether the number of elements of l that count is above 0; l is missing.'],
    ['On ignore si, dans la liste l, le nombre d’éléments pris en compte vaut plus de 0\u202f; il manque l.'],
  ],
  'wrong type of a scope': [
    ['Not known whether the metric ‘otif’ of net is green by its value; net is not an id (found: true).'],
    [
      'On ignore si l’indicateur «\u202fotif\u202f» pour net est au vert d’après sa valeur\u202f; net n’est pas un identifiant (trouvé\u202f: vrai).',
    ],
  ],
  'missing scope': [
    ['Not known whether the metric ‘otif’ of net is green by its value; net is missing.'],
    ['On ignore si l’indicateur «\u202fotif\u202f» pour net est au vert d’après sa valeur\u202f; il manque net.'],
  ],
  'not finite': [
    ['Not known whether a is 1; a is not of the type that is expected (found: not a number).'],
    ['On ignore si a vaut 1\u202f; a n’est pas du type attendu (trouvé\u202f: pas un nombre).'],
  ],
  infinite: [
    ['Not known whether a is 1; a is not of the type that is expected (found: an infinite number).'],
    ['On ignore si a vaut 1\u202f; a n’est pas du type attendu (trouvé\u202f: un nombre infini).'],
  ],
  'invalid date': [
    ['Not known whether a lies on 2026-01-01 or later; a is not a date that exists (found: ‘2026-02-30’).'],
    [
      'On ignore si a tombe le 2026-01-01 ou après\u202f; a n’est pas une date qui existe (trouvé\u202f: «\u202f2026-02-30\u202f»).',
    ],
  ],
  'wrong type of a date': [
    ['Not known whether a lies on 2026-01-01 or later; a is not a date that exists (found: 3).'],
    ['On ignore si a tombe le 2026-01-01 ou après\u202f; a n’est pas une date qui existe (trouvé\u202f: 3).'],
  ],
  'invalid dates': [
    [
      'Not known whether a and b lie in the same month; a and b are not both dates that exist (found: ‘x’ and 2026-03-01).',
    ],
    [
      'On ignore si a et b tombent dans le même mois\u202f; a et b ne sont pas deux dates qui existent (trouvé\u202f: «\u202fx\u202f» et 2026-03-01).',
    ],
  ],
  'invalid summand': [
    [
      'Not known whether the sum of m over the elements of l is above 0; at least one element is in doubt.',
      'Element 1 of l: m is not a whole number (found: 1.5).',
      'Element 2 of l: m is not a whole number (found: ‘x’).',
      'Element 3 of l: m is missing.',
    ],
    [
      'On ignore si, dans la liste l, la somme du champ m sur tous les éléments vaut plus de 0\u202f; au moins un élément est en doute.',
      'Élément 1 de la liste l\u202f: m n’est pas un nombre entier (trouvé\u202f: 1,5).',
      'Élément 2 de la liste l\u202f: m n’est pas un nombre entier (trouvé\u202f: «\u202fx\u202f»).',
      'Élément 3 de la liste l\u202f: il manque m.',
    ],
  ],
  'summand in doubt': [
    [
      'Not known whether the sum of m over the elements of l (those where a is 1) is above 0; found: between 0 and 1.',
      'Element 1 of l: not known whether a is 1; a is missing.',
    ],
    [
      'On ignore si, dans la liste l, la somme du champ m, sur les éléments (ceux où a vaut 1), vaut plus de 0\u202f; trouvé\u202f: entre 0 et 1.',
      'Élément 1 de la liste l\u202f: on ignore si a vaut 1\u202f; il manque a.',
    ],
  ],
  'sum too large': [
    ['Not known whether the sum of m over the elements of l is above 0; the figure is too large to be exact.'],
    [
      'On ignore si, dans la liste l, la somme du champ m sur tous les éléments vaut plus de 0\u202f; le chiffre est trop grand pour être exact.',
    ],
  ],
  'too few': [
    [
      'Not known whether every element of l (in a list of at least 3) meets this: a is 1; l is too short (found: a list of 1 element).',
    ],
    [
      'On ignore si, dans la liste l (d’au moins 3 éléments), chaque élément remplit ceci\u202f: a vaut 1\u202f; la liste l est trop courte (trouvé\u202f: une liste de 1 élément).',
    ],
  ],
  'count in doubt': [
    [
      'Not known whether the number of elements of l (those where a is 1) is at least 2; found: between 1 and 2.',
      'Element 2 of l: not known whether a is 1; a is missing.',
    ],
    [
      'On ignore si, dans la liste l, le nombre d’éléments (ceux où a vaut 1) vaut au moins 2\u202f; trouvé\u202f: entre 1 et 2.',
      'Élément 2 de la liste l\u202f: on ignore si a vaut 1\u202f; il manque a.',
    ],
  ],
  'element in doubt': [
    [
      'Not known whether no element of l meets this: a is 1; at least one element is in doubt.',
      'Element 2 of l: not known whether a is 1; a is missing.',
    ],
    [
      'On ignore si, dans la liste l, aucun élément ne remplit ceci\u202f: a vaut 1\u202f; au moins un élément est en doute.',
      'Élément 2 de la liste l\u202f: on ignore si a vaut 1\u202f; il manque a.',
    ],
  ],
  'at-least in doubt': [
    ['At least 2 of 2 conditions must hold; found: between 1 and 2.', 'Not known whether b is above 2; b is missing.'],
    [
      'Au moins 2 conditions sur 2 à remplir\u202f; trouvé\u202f: entre 1 et 2.',
      'On ignore si b vaut plus de 2\u202f; il manque b.',
    ],
  ],
  'no result': [
    ['Not known whether the metric ‘otif’ of n in 2026-Q1 is green by its value; there is no such result.'],
    [
      'On ignore si l’indicateur «\u202fotif\u202f» pour n en 2026-Q1 est au vert d’après sa valeur\u202f; il n’y a pas de résultat.',
    ],
  ],
  'no status': [
    ['Not known whether the metric ‘otif’ of n in 2026-Q1 is green by its value; the result has no status.'],
    [
      'On ignore si l’indicateur «\u202fotif\u202f» pour n en 2026-Q1 est au vert d’après sa valeur\u202f; le résultat n’a pas de statut.',
    ],
  ],
  'small sample': [
    ['Not known whether the metric ‘otif’ of n in 2026-Q1 is green by its value; the sample is too small (200).'],
    [
      'On ignore si l’indicateur «\u202fotif\u202f» pour n en 2026-Q1 est au vert d’après sa valeur\u202f; l’échantillon est trop petit (200).',
    ],
  ],
  'unknown size': [
    ['Not known whether the metric ‘otif’ of n in 2026-Q1 is green by its value; the sample is too small.'],
    [
      'On ignore si l’indicateur «\u202fotif\u202f» pour n en 2026-Q1 est au vert d’après sa valeur\u202f; l’échantillon est trop petit.',
    ],
  ],
};

describe('the reasons that explainDecision gives', () => {
  it('are asserted for every case', () => {
    expect(CASES.map(({ title }) => title)).toEqual(Object.keys(SAID));
  });

  it.each(CASES.map((own) => [own.title, own] as const))('%s', (title, own) => {
    expect([reasonsFor(own, 'en'), reasonsFor(own, 'fr')]).toEqual(SAID[title]);
  });
});
