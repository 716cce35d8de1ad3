import * as z from 'zod/mini';
import type { ParameterValue } from '../core/definition.js';
import { isPeriodKey } from '../core/period.js';
import type { MetricTarget, TargetDefinition } from '../core/target.js';
import { formatted, metricId, nameFindings, named, number, text } from './fields.js';
import { findings, type Finding, issueMessage } from './issues.js';

const DEEPEST = 8;
const MOST_VALUES = 1000;

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
}

/** Looks through a parameter without recursion, so that depth cannot exhaust the stack; tells of the first fault. */
function parameterFindings(parameter: unknown): Finding[] {
  const queue: { value: unknown; depth: number }[] = [{ value: parameter, depth: 1 }];
  for (let at = 0; at < queue.length; at++) {
    const { value, depth } = queue[at]!;
    const isText = typeof value === 'string' || typeof value === 'boolean';
    if (value === null || isText || Number.isFinite(value)) continue;
    if (typeof value !== 'object' || !isPlain(value))
      return [
        {
          code: 'wrong-type',
          rule: 'plain JSON: text, finite numbers, true, false, null, lists, objects',
          input: value,
        },
      ];
    const children: unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (depth === DEEPEST || queue.length + children.length > MOST_VALUES) {
      const rule = `at most ${DEEPEST} levels deep and ${MOST_VALUES} values large`;
      return [{ code: 'too-large', rule, input: parameter }];
    }
    const [bad] = Array.isArray(value) ? [] : nameFindings(value);
    if (bad) return [{ ...bad, path: [] }];
    for (const child of children) queue.push({ value: child, depth: depth + 1 });
  }
  return [];
}

/** The metric that something is set for, by id and parameters. */
export function definitionOf(description: string): z.ZodMiniType<TargetDefinition> {
  const parameter = z.custom<ParameterValue>(undefined, { error: issueMessage });
  const ofParameters =
    'Parameters of the metric that differ from their defaults. ' +
    `Rule: plain JSON, each at most ${DEEPEST} levels deep and ${MOST_VALUES} values large.`;
  return z
    .strictObject(
      {
        id: metricId('Id of the metric, in kebab case.'),
        parameters: z.exactOptional(named(parameter.check(findings(parameterFindings)), ofParameters)),
      } satisfies { [Name in keyof TargetDefinition]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe(description));
}

function createMetricTargetSchema(): z.ZodMiniType<MetricTarget> {
  const period = formatted(
    'Key of a month, quarter or year, civil or fiscal.',
    'null or a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026"',
    isPeriodKey,
    { pattern: '^((FY)?\\d{4}(-Q[1-4])?|\\d{4}-(0[1-9]|1[0-2]))$' },
  );
  return z
    .strictObject(
      {
        definition: definitionOf('The metric the target is set for.'),
        scope: z.exactOptional(named(text('Value of the property.'), 'The part of the business it is set for.')),
        period: z.nullable(period).check(z.describe('Period it is set for, null when it holds until replaced.')),
        green: number('Green from here on, in the unit of the metric: shares are 0 to 1.'),
        amber: number('Amber from here on. Rule: not more demanding than green, checked when a status is given.'),
        source: text('Where the target comes from.'),
      } satisfies { [Name in keyof MetricTarget]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Metric target', description: 'What a metric should reach.' }));
}

/**
 * The schema of a {@link MetricTarget}, strict.
 *
 * Use it with {@link readRecords} for targets kept as JSON. The order of the thresholds depends on the direction of the metric, which a
 * target does not hold: `statusOf` checks it.
 *
 * @example
 * ```ts
 * import { metricTargetSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const target = { definition: { id: 'otif' }, period: '2026-Q3', green: 0.95, amber: 0.9, source: 'contract 2026' };
 * readRecord(metricTargetSchema, target).success; // => true
 * readRecord(metricTargetSchema, { ...target, period: 'next quarter' }).success; // => false
 * ```
 */
export const metricTargetSchema: z.ZodMiniType<MetricTarget> = /* @__PURE__ */ createMetricTargetSchema();
