import type { Comparison } from '../core/comparison.js';
import { cxError } from '../core/errors.js';
import { isSameDefinition, type MetricDefinition } from '../core/definition.js';
import { resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { CompareOptions } from '../measures/compareResults.js';
import { toComparison } from '../measures/evidence.js';
import type { Benchmark } from './benchmark.js';
import { benchmarkError, evidenceOfErrors, resultError } from './benchmarkError.js';
import { compareToBenchmark, freedomOf, requireResult, type BenchmarkComparison } from './compareToBenchmark.js';

/** A result and the benchmark of its own country. */
export interface RelativeSide<Id extends string> {
  /** The result. */
  readonly result: MetricResult<Id>;
  /** The benchmark, with a value. */
  readonly benchmark: Benchmark;
  /** Country the answers are from. */
  readonly country: string;
}

/** A comparison of two relative values: by how much each side is above its own benchmark. */
export interface RelativeComparison<Id extends string = string> extends Comparison<Id> {
  /** Each side against its benchmark: the relative values. */
  readonly relative: readonly [BenchmarkComparison<Id>, BenchmarkComparison<Id>];
}

/**
 * Compares two results relative to the benchmark of the country of each: the first's lead over its benchmark minus the second's.
 *
 * Use it for two countries, whose scores themselves are not comparable: people of some countries give high notes, others seldom do, and
 * the benchmark of each country takes that with it.
 *
 * @param a - First result, its country, and a benchmark of that country.
 * @param b - Second result, of the same definition.
 * @param options - Confidence level.
 * @returns The difference of the two relative values, with the errors of both results and of both benchmarks in its interval. Its
 * definition says `relativeTo: 'country-benchmark'`. Unknown when a benchmark is of another country, or an error is not known.
 * @throws What {@link compareToBenchmark} throws, and TypeError with code `CX_DEFINITION_MISMATCH` when the results differ in definition.
 * @remarks Relative values before absolute ones, and within a country before across: Qualtrics, « Mesurer l’expérience de ses clients
 * professionnels ». Four independent estimates, degrees of freedom by Welch (1947), doi:10.1093/biomet/34.1-2.28.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { compareRelative, type Benchmark } from 'cx-scoring/segmentation';
 *
 * const benchmark = (country: string, value: number): Benchmark => ({
 *   kind: 'sector', definition: { id: 'nps' }, value, standardError: 2,
 *   country, sector: null, year: 2026, mode: null, source: 'panel', licence: 'internal',
 * });
 * const brazil = computeNps({ counts: { promoters: 70, passives: 20, detractors: 10 } });
 * const japan = computeNps({ counts: { promoters: 25, passives: 50, detractors: 25 } });
 * const { difference, relative } = compareRelative(
 *   { result: brazil, country: 'BR', benchmark: benchmark('BR', 55) },
 *   { result: japan, country: 'JP', benchmark: benchmark('JP', -20) },
 * );
 * relative.map((own) => own.difference); // => [5, 20]
 * difference; // => -15
 * ```
 */
export function compareRelative<Id extends string>(
  a: RelativeSide<Id>,
  b: RelativeSide<NoInfer<Id>>,
  options: CompareOptions = {},
): RelativeComparison<Id> {
  const { confidence: level } = Object(options) as CompareOptions;
  const confidence = resolveConfidence('compareRelative', level);
  const sides = [readSide('a', a), readSide('b', b)] as const;
  const { definition } = sides[0].result;
  if (!isSameDefinition(definition, sides[1].result.definition)) {
    const rule = `that of a, "${definition.id}", with equal parameters`;
    throw cxError('CX_DEFINITION_MISMATCH', 'compareRelative: definition of b', rule, sides[1].result.definition.id);
  }
  const [first, second] = sides.map(({ result, benchmark, country }) =>
    compareToBenchmark(result, benchmark, { country, confidence }),
  ) as [BenchmarkComparison<Id>, BenchmarkComparison<Id>];
  const difference =
    first.difference === null || second.difference === null ? null : first.difference - second.difference + 0;
  const errors = sides.flatMap(({ result, benchmark }) => {
    const { standardError } = benchmarkError(definition, benchmark);
    return [resultError(result), standardError === null ? null : { standardError, freedom: freedomOf(benchmark) }];
  });
  const known = errors.filter((error) => error !== null);
  const evidence =
    difference === null || known.length < errors.length ? null : evidenceOfErrors(difference, known, confidence);
  const sampleSizes = [first.sampleSizes[0], second.sampleSizes[0]] as const;
  const comparison = toComparison(relativeDefinition(definition), difference, evidence, sampleSizes, confidence, []);
  const reasons = [first, second].flatMap(({ warnings }) => warnings);
  const unlike = reasons.find((warning) => warning.code === 'not-comparable' && warning.reason === 'country');
  return { ...comparison, warnings: unlike ? [unlike] : comparison.warnings, relative: [first, second] };
}

function readSide<Id extends string>(side: 'a' | 'b', own: RelativeSide<Id>): RelativeSide<Id> {
  const { result, benchmark, country } = Object(own) as RelativeSide<Id>;
  requireResult(`compareRelative: ${side}`, result);
  return { result, benchmark, country };
}

/** A lead over a benchmark is another number than the value, with twice the range. */
function relativeDefinition<Id extends string>(definition: MetricDefinition<Id>): MetricDefinition<Id> {
  const { range, parameters } = definition;
  const width = range && range.maximum - range.minimum;
  return {
    ...definition,
    range: width === null ? null : { minimum: -width, maximum: width },
    parameters: { ...parameters, relativeTo: 'country-benchmark' },
  };
}
