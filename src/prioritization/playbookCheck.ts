import { isPlainObject, pathFinding, type PathFinding } from './findingPath.js';
import type { PlaybookAction } from './playbookAction.js';

/**
 * What may be wrong with a playbook: it is no list, something in it is no action, an id is missing, malformed or used twice, the area or
 * a name is missing, an action has no metric or no trigger, a trigger names neither a metric nor a theme, or a metric is not known.
 * More codes may be added.
 */
export type PlaybookFindingCode =
  | 'not-a-list'
  | 'not-an-action'
  | 'invalid-id'
  | 'duplicate-id'
  | 'invalid-area'
  | 'missing-name'
  | 'no-metric'
  | 'no-trigger'
  | 'invalid-trigger'
  | 'unknown-metric';

/** What must be so, by code. */
export const PLAYBOOK_RULES: Readonly<Record<PlaybookFindingCode, string>> = {
  'not-a-list': 'a list of actions',
  'not-an-action': 'an action',
  'invalid-id': 'an id in kebab case',
  'duplicate-id': 'an id of its own',
  'invalid-area': 'a text that is not empty',
  'missing-name': 'a text that is not empty',
  'no-metric': 'a list of at least one id of a metric',
  'no-trigger': 'a list of at least one trigger',
  'invalid-trigger': 'a trigger with a metric or a theme',
  'unknown-metric': 'the id of a known metric',
};

/** Against what a playbook is checked. */
export interface CheckPlaybookOptions {
  /**
   * Metrics that exist, such as the metric catalogue.
   * @defaultValue every id is taken for known
   */
  readonly metrics?:
    | readonly {
        /** Id of the metric. */
        readonly id: string;
      }[]
    | undefined;
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function checkAction(
  action: unknown,
  index: number,
  isKnown: (id: string) => boolean,
): PathFinding<PlaybookFindingCode>[] {
  const path = ['playbook', index];
  if (!isPlainObject(action)) return [pathFinding('not-an-action', path, action)];
  const { id, area, names, metrics, triggers } = action;
  const findings: PathFinding<PlaybookFindingCode>[] = [];
  const report = (isWrong: boolean, code: PlaybookFindingCode, below: (string | number)[], value: unknown): void => {
    if (isWrong) findings.push(pathFinding(code, [...path, ...below], value));
  };
  report(typeof id !== 'string' || !KEBAB.test(id), 'invalid-id', ['id'], id);
  report(!isText(area), 'invalid-area', ['area'], area);
  const { en, fr } = isPlainObject(names) ? names : {};
  report(!isText(en), 'missing-name', ['names', 'en'], en);
  report(!isText(fr), 'missing-name', ['names', 'fr'], fr);
  const ids: readonly unknown[] = Array.isArray(metrics) ? metrics : [];
  report(ids.length === 0, 'no-metric', ['metrics'], metrics);
  for (const [at, metric] of ids.entries())
    report(!isText(metric) || !isKnown(metric), 'unknown-metric', ['metrics', at], metric);
  const list: readonly unknown[] = Array.isArray(triggers) ? triggers : [];
  report(list.length === 0, 'no-trigger', ['triggers'], triggers);
  for (const [at, trigger] of list.entries()) {
    const below = ['triggers', at];
    const { metric, theme, kinds } = isPlainObject(trigger) ? trigger : {};
    const isOne = isText(metric) ? theme === undefined : isText(theme) && metric === undefined;
    report(!isOne || !(kinds === undefined || Array.isArray(kinds)), 'invalid-trigger', below, trigger);
    if (isText(metric)) report(!isKnown(metric), 'unknown-metric', [...below, 'metric'], metric);
  }
  return findings;
}

/**
 * Lists what is wrong with a playbook, each fault with its path.
 *
 * Use it on a playbook of your own, with the metric catalogue to find misspelt ids; {@link recommendActions} throws on the first fault.
 *
 * @param playbook - The actions, from anywhere.
 * @param options - The metrics that exist.
 * @returns Findings in the order of the actions, then those of ids used twice.
 * @example
 * ```ts
 * import { METRIC_CATALOGUE } from 'cx-scoring';
 * import { B2B_PLAYBOOK, checkPlaybook } from 'cx-scoring/prioritization';
 *
 * checkPlaybook(B2B_PLAYBOOK, { metrics: METRIC_CATALOGUE }); // => []
 * const [first] = B2B_PLAYBOOK;
 * checkPlaybook([{ ...first!, metrics: [] }]); // => [{ code: 'no-metric', path: ['playbook', 0, 'metrics'], value: 'array' }]
 * ```
 */
export function checkPlaybook(
  playbook: readonly PlaybookAction[],
  options: CheckPlaybookOptions = {},
): PathFinding<PlaybookFindingCode>[] {
  const list: unknown = playbook;
  if (!Array.isArray(list)) return [pathFinding('not-a-list', ['playbook'], list)];
  const known = options?.metrics && new Set(options.metrics.map(({ id }) => id));
  const findings = list.flatMap((action: unknown, index) => checkAction(action, index, (id) => known?.has(id) ?? true));
  const seen = new Set<unknown>();
  for (const [index, action] of (list as readonly (PlaybookAction | null)[]).entries()) {
    const id = action?.id;
    if (typeof id === 'string' && seen.has(id))
      findings.push(pathFinding('duplicate-id', ['playbook', index, 'id'], id));
    seen.add(id);
  }
  return findings;
}
