// Counts the correct digits of each library's answers and writes docs/guides/accuracy.md:
//
//   npm run build && npm ci --prefix test/bench && node test/bench/accuracy.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { SECTIONS } from './accuracyCases.mjs';

const LIBRARIES = {
  own: 'cx-scoring',
  simple: 'simple-statistics',
  jstat: 'jstat',
  stdlib: '@stdlib',
  ml: 'ml-matrix',
};
/** More than these a double does not hold for certain. */
const MOST_DIGITS = 15;

/** Correct significant digits: the negative logarithm of the relative error, of the error itself where the answer is 0. */
function digitsOf(got, expected) {
  if (Array.isArray(expected)) return Math.min(...expected.map((value, k) => digitsOf(got?.[k], value)));
  if (got === expected) return MOST_DIGITS;
  const error = Math.abs(got - expected) / (expected === 0 ? 1 : Math.abs(expected));
  return error >= 0 ? Math.min(MOST_DIGITS, Math.max(0, -Math.log10(error))) : 0;
}

function attempt(compute, input) {
  try {
    return compute(input);
  } catch {
    return NaN;
  }
}

const median = (values) => {
  const sorted = Float64Array.from(values).sort();
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

function cellOf(row, library) {
  const compute = row[library];
  if (compute === undefined) return { text: '–' };
  const digits = row.cases.map(({ input, expected }) => digitsOf(attempt(compute, input), expected));
  const worst = Math.min(...digits);
  const numbers = row.cases.length === 1 ? [worst] : [worst, median(digits)];
  const text = numbers.map((value) => value.toFixed(1)).join(' / ');
  return { worst, text: compute.isComplement ? `${text} *` : text };
}

/** Libraries that have at least one of the functions. */
const columnsOf = (rows) => Object.keys(LIBRARIES).filter((library) => rows.some((row) => row[library] !== undefined));
const toTable = (columns, rows) =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const versions = ['simple-statistics', 'jstat', 'ml-matrix'].map((name) => `${name} ${manifest.dependencies[name]}`);
const stdlib = Object.entries(manifest.dependencies)
  .filter(([name]) => name.startsWith('@stdlib/'))
  .map(([name, version]) => `${name.slice('@stdlib/'.length)} ${version}`);

const counts = SECTIONS.map(({ rows }) => rows.reduce((sum, { cases }) => sum + cases.length, 0));
const sections = SECTIONS.map(({ title, text, rows }) => {
  const columns = columnsOf(rows);
  const hasMany = rows.some(({ cases }) => cases.length > 1);
  const head = ['function', ...(hasMany ? ['cases'] : []), ...columns.map((library) => LIBRARIES[library])];
  const lines = rows.map((row) => [
    row.name,
    ...(hasMany ? [row.cases.length] : []),
    ...columns.map((library) => cellOf(row, library).text),
  ]);
  return [`## ${title}`, '', text, '', toTable(head, lines)].join('\n');
});

const page = `---
title: Accuracy
category: Background
---

# Accuracy

How many significant digits are right, here and in the libraries one would take instead. Each cell gives the worst and the
median over the cases: \`12.1 / 15.0\` means that the worst answer had twelve correct digits and half of them fifteen or
more, which is as many as are counted. \`0.0\` is an answer without one correct digit, or none at all; \`–\` means that the
library has no such function (it has no column where it has none of them), \`*\` that it has no upper tail, so that one less
the lower tail was taken.

Compared were ${counts.reduce((sum, count) => sum + count, 0).toLocaleString('en')} answers, each library called as its documentation says. Others may suit other needs; some of these
functions are meant as approximations, and say so. The versions:

${versions.map((version) => `- ${version}`).join('\n')}
- @stdlib: ${stdlib.join(', ')}

${sections.join('\n\n')}

## How to make this page anew

It is written by a script, from reference values that are part of the tests:
\`npm run build && npm ci --prefix test/bench && node test/bench/accuracy.mjs\`. The other libraries are installed for the
benchmarks only, with exact versions, and never with this one.
`;
writeFileSync(new URL('../../docs/guides/accuracy.md', import.meta.url), page);
process.stdout.write(page);
