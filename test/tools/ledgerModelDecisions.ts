import {
  accountOf,
  before,
  line,
  linesOf,
  membersOf,
  partOf,
  sum,
  usedOn,
  type Books,
  type Grant,
  type Line,
} from './ledgerModel.js';
import { divide, limited, type Shares } from './ledgerModelLimits.js';
import { VOID_AFTER, type Happening, type Plan } from './ledgerPlans.js';

/** Writes lines about a grant. */
function write(books: Books, grant: Grant, lines: readonly Line[], own: Partial<Grant> = {}): Books {
  const counted = lines.map(({ member, at, amount, pending, posted, reserved }) => ({
    ...{ member, at, amount: amount + pending, spent: posted + reserved },
  }));
  const next = { ...grant, ...own, lines: [...grant.lines, ...lines], counted: [...grant.counted, ...counted] };
  return { ...books, grants: new Map(books.grants).set(grant.key, next) };
}

const keyOf = ({ rule, who, what }: Happening): string => JSON.stringify(['award', rule, 1, who, what, null]);
const stepKey = (kind: string, { key, round }: Grant, member: string): string =>
  JSON.stringify([kind, key, member, ...(round > 0 ? [round] : [])]);
const lastDay = ({ expiry }: Plan, on: number): number | null => (expiry === null ? null : on + expiry);

function grantOf(books: Books, plan: Plan, fact: Happening, former: Books | null): Books {
  const key = keyOf(fact);
  const { on, who, what, account, network, value } = fact;
  if (value === null || value < 10 || books.grants.has(key)) return books;
  // A rebuild grants nothing where it would not correct it.
  if (former !== null && plan.correctionDays !== null && books.today - on > plan.correctionDays) return books;
  const rivals = Array.from(books.grants.values()).filter(
    (grant) => plan.group && grant.plan.group && grant.who === who && grant.what === what,
  );
  if (rivals.some(({ counted }) => usedOn(counted, on, ({ amount }) => amount) > 0)) return books;
  const desired = Math.floor((value * plan.basisPoints) / 10_000);
  if (plan.above !== null && desired > plan.above && !fact.approved) return books;
  const parts = limited(books, plan, fact, desired).filter(([, amount]) => amount > 0);
  if (parts.length === 0) return books;
  const lines = parts.map(([member, amount]) =>
    line({
      ...{ kind: plan.phases ? 'reserve' : 'award', key: plan.split ? JSON.stringify(['part', key, member]) : key },
      ...{ on, at: on * 4 + 1, member, unit: plan.unit, award: key },
      ...(plan.phases ? { pending: amount } : { amount, expiresOn: lastDay(plan, on) }),
      ...(plan.budget === null ? {} : plan.phases ? { reserved: amount } : { posted: amount }),
    }),
  );
  const whole = { key, plan, who, what, on, account, network, round: 0, reversed: false, excess: 0 };
  return write(books, { ...whole, lines: [], counted: [] }, lines);
}

function pendingOf(books: Books, grant: Grant): Shares {
  return membersOf(grant)
    .map((member) => [member, partOf(books, grant, member).pending] as const)
    .filter(([, pending]) => pending > 0);
}

function settled(books: Books, grant: Grant, on: number, at: number, amount: number | null): Books {
  const open = pendingOf(books, grant);
  const posted = new Map(amount === null ? [] : divide(amount, open));
  const { plan, key } = grant;
  const lines = open.map(([member, pending]) => {
    const [own, kind] = [posted.get(member) ?? 0, amount === null ? 'void' : 'post'];
    const effect = plan.budget === null ? {} : { posted: own, reserved: -pending };
    const expiresOn = amount === null ? null : lastDay(plan, on);
    const figures = { amount: own, pending: -pending, expiresOn, award: key, unit: plan.unit, ...effect };
    return line({ kind, key: stepKey(kind, grant, member), on, at, member, ...figures });
  });
  return write(books, grant, lines);
}

function review(books: Books, grant: Grant, { on, verdict, pay }: Happening): Books {
  const pending = sum(pendingOf(books, grant), ([, amount]) => amount);
  if (!grant.plan.phases || pending === 0 || verdict === 'open') return books;
  if (verdict === 'bad') return settled(books, grant, on, on * 4 + 2, null);
  const amount = grant.plan.pays ? pay : pending;
  return amount === null || amount > pending ? books : settled(books, grant, on, on * 4 + 2, amount);
}

function undo(books: Books, grant: Grant, { on }: Happening, former: Books | null): Books {
  const { plan, key } = grant;
  if (grant.reversed) return books;
  const all = linesOf(books).filter(({ unit }) => unit === plan.unit);
  const lines = membersOf(grant).flatMap((member) => {
    const { amount, pending } = partOf(books, grant, member);
    const own = all.filter((item) => item.member === member);
    const then = sum(own, (item) => (item.at <= on * 4 + 2 ? item.amount : 0));
    const isMove = ({ award, kind }: Line): boolean => award === null || kind === 'expire';
    const moved = sum(own, (item) => (item.at > on * 4 + 2 && isMove(item) ? item.amount : 0));
    const was = former?.grants.get(key);
    // What a rebuild finds taken back before stays taken.
    const known = was?.reversed === true && was.lines.some((item) => item.member === member);
    // What was there and was taken back since is gone as well.
    const undone = sum(own, (item) => {
      if (item.kind !== 'reverse' || item.at <= on * 4 + 2) return 0;
      const there = own.filter(({ award, at }) => award === item.award && at <= on * 4 + 2);
      return Math.max(item.amount, -sum(there, (part) => part.amount));
    });
    // What has ended by the day is gone, written off or not, but for the lot of the grant itself.
    const ended = accountOf(all, member, plan.unit, Infinity).lots.filter(
      (lot) => lot.award !== key && lot.expiresOn !== null && lot.expiresOn < on,
    );
    const late = sum(ended, ({ restoredOn, left }) => (restoredOn > on ? left : 0));
    const has = then - sum(ended, ({ left }) => left) + late + Math.min(0, moved + undone - late);
    const most = known ? amount - partOf(former as Books, was, member).amount : has;
    const held = plan.policy === 'full' ? amount : Math.min(amount, most);
    const taken = plan.policy === 'pending-only' ? 0 : Math.max(0, held);
    if (taken === 0 && pending === 0) return [];
    const effect = plan.budget === null ? {} : { posted: plan.release ? -taken : 0, reserved: -pending };
    const figures = { amount: -taken, pending: -pending, award: key, unit: plan.unit, ...effect };
    const when = { on: plan.original ? grant.on : on, at: on * 4 + 2 };
    return [line({ kind: 'reverse', key: stepKey('reverse', grant, member), member, ...when, ...figures })];
  });
  return lines.length === 0 ? books : write(books, grant, lines, { reversed: true });
}

function overdue(books: Books, day: number): Books {
  return Array.from(books.grants.values())
    .filter((grant) => grant.plan.phases && grant.on + VOID_AFTER < day && pendingOf(books, grant).length > 0)
    .reduce((all, grant) => {
      const on = grant.on + VOID_AFTER + 1;
      return settled(all, grant, on, on * 4, null);
    }, books);
}

/** Decides facts day by day: what is overdue, then grants, then what settles them, then what takes them back. */
export function decide(books: Books, facts: readonly Happening[], former: Books | null = null): Books {
  const plans = new Map(books.plans.map((plan) => [plan.id, plan]));
  const planOf = ({ rule }: Happening): Plan => plans.get(rule) as Plan;
  const due = facts.filter(({ on }) => on <= books.today);
  due.sort(
    (a, b) =>
      planOf(b).priority - planOf(a).priority ||
      before(a.rule, b.rule) ||
      before(a.who, b.who) ||
      before(a.what, b.what) ||
      before(a.id, b.id),
  );
  let now = books;
  for (const day of Array.from(new Set(due.map(({ on }) => on))).sort((a, b) => a - b)) {
    now = overdue(now, day);
    const today = due.filter(({ on }) => on === day);
    for (const fact of today) if (fact.kind === 'do') now = grantOf(now, planOf(fact), fact, former);
    for (const kind of ['review', 'undo'] as const)
      for (const fact of today) {
        const grant = fact.kind === kind ? now.grants.get(keyOf(fact)) : undefined;
        if (grant === undefined || grant.on > day) continue;
        now = kind === 'review' ? review(now, grant, fact) : undo(now, grant, fact, former);
      }
  }
  return overdue(now, books.today);
}
