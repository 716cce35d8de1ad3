import type { Cart, CatalogueItem, FieldReport, LearningAssignment, PortalAction, Random } from 'cx-scoring';
import { pick, type Account } from './company.js';
import { between, dateOf, LAST_DAY, QUARTER_DAY } from './days.js';

function upToNow(day: number): string | undefined {
  return day <= LAST_DAY ? dateOf(day) : undefined;
}

/** Makes what the accounts did in the portal: some everything, some no more than logging in, many nothing. */
export function createPortalActions(random: Random, accounts: readonly Account[]): PortalAction[] {
  const actions: PortalAction[] = [];
  for (const { id: accountId } of accounts) {
    const habit = random();
    const kinds = habit < 0.5 ? ['order', 'quote', 'sheet-view', 'stock', 'log-in'] : habit < 0.62 ? ['log-in'] : [];
    const count = kinds.length > 0 ? between(random, 1, 12) : 0;
    for (let i = 0; i < count; i++) {
      actions.push({ accountId, at: dateOf(between(random, LAST_DAY - 130, LAST_DAY)), kind: pick(random, kinds) });
    }
  }
  // A test account, and an action whose account was lost on the way.
  return [
    ...actions,
    { accountId: 'TEST', at: dateOf(LAST_DAY), kind: 'order' },
    { at: dateOf(LAST_DAY), kind: 'order' },
  ];
}

/** Makes the carts of the newest quarter: between companies many end as an order by phone. */
export function createCarts(random: Random, accounts: readonly Account[]): Cart[] {
  return Array.from({ length: 260 }, (_, index): Cart => {
    const day = between(random, QUARTER_DAY, LAST_DAY);
    const fate = random();
    const online = fate < 0.58 ? upToNow(day + between(random, 0, 4)) : undefined;
    const offline = fate > 0.84 ? upToNow(day + between(random, 1, 18)) : undefined;
    return {
      id: `K${String(index + 1).padStart(3, '0')}`,
      accountId: pick(random, accounts).id,
      createdAt: dateOf(day),
      orderedAt: online,
      // One order was linked to the wrong cart.
      offlineOrderedAt: index === 77 ? dateOf(day - 3) : offline,
    };
  });
}

/** Makes the catalogue: each product on two channels in four languages, with what is filled of what is asked for. */
export function createCatalogue(random: Random): CatalogueItem[] {
  return Array.from({ length: 40 }, (_, product) =>
    (['web', 'dealers'] as const).flatMap((channel) => {
      const required = between(random, 9, 18);
      return (['fr', 'de', 'nl', 'es'] as const).map((locale): CatalogueItem => {
        const gaps = random() < (locale === 'fr' || locale === 'de' ? 0.25 : 0.6) ? between(random, 1, 6) : 0;
        const filled = product === 11 && channel === 'web' && locale === 'nl' ? required + 1 : required - gaps;
        return { productId: `P${String(product + 1).padStart(2, '0')}`, channel, locale, required, filled };
      });
    }),
  ).flat();
}

/** Makes the training of the dealers' people: three modules that are due and one that is not. */
export function createLearning(random: Random, dealers: readonly Account[]): LearningAssignment[] {
  return dealers.flatMap(({ id: accountId, contacts }) => {
    const zeal = 0.45 + 0.5 * random();
    return contacts.flatMap((contact) =>
      (['safety', 'range', 'returns', 'heat-pumps'] as const).map((moduleId): LearningAssignment => {
        const assigned = between(random, LAST_DAY - 170, LAST_DAY - 5);
        const isDone = random() < (moduleId === 'safety' ? zeal + 0.1 : zeal);
        return {
          id: `${contact.id}-${moduleId}`,
          accountId,
          moduleId,
          optional: moduleId === 'heat-pumps',
          assignedAt: dateOf(assigned),
          completedAt: isDone ? upToNow(assigned + between(random, 1, 60)) : undefined,
        };
      }),
    );
  });
}

/** The salespeople who were on the road in the newest quarter. */
export const CONTRIBUTORS: readonly string[] = Array.from(
  { length: 16 },
  (_, index) => `rep-${String(index + 1).padStart(2, '0')}`,
);

/** Makes what comes back from the field: a few tell much, some nothing. */
export function createFieldReports(random: Random, accounts: readonly Account[]): FieldReport[] {
  const reports: FieldReport[] = [];
  for (const authorId of [...CONTRIBUTORS, 'rep-who-left']) {
    const zeal = random();
    const count = zeal < 0.2 ? 0 : Math.floor(14 * zeal * zeal) + 1;
    for (let i = 0; i < count; i++) {
      const day = between(random, QUARTER_DAY - 12, LAST_DAY);
      const isFollowed = random() < 0.6;
      const head = {
        id: `R${String(reports.length + 1).padStart(3, '0')}`,
        at: dateOf(day),
        authorId,
        accountId: pick(random, accounts).id,
        followedUpAt: isFollowed ? upToNow(day + between(random, 0, 14)) : undefined,
      };
      const kind = random();
      if (kind < 0.55) reports.push({ ...head, kind: 'visit', objections: ['price'] });
      else if (kind < 0.85) reports.push({ ...head, kind: 'quick', incident: 'no label' });
      else reports.push({ ...head, kind: 'hotline', reason: 'availability' });
    }
  }
  return reports;
}
