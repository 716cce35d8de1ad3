/** A tail probability and the density of the same variable, at one point of a logarithmic scale. */
export interface TailAt {
  /** Probability of the tail. */
  readonly tail: number;
  /** Density, from 0 up. */
  readonly density: number;
}

const MOST_STEPS = 200;

/** Callers see to it that the solution lies nearer to 0; beyond, `exp` leaves the range of doubles. */
const FARTHEST = 700;

/**
 * The point `w` where a lower tail (direction 1) or an upper tail (direction -1) equals `target`.
 *
 * The logarithms of both tails of the beta law in log(x / (1 - x)), and of the gamma law in log x, are concave,
 * so Newton's steps on them close in from any start; only a step into underflow has to be taken back.
 *
 * @internal
 */
export function solveTail(evaluate: (w: number) => TailAt, target: number, start: number, direction: 1 | -1): number {
  let safe = 0;
  let w = start;
  for (let count = 0; count < MOST_STEPS; count++) {
    const { tail, density } = evaluate(w);
    const slope = density / tail;
    if (!(slope > 0 && slope < Number.POSITIVE_INFINITY)) {
      w = (w + safe) / 2;
      continue;
    }
    const excess = tail / target;
    const gap = excess < Number.POSITIVE_INFINITY ? Math.log(excess) : Math.log(tail) - Math.log(target);
    safe = w;
    w = Math.min(FARTHEST, Math.max(-FARTHEST, w - (direction * gap) / slope));
    // Newton squares the gap, so this step was the last one worth taking.
    if (Math.abs(gap) < 1e-9) break;
  }
  return w;
}

/**
 * The smallest whole number from `minimum` to `maximum` that `accepts` holds for, when it holds from there on;
 * steps double away from `start` until they bracket it, then halve.
 *
 * @internal
 */
export function smallestInteger(
  accepts: (k: number) => boolean,
  start: number,
  firstStep: number,
  minimum: number,
  maximum: number,
): number {
  const origin = Math.min(maximum, Math.max(minimum, Math.round(start)));
  let step = Math.max(1, Math.floor(firstStep));
  let accepted: number;
  let refused: number;
  if (accepts(origin)) {
    accepted = origin;
    refused = origin - step;
    while (refused >= minimum && accepts(refused)) {
      accepted = refused;
      step *= 2;
      refused = accepted - step;
    }
    refused = Math.max(refused, minimum - 1);
  } else {
    refused = origin;
    accepted = origin + step;
    while (accepted < maximum && !accepts(accepted)) {
      refused = accepted;
      step *= 2;
      accepted = refused + step;
    }
    accepted = Math.min(accepted, maximum);
  }
  while (accepted - refused > 1) {
    const middle = refused + Math.floor((accepted - refused) / 2);
    if (accepts(middle)) accepted = middle;
    else refused = middle;
  }
  return accepted;
}
