/**
 * What happens at one time of a follow-up.
 *
 * @internal
 */
export interface RiskStep {
  /** The time. */
  readonly time: number;
  /** Units still followed just before it. */
  readonly atRisk: number;
  /** Events at it. */
  readonly events: number;
}

/**
 * The distinct times of a follow-up in ascending order; `null` outside the domain. Events come before endings at the same time.
 *
 * @internal
 */
export function riskTable(times: ArrayLike<number>, events: ArrayLike<number>): RiskStep[] | null {
  const rows = Array.from(times, (time, i) => ({ time, event: events[i] as number }));
  const isInDomain =
    times.length > 0 &&
    times.length === events.length &&
    rows.every(({ time, event }) => time >= 0 && time < Infinity && (event === 0 || event === 1));
  if (!isInDomain) return null;
  rows.sort((a, b) => a.time - b.time);
  const steps: RiskStep[] = [];
  for (let from = 0; from < rows.length;) {
    const time = rows[from]?.time as number;
    let to = from;
    let count = 0;
    for (; rows[to]?.time === time; to++) count += rows[to]?.event as number;
    steps.push({ time, atRisk: rows.length - from, events: count });
    from = to;
  }
  return steps;
}
