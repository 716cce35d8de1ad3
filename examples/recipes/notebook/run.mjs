// Runs a notebook in Markdown: every cell (a block marked js) in the order of the page, sharing what cells before it declared.
//
//   node run.mjs quarter.md            runs it and compares what each cell prints with the block marked output below it
//   node run.mjs quarter.md --write    runs it and writes those blocks
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const [file = 'quarter.md', mode] = process.argv.slice(2);
const CELL = /^```js\n([\s\S]*?)^```\n(?:\n```text output\n([\s\S]*?)^```\n)?/gm;
const page = readFileSync(file, 'utf8');
const cells = [...page.matchAll(CELL)].map(([, code, output = '']) => ({ code, output }));

// One module of all cells, so that they share their names; a line between two outputs tells them apart.
const BETWEEN = '--- next cell ---';
const module = `${file}.cells.mjs`;
writeFileSync(module, cells.map(({ code }) => code).join(`console.log(${JSON.stringify(BETWEEN)});\n`));
let printed;
try {
  printed = execFileSync(process.execPath, [module], { encoding: 'utf8' }).split(`${BETWEEN}\n`);
} finally {
  rmSync(module);
}

if (mode === '--write') {
  let at = 0;
  const written = page.replace(CELL, (_, code) => {
    const output = printed[at++] ?? '';
    return `\`\`\`js\n${code}\`\`\`\n${output === '' ? '' : `\n\`\`\`text output\n${output}\`\`\`\n`}`;
  });
  writeFileSync(file, written);
  console.log(`${String(cells.length)} cells run, ${file} written`);
} else {
  const wrong = cells.flatMap(({ output }, index) => (output === printed[index] ? [] : [index]));
  for (const index of wrong) {
    console.error(`cell ${String(index + 1)} prints\n${String(printed[index])}instead of\n${cells[index].output}`);
  }
  if (wrong.length > 0) process.exitCode = 1;
  else console.log(`${String(cells.length)} cells print what the page says`);
}
