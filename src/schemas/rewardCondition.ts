import * as z from 'zod/mini';
import type {
  AtLeastCondition,
  Condition,
  DateCondition,
  MetricCondition,
  StatusTest,
} from '../rewards/conditions/condition.js';
import { civilDate, metricId, text, wordOf } from './fields.js';
import { findings, issueMessage, messageWith, type Finding } from './issues.js';
import { factPath, factReference, figure, numberTest, periodUnit, scalar, whole } from './rewardFields.js';

const LARGEST_GROUP = 32;
const MOST_VALUES = 1000;

function atLeastFindings({ n, of }: AtLeastCondition): Finding[] {
  if (n <= of.length) return [];
  return [{ code: 'too-large', rule: `at most the number of conditions, ${of.length}`, input: n, path: ['n'] }];
}

function dateFindings({ from, through }: DateCondition): Finding[] {
  if (from === undefined && through === undefined)
    return [{ code: 'missing', rule: 'there, where "through" is not', input: undefined, path: ['from'] }];
  if (from === undefined || through === undefined || from <= through) return [];
  return [{ code: 'out-of-order', rule: `no day before "from", ${from}`, input: through, path: ['through'] }];
}

function strict<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodMiniObject<Shape, z.core.$strict> {
  return z.strictObject(shape, { error: issueMessage });
}

function op<const Ops extends readonly Condition['op'][]>(...ops: Ops): z.ZodMiniLiteral<Ops[number]> {
  return z.literal(ops as unknown as Ops[number][], { error: issueMessage });
}

function metricParts(): Record<'test', z.ZodMiniType<MetricCondition['test']>> {
  const status = strict({
    status: wordOf<StatusTest['status']>({ green: true, amber: true, red: true }, 'The status it must have.'),
    by: wordOf<StatusTest['by']>(
      { point: true, bound: true },
      'By its value, or by the unfavourable end of its interval.',
    ),
  } satisfies { [Name in keyof StatusTest]: unknown });
  const error = messageWith('a status { status, by } or a comparison { op, value }');
  return {
    test: z
      .union([status.check(z.describe('A status.')), numberTest()], { error })
      .check(z.describe('What must be met: a status, or a comparison of the value.')),
  };
}

function createConditionSchema(): z.ZodMiniType<Condition> {
  // Looked up when it is used: a condition holds conditions.
  const inner: z.ZodMiniType<Condition> = z.lazy(() => conditionSchema);
  const fact = factPath('Where the fact is.');
  const over = factPath('Where the list is.');
  const valueError = messageWith('text, a finite number, true, false or { fact }');
  const numberError = messageWith('a finite number or { fact }');
  const group = z
    .array(inner, { error: issueMessage })
    .check(z.minLength(1), z.maxLength(LARGEST_GROUP), z.describe('The conditions, 1 to 32.'));
  const scalars = z
    .array(scalar('A value.'), { error: issueMessage })
    .check(z.minLength(1), z.maxLength(MOST_VALUES), z.describe('The values, at least one.'));
  const where = inner.check(z.describe('What an element must meet; its paths begin at the element.'));
  const test = numberTest();
  const unit = periodUnit('Length of the period.');
  const kinds = [
    strict({ op: op('all', 'any'), of: group }),
    strict({ op: op('not'), of: inner }),
    strict({ op: op('at-least'), n: whole('How many must hold.', 1), of: group }).check(findings(atLeastFindings)),
    strict({ op: op('eq', 'ne'), fact, value: z.union([scalar('A value.'), factReference()], { error: valueError }) }),
    strict({
      op: op('lt', 'lte', 'gt', 'gte'),
      fact,
      value: z.union([figure('A number.'), factReference()], { error: numberError }),
    }),
    strict({ op: op('in', 'not-in'), fact, values: scalars }),
    strict({ op: op('includes'), fact, value: scalar('The value looked for.') }),
    strict({
      op: op('date-in'),
      fact,
      from: z.optional(civilDate('First day.')),
      through: z.optional(civilDate('Last day.')),
    }).check(findings(dateFindings)),
    strict({ op: op('same-period'), a: factPath('One date.'), b: factPath('The other date.'), period: unit }),
    strict({
      op: op('some', 'every', 'none'),
      over,
      where,
      minCount: z.optional(whole('How many elements the list should have; 1 when left out.', 1)),
    }),
    strict({ op: op('count'), over, where: z.optional(where), test }),
    strict({
      op: op('sum'),
      over,
      field: factPath('Where an element has the number.'),
      where: z.optional(where),
      test,
    }),
    strict({ op: op('known', 'missing'), fact }),
    strict({ op: op('ref'), id: text('Id of the shared condition.') }),
    strict({
      op: op('metric'),
      metric: metricId('Id of the metric.'),
      scope: factPath('Where the fact says whose metric it is.'),
      period: unit,
      over: wordOf<MetricCondition['over']>(
        { 'every-month': true, 'pooled-period': true },
        'Tested by month or in one.',
      ),
      ...metricParts(),
      minimumSample: z.optional(whole('A result that rests on less is unknown.', 0)),
    }),
  ] as const;
  return z
    .discriminatedUnion('op', kinds, { error: issueMessage })
    .check(
      z.meta({ title: 'Condition', description: 'A condition: true, false, or unknown where a fact is missing.' }),
    );
}

/**
 * The schema of a {@link Condition}, strict and recursive.
 *
 * Use it with {@link readRecord} for a condition kept by itself, and `parseRewardRules` for whole documents, which also limits their depth
 * and size first.
 *
 * @example
 * ```ts
 * import { conditionSchema, readRecord } from 'cx-scoring/schemas';
 *
 * readRecord(conditionSchema, { op: 'gte', fact: ['score'], value: 9 }).success; // => true
 * readRecord(conditionSchema, { op: 'all', of: [] }).success; // => false
 * ```
 */
export const conditionSchema: z.ZodMiniType<Condition> = /* @__PURE__ */ createConditionSchema();
