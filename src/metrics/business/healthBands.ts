import type { Interval } from '../../core/interval.js';
import { midRanks } from '../../statistics/midRanks.js';
import { wilsonInterval } from '../../statistics/proportionInterval.js';

/** An account whose score and outcome are known. */
export interface JudgedAccount {
  /** Health score before. */
  readonly score: number;
  /** 1 for an account that left afterwards, 0 for one that stayed. */
  readonly event: number;
}

/** A band of scores with what became of its accounts. */
export interface HealthBand {
  /** Lowest score in it. */
  readonly from: number;
  /** Highest score in it. */
  readonly to: number;
  /** Accounts in it. */
  readonly accounts: number;
  /** Accounts of it that left. */
  readonly churned: number;
  /** Their share, 0..1. */
  readonly rate: number;
  /** Wilson's interval of that share. */
  readonly interval: Interval;
}

/** What the lowest scores tell of churn. */
export interface HealthLift {
  /** Share of the accounts looked at, those with the lowest scores. */
  readonly share: number;
  /** Share of them that left; of equal scores at the edge, as many count as belong to the share, with their mean outcome. */
  readonly rate: number;
  /** That share over the share of all accounts that left: 1 is chance. */
  readonly lift: number;
  /** Share of all accounts that left found among them, 0..1. */
  readonly captured: number;
}

/** Splits accounts into bands of about equal number, from the lowest score up; equal scores stay together, empty bands are left out. */
export function healthBands(accounts: readonly JudgedAccount[], bands: number, confidence: number): HealthBand[] {
  const ranks = midRanks(accounts.map(({ score }) => score));
  const groups = new Map<number, JudgedAccount[]>();
  accounts.forEach((account, i) => {
    const band = Math.floor((bands * ((ranks[i] as number) - 0.5)) / accounts.length);
    const group = groups.get(band) ?? [];
    groups.set(band, group);
    group.push(account);
  });
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => {
      const scores = group.map(({ score }) => score);
      const churned = group.reduce((sum, { event }) => sum + event, 0);
      const { lower, upper } = wilsonInterval(churned, group.length, confidence);
      return {
        from: scores.reduce((a, b) => Math.min(a, b)),
        to: scores.reduce((a, b) => Math.max(a, b)),
        accounts: group.length,
        churned,
        rate: churned / group.length,
        interval: { lower: Math.max(0, lower) + 0, upper: Math.min(1, upper), confidence, method: 'wilson' },
      };
    });
}

/** The churn among the lowest scores; `null` when nobody left. */
export function healthLift(accounts: readonly JudgedAccount[], share: number): HealthLift | null {
  const churned = accounts.reduce((sum, { event }) => sum + event, 0);
  if (churned === 0) return null;
  const wanted = share * accounts.length;
  const byScore = new Map<number, { count: number; events: number }>();
  for (const { score, event } of accounts) {
    const own = byScore.get(score) ?? { count: 0, events: 0 };
    byScore.set(score, { count: own.count + 1, events: own.events + event });
  }
  let taken = 0;
  let found = 0;
  for (const [, { count, events }] of [...byScore].sort(([a], [b]) => a - b)) {
    const part = Math.min(count, wanted - taken);
    if (part <= 0) break;
    taken += part;
    found += (events * part) / count;
  }
  const rate = found / wanted;
  return { share, rate, lift: rate / (churned / accounts.length), captured: found / churned };
}
