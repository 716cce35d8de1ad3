import { isWhole } from '../../core/options.js';
import { requireRule } from '../conditions/compiledCondition.js';
import { requireText, requireWhole, requireWord } from '../conditions/requireParts.js';
import { readId } from './awardKey.js';
import { factReader, type FactPath } from '../conditions/factPath.js';
import type { Grant, GrantAmount, GrantSplit } from '../rules/grant.js';
import { proportionOf } from './roundAmount.js';
import { splitAmount, type SplitPart, type SplitWeight } from './splitAmount.js';

/** An amount, or where the fact lacks what it depends on. */
export type AmountOutcome = { readonly amount: number } | { readonly missing: FactPath };

/** Reads an amount from the data of a fact. */
export type AmountReader = (data: unknown) => AmountOutcome;

/** Compiles an amount; money and points are whole numbers from 0. */
function compileAmount(where: string, source: GrantAmount): AmountReader {
  const { kind } = Object(source) as Partial<GrantAmount>;
  const isKind = kind === 'fixed' || kind === 'table' || kind === 'proportional';
  requireRule(isKind, where, 'kind of the amount', '"fixed", "table" or "proportional"', kind);
  if (source.kind === 'fixed') {
    requireWhole(where, 'amount', source.amount);
    const outcome = { amount: source.amount };
    return () => outcome;
  }
  const { fact } = source;
  const read = factReader(`${where}: fact of the amount`, fact);
  if (source.kind === 'table') {
    const { rows, otherwise } = source;
    const values = Object.values(Object(rows) as Readonly<Record<string, unknown>>);
    const isRecord = values.length > 0 && values.every(isWhole);
    requireRule(isRecord, where, 'rows of the amount', 'a record of a whole number from 0 by fact', rows);
    if (otherwise !== undefined) requireWhole(where, '"otherwise" of the amount', otherwise);
    return (data) => {
      const found = read(data);
      const isKey = typeof found === 'string' || Number.isSafeInteger(found);
      const amount = isKey && Object.hasOwn(rows, String(found)) ? rows[String(found)] : isKey ? otherwise : undefined;
      return amount === undefined ? { missing: fact } : { amount };
    };
  }
  const { basisPoints, rounding, minimum = 0, maximum } = source;
  requireWhole(where, '"basisPoints" of the amount', basisPoints);
  requireWord(where, '"rounding" of the amount', ['floor', 'ceil', 'half-up', 'half-even'], rounding);
  requireWhole(where, '"minimum" of the amount', minimum);
  const isMaximum = maximum === undefined || (isWhole(maximum) && maximum >= minimum);
  requireRule(isMaximum, where, '"maximum" of the amount', 'a whole number from 0, not below the minimum', maximum);
  return (data) => {
    const found = read(data);
    if (!isWhole(found)) return { missing: fact };
    const amount = Math.min(maximum ?? Infinity, Math.max(minimum, proportionOf(found, basisPoints, rounding)));
    // Without a maximum the proportion of a huge fact may be a number that is no longer exact.
    return isWhole(amount) ? { amount } : { missing: fact };
  };
}

/** What a grant comes to, before caps and budgets. */
export interface CompiledGrant {
  /** The whole amount. */
  readonly amountOf: AmountReader;
  /** Divides an amount among the members the fact names; the subject gets all where the grant is not divided. */
  readonly partsOf: (
    amount: number,
    data: unknown,
    subject: string,
  ) => readonly SplitPart[] | { readonly missing: FactPath };
}

/** Reads the members and their weights; a member named twice weighs both. */
function compileSplit(where: string, { over, id, weight }: GrantSplit): (data: unknown) => SplitWeight[] | null {
  const list = factReader(`${where}: over of the split`, over);
  const idOf = factReader(`${where}: id of the split`, id);
  const weightOf = weight === undefined ? () => 1 : factReader(`${where}: weight of the split`, weight);
  return (data) => {
    const members = list(data);
    if (!Array.isArray(members) || members.length === 0) return null;
    const weights = new Map<string, number>();
    for (const element of members as readonly unknown[]) {
      const member = readId(idOf(element));
      const own = weightOf(element);
      if (member === null || !isWhole(own)) return null;
      weights.set(member, (weights.get(member) ?? 0) + own);
    }
    const parts = Array.from(weights, ([member, own]) => ({ member, weight: own }));
    return parts.every((part) => isWhole(part.weight)) && parts.some((part) => part.weight > 0) ? parts : null;
  };
}

/** Compiles what a rule grants. */
export function compileGrant(where: string, grant: Grant): CompiledGrant {
  const { kind, unit } = Object(grant) as Partial<Grant>;
  requireWord(where, 'kind of the grant', ['points', 'money', 'gift-choice', 'badge'], kind);
  requireText(where, 'unit of the grant', 'a name', unit);
  const amountOf = grant.kind === 'badge' ? () => ({ amount: 1 }) : compileAmount(where, grant.amount);
  const split = grant.kind === 'points' || grant.kind === 'money' ? grant.split : undefined;
  if (split === undefined) return { amountOf, partsOf: (amount, _, member) => [{ member, amount }] };
  const weightsOf = compileSplit(where, split);
  return {
    amountOf,
    partsOf: (amount, data) => {
      const weights = weightsOf(data);
      return weights === null ? { missing: split.over } : splitAmount(amount, weights);
    },
  };
}
