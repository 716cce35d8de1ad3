import { before, line, membersOf, sum, type Books, type Counted, type Grant, type Line } from './ledgerModel.js';
import { decide } from './ledgerModelDecisions.js';

const effectOf = ({ expiresOn: _, ...own }: Line): string => JSON.stringify(own);
const isRoot = ({ kind }: Line): boolean => kind === 'award' || kind === 'reserve';

/** Whether what was found says all that is there, and perhaps more. */
function goesOn(was: Grant, found: Grant | undefined): boolean {
  if (found === undefined || was.lines.some(({ kind }) => kind === 'correct')) return false;
  const effects = new Set(found.lines.map(effectOf));
  const isSamePlace = was.account === found.account && was.network === found.network;
  return isSamePlace && was.lines.every((own) => effects.has(effectOf(own)));
}

/** What was given back, and when. */
function returnsOf(counted: readonly Counted[]): string {
  const back = counted.filter(({ amount, spent }) => amount < 0 || spent < 0);
  return JSON.stringify(
    back.map(({ member, at, amount, spent }) => JSON.stringify([member, at, amount, spent])).sort(),
  );
}

const standing = ({ on, account, network }: Grant, reversed: boolean, counted: readonly Counted[]): string =>
  JSON.stringify([on, account, network, reversed, returnsOf(counted)]);

const FIGURES = ['amount', 'pending', 'posted', 'reserved'] as const;
type Figures = Record<(typeof FIGURES)[number], number>;

function figuresOf(lines: readonly Line[], member: string): Figures {
  const own = lines.filter((item) => item.member === member);
  const of = (figure: (typeof FIGURES)[number]): number => sum(own, (item) => item[figure]);
  return { amount: of('amount'), pending: of('pending'), posted: of('posted'), reserved: of('reserved') };
}

/** The last day of what a correction adds: that of the grant itself, else of the first of its lines that added. */
function lastDay(lines: readonly Line[], member: string): number | null {
  const added = lines.filter((item) => item.member === member && item.amount > 0);
  const first = added.sort((a, b) => Number(isRoot(b)) - Number(isRoot(a)) || before(a.key, b.key))[0];
  return first?.expiresOn ?? null;
}

/** Leads a grant by one line for each member to what was found; what has expired is not taken once more. */
function correct({ moves }: Books, was: Grant, found: Grant | undefined): Grant {
  const stands = found ?? was;
  const { plan, key } = was;
  const lines = found?.lines ?? [];
  const counted: Counted[] = [...(found?.counted ?? [])];
  const reversed = found?.reversed ?? false;
  const members = Array.from(new Set([...membersOf(was), ...membersOf({ ...was, lines })]));
  const keyOf = (member: string): string => JSON.stringify([member, plan.asset, plan.unit, plan.budget]);
  const differs = standing(was, was.reversed, was.counted) !== standing(stands, reversed, counted);
  const corrections: Line[] = [];
  let excess = 0;
  members
    .sort((a, b) => before(keyOf(a), keyOf(b)))
    .forEach((member, place) => {
      const [old, now] = [figuresOf(was.lines, member), figuresOf(lines, member)];
      const gone = -sum(moves, (item) =>
        item.kind === 'expire' && item.award === key && item.member === member ? item.amount : 0,
      );
      const left = now.amount < old.amount ? Math.min(old.amount, Math.max(now.amount, gone)) : now.amount;
      if (left > now.amount) {
        excess += left - now.amount;
        counted.push({ member, at: stands.on * 4 + 1, amount: left - now.amount, spent: 0 });
      }
      const change = { ...now, amount: left };
      for (const figure of FIGURES) change[figure] -= old[figure];
      if (FIGURES.every((figure) => change[figure] === 0) && !(differs && place === 0)) return;
      const { on } = stands;
      const samples = lines.some((item) => item.member === member) ? lines : was.lines;
      corrections.push(
        line({
          ...{ kind: 'correct', on, at: on * 4 + 1, member, unit: plan.unit, award: key, ...change },
          key: JSON.stringify(['correct', key, was.round + 1, member, plan.asset, plan.unit, plan.budget ?? '']),
          expiresOn: change.amount > 0 ? lastDay(samples, member) : null,
        }),
      );
    });
  if (corrections.length === 0) return { ...was, excess };
  return { ...stands, round: was.round + 1, reversed, lines: [...was.lines, ...corrections], counted, excess };
}

/** Decides all grants from a day on anew, those whose window of correction is over excepted. */
export function rebuild(books: Books, from: number): Books {
  const isAnew = ({ on, plan }: Grant): boolean =>
    on >= from && (plan.correctionDays === null || books.today - on <= plan.correctionDays);
  const kept = new Map(Array.from(books.grants).filter(([, grant]) => !isAnew(grant)));
  const facts = books.facts.filter(({ on }) => on >= from);
  const found = decide({ ...books, grants: kept }, facts, books).grants;
  const grants = new Map(found);
  for (const [key, was] of books.grants) {
    if (kept.has(key)) continue;
    const own = found.get(key);
    grants.set(key, goesOn(was, own) ? (own as Grant) : correct(books, was, own));
  }
  return { ...books, grants };
}
