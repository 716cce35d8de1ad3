import { requireOptions } from '../../core/options.js';
import type { MetricResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import { defineDuration } from '../../measures/defineDuration.js';
import type { DurationQuantile } from '../../measures/durationQuantiles.js';
import type { DurationStorage, DurationTally } from '../../measures/durationTally.js';
import type { Measure } from '../../measures/measure.js';
import { misfit } from '../../measures/misfit.js';
import { ATTEMPT_EXCLUSIONS, attemptReader, type AttemptExclusion, type ContactFields } from './detractorAttempt.js';
import { detractorParameters, resolveDetractorScale, type DetractorOptions } from './detractorScale.js';
import { HOUR, elapsed, readAsOf } from '../../core/moment.js';
import { namedCounts } from '../outcomeShare.js';

/** Options of the time to the first contact. */
export interface TimeToFirstContactOptions<Row>
  extends DetractorOptions<Row>, ContactFields<Row>, Pick<ResultOptions, 'confidence'> {
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
  /**
   * The quantile that is the value, strictly between 0 and 1; part of the definition.
   * @defaultValue 0.5
   */
  readonly quantile?: number | undefined;
  /**
   * Quantiles reported beside the value.
   * @defaultValue [0.5, 0.9]
   */
  readonly quantiles?: readonly number[] | undefined;
  /**
   * `'exact'` keeps every duration, `'sketch'` a summary of a few kilobytes; part of the definition.
   * @defaultValue 'exact'
   */
  readonly storage?: DurationStorage | undefined;
}

/** Tally of the time to the first contact. */
export interface FirstContactTally {
  /** Hours until the contact, and hours waited so far. */
  readonly durations: DurationTally;
  /** Answers left out, by reason. */
  readonly counts: number[];
}

/** Hours from a detractor's answer to the first contact, at a quantile. */
export interface TimeToFirstContactResult extends MetricResult<'time-to-first-contact', AttemptExclusion> {
  /** Detractors who were contacted. */
  readonly closed: number;
  /** Detractors who still wait. */
  readonly open: number;
  /** The quantiles asked for and that of the value, ascending. */
  readonly quantiles: readonly DurationQuantile[];
}

/** A detractor's wait. */
interface Wait {
  readonly hours: number;
  readonly open: boolean;
}

function measureFirstContact<Row>(
  where: string,
  options: TimeToFirstContactOptions<Row>,
): Measure<Row, FirstContactTally, TimeToFirstContactResult> {
  requireOptions(where, options);
  const { quantile, quantiles = [0.5, 0.9], storage, confidence } = options;
  const asOf = readAsOf(where, options.asOf);
  const read = attemptReader(where, options, asOf);
  const durations = defineDuration<Wait, 'time-to-first-contact'>({
    id: 'time-to-first-contact',
    unit: 'hours',
    value: 'hours',
    open: 'open',
    quantile,
    quantiles,
    storage,
    confidence,
    parameters: detractorParameters(resolveDetractorScale(where, options.scale)),
  });
  const createTally = (): FirstContactTally => ({
    durations: durations.createTally(),
    counts: ATTEMPT_EXCLUSIONS.map(() => 0),
  });
  return {
    definition: durations.definition,
    createTally,
    addRow: (tally, row, index) => {
      const attempt = read(row, index);
      if (typeof attempt === 'string') {
        (tally.counts[ATTEMPT_EXCLUSIONS.indexOf(attempt)] as number)++;
        return;
      }
      const { at, contacted } = attempt;
      const wait = { hours: elapsed(at, contacted ?? asOf) / HOUR, open: contacted === null };
      durations.addRow(tally.durations, wait, index);
    },
    mergeTallies: (into, from) => {
      durations.mergeTallies(into.durations, from.durations);
      from.counts.forEach((count, reason) => ((into.counts[reason] as number) += count));
    },
    misfit: (path, tally) => {
      const { durations: own, ...rest } = Object(tally) as Partial<FirstContactTally>;
      const { counts } = createTally();
      return durations.misfit?.(`${path}.durations`, own) ?? misfit(path, { counts }, rest);
    },
    toResult: (tally, override) => {
      const excluded = namedCounts(ATTEMPT_EXCLUSIONS, tally.counts);
      const result = durations.toResult(tally.durations, override);
      const { warnings } = result;
      const offScale = excluded.offScale > 0 ? [{ code: 'off-scale-excluded', count: excluded.offScale } as const] : [];
      return { ...result, excluded, warnings: [...warnings, ...offScale] };
    },
  };
}

/**
 * Makes the measure behind {@link computeTimeToFirstContact}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeTimeToFirstContact}.
 * @returns A measure over answers.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DEFINITION` or `CX_INVALID_DATE` when an option is out of
 * its range.
 * @example
 * ```ts
 * import { computeMeasure, timeToFirstContactMeasure } from 'cx-scoring';
 *
 * type Answer = { score: number; at: string; called: string | null };
 * const measure = timeToFirstContactMeasure<Answer>({ score: 'score', at: 'at', contactedAt: 'called', asOf: '2026-03-10' });
 * computeMeasure([{ score: 3, at: '2026-03-02', called: '2026-03-03' }], measure).value; // => 24
 * ```
 */
export function timeToFirstContactMeasure<Row>(
  options: TimeToFirstContactOptions<Row>,
): Measure<Row, FirstContactTally, TimeToFirstContactResult> {
  return measureFirstContact('timeToFirstContactMeasure', options);
}

/**
 * Computes the time to the first contact: the hours from a detractor's answer to the first call, at the median unless told.
 *
 * Use it beside {@link computeLoopClosure}, to see how far from the deadline the calls are. Those who still wait count as waiting longer
 * than so far: without them, a team that calls nobody would have no bad figure.
 *
 * @param rows - One row per answer.
 * @param options - Where `score`, `at` and `contactedAt` are, and `asOf`; `quantile` and `quantiles`; the `scale` of another question
 * than the recommendation; confidence.
 * @returns Hours, low is good; `value: null`, with the warning `quantile-not-reached`, when too many still wait to know it.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DEFINITION` or `CX_INVALID_DATE` when an option is out of
 * its range, `CX_OFF_SCALE` for a score off the scale unless `offScale` is `'exclude'`.
 * @remarks Kaplan and Meier's estimate, as {@link defineDuration} tells. Elapsed time, nights and holidays included; where a time is a
 * civil date, whole days as written are counted. Contacts before the answer and unreadable times are `invalid`;
 * {@link checkContacts} names them.
 * @example
 * ```ts
 * import { computeTimeToFirstContact } from 'cx-scoring';
 *
 * const answers = [
 *   { score: 3, at: '2026-03-02T09:00:00Z', called: '2026-03-02T15:00:00Z' },
 *   { score: 5, at: '2026-03-02T09:00:00Z', called: '2026-03-03T09:00:00Z' },
 *   { score: 0, at: '2026-03-02T09:00:00Z', called: null },
 * ];
 * const time = computeTimeToFirstContact(answers, { score: 'score', at: 'at', contactedAt: 'called', asOf: '2026-03-10T09:00:00Z' });
 * time.value; // => 24
 * time.open; // => 1
 * time.quantiles[1]?.value; // => null
 * ```
 */
export function computeTimeToFirstContact<Row>(
  rows: Iterable<Row>,
  options: TimeToFirstContactOptions<NoInfer<Row>>,
): TimeToFirstContactResult {
  return computeAs('computeTimeToFirstContact', rows, measureFirstContact<Row>('computeTimeToFirstContact', options));
}
