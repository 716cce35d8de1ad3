import { cxError } from '../../core/errors.js';
import { isPlainObject } from '../../prioritization/findingPath.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';

type Fields = Readonly<Record<string, unknown>>;

/** Refuses what is no quarterly review, as far as it is read without asking again. */
export function requireReview(where: string, review: unknown): asserts review is QuarterlyReview {
  const refuse = (field: string, rule: string, received: unknown): never => {
    throw cxError('CX_INVALID_INPUT', `${where}: review${field}`, rule, received);
  };
  if (!isPlainObject(review) || review['kind'] !== 'quarterly-review') refuse('', 'what quarterlyReview gave', review);
  const own = review as Fields;
  if (typeof own['asOf'] !== 'string') refuse('.asOf', 'a civil date', own['asOf']);
  if (!(Number(own['confidence']) > 0)) refuse('.confidence', 'between 0 and 1', own['confidence']);
  for (const field of ['period', 'periodFamily', 'segmentFamily', 'recommendations'])
    if (!isPlainObject(own[field])) refuse(`.${field}`, 'an object', own[field]);
  if (typeof (own['period'] as Fields)['key'] !== 'string')
    refuse('.period.key', 'a text', (own['period'] as Fields)['key']);
  const requireList = (field: string, list: unknown, parts: readonly string[], lists: readonly string[]): void => {
    if (!Array.isArray(list)) refuse(field, 'a list', list);
    for (const [at, one] of (list as unknown[]).entries()) {
      if (!isPlainObject(one)) refuse(`${field}[${at}]`, 'an object', one);
      const fields = one as Fields;
      for (const part of parts)
        if (!isPlainObject(fields[part])) refuse(`${field}[${at}].${part}`, 'an object', fields[part]);
      for (const part of lists)
        if (!Array.isArray(fields[part])) refuse(`${field}[${at}].${part}`, 'a list', fields[part]);
    }
  };
  requireList('.metrics', own['metrics'], ['definition', 'result', 'status'], ['changes', 'dimensions', 'segments']);
  requireList('.coverage', own['coverage'], ['result', 'status'], []);
  requireList('.plans', own['plans'], ['target'], ['indicators']);
  requireList(
    '.notGiven',
    (own['notGiven'] as unknown[] | undefined)?.map?.((part) => ({ part })),
    [],
    [],
  );
  const { recommended, withheld } = own['recommendations'] as Fields;
  requireList('.recommendations.recommended', recommended, ['action', 'segment'], ['triggeredBy']);
  requireList('.recommendations.withheld', withheld, ['action', 'segment'], ['because']);
  const { priorities = null, rewards = null } = own;
  if (priorities !== null) {
    if (!isPlainObject(priorities)) refuse('.priorities', 'a ranking or null', priorities);
    const { items, findings } = priorities as Fields;
    requireList('.priorities.items', items, [], ['contributions', 'missing', 'tiedWith', 'dominatedBy']);
    requireList('.priorities.findings', findings, [], []);
  }
  if (rewards !== null && !isPlainObject(rewards)) refuse('.rewards', 'an object or null', rewards);
}
