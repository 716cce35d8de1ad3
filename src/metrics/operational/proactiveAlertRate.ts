import { requireOptions } from '../../core/options.js';
import { fieldReader, type Field } from '../../core/field.js';
import { elapsed, readAsOf, type Moment } from '../../core/moment.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { readEvent, readFlag, readTime } from './rowValue.js';

/** Options of the proactive alert rate. */
export interface ProactiveAlertRateOptions<Row> extends ShareOptions {
  /** When the customer was told; missing while nobody did. */
  readonly alertedAt: Field<Row, string | null | undefined>;
  /** When the customer first asked; missing when they did not. */
  readonly askedAt: Field<Row, string | null | undefined>;
  /** When the order was promised for. */
  readonly promisedAt: Field<Row, string | null | undefined>;
  /** Whether the order was disrupted; every row is one when left out. */
  readonly disrupted?: Field<Row, boolean | null | undefined> | undefined;
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
}

/** Reasons for which an order is left out of the proactive alert rate. */
export type ProactiveAlertExclusion = 'missing' | 'notDisrupted' | 'undecided' | 'notDue' | 'invalid';

/** The share of disrupted orders of which the customer was told before asking, 0..1. */
export interface ProactiveAlertRateResult extends IntervalResult<'proactive-alert-rate', ProactiveAlertExclusion> {
  /** Told before the promised date, and before they asked. */
  readonly proactive: number;
  /** Told after they had asked. */
  readonly afterQuestion: number;
  /** Told on the promised date or later. */
  readonly afterPromise: number;
  /** Never told. */
  readonly untold: number;
}

const REASONS: readonly ProactiveAlertExclusion[] = ['missing', 'notDisrupted', 'undecided', 'notDue', 'invalid'];

/** Whether one moment comes before another; `null` for two of one day of which an hour is not known. */
function isBefore(a: Moment, b: Moment): boolean | null {
  const distance = elapsed(a, b);
  return distance === 0 && (a.time === null || b.time === null) ? null : distance > 0;
}

function outcomeOf(
  alerted: Moment | null,
  asked: Moment | null,
  promised: Moment,
  asOf: Moment,
): 'proactive' | 'afterQuestion' | 'afterPromise' | 'untold' | 'undecided' | 'notDue' {
  // On the day of the promise it is too late to tell before it.
  if (!alerted) return asked || elapsed(promised, asOf) >= 0 ? 'untold' : 'notDue';
  const isFirst = asked ? isBefore(alerted, asked) : true;
  if (isFirst === false) return 'afterQuestion';
  if (elapsed(alerted, promised) <= 0) return 'afterPromise';
  return isFirst ? 'proactive' : 'undecided';
}

function measureProactiveAlertRate<Row>(
  where: string,
  options: ProactiveAlertRateOptions<Row>,
): RatioMeasure<Row, OutcomeTally, ProactiveAlertRateResult> {
  requireOptions(where, options);
  const asOf = readAsOf(where, options.asOf);
  const readAlert = fieldReader<Row, unknown>(options.alertedAt);
  const readQuestion = fieldReader<Row, unknown>(options.askedAt);
  const readPromise = fieldReader<Row, unknown>(options.promisedAt);
  const readDisrupted = options.disrupted && fieldReader<Row, unknown>(options.disrupted);
  return measureOutcomes({
    where,
    definition: shareDefinition('proactive-alert-rate', 'higher-is-better', {}),
    outcomes: { proactive: true, afterQuestion: false, afterPromise: false, untold: false },
    reasons: REASONS,
    classify: (row, index) => {
      const disrupted = readDisrupted ? readFlag(readDisrupted(row, index)) : true;
      if (disrupted !== true) return disrupted === false ? 'notDisrupted' : disrupted;
      const promised = readTime(readPromise(row, index));
      if (typeof promised === 'string') return promised;
      const alerted = readEvent(readAlert(row, index), asOf);
      const asked = readEvent(readQuestion(row, index), asOf);
      if (alerted === 'invalid' || asked === 'invalid') return 'invalid';
      return outcomeOf(alerted, asked, promised, asOf);
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeProactiveAlertRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team, carrier or month: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeProactiveAlertRate}.
 * @returns A measure over rows.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, proactiveAlertRateMeasure } from 'cx-scoring';
 *
 * type Order = { told: string | null; asked: string | null; due: string };
 * const measure = proactiveAlertRateMeasure<Order>({ alertedAt: 'told', askedAt: 'asked', promisedAt: 'due', asOf: '2026-11-30' });
 * computeMeasure([{ told: '2026-11-18', asked: null, due: '2026-11-20' }], measure).value; // => 1
 * ```
 */
export function proactiveAlertRateMeasure<Row>(
  options: ProactiveAlertRateOptions<Row>,
): RatioMeasure<Row, OutcomeTally, ProactiveAlertRateResult> {
  return measureProactiveAlertRate('proactiveAlertRateMeasure', options);
}

/**
 * Computes the proactive alert rate: the share of disrupted orders of which the customer was told before the promised date, and before
 * they had to ask.
 *
 * Use it for the follow-up of mishaps: a delay that is announced is forgiven sooner than one that is found out.
 *
 * @param rows - One row for each disrupted order, or for each order where `disrupted` says which were.
 * @param options - Where `alertedAt`, `askedAt` and `promisedAt` are, and `disrupted`; `asOf`; interval and confidence.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no order was disrupted.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @remarks An order of which nobody was told is a miss once the customer has asked or the promised date has come, and `notDue` before. Told
 * and asked on one day without hours, the order of the two is not known: `undecided`. Unreadable times are `invalid`.
 * @example
 * ```ts
 * import { computeProactiveAlertRate } from 'cx-scoring';
 *
 * const orders = [
 *   { told: '2026-11-18', asked: null, due: '2026-11-20' },
 *   { told: '2026-11-18T15:00:00+01:00', asked: '2026-11-18T09:30:00+01:00', due: '2026-11-20' },
 *   { told: '2026-11-20', asked: null, due: '2026-11-20' },
 *   { told: null, asked: '2026-11-23', due: '2026-11-20' },
 * ];
 * const rate = computeProactiveAlertRate(orders, { alertedAt: 'told', askedAt: 'asked', promisedAt: 'due', asOf: '2026-11-30' });
 * rate.value; // => 0.25
 * rate.afterQuestion; // => 1
 * ```
 */
export function computeProactiveAlertRate<Row>(
  rows: Iterable<Row>,
  options: ProactiveAlertRateOptions<NoInfer<Row>>,
): ProactiveAlertRateResult {
  return computeAs(
    'computeProactiveAlertRate',
    rows,
    measureProactiveAlertRate<Row>('computeProactiveAlertRate', options),
  );
}
