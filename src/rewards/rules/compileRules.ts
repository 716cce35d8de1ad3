import { requireOption, requireOptions } from '../../core/options.js';
import type { SharedConditions } from '../conditions/compileCondition.js';
import { requireRule } from '../conditions/compiledCondition.js';
import { compileRule, type CompiledRule } from './compiledRule.js';
import type { RewardTrigger } from './rewardFact.js';
import type { Cap, RewardRule } from './rewardRule.js';

/** Rules compiled once, to be evaluated many times: facts find their rules by what triggers them, not by going through all. */
export interface CompiledRules {
  /**
   * The rules, in code-unit order of their ids.
   *
   * @internal
   */
  readonly rules: readonly CompiledRule[];
  /** Month the programme's fiscal year starts in. */
  readonly fiscalYearStart: number;
  /**
   * The rules that a trigger makes look at a fact.
   *
   * @internal
   */
  readonly triggered: (trigger: RewardTrigger) => readonly CompiledRule[];
  /**
   * The rules in two phases that an event may settle.
   *
   * @internal
   */
  readonly settledBy: (event: string) => readonly CompiledRule[];
  /**
   * The rules whose grants an event may take back.
   *
   * @internal
   */
  readonly reversedBy: (event: string) => readonly CompiledRule[];
  /**
   * The rules that a budget pays, the first of each unit.
   *
   * @internal
   */
  readonly paidBy: (budget: string) => readonly CompiledRule[];
  /**
   * The caps that all rules of a unit share, the first of each scope and period.
   *
   * @internal
   */
  readonly sharedCaps: (unit: string) => readonly Cap[];
  /**
   * A rule by its id.
   *
   * @internal
   */
  readonly find: (id: string) => CompiledRule | undefined;
}

/** Options of {@link compileRules}. */
export interface CompileRulesOptions {
  /** Conditions that rules share, by the id that `ref` names. */
  readonly shared?: SharedConditions | undefined;
  /**
   * Month, 1..12, the fiscal year starts in: quarters and years of conditions and caps follow it.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

function keyOfTrigger(trigger: RewardTrigger): string {
  const { kind } = trigger;
  const name = kind === 'event' ? trigger.event : kind === 'period-close' ? trigger.period : trigger.metric;
  return JSON.stringify([kind, name]);
}

/** Lists by key; of items that are to be told apart by a text, the first of each. */
function indexBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
  textOf?: (item: Item) => string,
): (key: string) => readonly Item[] {
  const index = new Map<string, Map<unknown, Item>>();
  for (const item of items)
    for (const key of keysOf(item)) {
      let own = index.get(key);
      if (own === undefined) index.set(key, (own = new Map<unknown, Item>()));
      const text = textOf === undefined ? item : textOf(item);
      if (!own.has(text)) own.set(text, item);
    }
  const lists = new Map(Array.from(index, ([key, own]) => [key, Array.from(own.values())]));
  return (key) => lists.get(key) ?? [];
}

/**
 * Compiles reward rules once, to be evaluated many times.
 *
 * Use it in a service that decides on facts as they come: compiling checks the rules and turns their conditions into functions, without
 * generating code, and facts then find their rules by trigger.
 *
 * @param rules - The rules, as `parseRewardRules` of `cx-scoring/schemas` gives them.
 * @param options - Shared conditions and the start of the fiscal year.
 * @returns What `evaluateRewards` takes in the place of rules.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE`, naming rule and field, when a rule is not written as the language says or
 * two rules have one id.
 * @example
 * ```ts
 * import { compileRules, type RewardRule } from 'cx-scoring/rewards';
 *
 * const rule: RewardRule = {
 *   format: 1,
 *   id: 'field-insight',
 *   version: 1,
 *   state: 'active',
 *   trigger: { kind: 'event', event: 'insight.submitted' },
 *   subject: ['author', 'id'],
 *   occurrence: ['insight', 'id'],
 *   when: { op: 'eq', fact: ['insight', 'actionable'], value: true },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   onUnknown: 'hold',
 * };
 * compileRules([rule], { fiscalYearStart: 4 }).fiscalYearStart; // => 4
 * compileRules([rule, rule]); // throws /id/
 * ```
 */
export function compileRules(rules: readonly RewardRule[], options: CompileRulesOptions = {}): CompiledRules {
  requireOptions('compileRules', options);
  const { shared = {}, fiscalYearStart = 1 } = options;
  const isMonth = Number.isInteger(fiscalYearStart) && fiscalYearStart >= 1 && fiscalYearStart <= 12;
  requireOption(isMonth, 'compileRules', 'fiscalYearStart', 'a month from 1 to 12', fiscalYearStart);
  requireRule(Array.isArray(rules), 'compileRules', 'rules', 'a list', rules);
  const compiled = rules.map((rule) => compileRule('compileRules', rule, shared, fiscalYearStart));
  compiled.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const byId = new Map(compiled.map((own) => [own.rule.id, own]));
  const twice = compiled.find((own, at) => at > 0 && own.rule.id === compiled[at - 1]?.rule.id);
  requireRule(twice === undefined, 'compileRules', 'id of a rule', 'its own', twice?.rule.id);
  const byTrigger = indexBy(compiled, ({ rule: { trigger } }) => [keyOfTrigger(trigger)]);
  const capsOfAll = compiled.flatMap(({ rule: { grant, caps = [] } }) =>
    caps.filter(({ across }) => across === 'all-rules').map((cap) => ({ unit: grant.unit, cap })),
  );
  const capsByUnit = indexBy(
    capsOfAll,
    ({ unit }) => [unit],
    ({ cap }) => `${cap.scope} ${cap.period}`,
  );
  return {
    rules: compiled,
    fiscalYearStart,
    triggered: (trigger) => byTrigger(keyOfTrigger(trigger)),
    settledBy: indexBy(compiled, ({ rule: { settle } }) => (settle?.mode === 'two-phase' ? settle.on : [])),
    reversedBy: indexBy(compiled, ({ rule: { reversal } }) => reversal?.on ?? []),
    paidBy: indexBy(
      compiled,
      ({ rule: { budget } }) => (budget === undefined ? [] : [budget]),
      ({ rule }) => rule.grant.unit,
    ),
    sharedCaps: (unit) => capsByUnit(unit).map(({ cap }) => cap),
    find: (id) => byId.get(id),
  };
}
