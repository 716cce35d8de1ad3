import type { NumberTest } from '../conditions/condition.js';
import type { Claim, ElementClaim, FigureClaim, MetricClaim } from './claim.js';
import { choiceWords, statusWords, valueWords } from './shownWords.js';
import type { Speech } from './speech.js';

// Names of facts come from anywhere: `vaut` agrees with every gender, and no word stands before them that would be elided.

const COMPARED: Readonly<Record<NumberTest['op'], string>> = {
  eq: 'vaut',
  ne: 'ne vaut pas',
  lt: 'vaut moins de',
  lte: 'vaut au plus',
  gt: 'vaut plus de',
  gte: 'vaut au moins',
};

/** Comparisons with another fact: a noun follows that elides nothing. */
const COMPARED_WITH_FACT: Readonly<Record<NumberTest['op'], string>> = {
  eq: 'vaut la même chose que',
  ne: 'ne vaut pas la même chose que',
  lt: 'vaut moins que',
  lte: 'vaut au plus',
  gt: 'vaut plus que',
  gte: 'vaut au moins',
};

const COMPOUND: readonly Claim['op'][] = ['all', 'any', 'at-least', 'not', 'some', 'every', 'none'];
const PERIODS = {
  month: { whole: 'le mois entier', same: 'le même mois', of: 'du mois' },
  quarter: { whole: 'le trimestre entier', same: 'le même trimestre', of: 'du trimestre' },
  year: { whole: 'l’année entière', same: 'la même année', of: 'de l’année' },
} as const;

function part(speech: Speech, claim: Claim): string {
  const words = claimInFrench(speech, claim);
  return COMPOUND.includes(claim.op) ? `(${words})` : words;
}

/** Numbers claims, each of which must be read by itself. */
export function numberedInFrench(speech: Speech, claims: readonly Claim[]): string {
  return claims.map((claim, at) => `(${at + 1}) ${claimInFrench(speech, claim)}`).join('\u202f; ');
}

function joined(speech: Speech, claims: readonly Claim[], word: string): string {
  const [only] = claims;
  if (only !== undefined && claims.length === 1) return claimInFrench(speech, only);
  return claims.map((claim) => part(speech, claim)).join(` ${word} `);
}

function meeting(speech: Speech, where: ElementClaim): string {
  if (where === null || where === 'undescribed') return 'remplit la condition';
  return `remplit ceci\u202f: ${claimInFrench(speech, where)}`;
}

function figure(speech: Speech, { op, over, where, field, test }: FigureClaim): string {
  const those =
    where === null ? '' : where === 'undescribed' ? ' pris en compte' : ` (ceux où ${claimInFrench(speech, where)})`;
  const sum = field === null ? 'la somme' : `la somme du champ ${speech.fact(field)}`;
  const total = where === null ? `${sum} sur tous les éléments` : `${sum}, sur les éléments${those},`;
  const what = op === 'count' ? `le nombre d’éléments${those}` : total;
  return `dans la liste ${speech.fact(over)}, ${what} ${COMPARED[test.op]} ${speech.number(test.value)}`;
}

function metric(speech: Speech, { metric: id, scope, period, test, minimumSample }: MetricClaim): string {
  const whose = typeof scope === 'string' ? speech.name(scope) : speech.fact(scope);
  const name = `l’indicateur ${speech.quote(speech.name(id))} pour ${whose}`;
  const must =
    'status' in test
      ? `est ${test.status === 'amber' ? 'à l’' : 'au '}${statusWords(speech, test.status)} d’après ${test.by === 'point' ? 'sa valeur' : 'la borne défavorable de son intervalle'}`
      : `${COMPARED[test.op]} ${speech.number(test.value)}`;
  const sample = minimumSample > 0 ? `, sur un échantillon d’au moins ${speech.number(minimumSample)}` : '';
  if (period === null) return `${name} ${must}${sample}`;
  if (typeof period === 'string') return `${name} en ${period} ${must}${sample}`;
  const { whole, of } = PERIODS[period.period];
  return period.over === 'every-month' && period.period !== 'month'
    ? `${name} ${must} chaque mois ${of}${sample}`
    : `${name} sur ${whole} ${must}${sample}`;
}

/** Says in French what is claimed: a clause without a full stop. */
export function claimInFrench(speech: Speech, claim: Claim): string {
  const { fact } = speech;
  switch (claim.op) {
    case 'all':
      return joined(speech, claim.of, 'et');
    case 'any':
      return joined(speech, claim.of, 'ou');
    case 'at-least': {
      const are = claim.n === 1 ? 'est remplie' : 'sont remplies';
      return `au moins ${claim.n} de ces conditions ${are}\u202f: ${numberedInFrench(speech, claim.of)}`;
    }
    case 'not':
      return `ce qui suit n’est pas vrai\u202f: ${claimInFrench(speech, claim.of)}`;
    case 'some':
    case 'every':
    case 'none': {
      const who = { some: 'au moins un élément', every: 'chaque élément', none: 'aucun élément ne' }[claim.op];
      const least = claim.minCount > 1 ? ` (d’au moins ${speech.number(claim.minCount)} éléments)` : '';
      return `dans la liste ${fact(claim.over)}${least}, ${who} ${meeting(speech, claim.where)}`;
    }
    case 'count':
    case 'sum':
      return figure(speech, claim);
    case 'metric':
      return metric(speech, claim);
    case 'in':
      return `${fact(claim.fact)} vaut ${choiceWords(speech, claim.values, 'ou')}`;
    case 'not-in':
      return claim.values.length === 1
        ? `${fact(claim.fact)} ne vaut pas ${valueWords(speech, claim.values[0])}`
        : `${fact(claim.fact)} ne vaut ni ${claim.values.map((value) => valueWords(speech, value)).join(' ni ')}`;
    case 'includes':
      return `la liste ${fact(claim.fact)} contient ${valueWords(speech, claim.value)}`;
    case 'date-in':
      if (claim.through === undefined) return `${fact(claim.fact)} tombe le ${claim.from ?? ''} ou après`;
      return claim.from === undefined
        ? `${fact(claim.fact)} tombe le ${claim.through} ou avant`
        : `${fact(claim.fact)} tombe entre le ${claim.from} et le ${claim.through} inclus`;
    case 'same-period':
      return `${fact(claim.a)} et ${fact(claim.b)} tombent dans ${PERIODS[claim.period].same}`;
    case 'known':
      return `${fact(claim.fact)} a une valeur`;
    case 'missing':
      return `${fact(claim.fact)} n’a pas de valeur`;
    case 'ref':
      return `la condition partagée ${speech.quote(speech.name(claim.id))} est remplie`;
    case 'unknown':
      return `une condition de type ${speech.quote(claim.name)}, que cette version ne sait pas décrire, est remplie`;
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const { value } = claim;
      return typeof value === 'object'
        ? `${fact(claim.fact)} ${COMPARED_WITH_FACT[claim.op]} la donnée ${fact(value.fact)}`
        : `${fact(claim.fact)} ${COMPARED[claim.op]} ${valueWords(speech, value)}`;
    }
  }
}
