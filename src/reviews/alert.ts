import type { AlertRuleKind, AlertSeverity } from './alertRule.js';

/** Where a record behind an alert comes from. */
export type AlertRecordKind = 'answer' | 'review' | 'sla-outcome' | 'delivery' | 'contact';

/** A record that an alert rests on. */
export interface AlertEvidence {
  /** What it is. */
  readonly record: AlertRecordKind;
  /** Id of the answer, the review, the ticket, the order or the contact; `null` when it has none. */
  readonly id: string | null;
  /** When it happened, as written; of a silent contact the last answer. `null` when that is not known. */
  readonly at: string | null;
  /** What it says, by field. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** Something that somebody should look at: one rule, one contact or account, and the records behind it. */
export interface Alert {
  /** Id of the rule. */
  readonly rule: string;
  /** What the rule looks at. */
  readonly kind: AlertRuleKind;
  /** How much it matters. */
  readonly severity: AlertSeverity;
  /** The threshold of the rule, in stars, points of the scale or days; `null` for a rule without one. */
  readonly threshold: number | null;
  /** Account it is about; `null` when unknown. */
  readonly account: string | null;
  /** Contact it is about; `null` when it is about an account, or unknown. */
  readonly contact: string | null;
  /** Who answers for it; `null` when nobody is known. */
  readonly owner: string | null;
  /** Civil date of the review that raised it. */
  readonly raisedOn: string;
  /** Civil date of the first of its records; of a silent contact the day on which silence became an alert. `null` when unknown. */
  readonly firstSeen: string | null;
  /** The records behind it, in order of time, then of id. */
  readonly evidence: readonly AlertEvidence[];
}

/** What has to be known of an alert that was raised before. Every {@link Alert} is one. */
export type FormerAlert = Pick<Alert, 'rule' | 'account' | 'contact' | 'raisedOn' | 'evidence'>;

/** An alert that was not raised, and why. */
export interface SuppressedAlert extends Alert {
  /**
   * `'cooldown'`: the rule was raised on the same contact or account a short while ago. `'already-raised'`: all its records stand in
   * alerts that were raised before.
   */
  readonly reason: 'cooldown' | 'already-raised';
  /** Civil date from which on the rule may be raised again; `null` for what was raised already. */
  readonly quietUntil: string | null;
}

/** What one rule found. */
export interface AlertRuleReport {
  /** Id of the rule. */
  readonly rule: string;
  /** Records of the window that meet it. */
  readonly records: number;
  /** Alerts raised. */
  readonly raised: number;
  /** Alerts not raised. */
  readonly suppressed: number;
}

/** A list that rules need. */
export type AlertInputName = 'answers' | 'reviews' | 'slaOutcomes' | 'deliveries' | 'accounts' | 'contacts';

/** Something that kept rules from judging. More codes may be added: treat a `switch` over them as open. */
export type AlertWarning =
  | {
      /** A list that rules need was not handed over, so they were not run. */
      readonly code: 'missing-input';
      /** The list. */
      readonly input: AlertInputName;
      /** Ids of the rules, in code-unit order. */
      readonly rules: readonly string[];
    }
  | {
      /** Records without a date that can be read were left out. */
      readonly code: 'undated-records';
      /** What they are. */
      readonly record: AlertRecordKind;
      /** How many. */
      readonly count: number;
    }
  | {
      /** Answers to a metric of the rule, on another scale or one that runs the other way, were not judged. */
      readonly code: 'other-scale';
      /** Id of the rule. */
      readonly rule: string;
      /** How many. */
      readonly count: number;
    }
  | {
      /** Misses were not judged, because the class of the account is not known. */
      readonly code: 'unknown-class';
      /** Id of the rule. */
      readonly rule: string;
      /** How many. */
      readonly count: number;
    }
  | {
      /** Contacts who never answered, and of whom it is not known since when they are known. */
      readonly code: 'never-heard';
      /** Id of the rule. */
      readonly rule: string;
      /** How many. */
      readonly count: number;
    }
  | {
      /** Alerts for which nobody answers. */
      readonly code: 'no-owner';
      /** How many. */
      readonly count: number;
    };

/** The alerts of a week: plain data. */
export interface WeeklyAlerts {
  /** Day of the review. */
  readonly asOf: string;
  /** First day of the week. */
  readonly from: string;
  /** Last day of the week: that of the review. */
  readonly through: string;
  /** Day from which on records that were not raised before are looked at: `from`, or earlier where asked for. */
  readonly since: string;
  /** The alerts: the worst first, then by account, rule, contact and id in code-unit order; what is unknown comes last. */
  readonly alerts: readonly Alert[];
  /** What was not raised, in the same order. */
  readonly suppressed: readonly SuppressedAlert[];
  /** What each rule found, in the order of the rules. */
  readonly rules: readonly AlertRuleReport[];
  /** What kept rules from judging. */
  readonly warnings: readonly AlertWarning[];
}
