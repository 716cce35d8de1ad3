/** A lower and an upper limit, in the unit of what they bound. */
export interface Bounds {
  /** Lower limit. */
  readonly lower: number;
  /** Upper limit. */
  readonly upper: number;
}

/** A two-sided confidence interval together with how it was made, so that two numbers can be compared honestly later. */
export interface Interval extends Bounds {
  /** Confidence level, strictly between 0 and 1, such as 0.95. */
  readonly confidence: number;
  /** Name of the method, such as `'adjusted-wald'` or `'wilson'`. */
  readonly method: string;
}

/** An interval of which a side may be open: `null` where censoring leaves the bound unknown. */
export interface OpenInterval {
  /** Lower limit, or `null` when nothing bounds the value from below. */
  readonly lower: number | null;
  /** Upper limit, or `null` when nothing bounds the value from above. */
  readonly upper: number | null;
  /** Confidence level, strictly between 0 and 1, such as 0.95. */
  readonly confidence: number;
  /** Name of the method. */
  readonly method: string;
}
