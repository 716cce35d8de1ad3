/** A statistic with its degrees of freedom; of no meaning when NaN. */
export interface TestFigures {
  /** The statistic. */
  readonly statistic: number;
  /** Degrees of freedom of the numerator. */
  readonly degreesOfFreedom: number;
  /** Degrees of freedom of the denominator, `Infinity` for a chi-squared test. */
  readonly denominator: number;
}
