import { localPercent, type ResolvedLocale } from '../core/locale.js';
import type { CaseRange } from '../prioritization/axisPosition.js';
import { cleanText } from './chartText.js';
import { ACROSS, pixelAcross, pixelDown, shareAxis, shareField, UPWARDS, type PlotSize } from './matrixAxes.js';
import type { Box } from './placeLabels.js';
import { MATRIX_WORDS, QUADRANT_WORDS, STATE_WORDS } from './priorityMatrixWords.js';
import type { PriorityPoint, PriorityState } from './priorityPoints.js';
import type { ChartPart } from './specification.js';
import type { ChartPalette } from './theme.js';

const STATES: readonly PriorityState[] = ['settled', 'to-confirm', 'unknown'];
const SHAPES: { readonly [state in PriorityState]: string } = {
  settled: 'circle',
  'to-confirm': 'diamond',
  unknown: 'triangle-up',
};

function rangeText(locale: ResolvedLocale, { value, lower, upper }: CaseRange): string {
  const percent = (share: number): string => localPercent(locale, Math.round(share * 1000) / 1000);
  const limits = `${percent(lower)} – ${percent(upper)}`;
  if (value === null) return limits;
  return lower === upper ? percent(value) : `${percent(value)} (${limits})`;
}

function rowOf({ item, name, state, value, effort }: PriorityPoint, locale: ResolvedLocale): ChartPart {
  const { language } = locale;
  const { bestRank, worstRank, quadrant } = item;
  const rank = bestRank === worstRank ? String(bestRank) : `${bestRank} – ${worstRank}`;
  const valueText = item.value === null ? '' : rangeText(locale, item.value);
  const effortText = item.effort === null ? '' : rangeText(locale, item.effort);
  const quarter = quadrant === null ? '–' : QUADRANT_WORDS[quadrant][language];
  const missing = cleanText(item.missing.join(', '));
  const sure = STATE_WORDS[state][language];
  const colon = language === 'fr' ? '\u202f: ' : ': ';
  const [high, wide] = language === 'fr' ? ['valeur', 'effort'] : ['value', 'effort'];
  const description = `${name}${colon}${high} ${valueText}, ${wide} ${effortText}, ${quarter}, ${sure}`;
  return {
    name,
    value,
    effort,
    state: sure,
    rank,
    quarter,
    missing: missing || '–',
    valueText,
    effortText,
    description,
  };
}

/** The ranges from worst to best case, one layer for each axis. */
export function rangeLayers(points: readonly PriorityPoint[], { second }: ChartPalette): ChartPart[] {
  const spread = (axis: 'value' | 'effort'): ChartPart[] =>
    points.flatMap(({ item, value, effort }) => {
      const range = item[axis];
      return range !== null && range.lower < range.upper
        ? [{ value, effort, lower: range.lower, upper: range.upper }]
        : [];
    });
  const mark = { type: 'rule', aria: false, tooltip: null, color: second, strokeWidth: 2, opacity: 0.75 };
  const [upwards, across] = [spread('value'), spread('effort')];
  const layers: ChartPart[] = [];
  if (upwards.length > 0) {
    const encoding = { x: shareField('effort'), y: shareField('lower'), y2: { field: 'upper' } };
    layers.push({ data: { values: upwards }, mark, encoding });
  }
  if (across.length > 0) {
    const encoding = { x: shareField('lower'), x2: { field: 'upper' }, y: shareField('value') };
    layers.push({ data: { values: across }, mark, encoding });
  }
  return layers;
}

/** The initiatives as points, their looks told by shape first, and the axes. */
export function pointLayer(points: readonly PriorityPoint[], palette: ChartPalette, locale: ResolvedLocale): ChartPart {
  const { language } = locale;
  const shown = STATES.filter((state) => points.some((point) => point.state === state));
  const domain = shown.map((state) => STATE_WORDS[state][language]);
  const legend = { title: null, orient: 'bottom' };
  const { first, second, paper } = palette;
  const scaleOf = (pick: (state: PriorityState) => string): ChartPart => ({
    field: 'state',
    type: 'nominal',
    scale: { domain, range: shown.map(pick) },
    legend,
  });
  const tips: readonly (readonly [string, keyof typeof MATRIX_WORDS])[] = [
    ['name', 'initiative'],
    ['rank', 'rank'],
    ['valueText', 'value'],
    ['effortText', 'effort'],
    ['quarter', 'quadrant'],
    ['state', 'state'],
    ['missing', 'missing'],
  ];
  return {
    data: { values: points.map((point) => rowOf(point, locale)) },
    mark: { type: 'point', size: 110, strokeWidth: 2, opacity: 1 },
    encoding: {
      x: shareAxis('effort', MATRIX_WORDS.effort[language], ACROSS),
      y: shareAxis('value', MATRIX_WORDS.value[language], UPWARDS),
      shape: scaleOf((state) => SHAPES[state]),
      stroke: scaleOf((state) => (state === 'settled' ? first : second)),
      fill: scaleOf((state) => (state === 'settled' ? first : paper)),
      description: { field: 'description', type: 'nominal' },
      tooltip: tips.map(([field, word]) => ({ field, type: 'nominal', title: MATRIX_WORDS[word][language] })),
    },
  };
}

/** What the ranges of an initiative cover, in pixels. */
export function rangeBoxes({ item, value, effort }: PriorityPoint, size: PlotSize): Box[] {
  const [x, y] = [pixelAcross(effort, size), pixelDown(value, size)];
  const boxes: Box[] = [];
  const { value: upwards, effort: across } = item;
  if (upwards !== null && upwards.lower < upwards.upper) {
    const [top, bottom] = [pixelDown(upwards.upper, size), pixelDown(upwards.lower, size)];
    boxes.push({ left: x - 1, right: x + 1, top, bottom });
  }
  if (across !== null && across.lower < across.upper) {
    const [left, right] = [pixelAcross(across.lower, size), pixelAcross(across.upper, size)];
    boxes.push({ left, right, top: y - 1, bottom: y + 1 });
  }
  return boxes;
}
