/**
 * Results as charts: Vega-Lite specifications with the finding in words, in English and French, for light and for dark pages.
 * @module cx-scoring/charts
 * @category Charts
 */
export { toAccountMapChart, type AccountMapChartOptions } from './accountMapChart.js';
export { type AccountSize } from './accountMapLayers.js';
export { type AccountMapFact } from './accountPoints.js';
export { toBudgetChart, type BudgetChartOptions } from './budgetChart.js';
export { type BudgetEntry } from './budgetDays.js';
export { type ChangeDetail } from './changeSteps.js';
export { toChangeWaterfallChart, type ChangeWaterfallChartOptions } from './changeWaterfallChart.js';
export { type MetricChartOptions } from './chartFrame.js';
export { type ChartOptions } from './chartOptions.js';
export { type HeatMapSegment } from './heatMapCells.js';
export { toHeatMapChart, type HeatMapChartOptions } from './heatMapChart.js';
export { toImportancePerformanceChart, type ImportancePerformanceChartOptions } from './importancePerformanceChart.js';
export { toNpsClassesChart } from './npsClassesChart.js';
export { type NpsClassesGroup } from './npsClassRows.js';
export { toNpsDistributionChart, type NpsDistributionChartOptions } from './npsDistributionChart.js';
export { toPriorityMatrixChart, type PriorityMatrixChartOptions } from './priorityMatrixChart.js';
export { toScoreIntervalChart, type ScoreIntervalChartOptions } from './scoreIntervalChart.js';
export { toSegmentForestChart, type SegmentForestChartOptions } from './segmentForestChart.js';
export { type ChartPart, type ChartSpecification, type ChartTitle, type ChartValue } from './specification.js';
export { type ChartTheme } from './theme.js';
export { toTrendChart, type PeriodResult, type TrendChartOptions } from './trendChart.js';
