import type { Condition } from '../conditions/condition.js';
import { compileCondition } from '../conditions/compileCondition.js';
import { isFactPath, type FactPath } from '../conditions/factPath.js';
import { shownText, type Interchange, type InterchangeLoss, type InterchangeLossCode } from './interchange.js';

/** Where something lies in what is imported. */
export type ImportPath = readonly (string | number)[];

/** What an import collects on its way. */
export interface ImportContext {
  /** Notes text that was split at its dots. */
  readonly split: (path: ImportPath, text: string) => void;
  /** Names something that differs. */
  readonly tell: (path: ImportPath, code: InterchangeLossCode, message: string) => void;
  /** Names something that has no counterpart. */
  readonly refuse: (path: ImportPath, code: InterchangeLossCode, message: string) => null;
  /** Counts a part; `false` where there are too many, or it lies too deep. */
  readonly enter: (path: ImportPath, depth: number) => boolean;
}

const DEEPEST = 32;
const MOST = 1000;
const LANGUAGE_LIMIT = '32 levels deep and 1000 conditions large';

/** Reads text with dots as a path, and says so. */
export function splitPath(text: string, path: ImportPath, { split, refuse }: ImportContext): FactPath | null {
  const steps = text.split('.');
  if (steps.some((step) => step === '') || !isFactPath(steps))
    return refuse(path, 'path-not-addressable', `${shownText(text)} names no fact`);
  // A number may be the place in a list, which our paths do not reach into.
  if (steps.some((step) => /^\d+$/.test(step)))
    return refuse(path, 'path-not-addressable', `${shownText(text)} may lead to the element of a list`);
  if (steps.length > 1) split(path, text);
  return steps;
}

/** Runs an import: what it refuses makes it fail, as does anything that throws when it is read. */
export function runImport(name: string, read: (context: ImportContext) => Condition | null): Interchange<Condition> {
  const told: InterchangeLoss[] = [];
  const refusals: InterchangeLoss[] = [];
  const splits = new Set<string>();
  let count = 0;
  // Told where the first of them is, and once: there is one answer to all of them.
  const losses = (): InterchangeLoss[] =>
    told.map((loss) => {
      if (loss.code !== 'path-split') return loss;
      const [first = ''] = splits;
      const message =
        splits.size === 1
          ? `${shownText(first)} is split at its dots`
          : `${splits.size} names are split at their dots, the first is ${shownText(first)}`;
      return { ...loss, message };
    });
  const refuse: ImportContext['refuse'] = (path, code, message) => {
    if (refusals.length < MOST) refusals.push({ path, code, message });
    return null;
  };
  const context: ImportContext = {
    tell: (path, code, message) => void told.push({ path, code, message }),
    split: (path, text) => {
      if (splits.size === 0) context.tell(path, 'path-split', '');
      splits.add(text);
    },
    refuse,
    enter: (path, depth) => {
      if (depth <= DEEPEST && ++count <= MOST) return true;
      if (!refusals.some(({ code }) => code === 'too-large'))
        refuse(path, 'too-large', `a condition is at most ${LANGUAGE_LIMIT}`);
      return false;
    },
  };
  try {
    const value = read(context);
    if (value === null || refusals.length > 0) return { ok: false, value: null, losses: [...refusals, ...losses()] };
    compileCondition(name, value, {}, 1);
    return { ok: true, value, losses: losses() };
  } catch (error) {
    const isOurs = error instanceof Error && 'code' in error && error.code === 'CX_INVALID_RULE';
    if (isOurs) refuse([], 'too-large', `a condition is at most ${LANGUAGE_LIMIT}, its groups at most 32 members`);
    else refuse([], 'unreadable', 'it throws when it is read');
    return { ok: false, value: null, losses: [...refusals, ...losses()] };
  }
}
