import * as z from 'zod/mini';
import type {
  BadgeGrant,
  FixedAmount,
  GiftChoiceGrant,
  Grant,
  GrantAmount,
  GrantSplit,
  PointsGrant,
  ProportionalAmount,
  RoundingMode,
  TableAmount,
} from '../rewards/rules/grant.js';
import { currency, named, text, word, wordOf } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { factPath, whole } from './rewardFields.js';

function limitFindings({ minimum, maximum }: ProportionalAmount): Finding[] {
  if (minimum === undefined || maximum === undefined || minimum <= maximum) return [];
  return [{ code: 'out-of-order', rule: `at least the minimum, ${minimum}`, input: maximum, path: ['maximum'] }];
}

function tableFindings({ rows }: TableAmount): Finding[] {
  if (Object.keys(rows).length > 0) return [];
  return [{ code: 'too-small', rule: 'an object of at least 1 row', input: rows, path: ['rows'] }];
}

function amountSchema(): z.ZodMiniType<GrantAmount> {
  const amount = (description: string): z.ZodMiniType<number> => whole(description, 0);
  const modes = { floor: true, ceil: true, 'half-up': true, 'half-even': true } satisfies Record<RoundingMode, true>;
  const fixed = {
    kind: word(['fixed'], 'The same for everybody.'),
    amount: amount('Units of the grant: points, or minor units of a currency.'),
  } satisfies { [Name in keyof FixedAmount]-?: unknown };
  const table = {
    kind: word(['table'], 'Looked up by a fact.'),
    fact: factPath('Where the fact is: text or a whole number.'),
    rows: named(amount('Amount.'), 'Amount by the text of the fact. Rule: at least one row.'),
    otherwise: z.optional(amount('Amount for anything else; unknown when left out.')),
  } satisfies { [Name in keyof TableAmount]-?: unknown };
  const proportional = {
    kind: word(['proportional'], 'In proportion to a fact.'),
    fact: factPath('Where the whole number is.'),
    basisPoints: amount('Ten-thousandths of the fact.'),
    rounding: wordOf<RoundingMode>(modes, 'How the result becomes whole.'),
    minimum: z.optional(amount('No less than this.')),
    maximum: z.optional(amount('No more than this. Rule: at least the minimum.')),
  } satisfies { [Name in keyof ProportionalAmount]-?: unknown };
  return z
    .discriminatedUnion(
      'kind',
      [
        z.strictObject(fixed, { error: issueMessage }),
        z.strictObject(table, { error: issueMessage }).check(findings(tableFindings)),
        z.strictObject(proportional, { error: issueMessage }).check(findings(limitFindings)),
      ],
      { error: issueMessage },
    )
    .check(z.describe('How much.'));
}

/** What a rule grants. */
export function grantSchema(): z.ZodMiniType<Grant> {
  const amount = amountSchema();
  const split = z
    .strictObject(
      {
        over: factPath('Where the list of members is.'),
        id: factPath('Where an element holds the id of the member.'),
        weight: z.optional(factPath('Where an element holds its weight; equal parts when left out.')),
      } satisfies { [Name in keyof GrantSplit]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('Among whom it is divided.'));
  const divided = { amount, split: z.optional(split) } satisfies {
    [Name in Exclude<keyof PointsGrant, 'kind' | 'unit'>]-?: unknown;
  };
  const gift = {
    kind: word(['gift-choice'], 'A gift that the beneficiary chooses.'),
    unit: currency('Currency.'),
    catalogue: text('Id of the catalogue.'),
    amount,
  } satisfies { [Name in keyof GiftChoiceGrant]-?: unknown };
  const badge = {
    kind: word(['badge'], 'An honour that is had or not.'),
    unit: text('Id of the badge.'),
  } satisfies { [Name in keyof BadgeGrant]-?: unknown };
  const points = { kind: word(['points'], 'Points.'), unit: text('Name of the unit.'), ...divided };
  const money = { kind: word(['money'], 'Money.'), unit: currency('Currency.'), ...divided };
  return z
    .discriminatedUnion(
      'kind',
      [
        z.strictObject(points, { error: issueMessage }),
        z.strictObject(money, { error: issueMessage }),
        z.strictObject(gift, { error: issueMessage }),
        z.strictObject(badge, { error: issueMessage }),
      ],
      { error: issueMessage },
    )
    .check(z.describe('What is granted.'));
}
