import { requireOptions, requireRows } from '../../core/options.js';
import { fieldReader, type Field } from '../../core/field.js';
import { keyOf, type Id } from '../../measures/keyedTally.js';

/** Where unit and conversion of a session are. */
export interface ConversionUnitOptions<Row> {
  /** Where the id of the user or of the account is. */
  readonly unitId: Field<Row, Id>;
  /** Whether the session had the key event: `true`, `false`, or missing. */
  readonly converted: Field<Row, boolean | null | undefined>;
}

/** A user or an account, with its sessions. */
export interface ConversionUnit {
  /** Id of the unit; `null` for a session that belongs to nobody known. */
  readonly unitId: string | null;
  /** Number of sessions. */
  readonly sessions: number;
  /** Whether one of them had the key event; `null` when none is known to have had it and of one it is not known. */
  readonly converted: boolean | null;
}

/**
 * Gathers sessions by user or by account: a unit has converted when one of its sessions has.
 *
 * Use it before {@link computeConversion}; between companies the unit is the account as a rule, since one colleague looks and another orders.
 *
 * @param sessions - One row per session, in any order.
 * @param options - Where `unitId` and `converted` are.
 * @returns One record per unit, in code-unit order of the ids; then one for each session without id, whose conversion counts as unknown.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for an id that is neither text nor a whole number.
 * @example
 * ```ts
 * import { toConversionUnits } from 'cx-scoring';
 *
 * const sessions = [{ account: 'a', ordered: false }, { account: 'a', ordered: true }, { account: 'b', ordered: false }];
 * const units = toConversionUnits(sessions, { unitId: 'account', converted: 'ordered' });
 * units[0]; // => { unitId: 'a', sessions: 2, converted: true }
 * units[1]; // => { unitId: 'b', sessions: 1, converted: false }
 * ```
 */
export function toConversionUnits<Row>(
  sessions: Iterable<Row>,
  options: ConversionUnitOptions<NoInfer<Row>>,
): ConversionUnit[] {
  requireRows('toConversionUnits', 'sessions', sessions);
  requireOptions('toConversionUnits', options);
  const readId = fieldReader<Row, unknown>(options.unitId);
  const readConverted = fieldReader<Row, unknown>(options.converted);
  const units = new Map<string, { sessions: number; yes: boolean; unknown: boolean }>();
  const nobody: ConversionUnit[] = [];
  let index = 0;
  for (const session of sessions) {
    const unitId = keyOf('toConversionUnits', readId(session, index), index);
    const converted = readConverted(session, index);
    index++;
    if (unitId === null) {
      nobody.push({ unitId, sessions: 1, converted: null });
      continue;
    }
    const unit = units.get(unitId) ?? { sessions: 0, yes: false, unknown: false };
    units.set(unitId, unit);
    unit.sessions++;
    if (converted === true) unit.yes = true;
    else if (converted !== false) unit.unknown = true;
  }
  const known = [...units].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...known.map(([unitId, { sessions: count, yes, unknown }]) => ({
      unitId,
      sessions: count,
      converted: yes || (unknown ? null : false),
    })),
    ...nobody,
  ];
}
