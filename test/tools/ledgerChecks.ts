import { checkLedger } from '../../src/rewards/ledger/checkLedger.js';
import type { LedgerEntry } from '../../src/rewards/ledger/ledgerEntry.js';
import { checkBalances, checkStatement } from './ledgerBalanceChecks.js';
import { holds, same, type Host } from './ledgerHost.js';
import { budgetOf, sum, type Books, type Line } from './ledgerModel.js';
import { periodOf } from './ledgerModelLimits.js';
import { dateOf, PEOPLE } from './ledgerPlans.js';

const dayOrNull = (day: number | null): string | null => (day === null ? null : dateOf(day));

function textOfLine(own: Line, isPaid: boolean): string {
  const { kind, key, on, member, unit, amount, pending, posted, reserved, award, lots } = own;
  const ends = amount > 0 && lots.length === 0 ? dayOrNull(own.expiresOn) : null;
  return JSON.stringify([
    key,
    kind,
    dateOf(on),
    member,
    unit,
    amount,
    pending,
    isPaid,
    posted,
    reserved,
    ends,
    award,
    lots,
  ]);
}

function textOfEntry(entry: LedgerEntry): string {
  const { kind, key, on, member, unit, amount, pending, budgetEffect, award, lots } = entry;
  const { posted, reserved } = budgetEffect ?? { posted: 0, reserved: 0 };
  const ends = amount > 0 && lots.length === 0 ? entry.expiresOn : null;
  const named = lots.map((part) => [part.lot, part.amount]);
  const isPaid = budgetEffect !== null;
  return JSON.stringify([key, kind, on, member, unit, amount, pending, isPaid, posted, reserved, ends, award, named]);
}

function checkEntries(books: Books, { ledger }: Host): void {
  const lines = [
    ...Array.from(books.grants.values()).flatMap((grant) =>
      grant.lines.map((own) => textOfLine(own, grant.plan.budget !== null)),
    ),
    ...books.moves.map((own) => textOfLine(own, false)),
  ];
  holds('a key comes twice', new Set(ledger.map(({ key }) => key)).size === ledger.length);
  const [there, expected] = [new Set(ledger.map(textOfEntry)), new Set(lines)];
  same(
    'entries',
    Array.from(there).filter((text) => !expected.has(text)),
    Array.from(expected)
      .filter((text) => !there.has(text))
      .map((text) => `missing ${text}`),
  );
  holds('an entry comes twice', expected.size === lines.length && there.size === expected.size);
}

/** No cap has counted more than it allows, but for what a rebuild would not grant and cannot take, since it has expired. */
function checkCaps(books: Books): void {
  const grants = Array.from(books.grants.values());
  for (const plan of books.plans)
    for (const { scope, period, limit, across } of plan.caps) {
      const own = grants.filter((grant) => grant.plan.id === plan.id);
      if (across === 'all-rules' && own.length < grants.filter((grant) => grant.plan.unit === plan.unit).length)
        continue;
      const sums = new Map<string, number>();
      for (const grant of own)
        for (const { member, amount } of grant.counted) {
          const whose = { subject: grant.who, beneficiary: member, programme: '', ...grant }[scope];
          const key = JSON.stringify([whose, periodOf(grant.on, period)]);
          sums.set(key, (sums.get(key) ?? 0) + amount);
        }
      const excess = sum(own, (grant) => grant.excess);
      for (const [key, used] of sums)
        holds(`cap ${scope} ${period} ${limit} of ${plan.id} at ${key} counts ${used}`, used <= limit + excess);
    }
}

/** All that must hold after every command. */
export function checkAll(books: Books, host: Host, turn: number): void {
  checkEntries(books, host);
  checkBalances(books, host, Math.max(0, books.today + ((turn * 7) % 31) - 20));
  checkStatement(books, host, PEOPLE[turn % PEOPLE.length] as string, Math.max(0, books.today - (turn % 9)));
  checkCaps(books);
  const expected = Array.from(books.budgets, ([id, { limit }]) => ({ id, limit, ...budgetOf(books, id) }));
  same(
    'budgets',
    host.budgets.map(({ id, limit, posted, reserved }) => ({ id, limit, posted, reserved })),
    expected,
  );
  for (const { id, limit, posted, reserved } of expected) holds(`budget ${id} is exceeded`, posted + reserved <= limit);
  for (const { plan, reversed, lines, round, key } of books.grants.values())
    if (reversed && round === 0 && plan.policy === 'full') {
      const gone = sum(books.moves, (own) => (own.award === key ? own.amount : 0));
      same('a grant that was taken back', sum(lines, ({ amount, pending }) => amount + pending) + gone, 0);
    }
  const findings = checkLedger({ ledger: host.ledger, budgets: host.budgets, rules: host.rules });
  same('findings', findings, []);
}
