import type { Estimate } from '../core/estimate.js';
import type { ResolvedLocale } from '../core/locale.js';
import type { ChangeDecomposition, SegmentChange } from '../segmentation/decomposeChangeResult.js';
import { segmentText } from './chartText.js';

/** How finely a change is drawn: mix and rate as one step each, or a step for each segment's. */
export type ChangeDetail = 'effects' | 'segments';

/** A step from before to after, or one of the two. */
export interface ChangeStep {
  /** What it is about. */
  readonly label: string;
  /** Whether it is a value, or what changed it. */
  readonly kind: 'total' | 'mix' | 'rate';
  /** Where it begins. */
  readonly start: number;
  /** Where it ends; for a value, the value. */
  readonly end: number;
  /** What it brought with its interval; the value for one that is a total. */
  readonly effect: Estimate;
}

const MOST_STEPS = 8;

const valueOf = ({ value }: Estimate): number => value ?? 0;

function stepsOf(
  kind: 'mix' | 'rate',
  segments: readonly SegmentChange<object>[],
  locale: ResolvedLocale,
): { readonly label: string; readonly effect: Estimate }[] {
  const french = locale.language === 'fr';
  const noun = kind === 'mix' ? (french ? 'composition' : 'mix') : french ? 'valeur' : 'rate';
  const moved = segments.filter((segment) => valueOf(segment[kind]) !== 0);
  const sizes = moved.map((segment) => Math.abs(valueOf(segment[kind]))).sort((a, b) => b - a);
  const least = moved.length > MOST_STEPS ? (sizes[MOST_STEPS - 2] ?? 0) : 0;
  // Of equals at the border, the first.
  const isLarge = moved.map((segment) => Math.abs(valueOf(segment[kind])) > least);
  let room = moved.length > MOST_STEPS ? MOST_STEPS - 1 - isLarge.filter(Boolean).length : Infinity;
  const isOwn = moved.map((segment, at) => {
    if (isLarge[at]) return true;
    if (Math.abs(valueOf(segment[kind])) < least || room <= 0) return false;
    room -= 1;
    return true;
  });
  const own = moved.filter((_, at) => isOwn[at]);
  const others = moved.filter((_, at) => !isOwn[at]);
  const steps = own.map((segment) => ({
    label: `${segmentText(segment.key, locale, 28)} · ${noun}`,
    effect: segment[kind],
  }));
  if (others.length === 0) return steps;
  const value = others.reduce((sum, segment) => sum + valueOf(segment[kind]), 0);
  const label = french ? `${others.length} autres segments · ${noun}` : `${others.length} other segments · ${noun}`;
  return [...steps, { label, effect: { value, interval: null } }];
}

/** The steps from before to after, `null` where a side has no value. */
export function changeSteps(
  { before, after, mix, rate, segments }: ChangeDecomposition<object>,
  detail: ChangeDetail,
  locale: ResolvedLocale,
): ChangeStep[] | null {
  if (before === null || after === null || mix.value === null || rate.value === null) return null;
  const french = locale.language === 'fr';
  const whole = (kind: 'mix' | 'rate', label: string, effect: Estimate) =>
    detail === 'effects' ? [{ label, effect }] : stepsOf(kind, segments, locale);
  const steps = [
    ...whole('mix', french ? 'Composition' : 'Mix', mix).map((step) => ({ ...step, kind: 'mix' as const })),
    ...whole('rate', french ? 'Valeurs des segments' : 'Rate', rate).map((step) => ({
      ...step,
      kind: 'rate' as const,
    })),
  ];
  let reached = before;
  const middle = steps.map((step): ChangeStep => {
    const start = reached;
    reached += valueOf(step.effect);
    return { ...step, start, end: reached };
  });
  const total = (label: string, value: number): ChangeStep => ({
    label,
    kind: 'total',
    start: value,
    end: value,
    effect: { value, interval: null },
  });
  return [total(french ? 'Avant' : 'Before', before), ...middle, total(french ? 'Après' : 'After', after)];
}
