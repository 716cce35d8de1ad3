import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectBlocks, isTypeScript, moduleOf, projectRoot, type Block } from '../tools/docBlocks.js';

/** Type-checks the blocks, each as a module of its own, in one program; gives messages as `file:line: text`. */
function messagesOf(blocks: readonly Block[]): string[] {
  const config = ts.readConfigFile(path.join(projectRoot, 'tsconfig.test.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [], files: [] }, ts.sys, projectRoot);
  // A reader's example may end with a variable that is only looked at.
  Object.assign(options, { noUnusedLocals: false, noUnusedParameters: false, noEmit: true });

  const modules = new Map(
    blocks.map((block, index) => [path.join(projectRoot, '.doc-examples', `${String(index)}.ts`), block]),
  );
  const blockAt = (file: string): Block | undefined => modules.get(path.normalize(file));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => blockAt(file) !== undefined || disk.fileExists(file),
    readFile: (file) => {
      const block = blockAt(file);
      return block === undefined ? disk.readFile(file) : moduleOf(block);
    },
    getSourceFile: (file, target, ...rest) => {
      const block = blockAt(file);
      if (block === undefined) return disk.getSourceFile(file, target, ...rest);
      return ts.createSourceFile(file, moduleOf(block), target, true);
    },
  };

  const program = ts.createProgram([...modules.keys()], options, host);
  const own = [...modules.keys()].map((file) => program.getSourceFile(file));
  const found = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return [...program.getOptionsDiagnostics(), ...found].map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    const block = blockAt(diagnostic.file?.fileName ?? '');
    if (block === undefined || diagnostic.file === undefined) return text;
    const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    return `${block.file}:${String(line + 1)}: ${text}`;
  });
}

describe('the types of the documentation', () => {
  const blocks = collectBlocks().filter(isTypeScript);
  const files = [...new Set(blocks.map(({ file }) => file))];
  let messages: string[] = [];

  beforeAll(() => {
    messages = messagesOf(blocks);
  }, 120_000);

  it('are read under the options of the tests', () => {
    expect(messages.filter((message) => !files.some((file) => message.startsWith(`${file}:`)))).toEqual([]);
  });

  it.each(files)('%s compiles', (file) => {
    expect(messages.filter((message) => message.startsWith(`${file}:`))).toEqual([]);
  });

  it('would report a mistake by file and line', () => {
    const block: Block = { file: 'x.md', line: 7, language: 'ts', info: '', code: "const a: number = 'b';" };
    expect(messagesOf([block])).toEqual(["x.md:7: Type 'string' is not assignable to type 'number'."]);
  }, 120_000);
});
