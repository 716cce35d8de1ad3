import { requireOptions } from '../../core/options.js';
import { missingFacts } from '../conditions/traceLeaves.js';
import type { RewardDecision } from '../evaluation/rewardDecision.js';
import type { FactPath } from '../conditions/factPath.js';
import { findRule } from './checkedRule.js';
import type { ExplainOptions } from './explainOptions.js';
import { budgetReason, capReason } from './limitWords.js';
import { outcomeInEnglish } from './outcomeInEnglish.js';
import { outcomeInFrench } from './outcomeInFrench.js';
import { requireDecision } from './requireDecision.js';
import { resolveSpeech } from './speech.js';
import { tellDecision, type ToldDecision } from './toldDecision.js';
import { traceReasons } from './traceReasons.js';

/** A decision in words. */
export interface RewardExplanation {
  /** How the rule decided, whom for and on what; a second sentence where there is a deadline. */
  readonly summary: string;
  /** Why, one sentence each: what conditions expected and found, what is missing, what caps and budget did. */
  readonly reasons: readonly string[];
}

function lackReason({ speech, rule }: ToldDecision, path: FactPath): string {
  const { say, fact, quote, name } = speech;
  const [first, id] = path;
  if (rule?.budget !== undefined && first === 'budgets' && id === rule.budget) {
    const budget = quote(name(id));
    return say({ en: `Budget ${budget} was not given.`, fr: `Le budget ${budget} n’a pas été fourni.` });
  }
  const words = fact(path);
  return say({ en: `Missing or unusable: ${words}.`, fr: `Manquant ou inutilisable\u202f: ${words}.` });
}

function reasonsOf(told: ToldDecision): string[] {
  const { speech, decision, quantity } = told;
  const { trace, missing, failing, caps, budget } = decision;
  const traces = trace === null ? failing.map((own) => own.trace) : [trace];
  // What the condition lacks is told where it is told.
  const known = new Set(traces.flatMap((own) => missingFacts(own)).map((path) => JSON.stringify(path)));
  return [
    ...traces.flatMap((own) => traceReasons(speech, own)),
    ...missing.filter((path) => !known.has(JSON.stringify(path))).map((path) => lackReason(told, path)),
    ...caps.map((cap) => capReason(speech, cap, quantity)),
    ...(budget === null ? [] : [budgetReason(speech, budget, quantity)]),
  ];
}

/**
 * Explains in full sentences, in British English or French, how a rule decided on a fact, and why.
 *
 * Use it wherever the people concerned read decisions: on the page of a member, in the answer to "why did I get nothing?", in an audit.
 * Only what the decision holds is said; with the `rules` at hand, what they add to it.
 *
 * @param decision - A decision of {@link evaluateRewards}.
 * @param options - The `locale`, English unless given; names of facts, ids and units; the rules that decided.
 * @returns A summary, and one sentence for each reason: of every condition that decided with what it expected and found, of every fact
 * that is missing, of every cap and of the budget. Of the elements of a list the first three that decided are told.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no decision, `CX_INVALID_OPTION` for an option out of place,
 * and `CX_INVALID_RULE` when the rule that decided is not written as the language says.
 * @remarks More outcomes, operators and reasons may come with later versions: a general sentence then names their code. Amounts are read
 * as money where the rule grants money or gifts; without the rule, where their unit is a code of ISO 4217.
 * @example
 * ```ts
 * import { evaluateRewards, explainDecision, type RewardRule } from 'cx-scoring/rewards';
 *
 * const rule: RewardRule = {
 *   format: 1,
 *   id: 'field-insight',
 *   version: 1,
 *   state: 'active',
 *   trigger: { kind: 'event', event: 'insight.validated' },
 *   subject: ['author', 'id'],
 *   occurrence: ['insight', 'id'],
 *   when: { op: 'eq', fact: ['insight', 'actionable'], value: true },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   onUnknown: 'hold',
 * };
 * const data = { author: { id: 'lea' }, insight: { id: 'i7', actionable: false } };
 * const fact = { id: 'f1', trigger: rule.trigger, on: '2026-11-02', data };
 * const [decision] = evaluateRewards({ rules: [rule], facts: [fact], asOf: '2026-11-30' }).decisions;
 * const told = decision && explainDecision(decision);
 * told?.summary; // => 'Rule ‘field-insight’ grants nothing to lea for i7 on 2026-11-02: its condition does not hold.'
 * told?.reasons; // => ['Expected: insight › actionable is true; found: false.']
 * ```
 */
export function explainDecision(decision: RewardDecision, options: ExplainOptions = {}): RewardExplanation {
  const where = 'explainDecision';
  requireOptions(where, options);
  requireDecision(where, decision);
  const speech = resolveSpeech(where, options);
  const { rules = [], shared = {} } = options;
  const told = tellDecision(speech, decision, findRule(where, rules, shared, decision));
  const isFrench = speech.locale.language === 'fr';
  return { summary: isFrench ? outcomeInFrench(told) : outcomeInEnglish(told), reasons: reasonsOf(told) };
}
