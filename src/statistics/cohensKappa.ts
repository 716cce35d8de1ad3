import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';

/** Options of `cohensKappa`. */
export interface CohensKappaOptions {
  /**
   * What a disagreement by so many categories costs: the same whatever the distance (`'none'`, the default), its distance
   * (`'linear'`), or its square (`'quadratic'`). Distances need ordered categories.
   */
  readonly weighting?: 'none' | 'linear' | 'quadratic' | undefined;
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** Outcome of `cohensKappa`. */
export interface CohensKappa {
  /** Agreement beyond chance: 1 is complete, 0 what chance gives. */
  readonly kappa: number;
  /** Its asymptotic standard error. */
  readonly standardError: number;
  /** Its interval, at most 1. */
  readonly interval: Bounds;
  /** Share of agreement, weighted. */
  readonly observed: number;
  /** Share of agreement that the margins alone would give. */
  readonly expected: number;
}

/**
 * Cohen's kappa: how far two raters (or two codings of the same comments) agree beyond chance.
 *
 * @param table - Square table of counts: `table[i][j]` units were put in category i by the first rater and in j by the second.
 * @param options - Weighting and confidence.
 * @returns Kappa, standard error, interval and shares; NaN when the table is not square, a count is negative, it is empty, or chance
 * alone would agree always.
 * @remarks Cohen, J. (1968), Weighted kappa, Psychological Bulletin 70, 213-220, https://doi.org/10.1037/h0026256; Fleiss, J.,
 * Cohen, J. and Everitt, B. (1969), Large sample standard errors of kappa and weighted kappa, Psychological Bulletin 72, 323-327,
 * https://doi.org/10.1037/h0028106 (equation 13; R's `psych` 2.2.9 departs from
 * it in one of the two weighted margins, and its standard error of weighted kappa differs).
 * @example
 * ```ts
 * import { cohensKappa } from 'cx-scoring/statistics';
 * const table = [[20, 5, 2], [3, 15, 6], [1, 4, 30]];
 * cohensKappa(table).kappa; // ~> 0.6270136307
 * cohensKappa(table, { weighting: 'quadratic' }).kappa; // ~> 0.7528735632
 * ```
 */
export function cohensKappa(table: readonly (readonly number[])[], options: CohensKappaOptions = {}): CohensKappa {
  const { weighting = 'none', confidence = 0.95 } = options;
  const size = table.length;
  const isTable = table.every((row) => row.length === size && row.every((count) => count >= 0 && count < Infinity));
  const n = isTable ? table.flat().reduce((total, count) => total + count, 0) : NaN;
  const shares = table.map((row) => row.map((count) => count / n));
  const rows = shares.map((row) => row.reduce((total, share) => total + share, 0));
  const columns = shares.map((_, j) => shares.reduce((total, row) => total + (row[j] ?? NaN), 0));
  const weight = (i: number, j: number): number => {
    if (weighting === 'none' || i === j) return i === j ? 1 : 0;
    return 1 - (Math.abs(i - j) / (size - 1)) ** (weighting === 'linear' ? 1 : 2);
  };
  const total = (value: (i: number, j: number) => number): number =>
    rows.reduce((all, _, i) => columns.reduce((row, __, j) => row + value(i, j), all), 0);
  const share = (i: number, j: number): number => shares[i]?.[j] as number;
  const row = (i: number): number => rows[i] as number;
  const column = (j: number): number => columns[j] as number;
  const observed = n > 0 ? total((i, j) => weight(i, j) * share(i, j)) : NaN;
  const expected = total((i, j) => weight(i, j) * row(i) * column(j));
  const free = 1 - expected;
  const kappa = free > 1e-15 ? (observed - expected) / free : NaN;
  // Fleiss, Cohen and Everitt, equation 13: how each cell moves kappa.
  const ofRow = rows.map((_, i) => columns.reduce((s, c, j) => s + c * weight(i, j), 0));
  const ofColumn = columns.map((_, j) => rows.reduce((s, r, i) => s + r * weight(i, j), 0));
  const spread = total((i, j) => {
    const pull = (ofRow[i] as number) + (ofColumn[j] as number);
    return share(i, j) * (weight(i, j) * free - pull * (1 - observed)) ** 2;
  });
  const center = observed * expected - 2 * expected + observed;
  const standardError = free > 1e-15 ? Math.sqrt(Math.max(0, spread - center * center) / n) / (free * free) : NaN;
  const reach = normalCriticalValue(confidence) * standardError;
  return {
    kappa,
    standardError,
    interval: { lower: kappa - reach, upper: Math.min(1, kappa + reach) },
    observed,
    expected,
  };
}
