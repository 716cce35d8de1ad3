import { toDayNumber, type Random } from 'cx-scoring';
import type { Account } from './company.js';
import { YEAR_AGO } from './days.js';
import type { Order } from './orders.js';

/** A customer over the last twelve months. Amounts are in euro cents. */
export interface CustomerYear {
  readonly account: string;
  readonly activeAtStart: boolean;
  readonly activeAtEnd: boolean;
  /** Revenue of the year before and of the year; `null` where the books do not show it. */
  readonly startRevenue: number | null;
  readonly endRevenue: number | null;
}

/** What an account says it spends, in euro cents. */
export interface Wallet {
  readonly account: string;
  readonly spend: number;
  readonly categorySpend: number | null;
}

/** What was known of a customer a year ago, and what became of it. */
export interface PastHealth {
  readonly account: string;
  /** Orders of the last half year, as a share of those of the last year: 0.5 for one that orders as before. */
  readonly trend: number | null;
  /** Days since the last order, at most 180. */
  readonly silence: number;
  /** Last answer to the question of recommendation, 0 to 10; `null` where nobody answered. */
  readonly recommends: number | null;
  /** Whether it left within the year that followed. */
  readonly left: boolean;
}

/** First quarter of the last twelve months, counted from 0, and the newest one. */
const YEAR_BEGINS = 8;
const NEWEST = 11;

/** Makes the revenue of two years, one account after the other. */
export function createCustomerYears(random: Random, accounts: readonly Account[]): CustomerYear[] {
  return accounts.map(({ id, revenue, first, last }) => {
    const activeAtStart = first < YEAR_BEGINS && last >= YEAR_BEGINS;
    const activeAtEnd = last === NEWEST;
    const growth = 0.72 + 0.6 * random();
    const end = activeAtEnd ? revenue && Math.round(revenue * growth) : 0;
    return { account: id, activeAtStart, activeAtEnd, startRevenue: activeAtStart ? revenue : 0, endRevenue: end };
  });
}

/** Makes what sixty accounts declare; one says it spends more here than everywhere. */
export function createWallets(random: Random, years: readonly CustomerYear[]): Wallet[] {
  return years
    .flatMap(({ account, endRevenue }) =>
      endRevenue !== null && endRevenue > 0 ? [{ account, spend: endRevenue }] : [],
    )
    .slice(0, 60)
    .map(({ account, spend }, index) => {
      const others = 2.4 * random() * random();
      const all = Math.round(spend * (1 + others));
      return { account, spend, categorySpend: index === 20 ? Math.round(spend / 2) : random() < 0.06 ? null : all };
    });
}

/** Looks back at the customers of a year ago. */
export function createPastHealth(random: Random, accounts: readonly Account[], orders: readonly Order[]): PastHealth[] {
  return accounts
    .filter(({ first, last }) => first < YEAR_BEGINS - 1 && last >= YEAR_BEGINS)
    .map(({ id, mood, last }) => {
      const ages = orders
        .filter(({ accountId }) => accountId === id)
        .map(({ at }) => YEAR_AGO - toDayNumber(at))
        .filter((age) => age >= 0 && age < 360);
      const recent = ages.filter((age) => age < 180).length;
      const score = Math.round(8 + 1.9 * mood + 2 * random() - 1);
      return {
        account: id,
        trend: ages.length > 0 ? recent / ages.length : null,
        silence: Math.min(180, ...ages),
        recommends: random() < 0.15 ? null : Math.min(10, Math.max(0, score)),
        left: last < NEWEST,
      };
    });
}
