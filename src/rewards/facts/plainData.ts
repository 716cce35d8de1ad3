import type { ParameterValue } from '../../core/definition.js';
import { cxError } from '../../core/errors.js';
import { requireOption } from '../../core/options.js';
import { canonicalText } from '../evaluation/canonicalText.js';

/** The data of a fact. */
export type PlainData = Readonly<Record<string, ParameterValue>>;

/** Data that was copied, or what of it is not plain JSON. */
export interface PlainCopy {
  /** The copy. */
  readonly data: PlainData;
  /** Where something is that JSON cannot hold, such as `author.joined`, and what; `null` when all is plain. */
  readonly fault: { readonly at: string; readonly value: unknown } | null;
}

const DEEPEST = 32;

/** Rule that the data of a fact must keep. */
export const PLAIN_RULE = 'plain JSON, 32 levels deep at most';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Copies plain data: properties that are undefined are dropped; what JSON cannot hold is told. */
export function copyPlain(data: unknown): PlainCopy {
  let fault: PlainCopy['fault'] = null;
  const copied = (value: unknown, at: string, depth: number): ParameterValue => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    // JSON has no negative zero.
    if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
    if (depth <= DEEPEST && Array.isArray(value))
      return Array.from(value as unknown[], (item, place) => copied(item, `${at}[${place}]`, depth + 1));
    if (depth <= DEEPEST && isRecord(value)) {
      const entries = Object.entries(value).filter(([, item]) => item !== undefined);
      const under = at === '' ? '' : `${at}.`;
      return Object.fromEntries(entries.map(([key, item]) => [key, copied(item, under + key, depth + 1)]));
    }
    fault ??= { at, value };
    return null;
  };
  if (!isRecord(data)) return { data: {}, fault: { at: '', value: data } };
  return { data: copied(data, '', 1) as PlainData, fault };
}

/** Refuses data that is not plain; `field` is where the function has it from. */
export function requirePlain(where: string, field: string, data: unknown): PlainData {
  const copy = copyPlain(data);
  if (copy.fault === null) return copy.data;
  const at = copy.fault.at === '' ? field : `${field}.${copy.fault.at}`;
  throw cxError(
    'CX_INVALID_INPUT',
    `${where}: "${at}"`,
    copy.fault.at === '' ? 'a record of plain JSON' : PLAIN_RULE,
    copy.fault.value,
  );
}

/** Whether two values differ; what is left out differs from nothing. */
function isOther(said: ParameterValue | undefined, value: ParameterValue): boolean {
  return said !== undefined && canonicalText(said) !== canonicalText(value);
}

/** Adds what the host knows to what a function says, one level deep. What the function says is not the host's to say otherwise. */
export function mergeData(where: string, own: PlainData, data: unknown = {}): PlainData {
  const more = requirePlain(where, 'data', data);
  const merged = new Map<string, ParameterValue>(Object.entries(own));
  for (const [key, value] of Object.entries(more)) {
    const said = merged.get(key);
    const isBoth = isRecord(said) && isRecord(value);
    const refuse = (at: string, other: ParameterValue): void => {
      requireOption(false, where, `data.${at}`, `left out or as ${where} says it`, other);
    };
    if (!isBoth && isOther(said, value)) refuse(key, value);
    const parts = isBoth ? Object.entries(value as PlainData) : [];
    const clash = parts.find(([part, other]) => isOther(new Map(Object.entries(said as PlainData)).get(part), other));
    if (clash) refuse(`${key}.${clash[0]}`, clash[1]);
    merged.set(key, isBoth ? { ...(value as PlainData), ...(said as PlainData) } : value);
  }
  return Object.fromEntries(merged);
}
