import { accountOf, linesOf, spendable, type Books } from './ledgerModel.js';
import type { Asked } from './ledgerModelMoves.js';
import { PEOPLE, type Happening } from './ledgerPlans.js';
import type { Draft, Step } from './ledgerSteps.js';

/** Members and units. */
export const accounts = PEOPLE.flatMap((member) => ['pt', 'EUR'].map((unit) => [member, unit] as const));

/** Finds out what facts are about: often a grant that was asked for before. */
export function happenings(books: Books, turn: number, drafts: readonly Draft[]): Happening[] {
  const known = books.facts.filter(({ kind }) => kind === 'do');
  return drafts.map(({ ago, about, ...draft }, at) => {
    const of = draft.kind === 'do' ? undefined : known[about % (known.length + 1)];
    const { rule, who, what } = of ?? draft;
    const fact = { ...draft, rule, who, what, id: `f${turn}-${at}`, on: Math.max(0, books.today - ago) };
    if (fact.kind === 'do') known.push(fact);
    return fact;
  });
}

/** Who asks for how much: as a rule somebody who has something, and no more than that. */
export function askedOf(step: Extract<Step, { who: string }>, books: Books, on: number): Omit<Asked, 'id' | 'on'> {
  const lines = linesOf(books);
  const rich = accounts
    .map(([member, unit]) => ({ member, unit, has: spendable(accountOf(lines, member, unit, Infinity), on) }))
    .filter(({ has }) => has > 0);
  const own = step.fits ? rich[step.pick % rich.length] : undefined;
  if (own === undefined) return { member: step.who, unit: step.unit, amount: step.amount };
  return { ...own, amount: Math.min(step.amount, own.has) };
}
