// Goals, and the report in Markdown.
import os from 'node:os';

/** A number with three digits that say something. */
export function figure(value) {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 || value === 0
    ? value.toFixed(0)
    : value >= 0.1
      ? value.toFixed(2)
      : value.toFixed(1 - Math.floor(Math.log10(value)));
}

/** A goal that is met when the figure does not exceed its limit. */
export const atMost = (goal, what, measured, limit, unit = 'x') => ({
  goal,
  what,
  measured: figure(measured) + unit,
  bound: `<= ${limit}${unit}`,
  met: measured <= limit,
});

/** A goal that is met when the figure reaches its limit. */
export const atLeast = (goal, what, measured, limit, unit = 'x') => ({
  goal,
  what,
  measured: figure(measured) + unit,
  bound: `>= ${limit.toLocaleString('en')}${unit}`,
  met: measured >= limit,
});

const toTable = (columns, rows) =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** What is known of the machine, without its name. */
function describeMachine(loads) {
  const [processor] = os.cpus();
  const load = loads.map((value) => value.toFixed(1)).join(' to ');
  return [
    `Node ${process.versions.node} (V8 ${process.versions.v8}), ${process.platform} ${process.arch}`,
    `${os.cpus().length} x ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    `load ${load} over the run (idle is near 1: the benchmark itself)`,
  ].join('; ');
}

/** The report. The date is an argument, so that nothing here reads the clock of the day. */
export function toMarkdown(tables, { title: heading, note, date, loads }) {
  const goals = tables.flatMap((table) => table.goals).sort((a, b) => a.goal - b.goal);
  const met = goals.filter((entry) => entry.met).length;
  return [
    `# ${heading}`,
    '',
    'Written by `npm run bench`; not to be edited by hand.',
    '',
    `${date === undefined ? '' : `${date}. `}${describeMachine(loads)}.`,
    '',
    'Each table is one process. The results of all its cases are compared before anything is timed; the order is reversed every other',
    'round, garbage is collected between cases. A time is that on the wall or on processors, whichever is shorter, the best of three',
    'in a round (of fewer for cases above 0.1 s), since other programs may be running. `ms` is the best of all, `x` the median over the',
    'rounds of the ratio to the base in the same round: **ratios are the result**, milliseconds are for orientation.',
    note,
    '',
    ...(goals.length === 0
      ? []
      : [
          `## Goals: ${met} of ${goals.length} figures reach theirs`,
          '',
          toTable(
            ['goal', 'figure', 'measured', 'wanted', 'met'],
            goals.map(({ goal, what, measured, bound, met: reached }) => [
              goal,
              what,
              measured,
              bound,
              reached ? 'yes' : '**no**',
            ]),
          ),
        ]),
    ...tables.flatMap(({ title, columns, rows }) => ['', `## ${title}`, '', toTable(columns, rows)]),
    '',
  ].join('\n');
}
