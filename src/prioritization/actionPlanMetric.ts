import { isSameDefinition, type MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { TargetDefinition } from '../core/target.js';
import type { ActionPlan, PlanIndicator } from './actionPlan.js';
import { isPlainObject } from './findingPath.js';

/** An indicator and where it stands in its plan. */
export interface PlacedIndicator {
  /** The indicator. */
  readonly indicator: PlanIndicator;
  /** Path from the plan down to it. */
  readonly path: readonly (string | number)[];
}

/** Tells whether two name the same metric under the same parameters. */
export function isSameMetric(a: TargetDefinition, b: TargetDefinition): boolean {
  const whole = ({ id, parameters = {} }: TargetDefinition): MetricDefinition => ({
    id,
    family: 'mean',
    statistic: 'mean',
    unit: 'score',
    direction: 'contextual',
    range: null,
    parameters,
  });
  return isSameDefinition(whole(a), whole(b));
}

/** The target of a plan and its indicators, each with its path. */
export function placedIndicators({ target, indicators }: ActionPlan): PlacedIndicator[] {
  const others = indicators.map((indicator, at) => ({ indicator, path: ['indicators', at] }));
  return [{ indicator: target, path: ['target'] }, ...others];
}

/** Refuses what has not the shape of a plan, naming the field: the rest may then rely on it. */
export function requirePlan(where: string, plan: ActionPlan): void {
  const refuse = (field: string, rule: string, received: unknown): never => {
    throw cxError('CX_INVALID_INPUT', `${where}: ${field}`, rule, received);
  };
  if (!isPlainObject(plan)) refuse('plan', 'an action plan', plan);
  const { resources } = plan;
  if (!isPlainObject(resources)) refuse('plan.resources', 'an object', resources);
  const { teams, tools } = resources;
  const lists = {
    indicators: plan.indicators,
    checkpoints: plan.checkpoints,
    'resources.teams': teams,
    'resources.tools': tools,
  };
  for (const [name, list] of Object.entries(lists)) if (!Array.isArray(list)) refuse(`plan.${name}`, 'a list', list);
  for (const { indicator, path } of placedIndicators(plan)) {
    const field = `plan.${path.join('.')}`;
    if (!isPlainObject(indicator)) refuse(field, 'an object', indicator);
    const { definition, baseline, target } = indicator;
    if (!isPlainObject(definition)) refuse(`${field}.definition`, 'an object', definition);
    if (!isPlainObject(baseline)) refuse(`${field}.baseline`, 'an object', baseline);
    if (!Number.isFinite(target)) refuse(`${field}.target`, 'a finite number', target);
    const { value } = baseline;
    if (value !== null && !Number.isFinite(value)) refuse(`${field}.baseline.value`, 'null or a finite number', value);
  }
}
