import type { CriterionScore, TriangularScore } from './initiative.js';
import type { Criterion } from './criterion.js';
import type { Estimate } from '../core/estimate.js';

/** Where an initiative stands under one criterion, as shares of the way from the worst end of the scale (0) to the best (1). */
export interface Standing {
  /** The share that counts. */
  readonly likely: number;
  /** Least favourable share that the interval or the judgement allows; `likely` where it is certain. */
  readonly low: number;
  /** Most favourable share. */
  readonly high: number;
  /** Shape of what lies between. */
  readonly shape: 'certain' | 'uniform' | 'triangle';
  /** Value as it was given, on the scale of the criterion. */
  readonly value: number;
}

/** What is wrong with one score: its code, the part at fault and what it holds. */
export interface ScoreFault {
  /** What is wrong. */
  readonly code: 'not-a-score' | 'off-scale' | 'reversed-range';
  /** Path within the score, beginning with a dot; empty for the score itself. */
  readonly path: string;
  /** What is there. */
  readonly value: unknown;
}

/** A score that was read: a standing, `null` when it is unknown, or a fault, which leaves it unknown too. */
export type ReadScore = Standing | ScoreFault | null;

/** Tells a fault from a standing. */
export function isFault(read: ReadScore): read is ScoreFault {
  return read !== null && 'code' in read;
}

/** Reads a score, the one place that knows its forms. */
export function readScore(score: CriterionScore | undefined, criterion: Criterion): ReadScore {
  if (score === null || score === undefined) return null;
  if (typeof score === 'number') return readPoints(criterion, [['', score]], score, 'certain');
  if (typeof score !== 'object') return { code: 'not-a-score', path: '', value: score };
  if ('likely' in score) return readTriangle(score, criterion);
  return 'value' in score ? readEstimate(score, criterion) : { code: 'not-a-score', path: '', value: score };
}

function readTriangle({ low, likely, high }: TriangularScore, criterion: Criterion): ReadScore {
  const points: Points = [
    ['.low', low],
    ['.likely', likely],
    ['.high', high],
  ];
  const read = readPoints(criterion, points, likely, 'triangle');
  if (isFault(read)) return read;
  if (low > likely) return { code: 'reversed-range', path: '.low', value: low };
  return likely > high ? { code: 'reversed-range', path: '.high', value: high } : read;
}

function readEstimate({ value, interval }: Estimate, criterion: Criterion): ReadScore {
  if (value === null || value === undefined) return null;
  const known = readPoints(criterion, [['.value', value]], value, 'certain');
  if (isFault(known) || interval === null || interval === undefined) return known;
  const { minimum, maximum } = criterion.scale;
  // An open side of the interval leaves all of the scale; a bound beyond the scale, which approximations give, means its end.
  const { lower, upper } = interval;
  for (const [path, bound] of [
    ['.interval.lower', lower],
    ['.interval.upper', upper],
  ] as const) {
    if (bound !== null && !Number.isFinite(bound)) return { code: 'not-a-score', path, value: bound };
  }
  if (lower !== null && upper !== null && lower > upper) {
    return { code: 'reversed-range', path: '.interval.upper', value: upper };
  }
  const within = (bound: number): number => Math.min(Math.max(bound, minimum), maximum);
  const ends: Points = [
    ['', within(lower ?? minimum)],
    ['', within(upper ?? maximum)],
  ];
  return readPoints(criterion, ends, value, 'uniform');
}

type Points = readonly (readonly [path: string, value: number])[];

// The points must lie on the scale; the least and the most favourable of them bound the standing.
function readPoints(criterion: Criterion, points: Points, value: number, shape: Standing['shape']): ReadScore {
  const { minimum, maximum } = criterion.scale;
  for (const [path, point] of points) {
    if (typeof point !== 'number' || Number.isNaN(point)) return { code: 'not-a-score', path, value: point };
    if (point < minimum || point > maximum) return { code: 'off-scale', path, value: point };
  }
  const shareOf = (point: number): number => {
    // Halved, so that the width of a scale from end to end of the doubles is finite.
    const width = maximum / 2 - minimum / 2;
    const share = criterion.direction === 'more-is-better' ? point / 2 - minimum / 2 : maximum / 2 - point / 2;
    return share / width + 0;
  };
  const shares = points.map(([, point]) => shareOf(point));
  const low = Math.min(...shares);
  const high = Math.max(...shares);
  return { likely: shareOf(value), low, high, shape: low === high ? 'certain' : shape, value: value + 0 };
}
