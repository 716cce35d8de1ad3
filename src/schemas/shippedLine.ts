import * as z from 'zod/mini';
import type { ReturnedGoods, ShippedLine } from '../metrics/behavioural/shippedLine.js';
import type { MoneyValue } from '../metrics/business/money.js';
import { aboveZero, flag, fromZero, list, moment, text } from './fields.js';
import { findings, issueMessage, messageWith, type Finding } from './issues.js';
import { money } from './money.js';
import { orderFindings } from './timeRules.js';

const LARGEST = 1e90;
/** Sums of fractions may pass the whole by a rounding: 0.1 and 0.2 of 0.3. */
const SLACK = 1 + 1e-9;

function minorUnitsOf(value: MoneyValue): number | null {
  return typeof value === 'object' ? (value?.minorUnits ?? null) : (value ?? null);
}

/** Old parts handed in are other goods: nothing of theirs is compared with the line. */
function returnFindings({ shippedAt, units, value, returns = [] }: ShippedLine): Finding[] {
  const path = ['returns'];
  const found = returns.flatMap(({ at, core }, index) =>
    core === true ? [] : orderFindings('shippedAt', shippedAt, at, [...path, index, 'at']),
  );
  const back = returns.filter(({ core }) => core !== true);
  const unitsBack = back.reduce((sum, own) => sum + own.units, 0);
  // A line below 0 is told of by its own limits.
  if (units > 0 && unitsBack > units * SLACK)
    found.push({ code: 'too-large', rule: `of at most the units shipped, ${units}`, input: unitsBack, path });
  const valueBack = back.reduce((sum, own) => sum + (minorUnitsOf(own.value) ?? 0), 0);
  const most = minorUnitsOf(value);
  if (most !== null && most >= 0 && valueBack > most * SLACK)
    found.push({ code: 'too-large', rule: `of at most the value shipped, ${most}`, input: valueBack, path });
  return found;
}

function valueField(description: string): z.ZodMiniOptional<z.ZodMiniType<MoneyValue>> {
  const error = messageWith('null, a finite number from 0, or money { minorUnits, currency }');
  const amount = z.union([fromZero('In minor units.', LARGEST), money('With its currency.', 0)], { error });
  return z.optional(z.nullable(amount).check(z.describe(description)));
}

function createReturnSchema(): z.ZodMiniType<ReturnedGoods> {
  return z
    .strictObject(
      {
        at: moment('When they came back. Rule: at or after shippedAt, old parts apart.'),
        units: aboveZero('How many, above 0, in the unit of the line.', LARGEST),
        value: valueField('Their value at the price of the line, from 0.'),
        core: z.optional(flag('Whether it is an old part, handed in for a new one.')),
      } satisfies { [Name in keyof ReturnedGoods]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('Goods that came back.'));
}

function createShippedLineSchema(): z.ZodMiniType<ShippedLine> {
  const returns = 'What came back. Rule: not more units or value than the line, old parts apart.';
  return z
    .strictObject(
      {
        id: z.optional(text('Id of the line.')),
        accountId: z.optional(text('Account it went to.')),
        shippedAt: moment('When it was shipped. Rule: a day that exists.'),
        units: aboveZero('How many units were shipped, above 0.', LARGEST),
        value: valueField('Their value, from 0.'),
        consignment: z.optional(flag("Whether the goods stay the supplier's until they are sold.")),
        returns: z.optional(list(createReturnSchema(), returns)),
      } satisfies { [Name in keyof ShippedLine]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(returnFindings),
      z.meta({ title: 'Shipped line', description: 'A line that was shipped, with all that came back of it.' }),
    );
}

/**
 * The schema of a {@link ShippedLine}, strict.
 *
 * Use it with {@link readRecords} for rows of an ERP. It refuses what `checkShippedLines` would find.
 *
 * @example
 * ```ts
 * import { readRecord, shippedLineSchema } from 'cx-scoring/schemas';
 *
 * const line = { id: 's1', shippedAt: '2026-03-02', units: 2 };
 * readRecord(shippedLineSchema, { ...line, returns: [{ at: '2026-03-09', units: 1 }] }).success; // => true
 * readRecord(shippedLineSchema, { ...line, returns: [{ at: '2026-03-09', units: 3 }] }).success; // => false
 * ```
 */
export const shippedLineSchema: z.ZodMiniType<ShippedLine> = /* @__PURE__ */ createShippedLineSchema();
