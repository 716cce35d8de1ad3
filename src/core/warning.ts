/** Nothing usable, be it answers, orders or tickets: the value is `null`. */
export interface NoDataWarning {
  /** Code of the warning. */
  readonly code: 'no-data';
}

/** Few answers: the value is a direction to look in, not a measurement. */
export interface SmallSampleWarning {
  /** Code of the warning. */
  readonly code: 'small-sample';
  /** What is counted, where it is not answers. */
  readonly unit?: 'accounts';
  /** Answers, or accounts, used. */
  readonly observed: number;
  /** How many there must be for the warning to cease. */
  readonly recommended: number;
}

/** Fewer answers than the sample policy asks for before the score is read as an overall indicator. */
export interface BelowSamplePolicyWarning {
  /** Code of the warning. */
  readonly code: 'below-sample-policy';
  /** Id of the policy. */
  readonly policy: string;
  /** What the policy counts. */
  readonly unit: 'contacts' | 'accounts';
  /** Units observed. */
  readonly observed: number;
  /** Units required, after the finite-population equivalent when the population is known. */
  readonly required: number;
  /** Size of the population, or `null` when it was not given. */
  readonly population: number | null;
}

/** There is a value but no honest interval. */
export interface NoIntervalWarning {
  /** Code of the warning. */
  readonly code: 'no-interval';
  /**
   * `'single-answer'`: one answer shows no spread. `'no-variation'`: all answers are equal and the method would claim certainty.
   * `'few-accounts'`: below five accounts nobody can know how much accounts differ. `'unbounded'`: the data sets a quantile no limit on
   * either side.
   */
  readonly reason: 'single-answer' | 'no-variation' | 'few-accounts' | 'unbounded';
}

/** Answers off the scale were left out, as `offScale: 'exclude'` asked. */
export interface OffScaleExcludedWarning {
  /** Code of the warning. */
  readonly code: 'off-scale-excluded';
  /** Answers left out. */
  readonly count: number;
}

/** The weights are so unequal that the answers count for far fewer. */
export interface UnequalWeightsWarning {
  /** Code of the warning. */
  readonly code: 'unequal-weights';
  /** What is weighted, where it is not answers. */
  readonly unit?: 'accounts';
  /** Answers, or accounts, used. */
  readonly sampleSize: number;
  /** What they are worth: Kish's effective sample size. */
  readonly effectiveSampleSize: number;
}

/** The amounts below the line add up to 0: there is nothing to divide by, and the value is `null`. */
export interface ZeroDenominatorWarning {
  /** Code of the warning. */
  readonly code: 'zero-denominator';
}

/** Rows of one account tell different revenues; the largest counts. */
export interface InconsistentRevenueWarning {
  /** Code of the warning. */
  readonly code: 'inconsistent-revenue';
  /** Accounts it concerns. */
  readonly count: number;
}

/** A few accounts hold so much of the weight that the interval rests on little: read it with care. */
export interface LowDegreesOfFreedomWarning {
  /** Code of the warning. */
  readonly code: 'low-degrees-of-freedom';
  /** Satterthwaite's degrees of freedom. */
  readonly degreesOfFreedom: number;
  /** Degrees of freedom from which the warning ceases. */
  readonly recommended: number;
}

/** Respondents were left out of a composite because they answered too few of its items. */
export interface IncompleteItemsWarning {
  /** Code of the warning. */
  readonly code: 'incomplete-items';
  /** Respondents left out. */
  readonly count: number;
}

/** So many cases are still open that a quantile of the durations is not known: its value is `null`. */
export interface QuantileNotReachedWarning {
  /** Code of the warning. */
  readonly code: 'quantile-not-reached';
  /** The quantile, between 0 and 1. */
  readonly quantile: number;
  /** Cases that are still open. */
  readonly open: number;
}

/** A comparison rests on too little to say anything. */
export interface NotComparableWarning {
  /** Code of the warning. */
  readonly code: 'not-comparable';
  /**
   * `'no-data'`: a side has no value. `'no-standard-error'`: a side has too few answers, or no spread, to know its error.
   * `'few-accounts'`: below five accounts nobody can know how much accounts differ. `'country'`, `'instrument'`, `'definition'`: these
   * differ between the sides, or are not known. `'mix'`: the sides are made up too differently.
   */
  readonly reason: 'no-data' | 'no-standard-error' | 'few-accounts' | 'country' | 'instrument' | 'definition' | 'mix';
}

/** Pairs that lack an answer on one side were left out of a paired comparison. */
export interface UnpairedWarning {
  /** Code of the warning. */
  readonly code: 'unpaired-excluded';
  /** Pairs left out. */
  readonly count: number;
}

/**
 * A problem of the data, as a code with typed fields. Words for people come from {@link formatWarning}.
 * More codes may be added in a minor release: treat a `switch` over them as open.
 */
export type Warning =
  | NoDataWarning
  | SmallSampleWarning
  | BelowSamplePolicyWarning
  | NoIntervalWarning
  | OffScaleExcludedWarning
  | UnequalWeightsWarning
  | ZeroDenominatorWarning
  | InconsistentRevenueWarning
  | LowDegreesOfFreedomWarning
  | IncompleteItemsWarning
  | QuantileNotReachedWarning
  | NotComparableWarning
  | UnpairedWarning;
