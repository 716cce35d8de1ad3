import { cxError } from '../../core/errors.js';
import { isWhole, requireObject, requireOptions } from '../../core/options.js';
import type { TimeZone } from '../../core/timeZone.js';
import type { ParameterValue } from '../../core/definition.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { requireDate, requireZone } from './eventRecord.js';
import { mergeData } from './plainData.js';

/** Something that was done: a session of a panel attended, a course passed. */
export interface ProgressStep {
  /** What kind of thing, in the words of the rules: `'panel.completed'`, `'elearning.passed'`. */
  readonly type: string;
  /** Id of the session or course: the same one counts once. */
  readonly id: string;
  /** When it was done: a civil date, or an instant with its zone. */
  readonly at: string;
}

/** How much of a catalogue is complete. */
export interface CatalogueProgress {
  /** Items that are complete. */
  readonly complete: number;
  /** Items in all. */
  readonly total: number;
}

/** How far somebody has come in a challenge. */
export interface ChallengeProgress {
  /** Who. */
  readonly personId: string;
  /** Which edition of which challenge. */
  readonly edition: string;
  /** When this was so: a civil date, or an instant with its zone. */
  readonly at: string;
  /** What was done; left out where that is not known, which is not nothing. */
  readonly steps?: readonly ProgressStep[] | null | undefined;
  /** The catalogue; left out where it is not known. */
  readonly catalogue?: CatalogueProgress | null | undefined;
}

/** How progress becomes a fact. */
export interface ProgressFactOptions {
  /** The zone of the programme, from `toTimeZone`; needed where times are instants. */
  readonly zone?: TimeZone | undefined;
  /** What else rules read, plain JSON. */
  readonly data?: object | undefined;
}

/** Ten-thousandths that are complete, cut off so that nearly is not yet; unknown for an empty catalogue. */
function completenessOf(where: string, catalogue: CatalogueProgress): number | null {
  requireObject(`${where}: "catalogue"`, '{ complete, total }', catalogue);
  const { complete, total } = catalogue;
  if (!isWhole(total)) throw cxError('CX_INVALID_INPUT', `${where}: "catalogue.total"`, 'a whole number from 0', total);
  const isPart = isWhole(complete) && complete <= total;
  if (!isPart)
    throw cxError('CX_INVALID_INPUT', `${where}: "catalogue.complete"`, `a whole number from 0 to ${total}`, complete);
  return total === 0 ? null : Math.floor((complete * 10_000) / total);
}

/** Reads the steps up to a day: each thing that was done once, at its first time, in order. */
function readSteps(
  where: string,
  steps: readonly ProgressStep[],
  until: string,
  zone: TimeZone | undefined,
): ParameterValue {
  if (!Array.isArray(steps)) throw cxError('CX_INVALID_INPUT', `${where}: "steps"`, 'a list', steps);
  const first = new Map<string, { readonly type: string; readonly id: string; readonly on: string }>();
  for (const [at, step] of Array.from(steps as readonly ProgressStep[]).entries()) {
    requireObject(`${where}: "steps[${at}]"`, '{ type, id, at }', step);
    const { type, id } = step;
    for (const [field, text] of Object.entries({ type, id }))
      if (!(typeof text === 'string' && text !== ''))
        throw cxError('CX_INVALID_INPUT', `${where}: "steps[${at}].${field}"`, 'text', text);
    const on = requireDate(where, `steps[${at}].at`, step.at, zone);
    const key = JSON.stringify([type, id]);
    if (on <= until && on < (first.get(key)?.on ?? '~')) first.set(key, { type, id, on });
  }
  const keyed = Array.from(first).sort(([a], [b]) => (a < b ? -1 : 1));
  return keyed.map(([, step]) => ({ ...step }));
}

/**
 * Turns progress in a challenge (panels, courses, a catalogue) into the fact `progress.updated`.
 *
 * Use it for targeted challenges, each time somebody has come further.
 *
 * @param progress - How far somebody has come on a day.
 * @param options - The zone, and further data.
 * @returns The fact of that day, with `person` (`id`), `challenge` (`edition`), `catalogue.completenessBp` (ten-thousandths, cut off: 9499
 * of 10,000 items are 9499) and `events` (`type`, `id`, `on`): each thing that was done by that day once. What is not known is left out.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when a date is missing, cannot be read or is an instant without zone,
 * `CX_INVALID_INPUT` for what cannot be, such as more complete items than there are, and `CX_INVALID_OPTION` when an option is out of place.
 * @example
 * ```ts
 * import { toProgressFact } from 'cx-scoring/rewards';
 *
 * const step = { type: 'panel.completed', id: 'panel-2', at: '2026-03-20' };
 * const catalogue = { complete: 190, total: 200 };
 * const fact = toProgressFact({ personId: 'lea', edition: 'spring', at: '2026-04-01', steps: [step, step], catalogue });
 * fact.data['catalogue']; // => { completenessBp: 9500 }
 * fact.data['events']; // => [{ type: 'panel.completed', id: 'panel-2', on: '2026-03-20' }]
 * ```
 */
export function toProgressFact(progress: ChallengeProgress, options: ProgressFactOptions = {}): RewardFact {
  const where = 'toProgressFact';
  requireObject(`${where}: progress`, 'a record', progress);
  requireOptions(where, options);
  const { zone, data } = options;
  requireZone(where, zone);
  const { personId, edition, at, steps, catalogue } = progress;
  for (const [field, text] of Object.entries({ personId, edition }))
    if (!(typeof text === 'string' && text !== ''))
      throw cxError('CX_INVALID_INPUT', `${where}: "${field}"`, 'text', text);
  const on = requireDate(where, 'at', at, zone);
  const completenessBp = (catalogue ?? null) === null ? null : completenessOf(where, catalogue as CatalogueProgress);
  const own = {
    person: { id: personId },
    challenge: { edition },
    ...(completenessBp === null ? {} : { catalogue: { completenessBp } }),
    ...((steps ?? null) === null ? {} : { events: readSteps(where, steps as readonly ProgressStep[], on, zone) }),
  };
  return {
    id: JSON.stringify(['progress.updated', personId, edition, on]),
    trigger: { kind: 'event', event: 'progress.updated' },
    on,
    data: mergeData(where, own, data),
  };
}
