import { cxError } from './errors.js';

/** Refuses an option that breaks its rule. `where` is the function the user called. */
export function requireOption(valid: unknown, where: string, name: string, rule: string, value: unknown): void {
  if (!valid) throw cxError('CX_INVALID_OPTION', `${where}: option "${name}"`, rule, value);
}

/** Refuses anything that is not an object where one is meant, as a caller without types may hand in. */
export function requireObject(where: string, rule: string, value: unknown): void {
  if (Object(value) !== value) throw cxError('CX_INVALID_INPUT', where, rule, value);
}

/** Refuses options that are no object. `null` is none: only leaving them out asks for the defaults. */
export function requireOptions(where: string, options: unknown): void {
  if (Object(options) !== options) throw cxError('CX_INVALID_OPTION', `${where}: options`, 'an object', options);
}

/** Refuses rows that cannot be read one by one. A string can, but is never data. */
export function requireRows(where: string, name: string, rows: unknown): void {
  const isIterable = Object(rows) === rows && Symbol.iterator in (rows as object);
  if (!isIterable) throw cxError('CX_INVALID_INPUT', `${where}: ${name}`, 'an iterable of rows', rows);
}

/** Refuses a field that is neither a name nor a function. */
export function requireField(where: string, name: string, field: unknown): void {
  const isField = typeof field === 'string' || typeof field === 'function';
  requireOption(isField, where, name, 'the name of a field or a function of the row', field);
}

/** Tells whether something is a whole number, counted exactly, from 0. */
export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Resolves the confidence level, 0.95 unless given. */
export function resolveConfidence(where: string, level: number | undefined = 0.95): number {
  // Written so that NaN and text fail.
  requireOption(typeof level === 'number' && level > 0 && level < 1, where, 'confidence', 'between 0 and 1', level);
  return level;
}

/** Resolves the population, infinite unless given; it must be a whole number no smaller than the sample. */
export function resolvePopulation(where: string, population: number | undefined, sampleSize: number): number {
  if (population === undefined) return Infinity;
  if (isWhole(population) && population >= sampleSize) return population;
  throw cxError(
    typeof population === 'number' && population < sampleSize ? 'CX_POPULATION_TOO_SMALL' : 'CX_INVALID_OPTION',
    `${where}: option "population"`,
    `a whole number, at least the sample size ${sampleSize}`,
    population,
  );
}
