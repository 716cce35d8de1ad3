import { cxError } from '../../core/errors.js';
import { fieldReader, type Field, type Score } from '../../core/field.js';
import { requireOption } from '../../core/options.js';
import type { ParameterValue } from '../../core/definition.js';
import type { OffScalePolicy, ScoreOptions } from '../../measures/input.js';

/** A scale of whole numbers whose low answers call for a contact. */
export interface DetractorScale {
  /** Lowest point. */
  readonly minimum: number;
  /** Highest point. */
  readonly maximum: number;
  /** Highest answer of a detractor. */
  readonly detractorUpTo: number;
}

/** Where a score is and which scores are a detractor's. */
export interface DetractorOptions<Row> extends ScoreOptions {
  /** Where the score is, or missing. */
  readonly score: Field<Row, Score>;
  /**
   * The scale of the question, and up to which answer it is a detractor's: `{ minimum: 1, maximum: 5, detractorUpTo: 2 }` for stars.
   * @defaultValue 0 to 10, up to 6: the recommendation question
   */
  readonly scale?: DetractorScale | undefined;
}

/** What a score says. */
export type DetractorReading = 'detractor' | 'other' | 'missing' | 'offScale';

const DEFAULT: DetractorScale = {
  minimum: 0,
  maximum: 10,
  detractorUpTo: 6,
};

/** Checks a scale. */
export function resolveDetractorScale(where: string, scale: DetractorScale = DEFAULT): DetractorScale {
  const { minimum, maximum, detractorUpTo } = scale;
  const isScale = Number.isSafeInteger(minimum) && Number.isSafeInteger(maximum) && minimum < maximum;
  requireOption(isScale, where, 'scale.maximum', `a whole number above the minimum ${minimum}`, maximum);
  const isInside = Number.isSafeInteger(detractorUpTo) && detractorUpTo >= minimum && detractorUpTo < maximum;
  const rule = `a whole number from ${minimum}, below the maximum ${maximum}`;
  requireOption(isInside, where, 'scale.detractorUpTo', rule, detractorUpTo);
  return { minimum, maximum, detractorUpTo };
}

/** The parameters of a scale in a definition: none for the recommendation question. */
export function detractorParameters(scale: DetractorScale): Record<string, ParameterValue> {
  const { minimum, maximum, detractorUpTo } = scale;
  const isDefault =
    minimum === DEFAULT.minimum && maximum === DEFAULT.maximum && detractorUpTo === DEFAULT.detractorUpTo;
  return isDefault ? {} : { scale: { minimum, maximum, detractorUpTo } };
}

/** Makes the function that reads scores; it throws on a score off the scale unless such scores are to be excluded. */
export function scoreReader<Row>(
  where: string,
  { minimum, maximum }: DetractorScale,
  score: Field<Row, Score>,
  offScale: OffScalePolicy = 'throw',
): (row: Row, index: number) => number | 'missing' | 'offScale' {
  requireOption(offScale === 'throw' || offScale === 'exclude', where, 'offScale', '"throw" or "exclude"', offScale);
  const read = fieldReader<Row, unknown>(score);
  return (row, index) => {
    const value = read(row, index) ?? null;
    if (value === null) return 'missing';
    if (Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum) return value as number;
    if (offScale === 'exclude') return 'offScale';
    const rule = `a whole number from ${minimum} to ${maximum}`;
    throw cxError('CX_OFF_SCALE', `${where}: score at row ${index}`, rule, value);
  };
}

/** Makes the function that tells detractors. */
export function detractorReader<Row>(
  where: string,
  options: DetractorOptions<Row>,
): (row: Row, index: number) => DetractorReading {
  const scale = resolveDetractorScale(where, options.scale);
  const read = scoreReader(where, scale, options.score, options.offScale);
  return (row, index) => {
    const score = read(row, index);
    if (typeof score === 'string') return score;
    return score <= scale.detractorUpTo ? 'detractor' : 'other';
  };
}
