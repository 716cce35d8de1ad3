import type { LocalizedText } from '../../core/definition.js';
import { localNumber } from '../../core/locale.js';
import type { Grant, GrantAmount, RoundingMode } from '../rules/grant.js';
import { rewardWords } from './rewardWords.js';
import type { Speech } from './speech.js';

const ROUNDED: Readonly<Record<RoundingMode, LocalizedText>> = {
  floor: { en: 'rounded down', fr: 'en arrondissant vers le bas' },
  ceil: { en: 'rounded up', fr: 'en arrondissant vers le haut' },
  'half-up': { en: 'rounded to the nearest, halves up', fr: 'en arrondissant au plus près, les demis vers le haut' },
  'half-even': {
    en: 'rounded to the nearest, halves to even',
    fr: 'en arrondissant au plus près, les demis vers le nombre pair',
  },
};

/** Says by which parts a grant is divided. */
function splitSentences({ say, fact }: Speech, grant: Grant): string[] {
  if (!('split' in grant) || grant.split === undefined) return [];
  const { over, id, weight } = grant.split;
  const equal = { en: 'in equal parts', fr: 'à parts égales' };
  const weighted = weight && { en: `in proportion to ${fact(weight)}`, fr: `en proportion du champ ${fact(weight)}` };
  const how = weighted ?? equal;
  return [
    say({
      en: `The members are those that ${fact(over)} lists by ${fact(id)}; they share ${how.en}.`,
      fr: `Les membres sont ceux de la liste ${fact(over)}, désignés par le champ ${fact(id)}\u202f; ils partagent ${how.fr}.`,
    }),
  ];
}

function amountSentence(speech: Speech, amount: GrantAmount, quantity: (own: number) => string): string | null {
  const { say, fact, quote, locale } = speech;
  if (amount.kind === 'fixed') return null;
  const of = fact(amount.fact);
  if (amount.kind === 'table') {
    const rows = Object.keys(amount.rows).sort();
    const { otherwise } = amount;
    const list = rows.map((row) =>
      say({
        en: `${quantity(amount.rows[row] ?? 0)} for ${quote(row)}`,
        fr: `${quantity(amount.rows[row] ?? 0)} pour ${quote(row)}`,
      }),
    );
    const rest =
      otherwise === undefined
        ? say({ en: 'for anything else the amount is unknown', fr: 'pour toute autre valeur, le montant est inconnu' })
        : say({ en: `${quantity(otherwise)} for anything else`, fr: `${quantity(otherwise)} pour toute autre valeur` });
    const gap = say({ en: '; ', fr: '\u202f; ' });
    const head = say({ en: `The amount depends on ${of}: `, fr: `Le montant dépend de la donnée ${of}\u202f: ` });
    return `${head}${[...list, rest].join(gap)}.`;
  }
  const { basisPoints, rounding, minimum, maximum } = amount;
  const share = localNumber(locale, basisPoints / 10_000, { style: 'percent', maximumFractionDigits: 2 });
  const least =
    minimum === undefined ? null : { en: `no less than ${quantity(minimum)}`, fr: `pas moins de ${quantity(minimum)}` };
  const most =
    maximum === undefined ? null : { en: `no more than ${quantity(maximum)}`, fr: `pas plus de ${quantity(maximum)}` };
  const bounds = [least, most].filter((bound) => bound !== null).map((bound) => `, ${say(bound)}`);
  return `${say({ en: `The amount is ${share} of ${of}, `, fr: `Le montant est égal à ${share} de la donnée ${of}, ` })}${say(ROUNDED[rounding])}${bounds.join('')}.`;
}

/** Says what a rule grants: the grant, how its amount comes about, and who shares it. */
export function grantSentences(speech: Speech, grant: Grant): string[] {
  const { say } = speech;
  const quantity = (own: number): string => speech.quantity(grant.kind, grant.unit, own);
  const amount = grant.kind === 'badge' ? null : grant.amount;
  const told = amount?.kind === 'fixed' ? quantity(amount.amount) : null;
  const what = rewardWords(speech, grant, told).replace(/,$/, '');
  const how = amount === null ? null : amountSentence(speech, amount, quantity);
  return [
    say({ en: `It grants ${what}.`, fr: `Elle accorde ${what}.` }),
    ...(how === null ? [] : [how]),
    ...splitSentences(speech, grant),
  ];
}
