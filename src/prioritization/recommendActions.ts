import { cxError } from '../core/errors.js';
import { isWhole, requireOption } from '../core/options.js';
import type { SegmentKey } from '../core/segment.js';
import { findingTone, type Finding } from './finding.js';
import { compareTexts } from '../core/textOrder.js';
import { isPlainObject, requireNoFinding, requireOptionsObject } from './findingPath.js';
import type { PlaybookAction } from './playbookAction.js';
import { checkPlaybook, PLAYBOOK_RULES } from './playbookCheck.js';

/** How many actions are recommended. */
export interface RecommendActionsOptions {
  /**
   * Most actions for the whole and for each segment, from 1.
   * @defaultValue no limit
   */
  readonly perSegment?: number | undefined;
}

/** An action for a part of the business, and what calls for it. */
export interface Recommendation {
  /** The action. */
  readonly action: PlaybookAction;
  /** Part of the business it is for; `{}` is the whole. */
  readonly segment: SegmentKey;
  /** The findings of that part that call for it, each once. */
  readonly triggeredBy: readonly Finding[];
}

/** An action that findings call for, but whose metrics are getting better already. */
export interface WithheldAction extends Recommendation {
  /** The findings of that part that tell of the improvement. */
  readonly because: readonly Finding[];
}

/** What to do, by part of the business. */
export interface Recommendations {
  /** The whole first, then the segments in code-unit order of their keys; within each, the most called for first. */
  readonly recommended: readonly Recommendation[];
  /** What is left alone because it is getting better, in the same order. */
  readonly withheld: readonly WithheldAction[];
}

/** Writes a key or a finding so that equal ones give equal text, whatever the order of their properties. */
function textOf(value: unknown): string {
  if (!isPlainObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => compareTexts(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${textOf(item)}`).join()}}`;
}

function metricOf(finding: Finding): string | null {
  return finding.kind === 'theme' ? null : finding.metric;
}

/** Whether a finding tells that its metric has moved; a difference between segments does not. */
function isMovement({ kind }: Finding): boolean {
  return kind === 'comparison' || kind === 'trend';
}

function calls(finding: Finding, { triggers }: PlaybookAction): boolean {
  return triggers.some((trigger) =>
    'theme' in trigger
      ? finding.kind === 'theme' && finding.theme === trigger.theme
      : metricOf(finding) === trigger.metric && (trigger.kinds?.includes(finding.kind) ?? true),
  );
}

/** Findings by part of the business, each once, all in code-unit order. */
function bySegment(findings: readonly Finding[]): Finding[][] {
  const unique = new Map(findings.map((finding) => [textOf(finding), finding]));
  const sorted = [...unique].sort(([a], [b]) => compareTexts(a, b)).map(([, finding]) => finding);
  const groups = new Map<string, Finding[]>();
  for (const finding of sorted) {
    const key = textOf(finding.segment);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  // The whole is `{}`, shorter than any other key.
  const order = (a: string, b: string): number => Number(b === '{}') - Number(a === '{}') || compareTexts(a, b);
  return [...groups].sort(([a], [b]) => order(a, b)).map(([, group]) => group);
}

function urgency({ triggeredBy }: Recommendation): [red: number, all: number] {
  return [
    triggeredBy.filter((finding) => finding.kind === 'status' && finding.level === 'red').length,
    triggeredBy.length,
  ];
}

function compareUrgency(a: Recommendation, b: Recommendation): number {
  const [[redA, allA], [redB, allB]] = [urgency(a), urgency(b)];
  return redB - redA || allB - allA || compareTexts(a.action.id, b.action.id);
}

/** The actions that the findings of one part call for. */
function recommendFor(findings: readonly Finding[], playbook: readonly PlaybookAction[]): Recommendations {
  const segment = findings[0]?.segment ?? {};
  const adverse = findings.filter((finding) => findingTone(finding) === 'adverse');
  const moved = (tone: string): Finding[] => findings.filter((one) => isMovement(one) && findingTone(one) === tone);
  const worsened = new Set(moved('adverse').map(metricOf));
  const improvements = moved('favourable').filter((finding) => !worsened.has(metricOf(finding)));
  const improved = new Set(improvements.map(metricOf));
  const recommended: Recommendation[] = [];
  const withheld: WithheldAction[] = [];
  for (const action of playbook) {
    const called = adverse.filter((finding) => calls(finding, action));
    const triggeredBy = called.filter((finding) => !improved.has(metricOf(finding)));
    if (triggeredBy.length > 0) recommended.push({ action, segment, triggeredBy });
    else if (called.length > 0) {
      const because = improvements.filter((one) => called.some((finding) => metricOf(finding) === metricOf(one)));
      withheld.push({ action, segment, triggeredBy: called, because });
    }
  }
  return { recommended: recommended.sort(compareUrgency), withheld: withheld.sort(compareUrgency) };
}

/**
 * Recommends actions of a playbook for what the numbers say, overall and for each segment.
 *
 * Use it before prioritizing: it says what could be done and why, not what is worth doing most. Recommendations of a segment rest on
 * findings of that very segment.
 *
 * @param findings - Findings of the whole and of segments, in any order; only adverse ones call for actions.
 * @param playbook - Actions to choose from, {@link B2B_PLAYBOOK} or your own.
 * @param options - How many actions to give for each part.
 * @returns The actions with the findings that call for them: more red lights first, then more findings, then ids in code-unit order.
 * A metric that is getting better in a part of the business (a favourable comparison with its past or trend, and none to the contrary)
 * calls for nothing there; actions that rest on such metrics alone are listed as withheld.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for the first finding of {@link checkPlaybook} or for findings that are
 * none, `CX_INVALID_OPTION` for an option out of its range.
 * @example
 * ```ts
 * import { B2B_PLAYBOOK, recommendActions, type Finding } from 'cx-scoring/prioritization';
 *
 * const segment = { zone: 'north' };
 * const findings: Finding[] = [
 *   { kind: 'status', metric: 'critical-parts-next-day', level: 'red', segment },
 *   { kind: 'theme', theme: 'spare-parts', metric: 'nps', impact: 'negative', segment },
 * ];
 * const { recommended } = recommendActions(findings, B2B_PLAYBOOK);
 * recommended.map(({ action }) => action.id); // => ['critical-parts-next-day']
 * recommended[0]?.segment; // => { zone: 'north' }
 * recommended[0]?.triggeredBy.length; // => 2
 * ```
 */
export function recommendActions(
  findings: readonly Finding[],
  playbook: readonly PlaybookAction[],
  options: RecommendActionsOptions = {},
): Recommendations {
  const where = 'recommendActions';
  const isList =
    Array.isArray(findings) && findings.every((one) => isPlainObject(one) && isPlainObject(one['segment']));
  if (!isList) throw cxError('CX_INVALID_INPUT', `${where}: findings`, 'a list of findings with segments', findings);
  requireNoFinding(where, checkPlaybook(playbook), PLAYBOOK_RULES);
  requireOptionsObject(where, options);
  const { perSegment = Number.MAX_SAFE_INTEGER } = options;
  requireOption(isWhole(perSegment) && perSegment > 0, where, 'perSegment', 'a whole number from 1', perSegment);
  const parts = bySegment(findings).map((group) => recommendFor(group, playbook));
  return {
    recommended: parts.flatMap(({ recommended }) => recommended.slice(0, perSegment)),
    withheld: parts.flatMap(({ withheld }) => withheld),
  };
}
