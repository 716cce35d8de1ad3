import { requireOptions } from '../../core/options.js';
import { cxError } from '../../core/errors.js';
import type { MetricDefinition, ParameterValue } from '../../core/definition.js';

/** A satisfaction scale: its points, and from which one an answer counts as satisfied. */
export interface CsatScale {
  /** Name of the scale, which becomes part of the metric's id. */
  readonly id: 'five-point' | 'ten-point' | 'good-bad' | 'custom';
  /** Lowest point. */
  readonly minimum: number;
  /** Highest point. */
  readonly maximum: number;
  /** Lowest answer that counts as satisfied. */
  readonly satisfiedFrom: number;
}

/** Satisfied from 4 on a scale of 1 to 5: the default. */
export const CSAT_FIVE_POINT: CsatScale = { id: 'five-point', minimum: 1, maximum: 5, satisfiedFrom: 4 };
/** Satisfied from 8 on a scale of 1 to 10. Its share is another number than that of the five-point scale, and the two are never compared. */
export const CSAT_TEN_POINT: CsatScale = { id: 'ten-point', minimum: 1, maximum: 10, satisfiedFrom: 8 };
/** Good (1) or bad (0), as ticketing tools ask. */
export const CSAT_GOOD_BAD: CsatScale = { id: 'good-bad', minimum: 0, maximum: 1, satisfiedFrom: 1 };

/**
 * Declares a satisfaction scale of your own.
 *
 * Use it when your question has other points or another cut; its numbers are compared only with those of an equal scale.
 *
 * @param scale - Lowest and highest point, and the lowest answer that counts as satisfied; whole numbers, at most 1,000 points apart.
 * @returns A scale for {@link computeCsat} and its variants.
 * @throws RangeError or TypeError with code `CX_INVALID_DEFINITION` when the points are not whole numbers in ascending order.
 * @example
 * ```ts
 * import { computeCsat, defineCsatScale } from 'cx-scoring';
 *
 * const scale = defineCsatScale({ minimum: 1, maximum: 6, satisfiedFrom: 5 });
 * computeCsat([6, 5, 3, 2], { scale }).value; // => 0.5
 * ```
 */
export function defineCsatScale(scale: Omit<CsatScale, 'id'>): CsatScale {
  requireOptions('defineCsatScale', scale);
  const { minimum, maximum, satisfiedFrom } = scale;
  for (const [name, value] of Object.entries({ minimum, maximum, satisfiedFrom })) {
    if (!Number.isSafeInteger(value)) {
      throw cxError('CX_INVALID_DEFINITION', `defineCsatScale: "${name}"`, 'a whole number', value);
    }
  }
  if (!(maximum > minimum && maximum <= minimum + 1000)) {
    throw cxError('CX_INVALID_DEFINITION', 'defineCsatScale: "maximum"', `above ${minimum}, by at most 1000`, maximum);
  }
  if (!(satisfiedFrom > minimum && satisfiedFrom <= maximum)) {
    const rule = `above ${minimum} and at most ${maximum}`;
    throw cxError('CX_INVALID_DEFINITION', 'defineCsatScale: "satisfiedFrom"', rule, satisfiedFrom);
  }
  return { id: 'custom', minimum, maximum, satisfiedFrom };
}

/** Highest answer that counts as dissatisfied: as many points at the bottom as are satisfied at the top. */
export function dissatisfiedTo({ minimum, maximum, satisfiedFrom }: CsatScale): number {
  return minimum + maximum - satisfiedFrom;
}

/** What of a scale has to stand in the parameters of a definition: nothing for the five-point one. */
export function scaleParameters(scale: CsatScale): Readonly<Record<string, ParameterValue>> {
  const { id, minimum, maximum, satisfiedFrom } = scale;
  return id === 'five-point' ? {} : { minimum, maximum, satisfiedFrom };
}

/** Checks a scale handed in by a caller without types. */
export function resolveCsatScale(where: string, scale: CsatScale | undefined): CsatScale {
  if (scale === undefined) return CSAT_FIVE_POINT;
  const { id, minimum = NaN, maximum = NaN, satisfiedFrom = NaN } = Object(scale) as Partial<CsatScale>;
  const points = [minimum, maximum, satisfiedFrom];
  // A scale under the name of a known one is that one: one definition, one number.
  const known = [CSAT_FIVE_POINT, CSAT_TEN_POINT, CSAT_GOOD_BAD].find((one) => one.id === id);
  const same = known?.minimum === minimum && known.maximum === maximum && known.satisfiedFrom === satisfiedFrom;
  const ascending = minimum < satisfiedFrom && satisfiedFrom <= maximum && maximum <= minimum + 1000;
  if (!(same || (id === 'custom' && points.every(Number.isSafeInteger) && ascending)))
    throw cxError('CX_INVALID_OPTION', `${where}: option "scale"`, 'a CSAT scale, such as CSAT_TEN_POINT', scale);
  return scale;
}

/** Ids of the satisfied share, one for each kind of scale. */
export type CsatId = 'csat' | 'csat-ten-point' | 'csat-good-bad' | 'csat-custom';

/** Definition of the satisfied share on a scale. */
export function csatDefinition(scale: CsatScale): MetricDefinition<CsatId> {
  return {
    id: scale.id === 'five-point' ? 'csat' : `csat-${scale.id}`,
    family: 'scale',
    statistic: 'share',
    unit: 'share',
    direction: 'higher-is-better',
    range: { minimum: 0, maximum: 1 },
    parameters: scale.id === 'custom' ? scaleParameters(scale) : {},
  };
}
