import type { LocalizedText } from '../../core/definition.js';
import type { Condition } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import type { Grant } from './grant.js';
import type { RewardTrigger } from './rewardFact.js';

/** A rule in force is `'active'`; the other states grant nothing. */
export type RuleState = 'draft' | 'active' | 'paused' | 'ended';

/** Days between which a rule is in force, both included. */
export interface RuleValidity {
  /** First day. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly through?: string | undefined;
}

/** Granted at once and for good. */
export interface ImmediateSettlement {
  /** `'immediate'`. */
  readonly mode: 'immediate';
}

/** Reserved first, then posted or voided by what happens later to the same subject and occurrence. */
export interface TwoPhaseSettlement {
  /** `'two-phase'`. */
  readonly mode: 'two-phase';
  /** Events whose facts settle the grant; the fact that brought it about may settle it too. */
  readonly on: readonly string[];
  /** Posts the grant when it holds. */
  readonly post: Condition;
  /** Voids the grant when it holds; where both hold, it is voided. */
  readonly void?: Condition | undefined;
  /** Where the settling fact says how much is posted; the remainder returns. Left out, all is posted. */
  readonly postAmount?: FactPath | undefined;
  /** Days after which what is not settled is voided. */
  readonly voidAfterDays: number;
}

/** When and how a grant is kept for a person to approve. */
export interface RuleApproval {
  /** Amounts above this need an approval. */
  readonly above: number;
  /** Where the fact says that it was given: `true`. */
  readonly fact: FactPath;
}

/** What a cap counts together: one subject, one beneficiary, one account, one network, or everybody. */
export type CapScope = 'subject' | 'beneficiary' | 'account' | 'network' | 'programme';

/** Length of time a cap counts over. */
export type CapPeriod = 'day' | 'week' | 'month' | 'quarter' | 'civil-year' | 'fiscal-year' | 'total';

/** The most that may be granted. */
export interface Cap {
  /** Whose grants are counted together. */
  readonly scope: CapScope;
  /** Over which period, by the day of the fact. */
  readonly period: CapPeriod;
  /** The most, in units of the grant; zero means zero. */
  readonly limit: number;
  /** `'clip'` grants what is left, `'deny'` nothing unless all fits. */
  readonly overflow: 'clip' | 'deny';
  /**
   * Which grants count: those of the rule, or those of all rules in the same unit. Either way the cap limits the rule that has it and no
   * other: to limit all rules together, write it into each.
   * @defaultValue `'rule'`
   */
  readonly across?: 'rule' | 'all-rules' | undefined;
}

/** How a grant is taken back when what it rewarded turns out otherwise. */
export interface RuleReversal {
  /** Events whose facts may take it back. */
  readonly on: readonly string[];
  /** Takes it back when it holds. */
  readonly when: Condition;
  /**
   * `'pending-only'` takes back what is not posted yet, `'within-balance'` what the beneficiary still has, `'full'` all of it, also where
   * that leaves a negative balance, which the entry says.
   */
  readonly policy: 'pending-only' | 'within-balance' | 'full';
  /**
   * Period it is booked in: that of the event which takes it back, or that of the grant.
   * @defaultValue `'current-period'`
   */
  readonly booking?: 'current-period' | 'original-period' | undefined;
  /**
   * Whether the budget gets it back.
   * @defaultValue `false`
   */
  readonly release?: boolean | undefined;
}

/** When points of a grant expire. */
export type RuleExpiry =
  | {
      /** Days after the day of the grant; that day is the last on which they can be spent. */
      readonly afterDays: number;
    }
  | {
      /** Last day of the civil or fiscal year of the grant. */
      readonly endOf: 'civil-year' | 'fiscal-year';
      /** Whole years later. */
      readonly plusYears?: number | undefined;
    };

/** A reward rule: plain JSON that says who is rewarded for what, how much, and within which limits. */
export interface RewardRule {
  /** Version of the language. A document of rules has a `format` of its own beside its `rules`, the version of the document. */
  readonly format: 1;
  /** Id of the rule. */
  readonly id: string;
  /** Version of the rule, from 1. Another version of a rule does not pay again for what was paid. */
  readonly version: number;
  /**
   * Raised to pay again for the same occurrences, on purpose: it is part of what makes a grant unique.
   * @defaultValue 1
   */
  readonly generation?: number | undefined;
  /** Names for people. */
  readonly names?: LocalizedText | undefined;
  /** Only an active rule grants. */
  readonly state: RuleState;
  /** Days between which it is in force, by the day of the fact. */
  readonly validity?: RuleValidity | undefined;
  /** What makes it look at a fact. */
  readonly trigger: RewardTrigger;
  /** Where the fact says who earns the reward: text or a whole number. */
  readonly subject: FactPath;
  /** Where the fact says what is rewarded, once for each subject: an order, an incident, the key of a period. */
  readonly occurrence: FactPath;
  /** Where the fact names the account, for caps. */
  readonly account?: FactPath | undefined;
  /** Where the fact names the network, for caps. */
  readonly network?: FactPath | undefined;
  /** Grants when it holds. */
  readonly when: Condition;
  /** What is granted. */
  readonly grant: Grant;
  /** How the grant becomes final; left out, at once. */
  readonly settle?: ImmediateSettlement | TwoPhaseSettlement | undefined;
  /** Which grants wait for an approval. */
  readonly approval?: RuleApproval | undefined;
  /** The most that may be granted. */
  readonly caps?: readonly Cap[] | undefined;
  /** Id of the budget it is paid from. */
  readonly budget?: string | undefined;
  /** Of the rules of one group, one grants for a subject and occurrence: the first by priority, then by id. */
  readonly exclusiveGroup?: string | undefined;
  /**
   * Rules of a higher priority come first to caps, budgets and exclusive groups.
   * @defaultValue 0
   */
  readonly priority?: number | undefined;
  /** How a grant is taken back. */
  readonly reversal?: RuleReversal | undefined;
  /** When points expire; left out, never. */
  readonly expiry?: RuleExpiry | undefined;
  /** Days after a period closed in which late facts still correct it, in mode `'rebuild'`; left out, without limit. */
  readonly correctionWindowDays?: number | undefined;
  /** Whether what is unknown waits for its facts or is denied. */
  readonly onUnknown: 'hold' | 'deny';
}
