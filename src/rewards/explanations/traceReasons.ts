import type { ConditionTrace } from '../conditions/conditionTrace.js';
import { claimInEnglish } from './claimInEnglish.js';
import { claimInFrench } from './claimInFrench.js';
import { claimOfTrace, expectedOf, otherFact } from './claimOfTrace.js';
import { figureWords, statusWords, substituteWords, valueWords } from './shownWords.js';
import type { Speech } from './speech.js';
import { unknownWords } from './unknownWords.js';

const GROUPS: readonly string[] = ['all', 'any', 'ref'];
const LISTS: readonly string[] = ['some', 'every', 'none'];
/** Elements of one list that are told one by one. */
const MOST = 3;

function elementsFound({ locale, say, number }: Speech, of: readonly ConditionTrace[], where: string): string {
  const count = (truth: ConditionTrace['truth']): number => of.filter((own) => own.truth === truth).length;
  const [met, open] = [count('true'), count('unknown')];
  const list = { en: `${number(of.length)} in ${where}`, fr: `${number(of.length)} dans la liste ${where}` };
  const doubt =
    open === 0 ? { en: '', fr: '' } : { en: `, ${number(open)} in doubt`, fr: `, ${number(open)} en doute` };
  const isOne = locale.language === 'fr' ? met < 2 : met === 1;
  return say({
    en: `${list.en}, of which ${number(met)} ${isOne ? 'does' : 'do'}${doubt.en}`,
    fr: `${list.fr}, dont ${number(met)} ${isOne ? 'convient' : 'conviennent'}${doubt.fr}`,
  });
}

/** What was found, beside what was expected; `null` where there is nothing to add. */
function foundWords(speech: Speech, trace: ConditionTrace): string | null {
  const { op, actual, of = [], fact = [] } = trace;
  if (op === 'not') return null;
  if (LISTS.includes(op)) return elementsFound(speech, of, speech.fact(fact));
  if (op === 'count' || op === 'sum' || op === 'at-least') return figureWords(speech, actual);
  if (op === 'metric') return statusWords(speech, actual);
  if (op === 'includes') return substituteWords(speech, actual);
  const other = otherFact(trace);
  const own = valueWords(speech, actual);
  if (other === null) return own;
  const second = valueWords(speech, expectedOf(trace)['value']);
  return speech.say({ en: `${own} against ${second}`, fr: `${own} contre ${second}` });
}

/** The sentence of one condition: what it claims, how that came out, what was found. `wanted` is false under a negation. */
function sentence(speech: Speech, trace: ConditionTrace, wanted: boolean): string {
  const claim = claimOfTrace(trace);
  const clause = speech.locale.language === 'fr' ? claimInFrench(speech, claim) : claimInEnglish(speech, claim);
  if (trace.truth === 'unknown') {
    const why = unknownWords(speech, trace);
    // What is said of the list comes first in French, between commas.
    const whether = clause.startsWith('dans la liste ') ? 'si,' : 'si';
    return speech.say({
      en: `Not known whether ${clause}; ${why}.`,
      fr: `On ignore ${whether} ${clause}\u202f; ${why}.`,
    });
  }
  const found = foundWords(speech, trace);
  const rest = found === null ? '.' : speech.say({ en: `; found: ${found}.`, fr: `\u202f; trouvé\u202f: ${found}.` });
  if (trace.truth === 'true') return `${speech.say({ en: 'Holds: ', fr: 'Vrai\u202f: ' })}${clause}${rest}`;
  const head = wanted ? { en: 'Expected: ', fr: 'Attendu\u202f: ' } : { en: 'Does not hold: ', fr: 'Faux\u202f: ' };
  return `${speech.say(head)}${clause}${rest}`;
}

/** Which elements made a condition on a list come out as it did. */
function deciding({ op, truth, of = [] }: ConditionTrace): readonly (readonly [number, ConditionTrace])[] {
  const wanted = truth === 'unknown' || op !== 'none' ? truth : truth === 'true' ? 'false' : 'true';
  // What all elements have in common needs no example.
  const isTold = truth === 'unknown' || (LISTS.includes(op) && truth === 'false');
  if (!isTold) return [];
  return of.map((own, at) => [at, own] as const).filter(([, own]) => own.truth === wanted);
}

function elementReasons(speech: Speech, trace: ConditionTrace, wanted: boolean): string[] {
  const { say, number, fact } = speech;
  const list = fact(trace.fact ?? []);
  const elements = deciding(trace);
  const told = elements.slice(0, MOST).flatMap(([at, own]) => {
    const place = number(at + 1);
    const head = say({ en: `Element ${place} of ${list}: `, fr: `Élément ${place} de la liste ${list}\u202f: ` });
    const isSummand = trace.op === 'sum';
    const reasons = isSummand
      ? summandReasons(speech, own)
      : traceReasons(speech, own, wanted === (trace.op !== 'none'));
    return reasons.map((reason) => `${head}${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}`);
  });
  const more = elements.length - MOST;
  if (more <= 0) return told;
  return [
    ...told,
    say({
      en: `And so on: ${number(more)} more in ${list}.`,
      fr: `De même, ${number(more)} de plus dans la liste ${list}.`,
    }),
  ];
}

function summandReasons(speech: Speech, trace: ConditionTrace): string[] {
  if (trace.reason === undefined) return (trace.of ?? []).flatMap((own) => traceReasons(speech, own, true));
  const why = unknownWords(speech, trace);
  return [`${why.slice(0, 1).toUpperCase()}${why.slice(1)}.`];
}

/**
 * The conditions that made a trace come out as it did, one sentence each: expected and found, or why it is unknown. Groups are told by
 * the members that came out as they did; conditions on lists by their figures and by the elements that decided.
 */
export function traceReasons(speech: Speech, trace: ConditionTrace, wanted: boolean = true): string[] {
  const { op, truth, of = [] } = trace;
  const members = (): string[] => of.flatMap((own) => (own.truth === truth ? traceReasons(speech, own, wanted) : []));
  if (GROUPS.includes(op) || (op === 'metric' && of.length > 0)) return members();
  if (op === 'at-least') return [atLeastSentence(speech, trace), ...members()];
  if (op === 'not') {
    const [inner] = of;
    return [
      ...(truth === 'unknown' ? [] : [sentence(speech, trace, wanted)]),
      ...(inner ? traceReasons(speech, inner, !wanted) : []),
    ];
  }
  return [sentence(speech, trace, wanted), ...elementReasons(speech, trace, wanted)];
}

function atLeastSentence(speech: Speech, { expected, actual, of = [] }: ConditionTrace): string {
  const { say, number } = speech;
  const [n, all] = [valueWords(speech, expected), number(of.length)];
  const found = figureWords(speech, actual);
  return say({
    en: `At least ${n} of ${all} conditions must hold; found: ${found}.`,
    fr: `Au moins ${n} condition${expected === 1 ? '' : 's'} sur ${all} à remplir\u202f; trouvé\u202f: ${found}.`,
  });
}
