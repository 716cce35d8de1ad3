import * as z from 'zod/mini';
import {
  ANSWER_STATUSES,
  CONTACT_ROLES,
  JOURNEY_STAGES,
  type AnswerScale,
  type SurveyAnswer,
} from '../core/records.js';
import { flag, freeText, language, metricId, moment, named, number, text, word } from './fields.js';
import { findings, type Finding, issueMessage, messageWith } from './issues.js';

/** True when a distance is a whole number of steps, up to the rounding of decimal steps such as 0.1. */
function isWholeSteps(distance: number, step: number): boolean {
  const steps = distance / step;
  return Math.abs(steps - Math.round(steps)) <= Math.max(1e-9, 4 * Number.EPSILON * Math.abs(steps));
}

function scaleFindings({ minimum, maximum, step }: AnswerScale): Finding[] {
  // A step of 0 or below is told of by its own limit.
  if (!(step > 0) || (maximum > minimum && isWholeSteps(maximum - minimum, step))) return [];
  const rule = `above the minimum ${minimum} by a whole number of steps of ${step}`;
  return [{ code: 'bad-scale', rule, input: maximum, path: ['maximum'] }];
}

function answerFindings({ value, scale, status }: SurveyAnswer): Finding[] {
  if (value === null) return [];
  const { minimum, maximum, step } = scale;
  const path = ['value'];
  if (status === 'skipped' || status === 'not-shown')
    return [{ code: 'unexpected-value', rule: `null when the status is "${status}"`, input: value, path }];
  // A scale that contradicts itself is told of once, and says nothing about the value.
  if (!(step > 0) || scaleFindings(scale).length > 0) return [];
  if (value >= minimum && value <= maximum && isWholeSteps(value - minimum, step)) return [];
  const rule = `null or on the scale from ${minimum} to ${maximum} in steps of ${step}`;
  return [{ code: 'off-scale', rule, input: value, path }];
}

function createScaleSchema(): z.ZodMiniType<AnswerScale> {
  const step = z.number({ error: issueMessage }).check(z.positive());
  return z
    .strictObject(
      {
        minimum: number('Lowest value that can be chosen.'),
        maximum: number('Highest value that can be chosen. Rule: above minimum by a whole number of steps.'),
        step: step.check(z.describe('Distance between neighbouring values, above 0.')),
        higherIsBetter: flag('true where the highest value is the best.'),
      } satisfies { [Name in keyof AnswerScale]-?: unknown },
      { error: issueMessage },
    )
    .check(findings(scaleFindings), z.describe('The scale the question was asked on.'));
}

function createSurveyAnswerSchema(): z.ZodMiniType<SurveyAnswer> {
  const value = z.nullable(z.number({ error: messageWith('null or a finite number') }));
  const weight = z.number({ error: issueMessage }).check(z.nonnegative());
  return z
    .strictObject(
      {
        id: text('Id of the answer, unique within its source.'),
        at: moment('When it was given: a civil date, or an instant with its zone. Rule: a day that exists.'),
        accountId: z.exactOptional(text('Account the contact belongs to.')),
        contactId: z.exactOptional(text('Contact who answered.')),
        role: z.exactOptional(word(CONTACT_ROLES, 'Role of the contact at that time.')),
        metric: metricId('Id of the metric the question serves, in kebab case.'),
        value: value.check(
          z.describe(
            'The answer, null when there is none. Rule: on the scale, at one of its steps; null when skipped or not shown.',
          ),
        ),
        scale: createScaleSchema(),
        status: word(ANSWER_STATUSES, 'What became of the question.'),
        journeyStage: z.exactOptional(word(JOURNEY_STAGES, 'Stage of the journey it is about.')),
        touchpoint: z.exactOptional(text('Moment or place of contact it is about.')),
        channel: z.exactOptional(text('Way it was collected or served.')),
        team: z.exactOptional(text('Team that served the customer.')),
        agent: z.exactOptional(text('Person who served the customer.')),
        branch: z.exactOptional(text('Branch, agency or shop that served the customer.')),
        eventId: z.exactOptional(text('Order, ticket, delivery or visit it is about.')),
        language: z.exactOptional(language('Language of the text as a BCP 47 tag.')),
        text: z.exactOptional(freeText('Words of the contact, as written.')),
        segments: z.exactOptional(named(text('Value of the property.'), 'Further properties to compare by.')),
        weight: z.exactOptional(weight.check(z.describe('Weight of the answer, from 0.'))),
        source: text('Tool and survey it comes from.'),
      } satisfies { [Name in keyof SurveyAnswer]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(answerFindings),
      z.meta({ title: 'Survey answer', description: 'One answer of one contact to one question.' }),
    );
}

/**
 * The schema of a {@link SurveyAnswer}: strict, so that a misspelt field is refused rather than lost.
 *
 * Use it with {@link readRecords} for rows from outside. Besides types and vocabularies it asks for a scale that fits together, a
 * value on a step of its scale, and no value where the question was skipped or not shown. Nothing is coerced: `"9"` is refused.
 *
 * @example
 * ```ts
 * import { readRecord, surveyAnswerSchema } from 'cx-scoring/schemas';
 *
 * const scale = { minimum: 0, maximum: 10, step: 1, higherIsBetter: true };
 * const row = { id: 'r1', at: '2026-11-21', metric: 'nps', value: 11, scale, status: 'complete', source: 'pulse' };
 * const read = readRecord(surveyAnswerSchema, row);
 * read.success; // => false
 * if (!read.success) read.issues[0]?.code; // => 'off-scale'
 * ```
 */
export const surveyAnswerSchema: z.ZodMiniType<SurveyAnswer> = /* @__PURE__ */ createSurveyAnswerSchema();
