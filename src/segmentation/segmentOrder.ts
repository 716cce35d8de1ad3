import type { SegmentValue } from '../core/segment.js';

/** Truth values before numbers before texts, and the missing value last. */
function kindOf(value: SegmentValue): number {
  if (value === null) return 3;
  return typeof value === 'string' ? 2 : typeof value === 'number' ? 1 : 0;
}

/**
 * The order of the values of a dimension: `false`, `true`, numbers ascending, texts in code units, `null` last. It depends on nothing
 * but the values, so that neither the order of rows nor a locale moves a segment.
 */
export function compareSegmentValues(a: SegmentValue, b: SegmentValue): number {
  if (a === b) return 0;
  const [first, second] = [kindOf(a), kindOf(b)];
  if (first !== second) return first - second;
  // Of one kind, and different: neither is null.
  return (a as string) < (b as string) ? -1 : 1;
}
