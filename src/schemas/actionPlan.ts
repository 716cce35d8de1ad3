import * as z from 'zod/mini';
import type { OpenInterval } from '../core/interval.js';
import { isPeriodKey } from '../core/period.js';
import type {
  ActionPlan,
  PlanBaseline,
  PlanIndicator,
  PlanResources,
  PlanStatus,
} from '../prioritization/actionPlan.js';
import {
  aboveZero,
  civilDate,
  count,
  formatted,
  freeText,
  fromZero,
  list,
  named,
  number,
  text,
  wordOf,
} from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { definitionOf } from './metricTarget.js';
import { money } from './money.js';

const STATUSES: Readonly<Record<PlanStatus, true>> = { draft: true, active: true, reached: true, abandoned: true };

function createIntervalSchema(): z.ZodMiniType<OpenInterval> {
  const ordered = findings<OpenInterval>(({ lower, upper }): Finding[] => {
    const isReversed = lower !== null && upper !== null && lower > upper;
    return isReversed ? [{ code: 'contradiction', rule: 'at least lower', input: upper, path: ['upper'] }] : [];
  });
  const below = z.lt(1, { error: issueMessage });
  return z
    .strictObject(
      {
        lower: z.nullable(number('Lower limit, null when nothing bounds the value from below.')),
        upper: z.nullable(number('Upper limit, null when nothing bounds the value from above.')),
        confidence: aboveZero('Confidence level, such as 0.95.').check(below),
        method: text('Name of the method, such as "wilson".'),
      } satisfies { [Name in keyof OpenInterval]-?: unknown },
      { error: issueMessage },
    )
    .check(ordered);
}

function createBaselineSchema(): z.ZodMiniType<PlanBaseline> {
  const period = formatted(
    'Key of the month, quarter or year it was measured in, civil or fiscal.',
    'a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026"',
    isPeriodKey,
    { pattern: '^((FY)?\\d{4}(-Q[1-4])?|\\d{4}-(0[1-9]|1[0-2]))$' },
  );
  return z
    .strictObject(
      {
        value: z.nullable(number('Value, in the unit of the metric: shares are 0 to 1.')),
        interval: z.nullable(createIntervalSchema()).check(z.describe('Its interval, null when there is none.')),
        sampleSize: count('Answers, or whatever the metric counts.'),
        standardError: z.exactOptional(z.nullable(fromZero('Standard error, in the unit of the value.'))),
        degreesOfFreedom: z.exactOptional(z.nullable(aboveZero('Degrees of freedom of the standard error.'))),
        period,
      } satisfies { [Name in keyof PlanBaseline]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('Where the metric stood when the plan was made.'));
}

function createIndicatorSchema(description: string): z.ZodMiniType<PlanIndicator> {
  return z
    .strictObject(
      {
        definition: definitionOf('The metric.'),
        baseline: createBaselineSchema(),
        target: number('Where the metric is to be, in its unit: shares are 0 to 1.'),
        largestPlausibleChange: z.exactOptional(fromZero('The largest change held plausible, without its sign.')),
      } satisfies { [Name in keyof PlanIndicator]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe(description));
}

function createResourcesSchema(): z.ZodMiniType<PlanResources> {
  return z
    .strictObject(
      {
        budget: z.exactOptional(money('Money set aside.', 0)),
        teams: list(text('Name of a team.'), 'Teams that work on it.'),
        tools: list(text('Name of a tool.'), 'Tools that are needed.'),
      } satisfies { [Name in keyof PlanResources]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('What the plan may use.'));
}

function createActionPlanSchema(): z.ZodMiniType<ActionPlan> {
  const indicator = createIndicatorSchema('A metric that shows progress on the way.');
  return z
    .strictObject(
      {
        id: text('Id of the plan.'),
        objective: freeText('What is to be achieved, in words.'),
        target: createIndicatorSchema('The one metric that tells whether the objective is reached.'),
        indicators: list(indicator, 'Metrics that show progress on the way.'),
        startsOn: civilDate('Day on which the work begins.'),
        dueOn: z.nullable(civilDate('Day by which the target is to be reached, null while undecided.')),
        owner: z.nullable(text('Who answers for it, null while undecided.')),
        resources: createResourcesSchema(),
        checkpoints: list(civilDate('Day of a review.'), 'Days of the reviews, in order.'),
        themes: z.exactOptional(list(text('Id of a theme.'), 'Themes of what customers say that it answers to.')),
        initiatives: z.exactOptional(list(text('Id of an initiative.'), 'Initiatives that it carries out.')),
        scope: z.exactOptional(named(text('Value of the property.'), 'The part of the business it is for.')),
        status: wordOf(STATUSES, 'Where it stands in its own life, as its owner says.'),
      } satisfies { [Name in keyof ActionPlan]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Action plan', description: 'One objective, the metric that tells, and who does what.' }));
}

/**
 * The schema of an {@link ActionPlan}, strict.
 *
 * Use it with {@link readRecord} for plans kept as JSON. It asks for the shape alone, so that drafts can be stored: whether a plan is
 * SMART is for `checkActionPlan` to say.
 *
 * @example
 * ```ts
 * import { actionPlanSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const interval = { lower: 10, upper: 34, confidence: 0.95, method: 'adjusted-wald' };
 * const plan = {
 *   id: 'delivery-2027',
 *   objective: 'Dealers recommend us for our deliveries',
 *   target: {
 *     definition: { id: 'partner-nps' },
 *     baseline: { value: 22, interval, standardError: 6, sampleSize: 180, period: '2026-Q3' },
 *     target: 40,
 *   },
 *   indicators: [],
 *   startsOn: '2026-11-01',
 *   dueOn: '2027-06-30',
 *   owner: null,
 *   resources: { teams: ['logistics'], tools: [] },
 *   checkpoints: ['2027-01-31'],
 *   status: 'draft',
 * };
 * readRecord(actionPlanSchema, plan).success; // => true
 * readRecord(actionPlanSchema, { ...plan, dueOn: 'in summer' }).success; // => false
 * ```
 */
export const actionPlanSchema: z.ZodMiniType<ActionPlan> = /* @__PURE__ */ createActionPlanSchema();
