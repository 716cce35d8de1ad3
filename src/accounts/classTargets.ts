import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { isIterable } from '../measures/input.js';
import {
  classPath,
  classReaders,
  comparePaths,
  pathKey,
  type ClassField,
  type ClassTargets,
} from './weightingClasses.js';

/** Options of {@link toClassTargets}. */
export interface ClassTargetsOptions<Row> {
  /** What each row of the population counts, zero or more, such as its revenue; 1 unless given. */
  readonly weight?: Field<Row, Score> | undefined;
}

/** Targets read from a population, and the rows that could not be counted. */
export interface ClassTargetsResult {
  /** Total of each class, in code-unit order, nested when there are several attributes. */
  readonly targets: ClassTargets;
  /** Rows left out, by reason. */
  readonly excluded: {
    /** Rows without a class. */
    readonly missingClass: number;
    /** Rows without a weight. */
    readonly missingWeight: number;
  };
}

/**
 * Counts a population by class, as targets for {@link weightRows}.
 *
 * Use it on the list of all accounts, for margins to weight to; on the list of those invited, for a non-response step; with the
 * revenue as weight, for targets in revenue.
 *
 * @param rows - The population: accounts, contacts, invitations.
 * @param by - The attribute, or several for classes that combine them.
 * @param options - What each row counts.
 * @returns The totals by class, and how many rows had no class or no weight. Look at those: a population that is half unknown
 * gives targets for the known half only.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the rows cannot be iterated, `CX_INVALID_OPTION` without a field,
 * and `CX_INVALID_WEIGHT` for a weight that is negative or not a finite number.
 * @example
 * ```ts
 * import { toClassTargets } from 'cx-scoring';
 *
 * const accounts = [
 *   { size: 'small', country: 'FR', revenue: 10 },
 *   { size: 'small', country: 'DE', revenue: 20 },
 *   { size: 'large', country: 'FR', revenue: 70 },
 *   { size: null, country: 'FR', revenue: 5 },
 * ];
 * const { targets, excluded } = toClassTargets(accounts, 'size');
 * targets; // => { large: 1, small: 2 }
 * excluded; // => { missingClass: 1, missingWeight: 0 }
 * toClassTargets(accounts, ['size', 'country'], { weight: 'revenue' }).targets; // => { large: { FR: 70 }, small: { DE: 20, FR: 10 } }
 * ```
 */
export function toClassTargets<Row>(
  rows: Iterable<Row>,
  by: ClassField<NoInfer<Row>> | readonly ClassField<NoInfer<Row>>[],
  options: ClassTargetsOptions<NoInfer<Row>> = {},
): ClassTargetsResult {
  if (!isIterable(rows)) throw cxError('CX_INVALID_INPUT', 'toClassTargets: rows', 'an iterable of rows', rows);
  const readers = classReaders('toClassTargets', by);
  const readWeight = options.weight === undefined ? () => 1 : fieldReader<Row, unknown>(options.weight);
  const totals = new Map<string, { path: string[]; total: number }>();
  const excluded = { missingClass: 0, missingWeight: 0 };
  let index = -1;
  for (const row of rows) {
    index++;
    const path = classPath(readers, row, index);
    if (path === null) {
      excluded.missingClass++;
      continue;
    }
    const weight = readWeight(row, index) ?? null;
    if (weight === null) {
      excluded.missingWeight++;
      continue;
    }
    if (!(typeof weight === 'number' && weight >= 0 && weight < Infinity))
      throw cxError('CX_INVALID_WEIGHT', `toClassTargets: weight at row ${index}`, 'a finite number from 0', weight);
    const key = pathKey(path);
    const known = totals.get(key);
    if (known) known.total += weight;
    else totals.set(key, { path, total: weight + 0 });
  }
  const classes = [...totals.values()].sort((a, b) => comparePaths(a.path, b.path));
  return { targets: nest(classes, 0, readers.length), excluded };
}

function nest(
  classes: readonly { readonly path: readonly string[]; readonly total: number }[],
  depth: number,
  depths: number,
): ClassTargets {
  const names = [...new Set(classes.map(({ path }) => path[depth] as string))];
  const entries = names.map((name): [string, number | ClassTargets] => {
    const own = classes.filter(({ path }) => path[depth] === name);
    return [name, depth + 1 === depths ? (own[0]?.total as number) : nest(own, depth + 1, depths)];
  });
  // Defines even a class named __proto__ as a property of its own.
  return Object.fromEntries(entries);
}
