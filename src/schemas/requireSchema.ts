import { cxError } from '../core/errors.js';

/** Refuses anything that is no schema of zod 4. `where` is the function the user called. */
export function requireSchema(where: string, schema: unknown): void {
  const isSchema = '_zod' in (Object(schema) as object);
  if (!isSchema) throw cxError('CX_INVALID_INPUT', `${where}: schema`, 'a schema of zod 4', schema);
}
