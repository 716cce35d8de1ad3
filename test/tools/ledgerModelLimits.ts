import type { Cap } from '../../src/rewards/rules/rewardRule.js';
import { before, sum, usedOn, type Books } from './ledgerModel.js';
import { dateOf, type Happening, type Plan } from './ledgerPlans.js';

/** Members and amounts, or weights. */
export type Shares = readonly (readonly [string, number])[];

/** Largest remainder, in plain numbers: amounts are small here. */
export function divide(amount: number, weights: Shares): Shares {
  const total = sum(weights, ([, weight]) => weight);
  const shares = weights
    .map(([member, weight]) => ({
      member,
      whole: Math.floor((amount * weight) / total || 0),
      rest: (amount * weight) % total,
    }))
    .sort((a, b) => before(a.member, b.member));
  let left = total === 0 ? 0 : amount - sum(shares, ({ whole }) => whole);
  for (const share of shares.slice().sort((a, b) => b.rest - a.rest)) if (left-- > 0) share.whole++;
  return shares.map(({ member, whole }) => [member, whole] as const);
}

/** The period a day lies in; weeks begin on Monday. */
export function periodOf(day: number, period: Cap['period']): string | number {
  const date = dateOf(day);
  switch (period) {
    case 'day':
      return day;
    case 'week':
      // Day 0 is a Tuesday.
      return Math.floor((day + 1) / 7);
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return `${date.slice(0, 4)} ${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    case 'total':
      return '';
    default:
      return date.slice(0, 4);
  }
}

/** What a cap has counted for a grant to be. */
function usedOfCap(
  { grants }: Books,
  { scope, period, across }: Cap,
  plan: Plan,
  of: Pick<Happening, 'who' | 'account' | 'network' | 'on'> & { readonly member: string },
): number {
  const whose = { subject: 'who', account: 'account', network: 'network' } as const;
  const own = Array.from(grants.values()).filter(
    (grant) =>
      (across === 'all-rules' ? grant.plan.unit === plan.unit : grant.plan.id === plan.id) &&
      periodOf(grant.on, period) === periodOf(of.on, period) &&
      (scope === 'programme' || scope === 'beneficiary' || grant[whose[scope]] === of[whose[scope]]),
  );
  const counted = own.flatMap((grant) => grant.counted);
  const mine = scope === 'beneficiary' ? counted.filter(({ member }) => member === of.member) : counted;
  return usedOn(mine, of.on, ({ amount }) => amount);
}

const fit = (amount: number, desired: number, room: number, clips: boolean): number =>
  clips ? Math.max(0, Math.min(amount, room)) : desired <= room ? amount : 0;

/** What caps and budget leave of a grant. */
export function limited(books: Books, plan: Plan, fact: Happening, desired: number): Shares {
  const weights: Shares = plan.split ? fact.team.map((member, at) => [member, at + 1] as const) : [[fact.who, 1]];
  const roomOf = (cap: Cap, member: string): number => cap.limit - usedOfCap(books, cap, plan, { ...fact, member });
  let amount = desired;
  for (const cap of plan.caps)
    if (cap.scope !== 'beneficiary') amount = fit(amount, desired, roomOf(cap, ''), cap.overflow === 'clip');
  const wanted = new Map(divide(desired, weights));
  let parts = divide(amount, weights);
  for (const cap of plan.caps)
    if (cap.scope === 'beneficiary')
      parts = parts.map(([member, own]) => [
        member,
        fit(own, wanted.get(member) as number, roomOf(cap, member), cap.overflow === 'clip'),
      ]);
  const budget = plan.budget === null ? undefined : books.budgets.get(plan.budget);
  if (budget === undefined) return parts;
  const paid = Array.from(books.grants.values()).filter((grant) => grant.plan.budget === plan.budget);
  const used = usedOn(
    paid.flatMap((grant) => grant.counted),
    fact.on,
    ({ spent }) => spent,
  );
  const whole = sum(parts, ([, own]) => own);
  const allowed = fit(whole, desired, budget.limit - used, budget.clips);
  return allowed < whole ? divide(allowed, parts) : parts;
}
