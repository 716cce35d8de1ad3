import { isSameDefinition, type MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { requireObject } from '../core/options.js';
import { requireDefinition } from '../core/requireDefinition.js';
import type { MetricResult } from '../core/result.js';

interface Scored {
  readonly key: object;
  readonly result: MetricResult | null;
}

/** Refuses what is no list of segments of one definition; gives that definition, `null` where no segment has a result. */
export function requireSegments(where: string, segments: readonly Scored[]): MetricDefinition | null {
  if (!Array.isArray(segments)) throw cxError('CX_INVALID_INPUT', `${where}: segments`, 'a list of segments', segments);
  const list: readonly Scored[] = segments;
  let known: MetricDefinition | null = null;
  for (const [index, segment] of list.entries()) {
    const at = `${where}: segments[${index}]`;
    requireObject(at, 'a segment', segment);
    requireObject(`${at}.key`, 'the key of a segment', segment.key);
    const { result } = segment;
    if (result === null) continue;
    requireDefinition(`${at}.result`, 'a metric result or null', result);
    if (known !== null && !isSameDefinition(known, result.definition)) {
      const rule = 'of the definition of those before it';
      throw cxError('CX_DEFINITION_MISMATCH', `${at}.result`, rule, result.definition.id);
    }
    known = result.definition;
  }
  return known;
}
