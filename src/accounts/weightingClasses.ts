import { cxError } from '../core/errors.js';
import { fieldReader, type Field } from '../core/field.js';
import { requireOption } from '../core/options.js';

/** Class of a row in one attribute, such as `'small'` or `'FR'`; missing, or an empty text, when it is not known. */
export type ClassName = string | null | undefined;

/** An attribute by which rows are put in classes, with a name or with classes to merge. */
export interface NamedClassField<Row> {
  /** Field that holds the class, or a function of the row. */
  readonly field: Field<Row, ClassName>;
  /** Name in reports and errors; the field's own name unless given. */
  readonly name?: string | undefined;
  /**
   * Classes to merge, in the rows and in the targets alike: `{ micro: 'small' }` counts micro accounts as small ones and adds their
   * target to that of the small. It is the usual remedy for a class in which nobody answered.
   */
  readonly collapse?: Readonly<Record<string, string>> | undefined;
}

/** An attribute by which rows are put in classes: a field, or a field with a name and classes to merge. */
export type ClassField<Row> = Field<Row, ClassName> | NamedClassField<Row>;

/**
 * What the population looks like: a number for each class, zero or more. With several attributes they are nested in their order:
 * `{ small: { FR: 300, DE: 400 }, large: { FR: 150, DE: 150 } }`.
 */
export interface ClassTargets {
  readonly [className: string]: number | ClassTargets;
}

/** One attribute, ready to be read. */
export interface ClassReader<Row> {
  /** Name for reports and errors, if there is one. */
  readonly name: string | undefined;
  /** Class of a row after merging; `null` when it is missing. */
  readonly classOf: (row: Row, index: number) => string | null;
  /** The class another is merged into, or the class itself. */
  readonly merged: (className: string) => string;
}

/** The classes of a margin: a path of class names for each, with its target. */
export interface ClassTable {
  /** One name for each attribute, by class, in code-unit order. */
  readonly paths: readonly (readonly string[])[];
  /** Target of each class. */
  readonly targets: readonly number[];
  /** Place of a class among the paths; `undefined` when it has no target. */
  readonly placeOf: (path: readonly string[]) => number | undefined;
}

/** Compares texts by code units, so that every machine sorts alike. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Resolves the attributes of a margin. */
export function classReaders<Row>(
  where: string,
  by: ClassField<Row> | readonly ClassField<Row>[],
): readonly ClassReader<Row>[] {
  const fields = (Array.isArray(by) ? by : [by]) as readonly ClassField<Row>[];
  requireOption(fields.length > 0, where, 'by', 'at least one field', 'none');
  return fields.map((given) => classReader(where, given));
}

function classReader<Row>(where: string, given: ClassField<Row>): ClassReader<Row> {
  const { field, name, collapse = {} } = typeof given === 'object' && given !== null ? given : plain(given);
  const isField = typeof field === 'function' || (typeof field === 'string' && field !== '');
  requireOption(isField, where, 'by', 'the name of a field or a function', field);
  const merges = new Map(Object.entries(collapse));
  for (const [from, into] of merges) {
    const isClass = typeof into === 'string' && into !== '' && (into === from || !merges.has(into));
    requireOption(isClass, where, 'collapse', `a class that is not merged itself, for "${from}"`, into);
  }
  const read = fieldReader<Row, unknown>(field);
  const merged = (className: string): string => merges.get(className) ?? className;
  return {
    name: name ?? (typeof field === 'string' ? field : undefined),
    merged,
    classOf: (row, index) => {
      const className = read(row, index);
      return typeof className === 'string' && className !== '' ? merged(className) : null;
    },
  };
}

function plain<Row>(field: Field<Row, ClassName>): NamedClassField<Row> {
  return { field };
}

/** Class of a row in every attribute, or `null` when one is missing. */
export function classPath<Row>(readers: readonly ClassReader<Row>[], row: Row, index: number): string[] | null {
  const path: string[] = [];
  for (const { classOf } of readers) {
    const className = classOf(row, index);
    if (className === null) return null;
    path.push(className);
  }
  return path;
}

/** Reads targets that may be nested, merges what is to be merged, and refuses anything but numbers from 0 with a total above 0. */
export function classTable<Row>(
  where: string,
  targets: ClassTargets,
  readers: readonly ClassReader<Row>[],
): ClassTable {
  const table = new Map<string, { path: string[]; target: number }>();
  const walk = (level: unknown, path: string[]): void => {
    const reader = readers[path.length];
    const at = path.length === 0 ? where : `${where} of class ${showPath(path)}`;
    if (reader === undefined) {
      if (!(Number.isFinite(level) && (level as number) >= 0))
        throw cxError('CX_INVALID_OPTION', at, 'a finite number from 0', level);
      const merged = path.map((className, place) => readers[place]?.merged(className) ?? className);
      const known = table.get(pathKey(merged));
      if (known) known.target += level as number;
      else table.set(pathKey(merged), { path: merged, target: level as number });
      return;
    }
    if (Object(level) !== level || typeof level === 'function') {
      throw cxError(
        'CX_INVALID_OPTION',
        at,
        `an object with a number for each class of ${readers.length} field(s)`,
        level,
      );
    }
    for (const [className, next] of Object.entries(level as ClassTargets)) walk(next, [...path, className]);
  };
  walk(targets, []);
  const classes = [...table.values()].sort((a, b) => comparePaths(a.path, b.path));
  const total = classes.reduce((sum, { target }) => sum + target, 0);
  if (!(total > 0 && total < Infinity)) throw cxError('CX_INVALID_OPTION', where, 'above 0 and finite in total', total);
  const places = new Map(classes.map(({ path }, place) => [pathKey(path), place]));
  return {
    paths: classes.map(({ path }) => path),
    targets: classes.map(({ target }) => target),
    placeOf: (path) => places.get(pathKey(path)),
  };
}

/** Compares two paths of equal length, name by name. */
export function comparePaths(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((name, at) => name !== b[at]);
  return compareText(a[place] ?? '', b[place] ?? '');
}

/** A path of class names as one text, for maps; paths of one map are equally long. */
export function pathKey(path: readonly string[]): string {
  return path.length === 1 ? (path[0] as string) : JSON.stringify(path);
}

/** A path of class names, for messages. */
export function showPath(path: readonly string[]): string {
  return path.map((name) => JSON.stringify(name.slice(0, 40))).join(', ');
}
