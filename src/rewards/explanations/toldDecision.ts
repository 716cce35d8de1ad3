import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import type { LocalizedText } from '../../core/definition.js';
import type { RewardDecision } from '../evaluation/rewardDecision.js';
import type { RewardRule, TwoPhaseSettlement } from '../rules/rewardRule.js';
import { phasesOf } from '../rules/ruleParts.js';
import { rewardWords } from './rewardWords.js';
import type { Speech } from './speech.js';

/** A decision with the words for its parts. */
export interface ToldDecision {
  /** The words. */
  readonly speech: Speech;
  /** The decision. */
  readonly decision: RewardDecision;
  /** Its rule; `null` where it was not given. */
  readonly rule: RewardRule | null;
  /** Name of the rule, between quotation marks. */
  readonly name: string;
  /** What is granted, with the name of the badge or the kind of gift. */
  readonly reward: (amount: number) => string;
  /** An amount in the unit of the grant. */
  readonly quantity: (amount: number) => string;
}

/** Title of a rule: as the caller names it, as the rule names itself, or its id. */
export function ruleTitle({ say, name }: Speech, id: string, rule: RewardRule | null): string {
  const own = name(id);
  const given: unknown = own === id && rule?.names !== undefined ? say(Object(rule.names) as LocalizedText) : own;
  return typeof given === 'string' ? given : own;
}

/** Puts together what is told of a decision. */
export function tellDecision(speech: Speech, decision: RewardDecision, rule: RewardRule | null): ToldDecision {
  const kind = rule === null ? null : rule.grant.kind;
  const quantity = (amount: number): string => speech.quantity(kind, decision.unit, amount);
  return {
    speech,
    decision,
    rule,
    quantity,
    name: speech.quote(ruleTitle(speech, decision.rule, rule)),
    reward: (amount) => {
      const text = quantity(amount);
      return rule === null ? text : rewardWords(speech, rule.grant, text);
    },
  };
}

/** The two phases of the rule; `null` where it is not given, or grants at once. */
export function phasesTold({ rule }: ToldDecision): TwoPhaseSettlement | null {
  return rule && phasesOf(rule);
}

/** The last day on which a grant set aside on the day of the decision can be settled; `null` where it is not known. */
export function lastDayTold(told: ToldDecision): string | null {
  const phases = phasesTold(told);
  return phases && toCivilDate(toDayNumber(told.decision.on) + phases.voidAfterDays);
}

/** Tells what settled a pending grant from what limited a new one: only the latter met a cap or a budget. */
export function isSettled({ caps, budget }: RewardDecision): boolean {
  return caps.length === 0 && budget === null;
}
