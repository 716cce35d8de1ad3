import { anova } from './anova.js';
import type { FTest } from './fTest.js';
import { median } from './quantile.js';
import { mean } from './sum.js';

/** Options of `leveneTest`. */
export interface LeveneTestOptions {
  /** What distances are taken from: `'median'` (default, the test of Brown and Forsythe) or `'mean'` (Levene's own). */
  readonly center?: 'median' | 'mean' | undefined;
}

/**
 * Levene's test: do several groups spread alike?
 *
 * With the median as centre it holds its level for skewed scores; use `bartlettTest` only for data known to be normal.
 *
 * @param groups - Two or more samples.
 * @param options - The centre.
 * @returns F, degrees of freedom and p-value; NaN with fewer than two groups, with an empty one, or when all distances from the
 * centre are equal within each group.
 * @remarks Levene, H. (1960), Robust tests for equality of variances; Brown, M. and Forsythe, A. (1974), Robust tests for the
 * equality of variances, JASA 69, 364-367, https://doi.org/10.1080/01621459.1974.10482955
 * @example
 * ```ts
 * import { leveneTest } from 'cx-scoring/statistics';
 * const groups = [[7, 8, 9, 6, 10], [5, 6, 7, 4, 5, 8], [9, 9, 10, 8]];
 * leveneTest(groups).pValue; // ~> 0.3493345637
 * leveneTest(groups, { center: 'mean' }).pValue; // ~> 0.3165214933
 * ```
 */
export function leveneTest(groups: readonly Iterable<number>[], options: LeveneTestOptions = {}): FTest {
  const centerOf = options.center === 'mean' ? mean : median;
  const { statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, pValue } = anova(
    groups.map((group) => {
      const values = Array.from(group);
      const center = centerOf(values);
      return values.map((value) => Math.abs(value - center));
    }),
  );
  return { statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, pValue };
}
