import type { SharedConditions } from '../rewards/conditions/compileCondition.js';
import type { Condition } from '../rewards/conditions/condition.js';
import type { RewardRule } from '../rewards/rules/rewardRule.js';
import { shownPath, type UnplacedIssue } from './rewardIssue.js';
import type { RewardProgram } from './rewardProgram.js';

type Path = readonly (string | number)[];

/** How deep conditions may lie within one another and how many one may come to, shared ones included: the limits of the evaluation. */
const DEEPEST = 32;
const MOST = 1000;

/** A reference within a condition. */
interface Reference {
  readonly id: string;
  readonly path: Path;
  readonly depth: number;
}

/** What a condition comes to by itself. */
interface Extent {
  readonly count: number;
  readonly depth: number;
  readonly references: readonly Reference[];
}

/** Goes over a condition without recursion. */
function extentOf(condition: Condition, path: Path): Extent {
  const stack: { own: Condition; path: Path; depth: number }[] = [{ own: condition, path, depth: 1 }];
  const references: Reference[] = [];
  let count = 0;
  let deepest = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { own, path: at, depth } = next;
    count++;
    deepest = Math.max(deepest, depth);
    const push = (inner: Condition, ...steps: Path): void =>
      void stack.push({ own: inner, path: [...at, ...steps], depth: depth + 1 });
    if (own.op === 'ref') references.push({ id: own.id, path: [...at, 'id'], depth });
    else if (own.op === 'not') push(own.of, 'of');
    else if ('of' in own)
      for (let index = own.of.length - 1; index >= 0; index--) push(own.of[index] as Condition, 'of', index);
    else if ('where' in own && own.where !== undefined) push(own.where, 'where');
  }
  return { count, depth: deepest, references };
}

/** The conditions of a rule with their places. */
function conditionsOf({ when, settle, reversal }: RewardRule, path: Path): readonly (readonly [Condition, Path])[] {
  const phases = settle?.mode === 'two-phase' ? settle : undefined;
  const found: (readonly [Condition | undefined, Path])[] = [
    [when, [...path, 'when']],
    [phases?.post, [...path, 'settle', 'post']],
    [phases?.void, [...path, 'settle', 'void']],
    [reversal?.when, [...path, 'reversal', 'when']],
  ];
  return found.filter((own): own is readonly [Condition, Path] => own[0] !== undefined);
}

/** Sees to what a condition comes to with all that it refers to. */
function referenceChecker(
  shared: SharedConditions,
  issues: UnplacedIssue[],
): (condition: Condition, path: Path) => Pick<Extent, 'count' | 'depth'> {
  const known = new Map<string, Pick<Extent, 'count' | 'depth'>>();
  const open = new Set<string>();
  const nothing = { count: 0, depth: 0 };
  const resolve = ({ id, path }: Reference): Pick<Extent, 'count' | 'depth'> => {
    const named = JSON.stringify(id.slice(0, 40));
    if (!Object.hasOwn(shared, id)) {
      const message = `${shownPath(path)} must be the id of a shared condition, received ${named}`;
      issues.push({ path, code: 'unknown-reference', message });
      return nothing;
    }
    if (open.has(id)) {
      const message = `${shownPath(path)} must be free of circles, received ${named}, which leads back here`;
      issues.push({ path, code: 'circular', message });
      return nothing;
    }
    const before = known.get(id);
    if (before !== undefined) return before;
    open.add(id);
    const extent = check(shared[id] as Condition, ['shared', id]);
    open.delete(id);
    known.set(id, extent);
    return extent;
  };
  const check = (condition: Condition, path: Path): Pick<Extent, 'count' | 'depth'> => {
    const own = extentOf(condition, path);
    let { count, depth } = own;
    for (const reference of own.references) {
      const inner = resolve(reference);
      count += inner.count;
      depth = Math.max(depth, reference.depth + inner.depth);
    }
    if (count <= MOST && depth <= DEEPEST) return { count, depth };
    const limit = `at most ${DEEPEST} conditions deep and ${MOST} large, shared ones included`;
    const message = `${shownPath(path)} must be ${limit}, received ${depth} and ${count}`;
    issues.push({ path, code: 'too-large', message });
    // Told once, not again by all that use it.
    return nothing;
  };
  return check;
}

/** What is wrong between the parts of a program that are right by themselves. */
export function programIssues({ rules, shared = {} }: RewardProgram): UnplacedIssue[] {
  const issues: UnplacedIssue[] = [];
  const ids = new Set<string>();
  rules.forEach(({ id }, at) => {
    const path = ['rules', at, 'id'];
    const message = `${shownPath(path)} must be its own, received ${JSON.stringify(id.slice(0, 40))} a second time`;
    if (ids.has(id)) issues.push({ path, code: 'duplicate', message });
    ids.add(id);
  });
  const check = referenceChecker(shared, issues);
  // Through the references themselves, so that each shared condition is looked at once.
  const all: Condition = { op: 'any', of: Object.keys(shared).map((id) => ({ op: 'ref', id })) };
  for (const { id } of all.of as readonly { id: string }[]) check({ op: 'ref', id }, []);
  rules.forEach((rule, at) => {
    for (const [condition, path] of conditionsOf(rule, ['rules', at])) check(condition, path);
  });
  return issues;
}
