import { OUTREACH_STAGES, type OutreachStage } from './outreachStage.js';

/** One stage of the ledger. */
export interface OutreachStageResult {
  /** The stage. */
  readonly stage: OutreachStage;
  /** How much came this far: contacts, accounts, or revenue in minor units. */
  readonly count: number;
  /** Out of the stage before, 0..1; for the first stage, out of all that is known. `null` when nothing came to the stage before. */
  readonly ofPrevious: number | null;
  /** Out of the first stage, 0..1; `null` when nothing came to the first. */
  readonly ofFirst: number | null;
  /** How much was lost on the way from the stage before. */
  readonly lost: number;
  /**
   * What was lost, by reason in code-unit order: those of `notSurveyed`, and `'not-sent'`, `'bounced'`, `'not-opened'`, `'not-started'`,
   * `'partial'`, `'partial-scored'`, `'not-completed'`, `'skipped'`, `'not-shown'`, `'not-scored'`; `'no-contact'` for an account
   * without any, `'several'` where the records of one contact or account differ. More may be added.
   */
  readonly reasons: Readonly<Record<string, number>>;
}

/** How far a contact or an account came, and why no further. */
export interface Furthest {
  /** Number of stages passed. */
  readonly passed: number;
  /** Why it went no further; `null` for a score. */
  readonly reason: string | null;
}

/** Keeps the furthest of several reaches, in whatever order they come. */
export function keepFurthest(units: Map<string, Furthest>, key: string, { passed, reason }: Furthest): void {
  const before = units.get(key);
  if (before === undefined || before.passed < passed) units.set(key, { passed, reason });
  else if (before.passed === passed && before.reason !== reason) units.set(key, { passed, reason: 'several' });
}

/** Adds units up by stage; each unit counts for its amount. */
export function toStages(
  units: ReadonlyMap<string, Furthest>,
  amountOf: (key: string) => number,
): OutreachStageResult[] {
  const lost = OUTREACH_STAGES.map(() => new Map<string, number>());
  let known = 0;
  for (const [key, { passed, reason }] of units) {
    const amount = amountOf(key);
    known += amount;
    // A score was lost at no stage.
    if (reason === null) continue;
    const reasons = lost[passed] as Map<string, number>;
    reasons.set(reason, (reasons.get(reason) ?? 0) + amount);
  }
  let previous = known;
  let first = 0;
  return OUTREACH_STAGES.map((stage, at): OutreachStageResult => {
    const reasons = [...(lost[at] as Map<string, number>)]
      .filter(([, amount]) => amount > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const gone = reasons.reduce((sum, [, amount]) => sum + amount, 0);
    const count = previous - gone;
    const ofPrevious = previous > 0 ? count / previous : null;
    if (at === 0) first = count;
    previous = count;
    return {
      stage,
      count,
      ofPrevious,
      ofFirst: first > 0 ? count / first : null,
      lost: gone,
      reasons: Object.fromEntries(reasons),
    };
  });
}
