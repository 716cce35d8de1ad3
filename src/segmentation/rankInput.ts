import { isSameDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { MetricResult } from '../core/result.js';
import type { Segment, SegmentKey, SegmentValue } from '../core/segment.js';
import { isIterable } from '../measures/input.js';
import { compareTexts } from '../core/textOrder.js';
import { compareSegmentValues } from './segmentOrder.js';

/** Orders two keys of the same dimensions: by the first dimension in code-unit order of the names that differs. */
export function compareKeys(a: object, b: object): number {
  for (const dimension of Object.keys(a).sort(compareTexts)) {
    const order = compareSegmentValues(
      (a as Record<string, SegmentValue>)[dimension] as SegmentValue,
      (b as Record<string, SegmentValue>)[dimension] as SegmentValue,
    );
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * Reads segments that are to be set against each other: results of one definition, of parts that do not overlap. They come in the order
 * of their keys, whatever order they were given in.
 */
export function readSegments<Key extends object, Result extends MetricResult>(
  where: string,
  segments: Iterable<Segment<Key, Result>>,
): Segment<Key, Result>[] {
  if (!isIterable(segments))
    throw cxError('CX_INVALID_INPUT', `${where}: "segments"`, 'an iterable of segments', segments);
  const list = Array.from(segments);
  const [first] = list;
  for (const [index, segment] of list.entries()) {
    const { key, result } = Object(segment) as Partial<Segment<SegmentKey, MetricResult>>;
    const isSegment = typeof key === 'object' && (key as object | null) !== null && hasEstimate(result);
    if (!isSegment)
      throw cxError('CX_INVALID_INPUT', `${where}: segment ${index}`, '{ key, result } with a metric result', segment);
    requireSameCut(where, index, first as Segment, segment as Segment);
  }
  const sorted = list.sort((a, b) => compareKeys(a.key, b.key));
  for (const [index, { key }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before && compareKeys(before.key, key) === 0)
      throw cxError('CX_INVALID_INPUT', `${where}: "segments"`, 'segments of different keys', JSON.stringify(key));
  }
  return sorted;
}

/** Tells a metric result by what is read from it. */
function hasEstimate(result: unknown): boolean {
  const { definition, value, standardError } = Object(result) as Partial<MetricResult>;
  const isNumber = (own: unknown): boolean => own === null || (typeof own === 'number' && Number.isFinite(own));
  return Object(definition) === definition && isNumber(value) && isNumber(standardError);
}

/** Refuses results of another definition, and keys of other dimensions: a part and its whole are no two parts. */
function requireSameCut(where: string, index: number, first: Segment, own: Segment): void {
  const expected = (first.result as MetricResult).definition;
  const found = (own.result as MetricResult).definition;
  if (!isSameDefinition(expected, found)) {
    const rule = `of the definition of the first, "${expected.id}", with equal parameters`;
    throw cxError('CX_DEFINITION_MISMATCH', `${where}: segment ${index}`, rule, found.id);
  }
  const dimensions = (key: object): string => JSON.stringify(Object.keys(key).sort(compareTexts));
  if (dimensions(first.key) !== dimensions(own.key)) {
    const rule = `cut by the dimensions of the first, ${dimensions(first.key)}`;
    throw cxError('CX_INVALID_INPUT', `${where}: segment ${index}`, rule, dimensions(own.key));
  }
}
