import { isWhole, requireOption, requireObject } from '../../core/options.js';
import type { ResultOptions } from '../../core/result.js';
import type { Warning } from '../../core/warning.js';

/**
 * A rule on how many answers a score needs before it is read as an overall indicator. It warns and never gates:
 * the value is given all the same, with its interval.
 */
export interface SamplePolicy {
  /** Name of the policy, as it stands in the warning. */
  readonly id: string;
  /** What is counted: contacts who answered, or accounts with an answer; without knowledge of accounts each answer counts as one. */
  readonly unit: 'contacts' | 'accounts';
  /** Answers required of a very large population. With a known population the finite-population equivalent is used. */
  readonly base: number;
}

/**
 * The rule of the Qualtrics article on business customers: no NPS as an overall indicator below 1,100 answers.
 *
 * Its text gives no derivation. The arithmetic value it rounds is 1,067: ±3 points on a share, or ±6 points on an NPS of
 * the largest variance, at 95 %. Replace it by `{ ...B2B_NPS_SAMPLE_POLICY, base: 1067 }` or by a rule of your own.
 */
export const B2B_NPS_SAMPLE_POLICY: SamplePolicy = { id: 'b2b-nps-1100', unit: 'contacts', base: 1100 };

/**
 * Computes how many answers a sample policy asks for, given the size of the population.
 *
 * Use it to plan a wave: on a base of 1,067, 155 of 180 contacts are worth what 1,067 of a multitude are.
 *
 * @param policy - The policy.
 * @param population - Number of contacts or accounts that exist; leave it out for a very large population.
 * @returns The number of answers, a whole number: `n₀ / (1 + (n₀ - 1) / N)`, rounded up.
 * @throws RangeError with code `CX_INVALID_OPTION` when the population is not a whole number from 1, or the base not above 0.
 * @remarks Source: Cochran (1977), Sampling Techniques, 3rd edition, equation 4.3.
 * @example
 * ```ts
 * import { B2B_NPS_SAMPLE_POLICY, requiredAnswers } from 'cx-scoring';
 *
 * requiredAnswers({ ...B2B_NPS_SAMPLE_POLICY, base: 1067 }, 180); // => 155
 * requiredAnswers(B2B_NPS_SAMPLE_POLICY); // => 1100
 * ```
 */
export function requiredAnswers(policy: SamplePolicy, population?: number): number {
  requireObject('requiredAnswers: policy', 'a sample policy', policy);
  const known = population === undefined || (isWhole(population) && population > 0);
  requireOption(known, 'requiredAnswers', 'population', 'a whole number from 1', population);
  return answersFor('requiredAnswers', policy, population ?? Infinity);
}

function answersFor(where: string, { base }: SamplePolicy, population: number): number {
  requireOption(Number.isFinite(base) && base > 0, where, 'samplePolicy.base', 'a number above 0', base);
  return Math.min(population, Math.ceil(base / (1 + (base - 1) / population)));
}

/** Adds the warning of a policy that is not met to a result; its population was checked with its interval. */
export function addPolicyWarning(
  { warnings, sampleSize }: { readonly warnings: Warning[]; readonly sampleSize: number },
  policy: SamplePolicy,
  { accounts, accountPopulation, population }: ResultOptions,
  where: string,
): void {
  const [observed, known] =
    policy.unit === 'accounts' && accounts ? [accounts, accountPopulation] : [sampleSize, population];
  const required = answersFor(where, policy, known ?? Infinity);
  if (observed && observed < required) {
    warnings.push({
      code: 'below-sample-policy',
      policy: policy.id,
      unit: policy.unit,
      observed,
      required,
      population: known ?? null,
    });
  }
}
