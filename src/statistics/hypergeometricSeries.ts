/** The hypergeometric function at a point and its integral from 0 up to there. */
export interface HypergeometricArea {
  /** The function at z. */
  readonly value: number;
  /** Its integral from 0 to z. */
  readonly area: number;
}

/** A point on the way from 0 to z. */
interface Station extends HypergeometricArea {
  readonly at: number;
  readonly slope: number;
}

/** A series ends when so many terms in a row add nothing. */
const QUIET_TERMS = 4;

/** Parameters beyond would take a series of very many terms. */
const LARGEST_PARAMETER = 1e6;

/** Tells whether {@link hypergeometricArea} has an answer. */
export function isHypergeometric(a: number, b: number, c: number, z: number): boolean {
  return (
    Math.abs(a) <= LARGEST_PARAMETER &&
    Math.abs(b) <= LARGEST_PARAMETER &&
    c > 0 &&
    c <= LARGEST_PARAMETER &&
    z >= 0 &&
    z < 1
  );
}

/**
 * The hypergeometric function ₂F₁(a, b; c; z) and its integral from 0 to z.
 *
 * The series about 0 carries to 0.9, and from there Taylor series of the differential equation carry on, each at most halfway to the
 * singularity at 1: no argument needs many terms, and no pair of parameters is a special case.
 *
 * @param a - A number from -1e6 to 1e6.
 * @param b - A number from -1e6 to 1e6.
 * @param c - A number above 0, at most 1e6.
 * @param z - A number from 0 to below 1.
 * @returns Value and integral; both NaN outside the domain.
 * @remarks Series: DLMF 15.2.1; equation: DLMF 15.10.1.
 * @internal
 */
export function hypergeometricArea(a: number, b: number, c: number, z: number): HypergeometricArea {
  if (!isHypergeometric(a, b, c, z)) return { value: NaN, area: NaN };
  // Terms of a negative parameter change sign: small steps keep them from growing before they cancel.
  const longest = 4 / Math.max(1, -a, -b);
  // Beside the function, the equation has solutions that fall like z ** (1 - c) and (1 - z) ** (c - a - b). Rounding errors follow them,
  // and within a step must not grow.
  const nearZero = Math.min(1 / 2, 4 / c);
  // Where the function is finite at 1 by far, so quick is the fall of its terms that the first series reaches all the way.
  const first = Math.min(c - a - b > 50 ? 1 : 0.9, longest);
  const nearOne = Math.min(1 / 2, 4 / Math.abs(c - a - b));
  let station: Station = { at: 0, value: 1, slope: (a * b) / c, area: 0 };
  while (station.at < z && station.value < Infinity) {
    const { at } = station;
    const far = at === 0 ? first : at + Math.min(nearZero * at, nearOne * (1 - at), longest);
    const to = Math.min(z, far);
    station = to === at ? { ...station, at: z } : advance(a, b, c, station, to);
  }
  return { value: station.value, area: station.area };
}

/** Sums the Taylor series about one station at the next. The terms are those of the function, times the powers of the step. */
function advance(a: number, b: number, c: number, from: Station, to: number): Station {
  const step = to - from.at;
  const { at } = from;
  const spread = at * (1 - at);
  let term = from.value;
  let next = from.slope * step;
  let value = term;
  let moment = 0;
  let area = term;
  let quiet = 0;
  for (let n = 1; quiet < QUIET_TERMS && value < Infinity; n++) {
    value += next;
    moment += n * next;
    area += next / (n + 1);
    quiet = Math.abs(n * next) <= 1e-18 * (Math.abs(value) + Math.abs(moment)) ? quiet + 1 : 0;
    const before = (n - 1 + a) * (n - 1 + b) * term * step * step;
    const own = n * ((n - 1) * (1 - 2 * at) + c - (a + b + 1) * at) * next * step;
    const following =
      at === 0 ? (next * (n + a) * (n + b) * step) / ((n + 1) * (n + c)) : (before - own) / ((n + 1) * n * spread);
    term = next;
    next = following;
  }
  return { at: to, value, slope: moment / step, area: from.area + area * step };
}
