import { foldLedger } from '../../src/rewards/ledger/foldLedger.js';
import { foldLiability } from '../../src/rewards/ledger/foldLiability.js';
import { toMemberStatement } from '../../src/rewards/ledger/toMemberStatement.js';
import { assetOf, same, type Host } from './ledgerHost.js';
import { accountOf, before, isOpen, linesOf, spendable, sum, type Books, type Line } from './ledgerModel.js';
import { dateOf, PEOPLE } from './ledgerPlans.js';

const dayOrNull = (day: number | null): string | null => (day === null ? null : dateOf(day));

/** Balances and lots on a day, from the model alone. */
function balancesOf(lines: readonly Line[], asOf: number): ReturnType<typeof foldLedger> {
  return PEOPLE.flatMap((member) =>
    ['EUR', 'pt'].flatMap((unit) => {
      if (!lines.some((own) => own.member === member && own.unit === unit && own.on <= asOf)) return [];
      const account = accountOf(lines, member, unit, asOf);
      const { pending, spent, granted, transferred, writtenOff } = account;
      const expired = writtenOff + sum(account.lots, (lot) => (isOpen(lot, asOf) ? 0 : lot.left));
      const lots = account.lots
        .filter((lot) => lot.left > 0 && isOpen(lot, asOf))
        .map(({ key, left, on, expiresOn }) => ({
          key,
          amount: left,
          on: dateOf(on),
          expiresOn: dayOrNull(expiresOn),
        }));
      // Lots are none of the future, so that all that is open can be spent.
      const available = spendable(account, asOf);
      return [{ member, asset: assetOf(unit), unit, available, pending, expired, spent, granted, transferred, lots }];
    }),
  );
}

/** Balances, lots, conservation and liability, today and on another day, whichever way the ledger is turned. */
export function checkBalances(books: Books, { ledger }: Host, other: number): void {
  const lines = linesOf(books);
  const turned = [...ledger.slice(ledger.length >> 1), ...ledger.slice(0, ledger.length >> 1)].reverse();
  for (const day of [books.today, other]) {
    const expected = balancesOf(lines, day).sort((a, b) => before(a.member, b.member) || before(a.asset, b.asset));
    same(`balances on ${dateOf(day)}`, foldLedger(ledger, { asOf: dateOf(day) }), expected);
    same(`balances on ${dateOf(day)}, turned`, foldLedger(turned, { asOf: dateOf(day) }), expected);
    for (const unit of ['pt', 'EUR']) {
      const own = expected.filter((item) => item.unit === unit);
      same(
        'transfers',
        sum(own, ({ transferred }) => transferred),
        0,
      );
      const kept = sum(own, (item) => item.available + item.spent + item.expired);
      same(
        'granted = held + spent + expired',
        sum(own, ({ granted }) => granted),
        kept,
      );
    }
    const liabilities = [...new Set(expected.map(({ unit }) => unit))]
      .sort(before)
      .reverse()
      .map((unit) => {
        const own = expected.filter((item) => item.unit === unit);
        const lots = own.flatMap((item) => item.lots);
        const months = [...new Set(lots.map(({ expiresOn }) => expiresOn?.slice(0, 7) ?? '~'))].sort(before);
        const available = sum(own, (item) => Math.max(0, item.available));
        const pending = sum(own, (item) => item.pending);
        return {
          ...{ asset: assetOf(unit), unit, available, pending, owed: available + pending },
          debts: sum(own, (item) => Math.max(0, -item.available)),
          members: own.filter((item) => item.available > 0).length,
          months: months.map((month) => ({
            month: month === '~' ? null : month,
            amount: sum(lots, (lot) => ((lot.expiresOn?.slice(0, 7) ?? '~') === month ? lot.amount : 0)),
          })),
        };
      });
    liabilities.sort((a, b) => before(a.asset, b.asset));
    same(`liability on ${dateOf(day)}`, foldLiability(turned, { asOf: dateOf(day) }), liabilities);
  }
}

/** The statement of a member from a day on. */
export function checkStatement(books: Books, { ledger }: Host, member: string, from: number): void {
  const through = books.today;
  const own = linesOf(books).filter((item) => item.member === member && item.on <= through);
  const totals = (unit: string, until: number): object => {
    const past = own.filter((item) => item.unit === unit && item.on <= until);
    return { amount: sum(past, ({ amount }) => amount), pending: sum(past, ({ pending }) => pending) };
  };
  const units = ['EUR', 'pt'].filter((unit) => own.some((item) => item.unit === unit));
  const expected = units.map((unit) => {
    const lines = own.filter((item) => item.unit === unit && item.on >= from);
    const keys = lines.sort((a, b) => a.on - b.on || before(a.key, b.key)).map(({ key }) => key);
    return { member, unit, opening: totals(unit, from - 1), keys, closing: totals(unit, through) };
  });
  const found = toMemberStatement(ledger, member, dateOf(from), dateOf(through));
  const short = found.map(({ unit, opening, entries, closing }) => {
    return { member, unit, opening, keys: entries.map(({ key }) => key), closing };
  });
  same('statement', short, expected);
}
