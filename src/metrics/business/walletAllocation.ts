import { requireRows } from '../../core/options.js';
import { midRanks } from '../../statistics/midRanks.js';

/**
 * Estimates the share of wallet of a supplier from its rank among the suppliers that a customer uses: the Wallet Allocation Rule.
 *
 * Use it where a customer does not say what is spent with others, and mark the number as estimated. It needs customers with several suppliers: ranks
 * tell nothing of one who buys from a single one.
 *
 * @param rank - Rank of the supplier, 1 for the best; suppliers that tie share the mean of their ranks, such as 1.5.
 * @param suppliers - Suppliers that the customer uses, the supplier itself included: a whole number from 1.
 * @returns The share, 0..1; those of all suppliers add up to 1. `null` for a rank that is not half of a whole number from 1 to `suppliers`.
 * @remarks (1 - rank / (n + 1)) × 2 / n: Keiningham, Aksoy, Buoye and Cooil (2011), Customer loyalty isn't enough. Grow your share of
 * wallet, Harvard Business Review 89(10), 29-31.
 * @example
 * ```ts
 * import { walletAllocation } from 'cx-scoring';
 *
 * walletAllocation(1, 3); // => 0.5
 * walletAllocation(1.5, 3); // ~> 0.41667
 * walletAllocation(4, 3); // => null
 * ```
 */
export function walletAllocation(rank: number, suppliers: number): number | null {
  const isCount = Number.isSafeInteger(suppliers) && suppliers >= 1;
  if (!isCount || !Number.isInteger(2 * rank) || rank < 1 || rank > suppliers) return null;
  return ((suppliers + 1 - rank) * 2) / ((suppliers + 1) * suppliers);
}

/**
 * Estimates how a customer shares out the wallet, from the satisfaction with each supplier used.
 *
 * Use it on answers to one question about several suppliers; equal answers share the mean of their ranks.
 *
 * @param ratings - One satisfaction for each supplier, high is good, all on one scale.
 * @returns The share of each supplier, in the order given, adding up to 1; empty without suppliers or when a rating is not a finite number.
 * @remarks {@link walletAllocation} of the mean ranks.
 * @example
 * ```ts
 * import { allocateWallet } from 'cx-scoring';
 *
 * allocateWallet([9, 7, 6, 4]); // => [0.4, 0.3, 0.2, 0.1]
 * allocateWallet([8, 8, 5]); // ~> [0.41667, 0.41667, 0.16667]
 * ```
 */
export function allocateWallet(ratings: readonly number[]): number[] {
  requireRows('allocateWallet', 'ratings', ratings);
  if (!ratings.every(Number.isFinite)) return [];
  const ranks = midRanks(ratings.map((rating) => -rating));
  return ranks.map((rank) => walletAllocation(rank, ratings.length) as number);
}
