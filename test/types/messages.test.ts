import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../tools/docBlocks.js';

/**
 * A wrong call, and what of it a reader must find in the error. Where two kinds of record meet, the compiler walks down to the part in
 * which they differ, and takes a line for each step.
 */
const WRONG: readonly (readonly [name: string, code: string, named: readonly string[], lines?: number])[] = [
  ['rows without a score', `computeNps(rows);`, ['2 arguments']],
  ['rows with options but no score', `computeNps(rows, { confidence: 0.9 });`, ["'score'"]],
  ['a field that is not there', `computeNps(rows, { score: 'q2' });`, ['"q2"', 'Answer']],
  ['a field of text', `computeNps(rows, { score: 'name' });`, ['"name"', 'Answer']],
  ['a function that gives text', `computeNps(rows, { score: (row) => row.name });`, ["'string'"]],
  ['a weight of text', `computeNps(rows, { score: 'q1', weight: 'name' });`, ['"name"', 'Answer']],
  ['a column that is not there', `computeNps(toColumnTable({ q1: [9] }), { score: 'q2' });`, ['"q2"']],
  ['answers in text', `computeNps(['10', '9']);`, ['2 arguments']],
  ['fields of plain values', `computeNps([10, 9], { score: 'q1' });`, ["'undefined'"]],
  ['an option that is not there', `computeNps([10, 9], { confidense: 0.9 });`, ["'confidense'"]],
  ['a confidence in text', `computeNps([10, 9], { confidence: '95' });`, ["'number'"]],
  ['an interval that is not there', `computeNps([10, 9], { interval: 'wilson' });`, ['"wilson"']],
  ['an interval method that is not called', `computeNps([10, 9], { interval: npsT });`, ['NetIntervalMethod']],
  [
    'an interval of shares',
    `computeNps([10, 9], { interval: clopperPearson() });`,
    ['ShareIntervalMethod', 'NetIntervalMethod'],
    6,
  ],
  ['a class that is missing', `computeNps({ counts: { promoters: 2, passives: 1 } });`, ['detractors']],
  ['classes of another metric', `computeNps({ counts: { satisfied: 2, unsatisfied: 1 } });`, ["'satisfied'"]],
  ['classes of a mean', `computeCes({ counts: { easy: 2 } });`, ["'easy'"]],
  ['an NPS and a CSAT', `compareResults(computeNps([9]), computeCsat([5]));`, ['"csat"', '"nps"'], 5],
  ['customers and partners', `compareResults(computeNps([9]), computePartnerNps([9]));`, ['"partner-nps"', '"nps"'], 4],
  [
    'a measure over other rows',
    `computeMeasure([{ q: 9 }], npsMeasure<Answer>({ score: 'q1' }));`,
    ["'q'", "'Answer'"],
  ],
  ['a measure without a score', `npsMeasure<Answer>();`, ['1 argument']],
  ['a measure of a field that is not there', `npsMeasure<Answer>({ score: 'q2' });`, ['"q2"', 'Answer']],
  ['a success that is none', `defineProportion<Answer>({ id: 'x', success: 'q1' });`, ['"q1"', 'Answer']],
  [
    'a statistic that is not there',
    `defineScale({ id: 'x', minimum: 1, maximum: 5, statistic: 'median' });`,
    ['"median"'],
  ],
  ['a measure without an id', `defineMean<Answer>({ value: 'q1' });`, ["'id'"]],
  [
    'an item of a field that is not there',
    `computeSatisfactionIndex(rows, { items: [{ id: 'a', score: 'q2' }] });`,
    ['"q2"', 'Answer'],
  ],
  [
    'pairs of a field that is not there',
    `comparePairs(rows, { measure: npsMeasure(), first: 'q1', second: 'q2' });`,
    ['"q2"', 'Answer'],
  ],
];

const HEAD = `import * as cx from 'cx-scoring';
const { ${[
  'clopperPearson, comparePairs, compareResults, computeCes, computeCsat, computeMeasure, computeNps, computePartnerNps',
  'computeSatisfactionIndex, defineMean, defineProportion, defineScale, npsMeasure, npsT, toColumnTable',
].join(', ')} } = cx;
interface Answer { readonly q1: number | null; readonly name: string; readonly ok: boolean }
declare const rows: readonly Answer[];
`;

/** The messages of each snippet, each a module of its own, as the compiler prints them. */
function messagesOf(snippets: readonly string[]): string[][] {
  const config = ts.readConfigFile(path.join(projectRoot, 'tsconfig.test.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [], files: [] }, ts.sys, projectRoot);
  Object.assign(options, { noUnusedLocals: false, noEmit: true });
  const modules = new Map(
    snippets.map((code, index) => [
      path.join(projectRoot, '.wrong-calls', `${index}.ts`),
      `${HEAD}${code}\nexport {};\n`,
    ]),
  );
  const textOf = (file: string): string | undefined => modules.get(path.normalize(file));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => textOf(file) !== undefined || disk.fileExists(file),
    readFile: (file) => textOf(file) ?? disk.readFile(file),
    getSourceFile: (file, target, ...rest) => {
      const text = textOf(file);
      return text === undefined
        ? disk.getSourceFile(file, target, ...rest)
        : ts.createSourceFile(file, text, target, true);
    },
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules.keys()].map((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  });
}

describe('the error of a wrong call', () => {
  let messages: string[][] = [];
  let fine: string[][] = [];

  beforeAll(() => {
    const all = messagesOf([...WRONG.map(([, code]) => code), `computeNps(rows, { score: 'q1' });`]);
    messages = all.slice(0, -1);
    fine = all.slice(-1);
  }, 120_000);

  it.each(WRONG.map(([name, , named, lines = 3], index) => [name, lines, index, named] as const))(
    '%s: one, of at most %i lines, that names what is wrong',
    (_name, most, index, named) => {
      const found = messages[index] ?? [];
      expect(found).toHaveLength(1);
      const [text = ''] = found;
      const lines = text.split('\n');
      expect(lines.length, text).toBeLessThanOrEqual(most);
      expect(Math.max(...lines.map((line) => line.length)), text).toBeLessThanOrEqual(240);
      for (const word of named) expect(text).toContain(word);
    },
  );

  it('is not there for a right one', () => {
    expect(fine).toEqual([[]]);
  });
});
