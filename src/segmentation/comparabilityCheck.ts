import { cxError } from '../core/errors.js';
import { fieldReader } from '../core/field.js';
import { requireOption } from '../core/options.js';
import { totalVariation } from '../statistics/distributionDistance.js';
import { standardizedMeanBalance, standardizedMixBalance } from '../statistics/standardizedDifference.js';
import { sum } from '../statistics/sum.js';
import {
  isField,
  sampleText,
  statedText,
  type CategoryAttribute,
  type NumberAttribute,
  type SharedProperty,
  type StatedSides,
} from './comparabilityOptions.js';
import type {
  ComparabilityCheck,
  ComparabilityReason,
  ComparabilityVerdict,
  DistanceThresholds,
  SampleDistance,
} from './comparabilityReport.js';

/** The rows of both sides. */
export type SamplePair<Row> = readonly [readonly Row[], readonly Row[]];

/** What a side holds of one property. */
interface Reading<Value> {
  readonly rows: number;
  readonly missing: number;
  readonly values: readonly Value[];
}

/** Checks that both sides have one and the same value of a property, known of every row. */
export function checkSame<Row>(
  where: string,
  attribute: string,
  reason: ComparabilityReason,
  samples: SamplePair<Row>,
  property: SharedProperty<Row>,
): ComparabilityCheck {
  const isStated = typeof property === 'object' && property !== null;
  const rule = 'a field name, a function, or { a, b }';
  requireOption(isStated || isField(property), where, attribute, rule, property);
  const side = (key: keyof StatedSides, at: 0 | 1): Reading<string> => {
    if (!isStated) return readValues(where, attribute, samples[at], fieldReader<Row, unknown>(property), sampleText);
    const own = statedText(where, `${attribute}.${key}`, property[key]);
    return { rows: 0, missing: 0, values: own === null ? [] : [own] };
  };
  const sides = [side('a', 0), side('b', 1)] as const;
  const [first, second] = both(sides, ({ values }) => [...new Set(values)].sort((x, y) => (x < y ? -1 : 1)));
  const isSingle = new Set([...first, ...second]).size < 2;
  const isKnown = sides.every(({ values, missing }) => values.length > 0 && missing === 0);
  const verdict = !isSingle ? 'different' : isKnown ? 'similar' : 'unknown';
  return { ...frame(attribute, 'same', reason, verdict, sides), values: [first, second] };
}

/** Checks that the classes of an attribute are similarly frequent on both sides. */
export function checkCategory<Row>(
  where: string,
  attribute: string,
  samples: SamplePair<Row>,
  { field, missingShare = 0.1 }: CategoryAttribute<Row>,
  thresholds: { readonly totalVariation: DistanceThresholds; readonly standardizedDifference: DistanceThresholds },
): ComparabilityCheck {
  const read = fieldReader<Row, unknown>(field);
  const sides = both(samples, (rows) => readValues(where, attribute, rows, read, sampleText));
  const classes = [...new Set(sides.flatMap(({ values }) => values))].sort((x, y) => (x < y ? -1 : 1));
  const [p, q] = both(sides, ({ values }) => countsOf(values, classes));
  const [n, m] = [sides[0].values.length, sides[1].values.length];
  if (n === 0 || m === 0) return frame(attribute, 'category', 'mix', 'unknown', sides);
  const pooled = p.map((count, at) => (count + (q[at] as number)) / (n + m));
  // Mean of the absolute value of a normal error: √(2/π) standard errors.
  const chance = sum(pooled.map((share) => Math.sqrt(((2 / Math.PI) * share * (1 - share) * (n + m)) / n / m))) / 2;
  const variation = distance(totalVariation(p, q), chance, thresholds.totalVariation);
  // A squared Mahalanobis distance of equal mixes is about chi-squared over the classes less one.
  const expected = Math.sqrt(((classes.length - 1) * (n + m)) / n / m);
  const mix = classes.length > 1 ? standardizedMixBalance(p, q) : 0;
  const standardized = distance(mix, expected, thresholds.standardizedDifference);
  const verdict = judge([variation, standardized], sides, missingShare);
  const head = frame(attribute, 'category', 'mix', verdict, sides);
  return { ...head, totalVariation: variation, standardizedDifference: standardized };
}

/** Checks that the mean of a number is similar on both sides. */
export function checkNumber<Row>(
  where: string,
  attribute: string,
  samples: SamplePair<Row>,
  { field, missingShare = 0.1 }: NumberAttribute<Row>,
  thresholds: DistanceThresholds,
): ComparabilityCheck {
  const read = fieldReader<Row, unknown>(field);
  const sides = both(samples, (rows) => readValues(where, attribute, rows, read, finiteNumber));
  const [n, m] = [sides[0].values.length, sides[1].values.length];
  if (n < 2 || m < 2) return frame(attribute, 'number', 'mix', 'unknown', sides);
  const [first, second] = both(sides, ({ values }) => spreadOf(values));
  const value = first.mean === second.mean ? 0 : Math.abs(standardizedMeanBalance(first, second));
  const standardized = distance(value, Math.sqrt(((2 / Math.PI) * (n + m)) / n / m), thresholds);
  const head = frame(attribute, 'number', 'mix', judge([standardized], sides, missingShare), sides);
  return { ...head, standardizedDifference: standardized };
}

type Pair<Value> = readonly [Value, Value];

function both<From, To>([a, b]: Pair<From>, to: (side: From) => To): Pair<To> {
  return [to(a), to(b)];
}

function readValues<Row, Value>(
  where: string,
  attribute: string,
  rows: readonly Row[],
  read: (row: Row, index: number) => unknown,
  check: (where: string, value: unknown) => Value | null,
): Reading<Value> {
  const values = rows
    .map((row, index) => check(`${where}: "${attribute}" at row ${index}`, read(row, index)))
    .filter((value): value is Value & {} => value !== null);
  return { rows: rows.length, missing: rows.length - values.length, values };
}

function finiteNumber(where: string, value: unknown): number | null {
  if (value === null || value === undefined) return null;
  if (Number.isFinite(value)) return value as number;
  throw cxError('CX_INVALID_INPUT', where, 'a finite number or missing', value);
}

function countsOf(values: readonly string[], classes: readonly string[]): number[] {
  const counts = new Map(classes.map((own) => [own, 0]));
  for (const value of values) counts.set(value, (counts.get(value) as number) + 1);
  return [...counts.values()];
}

function spreadOf(values: readonly number[]): { readonly mean: number; readonly standardDeviation: number } {
  const mean = sum(values) / values.length;
  const squares = sum(values.map((value) => (value - mean) ** 2));
  return { mean, standardDeviation: Math.sqrt(squares / (values.length - 1)) };
}

function distance(value: number, byChance: number, { caution, stop }: DistanceThresholds): SampleDistance {
  return { value: Number.isNaN(value) ? null : value, caution, stop, byChance };
}

// Rounding must not decide at a threshold.
function reaches(value: number | null, limit: number): boolean {
  return value === null || value >= limit - 1e-12;
}

function judge(
  distances: readonly SampleDistance[],
  sides: Pair<Reading<unknown>>,
  missingShare: number,
): ComparabilityVerdict {
  if (distances.some(({ value, stop }) => reaches(value, stop))) return 'different';
  if (sides.some(({ rows, missing }) => missing > missingShare * rows)) return 'unknown';
  return distances.some(({ value, caution }) => reaches(value, caution)) ? 'caution' : 'similar';
}

function frame(
  attribute: string,
  kind: ComparabilityCheck['kind'],
  reason: ComparabilityReason,
  verdict: ComparabilityVerdict,
  [a, b]: Pair<Reading<unknown>>,
): ComparabilityCheck {
  const counted = { rows: [a.rows, b.rows], missing: [a.missing, b.missing] } as const;
  return {
    attribute,
    kind,
    reason,
    verdict,
    ...counted,
    values: null,
    totalVariation: null,
    standardizedDifference: null,
  };
}
