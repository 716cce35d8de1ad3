import { isSameDefinition, type MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { METRIC_CATALOGUE } from '../metrics/catalogue/catalogue.js';
import { compareTexts } from '../core/textOrder.js';
import { isPlainObject } from '../prioritization/findingPath.js';
import type { MeasuredRows } from './measuredRows.js';

function placeOf(id: string): number {
  const place = METRIC_CATALOGUE.findIndex((entry) => entry.id === id);
  return place < 0 ? METRIC_CATALOGUE.length : place;
}

function parametersText({ parameters }: MetricDefinition): string {
  return JSON.stringify(Object.entries(parameters).sort(([a], [b]) => compareTexts(a, b)));
}

/** Orders metrics as the catalogue does; those of one's own come last, by id in code units. */
export function compareMetrics(a: MetricDefinition, b: MetricDefinition): number {
  return (
    placeOf(a.id) - placeOf(b.id) || compareTexts(a.id, b.id) || compareTexts(parametersText(a), parametersText(b))
  );
}

/** Checks a list of measured rows, each metric once, and puts it in order. */
export function requireMeasures(where: string, measures: unknown): MeasuredRows[] {
  const isMeasured = (one: unknown): boolean =>
    isPlainObject(one) && isPlainObject(one['definition']) && typeof one['resultOf'] === 'function';
  if (!Array.isArray(measures) || !measures.every(isMeasured))
    throw cxError('CX_INVALID_INPUT', `${where}: option "measures"`, 'a list of what toMeasuredRows made', measures);
  const sorted = (measures as MeasuredRows[]).slice().sort((a, b) => compareMetrics(a.definition, b.definition));
  for (const [at, { definition }] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before && isSameDefinition(before.definition, definition))
      throw cxError('CX_INVALID_INPUT', `${where}: option "measures"`, 'a list with each metric once', definition.id);
  }
  return sorted;
}
