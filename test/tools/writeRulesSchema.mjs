/**
 * Writes the JSON Schema of a document of reward rules beside the build, for editors: `node test/tools/writeRulesSchema.mjs` after `tsup`.
 */
import { writeFileSync } from 'node:fs';
import { rewardProgramSchema, toJsonSchema } from '../../dist/schemas/index.js';

const OUTPUT = new URL('../../dist/reward-rules.schema.json', import.meta.url);

// zod numbers what refers to itself; there is one such part, and it deserves its name.
const [own, ...others] = Object.keys(toJsonSchema(rewardProgramSchema).$defs);
if (own === undefined || others.length > 0)
  throw new Error(`one recursive part was expected, not ${[own, ...others].join(', ')}`);
const text = JSON.stringify(toJsonSchema(rewardProgramSchema), null, 2).replaceAll(`"${own}"`, '"condition"');
writeFileSync(OUTPUT, `${text.replaceAll(`#/$defs/${own}"`, '#/$defs/condition"')}\n`);
