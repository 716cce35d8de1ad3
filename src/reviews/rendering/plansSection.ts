import { localCount } from '../../core/locale.js';
import { formatPlanEffect } from '../../prioritization/formatPlanEffect.js';
import type { IndicatorReview, PlanState } from '../../prioritization/reviewPlanIndicator.js';
import type { QuarterlyPlan, QuarterlyReview } from '../quarterlyRecord.js';
import { paragraph, type Block, type Cell, type Mark, type Section, type Tone } from './block.js';
import { shareText, valueText } from './figureText.js';
import { dateText, definitionOf, metricIdName, nameOf, partText, tableOf, type Page } from './page.js';

const STATE_TONES: Readonly<Record<PlanState, Tone>> = {
  'not-started': 'unknown',
  abandoned: 'unknown',
  'not-measurable': 'unknown',
  reached: 'good',
  missed: 'bad',
  'on-track': 'good',
  late: 'bad',
};

const EVIDENCE_TONES: Readonly<Record<IndicatorReview['change']['verdict'], Tone>> = {
  better: 'good',
  worse: 'bad',
  'no-evidence': 'unknown',
  unknown: 'unknown',
};

function stateMark({ words }: Page, { state, reachedByBound }: IndicatorReview): Mark {
  // At the target by its value only: luck may have helped.
  if (state === 'reached' && reachedByBound !== true) return { text: words.reachedByLuck, tone: 'fair' };
  return { text: words.states[state] ?? words.unknown, tone: STATE_TONES[state] ?? 'unknown' };
}

function rowOf(page: Page, indicator: IndicatorReview): Cell[] {
  const { definition, baseline, latest, target, unboundedProgress, expected, change } = indicator;
  const known = definitionOf(page, definition);
  const value = (own: number | null): string => valueText(page, own, known);
  const { verdict } = change;
  return [
    metricIdName(page, definition.id),
    stateMark(page, indicator),
    value(baseline),
    value(latest),
    value(target),
    shareText(page, unboundedProgress),
    shareText(page, expected?.progress ?? null),
    { text: page.words.evidence[verdict] ?? page.words.unknown, tone: EVIDENCE_TONES[verdict] ?? 'unknown' },
  ];
}

function dueText(page: Page, dueOn: string | null, days: number | null): string {
  const { words, locale } = page;
  if (dueOn === null && days === null) return words.unknown;
  const due = dueOn === null ? '' : dateText(page, dueOn);
  if (days === null) return due;
  const text = localCount(locale, Math.abs(days));
  return days < 0 ? words.daysPast(due, text) : words.daysLeft(due, text);
}

/** What a plan is called: its objective, its id where a review of an earlier version does not tell it. */
export function planName(page: Page, { id, objective }: QuarterlyPlan): string {
  return Object.hasOwn(page.names, id) ? nameOf(page, id) : (objective ?? id);
}

function planBlocks(page: Page, plan: QuarterlyPlan): Block[] {
  const { words, locale } = page;
  const name = planName(page, plan);
  const columns = ['metric', 'state', 'baseline', 'latest', 'target', 'progress', 'expected', 'evidence'] as const;
  const numbers = ['baseline', 'latest', 'target', 'progress', 'expected'] as const;
  const line = words.planLine(
    plan.owner ? nameOf(page, plan.owner) : words.unknown,
    dueText(page, plan.dueOn ?? null, plan.daysLeft),
    plan.nextCheckpoint === null ? words.none : dateText(page, plan.nextCheckpoint),
    partText(page, plan.scope),
  );
  const rows = [plan.target, ...plan.indicators].map((indicator) => rowOf(page, indicator));
  return [
    { kind: 'heading', text: name },
    paragraph(line),
    tableOf(page, words.planCaption(name), columns, numbers, rows),
    ...(plan.effect === null ? [] : [paragraph(formatPlanEffect(plan.effect, { locale: locale.tag }))]),
  ];
}

/** How far each plan got. */
export function plansSection(page: Page, { plans }: QuarterlyReview): Section {
  const { words } = page;
  const blocks = plans.flatMap((plan) => planBlocks(page, plan));
  const none = [paragraph(words.plansNotGiven)];
  return { id: 'plans', title: words.sections.plans, blocks: blocks.length === 0 ? none : blocks };
}
