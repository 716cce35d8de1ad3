import type { LocalizedText } from '../core/definition.js';

/** The fixed scale a criterion is judged on; scores are never stretched to the list at hand. */
export interface CriterionScale {
  /** Lowest value that can be given. */
  readonly minimum: number;
  /** Highest value that can be given, above `minimum`. */
  readonly maximum: number;
}

/** Which way a criterion speaks for an initiative: more reach, less cost. */
export type CriterionDirection = 'more-is-better' | 'less-is-better';

/** The side of the matrix a criterion belongs to: what an initiative brings, or what it takes. */
export type CriterionAxis = 'value' | 'effort';

/** Something initiatives are judged by. */
export interface Criterion<Id extends string = string> {
  /** Id, in kebab case: `'impact'`, `'cost'`. */
  readonly id: Id;
  /** Name for people. */
  readonly names: LocalizedText;
  /** What its values count, for people: `'points'`, `'share of accounts'`, `'EUR'`. */
  readonly unit: string;
  /** Scale of its values. */
  readonly scale: CriterionScale;
  /** Which way is good. */
  readonly direction: CriterionDirection;
  /** Weight against the other criteria, from 0; only ratios of weights count. At 0 the criterion is shown and does not count. */
  readonly weight: number;
  /** Side of the matrix. */
  readonly axis: CriterionAxis;
}

/**
 * The four criteria by which improvements of the customer experience are commonly ranked, of equal weight: impact on satisfaction and
 * customers concerned make the value, complexity and cost the effort. Impact, complexity and cost are judged from 1 to 5 points; reach
 * is the share of accounts concerned, 0..1. Another unit of reach comes from {@link reachCriterion}.
 */
export const INITIATIVE_CRITERIA: readonly Criterion<'impact' | 'reach' | 'complexity' | 'cost'>[] = [
  {
    id: 'impact',
    names: { en: 'Impact on satisfaction', fr: 'Impact sur la satisfaction' },
    unit: 'points',
    scale: { minimum: 1, maximum: 5 },
    direction: 'more-is-better',
    weight: 0.25,
    axis: 'value',
  },
  {
    id: 'reach',
    names: { en: 'Customers concerned', fr: 'Clients concernés' },
    unit: 'share of accounts',
    scale: { minimum: 0, maximum: 1 },
    direction: 'more-is-better',
    weight: 0.25,
    axis: 'value',
  },
  {
    id: 'complexity',
    names: { en: 'Complexity of implementation', fr: 'Complexité de mise en œuvre' },
    unit: 'points',
    scale: { minimum: 1, maximum: 5 },
    direction: 'less-is-better',
    weight: 0.25,
    axis: 'effort',
  },
  {
    id: 'cost',
    names: { en: 'Cost of implementation', fr: 'Coût d’implémentation' },
    unit: 'points',
    scale: { minimum: 1, maximum: 5 },
    direction: 'less-is-better',
    weight: 0.25,
    axis: 'effort',
  },
];

/** The two criteria of the plain impact-effort matrix, each from 1 to 10 points. */
export const IMPACT_EFFORT_CRITERIA: readonly Criterion<'impact' | 'effort'>[] = [
  {
    id: 'impact',
    names: { en: 'Impact', fr: 'Impact' },
    unit: 'points',
    scale: { minimum: 1, maximum: 10 },
    direction: 'more-is-better',
    weight: 0.5,
    axis: 'value',
  },
  {
    id: 'effort',
    names: { en: 'Effort', fr: 'Effort' },
    unit: 'points',
    scale: { minimum: 1, maximum: 10 },
    direction: 'less-is-better',
    weight: 0.5,
    axis: 'effort',
  },
];
