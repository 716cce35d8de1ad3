import { sum } from '../statistics/sum.js';
import { kishDesignEffect, kishEffectiveSize } from '../statistics/weighted.js';
import { classTotals } from '../statistics/weightingMargin.js';
import type { AmountReport, MarginReport, WeightingEffect } from './weightingReport.js';

/** A margin while the weights are being made: rows, their codes, and what the classes weighed. */
export interface MarginTrace {
  /** Name of the margin. */
  readonly name: string;
  /** Names of the classes. */
  readonly paths: readonly (readonly string[])[];
  /** Indexes of the rows that were weighted. */
  readonly rows: readonly number[];
  /** Class of each of these rows. */
  readonly codes: readonly number[];
  /** Target of each class in any unit, if the step sets any. */
  readonly targets: readonly number[] | null;
  /** Response rate of each class, if the step knows any. */
  readonly responseRates: readonly number[] | null;
}

/** An amount while the weights are being made. */
export interface AmountTrace {
  /** Name of the amount. */
  readonly name: string;
  /** Its total in the population. */
  readonly target: number;
  /** Indexes of the rows that were weighted. */
  readonly rows: readonly number[];
  /** The amount of each of these rows. */
  readonly values: readonly number[];
}

/** What unequal weights cost; rows without weight do not count. */
export function weightingEffect(weights: Iterable<number>): WeightingEffect {
  const carrying = Array.from(weights).filter((weight) => weight > 0);
  const rows = carrying.length;
  return {
    rows,
    designEffect: rows === 0 ? null : kishDesignEffect(carrying),
    effectiveSize: rows === 0 ? 0 : kishEffectiveSize(carrying),
  };
}

/** Reports a margin under the weights at three moments. */
export function reportMargin(
  { name, paths, rows, codes, targets, responseRates }: MarginTrace,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  final: ArrayLike<number>,
): MarginReport {
  const margin = { codes, targets: paths.map(() => 0) };
  const sharesUnder = (weights: ArrayLike<number>): number[] =>
    shares(Array.from(classTotals(margin, rows.map((row) => carried(weights[row]))))); // prettier-ignore
  const [first, second, last] = [sharesUnder(before), sharesUnder(after), sharesUnder(final)];
  const wanted = targets === null ? null : shares(targets);
  const sizes = paths.map(() => 0);
  for (const code of codes) sizes[code] = (sizes[code] as number) + 1;
  return {
    name,
    classes: paths.map((path, code) => ({
      path,
      rows: sizes[code] as number,
      target: wanted === null ? null : (wanted[code] as number),
      before: first[code] as number,
      after: second[code] as number,
      final: last[code] as number,
      responseRate: responseRates === null ? null : (responseRates[code] as number),
    })),
  };
}

/** Reports an amount under the weights at three moments. */
export function reportAmount(
  { name, target, rows, values }: AmountTrace,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  final: ArrayLike<number>,
): AmountReport {
  const totalUnder = (weights: ArrayLike<number>): number =>
    sum(rows.map((row, place) => carried(weights[row]) * (values[place] as number))) + 0;
  return { name, target, before: totalUnder(before), after: totalUnder(after), final: totalUnder(final) };
}

/** Rows that were taken out later have no weight. */
function carried(weight: number | undefined): number {
  return weight !== undefined && weight > 0 ? weight : 0;
}

function shares(totals: readonly number[]): number[] {
  const total = sum(totals);
  return totals.map((own) => (total > 0 ? own / total : 0));
}
