import { requireSchema } from './requireSchema.js';
import * as z from 'zod/mini';
import type { ParameterValue } from '../core/definition.js';

/** A JSON Schema as plain JSON. */
export interface JsonSchema {
  /** A keyword of JSON Schema. */
  readonly [keyword: string]: ParameterValue;
}

/**
 * Writes a schema as JSON Schema, draft 2020-12.
 *
 * Use it to give the form of the data to another language, an editor or a form builder. What JSON Schema cannot say, such as "the value
 * lies on its scale", stands in the descriptions after "Rule:"; {@link readRecords} checks it all.
 *
 * @param schema - A schema of this room, or another one of zod 4.
 * @returns Plain JSON without `$id` and without references to elsewhere; a new object each time. What has no form
 * in JSON Schema at all is left open (`{}`).
 * @throws TypeError with code `CX_INVALID_INPUT` when `schema` is none.
 * @example
 * ```ts
 * import { contactSchema, toJsonSchema } from 'cx-scoring/schemas';
 *
 * const schema = toJsonSchema(contactSchema);
 * schema['$schema']; // => 'https://json-schema.org/draft/2020-12/schema'
 * schema['required']; // => ['id', 'accountId', 'role']
 * schema['additionalProperties']; // => false
 * ```
 */
export function toJsonSchema(schema: z.core.$ZodType): JsonSchema {
  requireSchema('toJsonSchema', schema);
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline' });
  // Through text, to leave zod's own hidden properties behind.
  return JSON.parse(JSON.stringify(json)) as JsonSchema;
}
