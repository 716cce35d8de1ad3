import * as z from 'zod/mini';
import type { LearningAssignment } from '../metrics/behavioural/learningAssignment.js';
import { aboveZero, flag, moment, text } from './fields.js';
import { findings, issueMessage } from './issues.js';
import { inOrder } from './timeRules.js';

function createLearningAssignmentSchema(): z.ZodMiniType<LearningAssignment> {
  return z
    .strictObject(
      {
        id: z.optional(text('Id of the record.')),
        accountId: z.optional(text('Account of the person.')),
        moduleId: text('Module.'),
        optional: z.optional(flag('Whether the module is optional; mandatory unless true.')),
        assignedAt: moment('When it was assigned. Rule: a day that exists.'),
        completedAt: z.nullish(moment('When it was completed. Rule: at or after assignedAt.')),
        attemptedAt: z.nullish(moment('When the test was taken last. Rule: at or after assignedAt.')),
        passed: z.nullish(flag('Whether that test was passed.')),
        expiresAt: z.nullish(moment('Until when the completion is valid. Rule: at or after completedAt.')),
        minutes: z.nullish(aboveZero('Duration of the module in minutes, above 0.', 1e25)),
      } satisfies { [Name in keyof LearningAssignment]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(
        inOrder<LearningAssignment>(
          ['assignedAt', 'completedAt'],
          ['assignedAt', 'attemptedAt'],
          ['completedAt', 'expiresAt'],
        ),
      ),
      z.meta({ title: 'Learning assignment', description: 'One module of training assigned to one person.' }),
    );
}

/**
 * The schema of a {@link LearningAssignment}, strict.
 *
 * Use it with {@link readRecords} for an export of a learning platform. It refuses what `checkLearning` would find.
 *
 * @example
 * ```ts
 * import { learningAssignmentSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const assignment = { moduleId: 'safety', assignedAt: '2026-03-02' };
 * readRecord(learningAssignmentSchema, { ...assignment, completedAt: '2026-03-09', passed: true }).success; // => true
 * readRecord(learningAssignmentSchema, { ...assignment, completedAt: '2026-03-01' }).success; // => false
 * ```
 */
export const learningAssignmentSchema: z.ZodMiniType<LearningAssignment> =
  /* @__PURE__ */ createLearningAssignmentSchema();
