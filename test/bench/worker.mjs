// One table in a process of its own: `node --expose-gc worker.mjs <table> <size>` prints JSON.
import { figure } from './report.mjs';

const [name, size] = process.argv.slice(2);
const { table } = await import(`./tables/${name}.mjs`);
const { title, goals, base, timed, columns, rows } = await table(Number(size));
const printed = timed && {
  columns: ['way', 'ms', `x of ${base}`],
  rows: timed.names.map((way) => [way, figure(timed.best(way)), figure(timed.ratio(way, base))]),
};
process.stdout.write(JSON.stringify({ title, goals, columns, rows, ...printed }));
