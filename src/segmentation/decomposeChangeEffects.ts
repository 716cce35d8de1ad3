import { sum } from '../statistics/sum.js';
import type { MixSide } from './mixSide.js';
import { mixEffect, mixVariance, type MixEffect, type SideGradient } from './mixVariance.js';

/** The effects of the whole, or of the segment at a place. */
export interface ChangeEffects {
  /** Of the mix. */
  readonly mix: MixEffect;
  /** Of the values. */
  readonly rate: MixEffect;
}

interface Aligned {
  readonly shares: readonly number[];
  readonly values: readonly number[];
  readonly total: number;
}

/** Makes the function that gives the effects of the whole (`null`) or of a segment. Both sides must have data. */
export function changeEffects(
  before: MixSide,
  after: MixSide,
  confidence: number,
): (place: number | null) => ChangeEffects {
  const [own, other] = [align(before, after), align(after, before)];
  const gap = own.shares.map((share, at) => (other.shares[at] as number) - share);
  const level = own.values.map((value, at) => (value + (other.values[at] as number)) / 2);
  const change = own.values.map((value, at) => (other.values[at] as number) - value);
  const weight = own.shares.map((share, at) => (share + (other.shares[at] as number)) / 2);
  const center = (own.total + other.total) / 2;
  const unit = Math.max(1, ...own.values.map(Math.abs), ...other.values.map(Math.abs));
  const varianceOf = mixVariance([before, after]);
  const effect = (terms: readonly number[], ofBefore: SideGradient, ofAfter: SideGradient): MixEffect => {
    const gradients = foldOneSided(before, after, ofBefore, ofAfter);
    return mixEffect(sum(terms), varianceOf(gradients), 2, confidence, unit);
  };
  return (place) => {
    const here = (at: number): number => (place === null || place === at ? 1 : 0);
    const each = (to: (at: number) => number): number[] => gap.map((_, at) => to(at));
    // How far the sum of the gaps that count moves with the mean total; over all segments the gaps cancel.
    const pull = place === null ? 0 : (gap[place] as number) / 2;
    const side = ({ shares, values }: Aligned, sign: 1 | -1): readonly [SideGradient, SideGradient] => [
      {
        shares: each((at) => sign * here(at) * ((level[at] as number) - center) - pull * (values[at] as number)),
        values: each((at) => (here(at) * (gap[at] as number)) / 2 - pull * (shares[at] as number)),
      },
      {
        shares: each((at) => (here(at) * (change[at] as number)) / 2),
        values: each((at) => sign * here(at) * (weight[at] as number)),
      },
    ];
    const [mixBefore, rateBefore] = side(own, -1);
    const [mixAfter, rateAfter] = side(other, 1);
    const mixTerms = each((at) => here(at) * (gap[at] as number) * ((level[at] as number) - center));
    const rateTerms = each((at) => here(at) * (change[at] as number) * (weight[at] as number));
    return { mix: effect(mixTerms, mixBefore, mixAfter), rate: effect(rateTerms, rateBefore, rateAfter) };
  };
}

/**
 * Shares and values; a segment without data here has the value of the other side, so that its share alone moves the total. One
 * without data on either side counts for nothing.
 */
function align(side: MixSide, other: MixSide): Aligned {
  const shares = side.weights.map((weight) => weight / side.weight);
  const known = (at: number): number => ((other.weights[at] as number) > 0 ? (other.values[at] as number) : 0);
  const values = side.values.map((value, at) => (shares[at] === 0 ? known(at) : value));
  return { shares, values, total: sum(shares.map((share, at) => share * (values[at] as number))) };
}

/** A value taken from the other side moves with that side. */
function foldOneSided(before: MixSide, after: MixSide, ofBefore: SideGradient, ofAfter: SideGradient): SideGradient[] {
  const move = (side: MixSide, from: SideGradient, other: MixSide, to: SideGradient): SideGradient => ({
    shares: from.shares,
    values: from.values.map((slope, at) => {
      if (side.weights[at] === 0) return 0;
      return other.weights[at] === 0 ? slope + (to.values[at] as number) : slope;
    }),
  });
  return [move(before, ofBefore, after, ofAfter), move(after, ofAfter, before, ofBefore)];
}
