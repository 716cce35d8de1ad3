import { cxError } from '../core/errors.js';
import { isSampleUnit } from '../core/sampleNoun.js';
import type { SampleUnit } from '../core/sampleUnit.js';
import type {
  Direction,
  LocalizedText,
  MetricDefinition,
  MetricFamily,
  ParameterValue,
  Statistic,
  Unit,
} from '../core/definition.js';

/** What every measure of your own declares about its number. */
export interface MeasureIdentity<Id extends string> {
  /** Identity of the metric, in kebab case: `'portal-visit'`. Results of equal id and parameters are comparable. */
  readonly id: Id;
  /** Name for people, in English and French. */
  readonly names?: LocalizedText | undefined;
  /**
   * Which way is good.
   * @defaultValue 'higher-is-better'
   */
  readonly direction?: Direction | undefined;
  /**
   * What a row stands for, in the words of {@link formatResult}: `'orders'`, `'tickets'`.
   * @defaultValue 'answers'
   */
  readonly sampleUnit?: SampleUnit | undefined;
  /** What changes the number: windows, levels, cut points. It becomes part of the definition. */
  readonly parameters?: Readonly<Record<string, ParameterValue>> | undefined;
}

const DIRECTIONS: readonly unknown[] = ['higher-is-better', 'lower-is-better', 'contextual'];

/** Makes the definition of a user's measure, after checking what was declared. */
export function identify<Id extends string>(
  where: string,
  identity: MeasureIdentity<Id>,
  family: MetricFamily,
  statistic: Statistic,
  unit: Unit,
  range: MetricDefinition['range'],
): MetricDefinition<Id> {
  const { id, names, sampleUnit, direction = 'higher-is-better', parameters = {} } = identity;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw cxError('CX_INVALID_DEFINITION', `${where}: "id"`, 'a name in kebab case', id);
  }
  if (sampleUnit !== undefined && !isSampleUnit(sampleUnit)) {
    throw cxError(
      'CX_INVALID_DEFINITION',
      `${where}: "sampleUnit"`,
      'a noun of SampleUnit, such as "orders"',
      sampleUnit,
    );
  }
  if (!DIRECTIONS.includes(direction)) {
    throw cxError('CX_INVALID_DEFINITION', `${where}: "direction"`, DIRECTIONS.join(' or '), direction);
  }
  if (
    range !== null &&
    !(Number.isFinite(range.minimum) && Number.isFinite(range.maximum) && range.minimum < range.maximum)
  ) {
    throw cxError('CX_INVALID_DEFINITION', `${where}: "maximum"`, `above the minimum ${range.minimum}`, range.maximum);
  }
  return {
    id,
    family,
    statistic,
    unit,
    direction,
    range,
    parameters,
    ...(names && { names }),
    ...(sampleUnit !== undefined && { sampleUnit }),
  };
}
