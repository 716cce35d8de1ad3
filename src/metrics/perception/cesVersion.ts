import { cxError } from '../../core/errors.js';
import type { Direction, MetricDefinition } from '../../core/definition.js';
import { netValue } from '../../measures/scaleValue.js';

/** One of the three questions that go by the name of Customer Effort Score. Their numbers are never compared. */
export interface CesVersion {
  /** Id of the mean; the share and the net score append `-share` and `-net`. */
  readonly id: 'ces' | 'ces-2' | 'ces-1';
  /** Lowest point of the scale. */
  readonly minimum: 1;
  /** Highest point of the scale. */
  readonly maximum: 5 | 7;
  /** How many points at the good end count as easy; as many at the other end count as hard. */
  readonly easyPoints: 2 | 3;
  /** Which way the mean is good. */
  readonly direction: Direction;
}

/** "How easy did the company make it to solve your problem?", 1 very difficult to 7 very easy: the default. */
export const CES_EASE: CesVersion = { id: 'ces', minimum: 1, maximum: 7, easyPoints: 3, direction: 'higher-is-better' };
/** CES 2.0 (2013): "The company made it easy for me to handle my issue", 1 strongly disagree to 7 strongly agree. */
export const CES_2: CesVersion = { id: 'ces-2', minimum: 1, maximum: 7, easyPoints: 3, direction: 'higher-is-better' };
/** CES 1.0 (2010): "How much effort did you personally have to put forth?", 1 very low to 5 very high. Low is good. */
export const CES_1: CesVersion = { id: 'ces-1', minimum: 1, maximum: 5, easyPoints: 2, direction: 'lower-is-better' };

/** Checks a version handed in by a caller without types. */
export function resolveCesVersion(where: string, version: CesVersion | undefined): CesVersion {
  if (version === undefined) return CES_EASE;
  // Field by field: a version that came through JSON is as good, an altered one is none of the three.
  const entries = Object.entries(Object(version) as Record<string, unknown>);
  const same = (known: CesVersion): boolean =>
    entries.length === Object.keys(known).length &&
    entries.every(([key, value]) => known[key as keyof CesVersion] === value);
  if (![CES_EASE, CES_2, CES_1].some(same)) {
    throw cxError('CX_INVALID_OPTION', `${where}: option "version"`, 'CES_EASE, CES_2 or CES_1', version);
  }
  return version;
}

/** Definition of a statistic of one version. */
export function cesDefinition<Id extends string>(
  id: Id,
  version: CesVersion,
  statistic: 'mean' | 'share' | 'net',
): MetricDefinition<Id> {
  const range = {
    mean: { minimum: version.minimum, maximum: version.maximum },
    share: { minimum: 0, maximum: 1 },
    net: { minimum: -100, maximum: 100 },
  }[statistic];
  const unit = ({ mean: 'score', share: 'share', net: 'points' } as const)[statistic];
  // Many easy answers are good whichever way the scale runs.
  const direction = statistic === 'mean' ? version.direction : 'higher-is-better';
  return { id, family: 'scale', statistic, unit, direction, range, parameters: {} };
}

/** What an answer contributes: 1 when easy, -1 when hard, whichever way the scale of the version runs. */
export function easeValue({ minimum, maximum, easyPoints, direction }: CesVersion): (score: number) => number {
  const high = netValue(maximum - easyPoints + 1, minimum + easyPoints - 1);
  return direction === 'higher-is-better' ? high : (score) => 0 - high(score);
}
