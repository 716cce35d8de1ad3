/** What every report from the field has. Times are civil dates, or instants with their zone; left out, it did not happen. */
export interface FieldReportHead {
  /** Id of the report. */
  readonly id: string;
  /** When it was made. */
  readonly at: string;
  /** Who made it: a salesperson, a technician, a dealer. */
  readonly authorId: string;
  /** Account it speaks of. */
  readonly accountId?: string | undefined;
  /** Ticket it was turned into. */
  readonly ticketId?: string | null | undefined;
  /** Whether an action was decided upon and validated, where that is no ticket. */
  readonly actionValidated?: boolean | undefined;
  /** When somebody followed it up first. */
  readonly followedUpAt?: string | null | undefined;
}
