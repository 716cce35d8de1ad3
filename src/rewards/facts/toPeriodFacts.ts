import { cxError } from '../../core/errors.js';
import { requireObject, requireOptions, requireRows } from '../../core/options.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { periodFactOf, readPeriod, type ClosedPeriod, type PeriodSubject } from './toPeriodFact.js';

/** A subject with what is known of it. */
export interface PeriodSubjectData extends PeriodSubject {
  /** What else rules read, plain JSON, as for one subject. */
  readonly data?: object | undefined;
}

/** A period that closed for many subjects. */
export interface PeriodFactsOptions extends ClosedPeriod {
  /** For whom it closed: all, those without results too, so that they are held and not forgotten. */
  readonly subjects: Iterable<PeriodSubjectData>;
}

/**
 * Makes the facts that a month, quarter or year has closed for many subjects.
 *
 * Use it at the close of a quarter for all networks, with one list of results for all.
 *
 * @param options - The period, the subjects with their data, the results.
 * @returns One fact for each subject as {@link toPeriodFact} makes it, in code-unit order of their ids.
 * @throws What {@link toPeriodFact} throws, and TypeError with code `CX_INVALID_INPUT` when a subject occurs twice with other data: which
 * of the two holds, nobody knows. Twice alike is once.
 * @example
 * ```ts
 * import { toPeriodFacts } from 'cx-scoring/rewards';
 *
 * const subjects = [{ kind: 'network', id: 'south' }, { kind: 'network', id: 'north' }];
 * const facts = toPeriodFacts({ period: '2026-Q3', subjects });
 * facts.map(({ on, data }) => [on, data['network']]); // => [['2026-09-30', { id: 'north' }], ['2026-09-30', { id: 'south' }]]
 * toPeriodFacts({ period: '2026-Q3', subjects: [{ ...subjects[0]!, data: { zone: 1 } }, subjects[0]!] }); // throws /alike/
 * ```
 */
export function toPeriodFacts(options: PeriodFactsOptions): RewardFact[] {
  const where = 'toPeriodFacts';
  requireOptions(where, options);
  requireRows(where, 'subjects', options.subjects);
  const read = readPeriod(where, options);
  const facts = new Map<string, RewardFact>();
  let at = 0;
  for (const subject of options.subjects) {
    requireObject(`${where}: subjects[${at}]`, 'a subject { kind, id }', subject);
    const fact = periodFactOf(where, read, subject, subject.data);
    const before = facts.get(fact.id);
    if (before !== undefined && canonicalText(before) !== canonicalText(fact))
      throw cxError(
        'CX_INVALID_INPUT',
        `${where}: subjects[${at}]`,
        'a subject of its own, or twice alike',
        subject.id,
      );
    facts.set(fact.id, fact);
    at++;
  }
  return Array.from(facts.values()).sort((a, b) => (a.id < b.id ? -1 : 1));
}
