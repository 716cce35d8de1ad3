import * as z from 'zod/mini';
import type { SharedConditions } from '../rewards/conditions/compileCondition.js';
import type { RewardRule } from '../rewards/rules/rewardRule.js';
import { freeText, list, named } from './fields.js';
import { issueMessage } from './issues.js';
import { conditionSchema } from './rewardCondition.js';
import { whole } from './rewardFields.js';
import { rewardRuleSchema } from './rewardRule.js';

/** A document of reward rules: what a file or a table row holds. */
export interface RewardProgram {
  /** Where an editor finds the JSON Schema of the document; it has no meaning here. */
  readonly $schema?: string | undefined;
  /** Version of the document. */
  readonly format: 1;
  /** The rules. */
  readonly rules: readonly RewardRule[];
  /** Conditions that rules share, by the id that `ref` names. */
  readonly shared?: SharedConditions | undefined;
  /**
   * Month, 1..12, the fiscal year starts in.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

function createSharedSchema(): z.ZodMiniType<Record<keyof SharedConditions, SharedConditions[string]>> {
  return named(conditionSchema, 'Conditions that rules share, by the id that "ref" names.');
}

/**
 * The schema of {@link SharedConditions}: conditions by id.
 *
 * Use it with {@link readRecord} for shared conditions kept apart from rules.
 *
 * @example
 * ```ts
 * import { readRecord, sharedConditionsSchema } from 'cx-scoring/schemas';
 *
 * readRecord(sharedConditionsSchema, { vip: { op: 'eq', fact: ['tier'], value: 'gold' } }).success; // => true
 * readRecord(sharedConditionsSchema, { constructor: { op: 'known', fact: ['tier'] } }).success; // => false
 * ```
 */
export const sharedConditionsSchema: z.ZodMiniType<SharedConditions> = /* @__PURE__ */ createSharedSchema();

function createProgramSchema(): z.ZodMiniType<RewardProgram> {
  return z
    .strictObject(
      {
        $schema: z.optional(freeText('Where an editor finds this schema.')),
        format: z.literal(1, { error: issueMessage }).check(z.describe('Version of the document: 1.')),
        rules: list(rewardRuleSchema, 'The rules. Rule: ids are unique, and what "ref" names is shared.'),
        shared: z.optional(createSharedSchema()),
        fiscalYearStart: z.optional(whole('Month the fiscal year starts in; 1 when left out.', 1).check(z.maximum(12))),
      } satisfies { [Name in keyof RewardProgram]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Reward rules', description: 'A document of reward rules of cx-scoring.' }));
}

/**
 * The schema of a {@link RewardProgram}, strict.
 *
 * Use it to write the JSON Schema for an editor; {@link parseRewardRules} reads documents, and checks what a schema cannot: depth, size,
 * names that come twice, references.
 *
 * @example
 * ```ts
 * import { rewardProgramSchema, toJsonSchema } from 'cx-scoring/schemas';
 *
 * toJsonSchema(rewardProgramSchema)['required']; // => ['format', 'rules']
 * ```
 */
export const rewardProgramSchema: z.ZodMiniType<RewardProgram> = /* @__PURE__ */ createProgramSchema();
