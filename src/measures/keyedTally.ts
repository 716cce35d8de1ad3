import { cxError } from '../core/errors.js';
import type { Measure } from './measure.js';
import { misfit } from './misfit.js';

/** Id of an account, or of anything else that rows are kept apart by; text that is empty counts as missing. */
export type Id = string | number | null | undefined;

/** A tally for each key. Plain data: it survives JSON, and two of them merge key by key. */
export interface KeyedTally<Tally> {
  /** The keys, each once, in the order in which they came; results do not depend on it. */
  readonly keys: string[];
  /** The tally of each key. */
  readonly tallies: Tally[];
  /** The tally of the rows without a key: they do not count, and are not forgotten. */
  readonly unkeyed: Tally;
}

/** Makes an empty keyed tally. */
export function createKeyedTally<Tally>(
  measure: Pick<Measure<never, Tally, unknown>, 'createTally'>,
): KeyedTally<Tally> {
  return { keys: [], tallies: [], unkeyed: measure.createTally() };
}

/** Turns an id into a key, `null` when it is missing. */
export function keyOf(where: string, id: unknown, index: number): string | null {
  if (id === null || id === undefined || id === '') return null;
  if (typeof id === 'string') return id;
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
  throw cxError('CX_INVALID_INPUT', `${where}: account at row ${index}`, 'text, a whole number or missing', id);
}

/**
 * Finds the tally of a key, made when the key is new. The index of a keyed tally is kept beside it and made anew when the
 * tally was changed by other hands, so that the tally itself stays plain data.
 */
export function keyedTallyFinder<Tally>(
  createTally: () => Tally,
): (keyed: KeyedTally<Tally>, key: string | null) => Tally {
  const indexes = new WeakMap<object, Map<string, number>>();
  return (keyed, key) => {
    if (key === null) return keyed.unkeyed;
    let index = indexes.get(keyed);
    if (index?.size !== keyed.keys.length) {
      index = new Map(keyed.keys.map((own, at) => [own, at]));
      indexes.set(keyed, index);
    }
    let at = index.get(key);
    if (at === undefined) {
      at = keyed.keys.length;
      index.set(key, at);
      keyed.keys.push(key);
      keyed.tallies.push(createTally());
    }
    return keyed.tallies[at] as Tally;
  };
}

/** Lists the keys with their tallies in code-unit order of the keys, so that sums do not depend on the order of rows. */
export function sortedTallies<Tally>({ keys, tallies }: KeyedTally<Tally>): (readonly [string, Tally])[] {
  const pairs = keys.map((key, at) => [key, tallies[at] as Tally] as const);
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Finds where something is not a keyed tally of a measure. */
export function keyedMisfit<Tally>(
  measure: Pick<Measure<never, Tally, unknown>, 'createTally' | 'misfit'>,
  path: string,
  value: unknown,
): string | undefined {
  const { keys, tallies, unkeyed } = Object(value) as Partial<Record<keyof KeyedTally<Tally>, unknown>>;
  const isKey = (key: unknown): boolean => typeof key === 'string' && key !== '';
  if (!(Array.isArray(keys) && keys.every(isKey) && new Set(keys).size === keys.length)) return `${path}.keys`;
  if (!Array.isArray(tallies) || tallies.length !== keys.length) return `${path}.tallies`;
  const find = (at: string, own: unknown): string | undefined =>
    measure.misfit ? measure.misfit(at, own) : misfit(at, measure.createTally(), own);
  return (
    find(`${path}.unkeyed`, unkeyed) ??
    tallies.map((own, at) => find(`${path}.tallies[${at}]`, own)).find((found) => found !== undefined)
  );
}
