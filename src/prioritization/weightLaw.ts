import { requireOption } from '../core/options.js';
import type { Random } from '../core/random.js';
import { normalQuantile } from '../statistics/normalQuantile.js';
import { shuffle } from '../statistics/shuffle.js';

/** Weights drawn around the declared ones by a Dirichlet law. */
export interface DirichletWeights {
  /** Kind of the law. */
  readonly kind: 'dirichlet';
  /** How close they keep, from 1: a weight w has the variance w (1 - w) / (concentration + 1). */
  readonly concentration: number;
}

/** Weights drawn evenly within a band around the declared ones, then brought back to a sum of 1. */
export interface BandWeights {
  /** Kind of the law. */
  readonly kind: 'band';
  /** Half the width of the band as a share of each weight, 0..1: with 0.2 a weight of 0.5 lies between 0.4 and 0.6. */
  readonly spread: number;
}

/**
 * What is known of the weights of criteria: `'uniform'`, nothing, all weights being equally likely; `'ordinal'`, only the order in which
 * the declared weights put the criteria, equal ones being in any order; or the declared weights, more or less. A criterion of declared
 * weight 0 keeps it.
 */
export type WeightLaw = 'uniform' | 'ordinal' | DirichletWeights | BandWeights;

/** Refuses a law that is none. */
export function requireLaw(where: string, law: WeightLaw): void {
  if (law === 'uniform' || law === 'ordinal') return;
  const kind = typeof law === 'object' && law !== null ? law.kind : undefined;
  const isKind = kind === 'dirichlet' || kind === 'band';
  requireOption(isKind, where, 'law', '"uniform", "ordinal" or of kind "dirichlet" or "band"', law);
  const { concentration, spread } = law as Partial<DirichletWeights & Omit<BandWeights, 'kind'>>;
  if (kind === 'dirichlet') {
    const isClose = Number.isFinite(concentration) && (concentration as number) >= 1;
    requireOption(isClose, where, 'law.concentration', 'a finite number from 1', concentration);
  } else {
    const isShare = typeof spread === 'number' && spread >= 0 && spread <= 1;
    requireOption(isShare, where, 'law.spread', 'between 0 and 1', spread);
  }
}

/** Makes the source of weights: each call fills the list with one draw, all above or at 0, with sum 1. */
export function weightSource(law: WeightLaw, shares: readonly number[], random: Random): (into: Float64Array) => void {
  if (law === 'uniform') return (into) => fillNormalized(into, () => exponential(random));
  if (law === 'ordinal') return ordinalSource(shares, random);
  if (law.kind === 'dirichlet') {
    const shapes = shares.map((share) => share * law.concentration);
    return (into) => fillNormalized(into, (k) => gammaDraw(shapes[k] as number, random));
  }
  const { spread } = law;
  return (into) => fillNormalized(into, (k) => (shares[k] as number) * (1 - spread + 2 * spread * random()));
}

function fillNormalized(into: Float64Array, draw: (index: number) => number): void {
  let total = 0;
  for (let k = 0; k < into.length; k++) total += into[k] = draw(k);
  for (let k = 0; k < into.length; k++) into[k] = (into[k] as number) / total;
}

/** Exponential draws, brought to a sum of 1, are uniform on all weights. */
function exponential(random: Random): number {
  return -Math.log(1 - random());
}

// The weights of uniform draws, the largest to the most important criterion. Criteria of equal weight take theirs in any order.
function ordinalSource(shares: readonly number[], random: Random): (into: Float64Array) => void {
  const levels = Array.from(new Set(shares)).sort((a, b) => b - a);
  const groups = levels.map((level) => shares.flatMap((share, k) => (share === level ? [k] : [])));
  return (into) => {
    fillNormalized(into, () => exponential(random));
    const drawn = Array.from(into).sort((a, b) => b - a);
    let next = 0;
    for (const group of groups) {
      const own = drawn.slice(next, next + group.length);
      if (own.length > 1) shuffle(own, random);
      for (const [place, k] of group.entries()) into[k] = own[place] as number;
      next += group.length;
    }
  };
}

/** A draw of the gamma law of that shape: Marsaglia and Tsang (2000), ACM TOMS 26, 363-372, https://doi.org/10.1145/358407.358414 */
function gammaDraw(shape: number, random: Random): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = normalQuantile(random());
    const cube = (1 + c * normal) ** 3;
    // A uniform draw of exactly 0 has no normal quantile: it is drawn again, as is what the method rejects.
    if (cube > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d * (1 - cube + Math.log(cube))) return d * cube;
  }
}
