/** How much an alert matters, the worst first. */
export type AlertSeverity = 'high' | 'medium' | 'low';

/** Who answers for an alert: the owner of its account, with somebody for accounts that have none, or always the same. */
export type AlertOwnerRule =
  | {
      /** The owner that the account names. */
      readonly from: 'account';
      /** Who answers where no owner is known; `null` for nobody. */
      readonly otherwise: string | null;
    }
  | {
      /** Always the same. */
      readonly from: 'name';
      /** A person or a team. */
      readonly owner: string;
    };

/** The scale of the question that a threshold is set on. */
export interface AlertScale {
  /** Lowest point. */
  readonly minimum: number;
  /** Highest point. */
  readonly maximum: number;
}

/** What every alert rule has. */
export interface AlertRuleBase<Kind extends string> {
  /** What is looked at. More kinds may be added: treat a `switch` over them as open. */
  readonly kind: Kind;
  /** Id of the rule, each once in a list. */
  readonly id: string;
  /** How much its alerts matter. */
  readonly severity: AlertSeverity;
  /** Who answers for its alerts. */
  readonly owner: AlertOwnerRule;
  /** Days after an alert during which the same rule stays quiet on the same contact or account, a whole number; 0 for none. */
  readonly cooldownDays: number;
  /** Where the threshold comes from. */
  readonly source: string;
}

/** What every rule about the level of an answer has. */
export interface LevelAlertRule<Kind extends string> extends AlertRuleBase<Kind> {
  /** Ids of the metrics whose answers it reads. */
  readonly metrics: readonly string[];
  /** The scale that its threshold is set on: answers on another one are not judged. */
  readonly scale: AlertScale;
}

/** A low score, such as that of a detractor. It reads answers on scales where high is good. */
export interface ScoreAtMostRule extends LevelAlertRule<'score-at-most'> {
  /** Highest answer that raises an alert. */
  readonly most: number;
}

/** Much effort on a scale of ease, where low is bad: that of the default effort score and of CES 2.0. */
export interface EffortAtMostRule extends LevelAlertRule<'effort-at-most'> {
  /** Highest answer that raises an alert. */
  readonly most: number;
}

/** Much effort on a scale of effort, where high is bad: that of CES 1.0. */
export interface EffortAtLeastRule extends LevelAlertRule<'effort-at-least'> {
  /** Lowest answer that raises an alert. */
  readonly least: number;
}

/** A review of few stars. */
export interface StarsAtMostRule extends LevelAlertRule<'stars-at-most'> {
  /** Most stars that raise an alert. */
  readonly most: number;
}

/** A service level that was breached. */
export interface SlaBreachedRule extends AlertRuleBase<'sla-breached'> {
  /** Priorities of the tickets that it looks at; all unless given. */
  readonly priorities?: readonly string[];
}

/** An order, or a line of one, that was not delivered on time and in full. */
export interface OtifMissedRule extends AlertRuleBase<'otif-missed'> {
  /** Classes of the accounts that it looks at, in the company's own words. */
  readonly accountClasses: readonly string[];
}

/** A contact who has not answered for a while. */
export interface ContactSilentRule extends AlertRuleBase<'contact-silent'> {
  /** Days without an answer from which on there is an alert, a whole number from 1. */
  readonly days: number;
  /** Roles of the contacts that it looks at; all unless given. */
  readonly roles?: readonly string[];
}

/** A rule about single events: each is plain JSON, and none needs statistics, since each event is a reason to call. */
export type AlertRule =
  | ScoreAtMostRule
  | EffortAtMostRule
  | EffortAtLeastRule
  | StarsAtMostRule
  | SlaBreachedRule
  | OtifMissedRule
  | ContactSilentRule;

/** What a rule looks at. */
export type AlertRuleKind = AlertRule['kind'];

/** The severities, in the order of alerts. */
export const ALERT_SEVERITIES: readonly AlertSeverity[] = ['high', 'medium', 'low'];
