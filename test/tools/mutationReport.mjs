// Writes MUTATION.md from what the runs of mutation.mjs have left in reports/mutation: `node test/tools/mutationReport.mjs`.
// With a room or a part of one, such as `statistics.series`, it prints instead each mutant there that no test notices.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { TABLES } from './mutationTables.mjs';

const root = path.join(import.meta.dirname, '../..');
const [chosen] = process.argv.slice(2);

const reports = globSync('reports/mutation/*.json', { cwd: root, ignore: '**/*.incremental.json' })
  .map((file) => ({ name: path.basename(file, '.json'), time: statSync(path.join(root, file)).mtimeMs, file }))
  .sort((a, b) => a.time - b.time);

/** The latest result of each source file, and the run it is of. */
const results = new Map();
for (const { name, file } of reports) {
  const { files } = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  for (const [source, { mutants, source: text }] of Object.entries(files)) {
    // What was measured before it was moved or taken out is of no file any more.
    if (!existsSync(path.join(root, source))) continue;
    results.set(source, { name, mutants, text, room: source.split('/')[1] });
  }
}

if (chosen !== undefined) {
  for (const [source, { name, room, mutants, text }] of results) {
    if (name !== chosen && room !== chosen) continue;
    const lines = text.split('\n');
    for (const { status, location, mutatorName, replacement } of mutants) {
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const { start, end } = location;
      const code = lines.slice(start.line - 1, end.line).join('\n');
      const tail = lines.slice(end.line - 1, end.line).join('').length - end.column + 1;
      const original = code.slice(start.column - 1, code.length - tail);
      console.log(
        `${source}:${start.line}:${start.column} ${status} ${mutatorName}\n    ${lines[start.line - 1].trim()}`,
      );
      console.log(`  - ${original.replaceAll(/\s+/g, ' ').slice(0, 200)}`);
      console.log(`  + ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 200)}`);
    }
  }
  process.exit();
}

const STATUSES = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];
function row(name, files, mutants) {
  const counts = STATUSES.map((wanted) => mutants.filter(({ status }) => status === wanted).length);
  const [killed, timeouts, survived, uncovered] = counts;
  const all = killed + timeouts + survived + uncovered;
  const score = all === 0 ? '–' : `${((100 * (killed + timeouts)) / all).toFixed(1)} %`;
  return `| ${[name, files, all, ...counts, score].join(' | ')} |`;
}

const rooms = [...new Set([...results.values()].map(({ room }) => room))].sort();
const table = rooms.flatMap((room) => {
  const of = [...results.values()].filter((result) => result.room === room);
  const names = [...new Set(of.map(({ name }) => name))].sort();
  const parts = names.map((name) => {
    const ofPart = of.filter((result) => result.name === name);
    const mutants = ofPart.flatMap(({ mutants }) => mutants);
    return row(name.slice(room.length + 1) || 'all', ofPart.length, mutants);
  });
  const mutants = of.flatMap(({ mutants }) => mutants);
  return [row(`**${room}**`, of.length, mutants), ...(parts.length > 1 ? parts : [])];
});

const sources = rooms
  .flatMap((room) => globSync(`src/${room}/**/*.ts`, { cwd: root, ignore: 'src/**/index.ts' }))
  .sort();
const list = (files) => {
  const folders = [...new Set(files.map((file) => path.dirname(file)))];
  const namesIn = (folder) =>
    files.filter((file) => path.dirname(file) === folder).map((file) => path.basename(file, '.ts'));
  return folders.map((folder) => `- \`${folder}\`: ${namesIn(folder).join(', ')}`).join('\n');
};
const changed = sources.filter((source) => {
  const result = results.get(source);
  return result !== undefined && result.text !== readFileSync(path.join(root, source), 'utf8');
});
const unmeasured = sources.filter(
  (source) =>
    !results.has(source) && /^(export )?(const|function|async)/m.test(readFileSync(path.join(root, source), 'utf8')),
);

// What people say of survivors is theirs to keep: all from its heading on.
const judged = /\n## Survivors judged[\s\S]*$/.exec(readFileSync(path.join(root, 'test/tools/MUTATION.md'), 'utf8'));

const text = `# Mutation scores

Written by \`node test/tools/mutationReport.mjs\` from the runs of \`npm run mutation\`. A mutant is a small error put into the
code; it is killed when a unit or oracle test fails for it, or timed out when it would run for ever. Score: killed and timed
out of all. Most survivors change nothing that could be seen: another way to the same number, a step more of an iteration
that has converged, a bound that a typed array does not mind, a guard before what would be NaN anyway.

| Room, part | Files | Mutants | Killed | Timed out | Survived | No coverage | Score |
| --- | --- | --- | --- | --- | --- | --- | --- |
${table.join('\n')}

Left out, each with its reason (\`mutationTables.mjs\`):

${TABLES.map(({ file, constant, reason }) => `- \`${constant}\` of \`${file}\`: ${reason}`).join('\n')}
${changed.length > 0 ? `\nChanged since it was measured:\n\n${list(changed)}\n` : ''}${unmeasured.length > 0 ? `\nNot measured:\n\n${list(unmeasured)}\n` : ''}`;
writeFileSync(path.join(root, 'test/tools/MUTATION.md'), `${text}${judged?.[0] ?? ''}`);
console.log(table.join('\n'));
