import { cxError } from '../core/errors.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';
import { compareTexts } from '../core/textOrder.js';
import { listTies } from './rankScores.js';

/**
 * What may be wrong with a candidate: it is no record, has no id or one that is used twice (it is then left out), or a factor is no
 * number or lies off its scale (the score is then unknown). More codes may be added.
 */
export type FactorFindingCode = 'not-a-candidate' | 'invalid-id' | 'duplicate-id' | 'not-a-number' | 'off-scale';

/** Something wrong with one candidate. */
export type FactorFinding = RecordFinding<FactorFindingCode>;

/** A candidate with its score. */
export interface RankedScore {
  /** Id of the candidate. */
  readonly id: string;
  /** Its score, the higher the better; `null` when a factor is unknown. */
  readonly score: number | null;
  /** Rank, 1 being the best; equal scores share the better rank. `null` without a score. */
  readonly rank: number | null;
  /** Ids of others with the same score, in code-unit order. */
  readonly tiedWith: readonly string[];
  /** Factors that are unknown, in code-unit order. */
  readonly missing: readonly string[];
}

/** Candidates by rank. */
export interface RankedScores {
  /** The candidates by rank, then id; those without a score come last. */
  readonly items: readonly RankedScore[];
  /** What was wrong with the candidates. */
  readonly findings: readonly FactorFinding[];
}

/** The values a factor may take: a list, or a range of which an end may be left out of it. */
export type FactorScale =
  readonly number[] | { readonly minimum: number; readonly maximum: number; readonly isOpenBelow?: boolean };

/** A way to score candidates by a formula of factors. */
export interface FactorMethod<Factor extends string> {
  /** The function the user called. */
  readonly where: string;
  /** The factors and what they may be. */
  readonly scales: Readonly<Record<Factor, FactorScale>>;
  /** The score of known factors. */
  readonly scoreOf: (factors: Readonly<Record<Factor, number>>) => number;
}

/** Scores and ranks candidates, their order making no difference. */
export function rankByFactors<Factor extends string>(
  candidates: readonly ({ readonly id: string } & Readonly<Record<NoInfer<Factor>, number | null | undefined>>)[],
  { where, scales, scoreOf }: FactorMethod<Factor>,
): RankedScores {
  const records = readRecords(where, candidates);
  const findings: FactorFinding[] = [...records.findings];
  const factors = (Object.keys(scales) as Factor[]).sort();
  const scored = records.entries.map(({ index, id, record }) => {
    const read: Record<string, number> = {};
    for (const factor of factors) {
      const value: unknown = record[factor];
      if (value === null || value === undefined) continue;
      const code = typeof value !== 'number' || Number.isNaN(value) ? 'not-a-number' : 'off-scale';
      if (code === 'off-scale' && isOnScale(value as number, scales[factor])) read[factor] = value as number;
      else findings.push(recordFinding(code, index, id, factor, value));
    }
    const missing = factors.filter((factor) => !Object.hasOwn(read, factor));
    // A product of huge factors that leaves the doubles is no score.
    const score = missing.length > 0 ? NaN : scoreOf(read as Record<Factor, number>) + 0;
    return { id, score: Number.isFinite(score) ? score : null, missing };
  });
  findings.sort((a, b) => a.index - b.index);
  return { items: rankKnown(scored), findings };
}

/** Adds ranks and ties, and sorts. */
function rankKnown(scored: readonly Pick<RankedScore, 'id' | 'score' | 'missing'>[]): RankedScore[] {
  const ties = listTies(
    scored.map(({ id }) => id),
    scored.map(({ score }) => score),
  );
  const items = scored.map((item, index) => {
    const tiedWith = ties[index] as string[];
    const { score } = item;
    // Those it is tied with may be ahead by a rounding only.
    const isAhead = (other: { readonly id: string; readonly score: number | null }): boolean =>
      score !== null && other.score !== null && other.score > score && !tiedWith.includes(other.id);
    const rank = score === null ? null : 1 + scored.filter(isAhead).length;
    return { id: item.id, score, rank, tiedWith, missing: item.missing };
  });
  const placeOf = ({ rank }: RankedScore): number => (rank === null ? scored.length + 1 : rank);
  return items.sort((a, b) => placeOf(a) - placeOf(b) || compareTexts(a.id, b.id));
}

function isOnScale(value: number, scale: FactorScale): boolean {
  if (isList(scale)) return scale.includes(value);
  const isAbove = scale.isOpenBelow === true ? value > scale.minimum : value >= scale.minimum;
  return isAbove && value <= scale.maximum && Number.isFinite(value);
}

/** Tells a list of values from a range. */
function isList(scale: FactorScale): scale is readonly number[] {
  return Array.isArray(scale);
}

/** Records with ids of their own, and what was wrong with the others. */
export interface ReadRecords<Item> {
  /** The records that can be used, in their order. */
  readonly entries: readonly { readonly index: number; readonly id: string; readonly record: Item }[];
  /** What was wrong. */
  readonly findings: readonly RecordFinding<'not-a-candidate' | 'invalid-id' | 'duplicate-id'>[];
}

/** Reads the ids of records; all that share an id are left out, because nobody knows which one is meant. */
export function readRecords<Item extends { readonly id: string }>(
  where: string,
  records: readonly Item[],
): ReadRecords<Item> {
  if (!Array.isArray(records)) throw cxError('CX_INVALID_INPUT', `${where}: the candidates`, 'an array', records);
  const list = records as readonly (Item | null)[];
  const uses = new Map<unknown, number>();
  for (const record of list) uses.set(record?.id, (uses.get(record?.id) ?? 0) + 1);
  const entries: { readonly index: number; readonly id: string; readonly record: Item }[] = [];
  const findings: RecordFinding<'not-a-candidate' | 'invalid-id' | 'duplicate-id'>[] = [];
  for (const [index, record] of list.entries()) {
    if (typeof record !== 'object' || record === null) {
      findings.push(recordFinding('not-a-candidate', index, null, '', record));
      continue;
    }
    const { id } = record as { readonly id: unknown };
    if (typeof id !== 'string' || id === '') findings.push(recordFinding('invalid-id', index, id, 'id', id));
    else if (uses.get(id) === 1) entries.push({ index, id, record });
    else findings.push(recordFinding('duplicate-id', index, id, 'id', id));
  }
  return { entries, findings };
}

/** Refuses a list of allowed values that is none; `'any'` allows all in a range. */
export function resolveScale(
  where: string,
  option: string,
  allowed: readonly number[] | 'any',
  range: FactorScale,
): FactorScale {
  if (allowed === 'any') return range;
  const isAllowed =
    Array.isArray(allowed) && allowed.length > 0 && allowed.every((one: number) => isOnScale(one, range));
  if (!isAllowed) {
    throw cxError(
      'CX_INVALID_OPTION',
      `${where}: option "${option}"`,
      '"any" or a list of values in its range',
      allowed,
    );
  }
  return allowed as readonly number[];
}
