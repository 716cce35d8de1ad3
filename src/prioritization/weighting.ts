import { createRandom, DEFAULT_SEED, type Random } from '../core/random.js';
import { isWhole, requireOption } from '../core/options.js';
import type { ResolvedCriterion } from './checkCriteria.js';
import type { CriteriaOptions, ReadInitiative } from './checkInitiatives.js';
import { exactSegments } from './exactSegments.js';
import { requireLaw, weightSource, type WeightLaw } from './weightLaw.js';

/**
 * How the weights are gone through: `'exact'` solves for the weights at which the order changes, `'draws'` draws them at random.
 * The exact way needs certain scores and at most two criteria that count, under the law `'uniform'` or `'ordinal'` when there are two.
 */
export type WeightingMethod = 'exact' | 'draws';

/** How the weights, and the scores that are not certain, are varied. */
export interface WeightingOptions extends CriteriaOptions {
  /**
   * What is known of the weights.
   * @defaultValue `'uniform'`
   */
  readonly law?: WeightLaw | undefined;
  /**
   * How the weights are gone through.
   * @defaultValue `'exact'` where it is possible for at most 300 initiatives, otherwise `'draws'`
   */
  readonly method?: WeightingMethod | undefined;
  /**
   * Number of draws, 1 or more.
   * @defaultValue 10000
   */
  readonly draws?: number | undefined;
  /**
   * Seed of the draws, a whole number.
   * @defaultValue 42
   */
  readonly seed?: number | undefined;
}

/** What was done. */
export interface WeightingTrace {
  /** What was taken as known of the weights. */
  readonly law: WeightLaw;
  /** How the weights were gone through. */
  readonly method: WeightingMethod;
  /** Number of draws; `null` for the exact method. */
  readonly draws: number | null;
  /** Seed of the draws; `null` for the exact method. */
  readonly seed: number | null;
  /** Largest standard error a share can have from drawing; 0 for the exact method. */
  readonly standardError: number;
}

/** One way to weigh: scores by initiative, weights by criterion that counts, and how much it counts. The lists are used again. */
export type VisitWeighting = (scores: Float64Array, weights: Float64Array, mass: number) => void;

/** Criteria that count and the standings under them, one block for each criterion. */
export interface StandingTable {
  /** Number of initiatives. */
  readonly size: number;
  /** The criteria that count. */
  readonly criteria: readonly ResolvedCriterion[];
  /** Standing of initiative i under criterion k at `k * size + i`. */
  readonly values: Float64Array;
  /** Draws those anew that are not certain; `null` when all are. */
  readonly redraw: ((random: Random) => void) | null;
}

const MOST_SOLVED = 300;

/** Puts the standings into one table. */
export function standingTable(
  entries: readonly ReadInitiative[],
  criteria: readonly ResolvedCriterion[],
): StandingTable {
  const size = entries.length;
  const counted = criteria.flatMap((criterion, index) => (criterion.share > 0 ? [{ criterion, index }] : []));
  const values = new Float64Array(size * counted.length);
  const open: { readonly at: number; readonly low: number; readonly mode: number | null; readonly high: number }[] = [];
  for (const [k, { index }] of counted.entries()) {
    for (const [i, { standings }] of entries.entries()) {
      const at = k * size + i;
      const standing = standings[index] ?? null;
      if (standing === null) open.push({ at, low: 0, mode: null, high: 1 });
      else if (standing.shape === 'certain') values[at] = standing.low;
      else open.push({ ...standing, at, mode: standing.shape === 'triangle' ? standing.likely : null });
    }
  }
  const redraw = (random: Random): void => {
    for (const { at, low, mode, high } of open) {
      const u = random();
      values[at] = mode === null ? low + (high - low) * u : triangularQuantile(u, low, mode, high);
    }
  };
  return { size, criteria: counted.map(({ criterion }) => criterion), values, redraw: open.length > 0 ? redraw : null };
}

function triangularQuantile(u: number, low: number, mode: number, high: number): number {
  const width = high - low;
  const rise = (mode - low) / width;
  return u < rise ? low + Math.sqrt(u * width * (mode - low)) : high - Math.sqrt((1 - u) * width * (high - mode));
}

/** Scores all initiatives under some weights. */
export function scoreTable({ size, values }: StandingTable, weights: Float64Array, scores: Float64Array): void {
  scores.fill(0);
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k] as number;
    const start = k * size;
    for (let i = 0; i < size; i++) scores[i] = (scores[i] as number) + weight * (values[start + i] as number);
  }
}

/** The random numbers of scores: apart from those of weights, so that an uncertain score leaves the weights as they are. */
export function scoreRandom(seed: number | null): Random {
  const own = seed ?? DEFAULT_SEED;
  return createRandom(own > 0 ? own - 1 : own + 1);
}

/** Goes through the weights and tells what was done. */
export function visitWeightings(
  where: string,
  table: StandingTable,
  options: WeightingOptions,
  visit: VisitWeighting,
): WeightingTrace {
  const { law = 'uniform', method, draws = 10_000, seed = DEFAULT_SEED } = options;
  requireLaw(where, law);
  requireOption(isWhole(draws) && draws > 0, where, 'draws', 'a whole number above 0', draws);
  requireOption(Number.isSafeInteger(seed), where, 'seed', 'a safe integer', seed);
  const isNamed = method === undefined || method === 'exact' || method === 'draws';
  requireOption(isNamed, where, 'method', '"exact" or "draws"', method);
  const scores = new Float64Array(table.size);
  const segments = method === 'draws' ? null : exactSegments(table, law);
  const rule = '"draws" unless scores are certain, at most two criteria count and their weights are uniform or ordinal';
  requireOption(method !== 'exact' || segments !== null, where, 'method', rule, method);
  if (segments !== null && (method === 'exact' || table.size <= MOST_SOLVED)) {
    for (const { weights, mass } of segments()) {
      scoreTable(table, weights, scores);
      visit(scores, weights, mass);
    }
    return { law, method: 'exact', draws: null, seed: null, standardError: 0 };
  }
  const shares = table.criteria.map(({ share }) => share);
  const draw = weightSource(law, shares, createRandom(seed));
  const random = scoreRandom(seed);
  const weights = new Float64Array(shares.length);
  for (let turn = 0; turn < draws; turn++) {
    draw(weights);
    table.redraw?.(random);
    scoreTable(table, weights, scores);
    visit(scores, weights, 1);
  }
  return { law, method: 'draws', draws, seed, standardError: 0.5 / Math.sqrt(draws) };
}
