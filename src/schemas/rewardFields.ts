import * as z from 'zod/mini';
import type { ParameterValue } from '../core/definition.js';
import type { PeriodUnit } from '../core/period.js';
import type { FactReference, NumberTest, Scalar } from '../rewards/conditions/condition.js';
import type { FactPath } from '../rewards/conditions/factPath.js';
import { named, text, wordOf } from './fields.js';
import { findings, issueMessage, messageWith, type Finding } from './issues.js';
import { copyPlain, RESERVED_NAMES } from './plainJson.js';

const LONGEST_PATH = 8;
const DATA_LIMITS = { depth: 32, values: 100_000, text: 65_536 };

/** A whole number that is exact; -0 becomes 0. */
export function whole(description: string, from: number = Number.MIN_SAFE_INTEGER): z.ZodMiniType<number> {
  const typeMessage = messageWith(from === Number.MIN_SAFE_INTEGER ? 'a whole number' : `a whole number from ${from}`);
  // Out of bounds, the bound says more.
  const error: typeof issueMessage = (issue) =>
    issue.code === 'invalid_type' ? typeMessage(issue) : issueMessage(issue);
  return z.int({ error }).check(
    z.minimum(from),
    z.overwrite((value) => value + 0),
    z.describe(description),
  );
}

/** A finite number; -0 becomes 0. */
export function figure(description: string): z.ZodMiniType<number> {
  return z.number({ error: issueMessage }).check(
    z.overwrite((value) => value + 0),
    z.describe(description),
  );
}

/** Text of any length up to 10,000 characters, to compare facts with. */
function scalarText(): z.ZodMiniType<string> {
  return z.string({ error: issueMessage }).check(z.maxLength(10_000));
}

/** A plain value to compare facts with. */
export function scalar(description: string): z.ZodMiniType<Scalar> {
  const error = messageWith('text, a finite number, true or false');
  return z.union([scalarText(), figure('A number.'), z.boolean()], { error }).check(z.describe(description));
}

/** Where a fact is. */
export function factPath(description: string): z.ZodMiniType<FactPath> {
  const step = text('Name of a property.').check(
    findings((name) =>
      RESERVED_NAMES.includes(name) ? [{ code: 'reserved-name', rule: 'another name', input: name }] : [],
    ),
    z.meta({ not: { enum: [...RESERVED_NAMES] } }),
  );
  return z
    .array(step, { error: messageWith('a list of names') })
    .check(z.minLength(1), z.maxLength(LONGEST_PATH), z.describe(description));
}

/** Another fact in place of a value. */
export function factReference(): z.ZodMiniType<FactReference> {
  return z
    .strictObject({ fact: factPath('Where the other fact is.') } satisfies { [Name in keyof FactReference]: unknown }, {
      error: issueMessage,
    })
    .check(z.describe('Another fact.'));
}

/** How a number is compared. */
export function numberTest(): z.ZodMiniType<NumberTest> {
  const ops = { eq: true, ne: true, lt: true, lte: true, gt: true, gte: true } satisfies Record<NumberTest['op'], true>;
  return z
    .strictObject(
      {
        op: wordOf<NumberTest['op']>(ops, 'The comparison.'),
        value: figure('What the number is compared with.'),
      } satisfies { [Name in keyof NumberTest]: unknown },
      { error: issueMessage },
    )
    .check(z.describe('How the number is compared.'));
}

/** Length of a period. */
export function periodUnit(description: string): z.ZodMiniType<PeriodUnit> {
  return wordOf<PeriodUnit>({ month: true, quarter: true, year: true }, description);
}

function plainFindings(value: unknown): Finding[] {
  return copyPlain(value, DATA_LIMITS).faults.map(({ path, code, rule }) => ({ code, rule, input: value, path }));
}

/** Any plain JSON, 32 levels deep at most. */
export function plainJson(description: string): z.ZodMiniType<ParameterValue> {
  return z
    .custom<ParameterValue>(undefined, { error: issueMessage })
    .check(findings(plainFindings), z.describe(description));
}

/** An object of plain JSON. */
export function plainRecord(description: string): z.ZodMiniType<Record<string, ParameterValue>> {
  return named(plainJson('Plain JSON.'), description);
}
