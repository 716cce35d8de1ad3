/** Why two samples are not comparable: which part of the rule they break. */
export type ComparabilityReason = 'country' | 'instrument' | 'definition' | 'mix';

/**
 * What a check says of the two sides. `'unknown'` is neither good nor bad: too much is missing to tell, and what cannot be told does
 * not pass.
 */
export type ComparabilityVerdict = 'similar' | 'caution' | 'different' | 'unknown';

/** From where a distance between two samples asks for care, and from where they are not to be compared. */
export interface DistanceThresholds {
  /** Care from here on, the value itself included; zero or more. */
  readonly caution: number;
  /** No comparison from here on; at least `caution`. */
  readonly stop: number;
}

/** A distance between the two samples, with what it was judged by. */
export interface SampleDistance extends DistanceThresholds {
  /** The distance, zero or more; `null` where it has no limit: no class in common, or two different constants. */
  readonly value: number | null;
  /**
   * What two samples of these sizes from one and the same population would show on average: where it comes near the thresholds, the
   * samples are too small to be told alike.
   */
  readonly byChance: number;
}

/** One thing that two samples should have in common, and whether they have. */
export interface ComparabilityCheck {
  /** What is checked: `'country'`, `'instrument'`, `'scale'`, `'definition'`, or the name of an attribute of the company. */
  readonly attribute: string;
  /** `'same'`: one and the same value on both sides; `'category'` and `'number'`: a similar distribution. */
  readonly kind: 'same' | 'category' | 'number';
  /** What the comparison lacks when this check fails. */
  readonly reason: ComparabilityReason;
  /** What the check says. */
  readonly verdict: ComparabilityVerdict;
  /** Rows on each side; 0 for a side that was stated rather than read. */
  readonly rows: readonly [number, number];
  /** Rows of each side without a value. */
  readonly missing: readonly [number, number];
  /** Values on each side, in code-unit order, for the kind `'same'`; `null` for the others. */
  readonly values: readonly [readonly string[], readonly string[]] | null;
  /** Share of the rows that would have to change class, 0..1, for the kind `'category'`; `null` for the others. */
  readonly totalVariation: SampleDistance | null;
  /** Difference in standard deviations, of means or of all classes together; `null` for the kind `'same'` and without data. */
  readonly standardizedDifference: SampleDistance | null;
}

/** That somebody compares all the same, and why. */
export interface ComparabilityOverride {
  /** The reason, for those who read the result later. */
  readonly reason: string;
}

/** An override together with what it set aside. */
export interface RecordedOverride extends ComparabilityOverride {
  /** Attributes whose check was set aside, in the order of the checks; empty when nothing stood in the way. */
  readonly attributes: readonly string[];
}

/** Whether two samples can be compared: the list of findings, one for each check, and what follows from it. */
export interface ComparabilityReport {
  /** Whether every check says `'similar'` or `'caution'`; an override does not change it. */
  readonly isComparable: boolean;
  /** The checks: country, instrument, scale, definition, then the attributes in code-unit order. */
  readonly checks: readonly ComparabilityCheck[];
  /** The override, or `null`. */
  readonly overridden: RecordedOverride | null;
}
