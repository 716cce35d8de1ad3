import { cxError } from '../../core/errors.js';
import { requireObject, requireOptions } from '../../core/options.js';
import type { TimeZone } from '../../core/timeZone.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { faultError, readFact, requireDate, requireZone } from './eventRecord.js';
import { mergeData, type PlainData } from './plainData.js';

/** The review of an insight. */
export interface InsightReview {
  /** When it was reviewed. */
  readonly at: string;
  /** What came of it, in the words of the rules: `'validated'`, `'rejected'`, `'in-review'`. */
  readonly status: string;
}

/**
 * An insight from the field with what became of it: a field report (visit, panel, hotline, quick) and the review it went through.
 * Times are civil dates, or instants with their zone.
 */
export interface FieldInsight {
  /** Id of the report. */
  readonly id: string;
  /** When it was made. */
  readonly at: string;
  /** Who made it. */
  readonly authorId: string;
  /** Kind of the report. */
  readonly kind?: string | undefined;
  /** Account it speaks of. */
  readonly accountId?: string | undefined;
  /** Role of the author, such as `'sales'` or `'reseller'`. */
  readonly authorRole?: string | null | undefined;
  /** Whether it can be acted upon; left out while nobody has said. */
  readonly actionable?: boolean | null | undefined;
  /** Its review; left out while there is none. */
  readonly review?: InsightReview | null | undefined;
  /** When it turned out wrong after all; left out for one that did not. */
  readonly invalidatedAt?: string | null | undefined;
}

/** How an insight becomes facts. */
export interface InsightFactsOptions {
  /** The zone of the programme, from `toTimeZone`; needed where times are instants. */
  readonly zone?: TimeZone | undefined;
  /** What else rules read of every step, plain JSON: `{ author: { network: 'north' } }`. */
  readonly data?: object | undefined;
}

/**
 * Turns an insight from the field into its facts: `insight.submitted`, and where they came to pass `insight.reviewed` and
 * `insight.invalidated`.
 *
 * Use it for rewards that are reserved at submission, final after validation and taken back when the insight turns out wrong.
 *
 * @param insight - A field report, with its review.
 * @param options - The zone, and further data.
 * @returns One to three facts in order of time. Their data holds `author` (`id`, `role`) and `insight` (`id`, `kind`, `account`, `actionable`);
 * the later ones `insight.status`: that of the review, then `'invalidated'`. What is not known is left out, and so unknown to rules.
 * @throws TypeError with code `CX_INVALID_DATE` when a date is missing, cannot be read, is an instant without zone or lies before the
 * step that must come first; `CX_INVALID_INPUT` when id, author or status are missing; `CX_INVALID_OPTION` when an option is out of place.
 * @example
 * ```ts
 * import { toInsightFacts } from 'cx-scoring/rewards';
 *
 * const report = { kind: 'visit', id: 'v1', at: '2026-02-01', authorId: 'lea', objections: ['price'] } as const;
 * const review = { at: '2026-02-10', status: 'validated' };
 * const facts = toInsightFacts({ ...report, authorRole: 'sales', actionable: true, review });
 * facts.map(({ id, on }) => [id, on]); // => [['["insight.submitted","v1"]', '2026-02-01'], ['["insight.reviewed","v1"]', '2026-02-10']]
 * facts[1]?.data['insight']; // => { id: 'v1', kind: 'visit', actionable: true, status: 'validated' }
 * ```
 */
export function toInsightFacts(insight: FieldInsight, options: InsightFactsOptions = {}): RewardFact[] {
  const where = 'toInsightFacts';
  requireObject(`${where}: insight`, 'a record', insight);
  requireOptions(where, options);
  const { zone, data } = options;
  requireZone(where, zone);
  const { id, at, authorId, kind, accountId, authorRole, actionable, review, invalidatedAt } = insight;
  const isAuthor = typeof authorId === 'string' && authorId !== '';
  if (!isAuthor) throw cxError('CX_INVALID_INPUT', `${where}: "authorId"`, 'text', authorId);
  const known = (fields: Readonly<Record<string, string | boolean | null | undefined>>): PlainData =>
    Object.fromEntries(
      Object.entries(fields).filter((own): own is [string, string | boolean] => (own[1] ?? null) !== null),
    );
  const author = known({ id: authorId, role: authorRole });
  const step = (event: string, on: string, status?: string): RewardFact => {
    const own = { author, insight: known({ id, kind, account: accountId, actionable, status }) };
    const read = readFact(event, { id, on, data: mergeData(where, own, data) }, zone);
    if ('fault' in read) throw faultError(where, read);
    return read;
  };
  const later = (field: string, moment: string, before: string): string => {
    const date = requireDate(where, field, moment, zone);
    if (date < before) throw cxError('CX_INVALID_DATE', `${where}: "${field}"`, `${before} or later`, date);
    return date;
  };
  let last = requireDate(where, 'at', at, zone);
  const facts = [step('insight.submitted', last)];
  if ((review ?? null) !== null) {
    requireObject(`${where}: "review"`, '{ at, status }', review);
    const { at: reviewed, status } = review as InsightReview;
    last = later('review.at', reviewed, last);
    if (!(typeof status === 'string' && status !== ''))
      throw cxError('CX_INVALID_INPUT', `${where}: "review.status"`, 'text', status);
    facts.push(step('insight.reviewed', last, status));
  }
  if ((invalidatedAt ?? null) !== null) {
    last = later('invalidatedAt', invalidatedAt as string, last);
    facts.push(step('insight.invalidated', last, 'invalidated'));
  }
  return facts;
}
