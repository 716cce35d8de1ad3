/** What zod says of an issue, as far as names that are not known go. */
interface NamedIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

/** The first name that an object does not have; `null` where the issue is another. */
export function unknownNameOf(issue: NamedIssue | undefined): string | null {
  return issue?.code === 'unrecognized_keys' ? (issue.keys?.[0] ?? null) : null;
}

/** Puts names that are not known before what is wrong within their object: a misspelt name explains the one that is missing. */
export function unknownNamesFirst<Issue extends NamedIssue>(issues: readonly Issue[]): Issue[] {
  const sorted: Issue[] = [];
  for (const issue of issues) {
    let at = sorted.length;
    const isWithin = (other: Issue | undefined): boolean =>
      other !== undefined && issue.path.every((step, depth) => other.path[depth] === step);
    // What is wrong within an object comes in a row, right before what is wrong with it.
    if (issue.code === 'unrecognized_keys') while (isWithin(sorted[at - 1])) at--;
    sorted.splice(at, 0, issue);
  }
  return sorted;
}
