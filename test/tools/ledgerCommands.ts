import fc from 'fast-check';
import { compileRules } from '../../src/rewards/rules/compileRules.js';
import { evaluateRewards, type RewardEvaluation } from '../../src/rewards/evaluation/evaluateRewards.js';
import { expireLots } from '../../src/rewards/ledger/expireLots.js';
import type { LedgerMove } from '../../src/rewards/ledger/ledgerMove.js';
import { redeem } from '../../src/rewards/ledger/redeem.js';
import { restoreRedemption } from '../../src/rewards/ledger/restoreRedemption.js';
import { transferPoints } from '../../src/rewards/ledger/transferPoints.js';
import { checkAll } from './ledgerChecks.js';
import { assetOf, holds, same, type Host } from './ledgerHost.js';
import type { Books } from './ledgerModel.js';
import { decide } from './ledgerModelDecisions.js';
import { give, giveBack, spend, writeOff, type Answer } from './ledgerModelMoves.js';
import { rebuild } from './ledgerModelRebuild.js';
import { budgets, dateOf, PEOPLE, plans, toFact, toRule, type Happening } from './ledgerPlans.js';
import { accounts, askedOf, happenings } from './ledgerSubjects.js';
import { steps, type Step } from './ledgerSteps.js';

/** How often which commands ran. */
export type Tally = Map<string, number>;

interface Model {
  books: Books;
  turn: number;
  readonly tally: Tally;
}

const count = ({ tally }: Model, what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);
const keysOf = (host: Host): Set<string> => new Set(host.ledger.map(({ key }) => key));

interface Run {
  readonly facts: readonly Happening[];
  readonly asOf: number;
  readonly rebuildFrom?: number;
}

function evaluate({ compiled, ledger, budgets: pots }: Host, { facts, asOf, rebuildFrom }: Run): RewardEvaluation {
  const given = { rules: compiled, facts: facts.map(toFact), ledger, budgets: pots, asOf: dateOf(asOf) };
  const from = rebuildFrom === undefined ? {} : ({ mode: 'rebuild', rebuildFrom: dateOf(rebuildFrom) } as const);
  return evaluateRewards({ ...given, ...from });
}

const after = (host: Host, done: RewardEvaluation): Host => ({
  ...host,
  ledger: [...host.ledger, ...done.entries],
  budgets: done.budgets,
});

/** Evaluates, and sees that neither orders nor a split at a day's end matter and that doing it again adds nothing. */
function decided(model: Model, host: Host, run: Run): void {
  const done = evaluate(host, run);
  const turned = { ...host, ledger: host.ledger.slice().reverse(), budgets: host.budgets.slice().reverse() };
  same('in another order', evaluate(turned, { ...run, facts: run.facts.slice().reverse() }), done);
  const days = run.facts.map(({ on }) => on).filter((on) => on <= run.asOf);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (run.rebuildFrom === undefined && first < last) {
    const morning = evaluate(host, { facts: run.facts.filter(({ on }) => on <= first), asOf: first });
    const rest = { ...run, facts: run.facts.filter(({ on }) => on > first) };
    const evening = evaluate(after(host, morning), rest);
    const plain = (entries: RewardEvaluation['entries']): object[] => entries.map(({ bookedOn: _, ...own }) => own);
    same('split at a day’s end', plain([...morning.entries, ...evening.entries]), plain(done.entries));
    same('budgets of a batch that was split', evening.budgets, done.budgets);
  }
  for (const { bookedOn } of done.entries) same('booked on', bookedOn, dateOf(run.asOf));
  for (const { outcome } of done.decisions) count(model, `outcome ${outcome}`);
  for (const { kind } of done.entries) count(model, `entry ${kind}`);
  Object.assign(host, after(host, done));
  const again = evaluate(host, run);
  same('entries of the same again', again.entries, []);
  same('budgets of the same again', again.budgets, host.budgets);
}

function moved(model: Model, host: Host, answer: Answer, ask: () => LedgerMove): void {
  const move = ask();
  const outcome = answer.reason === null ? 'accepted' : 'refused';
  same('answer', [move.outcome, move.reason], [outcome, answer.reason]);
  count(model, `move ${answer.reason ?? outcome}`);
  host.ledger = [...host.ledger, ...move.entries];
  model.books = answer.books;
  const again = ask();
  holds('the same again adds entries', again.entries.length === 0);
  if (answer.reason === null) same('the same again', again.outcome, 'duplicate');
}

function runStep(step: Step, model: Model, host: Host): void {
  const { books, turn } = model;
  const { today } = books;
  const id = `m${turn}`;
  switch (step.kind) {
    case 'advance':
      model.books = { ...books, today: today + step.days };
      break;
    case 'facts': {
      const facts = happenings(books, turn, step.facts);
      model.books = decide({ ...books, facts: [...books.facts, ...facts] }, facts);
      return decided(model, host, { facts, asOf: today });
    }
    case 'replay':
      model.books = decide(books, books.facts.slice());
      return decided(model, host, { facts: books.facts, asOf: today });
    case 'rebuild': {
      const rebuildFrom = Math.max(0, today - step.days);
      model.books = rebuild(books, rebuildFrom);
      return decided(model, host, { facts: books.facts, asOf: today, rebuildFrom });
    }
    case 'expire': {
      model.books = writeOff(books, accounts);
      const turned = expireLots(host.ledger.slice().reverse(), dateOf(today));
      const entries = expireLots(host.ledger, dateOf(today));
      same('expired, turned', turned, entries);
      for (const { kind } of entries) count(model, `entry ${kind}`);
      host.ledger = [...host.ledger, ...entries];
      return same('expired again', expireLots(host.ledger, dateOf(today)), []);
    }
    case 'topUp': {
      const top = <Pot extends { readonly limit: number }>(pot: Pot): Pot => ({
        ...pot,
        limit: pot.limit + step.amount,
      });
      const old = books.budgets.get(step.budget) as { limit: number; clips: boolean };
      model.books = { ...books, budgets: new Map(books.budgets).set(step.budget, top(old)) };
      host.budgets = host.budgets.map((pot) => (pot.id === step.budget ? top(pot) : pot));
      break;
    }
    case 'restore': {
      const redemption = step.pick % 8 === 0 ? 'none' : (books.spends[step.pick % books.spends.length]?.id ?? 'none');
      const { amount } = step;
      const asked = { redemption, on: dateOf(today), key: id, ...(amount === null ? {} : { amount }) };
      const answer = giveBack(books, redemption, amount, today, id);
      return moved(model, host, answer, () => restoreRedemption({ ledger: host.ledger, ...asked }));
    }
    default: {
      const on = Math.max(0, today - step.ago);
      const { member, unit, amount } = askedOf(step, books, on);
      const said = { asset: assetOf(unit), unit, amount, on: dateOf(on), key: id };
      const asked = { id, member, unit, amount, on };
      if (step.kind === 'redeem')
        return moved(model, host, spend(books, asked), () => redeem({ ledger: host.ledger, member, ...said }));
      const to = PEOPLE[(PEOPLE.indexOf(member as 'lea') + 1 + (turn % 3)) % PEOPLE.length] as string;
      const answer = give(books, asked, to);
      moved(model, host, answer, () => transferPoints({ ledger: host.ledger, from: member, to, ...said }));
    }
  }
}

function command(step: Step): fc.Command<Model, Host> {
  return {
    check: () => true,
    run: (model, host) => {
      model.turn++;
      count(model, step.kind);
      const keys = keysOf(host);
      runStep(step, model, host);
      holds(
        'an entry was lost',
        host.ledger.slice(0, keys.size).every(({ key }) => keys.has(key)),
      );
      checkAll(model.books, host, model.turn);
    },
    toString: () => JSON.stringify(step),
  };
}

/** The property that a ledger and the model of it agree after every command; the tally counts what ran. */
export function ledgerProperty(tally: Tally, maxCommands: number): ReturnType<typeof fc.property> {
  const commands = fc.commands([steps.map(command)], { maxCommands, size: 'max' });
  return fc.property(plans, budgets, commands, (own, pots, list) => {
    fc.modelRun(() => {
      const rules = own.map(toRule);
      const limits = new Map(pots.map(({ id, limit, overflow }) => [id, { limit, clips: overflow === 'clip' }]));
      const none = { grants: new Map(), moves: [], spends: [], facts: [] };
      const books: Books = { plans: own, budgets: limits, today: 5, ...none };
      return {
        model: { books, turn: 0, tally },
        real: { rules, compiled: compileRules(rules), ledger: [], budgets: pots },
      };
    }, list);
  }) as ReturnType<typeof fc.property>;
}
