/** A member and what a split gives. */
export interface SplitPart {
  /** Id of the member. */
  readonly member: string;
  /** Whole number from 0. */
  readonly amount: number;
}

/** A member and what it weighs in a split: a whole number from 0. */
export interface SplitWeight {
  /** Id of the member. */
  readonly member: string;
  /** Its weight. */
  readonly weight: number;
}

/**
 * Divides a whole amount in proportion to weights by largest remainder: the parts are whole and add up to the amount.
 * Members of equal remainder come in code-unit order, so that the division does not depend on the order of the list.
 * Exact for every safe integer: products are taken as big integers.
 */
export function splitAmount(amount: number, weights: readonly SplitWeight[]): SplitPart[] {
  const members = weights.slice().sort((a, b) => (a.member < b.member ? -1 : a.member > b.member ? 1 : 0));
  const total = members.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  if (total === 0n) return members.map(({ member }) => ({ member, amount: 0 }));
  const shares = members.map(({ member, weight }, at) => {
    const product = BigInt(amount) * BigInt(weight);
    return { member, at, whole: Number(product / total), remainder: product % total };
  });
  let left = amount - shares.reduce((sum, { whole }) => sum + whole, 0);
  const extra = new Set<number>();
  const byRemainder = shares
    .slice()
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1));
  for (const { at } of byRemainder) if (left-- > 0) extra.add(at);
  return shares.map(({ member, at, whole }) => ({ member, amount: whole + (extra.has(at) ? 1 : 0) }));
}
