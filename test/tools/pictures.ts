// Puts the pictures into a built site. In a guide, `<!-- picture NAME -->` below an example stands for the `chart` which that example makes;
// readers of the bare Markdown see nothing of it, and nothing generated is kept.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import type { ChartSpecification } from '../../src/charts/specification.js';
import { CHART_PALETTES, type ChartPalette } from '../../src/charts/theme.js';
import { blocksOf, isTypeScript, projectRoot, type Block } from './docBlocks.js';
import { renderChart, schemaErrors } from './renderChart.js';

const MARK = /<!-- picture ([a-z\d-]+) -->/g;
// In a guide it has a line of its own; within a line it is only spoken of.
const MARKED_LINE = /^<!-- picture ([a-z\d-]+) -->$/gm;

async function chartOf({ file, line, code }: Block): Promise<ChartSpecification> {
  const { outputFiles } = await build({
    stdin: { contents: `${code}\nexport { chart };`, loader: 'ts', resolveDir: projectRoot },
    bundle: true,
    format: 'esm',
    write: false,
    tsconfig: path.join(projectRoot, 'tsconfig.test.json'),
    logLevel: 'error',
  });
  const script = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  const { chart } = (await import(`data:text/javascript;base64,${script}`)) as { readonly chart: ChartSpecification };
  const errors = schemaErrors(chart);
  if (errors.length > 0) throw new Error(`${file}:${String(line)}: ${errors.join('\n')}`);
  return chart;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Colours that follow the page, in place of those that suit any page. */
function styleOf(): string {
  const { any, light, dark } = CHART_PALETTES;
  const keys = Object.keys(any).filter((key) => key !== 'paper') as (keyof ChartPalette)[];
  const rules = keys.flatMap((key) =>
    ['fill', 'stroke'].map(
      (part) => `.picture [${part}="${any[key]}"]{${part}:light-dark(${light[key]},${dark[key]})}`,
    ),
  );
  const paper = '.picture .mark-symbol path[fill="transparent"]{fill:var(--color-background)}';
  const size = '.picture{margin:1.5rem 0}.picture svg{max-width:100%;height:auto}';
  return `<style>${size}${rules.join('')}${paper}</style>`;
}

async function figureOf(picture: string, block: Block): Promise<string> {
  const chart = await chartOf(block);
  const { svg, log } = await renderChart(chart);
  if (log.length > 0) throw new Error(`${block.file}:${String(block.line)}: ${log.join('\n')}`);
  const own = svg
    .replaceAll(/ id="([^"]+)"/g, ` id="${picture}-$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${picture}-$1)`)
    .replace('<svg ', `<svg role="img" aria-label="${escaped(chart.description)}" `);
  return `<figure class="picture">${styleOf()}${own}</figure>`;
}

/** The pictures of a guide, each with the example before it. */
function markedBlocks(file: string): [string, Block][] {
  const text = readFileSync(path.join(projectRoot, file), 'utf8');
  const blocks = blocksOf(file, text).filter(isTypeScript);
  return [...text.matchAll(MARKED_LINE)].map((found) => {
    const line = text.slice(0, found.index).split('\n').length;
    const block = blocks.filter((one) => one.line < line).at(-1);
    const picture = found[1];
    if (block === undefined || picture === undefined) throw new Error(`${file}:${String(line)}: no example before it`);
    return [picture, block];
  });
}

const site = path.resolve(process.argv[2] ?? 'site');
const marked = globSync('docs/**/*.md', { cwd: projectRoot }).sort().flatMap(markedBlocks);
const figures = new Map<string, string>();
for (const [picture, block] of marked) {
  if (figures.has(picture)) throw new Error(`${block.file}: there are two pictures "${picture}"`);
  figures.set(picture, await figureOf(picture, block));
}
const placed = new Set<string>();
for (const page of globSync('**/*.html', { cwd: site, absolute: true })) {
  const html = readFileSync(page, 'utf8');
  const shown = html.replaceAll(MARK, (mark, picture: string) => {
    placed.add(picture);
    return figures.get(picture) ?? mark;
  });
  if (shown !== html) writeFileSync(page, shown);
}
const lost = [...figures.keys()].filter((picture) => !placed.has(picture));
if (lost.length > 0) throw new Error(`pictures on no page of ${site}: ${lost.join(', ')}`);
console.log(`${String(placed.size)} pictures`);
