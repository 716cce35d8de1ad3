import { requireOptions } from '../../core/options.js';
import { isIterable } from '../../measures/input.js';
import { cxError } from '../../core/errors.js';
import { readAsOf } from '../../core/moment.js';
import type { IntervalResult } from '../../core/result.js';
import { scaleSums, type RatioMeasure } from '../../measures/ratioMeasure.js';
import { createScaleTally, mergeScaleTallies, scaleRowAdder, type ScaleTally } from '../../measures/scaleTally.js';
import { ownValue } from '../../measures/scaleValue.js';
import { estimateShare } from '../../measures/shareEstimate.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { namedCounts, shareDefinition } from '../outcomeShare.js';
import {
  resolveDeliveryRules,
  type DeliveryLevel,
  type DeliveryRuleOptions,
  type DeliveryRules,
} from './deliveryRules.js';
import type { DeliveryOptions, DeliveryUnit } from './deliveryUnits.js';
import type { OrderLine } from './orderLine.js';
import { judgeOrders } from './orderOutcomes.js';
import { ASKED, exclusionOf, stateOf, type DeliveryExclusion } from './outcomeBits.js';

/** A share of orders, lines or pieces, 0..1. */
export interface DeliveryShareResult<Id extends string> extends IntervalResult<Id, DeliveryExclusion> {
  /** Orders, lines or pieces that are a hit. */
  readonly successes: number;
  /** Those that are a miss. */
  readonly failures: number;
}

/** Tally of delivery metrics. */
export interface DeliveryTally extends ScaleTally {
  /** Units left out, by reason. */
  readonly excluded: number[];
}

/** A delivery metric. */
export interface DeliveryMetric<Id extends string> {
  /** Identity of the metric. */
  readonly id: Id;
  /** Field of a unit that says so. */
  readonly field: 'onTime' | 'inFull' | 'otif' | 'perfect';
  /** The one level that the metric has, where it has only one. */
  readonly level?: DeliveryLevel;
}

/** Options of a measure of delivery. */
export interface DeliveryMeasureOptions extends DeliveryRuleOptions, ShareOptions {}

/** Options of a delivery metric. */
export interface DeliveryMetricOptions extends DeliveryOptions, ShareOptions {}

/** The reasons, in the order of the tally; `missing` is counted with the answers. */
const REASONS = [
  'notDue',
  'cancelled',
  'customerCaused',
  'forceMajeure',
  'otherExcuse',
  'duplicate',
  'invalid',
] as const;
/** What is counted at a level; pieces weigh their deliveries. */
const SAMPLE_UNITS = { line: 'order-lines', order: 'orders', unit: 'deliveries' } as const;
const SCALE = { minimum: 0, maximum: 1 };

/** What is read of a unit to count it. */
interface Reading {
  readonly state: boolean | null;
  readonly weight: number;
}

function rulesOf(where: string, { level }: DeliveryMetric<string>, options: DeliveryRuleOptions): DeliveryRules {
  if (level === undefined) return resolveDeliveryRules(where, options);
  const { parameters, ...rules } = resolveDeliveryRules(where, { ...options, level });
  // What is in the name of the metric is no parameter.
  const rest = Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== 'level'));
  return { ...rules, parameters: rest };
}

function measureReadings<Id extends string>(
  where: string,
  { id }: DeliveryMetric<Id>,
  { level, parameters }: DeliveryRules,
  options: ShareOptions,
): RatioMeasure<Reading, DeliveryTally, DeliveryShareResult<Id>> {
  const usual = shareDefinition(id, 'higher-is-better', parameters);
  const definition = 'level' in parameters ? { ...usual, sampleUnit: SAMPLE_UNITS[level] } : usual;
  const statistic = { definition, scale: SCALE, valueAt: ownValue };
  const isWeighted = level === 'unit';
  return {
    definition,
    defaults: options,
    createTally: () => ({ ...createScaleTally(SCALE, isWeighted), excluded: REASONS.map(() => 0) }),
    addRow: scaleRowAdder<Reading>(where, SCALE, {
      score: ({ state }) => (state === null ? null : Number(state)),
      weight: isWeighted ? 'weight' : undefined,
    }),
    mergeTallies: (into, from) => {
      mergeScaleTallies(into, from);
      from.excluded.forEach((count, at) => ((into.excluded[at] as number) += count));
    },
    toSums: (tally) => scaleSums(statistic, tally),
    toResult: (tally, override) => {
      const result = estimateShare(where, statistic, tally, { ...options, ...override });
      const { counts, weights } = tally;
      const sumAt = (bin: number): number =>
        weights ? (weights.sums[2 * bin] as number) + (weights.sums[2 * bin + 1] as number) : (counts[bin] as number);
      const [missing = 0, , missingWeight = 0, zeroWeight = 0] = counts.slice(2);
      const excluded = { missing: missing + missingWeight + zeroWeight, ...namedCounts(REASONS, tally.excluded) };
      return { ...result, excluded, successes: sumAt(1), failures: sumAt(0) };
    },
  };
}

/** Makes the measure of a delivery metric over units. */
export function measureUnits<Id extends string>(
  where: string,
  metric: DeliveryMetric<Id>,
  options: DeliveryMeasureOptions,
): RatioMeasure<DeliveryUnit, DeliveryTally, DeliveryShareResult<Id>> {
  const rules = rulesOf(where, metric, options);
  const { definition, defaults, createTally, mergeTallies, toSums, toResult, addRow } = measureReadings(
    where,
    metric,
    rules,
    options,
  );
  return {
    definition,
    defaults,
    createTally,
    mergeTallies,
    toSums,
    toResult,
    addRow: (tally, unit, index) => {
      const reason = unit?.exclusion === null ? -1 : REASONS.indexOf(unit?.exclusion);
      if (unit?.level !== rules.level || (unit.exclusion !== null && reason < 0)) {
        const rule = `one that toDeliveryUnits made at the level "${rules.level}"`;
        throw cxError('CX_INVALID_INPUT', `${where}: unit at row ${index}`, rule, unit?.level);
      }
      if (reason >= 0) (tally.excluded[reason] as number)++;
      else addRow(tally, { state: unit[metric.field], weight: unit.weight }, index);
    },
  };
}

/** Computes a delivery metric from order lines, without making units. */
export function computeDeliveries<Id extends string>(
  where: string,
  metric: DeliveryMetric<Id>,
  lines: Iterable<OrderLine>,
  options: DeliveryMetricOptions,
): DeliveryShareResult<Id> {
  requireOptions(where, options);
  if (!isIterable(lines)) throw cxError('CX_INVALID_INPUT', `${where}: lines`, 'an iterable of order lines', lines);
  const rules = rulesOf(where, metric, options);
  const asOf = readAsOf(where, options.asOf);
  const measure = measureReadings(where, metric, rules, options);
  const tally = measure.createTally();
  judgeOrders(lines, rules, asOf, (outcome, weight) => {
    const reason = exclusionOf(outcome);
    if (reason !== null) (tally.excluded[REASONS.indexOf(reason)] as number)++;
    else {
      const state = stateOf(outcome, ASKED[metric.field]);
      if (tally.weights) measure.addRow(tally, { state, weight }, 0);
      else (tally.counts[state === null ? 2 : Number(state)] as number)++;
    }
  });
  return measure.toResult(tally);
}
