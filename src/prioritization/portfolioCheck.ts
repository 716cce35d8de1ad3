import { isWhole } from '../core/options.js';
import { isPlainObject, pathFinding, type PathFinding } from './findingPath.js';
import type { PortfolioInitiative, PortfolioOptions } from './portfolioInitiative.js';
import { dependencyCircle, portfolioRelations } from './portfolioRelations.js';

/**
 * What may be wrong with initiatives to choose from: the list is none or longer than 4,096 (`'not-a-list'`, `'too-many'`), something in
 * it is no initiative, an id is missing or used twice, a value, a cost, a use of a resource or a length is no number of the right kind,
 * a resource is not among the capacities, an id that is named does not exist, something needs or excludes itself, dependencies run in a
 * circle, or something needs what cannot be done together (`'needs-excluded'`). More codes may be added.
 */
export type PortfolioFindingCode =
  | 'not-a-list'
  | 'too-many'
  | 'not-an-initiative'
  | 'invalid-id'
  | 'duplicate-id'
  | 'invalid-value'
  | 'invalid-cost'
  | 'invalid-capacity'
  | 'unknown-resource'
  | 'invalid-quarters'
  | 'unknown-id'
  | 'needs-itself'
  | 'excludes-itself'
  | 'dependency-cycle'
  | 'needs-excluded';

/** What must be so, by code. */
export const PORTFOLIO_RULES: Readonly<Record<PortfolioFindingCode, string>> = {
  'not-a-list': 'a list',
  'too-many': 'a list of at most 4096 initiatives',
  'not-an-initiative': 'an initiative',
  'invalid-id': 'a text that is not empty',
  'duplicate-id': 'an id of its own',
  'invalid-value': 'a finite number',
  'invalid-cost': 'a whole number of minor units from 0',
  'invalid-capacity': 'a number from 0 to 1000000000',
  'unknown-resource': 'a resource that the option "capacity" names',
  'invalid-quarters': 'a whole number from 1 to 400',
  'unknown-id': 'the id of an initiative in the list',
  'needs-itself': 'without itself',
  'excludes-itself': 'without itself',
  'dependency-cycle': 'free of circles',
  'needs-excluded': 'without two that exclude one another',
};

const MOST_INITIATIVES = 4096;
const MOST_CAPACITY = 1_000_000_000;

type Findings = PathFinding<PortfolioFindingCode>[];

/** Tells a use or a limit of a resource that can be counted in millionths. */
export function isCapacity(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MOST_CAPACITY;
}

function checkShape(initiative: unknown, at: number, known: readonly string[] | null): Findings {
  const path = ['initiatives', at];
  if (!isPlainObject(initiative)) return [pathFinding('not-an-initiative', path, initiative)];
  const { id, value, cost, capacity = {}, quarters = 1, dependsOn = [], excludes = [] } = initiative;
  const findings: Findings = [];
  const report = (isWrong: boolean, code: PortfolioFindingCode, below: (string | number)[], found: unknown): void => {
    if (isWrong) findings.push(pathFinding(code, [...path, ...below], found));
  };
  report(typeof id !== 'string' || id === '', 'invalid-id', ['id'], id);
  report(!Number.isFinite(value), 'invalid-value', ['value'], value);
  report(!isWhole(cost), 'invalid-cost', ['cost'], cost);
  report(!isPlainObject(capacity), 'invalid-capacity', ['capacity'], capacity);
  if (isPlainObject(capacity)) {
    for (const [resource, used] of Object.entries(capacity)) {
      report(!isCapacity(used), 'invalid-capacity', ['capacity', resource], used);
      report(known?.includes(resource) === false, 'unknown-resource', ['capacity', resource], resource);
    }
  }
  report(!(isWhole(quarters) && quarters >= 1 && quarters <= 400), 'invalid-quarters', ['quarters'], quarters);
  report(!Array.isArray(dependsOn), 'not-a-list', ['dependsOn'], dependsOn);
  report(!Array.isArray(excludes), 'not-a-list', ['excludes'], excludes);
  return findings;
}

function checkIds(initiatives: readonly PortfolioInitiative[], groups: readonly (readonly string[])[]): Findings {
  const findings: Findings = [];
  const ids = new Set<string>();
  for (const [at, { id }] of initiatives.entries()) {
    if (ids.has(id)) findings.push(pathFinding('duplicate-id', ['initiatives', at, 'id'], id));
    ids.add(id);
  }
  const look = (list: readonly string[], path: readonly (string | number)[], owner: string | null): void => {
    for (const [at, id] of list.entries()) {
      const own = path.at(-1) === 'dependsOn' ? 'needs-itself' : 'excludes-itself';
      if (id === owner) findings.push(pathFinding(own, [...path, at], id));
      else if (!ids.has(id)) findings.push(pathFinding('unknown-id', [...path, at], id));
    }
  };
  for (const [at, { id, dependsOn = [], excludes = [] }] of initiatives.entries()) {
    look(dependsOn, ['initiatives', at, 'dependsOn'], id);
    look(excludes, ['initiatives', at, 'excludes'], id);
  }
  for (const [at, group] of groups.entries()) {
    if (Array.isArray(group)) look(group, ['options', 'exclusiveGroups', at], null);
    else findings.push(pathFinding('not-a-list', ['options', 'exclusiveGroups', at], group));
  }
  return findings;
}

function checkRelations(initiatives: readonly PortfolioInitiative[], groups: readonly (readonly string[])[]): Findings {
  const { needs, bars } = portfolioRelations(initiatives, groups);
  return initiatives.flatMap(({ id }, at): Findings => {
    const path = ['initiatives', at, 'dependsOn'];
    const needed = needs.get(id)!;
    if (needed.has(id)) return [pathFinding('dependency-cycle', path, dependencyCircle(initiatives, id))];
    const all = [id, ...needed].sort();
    const pair = all.flatMap((a) => all.filter((b) => a < b && bars.get(a)?.has(b)).map((b) => `${a}, ${b}`))[0];
    return pair === undefined ? [] : [pathFinding('needs-excluded', path, pair)];
  });
}

/**
 * Lists what is wrong with initiatives to choose from, each fault with its path.
 *
 * Use it to show mistakes of a form or a file where they were made; {@link selectPortfolio} and {@link scheduleInitiatives} throw on the
 * first of them, since a selection from contradictory data would be no answer.
 *
 * @param initiatives - Initiatives, from anywhere.
 * @param options - The capacities and exclusive groups they are to be selected under, so that names can be looked up.
 * @returns Findings: first those of single initiatives, then of ids, and when ids are sound those of circles and contradictions.
 * @example
 * ```ts
 * import { checkPortfolio } from 'cx-scoring/prioritization';
 *
 * const portal = { id: 'portal', value: 30, cost: 90_000, dependsOn: ['pim'] };
 * const path = ['initiatives', 0, 'dependsOn', 0];
 * checkPortfolio([portal]); // => [{ code: 'unknown-id', path, value: 'pim' }]
 * checkPortfolio([portal, { id: 'pim', value: 0, cost: 40_000 }]); // => []
 * ```
 */
export function checkPortfolio(
  initiatives: readonly PortfolioInitiative[],
  options: Pick<PortfolioOptions, 'capacity' | 'exclusiveGroups'> = {},
): PathFinding<PortfolioFindingCode>[] {
  const list: unknown = initiatives;
  if (!Array.isArray(list)) return [pathFinding('not-a-list', ['initiatives'], list)];
  if (list.length > MOST_INITIATIVES) return [pathFinding('too-many', ['initiatives'], list.length)];
  const { capacity, exclusiveGroups: groups = [] } = options ?? {};
  if (!Array.isArray(groups)) return [pathFinding('not-a-list', ['options', 'exclusiveGroups'], groups)];
  const known = isPlainObject(capacity) ? Object.keys(capacity) : null;
  const shape = list.flatMap((initiative: unknown, at) => checkShape(initiative, at, known));
  if (shape.some(({ code }) => code === 'not-an-initiative' || code === 'not-a-list')) return shape;
  const ids = checkIds(initiatives, groups);
  return ids.length > 0 ? [...shape, ...ids] : [...shape, ...checkRelations(initiatives, groups)];
}
