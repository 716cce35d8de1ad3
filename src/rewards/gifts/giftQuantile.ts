/** A quantile of durations of which some are not over: plain JSON. */
export interface GiftQuantile {
  /** The quantile in days; `null` where those still open decide it, and without data. */
  readonly days: number | null;
  /** What it cannot be below, as the open ones have lasted so long already; `null` without data. */
  readonly atLeast: number | null;
  /** What it cannot be above, however long the open ones last; `null` where there is no such bound. */
  readonly atMost: number | null;
}

/** How long something took: plain JSON. Durations are whole civil days. */
export interface GiftDelay {
  /** Cases that came to their end. */
  readonly completed: number;
  /** Cases that go on: their duration is censored, and never taken for zero. */
  readonly open: number;
  /** Cases that will never come to it: lapsed, refused, returned. They are in no quantile. */
  readonly ended: number;
  /** Cases whose beginning is not known. They are in no quantile. */
  readonly unknown: number;
  /** Cases that end before they begin. They are in no quantile. */
  readonly impossible: number;
  /** The middle. */
  readonly median: GiftQuantile;
  /** What nine of ten do not exceed. */
  readonly ninetieth: GiftQuantile;
}

/** How a case stands: days it took, days it has lasted, or why it does not count. */
export type GiftCase =
  { readonly kind: 'completed' | 'open'; readonly days: number } | { readonly kind: 'ended' | 'unknown' };

/**
 * The nearest-rank quantile at so many tenths: the smallest duration that at least those tenths of the cases do not exceed. Open cases
 * last at least what they have lasted and perhaps for ever; where both come to the same, it is known.
 */
function quantile(completed: readonly number[], open: readonly number[], tenths: number): GiftQuantile {
  const size = completed.length + open.length;
  if (size === 0) return { days: null, atLeast: null, atMost: null };
  const rank = Math.ceil((size * tenths) / 10);
  const inOrder = (list: readonly number[]): number[] => list.slice().sort((a, b) => a - b);
  const atLeast = inOrder([...completed, ...open])[rank - 1] ?? null;
  const atMost = inOrder(completed)[rank - 1] ?? null;
  return { days: atLeast === atMost ? atLeast : null, atLeast, atMost };
}

/** Sums cases up. */
export function delayOf(cases: readonly GiftCase[]): GiftDelay {
  const completed: number[] = [];
  const open: number[] = [];
  const counts = { ended: 0, unknown: 0, impossible: 0 };
  for (const own of cases)
    if (!('days' in own)) counts[own.kind] += 1;
    else if (own.days < 0) counts.impossible += 1;
    else (own.kind === 'completed' ? completed : open).push(own.days);
  return {
    completed: completed.length,
    open: open.length,
    ...counts,
    median: quantile(completed, open, 5),
    ninetieth: quantile(completed, open, 9),
  };
}
