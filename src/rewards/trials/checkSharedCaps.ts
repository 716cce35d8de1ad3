import type { Cap, RewardRule } from '../rules/rewardRule.js';
import type { RuleFinding } from './ruleFinding.js';

function isShared({ across }: Cap): boolean {
  return across === 'all-rules';
}

function hasLike({ caps = [] }: RewardRule, { scope, period }: Cap): boolean {
  return caps.some((own) => isShared(own) && own.scope === scope && own.period === period);
}

/**
 * Where a cap counts what all rules of a unit grant and other active rules go on granting above it, since they do not have it. Its limit may
 * differ, and the days in force do not matter: a rule that follows another grants above a cap of the year too.
 */
export function checkSharedCaps(rules: readonly RewardRule[]): RuleFinding[] {
  const active = rules.filter(({ state }) => state === 'active');
  return active.flatMap(({ id, grant: { unit }, caps = [] }) =>
    caps.flatMap((cap, at): RuleFinding[] => {
      if (!isShared(cap)) return [];
      const others = active
        .filter((other) => other.grant.unit === unit && !hasLike(other, cap))
        .map((other) => other.id);
      if (others.length === 0) return [];
      return [{ code: 'shared-cap-missing', severity: 'warning', rule: id, path: ['caps', at], unit, others }];
    }),
  );
}
