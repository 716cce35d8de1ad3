import type { SharedConditions } from '../conditions/compileCondition.js';
import type { Condition } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import { leafCases } from './leafCases.js';
import { ANYTHING, intersection, isEmptyRegion, NOTHING, type Region } from './region.js';
import { factVariable, wantWithinNot, type Case, type Goal, type Want } from './want.js';

/** How many cases are looked at before nothing is claimed. */
const MOST = 4096;

/** What has been assumed on the way to one case. It is copied where ways part. */
interface Assumptions {
  readonly regions: Map<string, Region>;
  readonly paths: Map<string, FactPath>;
  readonly some: (readonly [list: string, goal: Goal])[];
  readonly each: (readonly [list: string, goal: Goal])[];
}

/** Something of which one way or another must be taken: so many of some conditions, or one of some cases. */
type Choice =
  | { readonly members: readonly Condition[]; readonly need: number; readonly want: Want }
  | { readonly cases: readonly Case[] };

/** What is left of the number of cases. */
interface Patience {
  left: number;
}

/** Adds what a case says; `false` where it contradicts what was assumed. */
function assume({ regions, paths, some, each }: Assumptions, own: Case): boolean {
  return own.every((part) => {
    const region = intersection(regions.get(part.variable) ?? ANYTHING, part.region);
    regions.set(part.variable, region);
    if (part.path !== null) paths.set(part.variable, part.path);
    if (part.some !== null) some.push([part.variable, part.some]);
    if (part.each !== null) each.push([part.variable, part.each]);
    return !isEmptyRegion(region);
  });
}

/** A fact that is there lies in records: what holds it is one. */
function isNested({ regions, paths }: Assumptions): boolean {
  for (const [variable, path] of Array.from(paths)) {
    if (regions.get(variable)?.missing !== false) continue;
    for (let length = 1; length < path.length; length++) {
      const holder = factVariable(path.slice(0, length));
      const region = intersection(regions.get(holder) ?? ANYTHING, { ...NOTHING, record: true });
      if (isEmptyRegion(region)) return false;
    }
  }
  return true;
}

/** Takes a goal apart: into goals that must all be met, or into a choice. */
function partsOf({ condition, want }: Goal, shared: SharedConditions): readonly Goal[] | Choice {
  if (condition.op === 'ref') return [{ condition: shared[condition.id] as Condition, want }];
  if (condition.op === 'not') return [{ condition: condition.of, want: wantWithinNot(want) }];
  if (!('of' in condition)) return { cases: leafCases(condition, want) };
  const { of: members } = condition;
  const least = 'n' in condition ? condition.n : condition.op === 'all' ? members.length : 1;
  // So many must hold; and where too many do not, they cannot.
  const need = want === 'true' || want === 'not-false' ? least : members.length - least + 1;
  return need === members.length ? members.map((member) => ({ condition: member, want })) : { members, need, want };
}

/** Tells whether goals can be met together with what was assumed. */
function search(
  goals: readonly Goal[],
  choices: readonly Choice[],
  assumed: Assumptions,
  shared: SharedConditions,
  patience: Patience,
): boolean {
  if (--patience.left < 0) return true;
  const open = [...choices];
  const queue = [...goals];
  for (let goal = queue.pop(); goal !== undefined; goal = queue.pop()) {
    const parts = partsOf(goal, shared);
    if (!('cases' in parts || 'members' in parts)) queue.push(...parts);
    else if ('cases' in parts && parts.cases.length === 1) {
      if (!assume(assumed, parts.cases[0] as Case)) return false;
    } else open.push(parts);
  }
  const choice = open.pop();
  const fork = (): Assumptions => ({
    regions: new Map(assumed.regions),
    paths: new Map(assumed.paths),
    some: [...assumed.some],
    each: [...assumed.each],
  });
  if (choice === undefined) return isNested(assumed) && hasElements(assumed, shared, patience);
  if ('cases' in choice)
    return choice.cases.some((own) => {
      const next = fork();
      return assume(next, own) && search([], open, next, shared, patience);
    });
  const { members, need, want } = choice;
  const [first, ...rest] = members as readonly [Condition, ...Condition[]];
  const others: readonly Choice[] = need === 1 ? [] : [{ members: rest, need: need - 1, want }];
  if (search([{ condition: first, want }], [...open, ...others], fork(), shared, patience)) return true;
  return rest.length >= need && search([], [...open, { members: rest, need, want }], fork(), shared, patience);
}

/** Tells whether every list can have the elements it must have. */
function hasElements({ some, each }: Assumptions, shared: SharedConditions, patience: Patience): boolean {
  const isPossible = (list: string, own: readonly Goal[]): boolean => {
    const all = each.filter(([other]) => other === list).map(([, goal]) => goal);
    return search([...own, ...all], [], { regions: new Map(), paths: new Map(), some: [], each: [] }, shared, patience);
  };
  return some.every(([list, goal]) => isPossible(list, [goal])) && each.every(([list]) => isPossible(list, []));
}

/** Whether goals can be met by one fact; `'unsaid'` where that takes too many cases to find out. */
export type Possibility = 'possible' | 'impossible' | 'unsaid';

/**
 * Tells whether some conditions can come out as wanted for one and the same fact. `'impossible'` is said only where it is proved: no
 * fact whatever does. `'possible'` means that nothing speaks against it.
 */
export function mayHold(goals: readonly Goal[], shared: SharedConditions): Possibility {
  const patience: Patience = { left: MOST };
  const isPossible = search(goals, [], { regions: new Map(), paths: new Map(), some: [], each: [] }, shared, patience);
  if (!isPossible) return 'impossible';
  return patience.left < 0 ? 'unsaid' : 'possible';
}
