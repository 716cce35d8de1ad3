import type { Grant } from '../rules/grant.js';
import type { Speech } from './speech.js';

/** Says what is granted: an amount, `null` where it varies, by whom it is shared; the badge by its name; a gift by its catalogue. */
export function rewardWords({ say, name, quote, fact }: Speech, grant: Grant, amount: string | null): string {
  if (grant.kind === 'badge') {
    const badge = quote(name(grant.unit));
    return say({ en: `the badge ${badge}`, fr: `le badge ${badge}` });
  }
  if (grant.kind === 'gift-choice') {
    const catalogue: unknown = grant.catalogue;
    const [inEn, inFr] =
      typeof catalogue === 'string'
        ? [` in the catalogue ${quote(name(catalogue))}`, ` dans le catalogue ${quote(name(catalogue))}`]
        : ['', ''];
    const worth =
      amount === null
        ? { en: '', fr: '' }
        : { en: `, worth up to ${amount},`, fr: `, d’une valeur maximale de ${amount},` };
    return say({
      en: `a gift to choose${inEn}${worth.en}`,
      fr: `un cadeau à choisir${inFr}${worth.fr}`,
    });
  }
  const own = amount ?? say({ en: `an amount in ${grant.unit}`, fr: `un montant en ${grant.unit}` });
  if (grant.split === undefined) return own;
  const members = fact(grant.split.over);
  return say({
    en: `${own}, to be divided among ${members},`,
    fr: `${own}, à répartir dans la liste ${members},`,
  });
}
