import type { LocalizedText } from '../../core/definition.js';
import type { BudgetTrace, CapTrace } from '../evaluation/rewardDecision.js';
import type { Cap, CapPeriod, CapScope } from '../rules/rewardRule.js';
import type { Speech } from './speech.js';

const SCOPES: Readonly<Record<CapScope, LocalizedText>> = {
  subject: { en: 'per earner', fr: 'par attributaire' },
  beneficiary: { en: 'per beneficiary', fr: 'par bénéficiaire' },
  account: { en: 'per account', fr: 'par compte' },
  network: { en: 'per network', fr: 'par réseau' },
  programme: { en: 'for the whole programme', fr: 'pour tout le programme' },
};

const PERIODS: Readonly<Record<CapPeriod, LocalizedText>> = {
  day: { en: 'per day', fr: 'par jour' },
  week: { en: 'per week', fr: 'par semaine' },
  month: { en: 'per month', fr: 'par mois' },
  quarter: { en: 'per quarter', fr: 'par trimestre' },
  'civil-year': { en: 'per calendar year', fr: 'par année civile' },
  'fiscal-year': { en: 'per fiscal year', fr: 'par exercice' },
  total: { en: 'for all time', fr: 'sur toute la durée' },
};

function wordOf({ say, quote }: Speech, words: Readonly<Record<string, LocalizedText>>, key: string): string {
  const found = Object.hasOwn(words, key) ? words[key] : undefined;
  return found === undefined ? quote(key) : say(found);
}

/** Whose grants a cap counts, over which time, and those of which rules. */
export function capReach(speech: Speech, { scope, period, across = 'rule' }: Cap): string {
  const shared = { en: ', over all rules of this unit', fr: ', toutes règles de cette unité confondues' };
  const reach = `${wordOf(speech, SCOPES, scope)}, ${wordOf(speech, PERIODS, period)}`;
  return across === 'rule' ? reach : `${reach}${speech.say(shared)}`;
}

/** Says what a cap did: how much was used, and what it let through. */
export function capReason(speech: Speech, trace: CapTrace, quantity: (amount: number) => string): string {
  const { cap, scopeKey, periodKey, used, allowed } = trace;
  const limit = quantity(cap.limit);
  const reach = capReach(speech, cap);
  const whose = scopeKey === '' ? '' : speech.name(scopeKey);
  const [forEn, forFr] = whose === '' ? ['', ''] : [` for ${whose}`, ` pour ${whose}`];
  const time = cap.period === 'total' ? '' : ` (${periodKey})`;
  const isWhole = cap.overflow === 'deny';
  return speech.say({
    en: `Cap of ${limit} ${reach}${isWhole ? ', all or nothing' : ''}: ${quantity(used)} used before${forEn}${time}, ${quantity(allowed)} let through.`,
    fr: `Plafond de ${limit} ${reach}${isWhole ? ', tout ou rien' : ''}\u202f: déjà utilisé${forFr}${time}, ${quantity(used)}\u202f; accepté, ${quantity(allowed)}.`,
  });
}

/** Says what a budget did: how much was free, and what it let through. */
export function budgetReason(
  { say, name, quote }: Speech,
  { budget, available, allowed }: BudgetTrace,
  quantity: (amount: number) => string,
): string {
  const id = quote(name(budget));
  return say({
    en: `Budget ${id}: ${quantity(available)} free before, ${quantity(allowed)} let through.`,
    fr: `Budget ${id}\u202f: disponible avant, ${quantity(available)}\u202f; accepté, ${quantity(allowed)}.`,
  });
}
