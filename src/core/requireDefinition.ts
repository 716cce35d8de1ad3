import { cxError } from './errors.js';

/** Refuses anything without a definition where a result, a comparison or a target is meant. */
export function requireDefinition(where: string, rule: string, value: unknown): void {
  const { definition } = Object(value) as { readonly definition?: unknown };
  if (Object(definition) !== definition) throw cxError('CX_INVALID_INPUT', where, rule, value);
}
