import { cxError } from './errors.js';

/** Refuses an option that breaks its rule. `where` is the function the user called. */
export function requireOption(valid: unknown, where: string, name: string, rule: string, value: unknown): void {
  if (!valid) throw cxError('CX_INVALID_OPTION', `${where}: option "${name}"`, rule, value);
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
  const code =
    typeof population === 'number' && population < sampleSize ? 'CX_POPULATION_TOO_SMALL' : 'CX_INVALID_OPTION';
  throw cxError(
    code,
    `${where}: option "population"`,
    `a whole number, at least the sample size ${sampleSize}`,
    population,
  );
}
