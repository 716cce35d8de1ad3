import { requireObject } from './options.js';
import type { SampleUnit } from './sampleUnit.js';

/** Text in the languages the library speaks. */
export interface LocalizedText {
  /** British English. */
  readonly en: string;
  /** French. */
  readonly fr: string;
}

/** Which way is good. `'contextual'` means that neither is: such a metric gets no status and never enters a composite blindly. */
export type Direction = 'higher-is-better' | 'lower-is-better' | 'contextual';

/**
 * Unit of a value: `'points'` (NPS and net scores, -100..100), `'share'` (0..1, told in per cent; what an amount has become of
 * another may exceed 1, as net revenue retention does), `'score'` (on its own scale), `'index'` (0..100),
 * `'ratio'` (so many per unit, such as contacts per order), `'count'` (a number of things), `'money'` (minor units of the currency in
 * the definition's parameters), or a length of time. More units may be added.
 */
export type Unit =
  'points' | 'share' | 'score' | 'index' | 'ratio' | 'count' | 'money' | 'seconds' | 'minutes' | 'hours' | 'days';

/** Family of tally a metric is computed from. More families may be added. */
export type MetricFamily =
  'scale' | 'proportion' | 'mean' | 'composite' | 'ratio' | 'rate' | 'duration' | 'count' | 'model';

/**
 * What is taken from the tally: a difference of two shares, a share, a mean, a ratio of two sums, a rate of events, a quantile, or a
 * total. It decides how two results are compared.
 */
export type Statistic = 'net' | 'share' | 'mean' | 'ratio' | 'rate' | 'quantile' | 'total';

/** Anything a definition's parameter may hold: plain JSON. */
export type ParameterValue =
  string | number | boolean | null | readonly ParameterValue[] | { readonly [key: string]: ParameterValue };

/**
 * What a number means. Two results may be compared only when their definitions agree.
 *
 * `parameters` holds what changes the number (scale, cut points, item weights …) and leaves out what has its default value;
 * what changes only certainty (confidence, interval method, population) is not part of a definition.
 */
export interface MetricDefinition<Id extends string = string> {
  /** Identity of the metric, in kebab case: `'nps'`, `'csat'`, `'ces'`. */
  readonly id: Id;
  /** Family of tally it is computed from. */
  readonly family: MetricFamily;
  /** What is taken from the tally. */
  readonly statistic: Statistic;
  /** Unit of the value, of its standard error and of its interval. */
  readonly unit: Unit;
  /** Which way is good. */
  readonly direction: Direction;
  /** Smallest and largest value possible, or `null` when there is no bound. */
  readonly range: {
    /** Smallest value. */
    readonly minimum: number;
    /** Largest value. */
    readonly maximum: number;
  } | null;
  /** What changes the number and differs from its default. */
  readonly parameters: { readonly [name: string]: ParameterValue };
  /** Name for people, on measures made by a user; the library's own metrics have theirs in the catalogue. */
  readonly names?: LocalizedText | undefined;
  /**
   * What the sample size counts, on measures made by a user and where a parameter decides it; else the catalogue knows it. Like a name
   * it is for words only: definitions that differ in it describe the same number.
   */
  readonly sampleUnit?: SampleUnit | undefined;
}

/** Writes a JSON value with its keys in code-unit order, so that equal values give equal text. */
function canonicalJson(value: ParameterValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly ParameterValue[]).map(canonicalJson).join()}]`;
  const entries = Object.entries(value as { readonly [key: string]: ParameterValue });
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join()}}`;
}

/**
 * Tells whether two definitions describe the same number.
 *
 * Use it before setting two results side by side; {@link compareResults} does so and refuses.
 *
 * @param a - One definition.
 * @param b - Another definition.
 * @returns `true` when id, family, statistic, unit, direction and parameters are equal; names and nouns do not count.
 * @example
 * ```ts
 * import { computeCsat, CSAT_TEN_POINT, isSameDefinition } from 'cx-scoring';
 *
 * const five = computeCsat([5, 4, 2]);
 * const ten = computeCsat([10, 8, 4], { scale: CSAT_TEN_POINT });
 * isSameDefinition(five.definition, ten.definition); // => false
 * ```
 */
export function isSameDefinition(a: MetricDefinition, b: MetricDefinition): boolean {
  requireObject('isSameDefinition: first', 'a definition', a);
  requireObject('isSameDefinition: second', 'a definition', b);
  return (
    a.id === b.id &&
    a.family === b.family &&
    a.statistic === b.statistic &&
    a.unit === b.unit &&
    a.direction === b.direction &&
    canonicalJson(a.parameters) === canonicalJson(b.parameters)
  );
}
