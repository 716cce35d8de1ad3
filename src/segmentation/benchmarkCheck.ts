import { isSameDefinition, type MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { Benchmark, BenchmarkInterval, BenchmarkPoint } from './benchmark.js';

/** Refuses what is no benchmark, and one of another metric. */
export function requireBenchmark(where: string, definition: MetricDefinition, benchmark: unknown): void {
  const own = Object(benchmark) as Partial<Benchmark>;
  const fault = (field: string, rule: string, received: unknown): Error =>
    cxError('CX_INVALID_INPUT', `${where}: ${field}`, rule, received);
  const { definition: other, value, curve, standardError, interval, n } = own;
  if (Object(other) !== other) throw fault('definition of the benchmark', '{ id, parameters }', other);
  requireSameMetric(where, definition, benchmark as Benchmark);
  const { range } = definition;
  const isPossible = (number: unknown): boolean =>
    Number.isFinite(number) &&
    (range === null || ((number as number) >= range.minimum && (number as number) <= range.maximum));
  const possible = range === null ? 'a finite number' : `from ${range.minimum} to ${range.maximum}`;
  if (value === undefined && curve === undefined) throw fault('benchmark', 'one with a value or a curve', benchmark);
  if (value !== undefined && !isPossible(value)) throw fault('value of the benchmark', possible, value);
  if (standardError !== undefined && !(Number.isFinite(standardError) && standardError >= 0))
    throw fault('standard error of the benchmark', 'a number from 0', standardError);
  if (n !== undefined && !(Number.isSafeInteger(n) && n > 0))
    throw fault('n of the benchmark', 'a whole number above 0', n);
  if (interval !== undefined && !isInterval(interval))
    throw fault('interval of the benchmark', '{ lower, upper, confidence }, lower to upper', interval);
  if (curve !== undefined && !isCurve(curve, isPossible)) {
    const rule = `at least two points { share, value }, ascending, shares between 0 and 1, values ${possible}`;
    throw fault('curve of the benchmark', rule, curve);
  }
}

function isInterval(interval: BenchmarkInterval): boolean {
  const { lower, upper, confidence } = Object(interval) as BenchmarkInterval;
  return Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper && confidence > 0 && confidence < 1;
}

function isCurve(curve: readonly BenchmarkPoint[], isPossible: (value: unknown) => boolean): boolean {
  if (!Array.isArray(curve) || curve.length < 2) return false;
  const points = curve.map((point) => Object(point) as BenchmarkPoint);
  return points.every(({ share, value }, at) => {
    const last = points[at - 1];
    const isAbove = last === undefined || (share > last.share && value >= last.value);
    return share > 0 && share < 1 && isPossible(value) && isAbove;
  });
}

function requireSameMetric(where: string, definition: MetricDefinition, { definition: other }: Benchmark): void {
  const place = `${where}: the definition of the benchmark`;
  const { id, parameters = {} } = other;
  if (id !== definition.id)
    throw cxError('CX_DEFINITION_MISMATCH', place, `that of the result, "${definition.id}"`, id);
  if (!isSameDefinition({ ...definition, parameters }, definition)) {
    const rule = `that of the result, "${id}" with parameters ${JSON.stringify(definition.parameters)}`;
    throw cxError('CX_DEFINITION_MISMATCH', place, rule, JSON.stringify(parameters));
  }
}
