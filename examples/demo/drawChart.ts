import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartSpecification } from 'cx-scoring/charts';

/** Draws a chart as SVG with Vega: without a browser, and without code made of text, so that it also works where `eval` is forbidden. */
export async function drawChart(chart: ChartSpecification): Promise<string> {
  const { spec } = compile(chart as unknown as TopLevelSpec);
  const view = new vega.View(vega.parse(spec, {}, { ast: true }), { renderer: 'none', expr: expressionInterpreter });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
