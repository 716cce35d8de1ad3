import { cxError } from '../core/errors.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';
import { compareTexts } from '../core/textOrder.js';
import { listTies } from './rankScores.js';

/** One choice: which of some items is the most important, which the least. */
export interface MaxDiffChoice {
  /** Ids of the items shown, each once; two or more. */
  readonly shown: readonly string[];
  /** Id of the best. */
  readonly best: string;
  /** Id of the worst. */
  readonly worst: string;
}

/**
 * What may be wrong with a choice: it is no record, what was shown is no list of two or more different ids, or best or worst was not
 * shown or is the same item. Such choices are left out. More codes may be added.
 */
export type MaxDiffFindingCode = 'not-a-choice' | 'invalid-shown' | 'not-shown' | 'same-item';

/** An item with its counts. */
export interface MaxDiffItem {
  /** Id of the item. */
  readonly id: string;
  /** Times it was shown. */
  readonly shown: number;
  /** Times it was the best. */
  readonly best: number;
  /** Times it was the worst. */
  readonly worst: number;
  /** `(best - worst) / shown`, -1..1. */
  readonly score: number;
  /** Rank, 1 being the best; equal scores share the better rank. */
  readonly rank: number;
  /** Ids of others with the same score, in code-unit order. */
  readonly tiedWith: readonly string[];
}

/** Items by rank. */
export interface MaxDiffResult {
  /** The items by rank, then id. */
  readonly items: readonly MaxDiffItem[];
  /** Choices that were counted. */
  readonly choices: number;
  /** What was wrong with the others. */
  readonly findings: readonly RecordFinding<MaxDiffFindingCode>[];
}

/**
 * Ranks items by counting how often they were chosen best and worst among those shown with them (MaxDiff, best-worst scaling).
 *
 * Use it as a first estimate of what customers find important; stated best and worst avoid the ceiling of rating scales. Counts are fair
 * when each item is shown equally often, and with each other one.
 *
 * @param choices - The choices, in any order.
 * @returns Items by score with their counts; none without a usable choice.
 * @throws TypeError with code `CX_INVALID_INPUT` when the choices are no array.
 * @remarks Finn and Louviere (1992), Determining the appropriate response to evidence of public concern: the case of food safety, Journal of
 * Public Policy and Marketing 11(2), 12-25. Counts estimate the logit model closely: Marley and Louviere (2005), Journal of Mathematical
 * Psychology 49, 464-480, https://doi.org/10.1016/j.jmp.2005.05.003
 * @example
 * ```ts
 * import { rankMaxDiff } from 'cx-scoring/prioritization';
 *
 * const { items } = rankMaxDiff([
 *   { shown: ['price', 'delay', 'advice'], best: 'delay', worst: 'price' },
 *   { shown: ['price', 'delay', 'advice'], best: 'delay', worst: 'advice' },
 * ]);
 * items.map(({ id, score, rank }) => [id, score, rank]); // => [['delay', 1, 1], ['advice', -0.5, 2], ['price', -0.5, 2]]
 * ```
 */
export function rankMaxDiff(choices: readonly MaxDiffChoice[]): MaxDiffResult {
  if (!Array.isArray(choices)) throw cxError('CX_INVALID_INPUT', 'rankMaxDiff: the choices', 'an array', choices);
  const findings: RecordFinding<MaxDiffFindingCode>[] = [];
  const counts = new Map<string, { shown: number; best: number; worst: number }>();
  for (const [index, choice] of (choices as readonly unknown[]).entries()) {
    const fault = faultOf(choice, index);
    if (fault !== null) {
      findings.push(fault);
      continue;
    }
    const { shown, best, worst } = choice as MaxDiffChoice;
    for (const id of shown) {
      const held = counts.get(id) ?? { shown: 0, best: 0, worst: 0 };
      held.shown++;
      if (id === best) held.best++;
      if (id === worst) held.worst++;
      counts.set(id, held);
    }
  }
  const scored = Array.from(counts, ([id, own]) => ({ id, ...own, score: (own.best - own.worst) / own.shown }));
  const ties = listTies(
    scored.map(({ id }) => id),
    scored.map(({ score }) => score),
  );
  const items = scored.map((item, index) => {
    const tiedWith = ties[index] as string[];
    const ahead = scored.filter(({ id, score }) => score > item.score && !tiedWith.includes(id));
    return { ...item, rank: 1 + ahead.length, tiedWith };
  });
  items.sort((a, b) => a.rank - b.rank || compareTexts(a.id, b.id));
  return { items, choices: choices.length - findings.length, findings };
}

function faultOf(choice: unknown, index: number): RecordFinding<MaxDiffFindingCode> | null {
  if (typeof choice !== 'object' || choice === null) return recordFinding('not-a-choice', index, null, '', choice);
  const { shown, best, worst } = choice as MaxDiffChoice;
  const isList = Array.isArray(shown) && shown.length > 1 && shown.every((id) => typeof id === 'string' && id !== '');
  if (!isList || new Set(shown).size < shown.length) return recordFinding('invalid-shown', index, null, 'shown', shown);
  if (!shown.includes(best)) return recordFinding('not-shown', index, null, 'best', best);
  if (!shown.includes(worst)) return recordFinding('not-shown', index, null, 'worst', worst);
  return best === worst ? recordFinding('same-item', index, null, 'worst', worst) : null;
}
