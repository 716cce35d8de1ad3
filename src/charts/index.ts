/**
 * Results as charts: Vega-Lite specifications with the finding in words, in English and French, for light and for dark pages.
 * @module cx-scoring/charts
 * @category Charts
 */
export { type ChartOptions } from './chartOptions.js';
export { toPriorityMatrixChart, type PriorityMatrixChartOptions } from './priorityMatrixChart.js';
export { toScoreIntervalChart, type ScoreIntervalChartOptions } from './scoreIntervalChart.js';
export { toSegmentForestChart, type SegmentForestChartOptions } from './segmentForestChart.js';
export { type ChartPart, type ChartSpecification, type ChartTitle, type ChartValue } from './specification.js';
export { type ChartTheme } from './theme.js';
