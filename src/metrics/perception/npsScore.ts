import type { MetricDefinition } from '../../core/definition.js';
import type { IntervalResult } from '../../core/result.js';
import type { ScoreExclusion, ScoreOptions } from '../../measures/input.js';
import { estimateNet, type NetOptions } from '../../measures/netEstimate.js';
import type { ScaleMetric } from '../../measures/scaleMetric.js';
import { netValue } from '../../measures/scaleValue.js';
import { B2B_NPS_SAMPLE_POLICY, addPolicyWarning, type SamplePolicy } from './samplePolicy.js';

/** Ids of the three metrics that are computed as a Net Promoter Score: customers, partners, employees. They are never pooled. */
export type NpsId = 'nps' | 'partner-nps' | 'employee-nps';

/** The scale of the recommendation question and its classes: detractors 0-6, passives 7-8, promoters 9-10. */
export const NPS_SCALE: {
  /** Lowest answer. */
  readonly minimum: 0;
  /** Highest answer. */
  readonly maximum: 10;
  /** Highest answer of a detractor. */
  readonly negativeTo: 6;
  /** Lowest answer of a promoter. */
  readonly positiveFrom: 9;
} = { minimum: 0, maximum: 10, negativeTo: 6, positiveFrom: 9 };

/** Counts by class, as a database returns them. */
export interface NpsCounts {
  /** Answers 9 and 10. */
  readonly promoters: number;
  /** Answers 7 and 8. */
  readonly passives: number;
  /** Answers 0 to 6. */
  readonly detractors: number;
}

/** Options of the Net Promoter Score, besides where to find score and weight. */
export interface NpsOptions extends ScoreOptions, NetOptions {
  /**
   * How many answers the score needs before it is read as an overall indicator; `null` for no such rule.
   * @defaultValue `B2B_NPS_SAMPLE_POLICY` for customers and partners, `null` for employees
   */
  readonly samplePolicy?: SamplePolicy | null | undefined;
}

/** A Net Promoter Score in points, -100..100, with the answers in each class. */
export interface NpsResult<Id extends NpsId = 'nps'> extends IntervalResult<Id, ScoreExclusion>, NpsCounts {}

/** The metric of one of the three. */
export function npsMetric<Id extends NpsId>(
  id: Id,
): ScaleMetric<NpsOptions, NpsResult<Id>> & { readonly definition: MetricDefinition<Id> } {
  const definition: MetricDefinition<Id> = {
    id,
    family: 'scale',
    statistic: 'net',
    unit: 'points',
    direction: 'higher-is-better',
    range: { minimum: -100, maximum: 100 },
    parameters: {},
  };
  // The rule on overall indicators speaks of customers and partners; a company's own people are no sample of a market.
  const usualPolicy = id === 'employee-nps' ? null : B2B_NPS_SAMPLE_POLICY;
  // NPS_SCALE in short: a bundle that wants the score alone carries one record less.
  const statistic = { definition, scale: { minimum: 0, maximum: 10 }, valueAt: netValue(9, 6) };
  return {
    ...statistic,
    classes: { promoters: 10, passives: 8, detractors: 6 },
    finish: (where, tally, options) => {
      const { result, classes } = estimateNet(where, statistic, tally, options);
      const { samplePolicy = usualPolicy } = options;
      if (samplePolicy) addPolicyWarning(result, samplePolicy, options, where);
      const [detractors, passives, promoters] = classes;
      return Object.assign(result, { promoters, passives, detractors });
    },
  };
}
