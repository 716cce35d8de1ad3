/** A budget that grants are paid from, as the host keeps it. A reservation counts as much as what is posted. */
export interface RewardBudget {
  /** Id of the budget. */
  readonly id: string;
  /** Unit: of points, or the currency. Rules of another unit may not use it. */
  readonly unit: string;
  /** The most that may be posted and reserved together; zero means zero. */
  readonly limit: number;
  /** What is granted for good. */
  readonly posted: number;
  /** What is set aside. */
  readonly reserved: number;
  /**
   * What happens to a grant that does not fit: `'deny'` grants nothing unless all that the rule would grant fits, `'clip'` what is left.
   * @defaultValue `'deny'`
   */
  readonly overflow?: 'clip' | 'deny' | undefined;
}
