/** What unequal weights cost, by Kish. It ignores clustering and any link of the weights with the answers. */
export interface WeightingEffect {
  /** Rows with a weight above 0. */
  readonly rows: number;
  /** Kish's design effect, 1 or more; `null` without rows. */
  readonly designEffect: number | null;
  /** What the rows are worth: Kish's effective sample size. */
  readonly effectiveSize: number;
}

/** Rows that a step took out, by reason. */
export interface StepExclusions {
  /** Rows without a class in one of the attributes. */
  readonly missingClass: number;
  /** Rows of a class without target, under `withoutTarget: 'exclude'`. */
  readonly withoutTarget: number;
  /** Rows without an amount to calibrate. */
  readonly missingAmount: number;
}

/** One class of a margin: what it should weigh and what it weighs, as shares 0..1 of the rows that the step weighted. */
export interface ClassReport {
  /** Name of the class in each attribute of the margin. */
  readonly path: readonly string[];
  /** Rows in the class. */
  readonly rows: number;
  /** Share it should have; `null` for a non-response step, which sets rates, not shares. */
  readonly target: number | null;
  /** Share before the step. */
  readonly before: number;
  /** Share after the step. */
  readonly after: number;
  /** Share at the end, after all steps: a later step may have moved it. */
  readonly final: number;
  /** Answered over invited, 0..1, for a non-response step; otherwise `null`. */
  readonly responseRate: number | null;
}

/** One margin of a step. */
export interface MarginReport {
  /** Name: the fields of the margin. */
  readonly name: string;
  /** Its classes, in code-unit order. */
  readonly classes: readonly ClassReport[];
}

/** One amount of a calibration: totals, in the unit of the amount. */
export interface AmountReport {
  /** Name: the field of the amount. */
  readonly name: string;
  /** Total it should have. */
  readonly target: number;
  /** Total before the step. */
  readonly before: number;
  /** Total after the step. */
  readonly after: number;
  /** Total at the end, after all steps and before weights are brought to a mean of 1. */
  readonly final: number;
}

/** What a trimming step cut. */
export interface TrimmingReport {
  /** Smallest weight allowed, as a weight. */
  readonly lower: number;
  /** Largest weight allowed, as a weight; `null` when unlimited. */
  readonly upper: number | null;
  /** Rows whose weight was outside the limits. */
  readonly trimmedRows: number;
  /** Weight beyond the limits, cut or added, as a share 0..1 of the total weight. */
  readonly trimmedShare: number;
}

/** What one step did. */
export interface WeightingStepReport {
  /** Kind of the step. */
  readonly kind: 'non-response' | 'post-stratify' | 'rake' | 'calibrate' | 'trim';
  /** `'not-converged'` when targets were not reached within the iterations allowed; the weights are then as near as they came. */
  readonly outcome: 'converged' | 'not-converged';
  /** Rounds made. */
  readonly iterations: number;
  /** Largest distance left from a target, as a share of it. */
  readonly discrepancy: number;
  /** Rows taken out by this step. */
  readonly excluded: StepExclusions;
  /** Cost of unequal weights before the step. */
  readonly before: WeightingEffect;
  /** Cost of unequal weights after the step. */
  readonly after: WeightingEffect;
  /** Margins with their targets and what was achieved. */
  readonly margins: readonly MarginReport[];
  /** Amounts with their targets and what was achieved. */
  readonly amounts: readonly AmountReport[];
  /** What was trimmed; `null` for other kinds of step. */
  readonly trimming: TrimmingReport | null;
}
