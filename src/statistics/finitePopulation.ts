/**
 * Factor by which a standard error shrinks when a sample was drawn without replacement from a finite population: `√((N - n) / (N - 1))`.
 *
 * Use it to describe just that population at that date; leave it out when comparing periods, teams or causes, which ask about a process that goes on.
 *
 * @param sampleSize - Units drawn, n, from 1.
 * @param population - Units there are, N; `Infinity` gives 1.
 * @returns A factor between 0 (a census) and 1; NaN when the sample exceeds the population.
 * @remarks Source: Cochran (1977), Sampling Techniques, 3rd edition, §2.6.
 * @example
 * ```ts
 * import { finitePopulationFactor } from 'cx-scoring/statistics';
 * finitePopulationFactor(95, 180); // ~> 0.6891011067
 * ```
 */
export function finitePopulationFactor(sampleSize: number, population: number): number {
  if (population === Infinity) return 1;
  return population === sampleSize ? 0 : Math.sqrt((population - sampleSize) / (population - 1));
}
