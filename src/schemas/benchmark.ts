import * as z from 'zod/mini';
import type { Benchmark, BenchmarkInterval, BenchmarkKind, BenchmarkPoint } from '../segmentation/benchmark.js';
import { aboveZero, country, fromZero, list, number, text, wordOf } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { definitionOf } from './metricTarget.js';

function isInside(share: number): boolean {
  return share > 0 && share < 1;
}

function insideFindings(rule: string): (share: number) => Finding[] {
  return (share) => (isInside(share) ? [] : [{ code: share > 0 ? 'too-large' : 'too-small', rule, input: share }]);
}

function curveFindings(curve: readonly BenchmarkPoint[]): Finding[] {
  return curve.flatMap(({ share, value }, at): Finding[] => {
    const last = curve[at - 1];
    if (last === undefined) return [];
    if (!(share > last.share))
      return [
        { code: 'out-of-order', rule: `above the share before, ${last.share}`, input: share, path: [at, 'share'] },
      ];
    if (value >= last.value) return [];
    const rule = `at least the value before, ${last.value}`;
    return [{ code: 'out-of-order', rule, input: value, path: [at, 'value'] }];
  });
}

function intervalFindings({ lower, upper }: BenchmarkInterval): Finding[] {
  if (lower <= upper) return [];
  return [{ code: 'out-of-order', rule: `at least lower, ${lower}`, input: upper, path: ['upper'] }];
}

function numberFindings(benchmark: Benchmark): Finding[] {
  if (benchmark.value !== undefined || benchmark.curve !== undefined) return [];
  return [{ code: 'missing', rule: 'there, where there is no curve', input: undefined, path: ['value'] }];
}

function createBenchmarkSchema(): z.ZodMiniType<Benchmark> {
  const kinds = { sector: true, competitor: true, department: true } satisfies Record<BenchmarkKind, true>;
  const between = 'strictly between 0 and 1';
  const point: z.ZodMiniType<BenchmarkPoint> = z.strictObject(
    {
      share: number('Share at this value or lower, 0 to 1.').check(findings(insideFindings(between))),
      value: number('The value, in the unit of the metric.'),
    } satisfies { [Name in keyof BenchmarkPoint]: unknown },
    { error: issueMessage },
  );
  const interval: z.ZodMiniType<BenchmarkInterval> = z
    .strictObject(
      {
        lower: number('Lower limit.'),
        upper: number('Upper limit. Rule: at least the lower.'),
        confidence: number('Confidence level, 0 to 1.').check(findings(insideFindings(between))),
      } satisfies { [Name in keyof BenchmarkInterval]: unknown },
      { error: issueMessage },
    )
    .check(findings(intervalFindings), z.describe('Interval of the value.'));
  const curve = list(point, 'Percentiles. Rule: at least two, shares and values ascending.', 2);
  return z
    .strictObject(
      {
        kind: wordOf<BenchmarkKind>(kinds, 'Whom it speaks of.'),
        label: z.exactOptional(text('Name of the competitor, the department or the panel.')),
        definition: definitionOf('The metric it is a value of.'),
        value: z.exactOptional(number('The value, in the unit of the metric: shares are 0 to 1.')),
        curve: z.exactOptional(curve.check(findings(curveFindings))),
        standardError: z.exactOptional(fromZero('Standard error of the value; 0 for a fixed number.')),
        interval: z.exactOptional(interval),
        n: z.exactOptional(aboveZero('Answers behind it.').check(findings(wholeFindings))),
        country: z.nullable(country('Country; null when it spans several.')),
        sector: z.nullable(text('Sector; null when it spans several.')),
        year: number('Year the answers are from.').check(findings(wholeFindings)),
        mode: z.nullable(text('How the answers were collected; null when not known.')),
        source: text('Where it comes from.'),
        licence: text('Under what licence it may be used.'),
      } satisfies { [Name in keyof Benchmark]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(numberFindings),
      z.meta({
        title: 'Benchmark',
        description: 'A number from elsewhere to be measured by. Rule: a value or a curve.',
      }),
    );
}

function wholeFindings(input: number): Finding[] {
  return Number.isSafeInteger(input) ? [] : [{ code: 'wrong-type', rule: 'a whole number', input }];
}

/**
 * The schema of a {@link Benchmark}, strict.
 *
 * Use it with {@link readRecords} for benchmarks kept as JSON. Whether a value lies in the range of its metric is checked when a result is
 * compared with it.
 *
 * @example
 * ```ts
 * import { benchmarkSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const benchmark = {
 *   kind: 'sector',
 *   definition: { id: 'nps' },
 *   value: 22,
 *   n: 400,
 *   country: 'FR',
 *   sector: 'building supplies',
 *   year: 2026,
 *   mode: null,
 *   source: 'trade association',
 *   licence: 'members only',
 * };
 * readRecord(benchmarkSchema, benchmark).success; // => true
 * readRecord(benchmarkSchema, { ...benchmark, country: 'France' }).success; // => false
 * ```
 */
export const benchmarkSchema: z.ZodMiniType<Benchmark> = /* @__PURE__ */ createBenchmarkSchema();
