import type { FormerAlert } from './alert.js';
import type {
  AlertAccount,
  AlertAnswer,
  AlertContact,
  AlertDelivery,
  AlertReview,
  AlertSlaOutcome,
} from './alertRecords.js';
import type { AlertRule } from './alertRule.js';

/** What the weekly review reads. A list that is left out is not known, which is not the same as empty. */
export interface WeeklyAlertsInput {
  /** Day of the review, a civil date; the data goes up to its end. */
  readonly asOf: string;
  /**
   * The rules.
   * @defaultValue `B2B_ALERT_RULES`
   */
  readonly rules?: readonly AlertRule[] | undefined;
  /** Answers. Silence needs all of them, not those of the week alone. */
  readonly answers?: Iterable<AlertAnswer> | undefined;
  /** Reviews that are not among the answers. */
  readonly reviews?: Iterable<AlertReview> | undefined;
  /** Judged service levels. */
  readonly slaOutcomes?: Iterable<AlertSlaOutcome> | undefined;
  /** Judged deliveries. */
  readonly deliveries?: Iterable<AlertDelivery> | undefined;
  /** Accounts with class and owner; of two with one id the later counts. */
  readonly accounts?: Iterable<AlertAccount> | undefined;
  /** Contacts; of two with one id the later counts. */
  readonly contacts?: Iterable<AlertContact> | undefined;
  /** Alerts that were raised before. */
  readonly formerAlerts?: readonly FormerAlert[] | undefined;
  /**
   * Days of a week, the day of the review included, 1..366.
   * @defaultValue 7
   */
  readonly days?: number | undefined;
  /**
   * Earlier day from which on to look for records that became known late and were not raised before, such as a delivery that was due on
   * the last day of a week and judged in the next.
   * @defaultValue the first day of the week
   */
  readonly since?: string | undefined;
}
