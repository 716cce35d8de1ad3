import type { ImportContext, ImportPath } from './importContext.js';

const EDITOR_KEYS: readonly string[] = ['id', 'path', 'disabled', 'muted'];

const KEYS: Readonly<Record<'rule' | 'group' | '"match"', readonly string[]>> = {
  rule: ['field', 'operator', 'value', 'valueSource', 'match'],
  group: ['combinator', 'rules', 'not'],
  '"match"': ['mode', 'threshold'],
};

/** Refuses by name what is not known of a part: it may change what the part means. */
export function refuseUnknownKeys(
  kind: keyof typeof KEYS,
  part: object,
  path: ImportPath,
  { refuse }: Pick<ImportContext, 'refuse'>,
): boolean {
  const unknown = Object.entries(part).filter(
    ([key, value]) => value !== undefined && !KEYS[kind].includes(key) && !EDITOR_KEYS.includes(key),
  );
  const what = kind === '"match"' ? kind : `a ${kind}`;
  for (const [key] of unknown)
    refuse(path, 'unknown-key', `${what} has no ${JSON.stringify(key.slice(0, 40))} that is understood here`);
  return unknown.length === 0;
}
