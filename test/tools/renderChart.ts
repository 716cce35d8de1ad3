import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator, type Schema } from '@cfworker/json-schema';
import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { projectRoot } from './docBlocks.js';
import type { ChartSpecification } from '../../src/charts/specification.js';

// By its path, since the package does not export it.
const schemaFile = path.join(projectRoot, 'node_modules/vega-lite/build/vega-lite-schema.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema;
const validator = new Validator(schema, '7', true);

/** What the JSON Schema of Vega-Lite has against a chart, in words. */
export function schemaErrors(chart: ChartSpecification): string[] {
  return validator.validate(chart).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}

/** A chart as SVG, and everything that was logged on the way. */
export interface RenderedChart {
  readonly svg: string;
  readonly log: readonly string[];
}

/** Compiles and renders a chart without a browser, and without code made of text. */
export async function renderChart(chart: ChartSpecification): Promise<RenderedChart> {
  const log: string[] = [];
  const logger = vega.logger(vega.Warn);
  for (const level of ['error', 'warn'] as const) {
    logger[level] = (...texts: readonly unknown[]) => {
      log.push(texts.map(String).join(' '));
      return logger;
    };
  }
  const { spec } = compile(JSON.parse(JSON.stringify(chart)) as TopLevelSpec, { logger });
  const runtime = vega.parse(spec, {}, { ast: true });
  const view = new vega.View(runtime, { renderer: 'none', logger, expr: expressionInterpreter });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, log };
}
