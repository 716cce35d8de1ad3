import { recordFinding, type RecordFinding } from '../core/recordFinding.js';
import { requireOption } from '../core/options.js';
import { sum } from '../statistics/sum.js';
import { requireOptions } from './checkInitiatives.js';
import { readRecords } from './factorScores.js';
import { compareTexts } from '../core/textOrder.js';

/** A cause and how much it amounts to: complaints, revenue at risk, hours. */
export interface ParetoCause {
  /** Id, unique in its list. */
  readonly id: string;
  /** Its amount, from 0; `null` when it is unknown. */
  readonly amount: number | null;
}

/** Where the cut is. */
export interface ParetoOptions {
  /**
   * Share of the total that the vital few must reach, above 0 up to 1.
   * @defaultValue 0.8
   */
  readonly share?: number | undefined;
}

/** A cause and its place in the whole. */
export interface ParetoItem {
  /** Id of the cause. */
  readonly id: string;
  /** Its amount. */
  readonly amount: number;
  /** Its share of the total, 0..1. */
  readonly share: number;
  /** Share of all causes down to this one and those of the same amount. */
  readonly cumulativeShare: number;
  /** `true` for the fewest causes that reach the share together; causes equal to the last of them are among them. */
  readonly isVital: boolean;
}

/** Causes, the largest first. */
export interface ParetoResult {
  /** The causes by amount, then id. */
  readonly items: readonly ParetoItem[];
  /** Sum of the known amounts. */
  readonly total: number;
  /** Number of causes among the vital few. */
  readonly vital: number;
  /** Ids of causes whose amount is unknown, in code-unit order; they are not 0 and could change the cut. */
  readonly missing: readonly string[];
  /** What was wrong with causes that were left out. */
  readonly findings: readonly RecordFinding<'not-a-candidate' | 'invalid-id' | 'duplicate-id' | 'invalid-amount'>[];
}

/**
 * Cuts a list of causes where the largest of them reach a share of the whole, 80 % by default.
 *
 * Use it on complaints by reason or credit notes by cause. That few causes make most of the whole is an observation to be made, not a law:
 * `vital` may well be most of the list.
 *
 * @param causes - The causes, in any order.
 * @param options - The share to be reached.
 * @returns The causes with their shares; none is vital when all amounts are 0.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when the causes are no array, and `CX_INVALID_OPTION` when the share is not
 * above 0 up to 1.
 * @remarks Juran, J. (1951), Quality Control Handbook: the vital few and the trivial many.
 * @example
 * ```ts
 * import { evaluatePareto } from 'cx-scoring/prioritization';
 *
 * const { items, vital } = evaluatePareto([
 *   { id: 'damaged', amount: 15 },
 *   { id: 'late', amount: 50 },
 *   { id: 'invoice', amount: 5 },
 *   { id: 'incomplete', amount: 30 },
 * ]);
 * vital; // => 2
 * items.map(({ id, cumulativeShare }) => [id, cumulativeShare]); // => [['late', 0.5], ['incomplete', 0.8], ['damaged', 0.95], ['invoice', 1]]
 * ```
 */
export function evaluatePareto(causes: readonly ParetoCause[], options: ParetoOptions = {}): ParetoResult {
  const where = 'evaluatePareto';
  requireOptions(where, options);
  const { share: wanted = 0.8 } = options;
  const isShare = typeof wanted === 'number' && wanted > 0 && wanted <= 1;
  requireOption(isShare, where, 'share', 'above 0 and at most 1', wanted);
  const { entries, findings: found } = readRecords(where, causes);
  const findings: ParetoResult['findings'][number][] = [...found];
  const missing: string[] = [];
  const known: { readonly id: string; readonly amount: number }[] = [];
  for (const { index, id, record } of entries) {
    const { amount } = record;
    if (amount === null || amount === undefined) missing.push(id);
    else if (Number.isFinite(amount) && amount >= 0) known.push({ id, amount: amount + 0 });
    else findings.push(recordFinding('invalid-amount', index, id, 'amount', amount));
  }
  known.sort((a, b) => b.amount - a.amount || compareTexts(a.id, b.id));
  const total = sum(known.map(({ amount }) => amount));
  const shareOf = (part: number): number => (total > 0 ? Math.min(part / total, 1) : 0);
  const items: ParetoItem[] = [];
  for (let from = 0, larger = 0; from < known.length; from = items.length) {
    const amount = known[from]?.amount as number;
    let end = from;
    while (known[end]?.amount === amount) end++;
    const equal = known.slice(from, end);
    const reached = larger + amount * equal.length;
    // Vital while what is larger does not yet reach the share; what a rounding keeps below it has reached it.
    const isVital = amount > 0 && shareOf(larger) < wanted - 1e-12;
    // The last group completes the whole, whatever the rounding on the way.
    const cumulativeShare = end === known.length && total > 0 ? 1 : shareOf(reached);
    for (const { id } of equal) items.push({ id, amount, share: shareOf(amount), cumulativeShare, isVital });
    larger = reached;
  }
  findings.sort((a, b) => a.index - b.index);
  const vital = items.filter(({ isVital }) => isVital).length;
  return { items, total, vital, missing: missing.sort(compareTexts), findings };
}
