import { requireOption } from '../core/options.js';

/** Whose answers are shown, and from how many respondents on. */
export interface ProtectionPolicy {
  /**
   * Fewest respondents (answers used) of a segment that is shown; at least 3.
   * @defaultValue 5
   */
  readonly minimum?: number | undefined;
  /**
   * Fewest accounts of a segment that is shown, for measures that know accounts ({@link clusterBy}); 1 for no such rule.
   * @defaultValue 3
   */
  readonly minimumAccounts?: number | undefined;
  /**
   * Fewest respondents of a segment whose comments may be read; no fewer than `minimum`.
   * @defaultValue 8, or `minimum` where that is more
   */
  readonly minimumForComments?: number | undefined;
  /**
   * `'hidden'` is the strict mode: a segment that is shown gives a rounded value and a rounded interval, and no count at all.
   * @defaultValue 'shown'
   */
  readonly counts?: 'shown' | 'hidden' | undefined;
  /**
   * What to do with a segment of enough respondents who all gave an answer of the same class: its score tells what each of them said.
   * `'hidden'` hides it, under the reason `'complementary'`, which does not give that away.
   * @defaultValue 'shown'
   */
  readonly sameAnswer?: 'shown' | 'hidden' | undefined;
}

/** A policy with every default in its place. */
export type Floors = { readonly [Option in keyof ProtectionPolicy]-?: NonNullable<ProtectionPolicy[Option]> };

/** Resolves a policy; each floor must be a whole number, and high enough to protect anybody. */
export function resolveFloors(where: string, policy: ProtectionPolicy): Floors {
  const { minimum = 5, minimumAccounts = 3, counts = 'shown', sameAnswer = 'shown' } = policy;
  const from = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least;
  requireOption(from(minimum, 3), where, 'minimum', 'a whole number from 3', minimum);
  requireOption(from(minimumAccounts, 1), where, 'minimumAccounts', 'a whole number from 1', minimumAccounts);
  const { minimumForComments = Math.max(8, minimum) } = policy;
  requireOption(
    from(minimumForComments, minimum),
    where,
    'minimumForComments',
    `a whole number from "minimum", which is ${minimum}`,
    minimumForComments,
  );
  const words = ['shown', 'hidden'];
  requireOption(words.includes(counts), where, 'counts', "'shown' or 'hidden'", counts);
  requireOption(words.includes(sameAnswer), where, 'sameAnswer', "'shown' or 'hidden'", sameAnswer);
  return { minimum, minimumAccounts, minimumForComments, counts, sameAnswer };
}
