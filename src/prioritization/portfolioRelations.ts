import type { PortfolioInitiative } from './portfolioInitiative.js';

/** Who needs whom, and who excludes whom, by id. */
export interface PortfolioRelations {
  /** What each needs, directly or further down. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
  /** What each excludes, from either side and through groups. */
  readonly bars: ReadonlyMap<string, ReadonlySet<string>>;
}

function reach(from: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const other of next.get(id) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      queue.push(other);
    }
  }
  return found;
}

/** Follows the dependencies to their ends and makes the exclusions mutual. One that needs itself lies on a circle. */
export function portfolioRelations(
  initiatives: readonly PortfolioInitiative[],
  groups: readonly (readonly string[])[],
): PortfolioRelations {
  const direct = new Map(initiatives.map(({ id, dependsOn = [] }) => [id, dependsOn]));
  const needs = new Map(initiatives.map(({ id }) => [id, reach(id, direct)]));
  const bars = new Map(initiatives.map(({ id }) => [id, new Set<string>()]));
  const bar = (a: string, b: string): void => {
    if (a === b) return;
    bars.get(a)?.add(b);
    bars.get(b)?.add(a);
  };
  for (const { id, excludes = [] } of initiatives) for (const other of excludes) bar(id, other);
  for (const group of groups) for (const a of group) for (const b of group) bar(a, b);
  return { needs, bars };
}

/** The shortest way from an initiative through its dependencies back to itself, as `a > b > a`. */
export function dependencyCircle(initiatives: readonly PortfolioInitiative[], id: string): string {
  const direct = new Map(initiatives.map((initiative) => [initiative.id, initiative.dependsOn ?? []]));
  const ways: string[][] = [[id]];
  const seen = new Set<string>();
  for (let at = 0; at < ways.length; at++) {
    const way = ways[at]!;
    for (const next of direct.get(way.at(-1)!) ?? []) {
      if (next === id) return [...way, id].join(' > ');
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return id;
}
