import { requireOption, requireOptions } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import type { SharedConditions } from '../conditions/compileCondition.js';
import { requireBudgets } from '../evaluation/rewardInput.js';
import type { RewardBudget } from '../rules/budget.js';
import { compileRules, type CompileRulesOptions } from '../rules/compileRules.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { checkLimits, checkParts } from './checkLimits.js';
import { checkPairs } from './checkPairs.js';
import { checkScores } from './checkScores.js';
import { checkSharedCaps } from './checkSharedCaps.js';
import { mayHold } from './mayHold.js';
import type { RuleFinding } from './ruleFinding.js';
import { conditionsOf } from './walkConditions.js';

/** What {@link checkRules} checks rules against; what is left out is not checked. */
export interface CheckRulesOptions extends CompileRulesOptions {
  /** The budgets of the programme: all of them. */
  readonly budgets?: readonly RewardBudget[] | undefined;
  /** Names of the events that some system sends: all of them. */
  readonly events?: readonly string[] | undefined;
  /** Civil date of the check: rules that are not in force on it are told. */
  readonly asOf?: string | undefined;
  /** How the programme is evaluated: a correction window has an effect in mode `'rebuild'` only. */
  readonly mode?: 'append' | 'rebuild' | undefined;
}

function checkConditions(rule: RewardRule, shared: SharedConditions): RuleFinding[] {
  const unreachable = conditionsOf(rule)
    .filter(({ condition }) => mayHold([{ condition, want: 'true' }], shared) === 'impossible')
    .map(({ path }): RuleFinding => ({ code: 'unreachable', severity: 'error', rule: rule.id, path }));
  const { id, when } = rule;
  if (mayHold([{ condition: when, want: 'false' }], shared) !== 'impossible') return unreachable;
  // What neither holds nor fails is unreachable, and that says it all.
  return unreachable.some(({ path }) => path[0] === 'when')
    ? unreachable
    : [{ code: 'always-true', severity: 'warning', rule: id, path: ['when'] }, ...unreachable];
}

/**
 * Checks reward rules for what is written correctly and still wrong: conditions that can never hold, rewards without a limit, two rules
 * that pay for one thing, a cap on all rules that only one of them has, a score that is rewarded.
 *
 * Use it when rules are written, beside `simulate`, which needs facts. Rules that are not written as the language says are refused, not
 * found: `parseRewardRules` of `cx-scoring/schemas` lists what is wrong with them.
 *
 * @param rules - The rules, drafts included; only active rules are checked against each other.
 * @param options - Shared conditions, and what the rules are checked against: budgets, events, the day.
 * @returns The findings, in code-unit order of rule, place and code; none when nothing was found.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` for a rule that is not written as the language says or a budget of another
 * unit, and `CX_INVALID_OPTION` for an option out of place.
 * @remarks `'unreachable'`, `'always-true'` and `'shadowed'` are proved: for no fact whatever it is otherwise. The proof goes through the
 * cases of a condition with what each leaves possible of every fact; where that takes more than 4,096 cases, nothing is said. What cannot
 * be told apart there, such as sums over the same list, is taken to be possible, so that not everything unreachable is found.
 * @example
 * ```ts
 * import { checkRules, type RewardRule } from 'cx-scoring/rewards';
 *
 * const rule: RewardRule = {
 *   format: 1,
 *   id: 'promoters',
 *   version: 1,
 *   state: 'draft',
 *   trigger: { kind: 'event', event: 'survey.answered' },
 *   subject: ['branch'],
 *   occurrence: ['answer'],
 *   when: { op: 'gte', fact: ['npsScore'], value: 9 },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   onUnknown: 'hold',
 * };
 * checkRules([rule]).map(({ code }) => code); // => ['never-capped', 'rewards-score']
 * const never = { op: 'all', of: [rule.when, { op: 'lt', fact: ['npsScore'], value: 5 }] } as const;
 * checkRules([{ ...rule, when: never }]).some(({ code }) => code === 'unreachable'); // => true
 * ```
 */
export function checkRules(rules: readonly RewardRule[], options: CheckRulesOptions = {}): RuleFinding[] {
  requireOptions('checkRules', options);
  const { shared = {}, fiscalYearStart, budgets, events, asOf, mode } = options;
  requireOption(Object(shared) === shared, 'checkRules', 'shared', 'conditions by id', shared);
  const isDay = asOf === undefined || isCivilDate(asOf);
  requireOption(isDay, 'checkRules', 'asOf', 'a civil date YYYY-MM-DD', asOf);
  const isEvents = events === undefined || (Array.isArray(events) && events.every((name) => typeof name === 'string'));
  requireOption(isEvents, 'checkRules', 'events', 'a list of names', events);
  const isMode = mode === undefined || mode === 'append' || mode === 'rebuild';
  requireOption(isMode, 'checkRules', 'mode', '"append" or "rebuild"', mode);
  const compiled = compileRules(rules, { shared, fiscalYearStart });
  if (budgets !== undefined) requireBudgets(compiled, budgets);
  const own = compiled.rules.map(({ rule }) => rule);
  const findings = [
    ...own.flatMap((rule) => [
      ...checkConditions(rule, shared),
      ...checkLimits(rule, options),
      ...checkParts(rule, options),
      ...checkScores(rule, shared),
    ]),
    ...checkPairs(own, shared),
    ...checkSharedCaps(own),
  ];
  const places = findings.map((finding) => {
    const { rule, path, code } = finding;
    const place = [
      rule,
      ...path.map((step) => (typeof step === 'number' ? String(step).padStart(4, '0') : step)),
      code,
    ];
    return { finding, text: JSON.stringify([place, finding]) };
  });
  return places.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ finding }) => finding);
}
