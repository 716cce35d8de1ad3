import type { SharedConditions } from '../conditions/compileCondition.js';
import type { Condition } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import type { RewardRule } from '../rules/rewardRule.js';
import type { RuleFinding } from './ruleFinding.js';
import { conditionsOf, walkCondition } from './walkConditions.js';

/** The smallest sample on which a status by value is more than luck. */
const FEWEST = 30;

/** Ids of the metrics that people make by answering. */
const SCORES: readonly string[] = [
  'nps',
  'partner-nps',
  'employee-nps',
  'account-nps',
  'csat',
  'csat-ten-point',
  'csat-good-bad',
  'csat-custom',
  'csat-mean',
  'csat-net',
  'ces',
  'ces-share',
  'ces-net',
  'ces-2',
  'ces-2-share',
  'ces-2-net',
  'ces-1',
  'ces-1-share',
  'ces-1-net',
  'satisfaction-index',
  'dealer-satisfaction-index',
  'review-rating',
  'net-sentiment',
];

/** Tells whether a path names the Net Promoter Score: `npsScore`, `partner_nps`, `netPromoterScore`. */
function namesNps(path: FactPath): boolean {
  return path.some((name) => {
    const words = name
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/);
    return words.includes('nps') || (words.includes('promoter') && words.includes('score'));
  });
}

/** The facts that a condition reads by itself. */
function pathsOf(condition: Condition): FactPath[] {
  if (condition.op === 'same-period') return [condition.a, condition.b];
  if ('field' in condition) return [condition.over, condition.field];
  if ('over' in condition && condition.op !== 'metric') return [condition.over];
  if (!('fact' in condition)) return [];
  const other = 'value' in condition && typeof condition.value === 'object' ? [condition.value.fact] : [];
  return [condition.fact, ...other];
}

/** Where a rule rewards a score that people give, or a metric that rests on too little. */
export function checkScores(rule: RewardRule, shared: SharedConditions): RuleFinding[] {
  const found: RuleFinding[] = [];
  const { id, trigger, grant } = rule;
  const warn = { severity: 'warning', rule: id } as const;
  const score = (path: RuleFinding['path'], metric: string | null, fact: FactPath | null): unknown =>
    found.push({ code: 'rewards-score', ...warn, path, metric, fact });
  if (trigger.kind === 'metric-result' && SCORES.includes(trigger.metric))
    score(['trigger', 'metric'], trigger.metric, null);
  if (grant.kind !== 'badge' && grant.amount.kind !== 'fixed' && namesNps(grant.amount.fact))
    score(['grant', 'amount', 'fact'], null, grant.amount.fact);
  for (const { condition, path } of conditionsOf(rule).flatMap((own) => walkCondition(own, shared))) {
    for (const fact of pathsOf(condition)) if (namesNps(fact)) score(path, null, fact);
    if (condition.op !== 'metric') continue;
    const { metric, test, minimumSample = 0 } = condition;
    if (SCORES.includes(metric)) score(path, metric, null);
    if (minimumSample === 0) found.push({ code: 'no-minimum-sample', ...warn, path, metric, minimumSample });
    if ('by' in test && test.by === 'point' && minimumSample < FEWEST)
      found.push({ code: 'point-status', ...warn, path, metric, minimumSample });
  }
  return found;
}
