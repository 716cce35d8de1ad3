import { centeredRanks, denseRanks } from './denseRanks.js';

/**
 * Where each score stands among those of the other kind.
 *
 * @internal
 */
export interface Placements {
  /** Area under the ROC curve. */
  readonly auc: number;
  /** For each event the share of non-events below it. */
  readonly ofEvents: readonly number[];
  /** For each non-event the share of events above it. */
  readonly ofNonEvents: readonly number[];
}

/**
 * Placements of the scores of events and non-events; empty with an area of NaN outside the domain.
 *
 * @internal
 */
export function placementsOf(scores: ArrayLike<number>, events: ArrayLike<number>): Placements {
  const all = new Float64Array(scores);
  const kinds = new Float64Array(events);
  const isInDomain =
    all.length === kinds.length && !all.some(Number.isNaN) && kinds.every((kind) => kind === 0 || kind === 1);
  if (!isInDomain) return { auc: NaN, ofEvents: [], ofNonEvents: [] };
  const scoresOf = (kind: number): Float64Array => all.filter((_, i) => kinds[i] === kind);
  const whole = ranksOf(all);
  const within = [ranksOf(scoresOf(0)), ranksOf(scoresOf(1))] as const;
  const [nonEvents, hits] = [within[0].length, within[1].length];
  const seen = [0, 0];
  const ofEvents: number[] = [];
  const ofNonEvents: number[] = [];
  for (const [i, kind] of kinds.entries()) {
    const at = seen[kind] as number;
    seen[kind] = at + 1;
    // The rank among all less the rank among one's own is the number of the others below.
    const below = (whole[i] as number) - (within[kind as 0 | 1][at] as number);
    if (kind === 1) ofEvents.push(below / nonEvents);
    else ofNonEvents.push(1 - below / hits);
  }
  const auc = hits > 0 && nonEvents > 0 ? ofEvents.reduce((total, value) => total + value, 0) / hits : NaN;
  return { auc, ofEvents, ofNonEvents };
}

function ranksOf(values: Float64Array): Float64Array {
  const { ranks, counts } = denseRanks(values);
  const centered = centeredRanks(counts, values.length);
  return Float64Array.from(ranks, (rank) => ((centered[rank] as number) + values.length + 1) / 2);
}

/**
 * Covariance of two areas over the same units.
 *
 * @internal
 */
export function areaCovariance(a: Placements, b: Placements): number {
  const part = (x: readonly number[], y: readonly number[]): number => {
    const products = x.reduce((total, value, i) => total + (value - a.auc) * ((y[i] as number) - b.auc), 0);
    // A single one has no spread to estimate (and its deviation may be a last digit instead of zero).
    return x.length > 1 ? products / (x.length - 1) / x.length : NaN;
  };
  return part(a.ofEvents, b.ofEvents) + part(a.ofNonEvents, b.ofNonEvents);
}
