import { accountOf, isOpen, line, linesOf, spendable, sum, type Books, type Line } from './ledgerModel.js';

/** What a member asks for. */
export interface Asked {
  readonly id: string;
  readonly member: string;
  readonly unit: string;
  readonly amount: number;
  readonly on: number;
}

/** What came of it: the books after it, or why not. */
export interface Answer {
  readonly books: Books;
  readonly reason: string | null;
}

/** Takes from lots that are open, first expiring first. */
function take(books: Books, { member, unit, amount, on }: Asked): (readonly [string, number, number | null])[] {
  let rest = amount;
  return accountOf(linesOf(books), member, unit, Infinity).lots.flatMap(({ key, expiresOn, left, ...lot }) => {
    const own = lot.on <= on && isOpen({ key, expiresOn, left, ...lot }, on) ? Math.min(left, rest) : 0;
    rest -= own;
    return own > 0 ? [[key, own, expiresOn] as const] : [];
  });
}

const has = (books: Books, { member, unit, on }: Asked): number =>
  spendable(accountOf(linesOf(books), member, unit, Infinity), on);

/** A member spends. */
export function spend(books: Books, asked: Asked): Answer {
  const { id, member, unit, amount, on } = asked;
  if (amount > has(books, asked)) return { books, reason: 'insufficient' };
  const lots = take(books, asked).map(([key, part]) => [key, part] as const);
  const own = line({ kind: 'redeem', key: JSON.stringify(['redeem', id]), on, member, unit, amount: -amount, lots });
  const spends = [...books.spends, { id, line: own, restores: [] }];
  return { books: { ...books, moves: [...books.moves, own], spends }, reason: null };
}

/** A spend is given back, that which expires last first. */
export function giveBack(books: Books, spendId: string, amount: number | null, on: number, id: string): Answer {
  const of = books.spends.find((own) => own.id === spendId);
  if (of === undefined) return { books, reason: 'unknown-redemption' };
  const { member, unit } = of.line;
  const back = of.restores.flatMap(({ lots }) => lots);
  const open = of.line.lots
    .map(([key, part]) => [key, part - sum(back, ([lot, own]) => (lot === key ? own : 0))] as const)
    .reverse();
  const most = sum(open, ([, part]) => part);
  const whole = amount ?? most;
  if (most === 0 || whole > most) return { books, reason: 'already-restored' };
  let rest = whole;
  const lots = open.flatMap(([key, part]) => {
    const own = Math.min(part, rest);
    rest -= own;
    return own > 0 ? [[key, own] as const] : [];
  });
  const own = line({ kind: 'restore', key: JSON.stringify(['restore', id]), on, member, unit, amount: whole, lots });
  const spends = books.spends.map((item) => (item === of ? { ...of, restores: [...of.restores, own] } : item));
  return { books: { ...books, moves: [...books.moves, own], spends }, reason: null };
}

/** A member gives to another, with the last days. */
export function give(books: Books, asked: Asked, to: string): Answer {
  const { id, member, unit, on } = asked;
  if (asked.amount > has(books, asked)) return { books, reason: 'insufficient' };
  const pairs = take(books, asked).flatMap(([key, amount, expiresOn], place): Line[] => {
    const keyOf = (kind: string): string => JSON.stringify([kind, id, place + 1]);
    const out = { kind: 'transfer-out', key: keyOf('transfer-out'), on, unit, member };
    const into = { kind: 'transfer-in', key: keyOf('transfer-in'), on, unit, member: to };
    return [line({ ...out, amount: -amount, lots: [[key, amount]] }), line({ ...into, amount, expiresOn })];
  });
  return { books: { ...books, moves: [...books.moves, ...pairs] }, reason: null };
}

/** Writes off what was not spent by its last day. */
export function writeOff(books: Books, accounts: readonly (readonly [string, string])[]): Books {
  const { today } = books;
  const lines = linesOf(books);
  const ended = accounts.flatMap(([member, unit]) =>
    accountOf(lines, member, unit, today)
      .lots.filter((lot) => lot.left > 0 && !isOpen(lot, today))
      .map(({ key, award, expiresOn, left, restoredOn, expiries }) =>
        line({
          ...{ kind: 'expire', key: JSON.stringify(['expire', key, expiries + 1]), member, unit, award },
          ...{ on: Math.max((expiresOn as number) + 1, restoredOn), amount: -left, lots: [[key, left]] },
        }),
      ),
  );
  return { ...books, moves: [...books.moves, ...ended] };
}
