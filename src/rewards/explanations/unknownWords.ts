import type { LocalizedText } from '../../core/definition.js';
import type { ConditionTrace, UnknownReason } from '../conditions/conditionTrace.js';
import { expectedOf, otherFact } from './claimOfTrace.js';
import { figureWords, substituteWords } from './shownWords.js';
import type { Speech } from './speech.js';

const LISTS: readonly string[] = ['some', 'every', 'none', 'count', 'sum'];

/** Where nothing was found: the fact, the one it is compared with, or both; an element of a list that is there. */
function lackWords({ fact, say }: Speech, trace: ConditionTrace): string {
  const own = fact(trace.fact ?? []);
  const other = otherFact(trace);
  const isOwn = trace.actual === null;
  const isOther = other !== null && expectedOf(trace)['value'] === null;
  const [en, fr] = isOwn && isOther ? [`${own} and ${fact(other)}`, `${own} et ${fact(other)}`] : [own, own];
  if (isOwn) return say({ en: `${en} ${isOther ? 'are' : 'is'} missing`, fr: `il manque ${fr}` });
  if (isOther) return say({ en: `${fact(other)} is missing`, fr: `il manque ${fact(other)}` });
  return say({ en: `an element of ${own} is missing`, fr: `il manque un élément dans la liste ${own}` });
}

/** What the values are called that a condition finds unusable. */
function kindWanted({ op, expected }: ConditionTrace): LocalizedText {
  if (op === 'date-in' || op === 'same-period') return { en: 'a date that exists', fr: 'une date qui existe' };
  if (op === 'sum' && typeof expected === 'string') return { en: 'a whole number', fr: 'un nombre entier' };
  if (LISTS.includes(op)) return { en: 'a list', fr: 'une liste' };
  if (op === 'metric') return { en: 'an id', fr: 'un identifiant' };
  return { en: 'of the type that is expected', fr: 'du type attendu' };
}

function unfitWords(speech: Speech, trace: ConditionTrace): string {
  const { fact, say } = speech;
  const own = fact(trace.fact ?? []);
  const found = substituteWords(speech, trace.actual);
  const other = otherFact(trace);
  const { en, fr } = kindWanted(trace);
  if (other !== null) {
    const second = substituteWords(speech, expectedOf(trace)['value']);
    const names = [own, fact(other)] as const;
    const isDate = trace.op === 'same-period';
    return say({
      en: `${names.join(' and ')} are not ${isDate ? 'both dates that exist' : 'two values of one type that can be compared'} (found: ${found} and ${second})`,
      fr: `${names.join(' et ')} ne sont pas ${isDate ? 'deux dates qui existent' : 'deux valeurs comparables du même type'} (trouvé\u202f: ${found} et ${second})`,
    });
  }
  if (trace.op === 'includes' && typeof trace.actual === 'string' && trace.actual.startsWith('list of '))
    return say({
      en: `an element of ${own} is not of the type that is expected`,
      fr: `un élément de la liste ${own} n’est pas du type attendu`,
    });
  return say({ en: `${own} is not ${en} (found: ${found})`, fr: `${own} n’est pas ${fr} (trouvé\u202f: ${found})` });
}

/** Says why a condition is unknown: a clause without a full stop. */
export function unknownWords(speech: Speech, trace: ConditionTrace): string {
  const { fact, say, quote } = speech;
  const { op, actual } = trace;
  const reason: UnknownReason | undefined = trace.reason;
  switch (reason) {
    case undefined: {
      if (actual === undefined || typeof actual !== 'string' || !/ to /.test(actual))
        return say({ en: 'at least one element is in doubt', fr: 'au moins un élément est en doute' });
      const figure = figureWords(speech, actual);
      return say({ en: `found: ${figure}`, fr: `trouvé\u202f: ${figure}` });
    }
    case 'missing':
      return lackWords(speech, trace);
    case 'wrong-type':
      return unfitWords(speech, trace);
    case 'invalid':
      if ((op === 'count' || op === 'sum') && typeof trace.expected !== 'string')
        return say({ en: 'the figure is too large to be exact', fr: 'le chiffre est trop grand pour être exact' });
      return unfitWords(speech, trace);
    case 'too-few': {
      const list = fact(trace.fact ?? []);
      const found = substituteWords(speech, actual);
      return say({
        en: `${list} is too short (found: ${found})`,
        fr: `la liste ${list} est trop courte (trouvé\u202f: ${found})`,
      });
    }
    case 'no-result':
      return say({ en: 'there is no such result', fr: 'il n’y a pas de résultat' });
    case 'no-status':
      return say({ en: 'the result has no status', fr: 'le résultat n’a pas de statut' });
    case 'small-sample': {
      const { sampleSize = null } = Object(actual) as { readonly sampleSize?: number | null };
      const size = sampleSize === null ? '' : ` (${figureWords(speech, sampleSize)})`;
      return say({ en: `the sample is too small${size}`, fr: `l’échantillon est trop petit${size}` });
    }
    default:
      return say({
        en: `for a reason of the kind ${quote(reason satisfies never)}`,
        fr: `pour une raison de type ${quote(reason satisfies never)}`,
      });
  }
}
